// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/jobs/parseworker.h"

namespace vestnik {

Result<void> ParseWorker::check(const Job &job) const
{
    Q_UNUSED(job) // it has no arguments
    return {};
}

Result<HistoryGoal> ParseWorker::goalOf(const Job &job, qint64 now) const
{
    Q_UNUSED(job)
    Q_UNUSED(now)
    return HistoryGoal();
}

} // namespace vestnik
