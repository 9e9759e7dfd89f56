// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/options.h"

#include "core/model/task.h"

#include <QHash>

#include <functional>

namespace vestnik {
namespace {

struct Grammar {
    QStringList flags; ///< options without a value
    QStringList values; ///< options with one
    int leastWords = 0;
    int mostWords = 0; ///< -1: any number
};

const QHash<QString, Grammar> &grammars()
{
    static const QHash<QString, Grammar> known{
        {QStringLiteral("channels.add"), {{QStringLiteral("--json")}, {QStringLiteral("--folder")}, 1, -1}},
        {QStringLiteral("channels.remove"), {{QStringLiteral("--json")}, {}, 1, -1}},
        {QStringLiteral("channels.list"), {{QStringLiteral("--json")}, {}, 0, 0}},
        {QStringLiteral("channels.import"), {{QStringLiteral("--json")}, {QStringLiteral("--folder")}, 1, 1}},
        {QStringLiteral("parse"),
            {{QStringLiteral("--json"), QStringLiteral("--all")}, {QStringLiteral("--history")}, 0, -1}},
        {QStringLiteral("posts"),
            {{QStringLiteral("--json")},
                {QStringLiteral("--channel"), QStringLiteral("--search"), QStringLiteral("--limit")}, 0, 0}},
        {QStringLiteral("export"),
            {{QStringLiteral("--json")},
                {QStringLiteral("--channel"), QStringLiteral("--search"), QStringLiteral("--limit"),
                    QStringLiteral("--format"), QStringLiteral("--output")},
                0, 0}},
        {QStringLiteral("import"),
            {{QStringLiteral("--json")}, {QStringLiteral("--folder"), QStringLiteral("--format")}, 1, 1}},
        {QStringLiteral("status"), {{QStringLiteral("--json")}, {}, 0, 0}},
        {QStringLiteral("jobs.list"), {{QStringLiteral("--json")}, {}, 0, 0}},
        {QStringLiteral("jobs.run"), {{QStringLiteral("--json")}, {}, 1, -1}},
        {QStringLiteral("jobs.pause"), {{QStringLiteral("--json")}, {}, 1, -1}},
        {QStringLiteral("jobs.resume"), {{QStringLiteral("--json")}, {}, 1, -1}},
        {QStringLiteral("backup"), {{QStringLiteral("--json")}, {}, 0, 1}},
        {QStringLiteral("restore"), {{QStringLiteral("--json")}, {}, 1, 1}},
        {QStringLiteral("check"), {{QStringLiteral("--json"), QStringLiteral("--quick")}, {}, 0, 0}},
        {QStringLiteral("compact"), {{QStringLiteral("--json")}, {}, 0, 0}},
        {QStringLiteral("retention"), {{QStringLiteral("--json"), QStringLiteral("--apply")}, {}, 0, 0}},
        {QStringLiteral("move"), {{QStringLiteral("--json")}, {}, 1, 1}},
        {QStringLiteral("cron"),
            {{QStringLiteral("--json"), QStringLiteral("--batch")},
                {QStringLiteral("--zone"), QStringLiteral("--from"), QStringLiteral("--count")}, 0, -1}},
    };
    return known;
}

Options wrong(const QString &why)
{
    Options options;
    options.mode = Options::Mode::Wrong;
    options.error = why;
    return options;
}

/// Puts one option into place; an error text if its value cannot be used.
QString take(Options &options, const QString &name, const QString &value)
{
    if (name == QLatin1String("--data-dir")) {
        options.dataDir = value;
        return value.isEmpty() ? QStringLiteral("--data-dir needs a folder") : QString();
    }
    if (name == QLatin1String("--page")) {
        options.page = value;
    } else if (name == QLatin1String("--theme")) {
        options.theme = value;
        if (value != QLatin1String("light") && value != QLatin1String("dark")) {
            return QStringLiteral("--theme is light or dark");
        }
    } else if (name == QLatin1String("--language")) {
        options.language = value;
        if (value != QLatin1String("en") && value != QLatin1String("ru")) {
            return QStringLiteral("--language is en or ru");
        }
    } else if (name == QLatin1String("--folder")) {
        options.folder = value;
    } else if (name == QLatin1String("--history")) {
        options.history = value;
    } else if (name == QLatin1String("--channel")) {
        options.channels.append(value);
    } else if (name == QLatin1String("--search")) {
        options.search = value;
    } else if (name == QLatin1String("--output")) {
        options.output = value;
    } else if (name == QLatin1String("--format")) {
        options.format = value.toLower();
        if (options.command == QLatin1String("import")) {
            static const QStringList known{
                QStringLiteral("auto"), QStringLiteral("ndjson"), QStringLiteral("telegram"), QStringLiteral("python")};
            return known.contains(options.format) ? QString()
                                                  : QStringLiteral("--format is auto, ndjson, telegram or python");
        }
        if (!exportFormatFromName(value)) {
            return QStringLiteral("--format is csv, ndjson, json, html or xlsx");
        }
    } else if (name == QLatin1String("--zone")) {
        options.zone = value;
        return value.isEmpty() ? QStringLiteral("--zone needs the name of a time zone") : QString();
    } else if (name == QLatin1String("--from")) {
        options.from = value;
        return value.isEmpty() ? QStringLiteral("--from needs a time") : QString();
    } else if (name == QLatin1String("--count")) {
        bool ok = false;
        options.count = value.toInt(&ok);
        if (!ok || options.count < 1 || options.count > 1000) {
            return QStringLiteral("--count is a number from 1 to 1000");
        }
    } else if (name == QLatin1String("--limit")) {
        bool ok = false;
        options.limit = value.toInt(&ok);
        if (!ok || options.limit < 0) {
            return QStringLiteral("--limit is a number, 0 for all");
        }
    }
    return {};
}

/// What must hold of an export as a whole; an error text if it does not. Takes the format from the file's name.
QString completeExport(Options &options)
{
    const bool standardOutput = options.output.isEmpty() || options.output == QLatin1String("-");
    if (options.format.isEmpty()) {
        const std::optional<ExportFormat> format =
            standardOutput ? std::optional(ExportFormat::Ndjson) : exportFormatOfFile(options.output);
        if (!format) {
            return QStringLiteral("--format is needed: csv, ndjson, json, html or xlsx");
        }
        options.format = exportFormatName(*format);
    }
    return standardOutput && options.format == QLatin1String("xlsx")
        ? QStringLiteral("a spreadsheet needs --output FILE")
        : QString();
}

/// An expression may come as one word or as five. An error text if what was given does not go together.
QString completeCron(Options &options)
{
    if (options.batch) {
        const bool alone = options.words.isEmpty() && options.zone.isEmpty() && options.from.isEmpty() && !options.json;
        return alone ? QString() : QStringLiteral("--batch goes alone: the questions come from standard input");
    }
    if (options.words.isEmpty()) {
        return QStringLiteral("cron needs an expression, such as \"30 8 * * 1-5\", or --batch");
    }
    options.words = {options.words.join(QLatin1Char(' '))};
    return {};
}

} // namespace

Options parseOptions(const QStringList &arguments)
{
    static const QStringList globalFlags{
        QStringLiteral("--headless"), QStringLiteral("--demo"), QStringLiteral("--help"), QStringLiteral("--version")};
    static const QStringList globalValues{QStringLiteral("--data-dir"), QStringLiteral("--page"),
        QStringLiteral("--theme"), QStringLiteral("--language")};

    Options options;
    Grammar grammar;
    QStringList rest = arguments;
    const auto isCommand = [&options] { return !options.command.isEmpty(); };
    while (!rest.isEmpty()) {
        QString word = rest.takeFirst();
        if (word == QLatin1String("-h")) {
            word = QStringLiteral("--help");
        } else if (word == QLatin1String("-o")) {
            word = QStringLiteral("--output");
        }
        if (word.startsWith(QLatin1String("--")) && word.size() > 2) {
            const qsizetype equals = word.indexOf(QLatin1Char('='));
            const QString name = equals < 0 ? word : word.left(equals);
            if (globalValues.contains(name) || grammar.values.contains(name)) {
                if (equals < 0 && rest.isEmpty()) {
                    return wrong(name + QLatin1String(" needs a value"));
                }
                const QString error = take(options, name, equals < 0 ? rest.takeFirst() : word.mid(equals + 1));
                if (!error.isEmpty()) {
                    return wrong(error);
                }
            } else if (equals < 0 && (globalFlags.contains(name) || grammar.flags.contains(name))) {
                if (name == QLatin1String("--help")) {
                    options.mode = Options::Mode::Help;
                    return options;
                }
                if (name == QLatin1String("--version")) {
                    options.mode = Options::Mode::Version;
                    return options;
                }
                options.demo |= name == QLatin1String("--demo");
                options.json |= name == QLatin1String("--json");
                options.all |= name == QLatin1String("--all");
                options.apply |= name == QLatin1String("--apply");
                options.quick |= name == QLatin1String("--quick");
                options.batch |= name == QLatin1String("--batch");
                if (name == QLatin1String("--headless")) {
                    options.mode = Options::Mode::Headless;
                }
            } else {
                return wrong(QLatin1String("unknown option ") + word);
            }
        } else if (!isCommand()) {
            QString command = word;
            const bool isJobs = word == QLatin1String("jobs");
            if (isJobs || word == QLatin1String("channels")) {
                if (rest.isEmpty()) {
                    return wrong(isJobs ? QStringLiteral("jobs needs list, run, pause or resume")
                                        : QStringLiteral("channels needs add, remove, list or import"));
                }
                command += QLatin1Char('.') + rest.takeFirst();
            }
            const auto known = grammars().constFind(command);
            if (known == grammars().constEnd()) {
                return wrong(
                    QLatin1String("unknown command ") + QString(command).replace(QLatin1Char('.'), QLatin1Char(' ')));
            }
            options.command = command;
            grammar = *known;
        } else {
            options.words.append(word);
        }
    }
    if (!isCommand()) {
        return options;
    }
    if (options.mode == Options::Mode::Headless || options.demo) {
        return wrong(QStringLiteral("--headless and --demo go without a command"));
    }
    if (options.words.size() < grammar.leastWords) {
        return wrong(QStringLiteral("too few arguments"));
    }
    if (grammar.mostWords >= 0 && options.words.size() > grammar.mostWords) {
        return wrong(QLatin1String("unexpected ") + options.words.last());
    }
    if (options.all && !options.words.isEmpty()) {
        return wrong(QStringLiteral("--all goes without names"));
    }
    if (options.command == QLatin1String("export")) {
        if (const QString error = completeExport(options); !error.isEmpty()) {
            return wrong(error);
        }
    }
    if (options.command == QLatin1String("cron")) {
        if (const QString error = completeCron(options); !error.isEmpty()) {
            return wrong(error);
        }
        options.mode = Options::Mode::Cron;
        return options;
    }
    options.mode = Options::Mode::Command;
    return options;
}

QString usageText()
{
    return QStringLiteral(
        "Vestnik collects Telegram channels.\n"
        "\n"
        "  vestnik [--data-dir DIR]                        open the panel\n"
        "  vestnik --demo                                  the panel on invented channels, without network\n"
        "  vestnik --headless                              the engine without a window\n"
        "  vestnik channels add NAME... [--folder F]       names in any form: @name, t.me/name, links\n"
        "  vestnik channels remove NAME...\n"
        "  vestnik channels list\n"
        "  vestnik channels import FILE [--folder F]       '-' reads standard input\n"
        "  vestnik parse [NAME...|--all] [--history all|30d|500]\n"
        "  vestnik posts [--channel NAME] [--search TEXT] [--limit N]\n"
        "  vestnik export [--format csv|ndjson|json|html|xlsx] [--channel NAME]... [--search TEXT] [--limit N]\n"
        "                 [-o FILE]                        '-' is standard output; the file's ending gives the format\n"
        "  vestnik import FILE|ADDRESS [--folder F]        posts: NDJSON or JSON of ours, result.json of Telegram\n"
        "                 [--format auto|ndjson|telegram|python]  Desktop, a database of the Python parser\n"
        "  vestnik backup [FILE]                           a copy of the database, while it is in use\n"
        "  vestnik restore FILE                            puts a backup in its place, keeps what was there\n"
        "  vestnik check [--quick]                         looks for damage, repairs numbers and the index of texts\n"
        "  vestnik compact                                 gives the space of removed posts back to the disk\n"
        "  vestnik retention [--apply]                     what the rules would remove; removes it\n"
        "  vestnik move ADDRESS                            copies everything into another database and goes on there\n"
        "  vestnik jobs list                               what is done by itself, when next, and how it went\n"
        "  vestnik jobs run ID|NAME...                     runs jobs once and waits for their end\n"
        "  vestnik jobs pause ID|NAME...                   they do not run by themselves until they are resumed\n"
        "  vestnik jobs resume ID|NAME...\n"
        "  vestnik status\n"
        "  vestnik cron [--zone ZONE] [--from TIME] [--count N] EXPRESSION\n"
        "                                                  what a cron expression means and when it fires next; TIME "
        "is\n"
        "                                                  in epoch seconds or ISO 8601, ZONE such as Europe/Moscow\n"
        "  vestnik cron --batch                            answers lines 'ZONE<tab>START<tab>EXPRESSION' of standard\n"
        "                                                  input with five epoch seconds or 'error: reason'\n"
        "\n"
        "Every command takes --json and --data-dir. Exit code: 0 all well, 1 something failed, 2 wrong usage.\n"
        "The panel takes --page NAME, --theme light|dark and --language en|ru for one start.\n");
}

} // namespace vestnik
