// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/jobworker.h"

#include <memory>
#include <vector>

namespace vestnik {

class JobHost;

/// A worker for each kind of job. `host` must outlive them.
[[nodiscard]] std::vector<std::unique_ptr<JobWorker>> makeJobWorkers(JobHost &host);

} // namespace vestnik
