// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demofeed.h"
#include "app/demo/demoworld.h"
#include "app/demo/pictures.h"
#include "app/demo/previewsite.h"
#include "app/demo/sitetext.h"

#include <QImage>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

QList<qint64> idsOn(const QByteArray &page)
{
    static const QRegularExpression mark(u"data-post=\"[^/\"]+/(\\d+)\""_s);
    QList<qint64> ids;
    for (auto matches = mark.globalMatch(QString::fromUtf8(page)); matches.hasNext();) {
        ids.append(matches.next().captured(1).toLongLong());
    }
    return ids;
}

QList<qint64> idsOf(const QList<SitePost> &posts)
{
    QList<qint64> ids;
    for (const SitePost &post : posts) {
        ids.append(post.id);
    }
    return ids;
}

SiteChannel channelNamed(const QString &name)
{
    SiteChannel channel;
    channel.name = name;
    channel.title = u"Tom & \"Co\""_s;
    channel.description = u"It's 5 < 6!"_s;
    channel.subscribers = 1'234'567;
    return channel;
}

SitePost textPost(const QString &markup)
{
    SitePost post;
    post.postedAt = DemoWorld::defaultBaseTime;
    post.text = siteText(markup);
    post.views = 8'674'321;
    return post;
}

SitePost mediaPost(SiteKind kind, SiteMediaKind media, int items = 1)
{
    SitePost post = textPost(u"Caption"_s);
    post.kind = kind;
    for (int i = 0; i < items; ++i) {
        SiteMedia each;
        each.kind = media;
        each.title = u"Title"_s;
        each.extra = u"Extra"_s;
        each.durationSeconds = 65;
        each.picture = pictureSeed(PictureStyle::Sea, 0.75, quint64(i));
        post.media.append(each);
    }
    return post;
}

} // namespace

class TestDemoSite final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void postIsServedWithTheMarksOfItsKind_data()
    {
        QTest::addColumn<SitePost>("post");
        QTest::addColumn<QStringList>("marks");
        QTest::addColumn<QStringList>("absent");
        const QStringList none;
        QTest::newRow("text") << textPost(u"Hi"_s) << QStringList{u"dir=\"auto\">Hi</div>"_s, u">8.67M</span>"_s}
                              << QStringList{u"media_not_supported"_s, u"service_message"_s};
        QTest::newRow("photo") << mediaPost(SiteKind::Photo, SiteMediaKind::Photo)
                               << QStringList{u"class=\"tgme_widget_message_photo_wrap "_s, u"padding-top:75%"_s}
                               << none;
        QTest::newRow("album") << mediaPost(SiteKind::Album, SiteMediaKind::Photo, 3)
                               << QStringList{u"/1?single\""_s, u"/3?single\""_s,
                                      u"tgme_widget_message_grouped_layer"_s,
                                      u"dir=\"auto\"><div class=\"tgme_widget_message_text"_s}
                               << none;
        QTest::newRow("video") << mediaPost(SiteKind::Video, SiteMediaKind::Video)
                               << QStringList{u"message_video_play "_s, u">1:05</time>"_s, u"<video src="_s}
                               << QStringList{u"autoplay"_s};
        QTest::newRow("portrait video") << mediaPost(SiteKind::Video, SiteMediaKind::PortraitVideo)
                                        << QStringList{u"js-message_video_blured"_s} << none;
        QTest::newRow("big video") << mediaPost(SiteKind::Video, SiteMediaKind::BigVideo)
                                   << QStringList{u"Media is too big"_s} << QStringList{u"<video"_s};
        QTest::newRow("gif") << mediaPost(SiteKind::Gif, SiteMediaKind::Gif) << QStringList{u"autoplay loop"_s}
                             << QStringList{u"message_video_play "_s, u"message_video_duration"_s};
        QTest::newRow("round") << mediaPost(SiteKind::Round, SiteMediaKind::Round)
                               << QStringList{u"<div class=\"tgme_widget_message_roundvideo_player"_s} << none;
        QTest::newRow("voice") << mediaPost(SiteKind::Voice, SiteMediaKind::Voice)
                               << QStringList{u"data-waveform=\""_s, u".ogg?token="_s} << none;
        QTest::newRow("audio") << mediaPost(SiteKind::Audio, SiteMediaKind::Audio)
                               << QStringList{u"document_icon accent_bg audio"_s, u">Extra</div>"_s} << none;
        QTest::newRow("document") << mediaPost(SiteKind::Document, SiteMediaKind::Document)
                                  << QStringList{u"document_icon accent_bg\""_s, u">Title</div>"_s} << none;
        QTest::newRow("sticker") << mediaPost(SiteKind::Sticker, SiteMediaKind::Sticker)
                                 << QStringList{u"data-webp=\""_s, u"sticker_media"_s} << none;
        QTest::newRow("contact") << mediaPost(SiteKind::Contact, SiteMediaKind::Contact)
                                 << QStringList{u"tgme_widget_message_contact_phone\" dir=\"auto\">Extra"_s} << none;
        SitePost post = textPost({});
        post.kind = SiteKind::Location;
        post.location = SiteLocation{59.5, -30.25};
        QTest::newRow("location") << post << QStringList{u"maps?q=59.500000,-30.250000&ll=59.5"_s} << none;
        post = textPost({});
        post.kind = SiteKind::Poll;
        post.poll = SitePoll{u"Why?"_s, u"Anonymous Poll"_s, {{u"Yes"_s, 60}, {u"No"_s, 40}}, u"1.2K"_s};
        QTest::newRow("poll") << post << QStringList{u"poll_option_percent\">60%"_s, u"message_voters\">1.2K<"_s}
                              << none;
        post = textPost(u"Channel created"_s);
        post.kind = SiteKind::Service;
        post.views = 0;
        QTest::newRow("service") << post << QStringList{u" service_message js"_s} << QStringList{u"message_views"_s};
        post = textPost({});
        post.kind = SiteKind::Unsupported;
        QTest::newRow("unsupported") << post << QStringList{u"Please open Telegram to view this post"_s}
                                     << QStringList{u"media_supported_cont"_s};
        QTest::newRow("custom emoji has a twin")
            << textPost(u"[emoji=7]🔥[/emoji]"_s)
            << QStringList{u"<div class=\"media_supported_cont\">"_s, u"<div class=\"media_not_supported_cont\">"_s}
            << none;
        post = textPost(u"Body"_s);
        post.forward = SiteForward{u"Origin"_s, {}, u"Ann"_s};
        post.reply = SiteReply{7, u"Quote"_s, {}};
        post.signature = u"Bob"_s;
        post.edited = true;
        post.reactions = {{SiteReaction::Kind::Stars, {}, 2'490}, {SiteReaction::Kind::Custom, u"5265"_s, 23'400}};
        const SiteButton button{u"Go"_s, u"https://example.org/?a=1&b=2"_s};
        post.buttons = {{button}};
        QTest::newRow("decorations") << post
                                     << QStringList{u"<span class=\"tgme_widget_message_forwarded_from_name\">"_s,
                                            u"/some_name/7\" \">"_s, u"Bob</span>,&nbsp;edited &nbsp;<a"_s,
                                            u"icon-telegram-stars\"></i>2.49K<"_s,
                                            u"emoji-id=\"5265\"></tg-emoji>23.4K<"_s,
                                            u"href=\"https://example.org/?a=1&amp;b=2\""_s}
                                     << none;
    }
    void postIsServedWithTheMarksOfItsKind()
    {
        QFETCH(SitePost, post);
        QFETCH(QStringList, marks);
        QFETCH(QStringList, absent);
        PreviewSite site;
        site.addChannel(channelNamed(u"some_name"_s), {post});
        const QString page = QString::fromUtf8(site.page(u"some_name"_s));
        const QString message = page.mid(page.indexOf(u"data-post=\"some_name/1\""_s) - 200);
        for (const QString &mark : std::as_const(marks)) {
            QVERIFY2(message.contains(mark), qPrintable(mark));
        }
        for (const QString &mark : std::as_const(absent)) {
            QVERIFY2(!message.contains(mark), qPrintable(mark));
        }
        QVERIFY(message.contains(u"<time datetime=\"2026-09-01T12:00:00+00:00\" class=\"time\">12:00</time>"_s));
    }

    void pageHasTheRealSkeleton()
    {
        PreviewSite site;
        QList<SitePost> posts;
        for (int i = 0; i < 50; ++i) {
            posts.append(textPost(u"Post "_s + QString::number(i)));
        }
        site.addChannel(channelNamed(u"Some_Name"_s), posts);
        const QByteArray middle = site.page(u"some_name"_s, 41);
        QCOMPARE(idsOn(middle).size(), 20);
        QCOMPARE(idsOn(middle).first(), 21);
        for (const char *mark : {"<link rel=\"prev\" href=\"/s/Some_Name?before=21\">",
                 "<link rel=\"next\" href=\"/s/Some_Name?after=40\">",
                 "<link rel=\"canonical\" href=\"/s/Some_Name?before=41\">", "data-before=\"21\"", "data-after=\"40\"",
                 "<main class=\"tgme_main\" data-url=\"/Some_Name\">",
                 "<div class=\"tgme_channel_info_header_title\"><span dir=\"auto\">Tom &amp; "
                 "&quot;Co&quot;</span></div>",
                 "<a href=\"https://t.me/Some_Name\">@Some_Name</a>",
                 ">1.23M</span> <span class=\"counter_type\">subscribers<",
                 "tgme_channel_info_description\">It&#39;s 5 &lt; 6&#33;</div>"}) {
            QVERIFY2(middle.contains(mark), mark);
        }
        QCOMPARE(idsOn(site.page(u"some_name"_s, 0, 10)).first(), 11);
        QVERIFY(!site.page(u"some_name"_s).contains("rel=\"next\""));
        QVERIFY(!site.page(u"some_name"_s, 21).contains("rel=\"prev\""));
        QVERIFY(site.page(u"some_name"_s, 1).contains("No posts found"));
    }

    void plainPageTellsWhatANameIs()
    {
        const PreviewSite site = DemoWorld().makeSite();
        QVERIFY(site.plainPage(u"zarechensk_demo"_s).contains(">48 210 subscribers<"));
        QVERIFY(site.plainPage(u"zarechensk_demo"_s).contains("href=\"/s/zarechensk_demo\">Preview channel"));
        QVERIFY(!site.plainPage(u"closed_kitchen_demo"_s).contains("Preview channel"));
        QVERIFY(site.plainPage(u"alder_neighbours_demo"_s).contains("members, 37 online"));
        QVERIFY(site.plainPage(u"nora_finch_demo"_s).contains("Send Message"));
        QVERIFY(site.plainPage(u"ferry_times_demobot"_s).contains("Start Bot"));
        QVERIFY(site.plainPage(u"nobody_at_all"_s).contains("noindex, nofollow"));
        QVERIFY(!site.plainPage(u"nobody_at_all"_s).contains("tgme_page_title"));
        QCOMPARE(site.answer("/s/closed_kitchen_demo").status, 302);
        QCOMPARE(site.answer("/s/closed_kitchen_demo").location, QByteArray("/closed_kitchen_demo"));
        QCOMPARE(site.answer("/s/zarechensk_demo?before=20").status, 200);
        QVERIFY(site.answer("/zarechensk_demo/1?embed=1").body.contains("data-post=\"zarechensk_demo/1\""));
        QCOMPARE(site.answer("/").status, 404);
    }

    void sameSeedGivesTheSameDemo()
    {
        const PreviewSite one = DemoWorld(7, 1'800'000'000'000).makeSite();
        const PreviewSite two = DemoWorld(7, 1'800'000'000'000).makeSite();
        const PreviewSite other = DemoWorld(8, 1'800'000'000'000).makeSite();
        QCOMPARE(one.page(u"lab_notes_demo"_s), two.page(u"lab_notes_demo"_s));
        QVERIFY(one.page(u"lab_notes_demo"_s) != other.page(u"lab_notes_demo"_s));
    }

    void demoHasEveryKindAndDecoration()
    {
        const DemoWorld world;
        const PreviewSite site = world.makeSite();
        QCOMPARE(world.channelNames().size(), 8);
        static const QRegularExpression unresolved(u"\\{[\\w.-]+\\}"_s);
        QSet<int> kinds;
        QSet<QString> entities;
        int replies = 0, forwards = 0, cards = 0, buttons = 0, parts = 0, edits = 0, signatures = 0;
        for (const QString &name : world.channelNames()) {
            const QList<SitePost> posts = site.posts(name);
            QVERIFY2(posts.size() >= 120 && posts.size() <= 402, qPrintable(name));
            qint64 previous = 0;
            for (const SitePost &post : posts) {
                QVERIFY2(post.postedAt > previous && post.postedAt < DemoWorld::defaultBaseTime, qPrintable(name));
                QVERIFY2(!unresolved.match(post.text.plain).hasMatch(), qPrintable(post.text.plain));
                previous = post.postedAt;
                kinds.insert(int(post.kind));
                for (const SiteEntity &entity : post.text.entities) {
                    entities.insert(entity.type);
                }
                replies += post.reply.has_value();
                forwards += post.forward.has_value();
                cards += post.card.has_value();
                buttons += !post.buttons.isEmpty();
                parts += post.unsupportedPart;
                edits += post.edited;
                signatures += !post.signature.isEmpty();
            }
        }
        QCOMPARE(kinds.size(), int(SiteKind::Unsupported) + 1);
        QCOMPARE(entities.size(), 13);
        for (const int count : {replies, forwards, cards, buttons, parts, edits, signatures}) {
            QVERIFY(count > 5);
        }
        for (const DemoFolder &folder : world.folders()) {
            for (const QString &name : folder.channels) {
                QVERIFY2(site.channel(name), qPrintable(name));
            }
        }
    }

    void pagesFollowedByLowestIdShowEveryPostOnce_data()
    {
        QTest::addColumn<QList<int>>("sizes");
        QTest::newRow("twenty") << QList<int>{20};
        QTest::newRow("varied") << QList<int>{20, 19, 14, 7, 5};
        QTest::newRow("one") << QList<int>{1};
    }
    void pagesFollowedByLowestIdShowEveryPostOnce()
    {
        QFETCH(QList<int>, sizes);
        PreviewSite site = DemoWorld().makeSite();
        site.setPageSizes(sizes);
        const QString name = u"afisha_sever_demo"_s;
        QList<qint64> seen;
        for (QByteArray page = site.page(name); !idsOn(page).isEmpty(); page = site.page(name, seen.first())) {
            seen = idsOn(page) + seen;
        }
        QCOMPARE(seen, idsOf(site.posts(name)));
        qsizetype walked = 0;
        for (const QByteArray &target : site.pageTargets(name)) {
            walked += idsOn(site.answer(target).body).size();
        }
        QCOMPARE(walked, seen.size());
    }

    void changesShowAndRaiseTheRevision()
    {
        PreviewSite site;
        const QString name = u"some_name"_s;
        site.addChannel(channelNamed(name), {textPost(u"one"_s)});
        quint64 revision = site.revision(name);
        const auto grew = [&] { return std::exchange(revision, site.revision(name)) < site.revision(name); };
        QCOMPARE(site.append(name, mediaPost(SiteKind::Album, SiteMediaKind::Photo, 3)), 2);
        QVERIFY(grew());
        QCOMPARE(site.newestId(name), 4);
        QCOMPARE(site.post(name, 3)->id, 2);
        SitePost edited = *site.post(name, 1);
        edited.text = siteText(u"changed"_s);
        QVERIFY(site.replace(name, edited) && grew());
        QVERIFY(site.page(name).contains("changed"));
        QVERIFY(site.remove(name, 4) && grew());
        QVERIFY(!site.remove(name, 4));
        QCOMPARE(site.append(name, textPost(u"next"_s)), 5);
        QCOMPARE(idsOn(site.page(name)), (QList<qint64>{1, 5}));
        QCOMPARE(site.append(u"unknown"_s, textPost(u"x"_s)), 0);
    }

    void bulkPagesHaveTheWeightOfRealOnes()
    {
        const PreviewSite site = makeBulkSite(2, 200);
        QCOMPARE(site.channelNames().size(), 2);
        QCOMPARE(site.postCount(u"bulk0002"_s), 200);
        const QList<QByteArray> targets = site.pageTargets(u"bulk0001"_s);
        QCOMPARE(targets.size(), 10);
        qint64 bytes = 0;
        for (const QByteArray &target : targets) {
            bytes += site.answer(target).body.size();
        }
        QVERIFY2(bytes / 10 > 110'000 && bytes / 10 < 160'000, qPrintable(QString::number(bytes / 10)));
    }

    void pictureIsToldByItsTokenAndPainted()
    {
        for (int style = 0; style <= int(PictureStyle::Avatar); ++style) {
            const quint64 seed = pictureSeed(PictureStyle(style), 0.5, 11);
            QCOMPARE(pictureSeedOf(fileToken(seed).toLatin1()), seed);
            const QImage image = QImage::fromData(picturePng(seed), "PNG");
            QCOMPARE(image.size(), QSize(320, 160));
            QSet<QRgb> colors;
            for (int x = 0; x < image.width(); ++x) {
                colors.insert(image.pixel(x, x / 2));
            }
            QVERIFY2(colors.size() > 2, qPrintable(QString::number(style)));
        }
        QCOMPARE(pictureSeedOf("nonsense"), quint64(0));
    }

    void feedWritesAndEdits()
    {
        PreviewServer server(DemoWorld().makeSite());
        DemoFeed feed(&server, DemoWorld(), 3, [] { return DemoWorld::defaultBaseTime + 5000; });
        QSignalSpy posted(&feed, &DemoFeed::posted);
        QSignalSpy edited(&feed, &DemoFeed::edited);
        for (int i = 0; i < 60; ++i) {
            feed.step();
        }
        QCOMPARE(posted.size() + edited.size(), 60);
        QVERIFY(posted.size() > 30 && !edited.isEmpty());
        const auto post = server.site().post(posted.last().at(0).toString(), posted.last().at(1).toLongLong());
        QVERIFY(post);
        QCOMPARE(post->postedAt, DemoWorld::defaultBaseTime + 5000);
        feed.start(1);
        QTRY_VERIFY(posted.size() + edited.size() > 65);
        feed.stop();
        QVERIFY(!feed.isRunning());
    }
};

QTEST_GUILESS_MAIN(TestDemoSite)
#include "tst_demosite.moc"
