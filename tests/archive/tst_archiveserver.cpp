// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/backup.h"
#include "core/archive/check.h"
#include "core/archive/compact.h"
#include "core/archive/move.h"
#include "core/archive/restore.h"
#include "core/store/pgtools.h"
#include "core/store/storecheck.h"
#include "core/store/storecopy.h"
#include "tests/archive/archivefixture.h"

#include <QDir>

#include <thread>

using namespace vestnik;
using namespace vestnik::test;

namespace {

/// A store on the private server, in a schema of its own.
struct ServerStore {
    ServerSchema schema;

    [[nodiscard]] std::unique_ptr<Database> open(bool readOnly = false) const
    {
        Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{schema.address(), readOnly});
        if (!opened) {
            qFatal("%s", qPrintable(errorEnglish(opened.error())));
        }
        return std::move(*opened);
    }
};

qint64 number(Database &database, const QString &sql)
{
    return database.number(sql).value_or(-1);
}

/// Sums of all tables, by name.
QHash<QString, quint64> sums(Database &database)
{
    QHash<QString, quint64> all;
    const QList<storecopy::Table> tables = *storecopy::commonTables(database, database);
    for (const storecopy::Table &table : tables) {
        all.insert(table.name, storecopy::sumOf(database, table, [](qint64) {})->checksum);
    }
    return all;
}

} // namespace

/// What the care of the archive does on PostgreSQL, and between both.
class TestArchiveServer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStoreMovesThereAndBack();
    void aTargetOnTheServerStaysEmptyWhenItFails();
    void aDumpBringsBackWhatWasThere();
    void badDumpsAreRefused();
    void whatToolsSayIsPassedOn();
    void cancelledToolsAreGone();
    void checkAndCompact();
    void storageIsTold();
};

void TestArchiveServer::aStoreMovesThereAndBack()
{
    TempStore file;
    fillEverything(file);
    ServerStore server;
    {
        const std::unique_ptr<Database> target = server.open();
        const Result<TaskReport> report = moveStore(file.database(), *target, TaskControl());
        QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
        QVERIFY(factsOf(*report, QStringLiteral("not_indexed")).isEmpty());
        const QStringList tables = *storecheck::tables(file.database());
        for (const QString &table : tables) {
            const QString count = QLatin1String("SELECT count(*) FROM ") + table;
            QCOMPARE(number(*target, count), file.number(count));
        }
        // A few values, seen by the server itself.
        QCOMPARE(number(*target, QStringLiteral("SELECT count(*) FROM notes WHERE text = 'Заметка'")), 1);
        QCOMPARE(number(*target, QStringLiteral("SELECT count(*) FROM posts WHERE text LIKE 'Текст и слова %'")), 300);
        QCOMPARE(number(*target, QStringLiteral("SELECT count(*) FROM posts WHERE author IS NULL")),
            file.number(QStringLiteral("SELECT count(*) FROM posts WHERE author IS NULL")));
        QCOMPARE(sums(*target), sums(file.database()));
        // New rows get numbers above those that came along.
        const Result<AddedChannels> added =
            ChannelRepository(*target).addChannels({ChannelDraft{QStringLiteral("another"), {}}}, noon);
        QVERIFY2(added, added ? "" : qPrintable(errorEnglish(added.error())));
        QVERIFY(added->added.first().id > 2);
        QCOMPARE(checkStore(*target, {true}, TaskControl())->facts.size(), 2);
    }
    TempStore back;
    const std::unique_ptr<Database> source = server.open(true);
    const Result<TaskReport> report = moveStore(*source, back.database(), TaskControl());
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(sums(back.database()), sums(*source));
    QCOMPARE(back.number(QStringLiteral("SELECT count(*) FROM channels")), 3);
    QCOMPARE(back.number(QStringLiteral("SELECT count(*) FROM starred")), 2);
    PostQuery query;
    query.text = QStringLiteral("слова");
    QCOMPARE(*countPosts(back.database(), query, 1000), 300);
}

void TestArchiveServer::aTargetOnTheServerStaysEmptyWhenItFails()
{
    TempStore file;
    fillEverything(file);
    ServerStore server;
    const std::unique_ptr<Database> target = server.open();
    ServerConnection(server.schema.address())
        .run(QStringLiteral("ALTER TABLE notes ADD CONSTRAINT gremlin CHECK (text <> 'Заметка')"));
    const Result<TaskReport> report = moveStore(file.database(), *target, TaskControl());
    QVERIFY(!report);
    QVERIFY(*storecopy::isEmpty(*target));
    QCOMPARE(number(*target, QStringLiteral("SELECT count(*) FROM users")), 1);
    QCOMPARE(file.number(QStringLiteral("SELECT count(*) FROM posts")), 302);
}

void TestArchiveServer::aDumpBringsBackWhatWasThere()
{
    ServerStore server;
    QTemporaryDir dir;
    {
        const std::unique_ptr<Database> store = server.open();
        TempStore file;
        fillEverything(file);
        QVERIFY(moveStore(file.database(), *store, TaskControl()));
    }
    const Result<TaskReport> backup = backupStore(server.schema.address(), {}, dir.path(), noon, TaskControl());
    QVERIFY2(backup, backup ? "" : qPrintable(errorEnglish(backup.error())));
    QCOMPARE(backup->path, dir.filePath(QStringLiteral("vestnik-20260520-120000.dump")));
    QCOMPARE(factsOf(*backup, QStringLiteral("bytes")), QList<qint64>{QFileInfo(backup->path).size()});
    QHash<QString, quint64> before;
    {
        const std::unique_ptr<Database> store = server.open();
        before = sums(*store);
        QVERIFY(store->execute(QStringLiteral("DELETE FROM starred")));
        QVERIFY(store->execute(QStringLiteral("UPDATE posts SET text = 'gone'")));
    }
    const Result<TaskReport> restored =
        restoreStore(backup->path, server.schema.address(), dir.path(), noon, TaskControl());
    QVERIFY2(restored, restored ? "" : qPrintable(errorEnglish(restored.error())));
    QVERIFY2(!restored->path.contains(QLatin1String("password")), qPrintable(restored->path));
    {
        const std::unique_ptr<Database> store = server.open();
        QCOMPARE(sums(*store), before);
        QVERIFY(ChannelRepository(*store).addChannels({ChannelDraft{QStringLiteral("another"), {}}}, noon));
    }
    // What was there before is kept, and can be brought back in turn.
    QCOMPARE(factsOf(*restored, QStringLiteral("kept_before")).size(), 1);
    QString kept;
    for (const TaskFact &fact : restored->facts) {
        kept = fact.name == QLatin1String("kept_before") ? fact.text : kept;
    }
    QVERIFY(restoreStore(kept, server.schema.address(), dir.path(), noon + 1000, TaskControl()));
    const std::unique_ptr<Database> store = server.open();
    QCOMPARE(number(*store, QStringLiteral("SELECT count(*) FROM posts WHERE text = 'gone'")), 302);
}

void TestArchiveServer::badDumpsAreRefused()
{
    ServerStore server;
    {
        const std::unique_ptr<Database> store = server.open();
        QVERIFY(ChannelRepository(*store).addChannels({ChannelDraft{QStringLiteral("one"), {}}}, noon));
    }
    QTemporaryDir dir;
    const auto codeOf = [&](const QString &file) {
        return restoreStore(file, server.schema.address(), dir.path(), noon, TaskControl()).error().code;
    };
    const QString text = dir.filePath(QStringLiteral("text.dump"));
    QFile file(text);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no dump");
    file.close();
    QCOMPARE(codeOf(text), ErrorCode::FileFailed);
    QCOMPARE(codeOf(dir.filePath(QStringLiteral("none.dump"))), ErrorCode::FileFailed);
    // One that breaks off leaves all as it was.
    const Result<TaskReport> backup = backupStore(server.schema.address(), {}, dir.path(), noon, TaskControl());
    QVERIFY(backup);
    QVERIFY(QFile::resize(backup->path, QFileInfo(backup->path).size() - 300));
    QVERIFY(!restoreStore(backup->path, server.schema.address(), dir.path(), noon, TaskControl()));
    QCOMPARE(number(*server.open(), QStringLiteral("SELECT count(*) FROM channels")), 1);
}

void TestArchiveServer::whatToolsSayIsPassedOn()
{
    QTemporaryDir dir;
    QUrl nobody(serverAddress());
    nobody.setUserName(QStringLiteral("guarded"));
    nobody.setPassword(QStringLiteral("wrong-secret"));
    const Result<void> dumped = pgtools::dump(QString::fromLatin1(nobody.toEncoded()), QStringLiteral("public"),
        dir.filePath(QStringLiteral("x.dump")), TaskControl());
    QVERIFY(!dumped);
    QCOMPARE(dumped.error().code, ErrorCode::DatabaseFailed);
    const QString all = errorEnglish(dumped.error());
    QVERIFY2(all.contains(QLatin1String("guarded")), qPrintable(all));
    QVERIFY2(!all.contains(QLatin1String("wrong-secret")), qPrintable(all));
    QVERIFY(QDir(dir.path()).isEmpty());
}

void TestArchiveServer::cancelledToolsAreGone()
{
    ServerStore server;
    (void)server.open();
    // A lock that pg_dump waits for.
    ServerConnection holder(server.schema.address());
    holder.run(QStringLiteral("BEGIN"));
    holder.run(QStringLiteral("LOCK TABLE posts IN ACCESS EXCLUSIVE MODE"));
    QTemporaryDir dir;
    TaskControl control;
    QElapsedTimer timer;
    timer.start();
    std::thread later([&] {
        // As soon as the program hangs there.
        ServerConnection watcher;
        while (watcher.run(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'pg_dump' "
                                          "AND wait_event_type = 'Lock'"))
                == QLatin1String("0")
            && timer.elapsed() < 20'000) {
            std::this_thread::yield();
        }
        control.cancel();
    });
    const Result<void> dumped =
        pgtools::dump(server.schema.address(), server.schema.name(), dir.filePath(QStringLiteral("x.dump")), control);
    later.join();
    QCOMPARE(dumped.error().code, ErrorCode::Cancelled);
    QVERIFY(QDir(dir.path()).isEmpty());
    holder.run(QStringLiteral("ROLLBACK"));
}

void TestArchiveServer::checkAndCompact()
{
    ServerStore server;
    const std::unique_ptr<Database> store = server.open();
    TempStore file;
    fillEverything(file);
    QVERIFY(moveStore(file.database(), *store, TaskControl()));
    QVERIFY(store->execute(QStringLiteral("UPDATE channels SET post_count = 7 WHERE username = 'one'")));
    const Result<TaskReport> report = checkStore(*store, {true}, TaskControl());
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(factsOf(*report, QStringLiteral("repaired_counts")), QList<qint64>{1});
    QCOMPARE(number(*store, QStringLiteral("SELECT post_count FROM channels WHERE username = 'one'")), 300);
    const Result<TaskReport> compacted = compactStore(*store, TaskControl());
    QVERIFY2(compacted, compacted ? "" : qPrintable(errorEnglish(compacted.error())));
}

void TestArchiveServer::storageIsTold()
{
    ServerStore server;
    const std::unique_ptr<Database> store = server.open();
    TempStore file;
    fillEverything(file);
    QVERIFY(moveStore(file.database(), *store, TaskControl()));
    const Result<StorageFacts> facts = readStorage(*store);
    QVERIFY2(facts, facts ? "" : qPrintable(errorEnglish(facts.error())));
    QVERIFY(facts->postgres);
    QVERIFY2(facts->server.startsWith(QLatin1String("PostgreSQL 1")), qPrintable(facts->server));
    QVERIFY(facts->bytes > 100'000);
    QCOMPARE(facts->posts, 302);
    QCOMPARE(facts->channels.size(), 2);
    QCOMPARE(facts->channels.first().username, QStringLiteral("one"));
    QVERIFY(facts->channels.first().bytes > 300 * 100);
}

int main(int argc, char **argv)
{
    if (lacksServer(true)) {
        return skippedExitCode;
    }
    QCoreApplication app(argc, argv);
    TestArchiveServer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_archiveserver.moc"
