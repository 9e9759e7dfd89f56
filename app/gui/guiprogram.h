// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/options.h"

namespace vestnik {

/// The panel. Returns the exit code.
int runPanel(int &argc, char **argv, const Options &options);

} // namespace vestnik
