// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channel.h"
#include "core/model/task.h"
#include "ui/widgets/wordproxy.h"

#include <QAbstractTableModel>

namespace vestnik {

/// One channel in the table of sizes.
struct SizeRow {
    ChannelId channel = 0;
    QString username;
    QString title; ///< empty: taken off the list, its posts are kept
    qint64 posts = 0;
    qint64 bytes = 0;
    double share = 0; ///< of all channels together, 0..1
    double bar = 0; ///< of the largest channel, 0..1
    std::optional<RetentionRule> rule; ///< its own; nullopt: as the general one

    [[nodiscard]] QString name() const { return title.isEmpty() ? QLatin1Char('@') + username : title; }
};

/// What each channel takes on the disk, and how long its posts are kept. Placeholder rows until the first setFacts().
/// GUI thread.
class SizeModel final : public QAbstractTableModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SizeModel)

public:
    enum Column { Channel, Posts, Size, Share, Keep, ColumnCount };
    enum Role {
        SortRole = Qt::UserRole, ///< a number or a text
        BarRole, ///< 0..1: length of the bar
        PlaceholderRole, ///< true: not read yet
    };
    static constexpr int placeholders = 12;

    explicit SizeModel(QObject *parent = nullptr);

    void setFacts(const StorageFacts &facts);
    void setChannels(const QList<ChannelRow> &channels);
    void setRetention(const RetentionSettings &retention);
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] const QList<SizeRow> &rows() const { return m_rows; }
    [[nodiscard]] int rowOf(ChannelId channel) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QString text(const SizeRow &row, int column) const;
    [[nodiscard]] QVariant sortKey(const SizeRow &row, int column) const;
    void dress();

    QList<SizeRow> m_rows;
    QHash<ChannelId, QString> m_titles;
    RetentionSettings m_retention;
    bool m_loaded = false;
};

/// Sorts numbers as numbers and filters by words of title and name.
class SizeProxy final : public WordProxy {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SizeProxy)

public:
    explicit SizeProxy(SizeModel *model, QObject *parent = nullptr);

    [[nodiscard]] bool isFiltering() const { return hasWords(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    SizeModel *const m_model;
};

} // namespace vestnik
