// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/measure.h"
#include "tests/bench/panelchild.h"
#include "tests/bench/preparedstore.h"
#include "tests/support/previewhost/hostprocess.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <functional>
#include <utility>

using namespace vestnik;
using namespace vestnik::bench;

namespace {

constexpr int runChannels = 20;
constexpr double pace = 50; ///< pages of 20 posts a second
constexpr int longestMs = 600'000;

struct Plan {
    qint64 stored = 100'000;
    int posts = 10'000;
    int postsAtWork = 40'000;
    int rounds = 3;
    QStringList pages;
    QString data; ///< directory of the prepared store
    QString query; ///< typed at work
    bool inPlace = false; ///< the store is too large to be copied for each child
    bool quick = false;
};

struct PanelOrder {
    QString page;
    QString query; ///< somebody works at the Posts page and types this
    double pace = 0;
};

/// Runs a child on a copy of the store, or in it where a copy would be too large.
Result<QJsonObject> panel(const Plan &plan, const test::HostProcess *host, const PanelOrder &order)
{
    const QTemporaryDir folder;
    const QString data = plan.inPlace ? plan.data : folder.filePath(QStringLiteral("data"));
    if (!plan.inPlace && !copyStore(plan.data, data)) {
        return failure(ErrorCode::FileFailed, data);
    }
    QStringList arguments{QStringLiteral("--child"), data, QStringLiteral("--page"), order.page,
        QStringLiteral("--pace"), QString::number(order.pace)};
    if (!order.query.isEmpty()) {
        arguments += {QStringLiteral("--query"), order.query};
    }
    if (host) {
        arguments += {QStringLiteral("--server"), host->url.toString(), QStringLiteral("--read"),
            host->channels.join(QLatin1Char(','))};
    }
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!environment.contains(QStringLiteral("DISPLAY")) && !environment.contains(QStringLiteral("QT_QPA_PLATFORM"))) {
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    }
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    arguments += {QStringLiteral("--began"), QString::number(monotonicNs())};
    child.start(QCoreApplication::applicationFilePath(), arguments);
    if (!child.waitForFinished(longestMs) || child.exitStatus() != QProcess::NormalExit) {
        return failure(ErrorCode::Internal, QStringLiteral("the panel"), child.errorString());
    }
    const QJsonObject report = QJsonDocument::fromJson(child.readAllStandardOutput()).object();
    if (report.isEmpty() || report.contains(QLatin1String("error"))) {
        return failure(ErrorCode::Internal, report.value(QLatin1String("error")).toString());
    }
    return report;
}

QString millis(const QJsonObject &report, const QString &key)
{
    return number(report.value(key).toDouble(), 1) + QLatin1String(" ms");
}

Result<void> showWindows(const Plan &plan, const QString &page)
{
    QList<double> shown;
    QList<double> ready;
    QList<double> gap;
    QList<double> memory;
    for (int round = 0; round < plan.rounds; ++round) {
        const Result<QJsonObject> report = panel(plan, nullptr, {page, {}, 0});
        if (!report) {
            return failure(report.error());
        }
        shown.append(report->value(QLatin1String("shown_ms")).toDouble());
        ready.append(report->value(QLatin1String("ready_ms")).toDouble());
        gap.append(report->value(QLatin1String("start_gap_ms")).toDouble());
        memory.append(report->value(QLatin1String("peak_mb")).toDouble());
    }
    printLine(QStringLiteral("\nstart on page %1 with %2 posts stored, %3 round(s), medians")
                  .arg(page, number(double(plan.stored)))
                  .arg(plan.rounds));
    printRow(QStringLiteral("window painted (at most 700 ms)"), {number(median(shown), 0) + QLatin1String(" ms")});
    printRow(QStringLiteral("store opened"), {number(median(ready), 0) + QLatin1String(" ms")});
    printRow(
        QStringLiteral("longest gap of the GUI loop while starting"), {number(median(gap), 1) + QLatin1String(" ms")});
    printRow(QStringLiteral("peak memory (at most 200 MiB)"), {number(median(memory), 0) + QLatin1String(" MiB")});
    return {};
}

QString inTime(const QJsonObject &loop)
{
    const double turns = loop.value(QLatin1String("turns")).toDouble();
    const double slow = loop.value(QLatin1String("slow")).toDouble();
    return number(turns > 0 ? 100 * (turns - slow) / turns : 100, 2) + QLatin1String(" %");
}

Result<void> runWithWindows(const Plan &plan)
{
    test::HostProcess host;
    if (!host.start({QStringLiteral("--channels"), QString::number(runChannels), QStringLiteral("--posts"),
            QString::number(plan.posts / runChannels)})) {
        return failure(ErrorCode::Internal, QStringLiteral("previewhost"), host.error);
    }
    printLine(QStringLiteral("\n%1 posts of %2 channels read while the panel is open")
                  .arg(number(host.postsTotal()))
                  .arg(runChannels));
    printRow(QStringLiteral("page"),
        {QStringLiteral("posts/s"), QStringLiteral("GUI gap (50)"), QStringLiteral("<=16ms (99.9%)"),
            QStringLiteral("turns"), QStringLiteral("engine gap"), QStringLiteral("peak (150)")});
    for (const QString &page : plan.pages) {
        for (int round = 0; round < plan.rounds; ++round) {
            const Result<QJsonObject> report = panel(plan, &host, {page, {}, 0});
            if (!report) {
                return failure(report.error());
            }
            const int added = report->value(QLatin1String("posts_added")).toInt();
            const QJsonObject gui = report->value(QLatin1String("gui")).toObject();
            const QJsonObject engine = report->value(QLatin1String("engine")).toObject();
            printRow(page,
                {number(added * 1000 / report->value(QLatin1String("run_ms")).toDouble()),
                    millis(gui, QStringLiteral("gap_ms")), inTime(gui),
                    number(gui.value(QLatin1String("turns")).toDouble()), millis(engine, QStringLiteral("gap_ms")),
                    number(report->value(QLatin1String("peak_mb")).toDouble()) + QLatin1String(" MiB")});
            if (added != host.postsTotal() || report->value(QLatin1String("status")) != QLatin1String("done")) {
                return failure(ErrorCode::Internal, QStringLiteral("posts added: %1").arg(added));
            }
            if (gui.value(QLatin1String("level")).toInt() > 1 || engine.value(QLatin1String("level")).toInt() > 1) {
                return failure(ErrorCode::Internal, QStringLiteral("a nested event loop"));
            }
        }
    }
    return {};
}

void printWork(const QJsonObject &report)
{
    const QJsonObject work = report.value(QLatin1String("work")).toObject();
    printRow(QStringLiteral("part"),
        {QStringLiteral("GUI gap (50)"), QStringLiteral("<=16ms"), QStringLiteral("turns"), QStringLiteral("paints"),
            QStringLiteral("took"), QStringLiteral("rows, median"), QStringLiteral("rows, most")});
    for (const char *name : {"list", "scroll", "jump", "news", "type", "clear", "read"}) {
        const QJsonObject part = work.value(QLatin1String(name)).toObject();
        printRow(QLatin1String("  ") + QLatin1String(name),
            {millis(part, QStringLiteral("gap_ms")), inTime(part),
                number(part.value(QLatin1String("turns")).toDouble()),
                number(part.value(QLatin1String("paints")).toDouble()), millis(part, QStringLiteral("ms")),
                millis(part, QStringLiteral("wait_median_ms")), millis(part, QStringLiteral("wait_most_ms"))});
    }
    const QJsonObject end = report.value(QLatin1String("gui")).toObject();
    printRow(QStringLiteral("  end of the run"),
        {millis(end, QStringLiteral("gap_ms")), inTime(end), number(end.value(QLatin1String("turns")).toDouble())});
    const QJsonObject typed = work.value(QLatin1String("type")).toObject();
    printLine(
        QStringLiteral("  %1 hits, the first %2 and all %3 after the last letter; %4 new posts were announced")
            .arg(number(typed.value(QLatin1String("hits")).toDouble()), millis(typed, QStringLiteral("first_hits_ms")),
                millis(typed, QStringLiteral("all_hits_ms")),
                number(work.value(QLatin1String("news")).toObject().value(QLatin1String("announced")).toDouble())));
    printRow(QStringLiteral("all"),
        {millis(work, QStringLiteral("gap_ms")), inTime(work), number(work.value(QLatin1String("turns")).toDouble()),
            QStringLiteral("engine"), millis(work, QStringLiteral("engine_gap_ms")),
            number(report.value(QLatin1String("work_stored")).toDouble() * 1000
                / std::max(1.0, report.value(QLatin1String("work_ms")).toDouble()))
                + QLatin1String(" posts/s"),
            number(report.value(QLatin1String("peak_mb")).toDouble()) + QLatin1String(" MiB")});
}

/// Somebody works at the Posts page while about a thousand posts a second are stored.
Result<void> work(const Plan &plan)
{
    test::HostProcess host;
    if (!host.start({QStringLiteral("--channels"), QString::number(runChannels), QStringLiteral("--posts"),
            QString::number(plan.postsAtWork / runChannels)})) {
        return failure(ErrorCode::Internal, QStringLiteral("previewhost"), host.error);
    }
    printLine(QStringLiteral("\nwork at the Posts page with %1 posts stored and %2 more coming in, “%3” typed")
                  .arg(number(double(plan.stored)), number(host.postsTotal()), plan.query));
    QList<double> gaps;
    QList<double> memory;
    for (int round = 0; round < plan.rounds; ++round) {
        if (plan.inPlace) {
            if (const Result<qint64> fresh = reuseArchive({}, plan.data); !fresh) {
                return failure(fresh.error());
            }
        }
        const Result<QJsonObject> report = panel(plan, &host, {QStringLiteral("posts"), plan.query, pace});
        if (!report) {
            return failure(report.error());
        }
        printWork(*report);
        const QJsonObject work = report->value(QLatin1String("work")).toObject();
        gaps.append(std::max(work.value(QLatin1String("gap_ms")).toDouble(),
            report->value(QLatin1String("gui")).toObject().value(QLatin1String("gap_ms")).toDouble()));
        memory.append(report->value(QLatin1String("peak_mb")).toDouble());
        if (work.value(QLatin1String("type")).toObject().value(QLatin1String("hits")).toInt() <= 0) {
            return failure(ErrorCode::Internal, QStringLiteral("no hits"));
        }
        if (report->value(QLatin1String("work_stored")).toInt() <= 0) {
            return failure(ErrorCode::Internal, QStringLiteral("nothing was stored meanwhile"));
        }
        if (work.value(QLatin1String("level")).toInt() > 1) {
            return failure(ErrorCode::Internal, QStringLiteral("a nested event loop"));
        }
        if (report->value(QLatin1String("work_outlived_run")).toBool() && !plan.quick) {
            printLine(QStringLiteral("note: the run was over before the work"));
        }
    }
    printRow(QStringLiteral("longest gap of the GUI loop, median of rounds (at most 50 ms)"),
        {number(median(gaps), 1) + QLatin1String(" ms")});
    printRow(QStringLiteral("peak memory, median of rounds (at most 200 MiB)"),
        {number(median(memory), 0) + QLatin1String(" MiB")});
    return {};
}

} // namespace

/// bench_window [--stored N] [--posts N] [--rounds N] [--page NAME]... [--data DIR] [--query TEXT] [--quick]
/// bench_window --archive FILE [--rounds N] [--query TEXT]
///
/// The panel in processes of its own on a store of 100,000 posts: time from the start to the painted window, then the
/// loops and the memory while a run of 10,000 posts goes on, one page of the panel after the other, then while somebody
/// scrolls, searches and reads on the Posts page and 1,000 posts a second come in. Exit code 1 if a number of posts is
/// wrong, a loop was nested, a search found nothing or a row stayed without its post. `--data`: a prepared directory
/// that is kept and used again. `--archive`: a store made by bench_archive; the children work on a copy in the folder
/// `window` beside it, which is kept and grows with every run.
int main(int argc, char **argv)
{
    const QCommandLineOption stored(QStringLiteral("stored"), {}, QStringLiteral("n"), QStringLiteral("100000"));
    const QCommandLineOption posts(QStringLiteral("posts"), {}, QStringLiteral("n"), QStringLiteral("10000"));
    const QCommandLineOption rounds(QStringLiteral("rounds"), {}, QStringLiteral("n"), QStringLiteral("3"));
    const QCommandLineOption page(QStringLiteral("page"), {}, QStringLiteral("name"));
    const QCommandLineOption data(QStringLiteral("data"), {}, QStringLiteral("dir"));
    const QCommandLineOption archive(QStringLiteral("archive"), {}, QStringLiteral("file"));
    const QCommandLineOption query(QStringLiteral("query"), {}, QStringLiteral("text"));
    const QCommandLineOption quick(QStringLiteral("quick"));
    const QCommandLineOption child(QStringLiteral("child"), {}, QStringLiteral("dir"));
    const QCommandLineOption began(QStringLiteral("began"), {}, QStringLiteral("ns"));
    const QCommandLineOption server(QStringLiteral("server"), {}, QStringLiteral("url"));
    const QCommandLineOption read(QStringLiteral("read"), {}, QStringLiteral("names"));
    const QCommandLineOption paced(QStringLiteral("pace"), {}, QStringLiteral("n"));
    QCommandLineParser parser;
    parser.addOptions({stored, posts, rounds, page, data, archive, query, quick, child, began, server, read, paced});
    QStringList words;
    for (int i = 0; i < argc; ++i) {
        words.append(QString::fromLocal8Bit(argv[i]));
    }
    if (!parser.parse(words)) {
        printLine(parser.errorText());
        return 2;
    }
    if (parser.isSet(child)) {
        PanelTask task;
        task.dataDir = parser.value(child);
        task.beganNs = parser.value(began).toLongLong();
        task.server = parser.value(server);
        task.channels = parser.value(read).split(QLatin1Char(','), Qt::SkipEmptyParts);
        task.page = parser.value(page);
        task.query = parser.value(query);
        task.pace = parser.value(paced).toDouble();
        return runPanelChild(argc, argv, task);
    }

    QCoreApplication application(argc, argv);
    Plan plan;
    plan.quick = parser.isSet(quick);
    plan.stored = plan.quick ? 400 : parser.value(stored).toInt();
    plan.posts = plan.quick ? 200 : parser.value(posts).toInt();
    plan.postsAtWork = plan.quick ? 800 : plan.postsAtWork;
    plan.rounds = plan.quick ? 1 : parser.value(rounds).toInt();
    plan.pages = parser.values(page);
    plan.query = parser.value(query);
    plan.inPlace = parser.isSet(archive);
    if (plan.pages.isEmpty()) {
        plan.pages = {QStringLiteral("overview"), QStringLiteral("posts"), QStringLiteral("channels")};
    }
#ifndef QT_NO_DEBUG
    printLine(QStringLiteral("note: not a Release build, the figures say little"));
#endif
    const QTemporaryDir folder;
    Result<void> done;
    if (plan.inPlace) {
        const QFileInfo file(parser.value(archive));
        plan.data = file.absolutePath() + QLatin1String("/window");
        const Result<qint64> there = reuseArchive(file.absoluteFilePath(), plan.data);
        plan.stored = there.value_or(0);
        done = there ? done : Result<void>(failure(there.error()));
    } else {
        plan.data = parser.isSet(data) ? parser.value(data) : folder.filePath(QStringLiteral("prepared"));
        done = prepareStore(plan.data, int(plan.stored));
    }
    if (done && plan.query.isEmpty()) {
        const Result<QString> typed = wordsOfNewest(plan.data);
        plan.query = typed.value_or(QString());
        done = typed ? done : Result<void>(failure(typed.error()));
    }
    QList<std::function<Result<void>()>> parts{[&] { return showWindows(plan, QStringLiteral("overview")); },
        [&] { return showWindows(plan, QStringLiteral("posts")); }, [&] { return work(plan); }};
    if (!plan.inPlace) {
        parts.insert(2, [&] { return runWithWindows(plan); });
    }
    for (const std::function<Result<void>()> &part : std::as_const(parts)) {
        done = done ? part() : done;
    }
    if (!done) {
        printLine(QLatin1String("FAILED: ") + errorEnglish(done.error()));
        return 1;
    }
    return 0;
}
