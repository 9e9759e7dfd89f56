// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandprogram.h"
#include "app/cli/croncommand.h"
#include "app/gui/guiprogram.h"
#include "app/headless/headlessprogram.h"
#include "app/options.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace vestnik;
    QCoreApplication::setApplicationName(QStringLiteral("vestnik"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VESTNIK_VERSION));

    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    const Options options = parseOptions(arguments);
    switch (options.mode) {
    case Options::Mode::Help:
        std::fputs(qUtf8Printable(usageText()), stdout);
        return 0;
    case Options::Mode::Version:
        std::puts("vestnik " VESTNIK_VERSION);
        return 0;
    case Options::Mode::Wrong:
        std::fprintf(stderr, "vestnik: %s\n%s", qUtf8Printable(options.error), "Try: vestnik --help\n");
        return 2;
    case Options::Mode::Headless:
        return runHeadless(argc, argv, options);
    case Options::Mode::Command:
        return runCommand(argc, argv, options);
    case Options::Mode::Cron:
        return runCron(options);
    case Options::Mode::Panel:
        break;
    }
    return runPanel(argc, argv, options);
}
