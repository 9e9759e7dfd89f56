// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/schedulepage.h"

#include "ui/schedule/jobactions.h"
#include "ui/schedule/jobcommands.h"
#include "ui/schedule/jobeditor.h"
#include "ui/schedule/joblist.h"
#include "ui/schedule/jobmodel.h"
#include "ui/schedule/stoppedstrip.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/tasktexts.h"
#include "ui/widgets/texts.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QMenu>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace vestnik {
namespace {

constexpr qint64 hourMs = 3'600'000;

} // namespace

SchedulePage::SchedulePage(EngineFacade &engine, QSettings &settings, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_model(new JobModel(this))
    , m_actions(new JobActions(this))
    , m_commands(new JobCommands(engine, *m_model, this))
    , m_reload(new QAction(tr("Try again"), this))
    , m_list(new JobList(engine, m_model, m_actions->add, m_reload, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("schedulePage"));
    m_reload->setObjectName(QStringLiteral("scheduleReload"));
    m_actions->attachTo(m_list->table());
    buildLayout(settings);
    connectActions();
    connectEngine();
    onStatus(engine.status());
    load();
}

SchedulePage::~SchedulePage() = default;

void SchedulePage::buildLayout(QSettings &settings)
{
    m_splitter->setObjectName(QStringLiteral("scheduleSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_list);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(new StoppedStrip(m_engine, this));
    page->addWidget(m_splitter, 1);
    m_keeper = std::make_unique<LayoutKeeper>(settings, id(), nullptr);
    m_list->keepLayout(*m_keeper, settings.value(id() + QLatin1String("/ownWidths")).toBool());
}

void SchedulePage::connectActions()
{
    const JobActions &on = *m_actions;
    JobCommands *commands = m_commands;
    const auto now = [] { return QDateTime::currentMSecsSinceEpoch(); };
    const auto pauseFor = [this, commands](QAction *action, const std::function<qint64()> &until) {
        connect(
            action, &QAction::triggered, this, [this, commands, until] { commands->pause(selectedRows(), until()); });
    };
    connect(on.add, &QAction::triggered, this, [this] { openEditor({}); });
    const auto edit = [this] {
        const QList<JobRow> rows = selectedRows();
        if (rows.size() == 1) {
            openEditor(rows.first().job);
        }
    };
    connect(on.edit, &QAction::triggered, this, edit);
    connect(m_list, &JobList::activated, this, edit);
    connect(on.run, &QAction::triggered, this, [this] { m_commands->run(selectedRows()); });
    connect(on.dryRun, &QAction::triggered, this, [this] {
        const QList<JobRow> rows = selectedRows();
        if (rows.size() == 1) {
            m_commands->dryRun(rows.first().job);
        }
    });
    connect(on.showRuns, &QAction::triggered, this, [this] {
        const QList<JobRow> rows = selectedRows();
        if (rows.size() == 1) {
            Q_EMIT pageRequested(QStringLiteral("runs"), qlonglong(rows.first().job.id));
        }
    });
    pauseFor(on.pause, [] { return qint64(0); });
    pauseFor(on.pauseHour, [now] { return now() + hourMs; });
    pauseFor(on.pauseTonight, [now] { return JobActions::tonight(now()); });
    pauseFor(on.pauseMorning, [now] { return JobActions::tomorrowMorning(now()); });
    connect(on.pauseUntil, &QAction::triggered, this, [this] { m_commands->askUntilWhen(selectedRows()); });
    connect(on.resume, &QAction::triggered, this, [this] { m_commands->resume(selectedRows()); });
    connect(on.toggle, &QAction::triggered, this, [this] { m_commands->toggle(selectedRows()); });
    connect(on.duplicate, &QAction::triggered, this, [this] { m_commands->duplicate(selectedRows()); });
    connect(on.remove, &QAction::triggered, this, [this] { m_commands->remove(selectedRows()); });
    connect(on.copy, &QAction::triggered, this, [this] { m_commands->copy(selectedRows()); });
    connect(on.selectAll, &QAction::triggered, m_list->table(), &QTableView::selectAll);
    connect(m_reload, &QAction::triggered, this, &SchedulePage::load);

    connect(commands, &JobCommands::messageRequested, this, &Page::messageRequested);
    connect(commands, &JobCommands::runsRequested, this,
        [this](JobId job) { Q_EMIT pageRequested(QStringLiteral("runs"), qlonglong(job)); });
    connect(commands, &JobCommands::duplicated, this, [this](const QList<Job> &jobs) {
        QList<JobId> ids;
        for (const Job &job : jobs) {
            ids.append(job.id);
        }
        m_list->settle();
        selectJobs(ids);
    });
    connect(m_list, &JobList::contextMenuRequested, this, &SchedulePage::showContextMenu);
    connect(m_list, &JobList::situationChanged, this, &SchedulePage::updateSituation);
}

void SchedulePage::connectEngine()
{
    connect(&m_engine, &EngineFacade::ready, this, [this] {
        onStatus(m_engine.status());
        load();
    });
    connect(&m_engine, &EngineFacade::jobsChanged, this, &SchedulePage::onJobsChanged);
    connect(&m_engine, &EngineFacade::jobsRemoved, this, &SchedulePage::onJobsRemoved);
    connect(&m_engine, &EngineFacade::statusChanged, this, &SchedulePage::onStatus);
}

void SchedulePage::load()
{
    const QList<JobId> selected = idsOf(selectedRows());
    m_model->setRows(m_engine.jobs());
    m_list->settle();
    selectJobs(selected);
    updateSituation();
    if (isVisible()) {
        readChannels();
    }
}

void SchedulePage::readChannels()
{
    m_engine.readChannels(this, [this](const Result<QList<ChannelRow>> &channels) {
        if (!channels) {
            return; // their numbers stand instead of their names
        }
        m_channels = *channels;
        JobTexts::ChannelNames names;
        for (const ChannelRow &row : *channels) {
            names.insert(row.id, row.username);
        }
        m_model->setChannelNames(names);
        if (m_editor) {
            m_editor->setChannels(m_channels);
        }
    });
}

void SchedulePage::onJobsChanged(const QList<JobRow> &rows)
{
    m_model->upsert(rows);
    m_list->rowsChanged();
    if (isEditing()) {
        if (const JobRow *row = m_model->find(m_editor->jobId())) {
            m_editor->follow(row->job);
        }
    }
}

void SchedulePage::onJobsRemoved(const QList<JobId> &ids)
{
    m_model->remove(ids);
    m_list->rowsChanged();
    if (isEditing() && ids.contains(m_editor->jobId())) {
        if (m_editor->isDirty()) {
            m_editor->jobGone();
        } else {
            closeEditor();
        }
    }
}

void SchedulePage::onStatus(const EngineStatus &status)
{
    m_model->setSchedulerRuns(status.running() || status.scheduler == SchedulerState::Starting);
    m_list->setLoading(!m_engine.isReady() || status.storePreparing);
    m_list->setTrouble(status.storeError.code == ErrorCode::None ? QString() : TaskTexts::trouble(status.storeError));
    const bool writable = status.storeWritable || !status.engineAlive;
    if (writable != m_writable) {
        m_writable = writable;
        if (m_editor) {
            m_editor->setWritable(writable);
        }
        updateSituation();
    }
}

void SchedulePage::updateSituation()
{
    JobActions::Situation now;
    now.selected = selectedRows();
    now.total = m_model->rowCount();
    now.now = QDateTime::currentMSecsSinceEpoch();
    now.writable = m_writable;
    m_actions->update(now);
    m_list->updateState();
    const auto &rows = m_model->rows();
    const auto failing = std::count_if(rows.cbegin(), rows.cend(), &JobModel::isFailing);
    Q_EMIT counterChanged(failing > 0 ? texts::number(failing) : QString(), failing > 0);
}

QList<JobRow> SchedulePage::selectedRows() const
{
    return m_list->selectedRows();
}

void SchedulePage::selectJobs(const QList<JobId> &ids)
{
    m_list->selectJobs(ids);
}

void SchedulePage::showContextMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("scheduleMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (QAction *action : m_actions->menu()) {
        if (action) {
            menu->addAction(action);
        } else {
            menu->addSeparator();
        }
    }
    menu->popup(globalPosition);
}

QList<QAction *> SchedulePage::menuActions() const
{
    return m_actions->menu();
}

QList<QAction *> SchedulePage::headerActions() const
{
    return {m_actions->add, m_actions->run, m_actions->pause};
}

QWidget *SchedulePage::headerWidget()
{
    return m_list->searchField();
}

void SchedulePage::focusSearch()
{
    if (QLineEdit *field = m_list->searchField()) {
        field->setFocus(Qt::ShortcutFocusReason);
        field->selectAll();
    }
}

void SchedulePage::openWith(const QVariant &what)
{
    const QVariantMap map = what.toMap();
    bool isNumber = false;
    const JobId number = map.isEmpty() ? what.toLongLong(&isNumber) : map.value(QStringLiteral("job")).toLongLong();
    if (what.toString() == QLatin1String("new")) {
        m_actions->add->trigger();
    } else if (what.toString() == QLatin1String("failed")) {
        m_list->showFailed();
    } else if (map.contains(QStringLiteral("edit"))) {
        editById(map.value(QStringLiteral("edit")).toLongLong());
    } else if (isNumber || map.contains(QStringLiteral("job"))) {
        m_list->clearFilters();
        selectJobs({number});
    }
}

bool SchedulePage::event(QEvent *event)
{
    // Ctrl+N means new channels in the window; on this page it means a new job.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::New)) {
            event->accept();
            return true;
        }
    }
    return Page::event(event);
}

void SchedulePage::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::New)) {
        m_actions->add->trigger();
    } else if (event->key() == Qt::Key_Escape && isEditing()) {
        closeEditor();
    } else {
        Page::keyPressEvent(event);
    }
}

void SchedulePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!event->spontaneous()) {
        readChannels();
    }
}

void SchedulePage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    if (!event->spontaneous() && isEditing() && m_editor->isDirty() && !isWindow() && window()->isVisible()) {
        InfoMessage message;
        message.text = tr("The changes of “%1” are not saved yet; they are kept.").arg(m_editor->job().name);
        message.actionText = tr("Back to them");
        message.action = [self = QPointer<SchedulePage>(this)] {
            if (self) {
                Q_EMIT self->pageRequested(self->id(), {});
            }
        };
        Q_EMIT messageRequested(message);
    }
}

void SchedulePage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_actions->updateIcons();
    }
}

} // namespace vestnik
