// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/control/taskjson.h"

#include "core/control/commandrunner.h"

#include <QJsonArray>

namespace vestnik {
namespace {

Result<ImportFormat> importFormat(const QString &name)
{
    if (name.isEmpty() || name == QLatin1String("auto")) {
        return ImportFormat::Automatic;
    }
    if (name == QLatin1String("ndjson")) {
        return ImportFormat::Ndjson;
    }
    if (name == QLatin1String("telegram")) {
        return ImportFormat::TelegramDesktop;
    }
    if (name == QLatin1String("python")) {
        return ImportFormat::PythonDatabase;
    }
    return failure(ErrorCode::InvalidArgument, name, QStringLiteral("format"));
}

Result<QString> needed(const QJsonObject &request, QLatin1String key)
{
    const QString text = request.value(key).toString();
    if (text.isEmpty()) {
        return failure(ErrorCode::InvalidArgument, key);
    }
    return text;
}

Result<TaskSpec> importSpec(const QJsonObject &request)
{
    const Result<QString> source = needed(request, QLatin1String("source"));
    const Result<ImportFormat> format = importFormat(request.value(QLatin1String("format")).toString());
    if (!source) {
        return failure(source.error());
    }
    if (!format) {
        return failure(format.error());
    }
    return ImportSpec{*format, *source, request.value(QLatin1String("folder")).toString()};
}

} // namespace

Result<TaskSpec> taskSpecFromJson(const QJsonObject &request)
{
    const QString kind = request.value(QLatin1String("kind")).toString();
    if (kind == QLatin1String("import")) {
        return importSpec(request);
    }
    if (kind == QLatin1String("backup")) {
        return BackupSpec{request.value(QLatin1String("path")).toString()};
    }
    if (kind == QLatin1String("restore")) {
        const Result<QString> path = needed(request, QLatin1String("path"));
        return path ? Result<TaskSpec>(RestoreSpec{*path}) : failure(path.error());
    }
    if (kind == QLatin1String("retention")) {
        return RetentionSpec{!request.value(QLatin1String("apply")).toBool()};
    }
    if (kind == QLatin1String("check")) {
        return CheckSpec{!request.value(QLatin1String("quick")).toBool()};
    }
    if (kind == QLatin1String("compact")) {
        return CompactSpec();
    }
    if (kind == QLatin1String("move")) {
        const Result<QString> target = needed(request, QLatin1String("target"));
        return target ? Result<TaskSpec>(MoveSpec{*target}) : failure(target.error());
    }
    return failure(ErrorCode::InvalidArgument, kind, QStringLiteral("kind"));
}

QJsonObject reportToJson(const TaskReport &report)
{
    QJsonObject object;
    QJsonArray facts;
    for (const TaskFact &fact : report.facts) {
        QJsonObject one{{QStringLiteral("name"), fact.name}, {QStringLiteral("value"), fact.value}};
        if (!fact.text.isEmpty()) {
            one.insert(QStringLiteral("text"), fact.text);
        }
        facts.append(one);
        object.insert(fact.name, object.value(fact.name).toInteger() + fact.value);
    }
    object.insert(QStringLiteral("facts"), facts);
    object.insert(QStringLiteral("path"), report.path.isEmpty() ? QJsonValue() : QJsonValue(report.path));
    return object;
}

QJsonObject taskToJson(const TaskRecord &record)
{
    QJsonObject object = reportToJson(record.report);
    object.insert(QStringLiteral("task"), record.id);
    object.insert(QStringLiteral("kind"), taskKindName(record.kind));
    object.insert(QStringLiteral("state"), taskStateName(record.state));
    object.insert(QStringLiteral("subject"), record.subject);
    object.insert(QStringLiteral("done"), record.done);
    object.insert(QStringLiteral("total"), record.total < 0 ? QJsonValue() : QJsonValue(record.total));
    object.insert(QStringLiteral("error"),
        record.error.code == ErrorCode::None ? QJsonValue() : QJsonValue(errorToJson(record.error)));
    return object;
}

} // namespace vestnik
