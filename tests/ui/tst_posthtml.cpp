// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postbrowser.h"
#include "ui/posts/posthtml.h"
#include "ui/posts/richtexthtml.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFragment>

using namespace vestnik;

namespace {

PostStyle plainStyle()
{
    PostStyle style;
    style.text = u"#000000"_qs;
    style.soft = u"#666666"_qs;
    style.link = u"#0000ff"_qs;
    style.codeGround = u"#eeeeee"_qs;
    style.bar = u"#8888ff"_qs;
    style.bad = u"#aa0000"_qs;
    return style;
}

/// What a text document makes of it: "[b]bold[/b]" and so on, so that the test checks the effect and not the tags.
QString seen(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    QString result;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QTextCharFormat format = fragment.charFormat();
            QString marks;
            if (format.isAnchor()) {
                marks += u"a="_qs + format.anchorHref() + QLatin1Char(' ');
            }
            marks += format.fontWeight() >= QFont::DemiBold ? u"b"_qs : QString();
            marks += format.fontItalic() ? u"i"_qs : QString();
            marks += format.fontUnderline() ? u"u"_qs : QString();
            marks += format.fontStrikeOut() ? u"s"_qs : QString();
            marks += format.fontFamilies().toStringList().contains(u"monospace"_qs) ? u"m"_qs : QString();
            const QString text = fragment.text().replace(QChar(0x2028), QLatin1Char('/'));
            result += marks.isEmpty() ? text : u"{%1|%2}"_qs.arg(marks.trimmed(), text);
        }
        result +=
            block.next().isValid() && !result.isEmpty() && !result.endsWith(QLatin1Char('\n')) ? u"\n"_qs : QString();
    }
    return result.trimmed();
}

TextEntity entity(EntityType type, int offset, int length, const QString &data = {})
{
    return TextEntity{type, offset, length, data};
}

Post samplePost()
{
    Post post;
    post.id = 1;
    post.channelId = 1;
    post.channel = u"durov"_qs;
    post.messageId = 12;
    post.postedAt = 1'700'000'000'000;
    return post;
}

QString built(const Post &post, const PostViewState &state = {})
{
    return PostHtml(post, u"Канал"_qs, plainStyle(), state).build();
}

} // namespace

Q_DECLARE_METATYPE(QList<TextEntity>)

class TestPostHtml final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formats_data();
    void formats();
    void hiddenTextIsNotInTheDocument();
    void shownSpoilerIsText();
    void quotesAndCodeAreBoxes();
    void foreignMarkupIsText_data();
    void foreignMarkupIsText();
    void dangerousAddressesAreNoLinks_data();
    void dangerousAddressesAreNoLinks();
    void entitiesBesideTheTextAreCut();
    void thousandsOfEntitiesAreFast();
    void headerTellsAllAboutThePost();
    void mediaAreListedAndNothingIsFetched();
    void picturesAreShownAfterTheyCame();
    void pollShowsShares();
    void placesButtonsAndCardsHaveLinks();
    void browserLoadsNothingByItself();
    void browserAnnouncesClicks();
};

void TestPostHtml::formats_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<TextEntity>>("entities");
    QTest::addColumn<QString>("expected");
    using E = EntityType;
    const QString text = u"one two three"_qs;
    const auto row = [](const char *name, const QString &body, const QList<TextEntity> &list, const QString &expected) {
        QTest::newRow(name) << body << list << expected;
    };
    row("plain", text, {}, u"one two three"_qs);
    row("bold", text, {entity(E::Bold, 4, 3)}, u"one {b|two} three"_qs);
    row("italic", text, {entity(E::Italic, 0, 3)}, u"{i|one} two three"_qs);
    row("underline", text, {entity(E::Underline, 8, 5)}, u"one two {u|three}"_qs);
    row("strike", text, {entity(E::Strike, 4, 3)}, u"one {s|two} three"_qs);
    row("code", text, {entity(E::Code, 4, 3)}, u"one {m|two} three"_qs);
    row("link", text, {entity(E::Link, 4, 3, u"https://a.example/?x=1&y=2"_qs)},
        u"one {a=https://a.example/?x=1&y=2|two} three"_qs);
    row("address", u"see https://a.example now"_qs, {entity(E::Url, 4, 17, u"https://a.example/"_qs)},
        u"see {a=https://a.example/|https://a.example} now"_qs);
    row("mention", u"by @durov"_qs, {entity(E::Mention, 3, 6, u"https://t.me/durov"_qs)},
        u"by {a=https://t.me/durov|@durov}"_qs);
    row("hashtag", u"#новость дня"_qs, {entity(E::Hashtag, 0, 8, u"новость"_qs)},
        u"{a=vestnik:tag/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D1%8C|#новость} дня"_qs);
    row("email", u"me@a.example"_qs, {entity(E::Email, 0, 12, u"mailto:me@a.example"_qs)},
        u"{a=mailto:me@a.example|me@a.example}"_qs);
    row("telephone is text", u"+7 999"_qs, {entity(E::Phone, 0, 6, u"tel:+7999"_qs)}, u"+7 999"_qs);
    row("custom emoji falls back", u"hi 🔥!"_qs, {entity(E::CustomEmoji, 3, 2, u"5368"_qs)}, u"hi 🔥!"_qs);
    row("line breaks", u"one\ntwo\n\nthree"_qs, {}, u"one/two//three"_qs);
    row("nested", text, {entity(E::Bold, 0, 13), entity(E::Italic, 4, 3)}, u"{b|one }{bi|two}{b| three}"_qs);
    row("same range", text, {entity(E::Bold, 4, 3), entity(E::Italic, 4, 3), entity(E::Underline, 4, 3)},
        u"one {biu|two} three"_qs);
    row("overlapping", text, {entity(E::Bold, 0, 7), entity(E::Italic, 4, 9)}, u"{b|one }{bi|two}{i| three}"_qs);
    row("overlapping three", u"abcdef"_qs, {entity(E::Bold, 0, 3), entity(E::Italic, 1, 3), entity(E::Underline, 2, 4)},
        u"{b|a}{bi|b}{biu|c}{iu|d}{u|ef}"_qs);
    row("bold over the end of a link", text, {entity(E::Link, 0, 7, u"https://a.example"_qs), entity(E::Bold, 4, 9)},
        u"{a=https://a.example|one }{a=https://a.example b|two}{b| three}"_qs);
    row("link in a link", text,
        {entity(E::Link, 0, 13, u"https://a.example"_qs), entity(E::Mention, 4, 3, u"https://t.me/two"_qs)},
        u"{a=https://a.example|one two three}"_qs);
    row("adjacent", u"abcd"_qs, {entity(E::Bold, 0, 2), entity(E::Italic, 2, 2)}, u"{b|ab}{i|cd}"_qs);
    row("unsorted", text, {entity(E::Italic, 4, 3), entity(E::Bold, 0, 3)}, u"{b|one} {i|two} three"_qs);
    row("spaces are kept", u"a  b   c"_qs, {}, u"a  b   c"_qs);
}

void TestPostHtml::formats()
{
    QFETCH(QString, text);
    QFETCH(QList<TextEntity>, entities);
    QFETCH(QString, expected);
    QCOMPARE(seen(richTextHtml(RichText{text, entities}, plainStyle(), false)), expected);
}

void TestPostHtml::hiddenTextIsNotInTheDocument()
{
    const RichText body{u"the butler did it"_qs,
        {entity(EntityType::Spoiler, 4, 13), entity(EntityType::Link, 4, 6, u"https://a.example"_qs)}};
    const QString html = richTextHtml(body, plainStyle(), false);
    QVERIFY(!html.contains(u"butler"_qs));
    QVERIFY(!html.contains(u"a.example"_qs));
    QVERIFY(html.contains(QLatin1String(spoilerAddress)));
    QVERIFY(seen(html).startsWith(u"the "_qs));
}

void TestPostHtml::shownSpoilerIsText()
{
    const RichText body{u"the butler did it"_qs, {entity(EntityType::Spoiler, 4, 13)}};
    QCOMPARE(seen(richTextHtml(body, plainStyle(), true)), u"the butler did it"_qs);
}

void TestPostHtml::quotesAndCodeAreBoxes()
{
    const RichText body{u"before\nint x;\n  y();\nquoted bold\nafter"_qs,
        {entity(EntityType::Pre, 7, 13, u"c<++"_qs), entity(EntityType::Blockquote, 21, 11),
            entity(EntityType::Bold, 28, 4)}};
    const QString html = richTextHtml(body, plainStyle(), false);
    QCOMPARE(html.count(u"<table"_qs), 2);
    QCOMPARE(html.count(u"</table>"_qs), 2);
    QVERIFY(html.contains(u"c&lt;++"_qs));
    const QString text = seen(html);
    QVERIFY2(text.contains(u"{m|int x;/  y();}"_qs), qPrintable(text));
    QVERIFY2(text.contains(u"quoted {b|bold}"_qs), qPrintable(text));
    QVERIFY(text.startsWith(u"before"_qs));
    QVERIFY(text.endsWith(u"after"_qs));
    // Overlapping boxes: nothing is lost and nothing doubled.
    const RichText tangled{u"abcdef"_qs, {entity(EntityType::Blockquote, 0, 4), entity(EntityType::Pre, 2, 4)}};
    const QString flat = seen(richTextHtml(tangled, plainStyle(), false));
    QString letters;
    for (const QChar c : flat) {
        letters += c >= u'a' && c <= u'f' ? QString(c) : QString();
    }
    QCOMPARE(letters, u"abcdef"_qs);
}

void TestPostHtml::foreignMarkupIsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("script") << u"<script>alert(1)</script>"_qs;
    QTest::newRow("image") << u"<img src=\"http://a.example/x.png\">"_qs;
    QTest::newRow("entity") << u"&lt;b&gt; &amp; \"quoted\" 'single'"_qs;
    QTest::newRow("closing tags") << u"</p></td></table></body><h1>big</h1>"_qs;
    QTest::newRow("own address") << u"<a href=\"vestnik:picture/0\">x</a>"_qs;
    QTest::newRow("placeholders") << u"%1 %2 %n %L1"_qs;
}

void TestPostHtml::foreignMarkupIsText()
{
    QFETCH(QString, text);
    QCOMPARE(seen(richTextHtml(RichText{text, {}}, plainStyle(), false)), text);
    Post post = samplePost();
    post.body.text = text;
    post.author = text;
    post.viaBot = text;
    post.forwardedFrom = ForwardOrigin{text, u"https://a.example/\"><b>x"_qs, {}, 0, text};
    post.replyTo = ReplyTarget{1, {}, text, text};
    post.linkPreview = LinkPreview{u"https://a.example"_qs, text, text, text, {}};
    Media document;
    document.kind = MediaKind::Document;
    document.title = text;
    document.extra = text;
    Media poll;
    poll.kind = MediaKind::Poll;
    poll.question = text;
    poll.pollType = text;
    poll.options = {PollOption{text, 50}};
    post.media = {document, poll};
    post.reactions = {Reaction{ReactionKind::Emoji, text, Count{1, text, false}}};
    post.buttons = {InlineButton{text, u"https://a.example"_qs, 0}};
    PostViewState state;
    state.pictures[0] = {PictureState::Kind::Failed, {}, text};
    const QString html = PostHtml(post, text, plainStyle(), state).build();
    QVERIFY(!html.contains(u"<script"_qs));
    QVERIFY(!html.contains(u"<h1"_qs));
    QVERIFY(!html.contains(u"<img src=\"http"_qs));
    QVERIFY(!html.contains(u"\"><b>x"_qs));
    QTextDocument document2;
    document2.setHtml(html);
    // Title, author, bot, forward and its author, reply and its author, body, site, title and text of the card, media
    // twice, poll three times, reaction twice, button.
    const int times = int(document2.toPlainText().replace(QChar(0xa0), QLatin1Char(' ')).count(text.simplified()));
    QVERIFY2(times >= 17, qPrintable(QString::number(times) + document2.toPlainText()));
}

void TestPostHtml::dangerousAddressesAreNoLinks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("good");
    QTest::newRow("https") << u"https://a.example/x"_qs << true;
    QTest::newRow("http") << u"http://a.example"_qs << true;
    QTest::newRow("capitals") << u"HTTPS://A.example"_qs << true;
    QTest::newRow("Cyrillic host") << u"https://пример.example/путь"_qs << true;
    QTest::newRow("telegram") << u"tg://resolve?domain=durov"_qs << true;
    QTest::newRow("mail") << u"mailto:me@a.example"_qs << true;
    QTest::newRow("javascript") << u"javascript:alert(1)"_qs << false;
    QTest::newRow("file") << u"file:///etc/passwd"_qs << false;
    QTest::newRow("data") << u"data:text/html,x"_qs << false;
    QTest::newRow("own") << u"vestnik:picture/0"_qs << false;
    QTest::newRow("ours in capitals") << u"VESTNIK:channel"_qs << false;
    QTest::newRow("relative") << u"/etc/passwd"_qs << false;
    QTest::newRow("host missing") << u"https:///x"_qs << false;
    QTest::newRow("telephone") << u"tel:+7999"_qs << false;
    QTest::newRow("program") << u"smb://host/x"_qs << false;
    QTest::newRow("empty") << QString() << false;
}

void TestPostHtml::dangerousAddressesAreNoLinks()
{
    QFETCH(QString, address);
    QFETCH(bool, good);
    QCOMPARE(isOpenableAddress(address), good);
    const RichText body{u"click me"_qs, {entity(EntityType::Link, 0, 8, address)}};
    QCOMPARE(richTextHtml(body, plainStyle(), false).contains(u"<a "_qs), good);
    QCOMPARE(linkHtml(address, u"x"_qs, plainStyle()).contains(u"<a "_qs), good);
}

void TestPostHtml::entitiesBesideTheTextAreCut()
{
    const RichText body{u"short"_qs,
        {entity(EntityType::Bold, 3, 1000), entity(EntityType::Italic, -5, 7), entity(EntityType::Strike, 50, 3),
            entity(EntityType::Underline, 2, -1), entity(EntityType::Code, 2147483647, 2147483647)}};
    QCOMPARE(seen(richTextHtml(body, plainStyle(), false)), u"{i|sh}o{b|rt}"_qs);
    QCOMPARE(seen(richTextHtml(RichText{{}, {entity(EntityType::Bold, 0, 5)}}, plainStyle(), false)), QString());
}

void TestPostHtml::thousandsOfEntitiesAreFast()
{
    RichText body;
    body.text = QString(4096, u'x');
    for (int i = 0; i < 4000; ++i) {
        body.entities.append(entity(i % 2 == 0 ? EntityType::Bold : EntityType::Italic, i, 3));
    }
    for (int i = 0; i < 1000; ++i) {
        body.entities.append(entity(EntityType::Blockquote, 0, 4096 - i));
    }
    QElapsedTimer timer;
    timer.start();
    const QString html = richTextHtml(body, plainStyle(), false);
    QVERIFY(!html.isEmpty());
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestPostHtml::headerTellsAllAboutThePost()
{
    Post post = samplePost();
    post.author = u"Ivan"_qs;
    post.edited = true;
    post.views = Count{1'200'000, u"1.2M"_qs, true};
    post.forwardedFrom = ForwardOrigin{u"Other"_qs, u"https://t.me/other/5"_qs, u"other"_qs, 5, u"Petr"_qs};
    post.replyTo = ReplyTarget{7, {}, u"Author"_qs, u"the beginning"_qs};
    const QString text = seen(built(post));
    for (const QString &part : {u"Канал"_qs, u"@durov"_qs, u"Ivan"_qs, u"1.2M"_qs, u"{a=https://t.me/other/5|Other}"_qs,
             u"Petr"_qs, u"{a=https://t.me/durov/7|Author}"_qs, u"the beginning"_qs}) {
        QVERIFY2(text.contains(part), qPrintable(part + u" in "_qs + text));
    }
}

void TestPostHtml::mediaAreListedAndNothingIsFetched()
{
    Post post = samplePost();
    post.kind = PostKind::Album;
    post.albumIds = {12, 13};
    Media photo;
    photo.url = u"https://cdn.example/1.jpg"_qs;
    Media video;
    video.kind = MediaKind::Video;
    video.messageId = 13;
    video.thumbnailUrl = u"https://cdn.example/2.jpg"_qs;
    video.url = u"https://cdn.example/2.mp4"_qs;
    video.durationSeconds = 65;
    Media document;
    document.kind = MediaKind::Document;
    document.title = u"report.pdf"_qs;
    document.extra = u"1.2 MB"_qs;
    document.url = u"https://cdn.example/report.pdf"_qs;
    post.media = {photo, video, document};
    QCOMPARE(PostHtml::pictures(post), (QStringList{photo.url, video.thumbnailUrl, QString(), QString()}));
    const QString html = built(post);
    QVERIFY(!html.contains(u"cdn.example"_qs));
    QVERIFY(html.contains(PostHtml::pictureAddress(0)));
    QVERIFY(html.contains(PostHtml::pictureAddress(1)));
    QVERIFY(!html.contains(PostHtml::pictureAddress(2)));
    const QString text = seen(html);
    QVERIFY(text.contains(u"1:05"_qs));
    QVERIFY(text.contains(u"report.pdf"_qs));
    QVERIFY(text.contains(u"https://t.me/durov/13"_qs));
}

void TestPostHtml::picturesAreShownAfterTheyCame()
{
    Post post = samplePost();
    Media photo;
    photo.url = u"https://cdn.example/1.jpg"_qs;
    post.media = {photo};
    PostViewState state;
    state.pictures[0] = {PictureState::Kind::Shown, QSize(960, 480), {}};
    const QString html = built(post, state);
    QVERIFY2(html.contains(u"<img src=\"vestnik:picture/0\" width=\"480\" height=\"240\"/>"_qs), qPrintable(html));
    state.pictures[0] = {PictureState::Kind::Loading, {}, {}};
    QVERIFY(!built(post, state).contains(u"vestnik:picture"_qs));
    state.pictures[0] = {PictureState::Kind::Failed, {}, u"gone"_qs};
    QVERIFY(seen(built(post, state)).contains(u"gone"_qs));
    QVERIFY(built(post, state).contains(u"vestnik:picture/0"_qs)); // to try again
}

void TestPostHtml::pollShowsShares()
{
    Post post = samplePost();
    Media poll;
    poll.kind = MediaKind::Poll;
    poll.question = u"Tea or coffee?"_qs;
    poll.pollType = u"Anonymous Poll"_qs;
    poll.options = {PollOption{u"Tea"_qs, 62}, PollOption{u"Coffee"_qs, 38}, PollOption{u"Water"_qs, -1},
        PollOption{u"All"_qs, 100}, PollOption{u"None"_qs, 0}};
    poll.voters = Count{1234, u"1.2K"_qs, true};
    post.media = {poll};
    const QString html = built(post);
    const QString text = seen(html);
    for (const QString &part : {u"Tea or coffee?"_qs, u"Anonymous Poll"_qs, u"1.2K"_qs, u"62%"_qs, u"Water"_qs}) {
        QVERIFY2(text.contains(part), qPrintable(text));
    }
    QVERIFY(html.contains(u"<td width=\"62%\""_qs));
    QVERIFY(html.contains(u"<td width=\"38%\""_qs));
    QVERIFY(html.contains(u"<td width=\"100%\""_qs));
}

void TestPostHtml::placesButtonsAndCardsHaveLinks()
{
    Post post = samplePost();
    Media place;
    place.kind = MediaKind::Location;
    place.latitude = 55.75;
    place.longitude = -37.62;
    post.media = {place};
    post.buttons = {InlineButton{u"Open"_qs, u"https://b.example"_qs, 0},
        InlineButton{u"Bad"_qs, u"javascript:1"_qs, 0}, InlineButton{u"Below"_qs, u"https://c.example"_qs, 1}};
    post.linkPreview = LinkPreview{u"https://d.example"_qs, u"Site"_qs, u"Title"_qs, u"Text"_qs, {}};
    post.reactions = {Reaction{ReactionKind::Emoji, u"👍"_qs, Count{5, u"5"_qs, false}},
        Reaction{ReactionKind::Stars, {}, Count{7, u"7"_qs, false}}};
    const QString text = seen(built(post));
    for (const QString &part :
        {u"a=https://www.openstreetmap.org/?mlat=55.750000&mlon=-37.620000#map=15/55.750000/-37.620000"_qs,
            u"{a=https://b.example|Open}"_qs, u"Bad"_qs, u"{a=https://c.example|Below}"_qs,
            u"{a=https://d.example b|Title}"_qs, u"👍"_qs, u"⭐"_qs}) {
        QVERIFY2(text.contains(part), qPrintable(part + u" in "_qs + text));
    }
    QVERIFY(!text.contains(u"javascript"_qs));
}

void TestPostHtml::browserLoadsNothingByItself()
{
    PostBrowser browser;
    for (const QString &address : {u"https://a.example/x.png"_qs, u"file:///etc/hostname"_qs, u":/icons/posts.svg"_qs,
             u"qrc:/icons/posts.svg"_qs, u"data:image/png;base64,AAAA"_qs, u"vestnik:picture/../../x"_qs}) {
        const QVariant found = browser.loadResource(QTextDocument::ImageResource, QUrl(address));
        QVERIFY2(!found.isValid() || found.value<QImage>().isNull(), qPrintable(address));
        QVERIFY(!browser.loadResource(QTextDocument::HtmlResource, QUrl(address)).isValid());
        QVERIFY(!browser.loadResource(QTextDocument::StyleSheetResource, QUrl(address)).isValid());
    }
    Post post = samplePost();
    Media photo;
    photo.url = u"https://cdn.example/1.jpg"_qs;
    post.media = {photo};
    browser.setPost(post, u"Канал"_qs);
    browser.setPicture(0, "this is no picture");
    QCOMPARE(browser.viewState().pictures.value(0).kind, PictureState::Kind::Failed);
    browser.setPicture(0, QByteArray("P1 2 1 1 0", 10)); // a bitmap of two pixels
    QCOMPARE(browser.viewState().pictures.value(0).kind, PictureState::Kind::Shown);
    QCOMPARE(browser.viewState().pictures.value(0).size, QSize(2, 1));
    browser.setPicture(0, QByteArray("P1 99999 99999 1", 16));
    QCOMPARE(browser.viewState().pictures.value(0).kind, PictureState::Kind::Failed);
}

void TestPostHtml::browserAnnouncesClicks()
{
    PostBrowser browser;
    Post post = samplePost();
    post.body = {u"secret"_qs, {entity(EntityType::Spoiler, 0, 6)}};
    browser.setPost(post, u"Канал"_qs);
    QSignalSpy addresses(&browser, &PostBrowser::addressClicked);
    QSignalSpy tags(&browser, &PostBrowser::tagClicked);
    QSignalSpy pictures(&browser, &PostBrowser::pictureRequested);
    const auto click = [&browser](const QString &address) { Q_EMIT browser.anchorClicked(QUrl(address)); };
    click(u"https://a.example"_qs);
    QCOMPARE(addresses.size(), 1);
    click(u"file:///etc/passwd"_qs);
    click(u"javascript:alert(1)"_qs);
    QCOMPARE(addresses.size(), 1);
    click(tagAddress(u"новость/дня"_qs));
    QCOMPARE(tags.value(0).value(0).toString(), u"новость/дня"_qs);
    click(u"vestnik:picture/3"_qs);
    QCOMPARE(pictures.value(0).value(0).toInt(), 3);
    QVERIFY(!browser.toPlainText().contains(u"secret"_qs));
    click(QLatin1String(spoilerAddress));
    QVERIFY(browser.toPlainText().contains(u"secret"_qs));
}

QTEST_MAIN(TestPostHtml)
#include "tst_posthtml.moc"
