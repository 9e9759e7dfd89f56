// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/options.h"
#include "core/base/datadir.h"

class QCoreApplication;

namespace vestnik {

class UnixSignals;

/// `posts` and `export`: read the database beside a running instance, in constant memory, without holding anything.
/// Ctrl+C ends an export and leaves no file. Returns the exit code.
int runPostCommand(QCoreApplication &application, UnixSignals &signals, const DataDir &dir, const Options &options);

} // namespace vestnik
