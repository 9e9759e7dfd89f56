// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/pagejudge.h"

#include <QTest>

using namespace vestnik;
using Kind = PageVerdict::Kind;

namespace {

Post post(MessageId id, const QList<MessageId> &album = {})
{
    Post result;
    result.channel = QStringLiteral("News");
    result.messageId = id;
    result.albumIds = album;
    return result;
}

PreviewPage history(const QList<MessageId> &ids)
{
    PreviewPage page;
    page.pageClass = ids.isEmpty() ? PageClass::EmptyChannel : PageClass::Channel;
    for (const MessageId id : ids) {
        page.posts.append(post(id));
    }
    page.postsSeen = static_cast<int>(ids.size());
    return page;
}

QString text(const QList<IdRange> &ranges)
{
    QStringList parts;
    for (const IdRange &range : ranges) {
        parts.append(QStringLiteral("%1-%2").arg(range.from).arg(range.to));
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace

class TestPageJudge final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void classesBecomeErrors_data()
    {
        QTest::addColumn<int>("pageClass");
        QTest::addColumn<bool>("known");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("tries");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, PageClass pageClass, bool known, Kind kind, int tries,
                             const char *error) {
            QTest::newRow(name) << static_cast<int>(pageClass) << known << static_cast<int>(kind) << tries
                                << QString::fromLatin1(error);
        };
        row("no preview", PageClass::PreviewDisabled, false, Kind::Failed, 1, "preview_disabled");
        row("no preview any more", PageClass::PreviewDisabled, true, Kind::AskAgain, 2, "preview_disabled");
        row("restricted", PageClass::Restricted, false, Kind::Failed, 1, "preview_disabled");
        row("group", PageClass::Group, false, Kind::Failed, 1, "name_is_group");
        row("user", PageClass::User, false, Kind::Failed, 1, "name_is_user");
        row("bot", PageClass::Bot, false, Kind::Failed, 1, "name_is_bot");
        row("bot that had posts", PageClass::Bot, true, Kind::AskAgain, 2, "name_is_bot");
        row("free name", PageClass::NoSuchName, false, Kind::AskAgain, 2, "no_such_name");
        row("free name that had posts", PageClass::NoSuchName, true, Kind::AskAgain, 4, "throttled");
        row("refused", PageClass::Refused, false, Kind::AskAgain, 4, "throttled");
        row("plain page of a readable channel", PageClass::PlainChannel, false, Kind::AskAgain, 4, "throttled");
        row("something else", PageClass::NotTelegram, false, Kind::AskAgain, 4, "not_telegram");
        row("empty, known", PageClass::EmptyChannel, true, Kind::AskAgain, 4, "throttled");
        row("empty, unknown", PageClass::EmptyChannel, false, Kind::EmptyChannel, 2, "none");
    }
    void classesBecomeErrors()
    {
        QFETCH(int, pageClass);
        QFETCH(bool, known);
        PreviewPage page;
        page.pageClass = static_cast<PageClass>(pageClass);
        const PageVerdict verdict = judgePage(page, PageRequest(QStringLiteral("news"), 0, known), 4);
        QTEST(static_cast<int>(verdict.kind), "kind");
        if (verdict.kind != Kind::Failed) {
            QTEST(verdict.tries, "tries");
        }
        QTEST(errorCodeName(verdict.error.code), "error");
        QVERIFY(verdict.error.subject == QLatin1String("news"));
    }

    void whoHasJustReadAPageKnowsTheChannel()
    {
        PreviewPage page;
        page.pageClass = PageClass::NoSuchName;
        QCOMPARE(judgePage(page, PageRequest(QStringLiteral("news"), 50), 4).error.code, ErrorCode::Throttled);
    }

    void emptyOlderPages()
    {
        const PageVerdict promised = judgePage(history({}), PageRequest(QStringLiteral("news"), 50, true, true), 4);
        QCOMPARE(promised.kind, Kind::AskAgain);
        QCOMPARE(promised.tries, 4);
        QCOMPARE(promised.error.code, ErrorCode::Throttled);
        const PageVerdict end = judgePage(history({}), PageRequest(QStringLiteral("news"), 50, true, false), 4);
        QCOMPARE(end.kind, Kind::PerhapsBeginning);
        QCOMPARE(end.tries, 2);
    }

    void aChannelWithMediaIsNotEmpty()
    {
        PreviewPage page = history({});
        page.info.photos = Count{12, QStringLiteral("12"), false};
        const PageVerdict verdict = judgePage(page, PageRequest(QStringLiteral("news")), 4);
        QCOMPARE(verdict.kind, Kind::AskAgain);
        QCOMPARE(verdict.error.code, ErrorCode::Throttled);
    }

    void namesMatchWithoutCase()
    {
        QCOMPARE(judgePage(history({5}), PageRequest(QStringLiteral("nEWS")), 4).kind, Kind::Good);
        const PageVerdict foreign = judgePage(history({5}), PageRequest(QStringLiteral("olds")), 4);
        QCOMPARE(foreign.kind, Kind::Failed);
        QCOMPARE(foreign.error.code, ErrorCode::UnreadablePage);
    }

    void aPageWithoutOlderPostsIsStuck()
    {
        const PageVerdict stuck = judgePage(history({50, 51}), PageRequest(QStringLiteral("news"), 50), 4);
        QCOMPARE(stuck.kind, Kind::Failed);
        QCOMPARE(stuck.error.code, ErrorCode::PagingStuck);
        QCOMPARE(judgePage(history({49, 50}), PageRequest(QStringLiteral("news"), 50), 4).kind, Kind::Good);
    }

    void coverageLeavesOutWhatWasNotRead_data()
    {
        QTest::addColumn<QList<MessageId>>("ids");
        QTest::addColumn<MessageId>("before");
        QTest::addColumn<QList<MessageId>>("unread");
        QTest::addColumn<QString>("expected");
        using Ids = QList<MessageId>;
        QTest::newRow("newest page") << Ids{5, 7, 10} << MessageId(0) << Ids{} << QStringLiteral("5-10");
        QTest::newRow("older page") << Ids{5, 7, 10} << MessageId(20) << Ids{} << QStringLiteral("5-19");
        QTest::newRow("one in between") << Ids{5, 10} << MessageId(20) << Ids{7} << QStringLiteral("5-6 10-19");
        QTest::newRow("the last") << Ids{5, 7} << MessageId(20) << Ids{10} << QStringLiteral("5-9");
        QTest::newRow("the first") << Ids{7, 10} << MessageId(20) << Ids{5} << QStringLiteral("7-19");
        QTest::newRow("the newest of all") << Ids{5, 7} << MessageId(0) << Ids{10} << QStringLiteral("5-7");
        QTest::newRow("all but one") << Ids{7} << MessageId(9) << Ids{5, 8} << QStringLiteral("7-7");
    }
    void coverageLeavesOutWhatWasNotRead()
    {
        QFETCH(QList<MessageId>, ids);
        QFETCH(MessageId, before);
        QFETCH(QList<MessageId>, unread);
        QList<Post> posts;
        for (const MessageId id : ids) {
            posts.append(post(id));
        }
        QTEST(text(coveredBy(posts, before, unread)), "expected");
    }

    void albumsReachToTheirLastMember()
    {
        const QList<Post> posts{post(5), post(7, {7, 8, 9})};
        QCOMPARE(text(coveredBy(posts, 0, {})), QStringLiteral("5-9"));
    }

    void announcedIdsAreFound()
    {
        const QByteArray html("<div data-post=\"News/12\"><div data-post=\"news/7\"><div data-post=\"News/12\">");
        QCOMPARE(announcedIds(html), (QList<MessageId>{7, 12}));
        QCOMPARE(announcedIds("<div data-post=\"News/x\"><div data-post=\"News/7\">"), (QList<MessageId>{0, 7}));
        QCOMPARE(announcedIds("<div data-post=\""), QList<MessageId>{0});
        QCOMPARE(announcedIds("<html>"), QList<MessageId>{});
    }

    void aGoodPageBecomesASourcePage()
    {
        PreviewPage page = history({40, 45, 60});
        page.olderBefore = 40;
        const SourcePage older = sourcePageOf(page, PageRequest(QStringLiteral("news"), 50), {});
        QCOMPARE(older.posts.size(), 2);
        QCOMPARE(text(older.covered), QStringLiteral("40-49"));
        QCOMPARE(older.next, MessageId(40));
        QVERIFY(older.olderPromised && !older.atBeginning);
        QCOMPARE(older.info.username, QStringLiteral("News"));
        const SourcePage first = sourcePageOf(history({1, 3}), PageRequest(QStringLiteral("news"), 4), {});
        QVERIFY(first.atBeginning && !first.olderPromised);
        QCOMPARE(first.next, MessageId(0));
        QCOMPARE(text(first.covered), QStringLiteral("1-3"));
    }

    void unreadablePostsStayUncovered_data()
    {
        QTest::addColumn<QList<MessageId>>("announced");
        QTest::addColumn<QString>("covered");
        QTest::addColumn<MessageId>("next");
        using Ids = QList<MessageId>;
        QTest::newRow("id known") << Ids{40, 43, 45} << QStringLiteral("40-42 45-49") << MessageId(40);
        QTest::newRow("the lowest") << Ids{30, 40, 45} << QStringLiteral("40-49") << MessageId(30);
        QTest::newRow("ids unknown") << Ids{} << QStringLiteral("40-40 45-45") << MessageId(40);
        QTest::newRow("one id unknown") << Ids{0, 40, 45} << QStringLiteral("40-40 45-45") << MessageId(40);
        QTest::newRow("shown twice") << Ids{40, 45} << QStringLiteral("40-49") << MessageId(40);
    }
    void unreadablePostsStayUncovered()
    {
        QFETCH(QList<MessageId>, announced);
        PreviewPage page = history({40, 45});
        page.postsSeen = 3;
        page.postsUnreadable = 1;
        const SourcePage source = sourcePageOf(page, PageRequest(QStringLiteral("news"), 50), announced);
        QTEST(text(source.covered), "covered");
        QTEST(source.next, "next");
        QCOMPARE(source.posts.size(), 2);
        QCOMPARE(source.postsUnreadable, 1);
    }
};

QTEST_GUILESS_MAIN(TestPageJudge)
#include "tst_pagejudge.moc"
