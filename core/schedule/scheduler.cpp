// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/scheduler.h"

#include <algorithm>

namespace vestnik {

Scheduler::Scheduler(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_alarm(clock.makeAlarm([this] { onAlarm(); }))
{
}

Scheduler::~Scheduler() = default;

void Scheduler::setInterval(qint64 ms)
{
    m_interval = std::max<qint64>(ms, 1000);
    if (m_state == State::Running && m_lastDue != 0) {
        setNext(std::max(m_clock.now(), m_lastDue + m_interval));
    }
}

void Scheduler::start()
{
    if (m_state == State::Stopping) {
        m_startAgain = true;
        return;
    }
    if (m_state == State::Running) {
        return;
    }
    setState(State::Running);
    setNext(m_clock.now());
}

void Scheduler::stop()
{
    m_startAgain = false;
    if (m_state != State::Running) {
        return;
    }
    m_alarm->cancel();
    m_lastDue = 0;
    m_nextAt = 0;
    setState(State::Stopping);
    Q_EMIT nextRunChanged();
}

void Scheduler::workEnded()
{
    if (m_state != State::Stopping) {
        return;
    }
    const bool again = m_startAgain;
    m_startAgain = false;
    setState(State::Stopped);
    if (again) {
        start();
    }
}

void Scheduler::onAlarm()
{
    if (m_state != State::Running) {
        return;
    }
    const qint64 now = m_clock.now();
    if (now < m_nextAt) {
        // The wall clock was set back: wait an interval at most.
        setNext(std::min(m_nextAt, now + m_interval));
        return;
    }
    m_lastDue = now;
    setNext(now + m_interval);
    Q_EMIT due();
}

void Scheduler::setNext(qint64 at)
{
    m_nextAt = at;
    m_alarm->setIn(std::max<qint64>(0, at - m_clock.now()));
    Q_EMIT nextRunChanged();
}

void Scheduler::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace vestnik
