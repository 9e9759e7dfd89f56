// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exitprotocol.h"

#include "core/base/logging.h"
#include "core/engine/enginelink.h"

#include <QCoreApplication>

#include <cstdlib>

namespace vestnik {

ExitProtocol::ExitProtocol(EngineLink &link, QObject *parent)
    : QObject(parent)
    , m_link(link)
{
    m_watchdog.setSingleShot(true);
    m_watchdog.setInterval(watchdogMs);
    connect(&m_watchdog, &QTimer::timeout, this, [] {
        qCCritical(lcApp) << "the engine did not end within 5 s; ending the process";
        std::_Exit(1);
    });
    connect(&m_link, &EngineLink::drained, this, [this] { QCoreApplication::exit(m_exitCode); });
}

void ExitProtocol::begin()
{
    if (m_begun) {
        return;
    }
    m_begun = true;
    if (m_hide) {
        m_hide();
    }
    m_watchdog.start();
    m_link.shutDown();
}

} // namespace vestnik
