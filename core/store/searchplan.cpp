// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/searchplan.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <limits>

#include "core/model/channelnames.h"
#include "core/model/postkey.h"
#include "core/store/database.h"
#include "core/store/indexquestion.h"
#include "core/store/postmarks.h"

namespace vestnik {
namespace {

// More channels than this in a question to the index cost more than a look at each hit's row.
constexpr qsizetype mostChannelMarks = 16;

/// First key of the second that begins at or after `ms`: times of posts are whole seconds.
PostId keyFrom(qint64 ms)
{
    return postkey::firstAt(ms + 999);
}

bool isDate(SearchField field)
{
    return field == SearchField::Before || field == SearchField::After || field == SearchField::On;
}

bool isPlace(SearchField field)
{
    return field == SearchField::Channel || field == SearchField::Folder;
}

/// True for what stands in columns and tables of a post only.
bool isOfRow(const SearchNode &filter)
{
    return !isPlace(filter.field) && !postmarks::marksFor(filter);
}

void flatten(const SearchNode &node, QList<SearchNode> &into)
{
    if (node.kind != SearchNode::Kind::All) {
        into.append(node);
        return;
    }
    for (const SearchNode &child : node.children) {
        flatten(child, into);
    }
}

class Planner {
public:
    Planner(const PostQuery &query, const QHash<ChannelId, ListedChannel> &channels, bool everyChannel)
        : m_query(query)
        , m_channels(channels)
        , m_everyChannel(everyChannel)
    {
        m_plan.from = query.after > 0 ? query.after + 1 : 0;
        m_plan.below = query.before > 0 ? query.before : std::numeric_limits<qint64>::max();
        narrow(query.postedFrom, query.postedTo);
    }

    SearchPlan make()
    {
        const qint64 now = m_query.now > 0 ? m_query.now : QDateTime::currentMSecsSinceEpoch();
        const SearchQuery text = parseSearch(m_query.text, now, QTimeZone::systemTimeZone());
        const SearchQuery scope = parseSearch(m_query.scope, now, QTimeZone::systemTimeZone());
        m_plan.hasWords = text.hasWords();
        takeListed();
        QList<SearchNode> terms;
        flatten(text.root, terms);
        flatten(scope.root, terms);
        for (const SearchNode &term : std::as_const(terms)) {
            const bool negated = term.kind == SearchNode::Kind::Not;
            const SearchNode &inner = negated ? term.children.first() : term;
            if (inner.kind != SearchNode::Kind::Filter || !takeFilter(term, inner, negated)) {
                takeText(term);
            }
        }
        finish();
        return m_plan;
    }

private:
    void narrow(qint64 fromMs, qint64 toMs)
    {
        if (fromMs > 0) {
            m_plan.from = std::max(m_plan.from, keyFrom(fromMs));
        }
        if (toMs > 0) {
            m_plan.below = std::min(m_plan.below, keyFrom(toMs));
        }
    }

    void takeListed()
    {
        for (auto it = m_channels.begin(); it != m_channels.end(); ++it) {
            const bool listed = m_query.channels.isEmpty() || m_query.channels.contains(it.key());
            const bool inFolder = m_query.folder.isEmpty() || m_query.folder == it->folder;
            if (listed && inFolder) {
                m_wanted.insert(it.key());
            }
        }
    }

    /// False if it is better asked of the index.
    bool takeFilter(const SearchNode &term, const SearchNode &filter, bool negated)
    {
        if (isDate(filter.field) && !negated) {
            narrow(filter.from, filter.to);
            return true;
        }
        if (isPlace(filter.field)) {
            const QList<ChannelId> named = channelsOf(filter, m_channels);
            const QSet<ChannelId> set(named.begin(), named.end());
            negated ? m_wanted.subtract(set) : m_wanted.intersect(set);
            return true;
        }
        if (isOfRow(filter)) {
            m_plan.filters.append(term);
            return true;
        }
        return false;
    }

    void takeText(const SearchNode &term)
    {
        m_plan.terms.append(term);
        const IndexQuestion question =
            indexQuestion(term, [this](const SearchNode &filter) { return channelsOf(filter, m_channels); });
        m_plan.nothing = m_plan.nothing || question.nothing;
        if (question.base) {
            m_terms.append(*question.base);
        }
        m_excluded += question.excluded;
        const std::optional<IndexQuery> &sure = question.exact ? question.base : question.sure;
        if (sure) {
            m_sure.append(*sure);
        }
        m_hasSure = m_hasSure && (question.exact || sure);
        if (!question.exact) {
            m_plan.recheck.append(term);
        }
    }

    void finish()
    {
        for (const ChannelId channel : std::as_const(m_wanted)) {
            const ListedChannel &listed = *m_channels.constFind(channel);
            if ((m_query.onlyUnread ? listed.unread : listed.posts) > 0) {
                m_plan.channels.append(channel);
            }
        }
        std::sort(m_plan.channels.begin(), m_plan.channels.end());
        m_plan.everyChannel = m_everyChannel && m_wanted.size() == m_channels.size();
        m_plan.nothing = m_plan.nothing || m_plan.channels.isEmpty() || m_plan.below <= m_plan.from;
        if (m_query.onlyUnread) {
            SearchNode unread;
            unread.kind = SearchNode::Kind::Filter;
            unread.field = SearchField::Is;
            unread.text = QStringLiteral("unread");
            m_plan.filters.append(unread);
        }
        m_plan.index = united(m_terms, m_excluded);
        if (m_plan.index && !m_plan.everyChannel && m_plan.channels.size() <= mostChannelMarks && !m_plan.nothing) {
            QList<QByteArray> marks;
            for (const ChannelId channel : std::as_const(m_plan.channels)) {
                marks.append(postmarks::channelMark(channel));
            }
            m_terms.append(anyMark(marks));
            m_sure.append(anyMark(marks));
            m_plan.channelsInIndex = true;
            m_plan.index = united(m_terms, m_excluded);
        }
        if (m_hasSure && !m_plan.recheck.isEmpty()) {
            m_plan.sure = united(m_sure, m_excluded);
        }
    }

    const PostQuery &m_query;
    const QHash<ChannelId, ListedChannel> &m_channels;
    const bool m_everyChannel;
    SearchPlan m_plan;
    QSet<ChannelId> m_wanted;
    QList<IndexQuery> m_terms;
    QList<IndexQuery> m_sure;
    bool m_hasSure = true;
    QList<IndexQuery> m_excluded;
};

} // namespace

Result<QHash<ChannelId, ListedChannel>> readListedChannels(Database &database, UserId user)
{
    Result<Rows> rows = database.query(
        QStringLiteral("SELECT c.id, c.username, c.title, u.folder, c.post_count, c.unread_count FROM user_channel u "
                       "JOIN channels c ON c.id = u.channel_id WHERE u.user_id = ? AND u.removed_at = 0"),
        user);
    if (!rows) {
        return failure(rows.error());
    }
    QHash<ChannelId, ListedChannel> channels;
    while (rows->next()) {
        channels.insert(rows->integer(0),
            ListedChannel{rows->text(1), rows->text(2), rows->text(3), rows->integer(4), rows->integer(5)});
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return channels;
}

SearchPlan searchPlan(const PostQuery &query, const QHash<ChannelId, ListedChannel> &channels, bool everyChannel)
{
    return Planner(query, channels, everyChannel).make();
}

QList<ChannelId> channelsOf(const SearchNode &filter, const QHash<ChannelId, ListedChannel> &channels)
{
    QList<ChannelId> found;
    QString typed = filter.text;
    const bool beginning = filter.field == SearchField::Channel && typed.endsWith(QLatin1Char('*'));
    if (beginning) {
        typed.chop(1);
    }
    const QList<NameFinding> names = beginning ? QList<NameFinding>() : findChannelNames(typed);
    if (names.size() == 1 && names.first().kind == NameFinding::Kind::Name) {
        typed = names.first().username;
    }
    const QString wanted = typed.remove(QLatin1Char('@')).toCaseFolded();
    for (auto it = channels.begin(); it != channels.end(); ++it) {
        const QStringList called = filter.field == SearchField::Folder
            ? QStringList{it->folder.toCaseFolded()}
            : QStringList{it->username.toCaseFolded(), it->title.toCaseFolded()};
        if (std::any_of(called.begin(), called.end(),
                [&](const QString &name) { return beginning ? name.startsWith(wanted) : name == wanted; })) {
            found.append(it.key());
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace vestnik
