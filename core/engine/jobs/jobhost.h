// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/operatorlog.h"
#include "core/collect/collector.h"
#include "core/model/run.h"
#include "core/model/task.h"
#include "core/store/database.h"
#include "core/store/readpool.h"

#include <QObject>

#include <functional>
#include <memory>

namespace vestnik {

/// What the workers of jobs need of the engine. The store comes and goes: pointers are asked for anew each time.
/// Engine thread.
class JobHost {
public:
    /// On a pool thread, after the work and before its end is told; may add to the report.
    using After = std::function<void(TaskReport &)>;

    virtual ~JobHost() = default;

    /// Lives as long as the engine.
    [[nodiscard]] virtual QObject *context() = 0;
    [[nodiscard]] virtual Clock &clock() = 0;
    [[nodiscard]] virtual OperatorLog &log() = 0;
    [[nodiscard]] virtual QString dataDir() const = 0;
    /// With its password.
    [[nodiscard]] virtual QString storeAddress() const = 0;
    /// nullptr while there is none.
    [[nodiscard]] virtual Database *database() = 0;
    [[nodiscard]] virtual Collector *collector() = 0;
    [[nodiscard]] virtual std::shared_ptr<ReadPool> readPool() const = 0;

    /// Puts a task in line, as an operator's; `told` gets each of its records, the last one has an ended state.
    [[nodiscard]] virtual Result<TaskId> startJobTask(
        const TaskSpec &spec, const After &after, const std::function<void(const TaskRecord &)> &told) = 0;
    virtual void cancelTask(TaskId task) = 0;
    /// Calls `ended` once, when the collector ended this run, in a later turn of the loop.
    virtual void watchRun(RunId run, const std::function<void(const RunRecord &)> &ended) = 0;
    virtual void unwatchRun(RunId run) = 0;
    /// Tells the fronts about a row that a worker stored.
    virtual void tellRun(const RunRecord &run) = 0;
    virtual void tellProgress(const RunProgress &progress) = 0;

protected:
    JobHost() = default;
    Q_DISABLE_COPY_MOVE(JobHost)
};

} // namespace vestnik
