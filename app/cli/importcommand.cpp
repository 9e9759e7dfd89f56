// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/importcommand.h"

#include "app/cli/output.h"
#include "app/cli/taskprogress.h"
#include "app/setup.h"
#include "core/archive/importer.h"
#include "core/store/database.h"

#include <QCoreApplication>
#include <QDateTime>
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
        output::problem(held.error());
        return 1;
    }
    const EngineSetup setup = makeSetup(dir);
    const QString url = setup.settings.text(SettingId::DatabaseUrl);
    const QString address = url.isEmpty() ? setup.databaseFile : url;
    const TaskControl control;
    const TaskProgress progress(signals, control, options.json);
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
