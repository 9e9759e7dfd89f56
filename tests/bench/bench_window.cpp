// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoworld.h"
#include "core/base/datadir.h"
#include "core/source/webpreview/previewparser.h"
#include "core/store/channelrepository.h"
#include "core/store/database.h"
#include "core/store/postrepository.h"
#include "tests/bench/measure.h"
#include "tests/bench/panelchild.h"
#include "tests/support/previewhost/hostprocess.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

using namespace vestnik;
using namespace vestnik::bench;

namespace {

constexpr int preparedChannels = 20;
constexpr int postsPerPage = 20;
constexpr int runChannels = 20;
constexpr int longestMs = 600'000;
constexpr qint64 minuteMs = 60'000;

struct Plan {
    int stored = 100'000;
    int posts = 10'000;
    int rounds = 3;
    QStringList pages;
};

/// Posts as real pages give them, to be stored under many ids.
QList<Post> samplePosts()
{
    const PreviewSite site = makeBulkSite(1, 600);
    QList<Post> posts;
    const QList<QByteArray> targets = site.pageTargets(QStringLiteral("bulk0001"));
    for (const QByteArray &target : targets) {
        posts += parsePreviewPage(site.answer(target).body, QStringLiteral("bulk0001")).posts;
    }
    return posts;
}

Result<void> fillChannel(
    Database &database, ChannelId channel, const QList<Post> &samples, int count, qint64 newest, qint64 stepMs)
{
    PostRepository repository(database);
    MessageId next = 1;
    int made = 0;
    while (made < count) {
        QList<PageToStore> pages;
        for (int page = 0; page < 25 && made < count; ++page) {
            PageToStore one;
            one.channel = channel;
            one.covered.from = next;
            for (int i = 0; i < postsPerPage && made < count; ++i, ++made) {
                Post post = samples.at(made % samples.size());
                post.messageId = next;
                for (MessageId &member : post.albumIds) {
                    member = next++;
                }
                next = std::max(next, post.messageId + 1);
                post.postedAt = newest - (count - made) * stepMs;
                one.posts.append(post);
            }
            one.covered.to = next - 1;
            pages.append(one);
        }
        if (const Result<QList<StoredPage>> stored = repository.storePages(pages, newest); !stored) {
            return failure(stored.error());
        }
    }
    return {};
}

/// A data directory with so many posts, indexed, as a long-running collector leaves it.
Result<void> prepare(const QString &path, int posts)
{
    QDir().mkpath(path);
    const QString file = DataDir(path).databaseFile();
    if (QFileInfo::exists(file)) {
        return {};
    }
    const Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{file, false});
    if (!opened) {
        return failure(opened.error());
    }
    Database &database = **opened;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QList<ChannelDraft> drafts;
    for (int i = 1; i <= preparedChannels; ++i) {
        drafts.append({QStringLiteral("prepared%1").arg(i, 2, 10, QLatin1Char('0')), QStringLiteral("Old")});
    }
    const Result<AddedChannels> added = ChannelRepository(database).addChannels(drafts, now);
    if (!added) {
        return failure(added.error());
    }
    const QList<Post> samples = samplePosts();
    for (const ChannelRow &row : added->added) {
        const Result<void> filled = fillChannel(database, row.id, samples, posts / preparedChannels, now, 5 * minuteMs);
        if (!filled) {
            return filled;
        }
    }
    for (qint64 left = 1; left > 0;) {
        const Result<qint64> waiting = PostRepository(database).indexWaiting(5000);
        if (!waiting) {
            return failure(waiting.error());
        }
        left = *waiting;
    }
    const Result<qint64> count = database.number(QStringLiteral("SELECT count(*) FROM posts"));
    if (!count || *count != posts / preparedChannels * preparedChannels) {
        return failure(ErrorCode::Internal, QStringLiteral("posts prepared: %1").arg(count.value_or(-1)));
    }
    return {};
}

/// A child works on a copy: what it stores must not be there for the next one.
bool copyData(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    const QStringList files = QDir(from).entryList({QStringLiteral("vestnik.db*")}, QDir::Files);
    for (const QString &name : files) {
        if (!QFile::copy(from + QLatin1Char('/') + name, to + QLatin1Char('/') + name)) {
            return false;
        }
    }
    return !files.isEmpty();
}

Result<QJsonObject> panel(const QString &prepared, const test::HostProcess *host, const QString &page)
{
    const QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("data"));
    if (!copyData(prepared, data)) {
        return failure(ErrorCode::FileFailed, data);
    }
    QStringList arguments{QStringLiteral("--child"), data, QStringLiteral("--page"), page};
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

Result<void> showWindows(const QString &prepared, const Plan &plan)
{
    QList<double> shown;
    QList<double> ready;
    QList<double> gap;
    QList<double> memory;
    for (int round = 0; round < plan.rounds; ++round) {
        const Result<QJsonObject> report = panel(prepared, nullptr, QString());
        if (!report) {
            return failure(report.error());
        }
        shown.append(report->value(QLatin1String("shown_ms")).toDouble());
        ready.append(report->value(QLatin1String("ready_ms")).toDouble());
        gap.append(report->value(QLatin1String("start_gap_ms")).toDouble());
        memory.append(report->value(QLatin1String("peak_mb")).toDouble());
    }
    printLine(
        QStringLiteral("\nstart with %1 posts stored, %2 round(s), medians").arg(number(plan.stored)).arg(plan.rounds));
    printRow(QStringLiteral("window painted (at most 600 ms)"), {number(median(shown), 0) + QLatin1String(" ms")});
    printRow(QStringLiteral("store opened"), {number(median(ready), 0) + QLatin1String(" ms")});
    printRow(
        QStringLiteral("longest gap of the GUI loop while starting"), {number(median(gap), 1) + QLatin1String(" ms")});
    printRow(QStringLiteral("peak memory"), {number(median(memory), 0) + QLatin1String(" MiB")});
    return {};
}

Result<void> runWithWindows(const QString &prepared, const Plan &plan)
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
            const Result<QJsonObject> report = panel(prepared, &host, page);
            if (!report) {
                return failure(report.error());
            }
            const int added = report->value(QLatin1String("posts_added")).toInt();
            const QJsonObject gui = report->value(QLatin1String("gui")).toObject();
            const QJsonObject engine = report->value(QLatin1String("engine")).toObject();
            const double turns = gui.value(QLatin1String("turns")).toDouble();
            const double slow = gui.value(QLatin1String("slow")).toDouble();
            printRow(page,
                {number(added * 1000 / report->value(QLatin1String("run_ms")).toDouble()),
                    millis(gui, QStringLiteral("gap_ms")),
                    number(turns > 0 ? 100 * (turns - slow) / turns : 100, 2) + QLatin1String(" %"), number(turns),
                    millis(engine, QStringLiteral("gap_ms")),
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

} // namespace

/// bench_window [--stored N] [--posts N] [--rounds N] [--page NAME]... [--data DIR] [--quick]
///
/// The panel in processes of its own on a store of 100,000 posts: time from the start to the painted window, then the
/// loops and the memory while a run of 10,000 posts goes on, one page of the panel after the other. Exit code 1 if a
/// number of posts is wrong or a loop was nested. `--data`: a prepared directory that is kept and used again.
int main(int argc, char **argv)
{
    const QCommandLineOption stored(QStringLiteral("stored"), {}, QStringLiteral("n"), QStringLiteral("100000"));
    const QCommandLineOption posts(QStringLiteral("posts"), {}, QStringLiteral("n"), QStringLiteral("10000"));
    const QCommandLineOption rounds(QStringLiteral("rounds"), {}, QStringLiteral("n"), QStringLiteral("3"));
    const QCommandLineOption page(QStringLiteral("page"), {}, QStringLiteral("name"));
    const QCommandLineOption data(QStringLiteral("data"), {}, QStringLiteral("dir"));
    const QCommandLineOption quick(QStringLiteral("quick"));
    const QCommandLineOption child(QStringLiteral("child"), {}, QStringLiteral("dir"));
    const QCommandLineOption began(QStringLiteral("began"), {}, QStringLiteral("ns"));
    const QCommandLineOption server(QStringLiteral("server"), {}, QStringLiteral("url"));
    const QCommandLineOption read(QStringLiteral("read"), {}, QStringLiteral("names"));
    QCommandLineParser parser;
    parser.addOptions({stored, posts, rounds, page, data, quick, child, began, server, read});
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
        return runPanelChild(argc, argv, task);
    }

    QCoreApplication application(argc, argv);
    Plan plan;
    plan.stored = parser.isSet(quick) ? 400 : parser.value(stored).toInt();
    plan.posts = parser.isSet(quick) ? 200 : parser.value(posts).toInt();
    plan.rounds = parser.isSet(quick) ? 1 : parser.value(rounds).toInt();
    plan.pages = parser.values(page);
    if (plan.pages.isEmpty()) {
        plan.pages = {QStringLiteral("overview"), QStringLiteral("posts"), QStringLiteral("channels")};
    }
#ifndef QT_NO_DEBUG
    printLine(QStringLiteral("note: not a Release build, the figures say little"));
#endif
    const QTemporaryDir folder;
    const QString prepared = parser.isSet(data) ? parser.value(data) : folder.filePath(QStringLiteral("prepared"));
    Result<void> done = prepare(prepared, plan.stored);
    if (done) {
        done = showWindows(prepared, plan);
    }
    if (done) {
        done = runWithWindows(prepared, plan);
    }
    if (!done) {
        printLine(QLatin1String("FAILED: ") + errorEnglish(done.error()));
        return 1;
    }
    return 0;
}
