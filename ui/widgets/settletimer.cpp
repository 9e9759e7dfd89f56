// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/settletimer.h"

#include <QEvent>
#include <QTableView>

namespace vestnik {

SettleTimer::SettleTimer(QTableView *table)
    : m_table(table)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(idleMs);
    connect(&m_timer, &QTimer::timeout, this, &SettleTimer::onTimeout);
    m_table->viewport()->installEventFilter(this);
    m_table->installEventFilter(this);
}

void SettleTimer::rowsChanged()
{
    m_unsettled = true;
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void SettleTimer::reset()
{
    settled();
    m_timer.stop();
}

void SettleTimer::onTimeout()
{
    if (!m_unsettled) {
        return;
    }
    // Whoever has the pointer over the table is about to click a row: it must not slide away.
    if (m_table->isVisible() && m_table->underMouse()) {
        m_timer.start();
        return;
    }
    Q_EMIT due();
}

bool SettleTimer::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::KeyPress:
        if (m_unsettled) {
            m_timer.start(); // still busy with the table
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace vestnik
