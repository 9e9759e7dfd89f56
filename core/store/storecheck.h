// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace vestnik {

class Database;

// The parts of a check of the store, each of which takes as long as its table is large: for pool threads. None starts
// a transaction but those that repair.
namespace storecheck {

/// Our tables of posts, channels and so on, parents before children; without those of the index of texts (search_…,
/// posts_fts…, post_words).
[[nodiscard]] Result<QStringList> tables(Database &database);
/// What is wrong with a table, one English line each, at most 20. `thorough`: its indexes as well. A table that cannot
/// be read at all is such a line too.
[[nodiscard]] Result<QStringList> problemsOf(Database &database, const QString &table, bool thorough);

/// Whether the index of texts is sound in itself. Needs a connection that writes, and holds the store's one lock for
/// writing while it reads the index. Always true on PostgreSQL, which checks its indexes with their tables.
[[nodiscard]] Result<bool> textIndexIsSound(Database &database);
/// Empties the index of texts and puts every post in line for it, in one transaction. Returns how many wait.
[[nodiscard]] Result<qint64> emptyTextIndex(Database &database);
/// Puts every post in line for the index; for a store whose index is empty. Needs a transaction of the
/// caller.
[[nodiscard]] Result<qint64> enqueueAll(Database &database);

/// Channels whose number of posts or of unread ones is not what the tables say.
[[nodiscard]] Result<qint64> wrongCounts(Database &database);
[[nodiscard]] Result<qint64> repairCounts(Database &database);
/// Rows that hang on a post or channel that does not exist.
[[nodiscard]] Result<qint64> orphans(Database &database);
[[nodiscard]] Result<qint64> removeOrphans(Database &database);

} // namespace storecheck
} // namespace vestnik
