// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>
#include <QVariantList>

#include <optional>

#include "core/base/result.h"
#include "core/model/query.h"
#include "core/store/postsearch.h"

namespace vestnik {

class Database;

/// Finds the row ids that a query selects, newest first, piece by piece. Chooses for each query the shortest way: along
/// the table, along the index of texts, or along the indexes of single channels. For readposts.cpp only.
class PostWalk final {
public:
    struct ChannelNames {
        QString username;
        QString title;
    };

    PostWalk(Database &database, const PostQuery &query, UserId user);

    /// Reads which channels are wanted; to be called first.
    [[nodiscard]] Result<void> begin();
    /// At most `limit` ids below those returned before; fewer only at the end.
    [[nodiscard]] Result<QList<PostId>> next(qint64 limit);
    /// Names of the user's channels that are not removed.
    [[nodiscard]] const QHash<ChannelId, ChannelNames> &names() const { return m_names; }

private:
    struct Condition {
        QString sql;
        QVariantList values;
    };

    [[nodiscard]] bool byChannels(qint64 limit) const;
    [[nodiscard]] Condition conditions() const;
    [[nodiscard]] Result<QList<PostId>> fromTexts(qint64 limit);
    [[nodiscard]] Result<void> searchQueue();
    [[nodiscard]] Result<QList<PostId>> fromTable(qint64 limit) const;
    [[nodiscard]] Result<QList<PostId>> fromChannels(qint64 limit) const;
    [[nodiscard]] Result<void> collect(const QString &sql, const QVariantList &values, QList<PostId> &into) const;

    Database &m_database;
    const PostQuery m_query;
    const UserId m_user;
    const TextSearch m_search;
    PostId m_from = 0; ///< lowest id that is wanted
    PostId m_below = 0; ///< ids from here on were returned already, or are not wanted
    bool m_everyChannel = false;
    bool m_nothing = false;
    QHash<ChannelId, ChannelNames> m_names;
    QList<ChannelId> m_wanted;
    std::optional<QList<PostId>> m_waiting; ///< hits among texts that wait for the index
    qint64 m_wantedPosts = 0; ///< posts (or unread ones) in the wanted channels
    qint64 m_allPosts = 0;
};

} // namespace vestnik
