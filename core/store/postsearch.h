// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace vestnik {

/// What an operator typed, as the index of texts takes it. Pure.
struct TextSearch {
    QString match; ///< FTS5 expression, every word quoted; empty if there are no words
    QList<QStringList> phrases; ///< the same for matches(): a word may be several tokens ("e-mail")
    bool lastMayContinue = false; ///< the last token is the beginning of a word
    QStringList signs; ///< what the index does not know (emoji, punctuation): to be looked for in the text itself

    [[nodiscard]] bool isEmpty() const { return match.isEmpty() && signs.isEmpty(); }
    /// True if a text that has not entered the index yet has all the phrases. Signs are not looked at.
    [[nodiscard]] bool matches(const QString &text) const;
};

/// All words must occur, the last one may be the beginning of a word; ё and е are the same. Nothing in the text is
/// taken for an operator of the query language. At most 32 words count.
[[nodiscard]] TextSearch textSearch(const QString &typed);

} // namespace vestnik
