// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postmarksrepository.h"

#include "core/model/postcolumns.h"
#include "core/store/database.h"

namespace vestnik {
namespace {

/// The name as it is shown.
QString tagName(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).simplified();
}

Result<void> checkNames(const QStringList &names)
{
    for (const QString &name : names) {
        if (tagKey(name).isEmpty() || tagName(name).size() > PostMarksRepository::longestTag) {
            return failure(ErrorCode::InvalidArgument, name.left(PostMarksRepository::longestTag),
                QStringLiteral("a tag has 1 to %1 characters").arg(PostMarksRepository::longestTag));
        }
    }
    return {};
}

} // namespace

Result<qint64> PostMarksRepository::setStarred(const QList<PostId> &posts, bool starred, qint64 now)
{
    const QString ids = idsColumn(posts);
    if (!starred) {
        return m_database.execute(QLatin1String("DELETE FROM starred WHERE post_id IN ") + m_database.idsIn(), ids);
    }
    return m_database.execute(
        QLatin1String("INSERT INTO starred (post_id, starred_at) SELECT p.id, CAST(? AS BIGINT) FROM posts p "
                      "WHERE p.id IN ")
            + m_database.idsIn() + QLatin1String(" ON CONFLICT (post_id) DO NOTHING"),
        now, ids);
}

Result<void> PostMarksRepository::setNote(PostId post, const QString &text, qint64 now)
{
    const QString note = text.trimmed();
    if (note.size() > longestNote) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a note of %1 characters").arg(note.size()),
            QStringLiteral("%1 at most").arg(longestNote));
    }
    const Result<qint64> exists = m_database.number(QStringLiteral("SELECT 1 FROM posts WHERE id = ?"), {post});
    if (!exists) {
        return failure(exists.error());
    }
    if (*exists == 0) {
        return failure(ErrorCode::NotFound, QStringLiteral("post %1").arg(post));
    }
    if (note.isEmpty()) {
        return withoutValue(m_database.execute(QStringLiteral("DELETE FROM notes WHERE post_id = ?"), post));
    }
    return withoutValue(m_database.execute(
        QStringLiteral("INSERT INTO notes (post_id, text, updated_at) VALUES (?, ?, ?) "
                       "ON CONFLICT (post_id) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at"),
        post, note, now));
}

Result<TagId> PostMarksRepository::tagNamed(const QString &name, qint64 now)
{
    const QString key = tagKey(name);
    const Result<qint64> known = m_database.number(QStringLiteral("SELECT id FROM tags WHERE tag_key = ?"), {key});
    if (!known || *known != 0 || now == 0) {
        return known;
    }
    return m_database.number(
        QStringLiteral("INSERT INTO tags (name, tag_key, created_at) VALUES (?, ?, ?) RETURNING id"),
        {tagName(name), key, now});
}

Result<qint64> PostMarksRepository::changeTags(
    const QList<PostId> &posts, const QStringList &add, const QStringList &remove, qint64 now)
{
    if (const Result<void> valid = checkNames(add + remove); !valid) {
        return failure(valid.error());
    }
    qint64 changed = 0;
    const QString ids = idsColumn(posts);
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        for (const QString &name : add) {
            const Result<TagId> tag = tagNamed(name, now);
            const Result<qint64> tagged = tag
                ? m_database.execute(
                    QLatin1String("INSERT INTO post_tags (tag_id, post_id) SELECT CAST(? AS BIGINT), p.id "
                                  "FROM posts p WHERE p.id IN ")
                        + m_database.idsIn() + QLatin1String(" ON CONFLICT (tag_id, post_id) DO NOTHING"),
                    *tag, ids)
                : tag;
            if (!tagged) {
                return failure(tagged.error());
            }
            changed += *tagged;
        }
        for (const QString &name : remove) {
            const Result<TagId> tag = tagNamed(name, 0);
            const Result<qint64> taken = tag
                ? m_database.execute(
                    QLatin1String("DELETE FROM post_tags WHERE tag_id = ? AND post_id IN ") + m_database.idsIn(), *tag,
                    ids)
                : tag;
            if (!taken) {
                return failure(taken.error());
            }
            changed += *taken;
        }
        return {};
    });
    if (!written) {
        return failure(written.error());
    }
    return changed;
}

Result<void> PostMarksRepository::renameTag(TagId tag, const QString &name)
{
    if (Result<void> valid = checkNames({name}); !valid) {
        return valid;
    }
    return m_database.transaction([&]() -> Result<void> {
        const Result<TagId> other = tagNamed(name, 0);
        if (!other) {
            return failure(other.error());
        }
        if (*other != 0 && *other != tag) {
            return failure(ErrorCode::InvalidArgument, tagName(name), QStringLiteral("another tag has this name"));
        }
        const Result<qint64> renamed = m_database.execute(
            QStringLiteral("UPDATE tags SET name = ?, tag_key = ? WHERE id = ?"), tagName(name), tagKey(name), tag);
        if (renamed && *renamed == 0) {
            return failure(ErrorCode::NotFound, QStringLiteral("tag %1").arg(tag));
        }
        return withoutValue(renamed);
    });
}

Result<RemovedTag> PostMarksRepository::removeTag(TagId tag)
{
    RemovedTag removed;
    const Result<void> written = m_database.transaction([&]() -> Result<void> {
        {
            Result<Rows> rows =
                m_database.query(QStringLiteral("SELECT t.name, x.post_id FROM tags t LEFT JOIN post_tags x "
                                                "ON x.tag_id = t.id WHERE t.id = ? ORDER BY x.post_id"),
                    tag);
            if (!rows) {
                return failure(rows.error());
            }
            while (rows->next()) {
                removed.name = rows->text(0);
                if (!rows->isNull(1)) {
                    removed.posts.append(rows->integer(1));
                }
            }
            if (Result<void> status = rows->status(); !status) {
                return status;
            }
        }
        if (removed.name.isEmpty()) {
            return failure(ErrorCode::NotFound, QStringLiteral("tag %1").arg(tag));
        }
        return withoutValue(m_database.execute(QStringLiteral("DELETE FROM tags WHERE id = ?"), tag));
    });
    if (!written) {
        return failure(written.error());
    }
    return removed;
}

Result<QList<TagRow>> PostMarksRepository::tags()
{
    Result<Rows> rows = m_database.query(
        QStringLiteral("SELECT t.id, t.name, (SELECT count(*) FROM post_tags x WHERE x.tag_id = t.id) FROM tags t "
                       "ORDER BY t.tag_key"));
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

Result<void> PostMarksRepository::move(PostId from, PostId to)
{
    const Result<qint64> starred =
        m_database.execute(QStringLiteral("INSERT INTO starred (post_id, starred_at) SELECT CAST(? AS BIGINT), "
                                          "starred_at FROM starred WHERE post_id = ? ON CONFLICT (post_id) DO NOTHING"),
            to, from);
    const Result<qint64> noted = starred
        ? m_database.execute(
            QStringLiteral("INSERT INTO notes (post_id, text, updated_at) SELECT CAST(? AS BIGINT), text, updated_at "
                           "FROM notes WHERE post_id = ? ON CONFLICT (post_id) DO UPDATE SET "
                           "text = substr(notes.text || CAST(? AS TEXT) || excluded.text, 1, 20000), "
                           "updated_at = excluded.updated_at"),
            to, from, QStringLiteral("\n\n"))
        : starred;
    const Result<qint64> tagged = noted
        ? m_database.execute(
            QStringLiteral("INSERT INTO post_tags (tag_id, post_id) SELECT tag_id, CAST(? AS BIGINT) FROM post_tags "
                           "WHERE post_id = ? ON CONFLICT (tag_id, post_id) DO NOTHING"),
            to, from)
        : noted;
    if (!tagged) {
        return failure(tagged.error());
    }
    for (const QString &table : {QStringLiteral("starred"), QStringLiteral("notes"), QStringLiteral("post_tags")}) {
        const Result<qint64> left =
            m_database.execute(QLatin1String("DELETE FROM ") + table + QLatin1String(" WHERE post_id = ?"), from);
        if (!left) {
            return failure(left.error());
        }
    }
    return {};
}

} // namespace vestnik
