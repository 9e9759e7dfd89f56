// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QString>
#include <QUrl>

#include <cstdio>

#include <libpq-fe.h>

namespace vestnik::test {

/// What ctest takes for "skipped".
inline constexpr int skippedExitCode = 77;

/// The private server that packaging/postgres.sh started; empty without one.
inline QString serverAddress()
{
    return qEnvironmentVariable("VESTNIK_TEST_POSTGRES");
}

/// This run of a test is to use PostgreSQL (ctest registers most tests of the store twice).
inline bool usesPostgres()
{
    return qEnvironmentVariable("VESTNIK_TEST_DATABASE") == QLatin1String("postgres");
}

/// True, and a line that says so, where PostgreSQL is wanted and there is none.
inline bool lacksServer(bool wanted = usesPostgres())
{
    if (!wanted || !serverAddress().isEmpty()) {
        return false;
    }
    std::fputs("SKIPPED: VESTNIK_TEST_POSTGRES is not set; see packaging/postgres.sh\n", stderr);
    return true;
}

/// A connection beside those of the store, for what a test does as administrator. Aborts the test when it fails.
class ServerConnection {
public:
    explicit ServerConnection(const QString &address = serverAddress())
        : m_connection(PQconnectdb(address.toUtf8().constData()))
    {
        PQsetNoticeProcessor(
            m_connection, [](void *, const char *) {}, nullptr);
        if (PQstatus(m_connection) != CONNECTION_OK) {
            qFatal("%s", PQerrorMessage(m_connection));
        }
    }
    ~ServerConnection() { PQfinish(m_connection); }
    Q_DISABLE_COPY_MOVE(ServerConnection)

    /// First column of the first row; empty without one.
    QString run(const QString &sql)
    {
        PGresult *result = PQexec(m_connection, sql.toUtf8().constData());
        const ExecStatusType status = PQresultStatus(result);
        if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
            qFatal("%s: %s", qPrintable(sql), PQerrorMessage(m_connection));
        }
        const QString value = status == PGRES_TUPLES_OK && PQntuples(result) > 0
            ? QString::fromUtf8(PQgetvalue(result, 0, 0))
            : QString();
        PQclear(result);
        return value;
    }

private:
    PGconn *m_connection = nullptr;
};

/// An empty schema of the private server that goes with this value.
class ServerSchema {
public:
    ServerSchema()
    {
        static int counter = 0;
        m_name = QStringLiteral("t%1_%2").arg(QCoreApplication::applicationPid()).arg(++counter);
        ServerConnection().run(QStringLiteral("CREATE SCHEMA ") + m_name);
    }
    ~ServerSchema() { ServerConnection().run(QStringLiteral("DROP SCHEMA %1 CASCADE").arg(m_name)); }
    Q_DISABLE_COPY_MOVE(ServerSchema)

    [[nodiscard]] const QString &name() const { return m_name; }
    /// An address whose tables are those of this schema; for another user if one is named ("user" or "user:password").
    [[nodiscard]] QString address(const QString &user = {}) const
    {
        QUrl url(serverAddress());
        if (!user.isEmpty()) {
            url.setUserInfo(user);
        }
        url.setQuery(QStringLiteral("options=-csearch_path%3D") + m_name);
        return QString::fromLatin1(url.toEncoded());
    }

private:
    QString m_name;
};

} // namespace vestnik::test

/// A main function for tests of the store: skipped where it is to use PostgreSQL and there is no server.
#define VESTNIK_STORE_TEST_MAIN(TestClass)                                                                             \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        if (vestnik::test::lacksServer()) {                                                                            \
            return vestnik::test::skippedExitCode;                                                                     \
        }                                                                                                              \
        QCoreApplication app(argc, argv);                                                                              \
        TestClass test;                                                                                                \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }

/// For what only a file can do.
#define VESTNIK_ONLY_SQLITE()                                                                                          \
    if (vestnik::test::usesPostgres()) {                                                                               \
        QSKIP("of SQLite only");                                                                                       \
    }
