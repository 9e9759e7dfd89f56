// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>

namespace vestnik {

/// A single-shot alarm made by a Clock. Fires on the thread that made it, through its event loop.
class ClockAlarm {
public:
    virtual ~ClockAlarm() = default;
    /// Fires once in `ms` milliseconds (>= 0); replaces what was set before. Counts time in which the computer is
    /// awake.
    virtual void setIn(qint64 ms) = 0;
    virtual void cancel() = 0;
};

/// Watches the wall clock of a Clock as long as it lives.
class ClockWatch {
public:
    virtual ~ClockWatch() = default;
};

/// Where time comes from, so that tests can make it pass. Implementations are used on one thread each.
class Clock {
public:
    virtual ~Clock() = default;
    /// Wall time, ms since 1970-01-01 UTC. May jump.
    [[nodiscard]] virtual qint64 now() const = 0;
    /// Monotonic milliseconds from an arbitrary start. Never jumps back. Stands still while the computer sleeps.
    [[nodiscard]] virtual qint64 steady() const = 0;
    /// The same, but goes on while the computer sleeps: what it gained on steady() is sleep. Where the system cannot
    /// tell, the same as steady(), and sleep looks as if the wall clock had been set forward.
    [[nodiscard]] virtual qint64 sinceBoot() const = 0;
    [[nodiscard]] virtual std::unique_ptr<ClockAlarm> makeAlarm(std::function<void()> fired) = 0;
    /// Calls `jumped` on this thread, through its event loop, soon after the wall clock was set or the computer woke.
    /// nullptr where the system does not say.
    [[nodiscard]] virtual std::unique_ptr<ClockWatch> watchJumps(std::function<void()> jumped) = 0;
};

/// The computer's clock and Qt timers.
class SystemClock final : public Clock {
public:
    [[nodiscard]] qint64 now() const override;
    [[nodiscard]] qint64 steady() const override;
    [[nodiscard]] qint64 sinceBoot() const override;
    [[nodiscard]] std::unique_ptr<ClockAlarm> makeAlarm(std::function<void()> fired) override;
    [[nodiscard]] std::unique_ptr<ClockWatch> watchJumps(std::function<void()> jumped) override;
};

} // namespace vestnik
