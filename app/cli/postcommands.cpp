// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/postcommands.h"

#include "app/cli/output.h"
#include "app/setup.h"
#include "core/control/commandrunner.h"
#include "core/model/postjson.h"
#include "core/store/readpool.h"
#include "core/store/reads.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>
#include <limits>

namespace vestnik {
namespace {

constexpr int defaultLimit = 50;

QString csvField(const QString &text)
{
    if (!text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('\n'))
        && !text.contains(QLatin1Char('\r'))) {
        return text;
    }
    return QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QByteArray csvHeader()
{
    return "channel,message_id,posted_at,kind,text,url,views,author,edited,forwarded_from,reply_to\n";
}

/// RFC 4180, with '\n' line ends.
QByteArray csvLine(const Post &post)
{
    const QStringList fields{post.channel, QString::number(post.messageId), isoTime(post.postedAt),
        postKindName(post.kind), post.body.text, postUrl(post.channel, post.messageId),
        post.views ? QString::number(post.views->value) : QString(), post.author,
        post.edited ? QStringLiteral("true") : QStringLiteral("false"),
        post.forwardedFrom ? post.forwardedFrom->name : QString(),
        post.replyTo ? QString::number(post.replyTo->messageId) : QString()};
    QStringList escaped;
    for (const QString &field : fields) {
        escaped.append(csvField(field));
    }
    return escaped.join(QLatin1Char(',')).toUtf8() + '\n';
}

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

using Format = QByteArray (*)(const Post &);

Format formatOf(const Options &options)
{
    if (options.command == QLatin1String("export")) {
        return options.format == QLatin1String("csv") ? csvLine : jsonLine;
    }
    return options.json ? jsonLine : plainLines;
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

/// On a pool thread: reads and writes post by post.
Result<qint64> writePosts(Database &database, const Options &options)
{
    const Result<PostQuery> query = queryOf(database, options);
    if (!query) {
        return failure(query.error());
    }
    const bool isExport = options.command == QLatin1String("export");
    const qint64 limit = options.limit >= 0 ? options.limit : (isExport ? 0 : defaultLimit);
    std::unique_ptr<QFileDevice> file;
    if (options.output.isEmpty() || options.output == QLatin1String("-")) {
        auto standard = std::make_unique<QFile>();
        if (!standard->open(stdout, QIODevice::WriteOnly)) {
            return failure(ErrorCode::FileFailed, QStringLiteral("-"), standard->errorString());
        }
        file = std::move(standard);
    } else {
        auto named = std::make_unique<QSaveFile>(options.output);
        if (!named->open(QIODevice::WriteOnly)) {
            return failure(ErrorCode::FileFailed, options.output, named->errorString());
        }
        file = std::move(named);
    }
    const QString target = options.output.isEmpty() ? QStringLiteral("standard output") : options.output;
    const Format format = formatOf(options);
    bool written = true;
    if (format == csvLine) {
        written = file->write(csvHeader()) >= 0;
    }
    const Result<qint64> count = readPostsFull(database, *query, limit, [&](const Post &post) {
        written = written && file->write(format(post)) >= 0;
        return written;
    });
    if (!count) {
        return count;
    }
    auto *named = qobject_cast<QSaveFile *>(file.get());
    written = written && (named ? named->commit() : file->flush());
    if (!written) {
        return failure(ErrorCode::FileFailed, target, file->errorString());
    }
    return count;
}

} // namespace

int runPostCommand(QCoreApplication &application, const DataDir &dir, const Options &options)
{
    const EngineSetup setup = makeSetup(dir);
    const QString url = setup.settings.text(SettingId::DatabaseUrl);
    ReadPoolConfig config;
    config.database.path = url.isEmpty() ? setup.databaseFile : url;
    config.threads = 1;
    config.deadlineMs = std::numeric_limits<int>::max();
    if (url.isEmpty() && !QFileInfo::exists(setup.databaseFile)) {
        return 0; // nothing was collected yet
    }
    ReadPool pool(config);
    int code = 1;
    QObject context;
    pool.run<qint64>([options](Database &database) { return writePosts(database, options); }, &context,
        [&code](const Result<qint64> &count) {
            code = count ? 0 : 1;
            if (!count) {
                output::problem(count.error());
            }
            QCoreApplication::exit(code);
        });
    return application.exec();
}

} // namespace vestnik
