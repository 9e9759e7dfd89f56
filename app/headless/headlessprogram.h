// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/options.h"

namespace vestnik {

/// The engine without a window: logs to standard error, ends on SIGTERM or SIGINT. Returns the exit code.
int runHeadless(int &argc, char **argv, const Options &options);

} // namespace vestnik
