// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/schedule/schedulerdesk.h"

#include <QSignalSpy>

using namespace vestnik;
using namespace vestnik::test;

/// The commands of the operator, and what is shown of jobs.
class SchedulerJobsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commandsWithoutStoreFail();
    void savedJobsAreChecked_data();
    void savedJobsAreChecked();
    void pauseUntilEndsByItself();
    void pausedAndDisabledJobsMissNothing();
    void pausingEndsWhatWaits();
    void removedJobsEndAndComeBack();
    void runNowWorksInAnyState();
    void runNowGoesBeforeThoseThatWait();
    void runNowKeepsTheOverlapPolicy();
    void changesAreCollectedPerTurn();
    void upcomingMergesAllJobs();
    void firesForATimeline();
    void forecastSaysWhatAndWhen();
};

void SchedulerJobsTest::commandsWithoutStoreFail()
{
    Desk desk;
    const JobId id = desk.add(every(hour));
    desk.scheduler->suspend();
    desk.scheduler->detach();
    desk.scheduler->detach();
    QVERIFY(!desk.scheduler->isAttached());
    QCOMPARE(desk.scheduler->save(every(hour)).error().code, ErrorCode::DatabaseBusy);
    QCOMPARE(desk.scheduler->remove({id}).error().code, ErrorCode::DatabaseBusy);
    QCOMPARE(desk.scheduler->pause({id}, 0).error().code, ErrorCode::DatabaseBusy);
    QCOMPARE(desk.scheduler->runNow(id, RunOrigin::Window).error().code, ErrorCode::DatabaseBusy);
    QCOMPARE(desk.scheduler->rows().size(), 1); // still known
    desk.attach();
    QCOMPARE(desk.scheduler->remove({id + 1}).error().code, ErrorCode::NotFound);
    QCOMPARE(desk.scheduler->setEnabled({id, id + 1}, false).error().code, ErrorCode::NotFound);
    QVERIFY(desk.job(id).enabled);
}

void SchedulerJobsTest::savedJobsAreChecked_data()
{
    QTest::addColumn<QString>("subject");
    for (const char *subject : {"name", "kind", "cron", "zone", "arguments", "none"}) {
        QTest::newRow(subject) << QString::fromLatin1(subject);
    }
}

void SchedulerJobsTest::savedJobsAreChecked()
{
    QFETCH(QString, subject);
    Desk desk;
    Job job = cronJob(QStringLiteral("0 3 * * *"), "Europe/Berlin");
    if (subject == QLatin1String("name")) {
        job.name.clear();
    } else if (subject == QLatin1String("kind")) {
        job.kind = QStringLiteral("digest");
    } else if (subject == QLatin1String("cron")) {
        job.trigger.cron = QStringLiteral("0 25 * * *");
    } else if (subject == QLatin1String("zone")) {
        job.trigger.zone = "Europe/Atlantis";
    } else if (subject == QLatin1String("arguments")) {
        desk.worker->checkError = Error{ErrorCode::InvalidArgument, subject, {}};
    }
    const Result<Job> saved = desk.scheduler->save(job);
    QCOMPARE(saved.has_value(), subject == QLatin1String("none"));
    if (!saved) {
        QCOMPARE(saved.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(saved.error().subject, subject);
        QVERIFY(desk.scheduler->rows().isEmpty());
    } else {
        QCOMPARE(saved->createdAt, desk.clock.now());
        QCOMPARE(JobRepository(*desk.database).all()->size(), 1);
    }
}

void SchedulerJobsTest::pauseUntilEndsByItself()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    const JobId id = desk.add(every(10 * minute));
    desk.scheduler->start();
    const qint64 until = monday + 35 * minute;
    QVERIFY(desk.scheduler->pause({id}, until));
    QCOMPARE(desk.scheduler->nextRunAt(), 0);
    QCOMPARE(desk.scheduler->row(id)->nextAt, monday + 40 * minute);
    desk.clock.advance(hour);
    QVERIFY(!desk.job(id).paused);
    QCOMPARE(desk.begunAt(), (QList<qint64>{monday + 40 * minute, monday + 50 * minute, monday + 60 * minute}));
    QCOMPARE(JobRepository(*desk.database).all()->first().job.paused, false);
    QCOMPARE(desk.scheduler->pause({id}, desk.clock.now()).error().subject, QStringLiteral("paused_until"));
}

void SchedulerJobsTest::pausedAndDisabledJobsMissNothing()
{
    Desk desk;
    const JobId paused = desk.add(every(10 * minute, QStringLiteral("paused")));
    const JobId disabled = desk.add(every(10 * minute, QStringLiteral("disabled")));
    const JobId until = desk.add(every(10 * minute, QStringLiteral("until")));
    desk.scheduler->start();
    QVERIFY(desk.scheduler->pause({paused}, 0));
    QVERIFY(desk.scheduler->setEnabled({disabled}, false));
    QVERIFY(desk.scheduler->pause({until}, monday + 45 * minute));
    desk.clock.advance(15 * minute);
    desk.kill(); // the pause ends while the program is closed
    desk.clock.advance(50 * minute);
    desk.open();
    desk.scheduler->start();
    QVERIFY(desk.scheduler->resume({paused}));
    QVERIFY(desk.scheduler->setEnabled({disabled}, true));
    const QList<RunRecord> missed = desk.rows(RunStatus::Missed);
    QCOMPARE(missed.size(), 1);
    QCOMPARE(missed.first().job, until);
    QCOMPARE(missed.first().reason.count, 2); // 00:50 and 01:00
    QCOMPARE(desk.scheduler->row(paused)->nextAt, monday + 70 * minute);
    QCOMPARE(desk.scheduler->row(disabled)->nextAt, monday + 70 * minute);
}

void SchedulerJobsTest::pausingEndsWhatWaits()
{
    Desk desk;
    desk.scheduler->setConcurrency(1);
    const JobId first = desk.add(every(10 * minute));
    const JobId second = desk.add(every(10 * minute));
    desk.scheduler->start();
    desk.clock.advance(10 * minute);
    const RunId going = desk.scheduler->row(first)->going.first();
    const RunId waiting = desk.scheduler->row(second)->going.first();
    QVERIFY(desk.scheduler->pause({first, second}, 0));
    QCOMPARE(desk.row(going).status, RunStatus::Running);
    QCOMPARE(desk.row(waiting).status, RunStatus::Stopped);
    QCOMPARE(desk.row(waiting).reason.kind, RunReasonKind::JobPaused);
    desk.worker->endAll();
    QVERIFY(desk.scheduler->isIdle());
}

void SchedulerJobsTest::removedJobsEndAndComeBack()
{
    Desk desk;
    desk.worker->lengthMs = hour;
    desk.scheduler->setConcurrency(1);
    const JobId first = desk.add(every(10 * minute));
    const JobId second = desk.add(every(10 * minute));
    desk.scheduler->start();
    desk.clock.advance(10 * minute);
    QSignalSpy removed(desk.scheduler.get(), &Scheduler::jobsRemoved);
    QVERIFY(desk.scheduler->remove({first, second}));
    QCOMPARE(removed.count(), 1);
    desk.clock.advance(0);
    QVERIFY(desk.scheduler->isIdle());
    const QList<RunRecord> rows = desk.rows();
    QCOMPARE(rows.size(), 2);
    for (const RunRecord &row : rows) {
        QCOMPARE(row.status, RunStatus::Stopped);
        QCOMPARE(row.reason.kind, RunReasonKind::JobRemoved);
    }
    desk.clock.advance(hour);
    QCOMPARE(desk.begun(), 1);
    QVERIFY(desk.scheduler->restore({first}));
    QCOMPARE(desk.scheduler->rows().size(), 1);
    QCOMPARE(desk.scheduler->nextRunAt(), monday + 80 * minute);
    QVERIFY(desk.rows(RunStatus::Missed).isEmpty());
    QVERIFY(desk.scheduler->row(first)->last.has_value());
    desk.restart();
    QCOMPARE(desk.scheduler->restore({second}).error().code, ErrorCode::NotFound); // the program ended
}

void SchedulerJobsTest::runNowWorksInAnyState()
{
    Desk desk;
    Job job = every(hour);
    job.enabled = false;
    const JobId id = desk.add(job);
    const Result<RunId> run = desk.scheduler->runNow(id, RunOrigin::Window);
    QVERIFY(run);
    QCOMPARE(desk.row(*run).status, RunStatus::Running);
    QCOMPARE(desk.row(*run).origin, RunOrigin::Window);
    QCOMPARE(desk.row(*run).dueAt, 0);
    desk.worker->endAll(RunStatus::Failed);
    QCOMPARE(desk.scheduler->row(id)->last->status, RunStatus::Failed);
    desk.worker->cancelMs = -1;
    QVERIFY(desk.scheduler->setEnabled({id}, true));
    desk.scheduler->start();
    desk.clock.advance(hour);
    desk.scheduler->stop();
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Stopping);
    Job other = job;
    other.name = QStringLiteral("other");
    const JobId second = desk.add(other);
    const Result<RunId> late = desk.scheduler->runNow(second, RunOrigin::Api);
    QVERIFY(late);
    QCOMPARE(desk.row(*late).status, RunStatus::Queued); // until everything is stopped
    desk.worker->endAll();
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Stopped);
    QCOMPARE(desk.row(*late).status, RunStatus::Running);
    QVERIFY(desk.scheduler->cancel(*late, {}));
    QVERIFY(!desk.scheduler->cancel(*run, {}));
    desk.worker->endAll();
    QCOMPARE(desk.row(*late).status, RunStatus::Stopped);
    QVERIFY(desk.scheduler->isIdle());
}

void SchedulerJobsTest::runNowGoesBeforeThoseThatWait()
{
    Desk desk;
    desk.scheduler->setConcurrency(1);
    Job urgent = every(hour);
    urgent.policy.priority = 10;
    const JobId first = desk.add(urgent);
    desk.add(urgent);
    const JobId third = desk.add(every(50 * day));
    desk.scheduler->start();
    desk.clock.advance(hour);
    QCOMPARE(desk.lastBegun().run.job, first);
    const Result<RunId> run = desk.scheduler->runNow(third, RunOrigin::Window);
    QVERIFY(run);
    desk.worker->endAll();
    QCOMPARE(desk.lastBegun().run.id, *run);
}

void SchedulerJobsTest::runNowKeepsTheOverlapPolicy()
{
    Desk desk;
    Job job = every(50 * day);
    const JobId id = desk.add(job);
    const RunId first = *desk.scheduler->runNow(id, RunOrigin::Window);
    const RunId skipped = *desk.scheduler->runNow(id, RunOrigin::Window);
    QCOMPARE(desk.row(skipped).status, RunStatus::Skipped);
    QCOMPARE(desk.row(skipped).reason.kind, RunReasonKind::StillGoing);
    QCOMPARE(desk.row(skipped).reason.run, first);
    job = desk.job(id);
    job.policy.overlap = OverlapPolicy::Queue;
    QVERIFY(desk.scheduler->save(job));
    const RunId waits = *desk.scheduler->runNow(id, RunOrigin::Window);
    QCOMPARE(desk.row(waits).status, RunStatus::Queued);
    const RunId second = *desk.scheduler->runNow(id, RunOrigin::Window);
    QCOMPARE(desk.row(second).reason.kind, RunReasonKind::OneWaits);
    QCOMPARE(desk.row(second).reason.run, waits);
    QVERIFY(desk.scheduler->cancel(waits, {}));
    QCOMPARE(desk.row(waits).status, RunStatus::Stopped);
    job.policy.overlap = OverlapPolicy::CancelOld;
    QVERIFY(desk.scheduler->save(job));
    const RunId newest = *desk.scheduler->runNow(id, RunOrigin::Window);
    desk.clock.advance(0);
    QCOMPARE(desk.row(first).status, RunStatus::Stopped);
    QCOMPARE(desk.row(first).reason.kind, RunReasonKind::Replaced);
    QCOMPARE(desk.row(first).reason.run, newest);
    QCOMPARE(desk.row(newest).status, RunStatus::Running);
}

void SchedulerJobsTest::changesAreCollectedPerTurn()
{
    Desk desk;
    QCoreApplication::processEvents();
    QSignalSpy changed(desk.scheduler.get(), &Scheduler::jobsChanged);
    const JobId first = desk.add(every(hour));
    const JobId second = desk.add(every(hour));
    QVERIFY(desk.scheduler->pause({first}, 0));
    QVERIFY(desk.scheduler->pause({second}, 0));
    QCOMPARE(changed.count(), 0);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().value<QList<JobId>>(), (QList<JobId>{first, second}));
}

void SchedulerJobsTest::upcomingMergesAllJobs()
{
    Desk desk;
    QVERIFY(desk.scheduler->upcoming(5).isEmpty());
    desk.add(every(hour, QStringLiteral("hourly")));
    desk.add(every(25 * minute, QStringLiteral("often")));
    QVERIFY(desk.scheduler->upcoming(5).isEmpty()); // nothing will run
    desk.scheduler->start();
    QList<qint64> minutes;
    QStringList names;
    const QList<UpcomingRun> upcoming = desk.scheduler->upcoming(5);
    for (const UpcomingRun &run : upcoming) {
        minutes.append((run.at - monday) / minute);
        names.append(run.name);
    }
    QCOMPARE(minutes, (QList<qint64>{25, 50, 60, 75, 100}));
    QCOMPARE(names.at(2), QStringLiteral("hourly"));
}

void SchedulerJobsTest::firesForATimeline()
{
    Desk desk;
    const JobId hourly = desk.add(every(hour));
    const JobId dense = desk.add(every(second));
    const JobId paused = desk.add(every(hour));
    const JobId later = desk.add(every(hour));
    const JobId counted = desk.add(loose(10 * hour));
    QVERIFY(desk.scheduler->pause({paused}, 0));
    QVERIFY(desk.scheduler->pause({later}, monday + 20 * hour));
    const QList<JobFires> fires = desk.scheduler->fires(monday, monday + day);
    QCOMPARE(fires.size(), 5);
    QCOMPARE(fires.at(0).job, hourly);
    QCOMPARE(fires.at(0).fires.size(), 24);
    QCOMPARE(fires.at(0).fires.last(), monday + day);
    QVERIFY(!fires.at(0).dense);
    QCOMPARE(fires.at(1).job, dense);
    QVERIFY(fires.at(1).dense);
    QCOMPARE(fires.at(1).everyMs, second);
    QCOMPARE(fires.at(1).fires.size(), JobFires::most);
    QCOMPARE(fires.at(2).pausedUntil, -1);
    QVERIFY(fires.at(2).fires.isEmpty());
    QCOMPARE(fires.at(3).pausedUntil, monday + 20 * hour);
    QCOMPARE(fires.at(3).fires.size(), 4);
    QCOMPARE(fires.at(4).job, counted);
    QCOMPARE(desk.scheduler->fires(monday, monday + day, {later}).size(), 1);
    desk.scheduler->start();
    desk.clock.advance(0);
    QCOMPARE(desk.scheduler->fires(monday, monday + day, {counted}).first().fires,
        (QList<qint64>{monday + 10 * hour, monday + 20 * hour}));
}

void SchedulerJobsTest::forecastSaysWhatAndWhen()
{
    Desk desk;
    std::optional<JobForecast> forecast;
    const auto take = [&forecast](const Result<JobForecast> &given) { forecast = *given; };
    desk.scheduler->forecast(every(hour), take);
    QVERIFY(forecast);
    QCOMPARE(forecast->fires.size(), 5);
    QCOMPARE(forecast->fires.at(4), monday + 5 * hour);
    QCOMPARE(forecast->facts.size(), 1);
    Job wrong = every(hour);
    wrong.kind = QStringLiteral("digest");
    desk.scheduler->forecast(wrong, take);
    QCOMPARE(forecast->error.subject, QStringLiteral("kind"));
    QVERIFY(desk.rows().isEmpty());
}

QTEST_GUILESS_MAIN(SchedulerJobsTest)
#include "tst_schedulerjobs.moc"
