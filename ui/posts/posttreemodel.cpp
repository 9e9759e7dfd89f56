// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/posttreemodel.h"

#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

namespace vestnik {
namespace {

constexpr int fixedLines = 2; ///< All, Unread
constexpr int isFolderRole = Qt::UserRole + 20;

} // namespace

QString PostScope::toText() const
{
    switch (kind) {
    case Kind::All:
        return QStringLiteral("all");
    case Kind::Unread:
        return QStringLiteral("unread");
    case Kind::Folder:
        return QLatin1String("folder:") + folder;
    case Kind::Channel:
        break;
    }
    return QLatin1String("channel:") + QString::number(channel);
}

PostScope PostScope::fromText(const QString &text)
{
    PostScope scope;
    if (text == QLatin1String("unread")) {
        scope.kind = Kind::Unread;
    } else if (text.startsWith(QLatin1String("folder:"))) {
        scope.kind = Kind::Folder;
        scope.folder = text.mid(7);
    } else if (text.startsWith(QLatin1String("channel:"))) {
        scope.kind = Kind::Channel;
        scope.channel = text.mid(8).toLongLong();
    }
    return scope;
}

PostTreeModel::PostTreeModel(QObject *parent)
    : QStandardItemModel(parent)
{
    appendRow(makeItem(tr("All posts"), QStringLiteral("posts"), PostScope()));
    PostScope unread;
    unread.kind = PostScope::Kind::Unread;
    appendRow(makeItem(tr("Unread", "posts"), QStringLiteral("unread"), unread));
}

QStandardItem *PostTreeModel::makeItem(const QString &text, const QString &icon, const PostScope &scope)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setDragEnabled(false);
    item->setDropEnabled(false);
    if (!icon.isEmpty()) {
        item->setIcon(Theme::icon(icon));
    }
    item->setData(scope.toText(), ScopeRole);
    item->setData(qint64(0), UnreadRole);
    item->setData(scope.kind == PostScope::Kind::Folder, isFolderRole);
    return item;
}

void PostTreeModel::insertSorted(QStandardItem *parent, QStandardItem *item, int from)
{
    const bool folder = item->data(isFolderRole).toBool();
    int row = from;
    while (row < parent->rowCount()) {
        const QStandardItem *other = parent->child(row);
        const bool otherFolder = other->data(isFolderRole).toBool();
        if (folder != otherFolder ? folder : item->text().localeAwareCompare(other->text()) < 0) {
            break;
        }
        ++row;
    }
    parent->insertRow(row, item);
}

QStandardItem *PostTreeModel::folderItem(const QString &folder)
{
    QStandardItem *&item = m_folders[folder];
    if (item == nullptr) {
        PostScope scope;
        scope.kind = PostScope::Kind::Folder;
        scope.folder = folder;
        item = makeItem(folder, QStringLiteral("folder"), scope);
        insertSorted(invisibleRootItem(), item, fixedLines);
    }
    return item;
}

QString PostTreeModel::titleOf(ChannelId id) const
{
    const ChannelRow row = m_rows.value(id);
    return row.title.isEmpty() ? QString(QLatin1Char('@') + row.username) : row.title;
}

void PostTreeModel::place(const ChannelRow &row)
{
    const ChannelRow before = m_rows.value(row.id);
    QStandardItem *item = m_channels.value(row.id);
    const QString title = row.title.isEmpty() ? QString(QLatin1Char('@') + row.username) : row.title;
    if (item != nullptr && (before.folder != row.folder || item->text() != title)) {
        take(row.id);
        item = nullptr;
    }
    m_rows.insert(row.id, row);
    if (item == nullptr) {
        PostScope scope;
        scope.kind = PostScope::Kind::Channel;
        scope.channel = row.id;
        item = makeItem(title, {}, scope);
        item->setToolTip(QLatin1Char('@') + row.username);
        m_channels.insert(row.id, item);
        const bool loose = row.folder.isEmpty();
        insertSorted(loose ? invisibleRootItem() : folderItem(row.folder), item, loose ? fixedLines : 0);
    }
    setUnread(item, row.unreadCount);
}

void PostTreeModel::take(ChannelId id)
{
    QStandardItem *item = m_channels.take(id);
    if (item == nullptr) {
        return;
    }
    QStandardItem *parent = item->parent();
    (parent == nullptr ? invisibleRootItem() : parent)->removeRow(item->row());
    m_rows.remove(id);
    if (parent != nullptr && parent->rowCount() == 0) {
        m_folders.remove(PostScope::fromText(parent->data(ScopeRole).toString()).folder);
        removeRow(parent->row());
    }
}

void PostTreeModel::setRows(const QList<ChannelRow> &rows)
{
    const QList<ChannelId> old = m_channels.keys();
    for (const ChannelId id : old) {
        take(id);
    }
    for (const ChannelRow &row : rows) {
        place(row);
    }
    updateCounts();
}

void PostTreeModel::upsert(const QList<ChannelRow> &rows)
{
    for (const ChannelRow &row : rows) {
        place(row);
    }
    updateCounts();
}

void PostTreeModel::remove(const QList<ChannelId> &ids)
{
    for (const ChannelId id : ids) {
        take(id);
    }
    updateCounts();
}

void PostTreeModel::setUnread(QStandardItem *item, qint64 unread)
{
    if (item->data(UnreadRole).toLongLong() == unread) {
        return;
    }
    item->setData(unread, UnreadRole);
    item->setData(unread > 0 ? tr("%1, unread: %2").arg(item->text(), texts::number(unread)) : item->text(),
        Qt::AccessibleTextRole);
}

void PostTreeModel::updateCounts()
{
    QHash<QString, qint64> folders;
    m_unread = 0;
    for (const ChannelRow &row : std::as_const(m_rows)) {
        folders[row.folder] += row.unreadCount;
        m_unread += row.unreadCount;
    }
    for (auto it = m_folders.cbegin(); it != m_folders.cend(); ++it) {
        setUnread(it.value(), folders.value(it.key()));
    }
    setUnread(item(1), m_unread);
}

PostScope PostTreeModel::scopeAt(const QModelIndex &index) const
{
    return PostScope::fromText(index.data(ScopeRole).toString());
}

QModelIndex PostTreeModel::indexOf(const PostScope &scope) const
{
    const QStandardItem *found = nullptr;
    switch (scope.kind) {
    case PostScope::Kind::All:
        found = item(0);
        break;
    case PostScope::Kind::Unread:
        found = item(1);
        break;
    case PostScope::Kind::Folder:
        found = m_folders.value(scope.folder);
        break;
    case PostScope::Kind::Channel:
        found = m_channels.value(scope.channel);
        break;
    }
    return found == nullptr ? QModelIndex() : indexFromItem(found);
}

QList<ChannelId> PostTreeModel::channelsOf(const PostScope &scope) const
{
    if (scope.kind == PostScope::Kind::Channel) {
        return {scope.channel};
    }
    QList<ChannelId> ids;
    if (scope.kind == PostScope::Kind::Folder) {
        for (const ChannelRow &row : m_rows) {
            if (row.folder == scope.folder) {
                ids.append(row.id);
            }
        }
    }
    return ids;
}

} // namespace vestnik
