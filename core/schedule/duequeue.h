// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"

#include <QHash>

#include <set>
#include <utility>

namespace vestnik {

/// Jobs by the moment at which each is next to be looked at. A job stands in it once at most. A value.
class DueQueue final {
public:
    using Entry = std::pair<qint64, JobId>;

    /// `at`: ms UTC; 0 takes the job out.
    void set(JobId job, qint64 at)
    {
        remove(job);
        if (at != 0) {
            m_order.emplace(at, job);
            m_at.insert(job, at);
        }
    }
    void remove(JobId job)
    {
        if (const auto found = m_at.constFind(job); found != m_at.constEnd()) {
            m_order.erase(Entry(*found, job));
            m_at.erase(found);
        }
    }
    void clear()
    {
        m_order.clear();
        m_at.clear();
    }
    /// 0: nothing is to come.
    [[nodiscard]] qint64 nextAt() const { return m_order.empty() ? 0 : m_order.begin()->first; }
    [[nodiscard]] qint64 at(JobId job) const { return m_at.value(job); }
    /// Ascending.
    [[nodiscard]] const std::set<Entry> &order() const { return m_order; }

private:
    std::set<Entry> m_order;
    QHash<JobId, qint64> m_at;
};

} // namespace vestnik
