// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"

#include <algorithm>
#include <functional>
#include <list>
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
    class Watch;
    struct State {
        qint64 steady = 1'000'000;
        quint64 settings = 0;
        std::map<Moment, Alarm *> due;
        std::list<Watch *> watches;
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

    class Watch final : public ClockWatch {
        Q_DISABLE_COPY_MOVE(Watch)

    public:
        Watch(std::shared_ptr<State> state, std::function<void()> jumped)
            : m_state(std::move(state))
            , m_jumped(std::move(jumped))
        {
            m_state->watches.push_back(this);
        }
        ~Watch() override { m_state->watches.remove(this); }
        [[nodiscard]] std::function<void()> jumped() const { return m_jumped; }

    private:
        std::shared_ptr<State> m_state;
        std::function<void()> m_jumped;
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
    [[nodiscard]] qint64 sinceBoot() const override { return m_state->steady + m_slept; }
    [[nodiscard]] std::unique_ptr<ClockAlarm> makeAlarm(std::function<void()> fired) override
    {
        return std::make_unique<Alarm>(m_state, std::move(fired));
    }
    [[nodiscard]] std::unique_ptr<ClockWatch> watchJumps(std::function<void()> jumped) override
    {
        return std::make_unique<Watch>(m_state, std::move(jumped));
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
    /// Sets the wall time, as an operator or a time server would; nothing fires, but those who watch are told.
    void jumpTo(qint64 now)
    {
        m_now = now;
        tellWatches();
    }
    /// The computer sleeps: nothing fires; those who watch are told when it wakes.
    void sleep(qint64 ms)
    {
        m_now += ms;
        m_slept += ms;
        tellWatches();
    }
    /// Time passes while this thread is busy elsewhere: what falls due fires late, at the next advance().
    void stall(qint64 ms) { moveTo(m_state->steady + ms); }
    /// Alarms that are set.
    [[nodiscard]] int pending() const { return static_cast<int>(m_state->due.size()); }
    /// Milliseconds until the next alarm; -1 if none is set.
    [[nodiscard]] qint64 nextIn() const
    {
        return m_state->due.empty() ? -1 : m_state->due.begin()->first.first - m_state->steady;
    }

private:
    void tellWatches()
    {
        // A watch may be destroyed by what another one calls.
        const std::list<Watch *> told = m_state->watches;
        for (Watch *watch : told) {
            const auto &there = m_state->watches;
            if (std::find(there.begin(), there.end(), watch) != there.end()) {
                const std::function<void()> jumped = watch->jumped();
                jumped();
            }
        }
    }

    void moveTo(qint64 steady)
    {
        m_now += std::max<qint64>(0, steady - m_state->steady);
        m_state->steady = std::max(m_state->steady, steady);
    }

    std::shared_ptr<State> m_state = std::make_shared<State>();
    qint64 m_now = 1'800'000'000'000;
    qint64 m_slept = 0;
};

} // namespace vestnik
