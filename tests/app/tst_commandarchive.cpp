// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoworld.h"
#include "app/demo/previewserver.h"
#include "tests/store/testserver.h"
#include "tests/support/previewhost/programrun.h"

#include <QFile>
#include <QTest>

#include <csignal>

using namespace vestnik;
using namespace vestnik::test;
using namespace Qt::StringLiterals;

namespace {

QByteArrayList sortedLines(const QByteArray &text)
{
    QByteArrayList lines = text.split('\n');
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace

/// The care of the archive with the real program: by a process of its own, and by the instance that holds the data.
class TestCommandArchive final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void careOfTheArchive_data();
    void careOfTheArchive();
    void wrongUsageIsSaid();
};

void TestCommandArchive::careOfTheArchive_data()
{
    QTest::addColumn<bool>("instance");
    QTest::addColumn<bool>("postgres");
    QTest::newRow("own engine, file") << false << false;
    QTest::newRow("running instance, file") << true << false;
    QTest::newRow("own engine, server") << false << true;
    QTest::newRow("running instance, server") << true << true;
}

void TestCommandArchive::careOfTheArchive()
{
    QFETCH(bool, instance);
    QFETCH(bool, postgres);
    if (postgres && serverAddress().isEmpty()) {
        QSKIP("VESTNIK_TEST_POSTGRES is not set; see packaging/postgres.sh");
    }
    PreviewServer server(makeBulkSite(2, 40));
    const Result<QUrl> url = server.listen();
    QVERIFY(url);
    const std::unique_ptr<ServerSchema> schema = postgres ? std::make_unique<ServerSchema>() : nullptr;
    Program program(*url);
    if (schema) {
        program.environment().insert(u"VESTNIK_DATABASE_URL"_s, schema->address());
    }
    std::unique_ptr<QProcess> headless;
    if (instance) {
        headless = program.start({u"--headless"_s});
        const QString lock = program.dataDir() + u"/vestnik.lock"_s;
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(lock), 30'000);
    }
    const auto run = [&program](const QStringList &arguments) {
        const Finished finished = program.run(arguments);
        if (finished.code != 0) {
            qWarning("%s: %d %s", qPrintable(arguments.join(u' ')), finished.code, finished.err.constData());
        }
        return finished;
    };
    const QStringList names = server.site().channelNames();
    QCOMPARE(run(QStringList{u"channels"_s, u"add"_s} + names).code, 0);
    QCOMPARE(run({u"parse"_s, u"--all"_s, u"--history"_s, u"all"_s}).code, 0);
    const QByteArray before = run({u"export"_s}).out;
    QCOMPARE(before.count('\n'), 80);

    const QString copy = program.filePath(u"copy.backup"_s);
    const Finished backup = run({u"backup"_s, copy, u"--json"_s});
    QCOMPARE(backup.code, 0);
    QCOMPARE(backup.object().value("path"_L1).toString(), copy);
    QCOMPARE(backup.object().value("state"_L1).toString(), u"done"_s);
    QVERIFY(backup.err.isEmpty()); // no progress where there is no terminal
    QFile line(program.filePath(u"more.ndjson"_s));
    QVERIFY(line.open(QIODevice::WriteOnly));
    line.write("{\"channel\":\"imported_demo\",\"message_id\":1,\"posted_at\":\"2026-05-20T12:00:00Z\","
               "\"kind\":\"text\",\"text\":\"one more\"}\n");
    line.close();
    QCOMPARE(run({u"import"_s, line.fileName(), u"--json"_s}).object().value("posts_added"_L1).toInt(), 1);
    QCOMPARE(run({u"export"_s}).out.count('\n'), 81);
    QCOMPARE(run({u"restore"_s, copy}).code, 0);
    QCOMPARE(run({u"export"_s}).out, before);

    const Finished checked = run({u"check"_s, u"--json"_s});
    QCOMPARE(checked.code, 0);
    QCOMPARE(checked.object().value("problems"_L1).toInt(-1), 0);
    QVERIFY(run({u"compact"_s}).out.contains("bytes after"));
    QCOMPARE(run({u"retention"_s, u"--apply"_s}).code, 0); // no rules: nothing goes
    QCOMPARE(run({u"export"_s}).out, before);
    const QByteArray status = run({u"status"_s, u"--json"_s}).out;
    QVERIFY(!status.contains("password"));

    // What an export holds is all that another one needs.
    const QString file = program.filePath(u"all.ndjson"_s);
    QCOMPARE(run({u"export"_s, u"-o"_s, file}).code, 0);
    Program other(*url);
    QCOMPARE(other.run({u"import"_s, file}).code, 0);
    QCOMPARE(sortedLines(other.run({u"export"_s}).out), sortedLines(before));

    const QString target = program.filePath(u"moved.db"_s);
    const Finished moved = program.run({u"move"_s, target, u"--json"_s});
    if (postgres) {
        QCOMPARE(moved.code, 1); // the environment says where the store is
        QVERIFY2(moved.err.contains("VESTNIK_DATABASE_URL"), moved.err.constData());
    } else {
        QVERIFY2(moved.code == 0, moved.err.constData());
        QVERIFY(QFile::exists(target));
        QVERIFY(run({u"status"_s, u"--json"_s}).out.contains("moved.db"));
    }
    QCOMPARE(sortedLines(run({u"export"_s}).out), sortedLines(before));
    const Finished missing = program.run({u"restore"_s, program.filePath(u"none"_s)});
    QCOMPARE(missing.code, 1);
    QVERIFY(missing.err.contains("none"));
    if (headless) {
        QCOMPARE(::kill(static_cast<pid_t>(headless->processId()), SIGTERM), 0);
        QCOMPARE(Program::ended(*headless, 30'000).code, 0);
    }
}

void TestCommandArchive::wrongUsageIsSaid()
{
    const Program program(QUrl(u"http://127.0.0.1:1"_s));
    for (const QStringList &arguments : {QStringList{u"restore"_s}, QStringList{u"move"_s},
             QStringList{u"check"_s, u"--apply"_s}, QStringList{u"backup"_s, u"a"_s, u"b"_s}}) {
        QCOMPARE(program.run(arguments).code, 2);
    }
}

QTEST_GUILESS_MAIN(TestCommandArchive)
#include "tst_commandarchive.moc"
