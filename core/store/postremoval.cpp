// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postremoval.h"

#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/store/textindex.h"

namespace vestnik {

Result<void> removePosts(Database &database, ChannelId channel, const QList<PostId> &posts)
{
    // The index forgets a text by being told it: before the row goes.
    for (const PostId post : posts) {
        if (Result<void> forgotten = textindex::remove(database, post); !forgotten) {
            return forgotten;
        }
    }
    const QString ids = idsColumn(posts);
    const Result<qint64> unread = database.execute(
        QLatin1String("DELETE FROM unread WHERE channel_id = ? AND post_id IN ") + database.idsIn(), channel, ids);
    if (!unread) {
        return failure(unread.error());
    }
    // Versions, members, stars, notes and tags go with the row.
    const Result<qint64> removed = database.execute(
        QLatin1String("DELETE FROM posts WHERE channel_id = ? AND id IN ") + database.idsIn(), channel, ids);
    if (!removed) {
        return failure(removed.error());
    }
    const Result<qint64> counted = database.execute(
        QStringLiteral("UPDATE channels SET post_count = post_count - ?, unread_count = unread_count - ?, "
                       "last_post_at = COALESCE((SELECT p.posted_at FROM posts p WHERE p.channel_id = channels.id "
                       "ORDER BY p.id DESC LIMIT 1), 0) WHERE id = ?"),
        *removed, *unread, channel);
    return counted ? Result<void>() : Result<void>(failure(counted.error()));
}

} // namespace vestnik
