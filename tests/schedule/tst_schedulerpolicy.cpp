// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/schedule/schedulerdesk.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

/// What began, as "hour:minute of the fire".
QStringList duesOf(const Desk &desk)
{
    QStringList dues;
    for (const FakeWorker::Begun &begun : std::as_const(desk.worker->begun)) {
        dues.append(QDateTime::fromMSecsSinceEpoch(begun.run.dueAt, Qt::UTC).toString(QStringLiteral("HH:mm")));
    }
    return dues;
}

} // namespace

/// Overlaps, limits, order, timeouts, retries and jitter.
class SchedulerPolicyTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void overlapSkip();
    void overlapQueue();
    void overlapCancelOld();
    void severalRunsSideBySide();
    void onceHasNoNextFire();
    void timeoutEndsARun();
    void retriesComeAfterTheirDelay();
    void retryIsDroppedByTheNextRun();
    void retryIsDroppedByStop();
    void beginThatFailsIsARow();
    void priorityThenTime();
    void jitterDelaysTheBegin();
    void wideJitterKeepsTheOrder();
};

void SchedulerPolicyTest::overlapSkip()
{
    Desk desk;
    desk.add(every(10 * minute));
    desk.scheduler->start();
    desk.clock.advance(25 * minute);
    const QList<RunRecord> rows = desk.rows();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).status, RunStatus::Running);
    QCOMPARE(rows.at(1).status, RunStatus::Skipped);
    QCOMPARE(rows.at(1).reason.kind, RunReasonKind::StillGoing);
    QCOMPARE(rows.at(1).reason.run, rows.at(0).id);
    QCOMPARE(rows.at(1).dueAt, monday + 20 * minute);
    QCOMPARE(rows.at(1).startedAt, rows.at(1).dueAt);
    QCOMPARE(rows.at(1).finishedAt, rows.at(1).dueAt);
    const QList<LogEntry> log = desk.log.entries();
    QCOMPARE(log.last().event, LogEvent::RunSkipped);
    QCOMPARE(log.last().args.first(), QString::number(rows.at(0).id));
    desk.worker->endAll();
    desk.clock.advance(5 * minute);
    QCOMPARE(duesOf(desk), (QStringList{QStringLiteral("00:10"), QStringLiteral("00:30")}));
}

void SchedulerPolicyTest::overlapQueue()
{
    Desk desk;
    Job job = every(10 * minute);
    job.policy.overlap = OverlapPolicy::Queue;
    desk.add(job);
    desk.scheduler->start();
    desk.clock.advance(35 * minute);
    const QList<RunRecord> rows = desk.rows();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(1).status, RunStatus::Queued);
    QCOMPARE(rows.at(1).queuedAt, monday + 20 * minute);
    QCOMPARE(rows.at(2).status, RunStatus::Skipped);
    QCOMPARE(rows.at(2).reason.kind, RunReasonKind::OneWaits);
    QCOMPARE(rows.at(2).reason.run, rows.at(1).id);
    desk.worker->endAll();
    QCOMPARE(desk.lastBegun().run.id, rows.at(1).id);
    QCOMPARE(desk.lastBegun().at, monday + 35 * minute);
    QCOMPARE(duesOf(desk), (QStringList{QStringLiteral("00:10"), QStringLiteral("00:20")}));
}

void SchedulerPolicyTest::overlapCancelOld()
{
    Desk desk;
    desk.worker->cancelMs = 3 * second;
    Job job = every(10 * minute);
    job.policy.overlap = OverlapPolicy::CancelOld;
    desk.add(job);
    desk.scheduler->start();
    desk.clock.advance(20 * minute);
    QCOMPARE(desk.begun(), 1);
    QCOMPARE(desk.rows().at(1).status, RunStatus::Queued); // until the old one ended
    desk.clock.advance(3 * second);
    QCOMPARE(desk.begun(), 2);
    const QList<RunRecord> rows = desk.rows();
    QCOMPARE(rows.at(0).status, RunStatus::Stopped);
    QCOMPARE(rows.at(0).reason.kind, RunReasonKind::Replaced);
    QCOMPARE(rows.at(0).reason.run, rows.at(1).id);
    desk.worker->cancelMs = -1; // stuck
    desk.clock.advance(20 * minute);
    QCOMPARE(desk.rows().size(), 4);
    QCOMPARE(desk.rows().at(2).status, RunStatus::Queued);
    QCOMPARE(desk.rows().at(3).reason.kind, RunReasonKind::OneWaits);
}

void SchedulerPolicyTest::severalRunsSideBySide()
{
    Desk desk;
    desk.scheduler->setConcurrency(8);
    Job job = every(10 * minute);
    job.policy.concurrency = 2;
    desk.add(job);
    desk.scheduler->start();
    desk.clock.advance(35 * minute);
    QCOMPARE(desk.rows(RunStatus::Running).size(), 2);
    QCOMPARE(desk.rows(RunStatus::Skipped).size(), 1);
    QCOMPARE(desk.rows(RunStatus::Skipped).first().reason.run, desk.rows().first().id); // the oldest
}

void SchedulerPolicyTest::onceHasNoNextFire()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    Job job;
    job.name = QStringLiteral("once");
    job.trigger.kind = TriggerKind::Once;
    job.trigger.at = monday + hour;
    const JobId id = desk.add(job);
    desk.scheduler->start();
    QCOMPARE(desk.scheduler->row(id)->nextAt, monday + hour);
    desk.clock.advance(2 * hour);
    QCOMPARE(desk.begunAt(), QList<qint64>{monday + hour});
    QCOMPARE(desk.scheduler->row(id)->nextAt, 0);
    QVERIFY(desk.job(id).enabled);
    QCOMPARE(desk.clock.pending(), 0);
}

void SchedulerPolicyTest::timeoutEndsARun()
{
    Desk desk;
    desk.worker->cancelMs = second;
    Job job = every(hour);
    job.policy.timeoutMs = 10 * minute;
    desk.add(job);
    desk.scheduler->start();
    desk.clock.advance(hour);
    desk.clock.sleep(20 * minute); // does not count
    desk.clock.advance(9 * minute);
    QCOMPARE(desk.rows(RunStatus::Running).size(), 1);
    desk.clock.advance(minute + second);
    const RunRecord row = desk.rows().first();
    QCOMPARE(row.status, RunStatus::Failed);
    QCOMPARE(row.error.code, ErrorCode::TimedOut);
    QCOMPARE(row.reason.kind, RunReasonKind::TimedOut);
    QCOMPARE(row.reason.count, 10 * minute);
}

void SchedulerPolicyTest::retriesComeAfterTheirDelay()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    desk.worker->outcome = RunStatus::Failed;
    Job job = every(day);
    job.policy.retries = 2;
    job.policy.retryDelayMs = 5 * minute;
    desk.add(job);
    desk.scheduler->start();
    desk.clock.advance(day + hour);
    const QList<RunRecord> rows = desk.rows();
    QCOMPARE(rows.size(), 3);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(rows.at(i).attempt, i + 1);
        QCOMPARE(rows.at(i).status, RunStatus::Failed);
        QCOMPARE(rows.at(i).dueAt, monday + day);
        QCOMPARE(rows.at(i).startedAt, monday + day + i * 5 * minute);
        QCOMPARE(rows.at(i).reason.kind, i == 0 ? RunReasonKind::None : RunReasonKind::Retry);
        QCOMPARE(rows.at(i).reason.run, i == 0 ? 0 : rows.at(i - 1).id);
        QCOMPARE(rows.at(i).reason.count, i);
    }
    for (const RunStatus ended : {RunStatus::Partly, RunStatus::Stopped, RunStatus::Skipped, RunStatus::Done}) {
        desk.worker->outcome = ended;
        desk.clock.advance(day);
    }
    QCOMPARE(desk.rows().size(), 7); // none of these is tried again
}

void SchedulerPolicyTest::retryIsDroppedByTheNextRun()
{
    Desk desk;
    Job job = every(hour);
    job.policy.retries = 3;
    job.policy.retryDelayMs = 90 * minute;
    desk.add(job);
    desk.scheduler->start();
    desk.clock.advance(hour);
    desk.worker->endAll(RunStatus::Failed);
    QCOMPARE(desk.rows(RunStatus::Queued).size(), 1);
    desk.clock.advance(hour);
    const QList<RunRecord> rows = desk.rows();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(1).status, RunStatus::Stopped);
    QCOMPARE(rows.at(1).reason.kind, RunReasonKind::Replaced);
    QCOMPARE(rows.at(1).reason.run, rows.at(2).id);
    QCOMPARE(rows.at(2).status, RunStatus::Running);
}

void SchedulerPolicyTest::retryIsDroppedByStop()
{
    Desk desk;
    Job job = every(hour);
    job.policy.retries = 3;
    desk.add(job);
    desk.scheduler->start();
    desk.clock.advance(hour);
    desk.worker->endAll(RunStatus::Failed);
    desk.scheduler->stop();
    QCOMPARE(desk.scheduler->state(), Scheduler::State::Stopped);
    QCOMPARE(desk.rows().last().status, RunStatus::Stopped);
    QCOMPARE(desk.rows().last().reason.kind, RunReasonKind::SchedulerStopped);
    QVERIFY(desk.scheduler->isIdle());
}

void SchedulerPolicyTest::beginThatFailsIsARow()
{
    Desk desk;
    desk.worker->beginError = Error{ErrorCode::FileFailed, QStringLiteral("/nowhere"), {}};
    Job job = every(hour);
    job.policy.retries = 1;
    desk.add(job);
    desk.scheduler->start();
    desk.clock.advance(hour + 30 * minute);
    const QList<RunRecord> rows = desk.rows();
    QCOMPARE(rows.size(), 2);
    for (const RunRecord &row : rows) {
        QCOMPARE(row.status, RunStatus::Failed);
        QCOMPARE(row.error.code, ErrorCode::FileFailed);
        QVERIFY(row.finishedAt != 0);
    }
    QVERIFY(desk.scheduler->isIdle());
}

void SchedulerPolicyTest::priorityThenTime()
{
    Desk desk;
    desk.scheduler->setConcurrency(1);
    Job first = every(10 * minute);
    Job low = every(11 * minute);
    low.policy.priority = -5;
    Job normal = every(12 * minute);
    Job normalLater = every(13 * minute);
    Job high = every(14 * minute);
    high.policy.priority = 5;
    QList<JobId> ids;
    for (const Job &job : {first, low, normal, normalLater, high}) {
        ids.append(desk.add(job));
    }
    desk.scheduler->start();
    desk.clock.advance(15 * minute);
    QVERIFY(desk.scheduler->pause({ids.at(0)}, 0));
    for (int i = 0; i < 5; ++i) {
        desk.worker->endAll();
    }
    QList<JobId> order;
    for (const FakeWorker::Begun &begun : std::as_const(desk.worker->begun)) {
        order.append(begun.job.id);
    }
    QCOMPARE(order, (QList<JobId>{ids.at(0), ids.at(4), ids.at(2), ids.at(3), ids.at(1)}));
}

void SchedulerPolicyTest::jitterDelaysTheBegin()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    Job job = every(hour);
    job.trigger.jitterMs = 20 * minute;
    const JobId id = desk.add(job);
    desk.scheduler->start();
    QCOMPARE(desk.scheduler->row(id)->nextAt, desk.scheduler->nextRunAt());
    desk.clock.advance(day + hour);
    const QList<RunRecord> rows = desk.rows();
    QVERIFY(rows.size() >= 24);
    bool late = false;
    for (qsizetype i = 0; i < 24; ++i) {
        QCOMPARE(rows.at(i).dueAt, monday + (i + 1) * hour);
        const qint64 delay = rows.at(i).startedAt - rows.at(i).dueAt;
        QVERIFY(delay >= 0 && delay < 20 * minute);
        late = late || delay > 10 * minute;
    }
    QVERIFY(late);
    QVERIFY(desk.rows(RunStatus::Missed).isEmpty());
}

void SchedulerPolicyTest::wideJitterKeepsTheOrder()
{
    Desk desk;
    desk.worker->lengthMs = 0;
    Job job = every(10 * minute);
    job.trigger.jitterMs = 20 * hour;
    desk.add(job);
    desk.scheduler->start();
    desk.clock.advance(day);
    const QList<RunRecord> rows = desk.rows();
    QVERIFY(rows.size() >= 143);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QCOMPARE(rows.at(i).dueAt, monday + (i + 1) * 10 * minute);
    }
}

QTEST_GUILESS_MAIN(SchedulerPolicyTest)
#include "tst_schedulerpolicy.moc"
