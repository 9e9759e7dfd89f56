// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/messagedraft.h"

#include "core/source/webpreview/addresses.h"
#include "core/source/webpreview/counters.h"
#include "core/source/webpreview/pagereader.h"
#include "core/source/webpreview/previewparser.h"

#include <QByteArray>

#include <algorithm>

namespace vestnik {
namespace {

bool isUsernameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// The bare id of the channel in the token of views: base64url of `{"c":-1591537674,"p":12,…}`.
qint64 channelIdOf(std::string_view dataView)
{
    if (dataView.empty() || dataView.size() > 1024) {
        return 0;
    }
    const QByteArray json =
        QByteArray::fromBase64(QByteArray::fromRawData(dataView.data(), static_cast<qsizetype>(dataView.size())),
            QByteArray::Base64UrlEncoding);
    constexpr std::string_view key = "\"c\":-";
    const std::string_view text(json.constData(), static_cast<std::size_t>(json.size()));
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos) {
        return 0;
    }
    const std::string_view rest = text.substr(at + key.size());
    return parseId(rest.substr(0, rest.find_first_not_of("0123456789")));
}

/// The same of a widget: `data-peer="c1181264642_3048097922369815275"`.
qint64 peerIdOf(std::string_view dataPeer)
{
    return dataPeer.empty() || dataPeer.front() != 'c' ? 0 : parseId(dataPeer.substr(1, dataPeer.find('_') - 1));
}

PostKind kindOfMedia(MediaKind kind)
{
    switch (kind) {
    case MediaKind::Photo:
        return PostKind::Photo;
    case MediaKind::Video:
        return PostKind::Video;
    case MediaKind::Gif:
        return PostKind::Gif;
    case MediaKind::Round:
        return PostKind::Round;
    case MediaKind::Voice:
        return PostKind::Voice;
    case MediaKind::Audio:
        return PostKind::Audio;
    case MediaKind::Document:
        return PostKind::Document;
    case MediaKind::Poll:
        return PostKind::Poll;
    case MediaKind::Sticker:
        return PostKind::Sticker;
    case MediaKind::Location:
        return PostKind::Location;
    case MediaKind::Contact:
        return PostKind::Contact;
    case MediaKind::Unsupported:
        break;
    }
    return PostKind::Unsupported;
}

PostKind kindOfPost(const MessageDraft &draft)
{
    const Post &post = draft.post;
    if (draft.service) {
        return PostKind::Service;
    }
    if (draft.poll >= 0) {
        return PostKind::Poll;
    }
    if (post.media.size() >= 2) {
        return PostKind::Album;
    }
    if (!post.media.isEmpty()) {
        return kindOfMedia(post.media.first().kind);
    }
    return post.body.text.isEmpty() && post.partlyUnsupported ? PostKind::Unsupported : PostKind::Text;
}

/// Members of an album are told by the addresses of its media, `…/14?single`.
void completeAlbum(Post &post)
{
    QList<MessageId> members;
    for (const Media &media : std::as_const(post.media)) {
        if (media.messageId > 0 && !members.contains(media.messageId)) {
            members.append(media.messageId);
        }
    }
    if (members.isEmpty()) {
        return;
    }
    if (members.size() == 1 && post.media.size() == 1) {
        post.media.first().messageId = members.first() == post.messageId ? 0 : members.first();
        return;
    }
    std::sort(members.begin(), members.end());
    if (!members.contains(post.messageId) && post.messageId < members.first()) {
        members.prepend(post.messageId);
    }
    post.albumIds = members;
    post.messageId = members.first();
}

} // namespace

void beginMessage(PageParts &parts, const Element &element)
{
    finishMessage(parts);
    const std::string_view address = element.attributes.value("data-post");
    const std::size_t slash = address.rfind('/');
    if (slash == std::string_view::npos || slash == 0 || slash > 64) {
        return;
    }
    const std::string_view channel = address.substr(0, slash);
    const MessageId id = parseId(address.substr(slash + 1));
    if (id <= 0 || !std::all_of(channel.begin(), channel.end(), isUsernameChar)) {
        return;
    }
    MessageDraft &draft = parts.message;
    draft.active = true;
    draft.post.channel = TextCollector::toQString(channel);
    draft.post.messageId = id;
    draft.service = element.has(Cls::ServiceMessage);
    ChannelInfo &info = parts.page.info;
    if (info.telegramId == 0) {
        info.telegramId = channelIdOf(element.attributes.value("data-view"));
    }
    if (info.telegramId == 0) {
        info.telegramId = peerIdOf(element.attributes.value("data-peer"));
    }
}

void finishMessage(PageParts &parts)
{
    MessageDraft &draft = parts.message;
    if (!draft.active) {
        return;
    }
    Post &post = draft.post;
    post.body = draft.body.take();
    const QString meta = draft.meta.take();
    post.edited = meta.contains(QLatin1String("edited"));
    if (post.author.isEmpty()) {
        post.author = draft.senderName;
    }
    const bool empty = post.body.text.isEmpty() && post.media.isEmpty();
    // The twin of a post that is shown tells nothing; alone it tells that the post is hidden.
    post.partlyUnsupported = draft.hiddenNotice || (draft.twin && empty);
    post.kind = kindOfPost(draft);
    completeAlbum(post);
    if (draft.service) {
        const QString before = post.body.text.section(u'«', 0, 0);
        post.pinned = before.contains(QLatin1String(" pinned"));
    }
    const bool readable = post.postedAt > 0 || !empty || post.partlyUnsupported;
    if (readable && parts.page.posts.size() < previewPostLimit) {
        parts.page.posts.append(std::move(post));
    }
    // Field by field, so that the buffers of the text collectors are kept for the next message.
    draft.active = false;
    draft.post = Post();
    draft.line.clear();
    draft.reactionEmoji.clear();
    draft.reactionCount.clear();
    draft.senderName.clear();
    draft.media = -1;
    draft.poll = -1;
    draft.row = -1;
    draft.service = false;
    draft.inReply = false;
    draft.inTwin = false;
    draft.twin = false;
    draft.hiddenNotice = false;
    draft.inDate = false;
    draft.inServicePhoto = false;
    draft.grouped = false;
    draft.videoPlays = false;
}

} // namespace vestnik
