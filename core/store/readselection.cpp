// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/readselection.h"

#include <algorithm>
#include <functional>

#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/store/postrow.h"

namespace vestnik {
namespace {

constexpr qsizetype batch = 200;

} // namespace

Result<qint64> readSelection(Database &database, const QList<PostId> &ids, const PostVisitor &visitor, UserId user)
{
    QList<PostId> wanted = ids;
    std::sort(wanted.begin(), wanted.end(), std::greater<PostId>());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    static const int nameColumn = static_cast<int>(postRowColumns().count(QLatin1Char(','))) + 1;
    const QString sql = QLatin1String("SELECT ") + postRowColumns()
        + QLatin1String(", c.username FROM posts p JOIN channels c ON c.id = p.channel_id "
                        "JOIN user_channel u ON u.channel_id = c.id AND u.user_id = ? AND u.removed_at = 0 "
                        "WHERE p.id IN ")
        + database.idsIn() + QLatin1String(" ORDER BY p.id DESC");
    qint64 visited = 0;
    for (qsizetype at = 0; at < wanted.size(); at += batch) {
        Result<Rows> rows = database.query(sql, user, idsColumn(wanted.mid(at, batch)));
        if (!rows) {
            return failure(rows.error());
        }
        while (rows->next()) {
            ++visited;
            if (!visitor(toPost(readPostRow(*rows), rows->text(nameColumn)))) {
                return visited;
            }
        }
        if (const Result<void> status = rows->status(); !status) {
            return failure(status.error());
        }
    }
    return visited;
}

} // namespace vestnik
