// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/schedule/schedulerdesk.h"

#include <QSignalSpy>

using namespace vestnik;
using namespace vestnik::test;

/// The life of the scheduler.
class SchedulerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void looseJobRunsAtOnceAndThenEveryInterval();
    void anchoredJobKeepsItsTimes();
    void stopMakesNoRunDue();
    void startAndStopAreIdempotent();
    void startWhileStoppingIsKept();
    void stopTakesBackAStartWhileStopping();
    void startAndStopManyTimes();
    void jobsOfUnknownKindsStayStill();
    void stopEndsWhatGoesAndWaits();
    void theEndOfTheProgramInterrupts();
    void changedIntervalCountsFromTheLastRun();
    void idleSchedulerSetsNoAlarm();
    void nextRunIsTold();
    void stopFromInsideASignal();
    void suspendedRunsGoOnAfterAttach();
    void suspendWithoutRunsBecomesIdle();
    void changedZoneDataReckonsAnew();
};

void SchedulerTest::looseJobRunsAtOnceAndThenEveryInterval()
{
    Desk desk;
    desk.worker->lengthMs = 10 * second;
    desk.add(loose(minute));
    desk.clock.advance(hour);
    QCOMPARE(desk.begun(), 0); // not started
    desk.scheduler->start();
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Running);
    desk.clock.advance(0);
    const qint64 began = desk.clock.now();
    QCOMPARE(desk.begun(), 1);
    QCOMPARE(desk.scheduler->nextRunAt(), began + minute);
    desk.clock.advance(minute - 1);
    QCOMPARE(desk.begun(), 1);
    desk.clock.advance(1);
    QCOMPARE(desk.begun(), 2);
    desk.clock.advance(2 * minute);
    QCOMPARE(desk.begunAt(), (QList<qint64>{began, began + minute, began + 2 * minute, began + 3 * minute}));
    desk.clock.advance(10 * second);
    const QList<RunRecord> rows = desk.rows();
    QCOMPARE(rows.size(), 4);
    for (const RunRecord &row : rows) {
        QCOMPARE(row.status, RunStatus::Done);
        QCOMPARE(row.origin, RunOrigin::Schedule);
        QCOMPARE(row.jobName, QStringLiteral("loose"));
        QCOMPARE(row.dueAt, row.startedAt);
    }
}

void SchedulerTest::anchoredJobKeepsItsTimes()
{
    Desk desk(monday + 7 * minute);
    desk.worker->lengthMs = 0;
    desk.add(every(10 * minute));
    desk.scheduler->start();
    QCOMPARE(desk.scheduler->nextRunAt(), monday + 10 * minute);
    desk.clock.advance(30 * minute);
    QCOMPARE(desk.begunAt(), (QList<qint64>{monday + 10 * minute, monday + 20 * minute, monday + 30 * minute}));
    QCOMPARE(desk.rows(RunStatus::Done).size(), 3);
    QCOMPARE(desk.rows().size(), 3);
}

void SchedulerTest::stopMakesNoRunDue()
{
    Desk desk;
    desk.add(loose(minute));
    desk.scheduler->start();
    desk.clock.advance(0);
    QCOMPARE(desk.begun(), 1);
    desk.scheduler->stop();
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Stopping);
    QCOMPARE(desk.scheduler->nextRunAt(), 0);
    QVERIFY(!desk.scheduler->isIdle());
    QSignalSpy idle(desk.scheduler.get(), &Scheduler::idle);
    desk.clock.advance(0);
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Stopped);
    QCOMPARE(idle.count(), 1);
    QVERIFY(desk.scheduler->isIdle());
    desk.clock.advance(day);
    QCOMPARE(desk.begun(), 1);
    QCOMPARE(desk.rows().first().status, RunStatus::Stopped);
    QCOMPARE(desk.rows().first().reason.kind, RunReasonKind::SchedulerStopped);
}

void SchedulerTest::startAndStopAreIdempotent()
{
    Desk desk;
    QSignalSpy changed(desk.scheduler.get(), &Scheduler::stateChanged);
    desk.scheduler->stop();
    QCOMPARE(changed.count(), 0);
    desk.scheduler->start();
    desk.scheduler->start();
    QCOMPARE(changed.count(), 1);
    desk.scheduler->stop();
    desk.scheduler->stop();
    QCOMPARE(changed.count(), 3); // Stopping, and at once Stopped: nothing goes
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Stopped);
}

void SchedulerTest::startWhileStoppingIsKept()
{
    Desk desk;
    desk.worker->cancelMs = -1;
    desk.add(loose(hour));
    desk.scheduler->start();
    desk.clock.advance(0);
    desk.scheduler->stop();
    desk.scheduler->start();
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Stopping);
    desk.clock.advance(minute);
    QCOMPARE(desk.begun(), 1);
    desk.worker->endAll();
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Running);
    desk.clock.advance(0);
    QCOMPARE(desk.begun(), 2);
}

void SchedulerTest::stopTakesBackAStartWhileStopping()
{
    Desk desk;
    desk.worker->cancelMs = -1;
    desk.add(loose(hour));
    desk.scheduler->start();
    desk.clock.advance(0);
    desk.scheduler->stop();
    desk.scheduler->start();
    desk.scheduler->stop();
    desk.worker->endAll();
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Stopped);
}

void SchedulerTest::startAndStopManyTimes()
{
    Desk desk;
    desk.worker->cancelMs = 3;
    for (int i = 0; i < 5; ++i) {
        desk.add(loose(hour));
    }
    for (int i = 0; i < 1000; ++i) {
        desk.scheduler->start();
        desk.clock.advance(i % 5);
        desk.scheduler->stop();
        if (i % 3 == 0) {
            desk.scheduler->start();
            desk.scheduler->stop();
        }
        desk.clock.advance(i % 7);
        QVERIFY(desk.worker->going().size() <= 2);
    }
    desk.clock.advance(10);
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Stopped);
    QVERIFY(desk.scheduler->isIdle());
    const QList<RunRecord> rows = desk.rows();
    QVERIFY(rows.size() > 1000);
    QVERIFY(
        std::all_of(rows.begin(), rows.end(), [](const RunRecord &row) { return row.status == RunStatus::Stopped; }));
    desk.scheduler->start(); // and it still works
    desk.clock.advance(1);
    QCOMPARE(desk.worker->going().size(), 2);
}

void SchedulerTest::jobsOfUnknownKindsStayStill()
{
    Desk desk;
    Job later = every(minute);
    later.kind = QStringLiteral("digest");
    const Result<JobId> id = JobRepository(*desk.database).add(later, desk.clock.now());
    QVERIFY(id);
    desk.restart();
    desk.scheduler->start();
    desk.clock.advance(hour);
    QCOMPARE(desk.scheduler->rows().size(), 1);
    QCOMPARE(desk.scheduler->row(*id)->nextAt, 0);
    QVERIFY(desk.rows().isEmpty());
    QCOMPARE(desk.scheduler->runNow(*id, RunOrigin::Window).error().code, ErrorCode::InvalidArgument);
}

void SchedulerTest::stopEndsWhatGoesAndWaits()
{
    Desk desk;
    desk.scheduler->setConcurrency(1);
    for (int i = 0; i < 3; ++i) {
        desk.add(loose(hour));
    }
    desk.scheduler->start();
    desk.clock.advance(0);
    QCOMPARE(desk.rows(RunStatus::Running).size(), 1);
    QCOMPARE(desk.rows(RunStatus::Queued).size(), 2);
    desk.scheduler->stop();
    desk.clock.advance(0);
    const QList<RunRecord> rows = desk.rows();
    QCOMPARE(rows.size(), 3);
    for (const RunRecord &row : rows) {
        QCOMPARE(row.status, RunStatus::Stopped);
        QCOMPARE(row.reason.kind, RunReasonKind::SchedulerStopped);
        QVERIFY(row.finishedAt != 0);
    }
}

void SchedulerTest::theEndOfTheProgramInterrupts()
{
    Desk desk;
    desk.configure = [](FakeWorker &worker) { worker.goesOn = true; };
    desk.restart();
    const JobId id = desk.add(every(hour));
    desk.scheduler->start();
    desk.clock.advance(hour);
    QCOMPARE(desk.begun(), 1);
    desk.scheduler->stop(false);
    desk.clock.advance(0);
    QCOMPARE(desk.rows().first().status, RunStatus::Interrupted);
    desk.kill();
    desk.clock.advance(2 * hour + 10 * minute);
    desk.open();
    desk.scheduler->start();
    // Goes on with the interrupted one, and makes up for the two that were missed meanwhile.
    const QList<RunRecord> rows = desk.rows();
    QCOMPARE(rows.size(), 4);
    const auto missed =
        std::find_if(rows.begin(), rows.end(), [](const RunRecord &row) { return row.status == RunStatus::Missed; });
    QVERIFY(missed != rows.end());
    QCOMPARE(missed->reason.kind, RunReasonKind::ProgramClosed);
    QCOMPARE(missed->reason.count, 2);
    QCOMPARE(desk.begun(), 1); // one after the other
    QCOMPARE(desk.lastBegun().run.reason.kind, RunReasonKind::Resumed);
    QCOMPARE(desk.lastBegun().run.reason.run, rows.first().id);
    QCOMPARE(desk.lastBegun().run.job, id);
    desk.worker->endAll();
    QCOMPARE(desk.begun(), 2);
    QCOMPARE(desk.lastBegun().run.reason.kind, RunReasonKind::CatchUp);
}

void SchedulerTest::changedIntervalCountsFromTheLastRun()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    const JobId id = desk.add(loose(hour));
    desk.scheduler->start();
    desk.clock.advance(0);
    const qint64 began = desk.clock.now();
    desk.clock.advance(10 * minute);
    Job job = desk.job(id);
    job.trigger.everyMs = 15 * minute;
    QVERIFY(desk.scheduler->save(job));
    QCOMPARE(desk.scheduler->nextRunAt(), began + 15 * minute);
    job.trigger.everyMs = 5 * minute; // would have been due already: at once
    QVERIFY(desk.scheduler->save(job));
    QCOMPARE(desk.begun(), 2);
    QCOMPARE(desk.scheduler->nextRunAt(), desk.clock.now() + 5 * minute);
    QVERIFY(desk.rows(RunStatus::Missed).isEmpty());
}

void SchedulerTest::idleSchedulerSetsNoAlarm()
{
    Desk desk;
    Job job = every(hour);
    job.enabled = false;
    desk.add(job);
    desk.scheduler->start();
    QCOMPARE(desk.clock.pending(), 0);
    desk.add(every(hour));
    desk.add(every(hour));
    QCOMPARE(desk.clock.pending(), 1); // one for all
    QCOMPARE(desk.clock.nextIn(), hour);
    desk.scheduler->stop();
    QCOMPARE(desk.clock.pending(), 0);
}

void SchedulerTest::nextRunIsTold()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    QSignalSpy next(desk.scheduler.get(), &Scheduler::nextRunChanged);
    desk.add(every(hour));
    QCOMPARE(next.count(), 0);
    desk.scheduler->start();
    QCOMPARE(next.count(), 1);
    QCOMPARE(desk.scheduler->nextRunAt(), monday + hour);
    desk.add(every(20 * minute));
    QCOMPARE(next.count(), 2);
    QCOMPARE(desk.scheduler->nextRunAt(), monday + 20 * minute);
    desk.add(every(2 * hour));
    QCOMPARE(next.count(), 2);
    desk.scheduler->stop();
    QCOMPARE(next.count(), 3);
}

void SchedulerTest::stopFromInsideASignal()
{
    Desk desk;
    desk.scheduler->setConcurrency(4);
    for (int i = 0; i < 4; ++i) {
        desk.add(loose(hour));
    }
    const QMetaObject::Connection stop = connect(
        desk.scheduler.get(), &Scheduler::runChanged, this, [&desk](const RunRecord &) { desk.scheduler->stop(); });
    desk.scheduler->start();
    desk.clock.advance(0);
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Stopped);
    QVERIFY(desk.scheduler->isIdle());
    disconnect(stop);
    for (const RunRecord &row : desk.rows()) {
        QCOMPARE(row.status, RunStatus::Stopped);
    }
    connect(desk.scheduler.get(), &Scheduler::idle, this, [&desk] { desk.scheduler->start(); });
    desk.scheduler->start();
    desk.clock.advance(1); // the fires of this millisecond were decided
    QCOMPARE(desk.rows(RunStatus::Running).size(), 4);
    desk.scheduler->stop();
    desk.clock.advance(0);
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Running);
}

void SchedulerTest::suspendedRunsGoOnAfterAttach()
{
    Desk desk;
    desk.worker->goesOn = true;
    desk.scheduler->setConcurrency(1);
    const JobId first = desk.add(every(hour));
    const JobId second = desk.add(every(hour));
    desk.scheduler->start();
    desk.clock.advance(hour);
    QSignalSpy idle(desk.scheduler.get(), &Scheduler::idle);
    desk.scheduler->suspend();
    desk.scheduler->suspend();
    QVERIFY(!desk.scheduler->isAttached());
    desk.clock.advance(0);
    QCOMPARE(idle.count(), 1);
    QCOMPARE(desk.rows(RunStatus::Interrupted).size(), 2);
    desk.scheduler->detach();
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Running);
    desk.clock.advance(2 * hour + 5 * minute);
    desk.attach();
    QCOMPARE(desk.lastBegun().run.job, first);
    QCOMPARE(desk.lastBegun().run.reason.kind, RunReasonKind::Resumed);
    const QList<RunRecord> missed = desk.rows(RunStatus::Missed);
    QCOMPARE(missed.size(), 2);
    QCOMPARE(missed.first().reason.kind, RunReasonKind::StoreAway);
    QCOMPARE(missed.first().reason.count, 2);
    QCOMPARE(missed.first().reason.from, monday + hour);
    QCOMPARE(missed.first().reason.ran, 1);
    desk.worker->lengthMs = 0;
    desk.worker->endAll();
    desk.clock.advance(minute);
    // Of each job: the interrupted run goes on, and one run makes up for what was missed.
    int resumed = 0;
    int caughtUp = 0;
    for (const FakeWorker::Begun &begun : std::as_const(desk.worker->begun)) {
        resumed += begun.run.reason.kind == RunReasonKind::Resumed ? 1 : 0;
        caughtUp += begun.run.reason.kind == RunReasonKind::CatchUp ? 1 : 0;
    }
    QCOMPARE(resumed, 2);
    QCOMPARE(caughtUp, 2);
    QCOMPARE(desk.begun(), 5);
    QVERIFY(desk.scheduler->row(second)->last);
}

void SchedulerTest::suspendWithoutRunsBecomesIdle()
{
    Desk desk;
    desk.add(every(hour));
    desk.scheduler->start();
    QSignalSpy idle(desk.scheduler.get(), &Scheduler::idle);
    desk.scheduler->suspend();
    QCOMPARE(idle.count(), 0);
    QTRY_COMPARE(idle.count(), 1);
    desk.scheduler->detach();
    desk.clock.advance(day);
    QCOMPARE(desk.begun(), 0);
}

void SchedulerTest::changedZoneDataReckonsAnew()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    desk.add(cronJob(QStringLiteral("0 * * * *"), "Europe/Berlin"));
    desk.scheduler->start();
    desk.clock.advance(2 * hour + minute);
    QCOMPARE(desk.begun(), 2);
    desk.scheduler->zonesChanged();
    QCOMPARE(desk.scheduler->nextRunAt(), monday + 3 * hour);
    desk.clock.advance(hour);
    QCOMPARE(desk.begun(), 3);
    QCOMPARE(desk.rows().size(), 3);
}

QTEST_GUILESS_MAIN(SchedulerTest)
#include "tst_scheduler.moc"
