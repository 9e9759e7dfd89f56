// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/options.h"
#include "core/base/datadir.h"
#include "core/model/task.h"

class QCoreApplication;

namespace vestnik {

class UnixSignals;

/// What `import` asks for.
[[nodiscard]] ImportSpec importSpecOf(const Options &options);
/// Prints what an import did; returns the exit code: 1 if some of the source could not be read.
int showImport(const Options &options, const TaskReport &report);

/// `import`: holds the data directory and writes into its database, or asks the running instance that holds it. Ctrl+C
/// ends it between two transactions. Returns the exit code.
int runImportCommand(QCoreApplication &application, UnixSignals &signals, DataDir &dir, const Options &options);

} // namespace vestnik
