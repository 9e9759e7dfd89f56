// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/clock.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace vestnik;

/// The computer's clock, and whether the one of the tests behaves like it.
class ClockTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void awakeTimesPassAlike();
    void watchIsQuietWhileNothingHappens();
    void fakeSleepIsToldAndFiresNothing();
    void fakeJumpIsTold();
    void watchesMayGoWhileTold();
    void stalledAlarmsFireLate();
};

void ClockTest::awakeTimesPassAlike()
{
    SystemClock clock;
    const qint64 wall = clock.now();
    const qint64 boot = clock.sinceBoot();
    const qint64 steady = clock.steady();
    bool fired = false;
    const std::unique_ptr<ClockAlarm> alarm = clock.makeAlarm([&fired] { fired = true; });
    alarm->setIn(30);
    QTRY_VERIFY(fired);
    const qint64 passed = clock.steady() - steady;
    QVERIFY(passed >= 29);
    QVERIFY(qAbs(clock.sinceBoot() - boot - passed) < 20);
    QVERIFY(qAbs(clock.now() - wall - passed) < 20);
}

void ClockTest::watchIsQuietWhileNothingHappens()
{
    SystemClock clock;
    int told = 0;
    const std::unique_ptr<ClockWatch> watch = clock.watchJumps([&told] { ++told; });
#ifdef Q_OS_LINUX
    QVERIFY(watch);
#endif
    bool fired = false;
    const std::unique_ptr<ClockAlarm> alarm = clock.makeAlarm([&fired] { fired = true; });
    alarm->setIn(50);
    QTRY_VERIFY(fired);
    QCOMPARE(told, 0);
}

void ClockTest::fakeSleepIsToldAndFiresNothing()
{
    FakeClock clock;
    const qint64 wall = clock.now();
    const qint64 boot = clock.sinceBoot();
    const qint64 steady = clock.steady();
    int told = 0;
    int fired = 0;
    const std::unique_ptr<ClockWatch> watch = clock.watchJumps([&told] { ++told; });
    const std::unique_ptr<ClockAlarm> alarm = clock.makeAlarm([&fired] { ++fired; });
    alarm->setIn(1000);
    clock.sleep(5000);
    QCOMPARE(told, 1);
    QCOMPARE(fired, 0);
    QCOMPARE(clock.now(), wall + 5000);
    QCOMPARE(clock.sinceBoot(), boot + 5000);
    QCOMPARE(clock.steady(), steady);
    clock.advance(1000);
    QCOMPARE(fired, 1);
    QCOMPARE(clock.sinceBoot(), boot + 6000);
}

void ClockTest::fakeJumpIsTold()
{
    FakeClock clock;
    int told = 0;
    std::unique_ptr<ClockWatch> watch = clock.watchJumps([&told] { ++told; });
    const qint64 boot = clock.sinceBoot();
    clock.jumpTo(clock.now() - 60'000);
    QCOMPARE(told, 1);
    QCOMPARE(clock.sinceBoot(), boot);
    watch.reset();
    clock.jumpTo(clock.now() + 60'000);
    QCOMPARE(told, 1);
}

void ClockTest::watchesMayGoWhileTold()
{
    FakeClock clock;
    std::unique_ptr<ClockWatch> second;
    int told = 0;
    const std::unique_ptr<ClockWatch> first = clock.watchJumps([&second] { second.reset(); });
    second = clock.watchJumps([&told] { ++told; });
    clock.sleep(1);
    QCOMPARE(told, 0);
}

void ClockTest::stalledAlarmsFireLate()
{
    FakeClock clock;
    QList<qint64> fired;
    const std::unique_ptr<ClockAlarm> alarm = clock.makeAlarm([&] { fired.append(clock.steady()); });
    const qint64 began = clock.steady();
    alarm->setIn(10);
    clock.stall(100);
    QVERIFY(fired.isEmpty());
    clock.advance(0);
    QCOMPARE(fired, QList<qint64>{began + 100});
}

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
