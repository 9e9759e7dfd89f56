// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What QCoro really does, as far as core relies on it or guards against it. A test that fails after an upgrade of QCoro
// is news to read, not a bug of ours: look at what CONTRIBUTING says about coroutines, then change both.

#include <QCoroFuture>
#include <QCoroNetworkReply>
#include <QCoroSignal>
#include <QCoroTask>
#include <QCoroTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QProcess>
#include <QPromise>
#include <QTcpServer>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <stdexcept>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/lsan_interface.h>
using LeaksAllowed = __lsan::ScopedDisabler;
#else
/// Coroutines made while one of these lives are meant to leak: that they do is the fact under test.
class LeaksAllowed final {
public:
    LeaksAllowed() { }
    ~LeaksAllowed() { }
    LeaksAllowed(const LeaksAllowed &) = delete;
    LeaksAllowed &operator=(const LeaksAllowed &) = delete;
};
#endif

namespace vestnik {

using namespace std::chrono_literals;

/// Says things when it is told to.
class Sender final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Sender)

public:
    Sender() = default;

Q_SIGNALS:
    void said(int number);
};

namespace {

/// What a coroutine did, readable from any thread. `frame` tells whether its frame still exists: the coroutine holds a
/// copy.
struct Trace {
    std::atomic<int> began{0};
    std::atomic<int> ended{0};
    std::atomic<int> value{0};
    std::atomic<QThread *> beganOn{nullptr};
    std::atomic<QThread *> endedOn{nullptr};
    std::shared_ptr<int> frame = std::make_shared<int>();

    void begin()
    {
        beganOn = QThread::currentThread();
        ++began;
    }
    void end(int result)
    {
        value = result;
        endedOn = QThread::currentThread();
        ++ended;
    }
    [[nodiscard]] bool frameLives() const { return frame.use_count() > 1; }
};

QCoro::Task<> awaitSignal(Sender *sender, Trace *trace, std::shared_ptr<int> frame)
{
    Q_UNUSED(frame)
    trace->begin();
    const int number = co_await qCoro(sender, &Sender::said);
    trace->end(number);
}

QCoro::Task<> awaitSignalFor(Sender *sender, std::chrono::milliseconds time, Trace *trace, std::shared_ptr<int> frame)
{
    Q_UNUSED(frame)
    trace->begin();
    const std::optional<int> number = co_await qCoro(sender, &Sender::said, time);
    trace->end(number.value_or(-1));
}

QCoro::Task<> sleepThenEnd(std::chrono::milliseconds time, Trace *trace, std::shared_ptr<int> frame)
{
    Q_UNUSED(frame)
    trace->begin();
    co_await QCoro::sleepFor(time);
    trace->end(1);
}

QCoro::Task<> awaitVoidFuture(QFuture<void> future, Trace *trace)
{
    trace->begin();
    co_await future;
    trace->end(1);
}

QCoro::Task<> awaitValueFuture(QFuture<int> future, Trace *trace)
{
    trace->begin();
    const int number = co_await future;
    trace->end(number);
}

QCoro::Task<> awaitReply(QNetworkReply *reply, Trace *trace, std::shared_ptr<int> frame)
{
    Q_UNUSED(frame)
    trace->begin();
    co_await reply;
    trace->end(1);
}

QCoro::Task<> sleepThenThrow(Trace *trace, std::shared_ptr<int> frame)
{
    Q_UNUSED(frame)
    trace->begin();
    co_await QCoro::sleepFor(1ms);
    trace->end(1);
    throw std::runtime_error("boom");
}

QCoro::Task<> awaitAThrowingTask(Trace *inner, Trace *outer)
{
    outer->begin();
    QString caught;
    try {
        co_await sleepThenThrow(inner, inner->frame);
    } catch (const std::runtime_error &error) {
        caught = QString::fromLatin1(error.what());
    }
    outer->end(caught == QLatin1String("boom") ? 7 : -1);
}

/// A thread with a loop and an object on it that says things.
class Worker final {
public:
    Worker()
    {
        sender->moveToThread(&thread);
        thread.start();
    }
    ~Worker()
    {
        quit();
        delete sender;
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    void quit()
    {
        thread.quit();
        thread.wait();
    }
    void post(std::function<void()> work) { QMetaObject::invokeMethod(sender, std::move(work), Qt::QueuedConnection); }

    QThread thread;
    Sender *sender = new Sender;
};

/// Takes connections and never answers.
class SilentServer final {
public:
    SilentServer() { m_server.listen(QHostAddress::LocalHost); }
    [[nodiscard]] QNetworkRequest request() const
    {
        return QNetworkRequest(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_server.serverPort())));
    }

private:
    QTcpServer m_server;
};

} // namespace

class tst_QCoroFacts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void taskStartsAtOnceOnTheCallersThread();
    void droppedTaskRunsOn();
    void taskStaysOnTheThreadThatResumesIt();
    void awaitedSignalResumesInALaterTurn();
    void timeoutOfASignalResumesEmpty();
    void deletedSenderNeverResumes();
    void deletedSenderNeverResumesInSpiteOfATimeout();
    void deletedReplyNeverResumes();
    void abortResumesInsideTheCall();
    void cancelledVoidFutureResumes();
    void cancelledValueFutureCrashes();
    void connectCallsOnTheThreadThatResumes();
    void connectIsSilentOnceItsContextIsGone();
    void exceptionOfADroppedTaskIsSwallowed();
    void exceptionOfAnAwaitedTaskArrives();
    void sleepCannotBeWokenAndOutlivesItsTask();
    void threadThatQuitsFirstNeverResumes();
};

void tst_QCoroFacts::taskStartsAtOnceOnTheCallersThread()
{
    Trace trace;
    Sender sender;
    const QCoro::Task<> task = awaitSignal(&sender, &trace, trace.frame);
    QCOMPARE(trace.began.load(), 1);
    QCOMPARE(trace.beganOn.load(), QThread::currentThread());
    QVERIFY(!task.isReady());
    Q_EMIT sender.said(3);
    QTRY_COMPARE(trace.ended.load(), 1);
    QVERIFY(task.isReady());
}

void tst_QCoroFacts::droppedTaskRunsOn()
{
    Trace trace;
    Sender sender;
    {
        const QCoro::Task<> task = awaitSignal(&sender, &trace, trace.frame);
    }
    QVERIFY(trace.frameLives());
    Q_EMIT sender.said(7);
    QTRY_COMPARE(trace.ended.load(), 1);
    QCOMPARE(trace.value.load(), 7);
    QTRY_VERIFY(!trace.frameLives());
}

void tst_QCoroFacts::taskStaysOnTheThreadThatResumesIt()
{
    Trace trace;
    Worker worker;
    awaitSignal(worker.sender, &trace, trace.frame);
    QCOMPARE(trace.beganOn.load(), QThread::currentThread());
    worker.post([&worker] { Q_EMIT worker.sender->said(1); });
    QTRY_COMPARE(trace.ended.load(), 1);
    QCOMPARE(trace.endedOn.load(), &worker.thread);
}

void tst_QCoroFacts::awaitedSignalResumesInALaterTurn()
{
    Trace trace;
    Sender sender;
    awaitSignal(&sender, &trace, trace.frame);
    Q_EMIT sender.said(1);
    QCOMPARE(trace.ended.load(), 0);
    QTRY_COMPARE(trace.ended.load(), 1);
}

void tst_QCoroFacts::timeoutOfASignalResumesEmpty()
{
    Trace trace;
    Sender sender;
    awaitSignalFor(&sender, 5ms, &trace, trace.frame);
    QTRY_COMPARE(trace.ended.load(), 1);
    QCOMPARE(trace.value.load(), -1);
    QTRY_VERIFY(!trace.frameLives());
}

void tst_QCoroFacts::deletedSenderNeverResumes()
{
    const LeaksAllowed allowed;
    Trace trace;
    auto sender = std::make_unique<Sender>();
    awaitSignal(sender.get(), &trace, trace.frame);
    sender.reset();
    QTest::qWait(50);
    QCOMPARE(trace.ended.load(), 0);
    QVERIFY(trace.frameLives());
}

void tst_QCoroFacts::deletedSenderNeverResumesInSpiteOfATimeout()
{
    const LeaksAllowed allowed;
    Trace trace;
    auto sender = std::make_unique<Sender>();
    awaitSignalFor(sender.get(), 5ms, &trace, trace.frame);
    sender.reset();
    QTest::qWait(50);
    QCOMPARE(trace.ended.load(), 0);
    QVERIFY(trace.frameLives());
}

void tst_QCoroFacts::deletedReplyNeverResumes()
{
    const LeaksAllowed allowed;
    const SilentServer server;
    Trace trace;
    QNetworkAccessManager manager;
    QNetworkReply *reply = manager.get(server.request());
    awaitReply(reply, &trace, trace.frame);
    delete reply;
    QTest::qWait(50);
    QCOMPARE(trace.ended.load(), 0);
    QVERIFY(trace.frameLives());
}

void tst_QCoroFacts::abortResumesInsideTheCall()
{
    const SilentServer server;
    Trace trace;
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(manager.get(server.request()));
    awaitReply(reply.get(), &trace, trace.frame);
    QCOMPARE(trace.ended.load(), 0);
    reply->abort();
    QCOMPARE(trace.ended.load(), 1);
    QVERIFY(!trace.frameLives());
}

void tst_QCoroFacts::cancelledVoidFutureResumes()
{
    Trace trace;
    QPromise<void> promise;
    promise.start();
    awaitVoidFuture(promise.future(), &trace);
    QCOMPARE(trace.ended.load(), 0);
    promise.future().cancel();
    promise.finish();
    QTRY_COMPARE(trace.ended.load(), 1);
}

void tst_QCoroFacts::cancelledValueFutureCrashes()
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--await-cancelled-future")});
    QTRY_VERIFY(child.state() == QProcess::NotRunning);
    QVERIFY2(
        child.exitStatus() == QProcess::CrashExit || child.exitCode() != 0, child.readAllStandardError().constData());
}

void tst_QCoroFacts::connectCallsOnTheThreadThatResumes()
{
    Trace trace;
    Worker worker;
    QObject context;
    std::atomic<QThread *> calledOn{nullptr};
    QCoro::connect(awaitSignal(worker.sender, &trace, trace.frame), &context,
        [&calledOn] { calledOn = QThread::currentThread(); });
    worker.post([&worker] { Q_EMIT worker.sender->said(1); });
    QTRY_VERIFY(calledOn.load());
    QCOMPARE(calledOn.load(), &worker.thread);
    QVERIFY(calledOn.load() != context.thread());
}

void tst_QCoroFacts::connectIsSilentOnceItsContextIsGone()
{
    Trace trace;
    Sender sender;
    int called = 0;
    auto context = std::make_unique<QObject>();
    QCoro::connect(awaitSignal(&sender, &trace, trace.frame), context.get(), [&called] { ++called; });
    context.reset();
    Q_EMIT sender.said(1);
    QTRY_COMPARE(trace.ended.load(), 1);
    QCOMPARE(called, 0);
}

void tst_QCoroFacts::exceptionOfADroppedTaskIsSwallowed()
{
    Trace trace;
    sleepThenThrow(&trace, trace.frame);
    QTRY_COMPARE(trace.ended.load(), 1);
    QTRY_VERIFY(!trace.frameLives());
}

void tst_QCoroFacts::exceptionOfAnAwaitedTaskArrives()
{
    Trace inner;
    Trace outer;
    awaitAThrowingTask(&inner, &outer);
    QTRY_COMPARE(outer.ended.load(), 1);
    QCOMPARE(outer.value.load(), 7);
    QTRY_VERIFY(!inner.frameLives());
}

void tst_QCoroFacts::sleepCannotBeWokenAndOutlivesItsTask()
{
    const LeaksAllowed allowed;
    Trace trace;
    {
        const QCoro::Task<> task = sleepThenEnd(1h, &trace, trace.frame);
    }
    QTest::qWait(20);
    QCOMPARE(trace.ended.load(), 0);
    QVERIFY(trace.frameLives());
}

void tst_QCoroFacts::threadThatQuitsFirstNeverResumes()
{
    const LeaksAllowed allowed;
    Trace trace;
    Worker worker;
    worker.post([&worker, &trace] {
        const LeaksAllowed allowedHere;
        awaitSignal(worker.sender, &trace, trace.frame);
    });
    QTRY_COMPARE(trace.began.load(), 1);
    worker.quit();
    Q_EMIT worker.sender->said(1);
    QTest::qWait(20);
    QCOMPARE(trace.ended.load(), 0);
    QVERIFY(trace.frameLives());
}

namespace {

int awaitCancelledFuture()
{
    Trace trace;
    QPromise<int> promise;
    promise.start();
    awaitValueFuture(promise.future(), &trace);
    QTimer::singleShot(0, qApp, [&promise] {
        promise.future().cancel();
        promise.finish();
    });
    QTimer::singleShot(50, qApp, [] { QCoreApplication::exit(0); });
    return QCoreApplication::exec();
}

} // namespace
} // namespace vestnik

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 2 && QByteArray(argv[1]) == "--await-cancelled-future") {
        return vestnik::awaitCancelledFuture();
    }
    vestnik::tst_QCoroFacts test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_qcorofacts.moc"
