// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/textindex.h"

#include "core/model/postcolumns.h"
#include "core/store/database.h"

namespace vestnik::textindex {
namespace {

// A search looks through this many texts in a few hundredths of a second.
constexpr qint64 longestQueue = 12'000;
// More than any page brings, so that the queue shrinks; a portion takes about ten milliseconds.
constexpr int portion = 256;

Result<void> done(const Result<qint64> &executed)
{
    return executed ? Result<void>() : Result<void>(failure(executed.error()));
}

} // namespace

Result<void> enqueue(Database &database, const QList<PostId> &posts)
{
    if (database.kind() != DatabaseKind::Sqlite) {
        return {};
    }
    return done(database.execute(
        QStringLiteral("INSERT INTO search_queue (post_id) SELECT value FROM json_each(?)"), idsColumn(posts)));
}

Result<void> remove(Database &database, PostId post)
{
    if (database.kind() != DatabaseKind::Sqlite) {
        return {};
    }
    const Result<qint64> waited = database.execute(QStringLiteral("DELETE FROM search_queue WHERE post_id = ?"), post);
    if (!waited || *waited > 0) {
        return done(waited);
    }
    return done(
        database.execute(QStringLiteral("INSERT INTO posts_fts (posts_fts, rowid, text) "
                                        "SELECT 'delete', id, text FROM posts_search WHERE id = ? AND text <> ''"),
            post));
}

Result<qint64> indexOldest(Database &database, int atMost)
{
    if (database.kind() != DatabaseKind::Sqlite) {
        return 0;
    }
    const Result<qint64> last = database.number(
        QStringLiteral("SELECT max(seq) FROM (SELECT seq FROM search_queue ORDER BY seq LIMIT ?)"), {qint64(atMost)});
    if (!last || *last == 0) {
        return last;
    }
    // The index takes rows best in the order of their ids: IN delivers them so.
    const Result<qint64> indexed =
        database.execute(QStringLiteral("INSERT INTO posts_fts (rowid, text) SELECT id, text FROM posts_search "
                                        "WHERE id IN (SELECT post_id FROM search_queue WHERE seq <= ?) AND text <> ''"),
            *last);
    if (!indexed) {
        return indexed;
    }
    const Result<qint64> taken = database.execute(QStringLiteral("DELETE FROM search_queue WHERE seq <= ?"), *last);
    return taken ? waiting(database) : taken;
}

Result<void> keepShort(Database &database)
{
    if (database.kind() != DatabaseKind::Sqlite) {
        return {};
    }
    const Result<qint64> length = waiting(database);
    if (!length || *length <= longestQueue) {
        return done(length);
    }
    return done(indexOldest(database, portion));
}

Result<qint64> waiting(Database &database)
{
    // Numbers are given in a row and taken from the front; what an edit removes in between does not matter here.
    return database.number(
        QStringLiteral("SELECT (SELECT max(seq) FROM search_queue) - (SELECT min(seq) FROM search_queue) + 1"));
}

} // namespace vestnik::textindex
