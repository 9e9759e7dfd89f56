// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/searchquery.h"

#include <optional>

// Reads what stands on both sides of the colon of a filter. For searchquery.cpp only. Pure.
namespace vestnik::searchvalues {

/// The field of a name in English or Russian, whatever its case.
[[nodiscard]] std::optional<SearchField> fieldFromName(const QString &name);

struct Span {
    qint64 from = 0; ///< as in SearchNode
    qint64 to = 0;
};

/// A day, month or year: its first moment and the first moment after it, ms UTC.
[[nodiscard]] std::optional<Span> dateSpan(const QString &typed, qint64 nowMs, const QTimeZone &zone);
/// >10000, >=10k, <500, 1000..5000, 100.
[[nodiscard]] std::optional<Span> numberSpan(const QString &typed);

} // namespace vestnik::searchvalues
