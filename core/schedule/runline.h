// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/job.h"

#include <QHash>

#include <map>
#include <set>
#include <tuple>

namespace vestnik {

class JobWorker;

/// A run that waits or goes.
struct LinedRun {
    /// What a run is in the line for; of runs with the same priority, the lower goes first.
    enum class Place {
        Hand, ///< the operator asked for it: before all others
        Replacement, ///< takes the place of a run that is being stopped
        Regular,
        CatchUp, ///< one after the other with its like
        Retry, ///< waits for its delay; counts for nothing until it goes
    };

    RunRecord record;
    Job job; ///< as it was when the run was decided
    Place place = Place::Regular;
    qint64 orderAt = 0; ///< ms UTC; the earlier goes first
    qint64 readyAt = 0; ///< ms of the steady clock: not before; 0: at any time
    bool going = false;
    bool cancelled = false; ///< its worker was told to end it
    qint64 deadline = 0; ///< ms of the steady clock; 0: none
    JobWorker *worker = nullptr;
};

/// The runs of jobs that wait for their turn, and those that go. Keeps the limits; stores nothing. A value of the
/// engine thread.
class RunLine final {
public:
    void setConcurrency(int runs) { m_concurrency = runs; }

    LinedRun &add(LinedRun run); ///< its record has an id
    /// What it was; a default-made one (id 0) if it is not there.
    LinedRun take(RunId run);
    [[nodiscard]] LinedRun *find(RunId run);
    [[nodiscard]] const LinedRun *find(RunId run) const;
    [[nodiscard]] bool isEmpty() const { return m_runs.empty(); }
    [[nodiscard]] qsizetype goingCount() const { return m_going; }

    /// The run that may begin now, by priority and time; 0: none. `handOnly`: only what the operator asked for.
    [[nodiscard]] RunId next(bool handOnly) const;
    /// The job was changed: its waiting runs go by what it says now.
    void setJob(const Job &job);
    /// Marks a waiting run as going. `deadline`: ms of the steady clock, 0 none.
    void began(RunId run, qint64 deadline);
    /// Lets retries whose delay is over take part; `steady`: now.
    void ripen(qint64 steady);
    /// Whether a run of a job could begin at once.
    [[nodiscard]] bool hasRoom(const Job &job) const;

    /// Oldest first.
    [[nodiscard]] QList<RunId> all() const;
    [[nodiscard]] QList<RunId> of(JobId job) const { return m_byJob.value(job); }
    [[nodiscard]] QList<RunId> goingOf(JobId job) const;
    /// Without retries.
    [[nodiscard]] QList<RunId> waitingOf(JobId job) const;
    [[nodiscard]] QList<RunId> retriesOf(JobId job) const;
    /// The going runs whose time is over.
    [[nodiscard]] QList<RunId> overdue(qint64 steady) const;
    /// When a retry ripens or the time of a run is over, ms of the steady clock; 0: never.
    [[nodiscard]] qint64 nextSteady() const;

private:
    // Hand first, then priority, place, time.
    using Key = std::tuple<int, int, int, qint64, RunId>;
    using Timed = std::pair<qint64, RunId>;

    [[nodiscard]] static Key keyOf(const LinedRun &run);
    [[nodiscard]] bool mayBegin(const LinedRun &run) const;

    /// Runs of a job that go.
    struct Going {
        int all = 0;
        int catchingUp = 0;
    };

    void count(const LinedRun &run, int by);

    std::map<RunId, LinedRun> m_runs;
    QHash<JobId, Going> m_goingByJob;
    QHash<JobId, QList<RunId>> m_byJob;
    std::set<Key> m_waiting; ///< those that are ripe
    std::set<Timed> m_unripe;
    std::set<Timed> m_deadlines;
    qsizetype m_going = 0;
    int m_concurrency = 2;
};

} // namespace vestnik
