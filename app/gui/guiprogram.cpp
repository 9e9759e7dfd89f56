// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/guiprogram.h"

#include "app/demomode.h"
#include "app/exitprotocol.h"
#include "app/fronts.h"
#include "app/setup.h"
#include "app/unixsignals.h"
#include "core/base/guardedapplication.h"
#include "core/engine/enginelink.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/windowhost.h"
#include "ui/widgets/texts.h"

#include <QApplication>
#include <QLocalSocket>
#include <QMessageBox>
#include <QTemporaryDir>

#include <cstdio>

namespace vestnik {
namespace {

/// Asks the instance that holds the data directory to show its window; says who holds it if that fails.
int showOther(QApplication &application, const DataDir &dir, const Error &held)
{
    QLocalSocket socket;
    QMessageBox box;
    QObject::connect(&socket, &QLocalSocket::connected, &socket, [&socket] { socket.write("{\"command\":\"show\"}\n"); });
    QObject::connect(&socket, &QLocalSocket::readyRead, &socket, [] { QCoreApplication::exit(0); });
    QObject::connect(&socket, &QLocalSocket::errorOccurred, &box, [&box, &held] {
        std::fprintf(stderr, "%s\n", qUtf8Printable(errorEnglish(held)));
        box.setIcon(QMessageBox::Warning);
        box.setText(texts::error(held));
        box.setInformativeText(texts::advice(held));
        box.open();
    });
    QObject::connect(&box, &QMessageBox::finished, &box, [] { QCoreApplication::exit(1); });
    socket.connectToServer(dir.socketName());
    return application.exec();
}

} // namespace

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
    UnixSignals signals;

    QTemporaryDir demoDir;
    DataDir dir(options.demo ? demoDir.path() : DataDir::choose(options.dataDir));
    const Result<void> held = dir.acquire();
    EngineSetup setup = makeSetup(dir);
    if (!options.theme.isEmpty()) {
        (void)setup.settings.fix(SettingId::Theme, options.theme);
    }
    if (!options.language.isEmpty()) {
        (void)setup.settings.fix(SettingId::Language, options.language);
    }
    // A directory that cannot be written is no reason to stay away: the panel says so, and what is stored can be read.
    if (!held && held.error().code == ErrorCode::DataDirInUse) {
        Language language;
        language.apply(setup.settings.text(SettingId::Language));
        return showOther(application, dir, held.error());
    }

    EngineLink link(setup, guard);
    if (options.demo) {
        prepareDemo(link);
    }
    ExitProtocol exit(link);
    WindowHost window(&application, link, dir.windowFile());
    exit.setHide([&window] { window.hide(); });
    QObject::connect(&window, &WindowHost::quitRequested, &exit, &ExitProtocol::begin);
    QObject::connect(&signals, &UnixSignals::endRequested, &exit, &ExitProtocol::begin);
    window.show();
    if (!options.page.isEmpty()) {
        window.window()->openPage(options.page);
    }
    link.start();
    addControlServer(link, dir, guard, [&window] { window.raise(); });
    if (options.demo) {
        populateDemo(link);
    }
    const int code = application.exec();
    dir.release();
    return code;
}

} // namespace vestnik
