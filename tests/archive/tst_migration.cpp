// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/schema.h"
#include "tests/archive/archivefixture.h"

#include <QDir>

#include <sys/time.h>
#include <unistd.h>

using namespace vestnik;
using namespace vestnik::test;

namespace {

/// A store as the first release wrote it: only the first migration is run, on a file that was made by hand.
bool makeVersion1(const QString &path, int posts)
{
    // A new store, taken back to nothing, is a connection that the first step can be run on.
    Result<std::unique_ptr<Database>> made = Database::open(DatabaseConfig{path, false});
    if (!made) {
        return false;
    }
    Database &database = **made;
    for (const QString &kind : {QStringLiteral("view"), QStringLiteral("table")}) {
        QStringList names;
        {
            Result<Rows> rows = database.query(
                QStringLiteral("SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite%' "
                               "AND name NOT LIKE 'posts_fts_%' ORDER BY name = 'posts_fts' DESC, rootpage DESC"),
                kind);
            while (rows && rows->next()) {
                names.append(rows->text(0));
            }
        }
        for (const QString &name : names) {
            if (!database.execute(QStringLiteral("DROP %1 %2").arg(kind, name))) {
                return false;
            }
        }
    }
    const Result<void> built = database.transaction([&]() -> Result<void> {
        if (Result<void> first = migrations().first().apply(database); !first) {
            return first;
        }
        for (const char *sql :
            {"PRAGMA user_version = 1", "INSERT INTO users (id, name, created_at) VALUES (1, 'Local', 0)",
                "INSERT INTO channels (id, username, post_count, created_at) VALUES (1, 'one', 0, 0)",
                "INSERT INTO user_channel (user_id, channel_id, created_at) VALUES (1, 1, 0)"}) {
            if (const Result<qint64> done = database.execute(QString::fromLatin1(sql)); !done) {
                return failure(done.error());
            }
        }
        for (int id = 1; id <= posts; ++id) {
            const Result<qint64> done =
                database.execute(QStringLiteral("INSERT INTO posts (id, channel_id, message_id, posted_at, kind, text, "
                                                "stored_at) VALUES (?, 1, ?, ?, 'text', ?, 0)"),
                    (qint64(420'000'000 + id) << 20), id, noon, QStringLiteral("старый текст %1").arg(id));
            if (!done) {
                return failure(done.error());
            }
        }
        const Result<qint64> counted =
            database.execute(QStringLiteral("UPDATE channels SET post_count = (SELECT count(*) FROM posts)"));
        return counted ? Result<void>() : Result<void>(failure(counted.error()));
    });
    return bool(built);
}

/// The child: opens the store on a disk that is full after so many bytes (0: never).
int migrate(const QString &path, qint64 limit)
{
    if (limit > 0) {
        limitFiles(limit);
    }
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{path, false});
    return opened ? 0 : (opened.error().code == ErrorCode::DatabaseFull ? 3 : 4);
}

/// The child: opens the store and is killed by an alarm after so many microseconds, wherever it is then.
int migrateAndDie(const QString &path, qint64 microseconds)
{
    itimerval alarm{};
    alarm.it_value.tv_sec = microseconds / 1'000'000;
    alarm.it_value.tv_usec = microseconds % 1'000'000;
    ::setitimer(ITIMER_REAL, &alarm, nullptr);
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{path, false});
    // Not by return: the end of the process would take time in which the alarm still goes off.
    ::_exit(opened ? 0 : 4);
}

} // namespace

class TestMigration final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOldStoreIsCopiedBeforeItIsChanged();
    void newStoresAreNotCopied();
    void withoutRoomForTheCopyNothingIsChanged();
    void killedHalfWayItIsAsItWas();
    void oldCopiesGo();
};

void TestMigration::anOldStoreIsCopiedBeforeItIsChanged()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("vestnik.db"));
    QVERIFY(makeVersion1(path, 50));
    {
        const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{path, false});
        QVERIFY2(opened, opened ? "" : qPrintable(errorEnglish(opened.error())));
        QCOMPARE(*(*opened)->number(QStringLiteral("PRAGMA user_version")), qint64(currentSchemaVersion()));
        QCOMPARE(*(*opened)->number(QStringLiteral("SELECT count(*) FROM posts WHERE deleted_at = 0")), 50);
    }
    const QDir backups(dir.filePath(QStringLiteral("backups")));
    const QStringList files = backups.entryList(QDir::Files);
    QCOMPARE(files.size(), 1);
    QVERIFY(files.first().startsWith(QStringLiteral("before-version-%1-").arg(currentSchemaVersion())));
    const Result<sqlitebackup::FileFacts> facts =
        sqlitebackup::inspect(backups.filePath(files.first()), sqlitebackup::Look::Thorough, TaskControl());
    QVERIFY(facts);
    QCOMPARE(facts->version, 1);
    QCOMPARE(facts->posts, 50);
    // The next start has nothing to do.
    QVERIFY(Database::open(DatabaseConfig{path, false}));
    QCOMPARE(backups.entryList(QDir::Files).size(), 1);
}

void TestMigration::newStoresAreNotCopied()
{
    QTemporaryDir dir;
    QVERIFY(Database::open(DatabaseConfig{dir.filePath(QStringLiteral("vestnik.db")), false}));
    QVERIFY(!QFileInfo::exists(dir.filePath(QStringLiteral("backups"))));
}

void TestMigration::withoutRoomForTheCopyNothingIsChanged()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("vestnik.db"));
    QVERIFY(makeVersion1(path, 3000));
    QVERIFY(QFileInfo(path).size() > 300'000);
    QCOMPARE(runChild({QStringLiteral("--migrate"), path, QStringLiteral("200000")}), 3);
    const Result<sqlitebackup::FileFacts> facts =
        sqlitebackup::inspect(path, sqlitebackup::Look::Thorough, TaskControl());
    QVERIFY(facts);
    QCOMPARE(facts->version, 1);
    QCOMPARE(facts->posts, 3000);
    QVERIFY(QDir(dir.filePath(QStringLiteral("backups"))).isEmpty());
    // With room it goes on.
    QCOMPARE(runChild({QStringLiteral("--migrate"), path, QStringLiteral("0")}), 0);
    QCOMPARE(sqlitebackup::inspect(path, sqlitebackup::Look::Header, TaskControl())->version, currentSchemaVersion());
}

void TestMigration::killedHalfWayItIsAsItWas()
{
    QTemporaryDir original;
    const QString source = original.filePath(QStringLiteral("vestnik.db"));
    QVERIFY(makeVersion1(source, 2000));
    int killedBefore = 0;
    int killed = 0;
    int survived = 0;
    for (qint64 microseconds = 500; survived < 3 && killed + survived < 200; microseconds += microseconds / 8) {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("vestnik.db"));
        QVERIFY(QFile::copy(source, path));
        const int code = runChild({QStringLiteral("--die"), path, QString::number(microseconds)});
        QVERIFY2(code == 0 || code == -1, qPrintable(QString::number(code)));
        (code == 0 ? survived : killed) += 1;
        const Result<sqlitebackup::FileFacts> facts =
            sqlitebackup::inspect(path, sqlitebackup::Look::Thorough, TaskControl());
        QVERIFY2(facts, facts ? "" : qPrintable(errorEnglish(facts.error())));
        QVERIFY(facts->version == 1 || facts->version == currentSchemaVersion());
        QCOMPARE(facts->posts, 2000);
        killedBefore += facts->version == 1 ? 1 : 0;
        // A copy that has its name is whole.
        const QDir backups(dir.filePath(QStringLiteral("backups")));
        for (const QString &file : backups.entryList({QStringLiteral("*.db")}, QDir::Files)) {
            QCOMPARE(
                sqlitebackup::inspect(backups.filePath(file), sqlitebackup::Look::Header, TaskControl())->posts, 2000);
        }
        // The next start finishes it.
        const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{path, false});
        QVERIFY2(opened, opened ? "" : qPrintable(errorEnglish(opened.error())));
        QCOMPARE(*(*opened)->number(QStringLiteral("SELECT count(*) FROM posts WHERE deleted_at = 0")), 2000);
    }
    QVERIFY(killedBefore > 3);
    QCOMPARE(survived, 3);
}

void TestMigration::oldCopiesGo()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("vestnik.db"));
    QVERIFY(makeVersion1(path, 1));
    QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("backups")));
    const QString version = QString::number(currentSchemaVersion());
    for (int i = 1; i <= 4; ++i) {
        QFile old(dir.filePath(QStringLiteral("backups/before-version-%1-2020010%2-000000.db").arg(version).arg(i)));
        QVERIFY(old.open(QIODevice::WriteOnly));
    }
    QVERIFY(Database::open(DatabaseConfig{path, false}));
    const QStringList left = QDir(dir.filePath(QStringLiteral("backups"))).entryList(QDir::Files, QDir::Name);
    QCOMPARE(left.size(), 3);
    QVERIFY(left.first().contains(QLatin1String("20200103")));
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("--migrate")) {
        return migrate(arguments.at(2), arguments.at(3).toLongLong());
    }
    if (arguments.size() == 4 && arguments.at(1) == QLatin1String("--die")) {
        return migrateAndDie(arguments.at(2), arguments.at(3).toLongLong());
    }
    TestMigration test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_migration.moc"
