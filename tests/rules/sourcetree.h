// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace vestnik::rules {

/// One file of the tree with views of its text. All views have the same length and the same line breaks, so that an
/// offset means the same place in each.
struct SourceFile {
    QString path; ///< from the repository root, '/' between parts
    QString raw; ///< as it lies on disk
    QString bare; ///< comments are blanks
    QString code; ///< comments and the insides of string and character literals are blanks

    /// Line number (from 1) of an offset.
    [[nodiscard]] int lineAt(qsizetype offset) const;
    [[nodiscard]] bool isCpp() const;
    [[nodiscard]] bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
    /// True if it lies in one of these folders ("core/store").
    [[nodiscard]] bool isIn(const QStringList &folders) const;
};

/// Makes the views. `path` decides by its ending whether the text is C++; other texts are left as they are.
[[nodiscard]] SourceFile sourceFile(const QString &path, const QString &text);

/// All files of ours below `root`: sources, CMake files and scripts. Data and translations are left out.
[[nodiscard]] QList<SourceFile> readTree(const QString &root);

/// The arguments of a call, split at its top-level commas and trimmed; `open` is the offset of its parenthesis in
/// `code`.
[[nodiscard]] QStringList argumentsAt(const QString &code, qsizetype open);
/// Offset of the bracket that closes the one at `open`, or -1.
[[nodiscard]] qsizetype closingBracket(const QString &code, qsizetype open);

} // namespace vestnik::rules
