// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

namespace vestnik {

/// The schema of a server's database in which the tables of the store stand. Opens a connection of its own that reads.
[[nodiscard]] Result<QString> storeSchemaName(const QString &address);

} // namespace vestnik
