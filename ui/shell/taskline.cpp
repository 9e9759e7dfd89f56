// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/taskline.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/taskprogress.h"
#include "ui/widgets/tasktexts.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace vestnik {

TaskLine::TaskLine(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    setObjectName(QStringLiteral("taskLine"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::gap);
    m_text = new LinkButton({}, this);
    m_text->setObjectName(QStringLiteral("statusTask"));
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(QStringLiteral("statusTaskBar"));
    m_bar->setFixedWidth(120);
    m_bar->setMaximumHeight(12);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the task"));
    m_cancel = new QPushButton(tr("Cancel", "a task"), this);
    m_cancel->setObjectName(QStringLiteral("statusTaskCancel"));
    layout->addWidget(m_text);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    connect(m_text, &LinkButton::clicked, this, &TaskLine::activityRequested);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_engine.cancelTask(m_task); });
    connect(&engine, &EngineFacade::taskChanged, this, &TaskLine::follow);
    connect(&engine, &EngineFacade::ready, this, &TaskLine::follow);
    follow();
}

void TaskLine::setCompact(bool compact)
{
    m_compact = compact;
    m_bar->setVisible(m_task != 0 && !compact);
}

void TaskLine::follow()
{
    const QList<TaskRecord> tasks = m_engine.tasks();
    const TaskRecord *shown = nullptr;
    int going = 0;
    for (const TaskRecord &task : tasks) {
        if (task.isGoing()) {
            // Those that only wait say less than one that works.
            if (!shown || task.state != TaskState::Queued) {
                shown = &task;
            }
            ++going;
        }
    }
    m_task = shown ? shown->id : 0;
    m_bar->setVisible(shown != nullptr && !m_compact);
    m_cancel->setVisible(shown != nullptr);
    if (shown) {
        QString text =
            tr("%1: %2", "task, its progress")
                .arg(TaskTexts::kind(shown->kind), TaskTexts::progress(*shown, QDateTime::currentMSecsSinceEpoch()));
        if (going > 1) {
            text += QStringLiteral(" · ") + tr("%n more", "tasks", going - 1);
        }
        m_text->setText(text);
        m_text->setToolTip(tr("%1. Shows all tasks.").arg(TaskTexts::title(*shown)));
        TaskProgress::showOn(m_bar, *shown);
        m_cancel->setEnabled(shown->state != TaskState::Stopping);
        m_cancel->setToolTip(tr("End this task: %1").arg(TaskTexts::title(*shown)));
    } else {
        m_text->setText(tr("Recent tasks"));
        m_text->setToolTip(tr("What was exported, imported, backed up …"));
    }
    setVisible(!tasks.isEmpty());
    m_text->updateGeometry();
}

} // namespace vestnik
