// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoworld.h"
#include "app/demo/previewserver.h"
#include "tests/support/previewhost/programrun.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace vestnik;
using namespace vestnik::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int endMs = 5000;
constexpr int channels = 3;
constexpr int postsEach = 60;

QJsonObject loopNamed(const QJsonObject &status, const QString &name)
{
    const QJsonArray loops = status.value("loops"_L1).toArray();
    for (const QJsonValue &loop : loops) {
        if (loop[u"name"].toString() == name) {
            return loop.toObject();
        }
    }
    return {};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The real program and its data directory: who holds it, and what is said when it cannot be used.
class TestCommandInstance final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void statusTellsOfTheProgramItsStoreAndBothLoops();
    void commandsReachTheInstanceThatHoldsTheData();
    void secondInstanceSaysWhoHoldsTheData();
    void endingTheInstanceEndsACommandThatHangs();
    void dataDirectoryThatCannotBeUsedIsSaid();
    void damagedDatabaseIsSaidAndLeftAsItIs_data();
    void importIsDoneByTheInstance();
    void damagedDatabaseIsSaidAndLeftAsItIs();
    void instanceStaysUpOnADamagedDatabase();

private:
    [[nodiscard]] QStringList bulkNames() const { return m_server->site().channelNames(); }
    void add() { QCOMPARE(m_program->run(QStringList{u"channels"_s, u"add"_s} + bulkNames()).code, 0); }
    [[nodiscard]] std::unique_ptr<QProcess> startHeadless();
    [[nodiscard]] QJsonObject status() const { return m_program->run({u"status"_s, u"--json"_s}).object(); }
    static void endBy(QProcess &process, int signal);

    std::unique_ptr<PreviewServer> m_server;
    std::unique_ptr<Program> m_program;
};

void TestCommandInstance::init()
{
    m_server = std::make_unique<PreviewServer>(makeBulkSite(channels, postsEach));
    const Result<QUrl> url = m_server->listen();
    QVERIFY(url);
    m_program = std::make_unique<Program>(*url);
}

void TestCommandInstance::cleanup()
{
    m_program.reset();
    m_server.reset();
}

std::unique_ptr<QProcess> TestCommandInstance::startHeadless()
{
    auto process = m_program->start({u"--headless"_s});
    const QString lock = m_program->dataDir() + u"/vestnik.lock"_s;
    (void)QTest::qWaitFor([&] { return QFile::exists(lock) || process->state() == QProcess::NotRunning; }, 30'000);
    return process;
}

void TestCommandInstance::endBy(QProcess &process, int signal)
{
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
    const Finished ended = Program::ended(process, 30'000);
    QVERIFY2(ended.code == 0, ended.err.constData());
    QVERIFY2(ended.millis <= endMs, QByteArray::number(ended.millis).constData());
}

void TestCommandInstance::statusTellsOfTheProgramItsStoreAndBothLoops()
{
    add();
    const Finished told = m_program->run({u"status"_s, u"--json"_s});
    QCOMPARE(told.code, 0);
    QCOMPARE(told.out.count('\n'), 1);
    const QJsonObject status = told.object();
    for (const QString &key : {u"version"_s, u"pid"_s, u"data_dir"_s, u"scheduler"_s, u"running"_s, u"next_run_at"_s,
             u"runs"_s, u"channels"_s, u"posts"_s, u"store"_s, u"hosts"_s, u"loops"_s}) {
        QVERIFY2(status.contains(key), qPrintable(key));
    }
    QCOMPARE(status.value("scheduler"_L1).toString(), u"stopped"_s);
    QCOMPARE(status.value("running"_L1).toBool(true), false);
    QCOMPARE(status.value("channels"_L1)[u"total"].toInt(), channels);
    QCOMPARE(status.value("channels"_L1)[u"active"].toInt(), channels);
    QCOMPARE(status.value("channels"_L1)[u"failing"].toInt(-1), 0);
    QCOMPARE(status.value("data_dir"_L1).toString(), m_program->dataDir());
    QCOMPARE(status.value("store"_L1)[u"writable"].toBool(), true);
    QVERIFY(status.value("store"_L1)[u"error"].isNull());
    QCOMPARE(status.value("loops"_L1).toArray().size(), 2);
    QStringList ids;
    for (const QString &name : {u"main"_s, u"engine"_s}) {
        const QJsonObject loop = loopNamed(status, name);
        QCOMPARE(loop.value("level"_L1).toInt(), 1);
        QVERIFY(loop.value("id"_L1).toString().startsWith("0x"_L1));
        QVERIFY(loop.value("longest_gap_ms"_L1).isDouble());
        ids.append(loop.value("id"_L1).toString());
    }
    QVERIFY(ids.first() != ids.last());
    const Finished plain = m_program->run({u"status"_s});
    QCOMPARE(plain.code, 0);
    QVERIFY(plain.out.contains("event loop engine 0x"));
}

void TestCommandInstance::commandsReachTheInstanceThatHoldsTheData()
{
    const std::unique_ptr<QProcess> headless = startHeadless();
    QCOMPARE(status().value("pid"_L1).toInteger(), headless->processId());
    add();
    const Finished parsed = m_program->run({u"parse"_s, u"--all"_s, u"--history"_s, u"all"_s, u"--json"_s});
    QVERIFY2(parsed.code == 0, parsed.err.constData());
    QCOMPARE(parsed.object().value("posts_added"_L1).toInt(), channels * postsEach);
    QCOMPARE(parsed.object().value("channels"_L1).toArray().size(), channels);
    QCOMPARE(m_program->run({u"posts"_s, u"--json"_s, u"--limit"_s, u"0"_s}).lines().size(), channels * postsEach);
    const QJsonObject after = status();
    QCOMPARE(after.value("pid"_L1).toInteger(), headless->processId());
    QCOMPARE(after.value("posts"_L1).toInt(), channels * postsEach);
    QCOMPARE(loopNamed(after, u"engine"_s).value("level"_L1).toInt(), 1);
    QCOMPARE(loopNamed(after, u"engine"_s).value("highest_level"_L1).toInt(), 1);
    QCOMPARE(m_program->run({u"channels"_s, u"remove"_s, bulkNames().first()}).code, 0);
    QCOMPARE(status().value("channels"_L1)[u"total"].toInt(), channels - 1);
    endBy(*headless, SIGTERM);
    QVERIFY(status().value("pid"_L1).toInteger() != headless->processId());
    QCOMPARE(status().value("channels"_L1)[u"total"].toInt(), channels - 1);
}

void TestCommandInstance::secondInstanceSaysWhoHoldsTheData()
{
    const std::unique_ptr<QProcess> headless = startHeadless();
    const Finished second = m_program->run({u"--headless"_s});
    QCOMPARE(second.code, 1);
    QVERIFY2(second.err.contains(QByteArray::number(headless->processId())), second.err.constData());
    QVERIFY(headless->state() == QProcess::Running);
    endBy(*headless, SIGTERM);
}

void TestCommandInstance::endingTheInstanceEndsACommandThatHangs()
{
    m_server->setHook([](const PreviewRequest &) {
        RawReply silence;
        silence.silent = true;
        silence.end = RawReply::End::Hang;
        return std::optional<RawReply>(silence);
    });
    const std::unique_ptr<QProcess> headless = startHeadless();
    add();
    const std::unique_ptr<QProcess> parse = m_program->start({u"parse"_s, u"--all"_s, u"--json"_s});
    QTRY_VERIFY_WITH_TIMEOUT(m_server->requestsInFlight() >= channels, 30'000);
    endBy(*headless, SIGTERM);
    const Finished cut = Program::ended(*parse, endMs);
    QCOMPARE(cut.code, 1);
    m_server->setHook({});
    QCOMPARE(m_program->run({u"parse"_s, u"--all"_s, u"--history"_s, u"all"_s}).code, 0);
    QCOMPARE(status().value("posts"_L1).toInt(), channels * postsEach);
}

void TestCommandInstance::dataDirectoryThatCannotBeUsedIsSaid()
{
    const QString file = m_program->filePath(u"plain"_s);
    QFile plain(file);
    QVERIFY(plain.open(QIODevice::WriteOnly));
    plain.close();
    // Below a file no folder can be made, whoever runs this; a folder without rights stops everybody but root.
    QStringList unusable{file + u"/data"_s};
    const QString locked = m_program->filePath(u"locked"_s);
    if (::geteuid() != 0) {
        QVERIFY(QDir().mkpath(locked));
        QVERIFY(QFile::setPermissions(locked, QFile::ReadOwner | QFile::ExeOwner));
        unusable.append(locked);
    }
    for (const QString &dir : std::as_const(unusable)) {
        for (const QStringList &command : {QStringList{u"channels"_s, u"add"_s, u"bulk0001"_s},
                 QStringList{u"status"_s}, QStringList{u"--headless"_s}}) {
            const Finished refused = m_program->run(command + QStringList{u"--data-dir"_s, dir});
            QCOMPARE(refused.code, 1);
            QVERIFY2(refused.err.contains(dir.toUtf8()), refused.err.constData());
            QVERIFY(refused.out.isEmpty());
        }
    }
}

void TestCommandInstance::damagedDatabaseIsSaidAndLeftAsItIs_data()
{
    QTest::addColumn<QString>("damage");
    QTest::newRow("not a database") << u"text"_s;
    QTest::newRow("its beginning overwritten") << u"head"_s;
    QTest::newRow("its second half cut off") << u"cut"_s;
}

void TestCommandInstance::importIsDoneByTheInstance()
{
    const std::unique_ptr<QProcess> headless = startHeadless();
    QCOMPARE(status().value("pid"_L1).toInteger(), headless->processId());
    const QString path = m_program->filePath(u"posts.ndjson"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int id = 1; id <= 500; ++id) {
        file.write(
            QStringLiteral("{\"channel\":\"imported_demo\",\"message_id\":%1,\"posted_at\":\"2026-05-20T12:00:00Z\","
                           "\"kind\":\"text\",\"text\":\"post %1\"}\n")
                .arg(id)
                .toUtf8());
    }
    file.write("{broken\n");
    file.close();
    const Finished imported = m_program->run({u"import"_s, path, u"--folder"_s, u"Old"_s, u"--json"_s});
    QCOMPARE(imported.code, 1); // one line could not be read
    QVERIFY2(imported.err.contains("line 501"), imported.err.constData());
    QCOMPARE(imported.object().value("posts_added"_L1).toInteger(), 500);
    const QJsonObject after = status();
    QCOMPARE(after.value("pid"_L1).toInteger(), headless->processId());
    QCOMPARE(after.value("posts"_L1).toInteger(), 500);
    QCOMPARE(m_program->run({u"export"_s}).lines().size(), 500);
    const Finished missing = m_program->run({u"import"_s, path + u"x"_s});
    QCOMPARE(missing.code, 1);
    QVERIFY2(missing.err.contains("posts.ndjsonx"), missing.err.constData());
    endBy(*headless, SIGTERM);
}

void TestCommandInstance::damagedDatabaseIsSaidAndLeftAsItIs()
{
    QFETCH(QString, damage);
    add();
    QCOMPARE(m_program->run({u"parse"_s, u"--all"_s, u"--history"_s, u"all"_s}).code, 0);
    const QString path = m_program->dataDir() + u"/vestnik.db"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    if (damage == "text"_L1) {
        file.resize(0);
        file.write(QByteArray("This is a letter and no database.\n").repeated(2000));
    } else if (damage == "head"_L1) {
        file.write(QByteArray(512, 'x'));
    } else {
        file.resize(file.size() / 2 / 4096 * 4096);
    }
    file.close();
    const QByteArray before = contentOf(path);
    for (const QStringList &command : {QStringList{u"channels"_s, u"list"_s}, QStringList{u"parse"_s, u"--all"_s},
             QStringList{u"status"_s}, QStringList{u"posts"_s}}) {
        const Finished refused = m_program->run(command);
        QVERIFY2(refused.code == 1, qPrintable(command.join(u' ')));
        QVERIFY2(refused.err.contains("damaged"), refused.err.constData());
    }
    const QJsonObject told = status();
    QCOMPARE(told.value("store"_L1)[u"error"][u"code"].toString(), u"database_damaged"_s);
    QCOMPARE(told.value("store"_L1)[u"writable"].toBool(true), false);
    QVERIFY(contentOf(path) == before);
}

void TestCommandInstance::instanceStaysUpOnADamagedDatabase()
{
    QVERIFY(QDir().mkpath(m_program->dataDir()));
    const QString path = m_program->dataDir() + u"/vestnik.db"_s;
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(40'000, 'x'));
    file.close();
    const std::unique_ptr<QProcess> headless = startHeadless();
    const QJsonObject told = status();
    QCOMPARE(told.value("pid"_L1).toInteger(), headless->processId());
    QCOMPARE(told.value("store"_L1)[u"error"][u"code"].toString(), u"database_damaged"_s);
    QVERIFY(QFile::remove(path));
    add(); // the store is tried again with the next command
    QCOMPARE(status().value("channels"_L1)[u"total"].toInt(), channels);
    endBy(*headless, SIGTERM);
}

QTEST_GUILESS_MAIN(TestCommandInstance)
#include "tst_commandinstance.moc"
