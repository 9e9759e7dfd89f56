// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDateTime>
#include <QJsonArray>

#include <algorithm>

#include "core/model/postexport.h"

namespace vestnik {
namespace {

// A post of Telegram has at most 4096 characters and ten media; these are far above, and keep a hostile file small.
constexpr qsizetype textLimit = 1 << 20;
constexpr qsizetype shortLimit = 4096;
constexpr qsizetype listLimit = 1000;
constexpr qint64 countLimit = qint64(1) << 53;

QString textAt(const QJsonObject &object, QLatin1String key, qsizetype limit = shortLimit)
{
    return object.value(key).toString().left(limit);
}

qint64 wholeAt(const QJsonObject &object, QLatin1String key, qint64 absent = 0)
{
    return object.value(key).toInteger(absent);
}

qint64 countAt(const QJsonObject &object, QLatin1String key)
{
    return std::clamp<qint64>(wholeAt(object, key), 0, countLimit);
}

QJsonArray listAt(const QJsonObject &object, QLatin1String key)
{
    QJsonArray list = object.value(key).toArray();
    while (list.size() > listLimit) {
        list.removeLast();
    }
    return list;
}

qint64 timeAt(const QJsonObject &object, QLatin1String key)
{
    const QDateTime time = QDateTime::fromString(object.value(key).toString(), Qt::ISODateWithMs);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

template<typename Enum>
std::optional<Enum> fromName(const QString &name, int count, QString (*text)(Enum))
{
    for (int i = 0; i < count; ++i) {
        if (name == text(static_cast<Enum>(i))) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

Count plainCount(qint64 value)
{
    return Count{value, QString::number(value), false};
}

void takeDisplay(Count &count, const QJsonValue &display)
{
    if (display.isObject()) {
        count.shown = textAt(display.toObject(), QLatin1String("shown"));
        count.rounded = display[QLatin1String("rounded")].toBool();
    }
}

RichText bodyAt(const QJsonObject &object)
{
    RichText body;
    body.text = textAt(object, QLatin1String("text"), textLimit);
    const QJsonArray entities = object.value(QLatin1String("entities")).toArray();
    for (const QJsonValue &value : entities) {
        const QJsonObject one = value.toObject();
        const std::optional<EntityType> type =
            fromName<EntityType>(textAt(one, QLatin1String("type")), 15, &entityTypeName);
        const qint64 offset = wholeAt(one, QLatin1String("offset"), -1);
        const qint64 length = wholeAt(one, QLatin1String("length"));
        if (type && offset >= 0 && length > 0 && offset < body.text.size() && length <= body.text.size() - offset) {
            body.entities.append(TextEntity{
                *type, static_cast<int>(offset), static_cast<int>(length), textAt(one, QLatin1String("data"))});
        }
    }
    std::stable_sort(body.entities.begin(), body.entities.end(), [](const TextEntity &a, const TextEntity &b) {
        return a.offset != b.offset ? a.offset < b.offset : a.length > b.length;
    });
    return body;
}

Media mediaOf(const QJsonObject &object)
{
    Media media;
    media.kind =
        fromName<MediaKind>(textAt(object, QLatin1String("kind")), 12, &mediaKindName).value_or(MediaKind::Unsupported);
    media.messageId = countAt(object, QLatin1String("message_id"));
    media.id = textAt(object, QLatin1String("id"));
    media.url = textAt(object, QLatin1String("url"));
    media.thumbnailUrl = textAt(object, QLatin1String("thumbnail_url"));
    media.width = static_cast<int>(std::clamp<qint64>(wholeAt(object, QLatin1String("width")), 0, 100'000));
    media.aspect = std::clamp(object.value(QLatin1String("aspect")).toDouble(), 0.0, 100'000.0);
    media.durationSeconds =
        static_cast<int>(std::clamp<qint64>(wholeAt(object, QLatin1String("duration"), -1), -1, 100'000'000));
    media.tooBig = object.value(QLatin1String("too_big")).toBool();
    media.title = textAt(object, QLatin1String("title"));
    media.extra = textAt(object, QLatin1String("extra"));
    media.waveform = textAt(object, QLatin1String("waveform"));
    media.question = textAt(object, QLatin1String("question"));
    media.pollType = textAt(object, QLatin1String("poll_type"));
    const QJsonArray options = listAt(object, QLatin1String("options"));
    for (const QJsonValue &value : options) {
        const qint64 percent = std::clamp<qint64>(value[QLatin1String("percent")].toInteger(-1), -1, 100);
        media.options.append(PollOption{textAt(value.toObject(), QLatin1String("text")), static_cast<int>(percent)});
    }
    if (object.value(QLatin1String("voters")).isDouble()) {
        media.voters = plainCount(countAt(object, QLatin1String("voters")));
    }
    const QJsonValue latitude = object.value(QLatin1String("latitude"));
    const QJsonValue longitude = object.value(QLatin1String("longitude"));
    if (latitude.isDouble() && longitude.isDouble()) {
        media.latitude = std::clamp(latitude.toDouble(), -90.0, 90.0);
        media.longitude = std::clamp(longitude.toDouble(), -180.0, 180.0);
    }
    return media;
}

std::optional<ForwardOrigin> forwardAt(const QJsonObject &object)
{
    const QJsonValue value = object.value(QLatin1String("forwarded_from"));
    if (!value.isObject()) {
        return std::nullopt;
    }
    const QJsonObject forward = value.toObject();
    return ForwardOrigin{textAt(forward, QLatin1String("name")), textAt(forward, QLatin1String("url")),
        textAt(forward, QLatin1String("channel")), countAt(forward, QLatin1String("message_id")),
        textAt(forward, QLatin1String("author"))};
}

std::optional<LinkPreview> previewAt(const QJsonObject &object)
{
    const QJsonValue value = object.value(QLatin1String("preview"));
    if (!value.isObject()) {
        return std::nullopt;
    }
    const QJsonObject preview = value.toObject();
    return LinkPreview{textAt(preview, QLatin1String("url")), textAt(preview, QLatin1String("site_name")),
        textAt(preview, QLatin1String("title")), textAt(preview, QLatin1String("description")),
        textAt(preview, QLatin1String("image_url"))};
}

QList<Reaction> reactionsAt(const QJsonObject &object)
{
    QList<Reaction> reactions;
    const QJsonArray rows = listAt(object, QLatin1String("reactions"));
    for (const QJsonValue &value : rows) {
        const QJsonObject row = value.toObject();
        const QString kind = textAt(row, QLatin1String("kind"));
        Reaction reaction;
        reaction.kind = kind == QLatin1String("stars") ? ReactionKind::Stars
            : kind == QLatin1String("custom_emoji")    ? ReactionKind::CustomEmoji
                                                       : ReactionKind::Emoji;
        reaction.emoji = textAt(row, QLatin1String("emoji"));
        reaction.count = Count{countAt(row, QLatin1String("count")), textAt(row, QLatin1String("shown")), false};
        reactions.append(reaction);
    }
    return reactions;
}

void takeMore(Post &post, const QJsonObject &more)
{
    post.pinned = more.value(QLatin1String("pinned")).toBool();
    post.partlyUnsupported = more.value(QLatin1String("partly_unsupported")).toBool();
    if (post.views) {
        takeDisplay(*post.views, more.value(QLatin1String("views")));
    }
    const QJsonObject reply = more.value(QLatin1String("reply")).toObject();
    if (!reply.isEmpty()) {
        ReplyTarget target = post.replyTo.value_or(ReplyTarget());
        target.channel = textAt(reply, QLatin1String("channel"));
        target.author = textAt(reply, QLatin1String("author"));
        target.text = textAt(reply, QLatin1String("text"));
        post.replyTo = target;
    }
    const QJsonArray voters = more.value(QLatin1String("voters")).toArray();
    for (qsizetype i = 0; i < std::min(voters.size(), post.media.size()); ++i) {
        if (post.media.at(i).voters) {
            takeDisplay(*post.media[i].voters, voters.at(i));
        }
    }
    const QJsonArray rounded = more.value(QLatin1String("reactions")).toArray();
    for (qsizetype i = 0; i < std::min(rounded.size(), post.reactions.size()); ++i) {
        post.reactions[i].count.rounded = rounded.at(i).toBool();
    }
}

PostExtras extrasOf(const QJsonObject &object)
{
    PostExtras extras;
    extras.starred = object.value(QLatin1String("starred")).toBool();
    const QJsonArray tags = listAt(object, QLatin1String("tags"));
    for (const QJsonValue &tag : tags) {
        if (!tag.toString().isEmpty()) {
            extras.tags.append(tag.toString());
        }
    }
    extras.note = textAt(object, QLatin1String("note"), textLimit);
    extras.deletedAt = std::max<qint64>(0, timeAt(object, QLatin1String("deleted_at")));
    const QJsonArray versions = listAt(object, QLatin1String("versions"));
    for (const QJsonValue &version : versions) {
        const QJsonObject row = version.toObject();
        extras.versions.append(
            PostVersion{std::max<qint64>(0, timeAt(row, QLatin1String("replaced_at"))), bodyAt(row)});
    }
    return extras;
}

} // namespace

Result<ArchivedPost> postFromJson(const QJsonObject &object)
{
    ArchivedPost archived;
    Post &post = archived.post;
    post.channel = textAt(object, QLatin1String("channel"));
    post.messageId = wholeAt(object, QLatin1String("message_id"));
    post.postedAt = timeAt(object, QLatin1String("posted_at"));
    if (post.channel.isEmpty() || post.messageId < 1 || post.messageId > countLimit || post.postedAt <= 0) {
        return failure(ErrorCode::InvalidArgument, {}, QStringLiteral("no channel, message_id or posted_at"));
    }
    post.kind = postKindFromName(textAt(object, QLatin1String("kind"))).value_or(PostKind::Unsupported);
    post.body = bodyAt(object);
    post.author = textAt(object, QLatin1String("author"));
    post.viaBot = textAt(object, QLatin1String("via_bot"));
    post.edited = object.value(QLatin1String("edited")).toBool();
    if (object.value(QLatin1String("views")).isDouble()) {
        post.views = plainCount(countAt(object, QLatin1String("views")));
    }
    post.forwardedFrom = forwardAt(object);
    if (const MessageId reply = countAt(object, QLatin1String("reply_to")); reply > 0) {
        post.replyTo = ReplyTarget{reply, {}, {}, {}};
    }
    post.linkPreview = previewAt(object);
    const QJsonArray media = listAt(object, QLatin1String("media"));
    for (const QJsonValue &one : media) {
        post.media.append(mediaOf(one.toObject()));
    }
    post.reactions = reactionsAt(object);
    const QJsonArray buttons = listAt(object, QLatin1String("buttons"));
    for (const QJsonValue &value : buttons) {
        const QJsonObject button = value.toObject();
        post.buttons.append(InlineButton{textAt(button, QLatin1String("text")), textAt(button, QLatin1String("url")),
            static_cast<int>(std::clamp<qint64>(wholeAt(button, QLatin1String("row")), 0, listLimit))});
    }
    const QJsonArray album = listAt(object, QLatin1String("album_ids"));
    for (const QJsonValue &id : album) {
        if (id.toInteger() > 0 && id.toInteger() <= countLimit && !post.albumIds.contains(id.toInteger())) {
            post.albumIds.append(id.toInteger());
        }
    }
    std::sort(post.albumIds.begin(), post.albumIds.end());
    takeMore(post, object.value(QLatin1String("more")).toObject());
    archived.channelTitle = textAt(object, QLatin1String("channel_title"));
    archived.extras = extrasOf(object);
    return archived;
}

} // namespace vestnik
