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
