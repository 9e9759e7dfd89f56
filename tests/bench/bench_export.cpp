// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/exporter.h"
#include "core/archive/importer.h"
#include "core/store/channelrepository.h"
#include "core/store/database.h"
#include "core/store/postrepository.h"
#include "tests/bench/measure.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>

using namespace vestnik;
using namespace vestnik::bench;

namespace {

constexpr qint64 firstTime = 1'700'000'000'000;
constexpr int channelCount = 20;

const QStringList &words()
{
    static const QStringList all = QStringLiteral(
        "банк рынок новости сегодня вечером правительство курс рубля ещё один день открыл компания рост снижение "
        "market report growth today company open price week energy court release update видео фото читайте подробнее")
                                       .split(QLatin1Char(' '));
    return all;
}

/// 20 to 4000 characters, short ones more often: 750 on average.
Post makePost(MessageId id, QRandomGenerator &random)
{
    Post post;
    post.messageId = id;
    post.postedAt = firstTime + id * 60'000;
    const auto length = static_cast<qsizetype>(20 * std::pow(200.0, random.generateDouble()));
    while (post.body.text.size() < length) {
        post.body.text += words().at(random.bounded(int(words().size())));
        post.body.text += random.bounded(12) == 0 ? QLatin1Char('\n') : QLatin1Char(' ');
    }
    post.body.text = post.body.text.left(length);
    const qint64 views = random.bounded(100'000);
    post.views = Count{views, QString::number(views), false};
    if (random.bounded(2) == 0) {
        post.body.entities = {{EntityType::Bold, 0, 8, {}},
            {EntityType::Link, 10, 8, QStringLiteral("https://example.org/news/%1?from=channel").arg(id)}};
    }
    if (random.bounded(3) == 0) {
        Media photo;
        photo.id = QStringLiteral("photo-%1").arg(id);
        photo.url = QStringLiteral("https://cdn4.example/file/%1_abcdefghijklmnopqrstuvwxyz0123456789.jpg").arg(id);
        photo.width = 800;
        photo.aspect = 0.5625;
        post.kind = PostKind::Photo;
        post.media = {photo};
        post.reactions = {{ReactionKind::Emoji, QStringLiteral("👍"), Count{12, QStringLiteral("12"), false}}};
    }
    return post;
}

Result<void> fill(Database &database, qint64 posts)
{
    QRandomGenerator random(7);
    QList<ChannelDraft> drafts;
    for (int i = 0; i < channelCount; ++i) {
        drafts.append(ChannelDraft{QStringLiteral("bench_channel_%1x").arg(i), {}});
    }
    const Result<AddedChannels> channels = ChannelRepository(database).addChannels(drafts, firstTime);
    if (!channels) {
        return failure(channels.error());
    }
    constexpr int portion = 1000;
    for (qint64 stored = 0; stored < posts; stored += portion) {
        PageToStore page;
        page.channel = channels->added.at(int(stored / portion % channelCount)).id;
        for (qint64 id = stored + 1; id <= std::min(posts, stored + portion); ++id) {
            page.posts.append(makePost(id, random));
        }
        page.covered = IdRange{stored + 1, stored + portion};
        if (const Result<QList<StoredPage>> done = PostRepository(database).storePages({page}, firstTime); !done) {
            return failure(done.error());
        }
    }
    return {};
}

/// From now on peakMemoryMb() counts anew.
double forgetPeak()
{
    QFile refs(QStringLiteral("/proc/self/clear_refs"));
    if (refs.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        refs.write("5");
    }
    return peakMemoryMb();
}

Result<void> measureExport(const QString &path, ExportFormat format, qint64 expected, const QString &target)
{
    const Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{path, true});
    if (!database) {
        return failure(database.error());
    }
    ExportSpec spec;
    spec.format = format;
    spec.path = target;
    const double before = forgetPeak();
    const Meter meter;
    const Result<TaskReport> report = exportPosts(**database, spec, TaskControl());
    if (!report) {
        return failure(report.error());
    }
    const qint64 posts = report->facts.value(0).value;
    const Cost cost = meter.cost(posts);
    if (expected > 0 && posts != expected) {
        return failure(ErrorCode::Internal, QStringLiteral("%1 posts instead of %2").arg(posts).arg(expected));
    }
    printRow(QLatin1String("export ") + exportFormatName(format),
        {number(cost.postsPerSecond()), number(cost.cpuMs > 0 ? double(posts) * 1000 / cost.cpuMs : 0),
            number(double(QFileInfo(target).size()) / 1e6, 1), number(peakMemoryMb() - before, 1)});
    return {};
}

Result<void> measureImport(const QString &source, const QString &path, qint64 expected)
{
    const Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{path, false});
    if (!database) {
        return failure(database.error());
    }
    ImportSpec spec;
    spec.source = source;
    const double before = forgetPeak();
    const Meter meter;
    const Result<TaskReport> report = importPosts(**database, spec, firstTime, TaskControl());
    if (!report) {
        return failure(report.error());
    }
    const qint64 posts = report->facts.value(1).value;
    const Cost cost = meter.cost(posts);
    if (posts != expected) {
        return failure(ErrorCode::Internal, QStringLiteral("%1 posts instead of %2").arg(posts).arg(expected));
    }
    printRow(QStringLiteral("import ndjson (into an empty store)"),
        {number(cost.postsPerSecond()), number(cost.cpuMs > 0 ? double(posts) * 1000 / cost.cpuMs : 0),
            number(double(QFileInfo(source).size()) / 1e6, 1), number(peakMemoryMb() - before, 1)});
    return {};
}

Result<void> run(qint64 posts, const QString &existing, const QString &folder)
{
    QString path = existing;
    if (path.isEmpty()) {
        path = folder + QLatin1String("/posts.db");
        const Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{path, false});
        if (!database) {
            return failure(database.error());
        }
        if (const Result<void> filled = fill(**database, posts); !filled) {
            return filled;
        }
    }
    printRow(QString(),
        {QStringLiteral("posts/s"), QStringLiteral("posts/CPU s"), QStringLiteral("MB"),
            QStringLiteral("memory, +MiB")});
    const qint64 expected = existing.isEmpty() ? posts : 0;
    const QString ndjson = folder + QLatin1String("/posts.ndjson");
    for (const ExportFormat format :
        {ExportFormat::Ndjson, ExportFormat::Csv, ExportFormat::Json, ExportFormat::Html, ExportFormat::Xlsx}) {
        const QString target =
            format == ExportFormat::Ndjson ? ndjson : folder + QLatin1String("/posts.") + exportFormatName(format);
        if (const Result<void> measured = measureExport(path, format, expected, target); !measured) {
            return measured;
        }
        if (format != ExportFormat::Ndjson) {
            QFile::remove(target);
        }
    }
    return existing.isEmpty() ? measureImport(ndjson, folder + QLatin1String("/import.db"), posts) : Result<void>();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("quick"), QStringLiteral("a small number of posts")});
    parser.addOption(
        {QStringLiteral("posts"), QStringLiteral("how many"), QStringLiteral("N"), QStringLiteral("100000")});
    parser.addOption({QStringLiteral("database"), QStringLiteral("an existing store"), QStringLiteral("FILE")});
    parser.process(application);
    const qint64 posts =
        parser.isSet(QStringLiteral("quick")) ? 3000 : parser.value(QStringLiteral("posts")).toLongLong();
    const QTemporaryDir folder;
    const Result<void> done = run(posts, parser.value(QStringLiteral("database")), folder.path());
    if (!done) {
        std::fprintf(stderr, "%s\n", qPrintable(errorEnglish(done.error())));
        return 1;
    }
    return 0;
}
