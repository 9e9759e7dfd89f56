// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channel.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QStringList>

namespace vestnik {

/// What the dot of a channel says; the order is the one for sorting, troubles first.
enum class ChannelState { Failing, Waiting, Reading, New, Good, Paused };

[[nodiscard]] ChannelState channelState(const ChannelRow &row);

/// The operator's channels, one row each, in the order they came. Sorting and filtering is ChannelProxy's. GUI thread.
class ChannelModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelModel)

public:
    enum Column { State, Title, Folder, Active, Posts, LastPost, LastParsed, Status, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole, ///< ChannelId
        RawRole, ///< the value behind the text: number, ms UTC, bool, or text to collate
        NameRole, ///< username without '@'
    };

    explicit ChannelModel(QObject *parent = nullptr);

    void setRows(const QList<ChannelRow> &rows);
    /// Changes rows that are known and appends the others; only cells that differ are announced.
    void upsert(const QList<ChannelRow> &rows);
    void remove(const QList<ChannelId> &ids);
    /// "today 14:02" grows old: announces the columns with times again.
    void refreshTimes();

    [[nodiscard]] const QList<ChannelRow> &rows() const { return m_rows; }
    [[nodiscard]] const ChannelRow &at(int row) const { return m_rows.at(row); }
    /// nullptr if there is no such channel. Valid until the next change.
    [[nodiscard]] const ChannelRow *find(ChannelId id) const;
    [[nodiscard]] int rowOf(ChannelId id) const { return m_rowOfId.value(id, -1); }
    /// Names of folders in use, sorted, without the empty one.
    [[nodiscard]] QStringList folders() const;
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    [[nodiscard]] static QString stateText(ChannelState state);
    [[nodiscard]] static QString statusText(const ChannelRow &row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// A click on the box of the column Active: asks by activeToggled(), the engine's answer changes the row.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void activeToggled(vestnik::ChannelId id, bool active);

private:
    [[nodiscard]] QVariant text(const ChannelRow &row, int column) const;
    [[nodiscard]] static QVariant raw(const ChannelRow &row, int column);
    [[nodiscard]] static QString toolTip(const ChannelRow &row, int column);
    void indexRows();

    QList<ChannelRow> m_rows;
    QHash<ChannelId, int> m_rowOfId;
    bool m_loaded = false;
};

} // namespace vestnik
