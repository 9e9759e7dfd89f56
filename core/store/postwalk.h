// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QVariantList>

#include <memory>

#include "core/base/result.h"
#include "core/model/query.h"
#include "core/store/postchecker.h"
#include "core/store/searchplan.h"

namespace vestnik {

class Database;

/// Finds the row ids that a query selects, newest first, piece by piece. Chooses for each query the shortest way: the
/// index of texts, a short list (stars, tags, deleted posts …), the indexes of single channels, or along the table;
/// what that way cannot tell is checked on the rows. For the reads of posts only.
class PostWalk final {
public:
    /// Of the newest hits (TextIndex::mostRanked()) so many of the best are found by relevance.
    static constexpr qint64 rankedBest = 1000;

    PostWalk(Database &database, const PostQuery &query, UserId user);

    /// Makes the plan; to be called first. `expected`: about how many ids will be asked for.
    [[nodiscard]] Result<void> begin(qint64 expected);
    /// At most `limit` ids below those returned before; fewer only at the end.
    [[nodiscard]] Result<QList<PostId>> next(qint64 limit);
    /// The best hits, at most `limit` and `rankedBest`, best first; posts that wait for the index come last. `complete`
    /// gets false if there are more hits than are ranked.
    [[nodiscard]] Result<QList<PostId>> best(qint64 limit, bool &complete);
    /// Those of the posts that the query selects, in their order.
    [[nodiscard]] Result<QList<PostId>> filter(const QList<PostId> &posts);
    /// How many there are, counted up to `atMost`.
    [[nodiscard]] Result<qint64> count(qint64 atMost);

    [[nodiscard]] bool ranks() const { return m_way == Way::Index && m_plan.hasWords; }
    /// What the way offers needs hardly any check: any number of ids may be asked for at once.
    [[nodiscard]] bool isDirect() const { return !m_rest || m_rest->isOpen() || isMostlySure(); }
    /// Posts that wait for the index and are not looked through.
    [[nodiscard]] qint64 notIndexed() const { return m_notIndexed; }
    /// The user's channels that are not removed.
    [[nodiscard]] const QHash<ChannelId, ListedChannel> &channels() const { return m_channels; }

private:
    enum class Way { Nowhere, Index, List, Channels, Table };
    /// A short list of posts that have what a filter asks for.
    struct List {
        QString sql; ///< SELECT … AS id … WHERE …, without range and order
        QString id; ///< the column of the id in it
        QVariantList values;
    };

    [[nodiscard]] Result<void> choose(qint64 expected);
    [[nodiscard]] std::optional<List> listOf(const SearchNode &filter) const;
    [[nodiscard]] Result<qint64> length(const List &list);
    [[nodiscard]] Result<void> measureQueue();
    [[nodiscard]] bool byChannels(qint64 expected) const;
    [[nodiscard]] bool isMostlySure() const { return m_way == Way::Index && m_plan.sure && m_sureIsEnough; }
    [[nodiscard]] Result<QList<PostId>> offered(qint64 limit);
    [[nodiscard]] Result<QList<PostId>> checked(const QList<PostId> &ids, PostId low);
    [[nodiscard]] Result<QList<PostId>> fromTable(qint64 limit);
    [[nodiscard]] Result<QList<PostId>> fromChannels(qint64 limit);
    [[nodiscard]] Result<QList<PostId>> fromQueue(PostId from, PostId below, qint64 limit);
    [[nodiscard]] Result<void> collect(const QString &sql, const QVariantList &values, QList<PostId> &into) const;

    Database &m_database;
    const PostQuery m_query;
    const UserId m_user;
    QHash<ChannelId, ListedChannel> m_channels;
    SearchPlan m_plan;
    Way m_way = Way::Nowhere;
    List m_list;
    bool m_unreadLists = false; ///< Way::Channels goes along the lists of unread posts
    SqlCondition m_condition; ///< what rows of the table and of channels must fulfil
    std::unique_ptr<PostChecker> m_rest; ///< for what the way offers
    std::unique_ptr<PostChecker> m_whole; ///< for posts that come from elsewhere
    PostId m_below = 0; ///< ids from here on were returned already, or are not wanted
    bool m_ended = false;
    bool m_sureIsEnough = false; ///< what the plan is sure of needs no check of the row
    qint64 m_batch = 0; ///< how many are asked for when not all of them pass
    PostId m_queueFloor = 0; ///< waiting posts below are not looked through
    qint64 m_notIndexed = 0;
};

} // namespace vestnik
