// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/importcommand.h"

#include "app/cli/output.h"
#include "app/cli/session.h"
#include "app/cli/terminalprogress.h"
#include "app/setup.h"
#include "core/archive/importer.h"
#include "core/control/commandrunner.h"
#include "core/store/database.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThreadPool>

namespace vestnik {
namespace {

Result<TaskReport> importInto(const QString &address, const ImportSpec &spec, const TaskControl &control)
{
    const Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{address, false});
    if (!database) {
        return failure(database.error());
    }
    return importPosts(**database, spec, QDateTime::currentMSecsSinceEpoch(), control);
}

/// What the instance is asked that holds the data directory. Its working folder is another one.
QJsonObject requestOf(const Options &options)
{
    const QString source = options.words.value(0);
    const bool address = source.contains(QLatin1String("://"));
    return {
        {QStringLiteral("command"), QStringLiteral("task")},
        {QStringLiteral("kind"), QStringLiteral("import")},
        {QStringLiteral("source"), address ? source : QFileInfo(source).absoluteFilePath()},
        {QStringLiteral("format"), options.format},
        {QStringLiteral("folder"), options.folder},
    };
}

TaskReport reportFromJson(const QJsonObject &result)
{
    TaskReport report;
    const QJsonArray facts = result.value(QLatin1String("facts")).toArray();
    for (const QJsonValue &fact : facts) {
        report.add(fact[QLatin1String("name")].toString(), fact[QLatin1String("value")].toInteger(),
            fact[QLatin1String("text")].toString());
    }
    return report;
}

/// Lets the running instance do it, which holds the data directory (`held` says so) and goes on meanwhile.
int importThere(
    QCoreApplication &application, UnixSignals &signals, const DataDir &dir, const Options &options, const Error &held)
{
    RemoteSession session(dir, held);
    const TaskControl control;
    const TerminalProgress progress(signals, control, options.json);
    int code = 1;
    QObject::connect(&session, &Session::answered, &session, [&](const QJsonObject &answer) {
        if (!answer.value(QLatin1String("final")).toBool()) {
            control.report(
                answer.value(QLatin1String("done")).toInteger(), answer.value(QLatin1String("total")).toInteger(-1));
            return;
        }
        if (const QJsonValue error = answer.value(QLatin1String("error")); error.isObject()) {
            output::problem(errorFromJson(error.toObject()));
        } else {
            code = showImport(options, reportFromJson(answer.value(QLatin1String("result")).toObject()));
        }
        session.end();
    });
    QObject::connect(&session, &Session::failed, &session, [&session](const Error &error) {
        output::problem(error);
        session.end();
    });
    QObject::connect(&session, &Session::ended, &session, [&code] { QCoreApplication::exit(code); });
    // The instance cancels what nobody waits for any more.
    QObject::connect(&signals, &UnixSignals::endRequested, &session, &Session::end);
    session.send(requestOf(options));
    return application.exec();
}

qint64 factOf(const TaskReport &report, const QString &name)
{
    qint64 value = 0;
    for (const TaskFact &fact : report.facts) {
        value += fact.name == name ? fact.value : 0;
    }
    return value;
}

} // namespace

ImportSpec importSpecOf(const Options &options)
{
    ImportSpec spec;
    spec.source = options.words.value(0);
    spec.folder = options.folder;
    spec.format = options.format == QLatin1String("ndjson") ? ImportFormat::Ndjson
        : options.format == QLatin1String("telegram")       ? ImportFormat::TelegramDesktop
        : options.format == QLatin1String("python")         ? ImportFormat::PythonDatabase
                                                            : ImportFormat::Automatic;
    return spec;
}

int showImport(const Options &options, const TaskReport &report)
{
    if (options.json) {
        output::line(QString::fromUtf8(QJsonDocument(taskReportToJson(report)).toJson(QJsonDocument::Compact)));
    } else {
        output::line(QStringLiteral("%1 posts added, %2 were known (%3 of them with another text, ours is kept)")
                         .arg(factOf(report, QStringLiteral("posts_added")))
                         .arg(factOf(report, QStringLiteral("posts_known")))
                         .arg(factOf(report, QStringLiteral("posts_different"))));
        output::line(QStringLiteral("%1 channels added").arg(factOf(report, QStringLiteral("channels_added"))));
    }
    int code = 0;
    for (const TaskFact &fact : report.facts) {
        const QString about = fact.text.isEmpty() ? QString() : QLatin1String(": ") + fact.text;
        if (fact.name == QLatin1String("lines_broken") && fact.value > 0) {
            output::problem(QStringLiteral("%1 posts could not be read%2").arg(fact.value).arg(about));
            code = 1;
        } else if (fact.name == QLatin1String("file_incomplete")) {
            output::problem(QStringLiteral("the file is not whole%1").arg(about));
            code = 1;
        } else if (fact.name.endsWith(QLatin1String("_skipped")) && fact.value > 0) {
            output::problem(QStringLiteral("left out: %1 %2%3")
                                .arg(fact.value)
                                .arg(fact.name.section(QLatin1Char('_'), 0, 0), about));
        }
    }
    return code;
}

int runImportCommand(QCoreApplication &application, UnixSignals &signals, DataDir &dir, const Options &options)
{
    if (const Result<void> held = dir.acquire(); !held) {
        if (held.error().code == ErrorCode::DataDirInUse) {
            return importThere(application, signals, dir, options, held.error());
        }
        output::problem(held.error());
        return 1;
    }
    const EngineSetup setup = makeSetup(dir);
    const QString url = setup.settings.text(SettingId::DatabaseUrl);
    const QString address = url.isEmpty() ? setup.databaseFile : url;
    const TaskControl control;
    const TerminalProgress progress(signals, control, options.json);
    int code = 1;
    QObject context;
    QThreadPool pool;
    pool.setMaxThreadCount(1);
    pool.start([address, spec = importSpecOf(options), control, &context, &code, options] {
        const Result<TaskReport> report = importInto(address, spec, control);
        QMetaObject::invokeMethod(
            &context,
            [report, &code, options] {
                code = report ? showImport(options, *report) : 1;
                if (!report) {
                    output::problem(report.error());
                }
                QCoreApplication::exit(code);
            },
            Qt::QueuedConnection);
    });
    // The task has given its answer, and closed the database, before the loop ends.
    const int result = application.exec();
    dir.release();
    return result;
}

} // namespace vestnik
