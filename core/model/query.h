// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"
#include "core/model/post.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace vestnik {

/// Which posts to list. Empty members do not filter. Newest first by time, then by row id.
struct PostQuery {
    QList<ChannelId> channels;
    QString folder;
    bool onlyUnread = false;
    QString text; ///< words, all must occur; case of any script does not matter; the last one may be a beginning
    qint64 postedFrom = 0; ///< ms UTC, included; 0 open
    qint64 postedTo = 0; ///< ms UTC, excluded; 0 open
    PostId before = 0; ///< keyset: only rows older than this one; 0 from the newest
    PostId after = 0; ///< keyset: only rows newer than this one; 0 open
    int limit = 200; ///< 1..1000

    [[nodiscard]] bool operator==(const PostQuery &) const = default;
};

/// A list row: enough to paint it, without the heavy parts.
struct PostSummary {
    PostId id = 0;
    ChannelId channelId = 0;
    QString channel;
    QString channelTitle;
    MessageId messageId = 0;
    qint64 postedAt = 0;
    PostKind kind = PostKind::Text;
    QString excerpt; ///< first 200 characters of the text, one line
    qint64 views = -1;
    int mediaCount = 0;
    bool hasLink = false;
    bool edited = false;
    bool unread = false;

    [[nodiscard]] bool operator==(const PostSummary &) const = default;
};

struct PostPage {
    QList<PostSummary> posts;
    bool hasMore = false; ///< older ones follow
};

/// The numbers of the Overview page, all over one moment.
struct OverviewNumbers {
    qint64 postsTotal = 0;
    qint64 postsToday = 0; ///< since local midnight
    qint64 postsYesterday = 0; ///< same span of yesterday
    qint64 postsWeek = 0; ///< last 7 days
    QList<int> perHour; ///< 24 counts, oldest first, by time of posting
    qint64 databaseBytes = 0;
};

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::PostSummary)
Q_DECLARE_METATYPE(vestnik::PostPage)
Q_DECLARE_METATYPE(vestnik::OverviewNumbers)
