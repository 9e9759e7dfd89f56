// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QElapsedTimer>
#include <QSemaphore>
#include <QThread>

#include "core/store/readpool.h"
#include "core/store/walkeeper.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

Result<qint64> countChannels(Database &database)
{
    return database.number(QStringLiteral("SELECT count(*) FROM channels"));
}

Result<qint64> countForever(Database &database)
{
    return database.number(
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"));
}

ReadPoolConfig configOf(const TempStore &store)
{
    ReadPoolConfig config;
    config.database.path = store.path();
    return config;
}

} // namespace

class TestReadPool final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answerComesOnTheContextsThread();
    void readsCannotWrite();
    void missingFileIsAnError();
    void contextThatDiesGetsNothing();
    void contextsDieWhileReadsRun();
    void deadlineEndsAnEndlessRead();
    void ticketCancels();
    void closeEndsEverythingAndLaterReadsAreRefused();
    void readsSeeWhatWasCommitted();
    void keeperShortensTheLogAndIndexes();
};

void TestReadPool::answerComesOnTheContextsThread()
{
    TempStore store;
    store.addChannel(QStringLiteral("somewhere"));
    ReadPool pool(configOf(store));
    QThread other;
    other.start();
    QObject *far = new QObject;
    far->moveToThread(&other);
    QObject near;
    std::atomic<QThread *> nearThread = nullptr;
    std::atomic<QThread *> farThread = nullptr;
    std::atomic<QThread *> readThread = nullptr;
    std::atomic<qint64> answer = -1;
    pool.run<qint64>(
        [&readThread](Database &database) {
            readThread = QThread::currentThread();
            return countChannels(database);
        },
        &near,
        [&](Result<qint64> count) {
            nearThread = QThread::currentThread();
            answer = count.value_or(-2);
        });
    pool.run<qint64>(&countChannels, far, [&](Result<qint64>) { farThread = QThread::currentThread(); });
    QTRY_VERIFY(nearThread && farThread);
    QCOMPARE(nearThread.load(), QThread::currentThread());
    QCOMPARE(farThread.load(), &other);
    QVERIFY(readThread != QThread::currentThread() && readThread != &other);
    QCOMPARE(answer.load(), 1);
    far->deleteLater();
    other.quit();
    QVERIFY(other.wait());
}

void TestReadPool::readsCannotWrite()
{
    TempStore store;
    ReadPool pool(configOf(store));
    ErrorCode code = ErrorCode::None;
    pool.run<qint64>([](Database &database) { return database.execute(QStringLiteral("DELETE FROM channels")); }, this,
        [&](Result<qint64> result) { code = result ? ErrorCode::Internal : result.error().code; });
    QTRY_COMPARE(code, ErrorCode::DatabaseReadOnly);
}

void TestReadPool::missingFileIsAnError()
{
    VESTNIK_ONLY_SQLITE();
    QTemporaryDir dir;
    ReadPoolConfig config;
    config.database.path = dir.filePath(QStringLiteral("later.db"));
    ReadPool pool(config);
    ErrorCode code = ErrorCode::None;
    const auto ask = [&] {
        code = ErrorCode::Internal;
        pool.run<qint64>(&countChannels, this,
            [&](Result<qint64> result) { code = result ? ErrorCode::None : result.error().code; });
    };
    ask();
    QTRY_COMPARE(code, ErrorCode::DatabaseOpenFailed);
    QVERIFY(Database::open(DatabaseConfig{config.database.path, false}));
    ask();
    QTRY_COMPARE(code, ErrorCode::None);
}

void TestReadPool::contextThatDiesGetsNothing()
{
    TempStore store;
    ReadPool pool(configOf(store));
    QSemaphore started;
    QSemaphore goOn;
    bool called = false;
    auto context = std::make_unique<QObject>();
    pool.run<qint64>(
        [&](Database &database) {
            started.release();
            goOn.acquire();
            return countChannels(database);
        },
        context.get(), [&](Result<qint64>) { called = true; });
    started.acquire();
    context.reset();
    goOn.release();
    bool after = false;
    pool.run<qint64>(&countChannels, this, [&](Result<qint64>) { after = true; });
    QTRY_VERIFY(after);
    pool.close();
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void TestReadPool::contextsDieWhileReadsRun()
{
    TempStore store;
    ReadPool pool(configOf(store));
    int delivered = 0;
    int kept = 0;
    QObject survivor;
    for (int i = 0; i < 2000; ++i) {
        auto context = std::make_unique<QObject>();
        pool.run<qint64>(&countChannels, context.get(), [&](Result<qint64>) { ++delivered; });
        pool.run<qint64>(&countChannels, &survivor, [&](Result<qint64>) { ++kept; });
        if (i % 3 == 0) {
            // Dies at some moment between queued and delivered.
            context.reset();
        } else if (i % 3 == 1) {
            context.release()->deleteLater();
        } else {
            context->setParent(&survivor);
            context.release();
        }
    }
    QTRY_COMPARE_WITH_TIMEOUT(kept, 2000, 30'000);
    QVERIFY(delivered <= 2000 - 667);
}

void TestReadPool::deadlineEndsAnEndlessRead()
{
    TempStore store;
    ReadPool pool(configOf(store));
    ErrorCode code = ErrorCode::None;
    QElapsedTimer timer;
    timer.start();
    pool.run<qint64>(
        &countForever, this, [&](Result<qint64> result) { code = result ? ErrorCode::Internal : result.error().code; },
        100);
    QTRY_COMPARE(code, ErrorCode::TimedOut);
    QVERIFY(timer.elapsed() >= 100);
    // Its connection goes on working.
    qint64 count = -1;
    for (int i = 0; i < 4; ++i) {
        count = -1;
        pool.run<qint64>(&countChannels, this, [&](Result<qint64> result) { count = result.value_or(-2); });
        QTRY_COMPARE(count, 0);
    }
}

void TestReadPool::ticketCancels()
{
    TempStore store;
    ReadPool pool(configOf(store));
    ErrorCode code = ErrorCode::None;
    QSemaphore started;
    const ReadTicket ticket = pool.run<qint64>(
        [&started](Database &database) {
            started.release();
            return countForever(database);
        },
        this, [&](Result<qint64> result) { code = result ? ErrorCode::Internal : result.error().code; });
    started.acquire();
    ticket.cancel();
    QTRY_COMPARE(code, ErrorCode::Cancelled);
}

void TestReadPool::closeEndsEverythingAndLaterReadsAreRefused()
{
    TempStore store;
    ReadPool pool(configOf(store));
    int cancelled = 0;
    for (int i = 0; i < 6; ++i) {
        pool.run<qint64>(&countForever, this, [&](Result<qint64> result) {
            cancelled += !result && result.error().code == ErrorCode::Cancelled ? 1 : 0;
        });
    }
    QElapsedTimer timer;
    timer.start();
    pool.close();
    QVERIFY(timer.elapsed() < 2000);
    ErrorCode code = ErrorCode::None;
    pool.run<qint64>(
        &countChannels, this, [&](Result<qint64> result) { code = result ? ErrorCode::None : result.error().code; });
    QTRY_COMPARE(code, ErrorCode::EngineStopped);
    QTRY_COMPARE(cancelled, 6);
    pool.close();
}

void TestReadPool::readsSeeWhatWasCommitted()
{
    TempStore store;
    ReadPool pool(configOf(store));
    for (int i = 1; i <= 50; ++i) {
        store.addChannel(QStringLiteral("channel%1").arg(i));
        qint64 count = -1;
        pool.run<qint64>(&countChannels, this, [&](Result<qint64> result) { count = result.value_or(-2); });
        QTRY_VERIFY(count != -1);
        QCOMPARE(count, i);
    }
}

void TestReadPool::keeperShortensTheLogAndIndexes()
{
    VESTNIK_ONLY_SQLITE();
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    ReadPool pool(configOf(store));
    WalKeeper keeper(store.database(), pool, 50'000);
    QSignalSpy checkpointed(&keeper, &WalKeeper::checkpointed);
    QSignalSpy indexed(&keeper, &WalKeeper::indexed);
    QList<Post> posts;
    for (int id = 1; id <= 300; ++id) {
        posts.append(simplePost(id, QStringLiteral("слово ") + QString(500, QLatin1Char('z')), noon + id * 1000));
    }
    QVERIFY(store.posts().storePage(channel, posts, IdRange{1, 300}, noon));
    QVERIFY(store.database().walBytes() > 50'000);
    keeper.noteWrite();
    keeper.noteWrite();
    QTRY_VERIFY(!checkpointed.isEmpty());
    QCOMPARE(checkpointed.first().first().toLongLong(), 0);
    QTRY_COMPARE(indexed.size(), 1);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM search_queue")), 0);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts_fts WHERE posts_fts MATCH 'слов'")), 300);
}

VESTNIK_STORE_TEST_MAIN(TestReadPool)
#include "tst_readpool.moc"
