// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/store/textindex.h"

#include <QString>

namespace vestnik {

/// The index of texts on PostgreSQL: one tsvector for each post in the table post_words, made of our own words and
/// stems, so that both kinds of databases find the same. Words have their places, marks have none and begin with a dot,
/// which no word does. Two peculiarities of tsvector: places beyond 16,383 count as that one, and of one word in one
/// post the first 255 places are kept.
class PgTextIndex final : public TextIndex {
public:
    /// `firstLook`: so many of the newest posts are looked at one after another before the index is asked, and 20 times
    /// as many if that seems worth it: what fills a page within them is common, and then the index would offer a
    /// large part of all posts without an order. A thousand of them take about a millisecond.
    explicit PgTextIndex(qint64 firstLook = 3000)
        : m_firstLook(firstLook)
    {
    }

    [[nodiscard]] Result<QList<PostId>> newest(
        Database &database, const IndexQuery &query, PostId from, PostId below, qint64 limit) const override;
    [[nodiscard]] Result<QList<PostId>> best(
        Database &database, const IndexQuery &query, PostId from, PostId below, qint64 limit) const override;
    [[nodiscard]] Result<PostId> nth(
        Database &database, const IndexQuery &query, PostId from, PostId below, qint64 n) const override;
    [[nodiscard]] qint64 mostRanked() const override { return 1000; }
    [[nodiscard]] Result<qint64> count(
        Database &database, const IndexQuery &query, PostId from, PostId below, qint64 atMost) const override;

    [[nodiscard]] Result<void> createTables(Database &database) const override;
    [[nodiscard]] Result<void> enter(Database &database, const QList<PostId> &posts) const override;
    [[nodiscard]] Result<void> leave(Database &database, PostId post) const override;

    /// The query as the literal of a tsquery.
    [[nodiscard]] static QString expression(const IndexQuery &query);
    /// Text and marks of a post as the literal of a tsvector.
    [[nodiscard]] static QString vectorOf(const QString &text, const QString &marks);

private:
    const qint64 m_firstLook;
};

} // namespace vestnik
