// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/run.h"

#include <QAbstractTableModel>
#include <QList>

namespace vestnik {

/// A short list of runs, newest first. GUI thread.
class RunsModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsModel)

public:
    enum Column { Status, When, Took, Added, Failed, ColumnCount };
    enum Role { RunRole = Qt::UserRole }; ///< RunRecord

    explicit RunsModel(QObject *parent = nullptr);

    void setRuns(const QList<RunRecord> &runs);
    /// Puts a run on top or changes its row; keeps at most `limit` rows.
    void take(const RunRecord &run, int limit);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const RunRecord &run, int column);

    QList<RunRecord> m_runs;
};

} // namespace vestnik
