// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeclock.h"

#include <QTest>

using namespace vestnik;

class TestFakeClock final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firesInOrderAtTheRightTimes()
    {
        FakeClock clock(5000);
        const qint64 start = clock.steady();
        QList<QPair<QString, qint64>> fired;
        const auto alarm = [&](const QString &name) {
            return clock.makeAlarm([&fired, &clock, start, name] { fired.append({name, clock.steady() - start}); });
        };
        const auto late = alarm(QStringLiteral("late"));
        const auto early = alarm(QStringLiteral("early"));
        const auto same = alarm(QStringLiteral("same"));
        const auto never = alarm(QStringLiteral("never"));
        late->setIn(30);
        early->setIn(10);
        same->setIn(30);
        never->setIn(20);
        never->cancel();
        clock.advance(100);
        const QList<QPair<QString, qint64>> expected{
            {QStringLiteral("early"), 10}, {QStringLiteral("late"), 30}, {QStringLiteral("same"), 30}};
        QCOMPARE(fired, expected);
        QCOMPARE(clock.now(), qint64(5100));
        QCOMPARE(clock.pending(), 0);
    }

    void anAlarmMayEndItselfAndOthersWhileFiring()
    {
        FakeClock clock;
        std::unique_ptr<ClockAlarm> self;
        std::unique_ptr<ClockAlarm> other = clock.makeAlarm([] { QFAIL("was destroyed"); });
        int fired = 0;
        self = clock.makeAlarm([&] {
            ++fired;
            other.reset();
            self.reset();
        });
        self->setIn(10);
        other->setIn(20);
        clock.advance(1000);
        QCOMPARE(fired, 1);
        QCOMPARE(clock.pending(), 0);
    }

    void anAlarmMayBeSetAgainWhileFiring()
    {
        FakeClock clock;
        std::unique_ptr<ClockAlarm> alarm;
        int fired = 0;
        alarm = clock.makeAlarm([&] {
            ++fired;
            alarm->setIn(10);
        });
        alarm->setIn(10);
        clock.advance(100);
        QCOMPARE(fired, 10);
        QCOMPARE(clock.nextIn(), qint64(10));
    }

    void alarmsMayOutliveTheClock()
    {
        auto clock = std::make_unique<FakeClock>();
        const auto alarm = clock->makeAlarm([] {});
        alarm->setIn(10);
        clock.reset();
        alarm->setIn(20);
        alarm->cancel();
    }
};

QTEST_GUILESS_MAIN(TestFakeClock)
#include "tst_fakeclock.moc"
