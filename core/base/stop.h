// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <list>
#include <memory>

namespace vestnik {

/// Something that wants to know of a stop while it waits. Linked into one StopToken at a time.
class StopWaiter {
public:
    StopWaiter() = default;
    StopWaiter(const StopWaiter &) = delete;
    StopWaiter &operator=(const StopWaiter &) = delete;
    virtual ~StopWaiter() = default;

private:
    friend class StopToken;
    friend class StopSource;
    /// Called once, after the waiter was unlinked.
    virtual void stopped() = 0;
};

/// Says whether work should end, and wakes those who wait. A copyable handle for coroutine parameters; all copies of a
/// source's tokens belong to one thread. A default-made token never stops.
class StopToken {
public:
    StopToken() = default;
    [[nodiscard]] bool stopRequested() const { return m_state && m_state->stopped; }

    /// Links `waiter` until unlink() or the stop, whichever comes first. Does nothing if already stopped.
    void link(StopWaiter *waiter) const
    {
        if (m_state && !m_state->stopped) {
            m_state->waiters.push_back(waiter);
        }
    }
    void unlink(StopWaiter *waiter) const
    {
        if (m_state) {
            m_state->waiters.remove(waiter);
        }
    }

private:
    friend class StopSource;
    struct State {
        bool stopped = false;
        std::list<StopWaiter *> waiters;
        std::list<std::weak_ptr<State>> children;
    };
    explicit StopToken(std::shared_ptr<State> state)
        : m_state(std::move(state))
    {
    }
    std::shared_ptr<State> m_state;
};

/// Asks for a stop. Work that was given one of its tokens is resumed at once, inside requestStop(). One thread.
class StopSource {
public:
    StopSource()
        : m_state(std::make_shared<StopToken::State>())
    {
    }
    /// A source that is also stopped when `parent` is.
    explicit StopSource(const StopToken &parent)
        : StopSource()
    {
        if (parent.m_state) {
            if (parent.m_state->stopped) {
                m_state->stopped = true;
            } else {
                parent.m_state->children.remove_if([](const auto &child) { return child.expired(); });
                parent.m_state->children.push_back(m_state);
            }
        }
    }

    [[nodiscard]] StopToken token() const { return StopToken(m_state); }
    [[nodiscard]] bool stopRequested() const { return m_state->stopped; }
    void requestStop() { stop(m_state); }

private:
    static void stop(const std::shared_ptr<StopToken::State> &given)
    {
        // A waiter that is resumed may end the owner of this source: hold the state.
        const std::shared_ptr<StopToken::State> state = given;
        state->stopped = true;
        while (!state->waiters.empty()) {
            StopWaiter *waiter = state->waiters.front();
            state->waiters.pop_front();
            waiter->stopped();
        }
        while (!state->children.empty()) {
            const std::shared_ptr<StopToken::State> child = state->children.front().lock();
            state->children.pop_front();
            if (child) {
                stop(child);
            }
        }
    }

    std::shared_ptr<StopToken::State> m_state;
};

} // namespace vestnik
