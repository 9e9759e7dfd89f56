// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/job.h"

#include <QHash>
#include <QList>

namespace vestnik {

class Database;

/// A job with what the scheduler must remember of it.
struct StoredJob {
    Job job;
    qint64 handledUntil = 0; ///< ms UTC: all fires up to here were decided; 0: none yet
    qint64 lastBeganAt = 0; ///< ms UTC: when its newest run began; 0: never
};

/// The jobs. Lives on the thread of its connection (the engine's); no state.
class JobRepository final {
public:
    explicit JobRepository(Database &database)
        : m_database(database)
    {
    }

    /// All that are not removed, by id. A row that cannot be read (a later version wrote it) comes as a disabled job
    /// with its id, kind and name.
    [[nodiscard]] Result<QList<StoredJob>> all();
    /// Stores a new job (its id is ignored); returns its id.
    [[nodiscard]] Result<JobId> add(const Job &job, qint64 handledUntil);
    /// Writes all members of a job. NotFound without one.
    [[nodiscard]] Result<void> update(const Job &job);
    /// Remembers, in one transaction, up to where the fires of jobs were decided.
    [[nodiscard]] Result<void> setHandled(const QHash<JobId, qint64> &until);
    [[nodiscard]] Result<void> setBegan(JobId job, qint64 at);
    /// Takes jobs out of the list; restore() brings them back, purge() deletes them for good. `now`: ms UTC.
    [[nodiscard]] Result<void> remove(const QList<JobId> &jobs, qint64 now);
    /// Answers with the jobs that are back.
    [[nodiscard]] Result<QList<StoredJob>> restore(const QList<JobId> &jobs);
    /// Their runs stay in the history, without a job.
    [[nodiscard]] Result<qint64> purge();

    /// Whether the scheduler is wanted: true from its start until the operator stops it, across ends of the program.
    /// What falls due meanwhile and is not run is missed.
    [[nodiscard]] Result<bool> isWanted();
    [[nodiscard]] Result<void> setWanted(bool wanted);

private:
    Database &m_database;
};

} // namespace vestnik
