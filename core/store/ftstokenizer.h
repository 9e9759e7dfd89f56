// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

struct sqlite3;

namespace vestnik {

/// Makes the tokenizer `vestnik` known to a connection: words and stems of wordforms.h. Every connection that reads or
/// writes the index of texts needs it. What is searched for is taken as it stands between spaces, because the caller
/// has made stems of it already. Returns an SQLite code.
[[nodiscard]] int registerTokenizer(sqlite3 *handle);

} // namespace vestnik
