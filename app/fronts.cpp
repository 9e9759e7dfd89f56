// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fronts.h"

#include "core/base/logging.h"
#include "core/control/controlserver.h"
#include "core/engine/enginelink.h"

namespace vestnik {

void addControlServer(
    EngineLink &link, const DataDir &dir, const std::shared_ptr<LoopGuard> &mainGuard, std::function<void()> show)
{
    const QString name = dir.socketName();
    QObject *receiver = &link;
    link.addFront([name, mainGuard, show = std::move(show), receiver](Engine &engine) {
        const QList<std::shared_ptr<LoopGuard>> guards{mainGuard, engine.guard()};
        auto server = std::make_unique<ControlServer>(engine, guards);
        server->setCanShow(static_cast<bool>(show));
        if (show) {
            QObject::connect(server.get(), &ControlServer::showRequested, receiver, show);
        }
        if (const Result<void> listening = server->listen(name); !listening) {
            engine.log().add(LogLevel::Warning, LogEvent::Text, {},
                {QStringLiteral("Commands from other programs cannot be received.")}, listening.error());
        }
        return std::unique_ptr<QObject>(std::move(server));
    });
}

} // namespace vestnik
