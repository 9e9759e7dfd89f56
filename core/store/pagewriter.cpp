// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/pagewriter.h"

#include <algorithm>
#include <limits>

#include "core/model/postcolumns.h"
#include "core/model/postkey.h"
#include "core/store/albummerge.h"
#include "core/store/database.h"
#include "core/store/deletions.h"
#include "core/store/postmarks.h"
#include "core/store/postmarksrepository.h"
#include "core/store/retentionrepository.h"
#include "core/store/textindex.h"

namespace vestnik {
Result<StoredPage> PageWriter::store()
{
    m_stored.channel = m_page.channel;
    if (const Result<void> valid = check(); !valid) {
        return failure(valid.error());
    }
    for (Result<void> (PageWriter::*load)() : {&PageWriter::loadCoverage, &PageWriter::loadKnown}) {
        if (const Result<void> loaded = (this->*load)(); !loaded) {
            return failure(loaded.error());
        }
    }
    for (const Post &post : m_page.posts) {
        if (const Result<void> taken = take(post); !taken) {
            return failure(taken.error());
        }
    }
    for (Result<void> (PageWriter::*step)() :
        {&PageWriter::finishRows, &PageWriter::noteAbsent, &PageWriter::cover, &PageWriter::count}) {
        if (const Result<void> finished = (this->*step)(); !finished) {
            return failure(finished.error());
        }
    }
    for (const PostRow &row : std::as_const(m_known)) {
        m_stored.newest = std::max(m_stored.newest, row.id);
    }
    return m_stored;
}

Result<void> PageWriter::check() const
{
    const IdRange range = m_page.covered;
    if (m_page.noteCoverage && (range.from < 1 || range.to < range.from)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("range %1 to %2").arg(range.from).arg(range.to));
    }
    for (const Post &post : m_page.posts) {
        const QList<MessageId> ids = messageIdsOf(post);
        if (ids.first() < 1) {
            return failure(ErrorCode::InvalidArgument, QStringLiteral("message %1").arg(ids.first()));
        }
    }
    const Result<qint64> exists =
        m_database.number(QStringLiteral("SELECT 1 FROM channels WHERE id = ?"), {m_page.channel});
    if (!exists) {
        return failure(exists.error());
    }
    if (*exists == 0) {
        return failure(ErrorCode::NotFound, QStringLiteral("channel %1").arg(m_page.channel));
    }
    return {};
}

Result<void> PageWriter::loadCoverage()
{
    Result<Rows> rows = m_database.query(
        QStringLiteral("SELECT from_id, to_id FROM coverage WHERE channel_id = ? ORDER BY from_id"), m_page.channel);
    if (!rows) {
        return failure(rows.error());
    }
    QList<IdRange> ranges;
    while (rows->next()) {
        ranges.append(IdRange{rows->integer(0), rows->integer(1)});
    }
    m_coverage = Coverage(ranges);
    return rows->status();
}

Result<void> PageWriter::loadKnown()
{
    if (m_page.posts.isEmpty()) {
        return {};
    }
    QList<qint64> messages;
    for (const Post &post : m_page.posts) {
        messages += messageIdsOf(post);
    }
    const QString ids = idsColumn(messages);
    Result<Rows> rows = m_database.query(QLatin1String("SELECT ") + postRowColumns()
            + QLatin1String(" FROM posts p WHERE p.channel_id = ? AND p.message_id IN ") + m_database.idsIn(),
        m_page.channel, ids);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        remember(readPostRow(*rows));
    }
    if (Result<void> status = rows->status(); !status) {
        return status;
    }
    return loadKnownAlbums(ids);
}

Result<void> PageWriter::loadKnownAlbums(const QString &ids)
{
    Result<Rows> rows = m_database.query(QLatin1String("SELECT ") + postRowColumns()
            + QLatin1String(" FROM posts p WHERE p.id IN (SELECT a.post_id FROM album_members a WHERE a.channel_id = ? "
                            "AND a.message_id IN ")
            + m_database.idsIn() + QLatin1Char(')'),
        m_page.channel, ids);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        PostRow row = readPostRow(*rows);
        if (!m_indexOf.contains(row.messageId)) {
            remember(row);
        }
    }
    return rows->status();
}

void PageWriter::remember(const PostRow &row)
{
    const qsizetype index = m_known.size();
    m_known.append(row);
    m_indexOf.insert(row.messageId, index);
    for (const MessageId member : idsFromColumn(row.albumIds)) {
        m_indexOf.insert(member, index);
    }
}

Result<void> PageWriter::take(const Post &post)
{
    qsizetype found = -1;
    for (const MessageId id : messageIdsOf(post)) {
        const qsizetype index = m_indexOf.value(id, -1);
        if (index < 0 || index == found) {
            continue;
        }
        if (found < 0) {
            found = index;
        } else if (Result<void> united = unify(found, index); !united) {
            return united;
        }
    }
    if (found >= 0) {
        return refresh(found, post);
    }
    const Result<bool> removed = wasRemoved(post);
    if (!removed) {
        return failure(removed.error());
    }
    return *removed ? Result<void>() : insert(post);
}

/// The newest pages are read again each time, and may show posts that the rules of retention have removed: what was
/// read before, is not stored and is too old to be kept does not come back.
Result<bool> PageWriter::wasRemoved(const Post &post)
{
    if (!m_coverage.contains(post.messageId)) {
        return false;
    }
    if (!m_keptFrom) {
        const Result<PostId> kept = RetentionRepository(m_database).keptFrom(m_page.channel, m_now);
        if (!kept) {
            return failure(kept.error());
        }
        m_keptFrom = *kept;
    }
    return postkey::firstAt(post.postedAt) < *m_keptFrom;
}

Result<void> PageWriter::insert(const Post &post)
{
    Post normal = post;
    const QList<MessageId> ids = messageIdsOf(post);
    normal.messageId = ids.first();
    normal.albumIds = ids.size() > 1 ? ids : QList<MessageId>();
    normal.channelId = m_page.channel;
    PostRow row = toRow(normal);
    row.id = postkey::wanted(m_page.channel, row.messageId, row.postedAt);
    row.marks = postmarks::marksOf(normal, m_page.channel, row.hasLink);
    QVariantList values = insertPostValues(row, m_now);
    for (qint64 tries = 0;; ++tries) {
        const Result<qint64> inserted = m_database.executeList(insertPostSql(), values);
        if (!inserted) {
            return failure(inserted.error());
        }
        if (*inserted == 1) {
            break;
        }
        if (tries == postkey::slots) {
            return failure(ErrorCode::DatabaseFailed, m_database.path(), QStringLiteral("no free row id"));
        }
        row.id = postkey::following(row.id);
        values[0] = row.id;
    }
    ++m_stored.added;
    m_stored.addedPosts.append(row.id);
    m_lastPostAt = std::max(m_lastPostAt, row.postedAt);
    m_toIndex.append(row.id);
    remember(row);
    return noteMembers(row);
}

Result<void> PageWriter::refresh(qsizetype index, const Post &post)
{
    const PostRow known = m_known.at(index);
    PostRow fresh;
    if (known.albumIds.isEmpty() && post.albumIds.size() < 2 && post.messageId == known.messageId) {
        fresh = toRow(post);
        fresh.albumIds.clear();
    } else {
        fresh = toRow(mergeAlbum(toPost(known, post.channel), post));
    }
    fresh.id = known.id;
    fresh.channelId = known.channelId;
    fresh.postedAt = known.postedAt;
    // A page that does not show the views does not say that there are none.
    if (fresh.views < 0) {
        fresh.views = known.views;
        fresh.viewsShown = known.viewsShown;
        fresh.viewsRounded = known.viewsRounded;
    }
    if (!fresh.sameContent(known)) {
        return rewrite(index, fresh);
    }
    if (fresh.mediaUrls == known.mediaUrls || fresh.mediaUrls.isEmpty()) {
        return {};
    }
    m_known[index].mediaUrls = fresh.mediaUrls;
    return withoutValue(
        m_database.execute(QStringLiteral("UPDATE posts SET media_urls = ? WHERE id = ?"), fresh.mediaUrls, fresh.id));
}

Result<void> PageWriter::rewrite(qsizetype index, const PostRow &fresh)
{
    const PostRow known = m_known.at(index);
    PostRow row = fresh;
    row.marks = postmarks::sameMarks(row, known) ? known.marks : postmarks::marksOfRow(row);
    // Formatting counts: an edit that only turns a link elsewhere changes what was said.
    if (row.text != known.text || row.entities != known.entities) {
        const Result<qint64> kept = m_database.execute(
            QStringLiteral("INSERT INTO post_versions (post_id, replaced_at, text, entities) VALUES (?, ?, ?, ?)"),
            known.id, m_now, known.text.isNull() ? QStringLiteral("") : known.text,
            known.entities.isEmpty() ? QVariant() : QVariant(known.entities));
        if (!kept) {
            return failure(kept.error());
        }
    }
    if (row.text != known.text || row.marks != known.marks) {
        if (Result<void> forgotten = forgetWords(row.id); !forgotten) {
            return forgotten;
        }
        m_toIndex.append(row.id);
    }
    const Result<qint64> updated = m_database.executeList(updatePostSql(), updatePostValues(row, m_now));
    if (!updated) {
        return failure(updated.error());
    }
    m_known[index] = row;
    if (!m_stored.addedPosts.contains(row.id) && !m_stored.updatedPosts.contains(row.id)) {
        ++m_stored.updated;
        m_stored.updatedPosts.append(row.id);
    }
    if (row.albumIds == known.albumIds) {
        return {};
    }
    for (const MessageId member : idsFromColumn(row.albumIds)) {
        m_indexOf.insert(member, index);
    }
    return noteMembers(row);
}

Result<void> PageWriter::unify(qsizetype kept, qsizetype gone)
{
    const PostRow other = m_known.at(gone);
    const Post merged = mergeAlbum(toPost(m_known.at(kept), {}), toPost(other, {}));
    if (Result<void> forgotten = forgetWords(other.id); !forgotten) {
        return forgotten;
    }
    if (Result<void> given = PostMarksRepository(m_database).move(other.id, m_known.at(kept).id); !given) {
        return given;
    }
    const Result<qint64> moved = m_database.execute(
        QStringLiteral("UPDATE post_versions SET post_id = ? WHERE post_id = ?"), m_known.at(kept).id, other.id);
    const Result<qint64> left =
        moved ? m_database.execute(QStringLiteral("DELETE FROM album_members WHERE post_id = ?"), other.id) : moved;
    const Result<qint64> deleted =
        left ? m_database.execute(QStringLiteral("DELETE FROM posts WHERE id = ?"), other.id) : left;
    const Result<qint64> unread = deleted
        ? m_database.execute(
            QStringLiteral("DELETE FROM unread WHERE channel_id = ? AND post_id = ?"), m_page.channel, other.id)
        : deleted;
    if (!unread) {
        return failure(unread.error());
    }
    if (m_stored.addedPosts.removeOne(other.id)) {
        --m_stored.added;
    } else {
        ++m_removed;
        m_stored.updated -= m_stored.updatedPosts.removeOne(other.id) ? 1 : 0;
    }
    for (qsizetype &index : m_indexOf) {
        index = index == gone ? kept : index;
    }
    m_known[gone].id = 0;
    return rewrite(kept, toRow(merged));
}

Result<void> PageWriter::noteMembers(const PostRow &row)
{
    if (row.albumIds.isEmpty()) {
        return {};
    }
    return withoutValue(m_database.execute(QLatin1String("INSERT INTO album_members (channel_id, message_id, post_id) "
                                                         "SELECT ?, ids.value, ? FROM ")
            + m_database.idsIn()
            + QLatin1String(" AS ids WHERE true "
                            "ON CONFLICT (channel_id, message_id) DO UPDATE SET post_id = excluded.post_id"),
        m_page.channel, row.id, row.albumIds));
}

Result<void> PageWriter::forgetWords(PostId id)
{
    // A row that was added by this very page waits for the index in memory only.
    return m_toIndex.removeOne(id) ? Result<void>() : textindex::remove(m_database, id);
}

Result<void> PageWriter::finishRows()
{
    if (!m_toIndex.isEmpty()) {
        if (Result<void> queued = textindex::enqueue(m_database, m_toIndex); !queued) {
            return queued;
        }
    }
    if (m_stored.addedPosts.isEmpty() || !m_page.unread) {
        return {};
    }
    return withoutValue(
        m_database.execute(QLatin1String("INSERT INTO unread (channel_id, post_id) SELECT ?, ids.value FROM ")
                + m_database.idsIn() + QLatin1String(" AS ids"),
            m_page.channel, idsColumn(m_stored.addedPosts)));
}

/// What the page should show and does not is gone; what it shows is there.
Result<void> PageWriter::noteAbsent()
{
    // A page without posts proves nothing: that is also how a limited client is answered. Nor does a file.
    if (m_page.posts.isEmpty() || m_page.covered.from < 1 || !m_page.noteCoverage) {
        return {};
    }
    QSet<PostId> shown;
    QList<PostId> knownBefore;
    for (const PostRow &row : std::as_const(m_known)) {
        if (row.id == 0) {
            continue;
        }
        shown.insert(row.id);
        if (!m_stored.addedPosts.contains(row.id)) {
            knownBefore.append(row.id);
        }
    }
    MessageId lowest = m_page.covered.to;
    for (const Post &post : m_page.posts) {
        lowest = std::min(lowest, messageIdsOf(post).first());
    }
    IdRange range{std::max(lowest, m_page.covered.from), m_page.covered.to};
    if (m_page.isNewest) {
        range.to = std::numeric_limits<MessageId>::max();
    }
    const Result<QList<PostId>> gone = deletions::markGone(m_database, m_page.channel, range, shown, m_now);
    if (!gone) {
        return failure(gone.error());
    }
    m_stored.deletedPosts = *gone;
    m_stored.deleted = static_cast<int>(gone->size());
    if (knownBefore.isEmpty()) {
        return {};
    }
    const Result<QList<PostId>> back = deletions::markSeen(m_database, knownBefore);
    if (!back) {
        return failure(back.error());
    }
    for (const PostId id : *back) {
        if (!m_stored.updatedPosts.contains(id)) {
            ++m_stored.updated;
            m_stored.updatedPosts.append(id);
        }
    }
    return {};
}

Result<void> PageWriter::cover()
{
    if (!m_page.noteCoverage) {
        return {};
    }
    const QList<IdRange> &before = m_coverage.ranges();
    Coverage coverage = m_coverage;
    coverage.add(m_page.covered);
    const QList<IdRange> &after = coverage.ranges();
    for (const IdRange &range : before) {
        if (after.contains(range)) {
            continue;
        }
        const Result<qint64> deleted = m_database.execute(
            QStringLiteral("DELETE FROM coverage WHERE channel_id = ? AND from_id = ?"), m_page.channel, range.from);
        if (!deleted) {
            return failure(deleted.error());
        }
    }
    for (const IdRange &range : after) {
        if (before.contains(range)) {
            continue;
        }
        const Result<qint64> inserted =
            m_database.execute(QStringLiteral("INSERT INTO coverage (channel_id, from_id, to_id) VALUES (?, ?, ?)"),
                m_page.channel, range.from, range.to);
        if (!inserted) {
            return failure(inserted.error());
        }
    }
    return {};
}

Result<void> PageWriter::count()
{
    if (m_stored.added == 0 && m_removed == 0) {
        return {};
    }
    const Result<qint64> counted = m_database.execute(
        QStringLiteral("UPDATE channels SET post_count = post_count + ?, unread_count = unread_count + ?, "
                       "last_post_at = CASE WHEN last_post_at > ? THEN last_post_at ELSE ? END WHERE id = ?"),
        m_stored.added - m_removed, m_page.unread ? m_stored.added : 0, m_lastPostAt, m_lastPostAt, m_page.channel);
    if (!counted || m_removed == 0) {
        return withoutValue(counted);
    }
    // Of rows that were united, some may have been read already.
    return withoutValue(m_database.execute(
        QStringLiteral(
            "UPDATE channels SET unread_count = (SELECT count(*) FROM unread WHERE channel_id = ?) WHERE id = ?"),
        m_page.channel, m_page.channel));
}

} // namespace vestnik
