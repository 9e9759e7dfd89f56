// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/taskcontrol.h"
#include "core/model/task.h"

namespace vestnik {

class Database;

/// Copies a whole store into another one, of the same kind or the other, and compares every table of both: the number
/// of rows and a checksum over all values, read back from the target. `from` is read at one moment and never changed;
/// `to` must be empty (just made), or InvalidArgument. All is written in one transaction: on an error, when cancelled
/// and when the process dies the target is as empty as before. Afterwards the texts are entered into the target's
/// index; ending that early (cancel) loses nothing, they wait in line for it. For a pool thread, on two connections of
/// its own. Reports rows, written and read back.
///
/// Facts: "rows_copied" for each table (text: its name), "checksum" likewise (value: its upper 52 bits, a whole number
/// for JSON), "rows_copied_total", "not_indexed" if some posts still wait. Error also: DatabaseFailed if a table
/// differs (subject: which).
[[nodiscard]] Result<TaskReport> moveStore(Database &from, Database &to, const TaskControl &control);

} // namespace vestnik
