// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/collect/readplan.h"

#include <algorithm>

namespace vestnik {

ReadPlan::ReadPlan(
    const Coverage &coverage, const std::optional<HistoryGoal> &goal, qint64 storedPosts, int refreshPages)
    : m_coverage(coverage)
    , m_goal(goal)
    , m_posts(storedPosts)
    , m_refreshLeft(std::max(1, refreshPages))
    , m_knownHighest(coverage.highest())
{
}

std::optional<IdRange> ReadPlan::openHole() const
{
    const QList<IdRange> &ranges = m_coverage.ranges();
    for (qsizetype i = ranges.size() - 1; i > 0; --i) {
        const IdRange hole{ranges.at(i - 1).to + 1, ranges.at(i).from - 1};
        if (!m_triedHoles.contains(hole.to)) {
            return hole;
        }
    }
    return std::nullopt;
}

std::optional<ReadPlan::Step> ReadPlan::next() const
{
    if (!m_headRead) {
        return Step{};
    }
    if (m_stuck || m_empty) {
        return std::nullopt;
    }
    const auto step = [this](MessageId before) {
        return Step{before, before == m_following && m_promised, std::nullopt};
    };
    if (m_refreshLeft > 0 && m_following > 1 && m_following <= m_knownHighest) {
        return step(m_following);
    }
    if (const std::optional<IdRange> hole = openHole()) {
        Step toFill = step(hole->to + 1);
        if (hole->from <= m_knownHighest) {
            toFill.hole = hole;
        }
        return toFill;
    }
    if (m_goal && !goalReached()) {
        return step(m_coverage.lowest());
    }
    return std::nullopt;
}

void ReadPlan::take(const SourcePage &page)
{
    const std::optional<Step> step = next();
    const bool isHead = !m_headRead;
    const qint64 sizeBefore = m_coverage.size();
    for (const Post &post : page.posts) {
        if (!m_coverage.contains(post.messageId)) {
            ++m_posts;
        }
    }
    for (const IdRange &range : page.covered) {
        m_coverage.add(range);
    }
    if (!page.posts.isEmpty() && page.posts.first().messageId <= m_coverage.lowest()) {
        m_oldestAt = page.posts.first().postedAt;
    }
    m_headRead = true;
    m_refreshLeft = std::max(0, m_refreshLeft - 1);
    m_following = page.next;
    m_promised = page.olderPromised;
    m_empty = m_coverage.isEmpty();
    if (isHead || m_coverage.size() > sizeBefore || !step) {
        return;
    }
    // Nothing new. A hole is given up for this run (a post in it cannot be read); at the lower end the pages repeat.
    if (const std::optional<IdRange> hole = openHole(); hole && hole->to + 1 == step->before) {
        m_triedHoles.insert(hole->to);
    } else if (step->before <= m_coverage.lowest()) {
        m_stuck = true;
    }
}

bool ReadPlan::goalReached() const
{
    if (!m_goal || atBeginning()) {
        return true;
    }
    switch (m_goal->kind) {
    case HistoryGoal::Kind::Recent:
    case HistoryGoal::Kind::Recheck:
        return true;
    case HistoryGoal::Kind::All:
        return false;
    case HistoryGoal::Kind::Newest:
        return m_posts >= m_goal->posts;
    case HistoryGoal::Kind::Since:
        return m_oldestAt != 0 && m_oldestAt < m_goal->since && m_posts >= m_goal->posts;
    }
    return true;
}

} // namespace vestnik
