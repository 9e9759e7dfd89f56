// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runchannelmodel.h"

#include "ui/widgets/runtexts.h"
#include "ui/widgets/tableparts.h"
#include "ui/widgets/texts.h"

#include <QHash>
#include <QLocale>

namespace vestnik {
namespace {

int rank(RunChannelStatus status)
{
    switch (status) {
    case RunChannelStatus::Failed:
        return 0;
    case RunChannelStatus::Running:
        return 1;
    case RunChannelStatus::Stopped:
        return 2;
    case RunChannelStatus::Queued:
        return 3;
    case RunChannelStatus::Ok:
        break;
    }
    return 4;
}

bool wasRead(const RunChannel &channel)
{
    return channel.startedAt > 0;
}

qint64 tookOf(const RunChannel &channel)
{
    return wasRead(channel) && channel.finishedAt > 0 ? channel.finishedAt - channel.startedAt : -1;
}

// Most channels take less than a second.
QString shortTime(qint64 ms)
{
    if (ms < 0) {
        return {};
    }
    return ms < 10'000
        ? RunChannelModel::tr("%1 s", "seconds with a decimal").arg(QLocale().toString(ms / 1000.0, 'f', 1))
        : texts::duration(ms);
}

} // namespace

RunChannelModel::RunChannelModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RunChannelModel::setChannels(const QList<RunChannel> &channels)
{
    QHash<ChannelId, const RunChannel *> fresh;
    for (const RunChannel &channel : channels) {
        fresh.insert(channel.channelId, &channel);
    }
    bool same = !m_channels.isEmpty() && fresh.size() == channels.size() && channels.size() == m_channels.size()
        && channels.first().runId == m_channels.first().runId;
    for (const RunChannel &known : std::as_const(m_channels)) {
        same = same && fresh.contains(known.channelId);
    }
    if (!same) {
        beginResetModel();
        m_channels = channels;
        endResetModel();
        return;
    }
    for (int row = 0; row < m_channels.size(); ++row) {
        const RunChannel &now = *fresh.value(m_channels.at(row).channelId);
        if (m_channels.at(row) != now) {
            m_channels[row] = now;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
}

int RunChannelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_channels.size());
}

int RunChannelModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunChannelModel::text(const RunChannel &channel, int column)
{
    const auto count = [&](qint64 value) { return wasRead(channel) ? texts::number(value) : QString(); };
    switch (column) {
    case Channel:
        return QLatin1Char('@') + channel.username;
    case Status:
        return texts::runChannelStatus(channel.status);
    case Added:
        return count(channel.postsAdded);
    case Updated:
        return count(channel.postsUpdated);
    case Pages:
        return count(channel.pages);
    case Size:
        return channel.bytes == 0 ? QString() : texts::bytes(channel.bytes);
    case Took:
        return shortTime(tookOf(channel));
    case Problem:
        if (channel.error.code == ErrorCode::None) {
            return {};
        }
        return QString(texts::error(channel.error) + QLatin1Char(' ') + texts::advice(channel.error)).trimmed();
    default:
        return {};
    }
}

QVariant RunChannelModel::sortKey(const RunChannel &channel, int column)
{
    switch (column) {
    case Channel:
        return channel.username.toLower();
    case Status:
        return rank(channel.status);
    case Added:
        return channel.postsAdded;
    case Updated:
        return channel.postsUpdated;
    case Pages:
        return channel.pages;
    case Size:
        return channel.bytes;
    case Took:
        return tookOf(channel);
    default:
        return text(channel, column);
    }
}

QVariant RunChannelModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RunChannel &channel = m_channels.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(channel, index.column());
    case Qt::DecorationRole:
        return index.column() == Status ? QVariant(texts::runChannelIcon(channel.status)) : QVariant();
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ToolTipRole: {
        if (index.column() != Problem || channel.error.code == ErrorCode::None) {
            return {};
        }
        const QString said = text(channel, Problem);
        return channel.error.detail.isEmpty() ? said : said + QLatin1Char('\n') + channel.error.detail;
    }
    case Qt::AccessibleTextRole:
        return cellWithHeader(index);
    case SortRole:
        return sortKey(channel, index.column());
    case ChannelRole:
        return channel.channelId;
    default:
        return {};
    }
}

QVariant RunChannelModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool number = section >= Added && section <= Took;
        return QVariant((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Channel:
        return tr("Channel");
    case Status:
        return tr("Status");
    case Added:
        return tr("Added", "posts");
    case Updated:
        return tr("Updated", "posts");
    case Pages:
        return tr("Pages");
    case Size:
        return tr("Size");
    case Took:
        return tr("Took", "duration");
    case Problem:
        return tr("Problem");
    default:
        return {};
    }
}

QString RunChannelModel::line(int row) const
{
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column) {
        cells.append(text(m_channels.at(row), column));
    }
    return cells.join(QLatin1Char('\t'));
}

} // namespace vestnik
