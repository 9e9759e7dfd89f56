// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/store/textindex.h"

namespace vestnik {

/// The index of texts in SQLite: an FTS5 table over the columns `text` and `marks` of posts.
class FtsIndex final : public TextIndex {
public:
    [[nodiscard]] Result<QList<PostId>> newest(
        Database &database, const IndexQuery &query, PostId from, PostId below, qint64 limit) const override;
    [[nodiscard]] Result<QList<PostId>> best(
        Database &database, const IndexQuery &query, PostId from, PostId below, qint64 limit) const override;
    [[nodiscard]] Result<PostId> nth(
        Database &database, const IndexQuery &query, PostId from, PostId below, qint64 n) const override;
    [[nodiscard]] Result<qint64> count(
        Database &database, const IndexQuery &query, PostId from, PostId below, qint64 atMost) const override;
    [[nodiscard]] Result<void> createTables(Database &database) const override;
    [[nodiscard]] Result<void> enter(Database &database, const QList<PostId> &posts) const override;
    [[nodiscard]] Result<void> leave(Database &database, PostId post) const override;

    /// The expression of FTS5.
    [[nodiscard]] static QString expression(const IndexQuery &query);
};

} // namespace vestnik
