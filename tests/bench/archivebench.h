// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QString>

namespace vestnik::bench {

/// Times of searches in an archive of so many posts of ArchiveData; checks what is found against the texts.
[[nodiscard]] Result<void> benchSearch(const QString &file, qint64 posts);
/// Stores so many posts twice, interleaved: as the program does, and by prepared statements of SQLite alone into the
/// same tables and the same index. And the latter without marks.
[[nodiscard]] Result<void> benchStoring(qint64 posts);

} // namespace vestnik::bench
