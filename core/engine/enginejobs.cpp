// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Jobs and their runs; what a job of each kind does is in jobs/.

#include "core/engine/engine.h"

#include "core/base/logging.h"
#include "core/engine/jobs/jobworkers.h"
#include "core/engine/jobs/recheckworker.h"
#include "core/store/runrepository.h"
#include "core/store/settingsrepository.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 shortestMs = 1000;
constexpr qint64 surveyMs = 10; ///< of a turn of the loop
constexpr qsizetype jobsAtOnce = 8;

} // namespace

void Engine::connectJobs()
{
    for (std::unique_ptr<JobWorker> &worker : makeJobWorkers(*this)) {
        m_scheduler.addWorker(std::move(worker));
    }
    connect(&m_scheduler, &Scheduler::stateChanged, this, &Engine::onSchedulerState);
    connect(&m_scheduler, &Scheduler::nextRunChanged, this, &Engine::statusSoon);
    connect(&m_scheduler, &Scheduler::runChanged, this, &Engine::tellRun);
    connect(&m_scheduler, &Scheduler::idle, this, &Engine::onIdle, Qt::QueuedConnection);
    connect(&m_scheduler, &Scheduler::storeFailed, this, &Engine::onStoreFailed);
    connect(&m_jobBoard, &JobBoard::changed, this, &Engine::jobsChanged);
    connect(&m_jobBoard, &JobBoard::changed, this, &Engine::statusSoon);
    connect(&m_jobBoard, &JobBoard::zonesUsed, &m_zoneWatch, &ZoneWatch::setZones);
    connect(&m_jobBoard, &JobBoard::removed, this, &Engine::jobsRemoved);
    connect(&m_jobBoard, &JobBoard::removed, this, &Engine::statusSoon);
    connect(&m_zoneWatch, &ZoneWatch::changed, this, [this] {
        m_scheduler.zonesChanged();
        Q_EMIT zonesChanged();
    });
}

void Engine::attachJobs()
{
    QList<RunRecord> interrupted;
    if (const auto found = RunRepository(*m_database).interruptGoing(m_clock.now())) {
        interrupted = *found;
        for (const RunRecord &run : interrupted) {
            m_log.addOfRun(run.id, LogLevel::Warning, LogEvent::RunInterrupted, {}, {QString::number(run.id)});
        }
    }
    if (const Result<void> attached = m_scheduler.attach(*m_database, interrupted); !attached) {
        onStoreFailed(attached.error());
        return;
    }
    makeFirstJob();
    m_jobBoard.reset();
}

void Engine::makeFirstJob()
{
    // Remembered apart from the jobs: somebody who deletes the last one wants none.
    const QString made = QStringLiteral("jobs.first_made");
    SettingsRepository facts(*m_database);
    const Result<std::optional<QString>> known = facts.value(made);
    if (!known || known->has_value()) {
        return;
    }
    if (m_scheduler.rows().isEmpty()) {
        Job job;
        job.name = m_setup.firstJobName;
        job.trigger.everyMs = m_setup.intervalMs > 0 ? std::max(m_setup.intervalMs, shortestMs)
                                                     : m_setup.settings.number(SettingId::IntervalMinutes) * minuteMs;
        if (const Result<Job> saved = m_scheduler.save(job); !saved) {
            qCWarning(lcEngine) << "the first job could not be made:" << errorEnglish(saved.error());
            return;
        }
    }
    if (const Result<void> kept = facts.setValue(made, QStringLiteral("1")); !kept) {
        qCWarning(lcEngine) << "that the first job was made could not be kept:" << errorEnglish(kept.error());
    }
}

void Engine::onSchedulerState()
{
    if (m_scheduler.state() == Scheduler::State::Stopped && !m_shuttingDown) {
        m_log.add(LogLevel::Info, LogEvent::SchedulerStopped);
    }
    statusSoon();
}

// ---- commands ----

QList<JobRow> Engine::jobs() const
{
    return m_scheduler.rows();
}

Result<Job> Engine::saveJob(const Job &job)
{
    const Result<void> store = needStore();
    return store ? m_scheduler.save(job) : Result<Job>(failure(store.error()));
}

Result<void> Engine::removeJobs(const QList<JobId> &jobs)
{
    const Result<void> store = needStore();
    return store ? m_scheduler.remove(jobs) : store;
}

Result<void> Engine::restoreJobs(const QList<JobId> &jobs)
{
    const Result<void> store = needStore();
    return store ? m_scheduler.restore(jobs) : store;
}

Result<void> Engine::setJobsEnabled(const QList<JobId> &jobs, bool enabled)
{
    const Result<void> store = needStore();
    return store ? m_scheduler.setEnabled(jobs, enabled) : store;
}

Result<void> Engine::pauseJobs(const QList<JobId> &jobs, qint64 until)
{
    const Result<void> store = needStore();
    return store ? m_scheduler.pause(jobs, until) : store;
}

Result<void> Engine::resumeJobs(const QList<JobId> &jobs)
{
    const Result<void> store = needStore();
    return store ? m_scheduler.resume(jobs) : store;
}

Result<RunId> Engine::runJob(JobId job, RunOrigin origin)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    m_http.forgiveHosts();
    return m_scheduler.runNow(job, origin);
}

void Engine::forecastJob(const Job &job, std::function<void(Result<JobForecast>)> done)
{
    if (const Result<void> store = needStore(); !store) {
        done(failure(store.error()));
        return;
    }
    m_scheduler.forecast(job, std::move(done));
}

struct Engine::FireSurvey {
    qint64 from = 0;
    qint64 to = 0;
    bool all = false;
    QList<JobId> jobs;
    qsizetype next = 0;
    QList<JobFires> found;
    std::function<void(Result<QList<JobFires>>)> done;
    /// Of the next slice: a posted call would come before timers and sockets have had their turn.
    std::unique_ptr<ClockAlarm> alarm;
};

void Engine::readFires(
    qint64 from, qint64 to, const QList<JobId> &jobs, std::function<void(Result<QList<JobFires>>)> done)
{
    const auto survey = std::make_shared<FireSurvey>();
    survey->from = from;
    survey->to = to;
    survey->all = jobs.isEmpty();
    survey->jobs = survey->all ? m_jobBoard.ids() : jobs;
    survey->done = std::move(done);
    survey->alarm = m_clock.makeAlarm([this, weak = std::weak_ptr<FireSurvey>(survey)] {
        if (const std::shared_ptr<FireSurvey> going = weak.lock()) {
            surveyFires(going);
        }
    });
    m_surveys.append(survey);
    surveyFires(survey);
}

void Engine::surveyFires(const std::shared_ptr<FireSurvey> &survey)
{
    const qint64 began = m_clock.steady();
    while (survey->next < survey->jobs.size() && m_clock.steady() - began < surveyMs) {
        const QList<JobId> some = survey->jobs.mid(survey->next, jobsAtOnce);
        survey->next += some.size();
        for (const JobFires &fires : m_scheduler.fires(survey->from, survey->to, some)) {
            if (!survey->all || !fires.fires.isEmpty() || fires.pausedUntil != 0) {
                survey->found.append(fires);
            }
        }
    }
    if (survey->next < survey->jobs.size()) {
        survey->alarm->setIn(0);
        return;
    }
    m_surveys.removeOne(survey);
    survey->done(survey->found);
}

void Engine::cancelRun(RunId run)
{
    if (run != 0 && m_scheduler.cancel(run)) {
        return;
    }
    if (run == 0) {
        for (const JobRow &row : m_scheduler.rows()) {
            for (const RunId going : row.going) {
                m_scheduler.cancel(going);
            }
        }
        cancelByHand(true);
    } else if (m_collector) {
        m_collector->cancel(run, true);
    }
}

Result<RunId> Engine::retryFailed(RunId run, RunOrigin origin)
{
    if (const Result<void> store = needStore(); !store) {
        return failure(store.error());
    }
    RunRepository repository(*m_database);
    const Result<RunRecord> record = repository.run(run);
    if (!record) {
        return failure(record.error());
    }
    const Result<QList<RunChannel>> channels = repository.channelsOf(run);
    if (!channels) {
        return failure(channels.error());
    }
    ParseRequest request;
    request.origin = origin;
    request.reason.kind = RunReasonKind::FailedChannels;
    request.reason.run = run;
    for (const RunChannel &channel : *channels) {
        if (channel.status == RunChannelStatus::Failed) {
            request.channels.append(channel.channelId);
        }
    }
    if (request.channels.isEmpty()) {
        return failure(ErrorCode::NotFound, QString::number(run), QStringLiteral("no channel of this run failed"));
    }
    if (record->kind == QLatin1String(jobkinds::recheck)) {
        const Result<JobRow> job = m_scheduler.row(record->job);
        const Result<HistoryGoal> goal =
            RecheckWorker::goal(job ? job->job.arguments : QJsonObject(), record->startedAt);
        if (!goal) {
            return failure(goal.error());
        }
        request.history = *goal;
    }
    m_http.forgiveHosts();
    return m_collector->start(request);
}

// ---- runs ----

bool Engine::isWorking() const
{
    // A run that was just started has no coroutine before the next turn.
    return (m_collector && (!m_collector->isIdle() || !m_collector->going().isEmpty())) || !m_scheduler.isIdle();
}

void Engine::cancelByHand(bool byOperator)
{
    if (!m_collector) {
        return;
    }
    for (const RunRecord &run : m_collector->going()) {
        if (!m_runWatch.contains(run.id)) {
            m_collector->cancel(run.id, byOperator);
        }
    }
}

void Engine::onCollected(const RunRecord &run)
{
    m_news.flush();
    m_history.flush();
    Q_EMIT runFinished(run);
    countChannels();
    statusSoon();
    if (const auto ended = m_runWatch.take(run.id)) {
        QMetaObject::invokeMethod(
            this, [ended, run] { ended(run); }, Qt::QueuedConnection);
    }
}

void Engine::tellRun(const RunRecord &run)
{
    if (isGoing(run.status)) {
        if (run.status == RunStatus::Running) {
            m_taskRuns.insert(run.id, run);
        }
        Q_EMIT runChanged(run);
    } else {
        m_taskRuns.remove(run.id);
        m_history.flush();
        Q_EMIT runFinished(run);
    }
    statusSoon();
}

void Engine::tellProgress(const RunProgress &progress)
{
    Q_EMIT runProgressed(progress);
}

void Engine::watchRun(RunId run, const std::function<void(const RunRecord &)> &ended)
{
    m_runWatch.insert(run, ended);
}

void Engine::unwatchRun(RunId run)
{
    m_runWatch.remove(run);
}

Result<TaskId> Engine::startJobTask(
    const TaskSpec &spec, const After &after, const std::function<void(const TaskRecord &)> &told)
{
    if (const Result<void> allowed = checkTask(spec); !allowed) {
        return failure(allowed.error());
    }
    TaskRunner::Task task = makeTask(spec);
    task.kind = taskKindOf(spec);
    if (after) {
        task.work = [work = std::move(task.work), after](const TaskControl &control) {
            Result<TaskReport> report = work(control);
            if (report) {
                after(*report);
            }
            return report;
        };
    }
    const TaskId id = m_taskRunner.add(std::move(task));
    m_taskWatch.insert(id, told);
    return id;
}

void Engine::onTaskChanged(const TaskRecord &task)
{
    Q_EMIT taskChanged(task);
    if (const auto told = task.isGoing() ? m_taskWatch.value(task.id) : m_taskWatch.take(task.id)) {
        told(task);
    }
}

} // namespace vestnik
