// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/jobs/exportworker.h"
#include "tests/engine/jobhouse.h"
#include "tests/support/guardedmain.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace vestnik;
using namespace vestnik::test;

/// Jobs of each kind, through the facade and over a real store.
class TestEngineJobKinds final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void parse();
    void aParseOfNothingIsSkipped();
    void recheck();
    void retention();
    void backup();
    void exportPosts();
    void namesOfExports_data();
    void namesOfExports();
    void forecastsChangeNothing();
    void wrongJobsAreRefused_data();
    void wrongJobsAreRefused();
};

void TestEngineJobKinds::parse()
{
    JobHouse house;
    QVERIFY(house.start());
    const QStringList names = house.addAll();
    const Result<Job> job = house.save(house.job("parse", "One"), [&](Job &wanted) {
        wanted.target.kind = JobTarget::Kind::Channels;
        wanted.target.channels = {house.idOf(names.first())};
    });
    QVERIFY2(job, job ? "" : qPrintable(errorEnglish(job.error())));
    QSignalSpy changed(house.link.get(), &EngineFacade::runChanged);
    const RunRecord run = house.run(job->id);
    QCOMPARE(run.status, RunStatus::Done);
    QCOMPARE(run.kind, QStringLiteral("parse"));
    QCOMPARE(run.job, job->id);
    QCOMPARE(run.jobName, QStringLiteral("One"));
    QCOMPARE(run.origin, RunOrigin::Window);
    QCOMPARE(run.dueAt, 0);
    QCOMPARE(run.channelsTotal, 1);
    QCOMPARE(run.postsAdded, house.count());
    QVERIFY(run.postsAdded > 0);
    QVERIFY(run.queuedAt > 0 && run.startedAt >= run.queuedAt && run.finishedAt >= run.startedAt);
    QVERIFY(std::any_of(changed.begin(), changed.end(),
        [](const QList<QVariant> &told) { return told.first().value<RunRecord>().status == RunStatus::Running; }));
    QCOMPARE(house.stored(run.id), run);
    QTRY_VERIFY(house.row(job->id).last.has_value());
    QCOMPARE(house.row(job->id).last->id, run.id);
    QVERIFY(house.row(job->id).going.isEmpty());
    // Its log is in the store, from its beginning to its end.
    const auto log = house.wait<QList<LogEntry>>(
        [&](const Done<QList<LogEntry>> &done) { house.link->readRunLog(run.id, house.link.get(), done); });
    QVERIFY(log);
    QVERIFY(log->size() >= 3);
    QCOMPARE(log->first().event, LogEvent::RunStarted);
    QCOMPARE(log->last().event, LogEvent::RunFinished);
    for (const LogEntry &entry : *log) {
        QCOMPARE(entry.run, run.id);
    }
    QVERIFY(house.end());
}

void TestEngineJobKinds::aParseOfNothingIsSkipped()
{
    JobHouse house;
    QVERIFY(house.start());
    // No channel at all, and a folder without any while there are some elsewhere.
    const Result<Job> all = house.save(house.job("parse", "All"));
    QVERIFY(all);
    RunRecord run = house.run(all->id);
    QCOMPARE(run.status, RunStatus::Skipped);
    QCOMPARE(run.reason.kind, RunReasonKind::NothingToDo);
    house.addAll();
    const Result<Job> folder = house.save(house.job("parse", "Folder"), [](Job &wanted) {
        wanted.target.kind = JobTarget::Kind::Folder;
        wanted.target.folder = QStringLiteral("Nowhere");
    });
    QVERIFY(folder);
    run = house.run(folder->id);
    QCOMPARE(run.status, RunStatus::Skipped);
    QCOMPARE(run.reason.kind, RunReasonKind::NothingToDo);
    QCOMPARE(house.stored(run.id), run);
    QCOMPARE(house.count(), 0);
    QVERIFY(house.end());
}

void TestEngineJobKinds::recheck()
{
    JobHouse house(1, 60);
    const QString name = house.server.site().channelNames().first();
    // A post every hour until now: re-checks go by the posts' own times.
    QList<SitePost> posts = house.server.site().posts(name);
    const qint64 hourMs = 3'600'000;
    const qint64 newest = QDateTime::currentMSecsSinceEpoch() / 1000 * 1000 - hourMs;
    for (qsizetype i = 0; i < posts.size(); ++i) {
        posts[i].postedAt = newest - (posts.size() - 1 - i) * hourMs;
        QVERIFY(house.server.site().replace(name, posts.at(i)));
    }
    QVERIFY(house.start());
    const int served = house.fill();
    // The oldest text is edited: a run that looks for news does not read back so far.
    const auto oldest =
        std::find_if(posts.begin(), posts.end(), [](const SitePost &post) { return post.kind == SiteKind::Text; });
    QVERIFY(oldest != posts.end());
    oldest->text = SiteText();
    oldest->text.plain = oldest->text.html = QStringLiteral("changed behind our back");
    oldest->edited = true;
    QVERIFY(house.server.site().replace(name, *oldest));
    const Result<Job> job = house.save(house.job("recheck", "Again"), [](Job &wanted) {
        wanted.arguments = QJsonObject{{QStringLiteral("days"), 4}};
    });
    QVERIFY2(job, job ? "" : qPrintable(errorEnglish(job.error())));
    const RunRecord run = house.run(job->id);
    QCOMPARE(run.status, RunStatus::Done);
    QCOMPARE(run.kind, QStringLiteral("recheck"));
    QCOMPARE(run.postsAdded, 0);
    QVERIFY(run.postsUpdated >= 1);
    QCOMPARE(house.count(), served);
    QCOMPARE(house.count(QStringLiteral("\"changed behind our back\"")), 1);
    QVERIFY(house.end());
}

void TestEngineJobKinds::retention()
{
    JobHouse house(2, 30);
    QVERIFY(house.start());
    const int served = house.fill();
    const Result<Job> job = house.save(house.job("retention", "Tidy"));
    QVERIFY(job);
    RunRecord run = house.run(job->id);
    QCOMPARE(run.status, RunStatus::Skipped); // there is no rule
    QCOMPARE(run.reason.kind, RunReasonKind::NothingToDo);
    QVERIFY(house.command([&](const Done<void> &done) { house.link->setRetention({0, 10}, house.link.get(), done); }));
    const auto forecast = house.forecast(*job);
    QVERIFY(forecast);
    QCOMPARE(factOf(forecast->facts, "posts_to_remove_total"), served - 20);
    QCOMPARE(house.count(), served);
    run = house.run(job->id);
    QCOMPARE(run.status, RunStatus::Done);
    QCOMPARE(run.postsUpdated, served - 20);
    QCOMPARE(run.postsAdded, 0);
    QCOMPARE(house.count(), 20);
    QCOMPARE(house.stored(run.id), run);
    QVERIFY(house.end());
}

void TestEngineJobKinds::backup()
{
    JobHouse house;
    QVERIFY(house.start());
    house.fill();
    const QString folder = house.path("copies");
    QVERIFY(QDir().mkpath(folder));
    const auto touch = [&folder](const char *name) {
        QFile file(QDir(folder).filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly);
    };
    const Result<Job> job = house.save(house.job("backup", "Copies"), [&](Job &wanted) {
        wanted.arguments = QJsonObject{{QStringLiteral("folder"), folder}, {QStringLiteral("keep"), 2}};
    });
    QVERIFY2(job, job ? "" : qPrintable(errorEnglish(job.error())));
    // Files of others: never touched, however old they look.
    QVERIFY(touch("vestnik-20200101-000000.db") && touch("notes.txt"));
    QVERIFY(touch(qPrintable(QStringLiteral("vestnik-job%1-20200101-000000.db").arg(job->id + 1))));
    QVERIFY(touch(qPrintable(QStringLiteral("vestnik-job%1-20200101-000000.db.old").arg(job->id))));
    // One of its own of long ago.
    QVERIFY(touch(qPrintable(QStringLiteral("vestnik-job%1-20200101-000000.db").arg(job->id))));
    const QDir dir(folder);
    const auto forecast = house.forecast(*job);
    QVERIFY(forecast);
    QVERIFY(factOf(forecast->facts, "bytes") > 0);
    QVERIFY(forecast->facts.first().text.startsWith(folder));
    QCOMPARE(dir.entryList(QDir::Files).size(), 5);
    for (int i = 0; i < 3; ++i) {
        const RunRecord run = house.run(job->id);
        QVERIFY2(run.status == RunStatus::Done, qPrintable(errorEnglish(run.error)));
        QVERIFY(run.bytes > 0);
        QCOMPARE(run.postsAdded + run.postsUpdated, 0);
    }
    const QStringList own = dir.entryList({QStringLiteral("vestnik-job%1-*").arg(job->id)}, QDir::Files)
                                .filter(QRegularExpression(QStringLiteral("\\.(db|dump)$")));
    QCOMPARE(own.size(), 2);
    QVERIFY(!own.contains(QStringLiteral("vestnik-job%1-20200101-000000.db").arg(job->id)));
    QCOMPARE(dir.entryList(QDir::Files).size(), 4 + 2);
    if (!usesPostgres()) {
        DatabaseConfig config;
        config.path = dir.filePath(own.last());
        config.readOnly = true;
        const Result<std::unique_ptr<Database>> copy = Database::open(config);
        QVERIFY(copy);
        QCOMPARE((*copy)->number(QStringLiteral("SELECT count(*) FROM posts")).value_or(-1), house.count());
    }
    QVERIFY(house.end());
}

void TestEngineJobKinds::exportPosts()
{
    JobHouse house;
    QVERIFY(house.start());
    house.fill();
    const QString name = house.server.site().channelNames().first();
    const qint64 posts = house.count(QLatin1String("channel:") + name);
    const Result<Job> job = house.save(house.job("export", "Lines"), [&](Job &wanted) {
        wanted.target.kind = JobTarget::Kind::Channels;
        wanted.target.channels = {house.idOf(name)};
        wanted.arguments = QJsonObject{{QStringLiteral("format"), QStringLiteral("ndjson")},
            {QStringLiteral("folder"), house.dir.path()}, {QStringLiteral("name"), QStringLiteral("all")}};
    });
    QVERIFY2(job, job ? "" : qPrintable(errorEnglish(job.error())));
    const auto forecast = house.forecast(*job);
    QVERIFY(forecast);
    QCOMPARE(factOf(forecast->facts, "posts"), posts);
    QVERIFY(!QFile::exists(house.path("all.ndjson")));
    RunRecord run = house.run(job->id);
    QVERIFY2(run.status == RunStatus::Done, qPrintable(errorEnglish(run.error)));
    QCOMPARE(run.postsUpdated, posts);
    QCOMPARE(contentOf(house.path("all.ndjson")).count('\n'), posts);
    QCOMPARE(run.bytes, contentOf(house.path("all.ndjson")).size());
    // What is there stays as it is.
    run = house.run(job->id);
    QCOMPARE(run.status, RunStatus::Done);
    QCOMPARE(contentOf(house.path("all (2).ndjson")).count('\n'), posts);
    // A folder that is gone is said.
    const Result<Job> lost =
        house.save(*job, [&](Job &wanted) { wanted.arguments.insert(QStringLiteral("folder"), house.path("gone")); });
    QVERIFY(lost);
    run = house.run(job->id);
    QCOMPARE(run.status, RunStatus::Failed);
    QCOMPARE(run.error.code, ErrorCode::FileFailed);
    QCOMPARE(house.stored(run.id), run);
    QVERIFY(house.end());
}

void TestEngineJobKinds::namesOfExports_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("expected");
    // 2026-05-31 22:30:05 UTC
    QTest::newRow("date") << "posts-{date}" << QByteArray("UTC") << "posts-2026-05-31.csv";
    QTest::newRow("zone") << "posts-{date}" << QByteArray("Europe/Moscow") << "posts-2026-06-01.csv";
    QTest::newRow("time") << "{date} {time}" << QByteArray("UTC") << "2026-05-31 223005.csv";
    QTest::newRow("ending") << "All.CSV" << QByteArray("UTC") << "All.CSV";
    QTest::newRow("other ending") << "all.txt" << QByteArray("UTC") << "all.txt.csv";
}

void TestEngineJobKinds::namesOfExports()
{
    QFETCH(QString, pattern);
    QFETCH(QByteArray, zone);
    QFETCH(QString, expected);
    const qint64 at = QDateTime(QDate(2026, 5, 31), QTime(22, 30, 5), Qt::UTC).toMSecsSinceEpoch();
    QCOMPARE(ExportWorker::fileName(pattern, ExportFormat::Csv, at, zone), expected);
}

void TestEngineJobKinds::forecastsChangeNothing()
{
    JobHouse house;
    QVERIFY(house.start());
    const QStringList names = house.addAll();
    Job job = house.job("parse", "Look"); // not stored
    job.target.kind = JobTarget::Kind::Channels;
    job.target.channels = {house.idOf(names.at(0)), house.idOf(names.at(1))};
    const auto forecast = house.forecast(job);
    QVERIFY(forecast);
    QCOMPARE(factOf(forecast->facts, "channels"), 2);
    QCOMPARE(forecast->facts.last().name, QStringLiteral("names"));
    for (const QString &name : names) {
        QCOMPARE(forecast->facts.last().text.contains(QLatin1Char('@') + name), name != names.at(2));
    }
    QCOMPARE(forecast->fires.size(), 5);
    QCOMPARE(house.count(), 0);
    QCOMPARE(house.link->jobs().size(), 1);
    const auto runs = house.wait<QList<RunRecord>>(
        [&](const Done<QList<RunRecord>> &done) { house.link->readRuns(0, 10, house.link.get(), done); });
    QVERIFY(runs && runs->isEmpty());
    QVERIFY(house.end());
}

void TestEngineJobKinds::wrongJobsAreRefused_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QJsonObject>("arguments");
    QTest::addColumn<QString>("subject");
    const auto with = [](const char *member, const QJsonValue &value) {
        QJsonObject arguments{{QStringLiteral("folder"), QStringLiteral("/tmp")}};
        arguments.insert(QLatin1String(member), value);
        return arguments;
    };
    QTest::newRow("kind") << "nothing" << QJsonObject() << "kind";
    QTest::newRow("days 0") << "recheck" << with("days", 0) << "days";
    QTest::newRow("days 366") << "recheck" << with("days", 366) << "days";
    QTest::newRow("days 1.5") << "recheck" << with("days", 1.5) << "days";
    QTest::newRow("days text") << "recheck" << with("days", QStringLiteral("7")) << "days";
    QTest::newRow("keep 0") << "backup" << with("keep", 0) << "keep";
    QTest::newRow("keep 1001") << "backup" << with("keep", 1001) << "keep";
    QTest::newRow("relative backup") << "backup" << with("folder", QStringLiteral("copies")) << "folder";
    QTest::newRow("no folder") << "export" << with("folder", QString()) << "folder";
    QTest::newRow("relative export") << "export" << with("folder", QStringLiteral("../out")) << "folder";
    QTest::newRow("format") << "export" << with("format", QStringLiteral("pdf")) << "format";
    QTest::newRow("way out") << "export" << with("name", QStringLiteral("../posts")) << "name";
    QTest::newRow("hidden") << "export" << with("name", QStringLiteral(".posts")) << "name";
    QTest::newRow("nameless") << "export" << with("name", QString()) << "name";
    QTest::newRow("query") << "export" << with("query", QStringLiteral("before:notadate")) << "query";
    QTest::newRow("export days") << "export" << with("days", -1) << "days";
}

void TestEngineJobKinds::wrongJobsAreRefused()
{
    QFETCH(QString, kind);
    QFETCH(QJsonObject, arguments);
    QFETCH(QString, subject);
    JobHouse house;
    QVERIFY(house.start());
    Job job = house.job("parse", "Wrong");
    job.kind = kind;
    job.arguments = arguments;
    const Result<Job> saved = house.save(job);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(saved.error().subject, subject);
    QCOMPARE(house.link->jobs().size(), 1);
    QVERIFY(house.end());
}

VESTNIK_GUARDED_MAIN(TestEngineJobKinds)
#include "tst_enginejobkinds.moc"
