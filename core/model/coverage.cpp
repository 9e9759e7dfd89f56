// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/coverage.h"

#include <algorithm>

namespace vestnik {

Coverage::Coverage(const QList<IdRange> &ranges)
{
    for (const IdRange &range : ranges) {
        add(range);
    }
}

void Coverage::add(IdRange range)
{
    if (range.from < 1 || range.to < range.from) {
        return;
    }
    // First range that touches or lies above the new one; "touches" includes neighbours without a gap.
    auto first = std::lower_bound(m_ranges.begin(), m_ranges.end(), range.from,
        [](const IdRange &known, MessageId from) { return known.to + 1 < from; });
    auto last = first;
    while (last != m_ranges.end() && last->from <= range.to + 1) {
        range.from = std::min(range.from, last->from);
        range.to = std::max(range.to, last->to);
        ++last;
    }
    const auto position = m_ranges.erase(first, last);
    m_ranges.insert(position, range);
}

bool Coverage::contains(MessageId id) const
{
    const auto found = std::lower_bound(
        m_ranges.begin(), m_ranges.end(), id, [](const IdRange &known, MessageId wanted) { return known.to < wanted; });
    return found != m_ranges.end() && found->from <= id;
}

MessageId Coverage::lowest() const
{
    return m_ranges.isEmpty() ? 0 : m_ranges.first().from;
}

MessageId Coverage::highest() const
{
    return m_ranges.isEmpty() ? 0 : m_ranges.last().to;
}

std::optional<IdRange> Coverage::highestHole() const
{
    if (m_ranges.size() < 2) {
        return std::nullopt;
    }
    return IdRange{m_ranges.at(m_ranges.size() - 2).to + 1, m_ranges.last().from - 1};
}

qint64 Coverage::size() const
{
    qint64 total = 0;
    for (const IdRange &range : m_ranges) {
        total += range.to - range.from + 1;
    }
    return total;
}

} // namespace vestnik
