// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"

#include <algorithm>

namespace vestnik::postkey {

// A post's row id carries the second it was posted in its upper bits, so that "newest first" is a walk along the table
// and a range of time is a range of ids. Below stand 20 bits that tell posts of one second apart: channel, then
// message, so that posts of a channel in one second keep the order of their numbers. Stays below 2^53 (JSON) until the
// year 2285.
inline constexpr qint64 epochMs = 1'356'998'400'000; ///< 2013-01-01 UTC: before the first post of any channel
inline constexpr int slotBits = 20;
inline constexpr qint64 slots = qint64(1) << slotBits;
inline constexpr qint64 maxSeconds = (qint64(1) << 33) - 1;

/// Lowest key of the second that holds `ms` (UTC).
[[nodiscard]] constexpr PostId firstAt(qint64 ms)
{
    return std::clamp<qint64>((ms - epochMs) / 1000, 0, maxSeconds) << slotBits;
}

/// Start of the second of a key, ms UTC.
[[nodiscard]] constexpr qint64 timeOf(PostId key)
{
    return (key >> slotBits) * 1000 + epochMs;
}

/// The key a post gets if its place is free.
[[nodiscard]] constexpr PostId wanted(ChannelId channel, MessageId message, qint64 postedAt)
{
    return firstAt(postedAt) + ((channel & 0xff) << 12) + (message & 0xfff);
}

/// The next place to try in the same second.
[[nodiscard]] constexpr PostId following(PostId key)
{
    return (key & ~(slots - 1)) | ((key + 1) & (slots - 1));
}

} // namespace vestnik::postkey
