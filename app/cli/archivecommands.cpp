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

bool isTerminal(const Options &options)
{
    return !options.json && ::isatty(STDERR_FILENO) != 0;
}

QString absolute(const QString &word)
{
    return word.isEmpty() || word.contains(QLatin1String("://")) ? word : QFileInfo(word).absoluteFilePath();
}

/// What an import did; the exit code.
int showImport(const Options &options, const QJsonObject &result)
{
    if (!options.json) {
        const auto number = [&result](const char *name) { return result.value(QLatin1String(name)).toInteger(); };
        output::line(QStringLiteral("%1 posts added, %2 were known (%3 of them with another text, ours is kept)")
                         .arg(number("posts_added"))
                         .arg(number("posts_known"))
                         .arg(number("posts_different")));
        output::line(QStringLiteral("%1 channels added").arg(number("channels_added")));
    }
    int code = 0;
    const QJsonArray facts = result.value(QLatin1String("facts")).toArray();
    for (const QJsonValue &fact : facts) {
        const QString name = fact[QLatin1String("name")].toString();
        const qint64 value = fact[QLatin1String("value")].toInteger();
        const QString text = fact[QLatin1String("text")].toString();
        const QString about = text.isEmpty() ? QString() : QLatin1String(": ") + text;
        if (name == QLatin1String("lines_broken") && value > 0) {
            output::problem(QStringLiteral("%1 posts could not be read%2").arg(value).arg(about));
            code = 1;
        } else if (name == QLatin1String("file_incomplete")) {
            output::problem(QStringLiteral("the file is not whole%1").arg(about));
            code = 1;
        } else if (name.endsWith(QLatin1String("_skipped")) && value > 0) {
            output::problem(
                QStringLiteral("left out: %1 %2%3").arg(value).arg(name.section(QLatin1Char('_'), 0, 0), about));
        }
    }
    return code;
}

/// A line for each fact that is worth one; the exit code.
int showFacts(const Options &options, const QJsonObject &result)
{
    bool damaged = false;
    const QJsonArray facts = result.value(QLatin1String("facts")).toArray();
    for (const QJsonValue &value : facts) {
        const QJsonObject fact = value.toObject();
        const QString name = fact.value(QLatin1String("name")).toString();
        damaged = damaged || name == QLatin1String("problem");
        QString text = sentence(name);
        if (!options.json && !text.isEmpty()) {
            text.replace(QLatin1String("%1"), QString::number(fact.value(QLatin1String("value")).toInteger()));
            text.replace(QLatin1String("%2"), fact.value(QLatin1String("text")).toString());
            output::line(text);
        }
    }
    if (const QString path = result.value(QLatin1String("path")).toString(); !options.json && !path.isEmpty()) {
        output::line(path);
    }
    if (damaged && options.command == QLatin1String("check")) {
        output::problem(QStringLiteral("the database is damaged: copy the file, then restore a backup"));
        return 1;
    }
    return 0;
}

} // namespace

bool isOne(const QString &command)
{
    static const QStringList commands{QStringLiteral("import"), QStringLiteral("backup"), QStringLiteral("restore"),
        QStringLiteral("check"), QStringLiteral("compact"), QStringLiteral("retention"), QStringLiteral("move")};
    return commands.contains(command);
}

QJsonObject request(const Options &options)
{
    QJsonObject request{{QStringLiteral("command"), QStringLiteral("task")}, {QStringLiteral("kind"), options.command}};
    const QString word = options.words.value(0);
    if (options.command == QLatin1String("backup") || options.command == QLatin1String("restore")) {
        request.insert(QStringLiteral("path"), absolute(word));
    } else if (options.command == QLatin1String("import")) {
        request.insert(QStringLiteral("source"), absolute(word));
        request.insert(QStringLiteral("format"), options.format);
        request.insert(QStringLiteral("folder"), options.folder);
    } else if (options.command == QLatin1String("move")) {
        request.insert(QStringLiteral("target"),
            word.contains(QLatin1String("://")) ? word : QString(QLatin1String("sqlite://") + absolute(word)));
    }
    request.insert(QStringLiteral("apply"), options.apply);
    request.insert(QStringLiteral("quick"), options.quick);
    return request;
}

void showProgress(const Options &options, const QJsonObject &event)
{
    if (!isTerminal(options)) {
        return;
    }
    const qint64 done = event.value(QLatin1String("done")).toInteger();
    const qint64 total = event.value(QLatin1String("total")).toInteger();
    if (total > 0) {
        std::fprintf(stderr, "\r%lld %% ", 100 * done / total);
    } else if (done > 0) {
        std::fprintf(stderr, "\r%lld ", done);
    }
    std::fflush(stderr);
}

int showAnswer(const Options &options, const QJsonObject &answer)
{
    if (isTerminal(options)) {
        std::fputs("\r\033[K", stderr); // the progress
    }
    const QJsonObject result = answer.value(QLatin1String("result")).toObject();
    if (result.isEmpty()) {
        return output::finalAnswer(options, answer, {});
    }
    if (options.json) {
        output::line(QString::fromUtf8(QJsonDocument(result).toJson(QJsonDocument::Compact)));
    }
    const int code =
        options.command == QLatin1String("import") ? showImport(options, result) : showFacts(options, result);
    std::fflush(stdout);
    return code;
}

} // namespace vestnik::archivecommands
