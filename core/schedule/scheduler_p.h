// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/schedule/clockshift.h"
#include "core/schedule/jobbook.h"
#include "core/schedule/runline.h"
#include "core/schedule/scheduler.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace vestnik {

class Database;

/// What a fire, or a wish of the operator, comes to by the overlap policy.
struct Overlap {
    bool skipped = false;
    RunReason reason; ///< of the skipped row
    RunId replaces = 0; ///< this one is to be stopped
};

/// What is to be done for the fires of one job.
struct Decision {
    JobId job = 0;
    qint64 handledUntil = 0;
    RunId replaces = 0;
    QList<RunRecord> rows; ///< to be stored; Queued ones go into the line
    QList<LinedRun::Place> places; ///< of the rows
};

/// The state of a Scheduler. Signals go out, and workers are called, only when it is consistent: whoever is called may
/// call anything of the scheduler.
struct Scheduler::Private {
    /// Fires that are decided in one transaction: the loop must not stand still in a storm of them.
    static constexpr qsizetype atOnce = 500;
    static constexpr qsizetype rowsAtOnce = 2000;
    /// ms: after a row could not be written.
    static constexpr qint64 storeRetryMs = 10'000;
    /// Fires that are counted in one turn before counting becomes coarse, and the limits per job.
    static constexpr qint64 countBudget = 100'000;
    static constexpr qint64 countMost = 1000;
    static constexpr qint64 countLeast = 20;

    Private(Scheduler &scheduler, Clock &clockToUse, OperatorLog &operatorLog, const QString &zoneDirectory);

    // State (scheduler.cpp).
    [[nodiscard]] bool isLive() const { return database != nullptr && !suspended; }
    void setState(State to);
    void finishStopping();
    void setWanted(bool wish);
    void arm(bool starting);
    void resumeInterrupted();
    void postIdle();
    void idleIfEmptied(bool hadRuns);

    // Time (schedulerturn.cpp).
    void setAlarm();
    void turn();
    void onShift(const ClockShift &shift);
    void announce();
    void change(JobId job);
    void flushOutbox();

    // Fires (schedulerfires.cpp).
    void endPauses();
    void decideDue();
    [[nodiscard]] Decision decide(const JobEntry &entry, qint64 now, qint64 countLimit) const;
    void planDue(Decision &decision, const JobEntry &entry, qint64 fire, qint64 now) const;
    [[nodiscard]] Overlap overlapOf(const Job &job) const;
    void apply(const Decision &decision, qint64 now);
    void tell(const Job &job, const RunRecord &row);

    // Jobs (schedulerjobs.cpp) and what is shown of them (schedulerview.cpp).
    [[nodiscard]] JobEntry entryFor(const Job &job) const;
    [[nodiscard]] Result<QList<JobEntry>> entriesOf(const QList<JobId> &jobs) const;
    [[nodiscard]] Result<void> changeJobs(QList<JobEntry> entries);
    void take(JobEntry entry);
    void endScheduled(JobId job);
    [[nodiscard]] JobRow rowOf(const JobEntry &entry) const;
    [[nodiscard]] JobFires firesOf(const JobEntry &entry, qint64 from, qint64 to) const;

    // Runs (schedulerruns.cpp).
    [[nodiscard]] JobWorker *workerOf(const QString &kind) const;
    void pump();
    void begin(RunId run);
    void onEnded(const RunRecord &record);
    void settleEnd(const LinedRun &run, const RunRecord &record);
    void retry(const LinedRun &run, const RunRecord &record);
    void stopOverdue();
    void cancelGoing(RunId run, const RunVerdict &verdict);
    void endWaiting(const QList<RunId> &runs, const RunVerdict &verdict);
    void endAll(const RunVerdict &verdict);
    void remember(const RunRecord &record);

    // The store (schedulerstore.cpp).
    /// Adds the rows (their ids are set), with all else that is to be written, in one transaction.
    [[nodiscard]] Result<void> write(QList<RunRecord> &rows, const QHash<JobId, qint64> &handled);
    /// Writes job rows, and up to where their fires were decided.
    [[nodiscard]] Result<void> writeJobs(const QList<JobEntry> &entries);
    void save(const QList<RunRecord> &records);
    [[nodiscard]] std::optional<RunRecord> lastRunOf(JobId job);
    void flush();
    void storeFails(const Error &error);
    [[nodiscard]] RunRecord rowFor(const Job &job, RunStatus status, qint64 now) const;

    Scheduler &q;
    Clock &clock;
    OperatorLog &log;
    mutable ZoneCache zones;
    std::vector<std::unique_ptr<JobWorker>> workers;
    std::unique_ptr<ClockAlarm> alarm;
    std::unique_ptr<ClockWatch> watch;
    ClockLooker looker;

    Database *database = nullptr;
    bool suspended = false;
    bool attachedBefore = false;
    qint64 awayFrom = 0; ///< ms UTC: when the store went away while Running; 0 not
    State state = State::Stopped;
    bool startAgain = false;
    bool wanted = false; ///< as stored, or as it is to be
    bool wantedDirty = false;

    JobBook book;
    RunLine line;
    QMap<JobId, RunRecord> toResume;
    QHash<JobId, qint64> handledDirty; ///< not stored yet
    QHash<JobId, qint64> beganDirty;
    QList<RunRecord> unsaved; ///< rows whose last state is not stored yet
    qint64 storeRetryAt = 0; ///< ms of the steady clock: nothing is written before; 0: at any time
    bool storeFailing = false; ///< since the last time that something could be written
    bool flushPosted = false;

    QList<std::pair<RunId, RunVerdict>> toCancel;
    QList<RunRecord> outbox; ///< for runChanged()
    std::optional<Error> storeError; ///< for storeFailed()
    QSet<JobId> changed; ///< for jobsChanged()
    bool changePosted = false;
    qint64 announcedNext = 0;
    bool inTurn = false;
    bool turnAgain = false;
    std::shared_ptr<bool> alive = std::make_shared<bool>(true);
};

} // namespace vestnik
