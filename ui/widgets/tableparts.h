// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
/// What stands in place of a table that could not be read. `text` is given the label for the reason.
[[nodiscard]] QWidget *makeFailedState(const QString &sentence, QAction *reload, QLabel **text, QWidget *parent);

} // namespace vestnik
