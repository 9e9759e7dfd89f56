// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QTimeZone>

/// Where bars and ticks of the charts stand. Pure functions; times are ms UTC.
namespace vestnik::chartdata {

/// `count` + 1 boundaries of full hours by the clock of `zone`; the last hour is the one that holds `now`.
[[nodiscard]] QList<qint64> hours(int count, qint64 now, const QTimeZone &zone);
/// `count` + 1 boundaries of days of `zone`, which are 23 or 25 hours long when its clock is changed; the last day is
/// today.
[[nodiscard]] QList<qint64> days(int count, qint64 now, const QTimeZone &zone);
/// The least step of 1, 2, 5 × 10ⁿ that needs at most `most` steps for `largest`; at least 1.
[[nodiscard]] qint64 numberStep(qint64 largest, int most);
/// The least usual stretch of time (1 s … days) that needs at most `most` steps for `largest`; ms.
[[nodiscard]] qint64 timeStep(qint64 largest, int most);

} // namespace vestnik::chartdata
