// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/taskcontrol.h"
#include "core/model/task.h"

namespace vestnik {

class Database;

/// Writes the posts of a query, or the selected ones, into a file, newest first, in constant memory. Blocks: for a pool
/// thread. `spec.path` "-" is standard output. `limit` 0: all. Reports posts done of posts there are (-1 for a search
/// that finds more than can be counted in a moment). The file takes its name only when it is whole: nothing is left of
/// an export that failed or was cancelled (see exportfile.h for what a killed one leaves). Posts that arrive meanwhile
/// are not in it.
/// Facts: posts, bytes, files. Errors: Cancelled, FileFailed, those of Database.
[[nodiscard]] Result<TaskReport> exportPosts(
    Database &database, const ExportSpec &spec, const TaskControl &control, qint64 limit = 0);

} // namespace vestnik
