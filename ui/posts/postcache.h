// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/query.h"

#include <QHash>
#include <QList>

namespace vestnik {

/// Rows of the list that were read, in the batches in which they came. Beyond a bound the batch that was looked at
/// longest ago is forgotten. A value, any thread.
class PostCache final {
public:
    explicit PostCache(int maxRows)
        : m_maxRows(maxRows)
    {
    }

    /// nullptr if it is not there. Counts as a look at its batch.
    [[nodiscard]] const PostSummary *find(PostId id) const;
    /// To change a mark in place; nullptr if it is not there.
    [[nodiscard]] PostSummary *edit(PostId id);
    /// Rows that are known get the new value and stay in their batch.
    void insert(const QList<PostSummary> &rows);
    void remove(PostId id);
    void clear();
    /// What is stale is shown until it has been read again.
    void makeStale();
    void makeStale(const QList<PostId> &ids);
    /// True for what is not there, too.
    [[nodiscard]] bool needsReading(PostId id) const;
    [[nodiscard]] int size() const { return int(m_rows.size()); }
    [[nodiscard]] QList<PostId> ids() const { return m_rows.keys(); }

private:
    struct Row {
        PostSummary post;
        quint64 batch = 0;
        bool stale = false;
    };
    struct Batch {
        QList<PostId> ids;
        mutable quint64 used = 0;
    };

    void forgetOldest();

    const int m_maxRows;
    QHash<PostId, Row> m_rows;
    QHash<quint64, Batch> m_batches;
    quint64 m_lastBatch = 0;
    mutable quint64 m_looks = 0;
};

} // namespace vestnik
