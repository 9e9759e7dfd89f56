// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/schedule/schedulerdesk.h"

#include <QSignalSpy>

using namespace vestnik;
using namespace vestnik::test;

namespace {

/// What began, as "hour:minute of the fire".
QStringList duesOf(const Desk &desk)
{
    QStringList dues;
    for (const FakeWorker::Begun &begun : std::as_const(desk.worker->begun)) {
        dues.append(QDateTime::fromMSecsSinceEpoch(begun.run.dueAt, Qt::UTC).toString(QStringLiteral("HH:mm")));
    }
    return dues;
}

} // namespace

/// Fires that could not be kept: why, how many, and what makes up for them.
class SchedulerMissedTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void missedWhileAsleep_data();
    void missedWhileAsleep();
    void aFireThatIsDueStandsForTheMissedOnes();
    void allThatWereMissedGoOneAfterTheOther();
    void looseJobIsOverdueOnce();
    void missedWhileClosed();
    void nothingIsMissedThatTheOperatorStopped();
    void onceInThePastIsMissed();
    void windowsHoldForWhatIsMadeUp();
    void rowsThatCannotBeWritten();
    void jobsThatCannotBeWritten();
    void killedRunsGoOnAndNothingRunsTwice();
};

void SchedulerMissedTest::missedWhileAsleep_data()
{
    QTest::addColumn<MissedPolicy>("policy");
    QTest::addColumn<int>("limit");
    QTest::addColumn<qint64>("ran");
    QTest::addColumn<QStringList>("dues");
    QTest::newRow("skip") << MissedPolicy::Skip << 3 << qint64(0) << QStringList();
    QTest::newRow("once") << MissedPolicy::Once << 3 << qint64(1) << QStringList{QStringLiteral("05:00")};
    QTest::newRow("all, at most 3") << MissedPolicy::All << 3 << qint64(3)
                                    << QStringList{
                                           QStringLiteral("03:00"), QStringLiteral("04:00"), QStringLiteral("05:00")};
    QTest::newRow("all, at most 1") << MissedPolicy::All << 1 << qint64(1) << QStringList{QStringLiteral("05:00")};
    QTest::newRow("all") << MissedPolicy::All << 1000 << qint64(5)
                         << QStringList{QStringLiteral("01:00"), QStringLiteral("02:00"), QStringLiteral("03:00"),
                                QStringLiteral("04:00"), QStringLiteral("05:00")};
}

void SchedulerMissedTest::missedWhileAsleep()
{
    QFETCH(MissedPolicy, policy);
    QFETCH(int, limit);
    QFETCH(qint64, ran);
    QFETCH(QStringList, dues);
    for (const OverlapPolicy overlap : {OverlapPolicy::Skip, OverlapPolicy::Queue, OverlapPolicy::CancelOld}) {
        Desk desk;
        desk.worker->lengthMs = minute;
        Job job = every(hour);
        job.policy.missed = policy;
        job.policy.missedLimit = limit;
        job.policy.overlap = overlap;
        desk.add(job);
        desk.scheduler->start();
        desk.clock.advance(20 * minute);
        desk.clock.sleep(5 * hour); // until 05:20
        QVERIFY(desk.begun() <= 1); // one after the other
        desk.clock.advance(30 * minute);
        QCOMPARE(duesOf(desk), dues);
        const QList<RunRecord> missed = desk.rows(RunStatus::Missed);
        QCOMPARE(missed.size(), 1);
        QCOMPARE(missed.first().reason.kind, RunReasonKind::Asleep);
        QCOMPARE(missed.first().reason.count, 5);
        QCOMPARE(missed.first().reason.ran, ran);
        QCOMPARE(missed.first().reason.from, monday + 20 * minute);
        QCOMPARE(missed.first().reason.to, monday + 5 * hour + 20 * minute);
        for (const FakeWorker::Begun &begun : std::as_const(desk.worker->begun)) {
            QCOMPARE(begun.run.reason.kind, RunReasonKind::CatchUp);
            QCOMPARE(begun.run.reason.count, policy == MissedPolicy::Once ? 5 : 1);
        }
        QCOMPARE(desk.log.entries().last().event, LogEvent::JobMissed);
        desk.clock.advance(20 * minute);
        QCOMPARE(desk.lastBegun().run.dueAt, monday + 6 * hour); // and goes on as before
        QCOMPARE(desk.lastBegun().run.reason.kind, RunReasonKind::None);
    }
}

void SchedulerMissedTest::aFireThatIsDueStandsForTheMissedOnes()
{
    for (const MissedPolicy policy : {MissedPolicy::Skip, MissedPolicy::Once, MissedPolicy::All}) {
        Desk desk;
        desk.worker->lengthMs = second;
        Job job = every(hour);
        job.policy.missed = policy;
        job.policy.missedLimit = 2;
        desk.add(job);
        desk.scheduler->start();
        desk.clock.sleep(5 * hour + 10 * second);
        desk.clock.advance(minute);
        const QList<RunRecord> missed = desk.rows(RunStatus::Missed);
        QCOMPARE(missed.size(), 1);
        QCOMPARE(missed.first().reason.count, 4);
        QCOMPARE(desk.lastBegun().run.dueAt, monday + 5 * hour);
        const qint64 made = policy == MissedPolicy::Skip ? 0 : policy == MissedPolicy::Once ? 1 : 2;
        QCOMPARE(missed.first().reason.ran, made);
        QCOMPARE(desk.begun(), policy == MissedPolicy::All ? 3 : 1);
        QCOMPARE(desk.lastBegun().run.reason.kind,
            policy == MissedPolicy::Once ? RunReasonKind::CatchUp : RunReasonKind::None);
    }
}

void SchedulerMissedTest::allThatWereMissedGoOneAfterTheOther()
{
    Desk desk;
    desk.scheduler->setConcurrency(8);
    Job job = every(hour);
    job.policy.missed = MissedPolicy::All;
    job.policy.missedLimit = 5;
    job.policy.concurrency = 4;
    desk.add(job);
    desk.scheduler->start();
    desk.clock.sleep(3 * hour + 30 * minute);
    QCOMPARE(desk.rows(RunStatus::Running).size(), 1);
    QCOMPARE(desk.rows(RunStatus::Queued).size(), 2);
    desk.clock.advance(30 * minute); // a regular one goes beside
    QCOMPARE(desk.rows(RunStatus::Running).size(), 2);
    desk.worker->end(desk.worker->going().first());
    QCOMPARE(desk.rows(RunStatus::Running).size(), 2);
    QCOMPARE(desk.rows(RunStatus::Queued).size(), 1);
}

void SchedulerMissedTest::looseJobIsOverdueOnce()
{
    for (const MissedPolicy policy : {MissedPolicy::Skip, MissedPolicy::Once, MissedPolicy::All}) {
        Desk desk;
        desk.worker->lengthMs = 0;
        Job job = loose(hour);
        job.policy.missed = policy;
        desk.add(job);
        desk.scheduler->start();
        desk.clock.advance(0);
        desk.clock.sleep(90 * minute);
        desk.clock.advance(0);
        QCOMPARE(desk.begun(), 2);
        QVERIFY(desk.rows(RunStatus::Missed).isEmpty());
        QCOMPARE(desk.lastBegun().run.reason.kind, RunReasonKind::None);
        QCOMPARE(desk.scheduler->nextRunAt(), desk.clock.now() + hour);
        desk.clock.sleep(8 * hour + 10 * minute);
        desk.clock.advance(0);
        QCOMPARE(desk.begun(), 3);
        QCOMPARE(desk.rows(RunStatus::Missed).size(), 1);
        QCOMPARE(desk.rows(RunStatus::Missed).first().reason.count, 7);
        QCOMPARE(desk.lastBegun().run.reason.kind,
            policy == MissedPolicy::Skip ? RunReasonKind::None : RunReasonKind::CatchUp);
        QCOMPARE(desk.scheduler->nextRunAt(), desk.clock.now() + hour);
    }
}

void SchedulerMissedTest::missedWhileClosed()
{
    Desk desk;
    const JobId id = desk.add(every(hour));
    desk.scheduler->start();
    desk.clock.advance(10 * minute);
    desk.kill();
    desk.clock.advance(3 * hour);
    desk.open();
    QVERIFY(desk.rows().isEmpty()); // until it is started
    desk.scheduler->start();
    const QList<RunRecord> missed = desk.rows(RunStatus::Missed);
    QCOMPARE(missed.size(), 1);
    QCOMPARE(missed.first().reason.kind, RunReasonKind::ProgramClosed);
    QCOMPARE(missed.first().reason.count, 3);
    QCOMPARE(missed.first().reason.from, monday + hour);
    QCOMPARE(missed.first().reason.to, desk.clock.now());
    QCOMPARE(desk.begun(), 1);
    desk.restart();
    desk.scheduler->start();
    QCOMPARE(desk.rows(RunStatus::Missed).size(), 1); // told once
    QCOMPARE(desk.scheduler->row(id)->last->status, RunStatus::Interrupted);
}

void SchedulerMissedTest::nothingIsMissedThatTheOperatorStopped()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    desk.add(every(hour));
    desk.scheduler->start();
    desk.clock.advance(hour + minute);
    desk.scheduler->stop();
    desk.clock.advance(5 * hour);
    desk.scheduler->start();
    QCOMPARE(desk.begun(), 1);
    desk.scheduler->stop();
    desk.restart(); // the program ends and starts later
    desk.clock.advance(5 * hour);
    desk.scheduler->start();
    desk.kill(); // and dies at once
    desk.clock.advance(minute);
    desk.open();
    desk.scheduler->start();
    QVERIFY(desk.rows(RunStatus::Missed).isEmpty());
    QCOMPARE(desk.rows().size(), 1);
    // A stop while the store is away is remembered.
    desk.scheduler->suspend();
    desk.scheduler->detach();
    desk.scheduler->stop();
    desk.clock.advance(5 * hour);
    desk.attach();
    desk.scheduler->start();
    QVERIFY(desk.rows(RunStatus::Missed).isEmpty());
}

void SchedulerMissedTest::onceInThePastIsMissed()
{
    for (const MissedPolicy policy : {MissedPolicy::Skip, MissedPolicy::Once}) {
        Desk desk;
        Job job;
        job.name = QStringLiteral("once");
        job.trigger.kind = TriggerKind::Once;
        job.trigger.at = monday + hour;
        job.policy.missed = policy;
        desk.add(job);
        desk.scheduler->start();
        desk.kill();
        desk.clock.advance(2 * hour);
        desk.open();
        desk.scheduler->start();
        QCOMPARE(desk.rows(RunStatus::Missed).size(), 1);
        QCOMPARE(desk.begun(), policy == MissedPolicy::Once ? 1 : 0);
        desk.clock.advance(second);
        desk.restart();
        desk.scheduler->start();
        QCOMPARE(desk.rows(RunStatus::Missed).size(), 1);
        QCOMPARE(desk.begun(), 0);
    }
}

void SchedulerMissedTest::windowsHoldForWhatIsMadeUp()
{
    Desk desk(monday + 8 * hour);
    desk.worker->lengthMs = 0;
    Job job = every(hour);
    job.trigger.zone = "UTC";
    job.trigger.windows = {{0x1f, 9 * 60, 18 * 60}};
    desk.add(job);
    Job counted = loose(hour);
    counted.trigger.zone = "UTC";
    counted.trigger.windows = job.trigger.windows;
    desk.add(counted);
    desk.scheduler->start();
    desk.clock.advance(2 * hour);
    QCOMPARE(desk.begun(), 4); // both at 09:00 and 10:00
    desk.clock.sleep(10 * hour); // until 20:00
    desk.clock.advance(0);
    QCOMPARE(desk.begun(), 4);
    const QList<RunRecord> missed = desk.rows(RunStatus::Missed);
    QCOMPARE(missed.size(), 2);
    QCOMPARE(missed.at(0).reason.count, 7); // 11:00 .. 17:00
    QCOMPARE(missed.at(0).reason.ran, 0);
    QCOMPARE(desk.scheduler->nextRunAt(), monday + day + 9 * hour);
}

void SchedulerMissedTest::rowsThatCannotBeWritten()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    desk.add(every(10 * minute));
    desk.scheduler->start();
    QSignalSpy failed(desk.scheduler.get(), &Scheduler::storeFailed);
    QVERIFY(desk.database->execute(QStringLiteral("ALTER TABLE runs RENAME TO gone")));
    desk.clock.advance(10 * minute);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(desk.begun(), 0);
    QCOMPARE(desk.log.entries().last().event, LogEvent::JobsNotStored);
    QVERIFY(desk.clock.nextIn() > 0); // no busy loop
    desk.clock.advance(5 * minute);
    QCOMPARE(desk.begun(), 0);
    QVERIFY(failed.count() > 1);
    QVERIFY(desk.database->execute(QStringLiteral("ALTER TABLE gone RENAME TO runs")));
    desk.clock.advance(minute);
    const QList<RunRecord> missed = desk.rows(RunStatus::Missed);
    QCOMPARE(missed.size(), 1);
    QCOMPARE(missed.first().reason.kind, RunReasonKind::StoreAway);
    QCOMPARE(missed.first().reason.count, 1);
    QCOMPARE(missed.first().reason.from, monday + 10 * minute);
    QCOMPARE(desk.begun(), 1);
    QCOMPARE(desk.lastBegun().run.reason.kind, RunReasonKind::CatchUp);
    desk.clock.advance(5 * minute);
    QCOMPARE(desk.begun(), 2);
}

void SchedulerMissedTest::jobsThatCannotBeWritten()
{
    Desk desk;
    const JobId id = desk.add(every(10 * day));
    desk.scheduler->start();
    QVERIFY(desk.scheduler->pause({id}, monday + hour));
    QVERIFY(desk.database->execute(QStringLiteral("ALTER TABLE jobs RENAME TO gone")));
    QSignalSpy failed(desk.scheduler.get(), &Scheduler::storeFailed);
    desk.clock.advance(hour + minute);
    QCOMPARE(failed.count(), 7); // every ten seconds
    QVERIFY(desk.job(id).paused);
    QVERIFY(desk.database->execute(QStringLiteral("ALTER TABLE gone RENAME TO jobs")));
    desk.clock.advance(10 * second);
    QVERIFY(!desk.job(id).paused);
    QCOMPARE(failed.count(), 7);
    QCOMPARE(desk.clock.nextIn(), monday + 10 * day - desk.clock.now());
}

void SchedulerMissedTest::killedRunsGoOnAndNothingRunsTwice()
{
    Desk desk;
    desk.configure = [](FakeWorker &worker) { worker.goesOn = true; };
    desk.restart();
    desk.add(every(hour));
    desk.add(loose(hour));
    desk.scheduler->start();
    desk.clock.advance(hour);
    desk.restart();
    QCOMPARE(desk.rows(RunStatus::Interrupted).size(), 2);
    QVERIFY(desk.rows(RunStatus::Running).isEmpty());
    desk.scheduler->start();
    desk.clock.advance(0);
    QCOMPARE(desk.begun(), 2);
    for (const FakeWorker::Begun &begun : std::as_const(desk.worker->begun)) {
        QCOMPARE(begun.run.reason.kind, RunReasonKind::Resumed);
    }
    desk.worker->endAll();
    desk.clock.advance(59 * minute);
    QCOMPARE(desk.begun(), 2);
    QVERIFY(desk.rows(RunStatus::Missed).isEmpty());
    // What only waited is not lost, whatever its kind.
    desk.configure = {};
    desk.scheduler->setConcurrency(1);
    desk.clock.advance(minute);
    QCOMPARE(desk.rows(RunStatus::Queued).size(), 1);
    const RunId waited = desk.rows(RunStatus::Queued).first().id;
    desk.restart();
    desk.scheduler->start();
    desk.clock.advance(0);
    QVERIFY(std::any_of(desk.worker->begun.cbegin(), desk.worker->begun.cend(),
        [waited](const FakeWorker::Begun &begun) { return begun.run.reason.run == waited; }));
}

QTEST_GUILESS_MAIN(SchedulerMissedTest)
#include "tst_schedulermissed.moc"
