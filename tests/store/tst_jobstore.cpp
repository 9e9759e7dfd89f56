// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/jobrepository.h"
#include "core/store/runrepository.h"
#include "tests/store/storefixture.h"

#include <QElapsedTimer>

using namespace vestnik;
using namespace vestnik::test;

namespace {

/// A job that uses every member.
Job fullJob()
{
    Job job;
    job.kind = QStringLiteral("export");
    job.name = QStringLiteral("Ночная выгрузка \"'");
    job.enabled = false;
    job.paused = true;
    job.pausedUntil = noon + 5;
    job.trigger.kind = TriggerKind::Cron;
    job.trigger.everyMs = 90'000;
    job.trigger.anchor = noon;
    job.trigger.cron = QStringLiteral("*/5 8-20 * * mon-fri");
    job.trigger.at = noon + 1;
    job.trigger.jitterMs = 15'000;
    job.trigger.zone = "America/Argentina/Buenos_Aires";
    job.trigger.windows = {{0x1f, 480, 1200}, {0x60, 1320, 60}};
    job.target.kind = JobTarget::Kind::Channels;
    job.target.folder = QStringLiteral("Новости");
    job.target.channels = {7, 3, 9'007'199'254'740'991};
    job.arguments = {{QStringLiteral("format"), QStringLiteral("csv")}, {QStringLiteral("days"), 7}};
    job.policy = JobPolicy{MissedPolicy::All, 12, OverlapPolicy::CancelOld, 4, -10, 3'600'000, 5, 30'000};
    job.createdAt = noon - 1;
    return job;
}

Job simpleJob(const QString &name)
{
    Job job;
    job.name = name;
    job.createdAt = noon;
    return job;
}

QList<JobId> idsOf(const QList<StoredJob> &jobs)
{
    QList<JobId> ids;
    for (const StoredJob &stored : jobs) {
        ids.append(stored.job.id);
    }
    return ids;
}

} // namespace

class TestJobStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aNewStoreHasNoJob();
    void jobsComeBackAsTheyWere();
    void changedJobsAreWritten();
    void momentsAreRemembered();
    void removedJobsComeBackOrGo();
    void aJobThatCannotBeReadIsOff_data();
    void aJobThatCannotBeReadIsOff();
    void theWishOutlivesTheProgram();
    void channelsOfTargets();
    void lastRunOfEachJob();
    void manyJobsAreReadAtOnce();
};

void TestJobStore::aNewStoreHasNoJob()
{
    TempStore store;
    QVERIFY(JobRepository(store.database()).all()->isEmpty());
}

void TestJobStore::jobsComeBackAsTheyWere()
{
    TempStore store;
    JobRepository jobs(store.database());
    Job full = fullJob();
    full.id = jobs.add(full, noon + 77).value();
    Job plain = simpleJob(QStringLiteral("Все каналы"));
    plain.id = jobs.add(plain, 0).value();
    QVERIFY(full.id > 0 && plain.id > full.id);
    store.reopen();
    const QList<StoredJob> stored = JobRepository(store.database()).all().value();
    QCOMPARE(stored.size(), 2);
    QVERIFY(stored.at(0).job == full);
    QCOMPARE(stored.at(0).handledUntil, noon + 77);
    QCOMPARE(stored.at(0).lastBeganAt, 0);
    QVERIFY(stored.at(1).job == plain);
    QCOMPARE(stored.at(1).handledUntil, 0);
}

void TestJobStore::changedJobsAreWritten()
{
    TempStore store;
    JobRepository jobs(store.database());
    Job job = fullJob();
    job.id = jobs.add(job, noon).value();
    // Back to what is usual in every member.
    Job usual = simpleJob(QStringLiteral("b"));
    usual.id = job.id;
    QVERIFY(jobs.update(usual));
    QVERIFY(jobs.all()->first().job == usual);
    QCOMPARE(jobs.all()->first().handledUntil, noon);
    QVERIFY(jobs.update(job));
    QVERIFY(jobs.all()->first().job == job);
    job.id = 99;
    QCOMPARE(jobs.update(job).error().code, ErrorCode::NotFound);
}

void TestJobStore::momentsAreRemembered()
{
    TempStore store;
    JobRepository jobs(store.database());
    for (int i = 0; i < 4; ++i) {
        QVERIFY(jobs.add(simpleJob(QString::number(i)), 1));
    }
    const QList<JobId> ids = idsOf(jobs.all().value());
    QVERIFY(jobs.setHandled({}));
    QVERIFY(jobs.setHandled({{ids.at(0), noon}, {ids.at(1), noon + 1}, {ids.at(2), noon}, {77, noon}}));
    QVERIFY(jobs.setBegan(ids.at(3), noon + 9));
    const QList<StoredJob> stored = jobs.all().value();
    QCOMPARE(stored.at(0).handledUntil, noon);
    QCOMPARE(stored.at(1).handledUntil, noon + 1);
    QCOMPARE(stored.at(2).handledUntil, noon);
    QCOMPARE(stored.at(3).handledUntil, 1);
    QCOMPARE(stored.at(2).lastBeganAt, 0);
    QCOMPARE(stored.at(3).lastBeganAt, noon + 9);
}

void TestJobStore::removedJobsComeBackOrGo()
{
    TempStore store;
    JobRepository jobs(store.database());
    for (int i = 0; i < 3; ++i) {
        QVERIFY(jobs.add(simpleJob(QString::number(i)), noon));
    }
    const QList<JobId> ids = idsOf(jobs.all().value());
    RunRecord run;
    run.job = ids.at(2);
    run.jobName = QStringLiteral("2");
    const RunId runId = RunRepository(store.database()).add(run).value();
    QVERIFY(jobs.remove({}, noon));
    QVERIFY(jobs.remove({ids.at(0), ids.at(2)}, noon));
    QCOMPARE(idsOf(jobs.all().value()), QList<JobId>{ids.at(1)});
    Job gone = simpleJob(QStringLiteral("x"));
    gone.id = ids.at(0);
    QCOMPARE(jobs.update(gone).error().code, ErrorCode::NotFound);

    QVERIFY(jobs.restore({})->isEmpty());
    // Those that were not gone are not back.
    QCOMPARE(idsOf(jobs.restore({ids.at(0), ids.at(1), 55}).value()), QList<JobId>{ids.at(0)});
    QCOMPARE(jobs.all()->size(), 2);
    QCOMPARE(RunRepository(store.database()).run(runId)->job, ids.at(2));

    QCOMPARE(jobs.purge().value(), 1);
    QVERIFY(jobs.restore({ids.at(2)})->isEmpty());
    const RunRecord kept = RunRepository(store.database()).run(runId).value();
    QCOMPARE(kept.job, 0);
    QCOMPARE(kept.jobName, QStringLiteral("2"));
    // A run that was decided before its job went is still told.
    const RunId late = RunRepository(store.database()).add(run).value();
    QCOMPARE(RunRepository(store.database()).run(late)->job, 0);
    QCOMPARE(jobs.purge().value(), 0);
}

void TestJobStore::aJobThatCannotBeReadIsOff_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("no JSON") << "trigger"
                             << "every day";
    QTest::newRow("a list") << "trigger"
                            << "[]";
    QTest::newRow("a kind of later") << "trigger"
                                     << R"({"kind":"sunrise"})";
    QTest::newRow("a member of later") << "policy"
                                       << R"({"missed":"once","mercy":1})";
    QTest::newRow("out of range") << "target"
                                  << R"({"kind":"channels","channels":[0]})";
    QTest::newRow("empty") << "arguments"
                           << "";
}

void TestJobStore::aJobThatCannotBeReadIsOff()
{
    QFETCH(QString, column);
    QFETCH(QString, text);
    TempStore store;
    JobRepository jobs(store.database());
    QVERIFY(jobs.add(simpleJob(QStringLiteral("good")), 0));
    const JobId bad = jobs.add(simpleJob(QStringLiteral("bad")), noon).value();
    QVERIFY(store.database().execute(QStringLiteral("UPDATE jobs SET %1 = ? WHERE id = ?").arg(column), text, bad));
    const QList<StoredJob> stored = jobs.all().value();
    QCOMPARE(stored.size(), 2);
    QVERIFY(stored.at(0).job.enabled);
    QCOMPARE(stored.at(1).job.id, bad);
    QCOMPARE(stored.at(1).job.name, QStringLiteral("bad"));
    QCOMPARE(stored.at(1).job.kind, QStringLiteral("parse"));
    QVERIFY(!stored.at(1).job.enabled);
    QVERIFY(!stored.at(1).job.isArmed());
}

void TestJobStore::theWishOutlivesTheProgram()
{
    TempStore store;
    QVERIFY(!JobRepository(store.database()).isWanted().value());
    QVERIFY(JobRepository(store.database()).setWanted(true));
    store.reopen();
    QVERIFY(JobRepository(store.database()).isWanted().value());
    QVERIFY(JobRepository(store.database()).setWanted(false));
    QVERIFY(!JobRepository(store.database()).isWanted().value());
}

void TestJobStore::channelsOfTargets()
{
    TempStore store;
    const ChannelId one = store.addChannel(QStringLiteral("first"), QStringLiteral("News"));
    const ChannelId two = store.addChannel(QStringLiteral("second"));
    const ChannelId idle = store.addChannel(QStringLiteral("third"), QStringLiteral("News"));
    const ChannelId gone = store.addChannel(QStringLiteral("fourth"), QStringLiteral("News"));
    ChannelPatch off;
    off.active = false;
    QVERIFY(store.channels().patch({idle}, off));
    QVERIFY(store.channels().remove({gone}, noon));
    const auto of = [&store](const JobTarget &target) { return channelsOfTarget(store.database(), target).value(); };
    JobTarget target;
    QCOMPARE(of(target), (QList<ChannelId>{one, two}));
    target.kind = JobTarget::Kind::User;
    QCOMPARE(of(target), (QList<ChannelId>{one, two}));
    target.user = 5;
    QCOMPARE(of(target), QList<ChannelId>());
    target.kind = JobTarget::Kind::Folder;
    target.folder = QStringLiteral("News");
    QCOMPARE(of(target), QList<ChannelId>{one});
    target.folder = QString();
    QCOMPARE(of(target), QList<ChannelId>{two});
    target.kind = JobTarget::Kind::Channels;
    QCOMPARE(of(target), QList<ChannelId>());
    target.channels = {gone, idle, two, 99};
    QCOMPARE(of(target), (QList<ChannelId>{two, idle}));
}

void TestJobStore::lastRunOfEachJob()
{
    TempStore store;
    JobRepository jobs(store.database());
    RunRepository runs(store.database());
    const JobId a = jobs.add(simpleJob(QStringLiteral("a")), 0).value();
    const JobId b = jobs.add(simpleJob(QStringLiteral("b")), 0).value();
    const JobId c = jobs.add(simpleJob(QStringLiteral("c")), 0).value();
    const auto add = [&runs](JobId job, RunStatus status) {
        RunRecord run;
        run.job = job;
        run.status = status;
        return runs.add(run).value();
    };
    (void)add(a, RunStatus::Done);
    const RunId skipped = add(a, RunStatus::Skipped);
    (void)add(a, RunStatus::Queued);
    const RunId failed = add(b, RunStatus::Failed);
    (void)add(c, RunStatus::Running);
    (void)add(0, RunStatus::Done);
    const QHash<JobId, RunRecord> last = runs.lastOfJobs().value();
    QCOMPARE(last.size(), 2);
    QCOMPARE(last.value(a).id, skipped);
    QCOMPARE(last.value(b).id, failed);
}

void TestJobStore::manyJobsAreReadAtOnce()
{
    constexpr int count = 10'000;
    TempStore store;
    JobRepository jobs(store.database());
    QVERIFY(store.database().transaction([&]() -> Result<void> {
        Job job = simpleJob({});
        job.trigger.kind = TriggerKind::Cron;
        for (int i = 0; i < count; ++i) {
            job.name = QStringLiteral("job %1").arg(i);
            job.trigger.cron = QStringLiteral("%1 %2 * * *").arg(i % 60).arg(i % 24);
            job.trigger.jitterMs = i;
            if (const Result<JobId> added = jobs.add(job, i); !added) {
                return failure(added.error());
            }
        }
        return {};
    }));
    QElapsedTimer timer;
    timer.start();
    const QList<StoredJob> all = jobs.all().value();
    const qint64 reading = timer.restart();
    QHash<JobId, qint64> until;
    for (const StoredJob &stored : all) {
        until.insert(stored.job.id, noon);
    }
    timer.restart();
    QVERIFY(jobs.setHandled(until));
    qInfo("read in %lld ms, decided in %lld ms", reading, timer.elapsed());
    QCOMPARE(all.size(), count);
    QCOMPARE(all.last().job.trigger.jitterMs, count - 1);
    QCOMPARE(all.last().handledUntil, count - 1);
    QCOMPARE(jobs.all()->last().handledUntil, noon);
    // Hundreds of milliseconds would mean a statement for each; a busy machine is slow by some factor.
    QVERIFY2(reading < 3000, qPrintable(QString::number(reading)));

    QVERIFY(store.database().execute(QStringLiteral(
        "INSERT INTO runs (status, origin, job_id, started_at) "
        "WITH RECURSIVE n (i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 99999) "
        "SELECT 'done', 'schedule', i % 10000 + 1, i FROM n")));
    if (usesPostgres()) {
        QVERIFY(store.database().execute(QStringLiteral("ANALYZE runs")));
    }
    timer.restart();
    const QHash<JobId, RunRecord> last = RunRepository(store.database()).lastOfJobs().value();
    const qint64 latest = timer.elapsed();
    qInfo("last runs in %lld ms", latest);
    QCOMPARE(last.size(), count);
    QCOMPARE(last.value(7).id, 90'007);
    QVERIFY2(latest < 5000, qPrintable(QString::number(latest)));
}

VESTNIK_STORE_TEST_MAIN(TestJobStore)
#include "tst_jobstore.moc"
