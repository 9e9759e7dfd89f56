// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/options.h"
#include "core/base/datadir.h"

class QCoreApplication;

namespace vestnik {

/// `posts` and `export`: read the database beside a running instance, in constant memory, without holding anything.
/// Returns the exit code.
int runPostCommand(QCoreApplication &application, const DataDir &dir, const Options &options);

} // namespace vestnik
