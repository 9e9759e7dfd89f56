// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runspage.h"

#include "ui/log/logtable.h"
#include "ui/runs/runactions.h"
#include "ui/runs/runchartstrip.h"
#include "ui/runs/runfilters.h"
#include "ui/runs/runlist.h"
#include "ui/runs/runlistmodel.h"
#include "ui/runs/runlogview.h"
#include "ui/runs/runpane.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/runtexts.h"
#include "ui/widgets/texts.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int ageingMs = 60'000;
constexpr int newestLooked = 20; // among so many one ran

bool hasRun(const RunRecord &run)
{
    return !isGoing(run.status) && !texts::isOnlyNoted(run.status);
}

} // namespace

RunsPage::RunsPage(EngineFacade &engine, QSettings &settings, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_actions(new RunActions(this))
    , m_openSchedule(new QAction(tr("Open the schedule"), this))
    , m_reload(new QAction(tr("Try again"), this))
    , m_model(new RunListModel(engine, this))
    , m_list(new RunList(engine, m_model, m_openSchedule, m_actions->resetFilters, m_reload, this))
    , m_pane(new RunPane(engine, m_actions->cancel, m_actions->retryFailed, this))
    , m_charts(new RunChartStrip(engine, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    setObjectName(QStringLiteral("runsPage"));
    m_openSchedule->setObjectName(QStringLiteral("runsOpenSchedule"));
    m_reload->setObjectName(QStringLiteral("runsReload"));
    buildLayout(settings);
    connectActions();
    connectEngine();
    updateSituation();
    readNewest();
}

RunsPage::~RunsPage() = default;

void RunsPage::buildLayout(QSettings &settings)
{
    m_splitter->setObjectName(QStringLiteral("runsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pane);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({320, 220});
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(m_charts);
    page->addWidget(m_splitter, 1);
    setFocusProxy(m_list);

    m_keeper = std::make_unique<LayoutKeeper>(settings, id(), nullptr);
    m_keeper->keep(m_splitter);
    m_pane->keepLayout(*m_keeper, settings, id());
    m_charts->keepLayout(*m_keeper, settings, id());
    m_actions->charts->setChecked(settings.value(id() + QStringLiteral("/charts"), true).toBool());
    m_charts->setVisible(m_actions->charts->isChecked());
    m_keeper->keep(QStringLiteral("charts"), [this] { return m_actions->charts->isChecked(); });
    m_list->keepLayout(*m_keeper, settings, id());
}

void RunsPage::connectActions()
{
    const RunActions &on = *m_actions;
    connect(on.cancel, &QAction::triggered, this, &RunsPage::cancelSelected);
    connect(on.retryFailed, &QAction::triggered, this, &RunsPage::retryFailed);
    connect(on.runAgain, &QAction::triggered, this, &RunsPage::runAgain);
    connect(on.showJob, &QAction::triggered, this, [this] {
        const QList<RunRecord> runs = selected();
        if (runs.size() == 1) {
            Q_EMIT pageRequested(QStringLiteral("schedule"), runs.first().job);
        }
    });
    connect(on.copy, &QAction::triggered, this, &RunsPage::copy);
    connect(on.copyLog, &QAction::triggered, this,
        [this] { QGuiApplication::clipboard()->setText(m_pane->log()->table()->allText()); });
    connect(on.selectAll, &QAction::triggered, this, [this] { m_list->table()->selectAll(); });
    connect(on.charts, &QAction::toggled, this, [this] {
        updateSituation();
        m_keeper->changed();
    });
    connect(
        m_openSchedule, &QAction::triggered, this, [this] { Q_EMIT pageRequested(QStringLiteral("schedule"), {}); });
    connect(m_reload, &QAction::triggered, this, &RunsPage::refresh);
    connect(m_list, &RunList::selectionChanged, this, &RunsPage::updateSituation);
    connect(m_list, &RunList::activated, m_pane, &RunPane::focusTab);
    connect(m_list, &RunList::contextMenuRequested, this, &RunsPage::showMenu);
    connect(m_pane, &RunPane::contextMenuRequested, this, &RunsPage::showMenu);
    connect(m_pane->log(), &RunLogView::changed, this, &RunsPage::updateSituation);
    connect(m_pane, &RunPane::channelRequested, this, [this](ChannelId channel) {
        Q_EMIT pageRequested(QStringLiteral("channels"), QVariantMap{{QStringLiteral("channel"), channel}});
    });
}

void RunsPage::connectEngine()
{
    connect(&m_engine, &EngineFacade::ready, this, [this] {
        m_model->reload();
        readNewest();
    });
    connect(&m_engine, &EngineFacade::jobsChanged, this, &RunsPage::updateSituation);
    connect(&m_engine, &EngineFacade::jobsRemoved, this, &RunsPage::updateSituation);
    connect(&m_engine, &EngineFacade::statusChanged, this, [this](const EngineStatus &status) {
        m_going.clear();
        for (const RunRecord &run : status.runs) {
            m_going.insert(run.id);
        }
        showCounter();
    });
    connect(&m_engine, &EngineFacade::runChanged, this, &RunsPage::follow);
    connect(&m_engine, &EngineFacade::runFinished, this, &RunsPage::follow);
    m_ageing.setInterval(ageingMs);
    connect(&m_ageing, &QTimer::timeout, m_model, &RunListModel::refreshTimes);
    m_ageing.start();
}

// The counter is of all runs, whatever the filters show.
void RunsPage::readNewest()
{
    m_engine.readRuns(0, newestLooked, this, [this](const Result<QList<RunRecord>> &runs) {
        if (runs) {
            const auto newest = std::find_if(runs->cbegin(), runs->cend(), hasRun);
            if (newest != runs->cend()) {
                follow(*newest);
            }
        }
    });
}

void RunsPage::follow(const RunRecord &run)
{
    if (isGoing(run.status)) {
        m_going.insert(run.id);
    } else {
        m_going.remove(run.id);
    }
    if (hasRun(run) && run.id >= m_newest) {
        m_newest = run.id;
        m_newestFailed = run.status == RunStatus::Failed;
    }
    showCounter();
}

void RunsPage::showCounter()
{
    Q_EMIT counterChanged(m_going.isEmpty() ? QString() : texts::number(m_going.size()), m_newestFailed);
}

QList<RunRecord> RunsPage::selected() const
{
    QList<RunRecord> runs;
    const QList<RunId> ids = m_list->selectedRuns();
    for (const RunId id : ids) {
        if (const RunRecord *run = m_model->find(id)) {
            runs.append(*run);
        }
    }
    return runs;
}

void RunsPage::updateSituation()
{
    RunActions::Situation now;
    now.selected = selected();
    if (now.selected.size() == 1) {
        const RunRecord &run = now.selected.first();
        m_pane->showRun(run, m_model->progress(run.id));
        const QList<JobRow> jobs = m_engine.jobs();
        now.jobExists =
            std::any_of(jobs.cbegin(), jobs.cend(), [&](const JobRow &row) { return row.job.id == run.job; });
    } else {
        m_pane->showNone(int(now.selected.size()));
    }
    const EngineStatus status = m_engine.status();
    now.writable = status.storeWritable || !status.engineAlive;
    now.hasLog = now.selected.size() == 1 && !m_pane->log()->isEmpty();
    now.filtering = m_list->filters()->isFiltering();
    m_actions->update(now);
    m_pane->setVisible(m_model->rowCount() > 0);
    const bool never = m_model->isLoaded() && m_model->rowCount() == 0 && !now.filtering;
    m_charts->setVisible(m_actions->charts->isChecked() && !never);
}

void RunsPage::cancelSelected()
{
    const QList<RunRecord> runs = selected();
    for (const RunRecord &run : runs) {
        if (isGoing(run.status)) {
            m_engine.cancelRun(run.id);
        }
    }
}

void RunsPage::retryFailed()
{
    const QList<RunRecord> runs = selected();
    if (runs.size() == 1) {
        m_engine.retryFailed(runs.first().id, this, [this](const Result<RunId> &run) { showStarted(run); });
    }
}

void RunsPage::runAgain()
{
    const QList<RunRecord> runs = selected();
    if (runs.size() == 1) {
        m_engine.runJob(runs.first().job, this, [this](const Result<RunId> &run) { showStarted(run); });
    }
}

void RunsPage::showStarted(const Result<RunId> &run)
{
    if (run) {
        m_list->select(*run);
        return;
    }
    InfoMessage message;
    message.kind = InfoMessage::Kind::Bad;
    message.text = texts::error(run.error()) + QLatin1Char(' ') + texts::advice(run.error());
    message.details = run.error().detail;
    Q_EMIT messageRequested(message);
}

void RunsPage::copy()
{
    const QString inside = m_pane->selectedText();
    QGuiApplication::clipboard()->setText(inside.isEmpty() ? m_list->selectedText() : inside);
}

void RunsPage::showMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (QAction *action : menuActions()) {
        if (action == nullptr) {
            menu->addSeparator();
        } else {
            menu->addAction(action);
        }
    }
    menu->popup(globalPosition);
}

QList<QAction *> RunsPage::menuActions() const
{
    return m_actions->menu();
}

QList<QAction *> RunsPage::headerActions() const
{
    return {m_actions->charts, m_actions->runAgain};
}

void RunsPage::refresh()
{
    m_model->reload();
    m_pane->reload();
    m_charts->read();
    readNewest();
}

void RunsPage::openWith(const QVariant &what)
{
    const QVariantMap map = what.toMap();
    bool isNumber = false;
    const JobId job = map.isEmpty() ? what.toLongLong(&isNumber) : map.value(QStringLiteral("job")).toLongLong();
    if (map.contains(QStringLiteral("run"))) {
        m_list->filters()->reset();
        m_list->select(map.value(QStringLiteral("run")).toLongLong());
    } else if (job > 0 && (isNumber || map.contains(QStringLiteral("job")))) {
        m_list->filters()->showJob(job);
    }
}

void RunsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_actions->updateIcons();
    }
}

} // namespace vestnik
