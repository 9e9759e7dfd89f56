// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

class QIODevice;

namespace vestnik {

class ImportSink;

/// Longest text of one post in a file that is imported, bytes.
inline constexpr qsizetype longestImportedPost = 16 * 1024 * 1024;

/// Reads a result.json of Telegram Desktop, of one chat or of all, from an open device into the sink; in memory for one
/// message at a time. A message that cannot be read is counted; at a place that is no JSON the reading ends and the
/// report says where. FileFailed if there was no chat.
[[nodiscard]] Result<void> importTelegram(QIODevice &device, ImportSink &sink);

/// Reads our own JSON: an array of posts.
[[nodiscard]] Result<void> importJsonArray(QIODevice &device, ImportSink &sink);

} // namespace vestnik
