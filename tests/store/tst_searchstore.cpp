// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QElapsedTimer>

#include "core/store/schema.h"
#include "core/store/textindex.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

QList<MessageId> found(Database &database, const QString &text, PostOrder order = PostOrder::Newest)
{
    PostQuery query;
    query.text = text;
    query.order = order;
    const Result<PostPage> page = readPosts(database, query);
    QList<MessageId> numbers;
    if (!page) {
        qWarning("%s", qPrintable(errorEnglish(page.error())));
        return {-1};
    }
    for (const PostSummary &post : page->posts) {
        numbers.append(post.messageId);
    }
    return numbers;
}

/// So many posts of the same words, a second apart.
QList<Post> manyPosts(int first, int count, const QString &text)
{
    QList<Post> posts;
    for (int i = 0; i < count; ++i) {
        posts.append(simplePost(first + i, text, noon + (first + i) * 1000));
    }
    return posts;
}

} // namespace

class TestSearchStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oldStoreIsSearchable();
    void marksFollowChanges();
    void longQueueIsSaid();
    void queueAndIndexMeetWithoutDouble();
    void bestComesFirst();
    void idsKeepTheirOrder();
    void cancelledSearchEnds();
    void slowSearchKeepsWhatItFound();
    void postHasItsDetails();
};

/// A file of the first release, its posts without marks and with the old index.
void TestSearchStore::oldStoreIsSearchable()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    Post photo = albumPost({3, 4}, QStringLiteral("Ставка банка"), noon + 3000);
    QVERIFY(store.posts().storePage(channel,
        {simplePost(1, QStringLiteral("Банки растут"), noon + 1000), simplePost(2, QStringLiteral("чай"), noon + 2000),
            photo},
        IdRange{1, 4}, noon));
    // Back to version 1 as far as searching goes.
    Database &database = store.database();
    for (const char *sql : {"DROP TABLE posts_fts", "DROP TABLE search_queue", "UPDATE posts SET marks = NULL",
             "CREATE VIEW posts_search AS SELECT id, replace(text, 'ё', 'е') AS text FROM posts",
             "CREATE VIRTUAL TABLE posts_fts USING fts5 (text, content = 'posts_search', content_rowid = 'id', "
             "tokenize = 'unicode61 remove_diacritics 2')",
             "INSERT INTO posts_fts (rowid, text) SELECT id, text FROM posts_search",
             "CREATE TABLE search_queue (seq INTEGER PRIMARY KEY, post_id INTEGER NOT NULL)"}) {
        const Result<qint64> done = database.execute(QString::fromUtf8(sql));
        QVERIFY2(done, done ? "" : qPrintable(errorEnglish(done.error())));
    }
    QVERIFY(database.transaction([&database] { return textindex::createTables(database); }));
    for (const bool indexed : {false, true}) {
        QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM search_queue")), indexed ? 0 : 3);
        QCOMPARE(found(database, QStringLiteral("банк")), (QList<MessageId>{3, 1}));
        QCOMPARE(found(database, QStringLiteral("банк has:photo")), (QList<MessageId>{3}));
        QCOMPARE(found(database, QStringLiteral("-банк channel:somewhere")), (QList<MessageId>{2}));
        QCOMPARE(found(database, QStringLiteral("lang:ru")), (QList<MessageId>{3, 2, 1}));
        QVERIFY(store.posts().indexWaiting(100));
        QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM posts WHERE marks IS NULL")), 0);
    }
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'posts_search'")), 0);
}

void TestSearchStore::marksFollowChanges()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    for (const bool indexed : {false, true}) {
        Post post = simplePost(1, QStringLiteral("слово"));
        QVERIFY(store.posts().storePage(channel, {post}, IdRange{1, 1}, noon));
        if (indexed) {
            QVERIFY(store.posts().indexWaiting(10));
        }
        post.author = QStringLiteral("Анна Петрова");
        post.forwardedFrom = ForwardOrigin{QStringLiteral("РИА Новости"), {}, QStringLiteral("Rian_Ru"), 5, {}};
        QVERIFY(store.posts().storePage(channel, {post}, IdRange{1, 1}, noon));
        for (int round = 0; round < 2; ++round) {
            for (const char *text : {"author:петрова", "from:rian_ru слово", "is:forwarded", "lang:ru"}) {
                QCOMPARE(found(store.database(), QString::fromUtf8(text)), (QList<MessageId>{1}));
            }
            QVERIFY(store.posts().indexWaiting(10));
        }
        post.views = Count{99, QStringLiteral("99"), false};
        QVERIFY(store.posts().storePage(channel, {post}, IdRange{1, 1}, noon));
        // Views are no words: nothing to index again.
        QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM search_queue")), 0);
        QVERIFY(store.database().execute(
            QStringLiteral("INSERT INTO posts_fts (posts_fts, rank) VALUES ('integrity-check', 1)")));
    }
}

void TestSearchStore::longQueueIsSaid()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    constexpr int posts = 4500;
    QVERIFY(store.posts().storePage(channel, manyPosts(1, posts, QStringLiteral("слово")), IdRange{1, posts}, noon));
    QVERIFY(store.posts().indexWaiting(posts * 2));
    QVERIFY(store.database().transaction([&] { return textindex::createTables(store.database()); }));
    PostQuery query;
    query.text = QStringLiteral("слово");
    const Result<PostIdList> list = readPostIds(store.database(), query, 10'000);
    QVERIFY(list);
    QCOMPARE(list->ids.size(), textindex::searchedQueue);
    QCOMPARE(list->notIndexed, posts - textindex::searchedQueue);
    QCOMPARE(found(store.database(), query.text).first(), posts);
    // Everything is listed whatever waits.
    query.text.clear();
    QCOMPARE(readPostIds(store.database(), query, 10'000)->ids.size(), posts);
    QVERIFY(store.posts().indexWaiting(posts));
    query.text = QStringLiteral("слово");
    const Result<PostIdList> after = readPostIds(store.database(), query, 10'000);
    QCOMPARE(after->ids.size(), posts);
    QCOMPARE(after->notIndexed, 0);
}

void TestSearchStore::queueAndIndexMeetWithoutDouble()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    QVERIFY(store.posts().storePage(channel, manyPosts(1, 300, QStringLiteral("слово")), IdRange{1, 300}, noon));
    QVERIFY(store.posts().indexWaiting(140));
    QVERIFY(store.posts().storePage(channel, manyPosts(301, 300, QStringLiteral("слова")), IdRange{301, 600}, noon));
    for (const char *text : {"слово", "сло*", "\"слово\" OR \"слова\"", "-нет"}) {
        PostQuery query;
        query.text = QString::fromUtf8(text);
        query.limit = 70;
        QList<MessageId> seen;
        for (;;) {
            const Result<PostPage> page = readPosts(store.database(), query);
            QVERIFY(page);
            for (const PostSummary &post : page->posts) {
                seen.append(post.messageId);
            }
            if (!page->hasMore) {
                break;
            }
            query.before = page->posts.last().id;
        }
        QCOMPARE(seen.size(), 600);
        QCOMPARE(seen.first(), 600);
        QVERIFY(std::is_sorted(seen.begin(), seen.end(), std::greater<MessageId>()));
        QCOMPARE(QSet<MessageId>(seen.begin(), seen.end()).size(), 600);
    }
}

void TestSearchStore::bestComesFirst()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const QString filler(QStringLiteral("и ещё много других слов вокруг да около без всякого смысла "));
    QList<Post> posts = manyPosts(10, 20, filler);
    posts << simplePost(1, QStringLiteral("банк банк банк"), noon)
          << simplePost(2, QString(filler + filler + QStringLiteral("банк")), noon + 60'000)
          << simplePost(3, QStringLiteral("ставка банка"), noon + 1000);
    QVERIFY(store.posts().storePage(channel, posts, IdRange{1, 100}, noon));
    QVERIFY(store.posts().indexWaiting(100));
    QCOMPARE(found(store.database(), QStringLiteral("банк")), (QList<MessageId>{2, 3, 1}));
    QCOMPARE(found(store.database(), QStringLiteral("банк"), PostOrder::Relevance), (QList<MessageId>{1, 3, 2}));
    // Without words there is nothing to rank.
    QCOMPARE(found(store.database(), QStringLiteral("channel:somewhere before:2000-01-01"), PostOrder::Relevance),
        QList<MessageId>());
    PostQuery query;
    query.text = QStringLiteral("банк");
    query.order = PostOrder::Relevance;
    const Result<PostIdList> list = readPostIds(store.database(), query, 2);
    QCOMPARE(list->ids.size(), 2);
    QVERIFY(list->complete);
}

void TestSearchStore::idsKeepTheirOrder()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const Result<StoredPage> stored =
        store.posts().storePage(channel, manyPosts(1, 5, QStringLiteral("слово")), IdRange{1, 5}, noon);
    QVERIFY(stored);
    const QList<PostId> &ids = stored->addedPosts;
    const QList<PostId> asked{ids.at(2), ids.at(4), 77, ids.at(0)};
    const Result<QList<PostSummary>> rows = readSummaries(store.database(), asked);
    QVERIFY(rows);
    QCOMPARE(rows->size(), 3);
    QCOMPARE(rows->at(0).messageId, 3);
    QCOMPARE(rows->at(1).messageId, 5);
    QCOMPARE(rows->at(2).messageId, 1);
    PostQuery query;
    query.text = QStringLiteral("слово");
    QCOMPARE(filterPosts(store.database(), query, asked).value(), (QList<PostId>{ids.at(2), ids.at(4), ids.at(0)}));
    for (const QString &text : {QString(), query.text}) { // from the table and from the index
        query.text = text;
        query.after = ids.at(2);
        QCOMPARE(readPostIds(store.database(), query, 10)->ids, (QList<PostId>{ids.at(4), ids.at(3)}));
    }
    query.text = QStringLiteral("иное");
    QVERIFY(filterPosts(store.database(), query, asked)->isEmpty());
}

void TestSearchStore::cancelledSearchEnds()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    QVERIFY(
        store.posts().storePage(channel, manyPosts(1, 3000, QStringLiteral("слово за слово")), IdRange{1, 3000}, noon));
    // Once with all posts in the queue, once in the index; the text has to be looked at in each.
    for (const bool indexed : {false, true}) {
        if (indexed) {
            QVERIFY(store.posts().indexWaiting(5000));
        }
        int asked = 0;
        store.database().setInterruptCheck([&asked] { return ++asked > 6 ? ErrorCode::Cancelled : ErrorCode::None; });
        PostQuery query;
        query.text = QStringLiteral("\"за слова\"");
        const Result<PostIdList> list = readPostIds(store.database(), query, 10'000);
        store.database().setInterruptCheck({});
        QVERIFY(!list);
        QCOMPARE(list.error().code, ErrorCode::Cancelled);
        // It was asked for the last time when it said so: nothing was done after that but ending the transaction.
        QVERIFY(asked <= 9);
        QVERIFY(readPostIds(store.database(), query, 10'000));
    }
}

void TestSearchStore::slowSearchKeepsWhatItFound()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    constexpr int posts = 6000;
    QVERIFY(store.posts().storePage(
        channel, manyPosts(1, posts, QStringLiteral("слово за слово")), IdRange{1, posts}, noon));
    QVERIFY(store.posts().indexWaiting(posts));
    PostQuery query;
    query.text = QStringLiteral("\"слово за\"");
    int asked = 0;
    store.database().setInterruptCheck([&asked] { return ++asked > 24 ? ErrorCode::TimedOut : ErrorCode::None; });
    const Result<PostIdList> list = readPostIds(store.database(), query, 10'000);
    store.database().setInterruptCheck({});
    QVERIFY2(list, list ? "" : qPrintable(errorEnglish(list.error())));
    QVERIFY(!list->complete);
    QVERIFY(!list->ids.isEmpty() && list->ids.size() < posts);
}

void TestSearchStore::postHasItsDetails()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    Post answer = simplePost(5, QStringLiteral("ответ"), noon + 5000);
    answer.replyTo = ReplyTarget{3, QStringLiteral("Somewhere"), QStringLiteral("Кто-то"), {}};
    QVERIFY(store.posts().storePage(
        channel, {albumPost({2, 3}, QStringLiteral("альбом"), noon), answer}, IdRange{2, 5}, noon));
    answer.body.text = QStringLiteral("другой ответ");
    const Result<StoredPage> stored = store.posts().storePage(channel, {answer}, IdRange{5, 5}, noon + 9000);
    QVERIFY(stored);
    const PostId id = stored->newest;
    QVERIFY(store.database().execute(QStringLiteral("INSERT INTO starred (post_id, starred_at) VALUES (?, 1)"), id));
    QVERIFY(store.database().execute(
        QStringLiteral("INSERT INTO notes (post_id, text, updated_at) VALUES (?, 'note', 1)"), id));
    for (const QString &tag : {QStringLiteral("Яблоко"), QStringLiteral("арбуз")}) {
        const Result<qint64> made = store.database().number(
            QStringLiteral("INSERT INTO tags (name, tag_key, created_at) VALUES (?, ?, 1) RETURNING id"),
            {tag, tagKey(tag)});
        QVERIFY(made);
        QVERIFY(store.database().execute(
            QStringLiteral("INSERT INTO post_tags (tag_id, post_id) VALUES (?, ?)"), *made, id));
    }
    const Result<PostDetails> details = readPostDetails(store.database(), id);
    QVERIFY2(details, details ? "" : qPrintable(errorEnglish(details.error())));
    QCOMPARE(details->post.body.text, QStringLiteral("другой ответ"));
    QCOMPARE(details->versions.size(), 1);
    QCOMPARE(details->versions.first().body.text, QStringLiteral("ответ"));
    QCOMPARE(details->versions.first().replacedAt, noon + 9000);
    QCOMPARE(details->tags, (QStringList{QStringLiteral("арбуз"), QStringLiteral("Яблоко")}));
    QCOMPARE(details->note, QStringLiteral("note"));
    QVERIFY(details->starred && details->unread);
    QCOMPARE(details->storedAt, noon);
    QCOMPARE(details->updatedAt, noon + 9000);
    QCOMPARE(details->deletedAt, 0);
    const Result<Post> album = readPost(store.database(), details->replyTo);
    QVERIFY(album);
    QCOMPARE(album->messageId, 2);
    const Result<QList<PostSummary>> rows = readSummaries(store.database(), {id});
    QVERIFY(rows->first().starred && rows->first().hasNote && !rows->first().deleted);
    QCOMPARE(rows->first().tagCount, 2);
    QCOMPARE(readTags(store.database())->size(), 2);
    QCOMPARE(readTags(store.database())->first().posts, 1);
    QCOMPARE(readPostDetails(store.database(), 12).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestSearchStore)
#include "tst_searchstore.moc"
