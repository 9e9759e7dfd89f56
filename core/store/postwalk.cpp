// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postwalk.h"

#include <QSet>

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>

#include "core/store/database.h"

namespace vestnik {
namespace {

// A step along the table touches a whole post, a step along an index a few bytes.
constexpr qint64 tableStepCost = 4;
// Checking so many rows takes about as long as a long way through the index.
constexpr qint64 shortList = 2000;
constexpr qint64 largestBatch = 4096;
constexpr qsizetype worthAsking = 200;
constexpr qint64 queuePortion = 256;
constexpr qint64 manyIds = 10'000;

bool isSet(const SearchNode &node, SearchField field, QLatin1String value)
{
    return node.kind == SearchNode::Kind::Filter && node.field == field
        && canonicalSearchValue(field, node.text) == value;
}

} // namespace

PostWalk::PostWalk(Database &database, const PostQuery &query, UserId user)
    : m_database(database)
    , m_query(query)
    , m_user(user)
{
}

Result<void> PostWalk::begin(qint64 expected)
{
    const Result<qint64> all = m_database.number(QStringLiteral("SELECT count(*) FROM channels"));
    if (!all) {
        return failure(all.error());
    }
    const Result<QHash<ChannelId, ListedChannel>> channels = readListedChannels(m_database, m_user);
    if (!channels) {
        return failure(channels.error());
    }
    m_channels = *channels;
    m_plan = searchPlan(m_query, m_channels, m_channels.size() == *all);
    m_below = m_plan.below;
    m_ended = m_plan.nothing;
    if (Result<void> chosen = choose(expected); !chosen) {
        return chosen;
    }
    const bool indexed = m_way == Way::Index;
    // The walks along table and channels look at the row anyway.
    const bool inSql = m_way == Way::Table || (m_way == Way::Channels && !m_unreadLists);
    m_condition = conditionsOf(m_plan, m_database, m_way == Way::Table);
    m_sureIsEnough = m_plan.filters.isEmpty() && (m_plan.channelsInIndex || m_plan.everyChannel);
    const bool knowsChannels = m_way == Way::Channels || (indexed && m_plan.channelsInIndex);
    m_rest = std::make_unique<PostChecker>(m_database, m_channels, indexed ? m_plan.recheck : m_plan.terms,
        inSql ? SqlCondition() : conditionsOf(m_plan, m_database, !knowsChannels));
    m_whole =
        std::make_unique<PostChecker>(m_database, m_channels, m_plan.terms, conditionsOf(m_plan, m_database, true));
    return indexed ? measureQueue() : Result<void>();
}

Result<void> PostWalk::choose(qint64 expected)
{
    if (m_plan.nothing) {
        return {};
    }
    bool listed = false;
    for (const SearchNode &filter : std::as_const(m_plan.filters)) {
        const std::optional<List> list = listOf(filter);
        if (!list) {
            continue;
        }
        const Result<qint64> size = length(*list);
        if (!size) {
            return failure(size.error());
        }
        if (*size <= shortList || (!m_plan.index && !listed)) {
            m_list = *list;
            m_way = Way::List;
            listed = true;
            if (*size <= shortList) {
                return {};
            }
        }
    }
    if (listed) {
        return {};
    }
    const bool unread = std::any_of(m_plan.filters.begin(), m_plan.filters.end(),
        [](const SearchNode &filter) { return isSet(filter, SearchField::Is, QLatin1String("unread")); });
    qint64 unreadPosts = 0;
    for (const ChannelId channel : std::as_const(m_plan.channels)) {
        unreadPosts += m_channels.constFind(channel)->unread;
    }
    m_unreadLists = unread && (!m_plan.index || unreadPosts <= shortList);
    m_way = m_unreadLists      ? Way::Channels
        : m_plan.index         ? Way::Index
        : byChannels(expected) ? Way::Channels
                               : Way::Table;
    return {};
}

std::optional<PostWalk::List> PostWalk::listOf(const SearchNode &filter) const
{
    const bool sqlite = m_database.kind() == DatabaseKind::Sqlite;
    const auto along = [sqlite](
                           QLatin1String index) { return sqlite ? QLatin1String(" INDEXED BY ") + index : QString(); };
    if (isSet(filter, SearchField::Is, QLatin1String("starred"))) {
        return List{QStringLiteral("SELECT d.post_id FROM starred d WHERE 1 = 1"), QStringLiteral("d.post_id"), {}};
    }
    if (isSet(filter, SearchField::Has, QLatin1String("note"))) {
        return List{QStringLiteral("SELECT d.post_id FROM notes d WHERE 1 = 1"), QStringLiteral("d.post_id"), {}};
    }
    if (isSet(filter, SearchField::Has, QLatin1String("tag"))) {
        return List{
            QStringLiteral("SELECT DISTINCT d.post_id FROM post_tags d WHERE 1 = 1"), QStringLiteral("d.post_id"), {}};
    }
    if (filter.kind == SearchNode::Kind::Filter && filter.field == SearchField::Tag) {
        return List{QStringLiteral("SELECT d.post_id FROM post_tags d WHERE d.tag_id = "
                                   "(SELECT g.id FROM tags g WHERE g.tag_key = ?)"),
            QStringLiteral("d.post_id"), {tagKey(filter.text)}};
    }
    if (isSet(filter, SearchField::Is, QLatin1String("deleted"))) {
        return List{QLatin1String("SELECT d.id FROM posts d") + along(QLatin1String("posts_deleted"))
                + QLatin1String(" WHERE d.deleted_at > 0"),
            QStringLiteral("d.id"), {}};
    }
    if (isSet(filter, SearchField::Is, QLatin1String("edited"))) {
        return List{QLatin1String("SELECT d.id FROM posts d") + along(QLatin1String("posts_edited"))
                + QLatin1String(" WHERE d.edited = 1"),
            QStringLiteral("d.id"), {}};
    }
    return std::nullopt;
}

Result<qint64> PostWalk::length(const List &list)
{
    return m_database.number(QLatin1String("SELECT count(*) FROM (") + list.sql + QLatin1String(" LIMIT ?) AS counted"),
        list.values + QVariantList{shortList + 1});
}

Result<void> PostWalk::measureQueue()
{
    const Result<qint64> floor =
        m_database.number(QStringLiteral("SELECT post_id FROM search_queue ORDER BY post_id DESC LIMIT 1 OFFSET ?"),
            {textindex::searchedQueue - 1});
    if (!floor || *floor == 0) {
        return floor ? Result<void>() : Result<void>(failure(floor.error()));
    }
    m_queueFloor = *floor;
    const Result<qint64> waiting = textindex::waiting(m_database);
    m_notIndexed = std::max<qint64>(0, waiting.value_or(0) - textindex::searchedQueue);
    return waiting ? Result<void>() : Result<void>(failure(waiting.error()));
}

bool PostWalk::byChannels(qint64 expected) const
{
    if (m_plan.channels.size() == 1) {
        return true;
    }
    if (m_plan.everyChannel) {
        // All ids there are: the indexes of channels are a hundredth of the table.
        return expected >= manyIds && m_plan.filters.isEmpty() && m_plan.terms.isEmpty();
    }
    qint64 wanted = 0;
    qint64 all = 0;
    for (auto it = m_channels.begin(); it != m_channels.end(); ++it) {
        all += it->posts;
        wanted += m_plan.channels.contains(it.key()) ? it->posts : 0;
    }
    const qint64 indexSteps = std::min(wanted, m_plan.channels.size() * expected);
    const qint64 tableSteps = expected * std::max<qint64>(1, all / std::max<qint64>(1, wanted));
    return indexSteps <= tableStepCost * tableSteps;
}

Result<QList<PostId>> PostWalk::next(qint64 limit)
{
    QList<PostId> found;
    m_batch = std::max(m_batch, std::min(limit, largestBatch));
    while (!m_ended && found.size() < limit) {
        const qint64 asked = isDirect() ? limit - found.size() : m_batch;
        const Result<QList<PostId>> ids = offered(asked);
        if (!ids) {
            return ids;
        }
        const bool last = ids->size() < asked;
        const PostId low = last ? m_plan.from : ids->last();
        Result<QList<PostId>> hits = checked(*ids, low);
        if (!hits) {
            return hits;
        }
        if (m_way == Way::Index) {
            const Result<QList<PostId>> waiting = fromQueue(low, m_below, limit - found.size());
            if (!waiting) {
                return waiting;
            }
            // A post may have left the queue for the index between the two looks.
            *hits += *waiting;
            std::sort(hits->begin(), hits->end(), std::greater<PostId>());
            hits->erase(std::unique(hits->begin(), hits->end()), hits->end());
        }
        found += *hits;
        m_below = low;
        m_ended = last;
        m_batch = std::min(m_batch * 2, largestBatch);
    }
    if (found.size() > limit) {
        found.resize(limit);
        m_below = found.last();
        m_ended = false;
    }
    return found;
}

Result<QList<PostId>> PostWalk::checked(const QList<PostId> &ids, PostId low)
{
    // A second question to the index costs as much as a look at some hundred rows.
    if (ids.size() < worthAsking || !isMostlySure()) {
        return m_rest->passing(ids);
    }
    const Result<QList<PostId>> sure =
        textindex::of(m_database).newest(m_database, *m_plan.sure, low, m_below, ids.size());
    if (!sure) {
        return sure;
    }
    QList<PostId> unsure;
    std::set_difference(
        ids.begin(), ids.end(), sure->begin(), sure->end(), std::back_inserter(unsure), std::greater<PostId>());
    const Result<QList<PostId>> passed = m_rest->passing(unsure);
    if (!passed) {
        return passed;
    }
    QList<PostId> hits;
    std::merge(
        sure->begin(), sure->end(), passed->begin(), passed->end(), std::back_inserter(hits), std::greater<PostId>());
    return hits;
}

Result<QList<PostId>> PostWalk::offered(qint64 limit)
{
    switch (m_way) {
    case Way::Nowhere:
        break;
    case Way::Index:
        return textindex::of(m_database).newest(m_database, *m_plan.index, m_plan.from, m_below, limit);
    case Way::List: {
        QList<PostId> ids;
        const Result<void> read = collect(m_list.sql + QLatin1String(" AND ") + m_list.id + QLatin1String(" >= ? AND ")
                + m_list.id + QLatin1String(" < ? ORDER BY ") + m_list.id + QLatin1String(" DESC LIMIT ?"),
            m_list.values + QVariantList{m_plan.from, m_below, limit}, ids);
        return read ? Result<QList<PostId>>(ids) : Result<QList<PostId>>(failure(read.error()));
    }
    case Way::Channels:
        return fromChannels(limit);
    case Way::Table:
        return fromTable(limit);
    }
    return QList<PostId>();
}

Result<QList<PostId>> PostWalk::fromTable(qint64 limit)
{
    const bool sqlite = m_database.kind() == DatabaseKind::Sqlite;
    QList<PostId> ids;
    const Result<void> read =
        collect(QLatin1String("SELECT p.id FROM posts p") + (sqlite ? QLatin1String(" NOT INDEXED") : QLatin1String(""))
                + QLatin1String(" WHERE p.id >= ? AND p.id < ?") + m_condition.sql
                + QLatin1String(" ORDER BY p.id DESC LIMIT ?"),
            QVariantList{m_plan.from, m_below} + m_condition.values + QVariantList{limit}, ids);
    if (!read) {
        return failure(read.error());
    }
    return ids;
}

Result<QList<PostId>> PostWalk::fromChannels(qint64 limit)
{
    const bool sqlite = m_database.kind() == DatabaseKind::Sqlite;
    QString sql = QStringLiteral("SELECT u.post_id FROM unread u WHERE u.channel_id = ? AND u.post_id >= ? "
                                 "AND u.post_id < ? ORDER BY u.post_id DESC LIMIT ?");
    if (!m_unreadLists) {
        sql = QLatin1String("SELECT p.id FROM posts p")
            + (sqlite ? QLatin1String(" INDEXED BY posts_channel") : QLatin1String(""))
            + QLatin1String(" WHERE p.channel_id = ? AND p.id >= ? AND p.id < ?") + m_condition.sql
            + QLatin1String(" ORDER BY p.id DESC LIMIT ?");
    }
    const QVariantList conditions = m_unreadLists ? QVariantList() : m_condition.values;
    QList<PostId> ids;
    for (const ChannelId channel : std::as_const(m_plan.channels)) {
        const QVariantList values = QVariantList{channel, m_plan.from, m_below} + conditions + QVariantList{limit};
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

Result<QList<PostId>> PostWalk::fromQueue(PostId from, PostId below, qint64 limit)
{
    QList<PostId> hits;
    PostId low = std::max(from, m_queueFloor);
    while (below > low && hits.size() < limit) {
        QList<PostId> waiting;
        const Result<void> read = collect(QStringLiteral("SELECT q.post_id FROM search_queue q WHERE q.post_id >= ? "
                                                         "AND q.post_id < ? ORDER BY q.post_id DESC LIMIT ?"),
            {low, below, queuePortion}, waiting);
        if (!read) {
            return failure(read.error());
        }
        const Result<QList<PostId>> passed = m_whole->passing(waiting);
        if (!passed) {
            return passed;
        }
        hits += *passed;
        below = waiting.size() < queuePortion ? low : waiting.last();
    }
    return hits;
}

Result<QList<PostId>> PostWalk::best(qint64 limit, bool &complete)
{
    const TextIndex &index = textindex::of(m_database);
    const Result<PostId> oldest = index.nth(m_database, *m_plan.index, m_plan.from, m_below, index.mostRanked());
    if (!oldest) {
        return failure(oldest.error());
    }
    complete = complete && *oldest == 0;
    const qint64 wanted = m_rest->isOpen() ? std::min(limit, rankedBest) : rankedBest;
    const Result<QList<PostId>> ranked =
        index.best(m_database, *m_plan.index, std::max(m_plan.from, *oldest), m_below, wanted);
    if (!ranked) {
        return ranked;
    }
    Result<QList<PostId>> found = m_rest->passing(*ranked);
    if (!found) {
        return found;
    }
    if (found->size() < limit) {
        const Result<QList<PostId>> waiting = fromQueue(m_plan.from, m_below, limit - found->size());
        if (!waiting) {
            return waiting;
        }
        *found += *waiting;
    }
    found->resize(std::min<qsizetype>(found->size(), limit));
    return found;
}

Result<QList<PostId>> PostWalk::filter(const QList<PostId> &posts)
{
    if (m_plan.nothing) {
        return QList<PostId>();
    }
    QList<PostId> inRange;
    std::copy_if(posts.begin(), posts.end(), std::back_inserter(inRange),
        [this](PostId id) { return id >= m_plan.from && id < m_plan.below; });
    return m_whole->passing(inRange);
}

Result<qint64> PostWalk::count(qint64 atMost)
{
    if (m_way != Way::Index || !m_rest->isOpen()) {
        const Result<QList<PostId>> ids = next(atMost);
        return ids ? Result<qint64>(ids->size()) : Result<qint64>(failure(ids.error()));
    }
    const Result<qint64> indexed =
        textindex::of(m_database).count(m_database, *m_plan.index, m_plan.from, m_below, atMost);
    if (!indexed || *indexed >= atMost) {
        return indexed;
    }
    const Result<QList<PostId>> waiting = fromQueue(m_plan.from, m_below, atMost - *indexed);
    return waiting ? Result<qint64>(std::min(atMost, *indexed + waiting->size()))
                   : Result<qint64>(failure(waiting.error()));
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
