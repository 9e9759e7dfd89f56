// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"

namespace vestnik {

/// The message ids that a post stands for, ascending: its album's members, or its own.
[[nodiscard]] QList<MessageId> messageIdsOf(const Post &post);

/// One post out of what is stored of an album and what a page shows of it; either may have members that the other
/// lacks. A page that shows all stored members replaces the stored post. Keeps id and time of `stored`. Merging the
/// same thing again changes nothing.
[[nodiscard]] Post mergeAlbum(const Post &stored, const Post &seen);

} // namespace vestnik
