// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/completion.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QTest>

namespace vestnik {

namespace {

constexpr qint64 anHour = 3'600'000;

struct Seen {
    int ended = 0;
    bool timeUp = false;
    qint64 afterMs = -1;
};

QCoro::Task<> pauseFor(Clock *clock, StopToken token, qint64 ms, Seen *seen, std::shared_ptr<int> frame)
{
    Q_UNUSED(frame)
    QElapsedTimer watch;
    watch.start();
    seen->timeUp = co_await Pause(*clock, token, ms);
    seen->afterMs = watch.elapsed();
    ++seen->ended;
}

} // namespace

class tst_Pause final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timeUpResumesAndFreesTheFrame();
    void noTimeDoesNotSuspend_data();
    void noTimeDoesNotSuspend();
    void stopEndsAPauseAtOnceAndFreesTheFrame();
    void stopOfTheParentEndsAPause();
    void stoppedTokenDoesNotSuspend();
    void stopAfterTheTimeDoesNothing();
    void manyPausesEndWithOneStop();

private:
    SystemClock m_clock;
};

void tst_Pause::timeUpResumesAndFreesTheFrame()
{
    StopSource source;
    Seen seen;
    auto frame = std::make_shared<int>();
    const std::weak_ptr<int> alive = frame;
    pauseFor(&m_clock, source.token(), 30, &seen, std::move(frame));
    QCOMPARE(seen.ended, 0);
    QTRY_COMPARE(seen.ended, 1);
    QVERIFY(seen.timeUp);
    QVERIFY2(seen.afterMs >= 29, qPrintable(QString::number(seen.afterMs)));
    QVERIFY(alive.expired());
}

void tst_Pause::noTimeDoesNotSuspend_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::newRow("zero") << qint64(0);
    QTest::newRow("past") << qint64(-5);
}

void tst_Pause::noTimeDoesNotSuspend()
{
    QFETCH(qint64, ms);
    Seen seen;
    pauseFor(&m_clock, StopToken(), ms, &seen, nullptr);
    QCOMPARE(seen.ended, 1);
    QVERIFY(seen.timeUp);
}

void tst_Pause::stopEndsAPauseAtOnceAndFreesTheFrame()
{
    StopSource source;
    Seen seen;
    auto frame = std::make_shared<int>();
    const std::weak_ptr<int> alive = frame;
    pauseFor(&m_clock, source.token(), anHour, &seen, std::move(frame));
    source.requestStop();
    QCOMPARE(seen.ended, 1);
    QVERIFY(!seen.timeUp);
    QVERIFY(alive.expired());
}

void tst_Pause::stopOfTheParentEndsAPause()
{
    StopSource parent;
    const StopSource child(parent.token());
    Seen seen;
    pauseFor(&m_clock, child.token(), anHour, &seen, nullptr);
    parent.requestStop();
    QCOMPARE(seen.ended, 1);
    QVERIFY(!seen.timeUp);
}

void tst_Pause::stoppedTokenDoesNotSuspend()
{
    StopSource source;
    source.requestStop();
    Seen seen;
    pauseFor(&m_clock, source.token(), anHour, &seen, nullptr);
    QCOMPARE(seen.ended, 1);
    QVERIFY(!seen.timeUp);
}

void tst_Pause::stopAfterTheTimeDoesNothing()
{
    StopSource source;
    Seen seen;
    pauseFor(&m_clock, source.token(), 1, &seen, nullptr);
    QTRY_COMPARE(seen.ended, 1);
    source.requestStop();
    QCOMPARE(seen.ended, 1);
    QVERIFY(seen.timeUp);
}

void tst_Pause::manyPausesEndWithOneStop()
{
    StopSource source;
    Seen seen;
    auto frame = std::make_shared<int>();
    for (int i = 0; i < 300; ++i) {
        pauseFor(&m_clock, source.token(), anHour + i, &seen, frame);
    }
    source.requestStop();
    QCOMPARE(seen.ended, 300);
    QCOMPARE(frame.use_count(), 1L);
}

} // namespace vestnik

QTEST_GUILESS_MAIN(vestnik::tst_Pause)
#include "tst_pause.moc"
