// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace vestnik::test {

/// How a run of the program ended.
struct Finished {
    int code = -1; ///< exit code; -1: it crashed, was killed or did not end in time
    qint64 millis = 0;
    QByteArray out;
    QByteArray err;

    /// Standard output as one JSON object; empty if it is none.
    [[nodiscard]] QJsonObject object() const;
    /// Standard output as JSON objects, one a line; a line that is none gives an empty object.
    [[nodiscard]] QList<QJsonObject> lines() const;
};

/// Runs the real program on a data directory and against a server of its own. While it waits, the test's event loop
/// goes on, so that a server in the test's process answers. Test thread.
class Program final {
public:
    /// With pace 0, offscreen, without any proxy and settings of the surroundings. The data directory does not exist
    /// yet.
    explicit Program(const QUrl &preview);

    [[nodiscard]] QString dataDir() const { return m_dir.filePath(QStringLiteral("data")); }
    /// A path in the folder that goes with this.
    [[nodiscard]] QString filePath(const QString &name) const { return m_dir.filePath(name); }
    QProcessEnvironment &environment() { return m_environment; }

    /// Runs it to its end; after `timeoutMs` it is killed.
    [[nodiscard]] Finished run(
        const QStringList &arguments, const QByteArray &input = {}, int timeoutMs = 60'000) const;
    /// Starts it; ended() waits for its end. Killed when the pointer goes.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    [[nodiscard]] static Finished ended(QProcess &process, int timeoutMs = 60'000);

private:
    QTemporaryDir m_dir;
    QProcessEnvironment m_environment;
};

} // namespace vestnik::test
