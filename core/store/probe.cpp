// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/probe.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFileInfo>

#include <chrono>

#include "core/store/database_p.h"
#include "core/store/postgresaddress.h"
#include "core/store/schema.h"
#include "core/store/sqlitedriver.h"

namespace vestnik {
namespace {

using namespace std::chrono_literals;

// With what it takes to give a statement up, six seconds in all.
constexpr auto limit = 4s;

DatabaseProbe::Content contentOf(SchemaState state)
{
    switch (state) {
    case SchemaState::Empty:
        break;
    case SchemaState::Current:
        return DatabaseProbe::Content::Store;
    case SchemaState::Older:
        return DatabaseProbe::Content::OlderStore;
    case SchemaState::Newer:
        return DatabaseProbe::Content::NewerStore;
    case SchemaState::Foreign:
        return DatabaseProbe::Content::Foreign;
    }
    return DatabaseProbe::Content::Empty;
}

/// A file may be made where its folder lets us write.
DatabaseProbe probeOfMissing(const QString &file)
{
    DatabaseProbe probe;
    probe.address = file;
    probe.server = QLatin1String("SQLite ") + QLatin1String(sqlite3_libversion());
    const QFileInfo folder(QFileInfo(file).absolutePath());
    probe.mayCreate = folder.isDir() && folder.isWritable();
    return probe;
}

Result<QString> textOf(Database &database, const QString &sql)
{
    Result<Rows> rows = database.query(sql);
    if (!rows) {
        return failure(rows.error());
    }
    if (rows->next()) {
        return rows->text(0);
    }
    const Result<void> status = rows->status();
    return status ? Result<QString>(QString()) : failure(status.error());
}

} // namespace

Result<DatabaseProbe> Database::probe()
{
    const bool onServer = kind() == DatabaseKind::Postgres;
    DatabaseProbe probe;
    probe.address = m_path;
    const Result<SchemaState> state = readSchemaState(*this);
    const Result<int> version = state ? readSchemaVersion(*this) : failure(state.error());
    const Result<QString> server = textOf(*this,
        onServer ? QStringLiteral("SELECT 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)")
                 : QStringLiteral("SELECT 'SQLite ' || sqlite_version()"));
    const Result<qint64> rights = onServer
        ? number(QStringLiteral("SELECT CASE WHEN has_schema_privilege(current_schema(), 'CREATE') AND NOT "
                                "pg_is_in_recovery() THEN 1 ELSE 0 END"))
        : Result<qint64>(QFileInfo(m_path).isWritable() ? 1 : 0);
    if (!version || !server || !rights) {
        return failure(!version ? version.error() : !server ? server.error() : rights.error());
    }
    probe.content = contentOf(*state);
    probe.version = *state == SchemaState::Foreign ? 0 : *version;
    probe.server = *server;
    probe.mayCreate = *rights == 1;
    return probe;
}

Result<DatabaseProbe> probeDatabase(const QString &address, const InterruptCheck &check)
{
    QElapsedTimer timer;
    timer.start();
    Result<DatabaseProbe> probe;
    if (const Result<QString> file = SqliteDriver::fileOf(address); file && !QFileInfo::exists(*file)) {
        probe = probeOfMissing(*file);
    } else {
        const QDeadlineTimer deadline(limit);
        const InterruptCheck both = [&check, deadline] {
            const ErrorCode reason = check ? check() : ErrorCode::None;
            return reason == ErrorCode::None && deadline.hasExpired() ? ErrorCode::DatabaseUnreachable : reason;
        };
        const Result<std::unique_ptr<Database>> database = Database::connectOnly(DatabaseConfig{address, true}, both);
        probe = database ? (*database)->probe() : Result<DatabaseProbe>(failure(database.error()));
    }
    if (probe) {
        probe->millis = timer.elapsed();
    }
    return probe;
}

} // namespace vestnik
