// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postgresdriver.h"

#include <chrono>
#include <thread>
#include <utility>

#include <poll.h>

#include "core/store/postgresstatement.h"

namespace vestnik {
namespace {

using namespace std::chrono_literals;

constexpr int connectMs = 5'000;
// Whoever connects again does other things meanwhile, and is to end within five seconds when told to.
constexpr int connectAgainMs = 2'000;
constexpr int checkEveryMs = 10;
// A server that does not even end what was cancelled is as good as gone.
constexpr auto cancelPatience = 2s;
// The process of a Vestnik that was killed lives on in the server for a moment.
constexpr auto lockPatience = 1500ms;
constexpr int lockPauseMs = 50;

bool isWorthKeeping(const QByteArray &sql)
{
    return sql.startsWith("SELECT") || sql.startsWith("INSERT") || sql.startsWith("UPDATE") || sql.startsWith("DELETE")
        || sql.startsWith("WITH");
}

} // namespace

PostgresDriver::PostgresDriver(const PostgresAddress &address, bool readOnly, bool beside)
    : m_address(address)
    , m_readOnly(readOnly)
    , m_beside(beside)
{
}

PostgresDriver::~PostgresDriver() = default;

Result<void> PostgresDriver::connectToStore(bool again)
{
    drop();
    Result<PgConnection> connected =
        postgres::connectTo(m_address, again ? connectAgainMs : connectMs, interruptCheck());
    if (!connected) {
        return failure(connected.error());
    }
    m_connection = std::move(*connected);
    Result<void> ready = setUp();
    if (ready && !m_readOnly && !m_beside) {
        ready = takeWriterLock();
    }
    if (!ready) {
        drop();
    }
    return ready;
}

Result<void> PostgresDriver::setUp()
{
    // Compiling a plan takes longer than any of our statements; a plan for "any word" is a bad one for most.
    QList<QByteArray> settings{"SET jit = off", "SET bytea_output = 'hex'", "SET standard_conforming_strings = on"};
    if (m_readOnly) {
        settings << "SET default_transaction_read_only = on"
                 << "SET plan_cache_mode = force_custom_plan";
        if (PQserverVersion(m_connection.get()) >= 140000) {
            // The server ends what nobody waits for any more.
            settings << "SET client_connection_check_interval = '2s'";
        }
    } else {
        settings << "SET lock_timeout = '5s'";
    }
    const Result<PgResult> set = run(settings.join("; "), {});
    return set ? Result<void>() : Result<void>(failure(set.error()));
}

QString PostgresDriver::beginWrite() const
{
    return QStringLiteral("BEGIN; SELECT pg_advisory_xact_lock(1448301647, hashtext(coalesce(current_schema(), '')))");
}

Result<void> PostgresDriver::takeWriterLock()
{
    if (!m_backend.isEmpty()) {
        // Our own last connection, if the server still believes in it. Anybody else's stays.
        const Result<PgResult> ended =
            run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE concat(pid, ' ', backend_start) = $1",
                {QString::fromUtf8(m_backend)});
        if (!ended) {
            return failure(ended.error());
        }
    }
    const QDeadlineTimer deadline(lockPatience);
    for (;;) {
        // One number stands for Vestnik ("VSTN"), the other for the schema: each may hold a store.
        const Result<PgResult> taken =
            run("SELECT pg_try_advisory_lock(1448301646, hashtext(coalesce(current_schema(), ''))), "
                "(SELECT concat(pid, ' ', backend_start) FROM pg_stat_activity WHERE pid = pg_backend_pid())",
                {});
        if (!taken) {
            return failure(taken.error());
        }
        if (qstrcmp(PQgetvalue(taken->get(), 0, 0), "t") == 0) {
            m_backend = PQgetvalue(taken->get(), 0, 1);
            return {};
        }
        if (deadline.hasExpired()) {
            return failure(ErrorCode::DatabaseInUse, path());
        }
        if (isInterrupted()) {
            return failure(interruptedBy(), path());
        }
        poll(nullptr, 0, lockPauseMs);
    }
}

Result<void> PostgresDriver::configure(Database &)
{
    return {};
}

void PostgresDriver::drop()
{
    m_connection.reset();
    m_known.clear();
    m_cancelling = {};
}

Result<std::shared_ptr<Statement>> PostgresDriver::prepare(const QString &sql)
{
    return std::make_shared<PostgresStatement>(*this, sql);
}

void PostgresDriver::forgetStatements()
{
    m_known.clear();
    // In a transaction that failed the server takes nothing but its end; what stays there then is small.
    if (m_connection && PQtransactionStatus(m_connection.get()) != PQTRANS_INERROR) {
        [[maybe_unused]] const Result<PgResult> forgotten = run("DEALLOCATE ALL", {});
    }
}

bool PostgresDriver::isInTransaction() const
{
    return m_connection && PQtransactionStatus(m_connection.get()) != PQTRANS_IDLE;
}

QString PostgresDriver::idsIn() const
{
    return QStringLiteral("(SELECT CAST(ids.value AS BIGINT) AS value "
                          "FROM jsonb_array_elements_text(CAST(? AS JSONB)) AS ids (value))");
}

qint64 PostgresDriver::totalBytes(Database &database) const
{
    return database.number(QStringLiteral("SELECT pg_database_size(current_database())")).value_or(0);
}

Error PostgresDriver::lost()
{
    const QString message =
        m_connection ? QString::fromUtf8(PQerrorMessage(m_connection.get())).simplified() : QString();
    drop();
    return Error{ErrorCode::DatabaseLost, path(), message};
}

Result<PgResult> PostgresDriver::run(const QByteArray &sql, const QVariantList &values)
{
    const PostgresValues bound(values);
    if (!isWorthKeeping(sql)) {
        // Several statements in one text go without values only.
        return exchange([&](PGconn *connection) {
            return values.isEmpty() ? PQsendQuery(connection, sql.constData())
                                    : PQsendQueryParams(connection, sql.constData(), bound.count(), bound.types(),
                                        bound.texts(), bound.lengths(), bound.formats(), 0);
        });
    }
    Known &known = m_known[sql];
    if (++known.runs == 1) {
        return exchange([&](PGconn *connection) {
            return PQsendQueryParams(connection, sql.constData(), bound.count(), bound.types(), bound.texts(),
                bound.lengths(), bound.formats(), 0);
        });
    }
    if (known.name.isEmpty()) {
        const QByteArray name = "v" + QByteArray::number(++m_names);
        const Result<PgResult> prepared = exchange([&](PGconn *connection) {
            return PQsendPrepare(connection, name.constData(), sql.constData(), bound.count(), bound.types());
        });
        if (!prepared) {
            return failure(prepared.error());
        }
        known.name = name;
    }
    const QByteArray name = known.name;
    return exchange([&](PGconn *connection) {
        return PQsendQueryPrepared(
            connection, name.constData(), bound.count(), bound.texts(), bound.lengths(), bound.formats(), 0);
    });
}

Result<PgResult> PostgresDriver::exchange(const std::function<int(PGconn *)> &send)
{
    // A request to cancel that is still on its way would hit this statement instead.
    if (m_connection && !cancelIsOver(static_cast<int>(std::chrono::milliseconds(cancelPatience).count()))) {
        drop();
    }
    if (!m_connection || send(m_connection.get()) == 0) {
        return failure(lost());
    }
    PGconn *connection = m_connection.get();
    PgResult answer;
    QDeadlineTimer patience(QDeadlineTimer::Forever);
    for (;;) {
        while (PQisBusy(connection) != 0) {
            if (patience.isForever() && isInterrupted()) {
                startCancel();
                patience = QDeadlineTimer(cancelPatience);
            } else if (patience.hasExpired()) {
                const ErrorCode reason = interruptedBy();
                drop();
                return failure(reason, path());
            }
            pollfd socket{PQsocket(connection), POLLIN, 0};
            const bool asks = interruptCheck() || !patience.isForever();
            if (poll(&socket, 1, asks ? checkEveryMs : -1) != 0 && PQconsumeInput(connection) == 0) {
                return failure(lost());
            }
        }
        PgResult next(PQgetResult(connection));
        if (!next) {
            break;
        }
        // Of several the first failure counts, else the last.
        if (!answer || PQresultStatus(answer.get()) != PGRES_FATAL_ERROR) {
            answer = std::move(next);
        }
    }
    if (PQstatus(connection) == CONNECTION_BAD || !answer) {
        return failure(lost());
    }
    const ExecStatusType status = PQresultStatus(answer.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) {
        return answer;
    }
    const QByteArray state = PQresultErrorField(answer.get(), PG_DIAG_SQLSTATE);
    const QString message = QString::fromUtf8(PQresultErrorField(answer.get(), PG_DIAG_MESSAGE_PRIMARY));
    if (state == "57014") {
        // By us, or by a time limit of the server.
        const bool ours = !patience.isForever();
        return failure(ours ? interruptedBy() : ErrorCode::TimedOut, path(), message);
    }
    const Error error = postgres::errorFor(state, message, path());
    if (error.code == ErrorCode::DatabaseLost) {
        drop();
    }
    return failure(error);
}

bool PostgresDriver::cancelIsOver(int limitMs)
{
    if (m_cancelling.valid()
        && m_cancelling.wait_for(std::chrono::milliseconds(limitMs)) != std::future_status::ready) {
        return false;
    }
    m_cancelling = {};
    return true;
}

void PostgresDriver::startCancel()
{
    // It goes through a connection of its own, for which libpq waits without a limit: not this thread's business. The
    // answer of the server comes when the statement was told, so that later statements are safe.
    const std::shared_ptr<PGcancel> request(PQgetCancel(m_connection.get()), &PQfreeCancel);
    if (!request) {
        return;
    }
    std::packaged_task<void()> task([request] {
        char text[256];
        PQcancel(request.get(), text, sizeof text);
    });
    m_cancelling = task.get_future();
    std::thread(std::move(task)).detach();
}

} // namespace vestnik
