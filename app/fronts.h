// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/datadir.h"
#include "core/base/loopguard.h"

#include <functional>
#include <memory>

namespace vestnik {

class EngineLink;

/// Lets command lines reach this engine through the data directory's socket. `show`: called on the main thread when the
/// program was started a second time; may be empty.
void addControlServer(
    EngineLink &link, const DataDir &dir, const std::shared_ptr<LoopGuard> &mainGuard, std::function<void()> show);

} // namespace vestnik
