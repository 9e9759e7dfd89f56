// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QtTest>

namespace vestnik::test {

/// A PostgreSQL for one test, which may end it and start it again; others use that of VESTNIK_TEST_POSTGRES.
class PrivateServer {
public:
    PrivateServer()
        : m_environment(QProcessEnvironment::systemEnvironment())
    {
        const QString said = run("start");
        const auto value = [&said](const char *name) {
            return said.section(QLatin1String(name) + QLatin1Char('='), 1).section(QLatin1Char('\n'), 0, 0);
        };
        m_address = value("VESTNIK_TEST_POSTGRES");
        m_environment.insert(QStringLiteral("VESTNIK_TEST_POSTGRES_DIR"), value("VESTNIK_TEST_POSTGRES_DIR"));
        if (m_address.isEmpty()) {
            qFatal("no server: %s", qPrintable(said));
        }
    }
    ~PrivateServer() { run("stop"); }
    Q_DISABLE_COPY_MOVE(PrivateServer)

    [[nodiscard]] const QString &address() const { return m_address; }
    /// Ends every process of it at once, as a loss of power would.
    void crash() { run("crash"); }
    /// On the same port, with the same data.
    void resume() { run("resume"); }

private:
    QString run(const char *command)
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(VESTNIK_SOURCE_DIR "/packaging/postgres.sh"), {QLatin1String(command)});
        if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
            qFatal("postgres.sh %s: %s", command, process.readAllStandardError().constData());
        }
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QProcessEnvironment m_environment;
    QString m_address;
};

} // namespace vestnik::test
