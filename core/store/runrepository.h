// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/run.h"

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
    /// Deletes all but the newest `keep` runs (at least 1); returns how many went.
    [[nodiscard]] Result<qint64> prune(int keep);

private:
    Database &m_database;
};

} // namespace vestnik
