// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/log/logproxy.h"

#include "ui/log/logmodel.h"

namespace vestnik {

LogProxy::LogProxy(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void LogProxy::setLowestLevel(LogLevel level)
{
    if (level != m_lowest) {
        m_lowest = level;
        invalidateFilter();
    }
}

void LogProxy::setText(const QString &text)
{
    if (text.trimmed() != m_text) {
        m_text = text.trimmed();
        invalidateFilter();
    }
}

bool LogProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QAbstractItemModel *source = sourceModel();
    if (source->index(row, LogModel::Level, parent).data(LogModel::LevelRole).toInt() < int(m_lowest)) {
        return false;
    }
    if (m_text.isEmpty()) {
        return true;
    }
    const auto holds = [&](int column) {
        return source->index(row, column, parent).data().toString().contains(m_text, Qt::CaseInsensitive);
    };
    return holds(LogModel::Subject) || holds(LogModel::Text);
}

} // namespace vestnik
