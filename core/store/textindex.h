// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

#include "core/base/result.h"
#include "core/model/ids.h"

namespace vestnik {

class Database;

/// The index of texts. Entering a text costs more than storing its post, and least in large portions: posts wait in a
/// queue until a quiet moment, and searches look through the queue themselves. All functions but waiting() need a
/// transaction of the caller. For the store's own files only.
namespace textindex {

/// Puts rows into the queue.
[[nodiscard]] Result<void> enqueue(Database &database, const QList<PostId> &posts);
/// Takes a row's text, as it stands in the table now, out of the queue or out of the index.
[[nodiscard]] Result<void> remove(Database &database, PostId post);
/// Indexes the rows that wait longest; returns how many still wait.
[[nodiscard]] Result<qint64> indexOldest(Database &database, int atMost);
/// Indexes a portion if the queue has become so long that searching it takes time.
[[nodiscard]] Result<void> keepShort(Database &database);
/// Rows in the queue.
[[nodiscard]] Result<qint64> waiting(Database &database);

} // namespace textindex
} // namespace vestnik
