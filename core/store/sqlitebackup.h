// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/taskcontrol.h"

#include <QString>

#include <functional>

namespace vestnik::sqlitebackup {

// Copies of whole SQLite stores. All functions use connections of their own and take as long as the file is large: for
// pool threads, beside a program that goes on writing.

/// What a file that was looked at turned out to be.
struct FileFacts {
    int version = 0; ///< of the schema
    qint64 channels = 0;
    qint64 posts = 0;
    qint64 bytes = 0;
};

enum class Look {
    Header, ///< it opens, is ours and not newer, its tables can be counted
    Thorough, ///< and every page of every table is sound
};

enum class Source {
    Live, ///< others may have it open and write to it
    Still, ///< nobody has: nothing is made beside it
};

/// Looks at a store that nobody writes to. Changes nothing and leaves no files beside it. `progress` gets tables done
/// and tables in all; may be empty. Errors: FileFailed (no such file), DatabaseOpenFailed (not ours), DatabaseTooNew,
/// DatabaseDamaged, Cancelled.
[[nodiscard]] Result<FileFacts> inspect(const QString &path, Look look, const TaskControl &control,
    const std::function<void(int done, int total)> &progress = {});

/// Writes a complete copy of a store as it is at this moment to `target`, under a temporary name beside it until it is
/// whole, looked at (`look`) and on the disk; then it replaces what stood there. On an error or when cancelled nothing
/// is left. The store may be written meanwhile; its log cannot shrink for that time. Reports bytes. Errors also:
/// DatabaseFull (subject: the target), FileFailed, DatabaseOpenFailed.
[[nodiscard]] Result<FileFacts> writeCopy(
    const QString &store, Source kind, const QString &target, Look look, const TaskControl &control);

/// Moves everything from a store's log into its file and closes it, so that the file alone is complete. Nobody else may
/// have it open: DatabaseBusy. Any other error: the store could not be read; nothing was changed.
[[nodiscard]] Result<void> settle(const QString &path);

/// Waits until a file, and the name it has in its folder, are on the disk.
[[nodiscard]] Result<void> syncFile(const QString &path);

/// Copies the store that is about to be brought to `newVersion` into the folder "backups" beside it
/// ("before-version-2-20260520-120000.db") and keeps the newest three of these. Returns the file.
[[nodiscard]] Result<QString> beforeMigration(const QString &store, int newVersion);

} // namespace vestnik::sqlitebackup
