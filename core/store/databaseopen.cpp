// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFileInfo>

#include <algorithm>

#include "core/store/database_p.h"
#include "core/store/postgresaddress.h"
#include "core/store/postgresdriver.h"
#include "core/store/schema.h"
#include "core/store/sqlitedriver.h"

namespace vestnik {
namespace {

Result<std::unique_ptr<DatabaseDriver>> driverFor(const DatabaseConfig &config)
{
    if (PostgresAddress::isOne(config.path)) {
        const Result<PostgresAddress> address = PostgresAddress::parse(config.path);
        if (!address) {
            return failure(address.error());
        }
        return std::make_unique<PostgresDriver>(*address, config.readOnly, config.beside);
    }
    const Result<QString> file = SqliteDriver::fileOf(config.path);
    if (!file) {
        return failure(file.error());
    }
    if (const Result<void> usable = SqliteDriver::checkFile(*file, config.readOnly); !usable) {
        return failure(usable.error());
    }
    return std::make_unique<SqliteDriver>(*file, config.readOnly);
}

} // namespace

Result<std::unique_ptr<Database>> Database::connectOnly(const DatabaseConfig &config, const InterruptCheck &check)
{
    Result<std::unique_ptr<DatabaseDriver>> driver = driverFor(config);
    if (!driver) {
        return failure(driver.error());
    }
    auto parts = std::make_unique<Private>();
    parts->driver = std::move(*driver);
    parts->readOnly = config.readOnly;
    parts->connecting = true;
    std::unique_ptr<Database> database(new Database(std::move(parts)));
    database->setInterruptCheck(check);
    if (const Result<void> connected = database->d->driver->connectToStore(false); !connected) {
        return failure(connected.error());
    }
    return database;
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseConfig &config, const InterruptCheck &check)
{
    Result<std::unique_ptr<Database>> database = connectOnly(config, check);
    if (!database) {
        return failure(database.error());
    }
    if (const Result<void> ready = (*database)->prepareStore(); !ready) {
        return failure(ready.error());
    }
    (*database)->d->connecting = false;
    (*database)->setInterruptCheck({});
    return database;
}

Result<void> Database::prepareStore()
{
    Result<void> step = verify();
    if (step) {
        step = d->driver->configure(*this);
    }
    // Plans that were made before the settings of the connection, or before its tables were there.
    d->statements.clear();
    d->driver->forgetStatements();
    if (step && !m_readOnly) {
        step = bringSchemaUpToDate(*this);
    }
    return step;
}

Result<void> Database::verify()
{
    const Result<SchemaState> state = readSchemaState(*this);
    if (!state) {
        return failure(state.error());
    }
    switch (*state) {
    case SchemaState::Empty:
        if (m_readOnly) {
            return failure(ErrorCode::DatabaseOpenFailed, m_path, QStringLiteral("the database is empty"));
        }
        break;
    case SchemaState::Foreign:
        return failure(
            ErrorCode::DatabaseOpenFailed, m_path, QStringLiteral("the database belongs to another program"));
    case SchemaState::Newer:
        return failure(ErrorCode::DatabaseTooNew, m_path);
    case SchemaState::Older:
        if (m_readOnly) {
            return failure(ErrorCode::DatabaseOpenFailed, m_path,
                QStringLiteral("made by an older version and not brought up to date yet"));
        }
        break;
    case SchemaState::Current:
        break;
    }
    if (*state == SchemaState::Current || *state == SchemaState::Older) {
        return checkSoundness(*this);
    }
    return {};
}

QString Database::shownAddress(const QString &address)
{
    if (PostgresAddress::isOne(address)) {
        const Result<PostgresAddress> parsed = PostgresAddress::parse(address);
        return parsed ? parsed->shown() : QStringLiteral("postgresql://…");
    }
    const Result<QString> file = SqliteDriver::fileOf(address);
    return file ? *file : file.error().subject + QLatin1String("://…");
}

Result<qint64> Database::checkpoint(const QString &path)
{
    if (PostgresAddress::isOne(path)) {
        return 0;
    }
    const Result<QString> file = SqliteDriver::fileOf(path);
    if (!file || !QFileInfo::exists(*file)) {
        return failure(ErrorCode::DatabaseOpenFailed, path);
    }
    auto parts = std::make_unique<Private>();
    parts->driver = std::make_unique<SqliteDriver>(*file, false);
    Database database(std::move(parts));
    if (const Result<void> connected = database.d->driver->connectToStore(false); !connected) {
        return failure(connected.error());
    }
    Result<Rows> rows = database.query(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
    if (!rows) {
        return failure(rows.error());
    }
    if (!rows->next()) {
        const Result<void> status = rows->status();
        return status ? Result<qint64>(0) : failure(status.error());
    }
    return std::max<qint64>(0, rows->integer(1) - rows->integer(2));
}

} // namespace vestnik
