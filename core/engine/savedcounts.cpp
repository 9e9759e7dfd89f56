// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/savedcounts.h"

#include "core/store/readpool.h"
#include "core/store/reads.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr int deadlineMs = 2000;

} // namespace

SavedCounts::SavedCounts(Clock &clock, std::shared_ptr<ReadPool> pool, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_pool(std::move(pool))
    , m_alarm(clock.makeAlarm([this] {
        m_scheduled = false;
        startRound();
    }))
{
}

void SavedCounts::setSearches(const QList<SavedSearch> &searches)
{
    m_searches = searches;
    m_lastRound = 0; // somebody looks at them just now
    m_scheduled = false;
    noteChange();
}

void SavedCounts::noteChange()
{
    if (m_counting) {
        m_changed = true;
        return;
    }
    if (m_scheduled || m_searches.isEmpty()) {
        return;
    }
    m_scheduled = true;
    const qint64 due = m_lastRound == 0 ? 0 : m_lastRound + pauseMs - m_clock.steady();
    m_alarm->setIn(std::max(soonMs, due));
}

void SavedCounts::startRound()
{
    m_lastRound = m_clock.steady();
    m_changed = false;
    m_round = m_searches;
    m_counts.clear();
    m_counting = !m_round.isEmpty();
    if (m_counting) {
        countNext();
    }
}

void SavedCounts::countNext()
{
    if (m_round.isEmpty()) {
        m_counting = false;
        Q_EMIT counted(m_counts);
        if (m_changed) {
            noteChange();
        }
        return;
    }
    const SavedSearch search = m_round.takeFirst();
    PostQuery query;
    query.text = search.text;
    m_pool->run<qint64>([query](Database &database) { return countPosts(database, query, atMost + 1); }, this,
        [this, id = search.id](const Result<qint64> &count) {
            if (count) {
                m_counts.append({id, std::min(*count, atMost), *count > atMost});
            } else if (count.error().code == ErrorCode::EngineStopped || count.error().code == ErrorCode::Cancelled) {
                m_counting = false;
                return;
            }
            // One that takes too long has no number until it takes less.
            countNext();
        },
        deadlineMs);
}

} // namespace vestnik
