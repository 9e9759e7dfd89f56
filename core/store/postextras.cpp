// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postextras.h"

#include <algorithm>

#include "core/model/postcolumns.h"
#include "core/store/database.h"

namespace vestnik {
namespace {

/// "posts" is read along its small index of deleted rows, never along the table.
QString deletedFrom(const Database &database)
{
    return database.kind() == DatabaseKind::Sqlite ? QStringLiteral(" FROM posts INDEXED BY posts_deleted ")
                                                   : QStringLiteral(" FROM posts ");
}

} // namespace

Result<void> ExtrasReader::begin()
{
    const std::initializer_list<std::pair<bool *, QString>> kinds{
        {&m_starred, QStringLiteral("SELECT 1 FROM starred LIMIT 1")},
        {&m_notes, QStringLiteral("SELECT 1 FROM notes LIMIT 1")},
        {&m_tags, QStringLiteral("SELECT 1 FROM post_tags LIMIT 1")},
        {&m_versions, QStringLiteral("SELECT 1 FROM post_versions LIMIT 1")},
        {&m_deleted,
            QLatin1String("SELECT 1") + deletedFrom(m_database) + QLatin1String("WHERE deleted_at > 0 LIMIT 1")},
    };
    for (const auto &[present, sql] : kinds) {
        const Result<qint64> found = m_database.number(sql);
        if (!found) {
            return failure(found.error());
        }
        *present = *found == 1;
    }
    return {};
}

Result<void> ExtrasReader::fill(QList<ArchivedPost> &posts)
{
    if (posts.isEmpty() || !(m_starred || m_notes || m_tags || m_versions || m_deleted)) {
        return {};
    }
    Places places;
    places.reserve(posts.size());
    PostId from = posts.first().post.id;
    PostId to = from;
    for (qsizetype i = 0; i < posts.size(); ++i) {
        const PostId id = posts.at(i).post.id;
        places.insert(id, i);
        from = std::min(from, id);
        to = std::max(to, id);
    }
    for (const auto step : {&ExtrasReader::fillMarks, &ExtrasReader::fillTags, &ExtrasReader::fillVersions}) {
        if (Result<void> filled = (this->*step)(posts, places, from, to); !filled) {
            return filled;
        }
    }
    return {};
}

Result<void> ExtrasReader::fillMarks(QList<ArchivedPost> &posts, const Places &places, PostId from, PostId to)
{
    const auto each = [&](const QString &sql, const auto &take) -> Result<void> {
        Result<Rows> rows = m_database.query(sql, from, to);
        if (!rows) {
            return failure(rows.error());
        }
        while (rows->next()) {
            if (const auto place = places.constFind(rows->integer(0)); place != places.constEnd()) {
                take(posts[*place].extras, *rows);
            }
        }
        return rows->status();
    };
    Result<void> read;
    if (m_starred) {
        read = each(QStringLiteral("SELECT post_id FROM starred WHERE post_id >= ? AND post_id <= ?"),
            [](PostExtras &extras, const Rows &) { extras.starred = true; });
    }
    if (read && m_notes) {
        read = each(QStringLiteral("SELECT post_id, text FROM notes WHERE post_id >= ? AND post_id <= ?"),
            [](PostExtras &extras, const Rows &row) { extras.note = row.text(1); });
    }
    if (read && m_deleted) {
        read = each(QLatin1String("SELECT id, deleted_at") + deletedFrom(m_database)
                + QLatin1String("WHERE deleted_at > 0 AND id >= ? AND id <= ?"),
            [](PostExtras &extras, const Rows &row) { extras.deletedAt = row.integer(1); });
    }
    return read;
}

Result<void> ExtrasReader::fillTags(QList<ArchivedPost> &posts, const Places &places, PostId from, PostId to)
{
    if (!m_tags) {
        return {};
    }
    Result<Rows> rows = m_database.query(
        QStringLiteral("SELECT pt.post_id, t.name FROM post_tags pt CROSS JOIN tags t "
                       "WHERE t.id = pt.tag_id AND pt.post_id >= ? AND pt.post_id <= ? ORDER BY t.tag_key"),
        from, to);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        if (const auto place = places.constFind(rows->integer(0)); place != places.constEnd()) {
            posts[*place].extras.tags.append(rows->text(1));
        }
    }
    return rows->status();
}

Result<void> ExtrasReader::fillVersions(QList<ArchivedPost> &posts, const Places &places, PostId from, PostId to)
{
    if (!m_versions) {
        return {};
    }
    Result<Rows> rows = m_database.query(
        QStringLiteral("SELECT post_id, replaced_at, text, entities FROM post_versions "
                       "WHERE post_id >= ? AND post_id <= ? ORDER BY post_id, replaced_at DESC, id DESC"),
        from, to);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        if (const auto place = places.constFind(rows->integer(0)); place != places.constEnd()) {
            posts[*place].extras.versions.append(
                PostVersion{rows->integer(1), RichText{rows->text(2), entitiesFromColumn(rows->text(3))}});
        }
    }
    return rows->status();
}

} // namespace vestnik
