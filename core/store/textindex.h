// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include "core/base/result.h"
#include "core/model/ids.h"

namespace vestnik {

class Database;

/// What is asked of the index of texts: a tree over stems (wordforms.h) and marks (postmarks.h).
struct IndexQuery {
    enum class Kind {
        All, ///< every child, two or more
        Any, ///< at least one child, two or more
        Except, ///< the first child without what any of the others finds
        Words, ///< the stems `words`, one right after another; often one only
        Beginning, ///< words whose stem begins with the only one of `words`
        Mark, ///< the mark that is the only one of `words`
    };

    Kind kind = Kind::All;
    QList<QByteArray> words; ///< UTF-8
    QList<IndexQuery> children;

    [[nodiscard]] bool operator==(const IndexQuery &) const = default;
};

/// The index of texts of one kind of database. Has no state: everything is in the database. Knows what was entered and
/// nothing of what waits in the queue. Implementations: ftsindex.cpp (SQLite), pgtextindex.cpp (PostgreSQL).
class TextIndex {
public:
    virtual ~TextIndex() = default;

    /// Row ids of what is found, newest (highest id) first, from <= id < below, at most `limit`.
    [[nodiscard]] virtual Result<QList<PostId>> newest(
        Database &database, const IndexQuery &query, PostId from, PostId below, qint64 limit) const = 0;
    /// The same, best first: more of rare words and of short texts ranks higher, marks do not count; between equals the
    /// newer one. Ranks everything between the ids, so the caller keeps that short.
    [[nodiscard]] virtual Result<QList<PostId>> best(
        Database &database, const IndexQuery &query, PostId from, PostId below, qint64 limit) const = 0;
    /// Of how many of the newest hits the best are found in time.
    [[nodiscard]] virtual qint64 mostRanked() const { return 50'000; }
    /// The id of the n-th newest (from 1), 0 if there are fewer.
    [[nodiscard]] virtual Result<PostId> nth(
        Database &database, const IndexQuery &query, PostId from, PostId below, qint64 n) const = 0;
    /// How many are found; counting stops at `atMost`.
    [[nodiscard]] virtual Result<qint64> count(
        Database &database, const IndexQuery &query, PostId from, PostId below, qint64 atMost) const = 0;

    /// Makes the tables of an empty index, without the one of an older version. In a transaction of the caller.
    [[nodiscard]] virtual Result<void> createTables(Database &database) const = 0;
    /// Enters rows with text and marks as they stand in the table; none of them is in the index. `marks` is not NULL.
    [[nodiscard]] virtual Result<void> enter(Database &database, const QList<PostId> &posts) const = 0;
    /// Takes a row out that is in the index with text and marks as they stand in the table.
    [[nodiscard]] virtual Result<void> leave(Database &database, PostId post) const = 0;
};

/// The index and the queue before it. Entering a text costs more than storing its post, and least in large portions:
/// posts wait in a queue until a quiet moment, and searches look through the queue themselves. All functions but of()
/// and waiting() need a transaction of the caller. For the store's own files only.
namespace textindex {

/// A search looks through at most this many waiting posts, the newest.
inline constexpr qint64 searchedQueue = 4000;

/// The index of the kind of `database`.
[[nodiscard]] const TextIndex &of(const Database &database);

/// Makes the index and its queue; all posts that exist already wait in the queue.
[[nodiscard]] Result<void> createTables(Database &database);
/// Puts rows into the queue.
[[nodiscard]] Result<void> enqueue(Database &database, const QList<PostId> &posts);
/// Takes a row, as it stands in the table now, out of the queue or out of the index. To be called before its text or
/// its marks change or it is deleted.
[[nodiscard]] Result<void> remove(Database &database, PostId post);
/// Indexes the newest rows that wait, and makes their marks where they have none; returns how many still wait.
[[nodiscard]] Result<qint64> indexNewest(Database &database, int atMost);
/// Indexes a portion if the queue has become so long that searching it takes time.
[[nodiscard]] Result<void> keepShort(Database &database);
/// Rows in the queue.
[[nodiscard]] Result<qint64> waiting(Database &database);

} // namespace textindex
} // namespace vestnik
