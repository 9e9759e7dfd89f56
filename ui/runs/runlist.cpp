// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runlist.h"

#include "ui/runs/rundelegate.h"
#include "ui/runs/runfilters.h"
#include "ui/runs/runlistmodel.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/newspill.h"
#include "ui/widgets/tableparts.h"
#include "ui/widgets/texts.h"

#include <QAction>
#include <QHeaderView>
#include <QScrollBar>
#include <QSettings>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace vestnik {

RunList::RunList(
    EngineFacade &engine, RunListModel *model, QAction *openSchedule, QAction *reset, QAction *reload, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filters(new RunFilters(engine, reset, this))
    , m_table(new QTableView(this))
    , m_stack(new QStackedWidget(this))
    , m_pill(new NewsPill(this))
{
    buildTable();
    buildStates(openSchedule, reset, reload);
    m_pill->setObjectName(QStringLiteral("runsNewsPill"));
    connect(m_pill, &QPushButton::clicked, this, [this] {
        m_table->verticalScrollBar()->setValue(0);
        m_table->setFocus();
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0) {
            showNews(0);
        }
    });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filters);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_table);
    setMinimumHeight(150);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        updateState();
        Q_EMIT selectionChanged();
    });
    connect(reset, &QAction::triggered, m_filters, &RunFilters::reset);
    connect(m_filters, &RunFilters::changed, this, &RunList::onFilters);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &RunList::keepPlace);
    connect(m_model, &QAbstractItemModel::rowsAboutToBeInserted, this,
        [this] { m_scroll = m_table->verticalScrollBar()->value(); });
    connect(m_model, &RunListModel::loaded, this, &RunList::onLoaded);
    connect(m_model, &RunListModel::arrived, this, &RunList::onArrived);
    connect(m_model, &RunListModel::failed, this, &RunList::onFailed);
    connect(m_model, &RunListModel::changed, this, [this] { m_refresh.start(); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        m_refresh.start();
        lookForWanted();
    });
}

void RunList::buildTable()
{
    m_table->setObjectName(QStringLiteral("runsHistory"));
    m_table->setAccessibleName(tr("Runs"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RunDelegate(RunListModel::Channels, RunListModel::PermilleRole, m_table));
    setUpTable(m_table);
    m_table->setIconSize({16, 16});
    QHeaderView *header = m_table->horizontalHeader();
    header->setMinimumSectionSize(40);
    const int em = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(RunListModel::Status, 11 * em + 30);
    m_table->setColumnWidth(RunListModel::Number, 7 * em);
    m_table->setColumnWidth(RunListModel::When, 15 * em);
    m_table->setColumnWidth(RunListModel::Job, 18 * em + 24);
    m_table->setColumnWidth(RunListModel::Origin, 15 * em);
    m_table->setColumnWidth(RunListModel::Took, 8 * em);
    m_table->setColumnWidth(RunListModel::Channels, 18 * em);
    m_table->setColumnWidth(RunListModel::Added, 9 * em);
    m_table->setColumnWidth(RunListModel::Updated, 10 * em);
    m_table->setColumnWidth(RunListModel::Failed, 8 * em);
    m_table->setColumnWidth(RunListModel::Size, 11 * em);
    // Seldom wanted, a right click away; the room goes to the reason.
    header->setSectionHidden(RunListModel::Updated, true);
    header->setSectionHidden(RunListModel::Size, true);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { m_refresh.start(); });
    connect(m_table, &QTableView::activated, this, &RunList::activated);
    connect(m_table, &QTableView::customContextMenuRequested, this,
        [this](const QPoint &at) { Q_EMIT contextMenuRequested(m_table->viewport()->mapToGlobal(at)); });
}

void RunList::buildStates(QAction *openSchedule, QAction *reset, QAction *reload)
{
    m_none = new EmptyState(QStringLiteral("runs"),
        tr("No runs yet. A job of the schedule or Parse now makes the first one."), openSchedule, this);
    m_none->setObjectName(QStringLiteral("runsNone"));
    m_noMatch = new EmptyState(QStringLiteral("filter"), tr("No run matches the filters."), reset, this);
    m_noMatch->setObjectName(QStringLiteral("runsNoMatch"));
    m_failed = makeFailedState(tr("The history could not be read."), reload, &m_failedText, this);
    m_failedText->setTextFormat(Qt::PlainText);
    for (QWidget *state : {static_cast<QWidget *>(m_table), m_none, m_noMatch, m_failed}) {
        m_stack->addWidget(state);
    }
}

void RunList::keepLayout(LayoutKeeper &keeper, const QSettings &settings, const QString &group)
{
    keeper.keep(m_table);
    m_filters->keep(keeper, settings, group);
    onFilters();
}

void RunList::onFilters()
{
    m_toTop = true;
    m_model->setQuery(m_filters->query());
}

void RunList::keepPlace()
{
    m_kept = selectedRuns();
    const QModelIndex current = m_table->currentIndex();
    m_current = current.isValid() ? m_model->at(current.row()).id : 0;
    m_scroll = m_table->verticalScrollBar()->value();
}

void RunList::restorePlace()
{
    QItemSelection selection;
    for (const RunId run : std::as_const(m_kept)) {
        if (const int row = m_model->rowOf(run); row >= 0) {
            selection.select(m_model->index(row, 0), m_model->index(row, 0));
        }
    }
    QItemSelectionModel *selected = m_table->selectionModel();
    if (const int row = m_model->rowOf(m_current); row >= 0) {
        selected->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::NoUpdate);
    }
    selected->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->verticalScrollBar()->setValue(std::exchange(m_toTop, false) ? 0 : m_scroll);
}

void RunList::onLoaded()
{
    showNews(0);
    updateState();
    restorePlace();
    if (m_wanted == 0 && !m_table->selectionModel()->hasSelection() && m_model->rowCount() > 0) {
        // The newest says most; the pane below has something to show.
        select(m_model->at(0).id);
    }
    lookForWanted();
    m_refresh.start();
}

bool RunList::isReading() const
{
    // Whoever has the pointer over the table is about to click a row: it must not slide away.
    return m_scroll > 0 || (m_table->isVisible() && m_table->viewport()->underMouse());
}

void RunList::onArrived(RunId run)
{
    if (run == m_wanted) {
        m_wanted = 0;
        select(run);
        return;
    }
    if (m_model->rowCount() == 1) {
        updateState(); // a table that is hidden would go to its current row when it is shown
        select(run);
    }
    if (!isReading()) {
        m_table->verticalScrollBar()->setValue(0);
        return;
    }
    // The scroll bar learns of the new row when it is laid out; only then can the place be kept.
    m_table->doItemsLayout();
    m_table->verticalScrollBar()->setValue(m_scroll + m_table->verticalHeader()->defaultSectionSize());
    if (m_table->verticalScrollBar()->value() > 0) {
        showNews(m_news + 1);
    }
}

void RunList::onFailed(const Error &error)
{
    m_failedText->setText(texts::error(error) + QLatin1Char(' ') + texts::advice(error));
    if (m_model->rowCount() == 0) {
        m_stack->setCurrentWidget(m_failed);
    }
}

void RunList::showNews(int count)
{
    m_news = count;
    const QString text = tr("%n new runs", nullptr, count);
    m_pill->setText(text);
    m_pill->setAccessibleName(text);
    m_pill->setToolTip(tr("Show them at the top of the list"));
    m_pill->setVisible(count > 0);
    if (count > 0) {
        m_pill->adjustSize();
        m_pill->move(
            (width() - m_pill->width()) / 2, m_stack->y() + m_table->horizontalHeader()->height() + Theme::gap);
        m_pill->raise();
    }
}

void RunList::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showNews(m_news);
}

void RunList::updateState()
{
    if (!m_model->isLoaded()) {
        return;
    }
    const int rows = m_model->rowCount();
    const bool filtering = m_filters->isFiltering();
    m_filters->setVisible(rows > 0 || filtering);
    m_filters->setCount(m_model->hasMore() ? tr("the newest %n runs", nullptr, rows) : tr("%n runs", nullptr, rows));
    m_stack->setCurrentWidget(rows > 0 ? static_cast<QWidget *>(m_table) : filtering ? m_noMatch : m_none);
}

QList<RunId> RunList::selectedRuns() const
{
    QList<RunId> runs;
    const QList<int> rows = selectedRowNumbers(m_table);
    for (const int row : rows) {
        runs.append(m_model->at(row).id);
    }
    return runs;
}

void RunList::select(RunId run)
{
    const int row = m_model->rowOf(run);
    if (row < 0 || m_model->isReloading()) {
        m_wanted = run;
        lookForWanted();
        return;
    }
    m_wanted = 0;
    const QModelIndex at = m_model->index(row, 0);
    m_table->selectionModel()->setCurrentIndex(
        at, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows | QItemSelectionModel::Current);
    m_table->doItemsLayout();
    m_table->scrollTo(at);
}

// An old run is found by reading on; once it is passed it is not there.
void RunList::lookForWanted()
{
    if (m_wanted == 0 || m_model->rowCount() == 0 || m_model->isReloading()) {
        return;
    }
    if (m_model->rowOf(m_wanted) >= 0) {
        select(std::exchange(m_wanted, 0));
    } else if (m_model->at(m_model->rowCount() - 1).id > m_wanted) {
        QMetaObject::invokeMethod(
            m_model, [model = m_model] { model->fetchMore({}); }, Qt::QueuedConnection);
    }
}

QString RunList::selectedText() const
{
    QStringList lines;
    const QList<RunId> runs = selectedRuns();
    for (const RunId run : runs) {
        lines.append(m_model->line(m_model->rowOf(run)));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace vestnik
