// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/jobs/taskworker.h"

namespace vestnik {

/// Writes the posts of a query into a file.
class ExportWorker final : public TaskWorker {
public:
    explicit ExportWorker(JobHost &host)
        : TaskWorker(host)
    {
    }
    [[nodiscard]] QString kind() const override { return QLatin1String(jobkinds::exportPosts); }
    [[nodiscard]] Result<void> check(const Job &job) const override;
    void forecast(const Job &job, std::function<void(Result<QList<TaskFact>>)> done) override;

    /// "posts-{date}" and the like as the name of a file; {date} and {time} of `at` (ms UTC) in a zone (empty: the
    /// system's).
    [[nodiscard]] static QString fileName(
        const QString &pattern, ExportFormat format, qint64 at, const QByteArray &zone);

protected:
    [[nodiscard]] Result<std::optional<Work>> workOf(const RunRecord &run, const Job &job, Database &database) override;
};

} // namespace vestnik
