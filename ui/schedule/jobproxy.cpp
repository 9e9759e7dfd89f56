// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/jobproxy.h"

#include "ui/schedule/jobmodel.h"

#include <QLocale>

#include <algorithm>

namespace vestnik {

JobProxy::JobProxy(JobModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setDynamicSortFilter(false);
    setSortRole(JobModel::RawRole);
    // The "C" locale compares code points and knows neither case nor numbers.
    const QLocale locale;
    m_collator.setLocale(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(model);
}

void JobProxy::setText(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words != m_words) {
        m_words = words;
        invalidateFilter();
    }
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
    if (!passes || m_words.isEmpty()) {
        return passes;
    }
    const QString text = m_model->searchText(sourceRow);
    return std::all_of(m_words.cbegin(), m_words.cend(),
        [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool JobProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(JobModel::RawRole);
    const QVariant b = right.data(JobModel::RawRole);
    int order = 0;
    if (a.userType() == QMetaType::QString) {
        order = m_collator.compare(a.toString(), b.toString());
    } else {
        order = a.toLongLong() < b.toLongLong() ? -1 : int(a.toLongLong() > b.toLongLong());
    }
    if (order == 0) { // so that equal rows always stand in the same order
        return m_model->at(left.row()).job.id < m_model->at(right.row()).job.id;
    }
    return order < 0;
}

} // namespace vestnik
