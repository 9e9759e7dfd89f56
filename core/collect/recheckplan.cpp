// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/collect/recheckplan.h"

#include <algorithm>

namespace vestnik {

RecheckPlan::RecheckPlan(const Coverage &coverage, qint64 since)
    : m_coverage(coverage)
    , m_since(since)
    , m_before(coverage.isEmpty() ? 0 : coverage.highest() + 1)
{
}

std::optional<ReadPlan::Step> RecheckPlan::next() const
{
    if (m_before == 0) {
        return std::nullopt;
    }
    return ReadPlan::Step{m_before, m_promised, std::nullopt};
}

QList<RecheckPlan::Part> RecheckPlan::take(const SourcePage &page)
{
    const MessageId asked = m_before;
    const bool reached = !page.posts.isEmpty() && page.posts.first().postedAt < m_since;
    m_stuck = page.next >= asked;
    m_before = page.atBeginning || reached || m_stuck || page.next <= 1 ? 0 : readBelow(page.next);
    m_promised = page.olderPromised && m_before == page.next;
    return partsOf(page);
}

QList<RecheckPlan::Part> RecheckPlan::partsOf(const SourcePage &page) const
{
    QList<Part> parts;
    for (const IdRange &range : page.covered) {
        for (const IdRange &known : m_coverage.ranges()) {
            const IdRange both{std::max(range.from, known.from), std::min(range.to, known.to)};
            if (both.from <= both.to) {
                parts.append(Part{{}, both});
            }
        }
    }
    for (const Post &post : page.posts) {
        QList<MessageId> ids = post.albumIds;
        ids.prepend(post.messageId);
        const auto holds = [&ids](const Part &part) {
            return std::any_of(ids.begin(), ids.end(),
                [&part](MessageId id) { return id >= part.covered.from && id <= part.covered.to; });
        };
        const auto part = std::find_if(parts.begin(), parts.end(), holds);
        if (part != parts.end()) {
            part->posts.append(post);
        }
    }
    // Without a post there is nothing to compare.
    parts.removeIf([](const Part &part) { return part.posts.isEmpty(); });
    return parts;
}

MessageId RecheckPlan::readBelow(MessageId id) const
{
    const QList<IdRange> &ranges = m_coverage.ranges();
    for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
        if (range->from < id) {
            return std::min(id, range->to + 1);
        }
    }
    return 0;
}

} // namespace vestnik
