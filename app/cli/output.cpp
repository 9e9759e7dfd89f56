// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/output.h"

#include "core/control/commandrunner.h"
#include "core/model/run.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

namespace vestnik::output {
namespace {

QStringList strings(const QJsonObject &object, const QString &key)
{
    QStringList list;
    const QJsonArray values = object.value(key).toArray();
    for (const QJsonValue &value : values) {
        list.append(value.toString());
    }
    return list;
}

void json(const QJsonObject &object)
{
    line(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

QString errorText(const QJsonValue &value)
{
    return value.isObject() ? errorEnglish(errorFromJson(value.toObject())) : QString();
}

int added(const Options &options, const QJsonObject &result, const QStringList &invalid)
{
    const QStringList names = strings(result, QStringLiteral("added"));
    const QStringList known = strings(result, QStringLiteral("already_there"));
    if (options.json) {
        QJsonObject shown = result;
        shown.insert(QStringLiteral("invalid"), QJsonArray::fromStringList(invalid));
        json(shown);
    } else {
        for (const QString &name : names) {
            line(QLatin1String("added @") + name);
        }
        for (const QString &name : known) {
            line(QLatin1String("already there @") + name);
        }
    }
    for (const QString &word : invalid) {
        problem(QLatin1String("not a public channel name: ") + word);
    }
    if (names.isEmpty() && known.isEmpty() && invalid.isEmpty()) {
        problem(QStringLiteral("no channel name found"));
        return 1;
    }
    return invalid.isEmpty() ? 0 : 1;
}

int removed(const Options &options, const QJsonObject &result, const QStringList &invalid)
{
    if (options.json) {
        json(result);
    } else {
        for (const QString &name : strings(result, QStringLiteral("removed"))) {
            line(QLatin1String("removed @") + name);
        }
    }
    const QStringList unknown = strings(result, QStringLiteral("not_found")) + invalid;
    for (const QString &name : unknown) {
        problem(QLatin1String("not in the list: ") + name);
    }
    return unknown.isEmpty() ? 0 : 1;
}

int listed(const Options &options, const QJsonObject &result)
{
    if (options.json) {
        json(result);
        return 0;
    }
    const QJsonArray channels = result.value(QLatin1String("channels")).toArray();
    for (const QJsonValue &value : channels) {
        const QJsonObject channel = value.toObject();
        const QString failure = errorText(channel.value(QLatin1String("error")));
        line(
            QStringLiteral("@%1\t%2\t%3\t%4 posts\t%5%6")
                .arg(channel.value(QLatin1String("channel")).toString(),
                    channel.value(QLatin1String("title")).toString(), channel.value(QLatin1String("folder")).toString(),
                    QString::number(channel.value(QLatin1String("posts")).toInteger()),
                    channel.value(QLatin1String("active")).toBool() ? channel.value(QLatin1String("status")).toString()
                                                                    : QStringLiteral("paused"),
                    failure.isEmpty() ? QString() : QLatin1String(": ") + failure));
    }
    return 0;
}

int parsed(const Options &options, const QJsonObject &result)
{
    QJsonArray channels;
    const QJsonArray rows = result.value(QLatin1String("channels")).toArray();
    for (const QJsonValue &value : rows) {
        QJsonObject row = value.toObject();
        const QString error = errorText(row.value(QLatin1String("error")));
        row.insert(QStringLiteral("error"), error.isEmpty() ? QJsonValue() : QJsonValue(error));
        channels.append(row);
        const QString name = row.value(QLatin1String("channel")).toString();
        if (row.value(QLatin1String("status")).toString() != QLatin1String("ok")) {
            problem(QStringLiteral("@%1: %2").arg(name, error.isEmpty() ? QStringLiteral("not read") : error));
        } else if (!options.json) {
            line(QStringLiteral("@%1: %2 added, %3 updated")
                     .arg(name)
                     .arg(row.value(QLatin1String("posts_added")).toInt())
                     .arg(row.value(QLatin1String("posts_updated")).toInt()));
        }
    }
    const QString status = result.value(QLatin1String("status")).toString();
    const QString error = errorText(result.value(QLatin1String("error")));
    if (!error.isEmpty()) {
        problem(error);
    }
    if (options.json) {
        QJsonObject shown = result;
        shown.insert(QStringLiteral("channels"), channels);
        shown.insert(QStringLiteral("error"), error.isEmpty() ? QJsonValue() : QJsonValue(error));
        json(shown);
    } else {
        line(QStringLiteral("run %1: %2, %3 posts added")
                 .arg(result.value(QLatin1String("run")).toInteger())
                 .arg(status)
                 .arg(result.value(QLatin1String("posts_added")).toInt()));
    }
    return status == QLatin1String("done") ? 0 : 1;
}

int statusShown(const Options &options, const QJsonObject &result)
{
    const QString error = errorText(result.value(QLatin1String("store")).toObject().value(QLatin1String("error")));
    if (!error.isEmpty()) {
        problem(error);
    }
    const int code = error.isEmpty() ? 0 : 1;
    if (options.json) {
        json(result);
        return code;
    }
    const QJsonObject channels = result.value(QLatin1String("channels")).toObject();
    line(QLatin1String("scheduler: ") + result.value(QLatin1String("scheduler")).toString());
    line(QStringLiteral("channels: %1, active %2, failing %3")
             .arg(channels.value(QLatin1String("total")).toInt())
             .arg(channels.value(QLatin1String("active")).toInt())
             .arg(channels.value(QLatin1String("failing")).toInt()));
    line(QStringLiteral("posts: %1").arg(result.value(QLatin1String("posts")).toInteger()));
    const QJsonObject jobs = result.value(QLatin1String("jobs")).toObject();
    line(QStringLiteral("jobs: %1, armed %2")
             .arg(jobs.value(QLatin1String("count")).toInt())
             .arg(jobs.value(QLatin1String("armed")).toInt()));
    const QJsonArray upcoming = result.value(QLatin1String("upcoming")).toArray();
    for (const QJsonValue &value : upcoming) {
        line(QStringLiteral("next: %1 %2")
                 .arg(value[QLatin1String("at")].toString(), value[QLatin1String("name")].toString()));
    }
    const QJsonArray loops = result.value(QLatin1String("loops")).toArray();
    for (const QJsonValue &value : loops) {
        const QJsonObject loop = value.toObject();
        line(QStringLiteral("event loop %1 %2 level %3, longest gap %4 ms")
                 .arg(loop.value(QLatin1String("name")).toString(), loop.value(QLatin1String("id")).toString())
                 .arg(loop.value(QLatin1String("level")).toInt())
                 .arg(loop.value(QLatin1String("longest_gap_ms")).toDouble()));
    }
    return code;
}

/// With sentences in the place of errors.
QJsonObject withErrorTexts(QJsonObject json)
{
    const QString text = errorText(json.value(QLatin1String("error")));
    json.insert(QStringLiteral("error"), text.isEmpty() ? QJsonValue() : QJsonValue(text));
    return json;
}

/// A run of a job in a line; whether it is as it should be.
bool runOfJob(const Options &options, const QJsonObject &run)
{
    const QString status = run.value(QLatin1String("status")).toString();
    const QJsonObject reason = run.value(QLatin1String("reason")).toObject();
    const QString why = reason.value(QLatin1String("text")).toString();
    if (!options.json) {
        line(QStringLiteral("run %1 of %2: %3%4, %5 posts added")
                 .arg(run.value(QLatin1String("run")).toInteger())
                 .arg(run.value(QLatin1String("job_name")).toString(), status,
                     why.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(why))
                 .arg(run.value(QLatin1String("posts_added")).toInt()));
    }
    const bool nothingToDo = status == QLatin1String("skipped")
        && reason.value(QLatin1String("name")).toString() == runReasonName(RunReasonKind::NothingToDo);
    if (status == QLatin1String("done") || nothingToDo) {
        return true;
    }
    const QJsonArray failed = run.value(QLatin1String("failed_channels")).toArray();
    for (const QJsonValue &channel : failed) {
        problem(QStringLiteral("@%1: %2").arg(
            channel[QLatin1String("channel")].toString(), channel[QLatin1String("error")].toString()));
    }
    const QString error = run.value(QLatin1String("error")).toString();
    problem(QStringLiteral("run %1: %2")
                .arg(run.value(QLatin1String("run")).toInteger())
                .arg(error.isEmpty() ? status : error));
    return false;
}

int jobs(const Options &options, const QJsonObject &result)
{
    bool well = true;
    QJsonArray shownRuns;
    const QJsonArray runs = result.value(QLatin1String("runs")).toArray();
    for (const QJsonValue &value : runs) {
        QJsonObject run = withErrorTexts(value.toObject());
        QJsonArray failed;
        for (const QJsonValue &channel : run.value(QLatin1String("failed_channels")).toArray()) {
            failed.append(withErrorTexts(channel.toObject()));
        }
        run.insert(QStringLiteral("failed_channels"), failed);
        well = runOfJob(options, run) && well;
        shownRuns.append(run);
    }
    if (options.json) {
        QJsonObject shown = result;
        if (!runs.isEmpty()) {
            shown.insert(QStringLiteral("runs"), shownRuns);
        }
        json(shown);
    }
    const QJsonArray list = result.value(QLatin1String("jobs")).toArray();
    for (const QJsonValue &value : list) {
        const QJsonObject job = value.toObject();
        const bool enabled = job.value(QLatin1String("enabled")).toBool();
        const bool paused = job.value(QLatin1String("paused")).toBool();
        const QString next = job.value(QLatin1String("next_at")).toString();
        const QJsonObject last = job.value(QLatin1String("last")).toObject();
        if (!options.json) {
            line(QStringLiteral("%1\t%2\t%3\t%4\tnext %5\tlast %6")
                     .arg(QString::number(job.value(QLatin1String("id")).toInteger()),
                         job.value(QLatin1String("name")).toString(), job.value(QLatin1String("kind")).toString(),
                         !enabled     ? QStringLiteral("disabled")
                             : paused ? QStringLiteral("paused")
                                      : QStringLiteral("armed"),
                         next.isEmpty() ? QStringLiteral("never") : next,
                         last.isEmpty() ? QStringLiteral("never") : last.value(QLatin1String("status")).toString()));
        }
    }
    const QStringList unknown = strings(result, QStringLiteral("not_found"));
    for (const QString &word : unknown) {
        problem(QLatin1String("no such job: ") + word);
    }
    return well && unknown.isEmpty() ? 0 : 1;
}

} // namespace

void line(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fputc('\n', stdout);
}

void problem(const QString &text)
{
    std::fprintf(stderr, "vestnik: %s\n", text.toUtf8().constData());
}

void problem(const Error &error)
{
    problem(errorEnglish(error));
    const QString advice = QString::fromUtf8(errorAdvice(error.code));
    if (!advice.isEmpty()) {
        problem(advice);
    }
}

void progress(const Options &options, const QJsonObject &event)
{
    if (options.json || ::isatty(STDERR_FILENO) == 0) {
        return;
    }
    std::fprintf(stderr, "\r%d/%d channels, %d posts ", event.value(QLatin1String("channels_done")).toInt(),
        event.value(QLatin1String("channels_total")).toInt(), event.value(QLatin1String("posts_added")).toInt());
    if (event.value(QLatin1String("channels_done")) == event.value(QLatin1String("channels_total"))) {
        std::fputc('\n', stderr);
    }
}

int finalAnswer(const Options &options, const QJsonObject &answer, const QStringList &invalid)
{
    const QJsonValue error = answer.value(QLatin1String("error"));
    if (error.isObject()) {
        problem(errorFromJson(error.toObject()));
        return 1;
    }
    const QJsonObject result = answer.value(QLatin1String("result")).toObject();
    int code = 0;
    if (options.command == QLatin1String("channels.add") || options.command == QLatin1String("channels.import")) {
        code = added(options, result, invalid);
    } else if (options.command == QLatin1String("channels.remove")) {
        code = removed(options, result, invalid);
    } else if (options.command == QLatin1String("channels.list")) {
        code = listed(options, result);
    } else if (options.command == QLatin1String("parse")) {
        code = parsed(options, result);
    } else if (options.command == QLatin1String("status")) {
        code = statusShown(options, result);
    } else if (options.command.startsWith(QLatin1String("jobs."))) {
        code = jobs(options, result);
    }
    std::fflush(stdout);
    return code;
}

} // namespace vestnik::output
