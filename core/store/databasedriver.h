// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QVariantList>

#include <memory>

#include "core/base/result.h"
#include "core/store/database.h"

namespace vestnik {

/// One prepared statement and the rows of its last run. Belongs to a driver and dies before it.
class Statement {
public:
    Statement() = default;
    virtual ~Statement() = default;
    Q_DISABLE_COPY_MOVE(Statement)

    /// Runs it with these values; rows of an earlier run are gone.
    [[nodiscard]] virtual Result<void> run(const QVariantList &values) = 0;
    /// Steps to the next row; false at the end.
    [[nodiscard]] virtual Result<bool> next() = 0;
    virtual void finish() = 0;
    [[nodiscard]] virtual qint64 changedRows() const = 0;

    // Of the present row, as Rows has them.
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual double real(int column) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0;
};

/// What a Database needs of a kind of database. One connection; same thread as its Database, which owns it.
class DatabaseDriver {
public:
    DatabaseDriver() = default;
    virtual ~DatabaseDriver() = default;
    Q_DISABLE_COPY_MOVE(DatabaseDriver)

    [[nodiscard]] virtual DatabaseKind kind() const = 0;
    /// What is shown of the address.
    [[nodiscard]] virtual QString path() const = 0;

    /// Connects, again after a loss. Changes nothing on the other side.
    [[nodiscard]] virtual Result<void> connectToStore(bool again) = 0;
    /// Called when the schema was found to be ours or empty: settings of the connection.
    [[nodiscard]] virtual Result<void> configure(Database &database) = 0;
    /// The connection has broken.
    [[nodiscard]] virtual bool isLost() const { return false; }

    /// Gives the connection up; isLost() from now on, where there is such a thing.
    virtual void drop() { }

    /// A statement that is not run yet; `?` stands for values.
    [[nodiscard]] virtual Result<std::shared_ptr<Statement>> prepare(const QString &sql) = 0;
    /// Called when the statements that were kept are forgotten.
    virtual void forgetStatements() { }

    [[nodiscard]] virtual QString beginWrite() const = 0;
    [[nodiscard]] virtual QString beginSnapshot() const = 0;
    /// A transaction is open on the other side.
    [[nodiscard]] virtual bool isInTransaction() const = 0;
    /// "(SELECT … AS value …)" for Database::idsIn().
    [[nodiscard]] virtual QString idsIn() const = 0;

    [[nodiscard]] virtual qint64 logBytes() const { return 0; }
    [[nodiscard]] virtual qint64 totalBytes(Database &database) const = 0;

    void setInterruptCheck(InterruptCheck check)
    {
        m_check = std::move(check);
        m_interruptedBy = ErrorCode::None;
        checkChanged();
    }
    [[nodiscard]] const InterruptCheck &interruptCheck() const { return m_check; }
    /// Asks the check; remembers its answer. True: to be given up.
    [[nodiscard]] bool isInterrupted()
    {
        m_interruptedBy = m_check ? m_check() : ErrorCode::None;
        return m_interruptedBy != ErrorCode::None;
    }
    /// Why a statement was given up.
    [[nodiscard]] ErrorCode interruptedBy() const
    {
        return m_interruptedBy == ErrorCode::None ? ErrorCode::Cancelled : m_interruptedBy;
    }

protected:
    virtual void checkChanged() { }

private:
    InterruptCheck m_check;
    ErrorCode m_interruptedBy = ErrorCode::None;
};

} // namespace vestnik
