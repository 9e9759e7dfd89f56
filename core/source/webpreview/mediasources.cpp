// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/addresses.h"
#include "core/source/webpreview/counters.h"
#include "core/source/webpreview/messagedraft.h"
#include "core/source/webpreview/pagereader.h"

namespace vestnik {

void takeMediaSource(PageParts &parts, const Element &element)
{
    MessageDraft &draft = parts.message;
    if (element.tag == Tag::Time) {
        const std::string_view moment = element.attributes.value("datetime");
        if (draft.inDate && !moment.empty()) {
            draft.post.postedAt = parseTime(moment);
        }
        return;
    }
    Media *media = parts.message.currentMedia();
    if (!media) {
        return;
    }
    const QString source = fileUrl(element.attributes.value("src"));
    const bool sticker = media->kind == MediaKind::Sticker;
    switch (element.tag) {
    case Tag::Video:
        // Portrait videos name their file twice.
        if (media->url.isEmpty()) {
            media->url = source;
        }
        if (sticker && media->thumbnailUrl.isEmpty()) {
            media->thumbnailUrl = fileUrl(element.attributes.value("poster"));
        }
        break;
    case Tag::Source:
        if (sticker && element.attributes.value("type") == "application/x-tgsticker") {
            media->url = fileUrl(element.attributes.value("srcset"));
        } else if (sticker && media->thumbnailUrl.isEmpty()) {
            media->thumbnailUrl = fileUrl(element.attributes.value("srcset"));
        }
        break;
    case Tag::Img:
        if (draft.inServicePhoto) {
            media->url = source;
        } else if (sticker && media->thumbnailUrl.isEmpty()) {
            media->thumbnailUrl = source;
        }
        break;
    default:
        break;
    }
}

} // namespace vestnik
