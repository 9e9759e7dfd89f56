// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/schedule/schedulerdesk.h"

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

/// A wall clock that is set, a computer that sleeps, a loop that is late.
class SchedulerClockTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void missedWhileTheClockWasSet();
    void clockSetBackALittleRunsNothingTwice();
    void clockSetBackByDaysStandsNotStill();
    void clockSetBackWhileClosed();
    void missedWhileBusy();
    void lateByLessThanAMinuteIsDue();
    void pausesThatEndedWhileAsleep();
    void stormAfterWakeKeepsThePolicy();
};

void SchedulerClockTest::missedWhileTheClockWasSet()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    desk.add(every(hour));
    desk.scheduler->start();
    desk.clock.advance(10 * minute);
    desk.clock.jumpTo(monday + 4 * hour + 10 * minute);
    const QList<RunRecord> missed = desk.rows(RunStatus::Missed);
    QCOMPARE(missed.size(), 1);
    QCOMPARE(missed.first().reason.kind, RunReasonKind::ClockSet);
    QCOMPARE(missed.first().reason.count, 4);
    QCOMPARE(missed.first().reason.from, monday + 10 * minute);
    QCOMPARE(missed.first().reason.to, monday + 4 * hour + 10 * minute);
    QCOMPARE(desk.begun(), 1);
    QCOMPARE(desk.clock.nextIn(), 0); // ends its run
    desk.clock.advance(50 * minute);
    QCOMPARE(desk.begun(), 2);
}

void SchedulerClockTest::clockSetBackALittleRunsNothingTwice()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    desk.add(every(10 * minute));
    desk.scheduler->start();
    desk.clock.advance(11 * minute);
    QCOMPARE(desk.begun(), 1);
    desk.clock.jumpTo(monday + 8 * minute);
    desk.clock.advance(11 * minute);
    QCOMPARE(desk.begun(), 1); // 00:10 was decided
    desk.clock.advance(minute);
    QCOMPARE(duesOf(desk), (QStringList{QStringLiteral("00:10"), QStringLiteral("00:20")}));
    QVERIFY(desk.rows(RunStatus::Missed).isEmpty());
}

void SchedulerClockTest::clockSetBackByDaysStandsNotStill()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    desk.add(every(10 * minute));
    desk.add(loose(10 * minute));
    Job slow = every(10 * minute);
    slow.trigger.jitterMs = minute;
    desk.add(slow);
    desk.scheduler->setConcurrency(8);
    desk.scheduler->start();
    desk.clock.advance(35 * minute);
    const qsizetype before = desk.begun();
    desk.clock.jumpTo(monday - 10 * day + 5 * minute);
    QCOMPARE(desk.begun(), before);
    desk.clock.advance(10 * minute + minute);
    QCOMPARE(desk.begun(), before + 3);
    QVERIFY(desk.rows(RunStatus::Missed).isEmpty());
    QCOMPARE(desk.scheduler->nextRunAt(), monday - 10 * day + 20 * minute);
    desk.restart(); // it is remembered
    desk.scheduler->start();
    QVERIFY(desk.rows(RunStatus::Missed).isEmpty());
}

void SchedulerClockTest::clockSetBackWhileClosed()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    desk.add(every(10 * minute));
    desk.scheduler->start();
    desk.clock.advance(15 * minute);
    desk.kill();
    desk.clock.jumpTo(monday - 3 * day);
    desk.open();
    desk.worker->lengthMs = 0;
    desk.scheduler->start();
    desk.clock.advance(30 * minute);
    QCOMPARE(desk.begun(), 3);
    QVERIFY(desk.rows(RunStatus::Missed).isEmpty());
}

void SchedulerClockTest::missedWhileBusy()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    Job job = every(10 * minute);
    job.policy.missed = MissedPolicy::Skip;
    desk.add(job);
    desk.scheduler->start();
    desk.clock.stall(25 * minute);
    desk.clock.advance(0);
    QCOMPARE(desk.begun(), 0);
    const QList<RunRecord> missed = desk.rows(RunStatus::Missed);
    QCOMPARE(missed.size(), 1);
    QCOMPARE(missed.first().reason.kind, RunReasonKind::Busy);
    QCOMPARE(missed.first().reason.count, 2);
    QCOMPARE(missed.first().reason.from, monday + 10 * minute);
    QCOMPARE(missed.first().reason.to, monday + 25 * minute);
}

void SchedulerClockTest::lateByLessThanAMinuteIsDue()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    Job job = every(10 * minute);
    job.policy.missed = MissedPolicy::Skip;
    desk.add(job);
    desk.scheduler->start();
    desk.clock.stall(10 * minute + 59 * second);
    desk.clock.advance(0);
    QCOMPARE(desk.begun(), 1);
    QVERIFY(desk.rows(RunStatus::Missed).isEmpty());
    desk.clock.sleep(9 * minute + 2 * second + 59 * second); // 00:20 and a minute
    QCOMPARE(desk.begun(), 1);
    QCOMPARE(desk.rows(RunStatus::Missed).size(), 1);
}

void SchedulerClockTest::pausesThatEndedWhileAsleep()
{
    Desk desk;
    const JobId id = desk.add(every(hour));
    desk.scheduler->start();
    QVERIFY(desk.scheduler->pause({id}, monday + 150 * minute));
    desk.clock.sleep(5 * hour + 10 * minute);
    const QList<RunRecord> missed = desk.rows(RunStatus::Missed);
    QCOMPARE(missed.size(), 1);
    QCOMPARE(missed.first().reason.kind, RunReasonKind::Asleep);
    QCOMPARE(missed.first().reason.count, 3); // 03:00 and later
    QCOMPARE(desk.begun(), 1);
}

void SchedulerClockTest::stormAfterWakeKeepsThePolicy()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    desk.scheduler->setConcurrency(4);
    constexpr int jobs = 1200;
    for (int i = 0; i < jobs; ++i) {
        Job job = every((i % 50 + 1) * minute);
        job.policy.missed = static_cast<MissedPolicy>(i % 3);
        job.policy.missedLimit = 2;
        desk.add(job);
    }
    desk.scheduler->start();
    desk.clock.sleep(30 * day + 30 * second);
    desk.clock.advance(0);
    QHash<JobId, QList<RunRecord>> byJob;
    for (const RunRecord &row : desk.rows()) {
        byJob[row.job].append(row);
    }
    QCOMPARE(byJob.size(), jobs);
    for (const QList<RunRecord> &rows : std::as_const(byJob)) {
        const Job job = desk.job(rows.first().job);
        QCOMPARE(rows.first().status, RunStatus::Missed);
        const bool due = (30 * day) % job.trigger.everyMs == 0;
        const qint64 all = 30 * day / job.trigger.everyMs - (due ? 1 : 0);
        QCOMPARE(rows.first().reason.count, std::min<qint64>(all, 1000));
        const qint64 made = job.policy.missed == MissedPolicy::Skip ? 0
            : job.policy.missed == MissedPolicy::Once               ? 1
                                                                    : 2;
        QCOMPARE(rows.first().reason.ran, made);
        const qint64 runs = made + (due && job.policy.missed != MissedPolicy::Once ? 1 : 0);
        QCOMPARE(rows.size() - 1, runs);
    }
}

QTEST_GUILESS_MAIN(SchedulerClockTest)
#include "tst_schedulerclock.moc"
