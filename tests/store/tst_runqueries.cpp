// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/jobrepository.h"
#include "core/store/runrepository.h"
#include "tests/store/storefixture.h"

#include <QElapsedTimer>

using namespace vestnik;
using namespace vestnik::test;

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;

RunChannel channelOf(ChannelId id, RunChannelStatus status = RunChannelStatus::Queued)
{
    RunChannel channel;
    channel.channelId = id;
    channel.username = QStringLiteral("channel%1").arg(id);
    channel.status = status;
    return channel;
}

QList<RunId> idsOf(const RunPage &page)
{
    QList<RunId> ids;
    for (const RunRecord &run : page.runs) {
        ids.append(run.id);
    }
    return ids;
}

/// A history of `count` runs, ten minutes apart, the newest an hour before noon: every 1000th failed, every 400th is a
/// backup; all read channel 1, each 5000th reads channel 2, too.
void fillHistory(TempStore &store, qint64 count)
{
    const Result<qint64> runs = store.database().execute(
        QStringLiteral("INSERT INTO runs (status, origin, kind, job_id, job_name, queued_at, started_at, finished_at, "
                       "posts_added) "
                       "WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                       "SELECT CASE WHEN i % 1000 = 0 THEN 'failed' WHEN i % 7 = 0 THEN 'skipped' ELSE 'done' END, "
                       "'schedule', CASE WHEN i % 400 = 0 THEN 'backup' ELSE 'parse' END, i % 20 + 1, 'a name', "
                       "%2 - (%1 - i) * 600000, %2 - (%1 - i) * 600000, %2 - (%1 - i) * 600000 + 1000, i % 5 FROM n")
            .arg(count)
            .arg(noon - hourMs));
    QVERIFY2(runs, runs ? "" : qPrintable(errorEnglish(runs.error())));
    QVERIFY(store.database().execute(
        QStringLiteral("INSERT INTO run_channels (run_id, channel_id, position, username, status) "
                       "SELECT id, 1, 0, 'a', 'ok' FROM runs UNION ALL "
                       "SELECT id, 2, 1, 'b', 'ok' FROM runs WHERE id % 5000 = 0")));
    if (usesPostgres()) {
        // As the server does by itself after a while.
        QVERIFY(store.database().execute(QStringLiteral("ANALYZE runs")));
        QVERIFY(store.database().execute(QStringLiteral("ANALYZE run_channels")));
    }
}

} // namespace

/// Finding runs in the history, and what charts are drawn of.
class TestRunQueries final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAreFound_data();
    void runsAreFound();
    void pagesFollowEachOther();
    void chartsOfRuns();
    void boundariesAreChecked();
    void aLongHistoryIsQuick();
};

void TestRunQueries::runsAreFound_data()
{
    QTest::addColumn<RunQuery>("query");
    QTest::addColumn<QList<RunId>>("expected");
    const auto with = [](const std::function<void(RunQuery &)> &change) {
        RunQuery query;
        change(query);
        return query;
    };
    using Ids = QList<RunId>;
    QTest::newRow("all") << RunQuery() << Ids{8, 7, 6, 5, 4, 3, 2, 1};
    QTest::newRow("state") << with([](RunQuery &q) { q.statuses = {RunStatus::Done}; }) << Ids{5, 3, 1};
    QTest::newRow("states") << with([](RunQuery &q) {
        q.statuses = {RunStatus::Missed, RunStatus::Failed};
    }) << Ids{6, 2};
    QTest::newRow("a state twice") << with([](RunQuery &q) {
        q.statuses = {RunStatus::Failed, RunStatus::Failed};
    }) << Ids{2};
    QTest::newRow("origins") << with([](RunQuery &q) { q.origins = {RunOrigin::Window, RunOrigin::Api}; }) << Ids{4, 3};
    QTest::newRow("kinds") << with([](RunQuery &q) { q.kinds = QStringList{QStringLiteral("backup")}; }) << Ids{5};
    QTest::newRow("two kinds") << with([](RunQuery &q) {
        q.kinds = QStringList{QStringLiteral("backup"), QStringLiteral("export")};
    }) << Ids{5, 4};
    QTest::newRow("unknown kind") << with([](RunQuery &q) { q.kinds = QStringList{QStringLiteral("digest")}; })
                                  << Ids{};
    QTest::newRow("job") << with([](RunQuery &q) { q.job = 2; }) << Ids{7, 2};
    QTest::newRow("channel") << with([](RunQuery &q) { q.channel = 30; }) << Ids{7, 1};
    QTest::newRow("channel and state") << with([](RunQuery &q) {
        q.channel = 30;
        q.statuses = {RunStatus::Done, RunStatus::Failed};
    }) << Ids{1};
    // Run n began n hours after noon; the eighth waits since then.
    QTest::newRow("from, included") << with([](RunQuery &q) { q.from = noon + 6 * hourMs; }) << Ids{8, 7, 6};
    QTest::newRow("to, excluded") << with([](RunQuery &q) { q.to = noon + 3 * hourMs; }) << Ids{2, 1};
    QTest::newRow("from and to") << with([](RunQuery &q) {
        q.from = noon + 3 * hourMs + 1;
        q.to = noon + 5 * hourMs + 1;
    }) << Ids{5, 4};
    QTest::newRow("before") << with([](RunQuery &q) { q.before = 3; }) << Ids{2, 1};
    QTest::newRow("states before") << with([](RunQuery &q) {
        q.before = 5;
        q.statuses = {RunStatus::Done, RunStatus::Failed};
    }) << Ids{3, 2, 1};
    QTest::newRow("everything at once") << with([](RunQuery &q) {
        q.statuses = {RunStatus::Running, RunStatus::Queued};
        q.origins = {RunOrigin::Schedule};
        q.kinds = QStringList{QStringLiteral("parse")};
        q.job = 2;
        q.channel = 30;
        q.from = noon;
        q.to = noon + dayMs;
        q.before = 8;
    }) << Ids{7};
}

void TestRunQueries::runsAreFound()
{
    QFETCH(RunQuery, query);
    QFETCH(QList<RunId>, expected);
    TempStore store;
    Job job;
    job.name = QStringLiteral("x");
    QCOMPARE(JobRepository(store.database()).add(job, 0).value(), 1);
    QCOMPARE(JobRepository(store.database()).add(job, 0).value(), 2);
    struct Row {
        RunStatus status;
        RunOrigin origin;
        const char *kind;
        JobId job;
        ChannelId channel;
    };
    const Row rows[] = {
        {RunStatus::Done, RunOrigin::Schedule, "parse", 1, 30},
        {RunStatus::Failed, RunOrigin::Schedule, "parse", 2, 31},
        {RunStatus::Done, RunOrigin::Window, "parse", 0, 31},
        {RunStatus::Skipped, RunOrigin::Api, "export", 1, 0},
        {RunStatus::Done, RunOrigin::Bot, "backup", 1, 0},
        {RunStatus::Missed, RunOrigin::Schedule, "parse", 1, 0},
        {RunStatus::Running, RunOrigin::Schedule, "parse", 2, 30},
        {RunStatus::Queued, RunOrigin::Schedule, "parse", 1, 0},
    };
    RunId id = 0;
    for (const Row &row : rows) {
        RunRecord run;
        run.status = row.status;
        run.origin = row.origin;
        run.kind = QString::fromLatin1(row.kind);
        run.job = row.job;
        run.queuedAt = noon + ++id * hourMs;
        run.startedAt = row.status == RunStatus::Queued ? 0 : run.queuedAt;
        QList<RunChannel> channels{channelOf(90)};
        if (row.channel != 0) {
            channels.append(channelOf(row.channel));
        }
        QCOMPARE(RunRepository(store.database()).begin(run, channels).value(), id);
    }
    const Result<RunPage> found = findRuns(store.database(), query);
    QVERIFY2(found, found ? "" : qPrintable(errorEnglish(found.error())));
    QCOMPARE(idsOf(*found), expected);
    QVERIFY(!found->hasMore);
}

void TestRunQueries::pagesFollowEachOther()
{
    TempStore store;
    RunRepository runs(store.database());
    for (int i = 1; i <= 10; ++i) {
        RunRecord run;
        run.status = i % 2 == 0 ? RunStatus::Done : RunStatus::Failed;
        QVERIFY(runs.add(run));
    }
    for (const QList<RunStatus> &statuses :
        {QList<RunStatus>(), QList<RunStatus>{RunStatus::Done, RunStatus::Failed, RunStatus::Missed}}) {
        RunQuery query;
        query.statuses = statuses;
        query.limit = 4;
        RunPage page = findRuns(store.database(), query).value();
        QCOMPARE(idsOf(page), (QList<RunId>{10, 9, 8, 7}));
        QVERIFY(page.hasMore);
        query.before = 7;
        query.limit = 6;
        page = findRuns(store.database(), query).value();
        QCOMPARE(idsOf(page), (QList<RunId>{6, 5, 4, 3, 2, 1}));
        QVERIFY(!page.hasMore);
        query.before = 1;
        QVERIFY(findRuns(store.database(), query)->runs.isEmpty());
        query = RunQuery();
        query.limit = -5;
        QCOMPARE(idsOf(findRuns(store.database(), query).value()), QList<RunId>{10});
    }
}

void TestRunQueries::chartsOfRuns()
{
    TempStore store;
    RunRepository runs(store.database());
    const auto add = [&runs](qint64 startedAt, RunStatus status, qint64 duration, int posts) {
        RunRecord run;
        run.status = status;
        run.queuedAt = startedAt;
        run.startedAt = startedAt;
        run.finishedAt = isGoing(status) ? 0 : startedAt + duration;
        run.postsAdded = posts;
        QVERIFY(runs.add(run));
    };
    add(noon - 1, RunStatus::Done, 9000, 1000); // before all
    add(noon, RunStatus::Done, 1000, 5);
    add(noon + hourMs - 1, RunStatus::Partly, 4000, 7);
    add(noon + hourMs, RunStatus::Failed, 10'000, 1);
    add(noon + 2 * hourMs, RunStatus::Stopped, 99'000, 20);
    add(noon + 2 * hourMs, RunStatus::Skipped, 0, 0);
    add(noon + dayMs, RunStatus::Missed, 0, 0);
    add(noon + dayMs + 1, RunStatus::Interrupted, 500, 0);
    add(noon + dayMs + 2, RunStatus::Running, 0, 3);
    add(noon + 3 * dayMs, RunStatus::Done, 9000, 1000); // behind all
    RunChartQuery query;
    query.hours = {noon, noon + hourMs, noon + 2 * hourMs, noon + 3 * hourMs, noon + 4 * hourMs};
    // A day of 25 hours, one of 23, and one without any run.
    query.days = {noon, noon + 25 * hourMs, noon + 48 * hourMs, noon + 72 * hourMs};
    const RunCharts charts = readRunCharts(store.database(), query).value();
    QCOMPARE(charts.postsPerHour, (QList<qint64>{12, 1, 20, 0}));
    QCOMPARE(charts.days.size(), 3);
    const RunCharts::Day first{2, 1, 2, 2, 5000, 10'000, 36};
    QVERIFY(charts.days.at(0) == first);
    QVERIFY(charts.days.at(1) == RunCharts::Day());
    QVERIFY(charts.days.at(2) == RunCharts::Day());

    query.hours.clear();
    query.days = {noon, noon + dayMs, noon + 3 * dayMs};
    const RunCharts daily = readRunCharts(store.database(), query).value();
    QVERIFY(daily.postsPerHour.isEmpty());
    QCOMPARE(daily.days.at(0).stopped, 1);
    const RunCharts::Day second{0, 0, 1, 1, -1, -1, 3};
    QVERIFY(daily.days.at(1) == second);
}

void TestRunQueries::boundariesAreChecked()
{
    TempStore store;
    RunChartQuery query;
    query.hours = {noon};
    const Result<RunCharts> none = readRunCharts(store.database(), query);
    QVERIFY(none && none->postsPerHour.isEmpty() && none->days.isEmpty());
    query.hours = {noon, noon};
    QCOMPARE(readRunCharts(store.database(), query).error().code, ErrorCode::InvalidArgument);
    query.hours.clear();
    for (int day = 0; day <= 366; ++day) {
        query.days.append(noon + day * dayMs);
    }
    QCOMPARE(readRunCharts(store.database(), query)->days.size(), 366);
    query.days.append(noon + 367 * dayMs);
    QCOMPARE(readRunCharts(store.database(), query).error().code, ErrorCode::InvalidArgument);
}

void TestRunQueries::aLongHistoryIsQuick()
{
    TempStore store;
    QVERIFY(store.database().transaction([&]() -> Result<void> {
        Job job;
        for (int i = 0; i < 20; ++i) {
            job.name = QString::number(i);
            if (const Result<JobId> added = JobRepository(store.database()).add(job, 0); !added) {
                return failure(added.error());
            }
        }
        return {};
    }));
    fillHistory(store, 200'000);
    QElapsedTimer timer;
    qint64 slowest = 0;
    const auto measure = [&](const char *name, qsizetype expected, const std::function<void(RunQuery &)> &change) {
        RunQuery query;
        change(query);
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 3; ++i) {
            timer.start();
            const Result<RunPage> page = findRuns(store.database(), query);
            best = std::min(best, timer.nsecsElapsed());
            QVERIFY(page);
            QCOMPARE(page->runs.size(), expected);
        }
        slowest = std::max(slowest, best);
        qInfo("%s: %.2f ms", name, double(best) / 1e6);
    };
    measure("all", 200, [](RunQuery &) {});
    measure("deep", 200, [](RunQuery &q) { q.before = 20'000; });
    measure("a job", 200, [](RunQuery &q) { q.job = 7; });
    measure("failed", 200, [](RunQuery &q) { q.statuses = {RunStatus::Failed}; });
    measure("failed, stopped, interrupted", 200, [](RunQuery &q) {
        q.statuses = {RunStatus::Failed, RunStatus::Stopped, RunStatus::Interrupted};
    });
    measure("skipped and done", 200, [](RunQuery &q) { q.statuses = {RunStatus::Skipped, RunStatus::Done}; });
    measure("channel of all", 200, [](RunQuery &q) { q.channel = 1; });
    measure("channel of few", 40, [](RunQuery &q) { q.channel = 2; });
    measure("backups", 200, [](RunQuery &q) { q.kinds = QStringList{QStringLiteral("backup")}; });
    measure("a kind of none", 0, [](RunQuery &q) { q.kinds = QStringList{QStringLiteral("digest")}; });
    measure("an origin of none", 0, [](RunQuery &q) { q.origins = {RunOrigin::Bot}; });
    measure("the last day", 139, [](RunQuery &q) { q.from = noon - dayMs; });
    measure("an early day", 144, [](RunQuery &q) {
        q.from = noon - 1300 * dayMs;
        q.to = noon - 1299 * dayMs;
    });
    RunChartQuery charts;
    for (int hour = 744; hour >= 0; --hour) {
        charts.hours.append(noon - hour * hourMs);
    }
    for (int day = 366; day >= 0; --day) {
        charts.days.append(noon - day * dayMs);
    }
    timer.start();
    const Result<RunCharts> drawn = readRunCharts(store.database(), charts);
    qInfo("charts of a year: %.2f ms", double(timer.nsecsElapsed()) / 1e6);
    QVERIFY(drawn);
    QCOMPARE(drawn->days.at(100).done + drawn->days.at(100).failed + drawn->days.at(100).skipped, 144);
    timer.start();
    const Result<QHash<JobId, RunRecord>> last = RunRepository(store.database()).lastOfJobs();
    qInfo("last of 20 jobs: %.2f ms", double(timer.nsecsElapsed()) / 1e6);
    QCOMPARE(last->size(), 20);
    timer.start();
    QVERIFY(RunRepository(store.database()).interruptGoing(noon)->isEmpty());
    qInfo("none to interrupt: %.2f ms", double(timer.nsecsElapsed()) / 1e6);
    timer.start();
    QCOMPARE(RunRepository(store.database()).pruneBefore(noon - 1000 * dayMs, 10'000).value(), 10'000);
    qInfo("10,000 pruned: %.2f ms", double(timer.nsecsElapsed()) / 1e6);
    // A generous limit for busy machines; a walk through all rows with their channels takes longer.
    QVERIFY2(slowest < 1'000'000'000, qPrintable(QString::number(slowest)));
}

VESTNIK_STORE_TEST_MAIN(TestRunQueries)
#include "tst_runqueries.moc"
