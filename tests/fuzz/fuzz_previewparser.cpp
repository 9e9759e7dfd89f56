// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/previewparser.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

void checkText(const vestnik::RichText &text)
{
    int offset = 0;
    int length = 0;
    for (const vestnik::TextEntity &entity : text.entities) {
        require(entity.offset >= offset);
        require(entity.offset > offset || length == 0 || entity.length <= length);
        require(entity.length > 0);
        require(entity.offset + entity.length <= text.text.size());
        offset = entity.offset;
        length = entity.length;
    }
}

void checkPost(const vestnik::Post &post)
{
    require(post.id == 0 && post.channelId == 0);
    require(post.messageId > 0);
    require(post.postedAt >= 0);
    require(!post.channel.isEmpty());
    checkText(post.body);
    vestnik::MessageId last = 0;
    for (const vestnik::MessageId member : post.albumIds) {
        require(member > last);
        last = member;
    }
    require(post.albumIds.isEmpty() || post.albumIds.first() == post.messageId);
    for (const vestnik::Media &media : post.media) {
        require(media.durationSeconds >= -1 && media.width >= 0 && media.aspect >= 0);
        require(!media.latitude || (*media.latitude >= -90 && *media.latitude <= 90));
        require(!media.longitude || (*media.longitude >= -180 && *media.longitude <= 180));
        for (const vestnik::PollOption &option : media.options) {
            require(option.percent >= -1 && option.percent <= 100);
        }
    }
    require(!post.views || post.views->value >= 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray html(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const vestnik::PreviewPage page = vestnik::parsePreviewPage(html, QStringLiteral("name"));
    require(page.posts.size() <= vestnik::previewPostLimit);
    require(page.postsSeen >= 0 && page.postsUnreadable >= 0 && page.postsUnreadable <= page.postsSeen);
    require(page.olderBefore >= 0 && page.newerAfter >= 0);
    vestnik::MessageId last = 0;
    for (const vestnik::Post &post : page.posts) {
        require(post.messageId > last);
        last = post.messageId;
        checkPost(post);
    }
    return 0;
}
