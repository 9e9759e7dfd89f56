// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/jobs/jobworkers.h"

#include "core/engine/jobs/backupworker.h"
#include "core/engine/jobs/exportworker.h"
#include "core/engine/jobs/parseworker.h"
#include "core/engine/jobs/recheckworker.h"
#include "core/engine/jobs/retentionworker.h"

namespace vestnik {

std::vector<std::unique_ptr<JobWorker>> makeJobWorkers(JobHost &host)
{
    std::vector<std::unique_ptr<JobWorker>> workers;
    workers.push_back(std::make_unique<ParseWorker>(host));
    workers.push_back(std::make_unique<RecheckWorker>(host));
    workers.push_back(std::make_unique<RetentionWorker>(host));
    workers.push_back(std::make_unique<BackupWorker>(host));
    workers.push_back(std::make_unique<ExportWorker>(host));
    return workers;
}

} // namespace vestnik
