// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/taskcontrol.h"
#include "core/model/task.h"

namespace vestnik {

class Database;

/// Gives the space of removed posts back to the disk: VACUUM on SQLite, VACUUM (ANALYZE) on PostgreSQL, where the space
/// is given to later posts instead. For a pool thread, on a connection of its own that writes.
///
/// On SQLite the whole file is written anew through its log, in one transaction: for that time (about a second for
/// each 100 MB) every other writer waits and then fails with DatabaseBusy. **The caller pauses storing first and goes
/// on afterwards**; readers are not disturbed. It needs the room of the store twice more on its disk and once more in
/// the folder for temporary files: DatabaseFull, before anything is written, where that is not there. Cancelled,
/// killed or out of space, the store is as it was.
///
/// Facts: "bytes_before", "bytes_after", "bytes_freed". Steps are not known: total -1.
[[nodiscard]] Result<TaskReport> compactStore(Database &database, const TaskControl &control);

} // namespace vestnik
