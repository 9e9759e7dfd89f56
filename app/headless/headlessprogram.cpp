// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/headless/headlessprogram.h"

#include "app/demomode.h"
#include "app/exitprotocol.h"
#include "app/fronts.h"
#include "app/setup.h"
#include "app/unixsignals.h"
#include "core/base/guardedapplication.h"
#include "core/engine/enginelink.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTemporaryDir>

#include <cstdio>

namespace vestnik {
namespace {

void printLog(const QList<LogEntry> &entries)
{
    for (const LogEntry &entry : entries) {
        const QByteArray line = (QDateTime::fromMSecsSinceEpoch(entry.at).toString(Qt::ISODateWithMs) + QLatin1Char(' ')
            + logLevelName(entry.level) + QLatin1Char(' ') + logEnglish(entry))
                                    .toUtf8();
        std::fprintf(stderr, "%s\n", line.constData());
    }
}

} // namespace

int runHeadless(int &argc, char **argv, const Options &options)
{
    GuardedApplication<QCoreApplication> application(argc, argv);
    const std::shared_ptr<LoopGuard> guard = LoopGuard::watch(QStringLiteral("main"));
    UnixSignals signals;
    QTemporaryDir demoDir;
    DataDir dir(options.demo ? demoDir.path() : DataDir::choose(options.dataDir));
    if (const Result<void> held = dir.acquire(); !held) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(errorEnglish(held.error())));
        return 1;
    }
    EngineLink link(makeSetup(dir), guard);
    ExitProtocol exit(link);
    QObject::connect(&link, &EngineFacade::logAdded, &link, printLog);
    QObject::connect(&signals, &UnixSignals::endRequested, &exit, &ExitProtocol::begin);
    if (options.demo) {
        prepareDemo(link);
    }
    link.start();
    addControlServer(link, dir, guard, {});
    if (options.demo) {
        populateDemo(link);
    }
    const int code = application.exec();
    dir.release();
    return code;
}

} // namespace vestnik
