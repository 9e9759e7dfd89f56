// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/weekhours.h"

#include <QtAlgorithms>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr qint64 weekSeconds = 7 * 24 * 3600;
/// 1970-01-05, a Monday, by a clock that shows UTC.
constexpr qint64 firstMonday = 4 * 24 * 3600;

qint64 secondsOf(qint64 ms)
{
    return ms / 1000 - (ms % 1000 < 0 ? 1 : 0);
}

/// Seconds since Monday 00:00 of a moment of the wall clock.
qint64 intoWeek(qint64 local)
{
    return ((local - firstMonday) % weekSeconds + weekSeconds) % weekSeconds;
}

} // namespace

WeekHours::WeekHours(const QList<TimeWindow> &windows)
{
    for (const TimeWindow &window : windows) {
        const int length = window.to - window.from + (window.to <= window.from ? minutesOfDay : 0);
        for (int day = 0; day < 7; ++day) {
            if ((window.days >> day & 1) == 0) {
                continue;
            }
            for (int i = 0; i < length; ++i) {
                const auto minute = static_cast<std::size_t>((day * minutesOfDay + window.from + i) % minutesOfWeek);
                m_open.at(minute / 64) |= quint64(1) << (minute % 64);
            }
        }
    }
}

bool WeekHours::isOpen(int minute) const
{
    return (m_open[static_cast<std::size_t>(minute) / 64] >> (minute % 64) & 1) != 0;
}

int WeekHours::find(int minute, bool open) const
{
    auto word = static_cast<std::size_t>(minute) / 64;
    quint64 bits = (open ? m_open.at(word) : ~m_open.at(word)) & (~quint64(0) << (minute % 64));
    while (bits == 0) {
        if (++word == m_open.size()) {
            return minutesOfWeek;
        }
        bits = open ? m_open[word] : ~m_open[word];
    }
    return std::min(minutesOfWeek, int(word * 64 + qCountTrailingZeroBits(bits)));
}

bool WeekHours::contains(const ZoneRules &zone, qint64 at) const
{
    return isOpen(int(intoWeek(zone.toLocal(secondsOf(at))) / 60));
}

bool WeekHours::meets(const CronFields &cron) const
{
    const bool either = !cron.dayStar && !cron.weekdayStar;
    for (int day = 0; day < 7; ++day) {
        // A day of the month may be any day of the week.
        if (!either && (cron.weekdays >> ((day + 1) % 7) & 1) == 0) {
            continue;
        }
        for (quint32 hours = cron.hours; hours != 0; hours &= hours - 1) {
            const int begin = day * minutesOfDay + int(qCountTrailingZeroBits(hours)) * 60;
            for (quint64 minutes = cron.minutes; minutes != 0; minutes &= minutes - 1) {
                if (isOpen(begin + int(qCountTrailingZeroBits(minutes)))) {
                    return true;
                }
            }
        }
    }
    return false;
}

std::optional<WeekHours::Opening> WeekHours::next(const ZoneRules &zone, qint64 at, qint64 last) const
{
    ZoneRules::Span span = zone.spanAt(secondsOf(at));
    qint64 seconds = secondsOf(at);
    while (seconds * 1000 <= last) {
        const qint64 local = seconds + span.offset;
        const qint64 inWeek = intoWeek(local);
        const qint64 week = local - inWeek;
        const int minute = int(inWeek / 60);
        const int begin = find(minute, true);
        const qint64 opens = begin == minute ? seconds : week + begin * 60 - span.offset;
        if (opens >= span.to) {
            // The clock was set before it came to it.
            seconds = span.to;
            span = zone.spanAt(seconds);
        } else if (begin == minutesOfWeek) {
            seconds = opens;
        } else {
            const qint64 from = std::max(at, opens * 1000);
            if (from > last) {
                break;
            }
            const qint64 closes = week + find(begin, false) * 60 - span.offset;
            return Opening{from, std::min(closes, span.to) * 1000};
        }
    }
    return std::nullopt;
}

} // namespace vestnik
