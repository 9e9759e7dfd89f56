// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/post.h"

#include <QString>
#include <QVariantList>

namespace vestnik {

class Rows;

/// A post as the columns of its row: what is compared to find out whether a page brought anything new.
struct PostRow {
    PostId id = 0;
    ChannelId channelId = 0;
    MessageId messageId = 0;
    qint64 postedAt = 0;
    QString kind;
    bool edited = false;
    bool pinned = false;
    bool partlyUnsupported = false;
    qint64 views = -1;
    QString viewsShown; ///< null where it is the plain number
    bool viewsRounded = false;
    qint64 mediaCount = 0;
    bool hasLink = false;
    QString author;
    QString viaBot;
    QString text;
    QString entities;
    QString media;
    QString mediaUrls;
    QString reactions;
    QString forward;
    QString reply;
    QString preview;
    QString buttons;
    QString albumIds;
    QString marks; ///< see postmarks.h; null: not made yet. Not made by toRow()

    /// Everything an operator can see but the id, the time and the expiring addresses of media;
    /// marks follow from the rest.
    [[nodiscard]] bool sameContent(const PostRow &other) const;
};

[[nodiscard]] PostRow toRow(const Post &post);
/// `channel`: the username that the post is to carry.
[[nodiscard]] Post toPost(const PostRow &row, const QString &channel);

/// "p.id, p.channel_id, …" of the table alias p, in the order of readPostRow().
[[nodiscard]] const QString &postRowColumns();
[[nodiscard]] PostRow readPostRow(const Rows &rows);

/// The statement that inserts a row unless its id is taken, and its values.
[[nodiscard]] const QString &insertPostSql();
[[nodiscard]] QVariantList insertPostValues(const PostRow &row, qint64 now);
/// The statement that rewrites the row of an id, and its values.
[[nodiscard]] const QString &updatePostSql();
[[nodiscard]] QVariantList updatePostValues(const PostRow &row, qint64 now);

} // namespace vestnik
