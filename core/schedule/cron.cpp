// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/cron.h"

#include <QtAlgorithms>

#include <algorithm>
#include <chrono>

namespace vestnik {
namespace {

constexpr qint64 daySeconds = 86'400;
constexpr qint64 dayMinutes = 1'440;

qint64 floorDivided(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

/// The days of a month that match, as bits 1..31. `first`: its first day, since 1970.
quint32 matchingDays(const CronFields &fields, qint64 first, unsigned length)
{
    // 1970 began on a Thursday. Bit 0 becomes the weekday of the first day, and the week repeats.
    const auto shift = static_cast<int>(((first + 4) % 7 + 7) % 7);
    const quint64 week = ((quint64(fields.weekdays) >> shift) | (quint64(fields.weekdays) << (7 - shift))) & 0x7f;
    const auto byWeekday = static_cast<quint32>((week * 0x10204081ULL) << 1);
    const quint32 existing = ((quint32(1) << length) - 1) << 1;
    const bool both = fields.dayStar || fields.weekdayStar;
    return (both ? fields.days & byWeekday : fields.days | byWeekday) & existing;
}

/// The first day that matches, not before `day` and not after `last`. Goes by months, whatever the expression.
std::optional<qint64> matchingDay(const CronFields &fields, qint64 day, qint64 last)
{
    using namespace std::chrono;
    const year_month_day date{sys_days(days(day))};
    year_month month = date.year() / date.month();
    qint64 first = day - (unsigned(date.day()) - 1);
    quint32 wanted = ~quint32(0) << unsigned(date.day());
    while (first <= last) {
        const unsigned length = unsigned((month / std::chrono::last).day());
        if ((fields.months >> unsigned(month.month()) & 1) != 0) {
            const quint32 match = matchingDays(fields, first, length) & wanted;
            if (match != 0) {
                const qint64 found = first + qCountTrailingZeroBits(match) - 1;
                return found <= last ? std::optional(found) : std::nullopt;
            }
        }
        wanted = ~quint32(0);
        first += length;
        month += months(1);
    }
    return std::nullopt;
}

/// The first local minute that matches, in local seconds, not before `local` and not after the day `last`.
std::optional<qint64> matchingMinute(const CronFields &fields, qint64 local, qint64 last)
{
    const qint64 minutes = floorDivided(local + 59, 60);
    const qint64 today = floorDivided(minutes, dayMinutes);
    std::optional<qint64> day = matchingDay(fields, today, last);
    if (day == today) {
        const auto ofDay = static_cast<unsigned>(minutes - today * dayMinutes);
        const unsigned hour = ofDay / 60;
        const quint64 thisHour = (fields.hours >> hour & 1) != 0 ? fields.minutes & (~quint64(0) << (ofDay % 60)) : 0;
        if (thisHour != 0) {
            return today * daySeconds + hour * 3600 + qCountTrailingZeroBits(thisHour) * 60;
        }
        const quint32 laterHours = fields.hours & (~quint32(0) << (hour + 1));
        if (laterHours != 0) {
            return today * daySeconds + qCountTrailingZeroBits(laterHours) * 3600
                + qCountTrailingZeroBits(fields.minutes) * 60;
        }
        day = matchingDay(fields, today + 1, last);
    }
    if (!day) {
        return std::nullopt;
    }
    return *day * daySeconds + qCountTrailingZeroBits(fields.hours) * 3600
        + qCountTrailingZeroBits(fields.minutes) * 60;
}

} // namespace

std::optional<qint64> nextCronFire(const CronFields &fields, const ZoneRules &zone, qint64 after, qint64 lastDay)
{
    if (fields.minutes == 0 || fields.hours == 0 || fields.months == 0 || after >= lastCronMoment) {
        return std::nullopt;
    }
    after = std::max(after, firstCronMoment);
    const bool wild = fields.isWild();
    ZoneRules::Span span = zone.spanAt(after + 1);
    qint64 local = after + 1 + span.offset;
    if (!wild && after + 1 - span.from < 2 * daySeconds) {
        // A fixed time follows a clock that was not set: what this clock has passed is over, also where the wall clock
        // shows it again; what the wall clock left out comes at the moment at which it was set.
        const qint64 unset = span.from + zone.offsetAt(span.from - 1);
        local = after + 1 == span.from ? unset : std::max(local, unset);
    }
    std::optional<qint64> match = matchingMinute(fields, local, lastDay);
    for (;;) {
        if (match) {
            const qint64 at = std::max(*match - span.offset, span.from);
            if (at < span.to) {
                return at;
            }
        } else if (!wild || span.to > after + 2 * daySeconds) {
            // Only a wall clock that is set back could still bring one.
            return std::nullopt;
        }
        span = zone.spanAt(span.to);
        if (wild) {
            match = matchingMinute(fields, span.from + span.offset, lastDay);
        }
    }
}

qint64 lastCronDay(const ZoneRules &zone, qint64 after)
{
    return floorDivided(zone.toLocal(std::clamp(after, firstCronMoment, lastCronMoment)), daySeconds) - 1
        + cronHorizonDays;
}

std::optional<qint64> nextCronFire(const CronFields &fields, const ZoneRules &zone, qint64 after)
{
    return nextCronFire(fields, zone, after, lastCronDay(zone, after));
}

QList<qint64> cronFires(const CronFields &fields, const ZoneRules &zone, qint64 after, int count)
{
    const qint64 lastDay = lastCronDay(zone, after);
    QList<qint64> fires;
    while (fires.size() < count) {
        const std::optional<qint64> next = nextCronFire(fields, zone, fires.isEmpty() ? after : fires.last(), lastDay);
        if (!next) {
            break;
        }
        fires.append(*next);
    }
    return fires;
}

} // namespace vestnik
