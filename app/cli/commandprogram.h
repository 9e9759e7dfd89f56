// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/options.h"

namespace vestnik {

/// One command of the command line, without a window. Returns the exit code: 0 all well, 1 something failed (said on
/// standard error), 2 wrong usage.
int runCommand(int &argc, char **argv, const Options &options);

} // namespace vestnik
