// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/operatorlog.h"
#include "core/model/job.h"
#include "core/schedule/jobworker.h"
#include "core/schedule/triggertimes.h"

#include <QObject>

#include <memory>

namespace vestnik {

class Database;

/// Keeps the jobs, says when each is due, and decides by its policies whether a run begins, waits, or is left out; each
/// decision is a row of the history. One alarm for all jobs. The work itself is done by the workers of the kinds.
///
/// It works without a store, too: fires wait, and count as missed when the store is back.
///
/// A fire that is less than a minute late is kept, an older one is missed: one row says how many were and why, and by
/// the job's policy none, one or several runs make up for them, if its windows allow that moment. Where a fire is due
/// as well, and one run is to make up for all, the two are the same run. Runs that make up for fires wait for each
/// other whatever the overlap policy says. An interval without an anchor is overdue once at most and runs at once.
///
/// When the wall clock is set back by up to five minutes, no fire is run a second time; when it is set back by more,
/// the fires of the time that comes again are run again: nothing stands still for as long as the clock was set back.
/// Timeouts and delays of retries count the time in which the computer is awake.
///
/// Lives on the engine thread, owned by the engine. stop(), then idle(), before it is destroyed.
class Scheduler final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Scheduler)

public:
    /// Stopping lasts from stop() until the last run of a job ended.
    enum class State { Stopped, Running, Stopping };

    /// `zoneDirectory`: as of ZoneRules::load().
    Scheduler(Clock &clock, OperatorLog &log, const QString &zoneDirectory = {}, QObject *parent = nullptr);
    ~Scheduler() override;

    /// Before attach().
    void addWorker(std::unique_ptr<JobWorker> worker);
    [[nodiscard]] QStringList kinds() const;
    /// Runs of jobs that may go side by side, 1..32.
    void setConcurrency(int runs);

    /// Takes the jobs from a store that was opened. `interrupted`: runs that were going when the program ended.
    [[nodiscard]] Result<void> attach(Database &database, const QList<RunRecord> &interrupted);
    /// The store is about to be closed: going runs end as Interrupted and are gone on with after attach(); idle()
    /// follows, from the event loop if nothing goes. Jobs stay known, commands fail with DatabaseBusy.
    void suspend();
    /// After suspend() and idle(): the database is no longer touched.
    void detach();
    [[nodiscard]] bool isAttached() const;

    [[nodiscard]] State state() const;
    /// Jobs are due from now on. Does nothing while Running; while Stopping, the wish is kept until everything ended.
    void start();
    /// No run is due from now on; going and waiting runs of jobs are stopped. Idempotent, in any state. Fires until the
    /// next start() are not missed: the operator did not want them. `byOperator` false: the program ends; runs end as
    /// Interrupted, and what falls due until its next start is missed. idle() follows if any run went or waited.
    void stop(bool byOperator = true);
    /// No run of a job goes or waits.
    [[nodiscard]] bool isIdle() const;

    /// Wall time of the next fire of any job, ms UTC; 0 unless Running, or none.
    [[nodiscard]] qint64 nextRunAt() const;
    [[nodiscard]] QList<UpcomingRun> upcoming(int count) const;
    [[nodiscard]] QList<JobRow> rows() const;
    [[nodiscard]] Result<JobRow> row(JobId job) const;

    // Commands. NotFound for a job that is not there; jobsChanged() follows.
    /// Stores a new job (id 0) or changes one; answers with the stored one. InvalidArgument with the member's name.
    [[nodiscard]] Result<Job> save(const Job &job);
    /// Going runs are stopped. The jobs are kept for restore() until the program ends.
    [[nodiscard]] Result<void> remove(const QList<JobId> &jobs);
    [[nodiscard]] Result<void> restore(const QList<JobId> &jobs);
    [[nodiscard]] Result<void> setEnabled(const QList<JobId> &jobs, bool enabled);
    /// `until`: ms UTC, 0: until resume(). Going runs end by themselves.
    [[nodiscard]] Result<void> pause(const QList<JobId> &jobs, qint64 until);
    [[nodiscard]] Result<void> resume(const QList<JobId> &jobs);
    /// Begins a run by hand, in any state of the scheduler and of the job; the overlap policy holds, but the run goes
    /// before those that wait. Answers with the id of its row (which may be Skipped).
    [[nodiscard]] Result<RunId> runNow(JobId job, RunOrigin origin);
    /// Ends a run of a job, going or waiting; false: it is none of its runs.
    bool cancel(RunId run, const RunVerdict &verdict = {});
    void forecast(const Job &job, std::function<void(Result<JobForecast>)> done);
    /// Fires of the jobs (empty: all) in from < fire <= to. Those of an interval without an anchor begin with the next.
    [[nodiscard]] QList<JobFires> fires(qint64 from, qint64 to, const QList<JobId> &jobs = {}) const;

public Q_SLOTS:
    /// The time-zone data changed: all fires from now on are reckoned anew.
    void zonesChanged();

Q_SIGNALS:
    void stateChanged();
    void nextRunChanged();
    /// Rows that are new or changed.
    void jobsChanged(const QList<vestnik::JobId> &jobs);
    void jobsRemoved(const QList<vestnik::JobId> &jobs);
    /// A row of the history was made or changed by the scheduler itself (queued, skipped, missed, failed to begin,
    /// stopped while it waited).
    void runChanged(const vestnik::RunRecord &run);
    /// The last run of a job ended. From inside the end: post, do not destroy.
    void idle();
    /// A row could not be written; the run it was for did not begin.
    void storeFailed(const vestnik::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vestnik
