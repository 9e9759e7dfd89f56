// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/trigger.h"

#include <QByteArray>
#include <QLocale>
#include <QString>

namespace vestnik::triggertexts {

// Triggers in words, in the language of the window; English where there is no translator. Times are shown with 24
// hours, dates follow the locale. Any thread on which texts may be translated.

/// "every weekday at 08:30, Moscow time", "every 30 minutes, Mon–Fri 08:00–20:00", "once on 12 Nov 2026 at 09:00".
/// `cron`: of the trigger's expression, understood; an expression that no sentence fits is told field by field.
[[nodiscard]] QString inWords(const Trigger &trigger, const CronFields &cron, const QLocale &locale);
/// The expression alone: "at 03:15 on the 1st and 15th of each month".
[[nodiscard]] QString cronInWords(const CronFields &cron, const QLocale &locale);
/// What is wrong with an expression, one sentence; empty if nothing is.
[[nodiscard]] QString problem(const CronProblem &problem);
/// "Moscow time", "time of Asia/Tokyo"; the system's for an empty one.
[[nodiscard]] QString zoneName(const QByteArray &zone, const QLocale &locale);

} // namespace vestnik::triggertexts
