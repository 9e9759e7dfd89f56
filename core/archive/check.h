// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/taskcontrol.h"
#include "core/model/task.h"

namespace vestnik {

class Database;

/// Looks the store over, and repairs what can be made again out of the rest: the numbers of channels, rows that hang on
/// nothing, the index of texts. Tables that are damaged are left alone and nothing is written then. For a pool thread;
/// on a connection that only reads, nothing is repaired and the index of texts is not looked at.
///
/// Thorough, on SQLite, it holds the lock for writing while it reads the index of texts (seconds at a million posts),
/// and for a moment to repair: the caller lets nobody else write meanwhile, or bears DatabaseBusy there. Reports steps
/// of 1000.
///
/// Facts: "tables_checked"; "problems", and "problem" for each of the first twenty (text: what); "counts_wrong",
/// "repaired_counts" (channels); "orphans", "repaired_orphans" (rows); "index_damaged" (1), "repaired_index" (posts in
/// line for it again). Those of 0 but tables_checked and problems are left out.
[[nodiscard]] Result<TaskReport> checkStore(Database &database, const CheckSpec &spec, const TaskControl &control);

} // namespace vestnik
