// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tableparts.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int searchWidth = 260;
constexpr int rowPadding = 12;

} // namespace

void setUpTable(QTableView *table, int lines)
{
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setContextMenuPolicy(Qt::CustomContextMenu);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(lines * table->fontMetrics().height() + rowPadding);
    QHeaderView *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
}

QLineEdit *makeSearchField(const QString &objectName, const QString &what, const QString &tip, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(objectName);
    field->setPlaceholderText(what + QChar(0x2026));
    field->setAccessibleName(what);
    field->setToolTip(
        QStringLiteral("%1 (%2)").arg(tip, QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText)));
    field->setClearButtonEnabled(true);
    field->setFixedWidth(searchWidth);
    return field;
}

void dropSearchField(QWidget *field, const QWidget *owner)
{
    if (field != nullptr && field->parent() != owner) {
        field->deleteLater();
    }
}

void layOutList(QWidget *list, const QList<QWidget *> &filters, QLabel *count, QWidget *stack)
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Theme::group, Theme::gap, Theme::group, Theme::gap);
    line->setSpacing(Theme::gap);
    for (QWidget *filter : filters) {
        line->addWidget(filter);
    }
    line->addSpacing(Theme::gap);
    line->addWidget(count);
    line->addStretch();
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(stack, 1);
}

QWidget *makeFailedState(const QString &sentence, QAction *reload, QLabel **text, QWidget *parent)
{
    auto *state = new QWidget(parent);
    auto *reason = secondaryLabel({}, state);
    reason->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(state);
    column->addStretch();
    column->addWidget(new EmptyState(QStringLiteral("bad"), sentence, reload, state));
    column->addWidget(reason);
    column->addStretch();
    *text = reason;
    return state;
}

QString cellWithHeader(const QModelIndex &cell)
{
    return QStringLiteral("%1: %2").arg(
        cell.model()->headerData(cell.column(), Qt::Horizontal).toString(), cell.data().toString());
}

QList<int> selectedRowNumbers(const QTableView *table)
{
    QList<int> rows;
    const QModelIndexList indexes = table->selectionModel()->selectedRows();
    rows.reserve(indexes.size());
    for (const QModelIndex &index : indexes) {
        rows.append(index.row());
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

void selectAndShow(QTableView *table, const QItemSelection &rows)
{
    if (rows.isEmpty()) {
        return;
    }
    const auto first = std::min_element(rows.cbegin(), rows.cend(),
        [](const QItemSelectionRange &a, const QItemSelectionRange &b) { return a.top() < b.top(); });
    const QModelIndex at = first->topLeft();
    table->selectionModel()->setCurrentIndex(at, QItemSelectionModel::NoUpdate);
    table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    table->scrollTo(at);
}

} // namespace vestnik
