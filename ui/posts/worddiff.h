// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace vestnik {

/// A stretch of text that stayed, went or came.
struct DiffPart {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;

    [[nodiscard]] bool operator==(const DiffPart &) const = default;
};

/// How one text became another, word by word: the parts that are not Added make up `before`, those that are not Removed
/// make up `after`; of two neighbours none have the same kind. Texts with very much that differs are compared by lines,
/// and if that is still too much, as wholes: it never takes more than some milliseconds. Pure, any thread.
[[nodiscard]] QList<DiffPart> wordDiff(const QString &before, const QString &after);

} // namespace vestnik
