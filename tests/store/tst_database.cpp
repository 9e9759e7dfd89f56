// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

#include "core/store/schema.h"
#include "core/store/settingsrepository.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

ErrorCode openingFails(const QString &path, bool readOnly = false)
{
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{path, readOnly});
    return opened ? ErrorCode::None : opened.error().code;
}

/// The administrator may write everywhere: tests of missing rights become nobody for a while.
class Unprivileged {
public:
    explicit Unprivileged(const QString &folder)
    {
        if (geteuid() == 0) {
            m_changed = true;
            if (chown(QFile::encodeName(folder).constData(), nobody, nobody) != 0 || seteuid(nobody) != 0) {
                qFatal("cannot give up rights");
            }
        }
    }
    ~Unprivileged()
    {
        if (m_changed && seteuid(0) != 0) {
            qFatal("cannot take rights back");
        }
    }
    Q_DISABLE_COPY_MOVE(Unprivileged)

private:
    static constexpr uid_t nobody = 65534;
    bool m_changed = false;
};

/// Everything SQLite knows of a schema, line by line.
QStringList describe(Database &database)
{
    QStringList lines;
    const auto collect = [&](const QString &sql, const QString &prefix, int columns) {
        Result<Rows> rows = database.query(sql);
        QStringList found;
        while (rows && rows->next()) {
            QStringList cells{prefix};
            for (int i = 0; i < columns; ++i) {
                cells << (rows->isNull(i) ? QStringLiteral("NULL") : rows->text(i));
            }
            found << cells.join(QLatin1Char('|'));
        }
        return found;
    };
    const QStringList objects =
        collect(QStringLiteral("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"), {}, 4);
    for (const QString &object : objects) {
        lines << object.simplified();
        const QString type = object.section(QLatin1Char('|'), 1, 1);
        const QString name = object.section(QLatin1Char('|'), 2, 2);
        if (type == QLatin1String("index")) {
            lines << collect(QStringLiteral("PRAGMA index_xinfo(%1)").arg(name), name, 6);
        } else {
            lines << collect(QStringLiteral("PRAGMA table_xinfo(%1)").arg(name), name, 7);
            lines << collect(QStringLiteral("PRAGMA foreign_key_list(%1)").arg(name), name, 8);
        }
    }
    return lines;
}

} // namespace

class TestDatabase final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void freshStoreHasEveryMigration();
    void fileThatCannotBeUsedIsLeftAlone_data();
    void fileThatCannotBeUsedIsLeftAlone();
    void truncatedStoreIsDamaged();
    void newerStoreIsRefused();
    void addresses_data();
    void addresses();
    void missingFolderIsSaid();
    void folderWithoutWriteAccessIsSaid();
    void fileWithoutWriteAccessIsReadOnlyAndReadable();
    void transactionRollsBackOnError();
    void innerTransactionJoinsTheOuter();
    void fullDiskKeepsWhatIsStoredAndGoesOnLater();
    void refusedWriteKeepsWhatIsStored();
    void otherWriterIsBusy();
    void readOnlyConnectionCannotWrite();
    void interruptCheckEndsAStatement();
    void sameStatementMayBeReadTwiceAtOnce();
    void checkpointEmptiesTheLog();
    void settingsKeepValues();
};

void TestDatabase::freshStoreHasEveryMigration()
{
    VESTNIK_ONLY_SQLITE();
    TempStore fresh;
    QVERIFY(describe(fresh.database()).size() > 100);
    QCOMPARE(fresh.number(QStringLiteral("PRAGMA user_version")), currentSchemaVersion());
    QCOMPARE(fresh.number(QStringLiteral("SELECT count(*) FROM users WHERE id = 1 AND name = 'Local'")), 1);
    int version = 0;
    for (const Migration &step : migrations()) {
        QCOMPARE(step.version, ++version);
    }
}

void TestDatabase::fileThatCannotBeUsedIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<ErrorCode>("expected");
    QTest::newRow("text") << QByteArray("This is a letter to a friend.\n").repeated(100) << ErrorCode::DatabaseDamaged;
    QTest::newRow("short") << QByteArray("x") << ErrorCode::DatabaseDamaged;
    QTest::newRow("only the magic") << QByteArray("SQLite format 3\0", 16) << ErrorCode::DatabaseDamaged;
    QTest::newRow("magic, then rubbish") << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, 'z')
                                         << ErrorCode::DatabaseDamaged;
    QTest::newRow("zeroes") << QByteArray(8192, '\0') << ErrorCode::DatabaseDamaged;

    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("other.db"));
    {
        QVERIFY(Database::open(DatabaseConfig{path, false}));
        Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{path, false});
        QVERIFY(database);
        QVERIFY((*database)->execute(QStringLiteral("PRAGMA application_id = 77")));
    }
    QTest::newRow("of another program") << contentOf(path) << ErrorCode::DatabaseOpenFailed;
}

void TestDatabase::fileThatCannotBeUsedIsLeftAlone()
{
    VESTNIK_ONLY_SQLITE();
    QFETCH(QByteArray, content);
    QFETCH(ErrorCode, expected);
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("vestnik.db"));
    writeFile(path, content);

    QCOMPARE(openingFails(path), expected);
    QCOMPARE(openingFails(path, true), expected);
    QCOMPARE(contentOf(path), content);
}

void TestDatabase::truncatedStoreIsDamaged()
{
    VESTNIK_ONLY_SQLITE();
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    QList<Post> posts;
    for (int id = 1; id <= 500; ++id) {
        posts.append(simplePost(id, QString(400, QLatin1Char('x')), noon + id * 1000));
    }
    QVERIFY(store.posts().storePage(channel, posts, IdRange{1, 500}, noon));
    store.close();
    const QByteArray whole = contentOf(store.path());
    QVERIFY(whole.size() > 200'000);
    const QByteArray half = whole.left(whole.size() / 2);
    writeFile(store.path(), half);

    QCOMPARE(openingFails(store.path()), ErrorCode::DatabaseDamaged);
    QCOMPARE(contentOf(store.path()), half);

    QByteArray scratched = whole;
    scratched.replace(4096, 40'000, QByteArray(40'000, '\x5a'));
    writeFile(store.path(), scratched);
    QCOMPARE(openingFails(store.path()), ErrorCode::DatabaseDamaged);
    QCOMPARE(contentOf(store.path()), scratched);
    writeFile(store.path(), whole);
    QCOMPARE(openingFails(store.path()), ErrorCode::None);
}

void TestDatabase::newerStoreIsRefused()
{
    VESTNIK_ONLY_SQLITE();
    TempStore store;
    QVERIFY(store.database().execute(QStringLiteral("PRAGMA user_version = %1").arg(currentSchemaVersion() + 1)));
    store.close();
    const QByteArray before = contentOf(store.path());
    QCOMPARE(openingFails(store.path()), ErrorCode::DatabaseTooNew);
    QCOMPARE(openingFails(store.path(), true), ErrorCode::DatabaseTooNew);
    QCOMPARE(contentOf(store.path()), before);
}

void TestDatabase::addresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<ErrorCode>("expected");
    QTemporaryDir dir;
    QTest::newRow("postgresql") << QStringLiteral("postgresql://user:secret@127.0.0.1:1/db")
                                << ErrorCode::DatabaseUnreachable;
    QTest::newRow("postgres") << QStringLiteral("postgres://127.0.0.1:1/db") << ErrorCode::DatabaseUnreachable;
    QTest::newRow("mysql") << QStringLiteral("mysql://host/db") << ErrorCode::DatabaseUnsupported;
    QTest::newRow("empty") << QString() << ErrorCode::DatabaseUnsupported;
    QTest::newRow("folder") << dir.path() << ErrorCode::DatabaseOpenFailed;
    dir.remove();
}

void TestDatabase::addresses()
{
    VESTNIK_ONLY_SQLITE();
    QFETCH(QString, address);
    QFETCH(ErrorCode, expected);
    if (expected == ErrorCode::DatabaseOpenFailed) {
        QVERIFY(QDir().mkpath(address));
    }
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{address, false});
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, expected);
    QVERIFY(!errorEnglish(opened.error()).contains(QLatin1String("secret")));
    if (expected == ErrorCode::DatabaseOpenFailed) {
        QVERIFY(QDir().rmdir(address));
    }

    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("by-url.db"));
    QCOMPARE(openingFails(QLatin1String("sqlite://") + path), ErrorCode::None);
    QVERIFY(QFileInfo::exists(path));
    QCOMPARE(openingFails(QLatin1String("sqlite:///") + path, true), ErrorCode::None);
}

void TestDatabase::missingFolderIsSaid()
{
    VESTNIK_ONLY_SQLITE();
    QTemporaryDir dir;
    QCOMPARE(openingFails(dir.filePath(QStringLiteral("no/such/folder.db"))), ErrorCode::DatabaseOpenFailed);
    QCOMPARE(openingFails(dir.filePath(QStringLiteral("missing.db")), true), ErrorCode::DatabaseOpenFailed);
    QVERIFY(!QFileInfo::exists(dir.filePath(QStringLiteral("missing.db"))));
}

void TestDatabase::folderWithoutWriteAccessIsSaid()
{
    VESTNIK_ONLY_SQLITE();
    QTemporaryDir dir;
    const Unprivileged nobody(dir.path());
    QVERIFY(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner));
    QCOMPARE(openingFails(dir.filePath(QStringLiteral("vestnik.db"))), ErrorCode::DatabaseOpenFailed);
    QVERIFY(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestDatabase::fileWithoutWriteAccessIsReadOnlyAndReadable()
{
    VESTNIK_ONLY_SQLITE();
    QTemporaryDir dir;
    const Unprivileged nobody(dir.path());
    const QString path = dir.filePath(QStringLiteral("vestnik.db"));
    {
        Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{path, false});
        QVERIFY(database);
        QVERIFY(ChannelRepository(**database).addChannels({ChannelDraft{QStringLiteral("somewhere"), {}}}, noon));
    }
    const auto canBeRead = [&path] {
        const Result<std::unique_ptr<Database>> reader = Database::open(DatabaseConfig{path, true});
        const Result<QList<ChannelRow>> channels =
            reader ? readChannels(**reader) : Result<QList<ChannelRow>>(failure(reader.error()));
        return channels && channels->size() == 1;
    };
    const QFile::Permissions folder = QFile::ReadOwner | QFile::ExeOwner;
    QVERIFY(QFile::setPermissions(dir.path(), folder));
    QCOMPARE(openingFails(path), ErrorCode::DatabaseReadOnly);
    QVERIFY(canBeRead());
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
    QCOMPARE(openingFails(path), ErrorCode::DatabaseReadOnly);
    QVERIFY(canBeRead());
    QVERIFY(QFile::setPermissions(dir.path(), folder | QFile::WriteOwner));
    QCOMPARE(openingFails(path), ErrorCode::DatabaseReadOnly);
    QVERIFY(canBeRead());
}

void TestDatabase::transactionRollsBackOnError()
{
    TempStore store;
    SettingsRepository settings(store.database());
    const Result<void> failed = store.database().transaction([&]() -> Result<void> {
        if (Result<void> set = settings.setValue(QStringLiteral("key"), QStringLiteral("value")); !set) {
            return set;
        }
        return failure(ErrorCode::Cancelled, QStringLiteral("changed my mind"));
    });
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::Cancelled);
    QCOMPARE(settings.value(QStringLiteral("key")).value(), std::optional<QString>());
    // The connection is free again.
    QVERIFY(settings.setValue(QStringLiteral("key"), QStringLiteral("other")));
}

void TestDatabase::innerTransactionJoinsTheOuter()
{
    TempStore store;
    SettingsRepository settings(store.database());
    const Result<void> failed = store.database().transaction([&]() -> Result<void> {
        Result<void> inner = store.database().transaction(
            [&] { return settings.setValue(QStringLiteral("inner"), QStringLiteral("1")); });
        return inner ? failure(ErrorCode::Cancelled) : inner;
    });
    QVERIFY(!failed);
    QCOMPARE(settings.value(QStringLiteral("inner")).value(), std::optional<QString>());
}

void TestDatabase::fullDiskKeepsWhatIsStoredAndGoesOnLater()
{
    VESTNIK_ONLY_SQLITE();
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    QVERIFY(store.posts().storePage(channel, {simplePost(1, QStringLiteral("kept"))}, IdRange{1, 1}, noon));
    const qint64 pages = store.number(QStringLiteral("PRAGMA page_count"));
    QCOMPARE(store.number(QStringLiteral("PRAGMA max_page_count = %1").arg(pages + 4)), pages + 4);

    QList<Post> many;
    for (int id = 2; id <= 200; ++id) {
        many.append(simplePost(id, QString(2000, QLatin1Char('y')), noon + id * 1000));
    }
    const Result<StoredPage> refused = store.posts().storePage(channel, many, IdRange{2, 200}, noon);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseFull);
    QCOMPARE(refused.error().subject, store.path());
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 1);
    QCOMPARE(store.channels().coverage(channel)->size(), 1);
    QCOMPARE(store.channels().row(channel)->postCount, 1);

    QVERIFY(store.number(QStringLiteral("PRAGMA max_page_count = 1000000")) > pages);
    const Result<StoredPage> stored = store.posts().storePage(channel, many, IdRange{2, 200}, noon);
    QVERIFY(stored);
    QCOMPARE(stored->added, 199);
    store.reopen();
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 200);
}

void TestDatabase::refusedWriteKeepsWhatIsStored()
{
    VESTNIK_ONLY_SQLITE();
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    QVERIFY(store.posts().storePage(channel, {simplePost(1, QStringLiteral("kept"))}, IdRange{1, 1}, noon));
    // The system refuses to let any file grow further: the log breaks off in the middle of the page.
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = static_cast<rlim_t>(store.database().walBytes() + 20'000);
    const auto onLimit = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    QList<Post> many;
    for (int id = 2; id <= 200; ++id) {
        many.append(simplePost(id, QString(2000, QLatin1Char('y')), noon + id * 1000));
    }
    const Result<StoredPage> refused = store.posts().storePage(channel, many, IdRange{2, 200}, noon);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, onLimit);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseFull);
    QCOMPARE(store.channels().row(channel)->postCount, 1);

    QVERIFY(store.posts().storePage(channel, many, IdRange{2, 200}, noon));
    store.reopen();
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 200);
}

void TestDatabase::otherWriterIsBusy()
{
    VESTNIK_ONLY_SQLITE();
    TempStore store;
    Result<std::unique_ptr<Database>> other = Database::open(DatabaseConfig{store.path(), false});
    QVERIFY(other);
    QVERIFY((*other)->execute(QStringLiteral("PRAGMA busy_timeout = 20")));
    const Result<void> held = store.database().transaction([&]() -> Result<void> {
        const Result<void> second = (*other)->transaction([]() -> Result<void> { return {}; });
        return second ? failure(ErrorCode::Internal) : failure(second.error());
    });
    QVERIFY(!held);
    QCOMPARE(held.error().code, ErrorCode::DatabaseBusy);
    QVERIFY((*other)->transaction([]() -> Result<void> { return {}; }));
}

void TestDatabase::readOnlyConnectionCannotWrite()
{
    TempStore store;
    const Result<std::unique_ptr<Database>> reader = Database::open(DatabaseConfig{store.path(), true});
    QVERIFY(reader);
    const Result<qint64> written = (*reader)->execute(QStringLiteral("DELETE FROM settings"));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::DatabaseReadOnly);
}

void TestDatabase::interruptCheckEndsAStatement()
{
    TempStore store;
    int asked = 0;
    store.database().setInterruptCheck([&asked] { return ++asked > 20 ? ErrorCode::TimedOut : ErrorCode::None; });
    const QString endless =
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
    const Result<qint64> counted = store.database().number(endless);
    QVERIFY(!counted);
    QCOMPARE(counted.error().code, ErrorCode::TimedOut);
    store.database().setInterruptCheck({});
    QCOMPARE(store.number(QStringLiteral("SELECT 7")), 7);
}

void TestDatabase::sameStatementMayBeReadTwiceAtOnce()
{
    TempStore store;
    const QString sql = QStringLiteral("SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3");
    Result<Rows> outer = store.database().query(sql);
    QVERIFY(outer);
    QList<qint64> seen;
    while (outer->next()) {
        Result<Rows> inner = store.database().query(sql);
        QVERIFY(inner);
        while (inner->next()) {
            seen << outer->integer(0) * 10 + inner->integer(0);
        }
    }
    QCOMPARE(seen, (QList<qint64>{11, 12, 13, 21, 22, 23, 31, 32, 33}));
}

void TestDatabase::checkpointEmptiesTheLog()
{
    VESTNIK_ONLY_SQLITE();
    TempStore store;
    SettingsRepository settings(store.database());
    for (int i = 0; i < 50; ++i) {
        QVERIFY(settings.setValue(QString::number(i), QString(3000, QLatin1Char('v'))));
    }
    QVERIFY(store.database().walBytes() > 100'000);
    const Result<qint64> left = Database::checkpoint(store.path());
    QVERIFY(left);
    QCOMPARE(*left, 0);
    // The next write starts the log over instead of growing it.
    const qint64 before = store.database().walBytes();
    QVERIFY(settings.setValue(QStringLiteral("a"), QStringLiteral("b")));
    QVERIFY(store.database().walBytes() <= before);
}

void TestDatabase::settingsKeepValues()
{
    TempStore store;
    SettingsRepository settings(store.database());
    QVERIFY(settings.setValue(QStringLiteral("a"), QStringLiteral("1")));
    QVERIFY(settings.setValue(QStringLiteral("a"), QStringLiteral("2")));
    QVERIFY(settings.setValue(QStringLiteral("empty"), {}));
    store.reopen();
    SettingsRepository again(store.database());
    QCOMPARE(again.value(QStringLiteral("a")).value(), std::optional<QString>(QStringLiteral("2")));
    QCOMPARE(again.value(QStringLiteral("empty")).value(), std::optional<QString>(QString()));
    QVERIFY(again.remove(QStringLiteral("a")));
    QCOMPARE(again.value(QStringLiteral("a")).value(), std::optional<QString>());
}

VESTNIK_STORE_TEST_MAIN(TestDatabase)
#include "tst_database.moc"
