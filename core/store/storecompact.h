// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace vestnik {

class Database;

namespace storecompact {

/// Writes the whole store anew, without the holes. DatabaseFull before anything is written where the room is missing.
[[nodiscard]] Result<void> vacuum(Database &database);

} // namespace storecompact
} // namespace vestnik
