// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postmodel.h"

#include "ui/widgets/texts.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr int firstPlaceholders = 8; ///< rows that stand for the first page until it comes

} // namespace

PostModel::PostModel(EngineFacade &engine, QObject *parent)
    : QAbstractTableModel(parent)
    , m_engine(engine)
{
}

void PostModel::setQuery(const PostQuery &query)
{
    ++m_generation;
    m_query = query;
    m_query.before = 0;
    m_query.after = 0;
    m_query.limit = pageSize;
    m_hasMore = false;
    m_loaded = false;
    m_failed = false;
    m_readingNews = false;
    beginResetModel();
    m_posts.clear();
    m_ids.clear();
    m_placeholders = firstPlaceholders;
    endResetModel();
    request();
}

void PostModel::request()
{
    m_reading = true;
    PostQuery query = m_query;
    query.before = m_posts.isEmpty() ? 0 : m_posts.last().id;
    m_engine.readPosts(
        query, this, [this, generation = m_generation](const Result<PostPage> &result) { onPage(generation, result); });
}

void PostModel::retry()
{
    if (m_failed && !m_reading) {
        m_failed = false;
        setPlaceholders(m_posts.isEmpty() ? firstPlaceholders : 1);
        request();
    }
}

void PostModel::onPage(quint64 generation, const Result<PostPage> &result)
{
    if (generation != m_generation) {
        return;
    }
    if (!result) {
        m_reading = false;
        m_failed = true;
        setPlaceholders(0);
        Q_EMIT failed(result.error());
        return;
    }
    QList<PostSummary> fresh;
    fresh.reserve(result->posts.size());
    for (const PostSummary &post : result->posts) {
        if (!m_ids.contains(post.id)) {
            m_ids.insert(post.id);
            fresh.append(post);
        }
    }
    m_loaded = true;
    if (!fresh.isEmpty()) {
        const int first = int(m_posts.size());
        beginInsertRows({}, first, first + int(fresh.size()) - 1);
        m_posts.append(fresh);
        endInsertRows();
    }
    // Only now may a view ask for more: before, the last row was another one.
    m_reading = false;
    // A page without anything new would be asked for again without end.
    m_hasMore = result->hasMore && !fresh.isEmpty();
    setPlaceholders(m_hasMore ? 1 : 0);
    Q_EMIT pageArrived();
}

void PostModel::readNews()
{
    if (!m_loaded || m_readingNews) {
        return;
    }
    m_readingNews = true;
    m_engine.readPosts(m_query, this,
        [this, generation = m_generation](const Result<PostPage> &result) { onNews(generation, result); });
}

void PostModel::onNews(quint64 generation, const Result<PostPage> &result)
{
    if (generation != m_generation) {
        return;
    }
    m_readingNews = false;
    if (!result) {
        Q_EMIT failed(result.error());
        return;
    }
    const bool apart = result->hasMore && !m_posts.isEmpty() && isNewer(result->posts.last(), m_posts.first());
    if (m_posts.isEmpty() || apart) {
        const int count = int(result->posts.size());
        replaceAll(*result);
        Q_EMIT newsArrived(count);
        return;
    }
    Q_EMIT newsArrived(merge(result->posts));
}

void PostModel::replaceAll(const PostPage &page)
{
    beginResetModel();
    m_posts = page.posts;
    m_ids.clear();
    for (const PostSummary &post : std::as_const(m_posts)) {
        m_ids.insert(post.id);
    }
    m_hasMore = page.hasMore;
    m_placeholders = m_hasMore ? 1 : 0;
    endResetModel();
    ++m_generation; // a page that was asked for continues the rows that were thrown away
    m_reading = false;
}

int PostModel::merge(const QList<PostSummary> &page)
{
    int inserted = 0;
    int row = 0;
    qsizetype i = 0;
    while (i < page.size()) {
        const PostSummary &post = page.at(i);
        while (row < m_posts.size() && m_posts.at(row).id != post.id && isNewer(m_posts.at(row), post)) {
            ++row;
        }
        if (row < m_posts.size() && m_posts.at(row).id == post.id) {
            if (!(m_posts.at(row) == post)) {
                m_posts[row] = post;
                changed(row, row);
            }
            ++row;
            ++i;
            continue;
        }
        if (m_ids.contains(post.id)) {
            ++i;
            continue;
        }
        QList<PostSummary> block;
        while (i < page.size() && !m_ids.contains(page.at(i).id)
            && (row >= m_posts.size() || isNewer(page.at(i), m_posts.at(row)))) {
            m_ids.insert(page.at(i).id);
            block.append(page.at(i));
            ++i;
        }
        if (block.isEmpty()) { // a page that is not in order
            ++i;
            continue;
        }
        beginInsertRows({}, row, row + int(block.size()) - 1);
        for (qsizetype k = 0; k < block.size(); ++k) {
            m_posts.insert(row + k, block.at(k));
        }
        endInsertRows();
        row += int(block.size());
        inserted += int(block.size());
    }
    return inserted;
}

bool PostModel::isNewer(const PostSummary &a, const PostSummary &b)
{
    return a.postedAt != b.postedAt ? a.postedAt > b.postedAt : a.id > b.id;
}

void PostModel::setPlaceholders(int count)
{
    const int first = int(m_posts.size());
    if (count < m_placeholders) {
        beginRemoveRows({}, first + count, first + m_placeholders - 1);
        m_placeholders = count;
        endRemoveRows();
    } else if (count > m_placeholders) {
        beginInsertRows({}, first + m_placeholders, first + count - 1);
        m_placeholders = count;
        endInsertRows();
    }
}

void PostModel::changed(int firstRow, int lastRow)
{
    Q_EMIT dataChanged(index(firstRow, 0), index(lastRow, 0));
}

void PostModel::setRead(const QList<PostId> &ids, bool read)
{
    for (const PostId id : ids) {
        const int row = rowOf(id);
        if (row >= 0 && m_posts.at(row).unread == read) {
            m_posts[row].unread = !read;
            changed(row, row);
        }
    }
}

void PostModel::setChannelsRead(const QSet<ChannelId> &channels)
{
    bool any = false;
    for (PostSummary &post : m_posts) {
        if (post.unread && (channels.isEmpty() || channels.contains(post.channelId))) {
            post.unread = false;
            any = true;
        }
    }
    if (any) {
        changed(0, int(m_posts.size()) - 1);
    }
}

void PostModel::refreshTimes()
{
    if (!m_posts.isEmpty()) {
        changed(0, int(m_posts.size()) - 1);
    }
}

const PostSummary *PostModel::at(int row) const
{
    return row >= 0 && row < m_posts.size() ? &m_posts.at(row) : nullptr;
}

int PostModel::rowOf(PostId id) const
{
    if (!m_ids.contains(id)) {
        return -1;
    }
    const auto it =
        std::find_if(m_posts.cbegin(), m_posts.cend(), [id](const PostSummary &post) { return post.id == id; });
    return it == m_posts.cend() ? -1 : int(it - m_posts.cbegin());
}

int PostModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_posts.size()) + m_placeholders;
}

int PostModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant PostModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const PostSummary *post = at(index.row());
    switch (role) {
    case IdRole:
        return post == nullptr ? PostId(0) : post->id;
    case Qt::DisplayRole:
        if (post == nullptr) {
            return tr("Loading…");
        }
        return post->excerpt.isEmpty() ? texts::postKind(post->kind) : post->excerpt;
    case Qt::AccessibleTextRole:
        if (post == nullptr) {
            return tr("Loading…");
        }
        return QStringList({post->channelTitle, texts::when(post->postedAt), post->unread ? tr("unread") : QString(),
                               post->excerpt.isEmpty() ? texts::postKind(post->kind) : post->excerpt})
            .join(QLatin1String(", "));
    case Qt::ToolTipRole:
        return post == nullptr ? QVariant() : QVariant(texts::exactTime(post->postedAt));
    default:
        return {};
    }
}

Qt::ItemFlags PostModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    if (at(index.row()) == nullptr) {
        return Qt::ItemNeverHasChildren;
    }
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

bool PostModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_reading && !m_failed;
}

void PostModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        request();
    }
}

} // namespace vestnik
