// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/channel.h"
#include "core/model/query.h"

#include <QHash>
#include <QStandardItemModel>

#include <optional>

namespace vestnik {

/// What a line of the tree stands for.
struct PostScope {
    enum class Kind { All, Unread, Starred, Deleted, Search, Tag, Folder, Channel, Group };
    Kind kind = Kind::All;
    QString folder; ///< Folder
    ChannelId channel = 0; ///< Channel
    qint64 search = 0; ///< Search: id of a saved one
    QString tag; ///< Tag: its name; Group: "searches" or "tags"

    [[nodiscard]] bool operator==(const PostScope &) const = default;
    /// For saved state: "all", "unread", "starred", "deleted", "search:<id>", "tag:<name>", "folder:<name>",
    /// "channel:<id>".
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static PostScope fromText(const QString &text);
};

/// All, Unread, Starred, Deleted (while there are any), saved searches and tags with the number of their posts; then
/// folders with their channels and channels without a folder with the number of unread ones. Lines keep their identity
/// while numbers and names change. GUI thread.
class PostTreeModel final : public QStandardItemModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostTreeModel)

public:
    enum Role { UnreadRole = Qt::UserRole, ScopeRole, CountRole }; ///< qint64; text of a PostScope; text of a number

    explicit PostTreeModel(QObject *parent = nullptr);

    void setRows(const QList<ChannelRow> &rows);
    void upsert(const QList<ChannelRow> &rows);
    void remove(const QList<ChannelId> &ids);

    void setSearches(const QList<SavedSearch> &searches);
    /// Those of searches that are not named keep theirs.
    void setSearchCounts(const QList<SavedSearchCount> &counts);
    void setTags(const QList<TagRow> &tags);
    void setHasDeleted(bool hasDeleted);
    /// Nothing changes but by the engine: asks for another name instead.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

    [[nodiscard]] std::optional<SavedSearch> searchOf(const PostScope &scope) const;
    [[nodiscard]] std::optional<TagRow> tagOf(const PostScope &scope) const;
    [[nodiscard]] const QList<SavedSearch> &searches() const { return m_searches; }
    [[nodiscard]] const QList<TagRow> &tags() const { return m_tags; }
    /// The filter of a line, in the query language; empty for All, Unread, folders and channels.
    [[nodiscard]] QString textOf(const PostScope &scope) const;
    [[nodiscard]] QStringList channelNames() const;
    [[nodiscard]] QStringList folderNames() const { return m_folders.keys(); }
    [[nodiscard]] PostScope scopeAt(const QModelIndex &index) const;
    /// Invalid if there is no such line.
    [[nodiscard]] QModelIndex indexOf(const PostScope &scope) const;
    [[nodiscard]] bool hasChannels() const { return !m_rows.isEmpty(); }
    [[nodiscard]] qint64 unreadTotal() const { return m_unread; }
    /// Channels that a scope covers; empty for All and Unread.
    [[nodiscard]] QList<ChannelId> channelsOf(const PostScope &scope) const;
    [[nodiscard]] QString folderOf(ChannelId id) const { return m_rows.value(id).folder; }
    [[nodiscard]] QString titleOf(ChannelId id) const;
    /// By username, in any case; 0 if it is not in the list.
    [[nodiscard]] ChannelId channelNamed(const QString &username) const;

Q_SIGNALS:
    void renameRequested(const vestnik::PostScope &scope, const QString &name);

private:
    [[nodiscard]] QStandardItem *group(const QString &name, bool wanted);
    void fillGroup(const QString &name, const QList<std::pair<PostScope, QString>> &lines, const QString &icon);
    [[nodiscard]] int headLines() const;
    void showSearchCounts();
    static void setCount(QStandardItem *item, const QString &count);
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
    QList<SavedSearch> m_searches;
    QHash<qint64, SavedSearchCount> m_counts; ///< may come before the searches
    QList<TagRow> m_tags;
    qint64 m_unread = 0;
};

} // namespace vestnik
