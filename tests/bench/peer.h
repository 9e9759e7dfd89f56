// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "tests/bench/measure.h"

#include <QUrl>

namespace vestnik::bench {

/// The pipeline that an operator would otherwise run: requests, BeautifulSoup and sqlite3 in Python.
[[nodiscard]] QString peerScript();
/// True if the script and the Python modules that it needs are there.
[[nodiscard]] bool hasPeer();
/// Runs it on a server; it measures itself, starting up not included.
[[nodiscard]] Result<Cost> runPeer(const QUrl &server, const QStringList &channels);

} // namespace vestnik::bench
