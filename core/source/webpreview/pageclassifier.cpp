// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/channelheader.h"
#include "core/source/webpreview/counters.h"
#include "core/source/webpreview/pagereader.h"

namespace vestnik {
namespace {

/// What the line below the title of a plain page says: "11 286 994 subscribers", "97 957 members, 4 138 online".
struct Audience {
    std::optional<Count> subscribers;
    std::optional<Count> members;
    bool monthlyUsers = false;
    QString username;
};

Audience audienceOf(const QStringList &extras)
{
    Audience audience;
    for (const QString &extra : extras) {
        if (extra.startsWith(u'@')) {
            audience.username = extra.mid(1).section(u' ', 0, 0);
            continue;
        }
        const QString first = extra.section(u',', 0, 0);
        const QString number = first.section(u' ', 0, -2);
        // "no members" is said of a group or a channel that nobody joined.
        const Count count = parseCount(number).value_or(Count{0, number, false});
        if (first.contains(QLatin1String("subscriber"))) {
            audience.subscribers = count;
        } else if (extra.contains(QLatin1String("monthly user"))) {
            audience.monthlyUsers = true;
        } else if (first.contains(QLatin1String("member"))) {
            audience.members = count;
        }
    }
    return audience;
}

void takePlainInfo(PageParts &parts, const Audience &audience)
{
    ChannelInfo &info = parts.page.info;
    const HeaderDraft &header = parts.header;
    info.title = header.title;
    info.description = header.description;
    if (header.page && header.title.isEmpty()) {
        info.description.clear(); // the description says only that nobody is there
    }
    if (audience.subscribers) {
        info.subscribers = audience.subscribers;
        if (!audience.subscribers->rounded) {
            parts.page.subscribersExact = audience.subscribers->value;
        }
    }
}

PageClass classOfPlainPage(const HeaderDraft &header, const Audience &audience)
{
    const QString invitation = header.title.isEmpty() ? header.description : header.additional;
    if (header.contextLink) {
        return PageClass::PlainChannel;
    }
    if (audience.subscribers || invitation.contains(QLatin1String("can view posts by"))) {
        return PageClass::PreviewDisabled;
    }
    if (audience.members) {
        return PageClass::Group;
    }
    if (audience.monthlyUsers || header.action == QLatin1String("Start Bot")
        || invitation.contains(QLatin1String("can launch"))) {
        return PageClass::Bot;
    }
    if (header.title.isEmpty()) {
        return invitation.contains(QLatin1String("can view")) ? PageClass::PreviewDisabled : PageClass::NoSuchName;
    }
    // A title without numbers: people have their name in the line below or none at all.
    if (!audience.username.isEmpty() || invitation.contains(QLatin1String("can contact"))) {
        return PageClass::User;
    }
    return invitation.contains(QLatin1String("can view")) ? PageClass::PreviewDisabled : PageClass::NoSuchName;
}

PageClass classOf(PageParts &parts, const Audience &audience)
{
    const PreviewPage &page = parts.page;
    const HeaderDraft &header = parts.header;
    if (!page.posts.isEmpty() || page.postsSeen > 0) {
        return PageClass::Channel;
    }
    if (header.postError) {
        return PageClass::PostNotFound;
    }
    if (page.noPostsFound) {
        return PageClass::EmptyChannel;
    }
    if (!page.notice.isEmpty()) {
        return PageClass::Restricted;
    }
    if (header.infoSeen || header.history || !header.username.isEmpty() || page.info.subscribers) {
        return PageClass::Channel;
    }
    if (header.widgetFrame) {
        return PageClass::PostPage;
    }
    const bool signs = !header.title.isEmpty() || !header.extras.isEmpty() || !header.description.isEmpty();
    if (header.page && signs) {
        return classOfPlainPage(header, audience);
    }
    if (header.ogSite == QLatin1String("Telegram") && !header.pathUsername.isEmpty()) {
        return PageClass::Refused;
    }
    return header.ogTitle.startsWith(QLatin1String("Telegram"))
            && (header.page || header.ogSite == QLatin1String("Telegram"))
        ? PageClass::Refused
        : PageClass::NotTelegram;
}

bool isFrontPage(PageClass pageClass)
{
    return pageClass == PageClass::Channel || pageClass == PageClass::EmptyChannel
        || pageClass == PageClass::Restricted;
}

} // namespace

void concludePage(PageParts &parts, const QString &expectedName)
{
    PreviewPage &page = parts.page;
    ChannelInfo &info = page.info;
    HeaderDraft &header = parts.header;
    const Audience audience = audienceOf(header.extras);
    page.pageClass = classOf(parts, audience);
    if (page.pageClass == PageClass::NotTelegram) {
        info = ChannelInfo();
        return;
    }
    if (!isFrontPage(page.pageClass) && header.page) {
        takePlainInfo(parts, audience);
    }
    if (info.title.isEmpty()) {
        // The head of a page without a channel repeats its invitation: "Telegram: Contact @name".
        const bool named = isFrontPage(page.pageClass) || page.pageClass == PageClass::PostPage;
        info.title = !header.ownerTitle.isEmpty() ? header.ownerTitle : named ? header.ogTitle : QString();
    }
    if (isFrontPage(page.pageClass)) {
        if (info.photoUrl.isEmpty()) {
            info.photoUrl = !header.ogImage.isEmpty() ? header.ogImage : header.ownerPhoto;
        }
        if (info.description.isEmpty() && page.posts.isEmpty()) {
            info.description = header.ogDescription;
        }
    }
    info.username = header.username;
    if (info.username.isEmpty() && !page.posts.isEmpty()) {
        info.username = page.posts.last().channel;
    }
    for (const QString &name : {header.pathUsername, audience.username, expectedName}) {
        if (info.username.isEmpty()) {
            info.username = name;
        }
    }
}

} // namespace vestnik
