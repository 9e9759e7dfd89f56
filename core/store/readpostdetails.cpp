// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/store/postrow.h"
#include "core/store/reads.h"

namespace vestnik {
namespace {

Result<PostDetails> readRow(Database &database, PostId id)
{
    Result<Rows> rows = database.query(QLatin1String("SELECT ") + postRowColumns()
            + QLatin1String(", c.username, p.stored_at, p.updated_at, p.deleted_at, "
                            "(SELECT count(*) FROM unread u WHERE u.channel_id = p.channel_id AND u.post_id = p.id), "
                            "(SELECT count(*) FROM starred s WHERE s.post_id = p.id), "
                            "(SELECT n.text FROM notes n WHERE n.post_id = p.id) "
                            "FROM posts p JOIN channels c ON c.id = p.channel_id WHERE p.id = ?"),
        id);
    if (!rows) {
        return failure(rows.error());
    }
    if (!rows->next()) {
        const Result<void> status = rows->status();
        return failure(status ? Error{ErrorCode::NotFound, QStringLiteral("post %1").arg(id), {}} : status.error());
    }
    static const int nameColumn = static_cast<int>(postRowColumns().count(QLatin1Char(','))) + 1;
    PostDetails details;
    details.post = toPost(readPostRow(*rows), rows->text(nameColumn));
    details.storedAt = rows->integer(nameColumn + 1);
    details.updatedAt = rows->integer(nameColumn + 2);
    details.deletedAt = rows->integer(nameColumn + 3);
    details.unread = rows->flag(nameColumn + 4);
    details.starred = rows->flag(nameColumn + 5);
    details.note = rows->text(nameColumn + 6);
    return details;
}

Result<void> readPostTags(Database &database, PostDetails &details)
{
    Result<Rows> rows = database.query(QStringLiteral("SELECT g.name FROM post_tags t JOIN tags g ON g.id = t.tag_id "
                                                      "WHERE t.post_id = ? ORDER BY g.tag_key"),
        details.post.id);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        details.tags.append(rows->text(0));
    }
    return rows->status();
}

Result<void> readVersions(Database &database, PostDetails &details)
{
    Result<Rows> rows = database.query(
        QStringLiteral("SELECT replaced_at, text, entities FROM post_versions WHERE post_id = ? ORDER BY id DESC"),
        details.post.id);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        PostVersion version;
        version.replacedAt = rows->integer(0);
        version.body.text = rows->text(1);
        version.body.entities = entitiesFromColumn(rows->text(2));
        details.versions.append(version);
    }
    return rows->status();
}

/// The channel that an answer names may be written in any case, and may be left out for the post's own.
Result<void> readReplyRow(Database &database, PostDetails &details)
{
    const std::optional<ReplyTarget> &reply = details.post.replyTo;
    if (!reply || reply->messageId <= 0) {
        return {};
    }
    const bool own = reply->channel.isEmpty() || reply->channel.compare(details.post.channel, Qt::CaseInsensitive) == 0;
    qint64 channel = details.post.channelId;
    if (!own) {
        const Result<qint64> named = database.number(
            QStringLiteral("SELECT id FROM channels WHERE lower(username) = ?"), {reply->channel.toLower()});
        if (!named) {
            return failure(named.error());
        }
        channel = *named;
    }
    const Result<qint64> row = database.number(
        QStringLiteral("SELECT id FROM posts WHERE channel_id = ? AND message_id = ?"), {channel, reply->messageId});
    const Result<qint64> member = row && *row == 0
        ? database.number(QStringLiteral("SELECT post_id FROM album_members WHERE channel_id = ? AND message_id = ?"),
            {channel, reply->messageId})
        : row;
    if (!member) {
        return failure(member.error());
    }
    details.replyTo = *member;
    return {};
}

} // namespace

Result<Post> readPost(Database &database, PostId id)
{
    const Result<PostDetails> details = readRow(database, id);
    if (!details) {
        return failure(details.error());
    }
    return details->post;
}

Result<PostDetails> readPostDetails(Database &database, PostId id)
{
    PostDetails details;
    const Result<void> read = database.snapshot([&]() -> Result<void> {
        Result<PostDetails> row = readRow(database, id);
        if (!row) {
            return failure(row.error());
        }
        details = std::move(*row);
        for (const auto &step : {&readPostTags, &readVersions, &readReplyRow}) {
            if (Result<void> done = step(database, details); !done) {
                return done;
            }
        }
        return {};
    });
    if (!read) {
        return failure(read.error());
    }
    return details;
}

Result<QList<TagRow>> readTags(Database &database)
{
    Result<Rows> rows = database.query(
        QStringLiteral("SELECT g.id, g.name, (SELECT count(*) FROM post_tags t WHERE t.tag_id = g.id) FROM tags g "
                       "ORDER BY g.tag_key"));
    if (!rows) {
        return failure(rows.error());
    }
    QList<TagRow> tags;
    while (rows->next()) {
        tags.append(TagRow{rows->integer(0), rows->text(1), rows->integer(2)});
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return tags;
}

Result<QList<SavedSearch>> readSavedSearches(Database &database, UserId user)
{
    Result<Rows> rows = database.query(
        QStringLiteral("SELECT id, name, query FROM saved_searches WHERE user_id = ? ORDER BY position, id"), user);
    if (!rows) {
        return failure(rows.error());
    }
    QList<SavedSearch> searches;
    while (rows->next()) {
        searches.append(SavedSearch{rows->integer(0), rows->text(1), rows->text(2)});
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return searches;
}

} // namespace vestnik
