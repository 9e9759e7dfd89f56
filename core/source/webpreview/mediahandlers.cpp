// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/addresses.h"
#include "core/source/webpreview/counters.h"
#include "core/source/webpreview/messagedraft.h"
#include "core/source/webpreview/pagereader.h"

namespace vestnik {
namespace {

constexpr qsizetype maxMedia = 100;
constexpr qsizetype maxOptions = 100;
constexpr std::size_t maxWaveform = 8192;

void closeMedia(PageParts &parts)
{
    parts.message.media = -1;
}

/// A medium begins with this element and ends with it. Null if the post has too many.
Media *openMedia(PageParts &parts, const Element &element, Frame &frame, MediaKind kind)
{
    MessageDraft &draft = parts.message;
    frame.sink = nullptr;
    frame.rich = nullptr;
    if (draft.post.media.size() >= maxMedia) {
        return nullptr;
    }
    Media media;
    media.kind = kind;
    const TelegramAddress address = telegramAddress(element.attributes.value("href"));
    if (address.single) {
        media.messageId = address.messageId;
    }
    // An album tells width / height of its members, whose own boxes are cut to fit together.
    const std::string_view ratio = element.attributes.value("data-ratio");
    if (!ratio.empty()) {
        bool ok = false;
        const double value =
            QByteArray::fromRawData(ratio.data(), static_cast<qsizetype>(qMin<std::size_t>(ratio.size(), 32)))
                .toDouble(&ok);
        media.aspect = ok && value > 0.001 && value < 1000 ? 1 / value : 0;
    }
    draft.post.media.append(std::move(media));
    draft.media = static_cast<int>(draft.post.media.size()) - 1;
    frame.close = closeMedia;
    return &draft.post.media.last();
}

/// The size of the box that the page keeps free, which has the shape of the picture.
void takeBox(Media &media, std::string_view style, bool width)
{
    if (width && media.width == 0) {
        media.width = static_cast<int>(styleNumber(style, "width"));
    }
    if (media.aspect == 0) {
        media.aspect = styleNumber(style, "padding-top") / 100;
    }
}

void collect(PageParts &parts, Frame &frame, CloseHandler close)
{
    parts.message.line.clear();
    frame.sink = &parts.message.line;
    frame.rich = nullptr;
    frame.close = close;
}

void openPhoto(PageParts &parts, const Element &element, Frame &frame)
{
    Media *media = openMedia(parts, element, frame, MediaKind::Photo);
    if (!media) {
        return;
    }
    const std::string_view style = element.attributes.value("style");
    media->url = styleUrl(style);
    if (!element.has(Cls::GroupedMedia)) {
        media->width = static_cast<int>(styleNumber(style, "width"));
    }
    // Of the tokens made of digits the first is the photo's id, the second that of its file.
    std::string_view rest = element.classAttribute;
    while (!rest.empty()) {
        const std::string_view token = rest.substr(0, rest.find(' '));
        rest.remove_prefix(qMin(rest.size(), token.size() + 1));
        if (parseId(token.substr(0, 18)) > 0 && token.find_first_not_of("0123456789") == std::string_view::npos) {
            media->id = TextCollector::toQString(token.substr(0, 32));
            break;
        }
    }
}

void openPhotoBox(PageParts &parts, const Element &element, Frame &)
{
    if (Media *media = parts.message.currentMedia(); media && media->kind == MediaKind::Photo) {
        takeBox(*media, element.attributes.value("style"), false);
    }
}

void openVideo(PageParts &parts, const Element &element, Frame &frame)
{
    Media *media = openMedia(parts, element, frame, MediaKind::Video);
    if (!media) {
        return;
    }
    media->tooBig = element.has(Cls::VideoTooBig);
    parts.message.videoPlays = false;
    frame.close = [](PageParts &closing) {
        if (Media *made = closing.message.currentMedia()) {
            made->tooBig = made->tooBig || made->url.isEmpty();
            if (!made->tooBig && !closing.message.videoPlays) {
                made->kind = MediaKind::Gif;
            }
        }
        closeMedia(closing);
    };
}

void openThumb(PageParts &parts, const Element &element, Frame &)
{
    if (Media *media = parts.message.currentMedia()) {
        media->thumbnailUrl = styleUrl(element.attributes.value("style"));
    }
}

void openVideoBox(PageParts &parts, const Element &element, Frame &)
{
    if (Media *media = parts.message.currentMedia()) {
        takeBox(*media, element.attributes.value("style"), true);
    }
}

void openVideoPlay(PageParts &parts, const Element &, Frame &)
{
    parts.message.videoPlays = true;
}

void openDuration(PageParts &parts, const Element &, Frame &frame)
{
    parts.message.videoPlays = true;
    if (parts.message.media < 0) {
        return;
    }
    collect(parts, frame, [](PageParts &closing) {
        const int seconds = parseDuration(closing.message.line.takeTrimmed());
        if (Media *media = closing.message.currentMedia()) {
            media->durationSeconds = seconds;
        }
    });
}

template<MediaKind kind>
void openSimple(PageParts &parts, const Element &element, Frame &frame)
{
    openMedia(parts, element, frame, kind);
}

void openVoice(PageParts &parts, const Element &element, Frame &)
{
    if (Media *media = parts.message.currentMedia()) {
        media->url = fileUrl(element.attributes.value("src"));
        media->waveform = TextCollector::toQString(element.attributes.value("data-waveform").substr(0, maxWaveform));
    }
}

void openDocumentIcon(PageParts &parts, const Element &element, Frame &)
{
    if (Media *media = parts.message.currentMedia(); media && media->kind == MediaKind::Document) {
        if (element.has(Cls::DocumentAudio)) {
            media->kind = MediaKind::Audio;
        }
        media->thumbnailUrl = styleUrl(element.attributes.value("style"));
    }
}

template<QString Media::*member>
void openMediaText(PageParts &parts, const Element &, Frame &frame)
{
    if (parts.message.media < 0) {
        return;
    }
    collect(parts, frame, [](PageParts &closing) {
        const QString text = closing.message.line.takeTrimmed();
        if (Media *media = closing.message.currentMedia()) {
            media->*member = text;
        }
    });
}

/// A sticker's picture may stand in the wrap of stickers or alone.
void openSticker(PageParts &parts, const Element &element, Frame &frame)
{
    Media *media = parts.message.currentMedia();
    if (!media || media->kind != MediaKind::Sticker) {
        media = openMedia(parts, element, frame, MediaKind::Sticker);
    }
    if (!media) {
        return;
    }
    const std::string_view style = element.attributes.value("style");
    if (media->url.isEmpty()) {
        media->url = fileUrl(element.attributes.value("data-webp"));
    }
    if (media->thumbnailUrl.isEmpty()) {
        media->thumbnailUrl = styleUrl(style);
    }
    takeBox(*media, style, true);
}

void openLocation(PageParts &parts, const Element &element, Frame &frame)
{
    Media *media = openMedia(parts, element, frame, MediaKind::Location);
    if (!media) {
        return;
    }
    const std::string_view href = element.attributes.value("href");
    media->url = TextCollector::toQString(linkUrl(href, false));
    if (const auto point = mapPoint(href)) {
        media->latitude = point->first;
        media->longitude = point->second;
    }
}

void openContact(PageParts &parts, const Element &element, Frame &frame)
{
    if (Media *media = parts.message.currentMedia(); !media || media->kind != MediaKind::Contact) {
        openMedia(parts, element, frame, MediaKind::Contact);
    }
}

/// Only the name and the number are sure to exist around a contact.
template<QString Media::*member>
void openContactText(PageParts &parts, const Element &, Frame &frame)
{
    MessageDraft &draft = parts.message;
    const bool standsAlone = draft.media < 0;
    if (standsAlone && (draft.post.media.isEmpty() || draft.post.media.last().kind != MediaKind::Contact)) {
        if (draft.post.media.size() >= maxMedia) {
            return;
        }
        Media media;
        media.kind = MediaKind::Contact;
        draft.post.media.append(std::move(media));
    }
    collect(parts, frame, [](PageParts &closing) {
        const QString text = closing.message.line.takeTrimmed();
        if (!closing.message.post.media.isEmpty()) {
            closing.message.post.media.last().*member = text;
        }
    });
}

void openPoll(PageParts &parts, const Element &element, Frame &frame)
{
    if (openMedia(parts, element, frame, MediaKind::Poll)) {
        parts.message.poll = parts.message.media;
    }
}

void openOption(PageParts &parts, const Element &, Frame &)
{
    if (Media *media = parts.message.currentMedia(); media && media->options.size() < maxOptions) {
        media->options.append(PollOption());
    }
}

void openOptionText(PageParts &parts, const Element &, Frame &frame)
{
    collect(parts, frame, [](PageParts &closing) {
        const QString text = closing.message.line.takeTrimmed();
        if (Media *media = closing.message.currentMedia(); media && !media->options.isEmpty()) {
            media->options.last().text = text;
        }
    });
}

void openOptionPercent(PageParts &parts, const Element &, Frame &frame)
{
    collect(parts, frame, [](PageParts &closing) {
        const int percent = parsePercent(closing.message.line.takeTrimmed());
        if (Media *media = closing.message.currentMedia(); media && !media->options.isEmpty()) {
            media->options.last().percent = percent;
        }
    });
}

/// "746 votes", in widgets.
void openVotes(PageParts &parts, const Element &, Frame &frame)
{
    collect(parts, frame, [](PageParts &closing) {
        const QString text = closing.message.line.takeTrimmed();
        if (Media *media = closing.message.currentMedia()) {
            media->voters = parseCount(text.section(u' ', 0, -2));
        }
    });
}

void openServicePhoto(PageParts &parts, const Element &element, Frame &frame)
{
    openMedia(parts, element, frame, MediaKind::Photo);
    parts.message.inServicePhoto = true;
    frame.close = [](PageParts &closing) {
        closing.message.inServicePhoto = false;
        closeMedia(closing);
    };
}

constexpr ClassHandler handlers[] = {
    {Cls::PhotoWrap, openPhoto},
    {Cls::Photo, openPhotoBox},
    {Cls::VideoPlayer, openVideo},
    {Cls::VideoThumb, openThumb},
    {Cls::VideoWrap, openVideoBox},
    {Cls::VideoPlay, openVideoPlay},
    {Cls::VideoDuration, openDuration},
    {Cls::RoundPlayer, openSimple<MediaKind::Round>},
    {Cls::RoundThumb, openThumb},
    {Cls::RoundDuration, openDuration},
    {Cls::VoicePlayer, openSimple<MediaKind::Voice>},
    {Cls::Voice, openVoice},
    {Cls::VoiceDuration, openDuration},
    {Cls::DocumentWrap, openSimple<MediaKind::Document>},
    {Cls::DocumentIcon, openDocumentIcon},
    {Cls::DocumentTitle, openMediaText<&Media::title>},
    {Cls::DocumentExtra, openMediaText<&Media::extra>},
    {Cls::StickerWrap, openSimple<MediaKind::Sticker>},
    {Cls::Sticker, openSticker},
    {Cls::AnimatedSticker, openSticker},
    {Cls::VideoSticker, openSticker},
    {Cls::LocationWrap, openLocation},
    {Cls::Location, openThumb},
    {Cls::Contact, openContact},
    {Cls::ContactWrap, openContact},
    {Cls::ContactName, openContactText<&Media::title>},
    {Cls::ContactPhone, openContactText<&Media::extra>},
    {Cls::Poll, openPoll},
    {Cls::PollQuestion, openMediaText<&Media::question>},
    {Cls::PollType, openMediaText<&Media::pollType>},
    {Cls::PollOption, openOption},
    {Cls::PollText, openOptionText},
    {Cls::PollPercent, openOptionPercent},
    {Cls::PollVotes, openVotes},
    {Cls::ServicePhoto, openServicePhoto},
};

} // namespace

std::span<const ClassHandler> mediaHandlers()
{
    return handlers;
}

} // namespace vestnik
