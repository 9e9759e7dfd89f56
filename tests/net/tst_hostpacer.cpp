// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/hostpacer.h"
#include "tests/net/outcome.h"
#include "tests/support/fakeclock.h"

#include <QTest>

#include <vector>

using namespace vestnik;
using Turn = HostPacer::Turn;
using Waiting = Outcome<std::optional<Turn>>;

namespace {

int granted(const std::vector<Waiting> &all)
{
    int count = 0;
    for (const Waiting &one : all) {
        count += one.ready() && one.value() == Turn::Granted ? 1 : 0;
    }
    return count;
}

} // namespace

class TestHostPacer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void burstGoesAtOnceThenOneASecond()
    {
        FakeClock clock;
        HostPacer pacer(clock, 1.0, 3, 100);
        std::vector<Waiting> all;
        for (int i = 0; i < 6; ++i) {
            all.emplace_back(pacer.acquire(true, {}));
        }
        QCOMPARE(granted(all), 3);
        clock.advance(999);
        QCOMPARE(granted(all), 3);
        clock.advance(1);
        QCOMPARE(granted(all), 4);
        clock.advance(2000);
        QCOMPARE(granted(all), 6);
        QCOMPARE(pacer.queued(), 0);
        QCOMPARE(clock.pending(), 0);
    }

    void noRateIsNoLimit()
    {
        FakeClock clock;
        HostPacer pacer(clock, 0, 1, 1000);
        std::vector<Waiting> all;
        for (int i = 0; i < 500; ++i) {
            all.emplace_back(pacer.acquire(true, {}));
        }
        QCOMPARE(granted(all), 500);
    }

    void oddRatesLoseNothingByRounding()
    {
        FakeClock clock;
        HostPacer pacer(clock, 3.0, 1, 1000);
        std::vector<Waiting> all;
        for (int i = 0; i < 301; ++i) {
            all.emplace_back(pacer.acquire(true, {}));
        }
        clock.advance(99'000);
        QVERIFY2(granted(all) >= 297 && granted(all) <= 298, qPrintable(QString::number(granted(all))));
        pacer.refuseQueued();
    }

    void placesAreNeverExceeded()
    {
        FakeClock clock;
        HostPacer pacer(clock, 0, 1, 6);
        std::vector<Waiting> all;
        for (int i = 0; i < 10; ++i) {
            all.emplace_back(pacer.acquire(true, {}));
        }
        QCOMPARE(granted(all), 6);
        pacer.release();
        QCOMPARE(granted(all), 7);
        QCOMPARE(pacer.active(), 6);
        pacer.refuseQueued();
    }

    void firstComeFirstServed()
    {
        FakeClock clock;
        HostPacer pacer(clock, 1.0, 1, 100);
        std::vector<Waiting> all;
        for (int i = 0; i < 5; ++i) {
            all.emplace_back(pacer.acquire(true, {}));
        }
        for (std::size_t i = 1; i < all.size(); ++i) {
            QVERIFY(!all[i].ready());
            clock.advance(1000);
            QVERIFY(all[i].ready());
        }
    }

    void stoppedOnesLeaveTheQueue()
    {
        FakeClock clock;
        HostPacer pacer(clock, 1.0, 1, 100);
        StopSource stop;
        const Waiting first(pacer.acquire(true, {}));
        const Waiting second(pacer.acquire(true, stop.token()));
        const Waiting third(pacer.acquire(true, {}));
        stop.requestStop();
        QVERIFY(second.ready());
        QVERIFY(!second.value().has_value());
        QCOMPARE(pacer.queued(), 1);
        clock.advance(1000);
        QVERIFY(third.ready());
        QCOMPARE(pacer.active(), 2);
    }

    void aStoppedTokenTakesNoPlace()
    {
        FakeClock clock;
        HostPacer pacer(clock, 0, 1, 1);
        StopSource stop;
        stop.requestStop();
        const Waiting waiting(pacer.acquire(true, stop.token()));
        QVERIFY(waiting.ready() && !waiting.value().has_value());
        QCOMPARE(pacer.active(), 0);
    }

    void aHoldHoldsAll()
    {
        FakeClock clock;
        HostPacer pacer(clock, 0, 1, 6);
        pacer.hold(7000);
        const Waiting paced(pacer.acquire(true, {}));
        const Waiting unpaced(pacer.acquire(false, {}));
        QCOMPARE(pacer.heldForMs(), qint64(7000));
        pacer.hold(100);
        clock.advance(6999);
        QVERIFY(!paced.ready() && !unpaced.ready());
        clock.advance(1);
        QVERIFY(paced.ready() && unpaced.ready());
    }

    void unpacedOnesPassThoseWhoWaitForAToken()
    {
        FakeClock clock;
        HostPacer pacer(clock, 1.0, 1, 6);
        const Waiting first(pacer.acquire(true, {}));
        const Waiting second(pacer.acquire(true, {}));
        const Waiting unpaced(pacer.acquire(false, {}));
        QVERIFY(unpaced.ready());
        QVERIFY(!second.ready());
        clock.advance(1000);
        QVERIFY(second.ready());
    }

    void aNewPaceHoldsForThoseWhoWait()
    {
        FakeClock clock;
        HostPacer pacer(clock, 0.001, 1, 100);
        std::vector<Waiting> all;
        for (int i = 0; i < 10; ++i) {
            all.emplace_back(pacer.acquire(true, {}));
        }
        QCOMPARE(granted(all), 1);
        pacer.setPace(10, 5);
        clock.advance(500);
        QCOMPARE(granted(all), 6);
        pacer.setPace(0, 1);
        QCOMPARE(granted(all), 10);
    }

    void refusalSendsAllAway()
    {
        FakeClock clock;
        HostPacer pacer(clock, 1, 1, 1);
        const Waiting first(pacer.acquire(true, {}));
        const Waiting second(pacer.acquire(true, {}));
        const Waiting third(pacer.acquire(true, {}));
        pacer.refuseQueued();
        QVERIFY(second.value() == Turn::Refused);
        QVERIFY(third.value() == Turn::Refused);
        QCOMPARE(pacer.active(), 1);
        QCOMPARE(pacer.queued(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHostPacer)
#include "tst_hostpacer.moc"
