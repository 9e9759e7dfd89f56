// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/sqlitedriver.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

#include <atomic>
#include <cerrno>

#include "core/store/ftstokenizer.h"

namespace vestnik {
namespace {

constexpr int stepsBetweenChecks = 4000;
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

/// True for a file that SQLite would take: empty, or with its magic.
bool looksLikeDatabase(const QString &path)
{
    QFile file(path);
    if (file.size() == 0 || !file.open(QIODevice::ReadOnly)) {
        return true;
    }
    return file.read(16) == QByteArray("SQLite format 3\0", 16);
}

class SqliteStatement final : public Statement {
public:
    SqliteStatement(const SqliteDriver &driver, const QSqlDatabase &connection)
        : m_driver(driver)
        , m_query(connection)
    {
        m_query.setForwardOnly(true);
    }

    Result<void> prepare(const QString &sql)
    {
        return m_query.prepare(sql) ? Result<void>() : Result<void>(failure(m_driver.errorOf(m_query)));
    }
    Result<void> run(const QVariantList &values) override
    {
        for (int i = 0; i < values.size(); ++i) {
            m_query.bindValue(i, values.at(i));
        }
        return m_query.exec() ? Result<void>() : Result<void>(failure(m_driver.errorOf(m_query)));
    }
    Result<bool> next() override
    {
        if (m_query.next()) {
            return true;
        }
        return m_query.lastError().isValid() ? Result<bool>(failure(m_driver.errorOf(m_query))) : false;
    }
    void finish() override { m_query.finish(); }
    qint64 changedRows() const override { return m_query.numRowsAffected(); }
    bool isNull(int column) const override { return m_query.isNull(column); }
    qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
    double real(int column) const override { return m_query.value(column).toDouble(); }
    QString text(int column) const override { return m_query.value(column).toString(); }

private:
    const SqliteDriver &m_driver;
    QSqlQuery m_query;
};

} // namespace

Result<QString> SqliteDriver::fileOf(const QString &address)
{
    static const QLatin1String sqlite("sqlite://");
    QString path = address;
    if (path.startsWith(sqlite)) {
        path = path.mid(sqlite.size());
        while (path.startsWith(QLatin1String("//"))) {
            path.remove(0, 1);
        }
    }
    const bool mistyped = path.startsWith(QLatin1String("postgres:")) || path.startsWith(QLatin1String("postgresql:"));
    if (path.isEmpty() || mistyped || path.contains(QLatin1String("://")) || path.contains(QChar(u'\0'))) {
        // The rest of such an address may hold a password.
        return failure(ErrorCode::DatabaseUnsupported, address.section(QLatin1Char(':'), 0, 0));
    }
    return path;
}

Result<void> SqliteDriver::checkFile(const QString &path, bool readOnly)
{
    const QFileInfo file(path);
    if (readOnly && !file.exists()) {
        return failure(ErrorCode::DatabaseOpenFailed, path, QStringLiteral("no such file"));
    }
    if (file.isDir()) {
        return failure(ErrorCode::DatabaseOpenFailed, path, QStringLiteral("is a directory"));
    }
    if (!looksLikeDatabase(path)) {
        return failure(ErrorCode::DatabaseDamaged, path, QStringLiteral("file is not a database"));
    }
    return {};
}

SqliteDriver::SqliteDriver(const QString &path, bool readOnly)
    : m_path(path)
    , m_readOnly(readOnly)
{
}

SqliteDriver::~SqliteDriver()
{
    closeFile();
}

void SqliteDriver::closeFile()
{
    if (m_handle) {
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
        m_handle = nullptr;
    }
    const QString name = m_connection.connectionName();
    m_connection.close();
    m_connection = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<void> SqliteDriver::connectToStore(bool)
{
    Result<void> opened = openFile(false);
    if (!opened && m_readOnly && opened.error().code == ErrorCode::DatabaseReadOnly
        && QFileInfo(m_path + QLatin1String("-wal")).size() == 0) {
        // A folder that cannot be written cannot hold the shared memory of the log. Without a log the file is complete.
        closeFile();
        opened = openFile(true);
    }
    return opened;
}

Result<void> SqliteDriver::openFile(bool immutable)
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
    m_connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connectionName());
    m_connection.setConnectOptions(options);
    m_connection.setDatabaseName(name);
    if (!m_connection.open()) {
        const QSqlError error = m_connection.lastError();
        return failure(errorFor(error.nativeErrorCode().toInt(), error.databaseText()));
    }
    const QVariant handle = m_connection.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0) {
        return failure(ErrorCode::DatabaseOpenFailed, m_path, QStringLiteral("the SQLite driver has no handle"));
    }
    m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    if (const int code = registerTokenizer(m_handle); code != SQLITE_OK) {
        return failure(errorFor(code, QStringLiteral("the full-text search of SQLite is missing")));
    }
    // Until the file has been found good, closing it must not move a left-over log into it.
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    QSqlQuery first(m_connection);
    if (!first.exec(QStringLiteral("SELECT count(*) FROM sqlite_schema"))) {
        return failure(errorOf(first));
    }
    if (!m_readOnly && sqlite3_db_readonly(m_handle, "main") == 1) {
        return failure(ErrorCode::DatabaseReadOnly, m_path, QStringLiteral("the file may not be written"));
    }
    return {};
}

Result<void> SqliteDriver::configure(Database &database)
{
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
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
        if (const Result<qint64> done = database.number(pragma); !done) {
            return failure(done.error());
        }
    }
    return {};
}

Result<std::shared_ptr<Statement>> SqliteDriver::prepare(const QString &sql)
{
    auto statement = std::make_shared<SqliteStatement>(*this, m_connection);
    if (const Result<void> prepared = statement->prepare(sql); !prepared) {
        return failure(prepared.error());
    }
    return std::shared_ptr<Statement>(std::move(statement));
}

bool SqliteDriver::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

qint64 SqliteDriver::logBytes() const
{
    return QFileInfo(m_path + QLatin1String("-wal")).size();
}

qint64 SqliteDriver::totalBytes(Database &) const
{
    return QFileInfo(m_path).size() + logBytes();
}

int SqliteDriver::onSteps(void *self)
{
    return static_cast<SqliteDriver *>(self)->isInterrupted() ? 1 : 0;
}

void SqliteDriver::checkChanged()
{
    if (m_handle) {
        const bool asks = static_cast<bool>(interruptCheck());
        sqlite3_progress_handler(
            m_handle, asks ? stepsBetweenChecks : 0, asks ? &SqliteDriver::onSteps : nullptr, this);
    }
}

Error SqliteDriver::errorOf(const QSqlQuery &query) const
{
    const QSqlError error = query.lastError();
    return errorFor(error.nativeErrorCode().toInt(), error.databaseText());
}

Error SqliteDriver::errorFor(int nativeCode, const QString &text) const
{
    const QString detail = text + QLatin1String(", SQLite ") + QString::number(nativeCode);
    const int system = m_handle ? sqlite3_system_errno(m_handle) : errno;
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
        return Error{interruptedBy(), m_path, detail};
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

} // namespace vestnik
