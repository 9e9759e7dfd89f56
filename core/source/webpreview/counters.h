// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"

#include <QtGlobal>

#include <optional>
#include <string_view>

namespace vestnik {

/// A counter as the page shows it: "999", "1.09K", "8.67M", "11 286 994", "1,234" (spaces of any kind). nullopt if it
/// holds no number. A suffix means that digits were dropped.
[[nodiscard]] std::optional<Count> parseCount(const QString &shown);

/// "0:09", "12:31", "1:02:03" in seconds; -1 if it is none.
[[nodiscard]] int parseDuration(const QString &shown);

/// "45%" as 45, within 0..100; -1 if it is none.
[[nodiscard]] int parsePercent(const QString &shown);

/// ISO 8601 with seconds and an offset or Z ("2026-05-20T15:38:10+00:00"), in ms UTC; 0 if it is none or not after
/// 1970.
[[nodiscard]] qint64 parseTime(std::string_view iso);

/// Digits only, at most 18 of them; 0 for anything else.
[[nodiscard]] qint64 parseId(std::string_view digits);

} // namespace vestnik
