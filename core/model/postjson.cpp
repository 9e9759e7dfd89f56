// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/postjson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

namespace vestnik {
namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue idOrNull(MessageId id)
{
    return id == 0 ? QJsonValue() : QJsonValue(id);
}

QJsonArray entitiesOf(const QList<TextEntity> &entities)
{
    QJsonArray array;
    for (const TextEntity &entity : entities) {
        QJsonObject object{{QStringLiteral("type"), entityTypeName(entity.type)},
            {QStringLiteral("offset"), entity.offset}, {QStringLiteral("length"), entity.length}};
        if (!entity.data.isEmpty()) {
            object.insert(QStringLiteral("data"), entity.data);
        }
        array.append(object);
    }
    return array;
}

QJsonArray reactionsOf(const QList<Reaction> &reactions)
{
    static const QString kinds[] = {QStringLiteral("emoji"), QStringLiteral("custom_emoji"), QStringLiteral("stars")};
    QJsonArray array;
    for (const Reaction &reaction : reactions) {
        array.append(QJsonObject{{QStringLiteral("kind"), kinds[static_cast<int>(reaction.kind)]},
            {QStringLiteral("emoji"), textOrNull(reaction.emoji)}, {QStringLiteral("count"), reaction.count.value},
            {QStringLiteral("shown"), textOrNull(reaction.count.shown)}});
    }
    return array;
}

/// Only what this piece has: a voice message has no question.
QJsonObject mediaOf(const Media &media)
{
    QJsonObject object{{QStringLiteral("kind"), mediaKindName(media.kind)}};
    const auto text = [&object](const QString &key, const QString &value) {
        if (!value.isEmpty()) {
            object.insert(key, value);
        }
    };
    if (media.messageId != 0) {
        object.insert(QStringLiteral("message_id"), media.messageId);
    }
    text(QStringLiteral("id"), media.id);
    text(QStringLiteral("url"), media.url);
    text(QStringLiteral("thumbnail_url"), media.thumbnailUrl);
    if (media.width > 0) {
        object.insert(QStringLiteral("width"), media.width);
        if (media.aspect > 0) {
            object.insert(QStringLiteral("height"), qRound(media.width * media.aspect));
        }
    }
    if (media.aspect > 0) {
        object.insert(QStringLiteral("aspect"), media.aspect);
    }
    if (media.durationSeconds >= 0) {
        object.insert(QStringLiteral("duration"), media.durationSeconds);
    }
    if (media.tooBig) {
        object.insert(QStringLiteral("too_big"), true);
    }
    text(QStringLiteral("title"), media.title);
    text(QStringLiteral("extra"), media.extra);
    text(QStringLiteral("waveform"), media.waveform);
    text(QStringLiteral("question"), media.question);
    text(QStringLiteral("poll_type"), media.pollType);
    if (!media.options.isEmpty()) {
        QJsonArray options;
        for (const PollOption &option : media.options) {
            options.append(QJsonObject{{QStringLiteral("text"), option.text},
                {QStringLiteral("percent"), option.percent < 0 ? QJsonValue() : QJsonValue(option.percent)}});
        }
        object.insert(QStringLiteral("options"), options);
    }
    if (media.voters) {
        object.insert(QStringLiteral("voters"), media.voters->value);
    }
    if (media.latitude && media.longitude) {
        object.insert(QStringLiteral("latitude"), *media.latitude);
        object.insert(QStringLiteral("longitude"), *media.longitude);
    }
    return object;
}

QJsonArray mediaListOf(const QList<Media> &media)
{
    QJsonArray array;
    for (const Media &one : media) {
        array.append(mediaOf(one));
    }
    return array;
}

QJsonValue forwardOf(const std::optional<ForwardOrigin> &forward)
{
    if (!forward) {
        return {};
    }
    return QJsonObject{{QStringLiteral("name"), textOrNull(forward->name)},
        {QStringLiteral("url"), textOrNull(forward->url)}, {QStringLiteral("channel"), textOrNull(forward->channel)},
        {QStringLiteral("message_id"), idOrNull(forward->messageId)},
        {QStringLiteral("author"), textOrNull(forward->author)}};
}

QJsonValue previewOf(const std::optional<LinkPreview> &preview)
{
    if (!preview) {
        return {};
    }
    return QJsonObject{{QStringLiteral("url"), textOrNull(preview->url)},
        {QStringLiteral("site_name"), textOrNull(preview->siteName)},
        {QStringLiteral("title"), textOrNull(preview->title)},
        {QStringLiteral("description"), textOrNull(preview->description)},
        {QStringLiteral("image_url"), textOrNull(preview->imageUrl)}};
}

QJsonArray buttonsOf(const QList<InlineButton> &buttons)
{
    QJsonArray array;
    for (const InlineButton &button : buttons) {
        array.append(QJsonObject{{QStringLiteral("text"), button.text}, {QStringLiteral("url"), textOrNull(button.url)},
            {QStringLiteral("row"), button.row}});
    }
    return array;
}

QJsonArray idsOf(const QList<MessageId> &ids)
{
    QJsonArray array;
    for (const MessageId id : ids) {
        array.append(id);
    }
    return array;
}

} // namespace

QString isoTime(qint64 msUtc)
{
    if (msUtc == 0) {
        return {};
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(msUtc, Qt::UTC);
    return time.toString(msUtc % 1000 == 0 ? Qt::ISODate : Qt::ISODateWithMs);
}

QJsonObject postToJson(const Post &post)
{
    const bool bodyless = post.body.text.isEmpty();
    return QJsonObject{
        {QStringLiteral("channel"), post.channel},
        {QStringLiteral("message_id"), post.messageId},
        {QStringLiteral("posted_at"), textOrNull(isoTime(post.postedAt))},
        {QStringLiteral("kind"), postKindName(post.kind)},
        {QStringLiteral("text"), bodyless ? QJsonValue() : QJsonValue(post.body.text)},
        {QStringLiteral("entities"), entitiesOf(post.body.entities)},
        {QStringLiteral("url"), postUrl(post.channel, post.messageId)},
        {QStringLiteral("views"), post.views ? QJsonValue(post.views->value) : QJsonValue()},
        {QStringLiteral("author"), textOrNull(post.author)},
        {QStringLiteral("edited"), post.edited},
        {QStringLiteral("forwarded_from"), forwardOf(post.forwardedFrom)},
        {QStringLiteral("reply_to"), post.replyTo ? idOrNull(post.replyTo->messageId) : QJsonValue()},
        {QStringLiteral("media"), mediaListOf(post.media)},
        {QStringLiteral("links"), QJsonArray::fromStringList(post.links())},
        {QStringLiteral("hashtags"), QJsonArray::fromStringList(post.hashtags())},
        {QStringLiteral("reactions"), reactionsOf(post.reactions)},
        {QStringLiteral("album_ids"), idsOf(post.albumIds)},
        {QStringLiteral("via_bot"), textOrNull(post.viaBot)},
        {QStringLiteral("preview"), previewOf(post.linkPreview)},
        {QStringLiteral("buttons"), buttonsOf(post.buttons)},
    };
}

} // namespace vestnik
