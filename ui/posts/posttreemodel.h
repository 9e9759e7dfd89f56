// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channel.h"

#include <QHash>
#include <QStandardItemModel>

namespace vestnik {

/// What a line of the tree stands for.
struct PostScope {
    enum class Kind { All, Unread, Folder, Channel };
    Kind kind = Kind::All;
    QString folder; ///< Folder
    ChannelId channel = 0; ///< Channel

    [[nodiscard]] bool operator==(const PostScope &) const = default;
    /// For saved state: "all", "unread", "folder:<name>", "channel:<id>".
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static PostScope fromText(const QString &text);
};

/// All, Unread, folders with their channels, then channels without a folder; each with the number of unread posts.
/// Lines keep their identity while numbers and names change. GUI thread.
class PostTreeModel final : public QStandardItemModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostTreeModel)

public:
    enum Role { UnreadRole = Qt::UserRole, ScopeRole }; ///< qint64; text of a PostScope

    explicit PostTreeModel(QObject *parent = nullptr);

    void setRows(const QList<ChannelRow> &rows);
    void upsert(const QList<ChannelRow> &rows);
    void remove(const QList<ChannelId> &ids);

    [[nodiscard]] PostScope scopeAt(const QModelIndex &index) const;
    /// Invalid if there is no such line.
    [[nodiscard]] QModelIndex indexOf(const PostScope &scope) const;
    [[nodiscard]] bool hasChannels() const { return !m_rows.isEmpty(); }
    [[nodiscard]] qint64 unreadTotal() const { return m_unread; }
    /// Channels that a scope covers; empty for All and Unread.
    [[nodiscard]] QList<ChannelId> channelsOf(const PostScope &scope) const;
    [[nodiscard]] QString folderOf(ChannelId id) const { return m_rows.value(id).folder; }
    [[nodiscard]] QString titleOf(ChannelId id) const;

private:
    void place(const ChannelRow &row);
    void take(ChannelId id);
    [[nodiscard]] QStandardItem *folderItem(const QString &folder);
    [[nodiscard]] static QStandardItem *makeItem(const QString &text, const QString &icon, const PostScope &scope);
    static void insertSorted(QStandardItem *parent, QStandardItem *item, int from);
    void updateCounts();
    static void setUnread(QStandardItem *item, qint64 unread);

    QHash<ChannelId, ChannelRow> m_rows;
    QHash<ChannelId, QStandardItem *> m_channels;
    QHash<QString, QStandardItem *> m_folders;
    qint64 m_unread = 0;
};

} // namespace vestnik
