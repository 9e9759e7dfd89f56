// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postchecker.h"

#include <QSet>

#include <algorithm>

#include "core/model/postcolumns.h"
#include "core/model/postkey.h"
#include "core/store/database.h"
#include "core/store/postmarks.h"
#include "core/store/postrow.h"

namespace vestnik {
namespace {

constexpr qsizetype portionSize = 256;
constexpr qint64 secondMs = 1000;

SearchNode allOf(const QList<SearchNode> &terms)
{
    SearchNode root;
    root.children = terms;
    return root;
}

SqlCondition dates(const SearchNode &filter)
{
    SqlCondition condition{QStringLiteral("1 = 1"), {}};
    if (filter.from > 0) {
        condition.sql += QLatin1String(" AND p.id >= ?");
        condition.values << postkey::firstAt(filter.from + secondMs - 1);
    }
    if (filter.to > 0) {
        condition.sql += QLatin1String(" AND p.id < ?");
        condition.values << postkey::firstAt(filter.to + secondMs - 1);
    }
    return condition;
}

SqlCondition views(const SearchNode &filter)
{
    SqlCondition condition{QStringLiteral("coalesce(p.views, -1) >= ?"), {filter.from}};
    if (filter.to >= 0) {
        condition.sql += QLatin1String(" AND p.views <= ?");
        condition.values << filter.to;
    }
    return condition;
}

/// What a filter of columns and tables means; see isOfRow() in searchplan.cpp.
SqlCondition meaning(const SearchNode &filter)
{
    static const QHash<QString, QString> is{
        {QStringLiteral("starred"), QStringLiteral("EXISTS (SELECT 1 FROM starred s WHERE s.post_id = p.id)")},
        {QStringLiteral("unread"),
            QStringLiteral("EXISTS (SELECT 1 FROM unread u WHERE u.channel_id = p.channel_id AND u.post_id = p.id)")},
        {QStringLiteral("read"),
            QStringLiteral(
                "NOT EXISTS (SELECT 1 FROM unread u WHERE u.channel_id = p.channel_id AND u.post_id = p.id)")},
        {QStringLiteral("edited"), QStringLiteral("p.edited = 1")},
        {QStringLiteral("deleted"), QStringLiteral("p.deleted_at > 0")},
        {QStringLiteral("note"), QStringLiteral("EXISTS (SELECT 1 FROM notes n WHERE n.post_id = p.id)")},
        {QStringLiteral("tag"), QStringLiteral("EXISTS (SELECT 1 FROM post_tags t WHERE t.post_id = p.id)")},
    };
    switch (filter.field) {
    case SearchField::Before:
    case SearchField::After:
    case SearchField::On:
        return dates(filter);
    case SearchField::Views:
        return views(filter);
    case SearchField::Tag:
        return SqlCondition{QStringLiteral("EXISTS (SELECT 1 FROM post_tags t JOIN tags g ON g.id = t.tag_id "
                                           "WHERE t.post_id = p.id AND g.tag_key = ?)"),
            {tagKey(filter.text)}};
    default:
        return SqlCondition{is.value(canonicalSearchValue(filter.field, filter.text), QStringLiteral("1 = 0")), {}};
    }
}

bool hasMark(const QString &marks, const QByteArray &mark)
{
    const QString wanted = QString::fromUtf8(mark);
    qsizetype at = marks.indexOf(wanted);
    while (at >= 0) {
        const qsizetype end = at + wanted.size();
        const bool begins = at == 0 || marks.at(at - 1) == u' ';
        if (begins && (end == marks.size() || marks.at(end) == u' ')) {
            return true;
        }
        at = marks.indexOf(wanted, at + 1);
    }
    return false;
}

} // namespace

SqlCondition conditionsOf(const SearchPlan &plan, const Database &database, bool withChannels)
{
    SqlCondition all;
    if (withChannels && !plan.everyChannel) {
        all.sql += QLatin1String(" AND p.channel_id IN ") + database.idsIn();
        all.values << idsColumn(plan.channels);
    }
    for (const SearchNode &term : plan.filters) {
        const bool negated = term.kind == SearchNode::Kind::Not;
        const SqlCondition one = meaning(negated ? term.children.first() : term);
        all.sql += (negated ? QLatin1String(" AND NOT (") : QLatin1String(" AND (")) + one.sql + QLatin1Char(')');
        all.values += one.values;
    }
    return all;
}

PostChecker::PostChecker(Database &database, const QHash<ChannelId, ListedChannel> &channels,
    const QList<SearchNode> &terms, const SqlCondition &condition)
    : m_database(database)
    , m_terms(terms)
    , m_matcher(allOf(terms))
    , m_condition(condition)
{
    for (const SearchNode &term : terms) {
        collectFacts(term, channels);
    }
}

void PostChecker::collectFacts(const SearchNode &node, const QHash<ChannelId, ListedChannel> &channels)
{
    for (const SearchNode &child : node.children) {
        collectFacts(child, channels);
    }
    const bool known =
        std::any_of(m_facts.begin(), m_facts.end(), [&node](const Fact &fact) { return fact.filter == node; });
    if (node.kind != SearchNode::Kind::Filter || known) {
        return;
    }
    Fact fact;
    fact.filter = node;
    if (node.field == SearchField::Channel || node.field == SearchField::Folder) {
        fact.source = Fact::Source::Channel;
        fact.channels = channelsOf(node, channels);
    } else if (const auto marks = postmarks::marksFor(node)) {
        fact.source = Fact::Source::Marks;
        fact.marks = *marks;
        m_needsMarks = true;
    } else {
        const SqlCondition condition = meaning(node);
        fact.column = m_columns++;
        m_columnsSql += QLatin1String(", CASE WHEN ") + condition.sql + QLatin1String(" THEN 1 ELSE 0 END");
        m_columnsValues += condition.values;
    }
    m_facts.append(fact);
}

bool PostChecker::passes(const Candidate &candidate) const
{
    return m_matcher.matches(candidate.text, [&](const SearchNode &filter) {
        const auto fact = std::find_if(
            m_facts.begin(), m_facts.end(), [&filter](const Fact &known) { return known.filter == filter; });
        if (fact == m_facts.end()) {
            return false;
        }
        switch (fact->source) {
        case Fact::Source::Column:
            return candidate.columns.value(fact->column);
        case Fact::Source::Channel:
            return fact->channels.contains(candidate.channel);
        case Fact::Source::Marks:
            break;
        }
        return std::any_of(fact->marks.begin(), fact->marks.end(), [&candidate](const QList<QByteArray> &group) {
            return std::all_of(group.begin(), group.end(),
                [&candidate](const QByteArray &mark) { return hasMark(candidate.marks, mark); });
        });
    });
}

Result<QList<PostId>> PostChecker::passing(const QList<PostId> &posts) const
{
    if (isOpen()) {
        return posts;
    }
    QSet<PostId> passed;
    for (qsizetype at = 0; at < posts.size(); at += portionSize) {
        if (const Result<void> done = portion(posts.mid(at, portionSize), passed); !done) {
            return failure(done.error());
        }
    }
    QList<PostId> kept;
    std::copy_if(
        posts.begin(), posts.end(), std::back_inserter(kept), [&passed](PostId id) { return passed.contains(id); });
    return kept;
}

Result<void> PostChecker::portion(const QList<PostId> &posts, QSet<PostId> &passed) const
{
    QString sql = QStringLiteral("SELECT p.id");
    if (!m_terms.isEmpty()) {
        sql += QLatin1String(", p.channel_id, p.text, ")
            + (m_needsMarks ? QLatin1String("p.marks") : QLatin1String("''")) + m_columnsSql;
    }
    sql += QLatin1String(" FROM posts p WHERE p.id IN ") + m_database.idsIn() + m_condition.sql;
    Result<Rows> rows = m_database.queryList(sql,
        (m_terms.isEmpty() ? QVariantList() : m_columnsValues) + QVariantList{idsColumn(posts)} + m_condition.values);
    if (!rows) {
        return failure(rows.error());
    }
    QList<Candidate> unmarked;
    while (rows->next()) {
        Candidate candidate;
        candidate.id = rows->integer(0);
        if (m_terms.isEmpty()) {
            passed.insert(candidate.id);
            continue;
        }
        candidate.channel = rows->integer(1);
        candidate.text = rows->text(2);
        candidate.marks = rows->text(3);
        for (int column = 0; column < m_columns; ++column) {
            candidate.columns.append(rows->flag(4 + column));
        }
        if (m_needsMarks && rows->isNull(3)) {
            unmarked.append(candidate);
        } else if (passes(candidate)) {
            passed.insert(candidate.id);
        }
    }
    if (Result<void> status = rows->status(); !status) {
        return status;
    }
    return unmarked.isEmpty() ? Result<void>() : withoutMarks(unmarked, passed);
}

Result<void> PostChecker::withoutMarks(QList<Candidate> candidates, QSet<PostId> &passed) const
{
    QList<PostId> ids;
    for (const Candidate &candidate : std::as_const(candidates)) {
        ids.append(candidate.id);
    }
    Result<Rows> rows = m_database.query(QLatin1String("SELECT ") + postRowColumns()
            + QLatin1String(" FROM posts p WHERE p.id IN ") + m_database.idsIn(),
        idsColumn(ids));
    if (!rows) {
        return failure(rows.error());
    }
    QHash<PostId, QString> marks;
    while (rows->next()) {
        const PostRow row = readPostRow(*rows);
        marks.insert(row.id, postmarks::marksOfRow(row));
    }
    for (Candidate &candidate : candidates) {
        candidate.marks = marks.value(candidate.id);
        if (passes(candidate)) {
            passed.insert(candidate.id);
        }
    }
    return rows->status();
}

} // namespace vestnik
