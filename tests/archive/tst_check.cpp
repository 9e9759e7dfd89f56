// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/check.h"
#include "core/archive/compact.h"
#include "core/archive/retention.h"
#include "core/store/retentionrepository.h"
#include "tests/archive/archivefixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

Result<TaskReport> check(TempStore &store, bool thorough = true)
{
    return checkStore(store.database(), CheckSpec{thorough}, TaskControl());
}

qint64 hits(TempStore &store, const QString &words)
{
    PostQuery query;
    query.text = words;
    return *countPosts(store.database(), query, 10'000);
}

} // namespace

/// Checks, repairs, compacting and the numbers of the Storage page.
class TestCheck final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSoundStoreHasNoProblems();
    void wrongCountersAreRepaired();
    void orphansAreRemoved();
    void aReaderRepairsNothing();
    void damagedPagesAreNamedAndNothingIsWritten();
    void aDamagedIndexIsBuiltAgain();
    void cancelEndsIt();
    void compactingGivesSpaceBack();
    void compactingWaitsForNoReader();
    void storageIsToldByChannel();
};

void TestCheck::aSoundStoreHasNoProblems()
{
    TempStore store;
    fillEverything(store);
    const TaskControl control;
    const Result<TaskReport> report = checkStore(store.database(), CheckSpec{true}, control);
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(report->facts.size(), 2);
    QVERIFY(factsOf(*report, QStringLiteral("tables_checked")).value(0) >= 15);
    QCOMPARE(factsOf(*report, QStringLiteral("problems")), QList<qint64>{0});
    QCOMPARE(control.done(), 1000);
    QCOMPARE(check(store, false)->facts, report->facts);
}

void TestCheck::wrongCountersAreRepaired()
{
    TempStore store;
    fillEverything(store);
    const QList<ChannelRow> before = *store.channels().rows();
    QVERIFY(store.database().execute(
        QStringLiteral("UPDATE channels SET post_count = 5, unread_count = 99 WHERE username = 'one'")));
    const Result<TaskReport> report = check(store);
    QCOMPARE(factsOf(*report, QStringLiteral("counts_wrong")), QList<qint64>{1});
    QCOMPARE(factsOf(*report, QStringLiteral("repaired_counts")), QList<qint64>{1});
    const QList<ChannelRow> after = *store.channels().rows();
    for (qsizetype i = 0; i < before.size(); ++i) {
        QCOMPARE(after.at(i).postCount, before.at(i).postCount);
        QCOMPARE(after.at(i).unreadCount, before.at(i).unreadCount);
        QCOMPARE(after.at(i).lastPostAt, before.at(i).lastPostAt);
    }
    QCOMPARE(check(store)->facts.size(), 2);
}

void TestCheck::orphansAreRemoved()
{
    TempStore store;
    fillEverything(store);
    QVERIFY(store.database().number(QStringLiteral("PRAGMA foreign_keys = OFF")));
    QVERIFY(
        store.database().execute(QStringLiteral("INSERT INTO notes (post_id, text, updated_at) VALUES (5, 'x', 1)")));
    QVERIFY(store.database().execute(QStringLiteral("INSERT INTO post_tags (tag_id, post_id) VALUES (77, 5)")));
    QVERIFY(store.database().number(QStringLiteral("PRAGMA foreign_keys = ON")));
    const Result<TaskReport> report = check(store);
    QVERIFY(report);
    // The pair of tag and post hangs on two things that are not there.
    QCOMPARE(factsOf(*report, QStringLiteral("orphans")), QList<qint64>{3});
    QCOMPARE(factsOf(*report, QStringLiteral("repaired_orphans")), QList<qint64>{2});
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM notes")), 1);
    QCOMPARE(check(store)->facts.size(), 2);
}

void TestCheck::aReaderRepairsNothing()
{
    TempStore store;
    fillEverything(store);
    QVERIFY(store.database().execute(QStringLiteral("UPDATE channels SET post_count = 5")));
    const Result<std::unique_ptr<Database>> reader = Database::open(DatabaseConfig{store.path(), true});
    const Result<TaskReport> report = checkStore(**reader, CheckSpec{true}, TaskControl());
    QVERIFY(report);
    QCOMPARE(factsOf(*report, QStringLiteral("counts_wrong")), QList<qint64>{2});
    QVERIFY(factsOf(*report, QStringLiteral("repaired_counts")).isEmpty());
    QCOMPARE(store.number(QStringLiteral("SELECT max(post_count) FROM channels")), 5);
}

void TestCheck::damagedPagesAreNamedAndNothingIsWritten()
{
    TempStore store;
    fill(store, store.addChannel(QStringLiteral("one")), 1, 3000);
    QVERIFY(store.database().execute(QStringLiteral("UPDATE channels SET post_count = 5")));
    store.close();
    QVERIFY(sqlitebackup::settle(store.path()));
    // The program opens such a file: it looks at the ends of the large tables only.
    QVERIFY(damage(store.path(), QFileInfo(store.path()).size() / 2, 8'000));
    const qint64 size = QFileInfo(store.path()).size();
    store.reopen();
    const Result<TaskReport> report = check(store);
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    const QList<qint64> problems = factsOf(*report, QStringLiteral("problems"));
    QVERIFY(problems.value(0) > 0);
    QCOMPARE(factsOf(*report, QStringLiteral("problem")).size(), problems.value(0));
    QVERIFY(factsOf(*report, QStringLiteral("counts_wrong")).isEmpty());
    QCOMPARE(store.number(QStringLiteral("SELECT post_count FROM channels")), 5);
    QCOMPARE(QFileInfo(store.path()).size(), size);
    // What does not stand on those pages can still be read.
    QCOMPARE(store.number(QStringLiteral("SELECT message_id FROM posts ORDER BY id DESC LIMIT 1")), 3000);
}

void TestCheck::aDamagedIndexIsBuiltAgain()
{
    TempStore store;
    fill(store, store.addChannel(QStringLiteral("one")), 1, 300);
    while (*store.posts().indexWaiting(1000) > 0) { }
    QCOMPARE(hits(store, QStringLiteral("слова")), 300);
    QVERIFY(store.database().execute(
        QStringLiteral("UPDATE posts_fts_data SET block = zeroblob(length(block)) WHERE id > 100")));
    store.reopen();
    const Result<TaskReport> report = check(store);
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(factsOf(*report, QStringLiteral("index_damaged")), QList<qint64>{1});
    QCOMPARE(factsOf(*report, QStringLiteral("repaired_index")), QList<qint64>{300});
    QCOMPARE(hits(store, QStringLiteral("слова")), 300);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM search_queue")), 0);
    QCOMPARE(check(store)->facts.size(), 2);
}

void TestCheck::cancelEndsIt()
{
    TempStore store;
    fillEverything(store);
    TaskControl control;
    control.cancel();
    QCOMPARE(checkStore(store.database(), CheckSpec{true}, control).error().code, ErrorCode::Cancelled);
    QCOMPARE(compactStore(store.database(), control).error().code, ErrorCode::Cancelled);
    // The connection is free again.
    QCOMPARE(check(store)->facts.size(), 2);
}

void TestCheck::compactingGivesSpaceBack()
{
    TempStore store;
    fill(store, store.addChannel(QStringLiteral("one")), 1, 5000);
    QVERIFY(RetentionRepository(store.database()).setRetention(RetentionRule{0, 100}));
    QVERIFY(applyRetention(store.database(), {false}, noon, TaskControl()));
    QVERIFY(readStorage(store.database())->reclaimableBytes > 100'000);
    const Result<TaskReport> report = compactStore(store.database(), TaskControl());
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    const qint64 before = factsOf(*report, QStringLiteral("bytes_before")).value(0);
    const qint64 after = factsOf(*report, QStringLiteral("bytes_after")).value(0);
    QVERIFY(after < before);
    QCOMPARE(factsOf(*report, QStringLiteral("bytes_freed")), QList<qint64>{before - after});
    QCOMPARE(store.database().fileBytes(), after);
    QCOMPARE(readStorage(store.database())->reclaimableBytes, 0);
    QCOMPARE(hits(store, QStringLiteral("слова")), 100);
    QCOMPARE(check(store)->facts.size(), 2);
    // Temporary tables are in memory again.
    QCOMPARE(store.number(QStringLiteral("PRAGMA temp_store")), 2);
}

void TestCheck::compactingWaitsForNoReader()
{
    TempStore store;
    fill(store, store.addChannel(QStringLiteral("one")), 1, 500);
    const Result<std::unique_ptr<Database>> reader = Database::open(DatabaseConfig{store.path(), true});
    QVERIFY((*reader)->snapshot([&]() -> Result<void> {
        const qint64 seen = *(*reader)->number(QStringLiteral("SELECT count(*) FROM posts"));
        const Result<TaskReport> report = compactStore(store.database(), TaskControl());
        const bool good =
            report && seen == 500 && *(*reader)->number(QStringLiteral("SELECT count(*) FROM posts")) == 500;
        return good ? Result<void>() : Result<void>(failure(ErrorCode::Internal));
    }));
}

void TestCheck::storageIsToldByChannel()
{
    TempStore store;
    const ChannelId small = store.addChannel(QStringLiteral("small"));
    const ChannelId large = store.addChannel(QStringLiteral("large"));
    store.addChannel(QStringLiteral("empty"));
    fill(store, small, 1, 2000);
    QList<Post> posts;
    for (MessageId id = 1; id <= 2000; ++id) {
        posts.append(simplePost(id, QString(1000, QChar(u'ж')), noon + id * 1000));
    }
    QVERIFY(store.posts().storePage(large, posts, IdRange{1, 2000}, noon));
    const Result<StorageFacts> facts = readStorage(store.database());
    QVERIFY2(facts, facts ? "" : qPrintable(errorEnglish(facts.error())));
    QCOMPARE(facts->address, store.path());
    QVERIFY(facts->server.startsWith(QLatin1String("SQLite 3.")));
    QCOMPARE(facts->posts, 4000);
    QCOMPARE(facts->notIndexed, 4000);
    QCOMPARE(facts->bytes, store.database().fileBytes());
    QVERIFY(facts->freeBytes > 0);
    QCOMPARE(facts->channels.size(), 3);
    QCOMPARE(facts->channels.at(0).username, QStringLiteral("large"));
    QCOMPARE(facts->channels.at(0).posts, 2000);
    // A letter of Cyrillic takes two bytes.
    QVERIFY(facts->channels.at(0).bytes > 2000 * 2000);
    QVERIFY(facts->channels.at(0).bytes > 5 * facts->channels.at(1).bytes);
    QCOMPARE(facts->channels.at(2).bytes, 0);
    QVERIFY(facts->channels.at(0).bytes + facts->channels.at(1).bytes <= facts->bytes);
}

QTEST_GUILESS_MAIN(TestCheck)

#include "tst_check.moc"
