// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "core/store/database.h"
#include "tests/bench/archivebench.h"
#include "tests/bench/archivedata.h"
#include "tests/bench/measure.h"

using namespace vestnik;
using namespace vestnik::bench;

namespace {

constexpr qint64 wholeArchive = 1'000'000;
constexpr qint64 quickArchive = 3000;

Result<void> generate(const QString &file, qint64 posts)
{
    const Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{file, false});
    if (!database) {
        return failure(database.error());
    }
    const ArchiveData data(posts);
    const Meter meter;
    const Result<void> filled = fillArchive(**database, data, [&](qint64 stored) {
        if (stored % 100'000 == 0) {
            printRow(QStringLiteral("generated"),
                {number(double(stored)), number(meter.cost(stored).postsPerSecond()) + QLatin1String("/s")});
        }
    });
    printRow(QStringLiteral("size, MB"), {number(double((*database)->fileBytes()) / 1e6)});
    return filled;
}

int finish(const Result<void> &done)
{
    if (!done) {
        printLine(QLatin1String("FAILED: ") + errorEnglish(done.error()));
        return 1;
    }
    return 0;
}

} // namespace

/// bench_archive generate [--posts N] FILE    makes an archive and leaves it
/// bench_archive search [--posts N] FILE      searches in one that was made with this number of posts
/// bench_archive store [--posts N]            storing with the index, beside a bare loop in C
/// bench_archive [--posts N] [--quick]        all of it, in a folder of its own
///
/// Searching answers wrongly or storing loses something: exit code 1. The times gate nothing.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QCommandLineOption postsOption(QStringLiteral("posts"), {}, QStringLiteral("n"));
    const QCommandLineOption quick(QStringLiteral("quick"));
    QCommandLineParser parser;
    parser.addOptions({postsOption, quick});
    parser.process(application);
#ifndef QT_NO_DEBUG
    printLine(QStringLiteral("note: not a Release build, the figures say little"));
#endif
    const qint64 posts = parser.isSet(postsOption) ? std::max(1000, parser.value(postsOption).toInt())
        : parser.isSet(quick)                      ? quickArchive
                                                   : wholeArchive;
    const QStringList arguments = parser.positionalArguments();
    const QString what = arguments.value(0);
    if (what == QLatin1String("generate")) {
        return finish(generate(arguments.value(1), posts));
    }
    if (what == QLatin1String("search")) {
        return finish(benchSearch(arguments.value(1), posts));
    }
    const qint64 toStore = std::min<qint64>(posts, 60'000);
    if (what == QLatin1String("store")) {
        return finish(benchStoring(toStore));
    }
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("vestnik.db"));
    Result<void> done = generate(file, posts);
    for (const std::function<Result<void>()> &part :
        {std::function<Result<void>()>([&] { return benchSearch(file, posts); }),
            std::function<Result<void>()>([&] { return benchStoring(toStore); })}) {
        done = done ? part() : done;
    }
    return finish(done);
}
