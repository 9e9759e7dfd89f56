// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/scheduler_p.h"

#include "core/base/logging.h"
#include "core/store/database.h"
#include "core/store/jobrepository.h"
#include "core/store/runrepository.h"

#include <QMetaObject>

#include <utility>

namespace vestnik {

RunRecord Scheduler::Private::rowFor(const Job &job, RunStatus status, qint64 now) const
{
    RunRecord row;
    row.status = status;
    row.origin = RunOrigin::Schedule;
    row.kind = job.kind;
    row.job = job.id;
    row.jobName = job.name;
    row.queuedAt = now;
    if (!isGoing(status)) {
        row.startedAt = now;
        row.finishedAt = now;
    }
    return row;
}

Result<void> Scheduler::Private::write(QList<RunRecord> &rows, const QHash<JobId, qint64> &handled)
{
    if (!isLive()) {
        return failure(ErrorCode::DatabaseBusy);
    }
    QList<RunId> ids;
    const Result<void> written = database->transaction([&]() -> Result<void> {
        RunRepository runs(*database);
        JobRepository jobs(*database);
        if (!rows.isEmpty()) {
            const Result<QList<RunId>> added = runs.add(rows);
            if (!added) {
                return failure(added.error());
            }
            ids = *added;
        }
        if (!handled.isEmpty()) {
            if (const Result<void> set = jobs.setHandled(handled); !set) {
                return set;
            }
        }
        for (auto began = beganDirty.constBegin(); began != beganDirty.constEnd(); ++began) {
            if (const Result<void> set = jobs.setBegan(began.key(), began.value()); !set) {
                return set;
            }
        }
        for (const RunRecord &record : std::as_const(unsaved)) {
            const Result<void> saved = runs.saveRun(record);
            if (!saved && saved.error().code != ErrorCode::NotFound) {
                return saved;
            }
        }
        return {};
    });
    if (!written) {
        storeFails(written.error());
        return written;
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        rows[i].id = ids.value(i);
    }
    for (auto one = handled.constBegin(); one != handled.constEnd(); ++one) {
        handledDirty.remove(one.key());
    }
    beganDirty.clear();
    unsaved.clear();
    storeFailing = false;
    return {};
}

Result<void> Scheduler::Private::writeJobs(const QList<JobEntry> &entries)
{
    if (!isLive()) {
        return failure(ErrorCode::DatabaseBusy);
    }
    return database->transaction([&]() -> Result<void> {
        JobRepository jobs(*database);
        QHash<JobId, qint64> until;
        for (const JobEntry &entry : entries) {
            if (Result<void> updated = jobs.update(entry.job); !updated) {
                return updated;
            }
            until.insert(entry.job.id, entry.handledUntil);
        }
        return jobs.setHandled(until);
    });
}

/// Rows of runs that ended without having gone.
void Scheduler::Private::save(const QList<RunRecord> &records)
{
    if (records.isEmpty()) {
        return;
    }
    unsaved.append(records);
    QList<RunRecord> none;
    // Also while suspended: their end belongs into the store before it is closed.
    const bool wasSuspended = suspended;
    suspended = false;
    if (const Result<void> written = write(none, {}); !written) {
        qCWarning(lcSchedule) << "the end of" << records.size() << "waiting runs could not be stored";
    }
    suspended = wasSuspended;
}

std::optional<RunRecord> Scheduler::Private::lastRunOf(JobId job)
{
    const Result<QHash<JobId, RunRecord>> last = RunRepository(*database).lastOfJobs();
    return last && last->contains(job) ? std::optional(last->value(job)) : std::nullopt;
}

/// Brings the store up to date with what may be late, a piece at a time.
void Scheduler::Private::flush()
{
    if (!isLive() || storeRetryAt != 0) {
        return;
    }
    constexpr qsizetype piece = 250;
    QHash<JobId, qint64> until;
    for (auto one = handledDirty.constBegin(); one != handledDirty.constEnd() && until.size() < piece; ++one) {
        until.insert(one.key(), one.value());
    }
    QList<RunRecord> none;
    if ((!until.isEmpty() || !beganDirty.isEmpty() || !unsaved.isEmpty()) && !write(none, until)) {
        return;
    }
    if (handledDirty.isEmpty() && wantedDirty) {
        // Last: were the program killed before, nothing would be missed that nobody wanted.
        if (const Result<void> stored = JobRepository(*database).setWanted(wanted); !stored) {
            storeFails(stored.error());
            return;
        }
        wantedDirty = false;
    }
    if (!handledDirty.isEmpty() && !flushPosted) {
        flushPosted = true;
        QMetaObject::invokeMethod(
            &q,
            [this] {
                flushPosted = false;
                flush();
            },
            Qt::QueuedConnection);
    }
}

void Scheduler::Private::storeFails(const Error &error)
{
    storeRetryAt = clock.steady() + storeRetryMs;
    if (!std::exchange(storeFailing, true)) {
        log.add(LogLevel::Warning, LogEvent::JobsNotStored, {}, {}, error);
    }
    storeError = error;
}

} // namespace vestnik
