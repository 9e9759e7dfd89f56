// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

constexpr qint64 hour = 3'600'000;

QList<MessageId> numbersOf(const PostPage &page)
{
    QList<MessageId> numbers;
    for (const PostSummary &post : page.posts) {
        numbers.append(post.messageId);
    }
    return numbers;
}

} // namespace

class TestPostReads final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pagesMeetWithoutGapOrDouble_data();
    void pagesMeetWithoutGapOrDouble();
    void filters();
    void summaryTellsWhatARowNeeds();
    void wordsAreFound_data();
    void wordsAreFound();
    void searchKeepsUpWithEdits();
    void removedChannelsAreHidden();
    void fullReadStopsWhenAsked();
    void overviewCounts();
};

void TestPostReads::pagesMeetWithoutGapOrDouble_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("wanted");
    QTest::addColumn<bool>("unread");
    QTest::addColumn<QString>("text");
    QTest::newRow("everything") << 7 << 0 << false << QString();
    QTest::newRow("one channel") << 7 << 1 << false << QString();
    QTest::newRow("some channels") << 7 << 3 << false << QString();
    QTest::newRow("unread") << 7 << 0 << true << QString();
    QTest::newRow("word") << 7 << 0 << false << QStringLiteral("even");
    QTest::newRow("word in some channels") << 7 << 3 << true << QStringLiteral("even");
    QTest::newRow("sign") << 7 << 2 << false << QStringLiteral("★");
}

void TestPostReads::pagesMeetWithoutGapOrDouble()
{
    QFETCH(int, channels);
    QFETCH(int, wanted);
    QFETCH(bool, unread);
    QFETCH(QString, text);
    TempStore store;
    QRandomGenerator random(5);
    PostQuery query;
    query.limit = 13;
    query.onlyUnread = unread;
    query.text = text;
    QList<QPair<qint64, QString>> expected; // time and text, in no order
    for (int c = 0; c < channels; ++c) {
        const ChannelId id = store.addChannel(QStringLiteral("channel%1").arg(c));
        QList<Post> posts;
        for (int m = 1; m <= 60; ++m) {
            const QString words = m % 2 == 0 ? QStringLiteral("even ★ %1-%2") : QStringLiteral("odd %1-%2");
            posts.append(simplePost(m, words.arg(c).arg(m), noon + m * 60'000 + random.bounded(30) * 1000));
        }
        const Result<StoredPage> stored = store.posts().storePage(id, posts, IdRange{1, 60}, noon);
        QVERIFY(stored);
        QVERIFY(store.posts().markRead({stored->addedPosts.mid(0, 20), {}, false}));
        if (c == 3) {
            QVERIFY(store.posts().indexWaiting(1000));
        }
        if (c < wanted) {
            query.channels.append(id);
        }
        for (int m = 0; m < posts.size(); ++m) {
            const bool listed = wanted == 0 || c < wanted;
            const bool matches = text.isEmpty() || posts.at(m).body.text.contains(text);
            if (listed && matches && (!unread || m >= 20)) {
                expected.append({posts.at(m).postedAt, posts.at(m).body.text});
            }
        }
    }
    QList<QPair<qint64, QString>> actual;
    QList<PostId> ids;
    while (true) {
        const Result<PostPage> page = readPosts(store.database(), query);
        QVERIFY2(page, page ? "" : qPrintable(errorEnglish(page.error())));
        for (const PostSummary &post : page->posts) {
            actual.append({post.postedAt, post.excerpt});
            ids.append(post.id);
        }
        if (!page->hasMore) {
            break;
        }
        QCOMPARE(page->posts.size(), query.limit);
        query.before = page->posts.last().id;
    }
    QVERIFY(std::is_sorted(ids.begin(), ids.end(), std::greater<PostId>()));
    QVERIFY(
        std::is_sorted(actual.begin(), actual.end(), [](const auto &a, const auto &b) { return a.first > b.first; }));
    std::sort(expected.begin(), expected.end());
    std::sort(actual.begin(), actual.end());
    QCOMPARE(actual, expected);

    query.before = 0;
    QCOMPARE(countPosts(store.database(), query, 1000).value(), expected.size());
    QCOMPARE(countPosts(store.database(), query, 10).value(), 10);
    qint64 visited = 0;
    QCOMPARE(readPostsFull(store.database(), query, 0, [&visited](const Post &) { return ++visited > 0; }).value(),
        expected.size());
    query.after = ids.at(5);
    QCOMPARE(readPosts(store.database(), query)->posts.size(), 5);
}

void TestPostReads::filters()
{
    TempStore store;
    const ChannelId news = store.addChannel(QStringLiteral("news"), QStringLiteral("Новости"));
    const ChannelId jobs = store.addChannel(QStringLiteral("jobs"), QStringLiteral("Работа"));
    for (const ChannelId channel : {news, jobs}) {
        const MessageId base = channel == news ? 0 : 100;
        QVERIFY(store.posts().storePage(channel,
            {simplePost(base + 1, {}, noon), simplePost(base + 2, {}, noon + hour),
                simplePost(base + 3, {}, noon + 2 * hour)},
            IdRange{base + 1, base + 3}, noon));
    }
    PostQuery query;
    query.folder = QStringLiteral("Новости");
    QCOMPARE(numbersOf(*readPosts(store.database(), query)), (QList<MessageId>{3, 2, 1}));
    query.postedFrom = noon + hour;
    query.postedTo = noon + 2 * hour;
    QCOMPARE(numbersOf(*readPosts(store.database(), query)), (QList<MessageId>{2}));
    query.folder = QStringLiteral("нет такой");
    QVERIFY(readPosts(store.database(), query)->posts.isEmpty());
    query = PostQuery();
    query.channels = {jobs};
    query.limit = -5;
    const Result<PostPage> one = readPosts(store.database(), query);
    QCOMPARE(numbersOf(*one), (QList<MessageId>{103}));
    QVERIFY(one->hasMore);
    QCOMPARE(readFolders(store.database()).value(), (QStringList{QStringLiteral("Новости"), QStringLiteral("Работа")}));
}

void TestPostReads::summaryTellsWhatARowNeeds()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    ChannelInfo info;
    info.username = QStringLiteral("Somewhere");
    info.title = QStringLiteral("Где-то");
    QVERIFY(store.channels().setInfo(channel, info));
    Post post = fullPost(7);
    post.body.text = QStringLiteral("line\n\n  two ") + QString(500, QChar(u'я'));
    const Result<StoredPage> stored = store.posts().storePage(channel, {post}, IdRange{7, 7}, noon);
    QVERIFY(stored);
    const Result<QList<PostSummary>> rows = readSummaries(store.database(), {stored->newest, 99});
    QVERIFY(rows);
    QCOMPARE(rows->size(), 1);
    const PostSummary &row = rows->first();
    QCOMPARE(row.channel, QStringLiteral("Somewhere"));
    QCOMPARE(row.channelTitle, QStringLiteral("Где-то"));
    QCOMPARE(row.kind, PostKind::Photo);
    QVERIFY(row.excerpt.startsWith(QStringLiteral("line two яяя")));
    QVERIFY(row.excerpt.size() <= 200);
    QCOMPARE(row.views, 1'200'000);
    QCOMPARE(row.mediaCount, 3);
    QVERIFY(row.hasLink && row.edited && row.unread);
}

void TestPostReads::wordsAreFound_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QList<MessageId>>("found");
    using Ids = QList<MessageId>;
    QTest::newRow("any case") << QStringLiteral("ЁЛКА") << Ids{1};
    QTest::newRow("е finds ё") << QStringLiteral("елка") << Ids{1};
    QTest::newRow("ё finds е") << QStringLiteral("берёза") << Ids{2};
    QTest::newRow("all words") << QStringLiteral("лес берез") << Ids{2};
    QTest::newRow("other forms") << QStringLiteral("березами лесов") << Ids{2};
    QTest::newRow("beginning") << QStringLiteral("ел*") << Ids{1};
    QTest::newRow("no beginning unasked") << QStringLiteral("ел") << Ids{};
    QTest::newRow("accents") << QStringLiteral("cafe") << Ids{3};
    QTest::newRow("typed accents") << QStringLiteral("café") << Ids{3};
    QTest::newRow("й is not и") << QStringLiteral("\"чаи\"") << Ids{};
    QTest::newRow("but чаи is a form of чай") << QStringLiteral("чаи") << Ids{3};
    QTest::newRow("decomposed й") << QStringLiteral("чаи\u0306") << Ids{3};
    QTest::newRow("hyphen") << QStringLiteral("e-mail") << Ids{4};
    QTest::newRow("hyphen in another order") << QStringLiteral("mail-e") << Ids{};
    QTest::newRow("operator OR") << QStringLiteral("лес OR елка") << Ids{2, 1};
    QTest::newRow("operator NOT") << QStringLiteral("NOT") << Ids{4};
    QTest::newRow("column") << QStringLiteral("text:лес") << Ids{};
    QTest::newRow("quote") << QStringLiteral("\"лес") << Ids{2};
    QTest::newRow("stars and brackets") << QStringLiteral("лес* (берёза)") << Ids{2};
    QTest::newRow("emoji") << QStringLiteral("🔥") << Ids{4};
    QTest::newRow("emoji and word") << QStringLiteral("🔥 mail") << Ids{4};
    QTest::newRow("emoji of nobody") << QStringLiteral("🚀") << Ids{};
    QTest::newRow("number") << QStringLiteral("2026") << Ids{4};
    QTest::newRow("zero character") << QString(QStringLiteral("лес") + QChar(u'\0') + QStringLiteral("берёз"))
                                    << Ids{2};
    QTest::newRow("blank is no filter") << QStringLiteral("  \n ") << Ids{4, 3, 2, 1};
}

void TestPostReads::wordsAreFound()
{
    QFETCH(QString, typed);
    QFETCH(QList<MessageId>, found);
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    QVERIFY(store.posts().storePage(channel,
        {simplePost(1, QStringLiteral("Ёлка в парке"), noon + 1000),
            simplePost(2, QStringLiteral("лес, береза!"), noon + 2000),
            simplePost(3, QStringLiteral("Café и чай"), noon + 3000),
            simplePost(4, QStringLiteral("e-mail: NOT 🔥2026"), noon + 4000)},
        IdRange{1, 4}, noon));
    PostQuery query;
    query.text = typed;
    // The same whether the texts wait for the index or are in it.
    for (int round = 0; round < 2; ++round) {
        const Result<PostPage> page = readPosts(store.database(), query);
        QVERIFY2(page, page ? "" : qPrintable(errorEnglish(page.error())));
        QCOMPARE(numbersOf(*page), found);
        QVERIFY(store.posts().indexWaiting(100));
        QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM search_queue")), 0);
    }
}

void TestPostReads::searchKeepsUpWithEdits()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const auto hits = [&](const QString &word) {
        PostQuery query;
        query.text = word;
        return readPosts(store.database(), query)->posts.size();
    };
    for (const bool indexed : {false, true}) {
        QVERIFY(store.posts().storePage(channel, {simplePost(1, QStringLiteral("раз"))}, IdRange{1, 1}, noon));
        if (indexed) {
            QVERIFY(store.posts().indexWaiting(10));
        }
        QVERIFY(store.posts().storePage(channel, {simplePost(1, QStringLiteral("два"))}, IdRange{1, 1}, noon));
        QCOMPARE(hits(QStringLiteral("раз")), 0);
        QCOMPARE(hits(QStringLiteral("два")), 1);
        QVERIFY(store.posts().indexWaiting(10));
        QCOMPARE(hits(QStringLiteral("раз")), 0);
        QCOMPARE(hits(QStringLiteral("два")), 1);
    }
    if (usesPostgres()) {
        QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM post_words")),
            store.number(QStringLiteral("SELECT count(*) FROM posts")));
        return;
    }
    // The index agrees with the texts, word by word.
    QVERIFY(store.database().execute(
        QStringLiteral("INSERT INTO posts_fts (posts_fts, rank) VALUES ('integrity-check', 1)")));
}

void TestPostReads::removedChannelsAreHidden()
{
    TempStore store;
    const ChannelId kept = store.addChannel(QStringLiteral("kept"));
    const ChannelId gone = store.addChannel(QStringLiteral("gone"));
    for (const ChannelId channel : {kept, gone}) {
        QVERIFY(store.posts().storePage(channel, {simplePost(channel, QStringLiteral("word"))}, IdRange{1, 9}, noon));
    }
    QVERIFY(store.channels().remove({gone}, noon));
    PostQuery word;
    word.text = QStringLiteral("word");
    for (const PostQuery &query : {PostQuery(), word}) {
        QCOMPARE(numbersOf(*readPosts(store.database(), query)), (QList<MessageId>{kept}));
    }
    QCOMPARE(readOverview(store.database(), noon - hour, noon + hour)->postsTotal, 1);
    QVERIFY(store.channels().restore({gone}));
    QCOMPARE(readPosts(store.database(), word)->posts.size(), 2);
}

void TestPostReads::fullReadStopsWhenAsked()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    QList<Post> posts;
    for (int id = 1; id <= 450; ++id) {
        posts.append(simplePost(id, QStringLiteral("x"), noon + id * 1000));
    }
    QVERIFY(store.posts().storePage(channel, posts, IdRange{1, 450}, noon));
    QList<MessageId> seen;
    const auto note = [&seen](const Post &post) {
        seen.append(post.messageId);
        return seen.size() < 7;
    };
    QCOMPARE(readPostsFull(store.database(), PostQuery(), 0, note).value(), 7);
    QCOMPARE(seen, (QList<MessageId>{450, 449, 448, 447, 446, 445, 444}));
    QCOMPARE(readPostsFull(store.database(), PostQuery(), 333, [](const Post &) { return true; }).value(), 333);
    QCOMPARE(readPostsFull(store.database(), PostQuery(), 0, [](const Post &) { return true; }).value(), 450);
}

void TestPostReads::overviewCounts()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    const qint64 midnight = noon - 12 * hour;
    const QList<qint64> times{noon - hour / 2, noon - 90 * 60'000, midnight, midnight - 1000,
        midnight - 12 * hour - 1000, midnight - 11 * hour, noon - 7 * 24 * hour, noon - 7 * 24 * hour - 1000};
    QList<Post> posts;
    for (int i = 0; i < times.size(); ++i) {
        posts.append(simplePost(100 - i, {}, times.at(i)));
    }
    QVERIFY(store.posts().storePage(channel, posts, IdRange{1, 100}, noon));
    const Result<OverviewNumbers> numbers = readOverview(store.database(), midnight, noon);
    QVERIFY(numbers);
    QCOMPARE(numbers->postsTotal, 8);
    QCOMPARE(numbers->postsToday, 3);
    // Yesterday until noon: one second before noon counts, 13 o'clock and the last second of the day do not.
    QCOMPARE(numbers->postsYesterday, 1);
    QCOMPARE(numbers->postsWeek, 7);
    QCOMPARE(numbers->perHour.size(), 24);
    QCOMPARE(numbers->perHour.at(23), 1);
    QCOMPARE(numbers->perHour.at(22), 1);
    QCOMPARE(numbers->perHour.at(12), 1);
    QCOMPARE(numbers->perHour.at(11), 1);
    QCOMPARE(std::accumulate(numbers->perHour.begin(), numbers->perHour.end(), 0), 5);
    QVERIFY(numbers->databaseBytes > 50'000);
}

VESTNIK_STORE_TEST_MAIN(TestPostReads)
#include "tst_postreads.moc"
