// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/scheduler_p.h"

#include "core/store/database.h"
#include "core/store/jobrepository.h"

#include <algorithm>

namespace vestnik {
namespace {

tl::unexpected<Error> noSuchJob(JobId job)
{
    return failure(ErrorCode::NotFound, QStringLiteral("job %1").arg(job));
}

} // namespace

JobEntry Scheduler::Private::entryFor(const Job &job) const
{
    JobEntry entry;
    entry.job = job;
    const Result<TriggerTimes> times = TriggerTimes::make(job.trigger, zones);
    entry.usable = times && workerOf(job.kind) != nullptr;
    if (times) {
        entry.times = *times;
    }
    return entry;
}

/// Takes over what the operator changed of jobs that are there: first the store, then memory.
Result<void> Scheduler::Private::changeJobs(QList<JobEntry> entries)
{
    const qint64 now = clock.now();
    for (JobEntry &entry : entries) {
        const JobEntry *before = book.find(entry.job.id);
        const bool armedAnew = entry.isArmed() && !before->isArmed();
        const bool otherTimes = entry.job.trigger != before->job.trigger;
        if (armedAnew || otherTimes) {
            JobBook::settle(entry, now);
        }
        if (entry.isLoose() && (entry.lastBeganAt == 0 || (otherTimes && entry.nextFire(entry.lastBeganAt) <= now))) {
            entry.freshFrom = now; // overdue by what it says now: at once
        }
    }
    if (const Result<void> written = writeJobs(entries); !written) {
        return written;
    }
    for (JobEntry &entry : entries) {
        const JobId id = entry.job.id;
        handledDirty.remove(id);
        line.setJob(entry.job);
        JobEntry &kept = book.insert(std::move(entry));
        if (state == State::Running) {
            book.reckon(kept);
        }
        change(id);
        if (!kept.job.isArmed()) {
            endScheduled(id);
        }
    }
    turn();
    return {};
}

/// A job that is off has nothing in the line but what was asked for by hand.
void Scheduler::Private::endScheduled(JobId job)
{
    QList<RunId> waiting = line.waitingOf(job) + line.retriesOf(job);
    waiting.removeIf([this](RunId run) { return line.find(run)->place == LinedRun::Place::Hand; });
    RunVerdict verdict;
    verdict.reason.kind = RunReasonKind::JobPaused;
    endWaiting(waiting, verdict);
}

Result<QList<JobEntry>> Scheduler::Private::entriesOf(const QList<JobId> &jobs) const
{
    if (!isLive()) {
        return failure(ErrorCode::DatabaseBusy);
    }
    QList<JobEntry> entries;
    for (const JobId job : jobs) {
        const JobEntry *entry = book.find(job);
        if (entry == nullptr) {
            return noSuchJob(job);
        }
        entries.append(*entry);
    }
    return entries;
}

Result<Job> Scheduler::save(const Job &given)
{
    if (!d->isLive()) {
        return failure(ErrorCode::DatabaseBusy);
    }
    const JobEntry *before = given.id == 0 ? nullptr : d->book.find(given.id);
    if (given.id != 0 && before == nullptr) {
        return noSuchJob(given.id);
    }
    const qint64 now = d->clock.now();
    Job job = given;
    job.createdAt = before == nullptr ? now : before->job.createdAt;
    job.pausedUntil = job.paused ? job.pausedUntil : 0;
    if (const Result<void> checked = checkJob(job); !checked) {
        return failure(checked.error());
    }
    const JobWorker *worker = d->workerOf(job.kind);
    if (worker == nullptr) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("kind"), job.kind);
    }
    if (const Result<TriggerTimes> times = TriggerTimes::make(job.trigger, d->zones); !times) {
        return failure(times.error());
    }
    if (const Result<void> checked = worker->check(job); !checked) {
        return failure(checked.error());
    }
    JobEntry entry = d->entryFor(job);
    if (before != nullptr) {
        entry.handledUntil = before->handledUntil;
        entry.lastBeganAt = before->lastBeganAt;
        entry.freshFrom = before->freshFrom;
        entry.cause = before->cause;
        entry.last = before->last;
        const Result<void> changed = d->changeJobs({entry});
        return changed ? Result<Job>(job) : failure(changed.error());
    }
    JobBook::settle(entry, now);
    const Result<JobId> added = JobRepository(*d->database).add(job, entry.handledUntil);
    if (!added) {
        return failure(added.error());
    }
    job.id = *added;
    entry.job.id = *added;
    d->take(std::move(entry));
    d->turn();
    return job;
}

/// A job that was not there.
void Scheduler::Private::take(JobEntry entry)
{
    entry.freshFrom = entry.isLoose() && entry.lastBeganAt == 0 ? clock.now() : 0;
    JobEntry &kept = book.insert(std::move(entry));
    if (state == State::Running) {
        book.reckon(kept);
    }
    change(kept.job.id);
}

Result<void> Scheduler::remove(const QList<JobId> &jobs)
{
    const Result<QList<JobEntry>> entries = d->entriesOf(jobs);
    if (!entries) {
        return failure(entries.error());
    }
    if (Result<void> removed = JobRepository(*d->database).remove(jobs, d->clock.now()); !removed) {
        return removed;
    }
    RunVerdict verdict;
    verdict.reason.kind = RunReasonKind::JobRemoved;
    QList<RunId> runs;
    for (const JobId job : jobs) {
        runs += d->line.of(job);
        d->book.remove(job);
        d->toResume.remove(job);
        d->handledDirty.remove(job);
        d->beganDirty.remove(job);
    }
    d->endWaiting(runs, verdict);
    for (const RunId run : std::as_const(runs)) {
        d->cancelGoing(run, verdict);
    }
    Q_EMIT jobsRemoved(jobs);
    d->turn();
    d->idleIfEmptied(!runs.isEmpty());
    return {};
}

Result<void> Scheduler::restore(const QList<JobId> &jobs)
{
    if (!d->isLive()) {
        return failure(ErrorCode::DatabaseBusy);
    }
    const Result<QList<StoredJob>> back = JobRepository(*d->database).restore(jobs);
    if (!back) {
        return failure(back.error());
    }
    if (back->isEmpty() && !jobs.isEmpty()) {
        return noSuchJob(jobs.first());
    }
    for (const StoredJob &one : *back) {
        JobEntry entry = d->entryFor(one.job);
        entry.handledUntil = one.handledUntil;
        entry.lastBeganAt = one.lastBeganAt;
        entry.last = d->lastRunOf(one.job.id);
        JobBook::settle(entry, d->clock.now());
        d->handledDirty.insert(one.job.id, entry.handledUntil);
        d->take(std::move(entry));
    }
    d->turn();
    return {};
}

Result<void> Scheduler::setEnabled(const QList<JobId> &jobs, bool enabled)
{
    Result<QList<JobEntry>> entries = d->entriesOf(jobs);
    if (!entries) {
        return failure(entries.error());
    }
    for (JobEntry &entry : *entries) {
        entry.job.enabled = enabled;
    }
    return d->changeJobs(std::move(*entries));
}

Result<void> Scheduler::pause(const QList<JobId> &jobs, qint64 until)
{
    Result<QList<JobEntry>> entries = d->entriesOf(jobs);
    if (!entries) {
        return failure(entries.error());
    }
    if (until != 0 && until <= d->clock.now()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("paused_until"));
    }
    for (JobEntry &entry : *entries) {
        entry.job.paused = true;
        entry.job.pausedUntil = until;
    }
    return d->changeJobs(std::move(*entries));
}

Result<void> Scheduler::resume(const QList<JobId> &jobs)
{
    Result<QList<JobEntry>> entries = d->entriesOf(jobs);
    if (!entries) {
        return failure(entries.error());
    }
    for (JobEntry &entry : *entries) {
        entry.job.paused = false;
        entry.job.pausedUntil = 0;
    }
    return d->changeJobs(std::move(*entries));
}

Result<RunId> Scheduler::runNow(JobId job, RunOrigin origin)
{
    if (!d->isLive()) {
        return failure(ErrorCode::DatabaseBusy);
    }
    JobEntry *entry = d->book.find(job);
    if (entry == nullptr) {
        return noSuchJob(job);
    }
    if (d->workerOf(entry->job.kind) == nullptr) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("kind"), entry->job.kind);
    }
    const qint64 now = d->clock.now();
    const Overlap overlap = d->overlapOf(entry->job);
    RunRecord row = d->rowFor(entry->job, overlap.skipped ? RunStatus::Skipped : RunStatus::Queued, now);
    row.origin = origin;
    row.reason = overlap.reason;
    QList<RunRecord> rows{row};
    const bool room = !overlap.skipped && d->state != State::Stopping && d->line.hasRoom(entry->job);
    if (room) {
        d->beganDirty.insert(job, now); // one transaction for both
    }
    if (const Result<void> written = d->write(rows, {}); !written) {
        d->turn();
        return failure(written.error());
    }
    row = rows.first();
    d->outbox.append(row);
    if (overlap.skipped) {
        d->remember(row);
        d->tell(entry->job, row);
    } else {
        LinedRun run;
        run.record = row;
        run.job = entry->job;
        run.place = LinedRun::Place::Hand;
        run.orderAt = now;
        d->line.add(run);
        d->change(job);
    }
    if (overlap.replaces != 0) {
        RunVerdict verdict;
        verdict.reason.kind = RunReasonKind::Replaced;
        verdict.reason.run = row.id;
        d->toCancel.append({overlap.replaces, verdict});
    }
    d->turn();
    return row.id;
}

bool Scheduler::cancel(RunId run, const RunVerdict &verdict)
{
    const LinedRun *found = d->line.find(run);
    if (found == nullptr) {
        return false;
    }
    if (found->going) {
        d->cancelGoing(run, verdict);
    } else {
        d->endWaiting({run}, verdict);
        d->idleIfEmptied(true);
    }
    d->turn();
    return true;
}

} // namespace vestnik
