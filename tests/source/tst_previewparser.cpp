// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/source/fixtures.h"

#include <QTest>

#include <algorithm>

using namespace vestnik;

/// Every feature of the markup on one page of our own, also those that no saved page shows.
class PreviewParserTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void channelAndPagingAreRead();
    void formattingBecomesEntities();
    void linksAreToldApart();
    void albumIsOnePost();
    void replyIsNoPartOfTheText();
    void reactionsOfEveryKindAreRead();
    void buttonsKeepTheirRows();
    void contactsAndStickersAreRead();
    void serviceMessagesAreToldApart();
    void hiddenPostIsToldFromATwin();
    void unknownMarkupIsCounted();
    void pollKeepsPercentsAndVoters();
    void whiteSpaceOfTheSourceIsNoText_data();
    void whiteSpaceOfTheSourceIsNoText();
    void kindOfAVideo_data();
    void kindOfAVideo();
    void nameThatWasAskedForFillsIn();

private:
    Post post(MessageId id) const
    {
        const auto found = std::find_if(
            m_page.posts.begin(), m_page.posts.end(), [id](const Post &item) { return item.messageId == id; });
        return found == m_page.posts.end() ? Post() : *found;
    }
    static Post parsePost(const QByteArray &inside);

    PreviewPage m_page;
};

/// A message with something in its bubble.
Post PreviewParserTest::parsePost(const QByteArray &inside)
{
    const PreviewPage page = parsePreviewPage(
        "<div class=\"tgme_widget_message_wrap\"><div class=\"tgme_widget_message\" data-post=\"name/5\">" + inside
            + "</div></div>",
        QStringLiteral("name"));
    return page.posts.value(0);
}

void PreviewParserTest::initTestCase()
{
    m_page = parsePreviewPage(readFile(pagePath(QStringLiteral("features"))), QStringLiteral("proba_pera"));
    QCOMPARE(m_page.posts.size(), 12);
    QCOMPARE(m_page.postsSeen, 12);
    QCOMPARE(m_page.postsUnreadable, 0);
    QVERIFY(!m_page.reread);
    QCOMPARE(brokenInvariant(m_page), QString());
}

void PreviewParserTest::channelAndPagingAreRead()
{
    QCOMPARE(m_page.pageClass, PageClass::Channel);
    QCOMPARE(m_page.olderBefore, 100);
    QCOMPARE(m_page.newerAfter, 140);
    QCOMPARE(m_page.info.username, QStringLiteral("Proba_Pera"));
    QCOMPARE(m_page.info.title, QStringLiteral("Проба & Co 🪶"));
    QCOMPARE(m_page.info.telegramId, 1234567890);
    QCOMPARE(m_page.info.description, QStringLiteral("Первая строка\nВторая: https://example.org/?a=1&b=2"));
    QVERIFY(!m_page.info.verified);
    QVERIFY(m_page.info.photoUrl.isEmpty()); // a drawing with initials
    QCOMPARE(*m_page.info.subscribers, (Count{12345, QStringLiteral("12\u00a0345"), false}));
    QCOMPARE(*m_page.info.photos, (Count{1, QStringLiteral("1"), false}));
    QCOMPARE(*m_page.info.files, (Count{1050, QStringLiteral("1.05K"), true}));
    QVERIFY(!m_page.info.videos && !m_page.info.links);
}

void PreviewParserTest::formattingBecomesEntities()
{
    const Post first = post(100);
    QCOMPARE(first.viaBot, QStringLiteral("gif"));
    QCOMPARE(first.postedAt, moment("2026-02-28T23:59:59Z"));
    QCOMPARE(*first.views, (Count{999, QStringLiteral("999"), false}));
    QCOMPARE(first.body.text,
        QStringLiteral("жирный курсив черта зачёркнуто тайна a  <  b\nif (a && b)\n    go();\nend"
                       "цитата с вложениемдлинная\nстарая тайна"));
    QCOMPARE(shownEntities(first.body),
        (QStringList{QStringLiteral("bold 'жирный'"), QStringLiteral("italic 'курсив'"),
            QStringLiteral("underline 'черта'"), QStringLiteral("strike 'зачёркнуто'"),
            QStringLiteral("spoiler 'тайна'"), QStringLiteral("code 'a  <  b'"),
            QStringLiteral("pre 'if (a && b)\n    go();\nend' cpp"), QStringLiteral("blockquote 'цитата с вложением'"),
            QStringLiteral("bold 'с вложением'"), QStringLiteral("italic 'вложением'"),
            QStringLiteral("blockquote 'длинная' expandable"), QStringLiteral("spoiler 'старая тайна'")}));
}

void PreviewParserTest::linksAreToldApart()
{
    const Post links = post(101);
    QCOMPARE(links.postedAt, moment("2026-03-01T00:00:00Z")); // served with another offset
    QCOMPARE(shownEntities(links.body),
        (QStringList{QStringLiteral("text_link 'слово' https://example.org/a?x=1&y=2"),
            QStringLiteral("url 'https://example.org/a?x=1&amp;y=2' https://example.org/a?x=1&amp;y=2"),
            QStringLiteral("url 'python.org' http://python.org/"),
            QStringLiteral("url 'https://ru.wikipedia.org/wiki/Мир' https://ru.wikipedia.org/wiki/%D0%9C%D0%B8%D1%80"),
            QStringLiteral("mention '@some_name' https://t.me/Some_Name"),
            QStringLiteral("text_link '@some_name' https://t.me/other"), QStringLiteral("hashtag '#тег' тег"),
            QStringLiteral("hashtag '$TON' $TON"), QStringLiteral("email 'post@example.org' mailto:post@example.org"),
            QStringLiteral("phone '+7 000 000-00-00' tel:+70000000000"),
            QStringLiteral("text_link 'tg' tg://resolve?domain=x_name")}));
    QVERIFY(!links.views);
}

void PreviewParserTest::albumIsOnePost()
{
    const Post album = post(102);
    QCOMPARE(album.kind, PostKind::Album);
    QCOMPARE(album.albumIds, (QList<MessageId>{102, 103}));
    QCOMPARE(album.lastMessageId(), 103);
    QCOMPARE(album.body.text, QStringLiteral("Подпись альбома"));
    QCOMPARE(shownEntities(album.body), QStringList{QStringLiteral("bold 'альбома'")});
    QCOMPARE(*album.views, (Count{1200000, QStringLiteral("1.2M"), true}));
    QCOMPARE(*album.forwardedFrom,
        (ForwardOrigin{QStringLiteral("Origin"), QStringLiteral("https://t.me/origin_ch/77"),
            QStringLiteral("origin_ch"), 77, QStringLiteral("A. Author")}));
    QCOMPARE(album.media.size(), 2);
    QCOMPARE(album.media.first().kind, MediaKind::Photo);
    QCOMPARE(album.media.first().messageId, 103);
    QCOMPARE(album.media.first().url, QStringLiteral("https://cdn1.example.org/file/one.jpg"));
    QCOMPARE(album.media.first().aspect, 2.0); // the page tells width / height
    QCOMPARE(album.media.first().width, 0); // its box is cut to fit
    QCOMPARE(album.media.last().kind, MediaKind::Video);
    QCOMPARE(album.media.last().messageId, 102);
    QCOMPARE(album.media.last().url, QStringLiteral("https://cdn1.example.org/file/two.mp4"));
    QCOMPARE(album.media.last().durationSeconds, 3723);
    QVERIFY(!album.partlyUnsupported);
}

void PreviewParserTest::replyIsNoPartOfTheText()
{
    const Post reply = post(110);
    QCOMPARE(reply.body.text, QStringLiteral("сам ответ"));
    QCOMPARE(*reply.replyTo,
        (ReplyTarget{90, QStringLiteral("Proba_Pera"), QStringLiteral("Проба"), QStringLiteral("цитата ответа")}));
    QCOMPARE(reply.author, QStringLiteral("Редактор edited"));
    QVERIFY(!reply.edited);
    QCOMPARE(reply.views->value, 1);
}

void PreviewParserTest::reactionsOfEveryKindAreRead()
{
    QCOMPARE(post(110).reactions,
        (QList<Reaction>{{ReactionKind::Stars, {}, {2490, QStringLiteral("2.49K"), true}},
            {ReactionKind::CustomEmoji, QStringLiteral("55"), {7, QStringLiteral("7"), false}},
            {ReactionKind::CustomEmoji, QStringLiteral("56"), {8, QStringLiteral("8"), false}},
            {ReactionKind::Emoji, QStringLiteral("❤"), {1100, QStringLiteral("1.1K"), true}}}));
}

void PreviewParserTest::buttonsKeepTheirRows()
{
    QCOMPARE(post(110).buttons,
        (QList<InlineButton>{{QStringLiteral("Один 🛎️"), QStringLiteral("https://example.org/1"), 0},
            {QStringLiteral("Два"), QStringLiteral("https://example.org/2"), 0}, {QStringLiteral("Три"), {}, 1}}));
}

void PreviewParserTest::contactsAndStickersAreRead()
{
    const Post contact = post(111);
    QCOMPARE(contact.kind, PostKind::Contact);
    QCOMPARE(contact.media.size(), 1);
    QCOMPARE(contact.media.first().title, QStringLiteral("Иван Петров"));
    QCOMPARE(contact.media.first().extra, QStringLiteral("+7 900 000-00-00"));
    QVERIFY(contact.edited);
    const Post animated = post(112);
    QCOMPARE(animated.kind, PostKind::Sticker);
    QCOMPARE(animated.media.size(), 1);
    QCOMPARE(animated.media.first().url, QStringLiteral("https://cdn1.example.org/s.tgs?token=1"));
    QCOMPARE(animated.media.first().thumbnailUrl, QStringLiteral("https://cdn1.example.org/s.webp"));
    QVERIFY(!animated.partlyUnsupported);
    const Post video = post(113);
    QCOMPARE(video.kind, PostKind::Sticker);
    QCOMPARE(video.media.first().url, QStringLiteral("https://cdn1.example.org/s.webm"));
    QCOMPARE(video.media.first().thumbnailUrl, QStringLiteral("https://cdn1.example.org/p.jpg"));
}

void PreviewParserTest::serviceMessagesAreToldApart()
{
    const Post pinned = post(114);
    QCOMPARE(pinned.kind, PostKind::Service);
    QVERIFY(pinned.pinned);
    QCOMPARE(pinned.body.text, QStringLiteral("Проба pinned «сам ответ»"));
    QVERIFY(pinned.links().isEmpty());
    const Post renamed = post(115);
    QCOMPARE(renamed.kind, PostKind::Service);
    QVERIFY(!renamed.pinned);
    QCOMPARE(renamed.body.text, QStringLiteral("Channel name was changed to «Who pinned it»"));
}

void PreviewParserTest::hiddenPostIsToldFromATwin()
{
    const Post hidden = post(116);
    QCOMPARE(hidden.kind, PostKind::Unsupported);
    QVERIFY(hidden.partlyUnsupported);
    QCOMPARE(hidden.body.text, QString());
    QCOMPARE(hidden.views->value, 10);
    const Post shown = post(117);
    QCOMPARE(shown.kind, PostKind::Text);
    QVERIFY(!shown.partlyUnsupported);
}

void PreviewParserTest::unknownMarkupIsCounted()
{
    QCOMPARE(m_page.unknown,
        (QMap<QString, int>{{QStringLiteral(".tgme_widget_message_future_part"), 1}, {QStringLiteral("<sup>"), 1}}));
    // What is not known takes nothing away: the text goes on.
    QCOMPARE(post(117).body.text, QStringLiteral("🎭 два  пробела\u00a0и неразрывный \n отступ\nещё 2 текст"));
    QCOMPARE(shownEntities(post(117).body), QStringList{QStringLiteral("custom_emoji '🎭' 77")});
}

void PreviewParserTest::pollKeepsPercentsAndVoters()
{
    const Post poll = post(118);
    QCOMPARE(poll.kind, PostKind::Poll);
    QCOMPARE(poll.media.size(), 1);
    QCOMPARE(poll.media.first().question, QStringLiteral("Кто за?"));
    QCOMPARE(poll.media.first().pollType, QStringLiteral("Final Results"));
    QCOMPARE(*poll.media.first().voters, (Count{1500, QStringLiteral("1.5K"), true}));
    QCOMPARE(
        poll.media.first().options, (QList<PollOption>{{QStringLiteral("Я ✋"), 67}, {QStringLiteral("Не я"), 33}}));
    QCOMPARE(poll.views->value, 4000);
}

void PreviewParserTest::whiteSpaceOfTheSourceIsNoText_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("entities");
    const auto row = [](const char *name, const char *html, const char *text, const QStringList &entities = {}) {
        QTest::newRow(name) << QByteArray(html) << QString::fromUtf8(text) << entities;
    };
    row("indentation at the ends", "\n      one\n      ", "one");
    row("indentation between words", "one\n      two", "one two");
    row("indentation beside a break", "one\n   <br/>\n   two", "one\ntwo");
    row("blanks stay", "one  two <br/> three", "one  two \n three");
    row("blanks at the ends go", "  one  ", "one");
    row("no-break spaces stay", "&nbsp;one&nbsp;", "\u00a0one\u00a0");
    row("empty lines stay", "one<br/><br/><br/>two", "one\n\n\ntwo");
    row("blank inside of bold", "is<b> 4 </b>of", "is 4 of", {QStringLiteral("bold ' 4 '")});
    row("indentation inside of bold", "is <b>\n  4\n  </b> of", "is 4 of", {QStringLiteral("bold '4'")});
    row("entity at the very end", "one <b>two </b>\n ", "one two", {QStringLiteral("bold 'two'")});
    row("only blanks in bold", "one<b>  </b>", "one");
    row("entities are decoded once", "&amp;lt; &#33;&#036;&#39;&quot; &#x1F600;", "&lt; !$'\" 😀");
    row("emoji is no formatting", "<b>a<i class=\"emoji\"><b>👍</b></i></b>", "a👍", {QStringLiteral("bold 'a👍'")});
    row("surrogates are counted", "😀<i>x</i>", "😀x", {QStringLiteral("italic 'x'")});
    row("same range, outer first", "<b><i>x</i></b>", "x", {QStringLiteral("bold 'x'"), QStringLiteral("italic 'x'")});
}

void PreviewParserTest::whiteSpaceOfTheSourceIsNoText()
{
    QFETCH(QByteArray, html);
    QFETCH(QString, text);
    QFETCH(QStringList, entities);
    const Post made =
        parsePost("<div class=\"tgme_widget_message_text js-message_text\" dir=\"auto\">" + html + "</div><p>\n</p>");
    QCOMPARE(made.body.text, text);
    QCOMPARE(shownEntities(made.body), entities);
}

void PreviewParserTest::kindOfAVideo_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<MediaKind>("kind");
    QTest::addColumn<bool>("tooBig");
    const QByteArray video = "<video src=\"https://c.org/a.mp4\" class=\"tgme_widget_message_video\"></video>";
    const QByteArray play = "<div class=\"message_video_play js-message_video_play\"></div>";
    QTest::newRow("plays") << QByteArray(video + play) << MediaKind::Video << false;
    QTest::newRow("has a duration") << QByteArray(video + "<time class=\"message_video_duration\">0:01</time>")
                                    << MediaKind::Video << false;
    QTest::newRow("loops") << video << MediaKind::Gif << false;
    QTest::newRow("no file") << play << MediaKind::Video << true;
    QTest::newRow("file named twice") << QByteArray(video + video + play) << MediaKind::Video << false;
}

void PreviewParserTest::kindOfAVideo()
{
    QFETCH(QByteArray, inside);
    QFETCH(MediaKind, kind);
    QFETCH(bool, tooBig);
    const Post made =
        parsePost("<a class=\"tgme_widget_message_video_player js-message_video_player\" href=\"https://t.me/name/5\">"
            + inside + "</a><span class=\"tgme_widget_message_views\">1</span>");
    QCOMPARE(made.media.size(), 1);
    QCOMPARE(made.media.first().kind, kind);
    QCOMPARE(made.media.first().tooBig, tooBig);
    QCOMPARE(made.media.first().messageId, 0);
}

void PreviewParserTest::nameThatWasAskedForFillsIn()
{
    const PreviewPage empty = parsePreviewPage(
        "<div class=\"tgme_channel_history\"><div class=\"tme_no_messages_found\">No posts found</div></div>",
        QStringLiteral("Asked"));
    QCOMPARE(empty.pageClass, PageClass::EmptyChannel);
    QCOMPARE(empty.info.username, QStringLiteral("Asked"));
    const PreviewPage closed = parsePreviewPage(
        "<div class=\"tgme_channel_history\"><div class=\"tme_no_messages_found\">This channel can&#39;t be "
        "displayed because it violated local laws.</div></div>",
        QStringLiteral("Asked"));
    QCOMPARE(closed.pageClass, PageClass::Restricted);
    QCOMPARE(closed.notice, QStringLiteral("This channel can't be displayed because it violated local laws."));
    QCOMPARE(
        parsePreviewPage("<html><title>Sign in</title><form></form></html>", QStringLiteral("Asked")).info.username,
        QString());
}

QTEST_GUILESS_MAIN(PreviewParserTest)

#include "tst_previewparser.moc"
