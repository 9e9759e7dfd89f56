// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/job.h"
#include "ui/widgets/wordproxy.h"

namespace vestnik {

class JobModel;

/// Filters and sorts a JobModel; the words are those of the name, the kind, the target and the trigger in words. Rows
/// whose sort value changes stay where they are until settle() or the next sort. GUI thread.
class JobProxy final : public WordProxy {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobProxy)

public:
    enum class StateFilter { All, On, Paused, Off, Running, Failed };

    explicit JobProxy(JobModel *model, QObject *parent = nullptr);

    void setStateFilter(StateFilter filter);
    [[nodiscard]] bool isFiltering() const { return hasWords() || m_state != StateFilter::All; }
    /// Puts changed rows where they belong now.
    void settle() { invalidate(); }
    [[nodiscard]] const JobRow &rowAt(int proxyRow) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    JobModel *const m_model;
    StateFilter m_state = StateFilter::All;
};

} // namespace vestnik
