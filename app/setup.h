// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/options.h"
#include "core/base/datadir.h"
#include "core/engine/engine.h"

namespace vestnik {

/// What all ways of running the program share: settings read, files placed in the data directory.
[[nodiscard]] EngineSetup makeSetup(const DataDir &dir);

} // namespace vestnik
