// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

namespace vestnik::bench {

/// A data directory with so many posts, indexed, as a long-running collector leaves it; one that is there is kept.
[[nodiscard]] Result<void> prepareStore(const QString &path, int posts);

/// A copy of the store of one data directory in another: what is stored there must not be there for the next one.
[[nodiscard]] bool copyStore(const QString &from, const QString &to);

/// Makes a data directory of a database file, once: it is copied where there is none, and used as it is where there is.
/// The channels that a run adds are new to it each time. Returns the number of posts.
[[nodiscard]] Result<qint64> reuseArchive(const QString &archive, const QString &path);

/// Two words that stand beside each other in one of the newest posts.
[[nodiscard]] Result<QString> wordsOfNewest(const QString &path);

} // namespace vestnik::bench
