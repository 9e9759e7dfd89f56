// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/previewserver.h"
#include "app/demo/sitetext.h"
#include "core/collect/collector.h"
#include "core/net/httpclient.h"
#include "core/source/webpreview/webpreviewsource.h"
#include "core/store/channelrepository.h"
#include "core/store/database.h"
#include "tests/support/previewstandin/faults.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"somewhere"_s;

SitePost textPost(qint64 id, const QString &text)
{
    SitePost post;
    post.id = id;
    post.postedAt = QDateTime::currentMSecsSinceEpoch() / 1000 * 1000 - (1000 - id) * 60'000;
    post.text = siteText(text);
    post.views = 10;
    return post;
}

/// A site that serves its pages over HTTP, and a collector that reads it into a store.
struct Panel {
    QTemporaryDir dir;
    SystemClock clock;
    OperatorLog log{QString()};
    PreviewServer server;
    HttpClient client{clock};
    std::unique_ptr<WebPreviewSource> source;
    std::unique_ptr<Database> database;
    std::unique_ptr<Collector> collector;
    ChannelId channel = 0;

    explicit Panel(int posts = 60)
    {
        SiteChannel made;
        made.name = name;
        made.title = u"Somewhere"_s;
        QList<SitePost> all;
        for (int id = 1; id <= posts; ++id) {
            all.append(textPost(id, u"post %1"_s.arg(id)));
        }
        server.site().addChannel(made, all);
        source = std::make_unique<WebPreviewSource>(client, clock, dir.filePath(u"study"_s));
        source->setBaseUrl(*server.listen());
        source->setAttempts(1);
        client.setPace(0, 8);
        DatabaseConfig config;
        config.path = dir.filePath(u"vestnik.db"_s);
        database = std::move(*Database::open(config));
        collector = std::make_unique<Collector>(clock, *source, *database, log);
        channel = ChannelRepository(*database).addChannels({{name, {}}}, clock.now())->added.first().id;
    }
    PreviewSite &site() { return server.site(); }
    bool read(HistoryGoal::Kind history = HistoryGoal::Kind::Recent)
    {
        QSignalSpy finished(collector.get(), &Collector::runFinished);
        ParseRequest request;
        request.history.kind = history;
        const Result<RunId> id = collector->start(request);
        return id && (!finished.isEmpty() || finished.wait(20'000))
            && finished.first().first().value<RunRecord>().channelsFailed == 0;
    }
    QList<qint64> numbers(const QString &sql)
    {
        QList<qint64> all;
        Result<Rows> rows = database->query(sql);
        while (rows && rows->next()) {
            all.append(rows->integer(0));
        }
        return all;
    }
    QList<qint64> deleted()
    {
        return numbers(u"SELECT message_id FROM posts WHERE deleted_at > 0 ORDER BY message_id"_s);
    }
    qint64 stored() { return numbers(u"SELECT count(*) FROM posts"_s).first(); }
};

} // namespace

/// What becomes of stored posts when the site changes, from its pages to the rows.
class TestDeletedPosts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deletedPostsAreMarkedByTheNextRun();
    void deletedPostsThatComeBackLoseTheMark();
    void livingPostsAreNeverMarked_data();
    void livingPostsAreNeverMarked();
    void editsAreVersions();
    void emptyAnswersMarkNothing();
    void unreadablePostsAreNotGone();
};

void TestDeletedPosts::deletedPostsAreMarkedByTheNextRun()
{
    Panel panel;
    QVERIFY(panel.read(HistoryGoal::Kind::All));
    QCOMPARE(panel.stored(), 60);
    QVERIFY(panel.deleted().isEmpty());
    // In the middle of the newest page, two at the end, and one that only older pages showed.
    for (const qint64 id : {20, 45, 59, 60}) {
        QVERIFY(panel.site().remove(name, id));
    }
    QVERIFY(panel.read());
    QCOMPARE(panel.deleted(), (QList<qint64>{45, 59, 60}));
    QCOMPARE(panel.stored(), 60);
}

void TestDeletedPosts::deletedPostsThatComeBackLoseTheMark()
{
    Panel panel(30);
    QVERIFY(panel.read());
    const SitePost post = *panel.site().post(name, 25);
    QVERIFY(panel.site().remove(name, 25));
    QVERIFY(panel.read());
    QCOMPARE(panel.deleted(), QList<qint64>{25});
    panel.site().append(name, post);
    QVERIFY(panel.read());
    QVERIFY(panel.deleted().isEmpty());
}

void TestDeletedPosts::livingPostsAreNeverMarked_data()
{
    QTest::addColumn<QList<int>>("pageSizes");
    QTest::newRow("as the site") << QList<int>{20};
    QTest::newRow("one") << QList<int>{1};
    QTest::newRow("small and large") << QList<int>{3, 7, 2, 20, 5};
}

/// Albums at the borders of pages, gaps in the numbers, pages of all sizes, over several runs.
void TestDeletedPosts::livingPostsAreNeverMarked()
{
    QFETCH(QList<int>, pageSizes);
    Panel panel(0);
    for (int i = 0; i < 40; ++i) {
        SitePost post = textPost(0, u"post %1"_s.arg(i));
        if (i % 3 == 0) {
            post.kind = SiteKind::Album;
            for (int media = 0; media < 4; ++media) {
                SiteMedia one;
                one.kind = SiteMediaKind::Photo;
                post.media.append(one);
            }
        }
        panel.site().append(name, post);
        if (i % 7 == 0) {
            panel.site().skipIds(name, 3);
        }
    }
    panel.site().setPageSizes({20});
    QVERIFY(panel.read(HistoryGoal::Kind::All));
    QCOMPARE(panel.stored(), 40);
    panel.site().setPageSizes(pageSizes);
    for (int run = 0; run < 3; ++run) {
        QVERIFY(panel.read(run == 1 ? HistoryGoal::Kind::All : HistoryGoal::Kind::Recent));
        QVERIFY(panel.deleted().isEmpty());
        panel.site().append(name, textPost(0, u"new %1"_s.arg(run)));
    }
    QVERIFY(panel.read());
    QCOMPARE(panel.stored(), 43);
    QVERIFY(panel.deleted().isEmpty());
}

void TestDeletedPosts::editsAreVersions()
{
    Panel panel(5);
    QVERIFY(panel.read());
    SitePost post = *panel.site().post(name, 3);
    post.text = siteText(u"edited"_s);
    post.edited = true;
    QVERIFY(panel.site().replace(name, post));
    QVERIFY(panel.read());
    QCOMPARE(panel.numbers(u"SELECT count(*) FROM post_versions v JOIN posts p ON p.id = v.post_id "
                           "WHERE p.text = 'edited' AND v.text = 'post 3'"_s),
        QList<qint64>{1});
    post.text = siteText(u"[b]edited[/b]"_s);
    QVERIFY(panel.site().replace(name, post));
    QVERIFY(panel.read());
    QCOMPARE(panel.numbers(u"SELECT count(*) FROM post_versions WHERE text = 'edited'"_s), QList<qint64>{1});
    QVERIFY(panel.deleted().isEmpty());
}

void TestDeletedPosts::emptyAnswersMarkNothing()
{
    Panel panel(30);
    QVERIFY(panel.read());
    FaultBook faults;
    panel.server.setHook(faults.hook());
    faults.add(name, faults::noPostsFound(), -1);
    (void)panel.read(); // a limited client: fails
    QVERIFY(faults.hits() > 0);
    QVERIFY(panel.deleted().isEmpty());
    faults.clear();
    faults.add(name, faults::emptyBody(), -1);
    (void)panel.read();
    QVERIFY(panel.deleted().isEmpty());
}

void TestDeletedPosts::unreadablePostsAreNotGone()
{
    Panel panel(30);
    QVERIFY(panel.read());
    // The newest post and one in the middle stand there, but without a date they are no posts.
    const auto blur = [](const PreviewRequest &request) {
        RawReply reply = request.usual();
        for (const QByteArray &id : {QByteArrayLiteral("somewhere/30\""), QByteArrayLiteral("somewhere/22\"")}) {
            const qsizetype begin = reply.body.indexOf(QByteArray("data-post=\"" + id));
            const qsizetype date = begin < 0 ? -1 : reply.body.indexOf("datetime=\"", begin);
            if (date >= 0) {
                reply.body.replace(date, 10, "undated=\"");
            }
        }
        return std::optional<RawReply>(reply);
    };
    panel.server.setHook(blur);
    QSignalSpy kept(panel.source.get(), &WebPreviewSource::pageKept);
    QVERIFY(panel.read());
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().at(2).toInt(), 2);
    QVERIFY(panel.deleted().isEmpty());
    QCOMPARE(panel.stored(), 30);
}

QTEST_GUILESS_MAIN(TestDeletedPosts)

#include "tst_deletedposts.moc"
