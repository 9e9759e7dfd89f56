// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postgresconnect.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

#include <algorithm>
#include <array>

#include <netdb.h>
#include <poll.h>

#include "core/base/logging.h"

namespace vestnik::postgres {
namespace {

constexpr int checkEveryMs = 50;

/// How far an attempt came, for errors that have no code of their own.
struct Attempt {
    bool reached = false; ///< somebody answered
    bool secured = false; ///< TLS was being agreed upon
};

void quiet(void *, const char *message)
{
    qCDebug(lcStore).noquote() << QString::fromUtf8(message).trimmed();
}

/// libpq's text of several lines as one, without the place in the server's source.
QString messageOf(const PGconn *connection)
{
    static const QRegularExpression place(QStringLiteral("\\n[A-Z]+: {2}[^\\n]*, [a-z_]+\\.c:\\d+"));
    QString text = QString::fromUtf8(PQerrorMessage(connection));
    text.remove(place);
    return text.simplified();
}

/// The SQLSTATE that stands in a verbose message, whatever the language of the message.
QByteArray stateIn(const QString &message)
{
    static const QRegularExpression state(QStringLiteral(": {1,2}((?=[A-Z]*[0-9])[0-9A-Z]{5}): "));
    return state.match(message).captured(1).toLatin1();
}

bool isName(const QString &host)
{
    return !host.isEmpty() && !host.startsWith(QLatin1Char('/')) && !host.startsWith(QLatin1Char('@'))
        && !host.contains(QLatin1Char(','));
}

bool isKnown(const QString &host)
{
    addrinfo *found = nullptr;
    const int error = getaddrinfo(host.toUtf8().constData(), nullptr, nullptr, &found);
    if (error == 0) {
        freeaddrinfo(found);
    }
    return error == 0;
}

Error connectError(const PGconn *connection, const PostgresAddress &address, const Attempt &attempt)
{
    const QString message = messageOf(connection);
    const QByteArray state = stateIn(message);
    // Refused because it came in the clear: the server has no code of its own for that.
    const bool wantsTls = state == "28000"
        && !PQsslInUse(const_cast<PGconn *>(connection)) // clazy:exclude=qt6-deprecated
        && (message.contains(QLatin1String("encryption")) || message.contains(QLatin1String("SSL off")));
    if (wantsTls && message.contains(QLatin1String("pg_hba"))
        && (address.sslMode() == QLatin1String("disable") || address.sslMode() == QLatin1String("allow"))) {
        return Error{ErrorCode::DatabaseTlsFailed, address.shown(), message};
    }
    if (!state.isEmpty()) {
        return errorFor(state, message, address.shown());
    }
    if (PQconnectionNeedsPassword(connection)) {
        return Error{ErrorCode::DatabaseLoginFailed, address.shown(), message};
    }
    if (attempt.reached) {
        return Error{
            attempt.secured ? ErrorCode::DatabaseTlsFailed : ErrorCode::DatabaseUnreachable, address.shown(), message};
    }
    const bool unknown = isName(address.host()) && !isKnown(address.host());
    return Error{unknown ? ErrorCode::DatabaseHostNotFound : ErrorCode::DatabaseUnreachable, address.shown(), message};
}

} // namespace

Result<PgConnection> connectTo(const PostgresAddress &address, int limitMs, const InterruptCheck &check)
{
    // Those after the address cannot be changed by it.
    static constexpr std::array keys{"keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout",
        "dbname", "application_name", "client_encoding", static_cast<const char *>(nullptr)};
    const std::array values{
        "3", "1", "2", "4000", address.secret().constData(), "vestnik", "UTF8", static_cast<const char *>(nullptr)};
    const QDeadlineTimer deadline(limitMs);
    PgConnection connection(PQconnectStartParams(keys.data(), values.data(), 1));
    if (!connection) {
        return failure(ErrorCode::DatabaseOpenFailed, address.shown(), QStringLiteral("no memory"));
    }
    PQsetNoticeProcessor(connection.get(), &quiet, nullptr);
    // The code of an error is readable in this form only.
    PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE);
    Attempt attempt;
    PostgresPollingStatusType wish = PGRES_POLLING_WRITING;
    while (PQstatus(connection.get()) != CONNECTION_BAD && wish != PGRES_POLLING_OK && wish != PGRES_POLLING_FAILED) {
        if (check) {
            if (const ErrorCode reason = check(); reason != ErrorCode::None) {
                return failure(reason, address.shown());
            }
        }
        if (deadline.hasExpired()) {
            return failure(ErrorCode::DatabaseUnreachable, address.shown(), QStringLiteral("no answer in time"));
        }
        pollfd socket{
            PQsocket(connection.get()), static_cast<short>(wish == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        const auto wait =
            static_cast<int>(std::min<qint64>(checkEveryMs, std::max<qint64>(0, deadline.remainingTime())));
        if (poll(&socket, 1, wait) == 0) {
            continue;
        }
        wish = PQconnectPoll(connection.get());
        const ConnStatusType status = PQstatus(connection.get());
        attempt.secured = status == CONNECTION_SSL_STARTUP || (attempt.secured && status == CONNECTION_BAD);
        attempt.reached = attempt.reached || (status != CONNECTION_BAD && status != CONNECTION_STARTED);
    }
    if (PQstatus(connection.get()) != CONNECTION_OK) {
        return failure(connectError(connection.get(), address, attempt));
    }
    PQsetErrorVerbosity(connection.get(), PQERRORS_DEFAULT);
    const int version = PQserverVersion(connection.get());
    if (version < oldestServer) {
        return failure(ErrorCode::DatabaseServerTooOld, address.shown(),
            QStringLiteral("PostgreSQL %1").arg(QLatin1String(PQparameterStatus(connection.get(), "server_version"))));
    }
    return connection;
}

Error errorFor(const QByteArray &state, const QString &message, const QString &path)
{
    struct Meaning {
        const char *state; ///< a code, or the two characters of a class
        ErrorCode code;
    };
    // The first that fits. https://www.postgresql.org/docs/15/errcodes-appendix.html
    static constexpr Meaning meanings[] = {
        {"08", ErrorCode::DatabaseLost},
        {"57P01", ErrorCode::DatabaseLost}, // admin_shutdown
        {"57P02", ErrorCode::DatabaseLost}, // crash_shutdown
        {"57P05", ErrorCode::DatabaseLost}, // idle_session_timeout
        {"25P03", ErrorCode::DatabaseLost}, // idle_in_transaction_session_timeout
        {"57P03", ErrorCode::DatabaseUnreachable}, // cannot_connect_now: starting or ending
        {"53300", ErrorCode::DatabaseUnreachable}, // too_many_connections
        {"57P04", ErrorCode::DatabaseMissing}, // database_dropped
        {"3D000", ErrorCode::DatabaseMissing},
        {"28", ErrorCode::DatabaseLoginFailed},
        {"42501", ErrorCode::DatabaseForbidden},
        {"3F000", ErrorCode::DatabaseForbidden}, // no schema to create in: none that may be used
        {"53100", ErrorCode::DatabaseFull},
        {"25006", ErrorCode::DatabaseReadOnly},
        {"40", ErrorCode::DatabaseBusy}, // serialization_failure, deadlock_detected
        {"55P03", ErrorCode::DatabaseBusy}, // lock_not_available
        {"XX001", ErrorCode::DatabaseDamaged},
        {"XX002", ErrorCode::DatabaseDamaged},
    };
    const QString detail = message + QLatin1String(", SQLSTATE ") + QString::fromLatin1(state);
    for (const Meaning &meaning : meanings) {
        if (state.startsWith(meaning.state)) {
            return Error{meaning.code, path, detail};
        }
    }
    return Error{ErrorCode::DatabaseFailed, message, path + QLatin1String(", SQLSTATE ") + QString::fromLatin1(state)};
}

} // namespace vestnik::postgres
