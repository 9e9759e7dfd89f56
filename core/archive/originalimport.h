// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace vestnik {

class Database;
class ImportSink;
class OriginalDatabase;

/// Takes users (name and number), channels (paused if none of its users reads them) and posts over from the database
/// of the Python parser. Texts of articles, groups, mentions and digests are counted as left out.
[[nodiscard]] Result<void> importOriginal(OriginalDatabase &original, Database &database, qint64 now, ImportSink &sink);

} // namespace vestnik
