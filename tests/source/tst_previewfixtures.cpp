// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/source/fixtures.h"

#include <QHash>
#include <QTest>

using namespace vestnik;

namespace {

/// One post of the whole page, counted in its markup by hand.
struct Expected {
    MessageId id;
    const char *kind;
    const char *date;
    const char *views;
    bool edited;
    int textLength;
    int customEmoji;
    int bold;
    int italic;
    int links;
    int reactions;
    bool card;
};

constexpr Expected wholePage[] = {
    {519, "video", "2026-05-20T15:38:10+00:00", "8.67M", false, 162, 3, 0, 0, 1, 6, false},
    {520, "text", "2026-05-23T13:26:07+00:00", "11.4M", false, 312, 3, 0, 0, 1, 6, false},
    {521, "text", "2026-06-01T15:40:13+00:00", "6.51M", true, 377, 7, 8, 0, 2, 6, true},
    {522, "photo", "2026-06-01T15:46:12+00:00", "7.05M", false, 0, 0, 0, 0, 0, 6, false},
    {523, "gif", "2026-06-09T19:33:51+00:00", "12.4M", false, 54, 1, 1, 0, 0, 6, false},
    {524, "gif", "2026-06-11T17:54:31+00:00", "14.5M", false, 116, 2, 1, 0, 0, 6, false},
    {525, "text", "2026-06-12T19:15:19+00:00", "16.1M", false, 128, 2, 0, 0, 1, 6, true},
    {526, "gif", "2026-06-13T20:15:20+00:00", "22.6M", false, 214, 3, 0, 0, 1, 6, false},
    {527, "text", "2026-06-15T15:53:15+00:00", "23.7M", true, 308, 4, 4, 0, 3, 6, false},
    {528, "text", "2026-06-15T18:58:13+00:00", "18.1M", false, 1015, 3, 1, 5, 2, 6, false},
    {529, "text", "2026-06-16T15:05:29+00:00", "8.74M", false, 653, 3, 1, 0, 0, 6, false},
    {531, "gif", "2026-07-16T20:45:25+00:00", "4.88M", false, 166, 2, 1, 0, 0, 6, false},
    {532, "gif", "2026-07-19T21:45:01+00:00", "5.03M", false, 137, 2, 0, 0, 0, 4, false},
    {533, "text", "2026-07-21T14:36:55+00:00", "5.3M", false, 269, 4, 6, 0, 0, 4, false},
    {534, "text", "2026-07-23T15:15:33+00:00", "5.1M", false, 529, 5, 6, 0, 0, 4, false},
    {535, "text", "2026-07-30T16:52:37+00:00", "4.1M", true, 289, 3, 0, 0, 0, 4, false},
    {536, "photo", "2026-07-30T16:55:01+00:00", "4.57M", false, 6, 2, 0, 0, 0, 4, false},
    {537, "photo", "2026-08-03T07:19:56+00:00", "2.21M", false, 387, 4, 5, 0, 0, 4, false},
    {538, "text", "2026-08-04T15:20:04+00:00", "2.15M", true, 2151, 2, 2, 0, 1, 4, true},
    {539, "text", "2026-08-08T21:11:14+00:00", "826K", false, 486, 7, 0, 0, 3, 4, true},
};

int countOf(const RichText &text, EntityType type)
{
    int count = 0;
    for (const TextEntity &entity : text.entities) {
        count += entity.type == type ? 1 : 0;
    }
    return count;
}

} // namespace

/// Real pages, field by field. The expectations were read from the pages' source.
class PreviewFixturesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wholePageGivesEveryPost();
    void wholePageGivesTheChannel();
    void wholePageGivesTheDetails();
    void widgetGivesItsPost_data();
    void widgetGivesItsPost();
    void widgetGivesTheChannel();
    void plainPagesAreTold_data();
    void plainPagesAreTold();
    void middlePageHasBothLinks();
    void channelColumnAloneIsRead();
    void noPostsFoundIsToldApart();
    void everyFileKeepsTheInvariants();

private:
    PreviewPage parse(const char *name)
    {
        return parsePreviewPage(readFile(fixturePath(QString::fromLatin1(name))), QStringLiteral("asked"));
    }
};

void PreviewFixturesTest::initTestCase()
{
    if (!QFile::exists(fixturePath(QStringLiteral("sherlock-telegram__channel_feed")))) {
        QSKIP("the real pages are not there");
    }
}

void PreviewFixturesTest::wholePageGivesEveryPost()
{
    const PreviewPage page = parse("sherlock-telegram__channel_feed");
    QCOMPARE(page.posts.size(), static_cast<qsizetype>(std::size(wholePage)));
    QCOMPARE(page.postsSeen, 20);
    QCOMPARE(page.postsUnreadable, 0);
    QVERIFY(!page.reread);
    QVERIFY(page.unknown.isEmpty());
    for (qsizetype i = 0; i < page.posts.size(); ++i) {
        const Post &post = page.posts.at(i);
        const Expected &expected = wholePage[i];
        QCOMPARE(post.messageId, expected.id);
        QCOMPARE(post.channel, QStringLiteral("durov"));
        QCOMPARE(postKindName(post.kind), QString::fromLatin1(expected.kind));
        QCOMPARE(post.postedAt, moment(expected.date));
        QCOMPARE(post.views->shown, QString::fromLatin1(expected.views));
        QVERIFY(post.views->rounded);
        QCOMPARE(post.author, QStringLiteral("Pavel Durov"));
        QCOMPARE(post.edited, expected.edited);
        QCOMPARE(post.body.text.size(), expected.textLength);
        QCOMPARE(countOf(post.body, EntityType::CustomEmoji), expected.customEmoji);
        QCOMPARE(countOf(post.body, EntityType::Bold), expected.bold);
        QCOMPARE(countOf(post.body, EntityType::Italic), expected.italic);
        QCOMPARE(countOf(post.body, EntityType::Link) + countOf(post.body, EntityType::Mention), expected.links);
        QCOMPARE(post.reactions.size(), expected.reactions);
        QCOMPARE(post.reactions.first().kind, ReactionKind::Stars);
        QCOMPARE(post.linkPreview.has_value(), expected.card);
        QCOMPARE(post.media.size(), qstrcmp(expected.kind, "text") == 0 ? 0 : 1);
        QVERIFY(!post.partlyUnsupported);
        QVERIFY(!post.replyTo && !post.forwardedFrom && post.buttons.isEmpty() && post.albumIds.isEmpty());
    }
}

void PreviewFixturesTest::wholePageGivesTheChannel()
{
    const PreviewPage page = parse("sherlock-telegram__channel_feed");
    QCOMPARE(page.pageClass, PageClass::Channel);
    QCOMPARE(page.olderBefore, 519);
    QCOMPARE(page.newerAfter, 0);
    QCOMPARE(page.info.username, QStringLiteral("durov"));
    QCOMPARE(page.info.title, QStringLiteral("Pavel Durov"));
    QCOMPARE(page.info.telegramId, 1006503122);
    QCOMPARE(page.info.description, QStringLiteral("Founder of Telegram."));
    QVERIFY(page.info.verified);
    QVERIFY(page.info.photoUrl.startsWith(QLatin1String("https://cdn4.telesco.pe/file/mgt7sgV1VWp")));
    QCOMPARE(*page.info.subscribers, (Count{11300000, QStringLiteral("11.3M"), true}));
    QCOMPARE(*page.info.photos, (Count{101, QStringLiteral("101"), false}));
    QCOMPARE(*page.info.videos, (Count{45, QStringLiteral("45"), false}));
    QCOMPARE(*page.info.links, (Count{195, QStringLiteral("195"), false}));
    QVERIFY(!page.info.files);
}

void PreviewFixturesTest::wholePageGivesTheDetails()
{
    const PreviewPage page = parse("sherlock-telegram__channel_feed");
    const Post &first = page.posts.first();
    QVERIFY(first.body.text.startsWith(QStringLiteral("🤖 Your Telegram inbox can now run itself.\n\nAssign a bot")));
    QVERIFY(first.body.text.endsWith(QStringLiteral(" 🧠\n\n⚙️ Start building!")));
    QCOMPARE(first.body.entities.first(),
        (TextEntity{EntityType::CustomEmoji, 0, 2, QStringLiteral("5345799227572257356")}));
    QCOMPARE(first.body.entities.last(),
        (TextEntity{
            EntityType::Link, 147, 14, QStringLiteral("https://core.telegram.org/bots/features#secretary-bots")}));
    QCOMPARE(first.views->value, 8670000);
    QCOMPARE(first.reactions.first().count, (Count{2490, QStringLiteral("2.49K"), true}));
    QCOMPARE(first.reactions.at(1).kind, ReactionKind::CustomEmoji);
    QCOMPARE(first.reactions.at(1).emoji, QStringLiteral("5265077361648368841"));
    QCOMPARE(first.reactions.last().count, (Count{112, QStringLiteral("112"), false}));
    const Media &video = first.media.first();
    QVERIFY(video.url.startsWith(QLatin1String("https://cdn4.telesco.pe/file/e174be993b.mp4?token=")));
    QVERIFY(video.thumbnailUrl.startsWith(QLatin1String("https://cdn4.telesco.pe/file/")));
    QCOMPARE(video.width, 1616);
    QCOMPARE(video.durationSeconds, 9);
    QVERIFY(qAbs(video.aspect - 1.1844) < 0.001);
    const Post &gif = page.posts.at(4);
    QCOMPARE(gif.media.first().kind, MediaKind::Gif);
    QCOMPARE(gif.media.first().durationSeconds, -1);
    const Post &photo = page.posts.at(3);
    QCOMPARE(photo.media.first().id, QStringLiteral("5256230412378382138"));
    QCOMPARE(photo.media.first().width, 800);
    QCOMPARE(photo.media.first().aspect, 0.625);
    const LinkPreview &card = *page.posts.at(2).linkPreview;
    QCOMPARE(card.url, QStringLiteral("https://gram.org/"));
    QCOMPARE(card.siteName, QStringLiteral("Gram"));
    QCOMPARE(card.title, QString());
    QCOMPARE(card.description, QStringLiteral("The native currency of TON"));
    QVERIFY(card.imageUrl.startsWith(QLatin1String("https://cdn4.telesco.pe/file/")));
    // Blanks inside of a bold text and beside a line break stay.
    QVERIFY(page.posts.at(2).body.text.contains(QLatin1String("around 3 weeks. \n\n")));
    QVERIFY(page.posts.at(2).body.text.contains(QLatin1String("step 4 of 7")));
    QVERIFY(shownEntities(page.posts.at(2).body).contains(QStringLiteral("bold ' 4 '")));
    QVERIFY(shownEntities(page.posts.at(8).body).contains(QStringLiteral("mention '@contest' https://t.me/contest")));
}

void PreviewFixturesTest::widgetGivesItsPost_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<MessageId>("id");
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("views");
    QTest::addColumn<QString>("author");
    QTest::addColumn<bool>("edited");
    const auto row = [](const char *name, const char *kind, MessageId id, const char *date, const QString &text,
                         const char *views, const QString &author = {}, bool edited = false) {
        QTest::newRow(name) << QString::fromLatin1(kind) << id << QString::fromLatin1(date) << text
                            << QString::fromLatin1(views) << author << edited;
    };
    row("tchan__audio_document", "audio", 12, "2023-02-24T07:33:58+00:00", QStringLiteral("Povo hebreu"), "2");
    row("tchan__audio_message", "voice", 13, "2023-02-24T07:34:05+00:00", {}, "2");
    row("tchan__emoji_message", "text", 7, "2023-02-24T07:30:53+00:00", QStringLiteral("👍"), "2");
    row("tchan__forwarded_text_message", "text", 89, "2023-02-24T12:13:31+00:00", QStringLiteral(";)"), "2");
    row("tchan__location_message", "location", 10, "2023-02-24T07:31:38+00:00", {}, "2");
    row("tchan__photo_single", "photo", 16, "2023-02-24T07:35:28+00:00", QStringLiteral("Picture by telegram camera"),
        "2");
    row("tchan__poll", "poll", 11, "2023-02-24T07:32:23+00:00", {}, "2");
    row("tchan__round_video_single", "round", 17, "2023-02-24T07:35:45+00:00", {}, "2");
    row("tchan__service_message_channel_created", "service", 1, "2023-02-24T07:26:49+00:00",
        QStringLiteral("Channel created"), "");
    row("tchan__service_message_channel_photo_updated", "service", 3, "2023-02-24T07:29:23+00:00",
        QStringLiteral("Channel photo updated"), "");
    row("tchan__service_message_channel_video_changed", "text", 82, "2023-02-24T10:15:33+00:00",
        QStringLiteral("+ \"Channel video changed\""), "3.1M");
    row("tchan__signed_edited_text_message", "text", 5, "2023-02-24T07:29:57+00:00",
        QStringLiteral("Hello! Signed and edited message"), "2", QStringLiteral("Álvaro Justen"), true);
    row("tchan__text_message_link_no_preview", "text", 24, "2023-02-24T07:48:02+00:00",
        QStringLiteral("This is a message with a link\n\nhttps://brasil.io/"), "2", {}, true);
    row("tchan__text_message_link_with_right_preview", "text", 81, "2023-02-24T08:16:18+00:00",
        QStringLiteral("link with preview https://python.org/"), "2");
    row("tchan__text_message_multiline", "text", 62, "2023-02-24T08:01:26+00:00",
        QStringLiteral("Bigger\ntext\nmessage\nnumber\n34"), "2");
    row("tchan__unsigned_text_message", "text", 6, "2023-02-24T07:30:39+00:00", QStringLiteral("Unsigned message"),
        "2");
    row("tchan__video_big", "video", 5343, "2023-01-30T23:30:40+00:00", QStringLiteral("some text"), "436.6K");
    row("tchan__video_single", "video", 18, "2023-02-24T07:36:49+00:00", QStringLiteral("Video by telegram camera"),
        "2");
    row("transcribed__telegram-kb__post-forward_embed", "photo", 3996, "2024-05-06T11:01:59+00:00",
        QStringLiteral("Apple выкатила много новых дизайн-шаблонов в своем профиле для 🎨 Figma\n\nДля 💎 пока нету"),
        "5.19K", QStringLiteral("Egor Tolstoy"));
}

void PreviewFixturesTest::widgetGivesItsPost()
{
    QFETCH(QString, kind);
    QFETCH(MessageId, id);
    QFETCH(QString, date);
    QFETCH(QString, text);
    QFETCH(QString, views);
    QFETCH(QString, author);
    QFETCH(bool, edited);
    const PreviewPage page = parse(QTest::currentDataTag());
    QCOMPARE(page.pageClass, PageClass::Channel);
    QCOMPARE(page.posts.size(), 1);
    QCOMPARE(page.postsSeen, 1);
    QVERIFY(!page.reread);
    QVERIFY2(page.unknown.isEmpty(), qPrintable(page.unknown.keys().join(u' ')));
    const Post &post = page.posts.first();
    QCOMPARE(postKindName(post.kind), kind);
    QCOMPARE(post.messageId, id);
    QCOMPARE(post.postedAt, moment(qPrintable(date)));
    QCOMPARE(post.body.text, text);
    QCOMPARE(post.views.value_or(Count()).shown, views);
    QCOMPARE(post.views.has_value(), !views.isEmpty());
    QCOMPARE(post.author, author);
    QCOMPARE(post.edited, edited);
    QVERIFY(!post.partlyUnsupported);
    QVERIFY(!post.pinned);
    QVERIFY(post.viaBot.isEmpty());
    QVERIFY(post.albumIds.isEmpty());
}

void PreviewFixturesTest::widgetGivesTheChannel()
{
    const PreviewPage page = parse("tchan__emoji_message");
    QCOMPARE(page.info.username, QStringLiteral("tchantest"));
    QCOMPARE(page.info.title, QStringLiteral("tchan's test channel 👍"));
    QCOMPARE(page.info.telegramId, 1591537674);
    QVERIFY(page.info.photoUrl.startsWith(QLatin1String("https://cdn1.telegram-cdn.org/file/dWVU3pm8LUqz")));
    const PreviewPage embedded = parse("transcribed__telegram-kb__post-poll_embed");
    QCOMPARE(embedded.info.telegramId, 1181264642);
    QCOMPARE(embedded.info.title, QStringLiteral("iOS Dev"));
}

void PreviewFixturesTest::plainPagesAreTold_data()
{
    QTest::addColumn<PageClass>("pageClass");
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("description");
    QTest::addColumn<bool>("verified");
    QTest::addColumn<qint64>("subscribers");
    QTest::newRow("sherlock-telegram__tme_channel")
        << PageClass::PlainChannel << QStringLiteral("durov") << QStringLiteral("Pavel Durov")
        << QStringLiteral("Founder of Telegram.") << true << qint64(11286994);
    QTest::newRow("metascraper__no-iframe")
        << PageClass::PlainChannel << QStringLiteral("DiaboxApp") << QStringLiteral("DiaBox")
        << QStringLiteral("DiaBox App Official Channel") << false << qint64(5012);
    QTest::newRow("sherlock-telegram__tme_bot")
        << PageClass::Bot << QStringLiteral("BotFather") << QStringLiteral("BotFather")
        << QStringLiteral(
               "BotFather is the one bot to rule them all. Use it to create new bot accounts and manage your "
               "existing bots.")
        << true << qint64(-1);
    QTest::newRow("sherlock-telegram__tme_user") << PageClass::User << QStringLiteral("nikolai")
                                                 << QStringLiteral("Nikolai") << QString() << false << qint64(-1);
    QTest::newRow("sherlock-telegram__tme_free")
        << PageClass::NoSuchName << QStringLiteral("zzq9x7v2knot44") << QString() << QString() << false << qint64(-1);
    QTest::newRow("metascraper__post-full-image") << PageClass::PostPage << QStringLiteral("chollometro")
                                                  << QStringLiteral("Chollometro") << QString() << false << qint64(-1);
    QTest::newRow("metascraper__post-link-image") << PageClass::PostPage << QStringLiteral("teslahunt")
                                                  << QStringLiteral("Tesla Hunt") << QString() << false << qint64(-1);
    QTest::newRow("metascraper__post-right-preview")
        << PageClass::PostPage << QStringLiteral("teslahunt") << QStringLiteral("Tesla Hunt") << QString() << false
        << qint64(-1);
}

void PreviewFixturesTest::plainPagesAreTold()
{
    QFETCH(PageClass, pageClass);
    QFETCH(QString, username);
    QFETCH(QString, title);
    QFETCH(QString, description);
    QFETCH(bool, verified);
    QFETCH(qint64, subscribers);
    const PreviewPage page = parse(QTest::currentDataTag());
    QCOMPARE(page.pageClass, pageClass);
    QCOMPARE(page.info.username, username);
    QCOMPARE(page.info.title, title);
    QCOMPARE(page.info.description, description);
    QCOMPARE(page.info.verified, verified);
    QCOMPARE(page.subscribersExact, subscribers);
    QVERIFY(page.posts.isEmpty());
    QCOMPARE(page.postsSeen, 0);
}

void PreviewFixturesTest::middlePageHasBothLinks()
{
    const PreviewPage page = parse("transcribed__tme-s__durov_before528_head_tail");
    QCOMPARE(page.pageClass, PageClass::Channel);
    QCOMPARE(page.olderBefore, 508);
    QCOMPARE(page.newerAfter, 527);
    QCOMPARE(page.info.username, QStringLiteral("durov"));
    QCOMPARE(page.info.subscribers->value, 10500000);
    QCOMPARE(page.info.photos->value, 102);
    QCOMPARE(page.info.videos->value, 46);
    QCOMPARE(page.info.links->value, 200);
    QVERIFY(page.info.verified);
}

void PreviewFixturesTest::channelColumnAloneIsRead()
{
    const PreviewPage page = parse("tchan__channel_info");
    QCOMPARE(page.pageClass, PageClass::Channel);
    QCOMPARE(page.info.username, QStringLiteral("tchantest"));
    QCOMPARE(page.info.title, QStringLiteral("tchan's test channel 👍"));
    QCOMPARE(page.info.description, QStringLiteral("Test channel for tchan Python library/CLI"));
    QCOMPARE(*page.info.subscribers, (Count{1, QStringLiteral("1"), false}));
    QCOMPARE(page.info.photos->value, 3);
    QCOMPARE(page.info.videos->value, 2);
    QCOMPARE(page.info.links->value, 4);
    QVERIFY(!page.info.files);
}

void PreviewFixturesTest::noPostsFoundIsToldApart()
{
    const PreviewPage page = parse("tchan__no_posts_found");
    QCOMPARE(page.pageClass, PageClass::EmptyChannel);
    QVERIFY(page.noPostsFound);
    QVERIFY(page.posts.isEmpty());
    QCOMPARE(page.postsSeen, 0);
}

void PreviewFixturesTest::everyFileKeepsTheInvariants()
{
    const QDir folder(QStringLiteral(VESTNIK_SHARED_DIR "/fixtures/web-preview"));
    const QStringList names = folder.entryList({QStringLiteral("*.html")});
    QVERIFY(names.size() > 20);
    for (const QString &name : names) {
        const PreviewPage page = parsePreviewPage(readFile(folder.filePath(name)), {});
        QCOMPARE(brokenInvariant(page), QString());
        QCOMPARE(page.postsUnreadable, 0);
        QVERIFY(!page.reread);
        QVERIFY2(page.unknown.isEmpty(), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(PreviewFixturesTest)

#include "tst_previewfixtures.moc"
