// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/originaldatabase.h"
#include "tests/archive/transferfixture.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace vestnik;
using namespace vestnik::test;

namespace {

/// Makes an SQLite file as the Python service does.
bool makeOriginal(const QString &path, const QStringList &statements)
{
    bool good = true;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("make"));
        database.setDatabaseName(path);
        good = database.open();
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            if (!query.exec(statement)) {
                qWarning("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
                good = false;
            }
        }
        database.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("make"));
    return good;
}

const QStringList schema{
    QStringLiteral(
        "CREATE TABLE users (id INTEGER PRIMARY KEY, telegram_id BIGINT, username VARCHAR, first_name VARCHAR, "
        "last_name VARCHAR, created_at DATETIME, is_active BOOLEAN, retention_days INTEGER, api_id VARCHAR, "
        "api_hash VARCHAR, phone_number VARCHAR)"),
    QStringLiteral("CREATE TABLE channels (id INTEGER PRIMARY KEY, channel_username VARCHAR UNIQUE, channel_id BIGINT, "
                   "channel_title VARCHAR, created_at DATETIME)"),
    QStringLiteral(
        "CREATE TABLE user_channel (user_id INTEGER, channel_id INTEGER, is_active BOOLEAN, created_at DATETIME, "
        "last_parsed_at DATETIME)"),
    QStringLiteral("CREATE TABLE posts (id INTEGER PRIMARY KEY, user_id INTEGER, channel_id INTEGER, "
                   "telegram_message_id BIGINT, text TEXT, views INTEGER, url VARCHAR, posted_at DATETIME, "
                   "parsed_at DATETIME, tags JSON, enriched_content TEXT, tagging_status VARCHAR)"),
    QStringLiteral("CREATE TABLE groups (id INTEGER PRIMARY KEY, title VARCHAR)"),
    QStringLiteral("INSERT INTO groups VALUES (1, 'g'), (2, 'h')"),
};

const QStringList rows{
    QStringLiteral(
        "INSERT INTO users VALUES (1, 8124731874, 'anna', 'Anna', NULL, NULL, 1, 30, 'secret1', 'secret2', 'x'), "
        "(2, 77, NULL, 'Борис', 'Б', NULL, 1, 30, NULL, NULL, NULL)"),
    QStringLiteral("INSERT INTO channels VALUES (10, 'banksta', -1001234567890, 'Банкста', NULL), "
                   "(11, '@quiet_one', NULL, NULL, NULL), (12, '-100777', -1000000000777, 'Closed', NULL), "
                   "(13, 'not a name', NULL, NULL, NULL)"),
    QStringLiteral(
        "INSERT INTO user_channel VALUES (1, 10, 1, NULL, NULL), (2, 10, 0, NULL, NULL), (1, 11, 0, NULL, NULL)"),
    QStringLiteral(
        "INSERT INTO posts VALUES "
        "(1, 1, 10, 500, 'Первый', 100, 'u', '2025-09-19 20:53:00.000000', NULL, '[\"банки\",\"рубль\"]', NULL, ''), "
        "(2, 2, 10, 500, 'Первый, правка', 90, 'u', '2025-09-19 20:53:00', NULL, '[\"Рубль\",\"ещё\"]', 'article', "
        "''), "
        "(3, 1, 10, 501, NULL, NULL, NULL, '2025-09-19 23:53:00+03:00', NULL, NULL, '', ''), "
        "(4, 1, 11, 7, 'тихий', 5, NULL, NULL, '2025-09-20T10:00:00.5', 'null', NULL, ''), "
        "(5, 1, 11, 8, 'no time', 5, NULL, NULL, NULL, NULL, NULL, ''), "
        "(6, 1, 13, 9, 'no channel', 5, NULL, '2025-09-19 20:53:00', NULL, NULL, NULL, ''), "
        "(7, 1, 12, 3, 'closed', 5, NULL, '2025-09-19 20:53:00', NULL, '{broken', NULL, ''), "
        "(8, 1, 10, NULL, 'no number', 5, NULL, '2025-09-19 20:53:00', NULL, NULL, NULL, '')"),
};

} // namespace

class TestImportOriginal final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesOverAndIsIdempotent();
    void manyRowsOfOneMessage();
    void olderSchemaHasFewerColumns();
    void otherDatabasesAreRefused();
    void serverAddresses();
    void serverIsReadToo();

private:
    QTemporaryDir m_folder;
};

void TestImportOriginal::takesOverAndIsIdempotent()
{
    const QString path = m_folder.filePath(QStringLiteral("parser.db"));
    QVERIFY(makeOriginal(path, schema + rows));
    const QByteArray before = contentOf(path);
    TempStore store;
    Result<TaskReport> report = importPosts(store.database(), sourceOf(path), noon, TaskControl());
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(fact(*report, "users_added"), 2);
    QCOMPARE(fact(*report, "channels_added"), 3);
    QCOMPARE(fact(*report, "posts_added"), 4);
    QCOMPARE(fact(*report, "posts_known"), 0);
    QCOMPARE(fact(*report, "posts_skipped"), 2);
    QCOMPARE(fact(*report, "articles_skipped"), 1);
    QCOMPARE(fact(*report, "rows_skipped"), 3); // a channel without a name, and two groups
    QCOMPARE(contentOf(path), before);

    const Result<ChannelRow> first = store.channels().byName(QStringLiteral("banksta"));
    QVERIFY(first);
    QVERIFY(first->active);
    QCOMPARE(first->title, QStringLiteral("Банкста"));
    QCOMPARE(first->telegramId, 1234567890);
    QCOMPARE(first->unreadCount, 0);
    QVERIFY(!store.channels().byName(QStringLiteral("quiet_one"))->active);
    QVERIFY(!store.channels().byName(QStringLiteral("c/777"))->active);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM users WHERE telegram_id IN (8124731874, 77)")), 2);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM users WHERE name IN ('anna', 'Борис Б')")), 2);

    const QByteArray exported = dump(store, m_folder);
    const QList<QJsonObject> posts = linesOf(exported);
    QCOMPARE(posts.size(), 4);
    const auto post = [&posts](int message) {
        return *std::find_if(posts.begin(), posts.end(),
            [message](const QJsonObject &one) { return one.value(QStringLiteral("message_id")).toInt() == message; });
    };
    QCOMPARE(post(500).value(QStringLiteral("text")).toString(), QStringLiteral("Первый, правка"));
    QCOMPARE(post(500).value(QStringLiteral("views")).toInt(), 100);
    QCOMPARE(post(500).value(QStringLiteral("posted_at")).toString(), QStringLiteral("2025-09-19T20:53:00Z"));
    QCOMPARE(post(500).value(QStringLiteral("tags")).toArray(),
        (QJsonArray{QStringLiteral("банки"), QStringLiteral("ещё"), QStringLiteral("рубль")}));
    QCOMPARE(post(501).value(QStringLiteral("posted_at")).toString(), QStringLiteral("2025-09-19T20:53:00Z"));
    QVERIFY(post(501).value(QStringLiteral("views")).isNull());
    QCOMPARE(post(7).value(QStringLiteral("posted_at")).toString(), QStringLiteral("2025-09-20T10:00:00.500Z"));
    QVERIFY(!exported.contains("secret"));

    report = importPosts(store.database(), sourceOf(path), noon, TaskControl());
    QVERIFY(report);
    for (const char *name : {"users_added", "channels_added", "posts_added", "posts_different", "posts_completed"}) {
        QCOMPARE(fact(*report, name), 0);
    }
    QCOMPARE(fact(*report, "posts_known"), 4);
    QCOMPARE(dump(store, m_folder), exported);
}

void TestImportOriginal::manyRowsOfOneMessage()
{
    // The rows of a message lie on both sides of a batch.
    const QString path = m_folder.filePath(QStringLiteral("many.db"));
    QStringList statements = schema
        + QStringList{QStringLiteral("INSERT INTO channels VALUES (1, 'somewhere', NULL, NULL, NULL)"),
            QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500), "
                           "u(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM u WHERE j < 7) "
                           "INSERT INTO posts (user_id, channel_id, telegram_message_id, text, views, posted_at) "
                           "SELECT j, 1, i, 'text ' || i, i * 10 + j, '2025-09-19 20:53:00' FROM u, n")};
    QVERIFY(makeOriginal(path, statements));
    TempStore store;
    const Result<TaskReport> report = importPosts(store.database(), sourceOf(path), noon, TaskControl());
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts_added"), 500);
    QCOMPARE(fact(*report, "posts_known"), 0);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts WHERE views = message_id * 10 + 7")), 500);
}

void TestImportOriginal::olderSchemaHasFewerColumns()
{
    const QString path = m_folder.filePath(QStringLiteral("old.db"));
    QVERIFY(makeOriginal(path,
        {QStringLiteral("CREATE TABLE channels (id INTEGER PRIMARY KEY, channel_username VARCHAR)"),
            QStringLiteral(
                "CREATE TABLE posts (id INTEGER PRIMARY KEY, channel_id INTEGER, telegram_message_id BIGINT, "
                "text TEXT, posted_at DATETIME)"),
            QStringLiteral("INSERT INTO channels VALUES (1, 'somewhere')"),
            QStringLiteral("INSERT INTO posts VALUES (1, 1, 5, 'x', '2025-09-19 20:53:00')")}));
    TempStore store;
    const Result<TaskReport> report = importPosts(store.database(), sourceOf(path), noon, TaskControl());
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(fact(*report, "posts_added"), 1);
    QCOMPARE(fact(*report, "users_added"), 0);
}

void TestImportOriginal::otherDatabasesAreRefused()
{
    TempStore store;
    TempStore own;
    const QString broken = m_folder.filePath(QStringLiteral("broken.db"));
    QVERIFY(writeFile(broken, QByteArray("SQLite format 3\0", 16) + QByteArray(5000, 'x')));
    for (const QString &path : usesPostgres() ? QStringList{broken} : QStringList{own.path(), broken}) {
        const Result<TaskReport> report = importPosts(store.database(), sourceOf(path), noon, TaskControl());
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::FileFailed);
        QCOMPARE(report.error().subject, path);
    }
}

void TestImportOriginal::serverAddresses()
{
    QVERIFY(OriginalDatabase::isServer(QStringLiteral("postgresql://u:p@h/db")));
    QVERIFY(OriginalDatabase::isServer(QStringLiteral("postgresql+asyncpg://u:p@h/db")));
    QVERIFY(OriginalDatabase::isServer(QStringLiteral("postgres://h/db")));
    QVERIFY(!OriginalDatabase::isServer(QStringLiteral("/tmp/postgresql://x")));
    TempStore store;
    // Nobody listens on port 1: the error names the server, and not the password.
    const Result<TaskReport> report = importPosts(store.database(),
        sourceOf(QStringLiteral("postgresql://anna:topsecret@127.0.0.1:1/parser")), noon, TaskControl());
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::DatabaseOpenFailed);
    QVERIFY(report.error().subject.contains(QStringLiteral("127.0.0.1")));
    QVERIFY(!errorEnglish(report.error()).contains(QStringLiteral("topsecret")));
}

void TestImportOriginal::serverIsReadToo()
{
    if (serverAddress().isEmpty()) {
        QSKIP("needs the private server");
    }
    const ServerSchema schema;
    ServerConnection server(schema.address());
    for (const char *statement : {"CREATE TABLE users (id SERIAL PRIMARY KEY, telegram_id BIGINT, username VARCHAR, "
                                  "first_name VARCHAR, last_name "
                                  "VARCHAR)",
             "CREATE TABLE channels (id SERIAL PRIMARY KEY, channel_username VARCHAR, channel_id BIGINT, channel_title "
             "VARCHAR)",
             "CREATE TABLE user_channel (user_id INTEGER, channel_id INTEGER, is_active BOOLEAN)",
             "CREATE TABLE posts (id SERIAL PRIMARY KEY, user_id INTEGER, channel_id INTEGER, telegram_message_id "
             "BIGINT, "
             "text TEXT, views INTEGER, posted_at TIMESTAMPTZ, parsed_at TIMESTAMP, tags JSON, enriched_content TEXT)",
             "SET timezone TO 'Europe/Moscow'", "INSERT INTO users VALUES (1, 8124731874, 'anna', NULL, NULL)",
             "INSERT INTO channels VALUES (1, 'banksta', -1001234567890, 'Title'), (2, 'quiet_one', NULL, NULL)",
             "INSERT INTO user_channel VALUES (1, 1, true), (1, 2, false)",
             "INSERT INTO posts VALUES (1, 1, 1, 500, 'text', 7, '2025-09-19 20:53:00+00', NULL, '[\"tag\"]', "
             "'article'), "
             "(2, 1, 1, 501, 'second', NULL, NULL, '2025-09-19 20:53:00.25', NULL, NULL)"}) {
        server.run(QLatin1String(statement));
    }
    TempStore store;
    const Result<TaskReport> report = importPosts(store.database(), sourceOf(schema.address()), noon, TaskControl());
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(fact(*report, "posts_added"), 2);
    QCOMPARE(fact(*report, "users_added"), 1);
    QCOMPARE(fact(*report, "articles_skipped"), 1);
    QVERIFY(store.channels().byName(QStringLiteral("banksta"))->active);
    QVERIFY(!store.channels().byName(QStringLiteral("quiet_one"))->active);
    const QList<QJsonObject> posts = linesOf(dump(store, m_folder));
    QCOMPARE(posts.size(), 2);
    QCOMPARE(posts.at(0).value(QStringLiteral("posted_at")).toString(), QStringLiteral("2025-09-19T20:53:00.250Z"));
    QCOMPARE(posts.at(1).value(QStringLiteral("posted_at")).toString(), QStringLiteral("2025-09-19T20:53:00Z"));
    QCOMPARE(posts.at(1).value(QStringLiteral("tags")).toArray(), QJsonArray{QStringLiteral("tag")});
}

VESTNIK_STORE_TEST_MAIN(TestImportOriginal)
#include "tst_importoriginal.moc"
