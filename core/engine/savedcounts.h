// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/model/query.h"

#include <QObject>

#include <memory>

namespace vestnik {

class ReadPool;

/// Counts what the saved searches find, one after another in the read pool, in quiet moments: soon after something
/// changed, but not again for ten seconds, so that the counts in the tree cost nobody time. Lives on the engine thread,
/// owned by the engine; the pool outlives it.
class SavedCounts final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SavedCounts)

public:
    static constexpr qint64 atMost = 9'999; ///< counting stops there
    static constexpr qint64 soonMs = 500;
    static constexpr qint64 pauseMs = 10'000;

    SavedCounts(Clock &clock, std::shared_ptr<ReadPool> pool, QObject *parent = nullptr);

    void setSearches(const QList<SavedSearch> &searches);
    /// Posts or their marks changed.
    void noteChange();

Q_SIGNALS:
    /// All of them, in the order of the searches.
    void counted(const QList<vestnik::SavedSearchCount> &counts);

private:
    void startRound();
    void countNext();

    Clock &m_clock;
    const std::shared_ptr<ReadPool> m_pool;
    QList<SavedSearch> m_searches;
    QList<SavedSearch> m_round; ///< what is still to be counted
    QList<SavedSearchCount> m_counts;
    bool m_counting = false;
    bool m_changed = false; ///< while counting
    bool m_scheduled = false;
    qint64 m_lastRound = 0; ///< steady ms of the start of the last round, 0 none
    std::unique_ptr<ClockAlarm> m_alarm;
};

} // namespace vestnik
