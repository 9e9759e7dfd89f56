// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operatorlog.h"

#include <QAbstractTableModel>
#include <QList>

namespace vestnik {

/// The operator's log as rows, oldest first, at most OperatorLog::capacity of them. GUI thread.
class LogModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogModel)

public:
    enum Column { Level, Time, Subject, Text, ColumnCount };
    enum Role {
        LevelRole = Qt::UserRole, ///< int(LogLevel)
        EntryRole, ///< LogEntry
    };

    explicit LogModel(QObject *parent = nullptr);

    void setEntries(const QList<LogEntry> &entries);
    /// Appends; entries whose number is not above the last one are left out (they were read already).
    void append(const QList<LogEntry> &entries);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<LogEntry> m_entries;
};

} // namespace vestnik
