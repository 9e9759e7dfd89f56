// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postmarksrepository.h"
#include "core/store/retentionrepository.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

QList<Post> posts(const QList<MessageId> &ids)
{
    QList<Post> all;
    for (const MessageId id : ids) {
        all.append(simplePost(id, QStringLiteral("text %1").arg(id), noon + id * 1000));
    }
    return all;
}

/// A store with one channel whose posts 10..19 were read, complete to the end.
struct Ten {
    TempStore store;
    ChannelId channel = store.addChannel(QStringLiteral("somewhere"));

    Ten() { (void)page({10, 11, 12, 13, 14, 15, 16, 17, 18, 19}, IdRange{10, 19}, true); }

    StoredPage page(const QList<MessageId> &ids, IdRange covered, bool newest, qint64 now = noon)
    {
        return page(posts(ids), covered, newest, now);
    }
    StoredPage page(const QList<Post> &shown, IdRange covered, bool newest, qint64 now = noon)
    {
        const Result<QList<StoredPage>> stored =
            store.posts().storePages({PageToStore{channel, shown, covered, newest}}, now);
        return stored ? stored->first() : StoredPage();
    }
    QList<MessageId> deleted()
    {
        QList<MessageId> ids;
        Result<Rows> rows = store.database().query(
            QStringLiteral("SELECT message_id FROM posts WHERE deleted_at > 0 ORDER BY message_id"));
        while (rows && rows->next()) {
            ids.append(rows->integer(0));
        }
        return ids;
    }
};

} // namespace

class TestDeletions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPostThatIsMissingIsMarkedAndKept();
    void aPostThatIsSeenAgainLosesTheMark();
    void theEndIsKnownFromTheNewestPageOnly();
    void whatAPageDoesNotProveStays_data();
    void whatAPageDoesNotProveStays();
    void albumsThatPagesCutStay();
    void aChangeOfFormattingIsAVersion();
    void unitedRowsKeepWhatTheOperatorAttached();
    void removedPostsDoNotComeBack();
};

void TestDeletions::aPostThatIsMissingIsMarkedAndKept()
{
    Ten ten;
    const StoredPage stored = ten.page({10, 11, 13, 14, 16, 17, 18, 19}, IdRange{10, 19}, true, noon + 5);
    QCOMPARE(stored.deleted, 2);
    QCOMPARE(ten.deleted(), (QList<MessageId>{12, 15}));
    QCOMPARE(stored.deletedPosts.size(), 2);
    QCOMPARE(ten.store.number(QStringLiteral("SELECT max(deleted_at) FROM posts")), noon + 5);
    QCOMPARE(stored.updated, 0);
    // Kept, counted and listed.
    QCOMPARE(ten.store.channels().row(ten.channel)->postCount, 10);
    if (!usesPostgres()) {
        QCOMPARE(readPosts(ten.store.database(), {})->posts.size(), 10);
    }
    // The same page again has nothing new to say, and does not move the time.
    const StoredPage again = ten.page({10, 11, 13, 14, 16, 17, 18, 19}, IdRange{10, 19}, true, noon + 9);
    QCOMPARE(again.deleted, 0);
    QCOMPARE(ten.store.number(QStringLiteral("SELECT max(deleted_at) FROM posts")), noon + 5);
}

void TestDeletions::aPostThatIsSeenAgainLosesTheMark()
{
    Ten ten;
    (void)ten.page({10, 11, 13, 14, 15, 16, 17, 18, 19}, IdRange{10, 19}, true);
    QCOMPARE(ten.deleted(), (QList<MessageId>{12}));
    const StoredPage back = ten.page({12, 13, 14}, IdRange{12, 14}, false);
    QCOMPARE(ten.deleted(), QList<MessageId>());
    QCOMPARE(back.updated, 1);
    QCOMPARE(back.updatedPosts.size(), 1);
}

void TestDeletions::theEndIsKnownFromTheNewestPageOnly()
{
    Ten ten;
    QCOMPARE(ten.page({10, 11, 12, 13, 14, 15, 16, 17}, IdRange{10, 17}, false).deleted, 0);
    QCOMPARE(ten.page({10, 11, 12, 13, 14, 15, 16, 17}, IdRange{10, 17}, true).deleted, 2);
    QCOMPARE(ten.deleted(), (QList<MessageId>{18, 19}));
}

void TestDeletions::whatAPageDoesNotProveStays_data()
{
    QTest::addColumn<QList<MessageId>>("shown");
    QTest::addColumn<IdRange>("covered");
    QTest::addColumn<bool>("newest");
    QTest::newRow("an empty page") << QList<MessageId>{} << IdRange{1, 19} << false;
    QTest::newRow("an empty newest page") << QList<MessageId>{} << IdRange{1, 19} << true;
    QTest::newRow("below the page") << QList<MessageId>{15, 16, 17, 18, 19} << IdRange{15, 19} << true;
    QTest::newRow("below what it shows") << QList<MessageId>{15, 16, 17, 18, 19} << IdRange{1, 19} << true;
    QTest::newRow("above the page") << QList<MessageId>{10, 11, 12} << IdRange{10, 12} << false;
    QTest::newRow("outside of a part") << QList<MessageId>{10, 11, 13} << IdRange{10, 11} << false;
}

void TestDeletions::whatAPageDoesNotProveStays()
{
    QFETCH(QList<MessageId>, shown);
    QFETCH(IdRange, covered);
    QFETCH(bool, newest);
    Ten ten;
    QCOMPARE(ten.page(shown, covered, newest).deleted, 0);
    QCOMPARE(ten.deleted(), QList<MessageId>());
}

void TestDeletions::albumsThatPagesCutStay()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const auto page = [&](const QList<Post> &shown, IdRange covered) {
        return store.posts().storePages({PageToStore{channel, shown, covered, false}}, noon)->first();
    };
    QCOMPARE(page({simplePost(5, {}), albumPost({8, 9, 10, 11}, {}), simplePost(12, {})}, IdRange{5, 12}).added, 3);
    // The older page ends inside the album and does not show it; the newer one begins inside it.
    QCOMPARE(page({simplePost(5, {})}, IdRange{5, 9}).deleted, 0);
    QCOMPARE(page({albumPost({10, 11}, {}), simplePost(12, {})}, IdRange{10, 12}).deleted, 0);
    // A page that shows some members shows the post.
    QCOMPARE(page({simplePost(5, {}), albumPost({9, 10}, {}), simplePost(12, {})}, IdRange{5, 12}).deleted, 0);
    // Around the whole album and without any of it: it is gone.
    QCOMPARE(page({simplePost(5, {}), simplePost(12, {})}, IdRange{5, 12}).deleted, 1);
    QCOMPARE(store.number(QStringLiteral("SELECT message_id FROM posts WHERE deleted_at > 0")), 8);
    // One member comes back.
    QCOMPARE(page({simplePost(11, {})}, IdRange{11, 11}).updated, 1);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts WHERE deleted_at > 0")), 0);
}

void TestDeletions::aChangeOfFormattingIsAVersion()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    Post post = simplePost(7, QStringLiteral("a link"));
    post.body.entities = {{EntityType::Link, 2, 4, QStringLiteral("https://good.example/")}};
    QVERIFY(store.posts().storePage(channel, {post}, IdRange{7, 7}, noon));
    post.body.entities.first().data = QStringLiteral("https://other.example/");
    QCOMPARE(store.posts().storePage(channel, {post}, IdRange{7, 7}, noon + 3)->updated, 1);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM post_versions WHERE text = 'a link' "
                                         "AND entities LIKE '%good.example%' AND replaced_at = %1")
                              .arg(noon + 3)),
        1);
    // Other numbers are no version.
    post.views = Count{5, QStringLiteral("5"), false};
    QCOMPARE(store.posts().storePage(channel, {post}, IdRange{7, 7}, noon + 4)->updated, 1);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM post_versions")), 1);
}

void TestDeletions::unitedRowsKeepWhatTheOperatorAttached()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const StoredPage singles =
        *store.posts().storePage(channel, {simplePost(5, {}), simplePost(6, {})}, IdRange{5, 6}, noon);
    PostMarksRepository marks(store.database());
    const PostId first = singles.addedPosts.at(0);
    const PostId second = singles.addedPosts.at(1);
    QVERIFY(marks.setStarred({second}, true, noon));
    QVERIFY(marks.setNote(first, QStringLiteral("one"), noon));
    QVERIFY(marks.setNote(second, QStringLiteral("two"), noon));
    QVERIFY(marks.changeTags({first, second}, {QStringLiteral("both")}, {}, noon));
    QVERIFY(marks.changeTags({second}, {QStringLiteral("second")}, {}, noon));
    QVERIFY(store.posts().storePage(channel, {albumPost({5, 6}, {})}, IdRange{5, 6}, noon));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 1);
    QCOMPARE(store.number(QStringLiteral("SELECT post_id FROM starred")), first);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM notes")), 1);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM notes WHERE text LIKE '%one%two%'")), 1);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM post_tags WHERE post_id = %1").arg(first)), 2);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM post_tags")), 2);
}

void TestDeletions::removedPostsDoNotComeBack()
{
    Ten ten;
    const qint64 now = noon + 19 * 1000;
    RetentionRepository retention(ten.store.database());
    QVERIFY(retention.setRetention(RetentionRule{0, 4}));
    const Result<QList<RetentionPlan>> plans = retention.plans(now);
    QVERIFY(plans && plans->size() == 1);
    QCOMPARE(plans->first().posts, 6);
    QCOMPARE(retention.removeSome(plans->first(), 0, 100)->size(), 6);
    // The newest page still shows all of them, and a new one.
    const StoredPage again = ten.page({10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20}, IdRange{10, 20}, true, now);
    QCOMPARE(again.added, 1);
    QCOMPARE(ten.store.channels().row(ten.channel)->postCount, 5);
    QCOMPARE(ten.store.number(QStringLiteral("SELECT min(message_id) FROM posts")), 16);
    QCOMPARE(ten.store.channels().coverage(ten.channel)->ranges(), (QList<IdRange>{{10, 20}}));
    // History that was never read is another matter: it was asked for.
    QCOMPARE(ten.page({8, 9}, IdRange{8, 9}, false, now).added, 2);
    // Without a rule what the page shows is stored again.
    QVERIFY(retention.setRetention(RetentionRule{}));
    QCOMPARE(ten.page({15, 16}, IdRange{15, 16}, false, now).added, 1);
}

VESTNIK_STORE_TEST_MAIN(TestDeletions)

#include "tst_deletions.moc"
