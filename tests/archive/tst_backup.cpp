// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/backup.h"

#include "core/store/pgtools.h"
#include "tests/archive/archivefixture.h"

#include <QDir>

#include <atomic>
#include <thread>

using namespace vestnik;
using namespace vestnik::test;

namespace {

/// The child: a backup on a disk that is full after so many bytes.
int backUpOnFullDisk(const QString &store, const QString &target, qint64 bytes)
{
    limitFiles(bytes);
    const Result<TaskReport> report = backupStore(store, BackupSpec{target}, {}, noon, TaskControl());
    if (report) {
        return 1;
    }
    return report.error().code == ErrorCode::DatabaseFull && report.error().subject.startsWith(target) ? 0 : 2;
}

} // namespace

class TestBackup final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBackupIsACompleteStore();
    void automaticOnesAreNamedAndOldOnesGo();
    void whatIsWrittenMeanwhileNeitherShowsNorDisturbs();
    void cancelLeavesNothing();
    void aFullDiskLeavesWhatWasThere();
    void badTargetsAreRefused();
    void aDamagedStoreIsNotBackedUpAsGood();
    void passwordsStayOffTheCommandLine_data();
    void passwordsStayOffTheCommandLine();
    void aMissingProgramIsNamed();
};

void TestBackup::aBackupIsACompleteStore()
{
    TempStore store;
    fillEverything(store);
    QTemporaryDir dir;
    const QString target = dir.filePath(QStringLiteral("new folder/copy.db"));
    const TaskControl control;
    const Result<TaskReport> report = backupStore(store.path(), BackupSpec{target}, {}, noon, control);
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(report->path, target);
    QCOMPARE(factsOf(*report, QStringLiteral("posts")), QList<qint64>{302});
    QCOMPARE(factsOf(*report, QStringLiteral("channels")), QList<qint64>{2});
    QCOMPARE(factsOf(*report, QStringLiteral("bytes")), QList<qint64>{QFileInfo(target).size()});
    QVERIFY(control.total() > 0);
    QCOMPARE(control.done(), control.total());
    // One file, for its owner only, that needs nothing beside it; everything is in it, also what stood in the log.
    QCOMPARE(QDir(dir.filePath(QStringLiteral("new folder"))).entryList(QDir::Files),
        QStringList{QStringLiteral("copy.db")});
    QCOMPARE(QFile::permissions(target) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const Result<std::unique_ptr<Database>> copy = Database::open(DatabaseConfig{target, true});
    QVERIFY(copy);
    QCOMPARE(*(*copy)->number(QStringLiteral("SELECT count(*) FROM starred")), 2);
    PostQuery query;
    query.text = QStringLiteral("слова");
    QCOMPARE(*countPosts(**copy, query, 1000), 300);
}

void TestBackup::automaticOnesAreNamedAndOldOnesGo()
{
    TempStore store;
    QTemporaryDir dir;
    QFile other(dir.filePath(QStringLiteral("vestnik-of-mine.db")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    for (int i = 0; i < keptBackups + 2; ++i) {
        const Result<TaskReport> report = backupStore(store.path(), {}, dir.path(), noon + i * 1000, TaskControl());
        QVERIFY(report);
        QCOMPARE(report->path, dir.filePath(backupName(noon + i * 1000, false)));
        QCOMPARE(factsOf(*report, QStringLiteral("old_backups_removed")).size(), i < keptBackups ? 0 : 1);
    }
    const QStringList left = QDir(dir.path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(left.size(), keptBackups + 1);
    QCOMPARE(left.first(), QStringLiteral("vestnik-20260520-120002.db"));
    QCOMPARE(left.last(), QStringLiteral("vestnik-of-mine.db"));
}

void TestBackup::whatIsWrittenMeanwhileNeitherShowsNorDisturbs()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("one"));
    fill(store, channel, 1, 2000);
    std::atomic_bool ended = false;
    std::atomic_int written = 0;
    std::atomic_int failed = 0;
    std::thread writer([&] {
        const Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{store.path(), false});
        for (MessageId id = 3000; !ended; ++id) {
            const bool good = database
                && PostRepository(**database).storePage(channel, {simplePost(id, QStringLiteral("x"))}, {id, id}, noon);
            (good ? written : failed) += 1;
        }
    });
    QTemporaryDir dir;
    while (written == 0 && failed == 0) {
        std::this_thread::yield();
    }
    bool whole = true;
    for (int i = 0; i < 5; ++i) {
        const Result<TaskReport> report =
            backupStore(store.path(), BackupSpec{dir.filePath(QStringLiteral("copy.db"))}, {}, noon, TaskControl());
        const Result<std::unique_ptr<Database>> copy = report
            ? Database::open(DatabaseConfig{report->path, true})
            : Result<std::unique_ptr<Database>>(failure(report.error()));
        // One moment: the counter of the channel and its rows agree.
        whole = whole && copy
            && (*copy)->number(QStringLiteral("SELECT post_count - (SELECT count(*) FROM posts) FROM channels"), {}, 9)
                == 0;
    }
    ended = true;
    writer.join();
    QVERIFY(whole);
    QVERIFY(written > 0);
    QCOMPARE(failed.load(), 0);
}

void TestBackup::cancelLeavesNothing()
{
    TempStore store;
    fill(store, store.addChannel(QStringLiteral("one")), 1, 100);
    QTemporaryDir dir;
    TaskControl control;
    control.cancel();
    const Result<TaskReport> report =
        backupStore(store.path(), BackupSpec{dir.filePath(QStringLiteral("copy.db"))}, {}, noon, control);
    QCOMPARE(report.error().code, ErrorCode::Cancelled);
    QVERIFY(QDir(dir.path()).isEmpty());
}

void TestBackup::aFullDiskLeavesWhatWasThere()
{
    TempStore store;
    fill(store, store.addChannel(QStringLiteral("one")), 1, 1000);
    store.close();
    QTemporaryDir dir;
    const QString target = dir.filePath(QStringLiteral("copy.db"));
    QFile before(target);
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.write("an older backup");
    before.close();
    QCOMPARE(runChild({QStringLiteral("--full"), store.path(), target, QStringLiteral("100000")}), 0);
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{QStringLiteral("copy.db")});
    QVERIFY(before.open(QIODevice::ReadOnly));
    QCOMPARE(before.readAll(), QByteArray("an older backup"));
    store.reopen();
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 1000);
}

void TestBackup::badTargetsAreRefused()
{
    TempStore store;
    QTemporaryDir dir;
    const auto codeOf = [&](const QString &target) {
        return backupStore(store.path(), BackupSpec{target}, {}, noon, TaskControl()).error().code;
    };
    QCOMPARE(codeOf(store.path()), ErrorCode::InvalidArgument);
    QCOMPARE(codeOf(dir.path()), ErrorCode::FileFailed);
    QCOMPARE(codeOf(QStringLiteral("/proc/no/such/place.db")), ErrorCode::FileFailed);
    QCOMPARE(backupStore(dir.filePath(QStringLiteral("none.db")), BackupSpec{dir.filePath(QStringLiteral("a.db"))}, {},
                 noon, TaskControl())
                 .error()
                 .code,
        ErrorCode::FileFailed);
    QVERIFY(QDir(dir.path()).isEmpty());
}

void TestBackup::aDamagedStoreIsNotBackedUpAsGood()
{
    TempStore store;
    fill(store, store.addChannel(QStringLiteral("one")), 1, 2000);
    QVERIFY(sqlitebackup::settle(store.path()).error().code == ErrorCode::DatabaseBusy);
    store.close();
    QVERIFY(sqlitebackup::settle(store.path()));
    QVERIFY(damage(store.path(), QFileInfo(store.path()).size() / 2, 20'000));
    QTemporaryDir dir;
    const Result<TaskReport> report =
        backupStore(store.path(), BackupSpec{dir.filePath(QStringLiteral("copy.db"))}, {}, noon, TaskControl());
    QCOMPARE(report.error().code, ErrorCode::DatabaseDamaged);
    QVERIFY(QDir(dir.path()).isEmpty());
}

void TestBackup::passwordsStayOffTheCommandLine_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("open");
    QTest::addColumn<QString>("password");
    const auto row = [](const char *address, const char *open, const char *password) {
        QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(open)
                               << QString::fromLatin1(password);
    };
    row("postgresql://host/db", "postgresql://host/db", "");
    row("postgresql://user@host:5433/db?sslmode=require", "postgresql://user@host:5433/db?sslmode=require", "");
    row("postgresql://user:p%40ss:w@host/db", "postgresql://user@host/db", "p@ss:w");
    row("postgres://user:secret@%2Ftmp%2Fs:5433/db", "postgres://user@%2Ftmp%2Fs:5433/db", "secret");
    row("postgresql://host/db?password=s%20t&user=u", "postgresql://host/db?user=u", "s t");
    row("postgresql:///db?host=/tmp&password=x", "postgresql:///db?host=/tmp", "x");
}

void TestBackup::passwordsStayOffTheCommandLine()
{
    QFETCH(QString, address);
    QFETCH(QString, open);
    QFETCH(QString, password);
    const pgtools::Address parts = pgtools::withoutPassword(address);
    QCOMPARE(parts.open, open);
    QCOMPARE(parts.password, password);
}

void TestBackup::aMissingProgramIsNamed()
{
    QTemporaryDir dir;
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QFile::encodeName(dir.path()));
    const Result<void> dumped = pgtools::dump(QStringLiteral("postgresql://host/db"), QStringLiteral("s"),
        dir.filePath(QStringLiteral("x.dump")), TaskControl());
    qputenv("PATH", path);
    QVERIFY(!dumped);
    QCOMPARE(dumped.error().code, ErrorCode::ToolMissing);
    QCOMPARE(dumped.error().subject, QStringLiteral("pg_dump"));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("--full")) {
        return backUpOnFullDisk(arguments.at(2), arguments.at(3), arguments.at(4).toLongLong());
    }
    TestBackup test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_backup.moc"
