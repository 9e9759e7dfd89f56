// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace vestnik {

// Row ids of the store. 0 means "none". Times are milliseconds since 1970-01-01 UTC everywhere in core; 0 means
// "never".
using UserId = qint64;
using ChannelId = qint64;
using PostId = qint64;
using RunId = qint64;
using JobId = qint64;
/// Number of a message inside its channel, as Telegram counts (1 is the first).
using MessageId = qint64;

/// The account that exists from the start: reads public channels through the web preview.
inline constexpr UserId localUserId = 1;

} // namespace vestnik
