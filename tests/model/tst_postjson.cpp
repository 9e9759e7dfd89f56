// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include "core/model/postcolumns.h"
#include "core/model/postjson.h"

using namespace vestnik;

namespace {

/// Hand-written JSON with ' for ".
QJsonObject objectOf(const QString &text)
{
    QString json = text;
    json.replace(QLatin1Char('\''), QLatin1Char('"'));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError) {
        qFatal("%s", qPrintable(error.errorString()));
    }
    return document.object();
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

class TestPostJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bareTextHasEveryKey();
    void allPartsAreThere();
    void timesAreIso_data();
    void timesAreIso();
    void columnsAreCompact();
    void columnsComeBack_data();
    void columnsComeBack();
    void damagedColumnsAreAbsent();
};

void TestPostJson::bareTextHasEveryKey()
{
    Post post;
    post.channel = QStringLiteral("durov");
    post.messageId = 519;
    post.postedAt = 1'779'291'490'000;
    const QJsonObject expected =
        objectOf(QStringLiteral("{'channel':'durov','message_id':519,'posted_at':'2026-05-20T15:38:10Z','kind':'text','"
                                "text':null,'entities':[],"
                                "'url':'https://t.me/durov/"
                                "519','views':null,'author':null,'edited':false,'forwarded_from':null,'reply_to':null,"
                                "'media':[],'links':[],'hashtags':[],'reactions':[],'album_ids':[],'via_bot':null,'"
                                "preview':null,'buttons':[]}"));
    QCOMPARE(compact(postToJson(post)), compact(expected));
}

void TestPostJson::allPartsAreThere()
{
    Post post;
    post.channel = QStringLiteral("durov");
    post.messageId = 14;
    post.albumIds = {14, 15};
    post.kind = PostKind::Album;
    post.postedAt = 1'779'291'490'000;
    post.body.text = QStringLiteral("Hi #tag");
    post.body.entities = {{EntityType::Link, 0, 2, QStringLiteral("https://example.org/")},
        {EntityType::Hashtag, 3, 4, QStringLiteral("tag")}};
    post.author = QStringLiteral("Pavel");
    post.edited = true;
    post.views = Count{1'200'000, QStringLiteral("1.2M"), true};
    post.forwardedFrom = ForwardOrigin{
        QStringLiteral("Source"), QStringLiteral("https://t.me/source/5"), QStringLiteral("source"), 5, {}};
    post.replyTo = ReplyTarget{3, {}, {}, {}};
    post.viaBot = QStringLiteral("gif");
    Media video;
    video.kind = MediaKind::Video;
    video.messageId = 15;
    video.url = QStringLiteral("https://cdn.example/v.mp4");
    video.width = 800;
    video.aspect = 0.5;
    video.durationSeconds = 9;
    Media poll;
    poll.kind = MediaKind::Poll;
    poll.question = QStringLiteral("Well?");
    poll.options = {{QStringLiteral("Yes"), 60}, {QStringLiteral("No"), -1}};
    poll.voters = Count{7, QStringLiteral("7"), false};
    post.media = {video, poll};
    post.reactions = {{ReactionKind::Emoji, QStringLiteral("👍"), Count{1500, QStringLiteral("1.5K"), true}},
        {ReactionKind::Stars, {}, Count{3, QStringLiteral("3"), false}}};
    post.linkPreview = LinkPreview{QStringLiteral("https://example.org/a"), QStringLiteral("Ex"), {}, {}, {}};
    post.buttons = {{QStringLiteral("Open"), QStringLiteral("https://example.org/b"), 1}};
    const QJsonObject expected = objectOf(QStringLiteral(
        "{'channel':'durov','message_id':14,'posted_at':'2026-05-20T15:38:10Z','kind':'album','text':'Hi #tag',"
        "'entities':[{'type':'text_link','offset':0,'length':2,'data':'https://example.org/'},"
        "{'type':'hashtag','offset':3,'length':4,'data':'tag'}],"
        "'url':'https://t.me/durov/14','views':1200000,'author':'Pavel','edited':true,"
        "'forwarded_from':{'name':'Source','url':'https://t.me/source/"
        "5','channel':'source','message_id':5,'author':null},"
        "'reply_to':3,'media':[{'kind':'video','message_id':15,'url':'https://cdn.example/"
        "v.mp4','width':800,'height':400,"
        "'aspect':0.5,'duration':9},{'kind':'poll','question':'Well?','options':[{'text':'Yes','percent':60},"
        "{'text':'No','percent':null}],'voters':7}],"
        "'links':['https://example.org/','https://example.org/a','https://example.org/b'],'hashtags':['tag'],"
        "'reactions':[{'kind':'emoji','emoji':'👍','count':1500,'shown':'1.5K'},"
        "{'kind':'stars','emoji':null,'count':3,'shown':'3'}],'album_ids':[14,15],'via_bot':'gif',"
        "'preview':{'url':'https://example.org/a','site_name':'Ex','title':null,'description':null,'image_url':null},"
        "'buttons':[{'text':'Open','url':'https://example.org/b','row':1}]}"));
    QCOMPARE(compact(postToJson(post)), compact(expected));
}

void TestPostJson::timesAreIso_data()
{
    QTest::addColumn<qint64>("time");
    QTest::addColumn<QString>("expected");
    QTest::newRow("never") << qint64(0) << QString();
    QTest::newRow("whole second") << qint64(1'779'291'490'000) << QStringLiteral("2026-05-20T15:38:10Z");
    QTest::newRow("milliseconds") << qint64(1'779'291'490'070) << QStringLiteral("2026-05-20T15:38:10.070Z");
}

void TestPostJson::timesAreIso()
{
    QFETCH(qint64, time);
    QFETCH(QString, expected);
    QCOMPARE(isoTime(time), expected);
}

void TestPostJson::columnsAreCompact()
{
    QCOMPARE(entitiesColumn({{EntityType::Bold, 0, 5, {}}, {EntityType::Link, 7, 3, QStringLiteral("a\"b\\c\nd\te")}}),
        QStringLiteral("[[\"bold\",0,5],[\"text_link\",7,3,\"a\\\"b\\\\c\\nd\\u0009e\"]]"));
    QCOMPARE(idsColumn({10, 11, 12}), QStringLiteral("[10,11,12]"));
    QCOMPARE(reactionsColumn({{ReactionKind::Emoji, QStringLiteral("👍"), Count{12, QStringLiteral("12"), false}},
                 {ReactionKind::Stars, {}, Count{1500, QStringLiteral("1.5K"), true}}}),
        QStringLiteral("[[\"emoji\",\"👍\",12],[\"stars\",\"\",1500,\"1.5K\",1]]"));
    QVERIFY(entitiesColumn({}).isNull() && mediaColumn({}).isNull() && reactionsColumn({}).isNull());
    QVERIFY(idsColumn({}).isNull() && buttonsColumn({}).isNull() && previewColumn({}).isNull());
    QVERIFY(forwardColumn({}).isNull() && replyColumn({}).isNull() && mediaUrlsColumn({Media()}, {}).isNull());
    // Present without any detail is not absent.
    QCOMPARE(forwardColumn(ForwardOrigin()), QStringLiteral("{}"));
}

void TestPostJson::columnsComeBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("plain");
    QTest::newRow("russian") << QStringLiteral("Ёлка «в парке»");
    QTest::newRow("emoji") << QStringLiteral("👩‍👩‍👧 🇷🇺");
    QTest::newRow("quotes") << QStringLiteral("\"'\\/\\\\");
    QTest::newRow("control characters") << QStringLiteral("a\n\r\t\b\f\u0001\u001f\u007f\u2028z");
    QTest::newRow("looks like JSON") << QStringLiteral("[{\"k\":1}]");
}

void TestPostJson::columnsComeBack()
{
    QFETCH(QString, text);
    Media media;
    media.kind = MediaKind::Location;
    media.title = text;
    media.waveform = text;
    media.options = {{text, 0}};
    media.latitude = -0.1;
    media.longitude = 179.99999999999997;
    media.aspect = 1.0 / 3;
    media.messageId = (qint64(1) << 52) + 1;
    const QList<Media> list{media, Media()};
    QCOMPARE(mediaFromColumn(mediaColumn(list)), list);

    QList<Media> addressed = list;
    addressed[1].thumbnailUrl = text;
    std::optional<LinkPreview> preview = LinkPreview{text, {}, text, {}, text};
    QList<Media> restored = mediaFromColumn(mediaColumn(addressed));
    std::optional<LinkPreview> restoredPreview = previewFromColumn(previewColumn(preview));
    restoreMediaUrls(mediaUrlsColumn(addressed, preview), restored, restoredPreview);
    QCOMPARE(restored, addressed);
    QCOMPARE(restoredPreview, preview);

    const QList<TextEntity> entities{{EntityType::CustomEmoji, 1, 2, text}, {EntityType::Phone, 3, 4, {}}};
    QCOMPARE(entitiesFromColumn(entitiesColumn(entities)), entities);
    const std::optional<ForwardOrigin> forward = ForwardOrigin{text, text, text, 8, text};
    QCOMPARE(forwardFromColumn(forwardColumn(forward)), forward);
    const std::optional<ReplyTarget> reply = ReplyTarget{4, text, {}, text};
    QCOMPARE(replyFromColumn(replyColumn(reply)), reply);
    const QList<InlineButton> buttons{{text, text, 2}};
    QCOMPARE(buttonsFromColumn(buttonsColumn(buttons)), buttons);
    const QList<Reaction> reactions{{ReactionKind::CustomEmoji, text, Count{5, text, false}}};
    QCOMPARE(reactionsFromColumn(reactionsColumn(reactions)), reactions);
}

void TestPostJson::damagedColumnsAreAbsent()
{
    for (const QString &text : {QString(), QStringLiteral("["), QStringLiteral("null"), QStringLiteral("7")}) {
        QVERIFY(entitiesFromColumn(text).isEmpty());
        QVERIFY(mediaFromColumn(text).isEmpty());
        QVERIFY(reactionsFromColumn(text).isEmpty());
        QVERIFY(buttonsFromColumn(text).isEmpty());
        QVERIFY(idsFromColumn(text).isEmpty());
        QVERIFY(!forwardFromColumn(text) && !replyFromColumn(text) && !previewFromColumn(text));
    }
}

QTEST_APPLESS_MAIN(TestPostJson)
#include "tst_postjson.moc"
