// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postdatejump.h"

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/theme.h"

namespace vestnik {

PostDateJump::PostDateJump(const QDate &shown, const QDate &first, const QDate &last, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_calendar(new QCalendarWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("postsDateJump"));
    setFrameShape(QFrame::StyledPanel);
    m_calendar->setLocale(QLocale());
    m_calendar->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_calendar->setDateRange(first, last);
    m_calendar->setSelectedDate(shown);
    // Weekends are red by default, which is the colour of trouble here.
    QTextCharFormat plain;
    plain.setForeground(palette().color(QPalette::Text));
    m_calendar->setWeekdayTextFormat(Qt::Saturday, plain);
    m_calendar->setWeekdayTextFormat(Qt::Sunday, plain);
    m_calendar->setNavigationBarVisible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::grid, Theme::grid, Theme::grid, Theme::grid);
    layout->addLayout(buildNavigation());
    layout->addWidget(m_calendar);
    const auto choose = [this](const QDate &day) {
        Q_EMIT chosen(day);
        close();
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, choose);
    connect(m_calendar, &QCalendarWidget::activated, this, choose);
}

void PostDateJump::popup(const QWidget *anchor)
{
    adjustSize();
    move(anchor->mapToGlobal(QPoint(0, anchor->height() + 2)));
    show();
    m_calendar->setFocus(Qt::PopupFocusReason);
}

QLayout *PostDateJump::buildNavigation()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(0);
    auto *title = new QLabel(this);
    title->setAlignment(Qt::AlignCenter);
    const auto show = [this, title] {
        const QDate month(m_calendar->yearShown(), m_calendar->monthShown(), 1);
        title->setText(QLocale().standaloneMonthName(month.month()) + QLatin1Char(' ') + QString::number(month.year()));
    };
    const auto add = [&](const QString &sign, const QString &tip, void (QCalendarWidget::*step)()) {
        auto *button = new QToolButton(this);
        button->setText(sign);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, m_calendar, step);
        line->addWidget(button);
    };
    add(QStringLiteral("«"), tr("A year back"), &QCalendarWidget::showPreviousYear);
    add(QStringLiteral("‹"), tr("A month back"), &QCalendarWidget::showPreviousMonth);
    line->addWidget(title, 1);
    add(QStringLiteral("›"), tr("A month on"), &QCalendarWidget::showNextMonth);
    add(QStringLiteral("»"), tr("A year on"), &QCalendarWidget::showNextYear);
    connect(m_calendar, &QCalendarWidget::currentPageChanged, this, show);
    show();
    return line;
}

} // namespace vestnik
