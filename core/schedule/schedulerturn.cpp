// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/scheduler_p.h"

#include <QMetaObject>

#include <algorithm>
#include <utility>

namespace vestnik {

/// All that time brings: looked at whenever the alarm went off, the clock was set, or something changed.
void Scheduler::Private::turn()
{
    if (inTurn) {
        turnAgain = true;
        return;
    }
    inTurn = true;
    do {
        turnAgain = false;
        const ClockShift shift = looker.look(clock);
        if (!shift.isNone()) {
            onShift(shift);
        }
        if (storeRetryAt != 0 && storeRetryAt <= clock.steady()) {
            storeRetryAt = 0; // another attempt
        }
        if (isLive()) {
            endPauses();
            if (state == State::Running) {
                decideDue();
            }
            flush();
        }
        line.ripen(clock.steady());
        const QList<std::pair<RunId, RunVerdict>> cancels = std::exchange(toCancel, {});
        for (const auto &[run, verdict] : cancels) {
            cancelGoing(run, verdict);
        }
        stopOverdue();
        pump();
        finishStopping();
    } while (turnAgain);
    inTurn = false;
    setAlarm();
    announce();
}

void Scheduler::Private::onShift(const ClockShift &shift)
{
    const bool back = shift.set < 0;
    MissedCause cause{RunReasonKind::ClockSet, shift.before, shift.now};
    if (shift.slept > 0 && shift.slept >= shift.set) {
        cause = {RunReasonKind::Asleep, shift.before - shift.slept, shift.now};
    }
    for (auto &[id, entry] : book.entries()) {
        if (back && (shift.set < -JobEntry::setBackMs || entry.handledUntil > shift.now + JobEntry::setBackMs)) {
            const qint64 before = entry.handledUntil;
            entry.handledUntil = std::min(entry.handledUntil, shift.now);
            entry.lastBeganAt = std::min(entry.lastBeganAt, shift.now);
            entry.freshFrom = std::min(entry.freshFrom, shift.now);
            if (entry.handledUntil != before) {
                handledDirty.insert(id, entry.handledUntil);
            }
            if (state == State::Running) {
                book.reckon(entry);
            }
            change(id);
        }
        if (entry.liesBehind(book.due().at(id), shift.now) && entry.cause.kind == RunReasonKind::Busy) {
            entry.cause = cause;
        }
    }
}

void Scheduler::Private::setAlarm()
{
    const qint64 steady = clock.steady();
    qint64 wait = -1;
    const auto within = [&wait](
                            qint64 ms) { wait = wait < 0 ? std::max<qint64>(0, ms) : std::clamp<qint64>(ms, 0, wait); };
    if (isLive()) {
        const qint64 now = clock.now();
        // While the store fails, what is due waits for the next attempt.
        const qint64 earliest = storeRetryAt == 0 ? 0 : storeRetryAt - steady;
        if (const qint64 due = book.due().nextAt(); due != 0 && state == State::Running) {
            within(std::max(earliest, due - now));
        }
        if (const qint64 pause = book.pauses().nextAt(); pause != 0) {
            within(std::max(earliest, pause - now));
        }
        if (storeRetryAt != 0) {
            within(earliest);
        }
    }
    if (const qint64 next = line.nextSteady(); next != 0) {
        within(next - steady);
    }
    if (wait < 0) {
        alarm->cancel();
        return;
    }
    // Where nobody tells of a clock that was set, one looks now and then.
    constexpr qint64 lookMs = 15 * 60'000;
    alarm->setIn(watch ? wait : std::min(wait, lookMs));
}

void Scheduler::Private::announce()
{
    flushOutbox();
    if (const qint64 next = q.nextRunAt(); next != announcedNext) {
        announcedNext = next;
        Q_EMIT q.nextRunChanged();
    }
}

void Scheduler::Private::change(JobId job)
{
    changed.insert(job);
    if (changePosted) {
        return;
    }
    changePosted = true;
    QMetaObject::invokeMethod(
        &q,
        [this] {
            changePosted = false;
            QList<JobId> jobs = std::exchange(changed, {}).values();
            jobs.removeIf([this](JobId id) { return book.find(id) == nullptr; });
            std::sort(jobs.begin(), jobs.end());
            if (!jobs.isEmpty()) {
                Q_EMIT q.jobsChanged(jobs);
            }
        },
        Qt::QueuedConnection);
}

void Scheduler::Private::flushOutbox()
{
    while (!outbox.isEmpty()) {
        const RunRecord record = outbox.takeFirst();
        Q_EMIT q.runChanged(record);
    }
    if (const std::optional<Error> error = std::exchange(storeError, std::nullopt)) {
        Q_EMIT q.storeFailed(*error);
    }
}

} // namespace vestnik
