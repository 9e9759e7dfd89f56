// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/coverage.h"

#include <QList>
#include <QSet>

namespace vestnik {

class Database;

/// Posts that are gone from their channel: marked and kept. For the store's own files only; all functions need a
/// transaction of the caller.
namespace deletions {

/// Notes that the stored posts of a channel that begin in `range` and are not in `shown` (rows) are gone since `now`
/// (ms UTC). `range` is what one page shows completely. An album counts as gone only if it lies in the range with all
/// its members: pages cut albums. Returns the rows that were not marked before.
[[nodiscard]] Result<QList<PostId>> markGone(
    Database &database, ChannelId channel, IdRange range, const QSet<PostId> &shown, qint64 now);

/// Takes the mark off posts that are seen again; returns the rows that had it.
[[nodiscard]] Result<QList<PostId>> markSeen(Database &database, const QList<PostId> &posts);

} // namespace deletions
} // namespace vestnik
