// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/schema.h"

#include <QDateTime>

#include "core/store/database.h"

namespace vestnik {
namespace {

// "VSTN": tells our files from other programs' in the header of the file.
constexpr qint64 applicationId = 0x5653544e;

Result<void> executeAll(Database &database, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const Result<qint64> done = database.execute(statement); !done) {
            return failure(done.error());
        }
    }
    return {};
}

/// The pragmas of the header take no bound values.
Result<void> writeVersion(Database &database, int version)
{
    return executeAll(database,
        {QStringLiteral("PRAGMA application_id = %1").arg(applicationId),
            QStringLiteral("PRAGMA user_version = %1").arg(version)});
}

Result<void> addLocalUser(Database &database)
{
    const Result<qint64> added =
        database.execute(QStringLiteral("INSERT OR IGNORE INTO users (id, name, created_at) VALUES (1, 'Local', ?)"),
            QDateTime::currentMSecsSinceEpoch());
    if (!added) {
        return failure(added.error());
    }
    return {};
}

Result<void> migrateFrom(Database &database, int version)
{
    for (const Migration &step : migrations()) {
        if (step.version <= version) {
            continue;
        }
        if (Result<void> applied = step.apply(database); !applied) {
            return applied;
        }
    }
    if (Result<void> user = addLocalUser(database); !user) {
        return user;
    }
    return writeVersion(database, currentSchemaVersion());
}

} // namespace

int currentSchemaVersion()
{
    return migrations().last().version;
}

const QStringList &freshSchema()
{
    // posts.id carries the time (see postkey.h): "newest first" is a walk along the table. What is unread stands in a
    // table of its own, so that marking a whole channel rewrites none of its posts. The index of texts
    // costs more than storing does, so posts wait for it in search_queue until there is time (see textindex.h).
    static const QStringList statements{
        QStringLiteral(R"(CREATE TABLE users (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            telegram_id INTEGER NOT NULL DEFAULT 0,
            created_at INTEGER NOT NULL))"),
        QStringLiteral(R"(CREATE TABLE channels (
            id INTEGER PRIMARY KEY,
            username TEXT NOT NULL COLLATE NOCASE UNIQUE,
            telegram_id INTEGER NOT NULL DEFAULT 0,
            title TEXT NOT NULL DEFAULT '',
            description TEXT NOT NULL DEFAULT '',
            verified INTEGER NOT NULL DEFAULT 0,
            photo_url TEXT NOT NULL DEFAULT '',
            subscribers INTEGER,
            photos INTEGER,
            videos INTEGER,
            files INTEGER,
            links INTEGER,
            health TEXT NOT NULL DEFAULT 'new',
            error_code TEXT,
            error_subject TEXT,
            error_detail TEXT,
            failing_since INTEGER NOT NULL DEFAULT 0,
            failures_in_row INTEGER NOT NULL DEFAULT 0,
            history_kind TEXT,
            history_since INTEGER NOT NULL DEFAULT 0,
            history_posts INTEGER NOT NULL DEFAULT 0,
            history_complete INTEGER NOT NULL DEFAULT 0,
            post_count INTEGER NOT NULL DEFAULT 0,
            unread_count INTEGER NOT NULL DEFAULT 0,
            last_post_at INTEGER NOT NULL DEFAULT 0,
            created_at INTEGER NOT NULL))"),
        QStringLiteral(R"(CREATE TABLE user_channel (
            user_id INTEGER NOT NULL REFERENCES users (id),
            channel_id INTEGER NOT NULL REFERENCES channels (id),
            active INTEGER NOT NULL DEFAULT 1,
            folder TEXT NOT NULL DEFAULT '',
            last_parsed_at INTEGER NOT NULL DEFAULT 0,
            created_at INTEGER NOT NULL,
            removed_at INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (user_id, channel_id)) WITHOUT ROWID)"),
        QStringLiteral(R"(CREATE TABLE posts (
            id INTEGER PRIMARY KEY,
            channel_id INTEGER NOT NULL REFERENCES channels (id),
            message_id INTEGER NOT NULL,
            posted_at INTEGER NOT NULL,
            kind TEXT NOT NULL,
            edited INTEGER NOT NULL DEFAULT 0,
            pinned INTEGER NOT NULL DEFAULT 0,
            partly_unsupported INTEGER NOT NULL DEFAULT 0,
            views INTEGER,
            views_shown TEXT,
            views_rounded INTEGER NOT NULL DEFAULT 0,
            media_count INTEGER NOT NULL DEFAULT 0,
            has_link INTEGER NOT NULL DEFAULT 0,
            author TEXT,
            via_bot TEXT,
            text TEXT NOT NULL,
            entities TEXT,
            media TEXT,
            media_urls TEXT,
            reactions TEXT,
            forward TEXT,
            reply TEXT,
            preview TEXT,
            buttons TEXT,
            album_ids TEXT,
            stored_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL DEFAULT 0))"),
        QStringLiteral("CREATE UNIQUE INDEX posts_message ON posts (channel_id, message_id)"),
        QStringLiteral("CREATE INDEX posts_channel ON posts (channel_id)"),
        QStringLiteral(R"(CREATE TABLE unread (
            channel_id INTEGER NOT NULL,
            post_id INTEGER NOT NULL,
            PRIMARY KEY (channel_id, post_id)) WITHOUT ROWID)"),
        QStringLiteral(R"(CREATE TABLE album_members (
            channel_id INTEGER NOT NULL,
            message_id INTEGER NOT NULL,
            post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
            PRIMARY KEY (channel_id, message_id)) WITHOUT ROWID)"),
        QStringLiteral("CREATE INDEX album_members_post ON album_members (post_id)"),
        QStringLiteral(R"(CREATE TABLE coverage (
            channel_id INTEGER NOT NULL REFERENCES channels (id),
            from_id INTEGER NOT NULL,
            to_id INTEGER NOT NULL,
            PRIMARY KEY (channel_id, from_id)) WITHOUT ROWID)"),
        QStringLiteral(R"(CREATE TABLE post_versions (
            id INTEGER PRIMARY KEY,
            post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
            replaced_at INTEGER NOT NULL,
            text TEXT NOT NULL,
            entities TEXT))"),
        QStringLiteral("CREATE INDEX post_versions_post ON post_versions (post_id)"),
        QStringLiteral(R"(CREATE VIEW posts_search AS
            SELECT id, replace(replace(text, 'ё', 'е'), 'Ё', 'Е') AS text FROM posts)"),
        QStringLiteral(R"(CREATE VIRTUAL TABLE posts_fts USING fts5 (
            text, content = 'posts_search', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'))"),
        QStringLiteral("INSERT INTO posts_fts (posts_fts, rank) VALUES ('automerge', 8)"),
        QStringLiteral("CREATE TABLE search_queue (seq INTEGER PRIMARY KEY, post_id INTEGER NOT NULL)"),
        QStringLiteral(R"(CREATE TABLE jobs (
            id INTEGER PRIMARY KEY,
            user_id INTEGER NOT NULL REFERENCES users (id),
            kind TEXT NOT NULL,
            name TEXT NOT NULL DEFAULT '',
            active INTEGER NOT NULL DEFAULT 1,
            trigger TEXT NOT NULL,
            arguments TEXT,
            next_run_at INTEGER NOT NULL DEFAULT 0,
            last_run_at INTEGER NOT NULL DEFAULT 0,
            created_at INTEGER NOT NULL))"),
        QStringLiteral(R"(CREATE TABLE runs (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            job_id INTEGER REFERENCES jobs (id) ON DELETE SET NULL,
            status TEXT NOT NULL,
            origin TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            finished_at INTEGER NOT NULL DEFAULT 0,
            channels_total INTEGER NOT NULL DEFAULT 0,
            channels_done INTEGER NOT NULL DEFAULT 0,
            channels_failed INTEGER NOT NULL DEFAULT 0,
            posts_added INTEGER NOT NULL DEFAULT 0,
            posts_updated INTEGER NOT NULL DEFAULT 0,
            bytes INTEGER NOT NULL DEFAULT 0,
            error_code TEXT,
            error_subject TEXT,
            error_detail TEXT))"),
        QStringLiteral(R"(CREATE TABLE run_channels (
            run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            channel_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            username TEXT NOT NULL,
            status TEXT NOT NULL,
            posts_added INTEGER NOT NULL DEFAULT 0,
            posts_updated INTEGER NOT NULL DEFAULT 0,
            pages INTEGER NOT NULL DEFAULT 0,
            bytes INTEGER NOT NULL DEFAULT 0,
            started_at INTEGER NOT NULL DEFAULT 0,
            finished_at INTEGER NOT NULL DEFAULT 0,
            error_code TEXT,
            error_subject TEXT,
            error_detail TEXT,
            PRIMARY KEY (run_id, channel_id)) WITHOUT ROWID)"),
        QStringLiteral("CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID"),
        QStringLiteral(R"(CREATE VIEW run_statistics AS
            SELECT id AS run_id, status, origin, started_at, finished_at,
                CASE WHEN finished_at > 0 THEN finished_at - started_at END AS duration_ms,
                channels_total AS channels, channels_failed, posts_added AS posts_count, posts_updated, bytes,
                0 AS signals_count
            FROM runs)"),
    };
    return statements;
}

Result<SchemaState> readSchemaState(Database &database)
{
    const Result<qint64> tables = database.number(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    const Result<qint64> application = database.number(QStringLiteral("PRAGMA application_id"));
    const Result<qint64> version = database.number(QStringLiteral("PRAGMA user_version"));
    for (const Result<qint64> &read : {tables, application, version}) {
        if (!read) {
            return failure(read.error());
        }
    }
    if (*tables == 0 && *version == 0) {
        return SchemaState::Empty;
    }
    if (*application != applicationId || *version < 1) {
        return SchemaState::Foreign;
    }
    if (*version > currentSchemaVersion()) {
        return SchemaState::Newer;
    }
    return *version < currentSchemaVersion() ? SchemaState::Older : SchemaState::Current;
}

Result<void> bringSchemaUpToDate(Database &database)
{
    const Result<SchemaState> before = readSchemaState(database);
    if (!before) {
        return failure(before.error());
    }
    if (*before == SchemaState::Current) {
        return {};
    }
    return database.transaction([&database]() -> Result<void> {
        // Asked again: another program may have been faster.
        const Result<SchemaState> state = readSchemaState(database);
        if (!state) {
            return failure(state.error());
        }
        if (*state == SchemaState::Older) {
            const Result<qint64> version = database.number(QStringLiteral("PRAGMA user_version"));
            return version ? migrateFrom(database, static_cast<int>(*version)) : failure(version.error());
        }
        if (*state != SchemaState::Empty) {
            return {};
        }
        if (Result<void> made = executeAll(database, freshSchema()); !made) {
            return made;
        }
        if (Result<void> user = addLocalUser(database); !user) {
            return user;
        }
        return writeVersion(database, currentSchemaVersion());
    });
}

Result<void> migrateFromNothing(Database &database)
{
    return database.transaction([&database] { return migrateFrom(database, 0); });
}

Result<void> checkSoundness(Database &database)
{
    static const QStringList smallTables{QStringLiteral("users"), QStringLiteral("channels"),
        QStringLiteral("user_channel"), QStringLiteral("coverage"), QStringLiteral("jobs"), QStringLiteral("settings")};
    for (const QString &table : smallTables) {
        Result<Rows> rows = database.query(QStringLiteral("PRAGMA quick_check(%1)").arg(table));
        if (!rows) {
            return failure(rows.error());
        }
        if (rows->next() && rows->text(0) != QLatin1String("ok")) {
            return failure(ErrorCode::DatabaseDamaged, database.path(), table + QLatin1String(": ") + rows->text(0));
        }
        if (Result<void> status = rows->status(); !status) {
            return status;
        }
    }
    static const QStringList ends{QStringLiteral("SELECT length(text) FROM posts ORDER BY id DESC LIMIT 1"),
        QStringLiteral("SELECT length(text) FROM posts ORDER BY id LIMIT 1"),
        QStringLiteral("SELECT max(message_id) FROM posts WHERE channel_id = (SELECT max(id) FROM channels)"),
        QStringLiteral("SELECT sum(length(block)) FROM posts_fts_data WHERE id IN (1, 10)"),
        QStringLiteral("SELECT max(id) FROM runs")};
    for (const QString &sql : ends) {
        if (const Result<qint64> read = database.number(sql); !read) {
            const bool outOfPlace = read.error().code == ErrorCode::DatabaseFailed;
            return failure(
                outOfPlace ? ErrorCode::DatabaseDamaged : read.error().code, database.path(), read.error().detail);
        }
    }
    return {};
}

} // namespace vestnik
