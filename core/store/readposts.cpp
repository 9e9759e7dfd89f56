// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QHash>

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
    Database &database, const QList<PostId> &ids, const QHash<ChannelId, ListedChannel> &channels)
{
    QList<PostSummary> summaries;
    if (ids.isEmpty()) {
        return summaries;
    }
    Result<Rows> rows = database.query(
        QLatin1String("SELECT p.id, p.channel_id, p.message_id, p.posted_at, p.kind, substr(p.text, 1, CAST(? AS "
                      "INTEGER)), p.views, "
                      "p.media_count, p.has_link, p.edited, p.deleted_at, "
                      "(SELECT count(*) FROM unread u WHERE u.channel_id = p.channel_id AND u.post_id = p.id), "
                      "(SELECT count(*) FROM starred s WHERE s.post_id = p.id), "
                      "(SELECT count(*) FROM post_tags t WHERE t.post_id = p.id), "
                      "(SELECT count(*) FROM notes n WHERE n.post_id = p.id) "
                      "FROM posts p WHERE p.id IN ")
            + database.idsIn(),
        excerptLength, idsColumn(ids));
    if (!rows) {
        return failure(rows.error());
    }
    QHash<PostId, PostSummary> found;
    while (rows->next()) {
        const auto channel = channels.constFind(rows->integer(1));
        if (channel == channels.constEnd()) {
            continue;
        }
        PostSummary summary;
        summary.id = rows->integer(0);
        summary.channelId = rows->integer(1);
        summary.channel = channel->username;
        summary.channelTitle = channel->title;
        summary.messageId = rows->integer(2);
        summary.postedAt = rows->integer(3);
        summary.kind = postKindFromName(rows->text(4)).value_or(PostKind::Unsupported);
        summary.excerpt = rows->text(5).simplified();
        summary.views = rows->isNull(6) ? -1 : rows->integer(6);
        summary.mediaCount = static_cast<int>(rows->integer(7));
        summary.hasLink = rows->flag(8);
        summary.edited = rows->flag(9);
        summary.deleted = rows->flag(10);
        summary.unread = rows->flag(11);
        summary.starred = rows->flag(12);
        summary.tagCount = static_cast<int>(rows->integer(13));
        summary.hasNote = rows->flag(14);
        found.insert(summary.id, summary);
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    summaries.reserve(ids.size());
    for (const PostId id : ids) {
        if (const auto summary = found.constFind(id); summary != found.constEnd()) {
            summaries.append(*summary);
        }
    }
    return summaries;
}

/// Visits the posts of the ids; false if the visitor has enough.
Result<bool> visit(Database &database, const QList<PostId> &ids, const QHash<ChannelId, ListedChannel> &channels,
    const PostVisitor &visitor, qint64 &visited)
{
    Result<Rows> rows = database.query(QLatin1String("SELECT ") + postRowColumns()
            + QLatin1String(" FROM posts p WHERE p.id IN ") + database.idsIn() + QLatin1String(" ORDER BY p.id DESC"),
        idsColumn(ids));
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        const PostRow row = readPostRow(*rows);
        ++visited;
        if (!visitor(toPost(row, channels.value(row.channelId).username))) {
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
        if (Result<void> begun = walk.begin(limit); !begun) {
            return begun;
        }
        const bool ranked = query.order == PostOrder::Relevance && walk.ranks();
        bool complete = true;
        const Result<QList<PostId>> ids = ranked ? walk.best(limit, complete) : walk.next(limit + 1);
        if (!ids) {
            return failure(ids.error());
        }
        page.hasMore = !ranked && ids->size() > limit;
        const Result<QList<PostSummary>> posts = summariesOf(database, ids->mid(0, limit), walk.channels());
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
    const Result<QHash<ChannelId, ListedChannel>> channels = readListedChannels(database, user);
    if (!channels) {
        return failure(channels.error());
    }
    return summariesOf(database, ids, *channels);
}

Result<qint64> readPostsFull(
    Database &database, const PostQuery &query, qint64 limit, const PostVisitor &visitor, UserId user)
{
    PostWalk walk(database, query, user);
    if (const Result<void> begun = walk.begin(fullBatch); !begun) {
        return failure(begun.error());
    }
    qint64 visited = 0;
    while (limit <= 0 || visited < limit) {
        const qint64 wanted = limit <= 0 ? fullBatch : std::min(fullBatch, limit - visited);
        bool goOn = true;
        // Index, queue and rows of one moment; between portions others may write.
        const Result<void> read = database.snapshot([&]() -> Result<void> {
            const Result<QList<PostId>> ids = walk.next(wanted);
            if (!ids) {
                return failure(ids.error());
            }
            const Result<bool> seen = visit(database, *ids, walk.channels(), visitor, visited);
            goOn = seen.value_or(false) && ids->size() == wanted;
            return seen ? Result<void>() : Result<void>(failure(seen.error()));
        });
        if (!read) {
            return failure(read.error());
        }
        if (!goOn) {
            break;
        }
    }
    return visited;
}

} // namespace vestnik
