// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"

#include <QJsonObject>

#include <optional>

namespace vestnik {

/// A message of Telegram Desktop's result.json as a post, without its channel. `ofGroup`: messages have senders, which
/// become the author; in a channel the signature does. nullopt if it is no message: no id or no time. The format is
/// not described anywhere; it is what Telegram Desktop writes (export_output_json.cpp of its sources), unknown types
/// stay plain text. Views, album ids and addresses of files are not in such exports. Times without a zone are taken
/// as UTC where the message has no Unix time.
[[nodiscard]] std::optional<Post> postFromTelegram(const QJsonObject &message, bool ofGroup);

} // namespace vestnik
