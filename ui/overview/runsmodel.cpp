// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/runsmodel.h"

#include "ui/widgets/runtexts.h"
#include "ui/widgets/tableparts.h"
#include "ui/widgets/texts.h"

#include <QDateTime>

namespace vestnik {

RunsModel::RunsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void RunsModel::setRuns(const QList<RunRecord> &runs)
{
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

void RunsModel::take(const RunRecord &run, int limit)
{
    for (int i = 0; i < m_runs.size(); ++i) {
        if (m_runs.at(i).id == run.id) {
            m_runs[i] = run;
            Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
            return;
        }
    }
    beginInsertRows({}, 0, 0);
    m_runs.prepend(run);
    endInsertRows();
    if (m_runs.size() > limit) {
        beginRemoveRows({}, limit, int(m_runs.size()) - 1);
        m_runs.resize(limit);
        endRemoveRows();
    }
}

int RunsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunsModel::text(const RunRecord &run, int column)
{
    switch (column) {
    case Status: {
        // Why it did not run is what one asks of such a row first.
        const QString note = texts::runNote(run, QDateTime::currentMSecsSinceEpoch());
        return note.isEmpty() ? texts::runStatus(run.status)
                              : texts::runStatus(run.status) + QStringLiteral(" · ") + note;
    }
    case When:
        return texts::when(run.startedAt);
    case Took:
        return run.finishedAt == 0 || texts::isOnlyNoted(run.status) ? QString()
                                                                     : texts::duration(run.finishedAt - run.startedAt);
    case Added:
        return texts::isOnlyNoted(run.status) ? QString() : texts::number(run.postsAdded);
    case Failed:
        return texts::runFailures(run);
    default:
        return {};
    }
}

QVariant RunsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RunRecord &run = m_runs.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case Qt::DecorationRole:
        return index.column() == Status ? QVariant(texts::runIcon(run.status)) : QVariant();
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ToolTipRole: {
        if (index.column() == When) {
            return texts::exactTime(run.startedAt);
        }
        QStringList lines;
        if (!texts::isOnlyNoted(run.status) && run.channelsTotal > 0) {
            lines.append(tr("Run %1, %2: %3 of %4 channels", "number, origin, counts")
                             .arg(run.id)
                             .arg(texts::runOrigin(run.origin))
                             .arg(run.channelsDone)
                             .arg(run.channelsTotal));
        } else {
            lines.append(tr("Run %1, %2", "number, origin").arg(run.id).arg(texts::runOrigin(run.origin)));
        }
        lines.append(texts::runName(run));
        lines.append(texts::runNote(run, QDateTime::currentMSecsSinceEpoch()));
        lines.removeAll(QString());
        return lines.join(QLatin1Char('\n'));
    }
    case Qt::AccessibleTextRole:
        return cellWithHeader(index);
    case RunRole:
        return QVariant::fromValue(run);
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(section >= Took ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Status:
        return tr("Run");
    case When:
        return tr("Started");
    case Took:
        return tr("Took", "duration");
    case Added:
        return tr("Added", "posts");
    case Failed:
        return tr("Failed", "channels");
    default:
        return {};
    }
}

} // namespace vestnik
