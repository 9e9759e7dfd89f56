// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/job.h"

#include <functional>

namespace vestnik {

/// What carries out the jobs of one kind: a new kind is one such class and one line where they are registered. Lives on
/// the engine thread, owned by the scheduler.
class JobWorker {
public:
    /// Gets the run's record as it ended, with its numbers; the worker has stored it.
    using Ended = std::function<void(const RunRecord &)>;

    JobWorker() = default;
    virtual ~JobWorker() = default;
    Q_DISABLE_COPY_MOVE(JobWorker)

    [[nodiscard]] virtual QString kind() const = 0;
    /// The arguments and the target of a job, before it is stored. InvalidArgument, subject: the member.
    [[nodiscard]] virtual Result<void> check(const Job &job) const = 0;
    /// Begins. The row of `run` is stored as Queued; the worker stores it as Running, keeps its numbers, and at the end
    /// stores its last state and calls `ended`: exactly once, never before begin() has returned. A failure here means
    /// that nothing began, and `ended` is not called: the scheduler ends the row as Failed.
    /// A worker that finds nothing to do ends the run as Skipped.
    [[nodiscard]] virtual Result<void> begin(const RunRecord &run, const Job &job, const Ended &ended) = 0;
    /// Ends a run within 5 s, with this verdict unless it ended by itself meanwhile. Unknown ids are ignored.
    virtual void cancel(RunId run, const RunVerdict &verdict) = 0;
    /// What the job would do now; changes nothing. `done` is called once, at once or later.
    virtual void forecast(const Job &job, std::function<void(Result<QList<TaskFact>>)> done) = 0;
    /// Whether a run that was interrupted is gone on with at the next start: begin() gets a new run whose reason is
    /// Resumed with the old one.
    [[nodiscard]] virtual bool resumes() const { return false; }
};

} // namespace vestnik
