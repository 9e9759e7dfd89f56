// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tableparts.h"

#include "ui/widgets/controls.h"

#include <QHeaderView>
#include <QKeySequence>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

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

} // namespace vestnik
