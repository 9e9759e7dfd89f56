// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/taskcontrol.h"
#include "core/model/task.h"

namespace vestnik {

class Database;

/// Takes posts over from a file of our own (NDJSON, or the array of JSON), from Telegram Desktop's result.json, or from
/// the database of the Python original. Blocks: for a pool thread with a connection of its own; writes in short
/// transactions with rests between them, so that a collector on the same store goes on. `now`: ms UTC.
///
/// Only adds: a post that is there stays as it is, and gets the star, the tags and the note it does not have. New posts
/// are read, and what is covered does not change: the collector still reads these ids. A second import adds nothing;
/// one that was cancelled or killed keeps whole transactions, and a repeat completes it.
///
/// Channels are found by name, without case, or by Telegram's number. Those of a Telegram Desktop export have no name
/// there: an unknown one becomes "c/<number>" ("g/<number>" for a basic group), which is no name of a public channel
/// and makes the address t.me/c/<number>/<message>; it is not read by the collector (inactive). New channels get the
/// spec's folder. Chats with people, bots and oneself are left out.
///
/// Facts: channels_added, posts_added, posts_known, posts_different (known with another text; ours stays),
/// posts_completed (known, and got a star, tag or note), lines_broken (value: how many; text: the first five places),
/// users_added, and what was left out, if any: chats_skipped, articles_skipped, posts_skipped, rows_skipped (text:
/// what), file_incomplete (text: where it ends or breaks). Errors: Cancelled, FileFailed (not readable, or nothing of a
/// known format), those of Database. Reports posts done; the total is an estimate for a file.
[[nodiscard]] Result<TaskReport> importPosts(
    Database &database, const ImportSpec &spec, qint64 now, const TaskControl &control);

/// By the content; Automatic if it is nothing known. A server is the database of the original. Reads the beginning.
[[nodiscard]] Result<ImportFormat> detectImportFormat(const QString &source);

} // namespace vestnik
