// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/overviewpage.h"

#include "ui/overview/attentioncard.h"
#include "ui/overview/numberscard.h"
#include "ui/overview/runscard.h"
#include "ui/overview/schedulercard.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace vestnik {

OverviewPage::OverviewPage(EngineFacade &engine, QSettings &settings, QWidget *parent)
    : Page(parent)
{
    Q_UNUSED(settings)
    m_stack = new QStackedLayout(this);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *cards = new QWidget(scroll);
    auto *grid = new QGridLayout(cards);
    grid->setContentsMargins(Theme::group, Theme::group, Theme::group, Theme::group);
    grid->setSpacing(Theme::group);
    auto *state = new Card(tr("State"), cards);
    auto *scheduler = new SchedulerCard(engine, state);
    state->body()->addWidget(scheduler);
    auto *day = new Card(tr("Last 24 hours"), cards);
    m_numbers = new NumbersCard(engine, day);
    day->body()->addWidget(m_numbers);
    m_attentionFrame = new Card(tr("Needs attention"), cards);
    m_attention = new AttentionCard(engine, m_attentionFrame);
    m_attentionFrame->body()->addWidget(m_attention);
    auto *runs = new Card(tr("Last runs"), cards);
    m_runs = new RunsCard(engine, runs);
    runs->body()->addWidget(m_runs);
    grid->addWidget(state, 0, 0);
    grid->addWidget(day, 0, 1);
    grid->addWidget(m_attentionFrame, 1, 0);
    grid->addWidget(runs, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(0, 2);
    grid->setRowStretch(1, 3);
    scroll->setWidget(cards);
    m_stack->addWidget(scroll);

    m_add = new QAction(Theme::icon(QStringLiteral("add")), tr("Add Channels…"), this);
    m_add->setObjectName(QStringLiteral("overviewAdd"));
    connect(m_add, &QAction::triggered, this,
        [this] { Q_EMIT pageRequested(QStringLiteral("channels"), QStringLiteral("add")); });
    m_stack->addWidget(new EmptyState(QStringLiteral("channels"),
        tr("No channels yet. Paste a list of names or links, and press Start."), m_add, this));

    connect(scheduler, &SchedulerCard::pageRequested, this, &Page::pageRequested);
    connect(m_numbers, &NumbersCard::pageRequested, this, &Page::pageRequested);
    connect(m_attention, &AttentionCard::pageRequested, this, &Page::pageRequested);
    connect(m_runs, &RunsCard::pageRequested, this, &Page::pageRequested);
    connect(m_attention, &AttentionCard::messageRequested, this, &Page::messageRequested);
    connect(m_attention, &AttentionCard::counted, this,
        [this](int lines) { m_attentionFrame->setNote(lines > 0 ? texts::number(lines) : QString()); });
    connect(&engine, &EngineFacade::statusChanged, this, &OverviewPage::follow);
    connect(&engine, &EngineFacade::ready, this, [this, &engine] {
        m_known = true;
        follow(engine.status());
    });
    m_known = engine.isReady();
    follow(engine.status());
}

void OverviewPage::follow(const EngineStatus &status)
{
    m_stack->setCurrentIndex(m_known && status.channelsTotal == 0 && status.storeError.code == ErrorCode::None ? 1 : 0);
}

void OverviewPage::refresh()
{
    m_numbers->read();
    m_attention->readChannels();
    m_runs->read();
}

} // namespace vestnik
