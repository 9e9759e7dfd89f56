// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/schema.h"

#include <QDateTime>

#include "core/store/database.h"
#include "core/store/schemastate.h"
#include "core/store/sqlitebackup.h"

namespace vestnik {
namespace {

bool isSqlite(const Database &database)
{
    return database.kind() == DatabaseKind::Sqlite;
}

Result<SchemaMark> readMark(Database &database)
{
    return isSqlite(database) ? sqlite::readMark(database) : postgres::readMark(database);
}

SchemaState stateOf(const SchemaMark &mark)
{
    if (mark.empty) {
        return SchemaState::Empty;
    }
    if (!mark.ours || mark.version < 1) {
        return SchemaState::Foreign;
    }
    if (mark.version > currentSchemaVersion()) {
        return SchemaState::Newer;
    }
    return mark.version < currentSchemaVersion() ? SchemaState::Older : SchemaState::Current;
}

Result<void> addLocalUser(Database &database)
{
    const Result<qint64> added = database.execute(
        QStringLiteral("INSERT INTO users (id, name, created_at) VALUES (1, 'Local', ?) ON CONFLICT DO NOTHING"),
        QDateTime::currentMSecsSinceEpoch());
    return added ? alignNumbers(database) : Result<void>(failure(added.error()));
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
    return isSqlite(database) ? sqlite::writeMark(database, currentSchemaVersion())
                              : postgres::writeMark(database, currentSchemaVersion());
}

} // namespace

int currentSchemaVersion()
{
    return migrations().last().version;
}

Result<SchemaState> readSchemaState(Database &database)
{
    const Result<SchemaMark> mark = readMark(database);
    return mark ? Result<SchemaState>(stateOf(*mark)) : Result<SchemaState>(failure(mark.error()));
}

Result<int> readSchemaVersion(Database &database)
{
    const Result<SchemaMark> mark = readMark(database);
    return mark ? Result<int>(mark->version) : Result<int>(failure(mark.error()));
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
    if (*before == SchemaState::Older && database.kind() == DatabaseKind::Sqlite) {
        if (const Result<QString> kept = sqlitebackup::beforeMigration(database.path(), currentSchemaVersion());
            !kept) {
            return failure(kept.error());
        }
    }
    return database.transaction([&database]() -> Result<void> {
        // Asked again: another program may have been faster.
        const Result<SchemaMark> mark = readMark(database);
        if (!mark) {
            return failure(mark.error());
        }
        switch (stateOf(*mark)) {
        case SchemaState::Empty:
            return migrateFrom(database, 0);
        case SchemaState::Older:
            return migrateFrom(database, mark->version);
        case SchemaState::Current:
        case SchemaState::Newer:
        case SchemaState::Foreign:
            break;
        }
        return {};
    });
}

Result<void> checkSoundness(Database &database)
{
    return isSqlite(database) ? sqlite::checkSoundness(database) : postgres::checkSoundness(database);
}

Result<void> alignNumbers(Database &database)
{
    return isSqlite(database) ? Result<void>() : postgres::alignNumbers(database);
}

} // namespace vestnik
