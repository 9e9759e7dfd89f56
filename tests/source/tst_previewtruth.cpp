// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/previewparser.h"
#include "tests/source/previewdprocess.h"
#include "tests/source/truth.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace vestnik;

/// Walks whole channels of the stand-in and compares every field of every post with its ground truth.
class PreviewTruthTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldOfEveryPostAgrees_data();
    void everyFieldOfEveryPostAgrees();
    void plainPagesAreClassified_data();
    void plainPagesAreClassified();
    void widgetsAreRead();
    void faultyPagesAreSurvived_data();
    void faultyPagesAreSurvived();

private:
    QHash<MessageId, Post> walk(PreviewdProcess &server, const QString &channel, PreviewPage &first);
};

QHash<MessageId, Post> PreviewTruthTest::walk(PreviewdProcess &server, const QString &channel, PreviewPage &first)
{
    QHash<MessageId, Post> posts;
    MessageId before = 0;
    do {
        const QString path =
            QLatin1String("/s/") + channel + (before > 0 ? QStringLiteral("?before=%1").arg(before) : QString());
        const PreviewPage page = parsePreviewPage(server.get(path), channel);
        if (posts.isEmpty()) {
            first = page;
        }
        if (page.pageClass != PageClass::Channel || page.reread || page.postsUnreadable != 0 || !page.unknown.isEmpty()
            || page.postsSeen != page.posts.size()) {
            qWarning() << path << "class" << static_cast<int>(page.pageClass) << "seen" << page.postsSeen << "read"
                       << page.posts.size() << "unknown" << page.unknown;
            return {};
        }
        for (const Post &post : page.posts) {
            posts.insert(post.messageId, post);
        }
        before = page.olderBefore;
    } while (before > 0);
    return posts;
}

void PreviewTruthTest::everyFieldOfEveryPostAgrees_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("as served today") << QStringList{};
    QTest::newRow("ampersands escaped twice")
        << QStringList{QStringLiteral("--double-escape-amp"), QStringLiteral("--seed"), QStringLiteral("7")};
    QTest::newRow("another world") << QStringList{
        QStringLiteral("--seed"), QStringLiteral("winter"), QStringLiteral("--page-sizes"), QStringLiteral("fixed")};
}

void PreviewTruthTest::everyFieldOfEveryPostAgrees()
{
    QFETCH(QStringList, options);
    if (!PreviewdProcess::isAvailable()) {
        QSKIP("python3 or the stand-in server is not there");
    }
    PreviewdProcess server;
    const QStringList channels{QStringLiteral("mix"), QStringLiteral("novosti"), QStringLiteral("daily")};
    QVERIFY(server.start(
        QStringList{QStringLiteral("--channel"), QStringLiteral("mix:400:mixed"), QStringLiteral("--channel"),
            QStringLiteral("novosti:300:ru"), QStringLiteral("--channel"), QStringLiteral("daily:300:en")}
        + options));
    QStringList wrong;
    int compared = 0;
    for (const QString &channel : channels) {
        PreviewPage first;
        const QHash<MessageId, Post> posts = walk(server, channel, first);
        const QJsonObject truth = QJsonDocument::fromJson(server.get(QLatin1String("/_truth/") + channel)).object();
        QCOMPARE(first.info.username, channel);
        QCOMPARE(first.info.title, truth[u"title"].toString());
        QCOMPARE(first.info.telegramId, truth[u"numeric_id"].toInteger());
        QCOMPARE(first.info.description, truth[u"description"].toString());
        QCOMPARE(first.info.verified, truth[u"verified"].toBool());
        QCOMPARE(first.info.subscribers->shown, truth[u"subscribers_displayed"].toString());
        QCOMPARE(posts.size(), truth[u"posts"].toArray().size());
        for (const QJsonValue &expected : truth[u"posts"].toArray()) {
            const MessageId id = expected[u"id"].toInteger();
            QVERIFY2(posts.contains(id), qPrintable(QStringLiteral("%1/%2 is missing").arg(channel).arg(id)));
            wrong += differences(posts.value(id), expected.toObject(), channel);
            ++compared;
        }
    }
    QVERIFY2(wrong.isEmpty(),
        qPrintable(QStringLiteral("%1 differences:\n%2").arg(wrong.size()).arg(wrong.mid(0, 12).join(u'\n'))));
    QCOMPARE(compared, 1000);
}

void PreviewTruthTest::plainPagesAreClassified_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<PageClass>("expected");
    QTest::newRow("channel") << QStringLiteral("/news") << PageClass::PlainChannel;
    QTest::newRow("preview off, redirected") << QStringLiteral("/s/demo_closed") << PageClass::PreviewDisabled;
    QTest::newRow("group") << QStringLiteral("/s/demo_group") << PageClass::Group;
    QTest::newRow("user") << QStringLiteral("/s/demo_user") << PageClass::User;
    QTest::newRow("bot") << QStringLiteral("/s/demo_bot") << PageClass::Bot;
    QTest::newRow("free name") << QStringLiteral("/s/nobody_here") << PageClass::NoSuchName;
    QTest::newRow("post page") << QStringLiteral("/news/2") << PageClass::PostPage;
    QTest::newRow("post that is not there") << QStringLiteral("/news/99999?embed=1") << PageClass::PostNotFound;
    QTest::newRow("article of a site") << QStringLiteral("/article/1") << PageClass::NotTelegram;
}

void PreviewTruthTest::plainPagesAreClassified()
{
    QFETCH(QString, path);
    QFETCH(PageClass, expected);
    if (!PreviewdProcess::isAvailable()) {
        QSKIP("python3 or the stand-in server is not there");
    }
    PreviewdProcess server;
    QVERIFY(server.start({QStringLiteral("--channel"), QStringLiteral("news:30:en")}));
    const PreviewPage page = parsePreviewPage(server.get(path), QStringLiteral("asked"));
    QCOMPARE(static_cast<int>(page.pageClass), static_cast<int>(expected));
    QVERIFY(page.posts.isEmpty());
    if (expected == PageClass::PlainChannel || expected == PageClass::PreviewDisabled) {
        const QString name = path.section(u'/', -1);
        const QJsonObject truth = QJsonDocument::fromJson(server.get(QLatin1String("/_truth/") + name)).object();
        QCOMPARE(page.subscribersExact, truth[u"subscribers"].toInteger());
        QCOMPARE(page.info.title, truth[u"title"].toString());
        QCOMPARE(page.info.username, name);
    }
}

void PreviewTruthTest::widgetsAreRead()
{
    if (!PreviewdProcess::isAvailable()) {
        QSKIP("python3 or the stand-in server is not there");
    }
    PreviewdProcess server;
    QVERIFY(server.start({QStringLiteral("--channel"), QStringLiteral("news:60:mixed")}));
    const QJsonObject truth = QJsonDocument::fromJson(server.get(QStringLiteral("/_truth/news"))).object();
    for (const QJsonValue &expected : truth[u"posts"].toArray()) {
        const PreviewPage page = parsePreviewPage(
            server.get(QStringLiteral("/news/%1?embed=1").arg(expected[u"id"].toInteger())), QStringLiteral("news"));
        QCOMPARE(page.posts.size(), 1);
        QCOMPARE(page.info.telegramId, truth[u"numeric_id"].toInteger());
        QCOMPARE(page.info.title, truth[u"title"].toString());
        const Post &post = page.posts.first();
        QCOMPARE(post.messageId, expected[u"id"].toInteger());
        QCOMPARE(post.body.text, expected[u"text"].toString());
        QCOMPARE(postKindName(post.kind), plainKind(expected[u"type"].toString()));
        if (post.kind == PostKind::Poll) {
            QCOMPARE(post.media.first().voters->shown, expected[u"poll"][u"voters"].toString());
            QCOMPARE(post.media.first().options.first().percent, -1);
        }
    }
}

void PreviewTruthTest::faultyPagesAreSurvived_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<PageClass>("expected");
    QTest::newRow("invalid bytes") << QByteArray("bad_utf8") << PageClass::Channel;
    QTest::newRow("tag soup") << QByteArray("garbage_html") << PageClass::Channel; // it announces posts
    QTest::newRow("nothing") << QByteArray("empty_200") << PageClass::NotTelegram;
    QTest::newRow("false no posts") << QByteArray("false_empty") << PageClass::EmptyChannel;
    QTest::newRow("false free name") << QByteArray("contact_page") << PageClass::NoSuchName;
    QTest::newRow("no link to older posts") << QByteArray("no_prev_link") << PageClass::Channel;
    QTest::newRow("filler") << QByteArray("huge") << PageClass::Channel;
    QTest::newRow("nesting") << QByteArray("deep") << PageClass::NotTelegram;
}

void PreviewTruthTest::faultyPagesAreSurvived()
{
    QFETCH(QByteArray, kind);
    QFETCH(PageClass, expected);
    if (!PreviewdProcess::isAvailable()) {
        QSKIP("python3 or the stand-in server is not there");
    }
    PreviewdProcess server;
    QVERIFY(server.start({QStringLiteral("--channel"), QStringLiteral("news:60:ru")}));
    const PreviewPage good = parsePreviewPage(server.get(QStringLiteral("/s/news")), QStringLiteral("news"));
    QVERIFY(server.post(QStringLiteral("/_fault"), "{\"name\":\"news\",\"kind\":\"" + kind + "\",\"scope\":\"s\"}"));
    const PreviewPage page = parsePreviewPage(server.get(QStringLiteral("/s/news")), QStringLiteral("news"));
    QCOMPARE(static_cast<int>(page.pageClass), static_cast<int>(expected));
    if (kind == "bad_utf8" || kind == "no_prev_link") {
        QCOMPARE(page.posts.size(), good.posts.size());
        QCOMPARE(page.postsUnreadable, 0);
    }
    if (kind == "bad_utf8") {
        bool replaced = false;
        for (const Post &post : page.posts) {
            replaced = replaced || post.body.text.contains(QChar(QChar::ReplacementCharacter));
        }
        QVERIFY(replaced);
    }
    if (kind == "no_prev_link") {
        QCOMPARE(page.olderBefore, 0);
    }
}

QTEST_GUILESS_MAIN(PreviewTruthTest)

#include "tst_previewtruth.moc"
