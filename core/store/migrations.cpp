// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/database.h"
#include "core/store/schema.h"
#include "core/store/schematext.h"
#include "core/store/textindex.h"

namespace vestnik {
namespace {

Result<void> runAll(Database &database, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const Result<qint64> done = database.execute(schemaText(database.kind(), statement)); !done) {
            return failure(done.error());
        }
    }
    return {};
}

/// The first index of texts; other kinds of databases never had it.
Result<void> addTextsOfVersion1(Database &database)
{
    if (database.kind() != DatabaseKind::Sqlite) {
        return {};
    }
    const QStringList statements{
        QStringLiteral(R"(CREATE VIEW posts_search AS
            SELECT id, replace(replace(text, 'ё', 'е'), 'Ё', 'Е') AS text FROM posts)"),
        QStringLiteral(R"(CREATE VIRTUAL TABLE posts_fts USING fts5 (
            text, content = 'posts_search', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'))"),
        QStringLiteral("INSERT INTO posts_fts (posts_fts, rank) VALUES ('automerge', 8)"),
        QStringLiteral("CREATE TABLE search_queue (seq INTEGER PRIMARY KEY, post_id INTEGER NOT NULL)"),
    };
    return runAll(database, statements);
}

/// What the first release wrote.
Result<void> toVersion1(Database &database)
{
    const QStringList statements{
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
    const Result<void> made = runAll(database, statements);
    return made ? addTextsOfVersion1(database) : made;
}

/// The archive: what operators attach to posts, what became of posts, how long they are kept, word forms.
Result<void> toVersion2(Database &database)
{
    const QStringList statements{
        // COLLATE NOCASE is SQLite's own; this is what both kinds look names up with.
        QStringLiteral("CREATE UNIQUE INDEX channels_name ON channels (lower(username))"),
        // Words of the index that are not in the text: channel, kind, language (see postmarks.h). NULL: not made yet.
        QStringLiteral("ALTER TABLE posts ADD COLUMN marks TEXT"),
        QStringLiteral("ALTER TABLE posts ADD COLUMN deleted_at INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("CREATE INDEX posts_deleted ON posts (id) WHERE deleted_at > 0"),
        QStringLiteral("CREATE INDEX posts_edited ON posts (id) WHERE edited = 1"),
        // 0: kept for ever. In user_channel NULL: as the user has it.
        QStringLiteral("ALTER TABLE users ADD COLUMN retention_days INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE users ADD COLUMN retention_posts INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE user_channel ADD COLUMN retention_days INTEGER"),
        QStringLiteral("ALTER TABLE user_channel ADD COLUMN retention_posts INTEGER"),
        QStringLiteral(R"(CREATE TABLE starred (
            post_id INTEGER PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
            starred_at INTEGER NOT NULL))"),
        QStringLiteral(R"(CREATE TABLE notes (
            post_id INTEGER PRIMARY KEY REFERENCES posts (id) ON DELETE CASCADE,
            text TEXT NOT NULL,
            updated_at INTEGER NOT NULL))"),
        // tag_key: the name without differences of case; what makes two tags the same.
        QStringLiteral(R"(CREATE TABLE tags (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            tag_key TEXT NOT NULL UNIQUE,
            created_at INTEGER NOT NULL))"),
        QStringLiteral(R"(CREATE TABLE post_tags (
            tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
            post_id INTEGER NOT NULL REFERENCES posts (id) ON DELETE CASCADE,
            PRIMARY KEY (tag_id, post_id)) WITHOUT ROWID)"),
        QStringLiteral("CREATE INDEX post_tags_post ON post_tags (post_id)"),
        QStringLiteral(R"(CREATE TABLE saved_searches (
            id INTEGER PRIMARY KEY,
            user_id INTEGER NOT NULL REFERENCES users (id),
            name TEXT NOT NULL,
            query TEXT NOT NULL,
            position INTEGER NOT NULL DEFAULT 0,
            created_at INTEGER NOT NULL))"),
    };
    if (Result<void> made = runAll(database, statements); !made) {
        return made;
    }
    return textindex::createTables(database);
}

/// Jobs, and why and when their runs were. No version before stored a job.
Result<void> toVersion3(Database &database)
{
    QStringList statements{
        QStringLiteral("DROP VIEW run_statistics"),
        QStringLiteral("ALTER TABLE jobs RENAME COLUMN active TO enabled"),
        QStringLiteral("ALTER TABLE jobs RENAME COLUMN last_run_at TO last_began_at"),
        QStringLiteral("ALTER TABLE jobs RENAME COLUMN next_run_at TO handled_until"),
        // Objects as JSON; NULL: all members as they are by default.
        QStringLiteral("ALTER TABLE jobs ADD COLUMN target TEXT"),
        QStringLiteral("ALTER TABLE jobs ADD COLUMN policy TEXT"),
        QStringLiteral("ALTER TABLE jobs ADD COLUMN paused INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE jobs ADD COLUMN paused_until INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE jobs ADD COLUMN removed_at INTEGER NOT NULL DEFAULT 0"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN kind TEXT NOT NULL DEFAULT 'parse'"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN job_name TEXT NOT NULL DEFAULT ''"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN reason TEXT"),
        QStringLiteral("ALTER TABLE runs ADD COLUMN attempt INTEGER NOT NULL DEFAULT 1"),
    };
    for (const char *column :
        {"due_at", "queued_at", "reason_run", "reason_count", "reason_ran", "reason_from", "reason_to"}) {
        statements << QStringLiteral("ALTER TABLE runs ADD COLUMN %1 INTEGER NOT NULL DEFAULT 0")
                          .arg(QString::fromLatin1(column));
    }
    statements << QStringList{
        QStringLiteral("UPDATE runs SET queued_at = started_at"),
        QStringLiteral("CREATE INDEX runs_job ON runs (job_id, id)"),
        QStringLiteral("CREATE INDEX runs_status ON runs (status, id)"),
        // Holds all that the charts sum up.
        QStringLiteral("CREATE INDEX runs_started ON runs (started_at, status, finished_at, posts_added)"),
        QStringLiteral("CREATE INDEX run_channels_channel ON run_channels (channel_id, run_id)"),
        // number: as the log of the program counted it; position: within the run, across starts of the program.
        QStringLiteral(R"(CREATE TABLE run_log (
            run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            number INTEGER NOT NULL,
            at INTEGER NOT NULL,
            level TEXT NOT NULL,
            event TEXT NOT NULL,
            subject TEXT NOT NULL DEFAULT '',
            args TEXT,
            error_code TEXT,
            error_subject TEXT,
            error_detail TEXT,
            PRIMARY KEY (run_id, position)) WITHOUT ROWID)"),
        QStringLiteral(R"(CREATE VIEW run_statistics AS
            SELECT id AS run_id, job_id, job_name, kind, status, origin, started_at, finished_at,
                CASE WHEN finished_at > 0 AND started_at > 0 THEN finished_at - started_at END AS duration_ms,
                channels_total AS channels, channels_failed,
                channels_failed + CASE WHEN error_code IS NULL THEN 0 ELSE 1 END AS errors_count,
                posts_added AS posts_count, posts_updated, bytes, 0 AS signals_count
            FROM runs)"),
    };
    return runAll(database, statements);
}

} // namespace

const QList<Migration> &migrations()
{
    static const QList<Migration> steps{
        {1, &toVersion1},
        {2, &toVersion2},
        {3, &toVersion3},
    };
    return steps;
}

} // namespace vestnik
