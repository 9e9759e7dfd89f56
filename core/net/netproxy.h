// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/httptypes.h"

class QNetworkAccessManager;

namespace vestnik {

/// Makes `manager` use `proxy` for requests that begin from now on. The system's proxy is not used for this computer
/// itself.
void applyProxy(QNetworkAccessManager &manager, const ProxySettings &proxy);

} // namespace vestnik
