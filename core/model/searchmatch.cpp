// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/searchmatch.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/model/wordforms.h"

namespace vestnik {
namespace {

/// Underscores join the parts of names and hashtags.
bool joins(QChar c)
{
    return c == u'_' || charRole(c.unicode()) == CharRole::Part;
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

/// A text being compared. Cut into words only when a word of the query may be in it.
class MatchedText {
public:
    explicit MatchedText(const QString &text, bool withPlaces)
        : m_text(text)
        , m_folded(foldedText(text, withPlaces ? &m_places : nullptr))
    {
    }

    /// Calls `found(begin, end)` for each place of the leaf, UTF-16 units; false ends it. Places need `withPlaces`.
    template<typename Found>
    void find(const SearchMatcher::Leaf &leaf, Found &&found)
    {
        if (!leaf.probe.isEmpty() && !m_folded.contains(leaf.probe)) {
            return;
        }
        if (leaf.kind == SearchNode::Kind::Sign) {
            findSign(leaf, found);
            return;
        }
        if (leaf.words.isEmpty()) {
            return;
        }
        readWords();
        const std::size_t count = static_cast<std::size_t>(leaf.words.size());
        for (std::size_t at = 0; at + count <= m_words.size(); ++at) {
            if (stands(leaf, at) && !found(m_words[at].begin, m_words[at + count - 1].end)) {
                return;
            }
        }
    }

    [[nodiscard]] bool has(const SearchMatcher::Leaf &leaf)
    {
        bool is = false;
        find(leaf, [&is](int, int) {
            is = true;
            return false;
        });
        return is;
    }

private:
    struct Word {
        std::size_t form;
        std::size_t formSize;
        std::size_t stem;
        std::size_t stemSize;
        int begin;
        int end;
    };

    [[nodiscard]] std::string_view part(std::size_t at, std::size_t size) const
    {
        return std::string_view(m_bytes).substr(at, size);
    }

    void readWords()
    {
        if (m_read) {
            return;
        }
        m_read = true;
        m_words.reserve(static_cast<std::size_t>(m_text.size() / 6 + 1));
        m_bytes.reserve(static_cast<std::size_t>(m_text.size() * 3));
        WordForms::ofThread().read(QStringView(m_text), [this](const WordView &word) {
            m_words.push_back(Word{m_bytes.size(), word.form.size(), m_bytes.size() + word.form.size(),
                word.stem.size(), static_cast<int>(word.begin), static_cast<int>(word.end)});
            m_bytes += word.form;
            m_bytes += word.stem;
            return true;
        });
    }

    [[nodiscard]] bool stands(const SearchMatcher::Leaf &leaf, std::size_t at) const
    {
        const qsizetype last = leaf.words.size() - 1;
        for (qsizetype i = 0; i <= last; ++i) {
            const Word &word = m_words[at + static_cast<std::size_t>(i)];
            const std::string_view wanted = viewOf(leaf.words.at(i));
            bool same = false;
            if (leaf.kind == SearchNode::Kind::Word) {
                same = part(word.stem, word.stemSize) == wanted;
            } else if (leaf.kind == SearchNode::Kind::Prefix && i == last) {
                same = part(word.form, word.formSize).substr(0, wanted.size()) == wanted;
            } else {
                same = part(word.form, word.formSize) == wanted;
            }
            if (!same) {
                return false;
            }
        }
        return true;
    }

    template<typename Found>
    void findSign(const SearchMatcher::Leaf &leaf, Found &&found) const
    {
        qsizetype at = m_folded.indexOf(leaf.probe);
        while (at >= 0 && !leaf.probe.isEmpty()) {
            const qsizetype end = at + leaf.probe.size();
            const bool cutBefore = leaf.wordBefore && at > 0 && joins(m_folded.at(at - 1));
            const bool cutAfter = leaf.wordAfter && end < m_folded.size() && joins(m_folded.at(end));
            if (!cutBefore && !cutAfter && !found(placeOf(at), placeOf(end))) {
                return;
            }
            at = m_folded.indexOf(leaf.probe, at + 1);
        }
    }

    [[nodiscard]] int placeOf(qsizetype folded) const { return m_places.isEmpty() ? 0 : m_places.at(folded); }

    const QString m_text;
    QList<int> m_places;
    const QString m_folded;
    bool m_read = false;
    std::string m_bytes;
    std::vector<Word> m_words;
};

SearchMatcher::SearchMatcher(const SearchNode &root)
{
    m_root = prepared(root, false);
}

SearchMatcher::Leaf SearchMatcher::leafOf(const SearchNode &node)
{
    Leaf leaf;
    leaf.kind = node.kind;
    if (node.kind == SearchNode::Kind::Sign) {
        leaf.probe = foldedText(node.text);
        leaf.wordBefore = !leaf.probe.isEmpty() && joins(leaf.probe.front());
        leaf.wordAfter = !leaf.probe.isEmpty() && joins(leaf.probe.back());
        return leaf;
    }
    const QList<TextWord> words = WordForms::ofThread().words(node.text);
    for (const TextWord &word : words) {
        const bool any = node.kind == SearchNode::Kind::Word;
        leaf.words.append(any ? word.stem : word.form);
        const QString shared = QString::fromUtf8(any ? sharedBeginning(word.stem) : word.form);
        if (shared.size() > leaf.probe.size()) {
            leaf.probe = shared;
        }
    }
    return leaf;
}

SearchMatcher::Node SearchMatcher::prepared(const SearchNode &node, bool excluded)
{
    Node made;
    made.kind = node.kind;
    switch (node.kind) {
    case SearchNode::Kind::Word:
    case SearchNode::Kind::Prefix:
    case SearchNode::Kind::Phrase:
    case SearchNode::Kind::Sign:
        made.leaf = static_cast<int>(m_leaves.size());
        m_leaves.append(leafOf(node));
        m_leaves.last().excluded = excluded;
        break;
    case SearchNode::Kind::Filter:
        made.filter = node;
        break;
    case SearchNode::Kind::All:
    case SearchNode::Kind::Any:
    case SearchNode::Kind::Not:
        for (const SearchNode &child : node.children) {
            made.children.append(prepared(child, excluded != (node.kind == SearchNode::Kind::Not)));
        }
        break;
    }
    return made;
}

bool SearchMatcher::matches(const QString &text, const FilterFact &fact) const
{
    MatchedText matched(text, false);
    const std::function<bool(const Node &)> holds = [&](const Node &node) -> bool {
        switch (node.kind) {
        case SearchNode::Kind::All:
            return std::all_of(node.children.begin(), node.children.end(), holds);
        case SearchNode::Kind::Any:
            return std::any_of(node.children.begin(), node.children.end(), holds);
        case SearchNode::Kind::Not:
            return std::none_of(node.children.begin(), node.children.end(), holds);
        case SearchNode::Kind::Filter:
            return !fact || fact(node.filter);
        case SearchNode::Kind::Word:
        case SearchNode::Kind::Prefix:
        case SearchNode::Kind::Phrase:
        case SearchNode::Kind::Sign:
            break;
        }
        return matched.has(m_leaves.at(node.leaf));
    };
    return holds(m_root);
}

QList<TextRange> SearchMatcher::hits(const QString &text) const
{
    QList<TextRange> ranges;
    MatchedText matched(text, true);
    for (const Leaf &leaf : m_leaves) {
        if (leaf.excluded) {
            continue;
        }
        matched.find(leaf, [&ranges](int begin, int end) {
            ranges.append(TextRange{begin, end - begin});
            return true;
        });
    }
    std::sort(ranges.begin(), ranges.end(), [](const TextRange &a, const TextRange &b) {
        return a.offset != b.offset ? a.offset < b.offset : a.length > b.length;
    });
    QList<TextRange> apart;
    for (const TextRange &range : std::as_const(ranges)) {
        if (apart.isEmpty() || range.offset >= apart.last().offset + apart.last().length) {
            apart.append(range);
        } else {
            const int end = std::max(apart.last().offset + apart.last().length, range.offset + range.length);
            apart.last().length = end - apart.last().offset;
        }
    }
    return apart;
}

QList<TextRange> searchHits(const SearchQuery &query, const QString &text)
{
    return SearchMatcher(query.root).hits(text);
}

} // namespace vestnik
