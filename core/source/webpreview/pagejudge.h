// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/coverage.h"
#include "core/source/channelsource.h"
#include "core/source/webpreview/previewpage.h"

#include <QByteArray>
#include <QList>

namespace vestnik {

/// What to do with a page that was read in answer to a PageRequest.
struct PageVerdict {
    enum class Kind {
        Good, ///< make a SourcePage of it: sourcePageOf()
        Failed, ///< `error` is final
        AskAgain, ///< suspicious: ask again, `tries` times in all; then it is `error`
        EmptyChannel, ///< ask again, `tries` times in all; then the channel has no posts
        PerhapsBeginning, ///< ask again, `tries` times in all; then nothing older exists if the newest page has posts
    };
    Kind kind = Kind::Good;
    int tries = 1;
    Error error;
};

/// Tells good pages from those that say no, and from those that a limited client gets. `attempts` >= 1: how often a
/// page that is surely wrong is asked for. Pure.
[[nodiscard]] PageVerdict judgePage(const PreviewPage &page, const PageRequest &request, int attempts);

/// Ids of the posts that the bytes of a page announce, ascending, each once; 0 stands for those whose id is unreadable
/// too. Any thread.
[[nodiscard]] QList<MessageId> announcedIds(const QByteArray &html);

/// The SourcePage of a good page (`bytes` and `requests` are left 0). `announced`: announcedIds() if some posts could
/// not be read, else empty. Posts with ids from request.before up are left out.
[[nodiscard]] SourcePage sourcePageOf(
    const PreviewPage &page, const PageRequest &request, const QList<MessageId> &announced);

/// What is proven to be read by posts below `before` (0 = the newest page), of which those with ids in `unread` could
/// not be read. `unread` must name all of them; ids up to the next post may be members of an unread album and are left
/// out too.
[[nodiscard]] QList<IdRange> coveredBy(const QList<Post> &posts, MessageId before, const QList<MessageId> &unread);

} // namespace vestnik
