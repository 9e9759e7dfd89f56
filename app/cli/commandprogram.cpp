// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandprogram.h"

#include "app/cli/archivecommands.h"
#include "app/cli/output.h"
#include "app/cli/postcommands.h"
#include "app/cli/session.h"
#include "app/unixsignals.h"
#include "core/base/guardedapplication.h"
#include "core/model/channelnames.h"
#include "core/model/run.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>

namespace vestnik {
namespace {

constexpr qint64 importLimit = 4 * 1024 * 1024;

/// The request of a command, or the text of what is wrong with its words.
struct Prepared {
    QJsonObject request;
    QStringList invalid; ///< words that are no channel names
    Error error;
    bool wrongUsage = false;
};

Prepared wrongUsage(const QString &why)
{
    Prepared prepared;
    prepared.wrongUsage = true;
    prepared.error = Error{ErrorCode::InvalidArgument, why, {}};
    return prepared;
}

void takeNames(Prepared &prepared, const QString &text)
{
    QJsonArray names;
    for (const NameFinding &finding : findChannelNames(text)) {
        if (finding.kind == NameFinding::Kind::Name) {
            names.append(finding.username);
        } else if (finding.kind != NameFinding::Kind::Duplicate) {
            prepared.invalid.append(finding.source);
        }
    }
    prepared.request.insert(QStringLiteral("names"), names);
}

Prepared prepare(const Options &options)
{
    Prepared prepared;
    if (archivecommands::isOne(options.command)) {
        prepared.request = archivecommands::request(options);
        return prepared;
    }
    prepared.request.insert(QStringLiteral("command"), options.command);
    if (options.command == QLatin1String("channels.add") || options.command == QLatin1String("channels.remove")) {
        takeNames(prepared, options.words.join(QLatin1Char('\n')));
    } else if (options.command == QLatin1String("channels.import")) {
        prepared.request.insert(QStringLiteral("command"), QStringLiteral("channels.add"));
        QFile file(options.words.first());
        const bool open = options.words.first() == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly)
                                                                      : file.open(QIODevice::ReadOnly);
        const QByteArray bytes = open ? file.read(importLimit + 1) : QByteArray();
        if (!open) {
            prepared.error = Error{ErrorCode::FileFailed, options.words.first(), file.errorString()};
        } else if (bytes.size() > importLimit) {
            prepared.error = Error{ErrorCode::FileTooLarge, options.words.first(), {}};
        }
        takeNames(prepared, QString::fromUtf8(bytes));
    } else if (options.command == QLatin1String("parse")) {
        if (!options.history.isEmpty() && !historyGoalFromText(options.history, QDateTime::currentMSecsSinceEpoch())) {
            return wrongUsage(QStringLiteral("--history is all, a number of days such as 30d, or a number of posts"));
        }
        prepared.request.insert(QStringLiteral("history"), options.history);
        takeNames(prepared, options.words.join(QLatin1Char('\n')));
        if (!options.words.isEmpty() && prepared.request.value(QLatin1String("names")).toArray().isEmpty()) {
            return wrongUsage(QStringLiteral("not a channel name: ") + options.words.first());
        }
    }
    if (options.command.startsWith(QLatin1String("jobs."))) {
        prepared.request.insert(QStringLiteral("jobs"), QJsonArray::fromStringList(options.words));
    }
    if (!options.folder.isEmpty()) {
        prepared.request.insert(QStringLiteral("folder"), options.folder);
    }
    return prepared;
}

} // namespace

int runCommand(int &argc, char **argv, const Options &options)
{
    GuardedApplication<QCoreApplication> application(argc, argv);
    const std::shared_ptr<LoopGuard> guard = LoopGuard::watch(QStringLiteral("main"));
    UnixSignals signals;
    DataDir dir(DataDir::choose(options.dataDir));
    if (options.command == QLatin1String("posts") || options.command == QLatin1String("export")) {
        return runPostCommand(application, signals, dir, options);
    }
    const Prepared prepared = prepare(options);
    if (prepared.wrongUsage) {
        output::problem(prepared.error.subject);
        return 2;
    }
    if (prepared.error.code != ErrorCode::None) {
        output::problem(prepared.error);
        return 1;
    }

    std::unique_ptr<Session> session;
    if (const Result<void> held = dir.acquire(); held) {
        session = std::make_unique<OwnSession>(dir, guard);
    } else if (held.error().code == ErrorCode::DataDirInUse) {
        session = std::make_unique<RemoteSession>(dir, held.error());
    } else {
        output::problem(held.error());
        return 1;
    }
    int code = 1;
    bool told = false;
    QObject::connect(session.get(), &Session::answered, session.get(), [&](const QJsonObject &answer) {
        const bool isArchive = archivecommands::isOne(options.command);
        if (answer.value(QLatin1String("final")).toBool()) {
            told = true;
            code = isArchive ? archivecommands::showAnswer(options, answer)
                             : output::finalAnswer(options, answer, prepared.invalid);
            session->end();
        } else if (isArchive) {
            archivecommands::showProgress(options, answer);
        } else {
            output::progress(options, answer);
        }
    });
    QObject::connect(session.get(), &Session::failed, session.get(), [&](const Error &error) {
        told = true;
        output::problem(error);
        session->end();
    });
    QObject::connect(session.get(), &Session::ended, session.get(), [&] {
        if (!told) {
            output::problem(Error{ErrorCode::Cancelled, options.command, {}});
        }
        QCoreApplication::exit(code);
    });
    QObject::connect(&signals, &UnixSignals::endRequested, session.get(), &Session::end);
    session->send(prepared.request);
    const int result = application.exec();
    session.reset();
    dir.release();
    return result;
}

} // namespace vestnik
