// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <limits>

#include "core/model/postkey.h"
#include "core/store/database.h"
#include "core/store/reads.h"

namespace vestnik {
namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;

Error errorAt(const Rows &rows, int column)
{
    if (rows.isNull(column)) {
        return {};
    }
    return Error{errorCodeFromName(rows.text(column)), rows.text(column + 1), rows.text(column + 2)};
}

/// Posts of the listed channels in from <= time < to, by the second; 0 = open. Never reads a post: the index of
/// channels holds the ids, and they hold the time.
Result<qint64> countBetween(Database &database, UserId user, qint64 from, qint64 to)
{
    return database.number(
        QStringLiteral("SELECT count(*) FROM user_channel u JOIN posts p ON p.channel_id = u.channel_id "
                       "AND p.id >= ? AND p.id < ? WHERE u.user_id = ? AND u.removed_at = 0"),
        {postkey::firstAt(from), to == 0 ? std::numeric_limits<qint64>::max() : postkey::firstAt(to), user});
}

} // namespace

Result<QList<RunRecord>> readRuns(Database &database, int limit, RunId before)
{
    Result<Rows> rows = database.query(
        QStringLiteral("SELECT id, status, origin, started_at, finished_at, channels_total, channels_done, "
                       "channels_failed, posts_added, posts_updated, bytes, error_code, error_subject, error_detail "
                       "FROM runs WHERE id < ? ORDER BY id DESC LIMIT ?"),
        before > 0 ? before : std::numeric_limits<qint64>::max(), std::clamp(limit, 1, 1000));
    if (!rows) {
        return failure(rows.error());
    }
    QList<RunRecord> runs;
    while (rows->next()) {
        RunRecord run;
        run.id = rows->integer(0);
        run.status = runStatusFromName(rows->text(1));
        run.origin = runOriginFromName(rows->text(2));
        run.startedAt = rows->integer(3);
        run.finishedAt = rows->integer(4);
        run.channelsTotal = static_cast<int>(rows->integer(5));
        run.channelsDone = static_cast<int>(rows->integer(6));
        run.channelsFailed = static_cast<int>(rows->integer(7));
        run.postsAdded = static_cast<int>(rows->integer(8));
        run.postsUpdated = static_cast<int>(rows->integer(9));
        run.bytes = rows->integer(10);
        run.error = errorAt(*rows, 11);
        runs.append(run);
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return runs;
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
        channel.error = errorAt(*rows, 9);
        channels.append(channel);
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return channels;
}

Result<OverviewNumbers> readOverview(Database &database, qint64 localMidnight, qint64 now, UserId user)
{
    OverviewNumbers numbers;
    numbers.perHour = QList<int>(24, 0);
    const Result<void> read = database.snapshot([&]() -> Result<void> {
        const Result<qint64> total = database.number(
            QStringLiteral("SELECT sum(c.post_count) FROM user_channel u JOIN channels c ON c.id = u.channel_id "
                           "WHERE u.user_id = ? AND u.removed_at = 0"),
            {user});
        const Result<qint64> today = countBetween(database, user, localMidnight, 0);
        const Result<qint64> yesterday = countBetween(database, user, localMidnight - dayMs, now - dayMs);
        const Result<qint64> week = countBetween(database, user, now - 7 * dayMs, 0);
        for (const Result<qint64> &one : {total, today, yesterday, week}) {
            if (!one) {
                return failure(one.error());
            }
        }
        numbers.postsTotal = *total;
        numbers.postsToday = *today;
        numbers.postsYesterday = *yesterday;
        numbers.postsWeek = *week;
        const qint64 start = now - dayMs;
        Result<Rows> rows = database.query(
            QStringLiteral("SELECT (p.id - ?) / ? AS hour, count(*) FROM user_channel u JOIN posts p "
                           "ON p.channel_id = u.channel_id AND p.id >= ? WHERE u.user_id = ? AND u.removed_at = 0 "
                           "GROUP BY hour"),
            postkey::firstAt(start), (hourMs / 1000) << postkey::slotBits, postkey::firstAt(start), user);
        if (!rows) {
            return failure(rows.error());
        }
        while (rows->next()) {
            // What the clock of the server puts into the future counts as now.
            numbers.perHour[std::clamp<qint64>(rows->integer(0), 0, 23)] += static_cast<int>(rows->integer(1));
        }
        return rows->status();
    });
    if (!read) {
        return failure(read.error());
    }
    numbers.databaseBytes = database.fileBytes();
    return numbers;
}

} // namespace vestnik
