// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/postcommands.h"

#include "app/cli/output.h"
#include "app/cli/terminalprogress.h"
#include "app/setup.h"
#include "core/archive/exporter.h"
#include "core/control/commandrunner.h"
#include "core/control/taskjson.h"
#include "core/engine/storeaddress.h"
#include "core/model/postjson.h"
#include "core/store/readpool.h"
#include "core/store/reads.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <limits>

namespace vestnik {
namespace {

constexpr int defaultLimit = 50;

QByteArray jsonLine(const Post &post)
{
    return QJsonDocument(postToJson(post)).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray plainLines(const Post &post)
{
    QString text = post.body.text.simplified();
    if (text.isEmpty()) {
        text = QLatin1Char('[') + postKindName(post.kind) + QLatin1Char(']');
    }
    const QString when = QDateTime::fromMSecsSinceEpoch(post.postedAt).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    return QStringLiteral("%1  @%2/%3  %4\n").arg(when, post.channel).arg(post.messageId).arg(text.left(160)).toUtf8();
}

Result<PostQuery> queryOf(Database &database, const Options &options)
{
    PostQuery query;
    query.text = options.search;
    if (options.channels.isEmpty()) {
        return query;
    }
    const Result<QList<ChannelRow>> rows = readChannels(database);
    if (!rows) {
        return failure(rows.error());
    }
    for (QString name : options.channels) {
        if (name.startsWith(QLatin1Char('@'))) {
            name.remove(0, 1);
        }
        const ChannelRow *found = findByName(*rows, name);
        if (!found) {
            return failure(ErrorCode::NotFound, QLatin1Char('@') + name, QStringLiteral("not in the list of channels"));
        }
        query.channels.append(found->id);
    }
    return query;
}

/// `posts`, on a pool thread: reads and writes post by post.
Result<TaskReport> listPosts(
    Database &database, const PostQuery &query, const Options &options, const TaskControl &control)
{
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly)) {
        return failure(ErrorCode::FileFailed, QStringLiteral("standard output"), out.errorString());
    }
    bool written = true;
    const Result<qint64> count =
        readPostsFull(database, query, options.limit >= 0 ? options.limit : defaultLimit, [&](const Post &post) {
            written = out.write(options.json ? jsonLine(post) : plainLines(post)) >= 0;
            return written && !control.isCancelled();
        });
    if (!count) {
        return failure(count.error());
    }
    if (!written || !out.flush()) {
        return failure(ErrorCode::FileFailed, QStringLiteral("standard output"), out.errorString());
    }
    return TaskReport();
}

Result<TaskReport> runOn(Database &database, const Options &options, const TaskControl &control)
{
    const Result<PostQuery> query = queryOf(database, options);
    if (!query) {
        return failure(query.error());
    }
    if (options.command == QLatin1String("posts")) {
        return listPosts(database, *query, options, control);
    }
    ExportSpec spec;
    spec.query = *query;
    spec.format = exportFormatFromName(options.format).value_or(ExportFormat::Ndjson);
    spec.path = options.output.isEmpty() ? QStringLiteral("-") : options.output;
    return exportPosts(database, spec, control, std::max(0, options.limit));
}

} // namespace

int runPostCommand(QCoreApplication &application, UnixSignals &signals, const DataDir &dir, const Options &options)
{
    const EngineSetup setup = makeSetup(dir);
    if (setup.settings.text(SettingId::DatabaseUrl).isEmpty() && !QFileInfo::exists(setup.databaseFile)) {
        return 0; // nothing was collected yet
    }
    const TaskControl control;
    const TerminalProgress progress(signals, control, options.command == QLatin1String("posts"));
    std::unique_ptr<ReadPool> pool;
    QObject context;
    const auto start = [&](const QString &password) {
        ReadPoolConfig config;
        config.database.path = storeAddress(setup, password);
        config.threads = 1;
        config.deadlineMs = std::numeric_limits<int>::max();
        pool = std::make_unique<ReadPool>(config);
        pool->run<TaskReport>([options, control](Database &database) { return runOn(database, options, control); },
            &context,
            [options](const Result<TaskReport> &report) {
                if (!report) {
                    output::problem(report.error());
                } else if (options.json && !report->path.isEmpty()) {
                    output::line(
                        QString::fromUtf8(QJsonDocument(reportToJson(*report)).toJson(QJsonDocument::Compact)));
                }
                QCoreApplication::exit(report ? 0 : 1);
            });
    };
    const std::unique_ptr<SecretStore> secrets = secretsOf(setup);
    if (wantsDatabaseSecret(setup.settings)) {
        secrets->read(databaseSecret(), start);
    } else {
        start({});
    }
    return application.exec();
}

} // namespace vestnik
