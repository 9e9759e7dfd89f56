// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/source/fixtures.h"

#include <QTest>

using namespace vestnik;

/// What is attached to the posts of real pages. The expectations were read from the pages' source.
class PreviewFixturePartsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void photoHasItsFileAndId();
    void videoHasItsFileOnce();
    void bigVideoHasNoFile();
    void roundVideoAndVoiceHaveTheirFiles();
    void musicHasTitleAndPerformer();
    void pollHasItsOptions();
    void widgetPollHasVotesWithoutPercents();
    void locationHasItsPlace();
    void servicePhotoIsKept();
    void forwardNamesItsOrigin();
    void hiddenOriginHasANameOnly();
    void cardsAreReadWithBothKindsOfPicture();
    void buttonOutsideOfAKeyboardIsKept();

private:
    PreviewPage parse(const char *name)
    {
        return parsePreviewPage(readFile(fixturePath(QString::fromLatin1(name))), QStringLiteral("asked"));
    }
    Post only(const char *name)
    {
        const PreviewPage page = parse(name);
        return page.posts.size() == 1 && page.unknown.isEmpty() ? page.posts.first() : Post();
    }
};

void PreviewFixturePartsTest::initTestCase()
{
    if (!QFile::exists(fixturePath(QStringLiteral("sherlock-telegram__channel_feed")))) {
        QSKIP("the real pages are not there");
    }
}

void PreviewFixturePartsTest::photoHasItsFileAndId()
{
    const Media photo = only("tchan__photo_single").media.value(0);
    QCOMPARE(photo.kind, MediaKind::Photo);
    QCOMPARE(photo.id, QStringLiteral("5172795381250108682"));
    QVERIFY(photo.url.startsWith(QLatin1String("https://cdn1.telegram-cdn.org/file/AqX5QJmpXiol")));
    QVERIFY(photo.url.endsWith(QLatin1String("qyih2fKmhKLr5wA.jpg")));
    QCOMPARE(photo.width, 450);
    QVERIFY(qAbs(photo.aspect - 1.3333) < 0.001);
    QCOMPARE(photo.messageId, 0);
}

void PreviewFixturePartsTest::videoHasItsFileOnce()
{
    const Post post = only("tchan__video_single");
    QCOMPARE(post.media.size(), 1);
    const Media &video = post.media.first();
    QCOMPARE(video.kind, MediaKind::Video);
    QVERIFY(video.url.startsWith(QLatin1String("https://cdn1.telegram-cdn.org/file/61dc623809.mp4?token=K5rf-")));
    QVERIFY(video.thumbnailUrl.startsWith(QLatin1String("https://cdn1.telegram-cdn.org/file/WiZBMqAIrM0sjmV7t")));
    QCOMPARE(video.width, 720);
    QCOMPARE(video.durationSeconds, 6);
    QVERIFY(!video.tooBig);
}

void PreviewFixturePartsTest::bigVideoHasNoFile()
{
    const Media video = only("tchan__video_big").media.value(0);
    QCOMPARE(video.kind, MediaKind::Video);
    QVERIFY(video.tooBig);
    QVERIFY(video.url.isEmpty());
    QVERIFY(video.thumbnailUrl.startsWith(QLatin1String("https://cdn1.telegram-cdn.org/file/HyfobRUDoAxI")));
    QCOMPARE(video.durationSeconds, 52);
    QCOMPARE(video.width, 704);
    QCOMPARE(only("tchan__video_big").views->value, 436600);
}

void PreviewFixturePartsTest::roundVideoAndVoiceHaveTheirFiles()
{
    const Media round = only("tchan__round_video_single").media.value(0);
    QCOMPARE(round.kind, MediaKind::Round);
    QVERIFY(round.url.startsWith(QLatin1String("https://cdn1.telegram-cdn.org/file/68145c80a1.mp4?token=")));
    QVERIFY(round.thumbnailUrl.startsWith(QLatin1String("https://cdn1.telegram-cdn.org/file/U9Z-cXN1H4Y4")));
    QCOMPARE(round.durationSeconds, 5);
    const Media voice = only("tchan__audio_message").media.value(0);
    QCOMPARE(voice.kind, MediaKind::Voice);
    QVERIFY(voice.url.startsWith(QLatin1String("https://cdn1.telegram-cdn.org/file/29881a3f30.ogg?token=")));
    QCOMPARE(voice.durationSeconds, 1);
    QVERIFY(voice.waveform.startsWith(QLatin1String("0,0,0,")));
    QVERIFY(voice.waveform.contains(QLatin1String("1,2,15,19,31,31")));
    QCOMPARE(voice.waveform.count(u','), 99);
}

void PreviewFixturePartsTest::musicHasTitleAndPerformer()
{
    const Media music = only("tchan__audio_document").media.value(0);
    QCOMPARE(music.kind, MediaKind::Audio);
    QCOMPARE(music.title, QStringLiteral("AUD-20130329-WA0000"));
    QCOMPARE(music.extra, QStringLiteral("portadosfundos"));
    QVERIFY(music.url.isEmpty());
}

void PreviewFixturePartsTest::pollHasItsOptions()
{
    const Post post = only("tchan__poll");
    QCOMPARE(post.media.size(), 1);
    const Media &poll = post.media.first();
    QCOMPARE(poll.question, QStringLiteral("Let's do a quick poll quizz mode"));
    QCOMPARE(poll.pollType, QStringLiteral("Anonymous Quiz"));
    QCOMPARE(*poll.voters, (Count{0, QStringLiteral("0"), false}));
    QCOMPARE(poll.options,
        (QList<PollOption>{{QStringLiteral("Opt1"), 0}, {QStringLiteral("Opt2"), 0}, {QStringLiteral("Opt3"), 0}}));
}

void PreviewFixturePartsTest::widgetPollHasVotesWithoutPercents()
{
    const Post post = only("transcribed__telegram-kb__post-poll_embed");
    QCOMPARE(post.kind, PostKind::Poll);
    const Media &poll = post.media.first();
    QCOMPARE(poll.pollType, QStringLiteral("Anonymous Poll"));
    QCOMPARE(poll.voters->value, 746);
    QCOMPARE(poll.options.size(), 6);
    QCOMPARE(poll.options.first(), (PollOption{QStringLiteral("Apple Watch Series 8"), -1}));
    QCOMPARE(poll.options.last(), (PollOption{QStringLiteral("Оставлю всё как есть"), -1}));
    QCOMPARE(post.reactions.size(), 4);
    QCOMPARE(post.reactions.at(2).emoji, QStringLiteral("⚡"));
    QCOMPARE(post.reactions.at(2).count.value, 3);
}

void PreviewFixturePartsTest::locationHasItsPlace()
{
    const Media place = only("tchan__location_message").media.value(0);
    QCOMPARE(place.kind, MediaKind::Location);
    QCOMPARE(*place.latitude, -23.930587176407);
    QCOMPARE(*place.longitude, -44.086305367818);
    QCOMPARE(place.url,
        QStringLiteral("https://maps.google.com/maps?q=-23.930587176407,-44.086305367818&ll=-23.930587176407,"
                       "-44.086305367818&z=16"));
    QVERIFY(place.thumbnailUrl.startsWith(QLatin1String("https://static-maps.yandex.ru/1.x/?l=map&ll=")));
    QVERIFY(place.thumbnailUrl.endsWith(QLatin1String("comma&lang=en_US")));
}

void PreviewFixturePartsTest::servicePhotoIsKept()
{
    const Post post = only("tchan__service_message_channel_photo_updated");
    QCOMPARE(post.media.size(), 1);
    QCOMPARE(post.media.first().kind, MediaKind::Photo);
    QVERIFY(post.media.first().url.startsWith(QLatin1String("https://cdn1.telegram-cdn.org/file/DL-kcK51w4o7tyr5")));
}

void PreviewFixturePartsTest::forwardNamesItsOrigin()
{
    const Post post = only("tchan__forwarded_text_message");
    QCOMPARE(*post.forwardedFrom,
        (ForwardOrigin{QStringLiteral("Some user"), QStringLiteral("https://t.me/some_user"),
            QStringLiteral("some_user"), 0, {}}));
}

void PreviewFixturePartsTest::hiddenOriginHasANameOnly()
{
    const Post post = only("transcribed__telegram-kb__post-forward_embed");
    QCOMPARE(*post.forwardedFrom, (ForwardOrigin{QStringLiteral("Код Воробья для iOS разработчиков"), {}, {}, 0, {}}));
    QCOMPARE(shownEntities(post.body),
        (QStringList{QStringLiteral("bold 'Apple выкатила много'"), QStringLiteral("bold 'новых дизайн-шаблонов'"),
            QStringLiteral("text_link 'своем профиле' https://www.figma.com/@apple"),
            QStringLiteral("custom_emoji '🎨' 5193148642399105888"),
            QStringLiteral("custom_emoji '💎' 5193148543614857517")}));
    QCOMPARE(post.reactions.size(), 3);
    QCOMPARE(post.reactions.first().emoji, QStringLiteral("👍"));
    QCOMPARE(post.reactions.first().count.value, 30);
}

void PreviewFixturePartsTest::cardsAreReadWithBothKindsOfPicture()
{
    const LinkPreview wide = *only("tchan__text_message_link_with_regular_preview").linkPreview;
    QCOMPARE(wide.siteName, QStringLiteral("Agência Brasil"));
    QCOMPARE(wide.title, QStringLiteral("Operação Guardiões do Bioma apreende 23,9 toneladas de minério"));
    QVERIFY(wide.description.startsWith(QStringLiteral("Ação contra o garimpo ilegal")));
    QVERIFY(wide.imageUrl.startsWith(QLatin1String("https://cdn4.telegram-cdn.org/file/C2HB_eIeUYDV")));
    const Post right = only("tchan__text_message_link_with_right_preview");
    QCOMPARE(right.linkPreview->url, QStringLiteral("https://www.python.org/"));
    QCOMPARE(right.linkPreview->siteName, QStringLiteral("Python.org"));
    QCOMPARE(right.linkPreview->title, QStringLiteral("Welcome to Python.org"));
    QCOMPARE(right.linkPreview->description, QStringLiteral("The official home of the Python Programming Language"));
    QVERIFY(right.linkPreview->imageUrl.startsWith(QLatin1String("https://cdn4.telegram-cdn.org/file/mcgzW-avL5x2")));
    QCOMPARE(shownEntities(right.body), QStringList{QStringLiteral("url 'https://python.org/' https://python.org/")});
}

void PreviewFixturePartsTest::buttonOutsideOfAKeyboardIsKept()
{
    const PreviewPage page = parse("transcribed__stivenkingua_168_inline_button");
    QCOMPARE(page.posts.size(), 1);
    const Post &post = page.posts.first();
    QCOMPARE(post.kind, PostKind::Photo);
    QCOMPARE(post.messageId, 168);
    QCOMPARE(post.postedAt, 0); // the copy has no footer
    QCOMPARE(post.body.text,
        QStringLiteral(
            "Джералдова гра\n\n🔊Читає:Alex Nekrasov\n\nОпис:\nЦей відпочинок у віддаленому літньому будиночку мав "
            "стати ідеальним для подружжя Джералда та Джессі."));
    QVERIFY(post.body.entities.isEmpty());
    QCOMPARE(post.media.first().id, QStringLiteral("5199618504284379935"));
    QCOMPARE(post.buttons,
        QList<InlineButton>{
            (InlineButton{QStringLiteral("Слухати"), QStringLiteral("https://t.me/+khrCMdYLrqNmM2I6"), 0})});
    QCOMPARE(page.info.telegramId, 1619479610);
}

QTEST_GUILESS_MAIN(PreviewFixturePartsTest)

#include "tst_previewfixtureparts.moc"
