// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/job.h"

#include <QCollator>
#include <QSortFilterProxyModel>

namespace vestnik {

class JobModel;

/// Filters and sorts a JobModel. Rows whose sort value changes stay where they are until settle() or the next sort.
/// GUI thread.
class JobProxy final : public QSortFilterProxyModel {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobProxy)

public:
    enum class StateFilter { All, On, Paused, Off, Running, Failed };

    explicit JobProxy(JobModel *model, QObject *parent = nullptr);

    /// Words that must all occur in the name, the kind, the target or the trigger in words.
    void setText(const QString &text);
    void setStateFilter(StateFilter filter);
    [[nodiscard]] bool isFiltering() const { return !m_words.isEmpty() || m_state != StateFilter::All; }
    /// Puts changed rows where they belong now.
    void settle() { invalidate(); }
    [[nodiscard]] const JobRow &rowAt(int proxyRow) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    JobModel *const m_model;
    QCollator m_collator;
    QStringList m_words;
    StateFilter m_state = StateFilter::All;
};

} // namespace vestnik
