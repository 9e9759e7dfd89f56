// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/taskrunner.h"

#include "tests/support/guardedmain.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace vestnik;

namespace {

/// Work that waits to be let go, and notes when it was inside.
struct Gate {
    QSemaphore entered;
    QSemaphore go;
};

TaskRunner::Task waitingTask(Gate &gate, bool writes)
{
    TaskRunner::Task task;
    task.kind = writes ? TaskKind::Import : TaskKind::Export;
    task.writes = writes;
    task.work = [&gate](const TaskControl &control) -> Result<TaskReport> {
        gate.entered.release();
        control.report(5, 10);
        while (!gate.go.tryAcquire(1, 5)) {
            if (control.isCancelled()) {
                return failure(ErrorCode::Cancelled);
            }
        }
        TaskReport report;
        report.add(QStringLiteral("posts"), 10);
        return report;
    };
    return task;
}

/// The records of one task as they were told.
QList<TaskRecord> told(const QSignalSpy &spy, TaskId id)
{
    QList<TaskRecord> records;
    for (const QList<QVariant> &call : spy) {
        const auto record = call.first().value<TaskRecord>();
        if (record.id == id) {
            records.append(record);
        }
    }
    return records;
}

} // namespace

class TestTaskRunner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsHowATaskGoes();
    void oneWriterAtATime();
    void readersGoBesideAWriter();
    void oneThatNeedsToBeAloneWaitsAndKeepsOthersWaiting();
    void cancelledWhileItWaits();
    void cancelledWhileItRuns();
    void failureIsTold();
    void preparationCanRefuse();
    void finishMayChangeTheRecord();
    void destroyedWhileATaskRuns();

private:
    SystemClock m_clock;
};

void TestTaskRunner::tellsHowATaskGoes()
{
    TaskRunner runner(m_clock);
    QSignalSpy changed(&runner, &TaskRunner::changed);
    QSignalSpy idle(&runner, &TaskRunner::idle);
    Gate gate;
    const TaskId id = runner.add(waitingTask(gate, false));
    QVERIFY(!runner.isIdle());
    QTRY_VERIFY(gate.entered.available() > 0);
    QTRY_COMPARE(told(changed, id).last().done, 5);
    QCOMPARE(told(changed, id).last().total, 10);
    QCOMPARE(told(changed, id).last().state, TaskState::Running);
    gate.go.release();
    QTRY_COMPARE(idle.size(), 1);
    const TaskRecord last = told(changed, id).last();
    QCOMPARE(last.state, TaskState::Done);
    QVERIFY(!last.isGoing());
    QVERIFY(last.finishedAt >= last.startedAt);
    QCOMPARE(last.report.facts.size(), 1);
    QCOMPARE(last.report.facts.first().value, 10);
    QCOMPARE(told(changed, id).first().state, TaskState::Queued);
    QVERIFY(runner.isIdle());
}

void TestTaskRunner::oneWriterAtATime()
{
    TaskRunner runner(m_clock);
    QSignalSpy changed(&runner, &TaskRunner::changed);
    QSignalSpy idle(&runner, &TaskRunner::idle);
    Gate first;
    Gate second;
    runner.add(waitingTask(first, true));
    const TaskId waiting = runner.add(waitingTask(second, true));
    QTRY_VERIFY(first.entered.available() > 0);
    QCOMPARE(told(changed, waiting).last().state, TaskState::Queued);
    QCOMPARE(second.entered.available(), 0);
    first.go.release();
    QTRY_VERIFY(second.entered.available() > 0);
    second.go.release();
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(told(changed, waiting).last().state, TaskState::Done);
}

void TestTaskRunner::readersGoBesideAWriter()
{
    TaskRunner runner(m_clock);
    QSignalSpy idle(&runner, &TaskRunner::idle);
    Gate writer;
    Gate reader;
    runner.add(waitingTask(writer, true));
    runner.add(waitingTask(reader, false));
    QTRY_VERIFY(writer.entered.available() > 0);
    QTRY_VERIFY(reader.entered.available() > 0);
    reader.go.release();
    writer.go.release();
    QTRY_COMPARE(idle.size(), 1);
}

void TestTaskRunner::oneThatNeedsToBeAloneWaitsAndKeepsOthersWaiting()
{
    TaskRunner runner(m_clock);
    QSignalSpy idle(&runner, &TaskRunner::idle);
    Gate first;
    Gate alone;
    Gate reader;
    runner.add(waitingTask(first, true));
    TaskRunner::Task task = waitingTask(alone, true);
    task.alone = true;
    runner.add(task);
    runner.add(waitingTask(reader, false));
    QTRY_VERIFY(first.entered.available() > 0);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(reader.entered.available(), 0);
    first.go.release();
    QTRY_VERIFY(alone.entered.available() > 0);
    QCOMPARE(reader.entered.available(), 0);
    alone.go.release();
    QTRY_VERIFY(reader.entered.available() > 0);
    reader.go.release();
    QTRY_COMPARE(idle.size(), 1);
}

void TestTaskRunner::cancelledWhileItWaits()
{
    TaskRunner runner(m_clock);
    QSignalSpy changed(&runner, &TaskRunner::changed);
    QSignalSpy idle(&runner, &TaskRunner::idle);
    Gate first;
    Gate second;
    runner.add(waitingTask(first, true));
    const TaskId waiting = runner.add(waitingTask(second, true));
    QTRY_VERIFY(first.entered.available() > 0);
    runner.cancel(waiting);
    QTRY_COMPARE(told(changed, waiting).last().state, TaskState::Cancelled);
    QCOMPARE(second.entered.available(), 0);
    first.go.release();
    QTRY_COMPARE(idle.size(), 1);
    QCOMPARE(second.entered.available(), 0);
}

void TestTaskRunner::cancelledWhileItRuns()
{
    TaskRunner runner(m_clock);
    QSignalSpy changed(&runner, &TaskRunner::changed);
    Gate gate;
    const TaskId id = runner.add(waitingTask(gate, false));
    QTRY_VERIFY(gate.entered.available() > 0);
    runner.cancel(id);
    QCOMPARE(told(changed, id).last().state, TaskState::Stopping);
    QTRY_COMPARE(told(changed, id).last().state, TaskState::Cancelled);
    QVERIFY(runner.isIdle());
    runner.cancel(id); // long gone
    QCOMPARE(told(changed, id).last().state, TaskState::Cancelled);
}

void TestTaskRunner::failureIsTold()
{
    TaskRunner runner(m_clock);
    QSignalSpy changed(&runner, &TaskRunner::changed);
    TaskRunner::Task task;
    task.work = [](const TaskControl &) -> Result<TaskReport> {
        return failure(ErrorCode::FileFailed, QStringLiteral("/nowhere/x.csv"));
    };
    const TaskId id = runner.add(task);
    QTRY_COMPARE(told(changed, id).last().state, TaskState::Failed);
    QCOMPARE(told(changed, id).last().error.code, ErrorCode::FileFailed);
}

void TestTaskRunner::preparationCanRefuse()
{
    TaskRunner runner(m_clock);
    QSignalSpy changed(&runner, &TaskRunner::changed);
    Gate gate;
    TaskRunner::Task task = waitingTask(gate, true);
    task.prepare = [](const std::function<void(Result<void>)> &go) { go(failure(ErrorCode::DatabaseReadOnly)); };
    const TaskId id = runner.add(task);
    QTRY_COMPARE(told(changed, id).last().state, TaskState::Failed);
    QCOMPARE(told(changed, id).last().error.code, ErrorCode::DatabaseReadOnly);
    QCOMPARE(gate.entered.available(), 0);
}

void TestTaskRunner::finishMayChangeTheRecord()
{
    TaskRunner runner(m_clock);
    QSignalSpy changed(&runner, &TaskRunner::changed);
    TaskRunner::Task task;
    task.work = [](const TaskControl &) -> Result<TaskReport> { return TaskReport(); };
    task.finish = [](const TaskRecord &record, const TaskRunner::Told &told) {
        TaskRecord failed = record;
        failed.state = TaskState::Failed;
        failed.error = Error{ErrorCode::DatabaseOpenFailed, {}, {}};
        told(failed);
    };
    const TaskId id = runner.add(task);
    QTRY_COMPARE(told(changed, id).last().state, TaskState::Failed);
    QCOMPARE(told(changed, id).last().error.code, ErrorCode::DatabaseOpenFailed);
}

void TestTaskRunner::destroyedWhileATaskRuns()
{
    Gate gate;
    bool ended = false;
    {
        TaskRunner runner(m_clock);
        TaskRunner::Task task = waitingTask(gate, false);
        task.finish = [&ended](const TaskRecord &, const TaskRunner::Told &) { ended = true; };
        runner.add(task);
        QTRY_VERIFY(gate.entered.available() > 0);
    }
    // The thread was joined: it cannot touch the gate any more. Nobody is told.
    QVERIFY(!ended);
    QCOMPARE(gate.go.available(), 0);
}

VESTNIK_GUARDED_MAIN(TestTaskRunner)
#include "tst_taskrunner.moc"
