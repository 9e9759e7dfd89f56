// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postwalk.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>

#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/model/postkey.h"

namespace vestnik {
namespace {

// A step along the table touches a whole post, a step along an index a few bytes.
constexpr qint64 tableStepCost = 4;

/// First key of the second that begins at or after `ms`: times of posts are whole seconds.
PostId keyFrom(qint64 ms)
{
    return postkey::firstAt(ms + 999);
}

} // namespace

PostWalk::PostWalk(Database &database, const PostQuery &query, UserId user)
    : m_database(database)
    , m_query(query)
    , m_user(user)
    , m_search(textSearch(query.text))
    , m_from(query.after > 0 ? query.after + 1 : 0)
    , m_below(query.before > 0 ? query.before : std::numeric_limits<qint64>::max())
{
    if (query.postedFrom > 0) {
        m_from = std::max(m_from, keyFrom(query.postedFrom));
    }
    if (query.postedTo > 0) {
        m_below = std::min(m_below, keyFrom(query.postedTo));
    }
}

Result<void> PostWalk::begin()
{
    const Result<qint64> channels = m_database.number(QStringLiteral("SELECT count(*) FROM channels"));
    if (!channels) {
        return failure(channels.error());
    }
    Result<Rows> rows = m_database.query(
        QStringLiteral("SELECT c.id, c.username, c.title, u.folder, c.post_count, c.unread_count FROM user_channel u "
                       "JOIN channels c ON c.id = u.channel_id WHERE u.user_id = ? AND u.removed_at = 0"),
        m_user);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        const ChannelId id = rows->integer(0);
        m_names.insert(id, ChannelNames{rows->text(1), rows->text(2)});
        m_allPosts += rows->integer(4);
        const bool listed = m_query.channels.isEmpty() || m_query.channels.contains(id);
        const bool inFolder = m_query.folder.isEmpty() || m_query.folder == rows->text(3);
        const qint64 posts = rows->integer(m_query.onlyUnread ? 5 : 4);
        if (listed && inFolder && posts > 0) {
            m_wanted.append(id);
            m_wantedPosts += posts;
        }
    }
    m_everyChannel = m_query.channels.isEmpty() && m_query.folder.isEmpty() && m_names.size() == *channels;
    m_nothing = m_wanted.isEmpty() || (m_search.isEmpty() && !m_query.text.trimmed().isEmpty());
    return rows->status();
}

Result<QList<PostId>> PostWalk::next(qint64 limit)
{
    if (m_nothing || m_below <= m_from) {
        return QList<PostId>();
    }
    Result<QList<PostId>> ids = !m_search.match.isEmpty() ? fromTexts(limit)
        : byChannels(limit)                               ? fromChannels(limit)
                                                          : fromTable(limit);
    if (!ids) {
        return ids;
    }
    if (ids->size() < limit) {
        m_nothing = true;
    } else {
        m_below = ids->last();
    }
    return ids;
}

bool PostWalk::byChannels(qint64 limit) const
{
    if (m_wanted.size() == 1) {
        return true;
    }
    if (m_everyChannel && !m_query.onlyUnread) {
        return false;
    }
    const qint64 indexSteps = std::min(m_wantedPosts, m_wanted.size() * limit);
    const qint64 tableSteps = limit * std::max<qint64>(1, m_allPosts / std::max<qint64>(1, m_wantedPosts));
    return indexSteps <= tableStepCost * tableSteps;
}

PostWalk::Condition PostWalk::conditions() const
{
    Condition condition;
    if (!m_everyChannel) {
        condition.sql += QLatin1String(" AND p.channel_id IN (SELECT value FROM json_each(?))");
        condition.values << idsColumn(m_wanted);
    }
    if (m_query.onlyUnread) {
        condition.sql += QLatin1String(
            " AND EXISTS (SELECT 1 FROM unread u WHERE u.channel_id = p.channel_id AND u.post_id = p.id)");
    }
    for (const QString &sign : m_search.signs) {
        condition.sql += QLatin1String(" AND instr(p.text, ?) > 0");
        condition.values << sign;
    }
    return condition;
}

Result<void> PostWalk::searchQueue()
{
    if (m_waiting) {
        return {};
    }
    m_waiting.emplace();
    const Condition condition = conditions();
    Result<Rows> rows = m_database.queryList(
        QLatin1String("SELECT p.id, p.text FROM search_queue q CROSS JOIN posts p ON p.id = q.post_id "
                      "WHERE p.id >= ? AND p.id < ?")
            + condition.sql,
        QVariantList{m_from, m_below} + condition.values);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        if (m_search.matches(rows->text(1))) {
            m_waiting->append(rows->integer(0));
        }
    }
    return rows->status();
}

Result<QList<PostId>> PostWalk::fromTexts(qint64 limit)
{
    if (const Result<void> searched = searchQueue(); !searched) {
        return failure(searched.error());
    }
    const Condition condition = conditions();
    // The index alone answers a search over everything.
    QString sql = condition.sql.isEmpty()
        ? QStringLiteral("SELECT f.rowid FROM posts_fts f WHERE ")
        : QStringLiteral("SELECT f.rowid FROM posts_fts f CROSS JOIN posts p ON p.id = f.rowid WHERE ");
    sql += QLatin1String("f.posts_fts MATCH ? AND f.rowid >= ? AND f.rowid < ?") + condition.sql
        + QLatin1String(" ORDER BY f.rowid DESC LIMIT ?");
    QList<PostId> ids;
    const Result<void> read =
        collect(sql, QVariantList{m_search.match, m_from, m_below} + condition.values + QVariantList{limit}, ids);
    if (!read) {
        return failure(read.error());
    }
    // A post may have left the queue for the index since the queue was read.
    std::copy_if(
        m_waiting->begin(), m_waiting->end(), std::back_inserter(ids), [this](PostId id) { return id < m_below; });
    std::sort(ids.begin(), ids.end(), std::greater<PostId>());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (ids.size() > limit) {
        ids.resize(limit);
    }
    return ids;
}

Result<QList<PostId>> PostWalk::fromTable(qint64 limit) const
{
    const Condition condition = conditions();
    QList<PostId> ids;
    const Result<void> read = collect(QLatin1String("SELECT p.id FROM posts p NOT INDEXED WHERE p.id >= ? AND p.id < ?")
            + condition.sql + QLatin1String(" ORDER BY p.id DESC LIMIT ?"),
        QVariantList{m_from, m_below} + condition.values + QVariantList{limit}, ids);
    if (!read) {
        return failure(read.error());
    }
    return ids;
}

Result<QList<PostId>> PostWalk::fromChannels(qint64 limit) const
{
    QString sql = m_query.onlyUnread ? QStringLiteral("SELECT u.post_id AS id FROM unread u")
                                     : QStringLiteral("SELECT p.id FROM posts p INDEXED BY posts_channel");
    if (m_query.onlyUnread && !m_search.signs.isEmpty()) {
        sql += QLatin1String(" CROSS JOIN posts p ON p.id = u.post_id");
    }
    sql += m_query.onlyUnread ? QLatin1String(" WHERE u.channel_id = ? AND u.post_id >= ? AND u.post_id < ?")
                              : QLatin1String(" WHERE p.channel_id = ? AND p.id >= ? AND p.id < ?");
    QVariantList signs;
    for (const QString &sign : m_search.signs) {
        sql += QLatin1String(" AND instr(p.text, ?) > 0");
        signs << sign;
    }
    sql += m_query.onlyUnread ? QLatin1String(" ORDER BY u.post_id DESC LIMIT ?")
                              : QLatin1String(" ORDER BY p.id DESC LIMIT ?");
    QList<PostId> ids;
    for (const ChannelId channel : m_wanted) {
        const QVariantList values = QVariantList{channel, m_from, m_below} + signs + QVariantList{limit};
        if (const Result<void> read = collect(sql, values, ids); !read) {
            return failure(read.error());
        }
    }
    std::sort(ids.begin(), ids.end(), std::greater<PostId>());
    if (ids.size() > limit) {
        ids.resize(limit);
    }
    return ids;
}

Result<void> PostWalk::collect(const QString &sql, const QVariantList &values, QList<PostId> &into) const
{
    Result<Rows> rows = m_database.queryList(sql, values);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        into.append(rows->integer(0));
    }
    return rows->status();
}

} // namespace vestnik
