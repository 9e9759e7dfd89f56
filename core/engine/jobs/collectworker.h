// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/jobs/jobhost.h"
#include "core/schedule/jobworker.h"

namespace vestnik {

/// The base of kinds that read channels: the collector does the work and keeps the rows. A run that was interrupted is
/// gone on with, because what it had read need not be read again.
class CollectWorker : public JobWorker {
public:
    [[nodiscard]] Result<void> begin(const RunRecord &run, const Job &job, const Ended &ended) override;
    void cancel(RunId run, const RunVerdict &verdict) override;
    void forecast(const Job &job, std::function<void(Result<QList<TaskFact>>)> done) override;
    [[nodiscard]] bool resumes() const override { return true; }

protected:
    explicit CollectWorker(JobHost &host)
        : m_host(host)
    {
    }
    /// How far back this job reads; `now`: ms UTC.
    [[nodiscard]] virtual Result<HistoryGoal> goalOf(const Job &job, qint64 now) const = 0;

private:
    JobHost &m_host;
};

} // namespace vestnik
