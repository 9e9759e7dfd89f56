// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace vestnik {

class EngineLink;

/// The one way out of the program: window hides → engine stops its work → engine thread ends → the application quits.
/// A watchdog ends the process if that takes over 5 s; everything fetched is stored by then, page by page.
/// Lives on the main thread.
class ExitProtocol final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExitProtocol)

public:
    static constexpr int watchdogMs = 5000;

    explicit ExitProtocol(EngineLink &link, QObject *parent = nullptr);

    /// `hide` is called first, when the exit begins.
    void setHide(std::function<void()> hide) { m_hide = std::move(hide); }
    /// Begins once; later calls do nothing.
    void begin();
    /// Exit code of the application; 0 unless set.
    void setExitCode(int code) { m_exitCode = code; }

private:
    EngineLink &m_link;
    QTimer m_watchdog;
    std::function<void()> m_hide;
    int m_exitCode = 0;
    bool m_begun = false;
};

} // namespace vestnik
