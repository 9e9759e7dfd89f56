// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/retention.h"

#include "core/archive/controlled.h"
#include "core/store/retentionrepository.h"

#include <QElapsedTimer>
#include <QSemaphore>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int postsAtOnce = 200; ///< some tens of milliseconds
constexpr int longestPauseMs = 200;

/// Another writer polls for its turn: without a gap between two transactions it might not get one for seconds.
void letOthersWrite(qint64 workedMs)
{
    QSemaphore never;
    (void)never.tryAcquire(1, int(std::clamp<qint64>(workedMs, 5, longestPauseMs)));
}

TaskReport counted(const QList<RetentionPlan> &plans)
{
    TaskReport report;
    qint64 posts = 0;
    qint64 starred = 0;
    qint64 marked = 0;
    for (const RetentionPlan &plan : plans) {
        if (plan.posts > 0) {
            report.add(QStringLiteral("posts_to_remove"), plan.posts, plan.username);
        }
        posts += plan.posts;
        starred += plan.starred;
        marked += plan.marked;
    }
    report.add(QStringLiteral("posts_to_remove_total"), posts);
    report.add(QStringLiteral("starred_kept"), starred);
    report.add(QStringLiteral("noted_or_tagged_to_remove"), marked);
    return report;
}

} // namespace

Result<TaskReport> applyRetention(Database &database, const RetentionSpec &spec, qint64 now, const TaskControl &control)
{
    const Controlled controlled(database, control);
    RetentionRepository retention(database);
    Result<QList<RetentionPlan>> plans = retention.plans(now);
    if (!plans) {
        return failure(plans.error());
    }
    std::stable_sort(
        plans->begin(), plans->end(), [](const RetentionPlan &a, const RetentionPlan &b) { return a.posts > b.posts; });
    if (spec.dryRun) {
        return counted(*plans);
    }
    qint64 total = 0;
    qint64 starred = 0;
    for (const RetentionPlan &plan : std::as_const(*plans)) {
        total += plan.posts;
        starred += plan.starred;
    }
    TaskReport report;
    qint64 done = 0;
    control.report(0, total);
    for (const RetentionPlan &plan : std::as_const(*plans)) {
        qint64 removed = 0;
        for (PostId after = 0;;) {
            QElapsedTimer worked;
            worked.start();
            const Result<QList<PostId>> gone = retention.removeSome(plan, after, postsAtOnce);
            if (!gone) {
                return failure(gone.error());
            }
            if (gone->isEmpty()) {
                break;
            }
            after = gone->last();
            removed += gone->size();
            control.report(done + removed, std::max(total, done + removed));
            letOthersWrite(worked.elapsed());
        }
        if (removed > 0) {
            report.add(QStringLiteral("posts_removed"), removed, plan.username);
        }
        done += removed;
    }
    report.add(QStringLiteral("posts_removed_total"), done);
    report.add(QStringLiteral("starred_kept"), starred);
    return report;
}

} // namespace vestnik
