// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/completion.h"
#include "core/base/result.h"
#include "core/base/stop.h"
#include "core/net/circuitbreaker.h"
#include "core/net/hostpacer.h"

#include <QByteArray>
#include <QString>

#include <QCoroTask>

#include <functional>
#include <list>

namespace vestnik {

/// The way to one host: circuit breaker first, then pace. Every enter() that says Go or Probe is followed by exactly
/// one of succeeded(), failed() and left(). One thread; owned by HttpClient; destroy it only when nothing waits.
class HostGate final {
public:
    enum class Entry {
        Go,
        Probe, ///< go; the host is being tried out
        Refused, ///< the host is left alone: pausedError()
        Stopped,
    };

    /// `onChanged` is called when the host begins or ends to hold requests back.
    HostGate(Clock &clock, const QString &label, double rate, int burst, int places, std::function<void()> onChanged);
    HostGate(const HostGate &) = delete;
    HostGate &operator=(const HostGate &) = delete;

    /// Waits for the breaker's probe and for a turn. `key` names the page.
    [[nodiscard]] QCoro::Task<Entry> enter(QByteArray key, bool paced, StopToken stop);
    /// The host answered.
    void succeeded();
    void failed(const QByteArray &key, CircuitBreaker::Failure failure, bool probe, const Error &error);
    /// Ended without saying anything about the host.
    void left(bool probe);

    /// The host asked for a pause; `error` says how.
    void hold(qint64 ms, const Error &error);
    /// Closes the breaker; a hold stays.
    void forgive();
    void setPace(double rate, int burst) { m_pacer.setPace(rate, burst); }

    [[nodiscard]] const QString &label() const { return m_label; }
    [[nodiscard]] int queued() const { return m_pacer.queued(); }
    /// True while every request would be refused.
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] qint64 heldForMs() const { return m_pacer.heldForMs(); }
    [[nodiscard]] qint64 openForMs() const;
    /// Why requests are held back; code None if they are not.
    [[nodiscard]] Error reason() const;
    /// HostPaused with what is known.
    [[nodiscard]] Error pausedError() const;

private:
    void tellVerdict();

    Clock &m_clock;
    const QString m_label;
    HostPacer m_pacer;
    CircuitBreaker m_breaker;
    std::list<Completion<bool>> m_verdicts; ///< of those who wait for the probe
    Error m_reason;
    bool m_reported = false;
    std::function<void()> m_onChanged;
};

} // namespace vestnik
