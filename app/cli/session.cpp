// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/session.h"

#include "app/fronts.h"
#include "app/setup.h"
#include "core/control/commandrunner.h"

#include <QJsonDocument>
#include <QPointer>

namespace vestnik {

OwnSession::OwnSession(const DataDir &dir, std::shared_ptr<LoopGuard> guard, QObject *parent)
    : Session(parent)
    , m_dir(dir)
    , m_guard(std::move(guard))
    , m_link(
          [&dir] {
              EngineSetup setup = makeSetup(dir);
              // A command does its work and goes: the schedule is for the panel and the headless program.
              (void)setup.settings.fix(SettingId::StartScheduler, false);
              return setup;
          }(),
          m_guard)
{
    connect(&m_link, &EngineLink::drained, this, &Session::ended);
}

void OwnSession::send(const QJsonObject &request)
{
    m_link.start();
    // Other commands meanwhile speak to this one.
    addControlServer(m_link, m_dir, m_guard, {});
    const std::shared_ptr<LoopGuard> guard = m_guard;
    OwnSession *self = this;
    m_link.addFront([request, guard, self](Engine &engine) {
        auto runner = std::make_unique<CommandRunner>(engine, QList<std::shared_ptr<LoopGuard>>{guard, engine.guard()});
        const CommandRunner::Reply reply = [self](const QJsonObject &answer) {
            QMetaObject::invokeMethod(
                self, [self, answer] { Q_EMIT self->answered(answer); }, Qt::QueuedConnection);
        };
        // A server takes a moment; "status" as well is to tell what came of it.
        const QPointer<CommandRunner> one = runner.get();
        engine.whenSettled([one, request, reply] {
            if (one) {
                one->run(request, reply);
            }
        });
        return std::unique_ptr<QObject>(std::move(runner));
    });
}

void OwnSession::end()
{
    m_link.shutDown();
}

RemoteSession::RemoteSession(const DataDir &dir, const Error &held, QObject *parent)
    : Session(parent)
    , m_socketName(dir.socketName())
    , m_held(held)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(100);
    connect(&m_retry, &QTimer::timeout, this, &RemoteSession::connectNow);
    connect(&m_socket, &QLocalSocket::connected, this, [this] { m_socket.write(m_request); });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
        if (m_done) {
            return;
        }
        // The holder may be about to open its socket; an established connection that breaks is the end.
        if (m_attemptsLeft-- > 0 && m_socket.error() != QLocalSocket::PeerClosedError) {
            m_retry.start();
            return;
        }
        m_done = true;
        Q_EMIT failed(m_held);
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
        while (m_socket.canReadLine() && !m_done) {
            const QJsonObject answer = QJsonDocument::fromJson(m_socket.readLine()).object();
            m_done = answer.value(QLatin1String("final")).toBool();
            Q_EMIT answered(answer);
        }
    });
}

void RemoteSession::connectNow()
{
    m_socket.connectToServer(m_socketName);
}

void RemoteSession::send(const QJsonObject &request)
{
    m_request = QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n';
    connectNow();
}

void RemoteSession::end()
{
    m_done = true;
    m_retry.stop();
    m_socket.abort();
    QMetaObject::invokeMethod(this, &Session::ended, Qt::QueuedConnection);
}

} // namespace vestnik
