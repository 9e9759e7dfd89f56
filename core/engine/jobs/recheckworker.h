// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/jobs/collectworker.h"

namespace vestnik {

/// Reads the posts of the last days once more, for edits and deletions.
class RecheckWorker final : public CollectWorker {
public:
    explicit RecheckWorker(JobHost &host)
        : CollectWorker(host)
    {
    }
    [[nodiscard]] QString kind() const override { return QLatin1String(jobkinds::recheck); }
    [[nodiscard]] Result<void> check(const Job &job) const override;
    /// What a job of this kind reads; `now`: ms UTC.
    [[nodiscard]] static Result<HistoryGoal> goal(const QJsonObject &arguments, qint64 now);

protected:
    [[nodiscard]] Result<HistoryGoal> goalOf(const Job &job, qint64 now) const override;
};

} // namespace vestnik
