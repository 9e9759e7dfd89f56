// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Jobs and their runs in the facade; the rest is in enginelink.cpp.

#include "core/engine/enginelink.h"

#include "core/store/reads.h"

#include <QDateTime>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int mostPreviewed = 20;

} // namespace

void EngineLink::connectJobs(Engine *engine)
{
    // As in connectEngine(): queued, with values.
    connect(engine, &Engine::runChanged, this, &EngineFacade::runChanged);
    connect(engine, &Engine::jobsChanged, this, [this](const QList<JobRow> &rows) {
        for (const JobRow &row : rows) {
            m_jobs.insert(row.job.id, row);
        }
        Q_EMIT jobsChanged(rows);
    });
    connect(engine, &Engine::zonesChanged, this, [this] { m_zones.clear(); });
    connect(engine, &Engine::jobsRemoved, this, [this](const QList<JobId> &jobs) {
        for (const JobId job : jobs) {
            m_jobs.remove(job);
        }
        Q_EMIT jobsRemoved(jobs);
    });
}

void EngineLink::saveJob(const Job &job, QObject *context, Done<Job> done)
{
    command<Job>(context, std::move(done), [job](Engine &engine) { return engine.saveJob(job); });
}

void EngineLink::removeJobs(const QList<JobId> &jobs, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [jobs](Engine &engine) { return engine.removeJobs(jobs); });
}

void EngineLink::restoreJobs(const QList<JobId> &jobs, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [jobs](Engine &engine) { return engine.restoreJobs(jobs); });
}

void EngineLink::setJobsEnabled(const QList<JobId> &jobs, bool enabled, QObject *context, Done<void> done)
{
    command<void>(
        context, std::move(done), [jobs, enabled](Engine &engine) { return engine.setJobsEnabled(jobs, enabled); });
}

void EngineLink::pauseJobs(const QList<JobId> &jobs, qint64 until, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [jobs, until](Engine &engine) { return engine.pauseJobs(jobs, until); });
}

void EngineLink::resumeJobs(const QList<JobId> &jobs, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [jobs](Engine &engine) { return engine.resumeJobs(jobs); });
}

void EngineLink::runJob(JobId job, QObject *context, Done<RunId> done)
{
    command<RunId>(context, std::move(done), [job](Engine &engine) { return engine.runJob(job, RunOrigin::Window); });
}

void EngineLink::forecastJob(const Job &job, QObject *context, Done<JobForecast> done)
{
    const Ticket ticket = expect<JobForecast>(context, std::move(done));
    if (m_shuttingDown || !m_thread) {
        answer<JobForecast>(ticket, failure(ErrorCode::EngineStopped));
        return;
    }
    withEngine([this, ticket, job](Engine &engine) {
        engine.whenSettled([this, ticket, job, &engine] {
            engine.forecastJob(
                job, [this, ticket](const Result<JobForecast> &forecast) { answer<JobForecast>(ticket, forecast); });
        });
    });
}

void EngineLink::previewTrigger(const Trigger &trigger, int count, QObject *context, Done<TriggerPreview> done)
{
    // Pure and quick: a way over the engine's thread would only make it wait behind the engine's work.
    const Ticket ticket = expect<TriggerPreview>(context, std::move(done));
    answer<TriggerPreview>(ticket,
        vestnik::previewTrigger(
            trigger, std::clamp(count, 1, mostPreviewed), QDateTime::currentMSecsSinceEpoch(), m_zones));
}

void EngineLink::readFires(
    qint64 from, qint64 to, const QList<JobId> &jobs, QObject *context, Done<QList<JobFires>> done)
{
    const Ticket ticket = expect<QList<JobFires>>(context, std::move(done));
    if (m_shuttingDown || !m_thread) {
        answer<QList<JobFires>>(ticket, failure(ErrorCode::EngineStopped));
        return;
    }
    withEngine([this, ticket, from, to, jobs](Engine &engine) {
        engine.readFires(from, to, jobs,
            [this, ticket](const Result<QList<JobFires>> &fires) { answer<QList<JobFires>>(ticket, fires); });
    });
}

void EngineLink::retryFailed(RunId run, QObject *context, Done<RunId> done)
{
    command<RunId>(
        context, std::move(done), [run](Engine &engine) { return engine.retryFailed(run, RunOrigin::Window); });
}

// ---- reads ----

ReadId EngineLink::findRuns(const RunQuery &query, QObject *context, Done<RunPage> done)
{
    return read<RunPage>(
        context, std::move(done), [query](Database &database) { return vestnik::findRuns(database, query); });
}

ReadId EngineLink::readRunLog(RunId run, QObject *context, Done<QList<LogEntry>> done)
{
    // What was told already must be in the answer: logAdded() brings the rest only.
    const Ticket ticket = expect<QList<LogEntry>>(context, std::move(done));
    if (m_shuttingDown || !m_thread) {
        answer<QList<LogEntry>>(ticket, failure(ErrorCode::EngineStopped));
        return ticket;
    }
    withEngine([this, ticket, run](Engine &engine) {
        engine.flushRunLog();
        QMetaObject::invokeMethod(
            this,
            [this, ticket, run] {
                ask<QList<LogEntry>>(ticket, [run](Database &database) { return vestnik::readRunLog(database, run); });
            },
            Qt::QueuedConnection);
    });
    return ticket;
}

ReadId EngineLink::readRunCharts(const RunChartQuery &query, QObject *context, Done<RunCharts> done)
{
    return read<RunCharts>(
        context, std::move(done), [query](Database &database) { return vestnik::readRunCharts(database, query); });
}

} // namespace vestnik
