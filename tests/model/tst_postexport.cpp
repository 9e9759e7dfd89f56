// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/jsonbytes.h"
#include "core/model/postexport.h"
#include "core/model/postjson.h"
#include "tests/store/storefixture.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace vestnik;
using namespace vestnik::test;

namespace {

QJsonObject written(const ArchivedPost &post)
{
    JsonBytes out;
    writePostJson(out, post);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(out.toByteArray(), &error);
    if (error.error != QJsonParseError::NoError) {
        qWarning("%s\n%s", qPrintable(error.errorString()), out.toByteArray().constData());
    }
    return document.object();
}

PostExtras fullExtras()
{
    PostExtras extras;
    extras.starred = true;
    extras.tags = {QStringLiteral("Важное"), QStringLiteral("to read")};
    extras.note = QStringLiteral("строка\nвторая \"в кавычках\"");
    extras.deletedAt = noon + 5500;
    extras.versions = {PostVersion{noon + 3000, RichText{QStringLiteral("вторая"), {{EntityType::Bold, 0, 3, {}}}}},
        PostVersion{noon + 1000, RichText{QStringLiteral("первая"), {}}}};
    return extras;
}

} // namespace

class TestPostExport final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameKeysAndValuesAsPostToJson_data();
    void sameKeysAndValuesAsPostToJson();
    void extrasHaveTheirKeys();
    void everythingComesBack();
    void whatIsNoPostIsRefused();
    void hostileValuesAreBounded();
    void textsOfAllCharacters();
    void timesAreThoseOfIsoTime();
};

void TestPostExport::sameKeysAndValuesAsPostToJson_data()
{
    QTest::addColumn<Post>("post");
    QTest::newRow("everything") << fullPost(7);
    QTest::newRow("nothing") << Post();
    QTest::newRow("album") << albumPost({10, 11, 12}, QStringLiteral("альбом"));
    Post odd = simplePost(5, QStringLiteral("a\u2028b\tc\r\n\x01\x1f\u007f</script>"), noon + 1);
    odd.forwardedFrom = ForwardOrigin();
    odd.linkPreview = LinkPreview();
    odd.replyTo = ReplyTarget();
    QTest::newRow("odd") << odd;
}

void TestPostExport::sameKeysAndValuesAsPostToJson()
{
    QFETCH(Post, post);
    const QJsonObject ours = written(ArchivedPost{post, {}, {}});
    const QJsonObject model = postToJson(post);
    for (auto member = model.constBegin(); member != model.constEnd(); ++member) {
        QVERIFY2(ours.contains(member.key()), qPrintable(member.key()));
        QCOMPARE(ours.value(member.key()), member.value());
    }
    const QStringList further{QStringLiteral("channel_title"), QStringLiteral("starred"), QStringLiteral("tags"),
        QStringLiteral("note"), QStringLiteral("deleted_at"), QStringLiteral("versions"), QStringLiteral("more")};
    for (const QString &key : further) {
        QVERIFY2(ours.contains(key), qPrintable(key));
    }
    QCOMPARE(ours.size(), model.size() + further.size());
}

void TestPostExport::extrasHaveTheirKeys()
{
    const QJsonObject object =
        written(ArchivedPost{simplePost(3, QStringLiteral("x")), QStringLiteral("Title"), fullExtras()});
    QCOMPARE(object.value(QStringLiteral("channel_title")).toString(), QStringLiteral("Title"));
    QCOMPARE(object.value(QStringLiteral("starred")), QJsonValue(true));
    QCOMPARE(object.value(QStringLiteral("tags")).toArray(),
        (QJsonArray{QStringLiteral("Важное"), QStringLiteral("to read")}));
    QCOMPARE(object.value(QStringLiteral("deleted_at")).toString(), QStringLiteral("2026-05-20T12:00:05.500Z"));
    const QJsonObject version = object.value(QStringLiteral("versions")).toArray().at(0).toObject();
    QCOMPARE(version.value(QStringLiteral("replaced_at")).toString(), QStringLiteral("2026-05-20T12:00:03Z"));
    QCOMPARE(version.value(QStringLiteral("text")).toString(), QStringLiteral("вторая"));
    QCOMPARE(version.value(QStringLiteral("entities")).toArray().size(), 1);
    QVERIFY(object.value(QStringLiteral("more")).isNull());
}

void TestPostExport::everythingComesBack()
{
    for (const Post &post : {fullPost(7), albumPost({10, 11, 12}, QStringLiteral("альбом")), simplePost(9, {})}) {
        const ArchivedPost archived{post, QStringLiteral("Название"), fullExtras()};
        const Result<ArchivedPost> back = postFromJson(written(archived));
        QVERIFY(back);
        QCOMPARE(back->post, post);
        QCOMPARE(back->channelTitle, archived.channelTitle);
        QCOMPARE(back->extras.starred, archived.extras.starred);
        QCOMPARE(back->extras.tags, archived.extras.tags);
        QCOMPARE(back->extras.note, archived.extras.note);
        QCOMPARE(back->extras.deletedAt, archived.extras.deletedAt);
        QCOMPARE(back->extras.versions.size(), 2);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(back->extras.versions.at(i).replacedAt, archived.extras.versions.at(i).replacedAt);
            QCOMPARE(back->extras.versions.at(i).body, archived.extras.versions.at(i).body);
        }
    }
}

void TestPostExport::whatIsNoPostIsRefused()
{
    const QJsonObject good = postToJson(simplePost(5, QStringLiteral("x")));
    QVERIFY(postFromJson(good));
    QVERIFY(!postFromJson({}));
    for (const char *key : {"channel", "message_id", "posted_at"}) {
        QJsonObject bad = good;
        bad.remove(QLatin1String(key));
        QVERIFY2(!postFromJson(bad), key);
        bad.insert(QLatin1String(key), QJsonArray());
        QVERIFY2(!postFromJson(bad), key);
    }
    QJsonObject bad = good;
    bad.insert(QStringLiteral("message_id"), 0);
    QCOMPARE(postFromJson(bad).error().code, ErrorCode::InvalidArgument);
}

void TestPostExport::hostileValuesAreBounded()
{
    QJsonObject object = postToJson(simplePost(5, QStringLiteral("short")));
    object.insert(QStringLiteral("entities"),
        QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("bold")}, {QStringLiteral("offset"), -1},
                       {QStringLiteral("length"), 2}},
            QJsonObject{{QStringLiteral("type"), QStringLiteral("bold")}, {QStringLiteral("offset"), 3},
                {QStringLiteral("length"), 9e15}},
            QJsonObject{{QStringLiteral("type"), QStringLiteral("nonsense")}, {QStringLiteral("offset"), 0},
                {QStringLiteral("length"), 1}},
            QJsonObject{{QStringLiteral("type"), QStringLiteral("italic")}, {QStringLiteral("offset"), 2},
                {QStringLiteral("length"), 3}},
            QJsonObject{{QStringLiteral("type"), QStringLiteral("bold")}, {QStringLiteral("offset"), 0},
                {QStringLiteral("length"), 1}},
            QStringLiteral("text")});
    object.insert(QStringLiteral("media"),
        QJsonArray{QJsonObject{{QStringLiteral("kind"), QStringLiteral("location")}, {QStringLiteral("latitude"), 1e9},
            {QStringLiteral("longitude"), -1e9}, {QStringLiteral("width"), -5}, {QStringLiteral("duration"), 1e300}}});
    object.insert(QStringLiteral("views"), -5);
    object.insert(QStringLiteral("album_ids"), QJsonArray{7, 6, 6, -1, 0});
    object.insert(QStringLiteral("unknown"), QJsonObject());
    const Result<ArchivedPost> post = postFromJson(object);
    QVERIFY(post);
    QCOMPARE(
        post->post.body.entities, (QList<TextEntity>{{EntityType::Bold, 0, 1, {}}, {EntityType::Italic, 2, 3, {}}}));
    QCOMPARE(post->post.media.first().latitude, std::optional<double>(90));
    QCOMPARE(post->post.media.first().longitude, std::optional<double>(-180));
    QCOMPARE(post->post.media.first().width, 0);
    QCOMPARE(post->post.views->value, 0);
    QCOMPARE(post->post.albumIds, (QList<MessageId>{6, 7}));
}

void TestPostExport::textsOfAllCharacters()
{
    QString all;
    for (char32_t point = 1; point < 0x11000; ++point) {
        if (!QChar::isSurrogate(point)) {
            all += QString::fromUcs4(&point, 1);
        }
    }
    JsonBytes out;
    out.open('[');
    out.string(all);
    out.string(QString(QChar(0xd800)) + QLatin1Char('x') + QChar(0xdc00));
    out.close(']');
    const QJsonArray back = QJsonDocument::fromJson(out.toByteArray()).array();
    QCOMPARE(back.size(), 2);
    QVERIFY(back.at(0).toString() == all);
    QCOMPARE(back.at(1).toString(), QStringLiteral("\uFFFDx\uFFFD"));
}

void TestPostExport::timesAreThoseOfIsoTime()
{
    QRandomGenerator random(5);
    QList<qint64> times{1, 999, 1000, noon, 951'782'400'000, 4'102'444'799'999};
    for (int i = 0; i < 2000; ++i) {
        times.append(random.bounded(qint64(4'102'444'800'000)));
    }
    for (const qint64 time : std::as_const(times)) {
        JsonBytes out;
        out.time(time);
        QCOMPARE(QString::fromUtf8(out.toByteArray()), QLatin1Char('"') + isoTime(time) + QLatin1Char('"'));
    }
    JsonBytes none;
    none.time(0);
    QCOMPARE(none.toByteArray(), QByteArray("null"));
}

QTEST_GUILESS_MAIN(TestPostExport)
#include "tst_postexport.moc"
