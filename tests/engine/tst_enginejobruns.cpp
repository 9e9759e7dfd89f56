// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/control/controlserver.h"
#include "tests/engine/jobhouse.h"
#include "tests/support/guardedmain.h"

#include <QJsonDocument>
#include <QLocalSocket>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using namespace vestnik;
using namespace vestnik::test;

/// What becomes of runs when the store is taken away, the program ends, channels fail, or everybody gives commands at
/// once.
namespace {

// Enough for an export to be going still when it is cancelled; sanitizers take a multiple of the time.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int many = 3'000;
#else
constexpr int many = 30'000;
#endif

} // namespace

class TestEngineJobRuns final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTaskThatTakesTheStoreOnlyInterrupts();
    void aJobBehindSuchATaskGoesOnAfterwards();
    void endingTheProgramInterrupts();
    void aKilledRunGoesOnWhereItStood();
    void aKilledRunByHandIsOnlySaid();
    void failedChannelsAreReadAgain();
    void cancelledRunsSaySo();
    void aCancelledTaskOfAJobIsStopped();
    void oldRunsGo();
    void everybodyStartsAndStops();

private:
    /// Every row has ended, and a run never went beside another of its job that may not.
    static void checkHistory(JobHouse &house);
};

void TestEngineJobRuns::checkHistory(JobHouse &house)
{
    for (const RunRecord &run : house.runs()) {
        QVERIFY2(!isGoing(run.status), qPrintable(QString::number(run.id) + runStatusName(run.status)));
        QVERIFY(run.finishedAt > 0);
    }
}

void TestEngineJobRuns::aTaskThatTakesTheStoreOnlyInterrupts()
{
    JobHouse house(6, 40);
    house.server.setLatency(150);
    QVERIFY(house.start());
    house.addAll();
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    house.link->startScheduler();
    QTRY_VERIFY(house.link->status().run.has_value());
    const RunId cut = house.link->status().run->id;
    VERIFY_DONE(house.run(CheckSpec{false}));
    QTRY_VERIFY_WITH_TIMEOUT(finished.count() >= 2, 30'000);
    const auto first = finished.at(0).first().value<RunRecord>();
    QCOMPARE(first.id, cut);
    QCOMPARE(first.status, RunStatus::Interrupted);
    const auto second = finished.at(1).first().value<RunRecord>();
    QCOMPARE(second.status, RunStatus::Done);
    QCOMPARE(second.reason.kind, RunReasonKind::Resumed);
    QCOMPARE(second.reason.run, cut);
    QVERIFY(house.link->status().running());
    checkHistory(house);
    // Together they read what one run reads.
    JobHouse other(6, 40);
    QVERIFY(other.start());
    other.addAll();
    QSignalSpy whole(other.link.get(), &EngineFacade::runFinished);
    other.link->startScheduler();
    QTRY_VERIFY_WITH_TIMEOUT(!whole.isEmpty(), 20'000);
    QCOMPARE(house.count(), other.count());
    QVERIFY(other.end());
    QVERIFY(house.end());
}

void TestEngineJobRuns::aJobBehindSuchATaskGoesOnAfterwards()
{
    JobHouse house;
    QVERIFY(house.start());
    const int served = house.fill();
    const Result<Job> job = house.save(house.job("export", "Behind"), [&](Job &wanted) {
        wanted.arguments = QJsonObject{{QStringLiteral("format"), QStringLiteral("ndjson")},
            {QStringLiteral("folder"), house.dir.path()}, {QStringLiteral("name"), QStringLiteral("behind")}};
    });
    QVERIFY(job);
    house.link->startScheduler();
    QTRY_VERIFY(house.link->status().running());
    // Both are in line before the first begins: it takes the store away from the second.
    std::atomic<qint64> task = -1;
    std::atomic<qint64> run = -1;
    house.link->withEngine([&task, &run, id = job->id](Engine &engine) {
        task = engine.startTask(CompactSpec()).value_or(0);
        run = engine.runJob(id, RunOrigin::Window).value_or(0);
    });
    QTRY_VERIFY(task >= 0 && run >= 0);
    QVERIFY(task > 0 && run > 0);
    QTRY_VERIFY(house.hasEnded(task));
    VERIFY_DONE(house.told.value(task).last());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(house.path("behind.ndjson")), 20'000);
    QCOMPARE(contentOf(house.path("behind.ndjson")).count('\n'), served);
    QTRY_COMPARE(house.row(job->id).last->status, RunStatus::Done);
    QCOMPARE(house.stored(run).status, RunStatus::Interrupted);
    QCOMPARE(house.row(job->id).last->reason.kind, RunReasonKind::Resumed);
    QCOMPARE(house.row(job->id).last->reason.run, run.load());
    QVERIFY(!QFile::exists(house.path("behind (2).ndjson")));
    checkHistory(house);
    QVERIFY(house.end());
}

void TestEngineJobRuns::endingTheProgramInterrupts()
{
    JobHouse house(6, 40);
    house.server.setLatency(150);
    QVERIFY(house.start());
    house.addAll();
    house.link->startScheduler();
    QTRY_VERIFY(house.link->status().run.has_value());
    const RunId cut = house.link->status().run->id;
    QVERIFY(house.end());
    house.build();
    QVERIFY(house.start());
    QCOMPARE(house.stored(cut).status, RunStatus::Interrupted);
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    house.link->startScheduler();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 20'000);
    const auto again = finished.first().first().value<RunRecord>();
    QCOMPARE(again.status, RunStatus::Done);
    QCOMPARE(again.reason.kind, RunReasonKind::Resumed);
    QCOMPARE(again.reason.run, cut);
    checkHistory(house);
    QVERIFY(house.end());
}

void TestEngineJobRuns::aKilledRunGoesOnWhereItStood()
{
    JobHouse house(3, 20);
    QVERIFY(house.start());
    const QStringList names = house.addAll();
    QVERIFY(!house.link->jobs().isEmpty());
    const Job job = house.link->jobs().first().job;
    const QList<ChannelId> ids{house.idOf(names.at(0)), house.idOf(names.at(1)), house.idOf(names.at(2))};
    QVERIFY(house.end());
    RunId killed = 0;
    {
        // What a killed program leaves: one channel was read, one was being read, one waited.
        const std::unique_ptr<Database> database = house.openStore();
        QVERIFY(database);
        RunRecord run;
        run.status = RunStatus::Running;
        run.job = job.id;
        run.jobName = job.name;
        run.queuedAt = run.startedAt = QDateTime::currentMSecsSinceEpoch() - 60'000;
        run.channelsTotal = 3;
        QList<RunChannel> channels;
        for (int i = 0; i < 3; ++i) {
            RunChannel channel;
            channel.channelId = ids.at(i);
            channel.username = names.at(i);
            channel.status = i == 0 ? RunChannelStatus::Ok
                : i == 1            ? RunChannelStatus::Running
                                    : RunChannelStatus::Queued;
            channels.append(channel);
        }
        const Result<RunId> id = RunRepository(*database).begin(run, channels);
        QVERIFY(id);
        killed = *id;
    }
    house.build();
    QVERIFY(house.start());
    QCOMPARE(house.stored(killed).status, RunStatus::Interrupted);
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    house.link->startScheduler();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 20'000);
    const auto again = finished.first().first().value<RunRecord>();
    QCOMPARE(again.status, RunStatus::Done);
    QCOMPARE(again.job, job.id);
    QCOMPARE(again.reason.kind, RunReasonKind::Resumed);
    QCOMPARE(again.reason.run, killed);
    QCOMPARE(again.channelsTotal, 2);
    const auto channels = house.wait<QList<RunChannel>>(
        [&](const Done<QList<RunChannel>> &done) { house.link->readRunChannels(again.id, house.link.get(), done); });
    QVERIFY(channels);
    for (const RunChannel &channel : *channels) {
        QVERIFY(channel.channelId != ids.first());
    }
    checkHistory(house);
    QVERIFY(house.end());
}

void TestEngineJobRuns::aKilledRunByHandIsOnlySaid()
{
    JobHouse house(1, 20);
    QVERIFY(house.start());
    house.addAll();
    QVERIFY(house.end());
    {
        const std::unique_ptr<Database> database = house.openStore();
        QVERIFY(database);
        RunRecord run;
        run.status = RunStatus::Running;
        run.origin = RunOrigin::CommandLine;
        run.startedAt = QDateTime::currentMSecsSinceEpoch();
        QVERIFY(RunRepository(*database).begin(run, {}));
    }
    house.build();
    QVERIFY(house.start());
    QCOMPARE(house.runs().first().status, RunStatus::Interrupted);
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    house.link->startScheduler();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 20'000);
    QCOMPARE(finished.first().first().value<RunRecord>().reason.kind, RunReasonKind::None);
    QVERIFY(house.end());
}

void TestEngineJobRuns::failedChannelsAreReadAgain()
{
    JobHouse house(3, 20);
    QVERIFY(house.start());
    const QStringList names = house.addAll();
    house.faults.add(names.at(1), faults::status(404), -1);
    QVERIFY(!house.link->jobs().isEmpty());
    const RunRecord run = house.run(house.link->jobs().first().job.id);
    QCOMPARE(run.status, RunStatus::Partly);
    QCOMPARE(run.channelsFailed, 1);
    house.faults.clear();
    const auto retry = [&house](RunId id) {
        return house.wait<RunId>([&](const Done<RunId> &done) { house.link->retryFailed(id, house.link.get(), done); });
    };
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    const Result<RunId> again = retry(run.id);
    QVERIFY2(again, again ? "" : qPrintable(errorEnglish(again.error())));
    QTRY_VERIFY(!finished.isEmpty());
    const auto second = finished.first().first().value<RunRecord>();
    QCOMPARE(second.id, *again);
    QCOMPARE(second.status, RunStatus::Done);
    QCOMPARE(second.channelsTotal, 1);
    QCOMPARE(second.reason.kind, RunReasonKind::FailedChannels);
    QCOMPARE(second.reason.run, run.id);
    QVERIFY(second.postsAdded > 0);
    const Result<RunId> nothing = retry(second.id);
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::NotFound);
    QCOMPARE(retry(4711).error().code, ErrorCode::NotFound);
    QVERIFY(house.end());
}

void TestEngineJobRuns::cancelledRunsSaySo()
{
    JobHouse house(4, 20);
    house.faults.add(QStringLiteral("*"), faults::hang(), -1);
    QVERIFY(house.start());
    house.addAll();
    house.link->startScheduler();
    QTRY_VERIFY(house.link->status().run.has_value());
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    QElapsedTimer timer;
    timer.start();
    house.link->cancelRun(house.link->status().run->id);
    QTRY_VERIFY(!finished.isEmpty());
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(finished.first().first().value<RunRecord>().status, RunStatus::Stopped);
    QVERIFY(house.link->status().running()); // only the run was meant
    // All of them, of jobs and by hand.
    QVERIFY(!house.link->jobs().isEmpty());
    QVERIFY(house.wait<RunId>([&](const Done<RunId> &done) {
        house.link->runJob(house.link->jobs().first().job.id, house.link.get(), done);
    }));
    ParseRequest request;
    request.history.kind = HistoryGoal::Kind::All;
    QVERIFY(house.wait<RunId>([&](const Done<RunId> &done) { house.link->parse(request, house.link.get(), done); }));
    QTRY_COMPARE(house.link->status().runs.size(), 2);
    house.link->cancelRun(0);
    QTRY_COMPARE(finished.count(), 3);
    QTRY_VERIFY(house.link->status().runs.isEmpty());
    checkHistory(house);
    QVERIFY(house.end());
}

void TestEngineJobRuns::aCancelledTaskOfAJobIsStopped()
{
    JobHouse house;
    QVERIFY(house.start());
    VERIFY_DONE(house.run(ImportSpec{ImportFormat::Ndjson, house.postsFile(many), {}}));
    const Result<Job> job = house.save(house.job("export", "Long"), [&](Job &wanted) {
        wanted.arguments = QJsonObject{{QStringLiteral("format"), QStringLiteral("html")},
            {QStringLiteral("folder"), house.dir.path()}, {QStringLiteral("name"), QStringLiteral("long")}};
    });
    QVERIFY(job);
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    const Result<RunId> run =
        house.wait<RunId>([&](const Done<RunId> &done) { house.link->runJob(job->id, house.link.get(), done); });
    QVERIFY(run);
    house.link->cancelRun(*run);
    QTRY_VERIFY(!finished.isEmpty());
    const auto record = finished.first().first().value<RunRecord>();
    QCOMPARE(record.id, *run);
    QCOMPARE(record.status, RunStatus::Stopped);
    QVERIFY(!QFile::exists(house.path("long.html")));
    QCOMPARE(house.stored(*run), record);
    QTRY_VERIFY(house.link->status().runs.isEmpty());
    QVERIFY(house.end());
}

void TestEngineJobRuns::oldRunsGo()
{
    JobHouse house;
    QVERIFY(house.start());
    QVERIFY(house.end());
    const qint64 dayMs = 24 * 3'600'000LL;
    {
        const std::unique_ptr<Database> database = house.openStore();
        QVERIFY(database);
        QList<RunRecord> runs;
        for (int days = 0; days < 200; ++days) {
            RunRecord run;
            run.status = RunStatus::Done;
            run.startedAt = run.finishedAt = QDateTime::currentMSecsSinceEpoch() - days * dayMs - dayMs / 2;
            runs.append(run);
        }
        QVERIFY(RunRepository(*database).add(runs));
    }
    house.build();
    QVERIFY(house.start());
    QTRY_COMPARE(house.runs().size(), 90);
    QVERIFY(house.command([&](const Done<void> &done) {
        house.link->changeSettings({{SettingId::KeepRunDays, 10}}, house.link.get(), done);
    }));
    QTRY_COMPARE(house.runs().size(), 10);
    QVERIFY(house.end());
}

void TestEngineJobRuns::everybodyStartsAndStops()
{
    JobHouse house(3, 20);
    house.server.setLatency(2);
    QVERIFY(house.start());
    house.addAll();
    QVERIFY(!house.link->jobs().isEmpty());
    const JobId job = house.link->jobs().first().job.id;
    EngineLink *link = house.link.get();
    const QString socketName = house.path("control");
    std::atomic_bool listens = false;
    link->addFront([&listens, socketName, guard = house.guard](Engine &engine) {
        auto server = std::make_unique<ControlServer>(engine, QList<std::shared_ptr<LoopGuard>>{guard, engine.guard()});
        listens = bool(server->listen(socketName));
        return std::unique_ptr<QObject>(std::move(server));
    });
    // The command line: a run of the job, and a look at the state, again and again.
    QLocalSocket socket;
    int answers = 0;
    QObject::connect(&socket, &QLocalSocket::readyRead, &socket, [&] {
        while (socket.canReadLine()) {
            const QJsonObject answer = QJsonDocument::fromJson(socket.readLine()).object();
            answers += answer.value(QLatin1String("final")).toBool() ? 1 : 0;
        }
    });
    QTRY_VERIFY(listens.load());
    socket.connectToServer(socketName);
    QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
    // Three more, each from a thread of its own.
    std::atomic_int given = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 3; ++t) {
        threads.emplace_back([link, job, t, &given] {
            for (int i = 0; i < 200; ++i) {
                link->withEngine([job, t, i, &given](Engine &engine) {
                    if ((t + i) % 3 == 0) {
                        engine.startScheduler();
                    } else if ((t + i) % 3 == 1) {
                        engine.stopScheduler();
                    } else {
                        (void)engine.runJob(job, RunOrigin::Api);
                    }
                    ++given;
                });
            }
        });
    }
    int sent = 0;
    for (int i = 0; i < 100; ++i) {
        link->startScheduler();
        link->runJob(job, link, [](const Result<RunId> &) {});
        link->stopScheduler();
        if (i % 10 == 0) {
            const QString command = i % 20 == 0 ? QStringLiteral("jobs.run") : QStringLiteral("status");
            socket.write(QJsonDocument(QJsonObject{{QStringLiteral("command"), command},
                                           {QStringLiteral("jobs"), QJsonArray{QString::number(job)}}})
                             .toJson(QJsonDocument::Compact)
                + '\n');
            ++sent;
        }
        QCoreApplication::sendPostedEvents();
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    QTRY_COMPARE_WITH_TIMEOUT(given.load(), 600, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(answers, sent, 30'000);
    // The last wish counts, whichever it is.
    link->stopScheduler();
    link->startScheduler();
    QTRY_COMPARE_WITH_TIMEOUT(link->status().scheduler, SchedulerState::Running, 10'000);
    QTRY_VERIFY(link->status().nextRunAt > 0);
    link->startScheduler();
    link->stopScheduler();
    QTRY_COMPARE_WITH_TIMEOUT(link->status().scheduler, SchedulerState::Stopped, 10'000);
    QTRY_VERIFY(link->status().runs.isEmpty());
    QCOMPARE(link->status().nextRunAt, 0);
    checkHistory(house);
    QTRY_VERIFY(house.row(job).going.isEmpty());
    // Not one of them ran beside another.
    QList<RunRecord> began;
    for (const RunRecord &run : house.runs()) {
        if (run.status != RunStatus::Skipped && run.status != RunStatus::Missed && run.startedAt < run.finishedAt) {
            began.append(run);
        }
    }
    std::sort(began.begin(), began.end(), [](const RunRecord &a, const RunRecord &b) { return a.id < b.id; });
    for (qsizetype i = 1; i < began.size(); ++i) {
        QVERIFY(began.at(i).startedAt >= began.at(i - 1).finishedAt);
    }
    for (const LoopStats &loop : link->loops()) {
        QCOMPARE(loop.highestLevel, 1);
        QCOMPARE(loop.misplaced, 0);
    }
    QVERIFY(house.end());
}

VESTNIK_GUARDED_MAIN(TestEngineJobRuns)
#include "tst_enginejobruns.moc"
