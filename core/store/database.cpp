// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/database.h"

#include <chrono>

#include "core/store/database_p.h"

namespace vestnik {
namespace {

using namespace std::chrono_literals;

constexpr int keptStatements = 96;
// An attempt to connect may take seconds, in which the thread does nothing else: not one for each statement.
constexpr auto betweenAttempts = 500ms;

/// What may be run a second time when nobody knows how far the first time got.
bool isRepeatable(const QString &sql)
{
    return sql.startsWith(QLatin1String("SELECT")) || sql.startsWith(QLatin1String("BEGIN"));
}

} // namespace

Database::Database(std::unique_ptr<Private> parts)
    : m_path(parts->driver->path())
    , m_readOnly(parts->readOnly)
    , d(std::move(parts))
{
    d->idsIn = d->driver->idsIn();
}

Database::~Database()
{
    d->statements.clear();
    d->driver.reset();
}

DatabaseKind Database::kind() const
{
    return d->driver->kind();
}

bool Database::isLost() const
{
    return d->driver->isLost();
}

Result<std::shared_ptr<Statement>> Database::started(const QString &sql, const QVariantList &values)
{
    if (d->driver->isInterrupted()) {
        return failure(d->driver->interruptedBy(), m_path);
    }
    const bool mayConnect = !d->inTransaction && !d->connecting;
    if (d->driver->isLost()) {
        if (!mayConnect) {
            return failure(ErrorCode::DatabaseLost, m_path);
        }
        if (const Result<void> back = connectAgain(); !back) {
            return failure(back.error());
        }
    }
    Result<std::shared_ptr<Statement>> statement = attempt(sql, values);
    if (!statement && statement.error().code == ErrorCode::DatabaseLost && mayConnect && isRepeatable(sql)) {
        // The server may have been started anew since the last statement.
        if (const Result<void> back = connectAgain(); !back) {
            return failure(back.error());
        }
        statement = attempt(sql, values);
    }
    return statement;
}

Result<std::shared_ptr<Statement>> Database::attempt(const QString &sql, const QVariantList &values)
{
    std::shared_ptr<Statement> statement = d->statements.value(sql);
    // More than the table and this pointer: rows of it are being read further up.
    if (!statement || statement.use_count() > 2) {
        const bool keep = !statement;
        Result<std::shared_ptr<Statement>> prepared = d->driver->prepare(sql);
        if (!prepared) {
            return failure(prepared.error());
        }
        statement = std::move(*prepared);
        if (keep) {
            if (d->statements.size() >= keptStatements) {
                d->statements.clear();
                d->driver->forgetStatements();
            }
            d->statements.insert(sql, statement);
        }
    }
    if (const Result<void> ran = statement->run(values); !ran) {
        statement->finish();
        return failure(ran.error());
    }
    return statement;
}

Result<qint64> Database::executeList(const QString &sql, const QVariantList &values)
{
    const Result<std::shared_ptr<Statement>> statement = started(sql, values);
    if (!statement) {
        return failure(statement.error());
    }
    const qint64 changed = (*statement)->changedRows();
    (*statement)->finish();
    return changed;
}

Result<Rows> Database::queryList(const QString &sql, const QVariantList &values)
{
    Result<std::shared_ptr<Statement>> statement = started(sql, values);
    if (!statement) {
        return failure(statement.error());
    }
    return Rows(std::move(*statement));
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

Result<QList<qint64>> Database::numbers(const QString &sql, const QVariantList &values)
{
    Result<Rows> rows = queryList(sql, values);
    if (!rows) {
        return failure(rows.error());
    }
    QList<qint64> numbers;
    while (rows->next()) {
        numbers.append(rows->integer(0));
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return numbers;
}

const QString &Database::idsIn() const
{
    return d->idsIn;
}

Result<void> Database::ping()
{
    const Result<qint64> answer = number(QStringLiteral("SELECT 1"));
    return answer ? Result<void>() : failure(answer.error());
}

Result<void> Database::transaction(const std::function<Result<void>()> &work)
{
    return bracket(d->driver->beginWrite(), work);
}

Result<void> Database::snapshot(const std::function<Result<void>()> &work)
{
    return bracket(d->driver->beginSnapshot(), work);
}

Result<void> Database::bracket(const QString &begin, const std::function<Result<void>()> &work)
{
    if (d->inTransaction) {
        return work();
    }
    if (const Result<qint64> begun = execute(begin); !begun) {
        // It may have begun and then not got its turn.
        if (d->driver->isInTransaction()) {
            (void)execute(QStringLiteral("ROLLBACK"));
        }
        return failure(begun.error());
    }
    d->inTransaction = true;
    Result<void> result = work();
    if (result) {
        const Result<qint64> committed = execute(QStringLiteral("COMMIT"));
        if (!committed) {
            result = failure(committed.error());
        }
    }
    // A full disk or a failing one may have ended the transaction already. Past its time limit it must still end.
    if (!result && d->driver->isInTransaction()) {
        const InterruptCheck check = d->driver->interruptCheck();
        d->driver->setInterruptCheck({});
        const Result<qint64> undone = execute(QStringLiteral("ROLLBACK"));
        d->driver->setInterruptCheck(check);
        if (!undone && d->driver->isInTransaction()) {
            result = failure(undone.error());
        }
    }
    d->inTransaction = false;
    return result;
}

void Database::setInterruptCheck(InterruptCheck check)
{
    d->driver->setInterruptCheck(std::move(check));
}

Result<void> Database::connectAgain()
{
    if (!d->notBefore.hasExpired()) {
        return failure(ErrorCode::DatabaseLost, m_path);
    }
    d->statements.clear();
    d->connecting = true;
    Result<void> back = d->driver->connectToStore(true);
    if (back) {
        back = prepareStore();
    }
    d->connecting = false;
    if (back) {
        return {};
    }
    d->driver->drop();
    d->notBefore = QDeadlineTimer(betweenAttempts);
    switch (back.error().code) {
    case ErrorCode::DatabaseUnreachable:
    case ErrorCode::DatabaseHostNotFound:
    case ErrorCode::DatabaseInUse:
        // The server is going down or coming up, or has not noticed yet that our last connection is gone.
        return failure(ErrorCode::DatabaseLost, m_path, errorEnglish(back.error()));
    default:
        return back;
    }
}

qint64 Database::walBytes() const
{
    return d->driver->logBytes();
}

qint64 Database::fileBytes()
{
    return d->driver->totalBytes(*this);
}

} // namespace vestnik
