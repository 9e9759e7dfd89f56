// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/archive/exporter.h"
#include "core/archive/importer.h"
#include "core/model/postjson.h"
#include "core/store/importrepository.h"
#include "tests/store/storefixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vestnik::test {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

inline QList<QJsonObject> linesOf(const QByteArray &ndjson)
{
    QList<QJsonObject> objects;
    const QList<QByteArray> lines = ndjson.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.isEmpty()) {
            objects.append(QJsonDocument::fromJson(line).object());
        }
    }
    return objects;
}

/// The value of a fact, -1 if it is not there; of several of one name, their sum.
inline qint64 fact(const TaskReport &report, const char *name)
{
    qint64 sum = -1;
    for (const TaskFact &one : report.facts) {
        if (one.name == QLatin1String(name)) {
            sum = std::max<qint64>(sum, 0) + one.value;
        }
    }
    return sum;
}

inline QString factText(const TaskReport &report, const char *name)
{
    for (const TaskFact &one : report.facts) {
        if (one.name == QLatin1String(name)) {
            return one.text;
        }
    }
    return {};
}

inline ExportSpec specOf(ExportFormat format, const QString &path)
{
    ExportSpec spec;
    spec.format = format;
    spec.path = path;
    return spec;
}

inline ImportSpec sourceOf(const QString &source)
{
    ImportSpec spec;
    spec.source = source;
    return spec;
}

/// Everything an export tells of a store, as lines of NDJSON.
inline QByteArray dump(TempStore &store, const QTemporaryDir &folder)
{
    const QString path = folder.filePath(QStringLiteral("dump.ndjson"));
    const Result<TaskReport> report = exportPosts(store.database(), specOf(ExportFormat::Ndjson, path), TaskControl());
    return report ? contentOf(path) : QByteArray("failed: ") + errorEnglish(report.error()).toUtf8();
}

inline PostExtras someExtras()
{
    PostExtras extras;
    extras.starred = true;
    extras.tags = {QStringLiteral("Банки"), QStringLiteral("to read")};
    extras.note = QStringLiteral("=note, \"quoted\"\nsecond line");
    extras.deletedAt = noon + 90'000;
    extras.versions = {
        PostVersion{noon + 60'000, RichText{QStringLiteral("второй текст"), {{EntityType::Bold, 0, 6, {}}}}},
        PostVersion{noon + 30'000, RichText{QStringLiteral("первый текст"), {}}}};
    return extras;
}

/// Attaches to the post of a message.
inline bool attachTo(TempStore &store, ChannelId channel, MessageId message, const PostExtras &extras)
{
    ImportRepository repository(store.database());
    const auto held = repository.held(channel, {message});
    return held && repository.attach(held->value(message).id, extras, true, noon).value_or(false);
}

} // namespace vestnik::test
