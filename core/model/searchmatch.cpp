// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/searchmatch.h"

#include <algorithm>
#include <string_view>

#include "core/model/wordforms.h"

namespace vestnik {
namespace {

/// The character that begins at `at`.
char32_t pointAt(const QString &text, qsizetype at)
{
    const QChar unit = text.at(at);
    const bool pair = unit.isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
    return pair ? QChar::surrogateToUcs4(unit, text.at(at + 1)) : unit.unicode();
}

/// The character that ends before `at`, which is not 0.
char32_t pointBefore(const QString &text, qsizetype at)
{
    const QChar unit = text.at(at - 1);
    const bool pair = unit.isLowSurrogate() && at > 1 && text.at(at - 2).isHighSurrogate();
    return pair ? QChar::surrogateToUcs4(text.at(at - 2), unit) : unit.unicode();
}

int unitsOf(char32_t point)
{
    return point > 0xffff ? 2 : 1;
}

bool isPart(char32_t point)
{
    return charRole(point) == CharRole::Part;
}

/// Underscores join the parts of names and hashtags.
bool joins(char32_t point)
{
    return point == U'_' || isPart(point);
}

} // namespace

/// A text being compared. Words are looked for where one of the query's words may begin, so that most texts that do not
/// match cost one search for a few characters.
class MatchedText {
public:
    MatchedText(const QString &text, bool withPlaces)
        : m_folded(foldedText(text, withPlaces ? &m_places : nullptr))
    {
    }

    /// Calls `found(begin, end)` for each place of the leaf, UTF-16 units; false ends it. Places need `withPlaces`.
    template<typename Found>
    void find(const SearchMatcher::Leaf &leaf, Found &&found) const
    {
        if (leaf.kind == SearchNode::Kind::Sign) {
            findSign(leaf, found);
            return;
        }
        if (leaf.words.isEmpty()) {
            return;
        }
        const QString &probe = probeOf(leaf);
        qsizetype at = m_folded.indexOf(probe);
        while (at >= 0) {
            Run run{at, at};
            if (at == 0 || !isPart(pointBefore(m_folded, at))) {
                run = runFrom(at);
                const Run all = neighbours(leaf, run);
                if (all.end > all.begin && !found(placeOf(all.begin), placeOf(all.end))) {
                    return;
                }
            }
            at = m_folded.indexOf(probe, std::max(run.end, at + 1));
        }
    }

    [[nodiscard]] bool has(const SearchMatcher::Leaf &leaf) const
    {
        bool is = false;
        find(leaf, [&is](int, int) {
            is = true;
            return false;
        });
        return is;
    }

private:
    /// A word of the folded text.
    struct Run {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    static const QString &probeOf(const SearchMatcher::Leaf &leaf)
    {
        const SearchMatcher::Wanted &word = leaf.words.at(leaf.rarest);
        return leaf.kind == SearchNode::Kind::Word ? word.beginning : word.form;
    }

    [[nodiscard]] Run runFrom(qsizetype begin) const
    {
        qsizetype end = begin;
        while (end < m_folded.size() && isPart(pointAt(m_folded, end))) {
            end += unitsOf(pointAt(m_folded, end));
        }
        return {begin, end};
    }

    [[nodiscard]] Run after(Run run) const
    {
        qsizetype at = run.end;
        while (at < m_folded.size() && !isPart(pointAt(m_folded, at))) {
            at += unitsOf(pointAt(m_folded, at));
        }
        return runFrom(at);
    }

    [[nodiscard]] Run before(Run run) const
    {
        qsizetype end = run.begin;
        while (end > 0 && !isPart(pointBefore(m_folded, end))) {
            end -= unitsOf(pointBefore(m_folded, end));
        }
        qsizetype begin = end;
        while (begin > 0 && isPart(pointBefore(m_folded, begin))) {
            begin -= unitsOf(pointBefore(m_folded, begin));
        }
        return {begin, end};
    }

    [[nodiscard]] bool is(const SearchMatcher::Leaf &leaf, qsizetype index, Run run) const
    {
        if (run.end <= run.begin) {
            return false;
        }
        const SearchMatcher::Wanted &wanted = leaf.words.at(index);
        const QStringView word = QStringView(m_folded).mid(run.begin, run.end - run.begin);
        if (leaf.kind == SearchNode::Kind::Prefix && index + 1 == leaf.words.size()) {
            return word.startsWith(wanted.form);
        }
        if (leaf.kind != SearchNode::Kind::Word) {
            // Of very long words the beginning counts.
            return word == wanted.form || (word.size() > WordForms::longest && formOf(word) == wanted.form);
        }
        if (!word.startsWith(wanted.beginning)) {
            return false;
        }
        bool same = false;
        WordForms::ofThread().read(word, [&same, &wanted](const WordView &view) {
            same = view.stem == std::string_view(wanted.stem.constData(), static_cast<std::size_t>(wanted.stem.size()));
            return false;
        });
        return same;
    }

    static QString formOf(QStringView word)
    {
        const QList<TextWord> words = WordForms::ofThread().words(word);
        return words.isEmpty() ? QString() : QString::fromUtf8(words.first().form);
    }

    /// From the first word of the leaf to the last if they stand around `rarest`; empty if they do not.
    [[nodiscard]] Run neighbours(const SearchMatcher::Leaf &leaf, Run rarest) const
    {
        if (!is(leaf, leaf.rarest, rarest)) {
            return {};
        }
        Run first = rarest;
        for (qsizetype i = leaf.rarest - 1; i >= 0; --i) {
            first = before(first);
            if (!is(leaf, i, first)) {
                return {};
            }
        }
        Run last = rarest;
        for (qsizetype i = leaf.rarest + 1; i < leaf.words.size(); ++i) {
            last = after(last);
            if (!is(leaf, i, last)) {
                return {};
            }
        }
        return {first.begin, last.end};
    }

    template<typename Found>
    void findSign(const SearchMatcher::Leaf &leaf, Found &&found) const
    {
        qsizetype at = m_folded.indexOf(leaf.sign);
        while (at >= 0 && !leaf.sign.isEmpty()) {
            const qsizetype end = at + leaf.sign.size();
            const bool cutBefore = leaf.wordBefore && at > 0 && joins(pointBefore(m_folded, at));
            const bool cutAfter = leaf.wordAfter && end < m_folded.size() && joins(pointAt(m_folded, end));
            if (!cutBefore && !cutAfter && !found(placeOf(at), placeOf(end))) {
                return;
            }
            at = m_folded.indexOf(leaf.sign, at + 1);
        }
    }

    [[nodiscard]] int placeOf(qsizetype folded) const { return m_places.isEmpty() ? 0 : m_places.at(folded); }

    QList<int> m_places;
    const QString m_folded;
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
        leaf.sign = foldedText(node.text);
        leaf.wordBefore = !leaf.sign.isEmpty() && joins(pointAt(leaf.sign, 0));
        leaf.wordAfter = !leaf.sign.isEmpty() && joins(pointBefore(leaf.sign, leaf.sign.size()));
        return leaf;
    }
    const QList<TextWord> words = WordForms::ofThread().words(node.text);
    for (const TextWord &word : words) {
        leaf.words.append(
            Wanted{QString::fromUtf8(word.form), word.stem, QString::fromUtf8(sharedBeginning(word.stem))});
        if (leaf.words.last().beginning.size() > leaf.words.at(leaf.rarest).beginning.size()) {
            leaf.rarest = leaf.words.size() - 1;
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
    const MatchedText matched(text, false);
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
    const MatchedText matched(text, true);
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
