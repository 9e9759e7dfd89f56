// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <optional>

namespace vestnik {

/// Memory that the program holds, bytes (VmRSS); nullopt where the system does not tell.
[[nodiscard]] std::optional<qint64> residentMemory();

} // namespace vestnik
