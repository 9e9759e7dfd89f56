// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows of the list: reading them in blocks, and their marks.

#include "ui/posts/postmodel.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr int nearRows = 2 * PostModel::blockRows; ///< what is nearer to the place is still of use
constexpr int maxAsked = 4; ///< blocks that wait; who jumps about wants the last ones only
constexpr int maxRemovals = 8; ///< ranges that vanish one by one; beyond, the list is set anew

} // namespace

const PostSummary *PostModel::wanted(int row) const
{
    const PostId id = idAt(row);
    if (id == 0) {
        return nullptr;
    }
    if (m_cache.needsReading(id)) {
        ask(id);
    }
    return m_cache.find(id);
}

void PostModel::ask(PostId id) const
{
    auto *self = const_cast<PostModel *>(this);
    m_lastAsked = id;
    // One post stands for its block: rows may move until its turn comes.
    if (!m_asked.isEmpty() && std::abs(rowOf(m_asked.last()) - rowOf(id)) < blockRows / 2
        && rowOf(m_asked.last()) / blockRows == rowOf(id) / blockRows) {
        m_asked.last() = id;
    } else {
        m_asked.append(id);
        if (m_asked.size() > maxAsked) {
            m_asked.removeFirst();
        }
    }
    if (!m_askQueued) {
        m_askQueued = true;
        QMetaObject::invokeMethod(
            self,
            [self] {
                self->m_askQueued = false;
                self->readBlocks();
            },
            Qt::QueuedConnection);
    }
}

void PostModel::readBlocks()
{
    const int place = rowOf(m_lastAsked);
    if (place >= 0 && !m_pause.isActive()) {
        cancelFarBlocks(place);
    }
    while (!m_asked.isEmpty() && !m_pause.isActive() && m_blocks.size() < maxReads) {
        const int row = rowOf(m_asked.takeLast());
        // What was asked for elsewhere has been scrolled past.
        if (row >= 0 && (place < 0 || std::abs(row - place) <= nearRows)) {
            readBlock(row);
        }
    }
}

void PostModel::cancelFarBlocks(int row)
{
    if (m_blocks.size() < maxReads) {
        return;
    }
    for (Block &block : m_blocks) {
        const int first = rowOf(block.ids.first());
        if (!block.cancelled && (first < 0 || std::abs(first - row) > nearRows)) {
            block.cancelled = true;
            m_engine.cancelRead(block.read);
        }
    }
}

void PostModel::readBlock(int row)
{
    const int first = row / blockRows * blockRows;
    const int end = std::min(first + blockRows, int(m_ids.size()));
    Block block;
    for (int i = first; i < end; ++i) {
        const PostId id = m_ids.at(i);
        const bool underWay = std::any_of(m_blocks.cbegin(), m_blocks.cend(),
            [id](const Block &other) { return !other.cancelled && other.ids.contains(id); });
        if (!underWay && m_cache.needsReading(id)) {
            block.ids.append(id);
        }
    }
    if (block.ids.isEmpty()) {
        return;
    }
    block.number = ++m_lastBlock;
    m_blocks.append(block);
    const ReadId read = m_engine.readSummaries(block.ids, this,
        [this, number = block.number](const Result<QList<PostSummary>> &result) { onBlock(number, result); });
    m_blocks.last().read = read;
}

void PostModel::onBlock(quint64 number, const Result<QList<PostSummary>> &result)
{
    const auto block = std::find_if(
        m_blocks.cbegin(), m_blocks.cend(), [number](const Block &other) { return other.number == number; });
    if (block == m_blocks.cend()) {
        return;
    }
    const QList<PostId> asked = block->ids;
    const bool cancelled = block->cancelled;
    m_blocks.erase(block);
    if (result) {
        m_cache.insert(*result);
        rowsChanged(asked);
        removeGone(asked, *result);
    } else if (!cancelled && result.error().code != ErrorCode::Cancelled) {
        // Painting asks again at once; a store that is broken now is left alone for a while.
        m_pause.start();
        Q_EMIT failed(result.error());
    }
    readBlocks();
}

void PostModel::removeGone(const QList<PostId> &asked, const QList<PostSummary> &found)
{
    if (found.size() >= asked.size()) {
        return;
    }
    QSet<PostId> there;
    for (const PostSummary &post : found) {
        there.insert(post.id);
    }
    QList<int> rows;
    for (const PostId id : asked) {
        if (!there.contains(id)) {
            m_cache.remove(id);
            if (const int row = rowOf(id); row >= 0) {
                rows.append(row);
            }
        }
    }
    std::sort(rows.begin(), rows.end());
    QList<std::pair<int, int>> ranges; // first, last
    for (const int row : std::as_const(rows)) {
        if (!ranges.isEmpty() && ranges.last().second == row - 1) {
            ranges.last().second = row;
        } else {
            ranges.append({row, row});
        }
    }
    if (ranges.size() > maxRemovals) {
        QList<PostId> left = m_ids;
        for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
            left.remove(range->first, range->second - range->first + 1);
        }
        resetTo(left, m_placeholders);
    } else {
        for (auto range = ranges.crbegin(); range != ranges.crend(); ++range) {
            m_changing = true;
            beginRemoveRows({}, range->first, range->second);
            m_ids.remove(range->first, range->second - range->first + 1);
            endRemoveRows();
            m_changing = false;
        }
    }
    if (!ranges.isEmpty()) {
        Q_EMIT listChanged();
    }
}

void PostModel::rowsChanged(const QList<PostId> &ids)
{
    int first = -1;
    int last = -1;
    for (const PostId id : ids) {
        if (const int row = rowOf(id); row >= 0) {
            first = first < 0 ? row : std::min(first, row);
            last = std::max(last, row);
        }
    }
    if (first >= 0) {
        changed(first, last);
    }
}

void PostModel::changed(int firstRow, int lastRow)
{
    Q_EMIT dataChanged(index(firstRow, 0), index(lastRow, 0));
}

void PostModel::setRead(const QList<PostId> &ids, bool read)
{
    for (const PostId id : ids) {
        if (PostSummary *post = m_cache.edit(id); post != nullptr && post->unread == read) {
            post->unread = !read;
            rowsChanged({id});
        }
    }
}

void PostModel::setStarred(const QList<PostId> &ids, bool starred)
{
    for (const PostId id : ids) {
        if (PostSummary *post = m_cache.edit(id); post != nullptr && post->starred != starred) {
            post->starred = starred;
            rowsChanged({id});
        }
    }
}

void PostModel::setChannelsRead(const QSet<ChannelId> &channels)
{
    const QList<PostId> ids = m_cache.ids();
    for (const PostId id : ids) {
        PostSummary *post = m_cache.edit(id);
        if (channels.isEmpty() || channels.contains(post->channelId)) {
            post->unread = false;
        }
    }
    refreshTimes();
}

void PostModel::refreshRows(const QList<PostId> &ids)
{
    if (ids.isEmpty()) {
        m_cache.makeStale();
        refreshTimes();
        return;
    }
    m_cache.makeStale(ids);
    for (const PostId id : ids) {
        if (m_cache.edit(id) != nullptr) {
            rowsChanged({id});
        }
    }
}

void PostModel::refreshTimes()
{
    if (!m_ids.isEmpty()) {
        changed(0, int(m_ids.size()) - 1);
    }
}

} // namespace vestnik
