// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/jobbook.h"

#include <algorithm>

namespace vestnik {
namespace {

/// Fires in (from, until] of one job, with what they are counted from.
struct Fires {
    const TriggerTimes &times;
    qint64 base;

    [[nodiscard]] qint64 count(qint64 from, qint64 until, qint64 atMost) const
    {
        return times.count(from, until, atMost, base);
    }

    /// The newest `wanted` fires in (from, until], ascending. Fires can be reckoned forward only: a moment is looked
    /// for from which there are enough, but not many more.
    [[nodiscard]] QList<qint64> newest(qint64 from, qint64 until, int wanted) const
    {
        qint64 begin = until; // fewer than wanted after it
        qint64 enough = from;
        for (qint64 span = 120'000;; span *= 2) {
            enough = std::max(from, until - span);
            if (enough == from || count(enough, until, wanted) >= wanted) {
                break;
            }
            begin = enough;
        }
        const qint64 plenty = 4LL * wanted + 16;
        while (begin - enough > 1000 && count(enough, until, plenty) >= plenty) {
            const qint64 middle = enough + (begin - enough) / 2;
            if (count(middle, until, wanted) >= wanted) {
                enough = middle;
            } else {
                begin = middle;
            }
        }
        QList<qint64> found;
        for (std::optional<qint64> fire = times.next(enough, base); fire && *fire <= until;
             fire = times.next(*fire, base)) {
            found.append(*fire);
            if (found.size() > 2 * plenty) {
                found.remove(0, found.size() - wanted);
            }
        }
        return found.size() > wanted ? found.mid(found.size() - wanted) : found;
    }
};

/// A job whose fires are counted from its runs is overdue once, however long ago that was: it runs at once.
PastFires ofLoose(const JobEntry &entry, qint64 now, qint64 countLimit)
{
    PastFires past;
    past.due = entry.fireAt;
    if (entry.lastBeganAt != 0) {
        const qint64 from = std::max(entry.handledUntil, entry.lastBeganAt);
        past.missed = std::max<qint64>(0, entry.times.count(from, now, countLimit, entry.lastBeganAt) - 1);
        if (past.missed > 0) {
            past.first = entry.times.next(from, entry.lastBeganAt).value_or(now);
            past.due = now;
        }
    }
    if (!entry.times.allows(now)) {
        past.first = past.missed > 0 ? past.first : past.due;
        past.missed = std::max<qint64>(1, past.missed);
        past.due = 0;
    }
    past.handledUntil = past.due == entry.fireAt ? entry.fireAt : now;
    return past;
}

} // namespace

PastFires PastFires::of(const JobEntry &entry, qint64 now, qint64 countLimit)
{
    if (entry.isLoose()) {
        return ofLoose(entry, now, countLimit);
    }
    const Fires fires{entry.times, 0};
    const bool all = entry.job.policy.missed == MissedPolicy::All;
    // One more for the fire that can be kept, one more for the one whose jitter is not over.
    const int wanted = (all ? std::max(1, entry.job.policy.missedLimit) : 1) + 2;
    QList<qint64> newest;
    qint64 count = 1;
    const qint64 second = entry.nextFire(entry.fireAt);
    if (second == 0 || second > now) {
        newest = {entry.fireAt};
    } else {
        newest = fires.newest(entry.handledUntil, now, wanted);
        count = fires.count(entry.handledUntil, now, countLimit + 2);
    }
    if (newest.size() > 1 && entry.beginFor(newest.last()) > now) {
        newest.removeLast();
        --count;
    }
    PastFires past;
    past.handledUntil = newest.last();
    if (now - entry.beginFor(newest.last()) < graceMs) {
        past.due = newest.takeLast();
        --count;
    }
    past.missed = std::max<qint64>(std::min(count, countLimit), newest.size());
    past.first = past.missed > 0 ? entry.fireAt : 0;
    const qsizetype limit = wanted - 2;
    past.newest = newest.size() > limit ? newest.mid(newest.size() - limit) : newest;
    return past;
}

} // namespace vestnik
