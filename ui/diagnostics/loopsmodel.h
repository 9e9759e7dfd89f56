// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/loopguard.h"

#include <QAbstractTableModel>
#include <QList>

namespace vestnik {

/// The event loops as rows. GUI thread.
class LoopsModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoopsModel)

public:
    enum Column { State, Name, Id, Level, Turns, SlowTurns, LongestGap, LastMinute, ColumnCount };

    explicit LoopsModel(QObject *parent = nullptr);

    /// Rows that stay are changed in place.
    void setLoops(const QList<LoopStats> &loops);
    [[nodiscard]] const QList<LoopStats> &loops() const { return m_loops; }
    /// Level 1, now and always, and nothing on a wrong thread.
    [[nodiscard]] static bool isHealthy(const LoopStats &loop);
    [[nodiscard]] static QString text(const LoopStats &loop, int column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<LoopStats> m_loops;
};

} // namespace vestnik
