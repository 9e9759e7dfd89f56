// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/store/rows.h"

#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>

namespace vestnik {

class Statement;

/// Where the store lives and how it is opened.
struct DatabaseConfig {
    /// A file, `sqlite:///` and its path, or `postgresql://user@host:port/database?…` (also `postgres://`), as libpq
    /// takes it. A password may stand in it, in PGPASSWORD or in ~/.pgpass.
    QString path;
    bool readOnly = false; ///< never creates or changes anything
    /// A second writer of a program that has the store open for writing already: it shares the right to write on a
    /// server, and takes turns with the other by transactions.
    bool beside = false;
};

struct DatabaseProbe;

/// What speaks SQL on the other side.
enum class DatabaseKind { Sqlite, Postgres };

/// Asked now and then while a statement works (every few thousand of its steps). Returns the reason to give it up,
/// ErrorCode::None to go on.
using InterruptCheck = std::function<ErrorCode()>;

/// One connection to the store. Opened, used and destroyed on one thread; not thread-safe. What is special to SQLite or
/// to PostgreSQL stands in the drivers beneath.
///
/// A connection to a server may be lost at any moment. The statement that notices it fails with DatabaseLost; a
/// transaction that was going is undone by the server. The next statement outside of a transaction connects again.
///
/// Errors: DatabaseFull, DatabaseReadOnly, DatabaseOpenFailed, DatabaseDamaged, DatabaseBusy, DatabaseTooNew,
/// DatabaseUnsupported, DatabaseFailed; with a server also DatabaseUnreachable, DatabaseHostNotFound,
/// DatabaseLoginFailed, DatabaseMissing, DatabaseForbidden, DatabaseServerTooOld, DatabaseTlsFailed, DatabaseInUse,
/// DatabaseLost. The subject is path(), for DatabaseFailed what the database said.
class Database final {
public:
    /// Opens the store; if it may write, creates it or brings its schema up to date first (one transaction). A file
    /// that is damaged, is no database, belongs to another program or to a newer version is left as it is; likewise a
    /// schema on a server. One connection at a time may write to a schema on a server; a second one fails with
    /// DatabaseInUse. A file takes a few milliseconds whatever its size: the small tables and the ends of the large
    /// ones are looked at. A server that does not answer takes 5 s; `check` is asked meanwhile.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(
        const DatabaseConfig &config, const InterruptCheck &check = {});
    ~Database();

    /// An address as path() would show it, without connecting: never with a password.
    [[nodiscard]] static QString shownAddress(const QString &address);

    /// The file, or the address without its password. May be shown.
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    [[nodiscard]] DatabaseKind kind() const;
    /// The server has gone away and nobody has connected again yet.
    [[nodiscard]] bool isLost() const;
    /// "(SELECT value …)": the numbers of one text parameter as idsColumn() writes it, for `id IN`. Takes one `?`.
    [[nodiscard]] const QString &idsIn() const;

    /// Whether the other side answers; connects again to a server that was lost.
    [[nodiscard]] Result<void> ping();

    /// Runs `work` in a transaction that may write from its beginning (BEGIN IMMEDIATE); rolls back and passes the
    /// error on if it or the commit fails. Inside another transaction() it joins that one.
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>()> &work);
    /// Same around reads that must see one moment (a deferred BEGIN, REPEATABLE READ on a server).
    [[nodiscard]] Result<void> snapshot(const std::function<Result<void>()> &work);

    /// Runs one prepared (and kept) statement with positional values: qint64, int, bool, double, QString, QByteArray
    /// (blob), QVariant() for NULL. Returns the number of changed rows.
    template<typename... Values>
    [[nodiscard]] Result<qint64> execute(const QString &sql, const Values &...values)
    {
        return executeList(sql, QVariantList{toVariant(values)...});
    }
    /// Runs one prepared (and kept) SELECT. The rows must be gone before the connection is.
    template<typename... Values>
    [[nodiscard]] Result<Rows> query(const QString &sql, const Values &...values)
    {
        return queryList(sql, QVariantList{toVariant(values)...});
    }
    [[nodiscard]] Result<qint64> executeList(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<Rows> queryList(const QString &sql, const QVariantList &values);
    /// First column of the first row; `fallback` without a row or for NULL.
    [[nodiscard]] Result<qint64> number(const QString &sql, const QVariantList &values = {}, qint64 fallback = 0);
    /// First column of every row; 0 for NULL.
    [[nodiscard]] Result<QList<qint64>> numbers(const QString &sql, const QVariantList &values = {});

    /// From now on statements ask `check`; an empty one lets them run as long as they need.
    void setInterruptCheck(InterruptCheck check);

    /// Size of the write-ahead log (0 on a server, which keeps its own) and of the whole store, bytes.
    [[nodiscard]] qint64 walBytes() const;
    [[nodiscard]] qint64 fileBytes();
    /// Moves the write-ahead log into the file without making any writer or reader wait (PASSIVE). Opens a connection
    /// of its own: meant for a pool thread, because it syncs the disk. Returns the pages that are still in the log.
    /// Does nothing on a server.
    [[nodiscard]] static Result<qint64> checkpoint(const QString &path);

private:
    class Private;
    friend Result<DatabaseProbe> probeDatabase(const QString &address, const InterruptCheck &check);

    explicit Database(std::unique_ptr<Private> parts);
    Q_DISABLE_COPY_MOVE(Database)

    static QVariant toVariant(qint64 value) { return QVariant(value); }
    static QVariant toVariant(int value) { return QVariant(static_cast<qint64>(value)); }
    static QVariant toVariant(bool value) { return QVariant(static_cast<qint64>(value ? 1 : 0)); }
    static QVariant toVariant(double value) { return QVariant(value); }
    static QVariant toVariant(const QString &value) { return QVariant(value); }
    static QVariant toVariant(const QByteArray &value) { return QVariant(value); }
    static QVariant toVariant(const QVariant &value) { return value; }

    [[nodiscard]] Result<std::shared_ptr<Statement>> started(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<std::shared_ptr<Statement>> attempt(const QString &sql, const QVariantList &values);
    [[nodiscard]] static Result<std::unique_ptr<Database>> connectOnly(
        const DatabaseConfig &config, const InterruptCheck &check);
    [[nodiscard]] Result<DatabaseProbe> probe();
    [[nodiscard]] Result<void> connectAgain();
    [[nodiscard]] Result<void> prepareStore();
    [[nodiscard]] Result<void> verify();
    [[nodiscard]] Result<void> bracket(const QString &begin, const std::function<Result<void>()> &work);

    QString m_path;
    bool m_readOnly = false;
    std::unique_ptr<Private> d;
};

} // namespace vestnik
