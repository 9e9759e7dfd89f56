// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/studyfolder.h"
#include "core/source/webpreview/webpreviewsource.h"
#include "tests/net/outcome.h"
#include "tests/net/scriptserver.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

using namespace vestnik;
using Read = Outcome<Result<SourcePage>>;

namespace {

QByteArray message(const QByteArray &channel, int id, bool dated = true)
{
    const QByteArray name = channel + "/" + QByteArray::number(id);
    const QByteArray date = "<a class=\"tgme_widget_message_date\" href=\"https://t.me/" + name
        + "\"><time datetime=\"2026-05-20T15:38:10+00:00\" class=\"time\">15:38</time></a>";
    return "<div class=\"tgme_widget_message_wrap js-widget_message_wrap\"><div class=\"tgme_widget_message "
           "js-widget_message\" data-post=\""
        + name
        + "\"><div class=\"tgme_widget_message_bubble\"><div class=\"tgme_widget_message_text js-message_text\" "
          "dir=\"auto\">post</div><div class=\"tgme_widget_message_footer\"><span class=\"tgme_widget_message_meta\">"
        + (dated ? date : QByteArray()) + "</span></div></div></div></div>";
}

QByteArray page(const QByteArray &channel, const QByteArray &messages, int older = 0)
{
    const QByteArray link = "<link rel=\"prev\" href=\"/s/" + channel + "?before=" + QByteArray::number(older) + "\">";
    return "<!DOCTYPE html><html><head><title>X</title>" + (older > 0 ? link : QByteArray())
        + "</head><body><div class=\"tgme_channel_info\"><div class=\"tgme_channel_info_header\"><div "
          "class=\"tgme_channel_info_header_title\"><span dir=\"auto\">The News</span></div><div "
          "class=\"tgme_channel_info_header_username\"><a href=\"https://t.me/"
        + channel + "\">@" + channel
        + "</a></div></div></div><main class=\"tgme_main\"><section class=\"tgme_channel_history js-message_history\">"
        + messages + "</section></main></body></html>";
}

QByteArray noPosts(const QByteArray &channel)
{
    return page(channel,
        "<div class=\"tgme_widget_message_wrap js-widget_message_wrap\"><div "
        "class=\"tgme_widget_message_centered\"><div "
        "class=\"tme_no_messages_found\">No posts found</div></div></div>");
}

QByteArray plain(const QByteArray &title, const QByteArray &extra, const QByteArray &description)
{
    QByteArray html =
        "<!DOCTYPE html><html><head><meta property=\"og:site_name\" content=\"Telegram\"></head><body><div "
        "class=\"tgme_page_wrap\"><div class=\"tgme_page\">";
    if (!title.isEmpty()) {
        html += "<div class=\"tgme_page_title\" dir=\"auto\"><span dir=\"auto\">" + title + "</span></div>";
    }
    if (!extra.isEmpty()) {
        html += "<div class=\"tgme_page_extra\">" + extra + "</div>";
    }
    return html + "<div class=\"tgme_page_description\">" + description + "</div></div></div></body></html>";
}

QByteArray freeName()
{
    return plain(
        {}, {}, "If you have <strong>Telegram</strong>, you can contact <a href=\"tg://x\">@news</a> right away.");
}

/// Source, client, server and clock of one test. `answers`: by target, one after the other, the last one again and
/// again.
struct Bench {
    QHash<QByteArray, QList<ScriptReply>> answers;
    QTemporaryDir study;
    FakeClock clock;
    ScriptServer server;
    HttpClient client{clock};
    std::unique_ptr<WebPreviewSource> source;

    Bench()
        : server([this](const QByteArray &target) { return next(target); })
        , source(std::make_unique<WebPreviewSource>(client, clock, study.path() + QLatin1String("/study")))
    {
        client.setPace(0, 1);
        client.setTimeout(1'000'000'000'000);
        source->setBaseUrl(server.url());
    }
    ScriptReply next(const QByteArray &target)
    {
        QList<ScriptReply> &list = answers[target];
        if (list.isEmpty()) {
            return ScriptReply::good("no such page", 404);
        }
        return list.size() > 1 ? list.takeFirst() : list.first();
    }
    void serve(const QByteArray &target, const QByteArray &html) { answers[target].append(ScriptReply::good(html)); }
    [[nodiscard]] Read fetch(const PageRequest &request, const StopToken &stop = {})
    {
        return Read(source->fetch(request, stop));
    }
    [[nodiscard]] int asked(const QByteArray &target) const
    {
        const QByteArray line = "GET " + target + " ";
        int count = 0;
        for (const QByteArray &head : server.requests) {
            count += head.startsWith(line) ? 1 : 0;
        }
        return count;
    }
};

const QString news = QStringLiteral("news");

} // namespace

// Lets pauses pass while it waits.
#define SETTLE(bench, got) QTRY_VERIFY_WITH_TIMEOUT(((bench).clock.advance(61'000), (got).ready()), 20'000)

class TestWebPreviewSource final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBackPageByPage()
    {
        Bench bench;
        bench.serve("/s/news", page("News", message("News", 8) + message("News", 9), 8));
        bench.serve("/s/news?before=8", page("News", message("News", 1) + message("News", 4)));
        const Read newest = bench.fetch(PageRequest(news));
        QTRY_VERIFY(newest.ready());
        QVERIFY2(newest.value(), qPrintable(newest.value() ? QString() : errorEnglish(newest->error())));
        const SourcePage first = *newest.value();
        QCOMPARE(first.posts.size(), 2);
        QCOMPARE(first.posts.first().messageId, MessageId(8));
        QCOMPARE(first.covered, QList<IdRange>({IdRange{8, 9}}));
        QCOMPARE(first.next, MessageId(8));
        QVERIFY(first.olderPromised && !first.atBeginning);
        QCOMPARE(first.info.username, QStringLiteral("News"));
        QCOMPARE(first.info.title, QStringLiteral("The News"));
        QVERIFY(first.bytes > 0);
        QCOMPARE(first.requests, 1);
        const Read older = bench.fetch(PageRequest(news, first.next, true, first.olderPromised));
        QTRY_VERIFY(older.ready());
        QCOMPARE(older.value()->covered, QList<IdRange>({IdRange{1, 7}}));
        QVERIFY(older.value()->atBeginning);
        QVERIFY(bench.server.requests.first().toLower().contains("accept-language: en\r\n"));
    }

    void theBaseMayHaveAPath()
    {
        Bench bench;
        bench.source->setBaseUrl(bench.server.url(QStringLiteral("/mirror/")));
        bench.serve("/mirror/s/news", page("News", message("News", 8)));
        const Read read = bench.fetch(PageRequest(news));
        QTRY_VERIFY(read.ready());
        QVERIFY(read.value());
    }

    void nothingIsAskedInVain_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("path") << QStringLiteral("../x");
        QTest::newRow("query") << QStringLiteral("a?before=1");
        QTest::newRow("Cyrillic") << QStringLiteral("новости");
        QTest::newRow("endless") << QString(100, QLatin1Char('a'));
    }
    void nothingIsAskedInVain()
    {
        QFETCH(QString, name);
        Bench bench;
        const Read bad = bench.fetch(PageRequest(name));
        QVERIFY(bad.ready());
        QCOMPARE(bad->error().code, ErrorCode::InvalidArgument);
        const Read beginning = bench.fetch(PageRequest(news, 1));
        QVERIFY(beginning.ready());
        QVERIFY(beginning.value()->atBeginning && beginning.value()->posts.isEmpty());
        QCOMPARE(bench.server.requests.size(), 0);
    }

    void suspiciousAnswersAreAskedForAgain_data()
    {
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<bool>("known");
        QTest::addColumn<MessageId>("before");
        QTest::addColumn<QString>("error"); // if it stays; empty: becomes a page without posts
        QTest::addColumn<int>("asked"); // if it stays, of 4 attempts
        const MessageId newest = 0;
        QTest::newRow("empty, known") << noPosts("News") << true << newest << QStringLiteral("throttled") << 4;
        QTest::newRow("empty, unknown") << noPosts("News") << false << newest << QString() << 2;
        QTest::newRow("empty, older promised")
            << noPosts("News") << true << MessageId(50) << QStringLiteral("throttled") << 4;
        QTest::newRow("contact, known") << freeName() << true << newest << QStringLiteral("throttled") << 4;
        QTest::newRow("contact, unknown") << freeName() << false << newest << QStringLiteral("no_such_name") << 2;
        QTest::newRow("nothing") << QByteArray() << false << newest << QStringLiteral("not_telegram") << 4;
        QTest::newRow("a portal") << QByteArray("<html><body>Please log in to the hotel</body></html>") << true
                                  << newest << QStringLiteral("not_telegram") << 4;
        QTest::newRow("all posts unreadable")
            << page("News", message("News", 5, false)) << true << newest << QStringLiteral("unreadable_page") << 2;
    }
    void suspiciousAnswersAreAskedForAgain()
    {
        QFETCH(QByteArray, wrong);
        QFETCH(bool, known);
        QFETCH(MessageId, before);
        QFETCH(QString, error);
        Bench bench;
        const QByteArray target = before > 0 ? "/s/news?before=" + QByteArray::number(before) : QByteArray("/s/news");
        bench.serve(target, wrong);
        bench.serve(target, page("News", message("News", 40), 40));
        const PageRequest request(news, before, known, before > 0);
        const Read passing = bench.fetch(request);
        SETTLE(bench, passing);
        QVERIFY2(passing.value(), qPrintable(passing.value() ? QString() : errorEnglish(passing->error())));
        QCOMPARE(passing.value()->posts.size(), 1);
        QCOMPARE(passing.value()->requests, 2);

        bench.answers[target].clear();
        bench.serve(target, wrong);
        bench.server.requests.clear();
        const Read lasting = bench.fetch(request);
        SETTLE(bench, lasting);
        QTEST(bench.asked(target), "asked");
        if (error.isEmpty()) {
            QVERIFY(lasting.value());
            QVERIFY(lasting.value()->posts.isEmpty() && lasting.value()->covered.isEmpty());
            QVERIFY(lasting.value()->atBeginning);
        } else {
            QVERIFY(!lasting.value());
            QCOMPARE(errorCodeName(lasting->error().code), error);
            QCOMPARE(lasting->error().subject, news);
        }
    }

    void anEmptyOlderPageIsTheBeginningIfTheNewestHasPosts()
    {
        Bench bench;
        bench.serve("/s/news", page("News", message("News", 8)));
        bench.serve("/s/news?before=8", noPosts("News"));
        const Read read = bench.fetch(PageRequest(news, 8, true, false));
        SETTLE(bench, read);
        QVERIFY(read.value());
        QVERIFY(read.value()->atBeginning && read.value()->posts.isEmpty());
        QCOMPARE(read.value()->covered, QList<IdRange>({IdRange{1, 7}}));
        QCOMPARE(bench.asked("/s/news?before=8"), 2);
        QCOMPARE(bench.asked("/s/news"), 1);
        QCOMPARE(read.value()->requests, 3);

        bench.answers["/s/news"] = {ScriptReply::good(noPosts("News"))};
        const Read limited = bench.fetch(PageRequest(news, 8, true, false));
        SETTLE(bench, limited);
        QVERIFY(!limited.value());
        QCOMPARE(limited->error().code, ErrorCode::Throttled);
    }

    void aMissingLinkToOlderPostsLosesNone()
    {
        Bench bench;
        bench.serve("/s/news", page("News", message("News", 8)));
        bench.serve("/s/news?before=8", page("News", message("News", 3)));
        const Read newest = bench.fetch(PageRequest(news));
        QTRY_VERIFY(newest.ready());
        QVERIFY(!newest.value()->olderPromised && !newest.value()->atBeginning);
        const Read older = bench.fetch(PageRequest(news, newest.value()->next, false, false));
        QTRY_VERIFY(older.ready());
        QCOMPARE(older.value()->posts.size(), 1);
    }

    void otherNamesAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("error");
        QTest::newRow("group") << plain("Talk", "97 957 members, 4 138 online", "") << QStringLiteral("name_is_group");
        QTest::newRow("user") << plain("Nikolai", "@news", "") << QStringLiteral("name_is_user");
        QTest::newRow("bot") << plain("Helper", "8 122 955 monthly users", "") << QStringLiteral("name_is_bot");
        QTest::newRow("no preview") << plain("News", "1 024 subscribers", "") << QStringLiteral("preview_disabled");
    }
    void otherNamesAreToldApart()
    {
        QFETCH(QByteArray, html);
        Bench bench;
        bench.answers["/s/news"] = {ScriptReply::redirect("/news")};
        bench.serve("/news", html);
        const Read read = bench.fetch(PageRequest(news));
        SETTLE(bench, read);
        QVERIFY(!read.value());
        QTEST(errorCodeName(read->error().code), "error");
        QCOMPARE(bench.asked("/s/news"), 1);
    }

    void aLoginThatLeadsBackIsTriedAgain()
    {
        Bench bench;
        bench.answers["/login"] = {ScriptReply::redirect("/s/news")};
        bench.answers["/s/news"] = {
            ScriptReply::redirect("/login"), ScriptReply::good(page("News", message("News", 8)))};
        const Read passing = bench.fetch(PageRequest(news));
        SETTLE(bench, passing);
        QVERIFY(passing.value());
        bench.answers["/s/news"] = {ScriptReply::redirect("/login")};
        const Read lasting = bench.fetch(PageRequest(news));
        SETTLE(bench, lasting);
        QCOMPARE(lasting->error().code, ErrorCode::TooManyRedirects);
    }

    void wrongPagesAreErrors_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("error");
        QTest::newRow("another channel") << page("Olds", message("Olds", 8)) << QStringLiteral("unreadable_page");
        QTest::newRow("the same page again")
            << page("News", message("News", 50) + message("News", 51), 50) << QStringLiteral("paging_stuck");
    }
    void wrongPagesAreErrors()
    {
        QFETCH(QByteArray, html);
        Bench bench;
        bench.serve("/s/news?before=50", html);
        const Read read = bench.fetch(PageRequest(news, 50, true, true));
        SETTLE(bench, read);
        QVERIFY(!read.value());
        QTEST(errorCodeName(read->error().code), "error");
    }

    void unreadablePostsAreKeptForStudyAndNotCovered()
    {
        Bench bench;
        QSignalSpy kept(bench.source.get(), &WebPreviewSource::pageKept);
        const QByteArray html = page("News", message("News", 3) + message("News", 5, false) + message("News", 8));
        bench.serve("/s/news", html);
        const Read read = bench.fetch(PageRequest(news));
        QTRY_VERIFY(read.ready());
        QCOMPARE(read.value()->posts.size(), 2);
        QCOMPARE(read.value()->postsUnreadable, 1);
        QCOMPARE(read.value()->covered, QList<IdRange>({IdRange{3, 4}, IdRange{8, 8}}));
        QCOMPARE(kept.size(), 1);
        QFile file(kept.first().at(1).toString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), html);
    }

    void theStudyFolderStaysSmall()
    {
        QTemporaryDir dir;
        for (int i = 0; i < studyFiles + 20; ++i) {
            QVERIFY(!keepForStudy(dir.path(), QStringLiteral("page-%1").arg(i), QByteArray(10, 'x')).isEmpty());
        }
        QCOMPARE(static_cast<int>(QDir(dir.path()).entryList(QDir::Files).size()), studyFiles);
        const QString large = keepForStudy(dir.path(), QStringLiteral("large"), QByteArray(studyFileBytes + 5, 'x'));
        QCOMPARE(QFileInfo(large).size(), studyFileBytes);
        QVERIFY(keepForStudy({}, QStringLiteral("page"), "x").isEmpty());
    }

    void stopWhileWaitingEndsAtOnce_data()
    {
        QTest::addColumn<QByteArray>("html"); // null: the server hangs
        QTest::newRow("for the server") << QByteArray();
        QTest::newRow("between two tries") << freeName();
    }
    void stopWhileWaitingEndsAtOnce()
    {
        QFETCH(QByteArray, html);
        Bench bench;
        bench.answers["/s/news"] = {html.isNull() ? ScriptReply::silence() : ScriptReply::good(html)};
        StopSource stop;
        const Read read = bench.fetch(PageRequest(news, 0, true), stop.token());
        QTRY_VERIFY(!bench.server.requests.isEmpty() && (html.isNull() || bench.client.live() == 0));
        stop.requestStop();
        QVERIFY(read.ready());
        QCOMPARE(read->error().code, ErrorCode::Cancelled);
        QCOMPARE(bench.source->live(), 0);
        QCOMPARE(bench.client.live(), 0);
        QCOMPARE(bench.clock.pending(), 0);
    }

    void destructionEndsWhatIsUnderWay()
    {
        Bench bench;
        bench.answers["/s/news"] = {ScriptReply::good(page("News", message("News", 8)))};
        bench.answers["/s/mute"] = {ScriptReply::silence()};
        std::vector<Read> all;
        for (int i = 0; i < 50; ++i) {
            all.push_back(bench.fetch(PageRequest(i % 2 ? news : QStringLiteral("mute"))));
        }
        QTRY_VERIFY(!bench.server.requests.isEmpty());
        bench.source.reset();
        for (const Read &read : all) {
            QVERIFY(read.ready());
        }
        QCOMPARE(bench.client.live(), 0);
    }
};

QTEST_GUILESS_MAIN(TestWebPreviewSource)
#include "tst_webpreviewsource.moc"
