// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/jobs/jobhost.h"
#include "core/schedule/jobworker.h"

#include <QHash>

#include <optional>

namespace vestnik {

/// The base of kinds whose work is a long task: keeps the row of the run from its begin to its end. A run's
/// postsUpdated are the posts that were written or removed. Interrupted ones are begun anew: a task leaves nothing half
/// done that it would not find again.
class TaskWorker : public JobWorker {
public:
    [[nodiscard]] Result<void> begin(const RunRecord &run, const Job &job, const Ended &ended) override;
    void cancel(RunId run, const RunVerdict &verdict) override;
    [[nodiscard]] bool resumes() const override { return true; }

protected:
    struct Work {
        TaskSpec spec;
        JobHost::After after;
        QString subject; ///< for the log
    };

    explicit TaskWorker(JobHost &host)
        : m_host(host)
    {
    }
    /// What a run does; nullopt: there is nothing to do. `database`: the engine's connection, for short reads.
    [[nodiscard]] virtual Result<std::optional<Work>> workOf(
        const RunRecord &run, const Job &job, Database &database) = 0;
    /// Name of the fact that counts the posts.
    [[nodiscard]] virtual QString postsFact() const { return QStringLiteral("posts"); }
    /// Whether a task that ended well had anything to do.
    [[nodiscard]] virtual bool didSomething(const TaskReport &report) const;

    JobHost &m_host;

private:
    struct Going {
        RunRecord record;
        Ended ended;
        TaskId task = 0;
        std::optional<RunVerdict> verdict;
    };

    void onTask(RunId run, const TaskRecord &task);
    void finish(RunRecord record, const Ended &ended);

    QHash<RunId, Going> m_going;
};

} // namespace vestnik
