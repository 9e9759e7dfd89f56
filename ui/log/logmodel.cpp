// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/log/logmodel.h"

#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <QDateTime>

namespace vestnik {
namespace {

QIcon iconOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return Theme::icon(QStringLiteral("more"));
    case LogLevel::Info:
        return Theme::icon(QStringLiteral("info"), Theme::Role::Info);
    case LogLevel::Warning:
        return Theme::icon(QStringLiteral("warning"), Theme::Role::Warning);
    case LogLevel::Error:
        break;
    }
    return Theme::icon(QStringLiteral("bad"), Theme::Role::Bad);
}

// A log is read by the second; the day is told where it is not today.
QString timeText(qint64 at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at);
    const QString clock = time.time().toString(QStringLiteral("HH:mm:ss"));
    return time.date() == QDate::currentDate() ? clock : texts::when(at) + QLatin1Char(' ') + clock;
}

} // namespace

LogModel::LogModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void LogModel::setEntries(const QList<LogEntry> &entries)
{
    beginResetModel();
    m_entries = entries.size() > OperatorLog::capacity ? entries.last(OperatorLog::capacity) : entries;
    endResetModel();
}

void LogModel::append(const QList<LogEntry> &entries)
{
    const qint64 last = m_entries.isEmpty() ? 0 : m_entries.last().number;
    QList<LogEntry> fresh;
    for (const LogEntry &entry : entries) {
        if (entry.number > last) {
            fresh.append(entry);
        }
    }
    if (fresh.size() > OperatorLog::capacity) {
        fresh = fresh.last(OperatorLog::capacity);
    }
    if (fresh.isEmpty()) {
        return;
    }
    if (const int over = int(m_entries.size() + fresh.size()) - OperatorLog::capacity; over > 0) {
        beginRemoveRows({}, 0, over - 1);
        m_entries.remove(0, over);
        endRemoveRows();
    }
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size() + fresh.size()) - 1);
    m_entries += fresh;
    endInsertRows();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const LogEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        switch (index.column()) {
        case Level:
            return texts::logLevel(entry.level);
        case Time:
            return timeText(entry.at);
        case Subject:
            return entry.subject;
        default:
            return texts::logText(entry);
        }
    case Qt::DecorationRole:
        return index.column() == Level ? QVariant(iconOf(entry.level)) : QVariant();
    case Qt::ToolTipRole:
        return index.column() == Time ? texts::exactTime(entry.at) : texts::logLine(entry);
    case LevelRole:
        return int(entry.level);
    case EntryRole:
        return QVariant::fromValue(entry);
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Level:
        return tr("Level", "of a log line");
    case Time:
        return tr("Time");
    case Subject:
        return tr("About", "what a log line is about");
    case Text:
        return tr("What happened");
    default:
        return {};
    }
}

} // namespace vestnik
