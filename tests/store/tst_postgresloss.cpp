// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of statements when the connection breaks, when they are given up, and when the server is started anew.

#include <QElapsedTimer>
#include <QSemaphore>

#include "core/store/readpool.h"
#include "core/store/settingsrepository.h"
#include "tests/store/privateserver.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

const QString slow = QStringLiteral("SELECT 1 FROM pg_sleep(30)");

Error openingFails(const QString &address, bool readOnly = false)
{
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{address, readOnly});
    return opened ? Error{} : opened.error();
}

/// Ends the server's processes of all connections that have this schema in their path, but not the administrator's.
void endBackends(const QString &schema)
{
    ServerConnection().run(
        QStringLiteral("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = "
                       "'vestnik' AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = "
                       "hashtext('%1')::oid)")
            .arg(schema));
}

} // namespace

class TestPostgresLoss final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("VESTNIK_TEST_DATABASE", "postgres"); }
    void endedBackendIsReplacedBetweenTransactions();
    void backendEndedInATransactionUndoesIt();
    void preparedStatementsSurviveAReconnect();
    void cancelHitsItsOwnStatementOnly();
    void interruptedTransactionIsUndone();
    void poolCancelsAndKeepsDeadlines();
    void poolReadsAgainAfterALoss();
    void serverStoppedAndStartedAgain();
};

void TestPostgresLoss::endedBackendIsReplacedBetweenTransactions()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    endBackends(ServerConnection(store.path()).run(QStringLiteral("SELECT current_schema()")));
    // As if nothing had happened: a transaction begins on a new connection.
    QVERIFY(store.posts().storePage(channel, {simplePost(1, QStringLiteral("a"))}, IdRange{1, 1}, noon));
    endBackends(ServerConnection(store.path()).run(QStringLiteral("SELECT current_schema()")));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 1);
    QVERIFY(!store.database().isLost());
    // And it is the writer again.
    QCOMPARE(openingFails(store.path()).code, ErrorCode::DatabaseInUse);
}

void TestPostgresLoss::backendEndedInATransactionUndoesIt()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const QString schema = ServerConnection(store.path()).run(QStringLiteral("SELECT current_schema()"));
    const auto page = [&](MessageId id) {
        return store.posts().storePage(channel, {simplePost(id, QStringLiteral("text"))}, IdRange{id, id}, noon);
    };
    QVERIFY(page(1));
    const Result<void> lost = store.database().transaction([&]() -> Result<void> {
        const Result<StoredPage> stored = page(2);
        if (!stored) {
            return failure(stored.error());
        }
        endBackends(schema);
        const Result<StoredPage> after = page(3);
        return after ? Result<void>() : failure(after.error());
    });
    QVERIFY(!lost);
    QCOMPARE(lost.error().code, ErrorCode::DatabaseLost);
    QCOMPARE(lost.error().subject, store.database().path());
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 1);
    QCOMPARE(store.channels().coverage(channel)->ranges(), (QList<IdRange>{{1, 1}}));

    // Lost at its very end: the caller is told, and storing again does no harm, whatever the server made of it.
    const Result<void> atEnd = store.database().transaction([&]() -> Result<void> {
        const Result<StoredPage> stored = page(2);
        endBackends(schema);
        return stored ? Result<void>() : failure(stored.error());
    });
    QVERIFY(!atEnd);
    QCOMPARE(atEnd.error().code, ErrorCode::DatabaseLost);
    QVERIFY(page(2));
    QVERIFY(page(3));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 3);
    QCOMPARE(store.channels().row(channel)->postCount, 3);
}

void TestPostgresLoss::preparedStatementsSurviveAReconnect()
{
    TempStore store;
    const QString schema = ServerConnection(store.path()).run(QStringLiteral("SELECT current_schema()"));
    SettingsRepository settings(store.database());
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 5; ++i) {
            const QString key = QString::number(round * 10 + i);
            QVERIFY(settings.setValue(key, key));
            QCOMPARE(settings.value(key).value(), std::optional<QString>(key));
        }
        endBackends(schema);
        QVERIFY(store.number(QStringLiteral("SELECT count(*) FROM settings")) == (round + 1) * 5);
    }
}

void TestPostgresLoss::cancelHitsItsOwnStatementOnly()
{
    TempStore store;
    Database &database = store.database();
    for (int round = 0; round < 60; ++round) {
        // The request to cancel leaves about when the statement ends by itself.
        QElapsedTimer timer;
        timer.start();
        const int limit = 20 + round % 5;
        database.setInterruptCheck(
            [&timer, limit] { return timer.elapsed() >= limit ? ErrorCode::Cancelled : ErrorCode::None; });
        const Result<qint64> slept = database.number(QStringLiteral("SELECT 1 FROM pg_sleep(0.022)"));
        QVERIFY(slept || slept.error().code == ErrorCode::Cancelled);
        database.setInterruptCheck({});
        for (int i = 0; i < 5; ++i) {
            const Result<qint64> next = database.number(QStringLiteral("SELECT 7 FROM pg_sleep(0.001)"));
            QVERIFY2(next, qPrintable(next ? QString() : errorEnglish(next.error())));
        }
    }
}

void TestPostgresLoss::interruptedTransactionIsUndone()
{
    TempStore store;
    QElapsedTimer timer;
    timer.start();
    store.database().setInterruptCheck(
        [&timer] { return timer.elapsed() > 100 ? ErrorCode::TimedOut : ErrorCode::None; });
    const Result<void> cut = store.database().transaction([&]() -> Result<void> {
        if (const Result<void> set = SettingsRepository(store.database()).setValue(QStringLiteral("a"), {}); !set) {
            return set;
        }
        const Result<qint64> slept = store.database().number(slow);
        return slept ? Result<void>() : failure(slept.error());
    });
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, ErrorCode::TimedOut);
    QVERIFY(timer.elapsed() < 5000);
    store.database().setInterruptCheck({});
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM settings")), 0);
}

void TestPostgresLoss::poolCancelsAndKeepsDeadlines()
{
    TempStore store;
    ReadPoolConfig config;
    config.database.path = store.path();
    ReadPool pool(config);
    const auto sleeper = [](Database &database) { return database.number(slow); };
    ErrorCode code = ErrorCode::None;
    QElapsedTimer timer;
    timer.start();
    pool.run<qint64>(
        sleeper, this, [&](Result<qint64> result) { code = result ? ErrorCode::Internal : result.error().code; }, 150);
    QTRY_COMPARE(code, ErrorCode::TimedOut);
    QVERIFY(timer.elapsed() < 3000);

    code = ErrorCode::None;
    QSemaphore started;
    const ReadTicket ticket = pool.run<qint64>(
        [&started](Database &database) {
            started.release();
            return database.number(slow);
        },
        this, [&](Result<qint64> result) { code = result ? ErrorCode::Internal : result.error().code; });
    started.acquire();
    ticket.cancel();
    QTRY_COMPARE(code, ErrorCode::Cancelled);

    int cancelled = 0;
    for (int i = 0; i < 5; ++i) {
        pool.run<qint64>(sleeper, this, [&](Result<qint64> result) {
            cancelled += !result && result.error().code == ErrorCode::Cancelled ? 1 : 0;
        });
    }
    timer.start();
    pool.close();
    QVERIFY(timer.elapsed() < 3000);
    QTRY_COMPARE(cancelled, 5);
}

void TestPostgresLoss::poolReadsAgainAfterALoss()
{
    TempStore store;
    store.addChannel(QStringLiteral("somewhere"));
    ReadPoolConfig config;
    config.database.path = store.path();
    config.threads = 1;
    ReadPool pool(config);
    qint64 backend = 0;
    pool.run<qint64>([](Database &database) { return database.number(QStringLiteral("SELECT pg_backend_pid()")); },
        this, [&](Result<qint64> result) { backend = result.value_or(-1); });
    QTRY_VERIFY(backend != 0);
    QVERIFY(backend > 0);
    ServerConnection().run(QStringLiteral("SELECT pg_terminate_backend(%1)").arg(backend));
    qint64 count = -1;
    pool.run<qint64>(
        [](Database &database) { return database.number(QStringLiteral("SELECT count(*) FROM channels")); }, this,
        [&](Result<qint64> result) { count = result.value_or(-2); });
    QTRY_COMPARE(count, 1);
    ErrorCode code = ErrorCode::None;
    pool.run<qint64>([](Database &database) { return database.execute(QStringLiteral("DELETE FROM channels")); }, this,
        [&](Result<qint64> result) { code = result ? ErrorCode::Internal : result.error().code; });
    QTRY_COMPARE(code, ErrorCode::DatabaseReadOnly);
}

void TestPostgresLoss::serverStoppedAndStartedAgain()
{
    PrivateServer server;
    const QString address = server.address();
    Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{address, false});
    QVERIFY(opened);
    Database &database = **opened;
    SettingsRepository settings(database);
    QVERIFY(settings.setValue(QStringLiteral("a"), QStringLiteral("1")));

    server.crash();
    QElapsedTimer timer;
    timer.start();
    const Result<void> down = settings.setValue(QStringLiteral("b"), QStringLiteral("2"));
    QVERIFY(!down);
    QCOMPARE(down.error().code, ErrorCode::DatabaseLost);
    const Result<std::optional<QString>> read = settings.value(QStringLiteral("a"));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::DatabaseLost);
    QVERIFY(timer.elapsed() < 3000);
    QCOMPARE(openingFails(address).code, ErrorCode::DatabaseUnreachable);

    server.resume();
    QTRY_VERIFY_WITH_TIMEOUT(settings.setValue(QStringLiteral("b"), QStringLiteral("2")).has_value(), 10'000);
    QCOMPARE(settings.value(QStringLiteral("a")).value(), std::optional<QString>(QStringLiteral("1")));
}

int main(int argc, char **argv)
{
    if (lacksServer(true)) {
        return skippedExitCode;
    }
    QCoreApplication app(argc, argv);
    TestPostgresLoss test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_postgresloss.moc"
