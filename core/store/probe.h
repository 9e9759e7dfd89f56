// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/task.h"
#include "core/store/database.h"

namespace vestnik {

/// Looks at the database of an address as DatabaseConfig::path takes it, and changes nothing there; a file that does
/// not exist is not made. Takes at most 6 s, the resolver of names apart: meant for a pool thread. `check` is asked
/// meanwhile. Errors: those of Database::open() but DatabaseTooNew and DatabaseInUse, which are no obstacles here.
[[nodiscard]] Result<DatabaseProbe> probeDatabase(const QString &address, const InterruptCheck &check = {});

} // namespace vestnik
