// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/trigger.h"
#include "core/schedule/zonerules.h"

#include <QString>

#include <optional>

namespace vestnik {

// Cron expressions as Vixie cron (Debian's cron 3.0pl1, cronie) reads and keeps them: five fields, names, ranges,
// steps, lists, @hourly … @yearly; a day matches when either day field does, unless one of them begins with "*": then
// both must. When the wall clock is set by less than three hours, expressions whose minute or hour begins with "*"
// follow it (nothing in the gap, both passes of the overlap); the others fire once after the gap and in the first pass
// only.

/// Reads an expression; the problem tells what is wrong and where. At most 256 characters.
[[nodiscard]] CronFields parseCron(const QString &expression, CronProblem *problem);
/// English text of a problem, for the command line and the log.
[[nodiscard]] QString cronProblemEnglish(const CronProblem &problem);

/// How far ahead a fire is looked for.
inline constexpr int cronHorizonDays = 365 * 9;

/// The first fire after `after` (excluded); both seconds since 1970 UTC. nullopt: none within nine years.
[[nodiscard]] std::optional<qint64> nextCronFire(const CronFields &fields, const ZoneRules &zone, qint64 after);

} // namespace vestnik
