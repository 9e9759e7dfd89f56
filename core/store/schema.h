// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace vestnik {

class Database;

/// What stands in a file, or in a schema on a server, that was opened.
enum class SchemaState {
    Empty, ///< nothing yet
    Current,
    Older, ///< migrations are to be run
    Newer, ///< made by a later version of this program
    Foreign, ///< a database of another program
};

/// One step from the version before to `version`. Appended only: a step that was released never changes.
/// The function has no captures, so that it can reach nothing but the database.
struct Migration {
    int version = 0;
    Result<void> (*apply)(Database &database) = nullptr;
};

/// All steps, ascending from version 1.
[[nodiscard]] const QList<Migration> &migrations();
/// The version that this program writes.
[[nodiscard]] int currentSchemaVersion();

[[nodiscard]] Result<SchemaState> readSchemaState(Database &database);
/// As it is written down; 0 in an empty store.
[[nodiscard]] Result<int> readSchemaVersion(Database &database);
/// Runs the migrations that the store lacks (all of them on an empty one), in one transaction.
[[nodiscard]] Result<void> bringSchemaUpToDate(Database &database);
/// A look at the small tables and at the ends of the large ones; DatabaseDamaged if they cannot be read.
[[nodiscard]] Result<void> checkSoundness(Database &database);
/// To be called after rows were inserted with ids of their own: the next number is above them all. SQLite does so
/// itself.
[[nodiscard]] Result<void> alignNumbers(Database &database);

} // namespace vestnik
