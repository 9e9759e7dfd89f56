// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitprotocol.h"
#include "core/base/datadir.h"
#include "core/base/loopguard.h"
#include "core/engine/enginelink.h"

#include <QJsonObject>
#include <QLocalSocket>
#include <QObject>
#include <QTimer>

#include <memory>

namespace vestnik {

/// Where a command of the command line is carried out: in an engine of this process, or in the running instance that
/// holds the data directory. Lives on the main thread.
class Session : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    explicit Session(QObject *parent = nullptr)
        : QObject(parent)
    {
    }
    /// Begins; answered() follows one or more times, the last one with "final", or failed().
    virtual void send(const QJsonObject &request) = 0;
    /// Gives up (Ctrl+C); ended() follows.
    virtual void end() = 0;

Q_SIGNALS:
    void answered(const QJsonObject &answer);
    void failed(const vestnik::Error &error);
    /// After end(): everything is closed.
    void ended();
};

/// An engine of our own; the data directory is held, and outlives the session.
class OwnSession final : public Session {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OwnSession)

public:
    OwnSession(const DataDir &dir, std::shared_ptr<LoopGuard> guard, QObject *parent = nullptr);
    void send(const QJsonObject &request) override;
    void end() override;

private:
    const DataDir &m_dir;
    const std::shared_ptr<LoopGuard> m_guard;
    EngineLink m_link;
};

/// The instance that holds the data directory, over its socket.
class RemoteSession final : public Session {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemoteSession)

public:
    /// `held`: the error that says who holds the directory; given back if that one does not answer.
    RemoteSession(const DataDir &dir, const Error &held, QObject *parent = nullptr);
    void send(const QJsonObject &request) override;
    void end() override;

private:
    void connectNow();

    const QString m_socketName;
    const Error m_held;
    QLocalSocket m_socket;
    QTimer m_retry;
    int m_attemptsLeft = 20;
    QByteArray m_request;
    bool m_done = false;
};

} // namespace vestnik
