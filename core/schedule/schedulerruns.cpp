// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/scheduler_p.h"

#include <algorithm>

namespace vestnik {

JobWorker *Scheduler::Private::workerOf(const QString &kind) const
{
    const auto found =
        std::find_if(workers.cbegin(), workers.cend(), [&kind](const auto &worker) { return worker->kind() == kind; });
    return found == workers.cend() ? nullptr : found->get();
}

/// Lets as many waiting runs begin as may.
void Scheduler::Private::pump()
{
    while (true) {
        // What is said of a run is said before its worker says more; whoever hears it may stop everything.
        flushOutbox();
        if (!isLive() || state == State::Stopping) {
            return;
        }
        const RunId run = line.next(state == State::Stopped);
        if (run == 0) {
            return;
        }
        begin(run);
    }
}

void Scheduler::Private::begin(RunId id)
{
    const qint64 now = clock.now();
    const LinedRun run = *line.find(id);
    JobWorker *worker = workerOf(run.job.kind);
    if (run.place != LinedRun::Place::Retry) {
        // What it was to make good is done now.
        RunVerdict verdict;
        verdict.reason.kind = RunReasonKind::Replaced;
        verdict.reason.run = id;
        endWaiting(line.retriesOf(run.job.id), verdict);
    }
    const qint64 timeout = run.job.policy.timeoutMs;
    line.began(id, timeout > 0 ? clock.steady() + timeout : 0);
    line.find(id)->worker = worker;
    toResume.remove(run.job.id); // what was interrupted before is history
    if (JobEntry *entry = book.find(run.job.id)) {
        if (entry->lastBeganAt != now) {
            entry->lastBeganAt = now;
            beganDirty.insert(run.job.id, now);
        }
        if (entry->isLoose()) {
            entry->freshFrom = 0;
            if (state == State::Running) {
                book.reckon(*entry);
            }
        }
        change(run.job.id);
    }
    Result<void> began = failure(ErrorCode::InvalidArgument, QStringLiteral("kind"));
    if (worker != nullptr) {
        const std::weak_ptr<bool> there = alive;
        began = worker->begin(run.record, run.job, [this, there](const RunRecord &record) {
            if (!there.expired()) {
                onEnded(record);
            }
        });
    }
    if (began || line.find(id) == nullptr) {
        return;
    }
    const LinedRun taken = line.take(id);
    RunRecord record = taken.record;
    record.status = RunStatus::Failed;
    record.error = began.error();
    record.startedAt = now;
    record.finishedAt = clock.now();
    save({record});
    outbox.append(record);
    settleEnd(taken, record);
}

void Scheduler::Private::onEnded(const RunRecord &record)
{
    const LinedRun run = line.take(record.id);
    if (run.record.id == 0) {
        return;
    }
    settleEnd(run, record);
    finishStopping();
    turn();
    if (line.isEmpty()) {
        Q_EMIT q.idle();
    }
}

/// What follows from the end of a run: another try, or going on with it.
void Scheduler::Private::settleEnd(const LinedRun &run, const RunRecord &record)
{
    remember(record);
    JobEntry *entry = book.find(run.record.job);
    if (entry == nullptr || !isLive() || state != State::Running) {
        return;
    }
    if (record.status == RunStatus::Interrupted && run.worker != nullptr && run.worker->resumes()) {
        toResume.insert(run.record.job, record);
        resumeInterrupted();
    } else if (record.status == RunStatus::Failed) {
        retry(run, record);
    }
}

void Scheduler::Private::retry(const LinedRun &run, const RunRecord &record)
{
    const JobEntry *entry = book.find(run.record.job);
    if (!entry->isArmed() || run.record.attempt > entry->job.policy.retries) {
        return;
    }
    if (!line.waitingOf(entry->job.id).isEmpty() || !line.retriesOf(entry->job.id).isEmpty()) {
        return; // a run of it comes anyway
    }
    RunRecord row = rowFor(entry->job, RunStatus::Queued, clock.now());
    row.origin = run.record.origin;
    row.dueAt = run.record.dueAt;
    row.attempt = run.record.attempt + 1;
    row.reason.kind = RunReasonKind::Retry;
    row.reason.run = record.id;
    row.reason.count = run.record.attempt;
    QList<RunRecord> rows{row};
    if (!write(rows, {})) {
        return;
    }
    LinedRun again;
    again.record = rows.first();
    again.job = entry->job;
    again.place = LinedRun::Place::Retry;
    again.orderAt = clock.now() + entry->job.policy.retryDelayMs;
    again.readyAt = clock.steady() + entry->job.policy.retryDelayMs;
    line.add(again);
    outbox.append(again.record);
    log.addOfRun(record.id, LogLevel::Info, LogEvent::JobRetry, entry->job.name,
        {QString::number(record.id), QString::number(entry->job.policy.retryDelayMs / 1000)});
}

void Scheduler::Private::stopOverdue()
{
    const QList<RunId> runs = line.overdue(clock.steady());
    for (const RunId id : runs) {
        const LinedRun *run = line.find(id);
        if (run == nullptr) {
            continue;
        }
        RunVerdict verdict;
        verdict.status = RunStatus::Failed;
        verdict.error = Error{ErrorCode::TimedOut, run->job.name, {}};
        verdict.reason.kind = RunReasonKind::TimedOut;
        verdict.reason.count = run->job.policy.timeoutMs;
        log.addOfRun(id, LogLevel::Warning, LogEvent::JobTimedOut, run->job.name,
            {QString::number(id), QString::number(run->job.policy.timeoutMs / 1000)});
        cancelGoing(id, verdict);
    }
}

void Scheduler::Private::cancelGoing(RunId id, const RunVerdict &verdict)
{
    LinedRun *run = line.find(id);
    if (run == nullptr || !run->going || run->cancelled) {
        return; // the first verdict counts
    }
    run->cancelled = true;
    if (run->worker != nullptr) {
        run->worker->cancel(id, verdict);
    }
}

void Scheduler::Private::endWaiting(const QList<RunId> &runs, const RunVerdict &verdict)
{
    QList<RunRecord> ended;
    const qint64 now = clock.now();
    for (const RunId id : runs) {
        const LinedRun *run = line.find(id);
        if (run == nullptr || run->going) {
            continue;
        }
        RunRecord record = line.take(id).record;
        record.status = verdict.status;
        record.error = verdict.error;
        record.reason = verdict.reason.kind == RunReasonKind::None ? record.reason : verdict.reason;
        record.finishedAt = now; // it never began: startedAt stays 0
        remember(record);
        outbox.append(record);
        ended.append(record);
    }
    save(ended);
}

/// Waiting runs end at once, going ones as soon as their workers can.
void Scheduler::Private::endAll(const RunVerdict &verdict)
{
    const QList<RunId> runs = line.all();
    endWaiting(runs, verdict);
    for (const RunId run : runs) {
        cancelGoing(run, verdict);
    }
}

void Scheduler::Private::remember(const RunRecord &record)
{
    if (JobEntry *entry = book.find(record.job)) {
        if (!entry->last || entry->last->id <= record.id) {
            entry->last = record;
        }
        change(record.job);
    }
}

} // namespace vestnik
