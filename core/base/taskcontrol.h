// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <memory>

namespace vestnik {

/// The thread between a long task and whoever watches it: numbers out, a wish to end in. A value; copies share one
/// state; any thread. The task asks isCancelled() often enough to end within a second, and reports as often as it
/// likes: whoever shows the numbers looks at them when he has time.
class TaskControl final {
public:
    TaskControl()
        : m_state(std::make_shared<State>())
    {
    }

    void cancel() const { m_state->cancelled = true; }
    [[nodiscard]] bool isCancelled() const { return m_state->cancelled; }

    /// `total` -1: not known. Units (posts, bytes, pages) are those of the kind of task.
    void report(long long done, long long total = -1) const
    {
        m_state->done = done;
        m_state->total = total;
    }
    [[nodiscard]] long long done() const { return m_state->done; }
    [[nodiscard]] long long total() const { return m_state->total; }

private:
    struct State {
        std::atomic_bool cancelled = false;
        std::atomic<long long> done = 0;
        std::atomic<long long> total = -1;
    };
    std::shared_ptr<State> m_state;
};

} // namespace vestnik
