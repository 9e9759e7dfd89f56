// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace vestnik {

/// Words of an exported page by the English ones; one that is missing stays English.
using ExportWords = QHash<QString, QString>;

/// All English words that an exported page may have, marked for translation in the context "Export": whoever has a
/// language fills an ExportWords with them.
[[nodiscard]] const QList<const char *> &exportWords();

} // namespace vestnik
