// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/channellist.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>

#include "ui/channels/channeldelegate.h"
#include "ui/channels/channelmodel.h"
#include "ui/channels/channelproxy.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/tableparts.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr int folderWidth = 260;

} // namespace

ChannelList::ChannelList(ChannelModel *model, QAction *add, QAction *reload, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_proxy(new ChannelProxy(model, this))
    , m_clearFilters(new QAction(tr("Clear filters"), this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_search(makeSearchField(QStringLiteral("channelsSearch"), tr("Find a channel"),
          tr("Words of the title, the name or the folder"), this))
    , m_states(new QComboBox(this))
    , m_folders(new QComboBox(this))
    , m_count(secondaryLabel({}, this))
    , m_settle(m_table)
{
    m_clearFilters->setObjectName(QStringLiteral("channelsClearFilters"));
    buildTable();
    buildFilters();
    buildLayout(add, reload);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &ChannelList::situationChanged);
    connect(&m_settle, &SettleTimer::due, this, &ChannelList::settle);
    updateFolders();
}

ChannelList::~ChannelList()
{
    dropSearchField(m_search, this);
}

void ChannelList::buildTable()
{
    m_table->setObjectName(QStringLiteral("channelsTable"));
    m_table->setAccessibleName(tr("Channels"));
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new ChannelDelegate(m_table));
    setUpTable(m_table);
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(28);
    const int em = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(ChannelModel::State, 32);
    m_table->setColumnWidth(ChannelModel::Title, 31 * em);
    m_table->setColumnWidth(ChannelModel::Folder, 14 * em);
    m_table->setColumnWidth(ChannelModel::Active, 9 * em);
    m_table->setColumnWidth(ChannelModel::Posts, 10 * em);
    m_table->setColumnWidth(ChannelModel::LastPost, 14 * em);
    m_table->setColumnWidth(ChannelModel::LastParsed, 14 * em);
    m_table->setColumnWidth(ChannelModel::Status, 8 * em);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ChannelModel::Title, Qt::AscendingOrder);

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { m_refresh.start(); });
    connect(m_table, &QTableView::activated, this, &ChannelList::activated);
    connect(m_table, &QTableView::customContextMenuRequested, this,
        [this](const QPoint &at) { Q_EMIT contextMenuRequested(m_table->viewport()->mapToGlobal(at)); });
}

void ChannelList::buildFilters()
{
    m_states->setObjectName(QStringLiteral("channelsStateFilter"));
    m_states->setAccessibleName(tr("Which channels"));
    m_states->addItem(tr("All", "channels"), int(ChannelProxy::StateFilter::All));
    m_states->addItem(tr("Active", "channels"), int(ChannelProxy::StateFilter::Active));
    m_states->addItem(tr("Paused", "channels"), int(ChannelProxy::StateFilter::Paused));
    m_states->addItem(tr("Failing", "channels"), int(ChannelProxy::StateFilter::Failing));
    m_folders->setObjectName(QStringLiteral("channelsFolderFilter"));
    m_folders->setAccessibleName(tr("Folder"));
    m_folders->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_folders->setMaximumWidth(folderWidth);
    m_count->setObjectName(QStringLiteral("channelsCount"));
    m_count->setWordWrap(false);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setText(text);
        m_refresh.start();
    });
    connect(m_states, &QComboBox::currentIndexChanged, this, [this] {
        m_proxy->setStateFilter(static_cast<ChannelProxy::StateFilter>(m_states->currentData().toInt()));
        m_refresh.start();
    });
    connect(m_folders, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant folder = m_folders->currentData();
        m_proxy->setFolder(folder.isValid() ? std::optional<QString>(folder.toString()) : std::nullopt);
        m_refresh.start();
    });
    connect(m_clearFilters, &QAction::triggered, this, &ChannelList::clearFilters);
}

void ChannelList::buildLayout(QAction *add, QAction *reload)
{
    m_noChannels = new EmptyState(
        QStringLiteral("channels"), tr("No channels yet. Paste a list of names or links to begin."), add, this);
    m_noMatch = new EmptyState(QStringLiteral("filter"), tr("No channel matches the filters."), m_clearFilters, this);
    m_failed = makeFailedState(tr("The list of channels could not be read."), reload, &m_failedText, this);
    for (QWidget *state : {static_cast<QWidget *>(m_table), m_noChannels, m_noMatch, m_failed}) {
        m_stack->addWidget(state);
    }
    layOutList(this, {m_states, m_folders}, m_count, m_stack);
    QWidget::setTabOrder(m_states, m_folders);
    QWidget::setTabOrder(m_folders, m_table);
}

void ChannelList::keepLayout(LayoutKeeper &keeper)
{
    keeper.keep(m_table);
}

void ChannelList::settle()
{
    m_settle.settled();
    m_proxy->settle();
    m_refresh.start();
}

void ChannelList::rowsChanged()
{
    m_settle.rowsChanged();
    updateFolders();
    m_refresh.start();
}

void ChannelList::showFailure(const QString &text)
{
    m_failedText->setText(text);
    m_stack->setCurrentWidget(m_failed);
}

void ChannelList::showFailing()
{
    clearFilters();
    m_states->setCurrentIndex(m_states->findData(int(ChannelProxy::StateFilter::Failing)));
}

void ChannelList::updateState()
{
    const int total = m_model->rowCount();
    const int selected = int(m_table->selectionModel()->selectedRows().size());
    QString count = tr("%n channels", nullptr, total);
    if (m_proxy->isFiltering()) {
        count += QStringLiteral(" · ") + tr("%n shown", "channels", m_proxy->rowCount());
    }
    if (selected > 1) {
        count += QStringLiteral(" · ") + tr("%n selected", "channels", selected);
    }
    m_count->setText(count);
    m_count->setVisible(total > 0);
    m_states->setVisible(total > 0);
    if (!m_model->isLoaded()) {
        return;
    }
    QWidget *shown = m_table;
    if (total == 0) {
        shown = m_noChannels;
    } else if (m_proxy->rowCount() == 0) {
        shown = m_noMatch;
    }
    m_stack->setCurrentWidget(shown);
}

void ChannelList::updateFolders()
{
    const QStringList folders = m_model->folders();
    QStringList shown;
    for (int i = 2; i < m_folders->count(); ++i) {
        shown.append(m_folders->itemText(i));
    }
    if (m_folders->count() > 0 && shown == folders) {
        return;
    }
    const std::optional<QString> chosen = m_proxy->folder();
    {
        const QSignalBlocker quiet(m_folders);
        m_folders->clear();
        m_folders->addItem(tr("All folders"));
        m_folders->addItem(tr("Without a folder"), QString());
        for (const QString &folder : folders) {
            m_folders->addItem(folder, folder);
        }
        m_folders->setVisible(!folders.isEmpty());
        const int at = chosen ? m_folders->findData(*chosen) : 0;
        m_folders->setCurrentIndex(std::max(0, at));
    }
    if (m_folders->currentIndex() == 0 && chosen) {
        m_proxy->setFolder(std::nullopt);
    }
}

void ChannelList::clearFilters()
{
    if (m_search) {
        m_search->clear();
    }
    m_states->setCurrentIndex(0);
    m_folders->setCurrentIndex(0);
    m_proxy->clear();
    m_refresh.start();
}

QList<ChannelRow> ChannelList::selectedRows() const
{
    QList<ChannelRow> rows;
    const QList<int> numbers = selectedRowNumbers(m_table);
    rows.reserve(numbers.size());
    for (const int number : numbers) {
        rows.append(m_proxy->rowAt(number));
    }
    return rows;
}

QList<ChannelRow> ChannelList::shownRows() const
{
    QList<ChannelRow> rows;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        rows.append(m_proxy->rowAt(row));
    }
    return rows;
}

QString ChannelList::currentFolder() const
{
    return m_proxy->folder().value_or(QString());
}

void ChannelList::selectChannels(const QList<ChannelId> &ids)
{
    selectAndShow(m_table, rowsOf(*m_model, *m_proxy, ids));
}

} // namespace vestnik
