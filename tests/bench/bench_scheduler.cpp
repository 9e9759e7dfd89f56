// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What 10,000 jobs cost: at the start, while nothing is due, and how late a due run begins.

#include "core/base/clock.h"
#include "core/base/operatorlog.h"
#include "core/schedule/scheduler.h"
#include "core/store/database.h"
#include "core/store/jobrepository.h"
#include "core/store/runrepository.h"
#include "tests/bench/measure.h"
#include "tests/support/fakeworker.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace vestnik;
using namespace vestnik::bench;

namespace {

/// The computer's clock; counts how often the scheduler is woken.
class CountingClock final : public Clock {
public:
    [[nodiscard]] qint64 now() const override { return m_clock.now(); }
    [[nodiscard]] qint64 steady() const override { return m_clock.steady(); }
    [[nodiscard]] qint64 sinceBoot() const override { return m_clock.sinceBoot(); }
    [[nodiscard]] std::unique_ptr<ClockAlarm> makeAlarm(std::function<void()> fired) override
    {
        return m_clock.makeAlarm([this, fired = std::move(fired)] {
            ++wakeups;
            fired();
        });
    }
    [[nodiscard]] std::unique_ptr<ClockWatch> watchJumps(std::function<void()> jumped) override
    {
        return m_clock.watchJumps(std::move(jumped));
    }

    int wakeups = 0;

private:
    SystemClock m_clock;
};

class SchedulerBench final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SchedulerBench)

public:
    SchedulerBench(int jobs, int idleMs, int dues)
        : m_jobs(jobs)
        , m_idleMs(idleMs)
        , m_dues(dues)
    {
    }

    [[nodiscard]] bool begin()
    {
        const QString path = m_folder.filePath(QStringLiteral("vestnik.db"));
        Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{path});
        if (!opened || !fill(**opened)) {
            return false;
        }
        m_database = std::move(*opened);
        m_scheduler = std::make_unique<Scheduler>(m_clock, m_log);
        auto worker = std::make_unique<FakeWorker>(m_clock);
        m_worker = worker.get();
        m_worker->database = m_database.get();
        m_worker->lengthMs = 0;
        m_scheduler->addWorker(std::move(worker));
        m_scheduler->setConcurrency(32);

        const Meter attaching;
        if (!m_scheduler->attach(*m_database, {})) {
            return false;
        }
        const Cost attached = attaching.cost(0);
        const Meter starting;
        m_scheduler->start();
        const Cost started = starting.cost(0);
        printRow(QStringLiteral("jobs"), {number(m_jobs)});
        printRow(QStringLiteral("attach(), ms; CPU"), {number(attached.wallMs, 1), number(attached.cpuMs, 1)});
        printRow(QStringLiteral("start(), ms; CPU"), {number(started.wallMs, 1), number(started.cpuMs, 1)});
        const Cost both = attached + started;
        printRow(QStringLiteral("both (goal: 100), ms; CPU"), {number(both.wallMs, 1), number(both.cpuMs, 1)});
        // What is written after the start in pieces is not a part of idling.
        QTimer::singleShot(2000, this, &SchedulerBench::idle);
        return true;
    }

private:
    /// As after an end of the program: the scheduler was wanted, all fires so far were decided.
    [[nodiscard]] bool fill(Database &database) const
    {
        const qint64 now = m_clock.now();
        const QStringList expressions{QStringLiteral("30 2 * * *"), QStringLiteral("0 9-18 * * mon-fri"),
            QStringLiteral("15 4 1 * *"), QStringLiteral("@weekly"), QStringLiteral("0 12 */2 * *")};
        const QList<QByteArray> zones{"Europe/Berlin", "America/New_York", "Asia/Kolkata", "Europe/Moscow"};
        return database
            .transaction([&]() -> Result<void> {
                JobRepository jobs(database);
                for (int i = 0; i < m_jobs; ++i) {
                    Job job;
                    job.name = QStringLiteral("Job %1").arg(i);
                    job.createdAt = now;
                    if (i % 2 == 0) {
                        job.trigger.kind = TriggerKind::Cron;
                        job.trigger.cron = expressions.at(i / 2 % expressions.size());
                        job.trigger.zone = zones.at(i / 4 % zones.size());
                    } else {
                        job.trigger.everyMs = 24 * 3'600'000LL;
                        job.trigger.anchor = now + 3'600'000 + i * 1000LL;
                    }
                    if (const Result<JobId> added = jobs.add(job, now); !added) {
                        return failure(added.error());
                    }
                }
                return jobs.setWanted(true);
            })
            .has_value();
    }

    void idle()
    {
        m_begun = m_worker->begun.size();
        m_clock.wakeups = 0;
        m_meter = std::make_unique<Meter>();
        QTimer::singleShot(m_idleMs, this, &SchedulerBench::idled);
    }

    void idled()
    {
        const Cost cost = m_meter->cost(0);
        // A job may be due in these seconds by the wall clock.
        const qsizetype due = m_worker->begun.size() - m_begun;
        printRow(QStringLiteral("idle for, ms"), {number(cost.wallMs)});
        printRow(QStringLiteral("wakeups of the scheduler"), {number(m_clock.wakeups)});
        printRow(QStringLiteral("CPU of the process, ms"), {number(cost.cpuMs, 1)});
        m_ok = m_ok && (m_clock.wakeups == 0 || due > 0);
        m_begun = m_worker->begun.size();
        for (int i = 0; i < m_dues; ++i) {
            Job job;
            job.name = QStringLiteral("due %1").arg(i);
            job.trigger.kind = TriggerKind::Once;
            job.trigger.at = m_clock.now() + 500 + i * 97;
            m_ok = m_ok && m_scheduler->save(job);
        }
        QTimer::singleShot(m_dues * 97 + 1500, this, &SchedulerBench::judged);
    }

    void judged()
    {
        QList<double> late;
        for (const FakeWorker::Begun &begun : m_worker->begun.mid(m_begun)) {
            if (begun.job.name.startsWith(QLatin1String("due"))) {
                late.append(double(begun.at - begun.run.dueAt));
            }
        }
        m_ok = m_ok && late.size() == m_dues && *std::min_element(late.begin(), late.end()) >= 0;
        printRow(QStringLiteral("due runs"), {number(double(late.size()))});
        if (!late.isEmpty()) {
            printRow(QStringLiteral("late, median, ms"), {number(median(late), 1)});
            printRow(
                QStringLiteral("late, most (goal: 50), ms"), {number(*std::max_element(late.begin(), late.end()), 1)});
        }
        m_scheduler->stop();
        m_scheduler.reset();
        QCoreApplication::exit(m_ok ? 0 : 1);
    }

    const int m_jobs;
    const int m_idleMs;
    const int m_dues;
    QTemporaryDir m_folder;
    CountingClock m_clock;
    OperatorLog m_log{QString()};
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Scheduler> m_scheduler;
    FakeWorker *m_worker = nullptr;
    std::unique_ptr<Meter> m_meter;
    qsizetype m_begun = 0;
    bool m_ok = true;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("quick"), QStringLiteral("Few jobs, short waits: checks the benchmark itself.")});
    parser.process(app);
    const bool quick = parser.isSet(QStringLiteral("quick"));
    SchedulerBench bench(quick ? 500 : 10'000, quick ? 500 : 5'000, quick ? 5 : 40);
    if (!bench.begin()) {
        std::fputs("the store cannot be filled\n", stderr);
        return 1;
    }
    return app.exec();
}

#include "bench_scheduler.moc"
