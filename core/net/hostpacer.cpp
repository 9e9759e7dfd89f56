// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/hostpacer.h"

#include <algorithm>
#include <cmath>

namespace vestnik {
namespace {

// Tokens are sums of fractions: a wait of exactly the right length must not miss one by rounding.
constexpr double wholeToken = 1.0 - 1e-6;

} // namespace

HostPacer::HostPacer(Clock &clock, double rate, int burst, int places)
    : m_clock(clock)
    , m_rate(std::max(0.0, rate))
    , m_burst(std::max(1, burst))
    , m_places(std::max(1, places))
    , m_tokens(m_burst)
    , m_refilledAt(clock.steady())
    , m_heldUntil(m_refilledAt)
    , m_alarm(clock.makeAlarm([this] { grant(); }))
{
}

QCoro::Task<std::optional<HostPacer::Turn>> HostPacer::acquire(bool paced, StopToken stop)
{
    if (stop.stopRequested()) {
        co_return std::nullopt;
    }
    const quint64 number = ++m_lastNumber;
    Completion<Turn> turn;
    m_queue.push_back(Waiter{number, paced, turn});
    grant();
    const std::optional<Turn> given = co_await turn.wait(stop);
    if (!given) {
        m_queue.remove_if([number](const Waiter &waiter) { return waiter.number == number; });
        grant();
    }
    co_return given;
}

void HostPacer::release()
{
    --m_active;
    grant();
}

void HostPacer::setPace(double rate, int burst)
{
    refill();
    m_rate = std::max(0.0, rate);
    m_burst = std::max(1, burst);
    m_tokens = std::min(m_tokens, static_cast<double>(m_burst));
    grant();
}

void HostPacer::hold(qint64 ms)
{
    m_heldUntil = std::max(m_heldUntil, m_clock.steady() + ms);
    arm();
}

void HostPacer::refuseQueued()
{
    std::list<Waiter> refused;
    refused.swap(m_queue);
    for (Waiter &waiter : refused) {
        waiter.turn.deliver(Turn::Refused);
    }
}

qint64 HostPacer::heldForMs() const
{
    return std::max<qint64>(0, m_heldUntil - m_clock.steady());
}

void HostPacer::refill()
{
    const qint64 now = m_clock.steady();
    m_tokens = std::min<double>(m_burst, m_tokens + m_rate * static_cast<double>(now - m_refilledAt) / 1000.0);
    m_refilledAt = now;
}

std::list<HostPacer::Waiter>::iterator HostPacer::nextInLine()
{
    if (m_active >= m_places || heldForMs() > 0) {
        return m_queue.end();
    }
    refill();
    if (m_rate == 0 || m_tokens >= wholeToken) {
        return m_queue.begin();
    }
    return std::find_if(m_queue.begin(), m_queue.end(), [](const Waiter &waiter) { return !waiter.paced; });
}

void HostPacer::grant()
{
    // Delivering a turn runs the one who waited, who may come back here: the outer call goes on with what changed.
    if (m_granting) {
        return;
    }
    m_granting = true;
    for (auto next = nextInLine(); next != m_queue.end(); next = nextInLine()) {
        Completion<Turn> turn = next->turn;
        if (next->paced && m_rate > 0) {
            m_tokens = std::max(0.0, m_tokens - 1.0);
        }
        m_queue.erase(next);
        ++m_active;
        turn.deliver(Turn::Granted);
    }
    m_granting = false;
    arm();
}

void HostPacer::arm()
{
    if (m_queue.empty() || m_active >= m_places) {
        m_alarm->cancel();
        return;
    }
    qint64 wait = heldForMs();
    if (wait == 0 && m_rate > 0) {
        wait = static_cast<qint64>(std::ceil((wholeToken - m_tokens) * 1000.0 / m_rate));
    }
    m_alarm->setIn(std::max<qint64>(1, wait));
}

} // namespace vestnik
