// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/guiprogram.h"

#include "app/gui/panelprogram.h"
#include "core/base/guardedapplication.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdio>

namespace vestnik {

int runPanel(int &argc, char **argv, const Options &options)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        std::fprintf(stderr, "vestnik: there is no display here. To run without a window: vestnik --headless\n");
        return 1;
    }
    GuardedApplication<QApplication> application(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("Vestnik"));
    QApplication::setDesktopFileName(QStringLiteral("vestnik"));
    QApplication::setQuitOnLastWindowClosed(false);
    const std::shared_ptr<LoopGuard> guard = LoopGuard::watch(QStringLiteral("gui"));
    QTemporaryDir demoDir;
    PanelProgram program(
        &application, options, options.demo ? demoDir.path() : DataDir::choose(options.dataDir), guard);
    program.begin();
    return application.exec();
}

} // namespace vestnik
