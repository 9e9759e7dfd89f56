// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/channelspage.h"

#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/channels/addchannelsdialog.h"
#include "ui/channels/channelactions.h"
#include "ui/channels/channelcommands.h"
#include "ui/channels/channeldetails.h"
#include "ui/channels/channellist.h"
#include "ui/channels/channelmodel.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/texts.h"

#include <utility>

namespace vestnik {
namespace {

constexpr int ageingMs = 60'000;

} // namespace

ChannelsPage::ChannelsPage(EngineFacade &engine, QSettings &settings, QWidget *parent)
    : Page(parent)
    , m_engine(engine)
    , m_model(new ChannelModel(this))
    , m_actions(new ChannelActions(this))
    , m_commands(new ChannelCommands(engine, *m_model, this))
    , m_reload(new QAction(tr("Try again"), this))
    , m_list(new ChannelList(m_model, m_actions->add, m_reload, this))
    , m_details(new ChannelDetails(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    setObjectName(QStringLiteral("channelsPage"));
    setAcceptDrops(true);
    m_reload->setObjectName(QStringLiteral("channelsReload"));
    buildLayout(settings);
    connectActions();
    connectCommands();
    connectEngine();
    updateSituation();
    load();
}

ChannelsPage::~ChannelsPage() = default;

void ChannelsPage::buildLayout(QSettings &settings)
{
    m_splitter->setObjectName(QStringLiteral("channelsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({800, 280});
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(m_splitter);
    m_keeper = std::make_unique<LayoutKeeper>(settings, id(), nullptr);
    m_keeper->keep(m_splitter);
    m_list->keepLayout(*m_keeper);
}

void ChannelsPage::connectActions()
{
    const ChannelActions &on = *m_actions;
    ChannelCommands *commands = m_commands;
    connect(on.add, &QAction::triggered, this, [this] { m_commands->askForChannels({}, {}, m_list->currentFolder()); });
    connect(on.importList, &QAction::triggered, this, [this] { m_commands->askWhatToImport(m_list->currentFolder()); });
    connect(on.exportList, &QAction::triggered, this, [this] {
        const QList<ChannelRow> selected = selectedRows();
        m_commands->askWhereToExport(selected.size() > 1 ? selected : m_list->shownRows());
    });
    connect(on.parseSelected, &QAction::triggered, this, [this] { m_commands->parse(idsOf(selectedRows())); });
    connect(on.parseAll, &QAction::triggered, commands, &ChannelCommands::parseAll);
    connect(on.retryFailing, &QAction::triggered, commands, &ChannelCommands::retryFailing);
    connect(on.readHistory, &QAction::triggered, this, [this] { m_commands->askForHistory(selectedRows()); });
    connect(on.activate, &QAction::triggered, this, [this] { m_commands->setActive(selectedRows(), true); });
    connect(on.pause, &QAction::triggered, this, [this] { m_commands->setActive(selectedRows(), false); });
    connect(on.moveToFolder, &QAction::triggered, this, [this] { m_commands->askForFolder(selectedRows()); });
    connect(on.rename, &QAction::triggered, this, [this] {
        const QList<ChannelRow> rows = selectedRows();
        if (rows.size() == 1) {
            m_commands->askForName(rows.first());
        }
    });
    connect(on.showPosts, &QAction::triggered, this, [this] {
        const QList<ChannelRow> rows = selectedRows();
        if (rows.size() == 1) {
            Q_EMIT pageRequested(QStringLiteral("posts"), QVariantMap{{QStringLiteral("channel"), rows.first().id}});
        }
    });
    connect(on.exportPosts, &QAction::triggered, this, [this] {
        PostQuery query;
        query.channels = idsOf(selectedRows());
        Q_EMIT exportRequested(query, {});
    });
    connect(on.openInBrowser, &QAction::triggered, this, [this] { m_commands->openInBrowser(selectedRows()); });
    connect(on.copy, &QAction::triggered, this, [this] { m_commands->copy(selectedRows()); });
    connect(on.remove, &QAction::triggered, this, [this] { m_commands->remove(selectedRows()); });
    connect(on.selectAll, &QAction::triggered, m_list->table(), &QTableView::selectAll);
    connect(m_reload, &QAction::triggered, this, &ChannelsPage::load);
}

void ChannelsPage::connectCommands()
{
    ChannelCommands *commands = m_commands;
    connect(commands, &ChannelCommands::messageRequested, this, &Page::messageRequested);
    connect(commands, &ChannelCommands::added, this, [this](const QList<ChannelRow> &rows) {
        onChanged(rows);
        m_list->clearFilters();
        m_list->settle();
        selectChannels(idsOf(rows));
    });
    connect(m_details, &ChannelDetails::activeToggled, this,
        [this](bool active) { m_commands->setActive(selectedRows(), active); });
    connect(m_details, &ChannelDetails::retryRequested, m_actions->parseSelected, &QAction::trigger);
    connect(m_details, &ChannelDetails::postsRequested, m_actions->showPosts, &QAction::trigger);
    connect(m_details, &ChannelDetails::historyRequested, m_actions->readHistory, &QAction::trigger);
    connect(m_list, &ChannelList::activated, m_actions->showPosts, &QAction::trigger);
    connect(m_list, &ChannelList::contextMenuRequested, this, &ChannelsPage::showContextMenu);
    connect(m_list, &ChannelList::situationChanged, this, &ChannelsPage::updateSituation);
    connect(m_model, &ChannelModel::activeToggled, this, [this](ChannelId channel, bool active) {
        if (const ChannelRow *row = m_model->find(channel)) {
            m_commands->setActive({*row}, active);
        }
    });
}

void ChannelsPage::connectEngine()
{
    connect(&m_engine, &EngineFacade::channelsChanged, this, &ChannelsPage::onChanged);
    connect(&m_engine, &EngineFacade::channelsRemoved, this, &ChannelsPage::onRemoved);
    connect(&m_engine, &EngineFacade::statusChanged, this, &ChannelsPage::onStatus);
    m_ageing.setInterval(ageingMs);
    connect(&m_ageing, &QTimer::timeout, m_model, &ChannelModel::refreshTimes);
    m_ageing.start();
}

void ChannelsPage::onStatus(const EngineStatus &status)
{
    const bool writable = status.storeWritable || !status.engineAlive;
    if (writable != m_writable) {
        m_writable = writable;
        updateSituation();
    }
}

void ChannelsPage::load()
{
    m_engine.readChannels(this, [this](const Result<QList<ChannelRow>> &result) { onLoaded(result); });
}

void ChannelsPage::onLoaded(const Result<QList<ChannelRow>> &result)
{
    if (!result) {
        m_list->showFailure(texts::error(result.error()) + QLatin1Char(' ') + texts::advice(result.error()));
        return;
    }
    const QList<ChannelId> selected = idsOf(selectedRows());
    m_model->setRows(*result);
    m_model->upsert(std::exchange(m_early, {}));
    m_model->remove(std::exchange(m_earlyGone, {}));
    m_list->rowsChanged();
    m_list->settle();
    selectChannels(selected);
    updateSituation();
}

void ChannelsPage::onChanged(const QList<ChannelRow> &rows)
{
    if (!m_model->isLoaded()) {
        m_early.append(rows);
        return;
    }
    m_model->upsert(rows);
    m_list->rowsChanged();
}

void ChannelsPage::onRemoved(const QList<ChannelId> &ids)
{
    if (!m_model->isLoaded()) {
        m_earlyGone.append(ids);
        return;
    }
    m_model->remove(ids);
    m_list->rowsChanged();
}

void ChannelsPage::updateSituation()
{
    ChannelActions::Situation now;
    now.selected = selectedRows();
    now.total = m_model->rowCount();
    for (const ChannelRow &row : m_model->rows()) {
        now.active += row.active ? 1 : 0;
        now.failing += row.active && row.health == ChannelHealth::Failing ? 1 : 0;
    }
    now.writable = m_writable;
    m_actions->update(now);
    m_details->showRows(now.selected);
    m_details->setVisible(now.total > 0);
    m_commands->updateKnown();
    m_list->updateState();
    Q_EMIT counterChanged(now.failing > 0 ? texts::number(now.failing) : QString(), now.failing > 0);
}

QList<ChannelRow> ChannelsPage::selectedRows() const
{
    return m_list->selectedRows();
}

void ChannelsPage::selectChannels(const QList<ChannelId> &ids)
{
    m_list->selectChannels(ids);
}

void ChannelsPage::showContextMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (QAction *action : m_actions->menu()) {
        if (action == nullptr) {
            menu->addSeparator();
        } else {
            menu->addAction(action);
        }
    }
    menu->popup(globalPosition);
}

QString ChannelsPage::id() const
{
    return QStringLiteral("channels");
}

QString ChannelsPage::title() const
{
    return tr("Channels");
}

QString ChannelsPage::iconName() const
{
    return QStringLiteral("channels");
}

QList<QAction *> ChannelsPage::menuActions() const
{
    return m_actions->menu();
}

QList<QAction *> ChannelsPage::headerActions() const
{
    return {m_actions->add, m_actions->parseSelected};
}

QWidget *ChannelsPage::headerWidget()
{
    return m_list->searchField();
}

void ChannelsPage::focusSearch()
{
    if (QLineEdit *field = m_list->searchField()) {
        field->setFocus(Qt::ShortcutFocusReason);
        field->selectAll();
    }
}

void ChannelsPage::openWith(const QVariant &what)
{
    const QVariantMap map = what.toMap();
    if (what.toString() == QLatin1String("add")) {
        m_actions->add->trigger();
    } else if (what.toString() == QLatin1String("failing")) {
        m_list->showFailing();
    } else if (map.contains(QStringLiteral("add"))) {
        m_commands->askForChannels(map.value(QStringLiteral("add")).toString(), {}, m_list->currentFolder());
    } else if (map.contains(QStringLiteral("channel"))) {
        m_list->clearFilters();
        selectChannels({map.value(QStringLiteral("channel")).toLongLong()});
    }
}

void ChannelsPage::dragEnterEvent(QDragEnterEvent *event)
{
    const bool useful = event->mimeData()->hasText() || !AddChannelsDialog::filesOf(event->mimeData()).isEmpty();
    if (useful && m_actions->add->isEnabled()) {
        event->acceptProposedAction();
    }
}

void ChannelsPage::dropEvent(QDropEvent *event)
{
    const QStringList files = AddChannelsDialog::filesOf(event->mimeData());
    event->acceptProposedAction();
    m_commands->askForChannels(files.isEmpty() ? event->mimeData()->text() : QString(), files, m_list->currentFolder());
}

void ChannelsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_actions->updateIcons();
    }
}

} // namespace vestnik
