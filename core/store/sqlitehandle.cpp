// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/sqlitehandle.h"

#include <QFileInfo>
#include <QStringList>
#include <QUrl>

#include <cerrno>

namespace vestnik {
namespace {

constexpr int busyMs = 5'000;
constexpr int stepsBetweenChecks = 4'000;

struct Finalizer {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

} // namespace

Result<SqliteHandle> SqliteHandle::open(const QString &path, Mode mode)
{
    SqliteHandle opened;
    opened.m_path = path;
    const bool reads = mode == Mode::Read || mode == Mode::Frozen;
    QByteArray name = path.toUtf8();
    int flags = reads ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (mode == Mode::Create) {
        flags |= SQLITE_OPEN_CREATE;
    }
    // Without a log the file is complete, and looking at it needs no shared memory beside it.
    if (mode == Mode::Frozen && QFileInfo(path + QLatin1String("-wal")).size() == 0) {
        flags |= SQLITE_OPEN_URI;
        name = "file:" + QUrl::toPercentEncoding(path, "/") + "?immutable=1";
    }
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &handle, flags, nullptr);
    opened.m_handle.reset(handle);
    if (code != SQLITE_OK) {
        return failure(opened.error(code));
    }
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busyMs);
    return opened;
}

Error SqliteHandle::error(int code) const
{
    const QString text =
        m_handle ? QString::fromUtf8(sqlite3_errmsg(m_handle.get())) : QString::fromUtf8(sqlite3_errstr(code));
    const QString detail = text + QStringLiteral(", SQLite %1").arg(code);
    const int system = m_handle ? sqlite3_system_errno(m_handle.get()) : errno;
    const bool forbidden = system == EACCES || system == EROFS || system == EPERM;
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::DatabaseFull, m_path, detail};
    case SQLITE_READONLY:
        return {ErrorCode::DatabaseReadOnly, m_path, detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::DatabaseBusy, m_path, detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::DatabaseDamaged, m_path, detail};
    case SQLITE_INTERRUPT:
        return {ErrorCode::Cancelled, m_path, {}};
    case SQLITE_CANTOPEN:
        return {forbidden ? ErrorCode::FileFailed : ErrorCode::DatabaseOpenFailed, m_path, detail};
    case SQLITE_IOERR:
        if (system == ENOSPC || system == EDQUOT || system == EFBIG) {
            return {ErrorCode::DatabaseFull, m_path, detail};
        }
        return {ErrorCode::FileFailed, m_path, detail};
    default:
        return {ErrorCode::DatabaseFailed, text, m_path + QStringLiteral(", SQLite %1").arg(code)};
    }
}

Result<void> SqliteHandle::run(const char *sql) const
{
    const int code = sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<void>() : Result<void>(failure(error(code)));
}

Result<QStringList> SqliteHandle::values(const QString &sql) const
{
    sqlite3_stmt *prepared = nullptr;
    int code = sqlite3_prepare_v2(m_handle.get(), sql.toUtf8().constData(), -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, Finalizer> statement(prepared);
    if (code != SQLITE_OK) {
        return failure(error(code));
    }
    QStringList values;
    while ((code = sqlite3_step(prepared)) == SQLITE_ROW) {
        values.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(prepared, 0))));
    }
    if (code != SQLITE_DONE) {
        return failure(error(code));
    }
    return values;
}

Result<QString> SqliteHandle::value(const QString &sql) const
{
    const Result<QStringList> all = values(sql);
    if (!all) {
        return failure(all.error());
    }
    return all->isEmpty() ? QString() : all->first();
}

void SqliteHandle::obey(const TaskControl &control)
{
    m_control = std::make_unique<TaskControl>(control);
    const auto ask = [](void *watched) { return static_cast<const TaskControl *>(watched)->isCancelled() ? 1 : 0; };
    sqlite3_progress_handler(m_handle.get(), stepsBetweenChecks, ask, m_control.get());
}

} // namespace vestnik
