// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/control/controlserver.h"

#include "core/base/loopguard.h"

#include <QJsonDocument>
#include <QLocalSocket>
#include <QPointer>

namespace vestnik {

ControlServer::ControlServer(Engine &engine, const QList<std::shared_ptr<LoopGuard>> &guards, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_guards(guards)
{
    connect(&m_server, &QLocalServer::newConnection, this, &ControlServer::onConnection);
}

Result<void> ControlServer::listen(const QString &socketName)
{
    QLocalServer::removeServer(socketName);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(socketName)) {
        return failure(ErrorCode::FileFailed, socketName, m_server.errorString());
    }
    return {};
}

void ControlServer::onConnection()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        if (m_connections >= connectionLimit) {
            socket->deleteLater();
            continue;
        }
        ++m_connections;
        auto *runner = new CommandRunner(m_engine, m_guards, socket);
        if (m_canShow) {
            connect(runner, &CommandRunner::showRequested, this, &ControlServer::showRequested);
        }
        connect(socket, &QLocalSocket::readyRead, runner, [this, socket, runner] { onReadyRead(socket, runner); });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            --m_connections;
            socket->deleteLater();
        });
    }
}

void ControlServer::onReadyRead(QLocalSocket *socket, CommandRunner *runner)
{
    while (socket->canReadLine()) {
        const QByteArray line = socket->readLine(lineLimit);
        const QJsonDocument request = QJsonDocument::fromJson(line);
        // The answer may come after the other side has gone.
        const QPointer<QLocalSocket> peer(socket);
        runner->run(request.object(), [peer](const QJsonObject &answer) {
            if (peer && peer->state() == QLocalSocket::ConnectedState) {
                peer->write(QJsonDocument(answer).toJson(QJsonDocument::Compact) + '\n');
            }
        });
    }
    if (socket->bytesAvailable() > lineLimit) {
        socket->abort();
    }
}

} // namespace vestnik
