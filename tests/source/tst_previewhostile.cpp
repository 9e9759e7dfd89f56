// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/source/fixtures.h"

#include <QElapsedTimer>
#include <QTest>

using namespace vestnik;

namespace {

/// Longest time for one page, with a margin for sanitizers and a loaded machine. Good pages take about a millisecond.
constexpr qint64 patienceMs = 20000;

QByteArray message(int id, const QByteArray &text, const QByteArray &tail = {})
{
    return "<div class=\"tgme_widget_message_wrap js-widget_message_wrap\"><div class=\"tgme_widget_message "
           "js-widget_message\" data-post=\"name/"
        + QByteArray::number(id) + "\"><div class=\"tgme_widget_message_text js-message_text\" dir=\"auto\">" + text
        + "</div><div class=\"tgme_widget_message_footer\">" + tail + "<span class=\"tgme_widget_message_views\">"
        + QByteArray::number(id)
        + "</span><span class=\"copyonly\"> views</span><a class=\"tgme_widget_message_date\" "
          "href=\"https://t.me/name/1\">"
          "<time datetime=\"2026-03-01T00:00:00+00:00\">00:00</time></a></div></div></div>";
}

QByteArray history(const QByteArray &messages)
{
    return "<main><section class=\"tgme_channel_history\">" + messages + "</section></main>";
}

PreviewPage parseTimed(const QByteArray &html)
{
    QElapsedTimer timer;
    timer.start();
    PreviewPage page = parsePreviewPage(html, QStringLiteral("name"));
    if (timer.elapsed() > patienceMs || !brokenInvariant(page).isEmpty()) {
        qWarning() << timer.elapsed() << "ms" << brokenInvariant(page);
        return {};
    }
    return page;
}

} // namespace

/// Damaged, huge and malicious pages: what is readable is read, and the time stays bounded.
class PreviewHostileTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void damageStaysInItsPost_data();
    void damageStaysInItsPost();
    void invalidBytesAreReplaced_data();
    void invalidBytesAreReplaced();
    void cutAnywhereGivesWholePostsOnly();
    void tornPostIsCountedAsUnreadable();
    void postsWithoutTheirWrapsAreFound();
    void postInsideAnotherIsReadAgain();
    void samePostTwiceIsOne();
    void badAddressesOfPostsAreUnreadable_data();
    void badAddressesOfPostsAreUnreadable();
    void costlyPagesEnd_data();
    void costlyPagesEnd();
    void tooManyPostsAreCapped();
    void pageBeyondTheLimitIsCut();
    void declaredEncodingIsNotBelieved();
};

void PreviewHostileTest::damageStaysInItsPost_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("read");
    QTest::newRow("unclosed div") << QByteArray("a<div>b<div>c") << QStringLiteral("abc");
    QTest::newRow("short comment") << QByteArray("a<!-->b") << QStringLiteral("ab");
    QTest::newRow("shorter comment") << QByteArray("a<!--->b") << QStringLiteral("ab");
    QTest::newRow("comment with a message") << QByteArray("a<!-- data-post=\"x/1\" -->b") << QStringLiteral("ab");
    QTest::newRow("unclosed formatting") << QByteArray("<b>a<i>b") << QStringLiteral("ab");
    QTest::newRow("misnested formatting") << QByteArray("<b>a<i>b</b>c</i>d") << QStringLiteral("abcd");
    QTest::newRow("stray end tags") << QByteArray("a</span></p></b>b") << QStringLiteral("ab");
    QTest::newRow("broken references") << QByteArray("a&bogus;&#x110000;&#xD800;&b") << QStringLiteral("a&bogus;&b");
    QTest::newRow("lone angle") << QByteArray("1 &lt; 2 < 3") << QStringLiteral("1 < 2 < 3");
    QTest::newRow("unclosed drawing") << QByteArray("a<svg><path d=\"M0\">") << QStringLiteral("a");
    QTest::newRow("image of the tag in words") << QByteArray("tgme_widget_message_wrap data-post=\"a/1\"")
                                               << QStringLiteral("tgme_widget_message_wrap data-post=\"a/1\"");
}

void PreviewHostileTest::damageStaysInItsPost()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, read);
    const PreviewPage page = parseTimed(history(message(1, "first") + message(2, text) + message(3, "third")));
    QVERIFY(page.posts.size() >= 2);
    QCOMPARE(page.posts.first().body.text, QStringLiteral("first"));
    QCOMPARE(page.posts.last().messageId, 3);
    QCOMPARE(page.posts.last().body.text, QStringLiteral("third"));
    QCOMPARE(page.posts.last().views->value, 3);
    QCOMPARE(page.posts.size(), 3);
    QCOMPARE(page.posts.at(1).body.text, read);
    QCOMPARE(page.posts.at(1).views->value, 2);
}

void PreviewHostileTest::invalidBytesAreReplaced_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const QChar bad(QChar::ReplacementCharacter);
    QTest::newRow("lone lead byte") << QByteArray("a\xd0 b")
                                    << QString(QStringLiteral("a") + bad + QStringLiteral(" b"));
    QTest::newRow("never used") << QByteArray("a\xff"
                                              "b")
                                << QString(QStringLiteral("a") + bad + QStringLiteral("b"));
    QTest::newRow("NUL") << QByteArray("a\0b", 3) << QString(QStringLiteral("a") + bad + QStringLiteral("b"));
    QTest::newRow("byte order mark inside") << QByteArray("a\xef\xbb\xbf"
                                                          "b")
                                            << QStringLiteral("a\ufeffb");
}

void PreviewHostileTest::invalidBytesAreReplaced()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const PreviewPage page = parseTimed(history(message(1, bytes + "<b>x</b>") + message(2, "привет")));
    QCOMPARE(page.posts.size(), 2);
    QCOMPARE(page.posts.first().body.text, QString(text + QLatin1Char('x')));
    QCOMPARE(page.posts.first().body.entities,
        QList<TextEntity>{(TextEntity{EntityType::Bold, static_cast<int>(text.size()), 1, {}})});
    QCOMPARE(page.posts.last().body.text, QStringLiteral("привет"));
}

void PreviewHostileTest::cutAnywhereGivesWholePostsOnly()
{
    const QByteArray whole = readFile(pagePath(QStringLiteral("features")));
    const PreviewPage good = parsePreviewPage(whole, {});
    QVERIFY(whole.size() > 10000);
    for (qsizetype length = 0; length < whole.size(); length += 97) {
        const PreviewPage page = parsePreviewPage(whole.left(length), {});
        QCOMPARE(brokenInvariant(page), QString());
        QVERIFY(page.posts.size() <= good.posts.size());
        for (qsizetype i = 0; i + 1 < page.posts.size(); ++i) {
            QCOMPARE(page.posts.at(i).messageId, good.posts.at(i).messageId);
            QCOMPARE(page.posts.at(i).body, good.posts.at(i).body);
        }
    }
}

void PreviewHostileTest::tornPostIsCountedAsUnreadable()
{
    const QByteArray second = message(2, "second");
    const QByteArray torn =
        "<section class=\"tgme_channel_history\">" + message(1, "first") + second.left(second.indexOf("second") + 3);
    const PreviewPage page = parseTimed(torn);
    QCOMPARE(page.posts.size(), 1);
    QCOMPARE(page.postsSeen, 2);
    QCOMPARE(page.postsUnreadable, 1);
    QVERIFY(page.reread);
}

void PreviewHostileTest::postsWithoutTheirWrapsAreFound()
{
    QByteArray bare = message(1, "first") + message(2, "second<div>") + message(3, "third");
    bare.replace("tgme_widget_message_wrap js-widget_message_wrap", "renamed");
    const PreviewPage page = parseTimed(history(bare));
    QCOMPARE(page.posts.size(), 3);
    QCOMPARE(page.posts.at(1).body.text, QStringLiteral("second"));
    QCOMPARE(page.posts.at(2).body.text, QStringLiteral("third"));
    QCOMPARE(page.postsUnreadable, 0);
}

void PreviewHostileTest::postInsideAnotherIsReadAgain()
{
    // Nesting that the reader does not follow hides the second post; alone it is readable.
    QByteArray bare = message(1, "first" + QByteArray("<em>").repeated(400)) + message(2, "second");
    bare.replace("tgme_widget_message_wrap js-widget_message_wrap", "renamed");
    const PreviewPage page = parseTimed(history(bare));
    QVERIFY(page.reread);
    QCOMPARE(page.posts.size(), 1);
    QCOMPARE(page.posts.first().messageId, 2);
    QCOMPARE(page.posts.first().body.text, QStringLiteral("second"));
    QCOMPARE(page.postsUnreadable, 1);
    QVERIFY(page.unknown.contains(QStringLiteral("nesting")));
}

void PreviewHostileTest::samePostTwiceIsOne()
{
    const PreviewPage page = parseTimed(history(message(7, "b") + message(5, "a") + message(7, "again")));
    QCOMPARE(page.posts.size(), 2);
    QCOMPARE(page.posts.first().messageId, 5);
    QCOMPARE(page.posts.last().body.text, QStringLiteral("b"));
}

void PreviewHostileTest::badAddressesOfPostsAreUnreadable_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char *address :
        {"name/", "/5", "name", "", "name/0", "name/-5", "name/5x", "name/99999999999999999999", "na me/5", "a/b/5"}) {
        QTest::newRow(*address ? address : "empty") << QByteArray(address);
    }
}

void PreviewHostileTest::badAddressesOfPostsAreUnreadable()
{
    QFETCH(QByteArray, address);
    QByteArray bad = message(1, "bad");
    bad.replace(QByteArray("name/1\">"), QByteArray(address + "\">"));
    const PreviewPage page = parseTimed(history(bad + message(2, "good")));
    QCOMPARE(page.posts.size(), 1);
    QCOMPARE(page.posts.first().body.text, QStringLiteral("good"));
    QCOMPARE(page.postsUnreadable, 1);
}

void PreviewHostileTest::costlyPagesEnd_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<int>("posts");
    QTest::newRow("200,000 nested tags") << QByteArray("<div>").repeated(200000) << 0;
    QTest::newRow("nested tags in a post")
        << QByteArray(history(message(1, QByteArray("<b>").repeated(200000)) + message(2, "good"))) << 1;
    QByteArray attributes = "<div";
    for (int i = 0; i < 50000; ++i) {
        attributes += " a" + QByteArray::number(i) + "=1";
    }
    QTest::newRow("50,000 attributes") << QByteArray(history(message(1, attributes + ">x</div>") + message(2, "good")))
                                       << 2;
    QTest::newRow("attributes behind a quote")
        << QByteArray(history(message(1, "<p q=r=\">" + attributes + "> \" >x</p>") + message(2, "good"))) << 2;
    QTest::newRow("end tags without a beginning") << QByteArray(
        history(message(1, QByteArray("<i>").repeated(200) + QByteArray("</u>").repeated(500000)) + message(2, "good")))
                                                  << 2;
    QTest::newRow("drawings that never end") << QByteArray("<svg ").repeated(400000) << 0;
    QTest::newRow("emoji that never end") << QByteArray("<i class=\"emoji\" style=\"").repeated(100000) << 0;
    QTest::newRow("wraps without a tag") << QByteArray(" tgme_widget_message_wrap ").repeated(150000) << 0;
    QTest::newRow("addresses without a tag") << QByteArray(" data-post=").repeated(300000) << 0;
    QTest::newRow("references") << QByteArray(history(message(1, QByteArray("&bogus;").repeated(300000))
        + message(2, "good"))) << 2;
    QTest::newRow("comments") << QByteArray(history(message(1, QByteArray("<!-->").repeated(500000))
        + message(2, "good"))) << 2;
    QTest::newRow("one long text") << QByteArray(history(message(1, QByteArray(4000000, 'a')) + message(2, "good")))
                                   << 2;
    QTest::newRow("one long attribute") << QByteArray(
        history(message(1, "<a href=\"" + QByteArray(4000000, 'a') + "\">x</a>") + message(2, "good")))
                                        << 2;
    QTest::newRow("many entities") << QByteArray(history(message(1, QByteArray("<b>x</b>").repeated(300000))
        + message(2, "good"))) << 2;
    QTest::newRow("many media") << QByteArray(history(
        message(1,
            "x</div>"
                + QByteArray("<a class=\"tgme_widget_message_photo_wrap\" href=\"https://t.me/name/1\"></a>")
                      .repeated(50000))
        + message(2, "good"))) << 2;
}

void PreviewHostileTest::costlyPagesEnd()
{
    QFETCH(QByteArray, html);
    QFETCH(int, posts);
    const PreviewPage page = parseTimed(html);
    QCOMPARE(page.posts.size(), posts);
    if (posts > 0) {
        QCOMPARE(page.posts.last().body.text, QStringLiteral("good"));
    }
    for (const Post &post : page.posts) {
        QVERIFY(post.body.entities.size() <= 2000);
        QVERIFY(post.media.size() <= 100);
        QVERIFY(post.body.text.size() <= 128 * 1024);
    }
}

void PreviewHostileTest::tooManyPostsAreCapped()
{
    QByteArray messages;
    for (int id = 1; id <= 1000; ++id) {
        messages += message(id, "text");
    }
    const PreviewPage page = parseTimed(history(messages));
    QCOMPARE(page.posts.size(), previewPostLimit);
}

void PreviewHostileTest::pageBeyondTheLimitIsCut()
{
    const QByteArray page =
        history(message(1, "first") + "<p>" + QByteArray(previewPageLimit, ' ') + message(2, "beyond"));
    const PreviewPage made = parseTimed(page);
    QVERIFY(made.cut);
    QCOMPARE(made.posts.size(), 1);
    QCOMPARE(made.posts.first().body.text, QStringLiteral("first"));
}

void PreviewHostileTest::declaredEncodingIsNotBelieved()
{
    const PreviewPage page = parseTimed("<html><head><meta charset=\"windows-1251\"><meta http-equiv=\"Content-Type\" "
                                        "content=\"text/html; charset=koi8-r\"></head>"
        + history(message(1, "Привет")));
    QCOMPARE(page.posts.size(), 1);
    QCOMPARE(page.posts.first().body.text, QStringLiteral("Привет"));
}

QTEST_GUILESS_MAIN(PreviewHostileTest)

#include "tst_previewhostile.moc"
