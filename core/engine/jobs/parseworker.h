// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/jobs/collectworker.h"

namespace vestnik {

/// Reads what is new in the channels of a job.
class ParseWorker final : public CollectWorker {
public:
    explicit ParseWorker(JobHost &host)
        : CollectWorker(host)
    {
    }
    [[nodiscard]] QString kind() const override { return QLatin1String(jobkinds::parse); }
    [[nodiscard]] Result<void> check(const Job &job) const override;

protected:
    [[nodiscard]] Result<HistoryGoal> goalOf(const Job &job, qint64 now) const override;
};

} // namespace vestnik
