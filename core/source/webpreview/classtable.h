// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>

namespace vestnik {

/// The class names of the web preview that mean something to us.
enum class Cls : std::uint8_t {
    None, ///< not in the table
    Ignored, ///< known, and of no interest
    Barrier, ///< stands after the text of a message: a text that was not closed ends here
    MessageWrap,
    Message,
    ServiceMessage,
    OwnerName,
    UserPhoto,
    AuthorName,
    ViaBot,
    ForwardName,
    ForwardAuthor,
    Reply,
    ReplyText,
    MessageText,
    JsMessageText,
    ServiceStrong,
    SupportedCont,
    NotSupportedCont,
    NotSupported,
    NotSupportedLabel,
    Grouped,
    GroupedMedia,
    PhotoWrap,
    Photo,
    VideoPlayer,
    VideoTooBig,
    VideoThumb,
    VideoWrap,
    VideoPlay,
    VideoDuration,
    RoundPlayer,
    RoundThumb,
    RoundDuration,
    VoicePlayer,
    Voice,
    VoiceDuration,
    DocumentWrap,
    DocumentIcon,
    DocumentAudio,
    DocumentTitle,
    DocumentExtra,
    StickerWrap,
    Sticker,
    AnimatedSticker,
    VideoSticker,
    LocationWrap,
    Location,
    Contact,
    ContactWrap,
    ContactName,
    ContactPhone,
    Poll,
    PollQuestion,
    PollType,
    PollOption,
    PollPercent,
    PollText,
    PollVotes,
    ServicePhoto,
    LinkPreview,
    PreviewSite,
    PreviewTitle,
    PreviewDescription,
    PreviewImage,
    PreviewRightImage,
    Reaction,
    ReactionPaid,
    Voters,
    Views,
    FromAuthor,
    Meta,
    Date,
    InlineRow,
    InlineButton,
    Emoji,
    SpoilerText,
    MessagesMore,
    NoMessages,
    MessageError,
    History,
    Main,
    ChannelInfo,
    HeaderTitle,
    HeaderUsername,
    HeaderDescription,
    InfoCounter,
    CounterValue,
    CounterType,
    PagePhoto,
    Verified,
    Page,
    PageTitle,
    PageExtra,
    PageDescription,
    PageAdditional,
    PageAction,
    PageContextLink,
    PageWidget,
    UsernameLink,
    Count_, ///< how many there are
};

/// The tags that mean something to us.
enum class Tag : std::uint8_t {
    Other, ///< not in the table
    Plain, ///< known, and of no interest inside a text
    A,
    Audio,
    B,
    Blockquote,
    Body,
    Br,
    Code,
    CustomEmoji,
    I,
    Img,
    Link,
    Meta,
    Pre,
    S,
    Script,
    Source,
    Span,
    Spoiler,
    Style,
    Svg,
    Time,
    Title,
    U,
    Video,
};

[[nodiscard]] Cls classOf(std::string_view token);
[[nodiscard]] Tag tagOf(std::string_view lowerCaseName);

/// True for a token that belongs to the markup of messages: worth counting when it is not in the table.
[[nodiscard]] bool isMessageMarkup(std::string_view token);

} // namespace vestnik
