// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QItemSelection>
#include <QList>
#include <QModelIndex>
#include <QSortFilterProxyModel>
#include <QString>

class QAction;
class QLabel;
class QLineEdit;
class QTableView;
class QWidget;

namespace vestnik {

// What the tables of all pages have in common. GUI thread; all are owned by their parent.

/// Rows are selected as a whole, several at once; no grid, no wrapping, scrolling by pixels; rows of `lines` lines of
/// text. The columns and their sorting are the caller's.
void setUpTable(QTableView *table, int lines = 1);
/// The field at the right of the page header. `what` is its placeholder without "…" and its name for screen readers;
/// the key of searching is added to `tip`.
[[nodiscard]] QLineEdit *makeSearchField(
    const QString &objectName, const QString &what, const QString &tip, QWidget *parent);
/// For the destructor of `owner`: the field goes with it although the page header may still hold it. May be nullptr.
void dropSearchField(QWidget *field, const QWidget *owner);
/// `filters` and `count` in a line, `stack` below it.
void layOutList(QWidget *list, const QList<QWidget *> &filters, QLabel *count, QWidget *stack);
/// What stands in place of a table that could not be read. `text` is given the label for the reason.
[[nodiscard]] QWidget *makeFailedState(const QString &sentence, QAction *reload, QLabel **text, QWidget *parent);

/// What a screen reader says of a cell of a model: its header and its text.
[[nodiscard]] QString cellWithHeader(const QModelIndex &cell);
/// The rows of the view that are selected, from above.
[[nodiscard]] QList<int> selectedRowNumbers(const QTableView *table);
/// The rows of `model` with these ids, as `proxy` shows them; those that are gone or filtered out are left out.
template<typename Model>
[[nodiscard]] QItemSelection rowsOf(const Model &model, const QSortFilterProxyModel &proxy, const QList<qint64> &ids)
{
    QItemSelection selection;
    for (const qint64 id : ids) {
        const int row = model.rowOf(id);
        const QModelIndex at = row < 0 ? QModelIndex() : proxy.mapFromSource(model.index(row, 0));
        if (at.isValid()) {
            selection.select(at, at);
        }
    }
    return selection;
}
/// Selects these rows instead of others, makes the first one current and shows it. Does nothing when there are none.
void selectAndShow(QTableView *table, const QItemSelection &rows);

} // namespace vestnik
