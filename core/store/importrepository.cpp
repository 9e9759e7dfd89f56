// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/importrepository.h"

#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/store/postmarksrepository.h"

namespace vestnik {

Result<QHash<MessageId, HeldMessage>> ImportRepository::held(ChannelId channel, const QList<MessageId> &messages)
{
    QHash<MessageId, HeldMessage> found;
    const QString ids = idsColumn(messages);
    Result<Rows> members = m_database.query(
        QLatin1String("SELECT a.message_id, a.post_id, p.text FROM album_members a JOIN posts p ON p.id = a.post_id "
                      "WHERE a.channel_id = ? AND a.message_id IN ")
            + m_database.idsIn(),
        channel, ids);
    if (!members) {
        return failure(members.error());
    }
    while (members->next()) {
        found.insert(members->integer(0), HeldMessage{members->integer(1), members->text(2), true});
    }
    if (const Result<void> status = members->status(); !status) {
        return failure(status.error());
    }
    Result<Rows> rows =
        m_database.query(QLatin1String("SELECT message_id, id, text FROM posts WHERE channel_id = ? AND message_id IN ")
                + m_database.idsIn(),
            channel, ids);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        const MessageId message = rows->integer(0);
        if (!found.contains(message)) {
            found.insert(message, HeldMessage{rows->integer(1), rows->text(2), false});
        }
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return found;
}

Result<bool> ImportRepository::attach(PostId post, const PostExtras &extras, bool fresh, qint64 now)
{
    qint64 added = 0;
    const auto run = [&](const QString &sql, const QVariantList &values) -> Result<void> {
        const Result<qint64> changed = m_database.executeList(sql, values);
        if (!changed) {
            return failure(changed.error());
        }
        added += *changed;
        return {};
    };
    Result<void> step;
    if (extras.starred) {
        step = run(QStringLiteral("INSERT INTO starred (post_id, starred_at) VALUES (?, ?) "
                                  "ON CONFLICT (post_id) DO NOTHING"),
            {post, now});
    }
    if (step && !extras.note.isEmpty()) {
        step = run(QStringLiteral("INSERT INTO notes (post_id, text, updated_at) VALUES (?, ?, ?) "
                                  "ON CONFLICT (post_id) DO NOTHING"),
            {post, extras.note.left(PostMarksRepository::longestNote), now});
    }
    QStringList tags;
    for (const QString &tag : extras.tags) {
        const QString name = tag.simplified().left(PostMarksRepository::longestTag);
        if (!tagKey(name).isEmpty() && name.simplified().size() <= PostMarksRepository::longestTag) {
            tags.append(name);
        }
    }
    if (step && !tags.isEmpty()) {
        const Result<qint64> tagged = PostMarksRepository(m_database).changeTags({post}, tags, {}, now);
        added += tagged.value_or(0);
        step = tagged ? step : Result<void>(failure(tagged.error()));
    }
    if (step && fresh && extras.deletedAt > 0) {
        step = run(QStringLiteral("UPDATE posts SET deleted_at = ? WHERE id = ?"), {extras.deletedAt, post});
    }
    // Oldest first, so that rows and times have one order.
    for (auto version = extras.versions.crbegin(); step && fresh && version != extras.versions.crend(); ++version) {
        const QString entities = entitiesColumn(version->body.entities);
        step =
            run(QStringLiteral("INSERT INTO post_versions (post_id, replaced_at, text, entities) VALUES (?, ?, ?, ?)"),
                {post, version->replacedAt, version->body.text.isNull() ? QStringLiteral("") : version->body.text,
                    entities.isEmpty() ? QVariant() : QVariant(entities)});
    }
    if (!step) {
        return failure(step.error());
    }
    return added > 0;
}

Result<bool> ImportRepository::addUser(const QString &name, qint64 telegramId, qint64 now)
{
    const Result<qint64> known =
        m_database.number(QStringLiteral("SELECT count(*) FROM users WHERE telegram_id = ?"), {telegramId});
    if (!known || *known > 0) {
        return known ? Result<bool>(false) : Result<bool>(failure(known.error()));
    }
    const Result<qint64> added = m_database.execute(
        QStringLiteral("INSERT INTO users (name, telegram_id, created_at) VALUES (?, ?, ?)"), name, telegramId, now);
    if (!added) {
        return failure(added.error());
    }
    return true;
}

} // namespace vestnik
