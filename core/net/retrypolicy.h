// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QtGlobal>

#include <optional>

namespace vestnik {

/// Longest wait that a server's Retry-After is granted, ms.
inline constexpr qint64 retryAfterCap = 3600LL * 1000;

/// How often something is tried, and how long the pauses between are. A value.
struct RetryPolicy {
    int attempts = 4; ///< tries in all, >= 1
    qint64 baseMs = 1000; ///< longest pause after the first failure
    qint64 capMs = 60'000; ///< longest pause at all

    /// Pause after the `failures`-th failure in a row (>= 1): exponential with full jitter, `random` (0 <= random < 1)
    /// of min(cap, base · 2^(failures-1)) milliseconds.
    [[nodiscard]] qint64 delay(int failures, double random) const;
};

/// True for failures that may be gone a moment later: the connection, time-outs, 429, 5xx, damaged answers.
[[nodiscard]] bool isWorthRetrying(ErrorCode code);

/// Value of a Retry-After header (seconds, or an HTTP date) as milliseconds from `now` (ms UTC), 0..retryAfterCap;
/// nullopt if it is neither.
[[nodiscard]] std::optional<qint64> retryAfterMs(const QByteArray &value, qint64 now);

} // namespace vestnik
