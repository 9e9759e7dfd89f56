// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/statecard.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/startstopbutton.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace vestnik {

StateCard::StateCard(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::gap, Theme::gap, Theme::gap, Theme::gap);
    layout->setSpacing(Theme::grid);
    auto *line = new QHBoxLayout;
    line->setSpacing(Theme::gap);
    m_dot = new StateDot(this);
    m_dot->setObjectName(QStringLiteral("stateDot"));
    m_word = new ElidedLabel(this);
    m_word->setObjectName(QStringLiteral("stateWord"));
    QFont font = m_word->font();
    font.setWeight(QFont::DemiBold);
    m_word->setFont(font);
    line->addWidget(m_dot);
    line->addWidget(m_word, 1);
    layout->addLayout(line);
    m_next = new ElidedLabel(this);
    m_next->setObjectName(QStringLiteral("stateNext"));
    m_next->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(m_next);
    m_button = new StartStopButton(engine, this);
    m_button->setObjectName(QStringLiteral("stateButton"));
    layout->addWidget(m_button);

    m_timer.setInterval(1000);
    connect(&m_timer, &QTimer::timeout, this, &StateCard::tick);
    connect(&engine, &EngineFacade::statusChanged, this, &StateCard::follow);
    follow();
}

void StateCard::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    m_word->setVisible(!collapsed);
    m_next->setVisible(!collapsed);
    m_button->setCompact(collapsed);
    layout()->setAlignment(m_dot, collapsed ? Qt::AlignHCenter : Qt::Alignment());
}

void StateCard::follow()
{
    m_dot->setRole(StartStopButton::role(m_engine));
    const QString word = StartStopButton::word(m_engine);
    m_word->setFullText(word);
    m_dot->setToolTip(word);
    tick();
}

void StateCard::tick()
{
    const EngineStatus status = m_engine.status();
    const qint64 left = status.nextRunAt - QDateTime::currentMSecsSinceEpoch();
    QString text;
    if (status.run) {
        text = tr("parsing %1 of %2", "channels").arg(status.run->channelsDone).arg(status.run->channelsTotal);
    } else if (status.running() && status.nextRunAt != 0) {
        text = left > 0 ? tr("next in %1", "time").arg(texts::duration(left)) : tr("next run is due");
    } else if (status.scheduler == SchedulerState::Failed) {
        text = texts::error(status.error);
    } else {
        text = tr("no runs planned");
    }
    m_next->setFullText(text);
    if (status.running() && status.nextRunAt != 0) {
        if (!m_timer.isActive()) {
            m_timer.start();
        }
    } else {
        m_timer.stop();
    }
}

} // namespace vestnik
