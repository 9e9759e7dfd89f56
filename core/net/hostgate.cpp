// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/hostgate.h"

#include <algorithm>

namespace vestnik {

HostGate::HostGate(
    Clock &clock, const QString &label, double rate, int burst, int places, std::function<void()> onChanged)
    : m_clock(clock)
    , m_label(label)
    , m_pacer(clock, rate, burst, places)
    , m_onChanged(std::move(onChanged))
{
}

QCoro::Task<HostGate::Entry> HostGate::enter(QByteArray key, bool paced, StopToken stop)
{
    for (;;) {
        const CircuitBreaker::Admission admission = m_breaker.admit(key, m_clock.steady());
        if (admission == CircuitBreaker::Admission::Refuse) {
            co_return Entry::Refused;
        }
        if (admission == CircuitBreaker::Admission::Wait) {
            Completion<bool> verdict;
            m_verdicts.push_back(verdict);
            const std::optional<bool> told = co_await verdict.wait(stop);
            if (!told) {
                co_return Entry::Stopped;
            }
            continue;
        }
        const bool probe = admission == CircuitBreaker::Admission::Probe;
        const std::optional<HostPacer::Turn> turn = co_await m_pacer.acquire(paced, stop);
        if (!turn || *turn == HostPacer::Turn::Refused) {
            if (probe) {
                m_breaker.abandoned();
                tellVerdict();
            }
            if (turn) {
                co_return Entry::Refused;
            }
            co_return Entry::Stopped;
        }
        if (probe) {
            co_return Entry::Probe;
        }
        if (m_breaker.state() == CircuitBreaker::State::Closed) {
            co_return Entry::Go;
        }
        // It opened while this one stood in the queue.
        m_pacer.release();
    }
}

void HostGate::succeeded()
{
    const bool recovered = m_breaker.succeeded();
    if (recovered || (m_reported && heldForMs() == 0)) {
        m_reported = heldForMs() > 0;
        m_onChanged();
    }
    tellVerdict();
    m_pacer.release();
}

void HostGate::failed(const QByteArray &key, CircuitBreaker::Failure failure, bool probe, const Error &error)
{
    if (m_breaker.failed(key, failure, probe, m_clock.steady())) {
        m_reason = error;
        m_reported = true;
        m_onChanged();
        m_pacer.refuseQueued();
    }
    if (probe) {
        tellVerdict();
    }
    m_pacer.release();
}

void HostGate::left(bool probe)
{
    if (probe) {
        m_breaker.abandoned();
        tellVerdict();
    }
    m_pacer.release();
}

void HostGate::hold(qint64 ms, const Error &error)
{
    m_pacer.hold(ms);
    m_reason = error;
    m_reported = true;
    m_onChanged();
}

void HostGate::forgive()
{
    if (m_breaker.succeeded()) {
        m_reported = heldForMs() > 0;
        m_onChanged();
        tellVerdict();
    }
}

bool HostGate::isOpen() const
{
    return openForMs() > 0;
}

qint64 HostGate::openForMs() const
{
    if (m_breaker.state() != CircuitBreaker::State::Open) {
        return 0;
    }
    return std::max<qint64>(0, m_breaker.openUntil() - m_clock.steady());
}

Error HostGate::reason() const
{
    if (isOpen() || heldForMs() > 0) {
        return m_reason;
    }
    return {};
}

Error HostGate::pausedError() const
{
    Error error;
    error.code = ErrorCode::HostPaused;
    error.subject = m_label;
    const QString because = errorCodeName(m_reason.code);
    error.detail =
        QStringLiteral("%1 s more, after: %2 %3").arg((openForMs() + 999) / 1000).arg(because, m_reason.detail);
    return error;
}

void HostGate::tellVerdict()
{
    std::list<Completion<bool>> waiting;
    waiting.swap(m_verdicts);
    for (Completion<bool> &verdict : waiting) {
        verdict.deliver(true);
    }
}

} // namespace vestnik
