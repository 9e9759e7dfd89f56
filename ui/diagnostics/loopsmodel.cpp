// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/diagnostics/loopsmodel.h"

#include "ui/widgets/tableparts.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <QLocale>

namespace vestnik {
namespace {

QString gapText(qint64 microseconds)
{
    return LoopsModel::tr("%1 ms", "milliseconds").arg(QLocale().toString(double(microseconds) / 1000, 'f', 1));
}

} // namespace

LoopsModel::LoopsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void LoopsModel::setLoops(const QList<LoopStats> &loops)
{
    if (loops.size() != m_loops.size()) {
        beginResetModel();
        m_loops = loops;
        endResetModel();
        return;
    }
    for (int i = 0; i < loops.size(); ++i) {
        if (loops.at(i) != m_loops.at(i)) {
            m_loops[i] = loops.at(i);
            Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
        }
    }
}

bool LoopsModel::isHealthy(const LoopStats &loop)
{
    return loop.level <= 1 && loop.highestLevel <= 1 && loop.misplaced == 0;
}

QString LoopsModel::text(const LoopStats &loop, int column)
{
    switch (column) {
    case State:
        if (loop.misplaced > 0) {
            return tr("%n objects on a wrong thread", nullptr, loop.misplaced);
        }
        return isHealthy(loop) ? tr("Good", "event loop") : tr("Nested", "event loop");
    case Name:
        return loop.name;
    case Id:
        return QStringLiteral("0x") + QString::number(loop.threadId, 16);
    case Level:
        return loop.highestLevel > loop.level ? tr("%1 (was %2)", "loop level").arg(loop.level).arg(loop.highestLevel)
                                              : QString::number(loop.level);
    case Turns:
        return texts::number(loop.turns);
    case SlowTurns:
        return texts::number(loop.slowTurns);
    case LongestGap:
        return gapText(loop.longestGapUs);
    case LastMinute:
        return gapText(loop.recentGapUs);
    default:
        return {};
    }
}

int LoopsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_loops.size());
}

int LoopsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LoopsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const LoopStats &loop = m_loops.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(loop, index.column());
    case Qt::DecorationRole:
        if (index.column() == State) {
            return isHealthy(loop) ? Theme::icon(QStringLiteral("good"), Theme::Role::Good)
                                   : Theme::icon(QStringLiteral("bad"), Theme::Role::Bad);
        }
        return {};
    case Qt::TextAlignmentRole:
        return QVariant(index.column() >= Level ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return cellWithHeader(index);
    default:
        return {};
    }
}

QVariant LoopsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(section >= Level ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case State:
        return tr("State");
    case Name:
        return tr("Loop", "event loop");
    case Id:
        return tr("Id");
    case Level:
        return tr("Level", "nesting depth");
    case Turns:
        return tr("Turns");
    case SlowTurns:
        return tr("Over 16 ms", "turns of a loop");
    case LongestGap:
        return tr("Longest gap");
    case LastMinute:
        return tr("Last minute", "gap");
    default:
        return {};
    }
}

} // namespace vestnik
