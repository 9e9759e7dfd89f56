// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/taskrunner.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr qint64 tellEveryMs = 200;
constexpr int threads = 2;

} // namespace

TaskRunner::TaskRunner(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_alarm(clock.makeAlarm([this] { tell(); }))
{
    m_threads.setObjectName(QStringLiteral("tasks"));
    m_threads.setMaxThreadCount(threads);
}

TaskRunner::~TaskRunner()
{
    cancelAll();
    m_threads.clear();
}

TaskId TaskRunner::add(Task task)
{
    const TaskId id = ++m_lastId;
    Going going;
    going.record.id = id;
    going.record.kind = task.kind;
    going.record.subject = task.subject;
    going.record.startedAt = m_clock.now();
    going.task = std::move(task);
    m_tasks.emplace(id, std::move(going));
    Q_EMIT changed(m_tasks.at(id).record);
    QMetaObject::invokeMethod(this, &TaskRunner::startWaiting, Qt::QueuedConnection);
    return id;
}

void TaskRunner::startWaiting()
{
    bool any = false;
    bool writing = false;
    bool alone = false;
    for (const auto &[id, going] : m_tasks) {
        any = any || going.begun;
        writing = writing || (going.begun && going.task.writes);
        alone = alone || (going.begun && going.task.alone);
    }
    QList<TaskId> ready;
    for (const auto &[id, going] : m_tasks) {
        if (going.begun) {
            continue;
        }
        // Those behind one that waits to be alone wait as well, or it would never be.
        if (alone || (going.task.alone && any)) {
            break;
        }
        any = true;
        if (going.task.writes && writing) {
            continue;
        }
        alone = going.task.alone;
        writing = writing || going.task.writes;
        ready.append(id);
    }
    for (const TaskId id : std::as_const(ready)) {
        begin(id);
    }
}

void TaskRunner::begin(TaskId id)
{
    const auto found = m_tasks.find(id);
    if (found == m_tasks.end() || found->second.begun) {
        return;
    }
    Going &going = found->second;
    going.begun = true;
    if (going.control.isCancelled()) {
        ended(id, failure(ErrorCode::Cancelled));
        return;
    }
    going.record.state = TaskState::Running;
    going.record.startedAt = m_clock.now();
    Q_EMIT changed(going.record);
    m_alarm->setIn(tellEveryMs);
    if (!going.task.prepare) {
        runWork(id);
        return;
    }
    const auto prepare = going.task.prepare;
    prepare([this, id](const Result<void> &prepared) {
        if (prepared) {
            runWork(id);
        } else {
            ended(id, failure(prepared.error()));
        }
    });
}

void TaskRunner::runWork(TaskId id)
{
    Going &going = m_tasks.at(id);
    going.prepared = true;
    m_threads.start([this, id, work = going.task.work, control = going.control] {
        const Result<TaskReport> result =
            control.isCancelled() ? Result<TaskReport>(failure(ErrorCode::Cancelled)) : work(control);
        // The destructor waits for this thread, so the receiver is alive here.
        QMetaObject::invokeMethod(
            this, [this, id, result] { ended(id, result); }, Qt::QueuedConnection);
    });
}

void TaskRunner::ended(TaskId id, const Result<TaskReport> &result)
{
    const auto found = m_tasks.find(id);
    if (found == m_tasks.end()) {
        return;
    }
    Going &going = found->second;
    TaskRecord &record = going.record;
    record.done = going.control.done();
    record.total = going.control.total();
    record.finishedAt = m_clock.now();
    if (result) {
        record.state = TaskState::Done;
        record.report = *result;
    } else if (result.error().code == ErrorCode::Cancelled) {
        record.state = TaskState::Cancelled;
    } else {
        record.state = TaskState::Failed;
        record.error = result.error();
    }
    const TaskRecord last = record;
    if (!going.prepared || !going.task.finish) {
        tellEnd(id, last);
        return;
    }
    const auto finish = going.task.finish;
    finish(last, [this, id](const TaskRecord &told) { tellEnd(id, told); });
}

void TaskRunner::tellEnd(TaskId id, const TaskRecord &last)
{
    m_tasks.erase(id);
    Q_EMIT changed(last);
    if (m_tasks.empty()) {
        m_alarm->cancel();
        Q_EMIT idle();
    } else {
        startWaiting();
    }
}

void TaskRunner::tell()
{
    bool running = false;
    for (auto &[id, going] : m_tasks) {
        if (!going.begun) {
            continue;
        }
        running = true;
        const qint64 done = going.control.done();
        const qint64 total = going.control.total();
        if (done != going.record.done || total != going.record.total) {
            going.record.done = done;
            going.record.total = total;
            Q_EMIT changed(going.record);
        }
    }
    if (running) {
        m_alarm->setIn(tellEveryMs);
    }
}

void TaskRunner::cancel(TaskId task)
{
    const auto found = m_tasks.find(task);
    if (found == m_tasks.end()) {
        return;
    }
    Going &going = found->second;
    going.control.cancel();
    if (going.begun) {
        going.record.state = TaskState::Stopping;
        Q_EMIT changed(going.record);
    } else {
        going.begun = true;
        QMetaObject::invokeMethod(
            this, [this, task] { ended(task, failure(ErrorCode::Cancelled)); }, Qt::QueuedConnection);
    }
}

void TaskRunner::cancelAll()
{
    QList<TaskId> all;
    for (const auto &[id, going] : m_tasks) {
        all.append(id);
    }
    for (const TaskId id : std::as_const(all)) {
        cancel(id);
    }
}

} // namespace vestnik
