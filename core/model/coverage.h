// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"

#include <QList>

#include <optional>

namespace vestnik {

/// Message ids from..to, both included, that have been read.
struct IdRange {
    MessageId from = 0;
    MessageId to = 0;

    [[nodiscard]] bool operator==(const IdRange &) const = default;
};

/// Which message ids of a channel have been read: disjoint ranges, ascending, never adjacent. A plain value, any
/// thread. The web preview is read newest first, so a run that dies leaves a hole between two ranges; the next run
/// fills it.
class Coverage {
public:
    Coverage() = default;
    explicit Coverage(const QList<IdRange> &ranges);

    /// Adds ids from..to (1 <= from <= to); joins ranges that touch.
    void add(IdRange range);
    [[nodiscard]] bool isEmpty() const { return m_ranges.isEmpty(); }
    [[nodiscard]] bool contains(MessageId id) const;
    /// Lowest and highest id that was read; 0 if empty.
    [[nodiscard]] MessageId lowest() const;
    [[nodiscard]] MessageId highest() const;
    /// The highest hole above the lowest range, i.e. ids that were skipped; nullopt if none.
    [[nodiscard]] std::optional<IdRange> highestHole() const;
    /// Number of ids in it.
    [[nodiscard]] qint64 size() const;
    [[nodiscard]] const QList<IdRange> &ranges() const { return m_ranges; }
    [[nodiscard]] bool operator==(const Coverage &) const = default;

private:
    QList<IdRange> m_ranges;
};

} // namespace vestnik
