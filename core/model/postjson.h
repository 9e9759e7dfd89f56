// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"

#include <QJsonObject>

namespace vestnik {

/// A post as `posts --json` prints it; exports have these keys and some more (postexport.h). Every key is always there:
/// an absent value is null, a list without members is []. Keys: channel, message_id, posted_at (ISO 8601 UTC,
/// "2026-05-20T15:38:10Z"), kind, text, entities, url, views (number), author, edited, forwarded_from
/// ({name,url,channel,message_id,author}), reply_to (message id), media ([{kind,…}]), links, hashtags, reactions
/// ([{kind,emoji,count,shown}]), album_ids, via_bot, preview, buttons. Pure, any thread.
[[nodiscard]] QJsonObject postToJson(const Post &post);

/// "2026-05-20T15:38:10Z", with milliseconds only if there are any; empty for 0.
[[nodiscard]] QString isoTime(qint64 msUtc);

} // namespace vestnik
