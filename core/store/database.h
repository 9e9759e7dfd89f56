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

/// Where the store lives and how it is opened.
struct DatabaseConfig {
    QString path; ///< a file, or `sqlite:///` and its path; `postgresql://` is refused as DatabaseUnsupported
    bool readOnly = false; ///< never creates or changes anything
};

/// What speaks SQL on the other side.
enum class DatabaseKind { Sqlite, Postgres };

/// Asked now and then while a statement works (every few thousand of its steps). Returns the reason to give it up,
/// ErrorCode::None to go on.
using InterruptCheck = std::function<ErrorCode()>;

/// One connection to the store. Opened, used and destroyed on one thread; not thread-safe. Everything that is special
/// to SQLite (pragmas, error codes, the check of a file) stands in this class and in the schema.
///
/// Errors: DatabaseFull, DatabaseReadOnly, DatabaseOpenFailed, DatabaseDamaged, DatabaseBusy, DatabaseTooNew,
/// DatabaseUnsupported, DatabaseFailed. The subject is the path, for DatabaseFailed what SQLite said.
class Database final {
public:
    /// Opens the file; if it may write, creates it or brings its schema up to date first (one transaction). A file that
    /// is damaged, is no database, belongs to another program or to a newer version is left as it is.
    /// Takes a few milliseconds whatever the size: it looks at the small tables and the ends of the large ones only.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DatabaseConfig &config);
    ~Database();

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    [[nodiscard]] DatabaseKind kind() const { return DatabaseKind::Sqlite; }
    /// "(SELECT value …)": the numbers of one text parameter as idsColumn() writes it, for `id IN`. Takes one `?`.
    [[nodiscard]] const QString &idsIn() const;

    /// Runs `work` between BEGIN IMMEDIATE and COMMIT; rolls back and passes the error on if it or the commit fails.
    /// Inside another transaction() it joins that one.
    [[nodiscard]] Result<void> transaction(const std::function<Result<void>()> &work);
    /// Same around reads that must see one moment (deferred BEGIN).
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
    /// Row id of the last INSERT.
    [[nodiscard]] qint64 lastInsertId() const;

    /// From now on statements ask `check`; an empty one lets them run as long as they need.
    void setInterruptCheck(InterruptCheck check);

    /// Size of the write-ahead log and of the whole store, bytes.
    [[nodiscard]] qint64 walBytes() const;
    [[nodiscard]] qint64 fileBytes() const;
    /// Moves the write-ahead log into the file without making any writer or reader wait (PASSIVE). Opens a connection
    /// of its own: meant for a pool thread, because it syncs the disk. Returns the pages that are still in the log.
    [[nodiscard]] static Result<qint64> checkpoint(const QString &path);

private:
    friend class Rows;
    class Private;

    Database(const QString &path, bool readOnly);
    Q_DISABLE_COPY_MOVE(Database)

    static QVariant toVariant(qint64 value) { return QVariant(value); }
    static QVariant toVariant(int value) { return QVariant(static_cast<qint64>(value)); }
    static QVariant toVariant(bool value) { return QVariant(static_cast<qint64>(value ? 1 : 0)); }
    static QVariant toVariant(double value) { return QVariant(value); }
    static QVariant toVariant(const QString &value) { return QVariant(value); }
    static QVariant toVariant(const QByteArray &value) { return QVariant(value); }
    static QVariant toVariant(const QVariant &value) { return value; }

    [[nodiscard]] Error errorFor(int nativeCode, const QString &text) const;
    [[nodiscard]] Error errorOf(const QSqlQuery &query) const;
    [[nodiscard]] Result<std::shared_ptr<QSqlQuery>> started(const QString &sql, const QVariantList &values);
    [[nodiscard]] Result<void> connectTo(bool immutable);
    [[nodiscard]] Result<void> configure();
    [[nodiscard]] Result<void> verify();
    [[nodiscard]] Result<void> bracket(const QString &begin, const std::function<Result<void>()> &work);

    QString m_path;
    bool m_readOnly = false;
    std::unique_ptr<Private> d;
};

} // namespace vestnik
