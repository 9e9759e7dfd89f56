// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/store/reads.h"

namespace vestnik {
namespace {

const QString &channelSql()
{
    static const QString sql = QStringLiteral(
        "SELECT c.id, c.username, c.title, u.folder, u.active, c.health, c.error_code, c.error_subject, "
        "c.error_detail, "
        "c.failing_since, c.failures_in_row, c.post_count, c.unread_count, c.last_post_at, u.last_parsed_at, "
        "u.created_at, c.telegram_id, c.subscribers, c.verified, c.description, c.photo_url, c.history_kind, "
        "c.history_complete, (SELECT min(from_id) FROM coverage v WHERE v.channel_id = c.id), "
        "(SELECT max(to_id) FROM coverage v WHERE v.channel_id = c.id) "
        "FROM user_channel u JOIN channels c ON c.id = u.channel_id WHERE u.user_id = ? AND u.removed_at = 0");
    return sql;
}

ChannelHealth healthOf(const QString &name)
{
    return name == QLatin1String("good")   ? ChannelHealth::Good
        : name == QLatin1String("failing") ? ChannelHealth::Failing
                                           : ChannelHealth::New;
}

ChannelRow channelOf(const Rows &rows)
{
    ChannelRow row;
    row.id = rows.integer(0);
    row.username = rows.text(1);
    row.title = rows.text(2);
    row.folder = rows.text(3);
    row.active = rows.flag(4);
    row.health = healthOf(rows.text(5));
    if (!rows.isNull(6)) {
        row.error = Error{errorCodeFromName(rows.text(6)), rows.text(7), rows.text(8)};
    }
    row.failingSince = rows.integer(9);
    row.failuresInRow = static_cast<int>(rows.integer(10));
    row.postCount = rows.integer(11);
    row.unreadCount = rows.integer(12);
    row.lastPostAt = rows.integer(13);
    row.lastParsedAt = rows.integer(14);
    row.addedAt = rows.integer(15);
    row.telegramId = rows.integer(16);
    row.subscribers = rows.isNull(17) ? -1 : rows.integer(17);
    row.verified = rows.flag(18);
    row.description = rows.text(19);
    row.photoUrl = rows.text(20);
    row.historyPending = !rows.isNull(21);
    row.historyComplete = rows.flag(22);
    row.lowestRead = rows.integer(23);
    row.highestRead = rows.integer(24);
    return row;
}

} // namespace

Result<QList<ChannelRow>> readChannels(Database &database, UserId user)
{
    Result<Rows> rows = database.query(channelSql() + QLatin1String(" ORDER BY u.created_at, c.id"), user);
    if (!rows) {
        return failure(rows.error());
    }
    QList<ChannelRow> channels;
    while (rows->next()) {
        channels.append(channelOf(*rows));
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return channels;
}

Result<ChannelRow> readChannel(Database &database, ChannelId id, UserId user)
{
    Result<Rows> rows = database.query(channelSql() + QLatin1String(" AND c.id = ?"), user, id);
    if (!rows) {
        return failure(rows.error());
    }
    if (rows->next()) {
        return channelOf(*rows);
    }
    const Result<void> status = rows->status();
    return failure(status ? Error{ErrorCode::NotFound, QStringLiteral("channel %1").arg(id), {}} : status.error());
}

Result<QStringList> readFolders(Database &database, UserId user)
{
    Result<Rows> rows = database.query(
        QStringLiteral(
            "SELECT DISTINCT folder FROM user_channel WHERE user_id = ? AND removed_at = 0 AND folder <> ''"),
        user);
    if (!rows) {
        return failure(rows.error());
    }
    QStringList folders;
    while (rows->next()) {
        folders.append(rows->text(0));
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    folders.sort(Qt::CaseInsensitive);
    return folders;
}

Result<QList<ChannelId>> channelsOfTarget(Database &database, const JobTarget &target)
{
    const QString all = QStringLiteral("SELECT DISTINCT channel_id FROM user_channel WHERE removed_at = 0");
    const QString ordered = QStringLiteral(" ORDER BY channel_id");
    switch (target.kind) {
    case JobTarget::Kind::All:
        return database.numbers(all + QLatin1String(" AND active = 1") + ordered);
    case JobTarget::Kind::User:
        return database.numbers(all + QLatin1String(" AND active = 1 AND user_id = ?") + ordered, {target.user});
    case JobTarget::Kind::Folder:
        return database.numbers(all + QLatin1String(" AND active = 1 AND folder = ?") + ordered,
            {target.folder.isNull() ? QStringLiteral("") : target.folder});
    case JobTarget::Kind::Channels:
        break;
    }
    if (target.channels.isEmpty()) {
        return QList<ChannelId>();
    }
    return database.numbers(
        all + QLatin1String(" AND channel_id IN ") + database.idsIn() + ordered, {idsColumn(target.channels)});
}

} // namespace vestnik
