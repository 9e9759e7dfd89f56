// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/storage/sizemodel.h"

#include "ui/storage/ruletexts.h"
#include "ui/widgets/texts.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>
#include <limits>

namespace vestnik {

SizeModel::SizeModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void SizeModel::setFacts(const StorageFacts &facts)
{
    qint64 all = 0;
    qint64 largest = 1;
    for (const ChannelSize &size : facts.channels) {
        all += size.bytes;
        largest = std::max(largest, size.bytes);
    }
    beginResetModel();
    m_loaded = true;
    m_rows.clear();
    for (const ChannelSize &size : facts.channels) {
        SizeRow row;
        row.channel = size.channel;
        row.username = size.username;
        row.posts = size.posts;
        row.bytes = size.bytes;
        row.share = all > 0 ? double(size.bytes) / double(all) : 0;
        row.bar = double(size.bytes) / double(largest);
        m_rows.append(row);
    }
    dress();
    endResetModel();
}

void SizeModel::dress()
{
    for (SizeRow &row : m_rows) {
        row.title = m_titles.value(row.channel);
        const auto rule = m_retention.channels.constFind(row.channel);
        row.rule = rule == m_retention.channels.cend() ? std::nullopt : std::optional(*rule);
    }
}

void SizeModel::setChannels(const QList<ChannelRow> &channels)
{
    m_titles.clear();
    for (const ChannelRow &channel : channels) {
        m_titles.insert(channel.id, channel.title);
    }
    dress();
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, Channel), index(int(m_rows.size()) - 1, Channel));
    }
}

void SizeModel::setRetention(const RetentionSettings &retention)
{
    m_retention = retention;
    dress();
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, Keep), index(int(m_rows.size()) - 1, Keep));
    }
}

int SizeModel::rowOf(ChannelId channel) const
{
    const auto row =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [channel](const SizeRow &r) { return r.channel == channel; });
    return row == m_rows.cend() ? -1 : int(row - m_rows.cbegin());
}

int SizeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid()) {
        return 0;
    }
    return m_loaded ? int(m_rows.size()) : placeholders;
}

int SizeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags SizeModel::flags(const QModelIndex &index) const
{
    return m_loaded ? QAbstractTableModel::flags(index) : Qt::NoItemFlags;
}

QString SizeModel::text(const SizeRow &row, int column) const
{
    switch (column) {
    case Channel:
        return row.name();
    case Posts:
        return texts::number(row.posts);
    case Size:
        return texts::bytes(row.bytes);
    case Share:
        return tr("%1 %", "percent").arg(QLocale().toString(row.share * 100, 'f', 1));
    default:
        return RuleTexts::brief(row.rule.value_or(m_retention.general));
    }
}

QVariant SizeModel::sortKey(const SizeRow &row, int column) const
{
    switch (column) {
    case Channel:
        return row.name();
    case Posts:
        return row.posts;
    case Size:
    case Share:
        return row.bytes;
    default:
        // Own rules first, the strictest on top; those without a limit behind them.
        if (!row.rule) {
            return std::numeric_limits<qint64>::max();
        }
        return row.rule->days > 0 ? qint64(row.rule->days)
            : row.rule->posts > 0 ? qint64(1'000'000) + row.rule->posts
                                  : qint64(1'000'000'000);
    }
}

QVariant SizeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    if (!m_loaded) {
        return role == PlaceholderRole ? QVariant(true) : QVariant();
    }
    const SizeRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Channel) {
            return row.title.isEmpty() ? tr("@%1 was taken off the list; its posts are kept.").arg(row.username)
                                       : QString(QLatin1Char('@') + row.username);
        }
        if (index.column() == Keep) {
            return QString((row.rule ? tr("Its own rule.") : tr("As the general rule.")) + QLatin1Char(' ')
                + RuleTexts::sentence(row.rule.value_or(m_retention.general)));
        }
        return index.column() == Size ? tr("%1 bytes, estimated").arg(texts::number(row.bytes)) : QString();
    case Qt::TextAlignmentRole:
        return int(
            (index.column() == Posts || index.column() == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case SortRole:
        return sortKey(row, index.column());
    case BarRole:
        return row.bar;
    case Qt::ForegroundRole:
        // What follows the general rule stands back behind what has its own.
        return index.column() == Keep && !row.rule
            ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText))
            : QVariant();
    default:
        return {};
    }
}

QVariant SizeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section == Posts || section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Channel:
        return tr("Channel");
    case Posts:
        return tr("Posts");
    case Size:
        return tr("Size");
    case Share:
        return tr("Share");
    default:
        return tr("Kept");
    }
}

SizeProxy::SizeProxy(SizeModel *model, QObject *parent)
    : WordProxy(Words::Names, parent)
    , m_model(model)
{
    setSourceModel(model);
}

bool SizeProxy::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    Q_UNUSED(sourceParent)
    if (!m_model->isLoaded()) {
        return true;
    }
    const SizeRow &row = m_model->rows().at(sourceRow);
    return holdsWords({row.title, row.username});
}

bool SizeProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return compare(left.data(SizeModel::SortRole), right.data(SizeModel::SortRole)) < 0;
}

} // namespace vestnik
