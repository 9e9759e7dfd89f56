// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/circuitbreaker.h"

#include <QTest>

using namespace vestnik;
using Admission = CircuitBreaker::Admission;
using Failure = CircuitBreaker::Failure;
using State = CircuitBreaker::State;

namespace {

QByteArray page(int number)
{
    return "/s/" + QByteArray::number(number);
}

void breakOpen(CircuitBreaker &breaker, qint64 now)
{
    for (int i = 0; i < CircuitBreaker::threshold; ++i) {
        breaker.failed("/s/a", Failure::Connection, false, now);
    }
}

} // namespace

class TestCircuitBreaker final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAfterEightFailedConnections()
    {
        CircuitBreaker breaker;
        for (int i = 0; i < 7; ++i) {
            QVERIFY(!breaker.failed("/s/a", Failure::Connection, false, 0));
            QCOMPARE(breaker.admit("/s/a", 0), Admission::Go);
        }
        QVERIFY(breaker.failed("/s/a", Failure::Connection, false, 0));
        QCOMPARE(breaker.state(), State::Open);
        QCOMPARE(breaker.openUntil(), qint64(30'000));
        QCOMPARE(breaker.admit("/s/b", 29'999), Admission::Refuse);
    }

    void oneBadPageNeverOpensIt()
    {
        CircuitBreaker breaker;
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(!breaker.failed("/s/bad", Failure::Page, false, i));
        }
        QCOMPARE(breaker.admit("/s/good", 1000), Admission::Go);
    }

    void manyBadPagesOpenIt()
    {
        CircuitBreaker breaker;
        int failures = 0;
        while (breaker.state() == State::Closed) {
            breaker.failed(page(failures % 4), Failure::Page, false, 0);
            ++failures;
        }
        QCOMPARE(failures, 8);
    }

    void aSuccessInBetweenForgets()
    {
        CircuitBreaker breaker;
        for (int i = 0; i < 100; ++i) {
            if (i % 7 == 0) {
                breaker.succeeded();
            }
            QVERIFY(!breaker.failed(page(i), Failure::Connection, false, i));
        }
    }

    void oneProbeGoesAndTheOthersWait()
    {
        CircuitBreaker breaker;
        breakOpen(breaker, 0);
        QCOMPARE(breaker.admit("/s/a", 30'000), Admission::Probe);
        QCOMPARE(breaker.admit("/s/b", 30'000), Admission::Wait);
        QCOMPARE(breaker.admit("/s/c", 40'000), Admission::Wait);
        QVERIFY(breaker.succeeded());
        QCOMPARE(breaker.admit("/s/b", 40'000), Admission::Go);
        QVERIFY(!breaker.succeeded());
    }

    void pausesGrowToTenMinutes()
    {
        CircuitBreaker breaker;
        breakOpen(breaker, 0);
        qint64 now = 0;
        const QList<qint64> pauses{30'000, 60'000, 120'000, 240'000, 480'000, 600'000, 600'000};
        for (const qint64 pause : pauses) {
            QCOMPARE(breaker.openUntil(), now + pause);
            QCOMPARE(breaker.admit("/s/a", now + pause - 1), Admission::Refuse);
            now += pause;
            QCOMPARE(breaker.admit("/s/a", now), Admission::Probe);
            QVERIFY(breaker.failed("/s/a", Failure::Connection, true, now));
        }
    }

    void aStoppedProbeLetsAnotherOneTry()
    {
        CircuitBreaker breaker;
        breakOpen(breaker, 0);
        QCOMPARE(breaker.admit("/s/a", 30'000), Admission::Probe);
        breaker.abandoned();
        QCOMPARE(breaker.admit("/s/b", 30'000), Admission::Probe);
    }

    void aBadPageAsTheProbeLeavesTheVerdictToOthers()
    {
        CircuitBreaker breaker;
        breakOpen(breaker, 0);
        QCOMPARE(breaker.admit("/s/bad", 30'000), Admission::Probe);
        QVERIFY(!breaker.failed("/s/bad", Failure::Page, true, 30'000));
        QCOMPARE(breaker.admit("/s/bad", 30'001), Admission::Refuse);
        QCOMPARE(breaker.admit("/s/good", 30'001), Admission::Probe);
        breaker.succeeded();
        QCOMPARE(breaker.admit("/s/bad", 30'002), Admission::Go);
    }

    void threeBadPagesAsProbesOpenItAgain()
    {
        CircuitBreaker breaker;
        breakOpen(breaker, 0);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(breaker.admit(page(i), 30'000), Admission::Probe);
            QCOMPARE(breaker.failed(page(i), Failure::Page, true, 30'000), i == 2);
        }
        QCOMPARE(breaker.openUntil(), qint64(90'000));
    }

    void theOnlyPageMayProbeAgainLater()
    {
        CircuitBreaker breaker;
        breakOpen(breaker, 0);
        QCOMPARE(breaker.admit("/s/bad", 30'000), Admission::Probe);
        breaker.failed("/s/bad", Failure::Page, true, 30'000);
        QCOMPARE(breaker.admit("/s/bad", 59'999), Admission::Refuse);
        QCOMPARE(breaker.admit("/s/bad", 60'000), Admission::Probe);
    }

    void whatBeganBeforeItOpenedDoesNotProlongThePause()
    {
        CircuitBreaker breaker;
        breakOpen(breaker, 0);
        QVERIFY(!breaker.failed("/s/late", Failure::Connection, false, 20'000));
        QCOMPARE(breaker.openUntil(), qint64(30'000));
        QCOMPARE(breaker.admit("/s/a", 30'000), Admission::Probe);
        QVERIFY(!breaker.failed("/s/late", Failure::Connection, false, 30'000));
        QCOMPARE(breaker.state(), State::HalfOpen);
    }
};

QTEST_GUILESS_MAIN(TestCircuitBreaker)
#include "tst_circuitbreaker.moc"
