// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/searchquery.h"

#include <algorithm>

#include "core/model/searchvalues.h"
#include "core/model/wordforms.h"

namespace vestnik {
namespace {

constexpr int mostUnits = 2000;
constexpr int mostTerms = 64;
constexpr int deepest = 32;

bool isQuote(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”' || c == u'„' || c == u'‟';
}

bool isSpace(QChar c)
{
    return c.isSpace() || c.unicode() < 0x20;
}

bool endsWord(QChar c)
{
    return isSpace(c) || c == u'(' || c == u')' || c == u'|';
}

bool hasWord(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return std::any_of(points.begin(), points.end(), [](uint point) { return charRole(point) == CharRole::Part; });
}

bool hasSymbol(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    return text.startsWith(u'@') || std::any_of(points.begin(), points.end(), isSearchSign);
}

/// Without the punctuation around it: "(банк," is the word "банк".
QString core(const QString &text)
{
    const auto isEdge = [](QChar c) { return c.isPunct() && c != u'#' && c != u'%' && c != u'‰' && c != u'@'; };
    qsizetype from = 0;
    qsizetype to = text.size();
    while (from < to && isEdge(text.at(from))) {
        ++from;
    }
    // +word asks for what is asked for anyway; +7 is a number.
    if (to - from > 1 && text.at(from) == u'+' && text.at(from + 1).isLetter()) {
        ++from;
    }
    while (to > from && isEdge(text.at(to - 1))) {
        --to;
    }
    return text.mid(from, to - from);
}

class Parser {
public:
    Parser(const QString &typed, qint64 nowMs, const QTimeZone &zone)
        : m_text(typed.left(mostUnits))
        , m_nowMs(nowMs)
        , m_zone(zone)
    {
        if (typed.size() > mostUnits) {
            problem(SearchProblem::Kind::TooLong, {}, mostUnits, static_cast<int>(typed.size()) - mostUnits);
        }
    }

    SearchQuery parse()
    {
        SearchQuery query;
        query.root.length = static_cast<int>(m_text.size());
        while (m_at < m_text.size()) {
            query.root.children += items(0);
            if (m_at < m_text.size()) {
                // items() stops at a parenthesis that closes nothing.
                problem(SearchProblem::Kind::StrayParenthesis, {}, m_at, 1);
                ++m_at;
            }
        }
        std::stable_sort(m_problems.begin(), m_problems.end(),
            [](const SearchProblem &a, const SearchProblem &b) { return a.offset < b.offset; });
        query.problems = m_problems;
        return query;
    }

private:
    /// What one step read: a term, nothing, or something that was left out with a problem of its own.
    struct Term {
        enum class Outcome { Taken, Dropped, None };
        Outcome outcome = Outcome::None;
        SearchNode node;
    };

    void problem(SearchProblem::Kind kind, const QString &subject, int offset, int length)
    {
        m_problems.append(SearchProblem{kind, subject, offset, length});
    }

    [[nodiscard]] QChar peek(int ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
    }

    void skipSpaces()
    {
        while (m_at < m_text.size() && isSpace(m_text.at(m_at))) {
            ++m_at;
        }
    }

    /// The length of an operator word that stands here, 0 for none.
    [[nodiscard]] int operatorHere(std::initializer_list<QStringView> names) const
    {
        for (const QStringView name : names) {
            const int size = static_cast<int>(name.size());
            const bool ends = m_at + size >= m_text.size() || endsWord(m_text.at(m_at + size));
            if (QStringView(m_text).mid(m_at).startsWith(name) && ends) {
                return size;
            }
        }
        return 0;
    }
    [[nodiscard]] int orHere() const { return peek() == u'|' ? 1 : operatorHere({u"OR", u"ИЛИ"}); }

    /// Terms up to a parenthesis that closes or to the end. OR binds its two neighbours.
    QList<SearchNode> items(int depth)
    {
        QList<SearchNode> found;
        bool leftSide = false; // something stands where OR could take it, be it left out or not
        bool leftTaken = false; // and it is the last of `found`
        bool chained = false; // and it came of an OR
        for (;;) {
            skipSpaces();
            if (m_at >= m_text.size() || peek() == u')') {
                return found;
            }
            if (const int size = operatorHere({u"AND"}); size > 0) {
                m_at += size;
                leftSide = false;
                continue;
            }
            const int orSize = orHere();
            if (orSize == 0) {
                const Term next = term(depth);
                if (next.outcome != Term::Outcome::None) {
                    leftSide = true;
                    chained = false;
                    leftTaken = next.outcome == Term::Outcome::Taken;
                    found += leftTaken ? QList<SearchNode>{next.node} : QList<SearchNode>();
                }
                continue;
            }
            const int offset = m_at;
            m_at += orSize;
            skipSpaces();
            const bool rightSide = m_at < m_text.size() && peek() != u')' && orHere() == 0;
            if (!leftSide || !rightSide) {
                problem(SearchProblem::Kind::LonelyOr, {}, offset, orSize);
                continue;
            }
            const Term right = term(depth);
            if (right.outcome != Term::Outcome::Taken) {
                continue;
            }
            if (leftTaken) {
                unite(found, right.node, chained);
            } else {
                found.append(right.node);
            }
            chained = leftTaken;
            leftTaken = true;
        }
    }

    /// Makes the last node and `right` alternatives.
    static void unite(QList<SearchNode> &found, const SearchNode &right, bool chained)
    {
        SearchNode &left = found.last();
        if (!chained) {
            SearchNode any;
            any.kind = SearchNode::Kind::Any;
            any.offset = left.offset;
            any.children = {left};
            left = any;
        }
        left.children.append(right);
        left.length = right.offset + right.length - left.offset;
    }

    Term term(int depth)
    {
        const int start = m_at;
        const QChar first = peek();
        if (first == u'-' || first == u'−') {
            return excluded(depth);
        }
        if (first == u'(') {
            return group(depth);
        }
        if (m_terms >= mostTerms) {
            problem(SearchProblem::Kind::TooLong, {}, start, static_cast<int>(m_text.size()) - start);
            m_at = static_cast<int>(m_text.size());
            return Term{Term::Outcome::Dropped, {}};
        }
        Term read = isQuote(first) ? phrase() : word();
        if (read.outcome == Term::Outcome::Taken) {
            ++m_terms;
            read.node.offset = start;
            read.node.length = m_at - start;
        }
        return read;
    }

    Term excluded(int depth)
    {
        const int start = m_at++;
        const QChar next = peek();
        if (m_at >= m_text.size() || (endsWord(next) && next != u'(') || next == u'-' || next == u'−') {
            problem(SearchProblem::Kind::LonelyMinus, {}, start, 1);
            return {};
        }
        Term inner = term(depth);
        if (inner.outcome == Term::Outcome::None) {
            problem(SearchProblem::Kind::LonelyMinus, {}, start, 1);
        }
        if (inner.outcome != Term::Outcome::Taken) {
            return inner;
        }
        SearchNode node;
        if (inner.node.kind == SearchNode::Kind::Not) {
            node = inner.node.children.first();
        } else {
            node.kind = SearchNode::Kind::Not;
            node.children = {inner.node};
        }
        node.offset = start;
        node.length = m_at - start;
        return Term{Term::Outcome::Taken, node};
    }

    Term group(int depth)
    {
        const int start = m_at++;
        if (depth >= deepest) {
            problem(SearchProblem::Kind::StrayParenthesis, {}, start, 1);
            return {};
        }
        const QList<SearchNode> children = items(depth + 1);
        if (peek() == u')') {
            ++m_at;
        } else {
            problem(SearchProblem::Kind::UnclosedParenthesis, {}, start, 1);
        }
        if (children.isEmpty()) {
            return {};
        }
        SearchNode node;
        node.children = children;
        if (children.size() == 1) {
            node = children.first();
        }
        node.offset = start;
        node.length = m_at - start;
        return Term{Term::Outcome::Taken, node};
    }

    /// From a quote to the next one.
    QString quoted()
    {
        const int start = m_at++;
        const int from = m_at;
        while (m_at < m_text.size() && !isQuote(m_text.at(m_at))) {
            ++m_at;
        }
        const QString inside = m_text.mid(from, m_at - from).simplified();
        if (m_at < m_text.size()) {
            ++m_at;
        } else {
            problem(SearchProblem::Kind::UnclosedQuote, {}, start, 1);
        }
        return inside;
    }

    Term phrase()
    {
        SearchNode node;
        node.text = quoted().normalized(QString::NormalizationForm_C);
        if (node.text.isEmpty()) {
            return {};
        }
        node.kind = hasWord(node.text) ? SearchNode::Kind::Phrase : SearchNode::Kind::Sign;
        return Term{Term::Outcome::Taken, node};
    }

    Term word()
    {
        const int start = m_at;
        while (m_at < m_text.size() && !endsWord(m_text.at(m_at)) && !isQuote(m_text.at(m_at))) {
            ++m_at;
        }
        const QString run = m_text.mid(start, m_at - start);
        if (run.isEmpty()) {
            ++m_at;
            return {};
        }
        const int colon = static_cast<int>(run.indexOf(u':'));
        const QString name = run.left(std::max(0, colon));
        const bool named = colon > 1 && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); });
        if (named) {
            const bool quoteFollows = colon + 1 == run.size() && m_at < m_text.size() && isQuote(peek());
            if (const std::optional<SearchField> field = searchvalues::fieldFromName(name)) {
                const QString value = quoteFollows ? quoted() : run.mid(colon + 1);
                return filter(*field, value, start, quoteFollows ? m_at - start - colon - 1 : value.size(), colon + 1);
            }
            const QString rest = run.mid(colon + 1);
            const bool meantAsField = quoteFollows || (!rest.isEmpty() && rest.at(0).isLetterOrNumber());
            if (meantAsField) {
                problem(SearchProblem::Kind::UnknownField, name, start, colon);
            }
        }
        return plainWord(run, start);
    }

    Term plainWord(const QString &run, int start)
    {
        int from = 0;
        int to = static_cast<int>(run.size());
        while (from < to && run.at(from) == u'*') {
            ++from;
        }
        while (to > from && run.at(to - 1) == u'*') {
            --to;
        }
        const bool stars = to < run.size();
        const bool beginning = stars && to > from && charRole(lastPoint(run.left(to))) != CharRole::Between;
        if (from > 0) {
            problem(SearchProblem::Kind::LonelyStar, {}, start, from);
        }
        if (stars && !beginning) {
            problem(SearchProblem::Kind::LonelyStar, {}, start + to, static_cast<int>(run.size()) - to);
        }
        const QString text = run.mid(from, to - from).normalized(QString::NormalizationForm_C);
        if (text.isEmpty()) {
            return {};
        }
        SearchNode node;
        node.text = core(text);
        if (!hasWord(text)) {
            node.kind = SearchNode::Kind::Sign;
            node.text = text;
        } else if (beginning) {
            node.kind = SearchNode::Kind::Prefix;
        } else {
            const bool address = text.contains(QLatin1String("://"));
            node.kind = hasSymbol(node.text) && !address ? SearchNode::Kind::Sign : SearchNode::Kind::Word;
        }
        return Term{Term::Outcome::Taken, node};
    }

    static char32_t lastPoint(const QString &text)
    {
        const qsizetype size = text.size();
        const bool pair = size > 1 && text.at(size - 1).isLowSurrogate() && text.at(size - 2).isHighSurrogate();
        return pair ? QChar::surrogateToUcs4(text.at(size - 2), text.at(size - 1)) : text.at(size - 1).unicode();
    }

    Term filter(SearchField field, const QString &value, int start, qsizetype valueLength, int valueOffset)
    {
        const int offset = start + valueOffset;
        const int length = static_cast<int>(valueLength);
        SearchNode node;
        node.kind = SearchNode::Kind::Filter;
        node.field = field;
        node.text = value.trimmed();
        const Term dropped{Term::Outcome::Dropped, {}};
        if (node.text.isEmpty() || node.text == QLatin1String("*") || node.text == QLatin1String("@")) {
            problem(SearchProblem::Kind::EmptyFilter, m_text.mid(start, valueOffset - 1), start, m_at - start);
            return dropped;
        }
        switch (field) {
        case SearchField::Before:
        case SearchField::After:
        case SearchField::On: {
            const auto span = searchvalues::dateSpan(node.text, m_nowMs, m_zone);
            if (!span) {
                problem(SearchProblem::Kind::BadDate, node.text, offset, length);
                return dropped;
            }
            node.from = field == SearchField::Before ? 0 : span->from;
            node.to = field == SearchField::Before ? span->from : field == SearchField::On ? span->to : 0;
            break;
        }
        case SearchField::Views: {
            const auto span = searchvalues::numberSpan(node.text);
            if (!span) {
                problem(SearchProblem::Kind::BadNumber, node.text, offset, length);
                return dropped;
            }
            node.from = span->from;
            node.to = span->to;
            break;
        }
        case SearchField::Has:
        case SearchField::Is:
        case SearchField::Lang:
            if (canonicalSearchValue(field, node.text).isEmpty()) {
                problem(SearchProblem::Kind::UnknownValue, node.text, offset, length);
                return dropped;
            }
            break;
        case SearchField::Channel:
        case SearchField::Folder:
        case SearchField::From:
        case SearchField::Author:
        case SearchField::Tag:
            break;
        }
        return Term{Term::Outcome::Taken, node};
    }

    const QString m_text;
    const qint64 m_nowMs;
    const QTimeZone m_zone;
    int m_at = 0;
    int m_terms = 0;
    QList<SearchProblem> m_problems;
};

bool hasWordsIn(const SearchNode &node)
{
    switch (node.kind) {
    case SearchNode::Kind::Word:
    case SearchNode::Kind::Prefix:
    case SearchNode::Kind::Phrase:
    case SearchNode::Kind::Sign:
        return true;
    case SearchNode::Kind::Not:
    case SearchNode::Kind::Filter:
        return false;
    case SearchNode::Kind::All:
    case SearchNode::Kind::Any:
        break;
    }
    return std::any_of(node.children.begin(), node.children.end(), hasWordsIn);
}

} // namespace

bool SearchQuery::hasWords() const
{
    return hasWordsIn(root);
}

SearchQuery parseSearch(const QString &typed, qint64 nowMs, const QTimeZone &zone)
{
    return Parser(typed, nowMs, zone).parse();
}

} // namespace vestnik
