// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/circuitbreaker.h"

#include <algorithm>

namespace vestnik {

CircuitBreaker::Admission CircuitBreaker::admit(const QByteArray &key, qint64 now)
{
    if (m_state == State::Closed) {
        return Admission::Go;
    }
    if (m_state == State::Open) {
        if (now < m_openUntil) {
            return Admission::Refuse;
        }
        m_state = State::HalfOpen;
        m_probing = false;
        m_failedProbes.clear();
    }
    if (m_probing) {
        return Admission::Wait;
    }
    // A page that has just failed as the probe says nothing new; another one decides.
    if (const auto failed = m_failedProbes.constFind(key); failed != m_failedProbes.constEnd() && now < *failed) {
        return Admission::Refuse;
    }
    m_probing = true;
    return Admission::Probe;
}

bool CircuitBreaker::succeeded()
{
    const bool wasClosed = m_state == State::Closed;
    reset();
    return !wasClosed;
}

bool CircuitBreaker::failed(const QByteArray &key, Failure failure, bool probe, qint64 now)
{
    if (m_state == State::Closed) {
        ++m_failures;
        m_connectionFailures += failure == Failure::Connection ? 1 : 0;
        if (m_keys.size() < distinctKeys) {
            m_keys.insert(key);
        }
        if (m_connectionFailures < threshold && (m_failures < threshold || m_keys.size() < distinctKeys)) {
            return false;
        }
        open(now);
        return true;
    }
    // What began before it opened tells nothing that is not known.
    if (!probe || m_state != State::HalfOpen) {
        return false;
    }
    m_probing = false;
    m_failedProbes.insert(key, now + firstPauseMs);
    if (failure == Failure::Page && m_failedProbes.size() < distinctKeys) {
        return false;
    }
    open(now);
    return true;
}

void CircuitBreaker::abandoned()
{
    m_probing = false;
}

void CircuitBreaker::reset()
{
    m_state = State::Closed;
    m_failures = 0;
    m_connectionFailures = 0;
    m_keys.clear();
    m_openUntil = 0;
    m_pauseMs = 0;
    m_probing = false;
    m_failedProbes.clear();
}

void CircuitBreaker::open(qint64 now)
{
    m_state = State::Open;
    m_pauseMs = m_pauseMs == 0 ? firstPauseMs : std::min(m_pauseMs * 2, longestPauseMs);
    m_openUntil = now + m_pauseMs;
    m_probing = false;
    m_failedProbes.clear();
}

} // namespace vestnik
