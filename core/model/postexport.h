// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/archivedpost.h"

#include <QJsonObject>

namespace vestnik {

class JsonBytes;

/// Appends a post as one JSON object without line ends: the keys and values of postToJson(), and behind them, always
/// there: channel_title, starred, tags ([text]), note, deleted_at (ISO 8601 UTC), versions ([{replaced_at, text,
/// entities}], newest first), and `more`: what postToJson() leaves out and an import needs to make the same post again
/// (null, or an object with those of pinned, partly_unsupported, views, reply, voters, reactions that say something).
void writePostJson(JsonBytes &out, const ArchivedPost &post);

/// Reads what writePostJson() wrote, and what postToJson() wrote. Unknown keys and values of a wrong type are ignored;
/// lists and texts of absurd length are cut. InvalidArgument if it is no post: no channel, no message_id
/// above 0, no time.
[[nodiscard]] Result<ArchivedPost> postFromJson(const QJsonObject &object);

} // namespace vestnik
