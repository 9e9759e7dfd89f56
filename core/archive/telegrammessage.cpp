// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/telegrammessage.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>

namespace vestnik {
namespace {

constexpr qsizetype longestShort = 4096;
constexpr qint64 largest = qint64(1) << 53;

QString textAt(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toString().left(longestShort);
}

/// Numbers come as numbers, and in newer exports some as texts.
qint64 numberAt(const QJsonObject &object, QLatin1String key, qint64 absent = 0)
{
    const QJsonValue value = object.value(key);
    bool ok = true;
    const qint64 number = value.isString() ? value.toString().toLongLong(&ok) : value.toInteger(absent);
    return ok && number >= 0 && number <= largest ? number : absent;
}

qint64 timeAt(const QJsonObject &object, QLatin1String unixKey, QLatin1String localKey)
{
    if (const qint64 seconds = numberAt(object, unixKey); seconds > 0) {
        return seconds * 1000;
    }
    const QDateTime local = QDateTime::fromString(textAt(object, localKey), Qt::ISODate);
    return local.isValid() ? std::max<qint64>(0, QDateTime(local.date(), local.time(), Qt::UTC).toMSecsSinceEpoch())
                           : 0;
}

QString addressOf(const QString &text)
{
    return text.contains(QLatin1String("://")) ? text : QLatin1String("http://") + text;
}

/// What a piece of text is; nullopt for plain text and for what has no counterpart here.
std::optional<TextEntity> entityOf(const QJsonObject &part, const QString &text)
{
    static const QHash<QString, EntityType> simple{{QStringLiteral("bold"), EntityType::Bold},
        {QStringLiteral("italic"), EntityType::Italic}, {QStringLiteral("underline"), EntityType::Underline},
        {QStringLiteral("strikethrough"), EntityType::Strike}, {QStringLiteral("spoiler"), EntityType::Spoiler},
        {QStringLiteral("code"), EntityType::Code}};
    const QString type = textAt(part, QLatin1String("type"));
    if (const auto known = simple.constFind(type); known != simple.constEnd()) {
        return TextEntity{*known, 0, 0, {}};
    }
    const auto is = [&type](const char *name) { return type == QLatin1String(name); };
    if (is("pre")) {
        return TextEntity{EntityType::Pre, 0, 0, textAt(part, QLatin1String("language"))};
    }
    if (is("blockquote")) {
        const bool folded = part.value(QLatin1String("collapsed")).toBool();
        return TextEntity{EntityType::Blockquote, 0, 0, folded ? QStringLiteral("expandable") : QString()};
    }
    if (is("text_link")) {
        return TextEntity{EntityType::Link, 0, 0, textAt(part, QLatin1String("href"))};
    }
    if (is("link")) {
        return TextEntity{EntityType::Url, 0, 0, addressOf(text.left(longestShort))};
    }
    if (is("mention")) {
        const QString name = text.startsWith(QLatin1Char('@')) ? text.mid(1) : text;
        return TextEntity{EntityType::Mention, 0, 0, QLatin1String("https://t.me/") + name.left(64)};
    }
    if (is("mention_name")) {
        return TextEntity{EntityType::Link, 0, 0,
            QLatin1String("tg://user?id=") + QString::number(numberAt(part, QLatin1String("user_id")))};
    }
    if (is("hashtag")) {
        return TextEntity{
            EntityType::Hashtag, 0, 0, (text.startsWith(QLatin1Char('#')) ? text.mid(1) : text).left(256)};
    }
    if (is("email")) {
        return TextEntity{EntityType::Email, 0, 0, QLatin1String("mailto:") + text.left(longestShort)};
    }
    if (is("phone")) {
        return TextEntity{EntityType::Phone, 0, 0, QLatin1String("tel:") + text.left(64)};
    }
    if (is("custom_emoji")) {
        return TextEntity{EntityType::CustomEmoji, 0, 0, textAt(part, QLatin1String("document_id"))};
    }
    return std::nullopt;
}

RichText bodyOf(const QJsonObject &message)
{
    RichText body;
    // text_entities has every piece as an object; older exports have only `text`, with bare strings in between.
    QJsonArray parts = message.value(QLatin1String("text_entities")).toArray();
    if (parts.isEmpty()) {
        const QJsonValue text = message.value(QLatin1String("text"));
        parts = text.isArray() ? text.toArray() : text.toString().isEmpty() ? QJsonArray() : QJsonArray{text};
    }
    for (const QJsonValue &value : std::as_const(parts)) {
        const QJsonObject part = value.toObject();
        const QString text = value.isString() ? value.toString() : part.value(QLatin1String("text")).toString();
        std::optional<TextEntity> entity = value.isObject() ? entityOf(part, text) : std::nullopt;
        if (entity && !text.isEmpty()) {
            entity->offset = static_cast<int>(body.text.size());
            entity->length = static_cast<int>(text.size());
            body.entities.append(*entity);
        }
        body.text += text;
    }
    return body;
}

std::optional<MediaKind> fileKind(const QJsonObject &message)
{
    static const QHash<QString, MediaKind> kinds{{QStringLiteral("video_file"), MediaKind::Video},
        {QStringLiteral("animation"), MediaKind::Gif}, {QStringLiteral("video_message"), MediaKind::Round},
        {QStringLiteral("voice_message"), MediaKind::Voice}, {QStringLiteral("audio_file"), MediaKind::Audio},
        {QStringLiteral("sticker"), MediaKind::Sticker}};
    if (message.contains(QLatin1String("photo"))) {
        return MediaKind::Photo;
    }
    const QString type = textAt(message, QLatin1String("media_type"));
    if (const auto known = kinds.constFind(type); known != kinds.constEnd()) {
        return *known;
    }
    return message.contains(QLatin1String("file")) ? std::optional(MediaKind::Document) : std::nullopt;
}

void takeFile(Post &post, const QJsonObject &message)
{
    const std::optional<MediaKind> kind = fileKind(message);
    if (!kind) {
        return;
    }
    Media media;
    media.kind = *kind;
    media.width = static_cast<int>(std::min<qint64>(numberAt(message, QLatin1String("width")), 100'000));
    const qint64 height = std::min<qint64>(numberAt(message, QLatin1String("height")), 100'000);
    media.aspect = media.width > 0 ? double(height) / media.width : 0;
    media.durationSeconds =
        static_cast<int>(std::min<qint64>(numberAt(message, QLatin1String("duration_seconds"), -1), 100'000'000));
    media.title = textAt(message, QLatin1String("title"));
    if (media.title.isEmpty()) {
        media.title =
            textAt(message, *kind == MediaKind::Sticker ? QLatin1String("sticker_emoji") : QLatin1String("file_name"));
    }
    media.extra = textAt(message, QLatin1String("performer"));
    post.media.append(media);
}

void takePoll(Post &post, const QJsonObject &poll)
{
    Media media;
    media.kind = MediaKind::Poll;
    media.question = textAt(poll, QLatin1String("question"));
    const qint64 voters = numberAt(poll, QLatin1String("total_voters"));
    media.voters = Count{voters, QString::number(voters), false};
    const QJsonArray answers = poll.value(QLatin1String("answers")).toArray();
    for (const QJsonValue &value : answers) {
        const QJsonObject answer = value.toObject();
        const qint64 votes = std::min(numberAt(answer, QLatin1String("voters")), voters);
        media.options.append(PollOption{
            textAt(answer, QLatin1String("text")), voters > 0 ? qRound(double(votes) * 100 / double(voters)) : -1});
    }
    post.media.append(media);
}

void takeOtherMedia(Post &post, const QJsonObject &message)
{
    if (const QJsonValue poll = message.value(QLatin1String("poll")); poll.isObject()) {
        takePoll(post, poll.toObject());
    }
    if (const QJsonObject place = message.value(QLatin1String("location_information")).toObject(); !place.isEmpty()) {
        Media media;
        media.kind = MediaKind::Location;
        media.latitude = std::clamp(place.value(QLatin1String("latitude")).toDouble(), -90.0, 90.0);
        media.longitude = std::clamp(place.value(QLatin1String("longitude")).toDouble(), -180.0, 180.0);
        media.title = textAt(message, QLatin1String("place_name"));
        media.extra = textAt(message, QLatin1String("address"));
        post.media.append(media);
    }
    if (const QJsonObject card = message.value(QLatin1String("contact_information")).toObject(); !card.isEmpty()) {
        Media media;
        media.kind = MediaKind::Contact;
        media.title = QString(
            textAt(card, QLatin1String("first_name")) + QLatin1Char(' ') + textAt(card, QLatin1String("last_name")))
                          .simplified();
        media.extra = textAt(card, QLatin1String("phone_number"));
        post.media.append(media);
    }
    for (const QLatin1String key : {QLatin1String("game_title"), QLatin1String("invoice_information"),
             QLatin1String("giveaway_information"), QLatin1String("todo_list"), QLatin1String("paid_stars_amount")}) {
        if (message.contains(key)) {
            Media media;
            media.kind = MediaKind::Unsupported;
            media.title = textAt(message, key);
            post.media.append(media);
        }
    }
}

PostKind kindOf(const Post &post)
{
    if (post.media.isEmpty()) {
        return PostKind::Text;
    }
    // Both name the same things; the kinds of posts have some more.
    return postKindFromName(mediaKindName(post.media.first().kind)).value_or(PostKind::Unsupported);
}

void takeReactions(Post &post, const QJsonArray &reactions)
{
    for (const QJsonValue &value : reactions) {
        const QJsonObject row = value.toObject();
        const qint64 count = numberAt(row, QLatin1String("count"));
        const QString type = textAt(row, QLatin1String("type"));
        Reaction reaction;
        reaction.count = Count{count, QString::number(count), false};
        if (type == QLatin1String("paid")) {
            reaction.kind = ReactionKind::Stars;
        } else if (type == QLatin1String("custom_emoji")) {
            reaction.kind = ReactionKind::CustomEmoji;
            reaction.emoji = textAt(row, QLatin1String("document_id"));
        } else {
            reaction.emoji = textAt(row, QLatin1String("emoji"));
        }
        post.reactions.append(reaction);
    }
}

void takeButtons(Post &post, const QJsonArray &rows)
{
    for (qsizetype row = 0; row < rows.size(); ++row) {
        const QJsonArray buttons = rows.at(row).toArray();
        for (const QJsonValue &value : buttons) {
            const QJsonObject button = value.toObject();
            const bool leads = textAt(button, QLatin1String("type")) == QLatin1String("url");
            post.buttons.append(InlineButton{textAt(button, QLatin1String("text")),
                leads ? textAt(button, QLatin1String("data")) : QString(), static_cast<int>(row)});
        }
    }
}

void takeService(Post &post, const QJsonObject &message)
{
    const QString action = textAt(message, QLatin1String("action"));
    const QString title = textAt(message, QLatin1String("title"));
    post.kind = PostKind::Service;
    post.pinned = action == QLatin1String("pin_message");
    // As the web preview words them, where it does.
    if (post.pinned) {
        post.body = RichText{QStringLiteral("Pinned message"), {}};
    } else if (action == QLatin1String("create_channel")) {
        post.body = RichText{QStringLiteral("Channel created"), {}};
    } else if (action == QLatin1String("edit_group_title")) {
        post.body = RichText{QStringLiteral("Channel name was changed to «%1»").arg(title), {}};
    } else if (action == QLatin1String("edit_group_photo")) {
        post.body = RichText{QStringLiteral("Channel photo updated"), {}};
    } else {
        const QString words = QString(action).replace(QLatin1Char('_'), QLatin1Char(' ')) + QLatin1Char(' ') + title;
        post.body = RichText{words.trimmed(), {}};
    }
    if (const MessageId about = numberAt(message, QLatin1String("message_id")); about > 0) {
        post.replyTo = ReplyTarget{about, {}, {}, {}};
    }
}

} // namespace

std::optional<Post> postFromTelegram(const QJsonObject &message, bool ofGroup)
{
    Post post;
    post.messageId = numberAt(message, QLatin1String("id"));
    post.postedAt = timeAt(message, QLatin1String("date_unixtime"), QLatin1String("date"));
    if (post.messageId < 1 || post.postedAt <= 0) {
        return std::nullopt;
    }
    const QString type = textAt(message, QLatin1String("type"));
    if (type == QLatin1String("service")) {
        takeService(post, message);
        return post;
    }
    if (type != QLatin1String("message")) {
        post.kind = PostKind::Unsupported;
        post.partlyUnsupported = true;
    }
    post.body = bodyOf(message);
    post.author = textAt(message, ofGroup ? QLatin1String("from") : QLatin1String("author"));
    post.viaBot = textAt(message, QLatin1String("via_bot"));
    if (post.viaBot.startsWith(QLatin1Char('@'))) {
        post.viaBot.remove(0, 1);
    }
    post.edited = timeAt(message, QLatin1String("edited_unixtime"), QLatin1String("edited")) > 0;
    if (message.contains(QLatin1String("forwarded_from"))) {
        post.forwardedFrom = ForwardOrigin{textAt(message, QLatin1String("forwarded_from")), {}, {}, 0, {}};
    }
    if (const MessageId answered = numberAt(message, QLatin1String("reply_to_message_id")); answered > 0) {
        post.replyTo = ReplyTarget{answered, {}, {}, {}};
    }
    takeFile(post, message);
    takeOtherMedia(post, message);
    takeReactions(post, message.value(QLatin1String("reactions")).toArray());
    takeButtons(post, message.value(QLatin1String("inline_bot_buttons")).toArray());
    if (post.kind == PostKind::Text) {
        post.kind = kindOf(post);
    }
    return post;
}

} // namespace vestnik
