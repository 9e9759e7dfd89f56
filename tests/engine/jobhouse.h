// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/store/database.h"
#include "core/store/jobrepository.h"
#include "core/store/runrepository.h"
#include "tests/engine/archivehouse.h"
#include "tests/support/previewstandin/faults.h"

#include <QElapsedTimer>

namespace vestnik::test {

/// An ArchiveHouse with what tests of jobs need.
struct JobHouse : ArchiveHouse {
    FaultBook faults;
    using ArchiveHouse::run;

    explicit JobHouse(int channels = 3, int posts = 40)
        : ArchiveHouse(channels, posts)
    {
        server.setHook(faults.hook());
    }

    bool restart()
    {
        if (!end()) {
            return false;
        }
        build();
        return start();
    }
    /// The store, while no engine has it; nullptr if it cannot be opened.
    [[nodiscard]] std::unique_ptr<Database> openStore() const
    {
        DatabaseConfig config;
        config.path = schema ? schema->address() : path("vestnik.db");
        Result<std::unique_ptr<Database>> opened = Database::open(config);
        return opened ? std::move(*opened) : nullptr;
    }

    /// Adds all channels of the site, without reading them; their names.
    QStringList addAll()
    {
        QList<ChannelDraft> drafts;
        const QStringList names = server.site().channelNames();
        for (const QString &name : names) {
            drafts.append({name, {}});
        }
        (void)wait<AddedChannels>(
            [&](const Done<AddedChannels> &done) { link->addChannels(drafts, link.get(), done); });
        return names;
    }
    ChannelId idOf(const QString &name)
    {
        const auto rows =
            wait<QList<ChannelRow>>([&](const Done<QList<ChannelRow>> &done) { link->readChannels(link.get(), done); });
        for (const ChannelRow &row : rows.value_or(QList<ChannelRow>())) {
            if (row.username == name) {
                return row.id;
            }
        }
        return 0;
    }
    Result<void> command(const std::function<void(Done<void>)> &ask) { return wait<void>(ask); }

    /// A job that does not fire by itself while a test lasts.
    [[nodiscard]] static Job job(const char *kind, const char *name)
    {
        Job wanted;
        wanted.kind = QLatin1String(kind);
        wanted.name = QString::fromUtf8(name);
        wanted.trigger.kind = TriggerKind::Interval;
        wanted.trigger.everyMs = 24 * 3'600'000LL;
        wanted.trigger.anchor = QDateTime::currentMSecsSinceEpoch() + 12 * 3'600'000LL;
        return wanted;
    }
    Result<Job> save(Job wanted, const std::function<void(Job &)> &change = {})
    {
        if (change) {
            change(wanted);
        }
        return wait<Job>([&](const Done<Job> &done) { link->saveJob(wanted, link.get(), done); });
    }
    Result<JobForecast> forecast(const Job &wanted)
    {
        return wait<JobForecast>([&](const Done<JobForecast> &done) { link->forecastJob(wanted, link.get(), done); });
    }
    /// Runs a job by hand; the last that is told of this run.
    RunRecord run(JobId id)
    {
        QSignalSpy finished(link.get(), &EngineFacade::runFinished);
        const Result<RunId> begun = wait<RunId>([&](const Done<RunId> &done) { link->runJob(id, link.get(), done); });
        RunRecord record;
        if (!begun) {
            record.status = RunStatus::Failed;
            record.error = begun.error();
            return record;
        }
        (void)QTest::qWaitFor(
            [&] {
                for (const QList<QVariant> &signal : finished) {
                    if (const auto one = signal.first().value<RunRecord>(); one.id == *begun) {
                        record = one;
                        return true;
                    }
                }
                return false;
            },
            30'000);
        return record;
    }
    [[nodiscard]] JobRow row(JobId id) const
    {
        for (const JobRow &row : link->jobs()) {
            if (row.job.id == id) {
                return row;
            }
        }
        return {};
    }
    QList<RunRecord> runs()
    {
        return wait<QList<RunRecord>>([&](const Done<QList<RunRecord>> &done) {
            link->readRuns(0, 1000, link.get(), done);
        }).value_or(QList<RunRecord>());
    }
    RunRecord stored(RunId id)
    {
        for (const RunRecord &record : runs()) {
            if (record.id == id) {
                return record;
            }
        }
        return {};
    }
};

inline qint64 factOf(const QList<TaskFact> &facts, const char *name)
{
    qint64 sum = -1;
    for (const TaskFact &one : facts) {
        if (one.name == QLatin1String(name)) {
            sum = std::max<qint64>(sum, 0) + one.value;
        }
    }
    return sum;
}

} // namespace vestnik::test
