// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/joblist.h"

#include "ui/schedule/jobdelegate.h"
#include "ui/schedule/jobfeed.h"
#include "ui/schedule/jobmodel.h"
#include "ui/schedule/jobproxy.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/tableparts.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>
#include <array>

namespace vestnik {
namespace {

constexpr int bandWidth = 190; ///< wanted at least; it gives way last
constexpr int leastBand = 120;

} // namespace

JobList::JobList(EngineFacade &engine, JobModel *model, QAction *add, QAction *reload, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_proxy(new JobProxy(model, this))
    , m_feed(new JobFeed(
          engine, *model, [this] { return seenJobs(); }, this))
    , m_clearFilters(new QAction(tr("Clear filters"), this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_search(makeSearchField(
          QStringLiteral("scheduleSearch"), tr("Find a job"), tr("Words of the name, the kind or the times"), this))
    , m_states(new QComboBox(this))
    , m_count(secondaryLabel({}, this))
    , m_settle(m_table)
{
    m_clearFilters->setObjectName(QStringLiteral("scheduleClearFilters"));
    buildTable();
    buildFilters();
    buildLayout(add, reload);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &JobList::situationChanged);
    connect(&m_settle, &SettleTimer::due, this, &JobList::settle);
}

JobList::~JobList()
{
    dropSearchField(m_search, this);
}

void JobList::buildTable()
{
    m_table->setObjectName(QStringLiteral("scheduleTable"));
    m_table->setAccessibleName(tr("Jobs"));
    m_table->setHorizontalHeader(new JobHeader(m_model, m_table));
    m_table->setModel(m_proxy);
    m_table->setItemDelegate(new JobDelegate(m_model, m_table));
    setUpTable(m_table, 2);
    fitColumns();
    m_table->horizontalHeader()->setMinimumSectionSize(6 * fontMetrics().averageCharWidth());
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(JobModel::Next, Qt::AscendingOrder);
    m_table->viewport()->installEventFilter(this);

    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { m_refresh.start(); });
    connect(m_table, &QTableView::activated, this, &JobList::activated);
    connect(m_table, &QTableView::customContextMenuRequested, this,
        [this](const QPoint &at) { Q_EMIT contextMenuRequested(m_table->viewport()->mapToGlobal(at)); });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, m_feed, &JobFeed::refresh);
    connect(m_proxy, &QAbstractItemModel::layoutChanged, m_feed, &JobFeed::refresh);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, m_feed, &JobFeed::refresh);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, m_feed, &JobFeed::refresh);
    connect(m_proxy, &QAbstractItemModel::modelReset, m_feed, &JobFeed::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &, const QModelIndex &, const auto &) {
            m_feed->refresh();
            m_table->horizontalHeader()->viewport()->update(); // the hours move with the present
        });
}

void JobList::buildFilters()
{
    m_states->setObjectName(QStringLiteral("scheduleStateFilter"));
    m_states->setAccessibleName(tr("Which jobs"));
    m_states->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_states->addItem(tr("All", "jobs"), int(JobProxy::StateFilter::All));
    m_states->addItem(tr("On", "jobs"), int(JobProxy::StateFilter::On));
    m_states->addItem(tr("Paused", "jobs"), int(JobProxy::StateFilter::Paused));
    m_states->addItem(tr("Off", "jobs"), int(JobProxy::StateFilter::Off));
    m_states->addItem(tr("Running", "jobs"), int(JobProxy::StateFilter::Running));
    m_states->addItem(tr("Failed", "jobs"), int(JobProxy::StateFilter::Failed));
    m_count->setObjectName(QStringLiteral("scheduleCount"));
    m_count->setWordWrap(false);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setText(text);
        m_refresh.start();
        m_feed->refresh();
    });
    connect(m_states, &QComboBox::currentIndexChanged, this, [this] {
        m_proxy->setStateFilter(static_cast<JobProxy::StateFilter>(m_states->currentData().toInt()));
        m_refresh.start();
        m_feed->refresh();
    });
    connect(m_clearFilters, &QAction::triggered, this, &JobList::clearFilters);
}

void JobList::buildLayout(QAction *add, QAction *reload)
{
    m_noJobs = new EmptyState(
        QStringLiteral("calendar"), tr("No jobs yet. A job says what is done by itself, and when."), add, this);
    m_noMatch = new EmptyState(QStringLiteral("filter"), tr("No job matches the filters."), m_clearFilters, this);
    m_loading = new EmptyState(QStringLiteral("wait"), tr("The jobs come when the database is open."), nullptr, this);
    m_loading->setObjectName(QStringLiteral("scheduleLoading"));
    m_failed = makeFailedState(tr("The jobs cannot be shown."), reload, &m_failedText, this);
    m_failedText->setObjectName(QStringLiteral("scheduleFailure"));
    for (QWidget *state : {static_cast<QWidget *>(m_table), m_noJobs, m_noMatch, m_loading, m_failed}) {
        m_stack->addWidget(state);
    }
    layOutList(this, {m_states}, m_count, m_stack);
    QWidget::setTabOrder(m_states, m_table);
}

void JobList::keepLayout(LayoutKeeper &keeper, bool ownWidths)
{
    m_ownWidths = ownWidths;
    keeper.keep(m_table);
    keeper.keep(QStringLiteral("ownWidths"), [this] { return QVariant(m_ownWidths); });
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
        // The last one only follows the others.
        m_ownWidths |= !m_fitting && section != JobModel::Band;
    });
    fitColumns();
}

void JobList::fitColumns()
{
    if (m_ownWidths) {
        return;
    }
    struct Width {
        int column;
        int least;
        int wanted;
    };
    const int em = fontMetrics().averageCharWidth();
    constexpr std::array<Width, 5> widths{{{JobModel::Name, 22, 34}, {JobModel::State, 15, 23},
        {JobModel::When, 14, 27}, {JobModel::Next, 12, 16}, {JobModel::Last, 15, 21}}};
    int least = 0;
    int wanted = 0;
    for (const Width &width : widths) {
        least += width.least * em;
        wanted += width.wanted * em;
    }
    // Where there is little room all give way alike; below their least widths the table scrolls.
    const double room = m_table->viewport()->width() - bandWidth - least;
    const double share = std::clamp(room / std::max(1, wanted - least), 0.0, 1.0);
    m_fitting = true;
    m_table->setColumnWidth(JobModel::Band, leastBand);
    for (const Width &width : widths) {
        m_table->setColumnWidth(width.column, int((width.least + (width.wanted - width.least) * share) * em));
    }
    m_fitting = false;
}

void JobList::settle()
{
    m_settle.reset();
    m_proxy->settle();
    m_refresh.start();
}

void JobList::rowsChanged()
{
    m_settle.rowsChanged();
    m_refresh.start();
    m_feed->refresh();
}

void JobList::setTrouble(const QString &text)
{
    m_trouble = text;
    m_failedText->setText(text);
    updateState();
}

void JobList::setLoading(bool loading)
{
    m_isLoading = loading;
    updateState();
}

void JobList::showFailed()
{
    clearFilters();
    m_states->setCurrentIndex(m_states->findData(int(JobProxy::StateFilter::Failed)));
}

void JobList::updateState()
{
    const int total = m_model->rowCount();
    const int selected = int(m_table->selectionModel()->selectedRows().size());
    QString count = tr("%n jobs", nullptr, total);
    if (m_proxy->isFiltering()) {
        count += QStringLiteral(" · ") + tr("%n shown", "jobs", m_proxy->rowCount());
    }
    if (selected > 1) {
        count += QStringLiteral(" · ") + tr("%n selected", "jobs", selected);
    }
    m_count->setText(count);
    m_count->setVisible(total > 0);
    m_states->setVisible(total > 0);
    QWidget *shown = m_table;
    if (total == 0) {
        shown = !m_trouble.isEmpty() ? m_failed : m_isLoading ? m_loading : m_noJobs;
    } else if (m_proxy->rowCount() == 0) {
        shown = m_noMatch;
    }
    m_stack->setCurrentWidget(shown);
}

void JobList::clearFilters()
{
    if (m_search) {
        m_search->clear();
    }
    m_states->setCurrentIndex(0);
}

QList<JobRow> JobList::selectedRows() const
{
    QList<JobRow> rows;
    const QList<int> numbers = selectedRowNumbers(m_table);
    rows.reserve(numbers.size());
    for (const int number : numbers) {
        rows.append(m_proxy->rowAt(number));
    }
    return rows;
}

void JobList::selectJobs(const QList<JobId> &ids)
{
    selectAndShow(m_table, rowsOf(*m_model, *m_proxy, ids));
}

QList<JobId> JobList::seenJobs() const
{
    QList<JobId> ids;
    const int rows = m_proxy->rowCount();
    if (rows == 0 || m_table->viewport()->height() <= 0) {
        return ids;
    }
    const int first = std::max(0, m_table->rowAt(0));
    int last = m_table->rowAt(m_table->viewport()->height() - 1);
    last = last < 0 ? rows - 1 : last;
    for (int row = first; row <= last; ++row) {
        ids.append(m_proxy->rowAt(row).job.id);
    }
    return ids;
}

void JobList::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed->setOn(true);
}

void JobList::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed->setOn(false);
}

bool JobList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) {
        fitColumns();
        m_feed->refresh();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vestnik
