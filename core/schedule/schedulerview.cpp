// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/scheduler_p.h"

#include <algorithm>
#include <queue>

namespace vestnik {
namespace {

/// When a job would fire next were it running, ms UTC without jitter; 0: never.
qint64 hypotheticFire(const JobEntry &entry, qint64 now)
{
    const bool endless = entry.job.paused && entry.job.pausedUntil == 0;
    if (!entry.usable || !entry.job.enabled || endless) {
        return 0;
    }
    return entry.nextFire(entry.job.paused ? std::max(now, entry.job.pausedUntil) : now);
}

/// Fires of a job after one of its fires; those of a loose one as if each run began at its fire.
QList<qint64> firesAfter(const JobEntry &entry, qint64 fire, int count)
{
    return entry.times.list(fire, count, entry.isLoose() ? fire : 0);
}

} // namespace

qint64 Scheduler::nextRunAt() const
{
    return d->state == State::Running ? d->book.due().nextAt() : 0;
}

QList<UpcomingRun> Scheduler::upcoming(int count) const
{
    struct Candidate {
        qint64 at;
        qint64 fire;
        JobId job;
        bool operator<(const Candidate &other) const { return std::tie(at, job) > std::tie(other.at, other.job); }
    };
    QList<UpcomingRun> runs;
    if (d->state != State::Running || count <= 0) {
        return runs;
    }
    std::priority_queue<Candidate> candidates;
    for (const auto &[at, id] : d->book.due().order()) {
        if (candidates.size() >= static_cast<std::size_t>(count)) {
            break;
        }
        candidates.push({at, d->book.find(id)->fireAt, id});
    }
    while (!candidates.empty() && runs.size() < count) {
        const Candidate first = candidates.top();
        candidates.pop();
        const JobEntry &entry = *d->book.find(first.job);
        runs.append({first.job, entry.job.name, entry.job.kind, first.at});
        if (const QList<qint64> next = firesAfter(entry, first.fire, 1); !next.isEmpty()) {
            candidates.push({entry.beginFor(next.first()), next.first(), first.job});
        }
    }
    return runs;
}

JobRow Scheduler::Private::rowOf(const JobEntry &entry) const
{
    JobRow row;
    row.job = entry.job;
    row.last = entry.last;
    row.going = line.of(entry.job.id);
    if (state == State::Running && entry.isArmed()) {
        row.nextAt = book.due().at(entry.job.id);
    } else if (const qint64 fire = hypotheticFire(entry, clock.now()); fire != 0) {
        row.nextAt = entry.beginFor(fire);
    }
    return row;
}

QList<JobRow> Scheduler::rows() const
{
    QList<JobRow> rows;
    rows.reserve(static_cast<qsizetype>(d->book.entries().size()));
    for (const auto &[id, entry] : d->book.entries()) {
        rows.append(d->rowOf(entry));
    }
    return rows;
}

Result<JobRow> Scheduler::row(JobId job) const
{
    const JobEntry *entry = d->book.find(job);
    if (entry == nullptr) {
        return failure(ErrorCode::NotFound, QStringLiteral("job %1").arg(job));
    }
    return d->rowOf(*entry);
}

void Scheduler::forecast(const Job &job, std::function<void(Result<JobForecast>)> done)
{
    JobForecast forecast;
    JobWorker *worker = d->workerOf(job.kind);
    JobEntry entry = d->entryFor(job);
    if (const Result<TriggerTimes> times = TriggerTimes::make(job.trigger, d->zones); !times) {
        forecast.error = times.error();
    } else if (worker == nullptr) {
        forecast.error = Error{ErrorCode::InvalidArgument, QStringLiteral("kind"), job.kind};
    } else if (const Result<void> checked = worker->check(job); !checked) {
        forecast.error = checked.error();
    }
    if (forecast.error.code != ErrorCode::None) {
        done(forecast);
        return;
    }
    if (const JobEntry *known = d->book.find(job.id)) {
        entry.lastBeganAt = known->lastBeganAt;
    }
    if (const qint64 first = entry.nextFire(d->clock.now()); first != 0) {
        forecast.fires = QList<qint64>{first} + firesAfter(entry, first, 4);
    }
    worker->forecast(job, [forecast, done = std::move(done)](const Result<QList<TaskFact>> &facts) {
        JobForecast complete = forecast;
        if (facts) {
            complete.facts = *facts;
        } else {
            complete.error = facts.error();
        }
        done(complete);
    });
}

JobFires Scheduler::Private::firesOf(const JobEntry &entry, qint64 from, qint64 to) const
{
    JobFires fires;
    fires.job = entry.job.id;
    if (entry.job.paused) {
        fires.pausedUntil = entry.job.pausedUntil == 0 ? -1 : entry.job.pausedUntil;
    }
    if (!entry.usable || !entry.job.enabled || fires.pausedUntil < 0) {
        return fires;
    }
    qint64 after = std::max(from, fires.pausedUntil);
    QList<qint64> found;
    if (entry.isLoose()) {
        const qint64 now = clock.now();
        const qint64 next = entry.fireAt != 0 ? entry.fireAt : hypotheticFire(entry, now);
        if (next > after && next <= to) {
            found.append(next);
        }
        after = std::max(after, next);
        found += next == 0 ? QList<qint64>() : entry.times.list(after, JobFires::most + 1, next);
    } else {
        found = entry.times.list(after, JobFires::most + 1);
    }
    while (!found.isEmpty() && found.last() > to) {
        found.removeLast();
    }
    if (found.size() > JobFires::most) {
        fires.dense = true;
        fires.everyMs = (found.last() - found.first()) / (found.size() - 1);
        found = found.mid(0, JobFires::most);
    }
    fires.fires = found;
    return fires;
}

QList<JobFires> Scheduler::fires(qint64 from, qint64 to, const QList<JobId> &jobs) const
{
    QList<JobFires> all;
    if (jobs.isEmpty()) {
        for (const auto &[id, entry] : d->book.entries()) {
            all.append(d->firesOf(entry, from, to));
        }
        return all;
    }
    for (const JobId job : jobs) {
        if (const JobEntry *entry = d->book.find(job)) {
            all.append(d->firesOf(*entry, from, to));
        }
    }
    return all;
}

} // namespace vestnik
