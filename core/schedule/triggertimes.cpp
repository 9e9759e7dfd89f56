// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/triggertimes.h"

#include "core/schedule/weekhours.h"

#include <algorithm>
#include <limits>

namespace vestnik {
namespace {

constexpr qint64 dayMs = 24 * 3600 * 1000LL;
constexpr qint64 horizonMs = cronHorizonDays * dayMs;
constexpr qint64 firstMoment = firstCronMoment * 1000;
constexpr qint64 lastMoment = lastCronMoment * 1000;
constexpr qint64 never = std::numeric_limits<qint64>::max();
constexpr qsizetype mostWindows = 50;

qint64 floorDivided(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

/// The first of from, from + step, … that is not before `least`.
qint64 firstNotBefore(qint64 from, qint64 step, qint64 least)
{
    return from >= least ? from : from + ((least - from - 1) / step + 1) * step;
}

tl::unexpected<Error> wrong(const char *member, const QString &detail = {})
{
    return failure(ErrorCode::InvalidArgument, QString::fromLatin1(member), detail);
}

bool isUsable(const TimeWindow &window)
{
    return window.days > 0 && window.days <= TimeWindow::everyDay && window.from >= 0 && window.from < 24 * 60
        && window.to > 0 && window.to <= 24 * 60;
}

bool isMoment(qint64 at)
{
    return at >= firstMoment && at <= lastMoment;
}

} // namespace

ZoneCache::ZoneCache(const QString &directory)
    : m_directory(directory)
{
}

Result<ZoneRules> ZoneCache::zone(const QByteArray &id)
{
    const auto known = m_zones.constFind(id);
    if (known != m_zones.cend()) {
        return *known;
    }
    Result<ZoneRules> zone = ZoneRules::load(id, m_directory);
    if (zone) {
        m_zones.insert(id, *zone);
    }
    return zone;
}

/// How far fires are looked for.
struct TriggerTimes::Limit {
    qint64 last = 0; ///< ms UTC
    qint64 lastDay = 0; ///< of the zone's calendar, since 1970
};

/// Fires at first, first + step … before `end`.
struct TriggerTimes::Stretch {
    qint64 first = 0;
    qint64 step = never; ///< never: one fire
    qint64 end = never;

    [[nodiscard]] qint64 countUntil(qint64 until) const
    {
        const qint64 last = std::min(until, end - 1);
        return last < first ? 0 : 1 + (last - first) / step;
    }
};

Result<TriggerTimes> TriggerTimes::make(const Trigger &trigger, ZoneCache &zones)
{
    TriggerTimes times;
    times.m_trigger = trigger;
    switch (trigger.kind) {
    case TriggerKind::Interval:
        if (trigger.everyMs < 1'000 || trigger.everyMs > 366 * dayMs || !isMoment(trigger.anchor)) {
            return wrong("interval");
        }
        break;
    case TriggerKind::Cron: {
        CronProblem problem;
        times.m_cron = parseCron(trigger.cron, &problem);
        if (problem.kind != CronProblemKind::None) {
            return wrong("cron", cronProblemEnglish(problem));
        }
        break;
    }
    case TriggerKind::Once:
        if (trigger.at <= 0 || !isMoment(trigger.at)) {
            return wrong("at");
        }
        break;
    }
    if (trigger.jitterMs < 0 || trigger.jitterMs > dayMs) {
        return wrong("jitter");
    }
    if (trigger.windows.size() > mostWindows
        || !std::all_of(trigger.windows.cbegin(), trigger.windows.cend(), isUsable)) {
        return wrong("window");
    }
    const Result<ZoneRules> zone = zones.zone(trigger.zone);
    if (!zone) {
        return wrong("zone", zone.error().detail);
    }
    times.m_zone = *zone;
    if (!trigger.windows.isEmpty()) {
        times.m_hours = std::make_shared<const WeekHours>(trigger.windows);
        times.m_meets = trigger.kind != TriggerKind::Cron || times.m_hours->meets(times.m_cron);
    }
    return times;
}

TriggerTimes::Limit TriggerTimes::limitFrom(qint64 after) const
{
    const bool once = m_trigger.kind == TriggerKind::Once;
    return {once ? lastMoment : after + horizonMs, lastCronDay(m_zone, floorDivided(after, 1000))};
}

std::optional<TriggerTimes::Stretch> TriggerTimes::stretchAfter(qint64 after, qint64 base, const Limit &limit) const
{
    switch (m_trigger.kind) {
    case TriggerKind::Interval:
        return m_trigger.anchor != 0 ? ofAnchor(after, limit) : ofBase(after, base, limit);
    case TriggerKind::Cron:
        return ofCron(after, limit);
    case TriggerKind::Once:
        break;
    }
    if (m_trigger.at <= after || !allows(m_trigger.at)) {
        return std::nullopt;
    }
    return Stretch{m_trigger.at};
}

std::optional<TriggerTimes::Stretch> TriggerTimes::ofAnchor(qint64 after, const Limit &limit) const
{
    const qint64 step = m_trigger.everyMs;
    const auto onGrid = [this, step](qint64 least) {
        return m_trigger.anchor + (floorDivided(least - 1 - m_trigger.anchor, step) + 1) * step;
    };
    qint64 at = onGrid(after + 1);
    if (!m_hours) {
        return Stretch{at, step};
    }
    while (const std::optional<WeekHours::Opening> opening = m_hours->next(m_zone, at, limit.last)) {
        at = onGrid(opening->from);
        if (at < opening->to) {
            return Stretch{at, step, opening->to};
        }
    }
    return std::nullopt;
}

std::optional<TriggerTimes::Stretch> TriggerTimes::ofBase(qint64 after, qint64 base, const Limit &limit) const
{
    const qint64 step = m_trigger.everyMs;
    qint64 at = base != 0 ? std::clamp(base, firstMoment, lastMoment) + step : after + 1;
    if (!m_hours) {
        return Stretch{firstNotBefore(at, step, after + 1), step};
    }
    // A base from long ago: the phase it would have today has no meaning to anybody, but the way there has its price.
    at = firstNotBefore(at, step, after - horizonMs);
    while (const std::optional<WeekHours::Opening> opening = m_hours->next(m_zone, at, limit.last)) {
        at = firstNotBefore(opening->from, step, after + 1);
        if (at < opening->to) {
            return Stretch{at, step, opening->to};
        }
        at = firstNotBefore(opening->from, step, opening->to);
    }
    return std::nullopt;
}

std::optional<TriggerTimes::Stretch> TriggerTimes::ofCron(qint64 after, const Limit &limit) const
{
    if (!m_meets) {
        return ofCronInGaps(after, limit);
    }
    qint64 seconds = floorDivided(after, 1000);
    for (;;) {
        const std::optional<qint64> fire = nextCronFire(m_cron, m_zone, seconds, limit.lastDay);
        if (!fire) {
            return std::nullopt;
        }
        if (!m_hours) {
            return Stretch{*fire * 1000};
        }
        const std::optional<WeekHours::Opening> opening = m_hours->next(m_zone, *fire * 1000, limit.last);
        if (!opening) {
            return std::nullopt;
        }
        if (opening->from == *fire * 1000) {
            return Stretch{*fire * 1000};
        }
        seconds = opening->from / 1000 - 1;
    }
}

/// Windows that hold none of the expression's minutes: only a fire that is made up for after a gap can lie in them.
std::optional<TriggerTimes::Stretch> TriggerTimes::ofCronInGaps(qint64 after, const Limit &limit) const
{
    ZoneRules::Span span = m_zone.spanAt(floorDivided(after, 1000));
    while (!m_cron.isWild() && span.to <= limit.last / 1000) {
        span = m_zone.spanAt(span.to);
        if (allows(span.from * 1000) && nextCronFire(m_cron, m_zone, span.from - 1, limit.lastDay) == span.from) {
            return Stretch{span.from * 1000};
        }
    }
    return std::nullopt;
}

std::optional<qint64> TriggerTimes::next(qint64 after, qint64 base) const
{
    const QList<qint64> first = list(after, 1, base);
    return first.isEmpty() ? std::nullopt : std::optional(first.first());
}

QList<qint64> TriggerTimes::list(qint64 after, int count, qint64 base) const
{
    QList<qint64> fires;
    if (after >= lastMoment) {
        return fires;
    }
    after = std::max(after, firstMoment);
    const Limit limit = limitFrom(after);
    while (fires.size() < count) {
        const std::optional<Stretch> stretch = stretchAfter(after, base, limit);
        if (!stretch) {
            break;
        }
        qint64 fire = stretch->first;
        while (fires.size() < count && fire < stretch->end && fire <= limit.last) {
            fires.append(fire);
            if (stretch->step == never) {
                break;
            }
            fire += stretch->step;
        }
        if (stretch->first > limit.last) {
            break;
        }
        after = base = fires.last();
    }
    return fires;
}

qint64 TriggerTimes::count(qint64 after, qint64 until, qint64 atMost, qint64 base) const
{
    after = std::max(after, firstMoment);
    until = std::min(until, lastMoment);
    if (after >= until) {
        return 0;
    }
    const Limit limit = limitFrom(until);
    qint64 found = 0;
    while (found < atMost) {
        const std::optional<Stretch> stretch = stretchAfter(after, base, limit);
        const qint64 some = stretch ? stretch->countUntil(until) : 0;
        if (some == 0) {
            break;
        }
        found += some;
        after = base = stretch->first + (some - 1) * (some > 1 ? stretch->step : 0);
    }
    return std::min(found, atMost);
}

qint64 TriggerTimes::jitterOf(JobId job, qint64 fire) const
{
    if (m_trigger.jitterMs <= 0) {
        return 0;
    }
    // Neighbouring jobs and fires must not get neighbouring numbers.
    quint64 mixed = quint64(job) * 0x9E3779B97F4A7C15ULL ^ quint64(fire);
    for (const quint64 factor : {0xBF58476D1CE4E5B9ULL, 0x94D049BB133111EBULL}) {
        mixed = (mixed ^ (mixed >> 30)) * factor;
    }
    mixed ^= mixed >> 31;
    return qint64(mixed % quint64(m_trigger.jitterMs));
}

bool TriggerTimes::allows(qint64 at) const
{
    return !m_hours || m_hours->contains(m_zone, at);
}

TriggerPreview previewTrigger(const Trigger &trigger, int count, qint64 now, ZoneCache &zones)
{
    TriggerPreview preview;
    preview.zone = trigger.zone;
    if (const Result<ZoneRules> zone = zones.zone(trigger.zone)) {
        preview.zone = zone->id();
    }
    if (trigger.kind == TriggerKind::Cron) {
        preview.cron = parseCron(trigger.cron, &preview.problem);
    }
    const Result<TriggerTimes> times = TriggerTimes::make(trigger, zones);
    if (!times) {
        if (preview.problem.kind == CronProblemKind::None) {
            preview.error = times.error().subject;
        }
        return preview;
    }
    if (trigger.kind == TriggerKind::Once && trigger.at <= now) {
        preview.error = QStringLiteral("past");
        return preview;
    }
    preview.fires = times->list(now, std::clamp(count, 0, 1000));
    return preview;
}

} // namespace vestnik
