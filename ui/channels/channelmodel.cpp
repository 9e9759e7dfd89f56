// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/channelmodel.h"

#include <QSet>

#include "ui/widgets/texts.h"

#include <algorithm>

namespace vestnik {

namespace {

/// From how many changed rows on one signal for all of them is cheaper than one each.
constexpr int manyRows = 64;

} // namespace

ChannelState channelState(const ChannelRow &row)
{
    if (row.parsing) {
        return ChannelState::Reading;
    }
    if (!row.active) {
        return ChannelState::Paused;
    }
    switch (row.health) {
    case ChannelHealth::Failing:
        return ChannelState::Failing;
    case ChannelHealth::Waiting:
        return ChannelState::Waiting;
    case ChannelHealth::Good:
        return ChannelState::Good;
    case ChannelHealth::New:
        break;
    }
    return ChannelState::New;
}

ChannelModel::ChannelModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void ChannelModel::setRows(const QList<ChannelRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_loaded = true;
    indexRows();
    endResetModel();
}

void ChannelModel::upsert(const QList<ChannelRow> &rows)
{
    QList<ChannelRow> fresh;
    QSet<ChannelId> freshIds;
    QList<std::pair<int, std::pair<int, int>>> changed; // row, first and last column
    for (const ChannelRow &row : rows) {
        const int at = rowOf(row.id);
        if (at < 0) {
            if (!freshIds.contains(row.id)) {
                freshIds.insert(row.id);
                fresh.append(row);
            }
            continue;
        }
        if (m_rows.at(at) == row) {
            continue;
        }
        int first = ColumnCount;
        int last = -1;
        for (int column = 0; column < ColumnCount; ++column) {
            if (raw(m_rows.at(at), column) != raw(row, column)) {
                first = std::min(first, column);
                last = column;
            }
        }
        m_rows[at] = row;
        // Details that no cell shows (a description) still concern those who look at the row.
        changed.append({at, {last < 0 ? int(Status) : first, last < 0 ? int(Status) : last}});
    }
    if (changed.size() > manyRows) {
        const auto [low, high] = std::minmax_element(changed.cbegin(), changed.cend());
        Q_EMIT dataChanged(index(low->first, 0), index(high->first, ColumnCount - 1));
    } else {
        for (const auto &[row, columns] : std::as_const(changed)) {
            Q_EMIT dataChanged(index(row, columns.first), index(row, columns.second));
        }
    }
    if (!fresh.isEmpty()) {
        const int at = int(m_rows.size());
        beginInsertRows({}, at, at + int(fresh.size()) - 1);
        for (const ChannelRow &row : std::as_const(fresh)) {
            m_rowOfId.insert(row.id, int(m_rows.size()));
            m_rows.append(row);
        }
        endInsertRows();
    }
}

void ChannelModel::remove(const QList<ChannelId> &ids)
{
    QList<int> gone;
    for (const ChannelId id : ids) {
        const int row = rowOf(id);
        if (row >= 0 && !gone.contains(row)) {
            gone.append(row);
        }
    }
    std::sort(gone.begin(), gone.end(), std::greater<>());
    qsizetype i = 0;
    while (i < gone.size()) {
        const int last = gone.at(i);
        int first = last;
        while (i + 1 < gone.size() && gone.at(i + 1) == first - 1) {
            --first;
            ++i;
        }
        ++i;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        indexRows();
        endRemoveRows();
    }
}

void ChannelModel::refreshTimes()
{
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, LastPost), index(int(m_rows.size()) - 1, Status), {Qt::DisplayRole});
    }
}

const ChannelRow *ChannelModel::find(ChannelId id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_rows.at(row);
}

QStringList ChannelModel::folders() const
{
    QSet<QString> names;
    for (const ChannelRow &row : m_rows) {
        if (!row.folder.isEmpty()) {
            names.insert(row.folder);
        }
    }
    QStringList list(names.cbegin(), names.cend());
    std::sort(list.begin(), list.end(), [](const QString &a, const QString &b) { return a.localeAwareCompare(b) < 0; });
    return list;
}

QString ChannelModel::stateText(ChannelState state)
{
    switch (state) {
    case ChannelState::Failing:
        return tr("Failing", "channel");
    case ChannelState::Waiting:
        return tr("Waiting", "channel");
    case ChannelState::Reading:
        return tr("Reading now", "channel");
    case ChannelState::New:
        return tr("Never parsed", "channel");
    case ChannelState::Good:
        return tr("Good", "channel");
    case ChannelState::Paused:
        break;
    }
    return tr("Paused", "channel");
}

QString ChannelModel::statusText(const ChannelRow &row)
{
    QString text = texts::channelHealth(row);
    if (row.historyPending) {
        text = tr("%1 · older history pending").arg(text);
    }
    return text;
}

int ChannelModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChannelModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ChannelModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ChannelRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::AccessibleTextRole:
        if (index.column() == State) {
            return stateText(channelState(row));
        }
        if (index.column() == Active) {
            return row.active ? tr("Active", "channel") : tr("Paused", "channel");
        }
        return text(row, index.column());
    case Qt::CheckStateRole:
        return index.column() == Active ? QVariant(row.active ? Qt::Checked : Qt::Unchecked) : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == Posts ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case IdRole:
        return row.id;
    case RawRole:
        return raw(row, index.column());
    case NameRole:
        return row.username;
    default:
        return {};
    }
}

QVariant ChannelModel::text(const ChannelRow &row, int column) const
{
    switch (column) {
    case Title:
        return row.title.isEmpty() ? QString(QLatin1Char('@') + row.username) : row.title;
    case Folder:
        return row.folder;
    case Posts:
        return texts::number(row.postCount);
    case LastPost:
        return row.lastPostAt == 0 ? QString() : texts::when(row.lastPostAt);
    case LastParsed:
        return texts::when(row.lastParsedAt);
    case Status:
        return statusText(row);
    default:
        return {};
    }
}

QVariant ChannelModel::raw(const ChannelRow &row, int column)
{
    switch (column) {
    case State:
        return int(channelState(row));
    case Title:
        return row.title.isEmpty() ? row.username : row.title + QLatin1Char(' ') + row.username;
    case Folder:
        return row.folder;
    case Active:
        return row.active;
    case Posts:
        return row.postCount;
    case LastPost:
        return row.lastPostAt;
    case LastParsed:
        return row.lastParsedAt;
    case Status:
        return statusText(row);
    default:
        return {};
    }
}

QString ChannelModel::toolTip(const ChannelRow &row, int column)
{
    switch (column) {
    case State:
        return stateText(channelState(row));
    case Title:
        return row.description.isEmpty() ? QString(QLatin1Char('@') + row.username) : row.description.toHtmlEscaped();
    case Active:
        return row.active ? tr("Active: it is parsed with the others") : tr("Paused: it is left out until activated");
    case LastPost:
        return row.lastPostAt == 0 ? QString() : texts::exactTime(row.lastPostAt);
    case LastParsed:
        return row.lastParsedAt == 0 ? QString() : texts::exactTime(row.lastParsedAt);
    case Status:
        if (row.error.code != ErrorCode::None) {
            return QStringLiteral("<p>%1</p><p>%2</p>")
                .arg(texts::error(row.error).toHtmlEscaped(), texts::advice(row.error).toHtmlEscaped());
        }
        return statusText(row);
    default:
        return {};
    }
}

QVariant ChannelModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return section == Posts ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        return section == State ? tr("State") : headerData(section, orientation, Qt::DisplayRole);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Title:
        return tr("Channel", "column");
    case Folder:
        return tr("Folder", "column");
    case Active:
        return tr("Active", "column");
    case Posts:
        return tr("Posts", "column");
    case LastPost:
        return tr("Last post", "column");
    case LastParsed:
        return tr("Last parsed", "column");
    case Status:
        return tr("Status", "column");
    default:
        return {};
    }
}

Qt::ItemFlags ChannelModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (index.column() == Active) {
        flags |= Qt::ItemIsUserCheckable;
    }
    return flags;
}

bool ChannelModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || index.column() != Active || role != Qt::CheckStateRole) {
        return false;
    }
    Q_EMIT activeToggled(m_rows.at(index.row()).id, value.toInt() == Qt::Checked);
    return true;
}

void ChannelModel::indexRows()
{
    m_rowOfId.clear();
    m_rowOfId.reserve(m_rows.size());
    for (int row = 0; row < m_rows.size(); ++row) {
        m_rowOfId.insert(m_rows.at(row).id, row);
    }
}

} // namespace vestnik
