// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/taskprogress.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/tasktexts.h"

#include <QDateTime>
#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>

namespace vestnik {

TaskProgress::TaskProgress(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Theme::gap);
    grid->setVerticalSpacing(Theme::grid);
    m_bar = new QProgressBar(this);
    m_bar->setMaximumHeight(12);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the task"));
    m_text = secondaryLabel({}, this);
    m_text->setObjectName(QStringLiteral("taskProgressText"));
    m_cancel = new QPushButton(tr("Cancel", "a task"), this);
    m_cancel->setObjectName(QStringLiteral("taskProgressCancel"));
    m_cancel->setToolTip(tr("End this task"));
    grid->addWidget(m_bar, 0, 0);
    grid->addWidget(m_text, 1, 0);
    grid->addWidget(m_cancel, 0, 1, 2, 1, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_engine.cancelTask(m_task); });
    connect(&engine, &EngineFacade::taskChanged, this, &TaskProgress::update);
    hide();
}

void TaskProgress::follow(TaskId task)
{
    m_task = task;
    for (const TaskRecord &record : m_engine.tasks()) {
        if (record.id == task) {
            update(record);
        }
    }
}

void TaskProgress::update(const TaskRecord &task)
{
    if (task.id != m_task || m_task == 0) {
        return;
    }
    if (!task.isGoing()) {
        m_task = 0;
        hide();
        Q_EMIT ended(task);
        return;
    }
    showOn(m_bar, task);
    m_text->setText(TaskTexts::progress(task, QDateTime::currentMSecsSinceEpoch()));
    m_cancel->setEnabled(task.state != TaskState::Stopping);
    show();
}

void TaskProgress::showOn(QProgressBar *bar, const TaskRecord &task)
{
    const int permille = TaskTexts::permille(task);
    const bool known = permille >= 0 || task.state == TaskState::Queued;
    bar->setRange(0, known ? 1000 : 0);
    bar->setValue(qMax(0, permille));
}

} // namespace vestnik
