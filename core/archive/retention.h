// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/taskcontrol.h"
#include "core/model/task.h"

namespace vestnik {

class Database;

/// Removes the posts that the rules of retention no longer keep (RetentionRepository), starred ones excepted; a dry run
/// only counts. For a pool thread, on a connection of its own that writes (a dry run: any). Writes in short
/// transactions with pauses between them, so that another writer of the store waits for milliseconds only. Cancelled
/// half-way, what was removed is gone, and the rest waits for the next time; a channel's numbers are right at any
/// moment. Reports posts. `now`: ms UTC.
///
/// Facts of a dry run: "posts_to_remove" for each channel (text: its name), largest first, then
/// "posts_to_remove_total", "starred_kept", "noted_or_tagged_to_remove". Of a real one: "posts_removed" for each
/// channel, "posts_removed_total", "starred_kept".
[[nodiscard]] Result<TaskReport> applyRetention(
    Database &database, const RetentionSpec &spec, qint64 now, const TaskControl &control);

} // namespace vestnik
