// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/store/postrow.h"
#include "core/store/postwalk.h"
#include "core/store/reads.h"

namespace vestnik {
namespace {

constexpr int excerptLength = 200;
constexpr qint64 fullBatch = 200;

Result<QList<PostSummary>> summariesOf(
    Database &database, const QList<PostId> &ids, const QHash<ChannelId, PostWalk::ChannelNames> &names)
{
    QList<PostSummary> summaries;
    if (ids.isEmpty()) {
        return summaries;
    }
    Result<Rows> rows = database.query(
        QStringLiteral("SELECT p.id, p.channel_id, p.message_id, p.posted_at, p.kind, substr(p.text, 1, ?), p.views, "
                       "p.media_count, p.has_link, p.edited, EXISTS (SELECT 1 FROM unread u "
                       "WHERE u.channel_id = p.channel_id AND u.post_id = p.id) "
                       "FROM posts p WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id DESC"),
        excerptLength, idsColumn(ids));
    if (!rows) {
        return failure(rows.error());
    }
    summaries.reserve(ids.size());
    while (rows->next()) {
        const auto name = names.constFind(rows->integer(1));
        if (name == names.constEnd()) {
            continue;
        }
        PostSummary summary;
        summary.id = rows->integer(0);
        summary.channelId = rows->integer(1);
        summary.channel = name->username;
        summary.channelTitle = name->title;
        summary.messageId = rows->integer(2);
        summary.postedAt = rows->integer(3);
        summary.kind = postKindFromName(rows->text(4)).value_or(PostKind::Unsupported);
        summary.excerpt = rows->text(5).simplified();
        summary.views = rows->isNull(6) ? -1 : rows->integer(6);
        summary.mediaCount = static_cast<int>(rows->integer(7));
        summary.hasLink = rows->flag(8);
        summary.edited = rows->flag(9);
        summary.unread = rows->flag(10);
        summaries.append(summary);
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return summaries;
}

/// Visits the posts of the ids; false if the visitor has enough.
Result<bool> visit(Database &database, const QList<PostId> &ids, const QHash<ChannelId, PostWalk::ChannelNames> &names,
    const PostVisitor &visitor, qint64 &visited)
{
    Result<Rows> rows = database.query(QLatin1String("SELECT ") + postRowColumns()
            + QLatin1String(" FROM posts p WHERE p.id IN (SELECT value FROM json_each(?)) ORDER BY p.id DESC"),
        idsColumn(ids));
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        const PostRow row = readPostRow(*rows);
        ++visited;
        if (!visitor(toPost(row, names.value(row.channelId).username))) {
            return false;
        }
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return true;
}

} // namespace

Result<PostPage> readPosts(Database &database, const PostQuery &query, UserId user)
{
    const int limit = std::clamp(query.limit, 1, 1000);
    PostPage page;
    const Result<void> read = database.snapshot([&]() -> Result<void> {
        PostWalk walk(database, query, user);
        if (Result<void> begun = walk.begin(); !begun) {
            return begun;
        }
        Result<QList<PostId>> ids = walk.next(limit + 1);
        if (!ids) {
            return failure(ids.error());
        }
        page.hasMore = ids->size() > limit;
        const Result<QList<PostSummary>> posts = summariesOf(database, ids->mid(0, limit), walk.names());
        if (!posts) {
            return failure(posts.error());
        }
        page.posts = *posts;
        return {};
    });
    if (!read) {
        return failure(read.error());
    }
    return page;
}

Result<QList<PostSummary>> readSummaries(Database &database, const QList<PostId> &ids, UserId user)
{
    PostWalk walk(database, PostQuery(), user);
    if (const Result<void> begun = walk.begin(); !begun) {
        return failure(begun.error());
    }
    return summariesOf(database, ids, walk.names());
}

Result<Post> readPost(Database &database, PostId id)
{
    Result<Rows> rows = database.query(QLatin1String("SELECT ") + postRowColumns()
            + QLatin1String(", c.username FROM posts p JOIN channels c ON c.id = p.channel_id WHERE p.id = ?"),
        id);
    if (!rows) {
        return failure(rows.error());
    }
    if (rows->next()) {
        const PostRow row = readPostRow(*rows);
        static const int nameColumn = static_cast<int>(postRowColumns().count(QLatin1Char(','))) + 1;
        return toPost(row, rows->text(nameColumn));
    }
    const Result<void> status = rows->status();
    return failure(status ? Error{ErrorCode::NotFound, QStringLiteral("post %1").arg(id), {}} : status.error());
}

Result<qint64> countPosts(Database &database, const PostQuery &query, qint64 atMost, UserId user)
{
    PostQuery whole = query;
    whole.before = 0;
    whole.after = 0;
    PostWalk walk(database, whole, user);
    if (const Result<void> begun = walk.begin(); !begun) {
        return failure(begun.error());
    }
    const Result<QList<PostId>> ids = walk.next(std::max<qint64>(1, atMost));
    if (!ids) {
        return failure(ids.error());
    }
    return ids->size();
}

Result<qint64> readPostsFull(
    Database &database, const PostQuery &query, qint64 limit, const PostVisitor &visitor, UserId user)
{
    PostWalk walk(database, query, user);
    if (const Result<void> begun = walk.begin(); !begun) {
        return failure(begun.error());
    }
    qint64 visited = 0;
    while (limit <= 0 || visited < limit) {
        const qint64 wanted = limit <= 0 ? fullBatch : std::min(fullBatch, limit - visited);
        const Result<QList<PostId>> ids = walk.next(wanted);
        if (!ids) {
            return failure(ids.error());
        }
        if (ids->isEmpty()) {
            break;
        }
        const Result<bool> goOn = visit(database, *ids, walk.names(), visitor, visited);
        if (!goOn) {
            return failure(goOn.error());
        }
        if (!*goOn || ids->size() < wanted) {
            break;
        }
    }
    return visited;
}

} // namespace vestnik
