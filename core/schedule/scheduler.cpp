// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/scheduler.h"

#include "core/schedule/scheduler_p.h"
#include "core/store/database.h"
#include "core/store/jobrepository.h"
#include "core/store/runrepository.h"

#include <QMetaObject>

#include <algorithm>

namespace vestnik {

Scheduler::Private::Private(
    Scheduler &scheduler, Clock &clockToUse, OperatorLog &operatorLog, const QString &zoneDirectory)
    : q(scheduler)
    , clock(clockToUse)
    , log(operatorLog)
    , zones(zoneDirectory)
    , alarm(clock.makeAlarm([this] { turn(); }))
    , watch(clock.watchJumps([this] { turn(); }))
{
}

Scheduler::Scheduler(Clock &clock, OperatorLog &log, const QString &zoneDirectory, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, clock, log, zoneDirectory))
{
}

Scheduler::~Scheduler() = default;

void Scheduler::addWorker(std::unique_ptr<JobWorker> worker)
{
    d->workers.push_back(std::move(worker));
}

QStringList Scheduler::kinds() const
{
    QStringList names;
    for (const auto &worker : d->workers) {
        names.append(worker->kind());
    }
    return names;
}

void Scheduler::setConcurrency(int runs)
{
    d->line.setConcurrency(std::clamp(runs, 1, 32));
    d->turn();
}

Result<void> Scheduler::attach(Database &database, const QList<RunRecord> &interrupted)
{
    if (d->isLive()) {
        return {};
    }
    JobRepository jobs(database);
    if (!d->attachedBefore) {
        if (const Result<qint64> purged = jobs.purge(); !purged) {
            return failure(purged.error());
        }
    }
    const Result<QList<StoredJob>> stored = jobs.all();
    if (!stored) {
        return failure(stored.error());
    }
    const Result<QHash<JobId, RunRecord>> last = RunRepository(database).lastOfJobs();
    if (!last) {
        return failure(last.error());
    }
    const Result<bool> wanted = jobs.isWanted();
    if (!wanted) {
        return failure(wanted.error());
    }
    QSet<JobId> gone;
    for (const auto &[id, entry] : d->book.entries()) {
        gone.insert(id);
    }
    d->book.clear();
    d->toResume.clear();
    d->handledDirty.clear();
    d->beganDirty.clear();
    d->unsaved.clear();
    d->storeRetryAt = 0;
    d->storeFailing = false;
    for (const StoredJob &one : *stored) {
        JobEntry entry = d->entryFor(one.job);
        entry.handledUntil = one.handledUntil;
        entry.lastBeganAt = one.lastBeganAt;
        if (const auto found = last->constFind(one.job.id); found != last->constEnd()) {
            entry.last = *found;
            if (found->status == RunStatus::Interrupted) {
                d->toResume.insert(one.job.id, *found);
            }
        }
        d->book.insert(std::move(entry));
        d->change(one.job.id);
        gone.remove(one.job.id);
    }
    for (const RunRecord &run : interrupted) {
        if (run.job != 0 && run.id > d->toResume.value(run.job).id) {
            d->toResume.insert(run.job, run);
        }
    }
    // A wish of the operator that could not be written down while the store was away counts for this one.
    const bool stopped = d->wantedDirty && !d->wanted;
    d->wanted = *wanted && !stopped;
    d->wantedDirty = stopped && *wanted;
    d->database = &database;
    d->suspended = false;
    if (!gone.isEmpty()) {
        Q_EMIT jobsRemoved(gone.values());
    }
    if (d->state == State::Running) {
        d->arm(!d->attachedBefore);
    }
    d->attachedBefore = true;
    d->awayFrom = 0;
    d->turn();
    return {};
}

void Scheduler::suspend()
{
    if (d->isLive()) {
        d->flush();
        d->suspended = true;
        d->awayFrom = d->clock.now();
        RunVerdict verdict;
        verdict.status = RunStatus::Interrupted;
        d->endAll(verdict);
        d->turn();
    }
    if (d->line.isEmpty()) {
        d->postIdle();
    }
}

void Scheduler::detach()
{
    d->database = nullptr;
    d->suspended = false;
    d->toResume.clear();
    d->turn();
}

bool Scheduler::isAttached() const
{
    return d->isLive();
}

Scheduler::State Scheduler::state() const
{
    return d->state;
}

void Scheduler::start()
{
    if (d->state == State::Stopping) {
        d->startAgain = true;
        return;
    }
    if (d->state == State::Running) {
        return;
    }
    d->setState(State::Running);
    if (d->state == State::Running && d->isLive()) {
        d->arm(true);
    }
    d->turn();
}

void Scheduler::stop(bool byOperator)
{
    d->startAgain = false;
    if (byOperator) {
        d->setWanted(false);
    }
    if (d->state == State::Stopped && d->line.isEmpty()) {
        return;
    }
    d->book.disarm();
    d->setState(State::Stopping);
    RunVerdict verdict;
    verdict.status = byOperator ? RunStatus::Stopped : RunStatus::Interrupted;
    verdict.reason.kind = byOperator ? RunReasonKind::SchedulerStopped : RunReasonKind::None;
    const bool hadRuns = !d->line.isEmpty();
    d->endAll(verdict);
    d->finishStopping();
    d->turn();
    d->idleIfEmptied(hadRuns);
}

bool Scheduler::isIdle() const
{
    return d->line.isEmpty();
}

void Scheduler::zonesChanged()
{
    d->turn(); // what was due by the old rules
    d->zones.clear();
    const qint64 now = d->clock.now();
    for (auto &[id, entry] : d->book.entries()) {
        if (Result<TriggerTimes> times = TriggerTimes::make(entry.job.trigger, d->zones)) {
            entry.times = *times;
        }
        // A fire whose jitter is not over stays.
        if (entry.fireAt == 0 || entry.fireAt > now) {
            JobBook::settle(entry, now);
            if (entry.isArmed()) {
                d->handledDirty.insert(id, entry.handledUntil);
            }
        }
        if (d->state == State::Running) {
            d->book.reckon(entry);
        }
        d->change(id);
    }
    d->turn();
}

void Scheduler::Private::setState(State to)
{
    if (state != to) {
        state = to;
        Q_EMIT q.stateChanged();
    }
}

void Scheduler::Private::finishStopping()
{
    if (state != State::Stopping || line.goingCount() > 0) {
        return;
    }
    const bool again = startAgain;
    startAgain = false;
    setState(State::Stopped);
    if (again) {
        q.start();
    }
}

void Scheduler::Private::setWanted(bool wish)
{
    if (wanted != wish || !isLive()) {
        wanted = wish;
        wantedDirty = true;
    }
    flush();
}

/// Jobs are due from now on: what lies behind is missed, if it was wanted. `starting`: by start().
void Scheduler::Private::arm(bool starting)
{
    const qint64 now = clock.now();
    const bool away = !starting && awayFrom != 0;
    for (auto &[id, entry] : book.entries()) {
        const qint64 before = entry.handledUntil;
        if (!wanted || before == 0 || before > now + JobEntry::setBackMs
            || entry.lastBeganAt > now + JobEntry::setBackMs) {
            JobBook::settle(entry, now);
        }
        entry.freshFrom = entry.isLoose() && (starting || entry.lastBeganAt == 0) ? now : 0;
        entry.cause = {away ? RunReasonKind::StoreAway : RunReasonKind::ProgramClosed, away ? awayFrom : 0, now};
        if (toResume.contains(id) && entry.isLoose()) {
            // Going on with the run that was interrupted is its first run.
            entry.freshFrom = 0;
            entry.lastBeganAt = now;
            JobBook::settle(entry, now);
        }
        book.reckon(entry);
        if (!entry.liesBehind(book.due().at(id), now)) {
            entry.cause = {};
        }
        if (entry.handledUntil != before && entry.isArmed()) {
            handledDirty.insert(id, entry.handledUntil);
        }
    }
    resumeInterrupted();
    setWanted(true);
}

void Scheduler::Private::resumeInterrupted()
{
    const qint64 now = clock.now();
    QList<RunRecord> rows;
    QList<qint64> orders;
    for (auto one = toResume.constBegin(); one != toResume.constEnd(); ++one) {
        const JobEntry *entry = book.find(one.key());
        const JobWorker *worker = entry == nullptr ? nullptr : workerOf(entry->job.kind);
        // Where the program died, what waited has its end for its beginning.
        const bool began = one->startedAt != 0 && one->startedAt != one->finishedAt;
        const bool wished = entry != nullptr && (entry->isArmed() || one->origin != RunOrigin::Schedule);
        if (worker == nullptr || !wished || (began && !worker->resumes())) {
            continue;
        }
        RunRecord row = rowFor(entry->job, RunStatus::Queued, now);
        row.origin = one->origin;
        row.attempt = one->attempt;
        row.reason.kind = RunReasonKind::Resumed;
        row.reason.run = one->id;
        rows.append(row);
        // Its turn is what it was: before what is made up for.
        orders.append(one->dueAt != 0 ? one->dueAt : one->queuedAt);
    }
    if (rows.isEmpty() || !write(rows, {})) {
        return;
    }
    toResume.clear();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const RunRecord &row = rows.at(i);
        LinedRun run;
        run.record = row;
        run.job = book.find(row.job)->job;
        run.orderAt = orders.at(i);
        line.add(run);
        outbox.append(row);
        change(row.job);
    }
}

void Scheduler::Private::postIdle()
{
    QMetaObject::invokeMethod(
        &q,
        [this] {
            if (line.isEmpty()) {
                Q_EMIT q.idle();
            }
        },
        Qt::QueuedConnection);
}

/// The last run may have ended while it waited.
void Scheduler::Private::idleIfEmptied(bool hadRuns)
{
    if (hadRuns && line.isEmpty()) {
        Q_EMIT q.idle();
    }
}

} // namespace vestnik
