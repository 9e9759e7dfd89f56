// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operatorlog.h"
#include "core/base/result.h"
#include "core/model/run.h"

#include <QHash>

#include <optional>

namespace vestnik {

class Database;

/// Runs and their channels. Lives on the thread of its connection (the engine's); no state.
class RunRepository final {
public:
    explicit RunRepository(Database &database)
        : m_database(database)
    {
    }

    /// Stores a new run and its channels (`run.id` and `runId` are ignored); returns its id.
    [[nodiscard]] Result<RunId> begin(const RunRecord &run, const QList<RunChannel> &channels);
    /// Stores a row of the history without channels, in any state (`run.id` is ignored); returns its id.
    [[nodiscard]] Result<RunId> add(const RunRecord &run);
    /// The same for several, in one transaction; ids in their order.
    [[nodiscard]] Result<QList<RunId>> add(const QList<RunRecord> &runs);
    /// Gives a row that was stored without channels its channels, and writes its state.
    [[nodiscard]] Result<void> beginStored(const RunRecord &run, const QList<RunChannel> &channels);
    /// Writes the state of one channel of a run; adds the row if the channel joined later.
    [[nodiscard]] Result<void> saveChannel(const RunChannel &channel);
    /// Writes the state of a run. NotFound without one.
    [[nodiscard]] Result<void> saveRun(const RunRecord &run);
    /// At start-up: runs that were queued or running when the program ended become Interrupted, their open channels
    /// Stopped. Returns the records as they are now. `now`: ms UTC.
    [[nodiscard]] Result<QList<RunRecord>> interruptGoing(qint64 now);
    /// Newest first, `limit` 1..1000, older than the run `before` (0: from the newest).
    [[nodiscard]] Result<QList<RunRecord>> recent(int limit, RunId before = 0);
    /// In the order they were queued.
    [[nodiscard]] Result<QList<RunChannel>> channelsOf(RunId run);
    [[nodiscard]] Result<RunRecord> run(RunId id);
    /// The newest run; nullopt before the first.
    [[nodiscard]] Result<std::optional<RunRecord>> last();
    /// The newest run of each job that is not going.
    [[nodiscard]] Result<QHash<JobId, RunRecord>> lastOfJobs();
    /// Appends to the log of runs (LogEntry::run), in one transaction; beyond 5000 entries of a run nothing is added.
    [[nodiscard]] Result<void> addLog(const QList<LogEntry> &entries);
    /// Deletes ended runs that began before `before` (ms UTC), at most `atMost`; returns how many went.
    [[nodiscard]] Result<qint64> pruneBefore(qint64 before, qint64 atMost = 10'000);
    /// Deletes all but the newest `keep` runs (at least 1); returns how many went.
    [[nodiscard]] Result<qint64> prune(int keep);

private:
    Database &m_database;
};

} // namespace vestnik
