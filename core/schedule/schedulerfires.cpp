// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/scheduler_p.h"

#include <algorithm>

namespace vestnik {

void Scheduler::Private::endPauses()
{
    const qint64 now = clock.now();
    QList<JobEntry> ended;
    for (const auto &[until, id] : book.pauses().order()) {
        if (until > now) {
            break;
        }
        JobEntry entry = *book.find(id);
        entry.job.paused = false;
        entry.job.pausedUntil = 0;
        entry.handledUntil = std::max(entry.handledUntil, until);
        ended.append(entry);
    }
    if (ended.isEmpty() || storeRetryAt > clock.steady()) {
        return;
    }
    if (const Result<void> written = writeJobs(ended); !written) {
        storeFails(written.error());
        return;
    }
    for (const JobEntry &entry : std::as_const(ended)) {
        JobEntry &kept = book.insert(entry);
        if (state == State::Running) {
            book.reckon(kept);
        }
        change(kept.job.id);
    }
}

void Scheduler::Private::decideDue()
{
    if (storeRetryAt > clock.steady()) {
        return;
    }
    const qint64 now = clock.now();
    QList<Decision> decisions;
    qint64 budget = countBudget;
    qsizetype rowCount = 0;
    for (const auto &[at, id] : book.due().order()) {
        if (at > now || decisions.size() >= atOnce || rowCount >= rowsAtOnce) {
            break;
        }
        const JobEntry &entry = *book.find(id);
        const bool dear = entry.job.trigger.kind == TriggerKind::Cron || !entry.job.trigger.windows.isEmpty();
        decisions.append(decide(entry, now, !dear || budget > 0 ? countMost : countLeast));
        rowCount += decisions.last().rows.size();
        for (const RunRecord &row : std::as_const(decisions.last().rows)) {
            budget -= dear ? std::max<qint64>(1, row.reason.count) : 0;
        }
    }
    if (decisions.isEmpty()) {
        return;
    }
    QList<RunRecord> rows;
    QHash<JobId, qint64> handled;
    QSet<JobId> beginning;
    for (const Decision &decision : std::as_const(decisions)) {
        rows.append(decision.rows);
        handled.insert(decision.job, decision.handledUntil);
        const bool runs = std::any_of(decision.rows.cbegin(), decision.rows.cend(),
            [](const RunRecord &row) { return row.status == RunStatus::Queued; });
        if (runs && line.hasRoom(book.find(decision.job)->job)) {
            // It will begin in this turn: one transaction for both.
            beganDirty.insert(decision.job, now);
        }
    }
    if (!write(rows, handled)) {
        for (const Decision &decision : std::as_const(decisions)) {
            MissedCause &cause = book.find(decision.job)->cause;
            if (cause.kind == RunReasonKind::Busy) {
                cause = {RunReasonKind::StoreAway, now, 0};
            }
            beganDirty.remove(decision.job);
        }
        return;
    }
    qsizetype next = 0;
    for (Decision &decision : decisions) {
        for (RunRecord &row : decision.rows) {
            row = rows.at(next++);
        }
    }
    for (const Decision &decision : std::as_const(decisions)) {
        apply(decision, now);
    }
}

Decision Scheduler::Private::decide(const JobEntry &entry, qint64 now, qint64 countLimit) const
{
    const PastFires past = PastFires::of(entry, now, countLimit);
    const JobPolicy &policy = entry.job.policy;
    Decision decision;
    decision.job = entry.job.id;
    decision.handledUntil = past.handledUntil;
    const bool allowed = entry.times.allows(now);
    const bool oneForAll =
        policy.missed == MissedPolicy::Once || (policy.missed == MissedPolicy::All && entry.isLoose());
    const bool merged = past.missed > 0 && past.due != 0 && oneForAll;
    QList<qint64> made;
    if (past.due == 0 && allowed && oneForAll && !past.newest.isEmpty()) {
        made = {past.newest.last()};
    } else if (allowed && policy.missed == MissedPolicy::All && !entry.isLoose()) {
        made = past.newest;
    }
    RunReason catchUp;
    catchUp.kind = RunReasonKind::CatchUp;
    catchUp.count = past.missed;
    if (past.missed > 0) {
        RunRecord missed = rowFor(entry.job, RunStatus::Missed, now);
        missed.dueAt = past.first;
        missed.reason.kind = entry.cause.kind;
        missed.reason.count = past.missed;
        missed.reason.ran = merged ? 1 : made.size();
        missed.reason.from = entry.cause.from == 0 ? past.first : std::min(entry.cause.from, past.first);
        missed.reason.to = entry.cause.to == 0 ? now : entry.cause.to;
        catchUp.from = missed.reason.from;
        catchUp.to = missed.reason.to;
        decision.rows.append(missed);
        decision.places.append(LinedRun::Place::CatchUp);
    }
    for (const qint64 fire : std::as_const(made)) {
        RunRecord run = rowFor(entry.job, RunStatus::Queued, now);
        run.dueAt = fire;
        run.reason = catchUp;
        run.reason.count = oneForAll ? past.missed : 1;
        decision.rows.append(run);
        decision.places.append(LinedRun::Place::CatchUp);
    }
    if (past.due != 0 && (merged || !made.isEmpty())) {
        // It stands in the line with those that are made up for, or stands for them.
        RunRecord run = rowFor(entry.job, RunStatus::Queued, now);
        run.dueAt = past.due;
        run.reason = merged ? catchUp : RunReason();
        decision.rows.append(run);
        decision.places.append(LinedRun::Place::CatchUp);
    } else if (past.due != 0) {
        planDue(decision, entry, past.due, now);
    }
    return decision;
}

/// The fire that is due: begins, waits or is left out.
void Scheduler::Private::planDue(Decision &decision, const JobEntry &entry, qint64 fire, qint64 now) const
{
    const Overlap overlap = overlapOf(entry.job);
    RunRecord row = rowFor(entry.job, overlap.skipped ? RunStatus::Skipped : RunStatus::Queued, now);
    row.dueAt = fire;
    row.reason = overlap.reason;
    decision.replaces = overlap.replaces;
    decision.rows.append(row);
    decision.places.append(overlap.replaces != 0 ? LinedRun::Place::Replacement : LinedRun::Place::Regular);
}

Overlap Scheduler::Private::overlapOf(const Job &job) const
{
    const QList<RunId> going = line.goingOf(job.id);
    const QList<RunId> waiting = line.waitingOf(job.id);
    Overlap overlap;
    if (going.size() + waiting.size() < job.policy.concurrency) {
        return overlap;
    }
    const auto skip = [&overlap](RunReasonKind kind, RunId run) {
        overlap.skipped = true;
        overlap.reason.kind = kind;
        overlap.reason.run = run;
    };
    if (job.policy.overlap == OverlapPolicy::Skip) {
        skip(going.isEmpty() ? RunReasonKind::OneWaits : RunReasonKind::StillGoing,
            going.isEmpty() ? waiting.first() : going.first());
        return overlap;
    }
    for (const RunId run : waiting) {
        if (line.find(run)->place != LinedRun::Place::CatchUp) {
            skip(RunReasonKind::OneWaits, run);
            return overlap;
        }
    }
    if (job.policy.overlap == OverlapPolicy::CancelOld) {
        const auto old =
            std::find_if(going.cbegin(), going.cend(), [this](RunId run) { return !line.find(run)->cancelled; });
        overlap.replaces = old == going.cend() ? 0 : *old;
    }
    return overlap;
}

void Scheduler::Private::apply(const Decision &decision, qint64 now)
{
    JobEntry *entry = book.find(decision.job);
    entry->handledUntil = decision.handledUntil;
    entry->freshFrom = 0;
    entry->cause = {};
    book.reckon(*entry);
    for (qsizetype i = 0; i < decision.rows.size(); ++i) {
        const RunRecord &row = decision.rows.at(i);
        if (row.status == RunStatus::Queued) {
            LinedRun run;
            run.record = row;
            run.job = entry->job;
            run.place = decision.places.at(i);
            run.orderAt = row.dueAt == 0 ? now : row.dueAt;
            line.add(run);
        } else {
            entry->last = row;
            tell(entry->job, row);
        }
        outbox.append(row);
    }
    change(decision.job);
    if (decision.replaces != 0) {
        RunVerdict verdict;
        verdict.reason.kind = RunReasonKind::Replaced;
        verdict.reason.run = decision.rows.last().id;
        toCancel.append({decision.replaces, verdict});
    }
}

/// Puts a decision not to run into the operator's log.
void Scheduler::Private::tell(const Job &job, const RunRecord &row)
{
    const RunReason &reason = row.reason;
    if (row.status == RunStatus::Missed) {
        log.addOfRun(row.id, LogLevel::Warning, LogEvent::JobMissed, job.name,
            {QString::number(reason.count), QString::number(reason.ran)});
    } else if (reason.kind == RunReasonKind::StillGoing) {
        log.addOfRun(row.id, LogLevel::Info, LogEvent::RunSkipped, job.name, {QString::number(reason.run)});
    } else if (reason.kind == RunReasonKind::OneWaits) {
        log.addOfRun(row.id, LogLevel::Info, LogEvent::JobOneWaits, job.name, {QString::number(reason.run)});
    }
}

} // namespace vestnik
