// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runpane.h"

#include "ui/log/logtable.h"
#include "ui/runs/runchannelmodel.h"
#include "ui/runs/rundelegate.h"
#include "ui/runs/rundetails.h"
#include "ui/runs/runlogview.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/layoutkeeper.h"
#include "ui/widgets/runtexts.h"
#include "ui/widgets/tableparts.h"
#include "ui/widgets/texts.h"

#include <QAction>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QProgressBar>
#include <QSettings>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int againMs = 1'500; // two thousand rows are no trouble to read, but ten times a second is for nobody

QToolButton *buttonOf(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    return button;
}

} // namespace

RunPane::RunPane(EngineFacade &engine, QAction *cancel, QAction *retryFailed, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_channels(new RunChannelModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_log(new RunLogView(engine, this))
    , m_details(new RunDetails(this))
    , m_tabs(new QTabWidget(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("runPane"));
    auto *one = new QWidget(m_stack);
    auto *column = new QVBoxLayout(one);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead(cancel, retryFailed));
    m_tabs->setObjectName(QStringLiteral("runTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(makeChannels(), tr("Channels"));
    m_tabs->addTab(m_log, tr("Log"));
    m_tabs->addTab(m_details, tr("Details"));
    column->addWidget(m_tabs, 1);
    m_hint = new QLabel(m_stack);
    m_hint->setObjectName(QStringLiteral("runHint"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(one);
    m_stack->addWidget(m_hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    setMinimumHeight(140);

    m_again.setSingleShot(true);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &RunPane::readChannels);
    for (QTableView *table : {m_table, static_cast<QTableView *>(m_log->table())}) {
        connect(table, &QWidget::customContextMenuRequested, this,
            [this, table](const QPoint &at) { Q_EMIT contextMenuRequested(table->viewport()->mapToGlobal(at)); });
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (isGoing(m_run.status)) {
            readChannels();
        }
    });
    showNone(0);
}

QWidget *RunPane::makeHead(QAction *cancel, QAction *retryFailed)
{
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::grid);
    line->setSpacing(Theme::gap);
    m_icon = new IconLabel(16, head);
    line->addWidget(m_icon);
    m_title = new ElidedLabel(head);
    m_title->setObjectName(QStringLiteral("runTitle"));
    QFont font = m_title->font();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    line->addWidget(m_title);
    m_bar = new QProgressBar(head);
    m_bar->setObjectName(QStringLiteral("runProgress"));
    m_bar->setAccessibleName(tr("Progress of the run"));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(120, 12);
    line->addWidget(m_bar);
    m_numbers = new ElidedLabel(head);
    m_numbers->setObjectName(QStringLiteral("runNumbers"));
    m_numbers->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(m_numbers, 1);
    m_retry = buttonOf(retryFailed, head);
    m_cancel = buttonOf(cancel, head);
    line->addWidget(m_retry);
    line->addWidget(m_cancel);
    // The head does not change its height with the buttons in it.
    head->setMinimumHeight(m_cancel->sizeHint().height() + Theme::gap + Theme::grid);
    return head;
}

QWidget *RunPane::makeChannels()
{
    m_sorted->setSourceModel(m_channels);
    m_sorted->setSortRole(RunChannelModel::SortRole);
    m_sorted->setDynamicSortFilter(false); // rows move only when the operator sorts, or another run is shown
    m_channelStack = new QStackedWidget(this);
    m_table = new QTableView(m_channelStack);
    m_table->setObjectName(QStringLiteral("runChannels"));
    m_table->setAccessibleName(tr("Channels of the run"));
    m_table->setModel(m_sorted);
    m_table->setItemDelegate(new RunDelegate(-1, 0, m_table));
    setUpTable(m_table);
    m_table->setIconSize({16, 16});
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    const int em = fontMetrics().averageCharWidth();
    m_table->setColumnWidth(RunChannelModel::Channel, 24 * em);
    m_table->setColumnWidth(RunChannelModel::Status, 14 * em + 24);
    m_table->setColumnWidth(RunChannelModel::Added, 12 * em);
    m_table->setColumnWidth(RunChannelModel::Updated, 12 * em);
    m_table->setColumnWidth(RunChannelModel::Pages, 11 * em);
    m_table->setColumnWidth(RunChannelModel::Size, 12 * em);
    m_table->setColumnWidth(RunChannelModel::Took, 11 * em);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunChannelModel::Status, Qt::AscendingOrder);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT channelRequested(index.data(RunChannelModel::ChannelRole).toLongLong());
    });
    m_noChannels = new QLabel(m_channelStack);
    m_noChannels->setObjectName(QStringLiteral("runNoChannels"));
    m_noChannels->setAlignment(Qt::AlignCenter);
    m_noChannels->setForegroundRole(QPalette::PlaceholderText);
    m_channelStack->addWidget(m_table);
    m_channelStack->addWidget(m_noChannels);
    return m_channelStack;
}

void RunPane::keepLayout(LayoutKeeper &keeper, const QSettings &settings, const QString &group)
{
    keeper.keep(m_table);
    keeper.keep(m_log->table());
    m_tabs->setCurrentIndex(settings.value(group + QStringLiteral("/runTab"), 0).toInt());
    keeper.keep(QStringLiteral("runTab"), [this] { return m_tabs->currentIndex(); });
    connect(m_tabs, &QTabWidget::currentChanged, &keeper, &LayoutKeeper::changed);
}

void RunPane::showRun(const RunRecord &run, const RunProgress &progress)
{
    const bool another = run.id != m_run.id;
    const bool ended = !another && isGoing(m_run.status) && !isGoing(run.status);
    const bool moved = !another && run != m_run;
    m_run = run;
    m_stack->setCurrentIndex(0);
    showHead(run, progress);
    m_details->showRun(run);
    m_log->showRun(run.id);
    if (another) {
        m_channels->setChannels({});
        m_again.stop();
        readChannels();
    } else if (ended) {
        readChannels();
    } else if (moved && !m_again.isActive()) {
        m_again.start();
    }
}

void RunPane::showNone(int selected)
{
    m_run = RunRecord();
    m_again.stop();
    m_log->showRun(0);
    m_hint->setText(selected > 1 ? tr("%n runs are selected.", nullptr, selected)
                                 : tr("Select a run to see its channels and log."));
    m_stack->setCurrentIndex(1);
}

void RunPane::showHead(const RunRecord &run, const RunProgress &progress)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const bool going = isGoing(run.status);
    m_icon->setIcon(texts::runIcon(run.status));
    m_title->setFullText(tr("Run %1 · %2", "number, job").arg(run.id).arg(texts::runName(run)));
    m_bar->setVisible(run.status == RunStatus::Running);
    m_bar->setRange(0, run.channelsTotal); // none counted: busy
    m_bar->setValue(run.channelsDone);
    QStringList numbers{texts::runStatus(run.status)};
    if (going && run.channelsTotal > 0) {
        numbers.append(tr("%1 of %2 channels").arg(texts::number(run.channelsDone), texts::number(run.channelsTotal)));
    }
    if (run.postsAdded > 0) {
        numbers.append(tr("%n posts added", nullptr, run.postsAdded));
    }
    if (run.channelsFailed > 0) {
        numbers.append(tr("%n channels failed", nullptr, run.channelsFailed));
    }
    if (going && progress.etaMs >= 0) {
        numbers.append(tr("%1 left", "time").arg(texts::duration(progress.etaMs)));
    }
    if (progress.historyDone >= 0 && progress.historyTotal > 0) {
        numbers.append(tr("history %1 of %2", "messages")
                           .arg(texts::number(progress.historyDone), texts::number(progress.historyTotal)));
    }
    if (going && progress.waitingUntil > now) {
        numbers.append(tr("told to wait %1").arg(texts::duration(progress.waitingUntil - now)));
    } else if (!going) {
        numbers.append(texts::runNote(run, now));
        numbers.removeAll(QString());
    }
    m_numbers->setFullText(numbers.join(QStringLiteral(" · ")));
    m_cancel->setVisible(going);
    m_retry->setVisible(!going && run.channelsFailed > 0);
}

void RunPane::readChannels()
{
    if (m_run.id == 0 || m_reading) {
        return;
    }
    m_reading = true;
    m_engine.readRunChannels(m_run.id, this, [this, run = m_run.id](const Result<QList<RunChannel>> &channels) {
        m_reading = false;
        if (run != m_run.id) {
            readChannels(); // another one was selected meanwhile
        } else if (channels) {
            showChannels(*channels);
        } else {
            m_noChannels->setText(texts::error(channels.error()) + QLatin1Char(' ') + texts::advice(channels.error()));
            m_channelStack->setCurrentWidget(m_noChannels);
        }
    });
}

void RunPane::showChannels(const QList<RunChannel> &channels)
{
    const bool first = m_channels->rowCount() == 0;
    m_channels->setChannels(channels);
    if (first || !isGoing(m_run.status)) {
        m_sorted->sort(m_sorted->sortColumn(), m_sorted->sortOrder());
    }
    m_noChannels->setText(
        isGoing(m_run.status) ? tr("No channel has been read yet.") : tr("This run read no channels."));
    m_channelStack->setCurrentWidget(channels.isEmpty() ? static_cast<QWidget *>(m_noChannels) : m_table);
}

void RunPane::reload()
{
    readChannels();
    m_log->reload();
}

void RunPane::focusTab()
{
    QWidget *inside[] = {m_table, m_log->table(), m_details};
    inside[std::clamp(m_tabs->currentIndex(), 0, 2)]->setFocus(Qt::OtherFocusReason);
}

QString RunPane::selectedText() const
{
    if (m_log->table()->hasFocus()) {
        return m_log->text();
    }
    if (m_details->hasFocus()) {
        return m_details->text();
    }
    if (!m_table->hasFocus()) {
        return {};
    }
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        lines.append(m_channels->line(m_sorted->mapToSource(row).row()));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace vestnik
