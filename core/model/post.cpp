// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/post.h"

#include <QSet>

#include <array>
#include <utility>

namespace vestnik {
namespace {

constexpr std::array<std::pair<PostKind, const char *>, 15> postKinds{{
    {PostKind::Text, "text"},
    {PostKind::Photo, "photo"},
    {PostKind::Video, "video"},
    {PostKind::Gif, "gif"},
    {PostKind::Round, "round"},
    {PostKind::Voice, "voice"},
    {PostKind::Audio, "audio"},
    {PostKind::Document, "document"},
    {PostKind::Poll, "poll"},
    {PostKind::Sticker, "sticker"},
    {PostKind::Location, "location"},
    {PostKind::Contact, "contact"},
    {PostKind::Album, "album"},
    {PostKind::Service, "service"},
    {PostKind::Unsupported, "unsupported"},
}};

constexpr std::array<const char *, 12> mediaKinds{"photo", "video", "gif", "round", "voice", "audio", "document",
    "poll", "sticker", "location", "contact", "unsupported"};

constexpr std::array<const char *, 15> entityTypes{"bold", "italic", "underline", "strike", "spoiler", "code", "pre",
    "blockquote", "text_link", "url", "mention", "hashtag", "custom_emoji", "email", "phone"};

} // namespace

QStringList Post::links() const
{
    QStringList found;
    QSet<QString> seen;
    const auto take = [&](const QString &url) {
        if (!url.isEmpty() && !seen.contains(url)) {
            seen.insert(url);
            found.append(url);
        }
    };
    for (const TextEntity &entity : body.entities) {
        if (entity.type == EntityType::Link || entity.type == EntityType::Url) {
            take(entity.data);
        }
    }
    if (linkPreview) {
        take(linkPreview->url);
    }
    for (const InlineButton &button : buttons) {
        take(button.url);
    }
    return found;
}

QStringList Post::hashtags() const
{
    QStringList found;
    for (const TextEntity &entity : body.entities) {
        if (entity.type == EntityType::Hashtag && !found.contains(entity.data)) {
            found.append(entity.data);
        }
    }
    return found;
}

QString postUrl(const QString &channel, MessageId messageId)
{
    return QLatin1String("https://t.me/") + channel + QLatin1Char('/') + QString::number(messageId);
}

QString postKindName(PostKind kind)
{
    for (const auto &[value, name] : postKinds) {
        if (value == kind) {
            return QString::fromLatin1(name);
        }
    }
    return QStringLiteral("unsupported");
}

std::optional<PostKind> postKindFromName(const QString &name)
{
    for (const auto &[value, known] : postKinds) {
        if (name == QLatin1String(known)) {
            return value;
        }
    }
    return std::nullopt;
}

QString mediaKindName(MediaKind kind)
{
    return QString::fromLatin1(mediaKinds.at(static_cast<std::size_t>(kind)));
}

QString entityTypeName(EntityType type)
{
    return QString::fromLatin1(entityTypes.at(static_cast<std::size_t>(type)));
}

} // namespace vestnik
