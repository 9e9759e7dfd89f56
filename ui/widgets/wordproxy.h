// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QStringList>

#include <initializer_list>

class QVariant;

namespace vestnik {

/// Filters by words that are typed and sorts texts as the operator's language does. What the words are looked for in,
/// and by what is sorted, is the subclass's. GUI thread.
class WordProxy : public QSortFilterProxyModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WordProxy)

public:
    /// Words that must all occur; the case of any script does not matter.
    void setText(const QString &text);

protected:
    enum class Words {
        AsTyped,
        Names, ///< "@name" finds "name"
    };

    WordProxy(Words words, QObject *parent);

    [[nodiscard]] bool hasWords() const { return !m_words.isEmpty(); }
    /// Does not filter anew.
    void clearWords() { m_words.clear(); }
    /// Every word occurs in at least one of the texts.
    [[nodiscard]] bool holdsWords(std::initializer_list<QStringView> texts) const;
    /// Below, at or above 0: `a` stands before, at or after `b`. Texts ("9" before "10"), otherwise whole numbers.
    [[nodiscard]] int compare(const QVariant &a, const QVariant &b) const;

private:
    const Words m_kind;
    QStringList m_words;
    QCollator m_collator;
};

} // namespace vestnik
