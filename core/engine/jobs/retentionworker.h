// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/jobs/taskworker.h"

namespace vestnik {

/// Applies the rules of retention.
class RetentionWorker final : public TaskWorker {
public:
    explicit RetentionWorker(JobHost &host)
        : TaskWorker(host)
    {
    }
    [[nodiscard]] QString kind() const override { return QLatin1String(jobkinds::retention); }
    [[nodiscard]] Result<void> check(const Job &job) const override;
    void forecast(const Job &job, std::function<void(Result<QList<TaskFact>>)> done) override;

protected:
    [[nodiscard]] Result<std::optional<Work>> workOf(const RunRecord &run, const Job &job, Database &database) override;
    [[nodiscard]] QString postsFact() const override { return QStringLiteral("posts_removed_total"); }
    [[nodiscard]] bool didSomething(const TaskReport &report) const override;
};

} // namespace vestnik
