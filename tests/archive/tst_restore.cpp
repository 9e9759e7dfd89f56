// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/restore.h"

#include "core/archive/backup.h"
#include "core/store/schema.h"
#include "tests/archive/archivefixture.h"

#include <QDir>

#include <unistd.h>

using namespace vestnik;
using namespace vestnik::test;

namespace {

/// A store with 20 posts and a backup from when it had 10.
struct Two {
    TempStore store;
    QTemporaryDir dir;
    QString backup = dir.filePath(QStringLiteral("backup.db"));

    Two()
    {
        const ChannelId channel = store.addChannel(QStringLiteral("one"));
        fill(store, channel, 1, 10);
        (void)backupStore(store.path(), BackupSpec{backup}, {}, noon, TaskControl());
        fill(store, channel, 11, 20);
    }
    [[nodiscard]] QString keep() const { return QFileInfo(store.path()).absolutePath(); }
    Result<TaskReport> restore(const QString &file)
    {
        return restoreStore(file, store.path(), keep(), noon, TaskControl());
    }
    qint64 posts()
    {
        store.reopen();
        const qint64 count = store.number(QStringLiteral("SELECT count(*) FROM posts"));
        store.close();
        return count;
    }
    [[nodiscard]] QStringList kept() const
    {
        return QDir(keep()).entryList({QStringLiteral("vestnik-before-restore-*")}, QDir::Files, QDir::Name);
    }
};

/// The child: restores and dies after a step, or has a full disk.
int restoreInChild(const QString &backup, const QString &store, const QString &what)
{
    bool isNumber = false;
    if (const qint64 bytes = what.toLongLong(&isNumber); isNumber) {
        limitFiles(bytes);
    }
    const RestoreStep step = [&what](const char *name) {
        if (what == QLatin1String(name)) {
            ::kill(::getpid(), SIGKILL);
        }
    };
    const Result<TaskReport> report =
        restoreStore(backup, store, QFileInfo(store).absolutePath(), noon, TaskControl(), step);
    return report ? 0 : (report.error().code == ErrorCode::DatabaseFull ? 3 : 4);
}

} // namespace

class TestRestore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBackupTakesThePlaceAndThePresentIsKept();
    void aStoreThatIsGoneIsMadeAgain();
    void anOpenStoreIsLeftAlone();
    void badBackupsAreRefused_data();
    void badBackupsAreRefused();
    void aDamagedStoreIsReplaced();
    void anOlderBackupIsBroughtUpToDate();
    void killedAnywhereOneOfBothIsThere_data();
    void killedAnywhereOneOfBothIsThere();
    void aFullDiskLeavesThePresent();
    void cancelLeavesThePresent();
};

void TestRestore::theBackupTakesThePlaceAndThePresentIsKept()
{
    Two two;
    two.store.close();
    const Result<TaskReport> report = two.restore(two.backup);
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(factsOf(*report, QStringLiteral("posts")), QList<qint64>{10});
    QCOMPARE(report->path, two.store.path());
    QCOMPARE(two.posts(), 10);
    QCOMPARE(two.kept(), QStringList{QStringLiteral("vestnik-before-restore-20260520-120000.db")});
    QCOMPARE(
        factsOf(*report, QStringLiteral("kept_before"), two.keep() + QLatin1Char('/') + two.kept().first()).size(), 1);
    QCOMPARE(sqlitebackup::inspect(
                 two.keep() + QLatin1Char('/') + two.kept().first(), sqlitebackup::Look::Thorough, TaskControl())
                 ->posts,
        20);
    // And back again, from what was kept; within the same second.
    QVERIFY(two.restore(two.keep() + QLatin1Char('/') + two.kept().first()));
    QCOMPARE(two.posts(), 20);
    QCOMPARE(two.kept().size(), 2);
    QVERIFY(QFileInfo::exists(two.backup));
}

void TestRestore::aStoreThatIsGoneIsMadeAgain()
{
    Two two;
    two.store.close();
    QVERIFY(QFile::remove(two.store.path()));
    QFile log(two.store.path() + QStringLiteral("-wal"));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("left over");
    log.close();
    const Result<TaskReport> report = two.restore(two.backup);
    QVERIFY(report);
    QVERIFY(factsOf(*report, QStringLiteral("kept_before")).isEmpty());
    QCOMPARE(two.posts(), 10);
}

void TestRestore::anOpenStoreIsLeftAlone()
{
    Two two;
    const Result<TaskReport> report = two.restore(two.backup);
    QCOMPARE(report.error().code, ErrorCode::DatabaseBusy);
    QCOMPARE(two.store.number(QStringLiteral("SELECT count(*) FROM posts")), 20);
    QVERIFY(two.kept().isEmpty());
    QVERIFY(!QFileInfo::exists(two.store.path() + QStringLiteral(".restoring")));
}

void TestRestore::badBackupsAreRefused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("missing") << QStringLiteral("missing") << ErrorCode::FileFailed;
    QTest::newRow("text") << QStringLiteral("text") << ErrorCode::DatabaseDamaged;
    QTest::newRow("empty") << QStringLiteral("empty") << ErrorCode::DatabaseOpenFailed;
    QTest::newRow("cut") << QStringLiteral("cut") << ErrorCode::DatabaseDamaged;
    QTest::newRow("overwritten") << QStringLiteral("overwritten") << ErrorCode::DatabaseDamaged;
    QTest::newRow("newer") << QStringLiteral("newer") << ErrorCode::DatabaseTooNew;
    QTest::newRow("another program's") << QStringLiteral("foreign") << ErrorCode::DatabaseOpenFailed;
    QTest::newRow("the store itself") << QStringLiteral("itself") << ErrorCode::InvalidArgument;
}

void TestRestore::badBackupsAreRefused()
{
    QFETCH(QString, kind);
    QFETCH(ErrorCode, code);
    Two two;
    fill(two.store, 1, 21, 400); // large enough to be cut and overwritten
    const QString path = kind == QLatin1String("itself") ? two.store.path() : two.dir.filePath(kind);
    if (kind == QLatin1String("text") || kind == QLatin1String("empty")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kind == QLatin1String("text") ? QByteArray(10'000, 'x') : QByteArray());
    } else if (path != two.store.path() && kind != QLatin1String("missing")) {
        QVERIFY(backupStore(two.store.path(), BackupSpec{path}, {}, noon, TaskControl()));
    }
    const qint64 size = QFileInfo(path).size();
    // The numbers of a header: user_version at byte 60, application_id at 68.
    if (kind == QLatin1String("cut")) {
        QVERIFY(QFile::resize(path, size / 2));
    } else if (kind == QLatin1String("overwritten")) {
        QVERIFY(damage(path, size / 2, 30'000));
    } else if (kind == QLatin1String("newer")) {
        QVERIFY(damage(path, 61, 1));
    } else if (kind == QLatin1String("foreign")) {
        QVERIFY(damage(path, 68, 4));
    }
    two.store.close();
    const Result<TaskReport> report = two.restore(path);
    QVERIFY(!report);
    QCOMPARE(errorCodeName(report.error().code), errorCodeName(code));
    QVERIFY2(report.error().subject == path, qPrintable(report.error().subject));
    QCOMPARE(two.posts(), 400);
    QVERIFY(two.kept().isEmpty());
}

void TestRestore::aDamagedStoreIsReplaced()
{
    Two two;
    two.store.close();
    QVERIFY(damage(two.store.path(), 0, 4096));
    QVERIFY(!Database::open(DatabaseConfig{two.store.path(), false}));
    const Result<TaskReport> report = two.restore(two.backup);
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(two.posts(), 10);
    QCOMPARE(two.kept().size(), 1);
}

void TestRestore::anOlderBackupIsBroughtUpToDate()
{
    Two two;
    two.store.close();
    // What a version was before is tested with migrations; here it is enough that it is let in.
    const Result<sqlitebackup::FileFacts> facts =
        sqlitebackup::inspect(two.backup, sqlitebackup::Look::Header, TaskControl());
    QCOMPARE(facts->version, currentSchemaVersion());
    const Result<TaskReport> report = two.restore(two.backup);
    QCOMPARE(factsOf(*report, QStringLiteral("version")), QList<qint64>{currentSchemaVersion()});
}

void TestRestore::killedAnywhereOneOfBothIsThere_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<qint64>("posts");
    QTest::newRow("inspected") << QStringLiteral("inspected") << qint64(20);
    QTest::newRow("copied") << QStringLiteral("copied") << qint64(20);
    QTest::newRow("settled") << QStringLiteral("settled") << qint64(20);
    QTest::newRow("kept") << QStringLiteral("kept") << qint64(20);
    QTest::newRow("renamed") << QStringLiteral("renamed") << qint64(10);
}

void TestRestore::killedAnywhereOneOfBothIsThere()
{
    QFETCH(QString, step);
    QFETCH(qint64, posts);
    Two two;
    two.store.close();
    QCOMPARE(runChild({QStringLiteral("--restore"), two.backup, two.store.path(), step}), -1);
    QCOMPARE(two.posts(), posts);
    // Again, to the end.
    QCOMPARE(runChild({QStringLiteral("--restore"), two.backup, two.store.path(), QStringLiteral("never")}), 0);
    QCOMPARE(two.posts(), 10);
    QVERIFY(!QFileInfo::exists(two.store.path() + QStringLiteral(".restoring")));
    QVERIFY(!two.kept().isEmpty());
}

void TestRestore::aFullDiskLeavesThePresent()
{
    Two two;
    two.store.close();
    QCOMPARE(runChild({QStringLiteral("--restore"), two.backup, two.store.path(), QStringLiteral("50000")}), 3);
    QCOMPARE(two.posts(), 20);
    QVERIFY(two.kept().isEmpty());
    QCOMPARE(QDir(two.keep()).entryList({QStringLiteral("*.restoring*")}), QStringList());
}

void TestRestore::cancelLeavesThePresent()
{
    Two two;
    two.store.close();
    TaskControl control;
    control.cancel();
    QCOMPARE(restoreStore(two.backup, two.store.path(), two.keep(), noon, control).error().code, ErrorCode::Cancelled);
    QCOMPARE(two.posts(), 20);
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("--restore")) {
        return restoreInChild(arguments.at(2), arguments.at(3), arguments.at(4));
    }
    TestRestore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_restore.moc"
