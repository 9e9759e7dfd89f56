// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/database.h"

#include <QFileInfo>
#include <QSqlError>

#include <cerrno>

#include "core/store/database_p.h"

namespace vestnik {
namespace {

constexpr int stepsBetweenChecks = 4000;
constexpr int keptStatements = 96;

} // namespace

Database::Database(const QString &path, bool readOnly)
    : m_path(path)
    , m_readOnly(readOnly)
    , d(std::make_unique<Private>())
{
}

Database::~Database()
{
    const QString name = d->connection.connectionName();
    if (d->handle) {
        sqlite3_progress_handler(d->handle, 0, nullptr, nullptr);
    }
    d->statements.clear();
    d->connection.close();
    d->connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Error Database::errorFor(int nativeCode, const QString &text) const
{
    const QString detail = text + QLatin1String(", SQLite ") + QString::number(nativeCode);
    const int system = d->handle ? sqlite3_system_errno(d->handle) : errno;
    switch (nativeCode & 0xff) {
    case SQLITE_FULL:
        return Error{ErrorCode::DatabaseFull, m_path, detail};
    case SQLITE_READONLY:
        return Error{ErrorCode::DatabaseReadOnly, m_path, detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Error{ErrorCode::DatabaseBusy, m_path, detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Error{ErrorCode::DatabaseDamaged, m_path, detail};
    case SQLITE_INTERRUPT:
        return Error{d->interruptedBy == ErrorCode::None ? ErrorCode::Cancelled : d->interruptedBy, m_path, detail};
    case SQLITE_CANTOPEN: {
        const bool forbidden = system == EACCES || system == EROFS || system == EPERM;
        const bool exists = QFileInfo::exists(m_path);
        return Error{forbidden && exists ? ErrorCode::DatabaseReadOnly : ErrorCode::DatabaseOpenFailed, m_path, detail};
    }
    case SQLITE_IOERR:
        if (system == ENOSPC || system == EDQUOT || system == EFBIG) {
            return Error{ErrorCode::DatabaseFull, m_path, detail};
        }
        if (system == EROFS || system == EACCES) {
            return Error{ErrorCode::DatabaseReadOnly, m_path, detail};
        }
        [[fallthrough]];
    default:
        return Error{
            ErrorCode::DatabaseFailed, text, m_path + QLatin1String(", SQLite ") + QString::number(nativeCode)};
    }
}

Error Database::errorOf(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    return errorFor(error.nativeErrorCode().toInt(), error.databaseText());
}

Result<std::shared_ptr<QSqlQuery>> Database::started(const QString &sql, const QVariantList &values)
{
    if (d->check) {
        d->interruptedBy = d->check();
        if (d->interruptedBy != ErrorCode::None) {
            return failure(d->interruptedBy, m_path);
        }
    }
    std::shared_ptr<QSqlQuery> query = d->statements.value(sql);
    // More than the table and this pointer: rows of it are being read further up.
    if (!query || query.use_count() > 2) {
        const bool keep = !query;
        query = std::make_shared<QSqlQuery>(d->connection);
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            return failure(errorOf(*query));
        }
        if (keep) {
            if (d->statements.size() >= keptStatements) {
                d->statements.clear();
            }
            d->statements.insert(sql, query);
        }
    }
    for (int i = 0; i < values.size(); ++i) {
        query->bindValue(i, values.at(i));
    }
    if (!query->exec()) {
        const Error error = errorOf(*query);
        query->finish();
        return failure(error);
    }
    return query;
}

Result<qint64> Database::executeList(const QString &sql, const QVariantList &values)
{
    const Result<std::shared_ptr<QSqlQuery>> query = started(sql, values);
    if (!query) {
        return failure(query.error());
    }
    const qint64 changed = (*query)->numRowsAffected();
    (*query)->finish();
    return changed;
}

Result<Rows> Database::queryList(const QString &sql, const QVariantList &values)
{
    Result<std::shared_ptr<QSqlQuery>> query = started(sql, values);
    if (!query) {
        return failure(query.error());
    }
    return Rows(this, std::move(*query));
}

Result<qint64> Database::number(const QString &sql, const QVariantList &values, qint64 fallback)
{
    Result<Rows> rows = queryList(sql, values);
    if (!rows) {
        return failure(rows.error());
    }
    if (rows->next() && !rows->isNull(0)) {
        return rows->integer(0);
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return fallback;
}

const QString &Database::idsIn() const
{
    static const QString sqlite = QStringLiteral("(SELECT value FROM json_each(?))");
    return sqlite;
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(d->handle);
}

Result<void> Database::transaction(const std::function<Result<void>()> &work)
{
    return bracket(QStringLiteral("BEGIN IMMEDIATE"), work);
}

Result<void> Database::snapshot(const std::function<Result<void>()> &work)
{
    return bracket(QStringLiteral("BEGIN"), work);
}

Result<void> Database::bracket(const QString &begin, const std::function<Result<void>()> &work)
{
    if (d->inTransaction) {
        return work();
    }
    if (const Result<qint64> begun = execute(begin); !begun) {
        return failure(begun.error());
    }
    d->inTransaction = true;
    Result<void> result = work();
    d->inTransaction = false;
    if (result) {
        const Result<qint64> committed = execute(QStringLiteral("COMMIT"));
        if (committed) {
            return {};
        }
        result = failure(committed.error());
    }
    // A full disk or a failing one may have ended the transaction already. Past its time limit it must still end.
    if (sqlite3_get_autocommit(d->handle) == 0) {
        const InterruptCheck check = std::exchange(d->check, {});
        const Result<qint64> undone = execute(QStringLiteral("ROLLBACK"));
        d->check = check;
        if (!undone && sqlite3_get_autocommit(d->handle) == 0) {
            return failure(undone.error());
        }
    }
    return result;
}

void Database::setInterruptCheck(InterruptCheck check)
{
    d->check = std::move(check);
    d->interruptedBy = ErrorCode::None;
    sqlite3_progress_handler(
        d->handle, d->check ? stepsBetweenChecks : 0, d->check ? &Private::onSteps : nullptr, d.get());
}

qint64 Database::walBytes() const
{
    return QFileInfo(m_path + QLatin1String("-wal")).size();
}

qint64 Database::fileBytes() const
{
    return QFileInfo(m_path).size() + walBytes();
}

} // namespace vestnik
