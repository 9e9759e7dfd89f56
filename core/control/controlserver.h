// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/control/commandrunner.h"

#include <QLocalServer>
#include <QObject>

class QLocalSocket;

namespace vestnik {

/// Lets other programs of the same user give commands to this one: a local socket, a JSON object a line both ways
/// (CommandRunner says which). Lives on the engine thread beside the engine; must not outlive it.
class ControlServer final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ControlServer)

public:
    static constexpr qint64 lineLimit = 4 * 1024 * 1024; ///< bytes of one request
    static constexpr int connectionLimit = 32;

    ControlServer(Engine &engine, const QList<std::shared_ptr<LoopGuard>> &guards, QObject *parent = nullptr);

    /// Whether there is a window that "show" can bring to the front; otherwise the command is refused.
    void setCanShow(bool can) { m_canShow = can; }
    /// Listens for this user only. The caller holds the data directory's lock, so a socket that lies there is a dead
    /// one's.
    [[nodiscard]] Result<void> listen(const QString &socketName);

Q_SIGNALS:
    void showRequested();

private:
    void onConnection();
    void onReadyRead(QLocalSocket *socket, CommandRunner *runner);

    Engine &m_engine;
    const QList<std::shared_ptr<LoopGuard>> m_guards;
    QLocalServer m_server;
    int m_connections = 0;
    bool m_canShow = false;
};

} // namespace vestnik
