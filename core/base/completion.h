// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/stop.h"

#include <coroutine>
#include <memory>
#include <optional>

namespace vestnik {

/// A value that somebody will deliver, for a coroutine that can be stopped while it waits. One value, one waiter, one
/// thread; copies share the value. Unlike QCoro's own awaitables it never leaves a coroutine behind: a stop resumes it.
///
///     Completion<Page> page;
///     connect(worker, &Worker::parsed, this, [page](const Page &p) mutable { page.deliver(p); });
///     const std::optional<Page> result = co_await page.wait(stop);   // nullopt: stopped
template<typename T>
class Completion {
    struct State {
        std::optional<T> value;
        std::coroutine_handle<> waiting;
        StopWaiter *waiter = nullptr;
        StopToken token;
    };

    class Awaiter final : public StopWaiter {
    public:
        Awaiter(std::shared_ptr<State> state, StopToken token)
            : m_state(std::move(state))
            , m_token(std::move(token))
        {
        }
        [[nodiscard]] bool await_ready() const noexcept { return m_state->value || m_token.stopRequested(); }
        void await_suspend(std::coroutine_handle<> handle)
        {
            m_state->waiting = handle;
            m_state->waiter = this;
            m_state->token = m_token;
            m_token.link(this);
        }
        [[nodiscard]] std::optional<T> await_resume()
        {
            return m_token.stopRequested() && !m_state->value ? std::nullopt : std::move(m_state->value);
        }

    private:
        void stopped() override
        {
            m_state->waiter = nullptr;
            const std::coroutine_handle<> handle = std::exchange(m_state->waiting, {});
            if (handle) {
                handle.resume();
            }
        }
        std::shared_ptr<State> m_state;
        StopToken m_token;
    };

    // What co_await sees: GCC 12 moves the operand into the frame, so it must be movable; the awaiter is made in place.
    struct Wait {
        std::shared_ptr<State> state;
        StopToken token;
        Wait(std::shared_ptr<State> s, StopToken t)
            : state(std::move(s))
            , token(std::move(t))
        {
        }
        [[nodiscard]] Awaiter operator co_await() const { return Awaiter(state, token); }
    };

public:
    Completion()
        : m_state(std::make_shared<State>())
    {
    }

    /// Hands the value over and resumes the waiter at once. A second delivery, or one after a stop, is dropped.
    void deliver(T value)
    {
        const std::shared_ptr<State> state = m_state;
        if (state->value) {
            return;
        }
        state->value.emplace(std::move(value));
        if (state->waiter) {
            state->token.unlink(std::exchange(state->waiter, nullptr));
        }
        if (const std::coroutine_handle<> handle = std::exchange(state->waiting, {})) {
            handle.resume();
        }
    }

    /// co_await gives the value, or nullopt when `token` was stopped first.
    [[nodiscard]] Wait wait(StopToken token) const { return Wait(m_state, std::move(token)); }

private:
    std::shared_ptr<State> m_state;
};

/// `co_await` a pause of `ms` milliseconds of `clock`; gives true when the time is up, false when stopped.
class Pause {
    class Awaiter final : public StopWaiter {
    public:
        Awaiter(Clock &clock, StopToken token, qint64 ms)
            : m_clock(clock)
            , m_token(std::move(token))
            , m_ms(ms)
        {
        }
        [[nodiscard]] bool await_ready() const noexcept { return m_ms <= 0 || m_token.stopRequested(); }
        void await_suspend(std::coroutine_handle<> handle)
        {
            m_handle = handle;
            m_token.link(this);
            m_alarm = m_clock.makeAlarm([this] {
                m_token.unlink(this);
                m_handle.resume();
            });
            m_alarm->setIn(m_ms);
        }
        [[nodiscard]] bool await_resume() const noexcept { return !m_token.stopRequested(); }

    private:
        void stopped() override
        {
            m_alarm->cancel();
            m_handle.resume();
        }
        Clock &m_clock;
        StopToken m_token;
        qint64 m_ms;
        std::unique_ptr<ClockAlarm> m_alarm;
        std::coroutine_handle<> m_handle;
    };

public:
    Pause(Clock &clock, StopToken token, qint64 ms)
        : m_clock(&clock)
        , m_token(std::move(token))
        , m_ms(ms)
    {
    }
    [[nodiscard]] Awaiter operator co_await() const { return Awaiter(*m_clock, m_token, m_ms); }

private:
    Clock *m_clock;
    StopToken m_token;
    qint64 m_ms;
};

} // namespace vestnik
