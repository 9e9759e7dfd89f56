// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDeadlineTimer>
#include <QHash>

#include <functional>
#include <future>

#include "core/store/databasedriver.h"
#include "core/store/postgresconnect.h"

namespace vestnik {

/// A schema on a server, through libpq itself: only so a statement can be given up while it runs, by the thread that
/// waits for it, and the reason of a failure be known by its code.
class PostgresDriver final : public DatabaseDriver {
public:
    /// `beside`: see DatabaseConfig.
    PostgresDriver(const PostgresAddress &address, bool readOnly, bool beside = false);
    ~PostgresDriver() override;

    [[nodiscard]] DatabaseKind kind() const override { return DatabaseKind::Postgres; }
    [[nodiscard]] QString path() const override { return m_address.shown(); }
    [[nodiscard]] Result<void> connectToStore(bool again) override;
    [[nodiscard]] Result<void> configure(Database &database) override;
    [[nodiscard]] bool isLost() const override { return !m_connection; }
    void drop() override;
    [[nodiscard]] Result<std::shared_ptr<Statement>> prepare(const QString &sql) override;
    void forgetStatements() override;
    /// Writers take turns, as they do with a file: what one has read, no other changes before it commits.
    [[nodiscard]] QString beginWrite() const override;
    [[nodiscard]] QString beginSnapshot() const override
    {
        return QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    [[nodiscard]] bool isInTransaction() const override;
    [[nodiscard]] QString idsIn() const override;
    [[nodiscard]] qint64 totalBytes(Database &database) const override;

    /// Runs one statement, whose values stand as $1, $2, … in it.
    [[nodiscard]] Result<PgResult> run(const QByteArray &sql, const QVariantList &values);

private:
    /// A statement that ran before: from its second time on it is kept prepared on the server.
    struct Known {
        int runs = 0;
        QByteArray name;
    };

    [[nodiscard]] Result<PgResult> exchange(const std::function<int(PGconn *)> &send);
    [[nodiscard]] Result<void> setUp();
    [[nodiscard]] Result<void> takeWriterLock();
    [[nodiscard]] bool cancelIsOver(int limitMs);
    void startCancel();
    [[nodiscard]] Error lost();

    const PostgresAddress m_address;
    const bool m_readOnly;
    const bool m_beside;
    PgConnection m_connection;
    QHash<QByteArray, Known> m_known;
    qint64 m_names = 0;
    QByteArray m_backend; ///< process of the server and its start, of the last connection that wrote
    std::future<void> m_cancelling; ///< valid while a request to cancel is on its way
};

} // namespace vestnik
