// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/storecheck.h"

#include "core/model/postcolumns.h"
#include "core/store/database.h"
#include "core/store/textindex.h"

#include <algorithm>
#include <array>

namespace vestnik::storecheck {
namespace {

constexpr int mostLines = 20;

struct Link {
    const char *table;
    const char *column;
    const char *parent;
};

constexpr std::array<Link, 11> links{{
    {"unread", "post_id", "posts"},
    {"album_members", "post_id", "posts"},
    {"post_versions", "post_id", "posts"},
    {"starred", "post_id", "posts"},
    {"notes", "post_id", "posts"},
    {"post_tags", "post_id", "posts"},
    {"post_tags", "tag_id", "tags"},
    {"coverage", "channel_id", "channels"},
    {"user_channel", "channel_id", "channels"},
    {"run_channels", "run_id", "runs"},
    {"run_log", "run_id", "runs"},
}};

QString orphansOf(const Link &link)
{
    return QStringLiteral(" FROM %1 WHERE NOT EXISTS (SELECT 1 FROM %3 WHERE %3.id = %1.%2)")
        .arg(QString::fromLatin1(link.table), QString::fromLatin1(link.column), QString::fromLatin1(link.parent));
}

// In the order in which rows refer to each other.
const QStringList &parentsFirst()
{
    static const QStringList order{QStringLiteral("users"), QStringLiteral("channels"), QStringLiteral("user_channel"),
        QStringLiteral("tags"), QStringLiteral("posts"), QStringLiteral("jobs"), QStringLiteral("runs")};
    return order;
}

const QString &rightCounts()
{
    static const QString sql = QStringLiteral(
        "(SELECT c.id AS id, COALESCE(p.posts, 0) AS posts, COALESCE(u.unread, 0) AS unread, "
        "COALESCE((SELECT l.posted_at FROM posts l WHERE l.channel_id = c.id ORDER BY l.id DESC LIMIT 1), 0) AS last "
        "FROM channels c "
        "LEFT JOIN (SELECT channel_id, count(*) AS posts FROM posts GROUP BY channel_id) AS p ON p.channel_id = c.id "
        "LEFT JOIN (SELECT channel_id, count(*) AS unread FROM unread GROUP BY channel_id) AS u "
        "ON u.channel_id = c.id)");
    return sql;
}

/// The time of the last post may be that of a row that was united with another since.
const QString &differ()
{
    static const QString sql = QStringLiteral("(c.post_count <> r.posts OR c.unread_count <> r.unread)");
    return sql;
}

Result<QStringList> lines(Database &database, const QString &sql)
{
    Result<Rows> rows = database.query(sql);
    if (!rows) {
        return failure(rows.error());
    }
    QStringList found;
    while (found.size() < mostLines && rows->next()) {
        found.append(rows->text(0));
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return found;
}

bool isDamage(const Error &error)
{
    return error.code == ErrorCode::DatabaseDamaged;
}

} // namespace

Result<QStringList> tables(Database &database)
{
    const Result<QStringList> all = database.kind() == DatabaseKind::Sqlite
        ? lines(database,
            QStringLiteral("SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema WHERE type = 'table' "
                           "AND name NOT LIKE 'sqlite@_%' ESCAPE '@' AND name NOT LIKE 'posts@_fts%' ESCAPE '@' "
                           "AND name NOT LIKE 'search@_%' ESCAPE '@' ORDER BY name)"))
        : lines(database,
            QStringLiteral("SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables "
                           "WHERE schemaname = current_schema() "
                           "AND tablename NOT LIKE 'search@_%' ESCAPE '@' "
                           "AND tablename NOT IN ('post_words', 'vestnik_schema')"));
    if (!all) {
        return all;
    }
    QStringList found = all->value(0).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::stable_sort(found.begin(), found.end(), [](const QString &a, const QString &b) {
        const qsizetype first = parentsFirst().indexOf(a);
        const qsizetype second = parentsFirst().indexOf(b);
        return (first < 0 ? parentsFirst().size() : first) < (second < 0 ? parentsFirst().size() : second);
    });
    return found;
}

Result<QStringList> problemsOf(Database &database, const QString &table, bool thorough)
{
    Result<QStringList> found = database.kind() == DatabaseKind::Sqlite
        ? lines(database,
            QStringLiteral("PRAGMA %1_check(\"%2\")")
                .arg(thorough ? QStringLiteral("integrity") : QStringLiteral("quick"), table))
        : lines(database, QStringLiteral("SELECT 'ok' FROM (SELECT count(*) FROM %1) AS all_rows").arg(table));
    if (!found && isDamage(found.error())) {
        return QStringList{table + QLatin1String(": ") + found.error().detail};
    }
    if (found) {
        found->removeAll(QStringLiteral("ok"));
    }
    return found;
}

Result<bool> textIndexIsSound(Database &database)
{
    if (database.kind() != DatabaseKind::Sqlite) {
        return true;
    }
    const Result<qint64> checked =
        database.execute(QStringLiteral("INSERT INTO posts_fts (posts_fts) VALUES ('integrity-check')"));
    if (checked) {
        return true;
    }
    return isDamage(checked.error()) ? Result<bool>(false) : failure(checked.error());
}

Result<qint64> emptyTextIndex(Database &database)
{
    qint64 waiting = 0;
    const Result<void> emptied = database.transaction([&]() -> Result<void> {
        if (database.kind() == DatabaseKind::Sqlite) {
            const Result<qint64> gone =
                database.execute(QStringLiteral("INSERT INTO posts_fts (posts_fts) VALUES ('delete-all')"));
            if (!gone) {
                return failure(gone.error());
            }
        }
        const Result<qint64> left = database.execute(QStringLiteral("DELETE FROM search_queue"));
        if (!left) {
            return failure(left.error());
        }
        const Result<qint64> queued = enqueueAll(database);
        waiting = queued.value_or(0);
        return queued ? Result<void>() : Result<void>(failure(queued.error()));
    });
    if (!emptied) {
        return failure(emptied.error());
    }
    return waiting;
}

Result<qint64> enqueueAll(Database &database)
{
    constexpr qint64 portion = 10'000;
    qint64 queued = 0;
    for (PostId after = 0;;) {
        QList<PostId> posts;
        {
            Result<Rows> rows =
                database.query(QStringLiteral("SELECT id FROM posts WHERE id > ? ORDER BY id LIMIT ?"), after, portion);
            if (!rows) {
                return failure(rows.error());
            }
            while (rows->next()) {
                posts.append(rows->integer(0));
            }
            if (const Result<void> status = rows->status(); !status) {
                return failure(status.error());
            }
        }
        if (posts.isEmpty()) {
            return queued;
        }
        if (const Result<void> done = textindex::enqueue(database, posts); !done) {
            return failure(done.error());
        }
        queued += posts.size();
        after = posts.last();
    }
}

Result<qint64> wrongCounts(Database &database)
{
    return database.number(QLatin1String("SELECT count(*) FROM channels c JOIN ") + rightCounts()
        + QLatin1String(" AS r ON r.id = c.id WHERE ") + differ());
}

Result<qint64> repairCounts(Database &database)
{
    return database.execute(QLatin1String("UPDATE channels SET post_count = f.posts, unread_count = f.unread, "
                                          "last_post_at = f.last FROM (SELECT r.id AS id, r.posts AS posts, "
                                          "r.unread AS unread, r.last AS last FROM channels c JOIN ")
        + rightCounts() + QLatin1String(" AS r ON r.id = c.id WHERE ") + differ()
        + QLatin1String(") AS f WHERE f.id = channels.id"));
}

Result<qint64> orphans(Database &database)
{
    qint64 total = 0;
    for (const Link &link : links) {
        const Result<qint64> found = database.number(QLatin1String("SELECT count(*)") + orphansOf(link));
        if (!found) {
            return found;
        }
        total += *found;
    }
    return total;
}

Result<qint64> removeOrphans(Database &database)
{
    qint64 total = 0;
    const Result<void> removed = database.transaction([&]() -> Result<void> {
        for (const Link &link : links) {
            const Result<qint64> gone = database.execute(QLatin1String("DELETE") + orphansOf(link));
            if (!gone) {
                return failure(gone.error());
            }
            total += *gone;
        }
        return {};
    });
    if (!removed) {
        return failure(removed.error());
    }
    return total;
}

} // namespace vestnik::storecheck
