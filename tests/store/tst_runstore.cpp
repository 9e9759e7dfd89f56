// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/jobrepository.h"
#include "core/store/runrepository.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

RunChannel channelOf(ChannelId id, RunChannelStatus status = RunChannelStatus::Queued)
{
    RunChannel channel;
    channel.channelId = id;
    channel.username = QStringLiteral("channel%1").arg(id);
    channel.status = status;
    return channel;
}

/// A run that uses every member.
RunRecord fullRun(JobId job)
{
    RunRecord run;
    run.status = RunStatus::Partly;
    run.origin = RunOrigin::Bot;
    run.kind = QStringLiteral("recheck");
    run.job = job;
    run.jobName = QStringLiteral("Ночью");
    run.dueAt = noon - 5;
    run.queuedAt = noon - 3;
    run.attempt = 4;
    run.reason = RunReason{RunReasonKind::CatchUp, 812, 3, 1, noon - 100, noon - 50};
    run.startedAt = noon;
    run.finishedAt = noon + 1234;
    run.channelsTotal = 9;
    run.channelsDone = 8;
    run.channelsFailed = 2;
    run.postsAdded = 77;
    run.postsUpdated = 6;
    run.bytes = 5'000'000'000;
    run.error = Error{ErrorCode::TimedOut, QStringLiteral("t.me"), QStringLiteral("30 s")};
    return run;
}

LogEntry entryOf(RunId run, qint64 number)
{
    LogEntry entry;
    entry.number = number;
    entry.at = noon + number;
    entry.level = LogLevel::Warning;
    entry.event = LogEvent::ChannelParsed;
    entry.subject = QStringLiteral("@somewhere");
    entry.args = {QStringLiteral("4"), QStringLiteral("\"quoted\" текст")};
    entry.run = run;
    return entry;
}

} // namespace

class TestRunStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsComeBackAsTheyWere();
    void severalRowsAreOneTransaction();
    void aStoredRowBegins();
    void whatOnlyWaitedIsInterruptedToo();
    void logsOfRuns();
    void aLogHasAnEnd();
    void statisticsOfRuns();
    void endedRunsArePruned();
};

void TestRunStore::runsComeBackAsTheyWere()
{
    TempStore store;
    Job job;
    job.name = QStringLiteral("x");
    const JobId jobId = JobRepository(store.database()).add(job, 0).value();
    RunRepository runs(store.database());
    RunRecord full = fullRun(jobId);
    full.id = runs.add(full).value();
    RunRecord plain;
    plain.id = runs.add(plain).value();
    store.reopen();
    RunRepository again(store.database());
    QVERIFY(again.run(full.id).value() == full);
    QVERIFY(again.run(plain.id).value() == plain);
    // What a run is for does not change with its state.
    RunRecord other = plain;
    other.id = full.id;
    QVERIFY(again.saveRun(other));
    other.kind = full.kind;
    other.job = full.job;
    other.jobName = full.jobName;
    other.dueAt = full.dueAt;
    QVERIFY(again.run(full.id).value() == other);
}

void TestRunStore::severalRowsAreOneTransaction()
{
    TempStore store;
    RunRepository runs(store.database());
    QVERIFY(runs.add(QList<RunRecord>())->isEmpty());
    const QList<RunId> ids = runs.add({RunRecord(), fullRun(0), RunRecord()}).value();
    QCOMPARE(ids.size(), 3);
    QVERIFY(ids.at(0) < ids.at(1) && ids.at(1) < ids.at(2));
    QCOMPARE(runs.run(ids.at(1))->reason.run, 812);
    const Result<void> failed = store.database().transaction([&]() -> Result<void> {
        const Result<QList<RunId>> more = runs.add({RunRecord(), RunRecord()});
        return more ? failure(ErrorCode::Cancelled) : failure(more.error());
    });
    QVERIFY(!failed);
    QCOMPARE(runs.recent(10)->size(), 3);
}

void TestRunStore::aStoredRowBegins()
{
    TempStore store;
    RunRepository runs(store.database());
    RunRecord run;
    run.jobName = QStringLiteral("name");
    run.id = runs.add(run).value();
    QVERIFY(runs.channelsOf(run.id)->isEmpty());
    run.status = RunStatus::Running;
    run.startedAt = noon;
    run.channelsTotal = 2;
    QVERIFY(runs.beginStored(run, {channelOf(9), channelOf(4)}));
    QVERIFY(runs.run(run.id).value() == run);
    const QList<RunChannel> channels = runs.channelsOf(run.id).value();
    QCOMPARE(channels.size(), 2);
    QCOMPARE(channels.at(0).channelId, 9);
    QCOMPARE(channels.at(0).runId, run.id);
    QCOMPARE(channels.at(1).channelId, 4);
    RunChannel late = channelOf(2, RunChannelStatus::Ok);
    late.runId = run.id;
    QVERIFY(runs.saveChannel(late));
    QCOMPARE(runs.channelsOf(run.id)->at(2).channelId, 2);
    run.id = 77;
    QCOMPARE(runs.beginStored(run, {channelOf(1)}).error().code, ErrorCode::NotFound);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM run_channels")), 3);
}

void TestRunStore::whatOnlyWaitedIsInterruptedToo()
{
    TempStore store;
    RunRepository runs(store.database());
    RunRecord waiting;
    waiting.queuedAt = noon - 500;
    waiting.reason.kind = RunReasonKind::CatchUp;
    waiting.reason.count = 2;
    const RunId id = runs.add(waiting).value();
    const QList<RunRecord> interrupted = runs.interruptGoing(noon).value();
    QCOMPARE(interrupted.size(), 1);
    QCOMPARE(interrupted.first().id, id);
    QCOMPARE(interrupted.first().status, RunStatus::Interrupted);
    QCOMPARE(interrupted.first().startedAt, noon);
    QCOMPARE(interrupted.first().finishedAt, noon);
    QCOMPARE(interrupted.first().reason.count, 2);
    QVERIFY(runs.interruptGoing(noon + 1)->isEmpty());
}

void TestRunStore::logsOfRuns()
{
    TempStore store;
    RunRepository runs(store.database());
    const RunId one = runs.add(RunRecord()).value();
    const RunId two = runs.add(RunRecord()).value();
    LogEntry failed = entryOf(one, 8);
    failed.level = LogLevel::Error;
    failed.event = LogEvent::ChannelFailed;
    failed.subject = QString();
    failed.args.clear();
    failed.error = Error{ErrorCode::NoSuchName, QStringLiteral("@x"), {}};
    QVERIFY(runs.addLog({}));
    QVERIFY(runs.addLog({entryOf(one, 7), entryOf(two, 1), failed}));
    // The next start of the program counts from the beginning.
    QVERIFY(runs.addLog({entryOf(one, 2)}));
    // One whose run is gone, or that is of none, is left out.
    QVERIFY(runs.addLog({entryOf(99, 3), entryOf(0, 4), entryOf(two, 5)}));
    const QList<LogEntry> first = readRunLog(store.database(), one).value();
    QCOMPARE(first.size(), 3);
    QVERIFY(first.at(0) == entryOf(one, 7));
    failed.subject = QLatin1String("");
    QVERIFY(first.at(1) == failed);
    QVERIFY(first.at(2) == entryOf(one, 2));
    const QList<LogEntry> second = readRunLog(store.database(), two).value();
    QCOMPARE(second.size(), 2);
    QCOMPARE(second.last().number, 5);
    QVERIFY(readRunLog(store.database(), 99)->isEmpty());
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM run_log")), 5);
    // An event of a later version is a line without words of its own.
    QVERIFY(store.database().execute(QStringLiteral("UPDATE run_log SET event = 'digest_sent'")));
    QCOMPARE(readRunLog(store.database(), one)->first().event, LogEvent::Text);
    QVERIFY(runs.prune(1));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM run_log")), 2);
}

void TestRunStore::aLogHasAnEnd()
{
    TempStore store;
    RunRepository runs(store.database());
    const RunId run = runs.add(RunRecord()).value();
    QList<LogEntry> entries;
    for (int i = 1; i <= 4999; ++i) {
        entries.append(entryOf(run, i));
    }
    QVERIFY(runs.addLog(entries));
    QVERIFY(runs.addLog({entryOf(run, 5000), entryOf(run, 5001)}));
    QVERIFY(runs.addLog({entryOf(run, 5002)}));
    const QList<LogEntry> read = readRunLog(store.database(), run).value();
    QCOMPARE(read.size(), 5000);
    QCOMPARE(read.first().number, 1);
    QCOMPARE(read.last().number, 5000);
}

void TestRunStore::statisticsOfRuns()
{
    TempStore store;
    RunRepository runs(store.database());
    Job job;
    job.name = QStringLiteral("x");
    const JobId jobId = JobRepository(store.database()).add(job, 0).value();
    RunRecord run = fullRun(jobId);
    QVERIFY(runs.add(run));
    run.error = Error();
    run.job = 0;
    QVERIFY(runs.add(run));
    QVERIFY(runs.add(RunRecord()));
    Result<Rows> rows = store.database().query(
        QStringLiteral("SELECT run_id, job_id, job_name, kind, status, origin, started_at, finished_at, duration_ms, "
                       "channels, channels_failed, errors_count, posts_count, posts_updated, bytes, signals_count "
                       "FROM run_statistics ORDER BY run_id"));
    QVERIFY(rows && rows->next());
    QCOMPARE(rows->integer(0), 1);
    QCOMPARE(rows->integer(1), jobId);
    QCOMPARE(rows->text(2), QStringLiteral("Ночью"));
    QCOMPARE(rows->text(3), QStringLiteral("recheck"));
    QCOMPARE(rows->text(4), QStringLiteral("partly"));
    QCOMPARE(rows->text(5), QStringLiteral("bot"));
    const QList<qint64> expected{noon, noon + 1234, 1234, 9, 2, 3, 77, 6, 5'000'000'000, 0};
    for (int i = 0; i < expected.size(); ++i) {
        QCOMPARE(rows->integer(6 + i), expected.at(i));
    }
    QVERIFY(rows->next());
    QVERIFY(rows->isNull(1));
    QCOMPARE(rows->integer(11), 2);
    QVERIFY(rows->next());
    QVERIFY(rows->isNull(8));
    QVERIFY(!rows->next());
}

void TestRunStore::endedRunsArePruned()
{
    TempStore store;
    RunRepository runs(store.database());
    const auto add = [&runs](RunStatus status, qint64 queuedAt, qint64 startedAt) {
        RunRecord run;
        run.status = status;
        run.queuedAt = queuedAt;
        run.startedAt = startedAt;
        return runs.begin(run, {channelOf(1)}).value();
    };
    const qint64 limit = noon;
    const RunId old = add(RunStatus::Done, limit - 100, limit - 90);
    const RunId older = add(RunStatus::Missed, limit - 200, limit - 200);
    const RunId going = add(RunStatus::Running, limit - 100, limit - 90);
    const RunId waiting = add(RunStatus::Queued, limit - 100, 0);
    const RunId neverBegan = add(RunStatus::Stopped, limit + 5, 0);
    const RunId fresh = add(RunStatus::Done, limit - 1, limit);
    QVERIFY(runs.addLog({entryOf(older, 1), entryOf(fresh, 2)}));
    QCOMPARE(runs.pruneBefore(limit, 1).value(), 1);
    QCOMPARE(runs.run(older).error().code, ErrorCode::NotFound);
    QCOMPARE(runs.pruneBefore(limit).value(), 1);
    QCOMPARE(runs.run(old).error().code, ErrorCode::NotFound);
    QCOMPARE(runs.pruneBefore(limit).value(), 0);
    for (const RunId kept : {going, waiting, neverBegan, fresh}) {
        QVERIFY(runs.run(kept));
    }
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM run_channels")), 4);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM run_log")), 1);
}

VESTNIK_STORE_TEST_MAIN(TestRunStore)
#include "tst_runstore.moc"
