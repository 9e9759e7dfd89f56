// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/sitetext.h"

#include <QTest>

using namespace vestnik;
using namespace Qt::StringLiterals;

class TestSiteText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countIsShownAsOnThePage_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("shown");
        QTest::newRow("zero") << qint64(0) << u"0"_s;
        QTest::newRow("below a thousand") << qint64(999) << u"999"_s;
        QTest::newRow("thousand") << qint64(1000) << u"1K"_s;
        QTest::newRow("two decimals") << qint64(2'499) << u"2.49K"_s;
        QTest::newRow("one decimal") << qint64(436'650) << u"436.6K"_s;
        QTest::newRow("never 1000K") << qint64(999'999) << u"999.9K"_s;
        QTest::newRow("million") << qint64(8'670'000) << u"8.67M"_s;
        QTest::newRow("millions") << qint64(11'430'000) << u"11.4M"_s;
        QTest::newRow("inner zero") << qint64(1'050) << u"1.05K"_s;
    }
    void countIsShownAsOnThePage()
    {
        QFETCH(qint64, count);
        QTEST(shownCount(count), "shown");
    }

    void markupBecomesTextHtmlAndEntities_data()
    {
        QTest::addColumn<QString>("markup");
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("entity"); // type offset length data, of the first
        QTest::newRow("plain") << u"a < b!\nc"_s << u"a < b!\nc"_s << u"a &lt; b&#33;<br/>c"_s << QString();
        QTest::newRow("bold") << u"x [b]yz[/b]"_s << u"x yz"_s << u"x <b>yz</b>"_s << u"bold 2 2 "_s;
        QTest::newRow("offsets are UTF-16") << u"😀[i]a[/i]"_s << u"😀a"_s << QString() << u"italic 2 1 "_s;
        QTest::newRow("nested") << u"[b]a[u]b[/u][/b]"_s << u"ab"_s << u"<b>a<u>b</u></b>"_s << u"bold 0 2 "_s;
        QTest::newRow("unclosed") << u"[b]a[i]b"_s << u"ab"_s << u"<b>a<i>b</i></b>"_s << u"bold 0 2 "_s;
        QTest::newRow("spoiler") << u"[sp]s[/sp]"_s << u"s"_s << u"<tg-spoiler>s</tg-spoiler>"_s << u"spoiler 0 1 "_s;
        QTest::newRow("quote") << u"[quote+]q[/quote+]"_s << u"q"_s << u"<blockquote expandable>q</blockquote>"_s
                               << u"blockquote 0 1 expandable"_s;
        QTest::newRow("pre") << u"[pre=cpp]@name[/pre]"_s << u"@name"_s
                             << u"<pre><code class=\"language-cpp\">@name</code></pre>"_s << u"pre 0 5 cpp"_s;
        QTest::newRow("url") << u"(https://example.org/a?b=1&c=2)."_s << u"(https://example.org/a?b=1&c=2)."_s
                             << u"(<a href=\"https://example.org/a?b=1&amp;c=2\" target=\"_blank\" rel=\"noopener\">"
                                "https://example.org/a?b=1&amp;c=2</a>)."_s
                             << u"url 1 29 https://example.org/a?b=1&c=2"_s;
        QTest::newRow("mention") << u"@some_one!"_s << u"@some_one!"_s
                                 << u"<a href=\"https://t.me/some_one\" target=\"_blank\">@some_one</a>&#33;"_s
                                 << u"mention 0 9 https://t.me/some_one"_s;
        QTest::newRow("hashtag") << u"#тег"_s << u"#тег"_s << u"<a href=\"?q=%23%D1%82%D0%B5%D0%B3\">#тег</a>"_s
                                 << u"hashtag 0 4 тег"_s;
        QTest::newRow("link") << u"[a=https://example.org]here[/a]"_s << u"here"_s << QString()
                              << u"text_link 0 4 https://example.org"_s;
        QTest::newRow("custom emoji") << u"[emoji=42]🔥[/emoji]"_s << u"🔥"_s << QString() << u"custom_emoji 0 2 42"_s;
        QTest::newRow("bracket") << u"a[[b]"_s << u"a[b]"_s << u"a[b]"_s << QString();
    }
    void markupBecomesTextHtmlAndEntities()
    {
        QFETCH(QString, markup);
        QFETCH(QString, html);
        const SiteText text = siteText(markup);
        QTEST(text.plain, "plain");
        if (!html.isEmpty()) {
            QCOMPARE(text.html, html);
        }
        QString entity;
        if (!text.entities.isEmpty()) {
            const SiteEntity &first = text.entities.first();
            entity = first.type + u' ' + QString::number(first.offset) + u' ' + QString::number(first.length) + u' '
                + first.data;
        }
        QTEST(entity, "entity");
    }
};

QTEST_GUILESS_MAIN(TestSiteText)
#include "tst_sitetext.moc"
