// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/windowseditor.h"

#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QTimeEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace vestnik {
namespace {

constexpr int workdays = 0x1f;
constexpr int dayMinutes = 24 * 60;

QTime timeOf(int minutes)
{
    return QTime(0, 0).addSecs(minutes % dayMinutes * 60);
}

int minutesOf(const QTime &time)
{
    return time.hour() * 60 + time.minute();
}

} // namespace

WindowsEditor::WindowsEditor(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_add(new LinkButton(tr("Add a time window"), this))
{
    m_add->setObjectName(QStringLiteral("windowAdd"));
    m_add->setToolTip(tr("The job runs only within its windows; without any, at all times"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Theme::gap);
    m_column->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QAbstractButton::clicked, this, [this] {
        addRow({workdays, 8 * 60, 20 * 60});
        m_rows.last().days.first()->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
}

void WindowsEditor::setWindows(const QList<TimeWindow> &windows)
{
    while (!m_rows.isEmpty()) {
        removeRow(m_rows.last().widget);
    }
    for (const TimeWindow &window : windows) {
        addRow(window);
    }
}

QList<TimeWindow> WindowsEditor::windows() const
{
    QList<TimeWindow> windows;
    for (const Row &row : m_rows) {
        TimeWindow window;
        window.days = 0;
        for (int day = 0; day < row.days.size(); ++day) {
            window.days |= row.days.at(day)->isChecked() ? 1 << day : 0;
        }
        window.from = minutesOf(row.from->time());
        const int to = minutesOf(row.to->time());
        window.to = to == 0 ? dayMinutes : to;
        windows.append(window);
    }
    return windows;
}

void WindowsEditor::addRow(const TimeWindow &window)
{
    Row row;
    row.widget = new QWidget(this);
    auto *days = new QHBoxLayout;
    days->setSpacing(2);
    const QLocale locale;
    for (int day = 0; day < 7; ++day) {
        auto *button = new QToolButton(row.widget);
        button->setObjectName(QStringLiteral("windowDay%1").arg(day));
        button->setText(locale.standaloneDayName(day + 1, QLocale::ShortFormat));
        button->setToolTip(locale.standaloneDayName(day + 1, QLocale::LongFormat));
        button->setAccessibleName(button->toolTip());
        button->setCheckable(true);
        button->setChecked((window.days >> day & 1) != 0);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::toggled, this, &WindowsEditor::edited);
        days->addWidget(button);
        row.days.append(button);
    }
    const auto time = [&](const char *name, const QString &spoken, int minutes) {
        auto *edit = new QTimeEdit(timeOf(minutes), row.widget);
        edit->setObjectName(QLatin1String(name));
        edit->setAccessibleName(spoken);
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
        edit->setFocusPolicy(Qt::StrongFocus);
        connect(edit, &QTimeEdit::timeChanged, this, &WindowsEditor::edited);
        return edit;
    };
    row.from = time("windowFrom", tr("Window from"), window.from);
    row.to = time("windowTo", tr("Window to"), window.to);
    row.to->setToolTip(tr("00:00 is the end of the day; a time before the beginning is on the next day"));
    auto *remove = new QToolButton(row.widget);
    remove->setObjectName(QStringLiteral("windowRemove"));
    remove->setIcon(Theme::icon(QStringLiteral("close")));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Remove this window"));
    remove->setAccessibleName(tr("Remove this window"));
    connect(remove, &QToolButton::clicked, this, [this, widget = row.widget] {
        removeRow(widget);
        Q_EMIT edited();
    });
    auto *times = new QHBoxLayout;
    times->setSpacing(Theme::gap);
    times->addWidget(row.from, 1);
    times->addWidget(new QLabel(QString(QChar(0x2013)), row.widget));
    times->addWidget(row.to, 1);
    times->addWidget(remove);
    auto *column = new QVBoxLayout(row.widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::grid);
    column->addLayout(days);
    column->addLayout(times);
    m_column->insertWidget(int(m_rows.size()), row.widget);
    m_rows.append(row);
    row.widget->show();
    follow();
}

void WindowsEditor::removeRow(const QWidget *widget)
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        if (m_rows.at(i).widget == widget) {
            QWidget *gone = m_rows.takeAt(i).widget;
            gone->hide();
            gone->deleteLater(); // the button that was clicked is in it
            break;
        }
    }
    follow();
}

void WindowsEditor::follow()
{
    m_add->setEnabled(m_rows.size() < most);
}

} // namespace vestnik
