// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/storage/taskstarter.h"

#include "ui/widgets/tasktexts.h"

#include <QPointer>

#include <utility>

namespace vestnik {

TaskStarter::TaskStarter(EngineFacade &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
}

void TaskStarter::start(const TaskSpec &spec, QObject *context, std::function<void(TaskId)> started)
{
    m_engine.startTask(spec, this,
        [this, context = QPointer<QObject>(context), started = std::move(started)](const Result<TaskId> &task) {
            if (!task) {
                sayFailure(task.error());
            } else if (context && started) {
                started(*task);
            }
        });
}

void TaskStarter::sayFailure(const Error &error)
{
    InfoMessage message;
    message.kind = InfoMessage::Kind::Bad;
    message.text = TaskTexts::trouble(error);
    message.details = error.detail;
    Q_EMIT messageRequested(message);
}

TaskId TaskStarter::going(TaskKind kind) const
{
    TaskId newest = 0;
    for (const TaskRecord &task : m_engine.tasks()) {
        if (task.kind == kind && task.isGoing()) {
            newest = task.id;
        }
    }
    return newest;
}

} // namespace vestnik
