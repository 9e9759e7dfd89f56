// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/jobs/taskworker.h"

#include "core/base/logging.h"
#include "core/store/runrepository.h"

#include <algorithm>

namespace vestnik {
namespace {

qint64 sumOf(const TaskReport &report, const QString &name)
{
    qint64 sum = 0;
    for (const TaskFact &fact : report.facts) {
        sum += fact.name == name ? fact.value : 0;
    }
    return sum;
}

/// "bytes 4096, posts_removed 12 alpha": for the run's log, in the words that programs know.
QString sentence(const TaskReport &report)
{
    QStringList parts;
    for (const TaskFact &fact : report.facts) {
        parts.append(fact.name + QLatin1Char(' ') + QString::number(fact.value)
            + (fact.text.isEmpty() ? QString() : QLatin1Char(' ') + fact.text));
    }
    if (!report.path.isEmpty()) {
        parts.append(report.path);
    }
    return parts.join(QLatin1String(", "));
}

} // namespace

bool TaskWorker::didSomething(const TaskReport &report) const
{
    Q_UNUSED(report)
    return true;
}

Result<void> TaskWorker::begin(const RunRecord &run, const Job &job, const Ended &ended)
{
    Database *database = m_host.database();
    if (!database) {
        return failure(ErrorCode::DatabaseBusy);
    }
    const Result<std::optional<Work>> work = workOf(run, job, *database);
    if (!work) {
        return failure(work.error());
    }
    Going going;
    going.record = run;
    going.record.status = RunStatus::Running;
    going.record.startedAt = m_host.clock().now();
    going.ended = ended;
    if (const Result<void> saved = RunRepository(*database).saveRun(going.record); !saved) {
        return saved;
    }
    if (!work->has_value()) {
        going.record.status = RunStatus::Skipped;
        going.record.reason = {};
        going.record.reason.kind = RunReasonKind::NothingToDo;
        QMetaObject::invokeMethod(
            m_host.context(), [this, going] { finish(going.record, going.ended); }, Qt::QueuedConnection);
        return {};
    }
    const RunId id = run.id;
    const Result<TaskId> task = m_host.startJobTask(
        (*work)->spec, (*work)->after, [this, id](const TaskRecord &record) { onTask(id, record); });
    if (!task) {
        return failure(task.error());
    }
    going.task = *task;
    m_going.insert(id, going);
    const QString subject = (*work)->subject;
    m_host.log().addOfRun(id, LogLevel::Info, LogEvent::Text, {},
        {subject.isEmpty() ? QStringLiteral("Run %1 started: %2.").arg(id).arg(run.kind)
                           : QStringLiteral("Run %1 started: %2, %3.").arg(QString::number(id), run.kind, subject)});
    m_host.tellRun(going.record);
    return {};
}

void TaskWorker::cancel(RunId run, const RunVerdict &verdict)
{
    const auto found = m_going.find(run);
    if (found != m_going.end() && !found->verdict) {
        found->verdict = verdict;
        const TaskId task = found->task;
        m_host.cancelTask(task);
    }
}

void TaskWorker::onTask(RunId run, const TaskRecord &task)
{
    const auto found = m_going.find(run);
    if (found == m_going.end()) {
        return;
    }
    if (task.isGoing()) {
        RunProgress progress;
        progress.run = found->record;
        progress.current = task.subject;
        const qint64 elapsed = m_host.clock().now() - task.startedAt;
        if (task.done > 0 && task.total > task.done && elapsed > 0) {
            progress.etaMs = elapsed * (task.total - task.done) / task.done;
        }
        m_host.tellProgress(progress);
        return;
    }
    const Going going = m_going.take(run);
    RunRecord record = going.record;
    record.bytes = sumOf(task.report, QStringLiteral("bytes"));
    record.postsUpdated =
        static_cast<int>(std::min<qint64>(sumOf(task.report, postsFact()), std::numeric_limits<int>::max()));
    if (task.state == TaskState::Done) {
        record.status = RunStatus::Done;
        if (!didSomething(task.report)) {
            record.status = RunStatus::Skipped;
            record.reason = {};
            record.reason.kind = RunReasonKind::NothingToDo;
        }
        m_host.log().addOfRun(run, LogLevel::Info, LogEvent::Text, {},
            {QStringLiteral("Run %1 finished: %2.").arg(QString::number(run), sentence(task.report))});
    } else if (task.state == TaskState::Cancelled) {
        const RunVerdict verdict = going.verdict.value_or(RunVerdict());
        record.status = verdict.status;
        record.error = verdict.error;
        if (verdict.reason.kind != RunReasonKind::None) {
            record.reason = verdict.reason;
        }
        m_host.log().addOfRun(run, record.status == RunStatus::Failed ? LogLevel::Error : LogLevel::Info,
            LogEvent::Text, {}, {QStringLiteral("Run %1 was stopped.").arg(run)}, record.error);
    } else {
        record.status = RunStatus::Failed;
        record.error = task.error;
        m_host.log().addOfRun(
            run, LogLevel::Error, LogEvent::Text, {}, {QStringLiteral("Run %1 failed.").arg(run)}, record.error);
    }
    finish(record, going.ended);
}

void TaskWorker::finish(RunRecord record, const Ended &ended)
{
    record.finishedAt = m_host.clock().now();
    Database *database = m_host.database();
    const Result<void> saved =
        database ? RunRepository(*database).saveRun(record) : Result<void>(failure(ErrorCode::DatabaseBusy));
    if (!saved) {
        qCWarning(lcEngine) << "the end of a run could not be saved:" << errorEnglish(saved.error());
    }
    m_host.tellRun(record);
    ended(record);
}

} // namespace vestnik
