// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/jobs/recheckworker.h"

#include "core/engine/jobs/jobarguments.h"

namespace vestnik {
namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr int daysByDefault = 7;
constexpr int mostDays = 365;

} // namespace

Result<HistoryGoal> RecheckWorker::goal(const QJsonObject &arguments, qint64 now)
{
    const Result<int> days = jobarguments::number(arguments, QStringLiteral("days"), daysByDefault, 1, mostDays);
    if (!days) {
        return failure(days.error());
    }
    HistoryGoal goal;
    goal.kind = HistoryGoal::Kind::Recheck;
    goal.since = now - *days * dayMs;
    return goal;
}

Result<void> RecheckWorker::check(const Job &job) const
{
    return withoutValue(goal(job.arguments, 0));
}

Result<HistoryGoal> RecheckWorker::goalOf(const Job &job, qint64 now) const
{
    return goal(job.arguments, now);
}

} // namespace vestnik
