// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runlistmodel.h"

#include "ui/widgets/runtexts.h"
#include "ui/widgets/tableparts.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

template<typename T>
bool passes(const QList<T> &wanted, const T &value)
{
    return wanted.isEmpty() || wanted.contains(value);
}

QIcon kindIcon(const QString &kind)
{
    static const QHash<QString, QString> icons{
        {QLatin1String(jobkinds::parse), QStringLiteral("download")},
        {QLatin1String(jobkinds::recheck), QStringLiteral("edited")},
        {QLatin1String(jobkinds::retention), QStringLiteral("remove")},
        {QLatin1String(jobkinds::backup), QStringLiteral("backup")},
        {QLatin1String(jobkinds::exportPosts), QStringLiteral("export")},
    };
    return Theme::icon(icons.value(kind, QStringLiteral("calendar")));
}

// Of those that did not run there is nothing to count.
bool hasRun(const RunRecord &run)
{
    return run.status != RunStatus::Queued && !texts::isOnlyNoted(run.status);
}

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

RunListModel::RunListModel(EngineFacade &engine, QObject *parent)
    : QAbstractTableModel(parent)
    , m_engine(engine)
{
    connect(&engine, &EngineFacade::runChanged, this, &RunListModel::take);
    connect(&engine, &EngineFacade::runFinished, this, &RunListModel::take);
    connect(&engine, &EngineFacade::runProgressed, this, &RunListModel::takeProgress);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        for (int row = 0; row < m_runs.size(); ++row) {
            if (isGoing(m_runs.at(row).status)) {
                Q_EMIT dataChanged(index(row, Took), index(row, Channels));
            }
        }
    });
}

void RunListModel::setQuery(const RunQuery &query)
{
    m_query = query;
    m_query.before = 0;
    m_query.limit = pageSize;
    reload();
}

void RunListModel::reload()
{
    if (m_reading) {
        m_engine.cancelRead(m_read);
    } else {
        m_early.clear();
    }
    m_reading = true;
    m_reloading = true;
    const int generation = ++m_generation;
    RunQuery query = m_query;
    query.limit = int(std::clamp<qsizetype>(m_runs.size(), pageSize, 1000));
    m_read = m_engine.findRuns(query, this, [this, generation](const Result<RunPage> &page) {
        if (generation == m_generation) {
            onFirstPage(page);
        }
    });
}

void RunListModel::onFirstPage(const Result<RunPage> &page)
{
    m_reading = false;
    m_reloading = false;
    if (!page) {
        Q_EMIT failed(page.error());
        return;
    }
    beginResetModel();
    m_runs = page->runs;
    m_hasMore = page->hasMore;
    m_loaded = true;
    indexRows();
    endResetModel();
    // Those that wait have no time of their own yet, so a period does not find them.
    const QList<RunRecord> going = m_engine.status().runs;
    for (const RunRecord &run : going) {
        take(run);
    }
    for (const RunRecord &run : std::exchange(m_early, {})) {
        take(run);
    }
    watchGoing();
    Q_EMIT loaded();
}

bool RunListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_loaded && m_hasMore && !m_reading && !m_runs.isEmpty();
}

void RunListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    m_reading = true;
    m_early.clear();
    RunQuery query = m_query;
    query.before = m_runs.last().id;
    m_read = m_engine.findRuns(query, this, [this, generation = m_generation](const Result<RunPage> &page) {
        if (generation == m_generation) {
            onNextPage(page);
        }
    });
}

void RunListModel::onNextPage(const Result<RunPage> &page)
{
    m_reading = false;
    if (!page) {
        m_hasMore = false; // otherwise the view would ask again at once; reload() begins anew
        Q_EMIT failed(page.error());
        return;
    }
    QList<RunRecord> fresh;
    for (const RunRecord &run : page->runs) {
        if (!m_rows.contains(run.id)) {
            fresh.append(run);
        }
    }
    m_hasMore = page->hasMore && !fresh.isEmpty();
    if (!fresh.isEmpty()) {
        beginInsertRows({}, int(m_runs.size()), int(m_runs.size() + fresh.size()) - 1);
        m_runs += fresh;
        indexRows();
        endInsertRows();
    }
    for (const RunRecord &run : std::exchange(m_early, {})) {
        take(run);
    }
    watchGoing();
}

void RunListModel::indexRows()
{
    m_rows.clear();
    for (int row = 0; row < m_runs.size(); ++row) {
        m_rows.insert(m_runs.at(row).id, row);
    }
}

bool RunListModel::selects(const RunRecord &run) const
{
    const qint64 start = startOf(run);
    const bool inTime = isGoing(run.status)
        || ((m_query.from == 0 || start >= m_query.from) && (m_query.to == 0 || start < m_query.to));
    return inTime && passes(m_query.statuses, run.status) && passes(m_query.origins, run.origin)
        && passes<QString>(m_query.kinds, run.kind) && (m_query.job == 0 || run.job == m_query.job);
}

void RunListModel::take(const RunRecord &run)
{
    if (m_reading) {
        m_early.append(run); // the answer may be older than this
    }
    if (!m_loaded) {
        return;
    }
    if (!isGoing(run.status)) {
        m_progress.remove(run.id);
    }
    if (const int row = rowOf(run.id); row >= 0) {
        // What ended stays so, whatever comes late.
        if (m_runs.at(row) != run && (isGoing(m_runs.at(row).status) || !isGoing(run.status))) {
            m_runs[row] = run;
            touch(row);
        }
        watchGoing();
        return;
    }
    const auto place =
        std::find_if(m_runs.cbegin(), m_runs.cend(), [&](const RunRecord &other) { return other.id < run.id; });
    if (!selects(run) || (place == m_runs.cend() && m_hasMore)) {
        return; // below what was read: it comes when one scrolls there
    }
    const int row = int(place - m_runs.cbegin());
    beginInsertRows({}, row, row);
    m_runs.insert(row, run);
    indexRows();
    endInsertRows();
    watchGoing();
    Q_EMIT arrived(run.id);
}

void RunListModel::takeProgress(const RunProgress &progress)
{
    if (!isGoing(progress.run.status)) {
        return;
    }
    const int row = rowOf(progress.run.id);
    // A late report must not bring a run back to life.
    if (row >= 0 && isGoing(m_runs.at(row).status)) {
        m_progress.insert(progress.run.id, progress);
        m_runs[row] = progress.run;
        touch(row);
    } else if (row < 0) {
        take(progress.run);
    }
}

void RunListModel::touch(int row)
{
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    Q_EMIT changed(m_runs.at(row).id);
}

void RunListModel::watchGoing()
{
    const bool any = std::any_of(
        m_runs.cbegin(), m_runs.cend(), [](const RunRecord &run) { return run.status == RunStatus::Running; });
    if (any && !m_tick.isActive()) {
        m_tick.start();
    } else if (!any) {
        m_tick.stop();
    }
}

int RunListModel::rowOf(RunId run) const
{
    return m_rows.value(run, -1);
}

const RunRecord *RunListModel::find(RunId run) const
{
    const int row = rowOf(run);
    return row < 0 ? nullptr : &m_runs.at(row);
}

void RunListModel::refreshTimes()
{
    if (!m_runs.isEmpty()) {
        Q_EMIT dataChanged(index(0, When), index(int(m_runs.size()) - 1, Note));
    }
}

int RunListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int RunListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunListModel::channelsText(const RunRecord &run) const
{
    if (run.channelsTotal == 0 || !hasRun(run)) {
        return {};
    }
    if (!isGoing(run.status) && run.channelsDone == run.channelsTotal) {
        return texts::number(run.channelsTotal);
    }
    const QString done =
        tr("%1 of %2", "channels").arg(texts::number(run.channelsDone), texts::number(run.channelsTotal));
    const qint64 left = isGoing(run.status) ? m_progress.value(run.id).etaMs : -1;
    return left < 0 ? done : done + QStringLiteral(" · ") + tr("%1 left", "time").arg(texts::duration(left));
}

QString RunListModel::noteText(const RunRecord &run, qint64 now) const
{
    if (isGoing(run.status)) {
        const RunProgress progress = m_progress.value(run.id);
        if (progress.waitingUntil > now) {
            return tr("Told to wait %1", "time").arg(texts::duration(progress.waitingUntil - now));
        }
        if (!progress.current.isEmpty()) {
            return tr("Reading @%1", "channel").arg(progress.current);
        }
    }
    return texts::runNote(run, now);
}

QString RunListModel::text(const RunRecord &run, int column) const
{
    const bool ran = hasRun(run);
    const auto count = [&](qint64 value) { return ran ? texts::number(value) : QString(); };
    switch (column) {
    case Status:
        return texts::runStatus(run.status);
    case Number:
        return QString::number(run.id); // a name, not a quantity
    case When:
        return texts::whenWithClock(startOf(run), now());
    case Job:
        return texts::runName(run);
    case Origin:
        return texts::runOrigin(run.origin);
    case Took:
        if (!ran || run.startedAt == 0) {
            return {};
        }
        return texts::duration((run.finishedAt > 0 ? run.finishedAt : now()) - run.startedAt);
    case Channels:
        return channelsText(run);
    case Added:
        return count(run.postsAdded);
    case Updated:
        return count(run.postsUpdated);
    case Failed:
        return texts::runFailures(run);
    case Size:
        return run.bytes == 0 ? QString() : texts::bytes(run.bytes);
    case Note:
        return noteText(run, now());
    default:
        return {};
    }
}

QString RunListModel::tip(const RunRecord &run, int column) const
{
    switch (column) {
    case When:
        return texts::exactTime(startOf(run));
    case Job: {
        const QString kind = texts::jobKind(run.kind);
        return run.jobName.isEmpty() ? kind : run.jobName + QLatin1Char('\n') + kind;
    }
    case Note: {
        QStringList lines{noteText(run, now()), texts::advice(run.error), run.error.detail};
        lines.removeAll(QString());
        return lines.join(QLatin1Char('\n'));
    }
    default:
        return {};
    }
}

QVariant RunListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RunRecord &run = m_runs.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case Qt::DecorationRole:
        if (index.column() == Status) {
            return texts::runIcon(run.status);
        }
        return index.column() == Job ? QVariant(kindIcon(run.kind)) : QVariant();
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    case Qt::ToolTipRole: {
        const QString text = tip(run, index.column());
        return text.isEmpty() ? QVariant() : QVariant(text);
    }
    case Qt::AccessibleTextRole:
        return cellWithHeader(index);
    case RunRole:
        return QVariant::fromValue(run);
    case PermilleRole:
        if (run.status != RunStatus::Running || run.channelsTotal <= 0) {
            return {};
        }
        return int(std::clamp<qint64>(1000LL * run.channelsDone / run.channelsTotal, 0, 1000));
    default:
        return {};
    }
}

QVariant RunListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Number || section == Took || (section >= Added && section <= Size);
        return QVariant((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Status:
        return tr("Status");
    case Number:
        return tr("Run", "its number");
    case When:
        return tr("Started");
    case Job:
        return tr("Job");
    case Origin:
        return tr("Started by");
    case Took:
        return tr("Took", "duration");
    case Channels:
        return tr("Channels");
    case Added:
        return tr("Added", "posts");
    case Updated:
        return tr("Updated", "posts");
    case Failed:
        return tr("Failed", "channels");
    case Size:
        return tr("Size");
    case Note:
        return tr("Reason");
    default:
        return {};
    }
}

QString RunListModel::line(int row) const
{
    const RunRecord &run = m_runs.at(row);
    QStringList cells;
    for (int column = 0; column < ColumnCount; ++column) {
        // Whoever pastes it elsewhere wants the moment, not "today".
        cells.append(column == When ? texts::exactTime(startOf(run)) : text(run, column));
    }
    return cells.join(QLatin1Char('\t'));
}

} // namespace vestnik
