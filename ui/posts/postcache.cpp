// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postcache.h"

#include <algorithm>

namespace vestnik {

const PostSummary *PostCache::find(PostId id) const
{
    const auto row = m_rows.constFind(id);
    if (row == m_rows.cend()) {
        return nullptr;
    }
    m_batches.constFind(row->batch)->used = ++m_looks;
    return &row->post;
}

PostSummary *PostCache::edit(PostId id)
{
    const auto row = m_rows.find(id);
    return row == m_rows.end() ? nullptr : &row->post;
}

void PostCache::insert(const QList<PostSummary> &rows)
{
    const quint64 number = ++m_lastBatch;
    Batch batch;
    batch.used = ++m_looks;
    for (const PostSummary &post : rows) {
        Row &row = m_rows[post.id];
        row.post = post;
        row.stale = false;
        if (row.batch == 0) {
            row.batch = number;
            batch.ids.append(post.id);
        }
    }
    if (!batch.ids.isEmpty()) {
        m_batches.insert(number, batch);
        while (m_rows.size() > m_maxRows && m_batches.size() > 1) {
            forgetOldest();
        }
    }
}

void PostCache::forgetOldest()
{
    const auto oldest = std::min_element(
        m_batches.cbegin(), m_batches.cend(), [](const Batch &a, const Batch &b) { return a.used < b.used; });
    for (const PostId id : oldest->ids) {
        const auto row = m_rows.constFind(id);
        if (row != m_rows.cend() && row->batch == oldest.key()) {
            m_rows.erase(row);
        }
    }
    m_batches.erase(oldest);
}

void PostCache::remove(PostId id)
{
    m_rows.remove(id); // its batch keeps the number, which then stands for nothing
}

void PostCache::clear()
{
    m_rows.clear();
    m_batches.clear();
}

void PostCache::makeStale()
{
    for (Row &row : m_rows) {
        row.stale = true;
    }
}

void PostCache::makeStale(const QList<PostId> &ids)
{
    for (const PostId id : ids) {
        if (const auto row = m_rows.find(id); row != m_rows.end()) {
            row->stale = true;
        }
    }
}

bool PostCache::needsReading(PostId id) const
{
    const auto row = m_rows.constFind(id);
    return row == m_rows.cend() || row->stale;
}

} // namespace vestnik
