// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace vestnik::desktop {

// Files handed to the programs of the desktop. GUI thread; false if nothing opens them.

[[nodiscard]] bool openFile(const QString &path);
/// The folder that a file lies in.
[[nodiscard]] bool showInFolder(const QString &path);

} // namespace vestnik::desktop
