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
    const Result<qint64> added = database.execute(
        QStringLiteral("INSERT INTO users (id, name, created_at) VALUES (1, 'Local', ?) ON CONFLICT DO NOTHING"),
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
        return migrateFrom(database, 0);
    });
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
