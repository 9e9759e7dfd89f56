// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/run.h"

#include <QIcon>
#include <QString>

namespace vestnik::texts {

// Words of jobs and their runs, in the language of the window; see texts.h for numbers, times and thread.

/// Why a run is there, did not begin, or ended early: a sentence. Empty for RunReasonKind::None. Times of another day
/// than that of `now` (ms UTC) have their date.
[[nodiscard]] QString runReason(const RunReason &reason);
[[nodiscard]] QString runReason(const RunReason &reason, qint64 now);
/// What the operator wants to know of a run in one line: its error, otherwise its reason. May be empty.
[[nodiscard]] QString runNote(const RunRecord &run, qint64 now);
/// "Parse channels"; a kind that is not known is its own name.
[[nodiscard]] QString jobKind(const QString &kind);
/// The name of the run's job as it was then, otherwise its kind.
[[nodiscard]] QString runName(const RunRecord &run);
/// "02:10–07:45", "19 Nov 22:10 – 20 Nov 07:45"; the date is left out for the day of `now`.
[[nodiscard]] QString period(qint64 from, qint64 to, qint64 now);
/// "yesterday 14:02", "12 Nov 04:00": like texts::when(), with the hour on all days.
[[nodiscard]] QString whenWithClock(qint64 ms, qint64 now);
/// How many of its channels failed; empty for none.
[[nodiscard]] QString runFailures(const RunRecord &run);
/// Skipped and missed runs are only noted: they took no time and counted nothing.
[[nodiscard]] bool isOnlyNoted(RunStatus status);
/// Looks of a status; the word stands beside it.
[[nodiscard]] QIcon runIcon(RunStatus status);
[[nodiscard]] QIcon runChannelIcon(RunChannelStatus status);

} // namespace vestnik::texts
