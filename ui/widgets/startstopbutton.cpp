// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/startstopbutton.h"

#include "ui/widgets/texts.h"

namespace vestnik {

StartStopButton::StartStopButton(EngineFacade &engine, QWidget *parent)
    : QPushButton(parent)
    , m_engine(engine)
{
    connect(this, &QPushButton::clicked, this, &StartStopButton::press);
    connect(&engine, &EngineFacade::statusChanged, this, &StartStopButton::follow);
    follow(engine.status());
}

bool StartStopButton::isOpening(const EngineFacade &engine)
{
    const EngineStatus status = engine.status();
    return !status.engineAlive && !engine.isReady() && status.storeError.code == ErrorCode::None;
}

QString StartStopButton::word(const EngineFacade &engine)
{
    const EngineStatus status = engine.status();
    if (isOpening(engine)) {
        return tr("Opening…", "the database");
    }
    return status.engineAlive ? texts::schedulerState(status.scheduler) : tr("Engine is down");
}

std::optional<Theme::Role> StartStopButton::role(const EngineFacade &engine)
{
    const EngineStatus status = engine.status();
    if (isOpening(engine)) {
        return std::nullopt;
    }
    if (!status.engineAlive) {
        return Theme::Role::Bad;
    }
    switch (status.scheduler) {
    case SchedulerState::Stopped:
        return std::nullopt;
    case SchedulerState::Running:
        return Theme::Role::Good;
    case SchedulerState::Starting:
    case SchedulerState::Stopping:
        return Theme::Role::Warning;
    case SchedulerState::Failed:
        break;
    }
    return Theme::Role::Bad;
}

void StartStopButton::setCompact(bool compact)
{
    m_compact = compact;
    follow(m_engine.status());
}

void StartStopButton::follow(const EngineStatus &status)
{
    QString text = tr("Start", "scheduler");
    QString tip = tr("Start the scheduler: parse all active channels again and again");
    QString iconName = QStringLiteral("start");
    bool enabled = true;
    switch (status.scheduler) {
    case SchedulerState::Stopped:
    case SchedulerState::Failed:
        break;
    case SchedulerState::Starting:
    case SchedulerState::Running:
        text = tr("Stop", "scheduler");
        tip = tr("Stop the scheduler; what was fetched is kept");
        iconName = QStringLiteral("stop");
        break;
    case SchedulerState::Stopping:
        text = tr("Stopping…", "scheduler");
        tip = tr("The scheduler is stopping; this takes at most 5 seconds");
        iconName = QStringLiteral("stop");
        enabled = false;
        break;
    }
    if (!status.engineAlive) {
        tip =
            isOpening(m_engine) ? tr("The database is being opened") : tr("The engine is not running, see Diagnostics");
        enabled = false;
    }
    setText(m_compact ? QString() : text);
    setAccessibleName(text);
    setAccessibleDescription(tip);
    setToolTip(tip);
    setIcon(Theme::icon(iconName));
    setEnabled(enabled);
}

void StartStopButton::press()
{
    const SchedulerState state = m_engine.status().scheduler;
    if (state == SchedulerState::Running || state == SchedulerState::Starting) {
        m_engine.stopScheduler();
    } else {
        m_engine.startScheduler();
    }
}

} // namespace vestnik
