// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/collect/readplan.h"

namespace vestnik {

/// Decides which page of a channel to ask for next when what was read is to be read once more, for edits and deletions:
/// from the newest id that was read back to a date. Holes are passed over, and of a page only what was read before
/// counts: new posts and holes are the work of ReadPlan, which finds them as they were.
/// Pure arithmetic over ids; used by one reader on the engine thread.
class RecheckPlan {
public:
    /// A stretch of a page that was read before, and its posts.
    struct Part {
        QList<Post> posts;
        IdRange covered;
    };

    /// `since`: ms UTC; the page that reaches below it is the last one.
    RecheckPlan(const Coverage &coverage, qint64 since);

    /// The next page, or nullopt when all is read.
    [[nodiscard]] std::optional<ReadPlan::Step> next() const;
    /// Takes the answer to the last next(); gives what of it is to be stored.
    [[nodiscard]] QList<Part> take(const SourcePage &page);
    /// The source answers with the same page again and again.
    [[nodiscard]] bool isStuck() const { return m_stuck; }

private:
    [[nodiscard]] QList<Part> partsOf(const SourcePage &page) const;
    /// One above the highest id below `id` that was read; 0: none.
    [[nodiscard]] MessageId readBelow(MessageId id) const;

    const Coverage m_coverage;
    const qint64 m_since;
    MessageId m_before; ///< the next page; 0: all is read
    bool m_promised = false; ///< the page above linked to this one
    bool m_stuck = false;
};

} // namespace vestnik
