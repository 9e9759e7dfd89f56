// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/jobmodel.h"

#include "ui/widgets/runtexts.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/triggertexts.h"

#include <QDateTime>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace vestnik {
namespace {

constexpr qsizetype manyRows = 50; ///< more changes than this are announced as one range

} // namespace

JobModel::JobModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_now(QDateTime::currentMSecsSinceEpoch())
{
}

void JobModel::setRows(const QList<JobRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    m_read.clear();
    m_words.clear();
    indexRows();
    endResetModel();
}

void JobModel::upsert(const QList<JobRow> &rows)
{
    QList<JobRow> fresh;
    QSet<JobId> freshIds;
    QList<int> changed;
    for (const JobRow &row : rows) {
        const int at = rowOf(row.job.id);
        if (at < 0) {
            if (!freshIds.contains(row.job.id)) {
                freshIds.insert(row.job.id);
                fresh.append(row);
            }
            continue;
        }
        const JobRow &known = m_rows.at(at);
        if (known == row) {
            continue;
        }
        // Fires also move with the run before, where there is no anchor.
        if (known.job != row.job || known.nextAt != row.nextAt) {
            m_read[row.job.id].stale = true;
            m_words.remove(row.job.id);
        }
        m_rows[at] = row;
        changed.append(at);
    }
    if (changed.size() > manyRows) {
        const auto [low, high] = std::minmax_element(changed.cbegin(), changed.cend());
        Q_EMIT dataChanged(index(*low, 0), index(*high, ColumnCount - 1));
    } else {
        for (const int row : std::as_const(changed)) {
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    if (!fresh.isEmpty()) {
        const int at = int(m_rows.size());
        beginInsertRows({}, at, at + int(fresh.size()) - 1);
        for (const JobRow &row : std::as_const(fresh)) {
            m_rowOfId.insert(row.job.id, int(m_rows.size()));
            m_rows.append(row);
        }
        endInsertRows();
    }
}

void JobModel::remove(const QList<JobId> &ids)
{
    QSet<int> rows;
    for (const JobId id : ids) {
        if (const int row = rowOf(id); row >= 0) {
            rows.insert(row);
            m_read.remove(id);
            m_words.remove(id);
        }
    }
    QList<int> gone(rows.cbegin(), rows.cend());
    std::sort(gone.begin(), gone.end(), std::greater<>());
    qsizetype i = 0;
    while (i < gone.size()) {
        const int last = gone.at(i);
        int first = last;
        for (++i; i < gone.size() && gone.at(i) == first - 1; ++i) {
            --first;
        }
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        indexRows();
        endRemoveRows();
    }
}

void JobModel::setNow(qint64 now)
{
    m_now = now;
    for (Read &read : m_read) {
        read.stale = true;
    }
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, State), index(int(m_rows.size()) - 1, Band), {Qt::DisplayRole, SecondRole});
    }
}

void JobModel::setChannelNames(const JobTexts::ChannelNames &names)
{
    m_names = names;
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, Name), index(int(m_rows.size()) - 1, Name), {SecondRole});
    }
}

QList<JobId> JobModel::withoutBand(const QList<JobId> &ids) const
{
    QList<JobId> missing;
    for (const JobId id : ids) {
        const auto read = m_read.constFind(id);
        if (m_rowOfId.contains(id) && (read == m_read.cend() || read->stale)) {
            missing.append(id);
        }
    }
    return missing;
}

QList<Trigger> JobModel::withoutWords(const QList<JobId> &ids) const
{
    QList<Trigger> missing;
    QSet<QString> expressions;
    for (const JobId id : ids) {
        const JobRow *row = find(id);
        if (row && row->job.trigger.kind == TriggerKind::Cron && !m_crons.contains(row->job.trigger.cron)
            && !expressions.contains(row->job.trigger.cron)) {
            expressions.insert(row->job.trigger.cron);
            missing.append(row->job.trigger);
        }
    }
    return missing;
}

void JobModel::setFires(const QList<JobId> &asked, const QList<JobFires> &fires, qint64 now)
{
    QHash<JobId, JobFires> byJob;
    for (const JobFires &one : fires) {
        byJob.insert(one.job, one);
    }
    for (const JobId id : asked) {
        const int row = rowOf(id);
        if (row < 0) {
            continue;
        }
        Read &read = m_read[id];
        read.band.from = now;
        read.band.fires = byJob.value(id);
        read.band.closed = DayBands::closedStretches(m_rows.at(row).job.trigger, now, now + DayBand::length);
        read.stale = now < m_now;
        // One by one: rows that are seen together lie far apart here.
        Q_EMIT dataChanged(index(row, Band), index(row, Band));
    }
}

void JobModel::setCron(const QString &expression, const CronFields &fields)
{
    m_crons.insert(expression, fields);
    for (int row = 0; row < m_rows.size(); ++row) {
        const Trigger &trigger = m_rows.at(row).job.trigger;
        if (trigger.kind == TriggerKind::Cron && trigger.cron == expression) {
            m_words.remove(m_rows.at(row).job.id);
            Q_EMIT dataChanged(index(row, When), index(row, When));
        }
    }
}

const JobRow *JobModel::find(JobId id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_rows.at(row);
}

DayBand JobModel::band(int row) const
{
    return m_read.value(m_rows.at(row).job.id).band;
}

bool JobModel::isFailing(const JobRow &row)
{
    return row.job.enabled && row.last && row.last->status == RunStatus::Failed;
}

QString JobModel::words(const JobRow &row) const
{
    QString &words = m_words[row.job.id];
    if (words.isEmpty()) {
        const Trigger &trigger = row.job.trigger;
        const CronFields fields = m_crons.value(trigger.cron);
        // An expression stands for itself until its meaning is known, or if it has none.
        words = trigger.kind == TriggerKind::Cron && fields.minutes == 0
            ? trigger.cron
            : triggertexts::inWords(trigger, fields, QLocale());
    }
    return words;
}

QString JobModel::kindAndTarget(const JobRow &row) const
{
    const QString kind = texts::jobKind(row.job.kind);
    const QString target = JobTexts::target(row.job, m_names);
    return target.isEmpty() ? kind : tr("%1: %2", "kind of job, what it works on").arg(kind, target);
}

QString JobModel::searchText(int row) const
{
    const JobRow &job = m_rows.at(row);
    return job.job.name + QLatin1Char('\n') + kindAndTarget(job) + QLatin1Char('\n') + words(job);
}

int JobModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int JobModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant JobModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const JobRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case SecondRole:
        return second(row, index.column());
    case Qt::DecorationRole:
        if (index.column() == Name) {
            return Theme::icon(JobTexts::kindIcon(row.job.kind));
        }
        if (index.column() == State) {
            return JobTexts::stateIcon(JobTexts::state(row));
        }
        return index.column() == Last && row.last ? QVariant(texts::runIcon(row.last->status)) : QVariant();
    case Qt::ToolTipRole:
        return toolTip(index.row(), index.column());
    case Qt::AccessibleTextRole: {
        if (index.column() == Band) {
            return DayBands::summary(band(index.row()), row.job, m_now);
        }
        const QString more = second(row, index.column());
        return more.isEmpty() ? text(index.row(), index.column())
                              : QStringLiteral("%1, %2").arg(text(index.row(), index.column()), more);
    }
    case IdRole:
        return row.job.id;
    case RawRole:
        return raw(row, index.column());
    default:
        return {};
    }
}

QString JobModel::text(int row, int column) const
{
    const JobRow &job = m_rows.at(row);
    switch (column) {
    case Name:
        return job.job.name;
    case State:
        return JobTexts::stateWord(JobTexts::state(job));
    case When:
        return JobTexts::sentence(words(job));
    case Next:
        if (!job.job.enabled || (job.job.paused && job.job.pausedUntil == 0)) {
            return QString(QChar(0x2013));
        }
        return JobTexts::next(job.nextAt, m_now);
    case Last:
        return job.last ? texts::runStatus(job.last->status) : tr("Never ran");
    default:
        return {};
    }
}

QString JobModel::second(const JobRow &row, int column) const
{
    switch (column) {
    case Name:
        return kindAndTarget(row);
    case State:
        return JobTexts::stateDetail(row, m_now);
    case Next: {
        // The clock time beside "in 12 min".
        const QString moment = row.nextAt > m_now ? JobTexts::moment(row.nextAt, m_now) : QString();
        return text(rowOf(row.job.id), Next).startsWith(QChar(0x2013)) || JobTexts::next(row.nextAt, m_now) == moment
            ? QString()
            : moment;
    }
    case Last:
        return row.last ? JobTexts::resultDetail(*row.last, m_now) : QString();
    default:
        return {};
    }
}

QVariant JobModel::raw(const JobRow &row, int column) const
{
    switch (column) {
    case Name:
        return row.job.name;
    case State:
        return int(JobTexts::state(row));
    case When:
        return words(row);
    case Next:
    case Band: {
        const bool armed = row.job.enabled && !(row.job.paused && row.job.pausedUntil == 0) && row.nextAt > 0;
        return armed ? row.nextAt : std::numeric_limits<qint64>::max();
    }
    case Last:
        return row.last ? row.last->startedAt : 0;
    default:
        return {};
    }
}

QString JobModel::toolTip(int row, int column) const
{
    const JobRow &job = m_rows.at(row);
    switch (column) {
    case Name:
        return QStringLiteral("%1\n%2").arg(job.job.name, kindAndTarget(job));
    case State: {
        const QString detail = JobTexts::stateDetail(job, m_now);
        const QString word = JobTexts::stateWord(JobTexts::state(job));
        return detail.isEmpty() ? word : QStringLiteral("%1, %2").arg(word, detail);
    }
    case When:
        return job.job.trigger.kind == TriggerKind::Cron && words(job) != job.job.trigger.cron
            ? QStringLiteral("%1\n%2").arg(words(job), job.job.trigger.cron)
            : words(job);
    case Next:
        if (!job.job.enabled) {
            return tr("The job is switched off.");
        }
        if (job.job.paused && job.job.pausedUntil == 0) {
            return tr("The job is paused until it is resumed.");
        }
        return job.nextAt == 0 ? tr("Its trigger has no more times.") : texts::exactTime(job.nextAt);
    case Last:
        return job.last ? JobTexts::resultTip(*job.last) : tr("Never ran");
    default:
        return {}; // the delegate knows the place in the band
    }
}

QVariant JobModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role == Qt::ToolTipRole && section == Band) {
        return tr("When the jobs will run in the next 24 hours");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Job", "column");
    case State:
        return tr("State", "column");
    case When:
        return tr("When", "column");
    case Next:
        return tr("Next", "column of next runs");
    case Last:
        return tr("Last", "column of last runs");
    case Band:
        return tr("Next 24 hours", "column");
    default:
        return {};
    }
}

void JobModel::indexRows()
{
    m_rowOfId.clear();
    m_rowOfId.reserve(m_rows.size());
    for (int row = 0; row < m_rows.size(); ++row) {
        m_rowOfId.insert(m_rows.at(row).job.id, row);
    }
}

} // namespace vestnik
