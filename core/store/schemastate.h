// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace vestnik {

class Database;

/// What is known of a schema without looking at its tables.
struct SchemaMark {
    bool empty = true; ///< nothing at all
    bool ours = false;
    int version = 0;
};

// How each kind of database keeps the mark. For schema.cpp and sqlitebackup.cpp.
namespace sqlite {
/// "VSTN": tells our files from other programs' in the header of the file.
inline constexpr qint64 applicationId = 0x5653544e;
[[nodiscard]] Result<SchemaMark> readMark(Database &database);
[[nodiscard]] Result<void> writeMark(Database &database, int version);
[[nodiscard]] Result<void> checkSoundness(Database &database);
} // namespace sqlite

namespace postgres {
[[nodiscard]] Result<SchemaMark> readMark(Database &database);
[[nodiscard]] Result<void> writeMark(Database &database, int version);
[[nodiscard]] Result<void> checkSoundness(Database &database);
[[nodiscard]] Result<void> alignNumbers(Database &database);
} // namespace postgres

} // namespace vestnik
