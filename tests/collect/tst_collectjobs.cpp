// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/jobrepository.h"
#include "tests/collect/collecthouse.h"

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

/// Three channels with posts, a job, and runs of it as the scheduler queues them.
struct JobHouse : House {
    QList<ChannelId> channels;
    JobId job = 0;
    QSignalSpy finished;

    JobHouse()
        : finished(collector.get(), &Collector::runFinished)
    {
        for (const QString &name : {u"alpha"_s, u"beta"_s, u"gamma"_s}) {
            channels.append(add(name));
            source.addPosts(name, 1, 12, clock.now());
        }
        Job stored;
        stored.name = u"Утро"_s;
        job = *JobRepository(*database).add(stored, 0);
    }
    RunRepository rows() { return RunRepository(*database); }
    RunRecord queue(const RunReason &reason = {})
    {
        RunRecord run;
        run.kind = u"parse"_s;
        run.job = job;
        run.jobName = u"Утро"_s;
        run.dueAt = clock.now() - 5000;
        run.queuedAt = clock.now() - 4000;
        run.attempt = 2;
        run.reason = reason;
        run.id = *rows().add(run);
        return run;
    }
    /// Starts a queued run and gives its record at the end.
    RunRecord carryOut(const RunRecord &queued, ParseRequest request = {})
    {
        finished.clear();
        request.reason = queued.reason;
        if (!collector->start(queued, request) || !finished.isEmpty() || !finished.wait(20'000)) {
            return {};
        }
        return ended();
    }
    RunRecord ended() { return finished.last().first().value<RunRecord>(); }
    QStringList channelStates(RunId run)
    {
        QStringList states;
        const QList<RunChannel> all = *rows().channelsOf(run);
        for (const RunChannel &row : all) {
            states.append(row.username + u' ' + runChannelStatusName(row.status));
        }
        return states;
    }
};

bool sameJob(const RunRecord &a, const RunRecord &b)
{
    return a.id == b.id && a.kind == b.kind && a.job == b.job && a.jobName == b.jobName && a.dueAt == b.dueAt
        && a.queuedAt == b.queuedAt && a.attempt == b.attempt;
}

} // namespace

/// Runs that the scheduler queued.
class TestCollectJobs final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQueuedRowIsKept();
    void channelsSayWhenTheyWereRead();
    void theLogSaysWhichRun();
    void nothingToReadIsSkipped();
    void whatIsBeingReadIsSkipped();
    void aRowThatIsGoneBeginsNothing();
    void verdicts_data();
    void verdicts();
    void theFirstVerdictHolds();
    void aRunThatEndedByItselfKeepsItsEnd();
    void aRunThatHasNotBegunIsCancelled();
    void resumedRunsReadWhatIsLeft();
    void failedChannelsAreReadAgain();
    void aBrokenRunIsReadAgainAsAWhole();
    void resumedWithoutChannelsReadsAll();
    void endsAreWrittenWhenTheStoreTakesThemAgain();
};

void TestCollectJobs::aQueuedRowIsKept()
{
    JobHouse house;
    RunReason reason;
    reason.kind = RunReasonKind::CatchUp;
    reason.count = 3;
    const RunRecord queued = house.queue(reason);
    QSignalSpy started(house.collector.get(), &Collector::runStarted);
    QVERIFY(house.collector->start(queued, {}));
    QCOMPARE(started.count(), 1);
    QVERIFY(house.collector->isGoing(queued.id));
    QVERIFY(!house.collector->isGoing(queued.id + 1));
    QVERIFY(!house.collector->isIdle());
    const RunRecord begun = *house.rows().run(queued.id);
    QCOMPARE(begun.status, RunStatus::Running);
    QVERIFY(begun.startedAt >= queued.queuedAt);
    QCOMPARE(begun.channelsTotal, 3);
    QCOMPARE(house.channelStates(queued.id), (QStringList{u"alpha queued"_s, u"beta queued"_s, u"gamma queued"_s}));
    QTRY_COMPARE(house.finished.count(), 1);
    const RunRecord ended = house.ended();
    QCOMPARE(ended.status, RunStatus::Done);
    QCOMPARE(ended.postsAdded, 36);
    QVERIFY(ended.reason == reason);
    QVERIFY(sameJob(ended, queued));
    QVERIFY(*house.rows().run(queued.id) == ended);
    QCOMPARE(house.rows().recent(10)->size(), 1);
    QVERIFY(!house.collector->isGoing(queued.id));
    QTRY_VERIFY(house.collector->isIdle());
}

void TestCollectJobs::channelsSayWhenTheyWereRead()
{
    JobHouse house;
    CollectSettings settings;
    settings.concurrency = 1;
    house.collector->setSettings(settings);
    house.source.hold();
    const RunRecord queued = house.queue();
    QVERIFY(house.collector->start(queued, {}));
    // As it goes, the store knows which channel is being read.
    QTRY_COMPARE(
        house.channelStates(queued.id), (QStringList{u"alpha running"_s, u"beta queued"_s, u"gamma queued"_s}));
    QVERIFY(house.rowOf(queued.id, house.channels.at(0)).startedAt > 0);
    QCOMPARE(house.rowOf(queued.id, house.channels.at(1)).startedAt, 0);
    house.source.release();
    QTRY_COMPARE(house.finished.count(), 1);
    const RunRecord run = house.ended();
    qint64 earliest = run.startedAt;
    const QList<RunChannel> rows = *house.rows().channelsOf(run.id);
    for (const RunChannel &row : rows) {
        QVERIFY(row.startedAt >= earliest);
        QVERIFY(row.finishedAt >= row.startedAt && row.finishedAt <= run.finishedAt);
        earliest = row.finishedAt;
    }
}

void TestCollectJobs::theLogSaysWhichRun()
{
    JobHouse house;
    house.source.failAfter(u"beta"_s, 0, Error{ErrorCode::NoSuchName, u"beta"_s, {}});
    const RunRecord run = house.carryOut(house.queue());
    QCOMPARE(run.status, RunStatus::Partly);
    QList<LogEvent> events;
    const QList<LogEntry> entries = house.log.entries();
    for (const LogEntry &entry : entries) {
        QCOMPARE(entry.run, run.id);
        events.append(entry.event);
    }
    QCOMPARE(events.size(), 5);
    QCOMPARE(events.first(), LogEvent::RunStarted);
    QCOMPARE(events.count(LogEvent::ChannelParsed), 2);
    QCOMPARE(events.count(LogEvent::ChannelFailed), 1);
    QCOMPARE(events.last(), LogEvent::RunFinished);
}

void TestCollectJobs::nothingToReadIsSkipped()
{
    JobHouse house;
    ChannelPatch off;
    off.active = false;
    QVERIFY(ChannelRepository(*house.database).patch(house.channels, off));
    QSignalSpy started(house.collector.get(), &Collector::runStarted);
    QSignalSpy progressed(house.collector.get(), &Collector::progressed);
    QSignalSpy idle(house.collector.get(), &Collector::idle);
    const RunRecord queued = house.queue();
    QVERIFY(house.collector->start(queued, {}));
    QCOMPARE(house.finished.count(), 0);
    QVERIFY(!house.collector->isIdle());
    QTRY_COMPARE(house.finished.count(), 1);
    const RunRecord run = house.ended();
    QCOMPARE(run.status, RunStatus::Skipped);
    QCOMPARE(run.reason.kind, RunReasonKind::NothingToDo);
    QVERIFY(run.startedAt > 0 && run.finishedAt >= run.startedAt);
    QVERIFY(sameJob(run, queued));
    QVERIFY(*house.rows().run(queued.id) == run);
    QCOMPARE(started.count(), 0);
    QCOMPARE(progressed.count(), 0);
    QTRY_COMPARE(idle.count(), 1);
    QVERIFY(house.collector->isIdle());
    // By hand it is done, not skipped.
    QCOMPARE(house.run().status, RunStatus::Done);
}

void TestCollectJobs::whatIsBeingReadIsSkipped()
{
    JobHouse house;
    house.source.hold();
    const RunId byHand = house.collector->start(ParseRequest()).value();
    ParseRequest request;
    request.channels = {house.channels.at(1)};
    const RunRecord run = house.carryOut(house.queue(), request);
    QCOMPARE(run.status, RunStatus::Skipped);
    QCOMPARE(run.reason.kind, RunReasonKind::SameWork);
    QCOMPARE(run.reason.run, byHand);
    QVERIFY(house.rows().channelsOf(run.id)->isEmpty());
    // The other run goes on.
    QCOMPARE(house.collector->going().size(), 1);
    // Older history is more than that run reads.
    request.history.kind = HistoryGoal::Kind::All;
    const RunRecord more = house.queue();
    QVERIFY(house.collector->start(more, request));
    QCOMPARE(house.collector->going().size(), 2);
    house.source.release();
    QTRY_COMPARE(house.finished.count(), 3);
    QCOMPARE(house.rows().run(more.id)->status, RunStatus::Done);
}

void TestCollectJobs::aRowThatIsGoneBeginsNothing()
{
    JobHouse house;
    RunRecord gone = house.queue();
    gone.id = 77;
    QCOMPARE(house.collector->start(gone, {}).error().code, ErrorCode::NotFound);
    QVERIFY(house.collector->isIdle());
    QCOMPARE(house.source.fetches(u"alpha"_s), 0);
}

void TestCollectJobs::verdicts_data()
{
    QTest::addColumn<RunStatus>("status");
    QTest::addColumn<ErrorCode>("error");
    QTest::addColumn<RunReasonKind>("reason");
    QTest::newRow("stopped") << RunStatus::Stopped << ErrorCode::None << RunReasonKind::SchedulerStopped;
    QTest::newRow("too long") << RunStatus::Failed << ErrorCode::TimedOut << RunReasonKind::TimedOut;
    QTest::newRow("replaced") << RunStatus::Stopped << ErrorCode::None << RunReasonKind::Replaced;
    QTest::newRow("the store goes") << RunStatus::Interrupted << ErrorCode::None << RunReasonKind::None;
}

void TestCollectJobs::verdicts()
{
    QFETCH(RunStatus, status);
    QFETCH(ErrorCode, error);
    QFETCH(RunReasonKind, reason);
    JobHouse house;
    CollectSettings settings;
    settings.concurrency = 1;
    house.collector->setSettings(settings);
    RunReason began;
    began.kind = RunReasonKind::Retry;
    const RunRecord queued = house.queue(began);
    house.source.hold();
    QVERIFY(house.collector->start(queued, {}));
    QTRY_COMPARE(house.source.live(), 1);
    RunVerdict verdict;
    verdict.status = status;
    verdict.error.code = error;
    verdict.reason.kind = reason;
    verdict.reason.run = 9;
    house.collector->cancel(queued.id, false, verdict);
    QTRY_COMPARE(house.finished.count(), 1);
    const RunRecord run = house.ended();
    QCOMPARE(run.status, status);
    QCOMPARE(run.error.code, error);
    QCOMPARE(run.reason.kind, reason == RunReasonKind::None ? RunReasonKind::Retry : reason);
    QVERIFY(*house.rows().run(queued.id) == run);
    QCOMPARE(house.channelStates(queued.id), (QStringList{u"alpha stopped"_s, u"beta stopped"_s, u"gamma stopped"_s}));
    QVERIFY(house.rows().interruptGoing(house.clock.now())->isEmpty());
}

void TestCollectJobs::theFirstVerdictHolds()
{
    JobHouse house;
    house.source.hold();
    const RunRecord queued = house.queue();
    QVERIFY(house.collector->start(queued, {}));
    QTRY_VERIFY(house.source.live() > 0);
    RunVerdict verdict;
    verdict.reason.kind = RunReasonKind::JobRemoved;
    house.collector->cancel(queued.id, false, verdict);
    house.collector->cancel(0, false, RunVerdict{RunStatus::Interrupted, {}, {}});
    QTRY_COMPARE(house.finished.count(), 1);
    QCOMPARE(house.ended().status, RunStatus::Stopped);
    QCOMPARE(house.ended().reason.kind, RunReasonKind::JobRemoved);
}

void TestCollectJobs::aRunThatEndedByItselfKeepsItsEnd()
{
    JobHouse house;
    const RunRecord queued = house.queue();
    // The last channel is done, the end of the run is not yet told.
    int done = 0;
    connect(house.collector.get(), &Collector::channelFinished, house.collector.get(), [&] {
        if (++done == 3) {
            house.collector->cancel(0, true);
        }
    });
    const RunRecord run = house.carryOut(queued);
    QCOMPARE(done, 3);
    QCOMPARE(run.status, RunStatus::Done);
}

void TestCollectJobs::aRunThatHasNotBegunIsCancelled()
{
    JobHouse house;
    const RunRecord queued = house.queue();
    QVERIFY(house.collector->start(queued, {}));
    house.collector->cancel(queued.id, true);
    QVERIFY(!house.collector->isIdle());
    QTRY_COMPARE(house.finished.count(), 1);
    QCOMPARE(house.ended().status, RunStatus::Stopped);
    QCOMPARE(house.source.fetches(u"alpha"_s), 0);
    QTRY_VERIFY(house.collector->isIdle());
}

void TestCollectJobs::resumedRunsReadWhatIsLeft()
{
    JobHouse house;
    RunRecord old = house.queue();
    QList<RunChannel> rows;
    for (const ChannelId channel : house.channels) {
        RunChannel row;
        row.channelId = channel;
        rows.append(row);
    }
    rows[0].status = RunChannelStatus::Ok;
    rows[1].status = RunChannelStatus::Running;
    rows[2].status = RunChannelStatus::Failed;
    old.status = RunStatus::Running;
    QVERIFY(house.rows().beginStored(old, rows));
    QCOMPARE(house.rows().interruptGoing(house.clock.now())->size(), 1);
    RunReason reason;
    reason.kind = RunReasonKind::Resumed;
    reason.run = old.id;
    const RunRecord run = house.carryOut(house.queue(reason));
    QCOMPARE(run.status, RunStatus::Done);
    QVERIFY(run.reason == reason);
    QCOMPARE(house.channelStates(run.id), QStringList{u"beta ok"_s});
    // What is not active any more is left out, and what the job no longer works on.
    ChannelPatch off;
    off.active = false;
    QVERIFY(ChannelRepository(*house.database).patch({house.channels.at(1)}, off));
    QCOMPARE(house.carryOut(house.queue(reason)).reason.kind, RunReasonKind::NothingToDo);
    off.active = true;
    QVERIFY(ChannelRepository(*house.database).patch({house.channels.at(1)}, off));
    ParseRequest request;
    request.channels = {house.channels.at(0), house.channels.at(2)};
    QCOMPARE(house.carryOut(house.queue(reason), request).reason.kind, RunReasonKind::NothingToDo);
}

void TestCollectJobs::failedChannelsAreReadAgain()
{
    JobHouse house;
    // One that is read only when it is named was named then.
    ChannelPatch off;
    off.active = false;
    QVERIFY(ChannelRepository(*house.database).patch({house.channels.at(1)}, off));
    house.source.failAfter(u"beta"_s, 0, Error{ErrorCode::TimedOut, u"beta"_s, {}});
    ParseRequest request;
    request.channels = house.channels;
    const RunRecord first = house.carryOut(house.queue(), request);
    QCOMPARE(first.status, RunStatus::Partly);
    house.source.heal(u"beta"_s);
    const int fetches = house.source.fetches(u"alpha"_s);
    request = ParseRequest();
    request.reason.kind = RunReasonKind::FailedChannels;
    request.reason.run = first.id;
    const RunRecord again = house.run(request);
    QCOMPARE(again.status, RunStatus::Done);
    QVERIFY(again.reason == request.reason);
    QCOMPARE(house.channelStates(again.id), QStringList{u"beta ok"_s});
    QCOMPARE(house.source.fetches(u"alpha"_s), fetches);
    // Nothing failed in that one.
    request.reason.run = again.id;
    QCOMPARE(house.run(request).channelsTotal, 0);
    request.reason.run = 99;
    QCOMPARE(house.collector->start(request).error().code, ErrorCode::NotFound);
}

void TestCollectJobs::aBrokenRunIsReadAgainAsAWhole()
{
    JobHouse house;
    RunRecord old = house.queue();
    QList<RunChannel> rows;
    for (const ChannelId channel : house.channels) {
        RunChannel row;
        row.channelId = channel;
        row.status = RunChannelStatus::Stopped;
        rows.append(row);
    }
    rows[0].status = RunChannelStatus::Ok;
    rows[1].status = RunChannelStatus::Failed;
    old.status = RunStatus::Stopped;
    QVERIFY(house.rows().beginStored(old, rows));
    RunReason reason;
    reason.kind = RunReasonKind::FailedChannels;
    reason.run = old.id;
    QCOMPARE(house.channelStates(house.carryOut(house.queue(reason)).id), QStringList{u"beta ok"_s});
    old.status = RunStatus::Failed;
    old.error.code = ErrorCode::DatabaseFull;
    QVERIFY(house.rows().saveRun(old));
    QCOMPARE(house.channelStates(house.carryOut(house.queue(reason)).id), (QStringList{u"beta ok"_s, u"gamma ok"_s}));
}

void TestCollectJobs::resumedWithoutChannelsReadsAll()
{
    JobHouse house;
    RunReason reason;
    reason.kind = RunReasonKind::Resumed;
    reason.run = house.queue().id;
    QCOMPARE(house.rows().interruptGoing(house.clock.now())->size(), 1);
    QCOMPARE(house.carryOut(house.queue(reason)).channelsDone, 3);
    // No channel of it failed, however.
    reason.kind = RunReasonKind::FailedChannels;
    QCOMPARE(house.carryOut(house.queue(reason)).status, RunStatus::Skipped);
}

void TestCollectJobs::endsAreWrittenWhenTheStoreTakesThemAgain()
{
    JobHouse house;
    const RunRecord queued = house.queue();
    house.source.hold();
    QVERIFY(house.collector->start(queued, {}));
    QTRY_COMPARE(house.source.live(), 3);
    // From now on nobody may write.
    QVERIFY(house.database->execute(u"PRAGMA query_only = 1"_s));
    house.source.release();
    QTRY_COMPARE(house.finished.count(), 1);
    const RunRecord run = house.ended();
    QCOMPARE(run.status, RunStatus::Failed);
    QCOMPARE(house.rows().run(queued.id)->status, RunStatus::Running);
    QVERIFY(house.database->execute(u"PRAGMA query_only = 0"_s));
    // With the end of the next run at the latest.
    QCOMPARE(house.run().status, RunStatus::Done);
    QVERIFY(*house.rows().run(queued.id) == run);
    const QStringList states = house.channelStates(queued.id);
    for (const QString &state : states) {
        QVERIFY2(state.endsWith(u"failed"_s) || state.endsWith(u"stopped"_s), qPrintable(state));
    }
}

QTEST_GUILESS_MAIN(TestCollectJobs)
#include "tst_collectjobs.moc"
