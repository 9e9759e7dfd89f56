// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/taskcontrol.h"
#include "core/model/task.h"

namespace vestnik {

inline constexpr int keptBackups = 10;

/// "vestnik-20260520-120000.db" (".dump" of a store on a server), by UTC; `now`: ms UTC.
[[nodiscard]] QString backupName(qint64 now, bool postgres);

/// Writes a complete copy of a store, as it is at this moment, while others go on writing. `store`: a file,
/// sqlite:///… or postgresql://… with its password. The file gets its name only when it is whole, was read back and is
/// on the disk; before that nothing that stood there is touched. With an empty `spec.path` it is named by the time in
/// `folder`, and of the files named so the newest `keptBackups` stay. For a pool thread; opens connections of its own.
/// Reports bytes (copying and reading back are one way, twice the store's size).
///
/// Facts: "bytes", "channels", "posts" (the last two of a file only), "old_backups_removed" if any; path.
/// Errors also: DatabaseFull (subject: the file that did not fit), FileFailed, ToolMissing.
[[nodiscard]] Result<TaskReport> backupStore(
    const QString &store, const BackupSpec &spec, const QString &folder, qint64 now, const TaskControl &control);

} // namespace vestnik
