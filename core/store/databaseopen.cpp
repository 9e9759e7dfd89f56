// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>

#include <atomic>

#include "core/store/database_p.h"
#include "core/store/schema.h"

namespace vestnik {
namespace {

// A program in the house keeps well under 150 MB: one writer and two readers share this budget.
constexpr int writerCacheKib = 16 * 1024;
constexpr int readerCacheKib = 6 * 1024;
// The writer moves the log into the file itself only when nobody else did for this long (64 MB at 4 KiB a page).
constexpr int safetyCheckpointPages = 16 * 1024;

QString connectionName()
{
    static std::atomic<quint64> counter = 0;
    return QStringLiteral("vestnik-store-%1").arg(++counter);
}

Result<QString> filePathOf(const QString &address)
{
    static const QLatin1String sqlite("sqlite://");
    QString path = address;
    if (path.startsWith(sqlite)) {
        path = path.mid(sqlite.size());
        while (path.startsWith(QLatin1String("//"))) {
            path.remove(0, 1);
        }
    }
    if (path.isEmpty() || path.contains(QLatin1String("://")) || path.contains(QChar(u'\0'))) {
        // The rest of such an address may hold a password.
        return failure(ErrorCode::DatabaseUnsupported, address.section(QLatin1String("://"), 0, 0));
    }
    return path;
}

/// True for a file that SQLite would take: empty, or with its magic.
bool looksLikeDatabase(const QString &path)
{
    QFile file(path);
    if (file.size() == 0 || !file.open(QIODevice::ReadOnly)) {
        return true;
    }
    return file.read(16) == QByteArray("SQLite format 3\0", 16);
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const DatabaseConfig &config)
{
    const Result<QString> path = filePathOf(config.path);
    if (!path) {
        return failure(path.error());
    }
    const bool exists = QFileInfo::exists(*path);
    if (config.readOnly && !exists) {
        return failure(ErrorCode::DatabaseOpenFailed, *path, QStringLiteral("no such file"));
    }
    if (QFileInfo(*path).isDir()) {
        return failure(ErrorCode::DatabaseOpenFailed, *path, QStringLiteral("is a directory"));
    }
    if (!looksLikeDatabase(*path)) {
        return failure(ErrorCode::DatabaseDamaged, *path, QStringLiteral("file is not a database"));
    }
    std::unique_ptr<Database> database(new Database(*path, config.readOnly));
    Result<void> step = database->connectTo(false);
    if (!step && config.readOnly && step.error().code == ErrorCode::DatabaseReadOnly
        && QFileInfo(*path + QLatin1String("-wal")).size() == 0) {
        // A folder that cannot be written cannot hold the shared memory of the log. Without a log the file is complete.
        database.reset(new Database(*path, true));
        step = database->connectTo(true);
    }
    if (step) {
        step = database->verify();
    }
    if (step) {
        step = database->configure();
    }
    if (step && !config.readOnly) {
        step = bringSchemaUpToDate(*database);
    }
    if (!step) {
        return failure(step.error());
    }
    return database;
}

Result<void> Database::connectTo(bool immutable)
{
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    if (m_readOnly) {
        options += QLatin1String(";QSQLITE_OPEN_READONLY");
    }
    QString name = m_path;
    if (immutable) {
        options += QLatin1String(";QSQLITE_OPEN_URI");
        name = QLatin1String("file:") + QString::fromLatin1(QUrl::toPercentEncoding(m_path, "/"))
            + QLatin1String("?immutable=1");
    }
    d->connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connectionName());
    d->connection.setConnectOptions(options);
    d->connection.setDatabaseName(name);
    if (!d->connection.open()) {
        const QSqlError error = d->connection.lastError();
        return failure(errorFor(error.nativeErrorCode().toInt(), error.databaseText()));
    }
    const QVariant handle = d->connection.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0) {
        return failure(ErrorCode::DatabaseOpenFailed, m_path, QStringLiteral("the SQLite driver has no handle"));
    }
    d->handle = *static_cast<sqlite3 *const *>(handle.constData());
    // Until the file has been found good, closing it must not move a left-over log into it.
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    const Result<qint64> first = number(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    if (!first) {
        return failure(first.error());
    }
    if (!m_readOnly && sqlite3_db_readonly(d->handle, "main") == 1) {
        return failure(ErrorCode::DatabaseReadOnly, m_path, QStringLiteral("the file may not be written"));
    }
    return {};
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
        if (Result<void> sound = checkSoundness(*this); !sound) {
            return sound;
        }
    }
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return {};
}

Result<void> Database::configure()
{
    QStringList pragmas{QStringLiteral("PRAGMA temp_store = MEMORY"), QStringLiteral("PRAGMA foreign_keys = ON"),
        QStringLiteral("PRAGMA cache_size = -%1").arg(m_readOnly ? readerCacheKib : writerCacheKib)};
    if (m_readOnly) {
        pragmas << QStringLiteral("PRAGMA query_only = ON");
    } else {
        pragmas << QStringLiteral("PRAGMA journal_mode = WAL") << QStringLiteral("PRAGMA synchronous = NORMAL")
                << QStringLiteral("PRAGMA journal_size_limit = 67108864")
                << QStringLiteral("PRAGMA wal_autocheckpoint = %1").arg(safetyCheckpointPages);
    }
    for (const QString &pragma : std::as_const(pragmas)) {
        if (const Result<qint64> done = number(pragma); !done) {
            return failure(done.error());
        }
    }
    d->statements.clear();
    return {};
}

Result<qint64> Database::checkpoint(const QString &path)
{
    const Result<QString> file = filePathOf(path);
    if (!file || !QFileInfo::exists(*file)) {
        return failure(ErrorCode::DatabaseOpenFailed, path);
    }
    Database database(*file, false);
    if (const Result<void> connected = database.connectTo(false); !connected) {
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
