// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operatorlog.h"
#include "core/schedule/scheduler.h"
#include "core/store/database.h"
#include "core/store/jobrepository.h"
#include "core/store/runrepository.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakeworker.h"

#include <QTimeZone>
#include <QtTest>

#include <algorithm>
#include <memory>

namespace vestnik::test {

inline constexpr qint64 second = 1000;
inline constexpr qint64 minute = 60 * second;
inline constexpr qint64 hour = 60 * minute;
inline constexpr qint64 day = 24 * hour;
inline constexpr qint64 monday = 1'779'667'200'000; ///< 2026-05-25T00:00:00Z

/// A scheduler with a store in memory, a clock and a worker that the test has in hand.
class Desk {
public:
    explicit Desk(qint64 now = monday)
        : clock(now)
    {
        Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{QStringLiteral(":memory:")});
        if (!opened) {
            qFatal("%s", qPrintable(errorEnglish(opened.error())));
        }
        database = std::move(*opened);
        open();
    }
    ~Desk() { kill(); }
    Q_DISABLE_COPY_MOVE(Desk)

    /// The program starts: a scheduler that has the store, and is not started.
    void open()
    {
        scheduler = std::make_unique<Scheduler>(clock, log);
        auto made = std::make_unique<FakeWorker>(clock);
        worker = made.get();
        if (configure) {
            configure(*worker);
        }
        scheduler->addWorker(std::move(made));
        QObject::connect(scheduler.get(), &Scheduler::runChanged, scheduler.get(),
            [](const RunRecord &run) { QVERIFY2(run.id > 0, "a run was told without its row"); });
        attach();
    }
    void attach()
    {
        const Result<QList<RunRecord>> interrupted = RunRepository(*database).interruptGoing(clock.now());
        worker->database = database.get();
        QVERIFY2(interrupted, "interruptGoing");
        const Result<void> attached = scheduler->attach(*database, *interrupted);
        QVERIFY2(attached, "attach");
    }
    /// The program dies.
    void kill()
    {
        scheduler.reset();
        worker = nullptr;
    }
    void restart()
    {
        kill();
        open();
    }

    JobId add(const Job &job)
    {
        const Result<Job> saved = scheduler->save(job);
        if (!saved) {
            qWarning("%s", qPrintable(errorEnglish(saved.error())));
        }
        return saved ? saved->id : 0;
    }
    [[nodiscard]] Job job(JobId id) const { return scheduler->row(id)->job; }
    /// All rows, the oldest first.
    [[nodiscard]] QList<RunRecord> rows()
    {
        QList<RunRecord> all;
        RunId before = 0;
        for (;;) {
            const Result<QList<RunRecord>> some = RunRepository(*database).recent(1000, before);
            if (!some || some->isEmpty()) {
                break;
            }
            all += *some;
            before = all.last().id;
        }
        std::reverse(all.begin(), all.end());
        return all;
    }
    [[nodiscard]] QList<RunRecord> rows(RunStatus status)
    {
        QList<RunRecord> some = rows();
        some.removeIf([status](const RunRecord &run) { return run.status != status; });
        return some;
    }
    [[nodiscard]] RunRecord row(RunId id) { return RunRepository(*database).run(id).value_or(RunRecord()); }
    [[nodiscard]] qsizetype begun() const { return worker->begun.size(); }
    [[nodiscard]] const FakeWorker::Begun &lastBegun() const { return worker->begun.last(); }
    /// When runs began, ms UTC.
    [[nodiscard]] QList<qint64> begunAt() const
    {
        QList<qint64> at;
        for (const FakeWorker::Begun &one : worker->begun) {
            at.append(one.at);
        }
        return at;
    }

    FakeClock clock;
    std::unique_ptr<Database> database;
    OperatorLog log{QString()};
    std::function<void(FakeWorker &)> configure; ///< applied to the worker of each start
    std::unique_ptr<Scheduler> scheduler;
    FakeWorker *worker = nullptr;
};

/// A job that fires at the whole hours and so on: at anchor + n × every.
inline Job every(qint64 ms, const QString &name = QStringLiteral("job"))
{
    Job job;
    job.name = name;
    job.trigger.kind = TriggerKind::Interval;
    job.trigger.everyMs = ms;
    job.trigger.anchor = monday;
    return job;
}

/// A job whose fires are counted from its runs.
inline Job loose(qint64 ms, const QString &name = QStringLiteral("loose"))
{
    Job job = every(ms, name);
    job.trigger.anchor = 0;
    return job;
}

inline Job cronJob(const QString &expression, const QByteArray &zone, const QString &name = QStringLiteral("cron"))
{
    Job job;
    job.name = name;
    job.trigger.kind = TriggerKind::Cron;
    job.trigger.cron = expression;
    job.trigger.zone = zone;
    return job;
}

} // namespace vestnik::test
