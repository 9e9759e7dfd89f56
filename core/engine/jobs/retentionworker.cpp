// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/jobs/retentionworker.h"

#include "core/archive/retention.h"

#include <algorithm>

namespace vestnik {

Result<void> RetentionWorker::check(const Job &job) const
{
    Q_UNUSED(job) // the rules are the store's
    return {};
}

Result<std::optional<TaskWorker::Work>> RetentionWorker::workOf(
    const RunRecord &run, const Job &job, Database &database)
{
    Q_UNUSED(run)
    Q_UNUSED(job)
    Q_UNUSED(database)
    Work work;
    work.spec = RetentionSpec{false};
    return std::optional(work);
}

bool RetentionWorker::didSomething(const TaskReport &report) const
{
    return std::any_of(report.facts.begin(), report.facts.end(),
        [this](const TaskFact &fact) { return fact.name == postsFact() && fact.value > 0; });
}

void RetentionWorker::forecast(const Job &job, std::function<void(Result<QList<TaskFact>>)> done)
{
    Q_UNUSED(job)
    const std::shared_ptr<ReadPool> pool = m_host.readPool();
    if (!pool) {
        done(failure(ErrorCode::DatabaseBusy));
        return;
    }
    const qint64 now = m_host.clock().now();
    pool->run<QList<TaskFact>>(
        [now](Database &database) -> Result<QList<TaskFact>> {
            const Result<TaskReport> counted = applyRetention(database, RetentionSpec{true}, now, TaskControl());
            return counted ? Result<QList<TaskFact>>(counted->facts) : failure(counted.error());
        },
        m_host.context(), std::move(done));
}

} // namespace vestnik
