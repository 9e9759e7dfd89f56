// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/trigger.h"
#include "core/schedule/zonerules.h"

#include <QList>
#include <QString>

#include <optional>

namespace vestnik {

// Cron expressions as Vixie cron (Debian's cron 3.0pl1, cronie) reads and keeps them: five fields, names, ranges,
// steps, lists, @hourly … @yearly; a day matches when either day field does, unless one of them begins with "*": then
// both must. When the wall clock is set forward or back by its zone, expressions whose minute or hour begins with "*"
// follow it (nothing in the gap, both passes of the overlap); the others fire once after the gap and in the first pass
// only. (Cron's daemon takes jumps of three hours and more for a clock that was set by hand; here a day that a zone
// skipped is made up for like an hour.)

/// Reads an expression; the problem tells what is wrong and where. At most 256 characters.
[[nodiscard]] CronFields parseCron(const QString &expression, CronProblem *problem);
/// English text of a problem, for the command line and the log.
[[nodiscard]] QString cronProblemEnglish(const CronProblem &problem);

/// Nothing is reckoned outside of these years: seconds since 1970 UTC.
inline constexpr qint64 firstCronMoment = -2'208'988'800; ///< 1900
inline constexpr qint64 lastCronMoment = 7'258'118'400; ///< 2200
/// How far ahead a fire is looked for.
inline constexpr int cronHorizonDays = 365 * 9;

/// The first fire after `after` (excluded); both seconds since 1970 UTC. nullopt: none within nine years.
/// Moments before 1900 count as 1900; from 2200 on there are no fires.
[[nodiscard]] std::optional<qint64> nextCronFire(const CronFields &fields, const ZoneRules &zone, qint64 after);
/// The same up to a day (included, by the zone's calendar), in days since 1970-01-01.
[[nodiscard]] std::optional<qint64> nextCronFire(
    const CronFields &fields, const ZoneRules &zone, qint64 after, qint64 lastDay);
/// The last day of the nine years that begin with `after`.
[[nodiscard]] qint64 lastCronDay(const ZoneRules &zone, qint64 after);
/// At most `count` fires after `after` (excluded); fewer: there are no more within nine years from `after`.
[[nodiscard]] QList<qint64> cronFires(const CronFields &fields, const ZoneRules &zone, qint64 after, int count);

} // namespace vestnik
