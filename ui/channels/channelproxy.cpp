// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/channelproxy.h"

#include <QLocale>

#include "ui/channels/channelmodel.h"

#include <algorithm>

namespace vestnik {

ChannelProxy::ChannelProxy(ChannelModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setDynamicSortFilter(false);
    setSortRole(ChannelModel::RawRole);
    // The "C" locale compares code points and knows neither case nor numbers.
    const QLocale locale;
    m_collator.setLocale(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(model);
}

void ChannelProxy::setText(const QString &text)
{
    QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString &word : words) {
        if (word.startsWith(QLatin1Char('@'))) {
            word.remove(0, 1);
        }
    }
    words.removeAll(QString());
    if (words != m_words) {
        m_words = words;
        invalidateFilter();
    }
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
    return !m_words.isEmpty() || m_state != StateFilter::All || m_folder;
}

void ChannelProxy::clear()
{
    m_words.clear();
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
    return std::all_of(m_words.cbegin(), m_words.cend(), [&row](const QString &word) {
        return row.title.contains(word, Qt::CaseInsensitive) || row.username.contains(word, Qt::CaseInsensitive)
            || row.folder.contains(word, Qt::CaseInsensitive);
    });
}

bool ChannelProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(ChannelModel::RawRole);
    const QVariant b = right.data(ChannelModel::RawRole);
    int order = 0;
    if (a.userType() == QMetaType::QString) {
        order = m_collator.compare(a.toString(), b.toString());
    } else {
        order = a.toLongLong() < b.toLongLong() ? -1 : int(a.toLongLong() > b.toLongLong());
    }
    if (order == 0) { // so that equal rows always stand in the same order
        return m_model->at(left.row()).id < m_model->at(right.row()).id;
    }
    return order < 0;
}

} // namespace vestnik
