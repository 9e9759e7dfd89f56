// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace vestnik {

/// A clock that stands still until a test moves it. Alarms fire inside advance(), in the order of their times, those of
/// one moment in the order in which they were set. One thread; alarms may outlive it.
class FakeClock final : public Clock {
    // Due time, then the order of setting.
    using Moment = std::pair<qint64, quint64>;
    class Alarm;
    struct State {
        qint64 steady = 1'000'000;
        quint64 settings = 0;
        std::map<Moment, Alarm *> due;
    };

    class Alarm final : public ClockAlarm {
    public:
        Alarm(std::shared_ptr<State> state, std::function<void()> fired)
            : m_state(std::move(state))
            , m_fired(std::move(fired))
        {
        }
        ~Alarm() override { Alarm::cancel(); }
        void setIn(qint64 ms) override
        {
            cancel();
            m_moment = Moment(m_state->steady + std::max<qint64>(0, ms), ++m_state->settings);
            m_state->due.emplace(m_moment, this);
        }
        void cancel() override
        {
            // Only its own entry: it may have fired, or have been set anew, in between.
            const auto entry = m_state->due.find(m_moment);
            if (entry != m_state->due.end() && entry->second == this) {
                m_state->due.erase(entry);
            }
        }
        [[nodiscard]] std::function<void()> fired() const { return m_fired; }

    private:
        std::shared_ptr<State> m_state;
        std::function<void()> m_fired;
        Moment m_moment{-1, 0};
    };

public:
    FakeClock() = default;
    /// Wall time to begin with, ms UTC.
    explicit FakeClock(qint64 now)
        : m_now(now)
    {
    }

    [[nodiscard]] qint64 now() const override { return m_now; }
    [[nodiscard]] qint64 steady() const override { return m_state->steady; }
    [[nodiscard]] std::unique_ptr<ClockAlarm> makeAlarm(std::function<void()> fired) override
    {
        return std::make_unique<Alarm>(m_state, std::move(fired));
    }

    /// Lets `ms` milliseconds pass, and fires what falls due, at its own time; alarms set meanwhile included.
    void advance(qint64 ms)
    {
        const qint64 target = m_state->steady + ms;
        while (!m_state->due.empty() && m_state->due.begin()->first.first <= target) {
            const auto first = m_state->due.begin();
            moveTo(first->first.first);
            // A copy: the alarm may be destroyed by what it calls.
            const std::function<void()> fired = first->second->fired();
            m_state->due.erase(first);
            fired();
        }
        moveTo(target);
    }
    /// Sets the wall time, as an operator or daylight saving would; nothing fires.
    void jumpTo(qint64 now) { m_now = now; }
    /// Alarms that are set.
    [[nodiscard]] int pending() const { return static_cast<int>(m_state->due.size()); }
    /// Milliseconds until the next alarm; -1 if none is set.
    [[nodiscard]] qint64 nextIn() const
    {
        return m_state->due.empty() ? -1 : m_state->due.begin()->first.first - m_state->steady;
    }

private:
    void moveTo(qint64 steady)
    {
        m_now += std::max<qint64>(0, steady - m_state->steady);
        m_state->steady = std::max(m_state->steady, steady);
    }

    std::shared_ptr<State> m_state = std::make_shared<State>();
    qint64 m_now = 1'800'000'000'000;
};

} // namespace vestnik
