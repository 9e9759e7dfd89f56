// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/runscard.h"

#include "ui/overview/runsmodel.h"
#include "ui/widgets/controls.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>
#include <QVariant>

namespace vestnik {

RunsCard::RunsCard(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_model = new RunsModel(this);
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("runsTable"));
    m_table->setAccessibleName(tr("Last runs"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->viewport()->setAutoFillBackground(false); // the card is its ground
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setIconSize({16, 16});
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(RunsModel::Status, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    layout->addWidget(m_table, 1);
    m_empty = secondaryLabel(tr("No runs yet."), this);
    layout->addWidget(m_empty, 0, Qt::AlignTop);

    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const auto run = index.data(RunsModel::RunRole).value<RunRecord>();
        Q_EMIT pageRequested(QStringLiteral("runs"), QVariantMap{{QStringLiteral("run"), run.id}});
    });
    connect(&engine, &EngineFacade::runFinished, this, [this](const RunRecord &run) {
        m_model->take(run, shownRuns);
        showEmpty();
    });
    connect(&engine, &EngineFacade::ready, this, &RunsCard::read);
    showEmpty();
    read();
}

void RunsCard::read()
{
    m_engine.readRuns(0, shownRuns, this, [this](const Result<QList<RunRecord>> &runs) {
        if (runs) {
            m_model->setRuns(*runs);
            showEmpty();
        }
    });
}

void RunsCard::showEmpty()
{
    const bool empty = m_model->rowCount() == 0;
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
}

} // namespace vestnik
