// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

#include <QHash>
#include <QList>
#include <QString>

namespace vestnik {
class Database;
}

namespace vestnik::test {

inline constexpr qint64 searchSetNow = 1'779'278'400'000; ///< 2026-05-20T12:00:00Z, what "today" is in the queries

struct SetQuery {
    QString text;
    QList<int> found; ///< numbers of posts, ascending
    int line = 0; ///< in queries.tsv
};

/// The posts of tests/data/search in a store, and what searches must find there, whatever the kind of database.
class SearchSet final {
public:
    /// All queries of queries.tsv.
    [[nodiscard]] static QList<SetQuery> queries();

    /// Stores the posts into an empty store; nothing is indexed yet.
    [[nodiscard]] Result<void> fill(Database &database);
    /// Asks every read that searches; returns what is wrong, empty if nothing is.
    [[nodiscard]] QString wrong(Database &database, const SetQuery &query) const;

private:
    [[nodiscard]] QList<int> numbersOf(const QList<PostId> &ids) const;

    QHash<PostId, int> m_numbers;
};

} // namespace vestnik::test
