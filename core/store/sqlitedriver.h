// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSqlDatabase>

#include <sqlite3.h>

#include "core/store/databasedriver.h"

class QSqlQuery;

namespace vestnik {

/// A file, through Qt's own connection.
class SqliteDriver final : public DatabaseDriver {
public:
    /// The file that an address means; DatabaseUnsupported for addresses of other kinds.
    [[nodiscard]] static Result<QString> fileOf(const QString &address);
    /// What can be said against a file before SQLite sees it.
    [[nodiscard]] static Result<void> checkFile(const QString &path, bool readOnly);

    SqliteDriver(const QString &path, bool readOnly);
    ~SqliteDriver() override;

    [[nodiscard]] DatabaseKind kind() const override { return DatabaseKind::Sqlite; }
    [[nodiscard]] QString path() const override { return m_path; }
    [[nodiscard]] Result<void> connectToStore(bool again) override;
    [[nodiscard]] Result<void> configure(Database &database) override;
    [[nodiscard]] Result<std::shared_ptr<Statement>> prepare(const QString &sql) override;
    [[nodiscard]] QString beginWrite() const override { return QStringLiteral("BEGIN IMMEDIATE"); }
    [[nodiscard]] QString beginSnapshot() const override { return QStringLiteral("BEGIN"); }
    [[nodiscard]] bool isInTransaction() const override;
    [[nodiscard]] QString idsIn() const override { return QStringLiteral("(SELECT value FROM json_each(?))"); }
    [[nodiscard]] qint64 logBytes() const override;
    [[nodiscard]] qint64 totalBytes(Database &database) const override;

    [[nodiscard]] Error errorOf(const QSqlQuery &query) const;

protected:
    void checkChanged() override;

private:
    [[nodiscard]] Error errorFor(int nativeCode, const QString &text) const;
    [[nodiscard]] Result<void> openFile(bool immutable);
    void closeFile();
    static int onSteps(void *self);

    const QString m_path;
    const bool m_readOnly;
    QSqlDatabase m_connection;
    sqlite3 *m_handle = nullptr;
};

} // namespace vestnik
