// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/coverage.h"
#include "core/model/post.h"

#include <QList>
#include <QMetaType>

namespace vestnik {

class Database;

/// One page of a channel as it is to be stored.
struct PageToStore {
    ChannelId channel = 0;
    QList<Post> posts; ///< in any order; may be empty. channelId and id are ignored
    IdRange covered; ///< message ids that were read with certainty, 1 <= from <= to
    bool isNewest = false; ///< complete to the channel's end: stored posts above it are gone
    bool noteCoverage = true; ///< false: the posts come from a file; nothing is known of ids that are not among them
    bool unread = true; ///< new posts are unread
};

/// What storing a page changed.
struct StoredPage {
    ChannelId channel = 0;
    int added = 0;
    int updated = 0; ///< text, formatting, views, reactions … changed; refreshed media addresses do not count
    QList<PostId> addedPosts; ///< rows, in the order of the page
    QList<PostId> updatedPosts;
    int deleted = 0; ///< posts that were found gone from the channel; they stay stored
    QList<PostId> deletedPosts;
    PostId newest = 0; ///< newest row of the page, added or known; 0 for a page without posts
};

/// Which posts to mark as read.
struct ReadMark {
    QList<PostId> posts; ///< these rows
    QList<ChannelId> channels; ///< and all of these channels
    bool everything = false; ///< or all there are
};

/// Writes posts. Lives on the thread of its connection (the engine's); holds no state of its own.
class PostRepository final {
public:
    explicit PostRepository(Database &database)
        : m_database(database)
    {
    }

    /// Stores a page and notes its ids as read, in one transaction: on any error nothing of it is stored. A post that
    /// is known is updated where it differs; a text that is replaced, or whose formatting is, is kept as a version.
    /// Stored posts of the range that the page does not show, from its lowest post on, are marked as deleted and kept;
    /// seen again, they lose the mark. Members of an album that are seen on different pages become one post. Posts that
    /// were read before and removed by the rules of retention are passed over. Storing the same page again adds 0 and
    /// updates 0. `now`: ms UTC. Errors: InvalidArgument (range or message id), NotFound (channel), those of Database.
    [[nodiscard]] Result<StoredPage> storePage(
        ChannelId channel, const QList<Post> &posts, IdRange covered, qint64 now);
    /// Same for several pages, of one or of several channels, in one transaction; answers in their order.
    [[nodiscard]] Result<QList<StoredPage>> storePages(const QList<PageToStore> &pages, qint64 now);

    /// Enters the texts that wait for it into the index, newest first, at most so many; returns how many still wait (no
    /// more than 10,000 are counted). Searches find
    /// waiting posts too, only slower, so nothing depends on when this happens. StoreKeeper calls it in quiet moments.
    [[nodiscard]] Result<qint64> indexWaiting(int atMost);

    /// Marks posts as read; returns how many were unread before.
    [[nodiscard]] Result<qint64> markRead(const ReadMark &mark);
    /// Marks posts as unread; returns how many were read before.
    [[nodiscard]] Result<qint64> markUnread(const QList<PostId> &posts);

private:
    Database &m_database;
};

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::StoredPage)
