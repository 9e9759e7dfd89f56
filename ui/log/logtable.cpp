// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/log/logtable.h"

#include "ui/log/logmodel.h"
#include "ui/widgets/texts.h"

#include <QHeaderView>
#include <QScrollBar>

#include <algorithm>

namespace vestnik {

LogTable::LogTable(QWidget *parent)
    : QTableView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setIconSize({16, 16});
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void LogTable::showModel(QAbstractItemModel *model)
{
    setModel(model);
    const int letter = fontMetrics().averageCharWidth();
    setColumnWidth(LogModel::Level, letter * 14 + 28);
    setColumnWidth(LogModel::Time, letter * 22);
    setColumnWidth(LogModel::Subject, letter * 22);
}

bool LogTable::isFollowing() const
{
    const QScrollBar *bar = verticalScrollBar();
    return bar->value() == bar->maximum();
}

void LogTable::follow(const std::function<void()> &add)
{
    const bool following = isFollowing();
    add();
    if (following) {
        scrollToBottom();
    }
}

QString LogTable::line(const LogEntry &entry)
{
    return QStringList{texts::exactTime(entry.at), texts::logLevel(entry.level), entry.subject, texts::logText(entry)}
        .join(QLatin1Char('\t'));
}

QString LogTable::selectedText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        lines.append(line(row.data(LogModel::EntryRole).value<LogEntry>()));
    }
    return lines.join(QLatin1Char('\n'));
}

QString LogTable::allText() const
{
    QStringList lines;
    for (int row = 0; row < model()->rowCount(); ++row) {
        lines.append(line(model()->index(row, 0).data(LogModel::EntryRole).value<LogEntry>()));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace vestnik
