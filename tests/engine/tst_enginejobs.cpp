// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/engine/jobhouse.h"
#include "tests/support/guardedmain.h"

using namespace vestnik;
using namespace vestnik::test;

/// Jobs as the fronts see them: the first one, what is told, what is reckoned.
class TestEngineJobs final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstJobIsMadeOnce();
    void theFirstJobFollowsTheSetting();
    void previewsAndFires();
    void pausedJobsKeepStill();
    void changesAreToldInBatches();
    void thousandsOfJobsDoNotSlowTheStart();
};

void TestEngineJobs::theFirstJobIsMadeOnce()
{
    JobHouse house;
    QVERIFY(house.start());
    QCOMPARE(house.link->jobs().size(), 1);
    const JobRow first = house.link->jobs().first();
    QCOMPARE(first.job.name, QStringLiteral("Parse all channels"));
    QCOMPARE(first.job.kind, QStringLiteral("parse"));
    QCOMPARE(first.job.target.kind, JobTarget::Kind::All);
    QCOMPARE(first.job.trigger.kind, TriggerKind::Interval);
    QCOMPARE(first.job.trigger.everyMs, 30 * 60'000);
    QCOMPARE(first.job.trigger.anchor, 0);
    QTRY_COMPARE(house.link->status().jobs, 1);
    QCOMPARE(house.link->status().jobsArmed, 1);
    QVERIFY(house.restart());
    QCOMPARE(house.link->jobs().size(), 1);
    QCOMPARE(house.link->jobs().first().job, first.job);
    // Whoever deletes it wants none.
    QSignalSpy removed(house.link.get(), &EngineFacade::jobsRemoved);
    QVERIFY(
        house.command([&](const Done<void> &done) { house.link->removeJobs({first.job.id}, house.link.get(), done); }));
    QTRY_COMPARE(removed.count(), 1);
    QVERIFY(house.link->jobs().isEmpty());
    QVERIFY(house.restart());
    QTRY_COMPARE(house.link->status().channelsTotal, 0);
    QVERIFY(house.wait<QList<ChannelRow>>(
        [&](const Done<QList<ChannelRow>> &done) { house.link->readChannels(house.link.get(), done); }));
    QVERIFY(house.link->jobs().isEmpty());
    QVERIFY(house.end());
}

void TestEngineJobs::theFirstJobFollowsTheSetting()
{
    JobHouse house;
    Settings settings = house.setup().settings;
    QVERIFY(settings.set(SettingId::IntervalMinutes, 7));
    QVERIFY(SettingsFile(house.path("settings.json")).save(settings));
    house.build();
    QVERIFY(house.start());
    QCOMPARE(house.link->jobs().size(), 1);
    QCOMPARE(house.link->jobs().first().job.trigger.everyMs, 7 * 60'000);
    // From then on it is the job that counts.
    QVERIFY(house.command([&](const Done<void> &done) {
        house.link->changeSettings({{SettingId::IntervalMinutes, 9}}, house.link.get(), done);
    }));
    QCOMPARE(house.link->jobs().first().job.trigger.everyMs, 7 * 60'000);
    QVERIFY(house.end());
}

void TestEngineJobs::previewsAndFires()
{
    JobHouse house;
    QVERIFY(house.start());
    Trigger trigger;
    trigger.kind = TriggerKind::Cron;
    trigger.cron = QStringLiteral("30 8 * * *");
    trigger.zone = "Europe/Moscow";
    const auto preview = house.wait<TriggerPreview>(
        [&](const Done<TriggerPreview> &done) { house.link->previewTrigger(trigger, 3, house.link.get(), done); });
    QVERIFY(preview);
    QCOMPARE(preview->fires.size(), 3);
    QCOMPARE(preview->fires.at(1) - preview->fires.at(0), 86'400'000);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(preview->fires.at(0), Qt::UTC).time(), QTime(5, 30));
    const Result<Job> job = house.save(house.job("parse", "Daily"), [&](Job &wanted) { wanted.trigger = trigger; });
    QVERIFY(job);
    QTRY_COMPARE(house.row(job->id).nextAt, preview->fires.at(0));
    const auto fires = house.wait<QList<JobFires>>([&](const Done<QList<JobFires>> &done) {
        house.link->readFires(preview->fires.at(0) - 1, preview->fires.at(2), {job->id}, house.link.get(), done);
    });
    QVERIFY(fires);
    QCOMPARE(fires->size(), 1);
    QCOMPARE(fires->first().job, job->id);
    QCOMPARE(fires->first().fires, preview->fires);
    trigger.cron = QStringLiteral("61 * * * *");
    const auto wrong = house.wait<TriggerPreview>(
        [&](const Done<TriggerPreview> &done) { house.link->previewTrigger(trigger, 3, house.link.get(), done); });
    QVERIFY(wrong);
    QCOMPARE(wrong->problem.kind, CronProblemKind::OutOfRange);
    QVERIFY(wrong->fires.isEmpty());
    QVERIFY(house.end());
}

void TestEngineJobs::pausedJobsKeepStill()
{
    JobHouse house;
    QVERIFY(house.start());
    QVERIFY(!house.link->jobs().isEmpty());
    const JobId id = house.link->jobs().first().job.id;
    house.addAll();
    QVERIFY(house.command([&](const Done<void> &done) { house.link->pauseJobs({id}, 0, house.link.get(), done); }));
    QTRY_VERIFY(house.row(id).job.paused);
    QTRY_COMPARE(house.link->status().jobsArmed, 0);
    QSignalSpy finished(house.link.get(), &EngineFacade::runFinished);
    house.link->startScheduler();
    QTRY_COMPARE(house.link->status().scheduler, SchedulerState::Running);
    QCOMPARE(house.link->status().nextRunAt, 0);
    QVERIFY(house.link->status().upcoming.isEmpty());
    QVERIFY(finished.isEmpty());
    QVERIFY(house.command([&](const Done<void> &done) { house.link->resumeJobs({id}, house.link.get(), done); }));
    QTRY_VERIFY_WITH_TIMEOUT(!house.link->status().upcoming.isEmpty(), 10'000);
    QTRY_COMPARE(house.link->status().jobsArmed, 1);
    QVERIFY(house.end());
}

void TestEngineJobs::changesAreToldInBatches()
{
    JobHouse house;
    QVERIFY(house.start());
    QList<JobId> ids;
    for (int i = 0; i < 20; ++i) {
        const Result<Job> job = house.save(house.job("parse", qPrintable(QStringLiteral("Job %1").arg(i))));
        QVERIFY(job);
        ids.append(job->id);
    }
    QTRY_COMPARE(house.link->jobs().size(), 21);
    QTRY_COMPARE(house.link->status().jobs, 21);
    QSignalSpy told(house.link.get(), &EngineFacade::jobsChanged);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 200; ++i) {
        QVERIFY(house.command([&](const Done<void> &done) {
            house.link->setJobsEnabled({ids.at(i % 20)}, i % 40 >= 20, house.link.get(), done);
        }));
    }
    QTRY_COMPARE(house.link->status().jobsArmed, 21);
    QVERIFY2(told.count() <= timer.elapsed() / 250 + 2, qPrintable(QString::number(told.count())));
    for (const JobId id : std::as_const(ids)) {
        QVERIFY(house.row(id).job.enabled);
    }
    QVERIFY(house.end());
}

void TestEngineJobs::thousandsOfJobsDoNotSlowTheStart()
{
    constexpr int many = 10'000;
    JobHouse house;
    QVERIFY(house.start());
    QVERIFY(house.end());
    {
        const std::unique_ptr<Database> database = house.openStore();
        QVERIFY(database);
        Job job = house.job("parse", "One of many");
        job.trigger.everyMs = 3'600'000;
        QVERIFY(database->transaction([&] {
            for (int i = 0; i < many; ++i) {
                if (const Result<JobId> id = JobRepository(*database).add(job, 0); !id) {
                    return Result<void>(failure(id.error()));
                }
            }
            return Result<void>();
        }));
    }
    house.build();
    QElapsedTimer timer;
    timer.start();
    QVERIFY(house.start());
    QTRY_COMPARE(house.link->jobs().size(), many + 1);
    // The bound is loose, for machines that do many things at once; what it costs is measured in tests/bench.
    const qint64 started = timer.elapsed();
    QVERIFY2(started < 3000, qPrintable(QString::number(started)));
    QTRY_COMPARE(house.link->status().jobsArmed, many + 1);
    // All their fires of twelve days are reckoned in slices: the engine's loop goes on turning.
    house.link->resetLoops();
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    timer.restart();
    const auto fires = house.wait<QList<JobFires>>([&](const Done<QList<JobFires>> &done) {
        house.link->readFires(now, now + 12 * 24 * 3'600'000LL, {}, house.link.get(), done);
    });
    QVERIFY(fires);
    QCOMPARE(fires->size(), many + 1);
    QVERIFY(fires->last().fires.size() >= 287);
    const qint64 taken = timer.elapsed();
    const LoopStats loop = house.link->loops().at(1);
    qInfo("%d jobs: started in %lld ms, their fires in %lld ms, %lld turns, longest %lld us", many, started, taken,
        static_cast<long long>(loop.turns), static_cast<long long>(loop.longestGapUs));
    QVERIFY(loop.turns > 3);
    QVERIFY(house.end());
}

VESTNIK_GUARDED_MAIN(TestEngineJobs)
#include "tst_enginejobs.moc"
