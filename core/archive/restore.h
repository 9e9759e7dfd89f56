// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/taskcontrol.h"
#include "core/model/task.h"

#include <functional>

namespace vestnik {

/// Called between the steps of a restore with the name of the one that was done; for tests that end the process there.
using RestoreStep = std::function<void(const char *step)>;

/// Puts a backup in the place of a store. **The caller has closed every connection to the store**; DatabaseBusy if one
/// is open. The backup is looked at first, page by page; then it is copied beside the store, and the copy is compared.
/// Only then the present store gets a second name, vestnik-before-restore-….db in the same folder, where it stays, and
/// the copy takes over its name in one step: whenever the process or the computer dies, either the old or the new store
/// stands there complete. A store that is damaged so far that its log cannot be moved into it keeps the log under the
/// second name. For a pool thread. Reports bytes. `now`: ms UTC, for the name.
///
/// On a server (postgresql://…) the present store is dumped to `keepFolder` first, then pg_restore puts the backup in
/// its place in one transaction.
///
/// Facts: "channels", "posts", "version" of what was restored; "kept_before" (text: the file that holds what was there
/// before; left out if there was nothing); path: the store. Errors: FileFailed (no such backup), DatabaseOpenFailed (it
/// is none of ours), DatabaseTooNew, DatabaseDamaged (subject: the backup), DatabaseBusy, DatabaseFull, Cancelled.
[[nodiscard]] Result<TaskReport> restoreStore(const QString &backup, const QString &store, const QString &keepFolder,
    qint64 now, const TaskControl &control, const RestoreStep &step = {});

} // namespace vestnik
