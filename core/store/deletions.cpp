// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/deletions.h"

#include "core/model/postcolumns.h"
#include "core/store/database.h"

namespace vestnik::deletions {
namespace {

/// Rows of the range that the page does not show. Reads the index of messages only: pages come often.
Result<QList<PostId>> missing(Database &database, ChannelId channel, IdRange range, const QSet<PostId> &shown)
{
    Result<QList<PostId>> rows =
        database.numbers(QStringLiteral("SELECT id FROM posts WHERE channel_id = ? AND message_id >= ? "
                                        "AND message_id <= ? ORDER BY message_id"),
            {channel, range.from, range.to});
    if (rows) {
        rows->removeIf([&shown](PostId post) { return shown.contains(post); });
    }
    return rows;
}

} // namespace

Result<QList<PostId>> markGone(
    Database &database, ChannelId channel, IdRange range, const QSet<PostId> &shown, qint64 now)
{
    const Result<QList<PostId>> suspects = missing(database, channel, range, shown);
    if (!suspects || suspects->isEmpty()) {
        return suspects;
    }
    QList<PostId> gone;
    {
        Result<Rows> rows =
            database.query(QLatin1String("SELECT id, album_ids FROM posts WHERE deleted_at = 0 AND id IN ")
                    + database.idsIn() + QLatin1String(" ORDER BY id"),
                idsColumn(*suspects));
        if (!rows) {
            return failure(rows.error());
        }
        while (rows->next()) {
            const QList<MessageId> members = idsFromColumn(rows->text(1));
            if (members.isEmpty() || members.last() <= range.to) {
                gone.append(rows->integer(0));
            }
        }
        if (const Result<void> status = rows->status(); !status) {
            return failure(status.error());
        }
    }
    if (gone.isEmpty()) {
        return gone;
    }
    const Result<qint64> marked = database.execute(
        QLatin1String("UPDATE posts SET deleted_at = ? WHERE id IN ") + database.idsIn(), now, idsColumn(gone));
    if (!marked) {
        return failure(marked.error());
    }
    return gone;
}

Result<QList<PostId>> markSeen(Database &database, const QList<PostId> &posts)
{
    const Result<QList<PostId>> back = database.numbers(
        QStringLiteral("SELECT id FROM posts WHERE deleted_at > 0 AND id IN %1 ORDER BY id").arg(database.idsIn()),
        {idsColumn(posts)});
    if (!back || back->isEmpty()) {
        return back;
    }
    const Result<qint64> cleared = database.execute(
        QLatin1String("UPDATE posts SET deleted_at = 0 WHERE id IN ") + database.idsIn(), idsColumn(*back));
    if (!cleared) {
        return failure(cleared.error());
    }
    return back;
}

} // namespace vestnik::deletions
