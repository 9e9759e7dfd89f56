// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

/// Plain values of the stand-in's channels: what is served and, at the same time, the truth that tests compare with.
namespace vestnik {

/// Kinds as they should be recognised on the page; `siteKindName` gives the same names as `posts --json`.
enum class SiteKind {
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

/// A formatted range. `type` is the stable snake_case name of the entity ("bold", "text_link", "custom_emoji" …),
/// offset and length are UTF-16 units of the plain text, `data` is the address, tag, language or emoji id.
struct SiteEntity {
    QString type;
    int offset = 0;
    int length = 0;
    QString data;

    [[nodiscard]] bool operator==(const SiteEntity &) const = default;
};

/// One text in its three renderings, made by `siteText` so that they cannot drift apart.
struct SiteText {
    QString plain; ///< every `<br/>` is one line feed and nothing else is
    QString html; ///< inner HTML of the text element
    QList<SiteEntity> entities; ///< by offset, then longer first
    bool hasCustomEmoji = false; ///< such a post is served with the "open Telegram" twin beside it
};

enum class SiteMediaKind {
    Photo,
    Video,
    PortraitVideo, ///< served with two `<video>` elements of one address
    BigVideo, ///< served without a file: "Media is too big"
    Gif,
    Round,
    Voice,
    Audio,
    Document,
    Sticker,
    Contact,
};

struct SiteMedia {
    SiteMediaKind kind = SiteMediaKind::Photo;
    int width = 800; ///< pixels, as in the style attribute
    double aspect = 0.75; ///< height / width
    int durationSeconds = 0; ///< video, round, voice
    QString title; ///< file name, song, contact's name
    QString extra; ///< size, performer, contact's phone
    quint64 picture = 0; ///< seed of the picture and of the file's token
};

struct SitePollOption {
    QString text;
    int percent = 0; ///< 0..100
};

struct SitePoll {
    QString question;
    QString type; ///< "Anonymous Poll", "Quiz" … as served
    QList<SitePollOption> options;
    QString voters; ///< as displayed
};

struct SiteReaction {
    enum class Kind { Emoji, Custom, Stars };
    Kind kind = Kind::Emoji;
    QString emoji; ///< the character, or the id of a custom emoji; empty for stars
    qint64 count = 0;
};

struct SiteForward {
    QString name;
    QString url; ///< empty: a hidden origin
    QString author; ///< signature of the original, may be empty
};

struct SiteReply {
    qint64 messageId = 0;
    QString text; ///< the quoted beginning; empty if the target has no text
    QString label = QStringLiteral("Photo"); ///< shown when there is no text
};

struct SiteCard {
    enum class Image { None, Wide, Right };
    QString url;
    QString site;
    QString title; ///< may be empty
    QString description; ///< may be empty
    Image image = Image::None;
    quint64 picture = 0;
};

struct SiteButton {
    QString text;
    QString url;
};

struct SiteLocation {
    double latitude = 0; ///< degrees
    double longitude = 0;
};

/// One block of a page: a message, or an album of several messages.
struct SitePost {
    qint64 id = 0; ///< first message id; 0 = the site gives the next free one
    QList<qint64> albumIds; ///< ascending, `id` first; empty for a single message
    qint64 postedAt = 0; ///< ms UTC, whole seconds are served
    SiteKind kind = SiteKind::Text;
    SiteText text;
    QList<SiteMedia> media; ///< an album has one per member
    std::optional<SitePoll> poll;
    std::optional<SiteLocation> location;
    std::optional<SiteForward> forward;
    std::optional<SiteReply> reply;
    std::optional<SiteCard> card;
    QList<SiteReaction> reactions;
    QList<QList<SiteButton>> buttons; ///< rows
    QString signature;
    QString viaBot; ///< without '@'
    bool edited = false;
    bool servicePhoto = false; ///< service message "Channel photo updated"; the picture is its only media
    /// A notice "Please open Telegram to view this post" stands beside what is shown. A post of kind Unsupported is
    /// hidden as a whole and has false here.
    bool unsupportedPart = false;
    qint64 views = 0; ///< exact; served rounded as `shownCount`; 0 = none (service)

    [[nodiscard]] qint64 lastId() const { return albumIds.isEmpty() ? id : albumIds.last(); }
};

/// What the head of a channel's page shows.
struct SiteChannel {
    QString name; ///< username in its canonical spelling, names match without regard to case
    QString title;
    QString description;
    qint64 numericId = 0; ///< bare channel id, positive; 0 = derived from the name
    qint64 subscribers = 0;
    qint64 photos = 0;
    qint64 videos = 0;
    qint64 links = 0;
    bool verified = false;
    bool hasPhoto = true;
    bool previewOff = false; ///< /s/NAME answers 302 to /NAME
    int color = -1; ///< accent colour class, -1 none
};

/// Names that are no channels.
enum class SiteNameKind { Group, User, Bot, Free };

/// Stable lower-case name, as in `posts --json`.
[[nodiscard]] QString siteKindName(SiteKind kind);
/// A number as the page displays it: 999, 8.67M, 11.4M, 436K, 1.2K.
[[nodiscard]] QString shownCount(qint64 count);
/// Seconds as the page displays them: 0:09, 12:31, 1:02:03.
[[nodiscard]] QString shownDuration(int seconds);

} // namespace vestnik
