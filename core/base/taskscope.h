// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoroTask>

#include <functional>

namespace vestnik {

/// Counts the running coroutines of one owner, so that the owner can be sure that none is left when it goes.
/// QCoro tasks detach when dropped and cannot be cancelled: the owner stops its StopSource, then waits for `onIdle`.
/// One thread. The scope must outlive its tasks: destroy it only when live() is 0.
class TaskScope {
public:
    TaskScope() = default;
    ~TaskScope();
    TaskScope(const TaskScope &) = delete;
    TaskScope &operator=(const TaskScope &) = delete;

    /// Takes a task that has begun. An exception that leaves it is logged; it cannot be seen otherwise.
    void spawn(QCoro::Task<> task);
    [[nodiscard]] int live() const { return m_live; }
    /// Called each time that the last task ended, from inside that task's end: delete nothing here, post instead.
    void setOnIdle(std::function<void()> onIdle) { m_onIdle = std::move(onIdle); }

private:
    QCoro::Task<> supervise(QCoro::Task<> task);

    int m_live = 0;
    std::function<void()> m_onIdle;
};

} // namespace vestnik
