// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/coverage.h"
#include "core/model/run.h"
#include "core/source/channelsource.h"

#include <QSet>

#include <optional>

namespace vestnik {

/// Decides which page of a channel to ask for next, so that nothing is left out: the newest page, then older ones until
/// they meet what has been read, then holes that earlier runs left, then history that was asked for.
/// Pure arithmetic over ids; used by one reader on the engine thread.
class ReadPlan {
public:
    struct Step {
        MessageId before = 0; ///< 0: the newest page
        bool olderPromised = false; ///< the page read before it said that older ones exist
        std::optional<IdRange> hole; ///< set when the step fills a hole that an earlier run left
    };

    /// `goal`: history that is still wanted (kind Since needs both its date and its number of posts fulfilled).
    /// `storedPosts`: posts of the channel in the store. `refreshPages` (>= 1): newest pages that are read again each
    /// time.
    ReadPlan(const Coverage &coverage, const std::optional<HistoryGoal> &goal, qint64 storedPosts, int refreshPages);

    /// The next page, or nullopt when all is read that is wanted.
    [[nodiscard]] std::optional<Step> next() const;
    /// Takes the answer to the last next().
    void take(const SourcePage &page);

    [[nodiscard]] const Coverage &coverage() const { return m_coverage; }
    /// The goal is fulfilled (also when the beginning was reached first).
    [[nodiscard]] bool goalReached() const;
    [[nodiscard]] bool atBeginning() const { return m_coverage.lowest() == 1; }
    /// The source answers with the same page again and again.
    [[nodiscard]] bool isStuck() const { return m_stuck; }

private:
    [[nodiscard]] std::optional<IdRange> openHole() const;

    Coverage m_coverage;
    std::optional<HistoryGoal> m_goal;
    qint64 m_posts;
    int m_refreshLeft;
    bool m_headRead = false;
    bool m_stuck = false;
    bool m_empty = false; ///< the channel has no posts at all
    MessageId m_knownHighest; ///< highest id that earlier runs had read
    MessageId m_following = 0; ///< the last page's own idea of what comes next
    bool m_promised = false; ///< the last page had a link to older ones
    qint64 m_oldestAt = 0; ///< ms UTC of the oldest post read by this plan at the lower end, 0 unknown
    QSet<MessageId> m_triedHoles; ///< upper ends of holes that stayed as they were
};

} // namespace vestnik
