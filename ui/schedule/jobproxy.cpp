// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/jobproxy.h"

#include "ui/schedule/jobmodel.h"

namespace vestnik {

JobProxy::JobProxy(JobModel *model, QObject *parent)
    : WordProxy(Words::AsTyped, parent)
    , m_model(model)
{
    setDynamicSortFilter(false);
    setSortRole(JobModel::RawRole);
    setSourceModel(model);
}

void JobProxy::setStateFilter(StateFilter filter)
{
    if (filter != m_state) {
        m_state = filter;
        invalidateFilter();
    }
}

const JobRow &JobProxy::rowAt(int proxyRow) const
{
    return m_model->at(mapToSource(index(proxyRow, 0)).row());
}

bool JobProxy::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    Q_UNUSED(sourceParent)
    const JobRow &row = m_model->at(sourceRow);
    bool passes = true;
    switch (m_state) {
    case StateFilter::All:
        break;
    case StateFilter::On:
        passes = row.job.isArmed();
        break;
    case StateFilter::Paused:
        passes = row.job.enabled && row.job.paused;
        break;
    case StateFilter::Off:
        passes = !row.job.enabled;
        break;
    case StateFilter::Running:
        passes = !row.going.isEmpty();
        break;
    case StateFilter::Failed:
        passes = JobModel::isFailing(row);
        break;
    }
    if (!passes || !hasWords()) {
        return passes;
    }
    return holdsWords({m_model->searchText(sourceRow)});
}

bool JobProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int order = compare(left.data(JobModel::RawRole), right.data(JobModel::RawRole));
    if (order == 0) { // so that equal rows always stand in the same order
        return m_model->at(left.row()).job.id < m_model->at(right.row()).job.id;
    }
    return order < 0;
}

} // namespace vestnik
