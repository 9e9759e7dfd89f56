// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

#include <QList>

namespace vestnik {

class Database;

/// Removes posts of one channel with all that hangs on them (index of texts, unread marks, versions, stars, notes,
/// tags, members of albums) and puts the channel's numbers right. Needs a transaction of the caller. For the store's
/// own files only.
[[nodiscard]] Result<void> removePosts(Database &database, ChannelId channel, const QList<PostId> &posts);

} // namespace vestnik
