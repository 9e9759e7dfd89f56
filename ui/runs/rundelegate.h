// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace vestnik {

/// Tables of runs: the bar of a running one under its numbers, and numbers that keep off the next column. GUI thread.
class RunDelegate final : public QStyledItemDelegate {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunDelegate)

public:
    /// `permilleRole`: of the model; where it is valid a bar is drawn in column `barColumn`.
    RunDelegate(int barColumn, int permilleRole, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const int m_barColumn;
    const int m_permilleRole;
};

} // namespace vestnik
