// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/retention.h"

#include "core/archive/check.h"
#include "core/store/retentionrepository.h"
#include "tests/archive/archivefixture.h"

using namespace vestnik;
using namespace vestnik::test;

class TestRetention final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutRulesNothingGoes();
    void rulesKeepWhatTheySay_data();
    void rulesKeepWhatTheySay();
    void aChannelsRuleComesBeforeTheUsers();
    void theMostGenerousUserDecides();
    void starredPostsStayAndMarkedOnesAreNamed();
    void dryRunChangesNothing();
    void everythingThatHungOnAPostGoes();
    void rulesAreChecked();
    void cancelKeepsTheNumbersRight();
};

void TestRetention::withoutRulesNothingGoes()
{
    TempStore store;
    fill(store, store.addChannel(QStringLiteral("one")), 1, 50);
    const Result<TaskReport> report = applyRetention(store.database(), {false}, noon, TaskControl());
    QVERIFY(report);
    QCOMPARE(factsOf(*report, QStringLiteral("posts_removed_total")), QList<qint64>{0});
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 50);
}

void TestRetention::rulesKeepWhatTheySay_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("posts");
    QTest::addColumn<qint64>("lowest");
    // Posts 1 to 50, one a day, the last one now.
    QTest::newRow("ten days") << 10 << 0 << qint64(40);
    QTest::newRow("newest ten") << 0 << 10 << qint64(41);
    QTest::newRow("both, days shorter") << 5 << 10 << qint64(45);
    QTest::newRow("both, number smaller") << 20 << 3 << qint64(48);
    QTest::newRow("more than there are") << 0 << 51 << qint64(1);
    QTest::newRow("as many as there are") << 0 << 50 << qint64(1);
    QTest::newRow("longer than there were") << 400 << 0 << qint64(1);
}

void TestRetention::rulesKeepWhatTheySay()
{
    QFETCH(int, days);
    QFETCH(int, posts);
    QFETCH(qint64, lowest);
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("one"));
    fill(store, channel, 1, 50);
    QVERIFY(RetentionRepository(store.database()).setRetention(RetentionRule{days, posts}));
    const Result<TaskReport> planned = applyRetention(store.database(), {true}, noon, TaskControl());
    const Result<TaskReport> report = applyRetention(store.database(), {false}, noon, TaskControl());
    QVERIFY(planned && report);
    QCOMPARE(factsOf(*planned, QStringLiteral("posts_to_remove_total")), QList<qint64>{lowest - 1});
    QCOMPARE(factsOf(*report, QStringLiteral("posts_removed_total")), QList<qint64>{lowest - 1});
    QCOMPARE(store.number(QStringLiteral("SELECT min(message_id) FROM posts")), lowest);
    const Result<ChannelRow> row = store.channels().row(channel);
    QCOMPARE(row->postCount, 51 - lowest);
    QCOMPARE(row->unreadCount, 51 - lowest);
    QCOMPARE(row->lastPostAt, noon);
    QCOMPARE(row->highestRead, 50);
}

void TestRetention::aChannelsRuleComesBeforeTheUsers()
{
    TempStore store;
    const ChannelId kept = store.addChannel(QStringLiteral("kept"));
    const ChannelId shortened = store.addChannel(QStringLiteral("shortened"));
    const ChannelId usual = store.addChannel(QStringLiteral("usual"));
    for (const ChannelId channel : {kept, shortened, usual}) {
        fill(store, channel, 1, 30);
    }
    RetentionRepository retention(store.database());
    QVERIFY(retention.setRetention(RetentionRule{10, 0}));
    QCOMPARE(*retention.setChannelRetention({kept}, RetentionRule{0, 0}), 1);
    QCOMPARE(*retention.setChannelRetention({shortened}, RetentionRule{0, 3}), 1);
    QCOMPARE(readRetention(store.database())->general, (RetentionRule{10, 0}));
    QCOMPARE(readRetention(store.database())->channels.size(), 2);
    QCOMPARE(**retention.channelRetention(shortened), (RetentionRule{0, 3}));
    QVERIFY(!retention.channelRetention(usual)->has_value());

    const Result<TaskReport> report = applyRetention(store.database(), {true}, noon, TaskControl());
    const QString name = QStringLiteral("posts_to_remove");
    QCOMPARE(factsOf(*report, name, QStringLiteral("kept")), QList<qint64>());
    QCOMPARE(factsOf(*report, name, QStringLiteral("shortened")), QList<qint64>{27});
    QCOMPARE(factsOf(*report, name, QStringLiteral("usual")), QList<qint64>{19});
    QCOMPARE(factsOf(*report, name), (QList<qint64>{27, 19}));
    // Back to the user's.
    QCOMPARE(*retention.setChannelRetention({kept, shortened}, std::nullopt), 2);
    QVERIFY(readRetention(store.database())->channels.isEmpty());
    QCOMPARE(
        factsOf(*applyRetention(store.database(), {true}, noon, TaskControl()), name), (QList<qint64>{19, 19, 19}));
}

void TestRetention::theMostGenerousUserDecides()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("one"));
    fill(store, channel, 1, 30);
    QVERIFY(store.database().execute(QStringLiteral("INSERT INTO users (id, name, created_at) VALUES (2, 'B', 0)")));
    QVERIFY(store.database().execute(
        QStringLiteral("INSERT INTO user_channel (user_id, channel_id, created_at) VALUES (2, ?, 0)"), channel));
    QVERIFY(RetentionRepository(store.database(), 1).setRetention(RetentionRule{0, 5}));
    QCOMPARE(*RetentionRepository(store.database()).keptFrom(channel, noon), 0);
    QVERIFY(RetentionRepository(store.database(), 2).setRetention(RetentionRule{10, 0}));
    const Result<QList<RetentionPlan>> plans = RetentionRepository(store.database()).plans(noon);
    QCOMPARE(plans->first().posts, 19);
}

void TestRetention::starredPostsStayAndMarkedOnesAreNamed()
{
    TempStore store;
    const QList<PostId> posts = fill(store, store.addChannel(QStringLiteral("one")), 1, 700);
    PostMarksRepository marks(store.database());
    QVERIFY(marks.setStarred({posts.at(0), posts.at(1), posts.at(699)}, true, noon));
    QVERIFY(marks.setNote(posts.at(1), QStringLiteral("starred too"), noon));
    QVERIFY(marks.setNote(posts.at(2), QStringLiteral("note"), noon));
    QVERIFY(marks.changeTags({posts.at(2), posts.at(3)}, {QStringLiteral("t")}, {}, noon));
    QVERIFY(RetentionRepository(store.database()).setRetention(RetentionRule{0, 50}));
    const Result<TaskReport> planned = applyRetention(store.database(), {true}, noon, TaskControl());
    QCOMPARE(factsOf(*planned, QStringLiteral("posts_to_remove_total")), QList<qint64>{648});
    QCOMPARE(factsOf(*planned, QStringLiteral("starred_kept")), QList<qint64>{2});
    QCOMPARE(factsOf(*planned, QStringLiteral("noted_or_tagged_to_remove")), QList<qint64>{2});
    const Result<TaskReport> report = applyRetention(store.database(), {false}, noon, TaskControl());
    QCOMPARE(factsOf(*report, QStringLiteral("posts_removed_total")), QList<qint64>{648});
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 52);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM starred")), 3);
    // Once more: nothing left to do.
    QCOMPARE(
        factsOf(*applyRetention(store.database(), {false}, noon, TaskControl()), QStringLiteral("posts_removed_total")),
        QList<qint64>{0});
}

void TestRetention::dryRunChangesNothing()
{
    TempStore store;
    fill(store, store.addChannel(QStringLiteral("one")), 1, 30);
    QVERIFY(RetentionRepository(store.database()).setRetention(RetentionRule{1, 0}));
    const Result<std::unique_ptr<Database>> reading = Database::open(DatabaseConfig{store.path(), true});
    QVERIFY(reading);
    const Result<TaskReport> report = applyRetention(**reading, {true}, noon, TaskControl());
    QVERIFY(report);
    QCOMPARE(factsOf(*report, QStringLiteral("posts_to_remove")), QList<qint64>{28});
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 30);
}

void TestRetention::everythingThatHungOnAPostGoes()
{
    TempStore store;
    fillEverything(store);
    const qint64 two = store.number(QStringLiteral("SELECT id FROM channels WHERE username = 'two'"));
    const ChannelId one = store.number(QStringLiteral("SELECT id FROM channels WHERE username = 'one'"));
    QVERIFY(RetentionRepository(store.database()).setChannelRetention({two}, RetentionRule{1, 0}));
    QVERIFY(RetentionRepository(store.database()).setChannelRetention({one}, RetentionRule{0, 150}));
    // Half of the texts are in the index, half wait for it.
    QVERIFY(applyRetention(store.database(), {false}, noon + 10 * dayMs, TaskControl()));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts WHERE channel_id = %1").arg(two)), 0);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts WHERE channel_id = %1").arg(one)), 151);
    for (const char *table : {"post_versions", "album_members", "notes", "post_tags"}) {
        QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM %1").arg(QString::fromLatin1(table))), 0);
    }
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM unread")), 151);
    QCOMPARE(store.channels().row(two)->postCount, 0);
    QCOMPARE(store.channels().row(two)->unreadCount, 0);
    QCOMPARE(store.channels().row(two)->lastPostAt, 0);
    QCOMPARE(store.channels().coverage(two)->ranges(), (QList<IdRange>{{7, 9}}));
    // The index holds what is left and nothing else.
    while (*store.posts().indexWaiting(1000) > 0) { }
    PostQuery query;
    query.text = QStringLiteral("слова");
    if (!usesPostgres()) {
        QCOMPARE(*countPosts(store.database(), query, 10'000), 151);
        query.text = QStringLiteral("edited");
        QCOMPARE(*countPosts(store.database(), query, 10'000), 0);
    }
    const Result<TaskReport> checked = checkStore(store.database(), {true}, TaskControl());
    QVERIFY(checked);
    QCOMPARE(checked->facts.size(), 2); // tables_checked, problems
    QCOMPARE(factsOf(*checked, QStringLiteral("problems")), QList<qint64>{0});
}

void TestRetention::rulesAreChecked()
{
    TempStore store;
    RetentionRepository retention(store.database());
    QCOMPARE(retention.setRetention(RetentionRule{-1, 0}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(retention.setRetention(RetentionRule{36'501, 0}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(retention.setChannelRetention({1}, RetentionRule{0, 10'000'001}).error().code, ErrorCode::InvalidArgument);
    QVERIFY(retention.setRetention(RetentionRule{36'500, 10'000'000}));
    QCOMPARE(*retention.setChannelRetention({77}, RetentionRule{1, 1}), 0);
    QCOMPARE(retention.channelRetention(77).error().code, ErrorCode::NotFound);
}

void TestRetention::cancelKeepsTheNumbersRight()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("one"));
    fill(store, channel, 1, 1000);
    RetentionRepository retention(store.database());
    QVERIFY(retention.setRetention(RetentionRule{0, 10}));
    // Half-way: as after a cancelled or killed run.
    const RetentionPlan plan = retention.plans(noon)->first();
    QCOMPARE(retention.removeSome(plan, 0, 300)->size(), 300);
    QCOMPARE(store.channels().row(channel)->postCount, 700);
    QCOMPARE(store.channels().row(channel)->unreadCount, 700);
    TaskControl control;
    control.cancel();
    QCOMPARE(applyRetention(store.database(), {false}, noon, control).error().code, ErrorCode::Cancelled);
    QCOMPARE(
        factsOf(*applyRetention(store.database(), {false}, noon, TaskControl()), QStringLiteral("posts_removed_total")),
        QList<qint64>{690});
}

VESTNIK_STORE_TEST_MAIN(TestRetention)

#include "tst_retention.moc"
