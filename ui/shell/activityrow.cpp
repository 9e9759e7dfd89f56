// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/activityrow.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/taskprogress.h"
#include "ui/widgets/tasktexts.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QGridLayout>
#include <QProgressBar>
#include <QPushButton>

namespace vestnik {
namespace {

QIcon iconOf(const TaskRecord &task)
{
    switch (task.state) {
    case TaskState::Queued:
        return Theme::icon(QStringLiteral("wait"));
    case TaskState::Running:
    case TaskState::Stopping:
        return Theme::icon(QStringLiteral("start"), Theme::Role::Accent);
    case TaskState::Done:
        return TaskTexts::needsLook(task) ? Theme::icon(QStringLiteral("warning"), Theme::Role::Warning)
                                          : Theme::icon(QStringLiteral("good"), Theme::Role::Good);
    case TaskState::Failed:
        return Theme::icon(QStringLiteral("bad"), Theme::Role::Bad);
    case TaskState::Cancelled:
        break;
    }
    return Theme::icon(QStringLiteral("stop"));
}

} // namespace

ActivityRow::ActivityRow(const TaskRecord &task, QWidget *parent)
    : QWidget(parent)
    , m_task(task)
{
    setObjectName(QStringLiteral("activity_%1").arg(task.id));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::gap);
    grid->setHorizontalSpacing(Theme::gap);
    grid->setVerticalSpacing(Theme::grid);
    grid->setColumnStretch(1, 1);
    m_icon = new IconLabel(16, this);
    m_title = new ElidedLabel(this);
    QFont font = m_title->font();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_when = secondaryLabel({}, this);
    m_when->setWordWrap(false);
    m_bar = new QProgressBar(this);
    m_bar->setMaximumHeight(8);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the task"));
    m_text = secondaryLabel({}, this);
    m_text->setObjectName(QStringLiteral("activityText"));
    grid->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    grid->addWidget(m_title, 0, 1);
    grid->addWidget(m_when, 0, 2);
    grid->addWidget(m_bar, 1, 1, 1, 2);
    grid->addWidget(m_text, 2, 1, 1, 2);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    const auto button = [&](const char *name, const QString &text) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(QString::fromLatin1(name));
        made->setAutoDefault(false);
        made->setAccessibleDescription(TaskTexts::title(task));
        line->addWidget(made);
        return made;
    };
    m_cancel = button("activityCancel", tr("Cancel", "a task"));
    m_open = button("activityOpen", tr("Open", "a file"));
    m_folder = button("activityFolder", tr("Show in Folder"));
    m_details = button("activityDetails", tr("Details", "of a task"));
    line->addStretch();
    grid->addLayout(line, 3, 1, 1, 2);
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelRequested(m_task.id); });
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openRequested(m_task.report.path); });
    connect(m_folder, &QPushButton::clicked, this, [this] { Q_EMIT folderRequested(m_task.report.path); });
    connect(m_details, &QPushButton::clicked, this, [this] { Q_EMIT reportRequested(m_task); });
    showTask(task);
}

void ActivityRow::showTask(const TaskRecord &task)
{
    m_task = task;
    const bool going = task.isGoing();
    const bool file = !TaskTexts::file(task).isEmpty();
    m_icon->setIcon(iconOf(task));
    m_title->setFullText(TaskTexts::title(task));
    m_when->setText(going ? QString() : texts::when(task.finishedAt));
    m_when->setToolTip(texts::exactTime(task.finishedAt));
    m_bar->setVisible(going);
    TaskProgress::showOn(m_bar, task);
    QString text = TaskTexts::progress(task, QDateTime::currentMSecsSinceEpoch());
    if (task.state == TaskState::Failed) {
        text = TaskTexts::trouble(task.error);
    } else if (task.state == TaskState::Cancelled) {
        text = tr("Cancelled");
    }
    m_text->setText(text);
    m_cancel->setVisible(going);
    m_cancel->setEnabled(task.state != TaskState::Stopping);
    m_open->setVisible(file && task.kind == TaskKind::Export);
    m_folder->setVisible(file);
    m_details->setVisible(!going && (!task.report.facts.isEmpty() || !task.error.detail.isEmpty()));
}

} // namespace vestnik
