// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/completion.h"
#include "core/base/stop.h"

#include <QCoroTask>

#include <list>
#include <memory>
#include <optional>

namespace vestnik {

/// Lets requests go to one host: a token bucket (`rate` a second, `burst` at most at once), a number of places for
/// those in flight, and a hold. First come, first served. One thread; the clock must outlive it; destroy it only when
/// nothing waits.
class HostPacer final {
public:
    enum class Turn {
        Granted, ///< go, and release() when done
        Refused, ///< refuseQueued() was called; nothing to release
    };

    /// `rate` 0 = no limit of requests a second; `burst` and `places` >= 1.
    HostPacer(Clock &clock, double rate, int burst, int places);
    HostPacer(const HostPacer &) = delete;
    HostPacer &operator=(const HostPacer &) = delete;

    /// Waits for a turn; nullopt when stopped. `paced` false takes a place but no token, and passes those who wait for
    /// one.
    [[nodiscard]] QCoro::Task<std::optional<Turn>> acquire(bool paced, StopToken stop);
    void release();

    void setPace(double rate, int burst);
    /// Nobody goes for `ms` milliseconds from now; a longer hold that is on stays.
    void hold(qint64 ms);
    /// Sends all away who wait.
    void refuseQueued();

    [[nodiscard]] int queued() const { return static_cast<int>(m_queue.size()); }
    [[nodiscard]] int active() const { return m_active; }
    /// Milliseconds that the hold still lasts; 0 = none.
    [[nodiscard]] qint64 heldForMs() const;

private:
    struct Waiter {
        quint64 number = 0;
        bool paced = true;
        Completion<Turn> turn;
    };

    void refill();
    void grant();
    void arm();
    [[nodiscard]] std::list<Waiter>::iterator nextInLine();

    Clock &m_clock;
    double m_rate;
    int m_burst;
    const int m_places;
    double m_tokens;
    qint64 m_refilledAt;
    qint64 m_heldUntil = 0; ///< monotonic ms
    int m_active = 0;
    bool m_granting = false;
    quint64 m_lastNumber = 0;
    std::list<Waiter> m_queue;
    std::unique_ptr<ClockAlarm> m_alarm;
};

} // namespace vestnik
