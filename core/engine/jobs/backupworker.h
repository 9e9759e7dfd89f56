// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/jobs/taskworker.h"

namespace vestnik {

/// Writes a backup named by its time, and deletes the oldest of those that the same job wrote before.
class BackupWorker final : public TaskWorker {
public:
    explicit BackupWorker(JobHost &host)
        : TaskWorker(host)
    {
    }
    [[nodiscard]] QString kind() const override { return QLatin1String(jobkinds::backup); }
    [[nodiscard]] Result<void> check(const Job &job) const override;
    void forecast(const Job &job, std::function<void(Result<QList<TaskFact>>)> done) override;

    /// Of the backups of a job in a folder the newest `keep` stay, `written` in any case. Returns how many went. Other
    /// files, those of other jobs and of operators too, are never touched.
    static qint64 prune(const QString &folder, JobId job, int keep, const QString &written);

protected:
    [[nodiscard]] Result<std::optional<Work>> workOf(const RunRecord &run, const Job &job, Database &database) override;
    [[nodiscard]] QString postsFact() const override { return {}; } // it neither adds nor changes any

private:
    /// The next file of a job.
    [[nodiscard]] QString fileOf(const QString &folder, JobId job, qint64 at) const;
    [[nodiscard]] QString folderOf(const QString &wanted) const;
};

} // namespace vestnik
