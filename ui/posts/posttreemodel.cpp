// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/posttreemodel.h"

#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr int isFolderRole = Qt::UserRole + 20;

const QLatin1String searchesGroup("searches");
const QLatin1String tagsGroup("tags");

PostScope scopeOf(PostScope::Kind kind)
{
    PostScope scope;
    scope.kind = kind;
    return scope;
}

} // namespace

QString PostScope::toText() const
{
    switch (kind) {
    case Kind::All:
        return QStringLiteral("all");
    case Kind::Unread:
        return QStringLiteral("unread");
    case Kind::Starred:
        return QStringLiteral("starred");
    case Kind::Deleted:
        return QStringLiteral("deleted");
    case Kind::Search:
        return QLatin1String("search:") + QString::number(search);
    case Kind::Tag:
        return QLatin1String("tag:") + tag;
    case Kind::Group:
        return QLatin1String("group:") + tag;
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
    const auto rest = [&text] { return text.mid(text.indexOf(QLatin1Char(':')) + 1); };
    if (text == QLatin1String("unread")) {
        scope.kind = Kind::Unread;
    } else if (text == QLatin1String("starred")) {
        scope.kind = Kind::Starred;
    } else if (text == QLatin1String("deleted")) {
        scope.kind = Kind::Deleted;
    } else if (text.startsWith(QLatin1String("search:"))) {
        scope.kind = Kind::Search;
        scope.search = rest().toLongLong();
    } else if (text.startsWith(QLatin1String("tag:"))) {
        scope.kind = Kind::Tag;
        scope.tag = rest();
    } else if (text.startsWith(QLatin1String("group:"))) {
        scope.kind = Kind::Group;
        scope.tag = rest();
    } else if (text.startsWith(QLatin1String("folder:"))) {
        scope.kind = Kind::Folder;
        scope.folder = rest();
    } else if (text.startsWith(QLatin1String("channel:"))) {
        scope.kind = Kind::Channel;
        scope.channel = rest().toLongLong();
    }
    return scope;
}

PostTreeModel::PostTreeModel(QObject *parent)
    : QStandardItemModel(parent)
{
    appendRow(makeItem(tr("All posts"), QStringLiteral("posts"), PostScope()));
    appendRow(makeItem(tr("Unread", "posts"), QStringLiteral("unread"), scopeOf(PostScope::Kind::Unread)));
    appendRow(makeItem(tr("Starred", "posts"), QStringLiteral("star"), scopeOf(PostScope::Kind::Starred)));
}

int PostTreeModel::headLines() const
{
    int row = 0;
    while (row < rowCount()) {
        const PostScope::Kind kind = scopeAt(index(row, 0)).kind;
        if (kind == PostScope::Kind::Folder || kind == PostScope::Kind::Channel) {
            break;
        }
        ++row;
    }
    return row;
}

QStandardItem *PostTreeModel::group(const QString &name, bool wanted)
{
    PostScope scope = scopeOf(PostScope::Kind::Group);
    scope.tag = name;
    for (int row = 0; row < headLines(); ++row) {
        if (scopeAt(index(row, 0)) == scope) {
            return item(row);
        }
    }
    if (!wanted) {
        return nullptr;
    }
    const bool tags = name == tagsGroup;
    QStandardItem *made =
        makeItem(tags ? tr("Tags") : tr("Searches"), tags ? QStringLiteral("tag") : QStringLiteral("search"), scope);
    made->setSelectable(false);
    // Searches stand before tags.
    const bool before = !tags && group(tagsGroup, false) != nullptr;
    insertRow(headLines() - (before ? 1 : 0), made);
    return made;
}

void PostTreeModel::fillGroup(
    const QString &name, const QList<std::pair<PostScope, QString>> &lines, const QString &icon)
{
    QStandardItem *parent = group(name, !lines.isEmpty());
    if (parent == nullptr) {
        return;
    }
    for (int row = parent->rowCount() - 1; row >= 0; --row) {
        const PostScope scope = scopeAt(parent->child(row)->index());
        if (std::none_of(lines.cbegin(), lines.cend(), [&](const auto &line) { return line.first == scope; })) {
            parent->removeRow(row);
        }
    }
    for (int row = 0; row < int(lines.size()); ++row) {
        const auto &[scope, text] = lines.at(row);
        int at = row;
        while (at < parent->rowCount() && !(scopeAt(parent->child(at)->index()) == scope)) {
            ++at;
        }
        if (at == parent->rowCount()) {
            QStandardItem *made = makeItem(text, icon, scope);
            made->setEditable(true);
            parent->insertRow(row, made);
        } else if (at != row) {
            parent->insertRow(row, parent->takeRow(at));
        }
        if (parent->child(row)->text() != text) {
            parent->child(row)->setText(text);
        }
    }
    if (lines.isEmpty()) {
        removeRow(parent->row());
    }
}

void PostTreeModel::setSearches(const QList<SavedSearch> &searches)
{
    m_searches = searches;
    QList<std::pair<PostScope, QString>> lines;
    for (const SavedSearch &search : searches) {
        PostScope scope = scopeOf(PostScope::Kind::Search);
        scope.search = search.id;
        lines.append({scope, search.name});
    }
    fillGroup(searchesGroup, lines, {});
    if (QStandardItem *parent = group(searchesGroup, false)) {
        for (int row = 0; row < parent->rowCount(); ++row) {
            parent->child(row)->setToolTip(searches.at(row).text);
        }
    }
    showSearchCounts();
}

void PostTreeModel::setSearchCounts(const QList<SavedSearchCount> &counts)
{
    for (const SavedSearchCount &count : counts) {
        m_counts.insert(count.id, count);
    }
    showSearchCounts();
}

void PostTreeModel::showSearchCounts()
{
    for (const SavedSearchCount &count : std::as_const(m_counts)) {
        PostScope scope = scopeOf(PostScope::Kind::Search);
        scope.search = count.id;
        if (QStandardItem *line = itemFromIndex(indexOf(scope))) {
            setCount(line, texts::shortNumber(count.posts) + (count.more ? QStringLiteral("+") : QString()));
        }
    }
}

void PostTreeModel::setTags(const QList<TagRow> &tags)
{
    m_tags = tags;
    QList<std::pair<PostScope, QString>> lines;
    for (const TagRow &tag : tags) {
        PostScope scope = scopeOf(PostScope::Kind::Tag);
        scope.tag = tag.name;
        lines.append({scope, tag.name});
    }
    fillGroup(tagsGroup, lines, {});
    for (const TagRow &tag : tags) {
        PostScope scope = scopeOf(PostScope::Kind::Tag);
        scope.tag = tag.name;
        if (QStandardItem *line = itemFromIndex(indexOf(scope))) {
            setCount(line, tag.posts > 0 ? texts::shortNumber(tag.posts) : QString());
        }
    }
}

void PostTreeModel::setHasDeleted(bool hasDeleted)
{
    const QModelIndex there = indexOf(scopeOf(PostScope::Kind::Deleted));
    if (hasDeleted && !there.isValid()) {
        insertRow(3, makeItem(tr("Deleted", "posts"), QStringLiteral("remove"), scopeOf(PostScope::Kind::Deleted)));
    } else if (!hasDeleted && there.isValid()) {
        removeRow(there.row());
    }
}

void PostTreeModel::setCount(QStandardItem *item, const QString &count)
{
    if (item->data(CountRole).toString() != count) {
        item->setData(count, CountRole);
        item->setData(
            count.isEmpty() ? item->text() : tr("%1, posts: %2").arg(item->text(), count), Qt::AccessibleTextRole);
    }
}

bool PostTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid()) {
        return QStandardItemModel::setData(index, value, role);
    }
    const QString name = value.toString().trimmed();
    if (!name.isEmpty() && name != index.data(Qt::DisplayRole).toString()) {
        Q_EMIT renameRequested(scopeAt(index), name);
    }
    return false;
}

std::optional<SavedSearch> PostTreeModel::searchOf(const PostScope &scope) const
{
    for (const SavedSearch &search : m_searches) {
        if (scope.kind == PostScope::Kind::Search && search.id == scope.search) {
            return search;
        }
    }
    return std::nullopt;
}

std::optional<TagRow> PostTreeModel::tagOf(const PostScope &scope) const
{
    for (const TagRow &tag : m_tags) {
        if (scope.kind == PostScope::Kind::Tag && tag.name == scope.tag) {
            return tag;
        }
    }
    return std::nullopt;
}

QString PostTreeModel::textOf(const PostScope &scope) const
{
    switch (scope.kind) {
    case PostScope::Kind::Starred:
        return QStringLiteral("is:starred");
    case PostScope::Kind::Deleted:
        return QStringLiteral("is:deleted");
    case PostScope::Kind::Tag:
        return QStringLiteral("tag:\"%1\"").arg(scope.tag);
    case PostScope::Kind::Search:
        return searchOf(scope).value_or(SavedSearch()).text;
    default:
        return {};
    }
}

QStringList PostTreeModel::channelNames() const
{
    QStringList names;
    for (const ChannelRow &row : m_rows) {
        names.append(row.username);
    }
    names.sort(Qt::CaseInsensitive);
    return names;
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
        insertSorted(invisibleRootItem(), item, headLines());
    }
    return item;
}

QString PostTreeModel::titleOf(ChannelId id) const
{
    const ChannelRow row = m_rows.value(id);
    return row.title.isEmpty() ? QString(QLatin1Char('@') + row.username) : row.title;
}

ChannelId PostTreeModel::channelNamed(const QString &username) const
{
    for (const ChannelRow &row : m_rows) {
        if (!username.isEmpty() && row.username.compare(username, Qt::CaseInsensitive) == 0) {
            return row.id;
        }
    }
    return 0;
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
        insertSorted(loose ? invisibleRootItem() : folderItem(row.folder), item, loose ? headLines() : 0);
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
    setUnread(item(1), m_unread); // the line of Unread
}

PostScope PostTreeModel::scopeAt(const QModelIndex &index) const
{
    return PostScope::fromText(index.data(ScopeRole).toString());
}

QModelIndex PostTreeModel::indexOf(const PostScope &scope) const
{
    const QStandardItem *found = nullptr;
    const auto among = [&](const QStandardItem *parent) {
        for (int row = 0; parent != nullptr && found == nullptr && row < parent->rowCount(); ++row) {
            if (PostScope::fromText(parent->child(row)->data(ScopeRole).toString()) == scope) {
                found = parent->child(row);
            }
        }
    };
    switch (scope.kind) {
    case PostScope::Kind::Folder:
        found = m_folders.value(scope.folder);
        break;
    case PostScope::Kind::Channel:
        found = m_channels.value(scope.channel);
        break;
    case PostScope::Kind::Search:
    case PostScope::Kind::Tag:
        for (int row = 0; row < headLines(); ++row) {
            among(item(row));
        }
        break;
    default:
        among(invisibleRootItem());
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
