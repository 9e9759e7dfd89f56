// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/searchquery.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace vestnik {

/// Finds out whether a text is what a query asks for: the truth that indexes only approach. Prepared once for a query,
/// then asked for many texts. A value; const use from any thread.
class SearchMatcher final {
public:
    /// Answers for a filter of the query.
    using FilterFact = std::function<bool(const SearchNode &filter)>;

    explicit SearchMatcher(const SearchNode &root);

    /// True if the text has what is asked for, filters as `fact` says. Without one, filters hold.
    [[nodiscard]] bool matches(const QString &text, const FilterFact &fact = {}) const;
    /// See searchHits().
    [[nodiscard]] QList<TextRange> hits(const QString &text) const;

private:
    friend class MatchedText;

    /// One word of a leaf.
    struct Wanted {
        QString form; ///< folded
        QByteArray stem;
        QString beginning; ///< what all forms of the stem begin with
    };
    /// A word, beginning, phrase or sign.
    struct Leaf {
        SearchNode::Kind kind = SearchNode::Kind::Word;
        QList<Wanted> words; ///< neighbours
        qsizetype rarest = 0; ///< of these words the one to look for first
        QString sign; ///< folded
        bool wordBefore = false; ///< sign: begins inside a word
        bool wordAfter = false;
        bool excluded = false; ///< below Not
    };
    struct Node {
        SearchNode::Kind kind = SearchNode::Kind::All;
        int leaf = -1;
        SearchNode filter;
        QList<Node> children;
    };

    Node prepared(const SearchNode &node, bool excluded);
    static Leaf leafOf(const SearchNode &node);

    QList<Leaf> m_leaves;
    Node m_root;
};

} // namespace vestnik
