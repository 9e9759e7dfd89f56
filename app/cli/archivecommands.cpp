// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/archivecommands.h"

#include "app/cli/output.h"

#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

namespace vestnik::archivecommands {
namespace {

/// A line for each fact that is worth one: %1 the number, %2 the text. Facts that are not here are for programs.
QString sentence(const QString &fact)
{
    static const QHash<QString, QString> sentences{
        {QStringLiteral("bytes"), QStringLiteral("%1 bytes")},
        {QStringLiteral("channels"), QStringLiteral("%1 channels")},
        {QStringLiteral("posts"), QStringLiteral("%1 posts")},
        {QStringLiteral("kept_before"), QStringLiteral("what was there before is kept in %2")},
        {QStringLiteral("old_backups_removed"), QStringLiteral("%1 old backups removed")},
        {QStringLiteral("tables_checked"), QStringLiteral("%1 tables checked")},
        {QStringLiteral("problems"), QStringLiteral("%1 problems")},
        {QStringLiteral("problem"), QStringLiteral("damaged: %2")},
        {QStringLiteral("counts_wrong"), QStringLiteral("%1 channels with wrong numbers")},
        {QStringLiteral("repaired_counts"), QStringLiteral("%1 channels counted again")},
        {QStringLiteral("orphans"), QStringLiteral("%1 rows that belong to nothing")},
        {QStringLiteral("repaired_orphans"), QStringLiteral("%1 such rows removed")},
        {QStringLiteral("index_damaged"), QStringLiteral("the index of texts is damaged")},
        {QStringLiteral("repaired_index"), QStringLiteral("the index of texts is built again, %1 posts")},
        {QStringLiteral("bytes_before"), QStringLiteral("%1 bytes before")},
        {QStringLiteral("bytes_after"), QStringLiteral("%1 bytes after")},
        {QStringLiteral("posts_to_remove"), QStringLiteral("@%2: %1 posts would go")},
        {QStringLiteral("posts_to_remove_total"),
            QStringLiteral("%1 posts would go in all; retention --apply removes them")},
        {QStringLiteral("starred_kept"), QStringLiteral("%1 older ones stay because they are starred")},
        {QStringLiteral("noted_or_tagged_to_remove"), QStringLiteral("%1 of those that would go have a note or a tag")},
        {QStringLiteral("posts_removed"), QStringLiteral("@%2: %1 posts removed")},
        {QStringLiteral("posts_removed_total"), QStringLiteral("%1 posts removed in all")},
        {QStringLiteral("rows_copied"), QStringLiteral("%2: %1 rows, compared")},
        {QStringLiteral("rows_copied_total"), QStringLiteral("%1 rows copied, the same in both")},
        {QStringLiteral("not_indexed"), QStringLiteral("%1 posts wait for the index of texts")},
    };
    return sentences.value(fact);
}

} // namespace

bool isOne(const QString &command)
{
    static const QStringList commands{QStringLiteral("backup"), QStringLiteral("restore"), QStringLiteral("check"),
        QStringLiteral("compact"), QStringLiteral("retention"), QStringLiteral("move")};
    return commands.contains(command);
}

QJsonObject request(const Options &options)
{
    QJsonObject request{{QStringLiteral("command"), QStringLiteral("task")}, {QStringLiteral("kind"), options.command}};
    const QString word = options.words.value(0);
    if (options.command == QLatin1String("backup") || options.command == QLatin1String("restore")) {
        request.insert(QStringLiteral("path"), word.isEmpty() ? word : QFileInfo(word).absoluteFilePath());
    } else if (options.command == QLatin1String("move")) {
        request.insert(QStringLiteral("target"),
            word.contains(QLatin1String("://")) ? word
                                                : QLatin1String("sqlite://") + QFileInfo(word).absoluteFilePath());
    }
    request.insert(QStringLiteral("apply"), options.apply);
    request.insert(QStringLiteral("quick"), options.quick);
    return request;
}

void showProgress(const Options &options, const QJsonObject &event)
{
    const qint64 total = event.value(QLatin1String("total")).toInteger();
    if (options.json || total <= 0 || ::isatty(STDERR_FILENO) == 0) {
        return;
    }
    std::fprintf(stderr, "\r%lld %% ", 100 * event.value(QLatin1String("done")).toInteger() / total);
    std::fflush(stderr);
}

int showAnswer(const Options &options, const QJsonObject &answer)
{
    const QJsonObject result = answer.value(QLatin1String("result")).toObject();
    if (result.isEmpty()) {
        return output::finalAnswer(options, answer, {});
    }
    bool damaged = false;
    const QJsonArray facts = result.value(QLatin1String("facts")).toArray();
    for (const QJsonValue &value : facts) {
        const QJsonObject fact = value.toObject();
        const QString name = fact.value(QLatin1String("name")).toString();
        const QString text = sentence(name);
        damaged = damaged || name == QLatin1String("problem");
        if (!options.json && !text.isEmpty()) {
            QString line = text;
            line.replace(QLatin1String("%1"), QString::number(fact.value(QLatin1String("value")).toInteger()));
            line.replace(QLatin1String("%2"), fact.value(QLatin1String("text")).toString());
            output::line(line);
        }
    }
    if (options.json) {
        output::line(QString::fromUtf8(QJsonDocument(result).toJson(QJsonDocument::Compact)));
    } else if (const QString path = result.value(QLatin1String("path")).toString(); !path.isEmpty()) {
        output::line(path);
    }
    std::fflush(stdout);
    if (damaged && options.command == QLatin1String("check")) {
        output::problem(QStringLiteral("the database is damaged: copy the file, then restore a backup"));
        return 1;
    }
    return 0;
}

} // namespace vestnik::archivecommands
