// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/store/reads.h"

#include <QList>

namespace vestnik {

class Database;

/// Complete posts of the given rows, newest first, in constant memory; rows that are gone and those of channels that
/// are off the list are left out. Returns how many were visited.
[[nodiscard]] Result<qint64> readSelection(
    Database &database, const QList<PostId> &ids, const PostVisitor &visitor, UserId user = localUserId);

} // namespace vestnik
