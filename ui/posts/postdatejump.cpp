// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postdatejump.h"

#include <QCalendarWidget>
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
    removeMenu(m_calendar);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::grid, Theme::grid, Theme::grid, Theme::grid);
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

void PostDateJump::removeMenu(QCalendarWidget *calendar)
{
    if (auto *month = calendar->findChild<QToolButton *>(QStringLiteral("qt_calendar_monthbutton"))) {
        month->setMenu(nullptr);
    }
}

} // namespace vestnik
