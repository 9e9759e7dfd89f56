// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/run.h"

#include <QAbstractTableModel>
#include <QList>

namespace vestnik {

/// What became of each channel of one run. Rows keep their order and identity while the same run is read again.
/// GUI thread.
class RunChannelModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunChannelModel)

public:
    enum Column { Channel, Status, Added, Updated, Pages, Size, Took, Problem, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< what compares as the column says; of Status the ones with trouble first
        ChannelRole, ///< ChannelId
    };

    explicit RunChannelModel(QObject *parent = nullptr);

    void setChannels(const QList<RunChannel> &channels);
    [[nodiscard]] const RunChannel &at(int row) const { return m_channels.at(row); }
    /// As tab-separated text, all columns.
    [[nodiscard]] QString line(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const RunChannel &channel, int column);
    [[nodiscard]] static QVariant sortKey(const RunChannel &channel, int column);

    QList<RunChannel> m_channels;
};

} // namespace vestnik
