// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/schedule/schedulerdesk.h"

#include <QRandomGenerator>

using namespace vestnik;
using namespace vestnik::test;

namespace {

/// Does anything to a scheduler, in any order, and looks after each step whether what must always hold still does.
class Monkey {
public:
    explicit Monkey(quint32 seed)
        : m_random(seed)
    {
        m_desk.configure = [this](FakeWorker &worker) {
            worker.goesOn = m_goesOn;
            worker.cancelMs = below(3) == 0 ? -1 : below(5000);
        };
        m_goesOn = below(2) == 0;
        m_desk.restart();
        m_desk.scheduler->setConcurrency(concurrency);
        for (int i = 0; i < 4; ++i) {
            m_jobs.append(m_desk.add(anyJob()));
        }
    }

    void step()
    {
        const int action = below(100);
        m_last = action;
        if (action < 30) {
            m_desk.clock.advance(below(40) * minute + below(60'000));
        } else if (action < 44) {
            endSome();
        } else if (action < 52) {
            m_desk.scheduler->start();
        } else if (action < 57) {
            m_desk.scheduler->stop(below(5) != 0);
        } else if (action < 61) {
            jobs([this](const QList<JobId> &ids) {
                return m_desk.scheduler->pause(ids, below(2) == 0 ? 0 : m_desk.clock.now() + 1 + below(int(hour)));
            });
        } else if (action < 65) {
            jobs([this](const QList<JobId> &ids) { return m_desk.scheduler->resume(ids); });
        } else if (action < 69) {
            jobs([this](const QList<JobId> &ids) { return m_desk.scheduler->setEnabled(ids, below(3) != 0); });
        } else if (action < 73) {
            edit();
        } else if (action < 75) {
            jobs([this](const QList<JobId> &ids) { return m_desk.scheduler->remove(ids); });
        } else if (action < 78) {
            jobs([this](const QList<JobId> &ids) { return m_desk.scheduler->restore(ids); });
        } else if (action < 83) {
            jobs([this](const QList<JobId> &ids) {
                const Result<RunId> run = m_desk.scheduler->runNow(ids.first(), RunOrigin::Window);
                return run ? Result<void>() : Result<void>(failure(run.error()));
            });
        } else if (action < 86) {
            jump();
        } else if (action < 90) {
            m_desk.clock.sleep(below(12 * 60) * minute);
        } else if (action < 92) {
            m_desk.clock.stall(below(10) * minute);
            m_desk.clock.advance(0);
        } else if (action < 94) {
            kill();
        } else if (action < 97) {
            suspend();
        } else if (action < 99) {
            m_desk.scheduler->zonesChanged();
        } else {
            QCoreApplication::processEvents();
        }
    }

    /// What is wrong; empty: nothing.
    [[nodiscard]] QString problem()
    {
        const QList<RunId> going = m_desk.worker->going();
        if (going.size() > concurrency) {
            return QStringLiteral("%1 runs go").arg(going.size());
        }
        if (QString wrong = newRows(); !wrong.isEmpty()) {
            return wrong;
        }
        const bool attached = m_desk.scheduler->isAttached();
        QHash<JobId, int> perJob;
        for (const RunId run : going) {
            const RunRecord row = m_desk.row(run);
            if (row.status != RunStatus::Running) {
                return QStringLiteral("run %1 goes without its row").arg(run);
            }
            ++perJob[row.job];
        }
        QSet<RunId> known;
        for (const JobRow &row : m_desk.scheduler->rows()) {
            if (perJob.value(row.job.id) > 2) {
                return QStringLiteral("%1 runs of a job").arg(perJob.value(row.job.id));
            }
            for (const RunId run : row.going) {
                known.insert(run);
            }
            const bool running = m_desk.scheduler->state() == Scheduler::State::Running;
            if (running && attached && row.nextAt != 0 && row.nextAt <= m_desk.clock.now()
                && m_desk.clock.nextIn() != 0) {
                return QStringLiteral("job %1 was due at %2 and nothing comes").arg(row.job.id).arg(row.nextAt);
            }
            if (row.job.paused && row.job.pausedUntil != 0 && row.job.pausedUntil < m_desk.clock.now() && attached) {
                return QStringLiteral("job %1 should not be paused").arg(row.job.id);
            }
        }
        const Result<QList<RunId>> open =
            m_desk.database->numbers(QStringLiteral("SELECT id FROM runs WHERE status IN ('queued', 'running')"));
        for (const RunId run : *open) {
            if (!known.contains(run) && !going.contains(run)) {
                return QStringLiteral("run %1 has no end").arg(run);
            }
        }
        if (m_desk.scheduler->state() != Scheduler::State::Running && m_desk.scheduler->nextRunAt() != 0) {
            return QStringLiteral("a next run while stopped");
        }
        if (m_desk.scheduler->state() == Scheduler::State::Stopping && going.isEmpty()) {
            return QStringLiteral("stopping without end");
        }
        return {};
    }

    /// Everything ends.
    [[nodiscard]] QString finish()
    {
        if (!m_desk.scheduler->isAttached()) {
            m_desk.worker->endAll();
            m_desk.scheduler->detach();
            m_desk.attach();
        }
        m_desk.scheduler->stop();
        m_desk.worker->endAll();
        m_desk.clock.advance(minute);
        if (!m_desk.scheduler->isIdle() || m_desk.scheduler->state() != Scheduler::State::Stopped) {
            return QStringLiteral("does not become idle");
        }
        if (m_desk.clock.pending() > int(m_desk.scheduler->rows().size())) {
            return QStringLiteral("alarms are left");
        }
        for (const RunRecord &row : m_desk.rows()) {
            if (isGoing(row.status) || row.finishedAt == 0) {
                return QStringLiteral("row %1 did not end").arg(row.id);
            }
        }
        return newRows();
    }

    [[nodiscard]] int lastAction() const { return m_last; }
    [[nodiscard]] qsizetype rowCount() const { return m_seen; }

private:
    static constexpr int concurrency = 3;

    int below(int end) { return int(m_random.bounded(end)); }

    template<typename Command>
    void jobs(Command command)
    {
        // Errors are answers, too: of jobs that are gone, of a store that is away.
        (void)command(QList<JobId>{m_jobs.at(below(int(m_jobs.size())))});
    }

    Job anyJob()
    {
        Job job = below(3) == 0 ? loose((1 + below(90)) * minute) : every((1 + below(90)) * minute);
        if (below(4) == 0) {
            job = cronJob(QStringLiteral("*/%1 * * * *").arg(5 + below(40)), "Europe/Berlin");
        } else if (below(12) == 0) {
            job.trigger.kind = TriggerKind::Once;
            job.trigger.at = m_desk.clock.now() + below(int(day));
        }
        job.trigger.jitterMs = below(4) == 0 ? below(int(hour)) : 0;
        if (below(5) == 0) {
            job.trigger.windows = {{0x7f, 6 * 60, 22 * 60}};
        }
        job.policy.missed = static_cast<MissedPolicy>(below(3));
        job.policy.missedLimit = 1 + below(4);
        job.policy.overlap = static_cast<OverlapPolicy>(below(3));
        job.policy.concurrency = 1 + below(2);
        job.policy.priority = below(5) - 2;
        job.policy.timeoutMs = below(3) == 0 ? (1 + below(60)) * minute : 0;
        job.policy.retries = below(3);
        job.policy.retryDelayMs = (1 + below(600)) * second;
        return job;
    }
    void edit()
    {
        Job job = anyJob();
        const JobId id = m_jobs.at(below(int(m_jobs.size())));
        if (m_jobs.size() < 8 && below(2) == 0) {
            if (const Result<Job> saved = m_desk.scheduler->save(job)) {
                m_jobs.append(saved->id);
            }
        } else if (m_desk.scheduler->row(id)) {
            job.id = id;
            job.enabled = below(4) != 0;
            (void)m_desk.scheduler->save(job);
        }
    }
    void endSome()
    {
        static constexpr RunStatus outcomes[] = {
            RunStatus::Done, RunStatus::Done, RunStatus::Partly, RunStatus::Failed, RunStatus::Skipped};
        const QList<RunId> going = m_desk.worker->going();
        for (const RunId run : going) {
            if (below(3) != 0) {
                m_desk.worker->end(run, outcomes[below(5)]);
            }
        }
    }
    void jump()
    {
        const qint64 by = (below(2) == 0 ? 1 : -1) * qint64(below(below(2) == 0 ? int(4 * minute) : int(10 * day)));
        m_desk.clock.jumpTo(m_desk.clock.now() + by);
        // Some of the times that come again are run again. Not when it is a little.
        if (by < -5 * minute || m_latest > m_desk.clock.now() + 5 * minute) {
            ++m_timesCome;
        }
    }
    void kill()
    {
        m_desk.restart();
        m_desk.scheduler->setConcurrency(concurrency);
        if (below(2) == 0) {
            m_desk.scheduler->start();
        }
    }
    void suspend()
    {
        if (m_desk.scheduler->isAttached()) {
            m_desk.scheduler->suspend();
            return;
        }
        m_desk.worker->endAll();
        m_desk.scheduler->detach();
        m_desk.attach();
    }

    /// Rows that came since: no fire runs twice.
    [[nodiscard]] QString newRows()
    {
        const Result<QList<RunRecord>> rows = RunRepository(*m_desk.database).recent(1000);
        RunId newest = m_newest;
        for (const RunRecord &row : *rows) {
            if (row.id <= m_newest) {
                break;
            }
            newest = std::max(newest, row.id);
            ++m_seen;
            m_latest = std::max(m_latest, row.dueAt);
            const bool decided = row.status == RunStatus::Missed || row.origin != RunOrigin::Schedule
                || row.reason.kind == RunReasonKind::Retry || row.attempt > 1 || row.dueAt == 0;
            if (decided) {
                continue;
            }
            const QString fire = QStringLiteral("%1 %2 %3").arg(row.job).arg(row.dueAt).arg(m_timesCome);
            if (m_fires.contains(fire)) {
                return QStringLiteral("the fire %1 twice, in row %2").arg(fire).arg(row.id);
            }
            m_fires.insert(fire);
        }
        if (newest - m_newest > 900) {
            return QStringLiteral("%1 rows in one step").arg(newest - m_newest);
        }
        m_newest = newest;
        return {};
    }

    QRandomGenerator m_random;
    Desk m_desk;
    bool m_goesOn = false;
    int m_last = 0;
    int m_timesCome = 0;
    qint64 m_latest = 0;
    QList<JobId> m_jobs;
    QSet<QString> m_fires;
    qsizetype m_seen = 0;
    RunId m_newest = 0;
};

} // namespace

/// Random sequences of everything that can happen.
class SchedulerRandomTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void invariantsHold_data();
    void invariantsHold();
    void cleanupTestCase();

private:
    qsizetype m_rows = 0;
    qsizetype m_runs = 0;
};

void SchedulerRandomTest::invariantsHold_data()
{
    QTest::addColumn<quint32>("seed");
    const QByteArray one = qgetenv("VESTNIK_TEST_SEED");
    if (!one.isEmpty()) {
        QTest::newRow(one.constData()) << one.toUInt();
        return;
    }
    const QByteArray many = qgetenv("VESTNIK_TEST_SEEDS");
    for (quint32 seed = 1; seed <= (many.isEmpty() ? 25 : many.toUInt()); ++seed) {
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
    const quint32 today = QRandomGenerator::global()->generate();
    QTest::newRow(qPrintable(QString::number(today))) << today;
}

void SchedulerRandomTest::invariantsHold()
{
    QFETCH(quint32, seed);
    Monkey monkey(seed);
    for (int step = 0; step < 250; ++step) {
        monkey.step();
        const QString problem = monkey.problem();
        QVERIFY2(problem.isEmpty(),
            qPrintable(QStringLiteral("VESTNIK_TEST_SEED=%1, step %2, action %3: %4")
                           .arg(seed)
                           .arg(step)
                           .arg(monkey.lastAction())
                           .arg(problem)));
    }
    const QString problem = monkey.finish();
    QVERIFY2(
        problem.isEmpty(), qPrintable(QStringLiteral("VESTNIK_TEST_SEED=%1, at the end: %2").arg(seed).arg(problem)));
    m_rows += monkey.rowCount();
    ++m_runs;
}

void SchedulerRandomTest::cleanupTestCase()
{
    // Sequences in which nothing happens would prove nothing.
    QVERIFY(m_runs < 10 || m_rows / m_runs > 50);
}

QTEST_GUILESS_MAIN(SchedulerRandomTest)
#include "tst_schedulerrandom.moc"
