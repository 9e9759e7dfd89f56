// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoworld.h"
#include "app/demo/previewserver.h"
#include "tests/support/previewhost/programrun.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>

using namespace vestnik;
using namespace vestnik::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int channels = 4;
constexpr int postsEach = 200;
constexpr int startMs = 30'000;
constexpr int endMs = 5000;

/// An answer that never comes: nothing at all, or a beginning and then silence.
PreviewHook hanging(bool afterBeginning)
{
    return [afterBeginning](const PreviewRequest &request) {
        RawReply reply;
        if (afterBeginning) {
            reply = request.usual();
            reply.sendOnly = 1000;
        } else {
            reply.silent = true;
        }
        reply.end = RawReply::End::Hang;
        return std::optional<RawReply>(reply);
    };
}

} // namespace

/// The real program ends by a signal: with 0, within five seconds, whatever it is doing.
class TestExit final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void signalEndsTheProgram_data();
    void signalEndsTheProgram();
    void secondSignalChangesNothing();
    void signalAtOnceEndsTheProgram_data();
    void signalAtOnceEndsTheProgram();

private:
    [[nodiscard]] bool isReady(const QProcess &process) const;
    void checkEnd(QProcess &process) const;

    std::unique_ptr<PreviewServer> m_server;
    std::unique_ptr<Program> m_program;
};

void TestExit::init()
{
    m_server = std::make_unique<PreviewServer>(makeBulkSite(channels, postsEach));
    const Result<QUrl> url = m_server->listen();
    QVERIFY(url);
    m_program = std::make_unique<Program>(*url);
    const QStringList add{u"channels"_s, u"add"_s};
    QCOMPARE(m_program->run(add + m_server->site().channelNames()).code, 0);
}

void TestExit::cleanup()
{
    m_program.reset();
    m_server.reset();
}

/// Asks the program itself, over its socket; not before it holds the data directory, or the question would hold it.
bool TestExit::isReady(const QProcess &process) const
{
    if (!QFile::exists(m_program->dataDir() + u"/vestnik.lock"_s)) {
        return false;
    }
    const QJsonObject status = m_program->run({u"status"_s, u"--json"_s}).object();
    return status.value("pid"_L1).toInteger() == process.processId();
}

void TestExit::checkEnd(QProcess &process) const
{
    const Finished ended = Program::ended(process, startMs);
    QVERIFY2(ended.code == 0, ended.err.constData());
    QVERIFY2(ended.millis <= endMs, QByteArray::number(ended.millis).constData());
    QVERIFY2(!ended.err.contains("nested event loop"), ended.err.constData());
    QVERIFY2(!ended.err.contains("QThread: Destroyed"), ended.err.constData());
    const Finished list = m_program->run({u"channels"_s, u"list"_s, u"--json"_s});
    QCOMPARE(list.object().value("channels"_L1).toArray().size(), channels); // nobody holds the data directory now
}

void TestExit::signalEndsTheProgram_data()
{
    QTest::addColumn<bool>("panel");
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("work");
    for (const bool panel : {false, true}) {
        for (const int signal : {SIGTERM, SIGINT}) {
            for (const char *work : {"idle", "reading", "unanswered", "half answered"}) {
                QTest::addRow(
                    "%s, %s, %s", panel ? "panel" : "headless", signal == SIGTERM ? "SIGTERM" : "SIGINT", work)
                    << panel << signal << QString::fromLatin1(work);
            }
        }
    }
}

void TestExit::signalEndsTheProgram()
{
    QFETCH(bool, panel);
    QFETCH(int, signal);
    QFETCH(QString, work);
    const bool hangs = work == "unanswered"_L1 || work == "half answered"_L1;
    if (hangs) {
        m_server->setHook(hanging(work == "half answered"_L1));
    } else {
        m_server->setLatency(50);
    }
    if (work != "idle"_L1) {
        m_program->environment().insert(u"VESTNIK_START_SCHEDULER"_s, u"1"_s);
    }
    const std::unique_ptr<QProcess> process = m_program->start(panel ? QStringList() : QStringList{u"--headless"_s});
    if (work == "idle"_L1) {
        QTRY_VERIFY_WITH_TIMEOUT(isReady(*process), startMs);
    } else if (hangs) {
        QTRY_VERIFY_WITH_TIMEOUT(m_server->requestsInFlight() >= channels, startMs);
    } else {
        QTRY_VERIFY_WITH_TIMEOUT(m_server->maxima().requests >= channels + 2, startMs);
    }
    QCOMPARE(process->state(), QProcess::Running);
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), signal), 0);
    m_program->environment().remove(u"VESTNIK_START_SCHEDULER"_s);
    checkEnd(*process);
}

void TestExit::secondSignalChangesNothing()
{
    m_server->setHook(hanging(false));
    m_program->environment().insert(u"VESTNIK_START_SCHEDULER"_s, u"1"_s);
    const std::unique_ptr<QProcess> process = m_program->start({u"--headless"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_server->requestsInFlight() >= channels, startMs);
    for (const int signal : {SIGINT, SIGTERM, SIGINT}) {
        QCOMPARE(::kill(static_cast<pid_t>(process->processId()), signal), 0);
    }
    m_program->environment().remove(u"VESTNIK_START_SCHEDULER"_s);
    checkEnd(*process);
}

void TestExit::signalAtOnceEndsTheProgram_data()
{
    QTest::addColumn<bool>("panel");
    QTest::newRow("headless") << false;
    QTest::newRow("panel") << true;
}

void TestExit::signalAtOnceEndsTheProgram()
{
    QFETCH(bool, panel);
    const std::unique_ptr<QProcess> process = m_program->start(panel ? QStringList() : QStringList{u"--headless"_s});
    // The lock is taken before the engine starts: the signal falls into the starting of the store.
    const QString lock = m_program->dataDir() + u"/vestnik.lock"_s;
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(lock), startMs);
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGTERM), 0);
    checkEnd(*process);
}

QTEST_GUILESS_MAIN(TestExit)
#include "tst_exit.moc"
