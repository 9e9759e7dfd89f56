// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/albummerge.h"

#include <algorithm>

namespace vestnik {
namespace {

QList<MessageId> unite(const QList<MessageId> &a, const QList<MessageId> &b)
{
    QList<MessageId> all = a + b;
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// The media with the member that carries each: a message seen alone does not name itself.
QList<Media> ownedMedia(const Post &post)
{
    QList<Media> media = post.media;
    if (post.albumIds.size() < 2) {
        for (Media &one : media) {
            one.messageId = one.messageId == 0 ? post.messageId : one.messageId;
        }
    }
    return media;
}

QList<Media> mergeMedia(const Post &stored, const Post &seen)
{
    const QList<Media> fresh = ownedMedia(seen);
    QList<Media> merged;
    for (const Media &known : ownedMedia(stored)) {
        const bool replaced = std::any_of(
            fresh.begin(), fresh.end(), [&known](const Media &one) { return one.messageId == known.messageId; });
        if (!replaced) {
            merged.append(known);
        }
    }
    merged += fresh;
    std::stable_sort(
        merged.begin(), merged.end(), [](const Media &a, const Media &b) { return a.messageId < b.messageId; });
    return merged;
}

template<typename T>
void prefer(T &kept, const T &fresh)
{
    if (fresh) {
        kept = fresh;
    }
}

void prefer(QString &kept, const QString &fresh)
{
    if (!fresh.isEmpty()) {
        kept = fresh;
    }
}

} // namespace

QList<MessageId> messageIdsOf(const Post &post)
{
    return unite(post.albumIds, {post.messageId});
}

Post mergeAlbum(const Post &stored, const Post &seen)
{
    const QList<MessageId> known = messageIdsOf(stored);
    const QList<MessageId> shown = messageIdsOf(seen);
    const QList<MessageId> all = unite(known, shown);
    Post merged = all == shown ? seen : stored;
    merged.id = stored.id;
    merged.channelId = stored.channelId;
    merged.postedAt = stored.postedAt;
    merged.messageId = all.first();
    merged.albumIds = all.size() > 1 ? all : QList<MessageId>();
    if (!merged.views) {
        merged.views = stored.views;
    }
    if (all == shown) {
        return merged;
    }
    merged.kind = PostKind::Album;
    merged.media = mergeMedia(stored, seen);
    if (!seen.body.text.isEmpty()) {
        merged.body = seen.body;
    }
    prefer(merged.author, seen.author);
    prefer(merged.viaBot, seen.viaBot);
    prefer(merged.forwardedFrom, seen.forwardedFrom);
    prefer(merged.replyTo, seen.replyTo);
    prefer(merged.linkPreview, seen.linkPreview);
    if (!seen.reactions.isEmpty()) {
        merged.reactions = seen.reactions;
    }
    if (!seen.buttons.isEmpty()) {
        merged.buttons = seen.buttons;
    }
    merged.edited = stored.edited || seen.edited;
    merged.partlyUnsupported = stored.partlyUnsupported && seen.partlyUnsupported;
    // Each member counts its own views: the highest is the album's, whichever part a page shows.
    if (seen.views && (!stored.views || seen.views->value > stored.views->value)) {
        merged.views = seen.views;
    }
    return merged;
}

} // namespace vestnik
