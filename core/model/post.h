// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace vestnik {

/// What a post is, by its most telling part.
enum class PostKind {
    Text,
    Photo,
    Video,
    Gif,
    Round,
    Voice,
    Audio,
    Document,
    Poll,
    Sticker,
    Location,
    Contact,
    Album,
    Service,
    Unsupported,
};

/// Kinds of formatting, named as in Telegram's MTProto entities.
enum class EntityType {
    Bold,
    Italic,
    Underline,
    Strike,
    Spoiler,
    Code, ///< inline
    Pre, ///< block; data = language, may be empty
    Blockquote, ///< data = "expandable" for a collapsed one
    Link, ///< data = address, text is anything else ("text_link")
    Url, ///< text is the address itself; data = address
    Mention, ///< @name; data = address
    Hashtag, ///< data = tag without '#'
    CustomEmoji, ///< data = emoji id
    Email, ///< data = mailto: address
    Phone, ///< data = tel: address
};

/// A formatted range of a text. Offsets and lengths are UTF-16 code units, as in QString and in Telegram.
struct TextEntity {
    EntityType type = EntityType::Bold;
    int offset = 0;
    int length = 0;
    QString data;

    [[nodiscard]] bool operator==(const TextEntity &) const = default;
};

/// Plain text and its formatting, entities sorted by offset, then by length (longer first).
struct RichText {
    QString text;
    QList<TextEntity> entities;

    [[nodiscard]] bool operator==(const RichText &) const = default;
};

/// A number as the page shows it: "1.2M" is 1200000 and rounded.
struct Count {
    qint64 value = 0;
    QString shown; ///< as displayed, e.g. "1.2M"
    bool rounded = false; ///< true if the display dropped digits

    [[nodiscard]] bool operator==(const Count &) const = default;
};

enum class MediaKind {
    Photo,
    Video,
    Gif,
    Round,
    Voice,
    Audio,
    Document,
    Poll,
    Sticker,
    Location,
    Contact,
    Unsupported,
};

struct PollOption {
    QString text;
    int percent = -1; ///< 0..100, -1 if the page does not tell

    [[nodiscard]] bool operator==(const PollOption &) const = default;
};

/// One thing attached to a post. Which members are set depends on the kind; absent is empty, 0 or nullopt.
struct Media {
    MediaKind kind = MediaKind::Photo;
    MessageId messageId = 0; ///< member of an album that carries it; 0 if it is the post's own
    QString id; ///< stable id where the page has one (photo's class tokens)
    QString url; ///< the file; addresses of the web preview are signed and expire
    QString thumbnailUrl; ///< a small picture
    int width = 0; ///< pixels, 0 unknown
    double aspect = 0; ///< height / width, 0 unknown
    int durationSeconds = -1; ///< -1 unknown
    bool tooBig = false; ///< "Media is too big": no file on the page
    QString title; ///< file name, song, contact's name
    QString extra; ///< performer, size, contact's phone
    QString waveform; ///< voice: as served
    QString question; ///< poll
    QString pollType; ///< poll: "Anonymous Poll", "Quiz" …, as served
    QList<PollOption> options;
    std::optional<Count> voters;
    std::optional<double> latitude; ///< degrees, -90..90
    std::optional<double> longitude;

    [[nodiscard]] bool operator==(const Media &) const = default;
};

enum class ReactionKind { Emoji, CustomEmoji, Stars };

struct Reaction {
    ReactionKind kind = ReactionKind::Emoji;
    QString emoji; ///< the character, or the id of a custom emoji; empty for stars
    Count count;

    [[nodiscard]] bool operator==(const Reaction &) const = default;
};

/// Where a forwarded post comes from. A hidden origin has a name only.
struct ForwardOrigin {
    QString name;
    QString url; ///< as served, may be empty
    QString channel; ///< username if the address names one
    MessageId messageId = 0; ///< the original post if the address names it
    QString author; ///< signature of the original

    [[nodiscard]] bool operator==(const ForwardOrigin &) const = default;
};

struct ReplyTarget {
    MessageId messageId = 0;
    QString channel; ///< username in the address
    QString author;
    QString text; ///< the quoted beginning

    [[nodiscard]] bool operator==(const ReplyTarget &) const = default;
};

struct LinkPreview {
    QString url;
    QString siteName;
    QString title;
    QString description;
    QString imageUrl;

    [[nodiscard]] bool operator==(const LinkPreview &) const = default;
};

struct InlineButton {
    QString text;
    QString url;
    int row = 0; ///< from 0

    [[nodiscard]] bool operator==(const InlineButton &) const = default;
};

/// One post as a source read it. An album is one post: its id is the lowest member id, `albumIds` has all of them.
struct Post {
    PostId id = 0; ///< row of the store, 0 before it is stored
    ChannelId channelId = 0;
    QString channel; ///< username as written in the page
    MessageId messageId = 0;
    QList<MessageId> albumIds; ///< ascending, empty for a single message
    PostKind kind = PostKind::Text;
    qint64 postedAt = 0; ///< ms UTC
    RichText body;
    QString author; ///< signature
    QString viaBot; ///< @name of the inline bot, without '@'
    bool edited = false;
    bool pinned = false; ///< service message about a pin
    std::optional<Count> views;
    std::optional<ForwardOrigin> forwardedFrom;
    std::optional<ReplyTarget> replyTo;
    std::optional<LinkPreview> linkPreview;
    QList<Media> media;
    QList<Reaction> reactions;
    QList<InlineButton> buttons;
    bool partlyUnsupported = false; ///< the page hides a part of it ("open Telegram to view")

    /// Highest message id that belongs to it.
    [[nodiscard]] MessageId lastMessageId() const { return albumIds.isEmpty() ? messageId : albumIds.last(); }
    /// Addresses in the text, the preview and the buttons, each once, in order of appearance.
    [[nodiscard]] QStringList links() const;
    /// Tags without '#', each once, in order of appearance.
    [[nodiscard]] QStringList hashtags() const;
    [[nodiscard]] bool operator==(const Post &) const = default;
};

/// `https://t.me/<channel>/<id>`: the address that people use, whatever host was read.
[[nodiscard]] QString postUrl(const QString &channel, MessageId messageId);

/// Stable lower-case names, as in `posts --json`.
[[nodiscard]] QString postKindName(PostKind kind);
[[nodiscard]] std::optional<PostKind> postKindFromName(const QString &name);
[[nodiscard]] QString mediaKindName(MediaKind kind);
[[nodiscard]] QString entityTypeName(EntityType type);

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::Post)
