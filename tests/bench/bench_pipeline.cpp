// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demoworld.h"
#include "core/base/guardedapplication.h"
#include "tests/bench/peer.h"
#include "tests/bench/stages.h"
#include "tests/support/previewhost/hostprocess.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

using namespace vestnik;
using namespace vestnik::bench;

namespace {

/// The rows of the table, in its order.
enum Stage { DownloadOnly, ParseOnly, StoreOnly, StoreIndexed, Everything, EverythingIndexed, Peer, StageCount };

const char *const stageNames[] = {"download only (6 at a time, gunzipped)", "parse only (one thread)", "store only",
    "store only, texts indexed", "everything (engine, until the run ended)", "everything, texts indexed",
    "peer: requests + bs4(lxml) + sqlite3"};

struct Plan {
    int posts = 10'000;
    int rounds = 3;
    bool peer = true;
};

using Samples = QList<QList<Cost>>; ///< by stage

Result<Subject> subjectOf(const test::HostProcess &host, int channels, int postsPerChannel)
{
    // The same numbers give the same site: what the other process serves is known here without asking it.
    const PreviewSite site = makeBulkSite(channels, postsPerChannel);
    Subject subject;
    subject.server = host.url;
    subject.channels = site.channelNames();
    for (const QString &name : std::as_const(subject.channels)) {
        subject.targets += site.pageTargets(name);
        subject.posts.insert(name, site.postCount(name));
        subject.postsTotal += site.postCount(name);
    }
    if (subject.postsTotal != host.postsTotal() || subject.channels != host.channels) {
        return failure(ErrorCode::Internal, QStringLiteral("the server serves something else"));
    }
    return subject;
}

Result<void> oneRound(const Subject &subject, bool peer, const std::shared_ptr<LoopGuard> &guard, Samples &samples)
{
    const auto expect = [&subject](const char *stage, qint64 posts) {
        return posts == subject.postsTotal ? Result<void>()
                                           : Result<void>(failure(ErrorCode::Internal,
                                               QStringLiteral("%1: %2 posts instead of %3")
                                                   .arg(QLatin1String(stage))
                                                   .arg(posts)
                                                   .arg(subject.postsTotal)));
    };
    Download download(subject);
    const Result<Cost> downloaded = download.run();
    if (!downloaded) {
        return failure(downloaded.error());
    }
    samples[DownloadOnly].append(*downloaded);
    const Parsed parsed = parseAll(download.pages());
    if (const Result<void> all = expect("parse", parsed.cost.posts); !all) {
        return all;
    }
    samples[ParseOnly].append(parsed.cost);
    const Result<Stored> stored = storeAll(parsed.pages, subject.postsTotal);
    if (!stored) {
        return failure(stored.error());
    }
    samples[StoreOnly].append(stored->posts);
    samples[StoreIndexed].append(stored->indexed);
    const Result<Stored> everything = readEverything(subject, guard);
    if (!everything) {
        return failure(everything.error());
    }
    samples[Everything].append(everything->posts);
    samples[EverythingIndexed].append(everything->indexed);
    if (peer) {
        const Result<Cost> theirs = runPeer(subject.server, subject.channels);
        if (!theirs) {
            return failure(theirs.error());
        }
        if (const Result<void> all = expect("peer", theirs->posts); !all) {
            printLine(QLatin1String("note: ") + all.error().subject);
        }
        samples[Peer].append(*theirs);
    }
    return {};
}

void report(const Subject &subject, const Samples &samples, int rounds)
{
    printLine(QStringLiteral("\n%1 posts in %2 gzip pages of %3 channel(s), %4 round(s), medians")
                  .arg(number(double(subject.postsTotal)), number(double(subject.targets.size())))
                  .arg(subject.channels.size())
                  .arg(rounds));
    printRow(QString(), {QStringLiteral("posts/s"), QStringLiteral("CPU ms/1,000")});
    for (int stage = 0; stage < StageCount; ++stage) {
        if (samples.at(stage).isEmpty()) {
            continue;
        }
        QList<double> rate;
        QList<double> cpu;
        for (const Cost &cost : samples.at(stage)) {
            rate.append(cost.postsPerSecond());
            cpu.append(cost.cpuPerThousand());
        }
        printRow(QLatin1String(stageNames[stage]), {number(median(rate)), number(median(cpu), 1)});
    }
    for (const Stage ours : {Everything, EverythingIndexed}) {
        QList<double> ratios;
        for (qsizetype round = 0; round < samples.at(Peer).size(); ++round) {
            ratios.append(samples.at(Peer).at(round).cpuPerThousand() / samples.at(ours).at(round).cpuPerThousand());
        }
        if (!ratios.isEmpty()) {
            printRow(
                QLatin1String("CPU per post, peer / ") + QLatin1String(ours == Everything ? "everything" : "indexed"),
                {number(median(ratios), 1)});
        }
    }
}

Result<void> measure(int channels, const Plan &plan, const std::shared_ptr<LoopGuard> &guard)
{
    const int each = std::max(1, plan.posts / channels);
    test::HostProcess host;
    if (!host.start({QStringLiteral("--channels"), QString::number(channels), QStringLiteral("--posts"),
            QString::number(each)})) {
        return failure(ErrorCode::Internal, QStringLiteral("previewhost"), host.error);
    }
    const Result<Subject> subject = subjectOf(host, channels, each);
    if (!subject) {
        return failure(subject.error());
    }
    Samples samples(StageCount);
    for (int round = 0; round < plan.rounds; ++round) {
        if (const Result<void> done = oneRound(*subject, plan.peer, guard, samples); !done) {
            return done;
        }
    }
    report(*subject, samples, plan.rounds);
    return {};
}

} // namespace

/// bench_pipeline [--posts N] [--rounds N] [--channels N]... [--no-peer] [--quick]
///
/// Download, parse and store, each alone and all together, against the stand-in in another process; beside them the
/// usual pipeline in Python on the same server. Rounds are interleaved, medians printed. Exit code 1 if a number of
/// posts is wrong.
int main(int argc, char **argv)
{
    GuardedApplication<QCoreApplication> application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QCommandLineOption posts(QStringLiteral("posts"), {}, QStringLiteral("n"), QStringLiteral("10000"));
    const QCommandLineOption rounds(QStringLiteral("rounds"), {}, QStringLiteral("n"), QStringLiteral("3"));
    const QCommandLineOption channels(QStringLiteral("channels"), {}, QStringLiteral("n"));
    const QCommandLineOption noPeer(QStringLiteral("no-peer"));
    const QCommandLineOption quick(QStringLiteral("quick"));
    QCommandLineParser parser;
    parser.addOptions({posts, rounds, channels, noPeer, quick});
    parser.process(application);

    Plan plan;
    plan.posts = parser.isSet(quick) ? 200 : parser.value(posts).toInt();
    plan.rounds = parser.isSet(quick) ? 1 : parser.value(rounds).toInt();
    plan.peer = !parser.isSet(quick) && !parser.isSet(noPeer) && hasPeer();
#ifndef QT_NO_DEBUG
    printLine(QStringLiteral("note: not a Release build, the figures say little"));
#endif
    if (!plan.peer) {
        printLine(
            QStringLiteral("note: without the peer (not asked for, or Python's modules or its script are missing)"));
    }
    QStringList layouts = parser.values(channels);
    if (layouts.isEmpty()) {
        layouts = {QStringLiteral("1"), QStringLiteral("20")};
    }
    const std::shared_ptr<LoopGuard> guard = LoopGuard::watch(QStringLiteral("main"));
    for (const QString &layout : std::as_const(layouts)) {
        if (const Result<void> done = measure(std::max(1, layout.toInt()), plan, guard); !done) {
            printLine(QLatin1String("FAILED: ") + errorEnglish(done.error()));
            return 1;
        }
    }
    return 0;
}
