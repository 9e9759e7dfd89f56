// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/channelheader.h"

#include "core/source/webpreview/addresses.h"
#include "core/source/webpreview/counters.h"
#include "core/source/webpreview/pagereader.h"

namespace vestnik {
namespace {

constexpr qsizetype maxExtras = 10;

void collect(PageParts &parts, Frame &frame, CloseHandler close)
{
    parts.header.line.clear();
    frame.sink = &parts.header.line;
    frame.rich = nullptr;
    frame.close = close;
}

QString takeLine(PageParts &parts)
{
    return parts.header.line.takeTrimmed();
}

/// Collects into a text of the header; the first one that is not empty counts.
template<QString HeaderDraft::*member>
void openHeaderText(PageParts &parts, const Element &, Frame &frame)
{
    if ((parts.header.*member).isEmpty() && !parts.message.active) {
        collect(parts, frame, [](PageParts &closing) { closing.header.*member = takeLine(closing); });
    }
}

template<QString ChannelInfo::*member>
void openInfoText(PageParts &parts, const Element &, Frame &frame)
{
    collect(parts, frame, [](PageParts &closing) { closing.page.info.*member = takeLine(closing); });
}

template<bool HeaderDraft::*member>
void openMark(PageParts &parts, const Element &, Frame &)
{
    parts.header.*member = true;
}

void openInfo(PageParts &parts, const Element &, Frame &frame)
{
    parts.header.infoSeen = true;
    parts.header.inInfo = true;
    frame.close = [](PageParts &closing) { closing.header.inInfo = false; };
}

void openUsername(PageParts &parts, const Element &, Frame &frame)
{
    collect(parts, frame, [](PageParts &closing) {
        const QString name = takeLine(closing);
        closing.header.username = name.startsWith(u'@') ? name.mid(1) : name;
    });
}

void openCounterValue(PageParts &parts, const Element &, Frame &frame)
{
    parts.header.counterValue.clear();
    frame.sink = &parts.header.counterValue;
}

/// The type follows its value: "11.3M", "subscribers".
void openCounterType(PageParts &parts, const Element &, Frame &frame)
{
    parts.header.counterType.clear();
    frame.sink = &parts.header.counterType;
    frame.close = [](PageParts &closing) {
        ChannelInfo &info = closing.page.info;
        const QString type = closing.header.counterType.takeTrimmed();
        const std::optional<Count> count = parseCount(closing.header.counterValue.takeTrimmed());
        // Singular at one, so the beginning decides.
        if (type.startsWith(QLatin1String("subscriber")) || type.startsWith(QLatin1String("member"))) {
            info.subscribers = count;
        } else if (type.startsWith(QLatin1String("photo"))) {
            info.photos = count;
        } else if (type.startsWith(QLatin1String("video"))) {
            info.videos = count;
        } else if (type.startsWith(QLatin1String("file"))) {
            info.files = count;
        } else if (type.startsWith(QLatin1String("link"))) {
            info.links = count;
        } else if (!type.isEmpty()) {
            countUnknown(closing.page, QLatin1String("counter ") + type.left(40));
        }
    };
}

void openPhoto(PageParts &parts, const Element &element, Frame &frame)
{
    if (element.tag == Tag::Img) {
        if (parts.page.info.photoUrl.isEmpty()) {
            parts.page.info.photoUrl = fileUrl(element.attributes.value("src"));
        }
        return;
    }
    parts.header.inPhoto = true;
    frame.close = [](PageParts &closing) { closing.header.inPhoto = false; };
}

void openVerified(PageParts &parts, const Element &, Frame &frame)
{
    frame.sink = nullptr; // its sign is no part of the title
    if (!parts.message.active) {
        parts.page.info.verified = true;
    }
}

void openOwner(PageParts &parts, const Element &, Frame &frame)
{
    if (parts.header.ownerTitle.isEmpty()) {
        collect(parts, frame, [](PageParts &closing) { closing.header.ownerTitle = takeLine(closing); });
    }
}

void openOwnerPhoto(PageParts &parts, const Element &, Frame &frame)
{
    if (parts.header.ownerPhoto.isEmpty()) {
        parts.header.inPhoto = true;
        frame.close = [](PageParts &closing) { closing.header.inPhoto = false; };
    }
}

void openMore(PageParts &parts, const Element &element, Frame &)
{
    const MessageId before = parseId(element.attributes.value("data-before"));
    const MessageId after = parseId(element.attributes.value("data-after"));
    parts.page.olderBefore = parts.page.olderBefore > 0 ? parts.page.olderBefore : before;
    parts.page.newerAfter = parts.page.newerAfter > 0 ? parts.page.newerAfter : after;
}

void openNoMessages(PageParts &parts, const Element &, Frame &frame)
{
    collect(parts, frame, [](PageParts &closing) {
        const QString text = takeLine(closing);
        if (text.startsWith(QLatin1String("No posts found"))) {
            closing.page.noPostsFound = true;
        } else {
            closing.page.notice = text.left(500);
        }
    });
}

void openError(PageParts &parts, const Element &, Frame &frame)
{
    parts.header.postError = true;
    collect(parts, frame, [](PageParts &closing) { closing.page.notice = takeLine(closing).left(500); });
}

void openMain(PageParts &parts, const Element &element, Frame &)
{
    const TelegramAddress address = telegramAddress(element.attributes.value("data-url"));
    if (!address.username.isEmpty()) {
        parts.header.pathUsername = address.username;
    }
}

void openExtra(PageParts &parts, const Element &, Frame &frame)
{
    if (parts.header.extras.size() < maxExtras) {
        collect(parts, frame, [](PageParts &closing) { closing.header.extras.append(takeLine(closing)); });
    }
}

void openUsernameLink(PageParts &parts, const Element &element, Frame &)
{
    const TelegramAddress address = telegramAddress(element.attributes.value("href"));
    if (!address.username.isEmpty() && !parts.message.active) {
        parts.header.pathUsername = address.username;
    }
}

constexpr ClassHandler handlers[] = {
    {Cls::ChannelInfo, openInfo},
    {Cls::HeaderTitle, openInfoText<&ChannelInfo::title>},
    {Cls::HeaderDescription, openInfoText<&ChannelInfo::description>},
    {Cls::HeaderUsername, openUsername},
    {Cls::CounterValue, openCounterValue},
    {Cls::CounterType, openCounterType},
    {Cls::PagePhoto, openPhoto},
    {Cls::Verified, openVerified},
    {Cls::OwnerName, openOwner},
    {Cls::UserPhoto, openOwnerPhoto},
    {Cls::MessagesMore, openMore},
    {Cls::NoMessages, openNoMessages},
    {Cls::MessageError, openError},
    {Cls::Main, openMain},
    {Cls::History, openMark<&HeaderDraft::history>},
    {Cls::Page, openMark<&HeaderDraft::page>},
    {Cls::PageWidget, openMark<&HeaderDraft::widgetFrame>},
    {Cls::PageContextLink, openMark<&HeaderDraft::contextLink>},
    {Cls::PageTitle, openHeaderText<&HeaderDraft::title>},
    {Cls::PageDescription, openHeaderText<&HeaderDraft::description>},
    {Cls::PageAdditional, openHeaderText<&HeaderDraft::additional>},
    {Cls::PageAction, openHeaderText<&HeaderDraft::action>},
    {Cls::PageExtra, openExtra},
    {Cls::UsernameLink, openUsernameLink},
};

void takeMeta(HeaderDraft &header, const Element &element)
{
    const std::string_view property = element.attributes.value("property");
    const std::string_view content = element.attributes.value("content").substr(0, 16 * 1024);
    if (property == "og:title") {
        header.ogTitle = TextCollector::toQString(content).trimmed();
    } else if (property == "og:image") {
        header.ogImage = fileUrl(content);
    } else if (property == "og:description") {
        header.ogDescription = TextCollector::toQString(content).trimmed();
    } else if (property == "og:site_name") {
        header.ogSite = TextCollector::toQString(content);
    } else if (property == "al:ios:url" || property == "al:android:url") {
        const TelegramAddress address = telegramAddress(content);
        if (!address.username.isEmpty()) {
            header.pathUsername = address.username;
        }
    }
}

void takeLink(PageParts &parts, const Element &element)
{
    const std::string_view rel = element.attributes.value("rel");
    if (rel != "prev" && rel != "next" && rel != "canonical") {
        return;
    }
    const std::string_view href = element.attributes.value("href");
    if (rel == "prev") {
        parts.page.olderBefore = numberInQuery(href, "before");
    } else if (rel == "next") {
        parts.page.newerAfter = numberInQuery(href, "after");
    }
    const TelegramAddress address = telegramAddress(href);
    if (!address.username.isEmpty()) {
        parts.header.pathUsername = address.username;
    }
}

} // namespace

std::span<const ClassHandler> headerHandlers()
{
    return handlers;
}

void takeHeadElement(PageParts &parts, const Element &element, Frame &frame)
{
    HeaderDraft &header = parts.header;
    if (element.tag == Tag::Img) {
        if (!header.inPhoto) {
            return;
        }
        QString &url = parts.message.active ? header.ownerPhoto : parts.page.info.photoUrl;
        if (url.isEmpty()) {
            url = fileUrl(element.attributes.value("src"));
        }
    } else if (parts.message.active) {
        return;
    } else if (element.tag == Tag::Meta) {
        takeMeta(header, element);
    } else if (element.tag == Tag::Link) {
        takeLink(parts, element);
    } else if (element.tag == Tag::Title && header.documentTitle.isEmpty()) {
        collect(parts, frame, [](PageParts &closing) { closing.header.documentTitle = takeLine(closing); });
    }
}

} // namespace vestnik
