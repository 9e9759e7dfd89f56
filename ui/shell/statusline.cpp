// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/statusline.h"

#include "ui/shell/taskline.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace vestnik {

StatusLine::StatusLine(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    setObjectName(QStringLiteral("statusLine"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Theme::group - Theme::grid, Theme::grid + 1, Theme::group - Theme::grid, Theme::grid);
    layout->setSpacing(Theme::gap);
    m_run = new LinkButton({}, this);
    m_run->setObjectName(QStringLiteral("statusRun"));
    m_bar = new QProgressBar(this);
    m_bar->setObjectName(QStringLiteral("statusBar"));
    m_bar->setFixedWidth(120);
    m_bar->setMaximumHeight(12);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_cancel = new QPushButton(tr("Cancel", "a run"), this);
    m_cancel->setObjectName(QStringLiteral("statusCancel"));
    m_cancel->setToolTip(tr("End this run; what was fetched is kept"));
    m_channels = new LinkButton({}, this);
    m_channels->setObjectName(QStringLiteral("statusChannels"));
    m_channels->setToolTip(tr("Open the Channels page"));
    m_size = new LinkButton({}, this);
    m_size->setObjectName(QStringLiteral("statusSize"));
    m_size->setToolTip(tr("Size of the database; opens the Storage page"));
    m_size->setAccessibleName(tr("Size of the database"));
    for (LinkButton *button : {m_run, m_channels, m_size}) {
        button->setForegroundRole(QPalette::PlaceholderText);
    }
    layout->addWidget(m_run);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    m_tasks = new TaskLine(engine, this);
    layout->addWidget(m_tasks);
    layout->addStretch(1);
    layout->addWidget(m_channels);
    layout->addWidget(m_size);
    m_size->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // too short to be cut
    setFixedHeight(m_cancel->sizeHint().height() + 2 * Theme::grid + 1);

    connect(m_run, &LinkButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("overview"), {}); });
    connect(m_channels, &LinkButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("channels"), {}); });
    connect(m_size, &LinkButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("storage"), {}); });
    connect(m_tasks, &TaskLine::activityRequested, this, &StatusLine::activityRequested);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_engine.cancelRun(m_progress.run.id); });
    connect(&engine, &EngineFacade::statusChanged, this, &StatusLine::followStatus);
    connect(&engine, &EngineFacade::runProgressed, this, &StatusLine::followProgress);
    connect(&engine, &EngineFacade::runFinished, this, &StatusLine::readSize);
    connect(&engine, &EngineFacade::ready, this, &StatusLine::readSize);
    connect(&engine, &EngineFacade::taskChanged, this, [this](const TaskRecord &task) {
        if (!task.isGoing() && task.kind != TaskKind::Export) {
            readSize();
        }
    });
    m_sizeTimer.setInterval(60'000);
    connect(&m_sizeTimer, &QTimer::timeout, this, &StatusLine::readSize);
    m_sizeTimer.start();
    followStatus(engine.status());
    readSize();
}

QString StatusLine::describe(const RunProgress &progress)
{
    const RunRecord &run = progress.run;
    QString text = tr("Run %1: %2/%3 channels").arg(run.id).arg(run.channelsDone).arg(run.channelsTotal);
    text += QLatin1String(", ") + tr("%n posts", nullptr, run.postsAdded);
    if (progress.waitingUntil > QDateTime::currentMSecsSinceEpoch()) {
        text += QLatin1String(", ")
            + tr("waiting %1", "time")
                  .arg(texts::duration(progress.waitingUntil - QDateTime::currentMSecsSinceEpoch()));
    } else if (progress.etaMs >= 0) {
        text += QLatin1String(", ") + tr("%1 left", "time").arg(texts::duration(progress.etaMs));
    }
    return text;
}

void StatusLine::followStatus(const EngineStatus &status)
{
    if (status.run) {
        // Progress knows more about the same run.
        if (m_progress.run.id != status.run->id) {
            m_progress = RunProgress();
        }
        m_progress.run = *status.run;
        followProgress(m_progress);
    } else {
        m_progress = RunProgress();
        m_run->setText(tr("No run is going"));
        m_run->setToolTip(tr("Open the Overview page"));
    }
    m_bar->setVisible(status.run.has_value());
    m_cancel->setVisible(status.run.has_value());
    m_tasks->setCompact(status.run.has_value());
    m_channels->setText(status.channelsFailing > 0 ? tr("%n channels", nullptr, status.channelsTotal)
                + QLatin1String(", ") + tr("%n failing", "channels", status.channelsFailing)
                                                   : tr("%n channels", nullptr, status.channelsTotal));
    m_channels->updateGeometry();
    m_run->updateGeometry();
}

void StatusLine::followProgress(const RunProgress &progress)
{
    if (!m_engine.status().run || m_engine.status().run->id != progress.run.id) {
        return;
    }
    m_progress = progress;
    m_run->setText(describe(progress));
    m_run->setToolTip(
        progress.current.isEmpty() ? tr("Open the Overview page") : tr("Reading @%1").arg(progress.current));
    m_run->updateGeometry();
    m_bar->setRange(0, std::max(1, progress.run.channelsTotal));
    m_bar->setValue(progress.run.channelsDone);
}

void StatusLine::readSize()
{
    m_engine.readOverview(this, [this](const Result<OverviewNumbers> &numbers) {
        m_size->setText(numbers ? texts::bytes(numbers->databaseBytes) : QStringLiteral("—"));
        m_size->updateGeometry();
    });
}

void StatusLine::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), palette().color(QPalette::Mid));
}

} // namespace vestnik
