// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/guardedapplication.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

namespace vestnik {

namespace {

void spin(int ms)
{
    QElapsedTimer watch;
    watch.start();
    while (watch.elapsed() < ms) { }
}

/// Runs the loop of the main thread for `ms` milliseconds with `work` as its first turn.
void runLoop(int ms, std::function<void()> work)
{
    QObject context;
    QTimer::singleShot(0, &context, std::move(work));
    QTimer::singleShot(ms, &context, [] { QCoreApplication::quit(); });
    QCoreApplication::exec();
}

void nest()
{
    QEventLoop inner;
    QTimer::singleShot(1, &inner, &QEventLoop::quit);
    inner.exec();
}

const QRegularExpression nestedMessage(QStringLiteral("a nested event loop runs in the loop .* level 2"));

/// A worker thread with a guard; `post` runs a function there.
class Worker final {
public:
    explicit Worker(bool guardInsideAnEvent = false)
        : m_context(new QObject)
    {
        m_context->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
        const auto watch = [this] { guard = LoopGuard::watch(QStringLiteral("engine")); };
        if (!guardInsideAnEvent) {
            QObject::connect(&m_thread, &QThread::started, m_context, watch);
        }
        m_thread.start();
        if (guardInsideAnEvent) {
            post(watch);
        }
    }
    ~Worker()
    {
        post([this] { guard.reset(); });
        m_thread.quit();
        m_thread.wait();
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void post(std::function<void()> work)
    {
        QMetaObject::invokeMethod(m_context, std::move(work), Qt::QueuedConnection);
    }
    /// Posts a function that does nothing but count; true when it was reached.
    [[nodiscard]] bool reached()
    {
        std::atomic<bool> done{false};
        post([&done] { done = true; });
        return QTest::qWaitFor([&done] { return done.load(); }, 10000);
    }
    [[nodiscard]] QObject *context() const { return m_context; }
    [[nodiscard]] QThread *thread() { return &m_thread; }

    std::shared_ptr<LoopGuard> guard; ///< made, used for checkAffinity() and reset on the worker thread

private:
    QThread m_thread;
    QObject *m_context;
};

} // namespace

class tst_LoopGuard final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dispatcherIsTheOneAskedFor();
    void loopOfTheMainThreadHasLevelOne();
    void nestedLoopIsSeen();
    void longTurnIsMeasured();
    void idleTimeIsNoGap();
    void resetForgets();
    void threadWithoutAGuardIsLeftAlone();
    void guardCanBeMadeAgain();
    void loopOfAWorkerHasLevelOne();
    void longTurnOfAWorkerIsMeasured_data();
    void longTurnOfAWorkerIsMeasured();
    void nestedLoopOfAWorkerIsSeen();
    void guardsOfTwoThreadsAreApart();
    void misplacedObjectsAreCounted();
};

void tst_LoopGuard::dispatcherIsTheOneAskedFor()
{
    const QByteArray name = QThread::currentThread()->eventDispatcher()->metaObject()->className();
    if (qEnvironmentVariableIsSet("QT_NO_GLIB")) {
        QVERIFY2(!name.contains("Glib"), name.constData());
    }
}

void tst_LoopGuard::loopOfTheMainThreadHasLevelOne()
{
    const auto guard = LoopGuard::watch(QStringLiteral("gui"));
    runLoop(20, [] {});
    const LoopStats stats = guard->stats();
    QCOMPARE(stats.name, QStringLiteral("gui"));
    QCOMPARE(stats.threadId, quint64(reinterpret_cast<quintptr>(QThread::currentThreadId())));
    QCOMPARE(stats.highestLevel, 1);
    QVERIFY(stats.turns > 0);
    QCOMPARE(stats.misplaced, 0);
}

void tst_LoopGuard::nestedLoopIsSeen()
{
    const auto guard = LoopGuard::watch(QStringLiteral("gui"));
    QTest::ignoreMessage(QtCriticalMsg, nestedMessage);
    int inside = 0;
    runLoop(50, [&] {
        nest();
        inside = guard->stats().level;
    });
    QCOMPARE(inside, 2);
    QCOMPARE(guard->stats().highestLevel, 2);
    runLoop(20, [] {});
    QCOMPARE(guard->stats().level, 1);
    QCOMPARE(guard->stats().highestLevel, 2);
}

void tst_LoopGuard::longTurnIsMeasured()
{
    const auto guard = LoopGuard::watch(QStringLiteral("gui"));
    runLoop(80, [] { spin(60); });
    const LoopStats stats = guard->stats();
    QVERIFY2(stats.longestGapUs >= 60'000, qPrintable(QString::number(stats.longestGapUs)));
    QVERIFY(stats.recentGapUs >= 60'000);
    QVERIFY(stats.slowTurns >= 1);
}

void tst_LoopGuard::idleTimeIsNoGap()
{
    const auto guard = LoopGuard::watch(QStringLiteral("gui"));
    runLoop(400, [] {});
    QVERIFY2(guard->stats().longestGapUs < 390'000, qPrintable(QString::number(guard->stats().longestGapUs)));
}

void tst_LoopGuard::resetForgets()
{
    const auto guard = LoopGuard::watch(QStringLiteral("gui"));
    runLoop(80, [] { spin(50); });
    QVERIFY(guard->stats().longestGapUs >= 50'000);
    guard->reset();
    const LoopStats stats = guard->stats();
    QCOMPARE(stats.longestGapUs, 0);
    QCOMPARE(stats.recentGapUs, 0);
    QCOMPARE(stats.turns, 0);
    QCOMPARE(stats.slowTurns, 0);
}

void tst_LoopGuard::threadWithoutAGuardIsLeftAlone()
{
    LoopGuard::eventBegins();
    LoopGuard::eventEnds();
    bool ran = false;
    runLoop(5, [&ran] { ran = true; });
    QVERIFY(ran);
}

void tst_LoopGuard::guardCanBeMadeAgain()
{
    auto guard = LoopGuard::watch(QStringLiteral("gui"));
    guard.reset();
    guard = LoopGuard::watch(QStringLiteral("main"));
    runLoop(5, [] {});
    QCOMPARE(guard->stats().name, QStringLiteral("main"));
    QVERIFY(guard->stats().turns > 0);
}

void tst_LoopGuard::loopOfAWorkerHasLevelOne()
{
    Worker worker;
    QVERIFY(worker.reached());
    QVERIFY(worker.reached());
    const LoopStats stats = worker.guard->stats();
    QCOMPARE(stats.name, QStringLiteral("engine"));
    QVERIFY(stats.threadId != quint64(reinterpret_cast<quintptr>(QThread::currentThreadId())));
    QTRY_COMPARE(worker.guard->stats().level, 1);
    QTRY_VERIFY(worker.guard->stats().turns > 0);
    QCOMPARE(worker.guard->stats().highestLevel, 1);
}

void tst_LoopGuard::longTurnOfAWorkerIsMeasured_data()
{
    QTest::addColumn<bool>("guardInsideAnEvent");
    QTest::newRow("guard made before the first event") << false;
    QTest::newRow("guard made inside an event") << true;
}

void tst_LoopGuard::longTurnOfAWorkerIsMeasured()
{
    QFETCH(bool, guardInsideAnEvent);
    Worker worker(guardInsideAnEvent);
    worker.post([] { spin(60); });
    QVERIFY(worker.reached());
    QTRY_VERIFY(worker.guard->stats().longestGapUs >= 60'000);
    QTRY_VERIFY(worker.guard->stats().slowTurns >= 1);
}

void tst_LoopGuard::nestedLoopOfAWorkerIsSeen()
{
    QTest::ignoreMessage(QtCriticalMsg, nestedMessage);
    Worker worker;
    worker.post(nest);
    QVERIFY(worker.reached());
    QTRY_COMPARE(worker.guard->stats().highestLevel, 2);
    QTRY_COMPARE(worker.guard->stats().level, 1);
}

void tst_LoopGuard::guardsOfTwoThreadsAreApart()
{
    const auto guard = LoopGuard::watch(QStringLiteral("gui"));
    Worker worker;
    worker.post([] { spin(120); });
    runLoop(30, [] {});
    QVERIFY(worker.reached());
    QTRY_VERIFY(worker.guard->stats().longestGapUs >= 120'000);
    QVERIFY(guard->stats().threadId != worker.guard->stats().threadId);
    QCOMPARE(guard->stats().highestLevel, 1);
}

void tst_LoopGuard::misplacedObjectsAreCounted()
{
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("an engine object lives on another thread")));
    Worker worker;
    QObject here;
    std::atomic<int> counted{-1};
    worker.post([&] { counted = worker.guard->checkAffinity({worker.context(), &here, nullptr}); });
    QTRY_COMPARE(counted.load(), 1);
    QCOMPARE(worker.guard->stats().misplaced, 1);
    counted = -1;
    worker.post([&] { counted = worker.guard->checkAffinity({worker.context()}); });
    QTRY_COMPARE(counted.load(), 0);
    QCOMPARE(worker.guard->stats().misplaced, 0);
}

} // namespace vestnik

int main(int argc, char **argv)
{
    vestnik::GuardedApplication<QCoreApplication> app(argc, argv);
    vestnik::tst_LoopGuard test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_loopguard.moc"
