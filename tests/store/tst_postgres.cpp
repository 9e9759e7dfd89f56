// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QElapsedTimer>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/store/probe.h"
#include "core/store/schema.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

Error openingFails(const QString &address, bool readOnly = false)
{
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{address, readOnly});
    return opened ? Error{} : opened.error();
}

QString changed(const QString &address, const std::function<void(QUrl &)> &change)
{
    QUrl url(address);
    change(url);
    return QString::fromLatin1(url.toEncoded());
}

} // namespace

class TestPostgres final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void causesOfAFailureToOpen_data();
    void causesOfAFailureToOpen();
    void passwordsAreNeverShown();
    void serverThatSaysNothingIsGivenUp();
    void freshSchemaIsWhatTheProgramWrites();
    void foreignNewerAndEmptySchemas();
    void numbersGoOnAboveGivenIds();
    void secondWriterIsRefusedReadersAreFree();
    void twoSchemasOfOneDatabaseHoldTwoStores();
    void valuesComeBackAsTheyWere();
    void placeholdersInLiteralsStay();
    void probe();
};

void TestPostgres::initTestCase()
{
    qputenv("VESTNIK_TEST_DATABASE", "postgres");
}

void TestPostgres::causesOfAFailureToOpen_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<ErrorCode>("expected");
    const QString good = serverAddress();
    const auto row = [](const char *name, const QString &address, ErrorCode code) {
        QTest::newRow(name) << address << code;
    };
    row("wrong password", changed(good, [](QUrl &url) { url.setUserInfo(QStringLiteral("guarded:wrong")); }),
        ErrorCode::DatabaseLoginFailed);
    row("no password", changed(good, [](QUrl &url) { url.setUserInfo(QStringLiteral("guarded")); }),
        ErrorCode::DatabaseLoginFailed);
    row("no such user", changed(good, [](QUrl &url) { url.setUserInfo(QStringLiteral("nobody_here")); }),
        ErrorCode::DatabaseLoginFailed);
    row("no such database", changed(good, [](QUrl &url) { url.setPath(QStringLiteral("/not_there")); }),
        ErrorCode::DatabaseMissing);
    row("nobody listens", changed(good, [](QUrl &url) { url.setPort(1); }), ErrorCode::DatabaseUnreachable);
    row("no such host", changed(good, [](QUrl &url) { url.setHost(QStringLiteral("no-such-host.invalid")); }),
        ErrorCode::DatabaseHostNotFound);
    row("no rights", changed(good, [](QUrl &url) { url.setUserInfo(QStringLiteral("narrow")); }),
        ErrorCode::DatabaseForbidden);
    row("server without TLS", changed(good, [](QUrl &url) { url.setQuery(QStringLiteral("sslmode=require")); }),
        ErrorCode::DatabaseTlsFailed);
    row("server wants TLS",
        changed(good,
            [](QUrl &url) {
                url.setUserInfo(QStringLiteral("onlytls"));
                url.setQuery(QStringLiteral("sslmode=disable"));
            }),
        ErrorCode::DatabaseTlsFailed);
    row("no such schema",
        changed(good, [](QUrl &url) { url.setQuery(QStringLiteral("options=-csearch_path%3Dnowhere")); }),
        ErrorCode::DatabaseForbidden);
    row("no address", QStringLiteral("postgresql://[bad"), ErrorCode::DatabaseUnsupported);
    row("unknown setting", good + QStringLiteral("?no_such_setting=1"), ErrorCode::DatabaseUnsupported);
}

void TestPostgres::causesOfAFailureToOpen()
{
    QFETCH(QString, address);
    QFETCH(ErrorCode, expected);
    const Error error = openingFails(address);
    QVERIFY2(error.code == expected, qPrintable(errorEnglish(error)));
    QVERIFY(!errorEnglish(error).contains(QLatin1String("wrong")));
}

void TestPostgres::passwordsAreNeverShown()
{
    const QString port = QString::number(QUrl(serverAddress()).port());
    const QStringList addresses{
        QStringLiteral("postgresql://guarded:s3cret@127.0.0.1:%1/vestnik").arg(port),
        QStringLiteral("postgresql://guarded@127.0.0.1:%1/vestnik?password=s3cret").arg(port),
        QStringLiteral("postgresql://guarded:an@s3cret@127.0.0.1:%1/vestnik").arg(port),
        QStringLiteral("postgresql://guarded:a/s3cret@127.0.0.1:%1/vestnik").arg(port),
        QStringLiteral("postgresql://guarded:%73%33cret@127.0.0.1:%1/vestnik").arg(port),
        QStringLiteral("postgres://guarded:s3cret@127.0.0.1:1/vestnik"),
        QStringLiteral("postgresql://guarded:s3cret@[bad/x"),
        QStringLiteral("postgresql:///password%3Ds3cret%20host%3D127.0.0.1"),
        QStringLiteral("postgres:guarded:s3cret@host/db"),
        QStringLiteral("pg://guarded:s3cret@host/db"),
    };
    for (const QString &address : addresses) {
        const Error error = openingFails(address);
        QVERIFY2(error.code != ErrorCode::None, qPrintable(address));
        QVERIFY2(!errorEnglish(error).contains(QLatin1String("s3cret")), qPrintable(address + errorEnglish(error)));
        QVERIFY2(!Database::shownAddress(address).contains(QLatin1String("s3cret")), qPrintable(address));
        const Result<DatabaseProbe> probed = probeDatabase(address);
        QVERIFY(probed ? !probed->address.contains(QLatin1String("s3cret"))
                       : !errorEnglish(probed.error()).contains(QLatin1String("s3cret")));
    }
    // Escaped, any password will do.
    ServerConnection().run(QStringLiteral("CREATE ROLE odd SUPERUSER LOGIN PASSWORD 'a@b/c:d%?'"));
    const ServerSchema schema;
    QUrl url(schema.address());
    url.setUserName(QStringLiteral("odd"));
    url.setPassword(QStringLiteral("a@b/c:d%?"));
    const Result<std::unique_ptr<Database>> opened =
        Database::open(DatabaseConfig{QString::fromLatin1(url.toEncoded(QUrl::FullyEncoded)), false});
    QVERIFY(opened);
    QCOMPARE((*opened)->path(), QStringLiteral("postgresql://odd@127.0.0.1:%1/vestnik").arg(port));
    ServerConnection().run(QStringLiteral("REASSIGN OWNED BY odd TO vestnik"));
    ServerConnection().run(QStringLiteral("DROP ROLE odd"));
}

void TestPostgres::serverThatSaysNothingIsGivenUp()
{
    // The system takes connections for it, nobody ever answers.
    const int silent = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof place;
    QCOMPARE(bind(silent, reinterpret_cast<const sockaddr *>(&place), length), 0);
    QCOMPARE(listen(silent, 5), 0);
    QCOMPARE(getsockname(silent, reinterpret_cast<sockaddr *>(&place), &length), 0);
    const QString address = QStringLiteral("postgresql://u:pw@127.0.0.1:%1/db").arg(ntohs(place.sin_port));
    QElapsedTimer timer;
    timer.start();
    const Result<DatabaseProbe> probed = probeDatabase(address);
    QVERIFY(!probed);
    QCOMPARE(probed.error().code, ErrorCode::DatabaseUnreachable);
    QVERIFY2(timer.elapsed() < 6000, qPrintable(QString::number(timer.elapsed())));

    // Whoever waits may be called off.
    timer.start();
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{address, true},
        [&timer] { return timer.elapsed() > 200 ? ErrorCode::Cancelled : ErrorCode::None; });
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 2000);
    ::close(silent);
}

void TestPostgres::freshSchemaIsWhatTheProgramWrites()
{
    TempStore store;
    QCOMPARE(store.number(QStringLiteral("SELECT version FROM vestnik_schema")), currentSchemaVersion());
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM users WHERE id = 1 AND name = 'Local'")), 1);
    // Every table of the file is there, with the same columns in the same order; those of the index of texts apart.
    QTemporaryDir dir;
    const Result<std::unique_ptr<Database>> file =
        Database::open(DatabaseConfig{dir.filePath(QStringLiteral("vestnik.db")), false});
    QVERIFY(file);
    Result<Rows> tables = (*file)->query(
        QStringLiteral("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%' AND "
                       "name NOT LIKE '%fts%' AND name NOT LIKE '%search_queue' AND name <> 'posts_search' "
                       "AND name NOT LIKE 'post_words%' ORDER BY name"));
    QVERIFY(tables);
    int seen = 0;
    while (tables->next()) {
        const QString table = tables->text(0);
        QStringList expected;
        Result<Rows> columns = (*file)->query(QStringLiteral("PRAGMA table_info(%1)").arg(table));
        QVERIFY(columns);
        while (columns->next()) {
            expected << columns->text(1);
        }
        QStringList actual;
        Result<Rows> found = store.database().query(
            QStringLiteral("SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() "
                           "AND table_name = ? ORDER BY ordinal_position"),
            table);
        QVERIFY(found);
        while (found->next()) {
            actual << found->text(0);
        }
        QVERIFY2(actual == expected, qPrintable(table + QLatin1String(": ") + actual.join(QLatin1Char(' '))));
        ++seen;
    }
    QVERIFY(seen >= 18);
    // No number may be narrower than ours.
    QCOMPARE(store.number(QStringLiteral(
                 "SELECT count(*) FROM information_schema.columns WHERE table_schema = current_schema() "
                 "AND table_name <> 'run_statistics' AND data_type NOT IN ('bigint', 'text', 'tsvector')")),
        0);
    store.reopen();
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM users")), 1);
}

void TestPostgres::foreignNewerAndEmptySchemas()
{
    {
        const ServerSchema schema;
        ServerConnection().run(QStringLiteral("CREATE TABLE %1.posts (id int)").arg(schema.name()));
        QCOMPARE(openingFails(schema.address()).code, ErrorCode::DatabaseOpenFailed);
        QCOMPARE(ServerConnection().run(
                     QStringLiteral("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                                    "WHERE n.nspname = '%1'")
                         .arg(schema.name())),
            QStringLiteral("1"));
    }
    {
        TempStore store;
        QVERIFY(store.database().execute(QStringLiteral("UPDATE vestnik_schema SET version = version + 1")));
        store.close();
        QCOMPARE(openingFails(store.path()).code, ErrorCode::DatabaseTooNew);
        QCOMPARE(openingFails(store.path(), true).code, ErrorCode::DatabaseTooNew);
        const Result<DatabaseProbe> newer = probeDatabase(store.path());
        QVERIFY(newer);
        QCOMPARE(newer->content, DatabaseProbe::Content::NewerStore);
    }
    const ServerSchema empty;
    QCOMPARE(openingFails(empty.address(), true).code, ErrorCode::DatabaseOpenFailed);
    QCOMPARE(openingFails(empty.address()).code, ErrorCode::None);
}

void TestPostgres::numbersGoOnAboveGivenIds()
{
    TempStore store;
    QVERIFY(store.database().execute(
        QStringLiteral("INSERT INTO channels (id, username, created_at) VALUES (41, 'moved', 1)")));
    QVERIFY(alignNumbers(store.database()));
    QCOMPARE(store.addChannel(QStringLiteral("next")), 42);
    QCOMPARE(store.number(QStringLiteral("INSERT INTO users (name, created_at) VALUES ('x', 1) RETURNING id")), 2);
}

void TestPostgres::secondWriterIsRefusedReadersAreFree()
{
    TempStore store;
    const Error second = openingFails(store.path());
    QCOMPARE(second.code, ErrorCode::DatabaseInUse);
    QCOMPARE(second.subject, store.database().path());
    QCOMPARE(openingFails(store.path(), true).code, ErrorCode::None);
    store.close();
    QCOMPARE(openingFails(store.path()).code, ErrorCode::None);
}

void TestPostgres::twoSchemasOfOneDatabaseHoldTwoStores()
{
    TempStore one;
    TempStore other;
    one.addChannel(QStringLiteral("somewhere"));
    QCOMPARE(one.channels().rows()->size(), 1);
    QCOMPARE(other.channels().rows()->size(), 0);
}

void TestPostgres::valuesComeBackAsTheyWere()
{
    TempStore store;
    Database &database = store.database();
    QVERIFY(database.execute(
        QStringLiteral("CREATE TABLE kinds (b boolean, i bigint, d double precision, n numeric, t text, x bytea)")));
    const QString text = QStringLiteral("Ёж 👍 \\ ' \" ?\n$1");
    QVERIFY(database.execute(QStringLiteral("INSERT INTO kinds (b, i, d, n, t) VALUES (true, ?, ?, 12.75, ?)"),
        std::numeric_limits<qint64>::min(), 0.1, text));
    QVERIFY(database.execute(QStringLiteral("INSERT INTO kinds (i, t, x) VALUES (?, ?, ?)"), QVariant(),
        QStringLiteral(""), QByteArray("a\0b\\", 4)));
    Result<Rows> rows = database.query(QStringLiteral("SELECT b, i, d, n, t, sum(1) OVER () FROM kinds ORDER BY i"));
    QVERIFY(rows);
    QVERIFY(rows->next());
    QVERIFY(rows->flag(0));
    QCOMPARE(rows->integer(1), std::numeric_limits<qint64>::min());
    QCOMPARE(rows->real(2), 0.1);
    QCOMPARE(rows->integer(3), 12);
    QCOMPARE(rows->text(4), text);
    QCOMPARE(rows->integer(5), 2);
    QVERIFY(rows->next());
    QVERIFY(rows->isNull(1));
    QVERIFY(rows->text(1).isNull());
    QVERIFY(!rows->text(4).isNull() && rows->text(4).isEmpty());
    QVERIFY(!rows->next());
    QVERIFY(rows->status());
    QCOMPARE(
        database.number(QStringLiteral("SELECT count(*) FROM kinds WHERE x = ?"), {QByteArray("a\0b\\", 4)}).value(),
        1);
    // U+0000 has no place in a text there.
    QVERIFY(database.execute(
        QStringLiteral("UPDATE kinds SET t = ? WHERE i IS NULL"), QStringLiteral("a%1b").arg(QChar(u'\0'))));
    QCOMPARE(database.number(QStringLiteral("SELECT count(*) FROM kinds WHERE t = 'ab'")).value(), 1);
}

void TestPostgres::placeholdersInLiteralsStay()
{
    TempStore store;
    QCOMPARE(store.database()
                 .number(QStringLiteral("SELECT CASE WHEN ? = 5 AND 'it''s ?' = ? AND \"x?\" = 1 THEN 1 ELSE 0 END "
                                        "-- why? it's\nFROM (SELECT 1 AS \"x?\") AS t"),
                     {qint64(5), QStringLiteral("it's ?")})
                 .value(),
        1);
}

void TestPostgres::probe()
{
    const ServerSchema schema;
    Result<DatabaseProbe> probed = probeDatabase(schema.address());
    QVERIFY(probed);
    QVERIFY2(probed->server.startsWith(QLatin1String("PostgreSQL 1")), qPrintable(probed->server));
    QCOMPARE(probed->content, DatabaseProbe::Content::Empty);
    QVERIFY(probed->mayCreate);
    QVERIFY(probed->millis < 6000);
    QCOMPARE(probeDatabase(schema.address())->content, DatabaseProbe::Content::Empty);

    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{schema.address(), false});
    QVERIFY(opened);
    probed = probeDatabase(schema.address());
    QVERIFY(probed);
    QCOMPARE(probed->content, DatabaseProbe::Content::Store);
    QCOMPARE(probed->version, currentSchemaVersion());

    probed = probeDatabase(changed(serverAddress(), [](QUrl &url) { url.setUserInfo(QStringLiteral("narrow")); }));
    QVERIFY(probed);
    QVERIFY(!probed->mayCreate);
    const ServerSchema foreign;
    ServerConnection().run(QStringLiteral("CREATE TABLE %1.users (id int)").arg(foreign.name()));
    probed = probeDatabase(foreign.address());
    QVERIFY(probed);
    QCOMPARE(probed->content, DatabaseProbe::Content::Foreign);
    probed = probeDatabase(changed(serverAddress(), [](QUrl &url) { url.setPath(QStringLiteral("/not_there")); }));
    QVERIFY(!probed);
    QCOMPARE(probed.error().code, ErrorCode::DatabaseMissing);
}

int main(int argc, char **argv)
{
    if (lacksServer(true)) {
        return skippedExitCode;
    }
    QCoreApplication app(argc, argv);
    TestPostgres test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_postgres.moc"
