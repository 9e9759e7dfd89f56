// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/telegrammessage.h"
#include "core/store/channelrepository.h"
#include "tests/archive/transferfixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

// Written by hand after what Telegram Desktop writes: indented, strings for Unix times, text in both forms.
const QByteArray richMessage = R"json({
   "id": 42, "type": "message", "date": "2026-05-20T15:00:00", "date_unixtime": "1779278400",
   "edited": "2026-05-20T16:00:00", "edited_unixtime": "1779282000",
   "from": "Новости", "from_id": "channel1234567890", "author": "Редактор",
   "forwarded_from": "Источник", "reply_to_message_id": 40, "via_bot": "@gif",
   "photo": "(File not included. Change data exporting settings to download.)", "width": 800, "height": 450,
   "text": ["Жирный 👍", {"type": "bold", "text": "x"}],
   "text_entities": [
     {"type": "bold", "text": "Жирный"}, {"type": "plain", "text": " 👍 "},
     {"type": "italic", "text": "i"}, {"type": "underline", "text": "u"}, {"type": "strikethrough", "text": "s"},
     {"type": "spoiler", "text": "тайна"}, {"type": "code", "text": "c"},
     {"type": "pre", "text": "int x;", "language": "c++"},
     {"type": "blockquote", "text": "quote", "collapsed": true},
     {"type": "text_link", "text": "here", "href": "https://example.org/?a=1&b=2"},
     {"type": "link", "text": "example.org"}, {"type": "mention", "text": "@durov"},
     {"type": "mention_name", "text": "Pavel", "user_id": 5}, {"type": "hashtag", "text": "#тег"},
     {"type": "email", "text": "a@b.c"}, {"type": "phone", "text": "+123"},
     {"type": "custom_emoji", "text": "🔥", "document_id": "5368324170671202286"},
     {"type": "cashtag", "text": "$GAZP"}, {"type": "bot_command", "text": "/start"}, {"type": "unheard", "text": "!"}],
   "reactions": [{"type": "emoji", "count": 12, "emoji": "👍"}, {"type": "paid", "count": 3},
     {"type": "custom_emoji", "count": 1, "document_id": "77"}],
   "inline_bot_buttons": [[{"type": "url", "text": "Open", "data": "https://example.org/b"}],
     [{"type": "callback", "text": "Press", "dataBase64": "eA=="}]]
  })json";

QJsonObject parsed(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

QByteArray message(MessageId id, const QByteArray &text, const QByteArray &more = {})
{
    return "{\"id\":" + QByteArray::number(id) + ",\"type\":\"message\",\"date\":\"2026-05-20T12:00:00\","
        + "\"date_unixtime\":\"" + QByteArray::number(1'779'278'400 + id) + "\",\"text\":\"" + text + "\"" + more + "}";
}

QByteArray chat(const QByteArray &name, const QByteArray &type, qint64 id, const QByteArrayList &messages)
{
    return "{\n \"name\": " + name + ",\n \"type\": \"" + type + "\",\n \"id\": " + QByteArray::number(id)
        + ",\n \"messages\": [\n  " + messages.join(",\n  ") + "\n ]\n}";
}

} // namespace

class TestImportTelegram final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messageWithEverything();
    void mediaOfAllKinds_data();
    void mediaOfAllKinds();
    void olderFormOfText();
    void serviceMessages();
    void whatIsNoMessage();
    void oneChat();
    void allChats();
    void knownChannelIsFoundByItsNumber();
    void brokenPartsAreCounted();
    void cutOffFileGivesWhatItHas();
    void hugeNestingIsHarmless();

private:
    Result<TaskReport> imported(TempStore &store, const QByteArray &content)
    {
        const QString path = m_folder.filePath(QStringLiteral("result.json"));
        return writeFile(path, content) ? importPosts(store.database(), sourceOf(path), noon, TaskControl())
                                        : failure(ErrorCode::Internal);
    }

    QTemporaryDir m_folder;
};

void TestImportTelegram::messageWithEverything()
{
    const std::optional<Post> post = postFromTelegram(parsed(richMessage), false);
    QVERIFY(post);
    QCOMPARE(post->messageId, 42);
    QCOMPARE(post->postedAt, noon);
    QVERIFY(post->edited);
    QCOMPARE(post->kind, PostKind::Photo);
    QCOMPARE(post->author, QStringLiteral("Редактор"));
    QCOMPARE(post->viaBot, QStringLiteral("gif"));
    QCOMPARE(post->forwardedFrom->name, QStringLiteral("Источник"));
    QCOMPARE(post->replyTo->messageId, 40);
    QCOMPARE(post->media.size(), 1);
    QCOMPARE(post->media.first().width, 800);
    QCOMPARE(post->media.first().aspect, 0.5625);
    QVERIFY(post->media.first().url.isEmpty());
    QCOMPARE(post->body.text,
        QStringLiteral("Жирный 👍 iusтайнаcint x;quotehereexample.org@durovPavel#тегa@b.c+123🔥"
                       "$GAZP/start!"));
    struct Expected {
        EntityType type;
        const char *text;
        const char *data;
    };
    const QList<Expected> expected{{EntityType::Bold, "Жирный", ""}, {EntityType::Italic, "i", ""},
        {EntityType::Underline, "u", ""}, {EntityType::Strike, "s", ""}, {EntityType::Spoiler, "тайна", ""},
        {EntityType::Code, "c", ""}, {EntityType::Pre, "int x;", "c++"},
        {EntityType::Blockquote, "quote", "expandable"}, {EntityType::Link, "here", "https://example.org/?a=1&b=2"},
        {EntityType::Url, "example.org", "http://example.org"}, {EntityType::Mention, "@durov", "https://t.me/durov"},
        {EntityType::Link, "Pavel", "tg://user?id=5"}, {EntityType::Hashtag, "#тег", "тег"},
        {EntityType::Email, "a@b.c", "mailto:a@b.c"}, {EntityType::Phone, "+123", "tel:+123"},
        {EntityType::CustomEmoji, "🔥", "5368324170671202286"}};
    QCOMPARE(post->body.entities.size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const TextEntity &entity = post->body.entities.at(i);
        QCOMPARE(entity.type, expected.at(i).type);
        QCOMPARE(post->body.text.mid(entity.offset, entity.length), QString::fromUtf8(expected.at(i).text));
        QCOMPARE(entity.data, QString::fromUtf8(expected.at(i).data));
    }
    QCOMPARE(post->reactions,
        (QList<Reaction>{{ReactionKind::Emoji, QStringLiteral("👍"), Count{12, QStringLiteral("12"), false}},
            {ReactionKind::Stars, {}, Count{3, QStringLiteral("3"), false}},
            {ReactionKind::CustomEmoji, QStringLiteral("77"), Count{1, QStringLiteral("1"), false}}}));
    QCOMPARE(post->buttons,
        (QList<InlineButton>{
            {QStringLiteral("Open"), QStringLiteral("https://example.org/b"), 0}, {QStringLiteral("Press"), {}, 1}}));
    QCOMPARE(postFromTelegram(parsed(richMessage), true)->author, QStringLiteral("Новости"));
}

void TestImportTelegram::mediaOfAllKinds_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<PostKind>("kind");
    QTest::addColumn<QString>("title");
    const QByteArray file = ",\"file\":\"files/a.bin\"";
    QTest::newRow("video") << file + ",\"media_type\":\"video_file\",\"file_name\":\"v.mp4\",\"duration_seconds\":7"
                           << PostKind::Video << QStringLiteral("v.mp4");
    QTest::newRow("gif") << file + ",\"media_type\":\"animation\"" << PostKind::Gif << QString();
    QTest::newRow("round") << file + ",\"media_type\":\"video_message\"" << PostKind::Round << QString();
    QTest::newRow("voice") << file + ",\"media_type\":\"voice_message\"" << PostKind::Voice << QString();
    QTest::newRow("audio") << file + ",\"media_type\":\"audio_file\",\"performer\":\"P\",\"title\":\"Song\""
                           << PostKind::Audio << QStringLiteral("Song");
    QTest::newRow("sticker") << file + ",\"media_type\":\"sticker\",\"sticker_emoji\":\"😀\"" << PostKind::Sticker
                             << QStringLiteral("😀");
    QTest::newRow("file") << file + ",\"mime_type\":\"application/pdf\",\"file_name\":\"a.pdf\"" << PostKind::Document
                          << QStringLiteral("a.pdf");
    QTest::newRow("place") << QByteArray(",\"location_information\":{\"latitude\":55.75,\"longitude\":37.61},"
                                         "\"place_name\":\"Здесь\"")
                           << PostKind::Location << QStringLiteral("Здесь");
    QTest::newRow("contact") << QByteArray(",\"contact_information\":{\"first_name\":\"A\",\"last_name\":\"B\","
                                           "\"phone_number\":\"+1\"}")
                             << PostKind::Contact << QStringLiteral("A B");
    QTest::newRow("game") << QByteArray(",\"game_title\":\"Chess\"") << PostKind::Unsupported
                          << QStringLiteral("Chess");
}

void TestImportTelegram::mediaOfAllKinds()
{
    QFETCH(QByteArray, part);
    QFETCH(PostKind, kind);
    QFETCH(QString, title);
    const std::optional<Post> post = postFromTelegram(parsed(message(1, "x", part)), false);
    QVERIFY(post);
    QCOMPARE(post->kind, kind);
    QCOMPARE(post->media.size(), 1);
    QCOMPARE(post->media.first().title, title);
    if (kind == PostKind::Video) {
        QCOMPARE(post->media.first().durationSeconds, 7);
    }
    const std::optional<Post> poll =
        postFromTelegram(parsed(message(1, "",
                             ",\"poll\":{\"question\":\"Q\",\"closed\":true,\"total_voters\":8,\"answers\":["
                             "{\"text\":\"Yes\",\"voters\":6,\"chosen\":false},{\"text\":\"No\",\"voters\":2}]}")),
            false);
    QCOMPARE(poll->kind, PostKind::Poll);
    QCOMPARE(poll->media.first().options, (QList<PollOption>{{QStringLiteral("Yes"), 75}, {QStringLiteral("No"), 25}}));
    QCOMPARE(poll->media.first().voters->value, 8);
}

void TestImportTelegram::olderFormOfText()
{
    const std::optional<Post> post = postFromTelegram(parsed(R"({"id":7,"type":"message","date":"2026-05-20T12:00:00",
            "text":["before ",{"type":"bold","text":"bold"}," after"]})"),
        false);
    QVERIFY(post);
    QCOMPARE(post->postedAt, noon); // no zone: UTC
    QCOMPARE(post->body.text, QStringLiteral("before bold after"));
    QCOMPARE(post->body.entities, (QList<TextEntity>{{EntityType::Bold, 7, 4, {}}}));
}

void TestImportTelegram::serviceMessages()
{
    const QByteArray begin = R"({"id":7,"type":"service","date_unixtime":"1779278400","actor":"A","action":")";
    const std::optional<Post> pin =
        postFromTelegram(parsed(begin + "pin_message\",\"message_id\":5,\"text\":\"\"}"), false);
    QCOMPARE(pin->kind, PostKind::Service);
    QVERIFY(pin->pinned);
    QCOMPARE(pin->replyTo->messageId, 5);
    const std::optional<Post> other = postFromTelegram(parsed(begin + "some_new_thing\"}"), false);
    QCOMPARE(other->kind, PostKind::Service);
    QCOMPARE(other->body.text, QStringLiteral("some new thing"));
}

void TestImportTelegram::whatIsNoMessage()
{
    for (const char *text : {"{}", R"({"id":0,"type":"message","date_unixtime":"1"})", R"({"id":5,"type":"message"})",
             R"({"id":-5,"type":"message","date_unixtime":"1779278400"})",
             R"({"id":"x","type":"message","date":"yesterday"})"}) {
        QVERIFY2(!postFromTelegram(parsed(text), false), text);
    }
}

void TestImportTelegram::oneChat()
{
    TempStore store;
    const QByteArray content =
        chat("\"Новости\"", "public_channel", 1234567890, {message(1, "first"), richMessage, message(43, "last")});
    Result<TaskReport> report = imported(store, content);
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(fact(*report, "channels_added"), 1);
    QCOMPARE(fact(*report, "posts_added"), 3);
    const Result<ChannelRow> row = store.channels().byName(QStringLiteral("c/1234567890"));
    QVERIFY(row);
    QCOMPARE(row->title, QStringLiteral("Новости"));
    QCOMPARE(row->telegramId, 1234567890);
    QVERIFY(!row->active);
    QCOMPARE(row->unreadCount, 0);
    report = imported(store, content);
    QVERIFY(report);
    QCOMPARE(fact(*report, "channels_added"), 0);
    QCOMPARE(fact(*report, "posts_added"), 0);
    QCOMPARE(fact(*report, "posts_known"), 3);
    const QList<QJsonObject> posts = linesOf(dump(store, m_folder));
    QCOMPARE(posts.first().value(QStringLiteral("url")).toString(), QStringLiteral("https://t.me/c/1234567890/43"));
    QCOMPARE(posts.first().value(QStringLiteral("channel_title")).toString(), QStringLiteral("Новости"));
}

void TestImportTelegram::allChats()
{
    TempStore store;
    const QByteArray content =
        "{\"about\":\"[x]{\",\"personal_information\":{\"user_id\":1,\"messages\":[1]},"
        "\"contacts\":{\"list\":[{\"id\":1,\"name\":\"A\"}]},\"chats\":{\"about\":\"...\",\"list\":["
        + QByteArrayList{chat("\"A\"", "public_channel", 11, {message(1, "a"), message(2, "b")}),
            chat("\"Pavel\"", "personal_chat", 5, {message(1, "private")}),
            "{\"type\":\"saved_messages\",\"id\":6,\"messages\":[" + message(1, "mine") + "]}",
            chat("null", "private_supergroup", 12, {message(1, "c", ",\"from\":\"Anna\"")}),
            chat("\"G\"", "private_group", 12, {message(1, "d")}), chat("\"E\"", "private_channel", 13, {})}
              .join(',')
        + "]},\"left_chats\":{\"list\":[" + chat("\"L\"", "public_channel", 14, {message(9, "left")}) + "]}}";
    const Result<TaskReport> report = imported(store, content);
    QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
    QCOMPARE(fact(*report, "posts_added"), 5);
    QCOMPARE(fact(*report, "channels_added"), 5);
    QCOMPARE(fact(*report, "chats_skipped"), 2);
    QCOMPARE(fact(*report, "lines_broken"), 0);
    QCOMPARE(fact(*report, "file_incomplete"), -1);
    QStringList names;
    const Result<QList<ChannelRow>> rows = store.channels().rows();
    for (const ChannelRow &row : *rows) {
        names.append(row.username + QLatin1Char('=') + row.title);
    }
    names.sort();
    QCOMPARE(names,
        (QStringList{QStringLiteral("c/11=A"), QStringLiteral("c/12="), QStringLiteral("c/13=E"),
            QStringLiteral("c/14=L"), QStringLiteral("g/12=G")}));
    for (const QJsonObject &post : linesOf(dump(store, m_folder))) {
        QCOMPARE(post.value(QStringLiteral("author")).toString(),
            post.value(QStringLiteral("channel")) == QStringLiteral("c/12") ? QStringLiteral("Anna") : QString());
    }
}

void TestImportTelegram::knownChannelIsFoundByItsNumber()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    ChannelInfo info;
    info.username = QStringLiteral("somewhere");
    info.title = QStringLiteral("Ours");
    info.telegramId = 1234567890;
    QVERIFY(store.channels().setInfo(channel, info));
    QVERIFY(store.posts().storePage(channel, {albumPost({1, 2}, QStringLiteral("caption"))}, IdRange{1, 2}, noon));
    // An album is two messages there.
    const Result<TaskReport> report = imported(store,
        chat("\"Theirs\"", "public_channel", 1234567890, {message(1, "caption"), message(2, ""), message(3, "new")}));
    QVERIFY(report);
    QCOMPARE(fact(*report, "channels_added"), 0);
    QCOMPARE(fact(*report, "posts_added"), 1);
    QCOMPARE(fact(*report, "posts_known"), 2);
    QCOMPARE(fact(*report, "posts_different"), 0);
    QCOMPARE(store.channels().row(channel)->title, QStringLiteral("Ours"));
    QCOMPARE(store.channels().row(channel)->postCount, 2);
}

void TestImportTelegram::brokenPartsAreCounted()
{
    TempStore store;
    const QByteArray content = chat("\"A\"", "public_channel", 11,
        {message(1, "a"), "{\"id\": tru}", "7", "null", "{\"id\":5}", message(2, "b"),
            message(3, QByteArray(17 * 1024 * 1024, 'x')), message(4, "d")});
    const Result<TaskReport> report = imported(store, content);
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts_added"), 3);
    QCOMPARE(fact(*report, "lines_broken"), 5);
    QVERIFY(factText(*report, "lines_broken").startsWith(QStringLiteral("byte ")));
}

void TestImportTelegram::cutOffFileGivesWhatItHas()
{
    const QByteArray content = chat("\"A\"", "public_channel", 11, {message(1, "a"), message(2, "b"), message(3, "c")});
    QRandomGenerator random(9);
    for (int round = 0; round < 40; ++round) {
        TempStore store;
        const qsizetype at = content.indexOf("\"messages\": [") + 13 + random.bounded(int(content.size()) - 90);
        const Result<TaskReport> report = imported(store, content.left(at));
        QVERIFY2(report, report ? "" : qPrintable(errorEnglish(report.error())));
        QCOMPARE(fact(*report, "file_incomplete"), at >= content.size() ? -1 : 1);
        QCOMPARE(fact(*report, "posts_added"), content.left(at).count("\"}"));
        QCOMPARE(fact(*report, "lines_broken"), 0);
    }
    TempStore store;
    const Result<TaskReport> report = imported(store, content + "garbage");
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts_added"), 3);
    QCOMPARE(fact(*report, "file_incomplete"), 1);
}

void TestImportTelegram::hugeNestingIsHarmless()
{
    TempStore store;
    const QByteArray deep = QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']');
    Result<TaskReport> report = imported(store,
        chat("\"A\"", "public_channel", 11, {message(1, "a"), "{\"id\":2,\"x\":" + deep + "}", message(3, "c")}));
    QVERIFY(report);
    QCOMPARE(fact(*report, "posts_added"), 2);
    QCOMPARE(fact(*report, "lines_broken"), 1);
    report = imported(store, "{\"messages_of\":" + deep + "," + chat("\"A\"", "public_channel", 12, {}).mid(1));
    QVERIFY(!report || fact(*report, "file_incomplete") == 1);
}

VESTNIK_STORE_TEST_MAIN(TestImportTelegram)
#include "tst_importtelegram.moc"
