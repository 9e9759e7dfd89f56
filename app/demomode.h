// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginelink.h"

namespace vestnik {

/// Makes `link` work on invented channels that a server in this process hands out, with new posts every few seconds.
/// Before link.start().
void prepareDemo(EngineLink &link);
/// Subscribes to the invented channels and starts the scheduler. After link.start().
void populateDemo(EngineLink &link);

} // namespace vestnik
