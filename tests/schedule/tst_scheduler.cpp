// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/scheduler.h"

#include "tests/support/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace vestnik;

class SchedulerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstRunIsDueAtOnceAndThenEveryInterval();
    void stopMakesNoRunDue();
    void startAndStopAreIdempotent();
    void startWhileStoppingIsKept();
    void stopTakesBackAStartWhileStopping();
    void intervalChangeMovesTheNextRun();
    void sleepOfTheComputerIsOneRun();
    void aClockSetBackDoesNotSilenceIt();
};

void SchedulerTest::firstRunIsDueAtOnceAndThenEveryInterval()
{
    FakeClock clock;
    Scheduler scheduler(clock);
    QSignalSpy due(&scheduler, &Scheduler::due);
    scheduler.setInterval(60'000);
    scheduler.start();
    QCOMPARE(scheduler.state(), Scheduler::State::Running);
    clock.advance(0);
    QCOMPARE(due.count(), 1);
    QCOMPARE(scheduler.nextRunAt(), clock.now() + 60'000);
    clock.advance(59'999);
    QCOMPARE(due.count(), 1);
    clock.advance(1);
    QCOMPARE(due.count(), 2);
    clock.advance(60'000);
    clock.advance(60'000);
    QCOMPARE(due.count(), 4);
}

void SchedulerTest::stopMakesNoRunDue()
{
    FakeClock clock;
    Scheduler scheduler(clock);
    QSignalSpy due(&scheduler, &Scheduler::due);
    scheduler.start();
    clock.advance(0);
    scheduler.stop();
    QCOMPARE(scheduler.state(), Scheduler::State::Stopping);
    QCOMPARE(scheduler.nextRunAt(), 0);
    scheduler.workEnded();
    QCOMPARE(scheduler.state(), Scheduler::State::Stopped);
    clock.advance(24LL * 3600 * 1000);
    QCOMPARE(due.count(), 1);
}

void SchedulerTest::startAndStopAreIdempotent()
{
    FakeClock clock;
    Scheduler scheduler(clock);
    QSignalSpy changed(&scheduler, &Scheduler::stateChanged);
    scheduler.stop();
    scheduler.workEnded();
    QCOMPARE(changed.count(), 0);
    scheduler.start();
    scheduler.start();
    QCOMPARE(changed.count(), 1);
    scheduler.stop();
    scheduler.stop();
    QCOMPARE(changed.count(), 2);
    scheduler.workEnded();
    scheduler.workEnded();
    QCOMPARE(changed.count(), 3);
}

void SchedulerTest::startWhileStoppingIsKept()
{
    FakeClock clock;
    Scheduler scheduler(clock);
    QSignalSpy due(&scheduler, &Scheduler::due);
    scheduler.start();
    clock.advance(0);
    scheduler.stop();
    scheduler.start();
    QCOMPARE(scheduler.state(), Scheduler::State::Stopping);
    scheduler.workEnded();
    QCOMPARE(scheduler.state(), Scheduler::State::Running);
    clock.advance(0);
    QCOMPARE(due.count(), 2);
}

void SchedulerTest::stopTakesBackAStartWhileStopping()
{
    FakeClock clock;
    Scheduler scheduler(clock);
    scheduler.start();
    scheduler.stop();
    scheduler.start();
    scheduler.stop();
    scheduler.workEnded();
    QCOMPARE(scheduler.state(), Scheduler::State::Stopped);
}

void SchedulerTest::intervalChangeMovesTheNextRun()
{
    FakeClock clock;
    Scheduler scheduler(clock);
    QSignalSpy due(&scheduler, &Scheduler::due);
    scheduler.setInterval(3'600'000);
    scheduler.start();
    clock.advance(0);
    const qint64 began = clock.now();
    clock.advance(600'000);
    scheduler.setInterval(900'000);
    QCOMPARE(scheduler.nextRunAt(), began + 900'000);
    scheduler.setInterval(300'000); // would have been due already: now
    QCOMPARE(scheduler.nextRunAt(), clock.now());
    clock.advance(0);
    QCOMPARE(due.count(), 2);
}

void SchedulerTest::sleepOfTheComputerIsOneRun()
{
    FakeClock clock;
    Scheduler scheduler(clock);
    QSignalSpy due(&scheduler, &Scheduler::due);
    scheduler.setInterval(60'000);
    scheduler.start();
    clock.advance(0);
    clock.jumpTo(clock.now() + 8LL * 3600 * 1000); // wall time passes, monotonic time does not
    clock.advance(60'000);
    QCOMPARE(due.count(), 2);
    QCOMPARE(scheduler.nextRunAt(), clock.now() + 60'000);
}

void SchedulerTest::aClockSetBackDoesNotSilenceIt()
{
    FakeClock clock;
    Scheduler scheduler(clock);
    QSignalSpy due(&scheduler, &Scheduler::due);
    scheduler.setInterval(60'000);
    scheduler.start();
    clock.advance(0);
    clock.jumpTo(clock.now() - 10LL * 24 * 3600 * 1000);
    clock.advance(60'000); // too early by the wall: waits an interval from here at most
    clock.advance(60'000);
    QCOMPARE(due.count(), 2);
}

QTEST_GUILESS_MAIN(SchedulerTest)
#include "tst_scheduler.moc"
