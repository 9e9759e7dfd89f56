// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/stoppedstrip.h"

#include "ui/widgets/controls.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace vestnik {

StoppedStrip::StoppedStrip(EngineFacade &engine, QWidget *parent)
    : QFrame(parent)
    , m_engine(engine)
    , m_icon(new IconLabel(20, this))
    , m_text(new QLabel(this))
    , m_start(new QPushButton(tr("Start", "the scheduler"), this))
{
    setObjectName(QStringLiteral("scheduleStrip"));
    m_text->setObjectName(QStringLiteral("scheduleStripText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_start->setObjectName(QStringLiteral("scheduleStart"));
    m_start->setAccessibleName(tr("Start the scheduler"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::gap);
    line->setSpacing(Theme::gap);
    line->addWidget(m_icon);
    line->addWidget(m_text, 1);
    line->addWidget(m_start);
    connect(m_start, &QPushButton::clicked, this, [this] { m_engine.startScheduler(); });
    connect(&engine, &EngineFacade::statusChanged, this, &StoppedStrip::follow);
    follow(engine.status());
}

void StoppedStrip::follow(const EngineStatus &status)
{
    const bool stopping = status.scheduler == SchedulerState::Stopping;
    const bool stopped =
        stopping || status.scheduler == SchedulerState::Stopped || status.scheduler == SchedulerState::Failed;
    m_icon->setIcon(Theme::icon(QStringLiteral("stop"), Theme::Role::Warning));
    m_text->setText(stopping ? tr("The scheduler is stopping: nothing more will begin by itself.")
                             : tr("The scheduler is stopped: nothing will run by itself."));
    m_start->setEnabled(status.engineAlive && !stopping);
    m_start->setToolTip(stopping  ? tr("The scheduler is stopping.")
            : !status.engineAlive ? tr("The engine is not running, see Diagnostics.")
                                  : tr("Start the scheduler"));
    setVisible(stopped);
}

void StoppedStrip::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), Theme::tint(Theme::Role::Warning));
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
}

} // namespace vestnik
