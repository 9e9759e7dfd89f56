// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/check.h"

#include "core/archive/controlled.h"
#include "core/store/postrepository.h"
#include "core/store/storecheck.h"

namespace vestnik {
namespace {

constexpr qint64 steps = 1000;
constexpr qsizetype mostProblems = 20;
constexpr int postsIndexedAtOnce = 256;

/// Tables of posts take nearly all the time: they count for more.
qint64 weightOf(const QString &table)
{
    return table == QLatin1String("posts") ? 20 : table == QLatin1String("post_versions") ? 3 : 1;
}

Result<QStringList> checkTables(
    Database &database, const CheckSpec &spec, const TaskControl &control, TaskReport &report)
{
    const Result<QStringList> tables = storecheck::tables(database);
    if (!tables) {
        return tables;
    }
    qint64 all = 20; // for the index and the numbers
    for (const QString &table : *tables) {
        all += weightOf(table);
    }
    QStringList problems;
    qint64 done = 0;
    for (const QString &table : *tables) {
        control.report(done * steps / all, steps);
        const Result<QStringList> found = storecheck::problemsOf(database, table, spec.thorough);
        if (!found) {
            return found;
        }
        problems += *found;
        done += weightOf(table);
        if (control.isCancelled()) {
            return failure(ErrorCode::Cancelled, database.path());
        }
    }
    control.report(done * steps / all, steps);
    report.add(QStringLiteral("tables_checked"), tables->size());
    return problems;
}

Result<void> checkIndex(Database &database, const TaskControl &control, TaskReport &report)
{
    const Result<bool> sound = storecheck::textIndexIsSound(database);
    if (!sound || *sound) {
        return sound ? Result<void>() : Result<void>(failure(sound.error()));
    }
    report.add(QStringLiteral("index_damaged"), 1);
    const Result<qint64> queued = storecheck::emptyTextIndex(database);
    if (!queued) {
        return failure(queued.error());
    }
    report.add(QStringLiteral("repaired_index"), *queued);
    // The engine would do it in its quiet moments; whoever repairs waits for it.
    PostRepository posts(database);
    for (qint64 left = *queued; left > 0 && !control.isCancelled();) {
        const Result<qint64> waiting = posts.indexWaiting(postsIndexedAtOnce);
        if (!waiting) {
            return failure(waiting.error());
        }
        left = *waiting;
    }
    return {};
}

using Count = Result<qint64> (*)(Database &);

/// One kind of thing that may be wrong, counted and put right.
Result<void> countAndRepair(
    Database &database, Count count, Count repair, const char *wrong, const char *repaired, TaskReport &report)
{
    const Result<qint64> found = count(database);
    if (!found || *found == 0) {
        return found ? Result<void>() : Result<void>(failure(found.error()));
    }
    report.add(QString::fromLatin1(wrong), *found);
    if (database.isReadOnly()) {
        return {};
    }
    const Result<qint64> done = repair(database);
    if (!done) {
        return failure(done.error());
    }
    report.add(QString::fromLatin1(repaired), *done);
    return {};
}

} // namespace

Result<TaskReport> checkStore(Database &database, const CheckSpec &spec, const TaskControl &control)
{
    const Controlled controlled(database, control);
    TaskReport report;
    const Result<QStringList> problems = checkTables(database, spec, control, report);
    if (!problems) {
        return failure(problems.error());
    }
    report.add(QStringLiteral("problems"), problems->size());
    for (const QString &problem : problems->mid(0, mostProblems)) {
        report.add(QStringLiteral("problem"), 1, problem);
    }
    // Writing into a damaged file may make it worse.
    if (!problems->isEmpty()) {
        return report;
    }
    Result<void> step = countAndRepair(
        database, &storecheck::orphans, &storecheck::removeOrphans, "orphans", "repaired_orphans", report);
    if (step) {
        step = countAndRepair(
            database, &storecheck::wrongCounts, &storecheck::repairCounts, "counts_wrong", "repaired_counts", report);
    }
    if (step && spec.thorough && !database.isReadOnly()) {
        step = checkIndex(database, control, report);
    }
    if (!step) {
        return failure(step.error());
    }
    control.report(steps, steps);
    return report;
}

} // namespace vestnik
