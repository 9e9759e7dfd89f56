// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of FakeEngine that keeps jobs and the history of runs.

#include "core/schedule/triggertimes.h"
#include "tests/support/fakeengine/fakeengine.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace vestnik {
namespace {

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QList<qint64> intervalFires(const Trigger &trigger, qint64 after, int count)
{
    QList<qint64> fires;
    if (trigger.kind == TriggerKind::Once) {
        if (trigger.at > after) {
            fires.append(trigger.at);
        }
        return fires;
    }
    if (trigger.kind == TriggerKind::Cron) {
        ZoneCache zones;
        const Result<TriggerTimes> times = TriggerTimes::make(trigger, zones);
        return times ? times->list(after, count) : fires;
    }
    const qint64 every = std::max<qint64>(1000, trigger.everyMs);
    const qint64 anchor = trigger.anchor > 0 ? trigger.anchor : after;
    qint64 fire = anchor + ((after - anchor) / every + 1) * every;
    for (int i = 0; i < count; ++i, fire += every) {
        fires.append(fire);
    }
    return fires;
}

template<typename T>
bool passes(const QList<T> &wanted, const T &value)
{
    return wanted.isEmpty() || wanted.contains(value);
}

} // namespace

void FakeEngine::putJob(const JobRow &row)
{
    const auto place = std::find_if(
        m_data.jobs.begin(), m_data.jobs.end(), [&](const JobRow &other) { return other.job.id == row.job.id; });
    if (place == m_data.jobs.end()) {
        m_data.jobs.append(row);
    } else {
        *place = row;
    }
    Q_EMIT jobsChanged({row});
}

QList<UpcomingRun> FakeEngine::upcomingRuns() const
{
    QList<UpcomingRun> runs;
    for (const JobRow &row : m_data.jobs) {
        const int fires = row.job.trigger.kind == TriggerKind::Interval ? 5 : 1;
        for (int i = 0; row.job.isArmed() && row.nextAt > 0 && i < fires; ++i) {
            runs.append({row.job.id, row.job.name, row.job.kind, row.nextAt + i * row.job.trigger.everyMs});
        }
    }
    std::sort(
        runs.begin(), runs.end(), [](const UpcomingRun &one, const UpcomingRun &other) { return one.at < other.at; });
    return runs.mid(0, 5);
}

void FakeEngine::putRun(const RunRecord &run, const QList<RunChannel> &channels, const QList<LogEntry> &log)
{
    m_data.runs.prepend(run);
    m_data.runChannels.insert(run.id, channels);
    m_data.runLogs.insert(run.id, log);
    m_lastRun = std::max(m_lastRun, run.id);
    Q_EMIT runFinished(run);
}

void FakeEngine::saveJob(const Job &job, QObject *context, Done<Job> done)
{
    called("saveJob");
    m_lastJob = job;
    if (refused<Job>(context, done)) {
        return;
    }
    JobRow row;
    for (const JobRow &known : std::as_const(m_data.jobs)) {
        if (known.job.id == job.id) {
            row = known;
        }
    }
    row.job = job;
    if (job.id == 0) {
        for (const QList<JobRow> &rows : {m_data.jobs, m_removedJobs}) {
            for (const JobRow &known : rows) {
                row.job.id = std::max(row.job.id, known.job.id);
            }
        }
        row.job.id += 1;
        row.job.createdAt = now();
    }
    row.nextAt = intervalFires(job.trigger, now(), 1).value(0);
    later([this, row] { putJob(row); });
    answer<Job>(context, std::move(done), row.job);
}

void FakeEngine::changeJobs(
    const QList<JobId> &jobs, QObject *context, Done<void> done, const std::function<void(Job &)> &change)
{
    if (refused<void>(context, done)) {
        return;
    }
    QList<JobRow> changed;
    for (JobRow &row : m_data.jobs) {
        if (jobs.contains(row.job.id)) {
            change(row.job);
            changed.append(row);
        }
    }
    later([this, changed] { Q_EMIT jobsChanged(changed); });
    answer<void>(context, std::move(done), {});
}

void FakeEngine::removeJobs(const QList<JobId> &jobs, QObject *context, Done<void> done)
{
    called("removeJobs");
    if (refused<void>(context, done)) {
        return;
    }
    const auto gone = [&jobs](const JobRow &row) { return jobs.contains(row.job.id); };
    std::copy_if(m_data.jobs.cbegin(), m_data.jobs.cend(), std::back_inserter(m_removedJobs), gone);
    m_data.jobs.removeIf(gone);
    later([this, jobs] { Q_EMIT jobsRemoved(jobs); });
    answer<void>(context, std::move(done), {});
}

void FakeEngine::restoreJobs(const QList<JobId> &jobs, QObject *context, Done<void> done)
{
    called("restoreJobs");
    if (refused<void>(context, done)) {
        return;
    }
    QList<JobRow> back;
    const auto wanted = [&jobs](const JobRow &row) { return jobs.contains(row.job.id); };
    std::copy_if(m_removedJobs.cbegin(), m_removedJobs.cend(), std::back_inserter(back), wanted);
    m_removedJobs.removeIf(wanted);
    m_data.jobs += back;
    std::sort(m_data.jobs.begin(), m_data.jobs.end(),
        [](const JobRow &one, const JobRow &other) { return one.job.id < other.job.id; });
    later([this, back] { Q_EMIT jobsChanged(back); });
    answer<void>(context, std::move(done), {});
}

void FakeEngine::setJobsEnabled(const QList<JobId> &jobs, bool enabled, QObject *context, Done<void> done)
{
    called("setJobsEnabled");
    changeJobs(jobs, context, std::move(done), [enabled](Job &job) { job.enabled = enabled; });
}

void FakeEngine::pauseJobs(const QList<JobId> &jobs, qint64 until, QObject *context, Done<void> done)
{
    called("pauseJobs");
    changeJobs(jobs, context, std::move(done), [until](Job &job) {
        job.paused = true;
        job.pausedUntil = until;
    });
}

void FakeEngine::resumeJobs(const QList<JobId> &jobs, QObject *context, Done<void> done)
{
    called("resumeJobs");
    changeJobs(jobs, context, std::move(done), [](Job &job) {
        job.paused = false;
        job.pausedUntil = 0;
    });
}

void FakeEngine::runJob(JobId job, QObject *context, Done<RunId> done)
{
    called("runJob");
    if (refused<RunId>(context, done)) {
        return;
    }
    const auto row =
        std::find_if(m_data.jobs.begin(), m_data.jobs.end(), [job](const JobRow &one) { return one.job.id == job; });
    if (row == m_data.jobs.end()) {
        answer<RunId>(context, std::move(done), failure(ErrorCode::NotFound, QStringLiteral("job %1").arg(job)));
        return;
    }
    const RunId run = m_status.run ? m_status.run->id : beginRun(activeChannels(), RunOrigin::Window);
    m_status.run->job = job;
    m_status.run->jobName = row->job.name;
    m_status.run->kind = row->job.kind;
    m_status.runs = {*m_status.run};
    row->going = {run};
    later([this, changed = *row, record = *m_status.run] {
        Q_EMIT runChanged(record);
        Q_EMIT jobsChanged({changed});
    });
    answer<RunId>(context, std::move(done), run);
}

void FakeEngine::forecastJob(const Job &job, QObject *context, Done<JobForecast> done)
{
    called("forecastJob");
    m_lastJob = job;
    if (refused<JobForecast>(context, done)) {
        return;
    }
    JobForecast forecast;
    forecast.facts = {{QStringLiteral("channels"), activeChannels().size(), {}}};
    forecast.fires = intervalFires(job.trigger, now(), 5);
    answer<JobForecast>(context, std::move(done), m_forecast.value_or(forecast));
}

void FakeEngine::previewTrigger(const Trigger &trigger, int count, QObject *context, Done<TriggerPreview> done)
{
    TriggerPreview preview;
    preview.zone = trigger.zone.isEmpty() ? QTimeZone::systemTimeZoneId() : trigger.zone;
    preview.fires = intervalFires(trigger, now(), count);
    if (trigger.kind == TriggerKind::Cron) {
        ZoneCache zones;
        preview = vestnik::previewTrigger(trigger, count, now(), zones);
    }
    answer<TriggerPreview>(context, std::move(done), m_preview.value_or(preview));
}

void FakeEngine::readFires(
    qint64 from, qint64 to, const QList<JobId> &jobs, QObject *context, Done<QList<JobFires>> done)
{
    QList<JobFires> all;
    for (const JobRow &row : std::as_const(m_data.jobs)) {
        if (!row.job.enabled || !passes(jobs, row.job.id)) {
            continue;
        }
        JobFires fires;
        fires.job = row.job.id;
        fires.pausedUntil = !row.job.paused ? 0 : row.job.pausedUntil > 0 ? row.job.pausedUntil : -1;
        for (qint64 fire : intervalFires(row.job.trigger, from, JobFires::most)) {
            if (fire <= to && (!row.job.paused || (row.job.pausedUntil > 0 && fire > row.job.pausedUntil))) {
                fires.fires.append(fire);
            }
        }
        fires.dense = fires.fires.size() == JobFires::most;
        fires.everyMs = row.job.trigger.everyMs;
        all.append(fires);
    }
    answer<QList<JobFires>>(context, std::move(done), m_fires.value_or(all));
}

void FakeEngine::retryFailed(RunId run, QObject *context, Done<RunId> done)
{
    called("retryFailed");
    if (refused<RunId>(context, done)) {
        return;
    }
    QList<ChannelId> failed;
    for (const RunChannel &channel : m_data.runChannels.value(run)) {
        if (channel.status == RunChannelStatus::Failed) {
            failed.append(channel.channelId);
        }
    }
    if (failed.isEmpty()) {
        answer<RunId>(context, std::move(done), failure(ErrorCode::NotFound, QStringLiteral("run %1").arg(run)));
        return;
    }
    answer<RunId>(context, std::move(done), beginRun(failed, RunOrigin::Window));
}

ReadId FakeEngine::findRuns(const RunQuery &query, QObject *context, Done<RunPage> done)
{
    m_lastRunQuery = query;
    RunPage page;
    QList<RunRecord> all = m_status.runs;
    all += m_data.runs;
    for (const RunRecord &run : std::as_const(all)) {
        if (passes(query.statuses, run.status) && passes(query.origins, run.origin) && passes(query.kinds, run.kind)
            && (query.job == 0 || run.job == query.job) && (query.from == 0 || run.startedAt >= query.from)
            && (query.to == 0 || run.startedAt < query.to) && (query.before == 0 || run.id < query.before)) {
            if (page.runs.size() == query.limit) {
                page.hasMore = true;
                break;
            }
            page.runs.append(run);
        }
    }
    return answerRead<RunPage>(context, std::move(done), page);
}

ReadId FakeEngine::readRunLog(RunId run, QObject *context, Done<QList<LogEntry>> done)
{
    return answerRead<QList<LogEntry>>(context, std::move(done), m_data.runLogs.value(run));
}

ReadId FakeEngine::readRunCharts(const RunChartQuery &query, QObject *context, Done<RunCharts> done)
{
    RunCharts charts;
    charts.postsPerHour = QList<qint64>(std::max<qsizetype>(0, query.hours.size() - 1), 0);
    charts.days = QList<RunCharts::Day>(std::max<qsizetype>(0, query.days.size() - 1));
    const auto slot = [](const QList<qint64> &bounds, qint64 at) {
        return qsizetype(std::upper_bound(bounds.begin(), bounds.end(), at) - bounds.begin()) - 1;
    };
    for (const RunRecord &run : std::as_const(m_data.runs)) {
        if (const qsizetype hour = slot(query.hours, run.startedAt); hour >= 0 && hour < charts.postsPerHour.size()) {
            charts.postsPerHour[hour] += run.postsAdded;
        }
        if (const qsizetype index = slot(query.days, run.startedAt); index >= 0 && index < charts.days.size()) {
            RunCharts::Day &day = charts.days[index];
            day.posts += run.postsAdded;
            day.done += run.status == RunStatus::Done || run.status == RunStatus::Partly;
            day.failed += run.status == RunStatus::Failed;
            day.stopped += run.status == RunStatus::Stopped || run.status == RunStatus::Interrupted;
            day.skipped += run.status == RunStatus::Skipped || run.status == RunStatus::Missed;
            day.longestMs = std::max(day.longestMs, run.finishedAt - run.startedAt);
            day.meanMs = day.longestMs;
        }
    }
    return answerRead<RunCharts>(context, std::move(done), m_charts.value_or(charts));
}

} // namespace vestnik
