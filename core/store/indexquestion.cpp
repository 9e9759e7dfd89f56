// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/indexquestion.h"

#include <algorithm>

#include "core/model/wordforms.h"
#include "core/store/postmarks.h"

namespace vestnik {
namespace {

// Of a channel filter inside OR and NOT.
constexpr qsizetype mostChannelMarks = 16;

IndexQuery one(IndexQuery::Kind kind, const QList<QByteArray> &words)
{
    IndexQuery query;
    query.kind = kind;
    query.words = words;
    return query;
}

IndexQuery several(IndexQuery::Kind kind, const QList<IndexQuery> &children)
{
    if (children.size() == 1) {
        return children.first();
    }
    IndexQuery query;
    query.kind = kind;
    query.children = children;
    return query;
}

IndexQuestion everything(bool exact)
{
    IndexQuestion question;
    question.exact = exact;
    return question;
}

IndexQuestion nothing()
{
    IndexQuestion question;
    question.nothing = true;
    return question;
}

QList<QByteArray> stemsOf(const QList<TextWord> &words)
{
    QList<QByteArray> stems;
    for (const TextWord &word : words) {
        stems.append(word.stem);
    }
    return stems;
}

/// No other form has the stem of this word: it has digits or letters without rules.
bool isItsOnlyForm(const TextWord &word)
{
    return word.form == word.stem
        && std::any_of(word.form.begin(), word.form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

IndexQuestion forWords(const SearchNode &node)
{
    const QList<TextWord> words = WordForms::ofThread().words(node.text);
    if (words.isEmpty()) {
        return everything(false);
    }
    IndexQuestion question;
    question.base = one(IndexQuery::Kind::Words, stemsOf(words));
    question.exact = node.kind == SearchNode::Kind::Word || std::all_of(words.begin(), words.end(), isItsOnlyForm);
    return question;
}

IndexQuestion forSign(const SearchNode &node)
{
    QList<IndexQuery> terms;
    if (const QList<TextWord> words = WordForms::ofThread().words(node.text); !words.isEmpty()) {
        terms.append(one(IndexQuery::Kind::Words, stemsOf(words)));
    }
    for (const QByteArray &mark : postmarks::signMarks(node.text)) {
        terms.append(one(IndexQuery::Kind::Mark, {mark}));
    }
    IndexQuestion question;
    question.base = united(terms, {});
    question.exact = false;
    return question;
}

IndexQuestion forPrefix(const SearchNode &node)
{
    QList<TextWord> words = WordForms::ofThread().words(node.text);
    if (words.isEmpty()) {
        return everything(false);
    }
    const QByteArray prefix = words.takeLast().form;
    QList<IndexQuery> terms;
    if (!words.isEmpty()) {
        terms.append(one(IndexQuery::Kind::Words, stemsOf(words)));
    }
    IndexQuestion question;
    // Half of all posts have a word that begins with a given letter: the index would read itself as a whole.
    if (QString::fromUtf8(prefix).size() > 1) {
        QList<IndexQuery> stems{one(IndexQuery::Kind::Beginning, {prefix})};
        if (words.isEmpty() && stemsKeepBeginning(prefix)) {
            question.sure = stems.first();
        }
        for (const QByteArray &stem : shorterStems(prefix)) {
            stems.append(one(IndexQuery::Kind::Words, {stem}));
        }
        terms.append(several(IndexQuery::Kind::Any, stems));
    }
    question.base = united(terms, {});
    question.exact = false;
    return question;
}

IndexQuestion forFilter(const SearchNode &node, const ChannelsOf &channelsOf)
{
    IndexQuestion question;
    if (node.field == SearchField::Channel || node.field == SearchField::Folder) {
        const QList<ChannelId> channels = channelsOf(node);
        if (channels.isEmpty()) {
            return nothing();
        }
        if (channels.size() > mostChannelMarks) {
            return everything(false);
        }
        QList<QByteArray> marks;
        for (const ChannelId channel : channels) {
            marks.append(postmarks::channelMark(channel));
        }
        question.base = anyMark(marks);
        return question;
    }
    const auto groups = postmarks::marksFor(node);
    if (!groups) {
        return everything(false);
    }
    QList<IndexQuery> alternatives;
    for (const QList<QByteArray> &group : *groups) {
        QList<IndexQuery> marks;
        for (const QByteArray &mark : group) {
            marks.append(one(IndexQuery::Kind::Mark, {mark}));
        }
        alternatives.append(several(IndexQuery::Kind::All, marks));
    }
    if (alternatives.isEmpty()) {
        return nothing();
    }
    question.base = several(IndexQuery::Kind::Any, alternatives);
    return question;
}

IndexQuestion forNot(const IndexQuestion &inner)
{
    if (inner.nothing) {
        return everything(true);
    }
    if (!inner.exact) {
        return everything(false);
    }
    const std::optional<IndexQuery> found =
        united(inner.base ? QList<IndexQuery>{*inner.base} : QList<IndexQuery>(), inner.excluded);
    if (!found) {
        return nothing();
    }
    IndexQuestion question;
    question.excluded = {*found};
    return question;
}

IndexQuestion forAll(const SearchNode &node, const ChannelsOf &channelsOf)
{
    IndexQuestion question;
    QList<IndexQuery> terms;
    for (const SearchNode &child : node.children) {
        const IndexQuestion part = indexQuestion(child, channelsOf);
        if (part.nothing) {
            return part;
        }
        if (part.base) {
            terms.append(*part.base);
        }
        question.excluded += part.excluded;
        question.exact = question.exact && part.exact;
    }
    question.base = united(terms, {});
    return question;
}

IndexQuestion forAny(const SearchNode &node, const ChannelsOf &channelsOf)
{
    IndexQuestion question;
    QList<IndexQuery> alternatives;
    bool open = false;
    for (const SearchNode &child : node.children) {
        const IndexQuestion part = indexQuestion(child, channelsOf);
        if (part.nothing) {
            continue;
        }
        question.exact = question.exact && part.exact;
        const std::optional<IndexQuery> found =
            united(part.base ? QList<IndexQuery>{*part.base} : QList<IndexQuery>(), part.excluded);
        open = open || !found;
        if (found) {
            alternatives.append(*found);
        }
    }
    if (open) {
        return everything(question.exact);
    }
    if (alternatives.isEmpty()) {
        return nothing();
    }
    question.base = several(IndexQuery::Kind::Any, alternatives);
    return question;
}

} // namespace

std::optional<IndexQuery> united(const QList<IndexQuery> &terms, const QList<IndexQuery> &excluded)
{
    if (terms.isEmpty() && excluded.isEmpty()) {
        return std::nullopt;
    }
    const IndexQuery base =
        terms.isEmpty() ? one(IndexQuery::Kind::Mark, {postmarks::everyPost}) : several(IndexQuery::Kind::All, terms);
    if (excluded.isEmpty()) {
        return base;
    }
    IndexQuery query;
    query.kind = IndexQuery::Kind::Except;
    query.children = QList<IndexQuery>{base} + excluded;
    return query;
}

IndexQuery anyMark(const QList<QByteArray> &marks)
{
    QList<IndexQuery> alternatives;
    for (const QByteArray &mark : marks) {
        alternatives.append(one(IndexQuery::Kind::Mark, {mark}));
    }
    return several(IndexQuery::Kind::Any, alternatives);
}

IndexQuestion indexQuestion(const SearchNode &node, const ChannelsOf &channelsOf)
{
    switch (node.kind) {
    case SearchNode::Kind::Word:
    case SearchNode::Kind::Phrase:
        return forWords(node);
    case SearchNode::Kind::Prefix:
        return forPrefix(node);
    case SearchNode::Kind::Sign:
        return forSign(node);
    case SearchNode::Kind::Filter:
        return forFilter(node, channelsOf);
    case SearchNode::Kind::Not:
        return forNot(indexQuestion(node.children.first(), channelsOf));
    case SearchNode::Kind::All:
        return forAll(node, channelsOf);
    case SearchNode::Kind::Any:
        return forAny(node, channelsOf);
    }
    return everything(false);
}

} // namespace vestnik
