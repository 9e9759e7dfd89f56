// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/taskcontrol.h"
#include "core/model/task.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <map>
#include <memory>

namespace vestnik {

/// Runs long tasks beside both event loops, on threads without a loop, and tells how they go. Tasks that only read run
/// side by side; of those that write one goes at a time, in the order they came; some need to be alone. Lives on the
/// engine thread, owned by the engine; destroying it waits for what runs, so cancelAll() and idle() come first.
class TaskRunner final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskRunner)

public:
    /// On a pool thread. Takes what it needs by value.
    using Work = std::function<Result<TaskReport>(const TaskControl &)>;

    using Told = std::function<void(const TaskRecord &)>;

    struct Task {
        TaskKind kind = TaskKind::Export;
        QString subject; ///< shown; no secrets
        bool writes = false;
        bool alone = false; ///< begins when no other task runs, and none begins beside it; writes as well
        Work work;
        /// Before the work, on the engine thread; calls `go` when the work may begin (the store was closed), or gives
        /// the reason why it cannot. Empty: begins at once.
        std::function<void(std::function<void(Result<void>)> go)> prepare;
        /// After the work, on the engine thread; not if `prepare` failed or did not come to it. Calls `told` once, with
        /// the record or another one (a store that could not be opened again makes it Failed), which ends the task.
        std::function<void(const TaskRecord &record, const Told &told)> finish;
    };

    explicit TaskRunner(Clock &clock, QObject *parent = nullptr);
    ~TaskRunner() override;

    TaskId add(Task task);
    /// Ends it within a second or at the next safe point. Unknown ids are ignored.
    void cancel(TaskId task);
    void cancelAll();
    /// Nothing runs or waits.
    [[nodiscard]] bool isIdle() const { return m_tasks.empty(); }

Q_SIGNALS:
    /// At most five a second and task; the last one has an ended state.
    void changed(const vestnik::TaskRecord &record);
    void idle();

private:
    struct Going {
        Task task;
        TaskRecord record;
        TaskControl control;
        bool begun = false;
        bool prepared = false;
    };

    void startWaiting();
    void begin(TaskId id);
    void runWork(TaskId id);
    void ended(TaskId id, const Result<TaskReport> &result);
    void tellEnd(TaskId id, const TaskRecord &last);
    void tell();

    Clock &m_clock;
    std::map<TaskId, Going> m_tasks;
    TaskId m_lastId = 0;
    std::unique_ptr<ClockAlarm> m_alarm;
    QThreadPool m_threads; ///< last: its threads must be gone before the rest is
};

} // namespace vestnik
