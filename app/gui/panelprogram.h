// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/exitprotocol.h"
#include "app/options.h"
#include "app/unixsignals.h"
#include "core/base/datadir.h"
#include "core/engine/enginelink.h"
#include "ui/shell/language.h"
#include "ui/shell/windowhost.h"

#include <QLocalSocket>
#include <QMessageBox>
#include <QObject>
#include <QTimer>

#include <memory>

class QApplication;

namespace vestnik {

/// The panel from its start to its end: takes the data directory, or asks the program that holds it to show its window;
/// then engine, window and the way out. Lives on the main thread, inside the one loop of the application.
class PanelProgram final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelProgram)

public:
    /// `dataDir` is not created before begin().
    PanelProgram(QApplication *application, const Options &options, const QString &dataDir,
        std::shared_ptr<LoopGuard> guard, QObject *parent = nullptr);
    ~PanelProgram() override;

    void begin();

private:
    static constexpr int otherEveryMs = 200; ///< between two tries to reach the holder or to take the directory
    static constexpr int otherTries = 15; ///< a command of the command line has ended by then

    [[nodiscard]] EngineSetup setup() const;
    void openPanel();
    void askOther();
    void tellHolder();
    void onEndRequested();

    QApplication *const m_application;
    const Options m_options;
    const std::shared_ptr<LoopGuard> m_guard;
    UnixSignals m_signals;
    DataDir m_dir;
    Error m_held;
    int m_triesLeft = otherTries;
    QTimer m_tryAgain;
    QLocalSocket m_other;
    std::unique_ptr<Language> m_language; ///< of the message about the holder; the window has its own
    std::unique_ptr<QMessageBox> m_box;
    std::unique_ptr<EngineLink> m_link;
    std::unique_ptr<ExitProtocol> m_exit;
    std::unique_ptr<WindowHost> m_window;
};

} // namespace vestnik
