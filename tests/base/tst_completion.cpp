// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/completion.h"

#include <QCoroTask>
#include <QTest>

namespace vestnik {

namespace {

/// What a coroutine of this test left behind. `frame` lives in the coroutine's frame: expired means that it was freed.
struct Seen {
    int ended = 0;
    bool stopped = false;
    QString value;
};

QCoro::Task<> waitFor(Completion<QString> completion, StopToken token, Seen *seen, std::shared_ptr<int> frame)
{
    Q_UNUSED(frame)
    const std::optional<QString> value = co_await completion.wait(token);
    ++seen->ended;
    seen->stopped = !value;
    seen->value = value.value_or(QString());
}

QCoro::Task<> waitThenStop(Completion<QString> completion, StopSource source, Seen *seen)
{
    const StopToken token = source.token();
    const std::optional<QString> value = co_await completion.wait(token);
    ++seen->ended;
    seen->value = value.value_or(QString());
    source.requestStop();
}

QCoro::Task<> waitThenDeliver(Completion<QString> completion, StopToken token, Seen *seen)
{
    const std::optional<QString> value = co_await completion.wait(token);
    ++seen->ended;
    seen->stopped = !value;
    const QString late = QStringLiteral("late");
    completion.deliver(late);
}

} // namespace

class tst_Completion final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valueThatIsThereDoesNotSuspend();
    void deliveryResumesAtOnceAndFreesTheFrame();
    void stopResumesAtOnceAndFreesTheFrame();
    void stopOfTheParentResumes();
    void stoppedTokenDoesNotSuspend();
    void valueWinsOverAStoppedToken();
    void secondDeliveryIsDropped();
    void deliveryAfterAStopIsDropped();
    void stopAfterADeliveryIsDropped();
    void stopInsideADeliveryResumesOnce();
    void deliveryInsideAStopResumesOnce();
    void nobodyNeedsToWait();
    void thousandWaitersAreFreedByOneStop();
};

void tst_Completion::valueThatIsThereDoesNotSuspend()
{
    Completion<QString> completion;
    completion.deliver(QStringLiteral("a"));
    Seen seen;
    waitFor(completion, StopToken(), &seen, nullptr);
    QCOMPARE(seen.ended, 1);
    QCOMPARE(seen.value, QStringLiteral("a"));
}

void tst_Completion::deliveryResumesAtOnceAndFreesTheFrame()
{
    Completion<QString> completion;
    StopSource source;
    Seen seen;
    auto frame = std::make_shared<int>();
    const std::weak_ptr<int> alive = frame;
    waitFor(completion, source.token(), &seen, std::move(frame));
    QCOMPARE(seen.ended, 0);
    QVERIFY(!alive.expired());
    completion.deliver(QStringLiteral("a"));
    QCOMPARE(seen.ended, 1);
    QCOMPARE(seen.value, QStringLiteral("a"));
    QVERIFY(alive.expired());
}

void tst_Completion::stopResumesAtOnceAndFreesTheFrame()
{
    const Completion<QString> completion;
    StopSource source;
    Seen seen;
    auto frame = std::make_shared<int>();
    const std::weak_ptr<int> alive = frame;
    waitFor(completion, source.token(), &seen, std::move(frame));
    QVERIFY(!alive.expired());
    source.requestStop();
    QCOMPARE(seen.ended, 1);
    QVERIFY(seen.stopped);
    QVERIFY(alive.expired());
}

void tst_Completion::stopOfTheParentResumes()
{
    const Completion<QString> completion;
    StopSource parent;
    const StopSource child(parent.token());
    Seen seen;
    waitFor(completion, child.token(), &seen, nullptr);
    parent.requestStop();
    QCOMPARE(seen.ended, 1);
    QVERIFY(seen.stopped);
}

void tst_Completion::stoppedTokenDoesNotSuspend()
{
    const Completion<QString> completion;
    StopSource source;
    source.requestStop();
    Seen seen;
    waitFor(completion, source.token(), &seen, nullptr);
    QCOMPARE(seen.ended, 1);
    QVERIFY(seen.stopped);
}

void tst_Completion::valueWinsOverAStoppedToken()
{
    Completion<QString> completion;
    completion.deliver(QStringLiteral("a"));
    StopSource source;
    source.requestStop();
    Seen seen;
    waitFor(completion, source.token(), &seen, nullptr);
    QVERIFY(!seen.stopped);
    QCOMPARE(seen.value, QStringLiteral("a"));
}

void tst_Completion::secondDeliveryIsDropped()
{
    Completion<QString> completion;
    StopSource source;
    Seen seen;
    waitFor(completion, source.token(), &seen, nullptr);
    Completion<QString> copy = completion;
    completion.deliver(QStringLiteral("a"));
    copy.deliver(QStringLiteral("b"));
    QCOMPARE(seen.ended, 1);
    QCOMPARE(seen.value, QStringLiteral("a"));
}

void tst_Completion::deliveryAfterAStopIsDropped()
{
    Completion<QString> completion;
    StopSource source;
    Seen seen;
    waitFor(completion, source.token(), &seen, nullptr);
    source.requestStop();
    completion.deliver(QStringLiteral("a"));
    QCOMPARE(seen.ended, 1);
    QVERIFY(seen.stopped);
}

void tst_Completion::stopAfterADeliveryIsDropped()
{
    Completion<QString> completion;
    StopSource source;
    Seen seen;
    waitFor(completion, source.token(), &seen, nullptr);
    completion.deliver(QStringLiteral("a"));
    source.requestStop();
    QCOMPARE(seen.ended, 1);
    QVERIFY(!seen.stopped);
}

void tst_Completion::stopInsideADeliveryResumesOnce()
{
    Completion<QString> completion;
    const StopSource source;
    Seen seen;
    waitThenStop(completion, source, &seen);
    completion.deliver(QStringLiteral("a"));
    QCOMPARE(seen.ended, 1);
    QCOMPARE(seen.value, QStringLiteral("a"));
    QVERIFY(source.stopRequested());
}

void tst_Completion::deliveryInsideAStopResumesOnce()
{
    const Completion<QString> completion;
    StopSource source;
    Seen seen;
    waitThenDeliver(completion, source.token(), &seen);
    source.requestStop();
    QCOMPARE(seen.ended, 1);
    QVERIFY(seen.stopped);
}

void tst_Completion::nobodyNeedsToWait()
{
    auto value = std::make_shared<int>();
    const std::weak_ptr<int> alive = value;
    {
        Completion<std::shared_ptr<int>> completion;
        completion.deliver(std::move(value));
        QVERIFY(!alive.expired());
    }
    QVERIFY(alive.expired());
}

void tst_Completion::thousandWaitersAreFreedByOneStop()
{
    StopSource source;
    Seen seen;
    auto frame = std::make_shared<int>();
    for (int i = 0; i < 1000; ++i) {
        waitFor(Completion<QString>(), source.token(), &seen, frame);
    }
    QVERIFY(frame.use_count() > 1000);
    source.requestStop();
    QCOMPARE(seen.ended, 1000);
    QCOMPARE(frame.use_count(), 1L);
}

} // namespace vestnik

QTEST_GUILESS_MAIN(vestnik::tst_Completion)
#include "tst_completion.moc"
