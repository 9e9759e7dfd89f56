// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/completion.h"
#include "core/base/taskscope.h"

#include <QRegularExpression>
#include <QTest>

#include <stdexcept>

namespace vestnik {

namespace {

QCoro::Task<> wait(Completion<int> completion, StopToken token, std::shared_ptr<int> frame)
{
    Q_UNUSED(frame)
    const std::optional<int> value = co_await completion.wait(token);
    Q_UNUSED(value)
}

QCoro::Task<> waitThenThrow(Completion<int> completion)
{
    const StopToken never;
    const std::optional<int> value = co_await completion.wait(never);
    Q_UNUSED(value)
    throw std::runtime_error("boom");
}

QCoro::Task<> waitThenThrowANumber(Completion<int> completion)
{
    const StopToken never;
    const std::optional<int> value = co_await completion.wait(never);
    Q_UNUSED(value)
    throw 7;
}

QCoro::Task<> nothing()
{
    co_return;
}

} // namespace

class tst_TaskScope final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runningTasksAreCounted();
    void endedTaskIsNotCounted();
    void idleIsCalledEachTimeTheLastEnds();
    void exceptionIsLoggedAndCounted_data();
    void exceptionIsLoggedAndCounted();
    void taskSpawnedInsideTheEndOfAnotherIsCounted();
    void stopLeavesNoCoroutineBehind();
};

void tst_TaskScope::runningTasksAreCounted()
{
    TaskScope scope;
    Completion<int> first;
    Completion<int> second;
    scope.spawn(wait(first, StopToken(), nullptr));
    scope.spawn(wait(second, StopToken(), nullptr));
    QCOMPARE(scope.live(), 2);
    first.deliver(1);
    QCOMPARE(scope.live(), 1);
    second.deliver(1);
    QCOMPARE(scope.live(), 0);
}

void tst_TaskScope::endedTaskIsNotCounted()
{
    TaskScope scope;
    scope.spawn(nothing());
    QCOMPARE(scope.live(), 0);
}

void tst_TaskScope::idleIsCalledEachTimeTheLastEnds()
{
    TaskScope scope;
    int idle = 0;
    scope.setOnIdle([&idle] { ++idle; });
    Completion<int> first;
    Completion<int> second;
    scope.spawn(wait(first, StopToken(), nullptr));
    scope.spawn(wait(second, StopToken(), nullptr));
    first.deliver(1);
    QCOMPARE(idle, 0);
    second.deliver(1);
    QCOMPARE(idle, 1);
    scope.spawn(nothing());
    QCOMPARE(idle, 2);
}

void tst_TaskScope::exceptionIsLoggedAndCounted_data()
{
    QTest::addColumn<bool>("standard");
    QTest::addColumn<QString>("message");
    QTest::newRow("standard") << true << QStringLiteral("a task ended with an exception: boom");
    QTest::newRow("unknown") << false << QStringLiteral("a task ended with an unknown exception");
}

void tst_TaskScope::exceptionIsLoggedAndCounted()
{
    QFETCH(bool, standard);
    QFETCH(QString, message);
    TaskScope scope;
    int idle = 0;
    scope.setOnIdle([&idle] { ++idle; });
    Completion<int> completion;
    if (standard) {
        scope.spawn(waitThenThrow(completion));
    } else {
        scope.spawn(waitThenThrowANumber(completion));
    }
    QCOMPARE(scope.live(), 1);
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QRegularExpression::escape(message)));
    completion.deliver(1);
    QCOMPARE(scope.live(), 0);
    QCOMPARE(idle, 1);
}

void tst_TaskScope::taskSpawnedInsideTheEndOfAnotherIsCounted()
{
    TaskScope scope;
    Completion<int> second;
    int idle = 0;
    scope.setOnIdle([&] {
        if (++idle == 1) {
            scope.spawn(wait(second, StopToken(), nullptr));
        }
    });
    scope.spawn(nothing());
    QCOMPARE(idle, 1);
    QCOMPARE(scope.live(), 1);
    second.deliver(1);
    QCOMPARE(idle, 2);
    QCOMPARE(scope.live(), 0);
}

void tst_TaskScope::stopLeavesNoCoroutineBehind()
{
    TaskScope scope;
    StopSource source;
    auto frame = std::make_shared<int>();
    for (int i = 0; i < 200; ++i) {
        scope.spawn(wait(Completion<int>(), source.token(), frame));
    }
    QCOMPARE(scope.live(), 200);
    source.requestStop();
    QCOMPARE(scope.live(), 0);
    QCOMPARE(frame.use_count(), 1L);
}

} // namespace vestnik

QTEST_GUILESS_MAIN(vestnik::tst_TaskScope)
#include "tst_taskscope.moc"
