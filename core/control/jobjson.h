// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/job.h"
#include "core/model/run.h"

#include <QJsonObject>
#include <QJsonValue>

namespace vestnik {

/// A time as ISO 8601 in UTC; null for 0.
[[nodiscard]] QJsonValue timeToJson(qint64 ms);
/// A row of the history as "parse --json", "status --json" and "jobs --json" show it.
[[nodiscard]] QJsonObject runToJson(const RunRecord &run);
/// A job as "jobs list --json" shows it: with "next_at", "last" (a run, or null) and "going" (ids of runs).
[[nodiscard]] QJsonObject jobRowToJson(const JobRow &row);
[[nodiscard]] QJsonObject upcomingToJson(const UpcomingRun &run);

} // namespace vestnik
