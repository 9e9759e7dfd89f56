// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "core/store/database.h"

namespace vestnik {

/// A statement that makes a part of the schema, in the words of the kind of database. Statements are written for
/// SQLite, of which this notation is understood: `INTEGER PRIMARY KEY` (numbers itself unless it REFERENCES another
/// table, also with AUTOINCREMENT), `INTEGER`, `REAL`, `BLOB`, `COLLATE NOCASE` and a UNIQUE behind it (both left out:
/// an index on lower() does that), `WITHOUT ROWID`. Literals in quotes stay as they are. For SQLite nothing is changed.
[[nodiscard]] QString schemaText(DatabaseKind kind, const QString &statement);

} // namespace vestnik
