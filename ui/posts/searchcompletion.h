// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace vestnik {

/// Names that a search can be completed with.
struct SearchNames {
    QStringList channels;
    QStringList folders;
    QStringList tags;
};

/// What may stand in place of a part of what was typed.
struct SearchCompletion {
    int from = 0; ///< UTF-16 units
    int length = 0;
    QStringList proposals; ///< whole replacements, at most 12, those that begin alike first
};

/// What the word before the cursor can become: names of filters ("channel:") and their values. Pure, any thread.
[[nodiscard]] SearchCompletion completeSearch(const QString &typed, int cursor, const SearchNames &names);

} // namespace vestnik
