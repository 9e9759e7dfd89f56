// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/textindex.h"

#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/store/ftsindex.h"
#include "core/store/pgtextindex.h"
#include "core/store/postmarks.h"
#include "core/store/postrow.h"
#include "core/store/schematext.h"

namespace vestnik::textindex {
namespace {

// More than any page brings, so that the queue shrinks; a portion takes about ten milliseconds.
constexpr int portion = 256;
// Nobody needs to know how much more it is.
constexpr qint64 mostCounted = 10'000;

Result<qint64> waitingAtMost(Database &database, qint64 atMost)
{
    return database.number(
        QStringLiteral("SELECT count(*) FROM (SELECT post_id FROM search_queue LIMIT ?) AS counted"), {atMost});
}

/// Posts that were stored before there were marks.
Result<void> makeMarks(Database &database, const QString &ids)
{
    QList<PostRow> unmarked;
    Result<Rows> rows = database.query(QLatin1String("SELECT ") + postRowColumns()
            + QLatin1String(" FROM posts p WHERE p.marks IS NULL AND p.id IN ") + database.idsIn(),
        ids);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        unmarked.append(readPostRow(*rows));
    }
    if (Result<void> status = rows->status(); !status) {
        return status;
    }
    for (const PostRow &row : std::as_const(unmarked)) {
        const Result<qint64> marked = database.execute(
            QStringLiteral("UPDATE posts SET marks = ? WHERE id = ?"), postmarks::marksOfRow(row), row.id);
        if (!marked) {
            return failure(marked.error());
        }
    }
    return {};
}

} // namespace

const TextIndex &of(const Database &database)
{
    static const FtsIndex sqlite;
    static const PgTextIndex postgres;
    return database.kind() == DatabaseKind::Sqlite ? static_cast<const TextIndex &>(sqlite) : postgres;
}

Result<void> createTables(Database &database)
{
    if (Result<void> made = of(database).createTables(database); !made) {
        return made;
    }
    for (const QString &statement : {QStringLiteral("DROP TABLE IF EXISTS search_queue"),
             QStringLiteral("CREATE TABLE search_queue (post_id INTEGER PRIMARY KEY)"),
             QStringLiteral("INSERT INTO search_queue (post_id) SELECT id FROM posts")}) {
        if (const Result<qint64> executed = database.execute(schemaText(database.kind(), statement)); !executed) {
            return failure(executed.error());
        }
    }
    return {};
}

Result<void> enqueue(Database &database, const QList<PostId> &posts)
{
    return withoutValue(
        database.execute(QLatin1String("INSERT INTO search_queue (post_id) SELECT id FROM posts WHERE id IN ")
                + database.idsIn() + QLatin1String(" ON CONFLICT (post_id) DO NOTHING"),
            idsColumn(posts)));
}

Result<void> remove(Database &database, PostId post)
{
    const Result<qint64> waited = database.execute(QStringLiteral("DELETE FROM search_queue WHERE post_id = ?"), post);
    return !waited || *waited > 0 ? withoutValue(waited) : of(database).leave(database, post);
}

Result<qint64> indexNewest(Database &database, int atMost)
{
    Result<Rows> rows = database.query(
        QStringLiteral("SELECT post_id FROM search_queue ORDER BY post_id DESC LIMIT ?"), qint64(atMost));
    if (!rows) {
        return failure(rows.error());
    }
    QList<PostId> posts;
    while (rows->next()) {
        posts.append(rows->integer(0));
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    if (posts.isEmpty()) {
        return 0;
    }
    if (const Result<void> marked = makeMarks(database, idsColumn(posts)); !marked) {
        return failure(marked.error());
    }
    if (const Result<void> entered = of(database).enter(database, posts); !entered) {
        return failure(entered.error());
    }
    const Result<qint64> taken =
        database.execute(QStringLiteral("DELETE FROM search_queue WHERE post_id >= ?"), posts.last());
    return taken ? waitingAtMost(database, mostCounted) : taken;
}

Result<void> keepShort(Database &database)
{
    const Result<qint64> length = waitingAtMost(database, searchedQueue + 1);
    if (!length || *length <= searchedQueue) {
        return withoutValue(length);
    }
    return withoutValue(indexNewest(database, portion));
}

Result<qint64> waiting(Database &database)
{
    return database.number(QStringLiteral("SELECT count(*) FROM search_queue"));
}

} // namespace vestnik::textindex
