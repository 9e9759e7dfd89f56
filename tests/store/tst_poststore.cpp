// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSet>

#include "core/model/postkey.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

class TestPostStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPartComesBack();
    void samePageAgainChangesNothing();
    void changesCountAsUpdates_data();
    void changesCountAsUpdates();
    void replacedTextIsKept();
    void absentViewsDoNotErase();
    void emptyPageCoversIds();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void failingPageStoresNothing();
    void rowIdsFollowTime();
    void takenRowIdMovesOn();
    void albumMembersBecomeOnePost_data();
    void albumMembersBecomeOnePost();
    void singlesAreUnitedByTheirAlbum();
    void countersFollow();
    void markingRead();
    void anyOrderOfPagesGivesTheSameStore_data();
    void anyOrderOfPagesGivesTheSameStore();
};

void TestPostStore::everyPartComesBack()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    Post bare;
    bare.messageId = 9;
    bare.postedAt = noon;
    const QList<Post> posts{fullPost(7), albumPost({11, 12, 13}, QStringLiteral("альбом")), bare};
    const Result<StoredPage> stored = store.posts().storePage(channel, posts, IdRange{5, 15}, noon);
    QVERIFY(stored);
    QCOMPARE(stored->added, 3);
    QCOMPARE(stored->addedPosts.size(), 3);
    store.reopen();
    for (int i = 0; i < posts.size(); ++i) {
        const Result<Post> read = readPost(store.database(), stored->addedPosts.at(i));
        QVERIFY(read);
        Post expected = posts.at(i);
        expected.id = stored->addedPosts.at(i);
        expected.channelId = channel;
        expected.channel = QStringLiteral("somewhere");
        QCOMPARE(read->body, expected.body);
        QCOMPARE(read->media, expected.media);
        QCOMPARE(read->reactions, expected.reactions);
        QCOMPARE(read->linkPreview, expected.linkPreview);
        QVERIFY(*read == expected);
    }
    QCOMPARE(readPost(store.database(), 12345).error().code, ErrorCode::NotFound);
}

void TestPostStore::samePageAgainChangesNothing()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const QList<Post> posts{fullPost(7), albumPost({11, 12, 13}, QStringLiteral("альбом")), simplePost(20, {})};
    QVERIFY(store.posts().storePage(channel, posts, IdRange{5, 20}, noon));
    const Result<StoredPage> again = store.posts().storePage(channel, posts, IdRange{5, 20}, noon + 1);
    QVERIFY(again);
    QCOMPARE(again->added, 0);
    QCOMPARE(again->updated, 0);
    QVERIFY(again->newest > 0);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts WHERE updated_at > 0")), 0);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM post_versions")), 0);

    // Twice on one page is once, too.
    const Result<StoredPage> twice = store.posts().storePage(
        channel, {simplePost(30, QStringLiteral("a")), simplePost(30, QStringLiteral("a"))}, IdRange{30, 30}, noon);
    QVERIFY(twice);
    QCOMPARE(twice->added, 1);
    QCOMPARE(twice->updated, 0);
}

void TestPostStore::changesCountAsUpdates_data()
{
    QTest::addColumn<Post>("before");
    QTest::addColumn<Post>("after");
    QTest::addColumn<int>("updates");
    const Post before = fullPost(7);
    const auto row = [&](const char *name, int updates, const std::function<void(Post &)> &change) {
        Post after = before;
        change(after);
        QTest::newRow(name) << before << after << updates;
    };
    row("text", 1, [](Post &post) { post.body.text += QStringLiteral("!"); });
    row("formatting", 1, [](Post &post) { post.body.entities.removeLast(); });
    row("views", 1, [](Post &post) { post.views = Count{1'300'000, QStringLiteral("1.3M"), true}; });
    row("reactions", 1, [](Post &post) { post.reactions.removeFirst(); });
    row("edited", 1, [](Post &post) { post.edited = false; });
    row("poll", 1, [](Post &post) { post.media[1].options[0].percent = 61; });
    row("author", 1, [](Post &post) { post.author.clear(); });
    row("signed addresses", 0, [](Post &post) {
        post.media[0].url = QStringLiteral("https://cdn.example/photo.jpg?t=2");
        post.linkPreview->imageUrl = QStringLiteral("https://cdn.example/p.jpg?t=2");
    });
}

void TestPostStore::changesCountAsUpdates()
{
    QFETCH(Post, before);
    QFETCH(Post, after);
    QFETCH(int, updates);
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const Result<StoredPage> first = store.posts().storePage(channel, {before}, IdRange{7, 7}, noon);
    QVERIFY(first);
    const Result<StoredPage> second = store.posts().storePage(channel, {after}, IdRange{7, 7}, noon + 5);
    QVERIFY(second);
    QCOMPARE(second->added, 0);
    QCOMPARE(second->updated, updates);
    QCOMPARE(second->updatedPosts, updates == 1 ? first->addedPosts : QList<PostId>());
    const Result<Post> read = readPost(store.database(), first->addedPosts.first());
    QVERIFY(read);
    after.id = read->id;
    after.channelId = channel;
    QVERIFY(*read == after);
}

void TestPostStore::replacedTextIsKept()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    for (const QString &text : {QStringLiteral("first"), QStringLiteral("second"), QStringLiteral("third")}) {
        QVERIFY(store.posts().storePage(channel, {simplePost(1, text)}, IdRange{1, 1}, noon));
    }
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM post_versions WHERE text IN ('first', 'second')")), 2);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM post_versions")), 2);
}

void TestPostStore::absentViewsDoNotErase()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    Post post = fullPost(7);
    const PostId id = store.posts().storePage(channel, {post}, IdRange{7, 7}, noon)->newest;
    post.views.reset();
    QCOMPARE(store.posts().storePage(channel, {post}, IdRange{7, 7}, noon)->updated, 0);
    QCOMPARE(readPost(store.database(), id)->views, fullPost(7).views);
}

void TestPostStore::emptyPageCoversIds()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const Result<StoredPage> stored = store.posts().storePage(channel, {}, IdRange{10, 20}, noon);
    QVERIFY(stored);
    QCOMPARE(stored->added, 0);
    QCOMPARE(stored->newest, 0);
    QCOMPARE(store.channels().coverage(channel)->ranges(), (QList<IdRange>{{10, 20}}));
    QVERIFY(store.posts().storePage(channel, {}, IdRange{1, 5}, noon));
    QCOMPARE(store.channels().coverage(channel)->ranges(), (QList<IdRange>{{1, 5}, {10, 20}}));
    QVERIFY(store.posts().storePage(channel, {}, IdRange{6, 9}, noon));
    QCOMPARE(store.channels().coverage(channel)->ranges(), (QList<IdRange>{{1, 20}}));
}

void TestPostStore::badInputIsRefused_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<qint64>("message");
    QTest::addColumn<bool>("known");
    QTest::addColumn<ErrorCode>("expected");
    QTest::newRow("from zero") << qint64(0) << qint64(5) << qint64(1) << true << ErrorCode::InvalidArgument;
    QTest::newRow("backwards") << qint64(9) << qint64(5) << qint64(1) << true << ErrorCode::InvalidArgument;
    QTest::newRow("message zero") << qint64(1) << qint64(5) << qint64(0) << true << ErrorCode::InvalidArgument;
    QTest::newRow("no such channel") << qint64(1) << qint64(5) << qint64(1) << false << ErrorCode::NotFound;
}

void TestPostStore::badInputIsRefused()
{
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(qint64, message);
    QFETCH(bool, known);
    QFETCH(ErrorCode, expected);
    TempStore store;
    const ChannelId channel = known ? store.addChannel(QStringLiteral("somewhere")) : 77;
    const Result<StoredPage> stored =
        store.posts().storePage(channel, {simplePost(message, QStringLiteral("x"))}, IdRange{from, to}, noon);
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, expected);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 0);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM coverage")), 0);
}

void TestPostStore::failingPageStoresNothing()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const PageToStore good{channel, {simplePost(1, QStringLiteral("x"))}, IdRange{1, 1}};
    const PageToStore bad{channel + 1, {simplePost(2, QStringLiteral("x"))}, IdRange{2, 2}};
    QVERIFY(!store.posts().storePages({good, bad}, noon));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 0);
    QVERIFY(store.channels().coverage(channel)->isEmpty());
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM unread")), 0);
    QCOMPARE(store.channels().row(channel)->postCount, 0);
}

void TestPostStore::rowIdsFollowTime()
{
    TempStore store;
    const ChannelId first = store.addChannel(QStringLiteral("first"));
    const ChannelId second = store.addChannel(QStringLiteral("second"));
    // Stored in the wrong order on purpose: newest first, then a backfill.
    QList<Post> posts;
    for (int id = 40; id >= 1; --id) {
        posts.append(simplePost(id, QStringLiteral("x"), noon + id / 4 * 1000));
    }
    QVERIFY(store.posts().storePage(first, posts, IdRange{1, 40}, noon));
    QVERIFY(store.posts().storePage(second, posts, IdRange{1, 40}, noon));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts a JOIN posts b ON a.id < b.id "
                                         "WHERE a.posted_at > b.posted_at")),
        0);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts a JOIN posts b ON a.id < b.id AND "
                                         "a.channel_id = b.channel_id WHERE a.message_id > b.message_id")),
        0);
    QVERIFY(store.number(QStringLiteral("SELECT max(id) FROM posts")) < (qint64(1) << 53));
    QVERIFY(postkey::wanted(255, 4095, postkey::epochMs + postkey::maxSeconds * 1000) < (qint64(1) << 53));
    QVERIFY(postkey::wanted(3, 5, 0) >= 0);
    QCOMPARE(postkey::timeOf(postkey::wanted(3, 5, noon + 7000)), noon + 7000);
}

void TestPostStore::takenRowIdMovesOn()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    // The same second and the same 12 low bits of the number ask for the same row.
    const Post one = simplePost(5, QStringLiteral("one"));
    const Post two = simplePost(5 + 4096, QStringLiteral("two"));
    const Post three = simplePost(5 + 2 * 4096, QStringLiteral("three"));
    const Result<StoredPage> stored = store.posts().storePage(channel, {one, two, three}, IdRange{5, 9000}, noon);
    QVERIFY(stored);
    QCOMPARE(stored->added, 3);
    QCOMPARE(QSet<PostId>(stored->addedPosts.begin(), stored->addedPosts.end()).size(), 3);
    for (const PostId id : stored->addedPosts) {
        QCOMPARE(postkey::timeOf(id), noon);
    }
    QCOMPARE(postkey::following((qint64(7) << 20) | 0xfffff), qint64(7) << 20);
}

void TestPostStore::albumMembersBecomeOnePost_data()
{
    QTest::addColumn<QList<MessageId>>("first");
    QTest::addColumn<QList<MessageId>>("second");
    QTest::addColumn<QList<MessageId>>("members");
    using Ids = QList<MessageId>;
    QTest::newRow("more members later") << Ids{10, 11} << Ids{11, 12, 13} << Ids{10, 11, 12, 13};
    QTest::newRow("lower members later") << Ids{12, 13} << Ids{10, 11, 12} << Ids{10, 11, 12, 13};
    QTest::newRow("part again") << Ids{10, 11, 12} << Ids{11, 12} << Ids{10, 11, 12};
    QTest::newRow("one member alone") << Ids{10, 11, 12} << Ids{12} << Ids{10, 11, 12};
    QTest::newRow("the first member alone") << Ids{10, 11, 12} << Ids{10} << Ids{10, 11, 12};
    QTest::newRow("single becomes album") << Ids{11} << Ids{10, 11, 12} << Ids{10, 11, 12};
    QTest::newRow("whole again") << Ids{10, 11} << Ids{10, 11} << Ids{10, 11};
}

void TestPostStore::albumMembersBecomeOnePost()
{
    QFETCH(QList<MessageId>, first);
    QFETCH(QList<MessageId>, second);
    QFETCH(QList<MessageId>, members);
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const auto post = [](const QList<MessageId> &ids, const QString &text) {
        Post made = albumPost(ids, text);
        if (ids.size() == 1) {
            made.albumIds.clear();
            made.kind = PostKind::Photo;
        }
        return made;
    };
    QVERIFY(store.posts().storePage(channel, {post(first, QStringLiteral("подпись"))}, IdRange{1, 50}, noon));
    for (int round = 0; round < 2; ++round) {
        const Result<StoredPage> later = store.posts().storePage(channel, {post(second, {})}, IdRange{1, 50}, noon);
        QVERIFY(later);
        QCOMPARE(later->added, 0);
        if (round == 1) {
            QCOMPARE(later->updated, 0);
        }
    }
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 1);
    const Result<Post> read = readPost(store.database(), store.number(QStringLiteral("SELECT id FROM posts")));
    QVERIFY(read);
    QCOMPARE(read->messageId, members.first());
    QCOMPARE(read->albumIds, members);
    QCOMPARE(read->kind, PostKind::Album);
    QCOMPARE(read->media.size(), members.size());
    for (int i = 0; i < members.size(); ++i) {
        QCOMPARE(read->media.at(i).messageId, members.at(i));
    }
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM album_members")), members.size());
    QCOMPARE(store.channels().row(channel)->postCount, 1);
}

void TestPostStore::singlesAreUnitedByTheirAlbum()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const Result<StoredPage> singles = store.posts().storePage(channel,
        {simplePost(10, QStringLiteral("apple")), simplePost(11, QStringLiteral("pear")),
            simplePost(14, QStringLiteral("other"))},
        IdRange{10, 14}, noon);
    QVERIFY(singles);
    QVERIFY(store.posts().indexWaiting(100));
    const Result<StoredPage> album =
        store.posts().storePage(channel, {albumPost({10, 11, 12}, QStringLiteral("plum"))}, IdRange{10, 14}, noon);
    QVERIFY(album);
    QCOMPARE(album->added, 0);
    QCOMPARE(album->updated, 1);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts")), 2);
    const Result<ChannelRow> row = store.channels().row(channel);
    QCOMPARE(row->postCount, 2);
    QCOMPARE(row->unreadCount, 2);
    QVERIFY(store.posts().indexWaiting(100));
    for (const auto &[word, hits] : {std::pair{"pear", 0}, {"apple", 0}, {"plum", 1}, {"other", 1}}) {
        PostQuery query;
        query.text = QString::fromLatin1(word);
        QCOMPARE(readPosts(store.database(), query)->posts.size(), hits);
    }
}

void TestPostStore::countersFollow()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    QVERIFY(store.posts().storePage(
        channel, {simplePost(1, {}, noon), simplePost(2, {}, noon + 60'000)}, IdRange{1, 2}, noon));
    QVERIFY(store.posts().storePage(
        channel, {simplePost(2, {}, noon + 60'000), simplePost(3, {}, noon + 30'000)}, IdRange{2, 3}, noon));
    const Result<ChannelRow> row = store.channels().row(channel);
    QVERIFY(row);
    QCOMPARE(row->postCount, 3);
    QCOMPARE(row->unreadCount, 3);
    QCOMPARE(row->lastPostAt, noon + 60'000);
    QCOMPARE(row->lowestRead, 1);
    QCOMPARE(row->highestRead, 3);
}

void TestPostStore::markingRead()
{
    TempStore store;
    const ChannelId first = store.addChannel(QStringLiteral("first"));
    const ChannelId second = store.addChannel(QStringLiteral("second"));
    const QList<Post> posts{simplePost(1, {}), simplePost(2, {}), simplePost(3, {})};
    const Result<StoredPage> a = store.posts().storePage(first, posts, IdRange{1, 3}, noon);
    QVERIFY(a);
    QVERIFY(store.posts().storePage(second, posts, IdRange{1, 3}, noon));
    const auto unread = [&] {
        return QPair(store.channels().row(first)->unreadCount, store.channels().row(second)->unreadCount);
    };
    QCOMPARE(store.posts().markRead({{a->addedPosts.at(0), a->addedPosts.at(1)}, {}, false}).value(), 2);
    QCOMPARE(unread(), QPair(qint64(1), qint64(3)));
    QCOMPARE(store.posts().markRead({{a->addedPosts.at(0)}, {}, false}).value(), 0);
    QCOMPARE(store.posts().markUnread({a->addedPosts.at(0)}).value(), 1);
    QCOMPARE(unread(), QPair(qint64(2), qint64(3)));
    PostQuery query;
    query.onlyUnread = true;
    QCOMPARE(readPosts(store.database(), query)->posts.size(), 5);
    QCOMPARE(store.posts().markRead({{}, {second}, false}).value(), 3);
    QCOMPARE(unread(), QPair(qint64(2), qint64(0)));
    QCOMPARE(readPosts(store.database(), query)->posts.size(), 2);
    QCOMPARE(store.posts().markRead({{}, {}, true}).value(), 2);
    QCOMPARE(unread(), QPair(qint64(0), qint64(0)));
    QVERIFY(readPosts(store.database(), query)->posts.isEmpty());
    // A changed post stays read, a new one is not.
    Post changed = simplePost(1, QStringLiteral("changed"));
    QVERIFY(store.posts().storePage(first, {changed, simplePost(4, {})}, IdRange{1, 4}, noon));
    QCOMPARE(unread(), QPair(qint64(1), qint64(0)));
}

void TestPostStore::anyOrderOfPagesGivesTheSameStore_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestPostStore::anyOrderOfPagesGivesTheSameStore()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    // The channel: numbers 1..120 of which some never existed.
    QSet<MessageId> existing;
    for (MessageId id = 1; id <= 120; ++id) {
        if (random.bounded(4) != 0) {
            existing.insert(id);
        }
    }
    QSet<MessageId> covered;
    QSet<MessageId> stored;
    for (int page = 0; page < 30; ++page) {
        const MessageId from = random.bounded(1, 121);
        const MessageId to = std::min<MessageId>(120, from + random.bounded(0, 20));
        QList<Post> posts;
        int fresh = 0;
        for (MessageId id = from; id <= to; ++id) {
            covered.insert(id);
            if (existing.contains(id)) {
                posts.append(simplePost(id, QStringLiteral("text %1").arg(id), noon + id * 60'000));
                fresh += stored.contains(id) ? 0 : 1;
                stored.insert(id);
            }
        }
        std::shuffle(posts.begin(), posts.end(), random);
        const Result<StoredPage> result = store.posts().storePage(channel, posts, IdRange{from, to}, noon);
        QVERIFY(result);
        QCOMPARE(result->added, fresh);
        QCOMPARE(result->updated, 0);
        if (random.bounded(3) == 0) {
            QVERIFY(store.posts().indexWaiting(random.bounded(1, 40)));
        }
    }
    const Result<Coverage> coverage = store.channels().coverage(channel);
    QVERIFY(coverage);
    for (MessageId id = 0; id <= 122; ++id) {
        QCOMPARE(coverage->contains(id), covered.contains(id));
    }
    QCOMPARE(coverage->size(), covered.size());
    QSet<MessageId> read;
    QVERIFY(readPostsFull(store.database(), PostQuery(), 0, [&](const Post &post) {
        read.insert(post.messageId);
        return post.body.text == QStringLiteral("text %1").arg(post.messageId);
    }));
    QCOMPARE(read, stored);
    QCOMPARE(store.channels().row(channel)->postCount, stored.size());
    PostQuery search;
    search.text = QStringLiteral("text");
    search.limit = 1000;
    QCOMPARE(readPosts(store.database(), search)->posts.size(), stored.size());
    QVERIFY(store.posts().indexWaiting(1000));
    QCOMPARE(readPosts(store.database(), search)->posts.size(), stored.size());
    QCOMPARE(store.indexed(QStringLiteral("text")), stored.size());
}

VESTNIK_STORE_TEST_MAIN(TestPostStore)
#include "tst_poststore.moc"
