// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/store/reads.h"
#include "core/store/runrow.h"

namespace vestnik {
namespace {

constexpr int mostEntries = 5000;
constexpr qsizetype mostHours = 24 * 31;
constexpr qsizetype mostDays = 366;

/// A piece of SQL and its values.
struct Piece {
    QString sql;
    QVariantList values;

    void add(const QString &more, const QVariantList &with)
    {
        sql += more;
        values += with;
    }
};

QString marks(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QLatin1String(", "));
}

/// The ids of the runs that a query selects, of one state if `status` is given; newest first.
Piece idsOf(const RunQuery &query, int limit, const QString &status)
{
    Piece piece;
    const qint64 before = query.before > 0 ? query.before : std::numeric_limits<qint64>::max();
    if (query.channel != 0) {
        // From the index of channels, which has them in this order.
        piece.add(QStringLiteral("SELECT r.id FROM run_channels c CROSS JOIN runs r "
                                 "WHERE c.channel_id = ? AND c.run_id < ? AND r.id = c.run_id"),
            {query.channel, before});
    } else {
        piece.add(QStringLiteral("SELECT r.id FROM runs r WHERE r.id < ?"), {before});
    }
    if (!status.isEmpty()) {
        piece.add(QStringLiteral(" AND r.status = ?"), {status});
    }
    if (query.job != 0) {
        piece.add(QStringLiteral(" AND r.job_id = ?"), {query.job});
    }
    if (!query.origins.isEmpty()) {
        QVariantList names;
        for (const RunOrigin origin : query.origins) {
            names << runOriginName(origin);
        }
        piece.add(QStringLiteral(" AND r.origin IN (%1)").arg(marks(names.size())), names);
    }
    if (!query.kinds.isEmpty()) {
        QVariantList names;
        for (const QString &kind : query.kinds) {
            names << kind;
        }
        piece.add(QStringLiteral(" AND r.kind IN (%1)").arg(marks(names.size())), names);
    }
    // One that waits has not begun; it stands where it was queued.
    if (query.from > 0) {
        piece.add(QStringLiteral(" AND (r.started_at >= ? OR (r.started_at = 0 AND r.queued_at >= ?))"),
            {query.from, query.from});
    }
    if (query.to > 0) {
        piece.add(
            QStringLiteral(" AND r.started_at < ? AND (r.started_at > 0 OR r.queued_at < ?)"), {query.to, query.to});
    }
    piece.add(query.channel != 0 ? QStringLiteral(" ORDER BY c.run_id DESC LIMIT ?")
                                 : QStringLiteral(" ORDER BY r.id DESC LIMIT ?"),
        {qint64(limit)});
    return piece;
}

Piece idsOf(const RunQuery &query, int limit)
{
    QStringList statuses;
    for (const RunStatus status : query.statuses) {
        statuses << runStatusName(status);
    }
    statuses.removeDuplicates();
    if (statuses.size() <= 1) {
        return idsOf(query, limit, statuses.value(0));
    }
    // The newest of each state, each along its index; of these the newest.
    Piece all;
    for (const QString &status : std::as_const(statuses)) {
        const Piece one = idsOf(query, limit, status);
        all.add(QStringLiteral("%1SELECT id FROM (%2) AS one")
                    .arg(all.sql.isEmpty() ? QString() : QStringLiteral(" UNION ALL "), one.sql),
            one.values);
    }
    all.add(QStringLiteral(" ORDER BY id DESC LIMIT ?"), {qint64(limit)});
    return all;
}

Result<QList<RunRecord>> recordsOf(Result<Rows> rows)
{
    if (!rows) {
        return failure(rows.error());
    }
    QList<RunRecord> runs;
    while (rows->next()) {
        runs.append(readRunRow(*rows));
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return runs;
}

Result<void> checkBoundaries(const QList<qint64> &boundaries, qsizetype most)
{
    if (boundaries.size() > most + 1
        || std::adjacent_find(boundaries.begin(), boundaries.end(), std::greater_equal<>()) != boundaries.end()) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("boundaries"));
    }
    return {};
}

/// "JOIN" of runs with the stretches between the boundaries b.begins … b.ends; takes one `?`.
QString inStretches(const Database &database)
{
    return QStringLiteral("FROM (SELECT value AS begins, lead(value) OVER (ORDER BY value) AS ends FROM %1 AS edges) "
                          "AS b JOIN runs r ON r.started_at >= b.begins AND r.started_at < b.ends")
        .arg(database.idsIn());
}

qsizetype placeOf(const QList<qint64> &boundaries, qint64 begin)
{
    return std::lower_bound(boundaries.begin(), boundaries.end(), begin) - boundaries.begin();
}

Result<void> readHours(Database &database, const QList<qint64> &hours, RunCharts &charts)
{
    if (hours.size() < 2) {
        return {};
    }
    charts.postsPerHour = QList<qint64>(hours.size() - 1, 0);
    Result<Rows> rows = database.query(QStringLiteral("SELECT b.begins, CAST(sum(r.posts_added) AS BIGINT) ")
            + inStretches(database) + QStringLiteral(" GROUP BY b.begins"),
        idsColumn(hours));
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        charts.postsPerHour[placeOf(hours, rows->integer(0))] = rows->integer(1);
    }
    return rows->status();
}

void addToDay(RunCharts::Day &day, RunStatus status, int runs)
{
    switch (status) {
    case RunStatus::Done:
    case RunStatus::Partly:
        day.done += runs;
        break;
    case RunStatus::Failed:
        day.failed += runs;
        break;
    case RunStatus::Stopped:
    case RunStatus::Interrupted:
        day.stopped += runs;
        break;
    case RunStatus::Skipped:
    case RunStatus::Missed:
        day.skipped += runs;
        break;
    case RunStatus::Queued:
    case RunStatus::Running:
        break;
    }
}

Result<void> readDays(Database &database, const QList<qint64> &days, RunCharts &charts)
{
    if (days.size() < 2) {
        return {};
    }
    charts.days = QList<RunCharts::Day>(days.size() - 1);
    Result<Rows> rows = database.query(
        QStringLiteral("SELECT b.begins, r.status, count(*), CAST(sum(r.posts_added) AS BIGINT), "
                       "CAST(sum(r.finished_at - r.started_at) AS BIGINT), max(r.finished_at - r.started_at) ")
            + inStretches(database) + QStringLiteral(" GROUP BY b.begins, r.status"),
        idsColumn(days));
    if (!rows) {
        return failure(rows.error());
    }
    QList<std::pair<qint64, qint64>> lengths(charts.days.size()); // sum in ms, and of how many
    while (rows->next()) {
        const qsizetype place = placeOf(days, rows->integer(0));
        RunCharts::Day &day = charts.days[place];
        const RunStatus status = runStatusFromName(rows->text(1));
        const qint64 runs = rows->integer(2);
        addToDay(day, status, static_cast<int>(runs));
        day.posts += rows->integer(3);
        if (status == RunStatus::Done || status == RunStatus::Partly || status == RunStatus::Failed) {
            lengths[place].first += rows->integer(4);
            lengths[place].second += runs;
            day.longestMs = std::max(day.longestMs, rows->integer(5));
        }
    }
    for (qsizetype i = 0; i < lengths.size(); ++i) {
        if (lengths.at(i).second > 0) {
            charts.days[i].meanMs = lengths.at(i).first / lengths.at(i).second;
        }
    }
    return rows->status();
}

} // namespace

Result<QList<RunRecord>> readRuns(Database &database, int limit, RunId before)
{
    static const QString sql =
        QStringLiteral("SELECT %1 FROM runs r WHERE r.id < ? ORDER BY r.id DESC LIMIT ?").arg(runRowColumns());
    return recordsOf(database.query(
        sql, before > 0 ? before : std::numeric_limits<qint64>::max(), qint64(std::clamp(limit, 1, 1000))));
}

Result<RunPage> findRuns(Database &database, const RunQuery &query)
{
    const int limit = std::clamp(query.limit, 1, 1000);
    const Piece ids = idsOf(query, limit + 1);
    Result<QList<RunRecord>> runs = recordsOf(database.queryList(
        QStringLiteral("SELECT %1 FROM runs r WHERE r.id IN (%2) ORDER BY r.id DESC").arg(runRowColumns(), ids.sql),
        ids.values));
    if (!runs) {
        return failure(runs.error());
    }
    RunPage page{std::move(*runs), false};
    if (page.runs.size() > limit) {
        page.runs.removeLast();
        page.hasMore = true;
    }
    return page;
}

Result<QList<RunChannel>> readRunChannels(Database &database, RunId run)
{
    Result<Rows> rows = database.query(
        QStringLiteral("SELECT channel_id, username, status, posts_added, posts_updated, pages, bytes, started_at, "
                       "finished_at, error_code, error_subject, error_detail FROM run_channels WHERE run_id = ? "
                       "ORDER BY position"),
        run);
    if (!rows) {
        return failure(rows.error());
    }
    QList<RunChannel> channels;
    while (rows->next()) {
        RunChannel channel;
        channel.runId = run;
        channel.channelId = rows->integer(0);
        channel.username = rows->text(1);
        channel.status = runChannelStatusFromName(rows->text(2));
        channel.postsAdded = static_cast<int>(rows->integer(3));
        channel.postsUpdated = static_cast<int>(rows->integer(4));
        channel.pages = static_cast<int>(rows->integer(5));
        channel.bytes = rows->integer(6);
        channel.startedAt = rows->integer(7);
        channel.finishedAt = rows->integer(8);
        channel.error = readError(*rows, 9);
        channels.append(channel);
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return channels;
}

Result<QList<LogEntry>> readRunLog(Database &database, RunId run)
{
    Result<Rows> rows = database.query(
        QStringLiteral("SELECT number, at, level, event, subject, args, error_code, error_subject, error_detail "
                       "FROM run_log WHERE run_id = ? ORDER BY position DESC LIMIT ?"),
        run, mostEntries);
    if (!rows) {
        return failure(rows.error());
    }
    QList<LogEntry> entries;
    while (rows->next()) {
        LogEntry entry;
        entry.run = run;
        entry.number = rows->integer(0);
        entry.at = rows->integer(1);
        entry.level = logLevelFromName(rows->text(2));
        entry.event = logEventFromName(rows->text(3));
        entry.subject = rows->text(4);
        const QJsonArray args = QJsonDocument::fromJson(rows->text(5).toUtf8()).array();
        for (const QJsonValue &arg : args) {
            entry.args.append(arg.toString());
        }
        entry.error = readError(*rows, 6);
        entries.append(entry);
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    std::reverse(entries.begin(), entries.end());
    return entries;
}

Result<RunCharts> readRunCharts(Database &database, const RunChartQuery &query)
{
    RunCharts charts;
    Result<void> step = checkBoundaries(query.hours, mostHours);
    step = step ? checkBoundaries(query.days, mostDays) : step;
    if (step) {
        step = database.snapshot([&]() -> Result<void> {
            const Result<void> hours = readHours(database, query.hours, charts);
            return hours ? readDays(database, query.days, charts) : hours;
        });
    }
    if (!step) {
        return failure(step.error());
    }
    return charts;
}

} // namespace vestnik
