// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/channelproxy.h"

#include "ui/channels/channelmodel.h"

namespace vestnik {

ChannelProxy::ChannelProxy(ChannelModel *model, QObject *parent)
    : WordProxy(Words::Names, parent)
    , m_model(model)
{
    setDynamicSortFilter(false);
    setSortRole(ChannelModel::RawRole);
    setSourceModel(model);
}

void ChannelProxy::setStateFilter(StateFilter filter)
{
    if (filter != m_state) {
        m_state = filter;
        invalidateFilter();
    }
}

void ChannelProxy::setFolder(const std::optional<QString> &folder)
{
    if (folder != m_folder) {
        m_folder = folder;
        invalidateFilter();
    }
}

bool ChannelProxy::isFiltering() const
{
    return hasWords() || m_state != StateFilter::All || m_folder;
}

void ChannelProxy::clear()
{
    clearWords();
    m_state = StateFilter::All;
    m_folder.reset();
    invalidateFilter();
}

void ChannelProxy::settle()
{
    invalidate();
}

const ChannelRow &ChannelProxy::rowAt(int proxyRow) const
{
    return m_model->at(mapToSource(index(proxyRow, 0)).row());
}

bool ChannelProxy::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    Q_UNUSED(sourceParent)
    const ChannelRow &row = m_model->at(sourceRow);
    switch (m_state) {
    case StateFilter::All:
        break;
    case StateFilter::Active:
        if (!row.active) {
            return false;
        }
        break;
    case StateFilter::Paused:
        if (row.active) {
            return false;
        }
        break;
    case StateFilter::Failing:
        if (row.health != ChannelHealth::Failing) {
            return false;
        }
        break;
    }
    if (m_folder && row.folder != *m_folder) {
        return false;
    }
    return holdsWords({row.title, row.username, row.folder});
}

bool ChannelProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int order = compare(left.data(ChannelModel::RawRole), right.data(ChannelModel::RawRole));
    if (order == 0) { // so that equal rows always stand in the same order
        return m_model->at(left.row()).id < m_model->at(right.row()).id;
    }
    return order < 0;
}

} // namespace vestnik
