// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QVariantList>

#include "core/base/result.h"
#include "core/model/searchmatch.h"
#include "core/store/searchplan.h"

namespace vestnik {

class Database;

/// A piece of SQL about the table alias p (posts) and what it takes.
struct SqlCondition {
    QString sql;
    QVariantList values;
};

/// " AND …" for the filters of a plan and, if `withChannels`, for its channels.
[[nodiscard]] SqlCondition conditionsOf(const SearchPlan &plan, const Database &database, bool withChannels);

/// Compares stored posts with a query: what an index or a table offers is only taken if it passes here. Lives as long
/// as its connection and is used on its thread.
class PostChecker final {
public:
    /// `terms`: what the text and the marks of a post are compared with; `condition`: what its row must fulfil.
    PostChecker(Database &database, const QHash<ChannelId, ListedChannel> &channels, const QList<SearchNode> &terms,
        const SqlCondition &condition);

    /// True if everything passes.
    [[nodiscard]] bool isOpen() const { return m_terms.isEmpty() && m_condition.sql.isEmpty(); }
    /// Those of the posts that pass, in the order given. Asks for interruption every few hundred posts.
    [[nodiscard]] Result<QList<PostId>> passing(const QList<PostId> &posts) const;

private:
    /// A filter inside the terms and where its answer comes from.
    struct Fact {
        enum class Source { Column, Marks, Channel };
        SearchNode filter;
        Source source = Source::Column;
        int column = -1;
        QList<QList<QByteArray>> marks;
        QList<ChannelId> channels;
    };
    struct Candidate {
        PostId id = 0;
        ChannelId channel = 0;
        QString text;
        QString marks;
        QList<bool> columns;
    };

    void collectFacts(const SearchNode &node, const QHash<ChannelId, ListedChannel> &channels);
    [[nodiscard]] bool passes(const Candidate &candidate) const;
    [[nodiscard]] Result<void> portion(const QList<PostId> &posts, QSet<PostId> &passed) const;
    [[nodiscard]] Result<void> withoutMarks(QList<Candidate> candidates, QSet<PostId> &passed) const;

    Database &m_database;
    const QList<SearchNode> m_terms;
    const SearchMatcher m_matcher;
    const SqlCondition m_condition;
    QList<Fact> m_facts;
    QString m_columnsSql;
    QVariantList m_columnsValues;
    int m_columns = 0;
    bool m_needsMarks = false;
};

} // namespace vestnik
