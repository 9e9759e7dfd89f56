// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/taskmessages.h"

#include "ui/widgets/desktop.h"
#include "ui/widgets/tasktexts.h"

#include <QPointer>

namespace vestnik {

TaskMessages::TaskMessages(EngineFacade &engine, QObject *parent)
    : QObject(parent)
{
    // What ended before this window was made has been said.
    for (const TaskRecord &task : engine.tasks()) {
        if (!task.isGoing()) {
            m_said.insert(task.id);
        }
    }
    connect(&engine, &EngineFacade::taskChanged, this, &TaskMessages::onChanged);
}

void TaskMessages::onChanged(const TaskRecord &task)
{
    // A preview shows its counts where it was asked for.
    if (task.isGoing() || m_said.contains(task.id)) {
        return;
    }
    m_said.insert(task.id);
    if (TaskTexts::isDryRun(task)) {
        return;
    }
    Q_EMIT messageRequested(messageOf(task));
}

InfoMessage TaskMessages::messageOf(const TaskRecord &task)
{
    InfoMessage message;
    message.text = TaskTexts::result(task);
    const auto report = [self = QPointer(this), task] {
        if (self) {
            Q_EMIT self->reportRequested(task);
        }
    };
    if (task.state == TaskState::Cancelled) {
        return message;
    }
    if (task.state == TaskState::Failed) {
        message.kind = InfoMessage::Kind::Bad;
        message.text =
            tr("%1: %2", "task, what went wrong").arg(TaskTexts::title(task), TaskTexts::trouble(task.error));
        message.details = task.error.detail;
        return message;
    }
    message.kind = TaskTexts::needsLook(task) ? InfoMessage::Kind::Warning : InfoMessage::Kind::Good;
    const QString path = TaskTexts::file(task);
    const auto folder = [path] { static_cast<void>(desktop::showInFolder(path)); };
    if (task.kind == TaskKind::Export && !path.isEmpty()) {
        message.actionText = tr("Open", "a file");
        message.action = [path] { static_cast<void>(desktop::openFile(path)); };
        message.otherText = tr("Show in Folder");
        message.other = folder;
    } else if (task.kind == TaskKind::Backup && !path.isEmpty()) {
        message.actionText = tr("Show in Folder");
        message.action = folder;
    } else if (!task.report.facts.isEmpty()) {
        message.actionText = tr("Report");
        message.action = report;
    }
    return message;
}

} // namespace vestnik
