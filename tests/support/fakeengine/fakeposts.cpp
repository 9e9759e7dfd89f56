// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakedata.h"

#include "tests/support/fakeengine/faketexts.h"

#include <algorithm>

namespace vestnik {
namespace {

bool isRussian(const ChannelRow &channel)
{
    for (const FakeChannel &fake : fakeChannels()) {
        if (channel.username == QLatin1String(fake.username)) {
            return fake.russian;
        }
    }
    return false;
}

void addText(
    RichText &body, const QString &text, std::optional<EntityType> type = std::nullopt, const QString &data = {})
{
    if (type) {
        body.entities.append({*type, int(body.text.size()), int(text.size()), data});
    }
    body.text += text;
}

Media makeMedia(MediaKind kind, const QString &channel, MessageId messageId, int n)
{
    Media media;
    media.kind = kind;
    const QString base = QStringLiteral("https://cdn.example.org/%1/%2").arg(channel).arg(messageId);
    media.url = base + QLatin1String(".bin");
    media.thumbnailUrl = base + QLatin1String("-small.jpg");
    media.width = 800;
    media.aspect = n % 2 == 0 ? 0.75 : 1.2;
    switch (kind) {
    case MediaKind::Video:
    case MediaKind::Gif:
    case MediaKind::Round:
    case MediaKind::Voice:
        media.durationSeconds = 20 + n % 400;
        media.tooBig = kind == MediaKind::Video && n % 3 == 0;
        break;
    case MediaKind::Audio:
        media.title = QStringLiteral("Lighthouse Song");
        media.extra = QStringLiteral("The Harbour Quartet");
        media.durationSeconds = 214;
        break;
    case MediaKind::Document:
        media.title = QStringLiteral("доклад-о-планировщике.pdf");
        media.extra = QStringLiteral("1.4 MB");
        break;
    case MediaKind::Poll:
        media.question = QStringLiteral("Which day suits the meetup?");
        media.pollType = QStringLiteral("Anonymous Poll");
        media.options = {
            {QStringLiteral("Thursday"), 24}, {QStringLiteral("Saturday"), 68}, {QStringLiteral("Sunday"), 8}};
        media.voters = Count{1234, QStringLiteral("1.23K"), true};
        break;
    case MediaKind::Location:
        media.latitude = 59.9343;
        media.longitude = 30.3351;
        break;
    case MediaKind::Contact:
        media.title = QStringLiteral("Ирина, редакция");
        media.extra = QStringLiteral("+0 000 000-00-00");
        break;
    default:
        break;
    }
    return media;
}

std::optional<MediaKind> mediaOf(PostKind kind)
{
    switch (kind) {
    case PostKind::Text:
    case PostKind::Service:
    case PostKind::Album:
        return std::nullopt;
    case PostKind::Photo:
        return MediaKind::Photo;
    case PostKind::Video:
        return MediaKind::Video;
    case PostKind::Gif:
        return MediaKind::Gif;
    case PostKind::Round:
        return MediaKind::Round;
    case PostKind::Voice:
        return MediaKind::Voice;
    case PostKind::Audio:
        return MediaKind::Audio;
    case PostKind::Document:
        return MediaKind::Document;
    case PostKind::Poll:
        return MediaKind::Poll;
    case PostKind::Sticker:
        return MediaKind::Sticker;
    case PostKind::Location:
        return MediaKind::Location;
    case PostKind::Contact:
        return MediaKind::Contact;
    case PostKind::Unsupported:
        return MediaKind::Unsupported;
    }
    return std::nullopt;
}

PostKind kindOf(int n)
{
    if (n % 3 == 0) {
        return PostKind::Text;
    }
    if (n % 3 == 1) {
        return PostKind::Photo;
    }
    return static_cast<PostKind>((n / 3) % 15);
}

RichText makeBody(bool russian, PostKind kind, int n)
{
    RichText body;
    if (kind == PostKind::Service) {
        addText(body, russian ? QStringLiteral("Название канала изменено") : QStringLiteral("Channel photo updated"));
        return body;
    }
    if (kind == PostKind::Sticker || kind == PostKind::Round) {
        return body;
    }
    addText(body, fakeSentence(russian, n), n % 4 == 0 ? std::optional(EntityType::Bold) : std::nullopt);
    if (n % 2 == 0) {
        addText(body, QStringLiteral("\n\n"));
        addText(body, fakeSentence(russian, n + 5));
        addText(body, QStringLiteral(" "));
        addText(body, fakeSentence(russian, n + 9), n % 6 == 0 ? std::optional(EntityType::Blockquote) : std::nullopt);
    }
    if (n % 5 == 0) {
        addText(body, QStringLiteral("\n\n"));
        addText(body, QStringLiteral("std::optional<int> next() { return m_next; }"), EntityType::Pre,
            QStringLiteral("cpp"));
    }
    if (n % 7 == 0) {
        addText(body, QStringLiteral(" "));
        addText(body, russian ? QStringLiteral("Подробности") : QStringLiteral("Read more"), EntityType::Link,
            QStringLiteral("https://example.org/article/%1").arg(n));
        addText(body, QStringLiteral(" "));
        addText(body, russian ? QStringLiteral("#главное") : QStringLiteral("#digest"), EntityType::Hashtag,
            russian ? QStringLiteral("главное") : QStringLiteral("digest"));
    }
    if (n % 11 == 0) {
        addText(body, QStringLiteral(" "));
        addText(body, russian ? QStringLiteral("ответ спрятан здесь") : QStringLiteral("the answer hides here"),
            EntityType::Spoiler);
        addText(body, QStringLiteral(" 🎉"));
    }
    return body;
}

} // namespace

Post makeFakePost(const ChannelRow &channel, PostId id, MessageId messageId, qint64 postedAt, int n)
{
    const bool russian = isRussian(channel);
    Post post;
    post.id = id;
    post.channelId = channel.id;
    post.channel = channel.username;
    post.messageId = messageId;
    post.postedAt = postedAt;
    post.kind = kindOf(n);
    post.body = makeBody(russian, post.kind, n);
    post.edited = n % 8 == 3;
    post.partlyUnsupported = post.kind == PostKind::Unsupported;
    if (post.kind == PostKind::Album) {
        for (int i = 0; i < 4; ++i) {
            post.albumIds.append(messageId + i);
            post.media.append(
                makeMedia(i == 3 ? MediaKind::Video : MediaKind::Photo, channel.username, messageId + i, n + i));
            post.media.last().messageId = messageId + i;
        }
    } else if (const auto media = mediaOf(post.kind)) {
        post.media.append(makeMedia(*media, channel.username, messageId, n));
    }
    if (post.kind != PostKind::Service) {
        const qint64 views = 90 + (n * 7919) % 48'000;
        post.views = Count{views,
            views < 1000 ? QString::number(views) : QString::number(double(views) / 1000, 'f', 1) + QLatin1Char('K'),
            views >= 1000};
    }
    if (n % 4 == 1) {
        post.reactions = {
            {ReactionKind::Emoji, QStringLiteral("👍"), {40 + n % 90, QString::number(40 + n % 90), false}},
            {ReactionKind::Emoji, QStringLiteral("🔥"), {12, QStringLiteral("12"), false}},
            {ReactionKind::Stars, {}, {3, QStringLiteral("3"), false}}};
    }
    if (n % 9 == 4) {
        ForwardOrigin origin;
        origin.name = QStringLiteral("Northern Wire");
        origin.channel = QStringLiteral("northern_wire");
        origin.messageId = 100 + n;
        origin.url = postUrl(origin.channel, origin.messageId);
        post.forwardedFrom = origin;
    }
    if (n % 10 == 6) {
        ReplyTarget reply;
        reply.messageId = std::max<MessageId>(1, messageId - 2);
        reply.channel = channel.username;
        reply.author = channel.title;
        reply.text = fakeSentence(russian, n + 3);
        post.replyTo = reply;
    }
    if (n % 7 == 0) {
        LinkPreview preview;
        preview.url = QStringLiteral("https://example.org/article/%1").arg(n);
        preview.siteName = QStringLiteral("Example");
        preview.title = russian ? QStringLiteral("Мост открыт: что изменится для водителей")
                                : QStringLiteral("Lifetimes, measured");
        preview.description = fakeSentence(russian, n + 2);
        preview.imageUrl = QStringLiteral("https://cdn.example.org/preview/%1.jpg").arg(n);
        post.linkPreview = preview;
    }
    if (n % 12 == 2) {
        post.author = russian ? QStringLiteral("Ирина Мостовая") : QStringLiteral("J. Merrow");
    }
    if (n % 30 == 12) {
        post.buttons = {{russian ? QStringLiteral("Записаться") : QStringLiteral("Sign up"),
                            QStringLiteral("https://example.org/join"), 0},
            {russian ? QStringLiteral("Карта") : QStringLiteral("Map"), QStringLiteral("https://example.org/map"), 0}};
    }
    return post;
}

} // namespace vestnik
