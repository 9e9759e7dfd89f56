// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Long tasks over the store, and the change to another store.

#include "core/engine/engine.h"

#include "core/archive/backup.h"
#include "core/archive/check.h"
#include "core/archive/compact.h"
#include "core/archive/exporter.h"
#include "core/archive/importer.h"
#include "core/archive/move.h"
#include "core/archive/restore.h"
#include "core/archive/retention.h"
#include "core/store/probe.h"

#include <QFileInfo>
#include <QUrl>

namespace vestnik {
namespace {

const QString databaseSecret = QStringLiteral("database");

QString withoutPassword(const QString &address)
{
    return address.contains(QLatin1String("://")) ? QUrl(address).toString(QUrl::RemovePassword) : address;
}

/// Runs `work` on a connection of its own, which asks the control whether to go on.
Result<TaskReport> onConnection(
    const DatabaseConfig &config, const TaskControl &control, const std::function<Result<TaskReport>(Database &)> &work)
{
    const InterruptCheck check = [control] { return control.isCancelled() ? ErrorCode::Cancelled : ErrorCode::None; };
    const Result<std::unique_ptr<Database>> opened = Database::open(config, check);
    if (!opened) {
        return failure(opened.error());
    }
    return work(**opened);
}

DatabaseConfig reading(const QString &address)
{
    DatabaseConfig config;
    config.path = address;
    config.readOnly = true;
    return config;
}

/// A second writer of this program, beside the engine's.
DatabaseConfig writingBeside(const QString &address)
{
    DatabaseConfig config;
    config.path = address;
    config.beside = true;
    return config;
}

DatabaseConfig writingAlone(const QString &address)
{
    DatabaseConfig config;
    config.path = address;
    return config;
}

} // namespace

Result<TaskId> Engine::startTask(const TaskSpec &spec)
{
    // A store that is damaged or lost is no reason not to restore one.
    if (!std::holds_alternative<RestoreSpec>(spec)) {
        if (const Result<void> store = needStore(); !store) {
            return failure(store.error());
        }
    } else if (m_shuttingDown) {
        return failure(ErrorCode::EngineStopped);
    }
    TaskRunner::Task task = makeTask(spec);
    task.kind = taskKindOf(spec);
    return m_taskRunner.add(std::move(task));
}

void Engine::cancelTask(TaskId task)
{
    m_taskRunner.cancel(task);
}

TaskRunner::Task Engine::makeTask(const TaskSpec &spec)
{
    TaskRunner::Task task;
    const QString address = databaseAddress();
    const QString folder = m_setup.dataDir + QLatin1String("/backups");
    const qint64 now = m_clock.now();
    if (const auto *exported = std::get_if<ExportSpec>(&spec)) {
        task.subject = exported->path;
        task.work = [address, what = *exported](const TaskControl &control) {
            return onConnection(
                reading(address), control, [&](Database &database) { return exportPosts(database, what, control); });
        };
    } else if (const auto *imported = std::get_if<ImportSpec>(&spec)) {
        task.subject = withoutPassword(imported->source);
        task.writes = true;
        task.work = [address, what = *imported, now](const TaskControl &control) {
            return onConnection(writingBeside(address), control,
                [&](Database &database) { return importPosts(database, what, now, control); });
        };
        task.finish = [this](TaskRecord &) { noteBigChange(); };
    } else if (const auto *backup = std::get_if<BackupSpec>(&spec)) {
        task.subject = backup->path;
        task.work = [address, what = *backup, folder, now](
                        const TaskControl &control) { return backupStore(address, what, folder, now, control); };
    } else if (const auto *retention = std::get_if<RetentionSpec>(&spec)) {
        task.writes = !retention->dryRun;
        task.work = [address, what = *retention, now](const TaskControl &control) {
            return onConnection(what.dryRun ? reading(address) : writingBeside(address), control,
                [&](Database &database) { return applyRetention(database, what, now, control); });
        };
        if (!retention->dryRun) {
            task.finish = [this](TaskRecord &) { noteBigChange(); };
        }
    } else {
        makeLonelyTask(spec, task);
    }
    return task;
}

/// Tasks that need the store for themselves: it is closed before and opened after.
void Engine::makeLonelyTask(const TaskSpec &spec, TaskRunner::Task &task)
{
    const QString address = databaseAddress();
    const QString folder = m_setup.dataDir + QLatin1String("/backups");
    const qint64 now = m_clock.now();
    task.writes = true;
    task.prepare = [this](const std::function<void(Result<void>)> &go) { closeStore(go); };
    task.finish = [this](TaskRecord &record) { endLonelyTask(record); };
    if (const auto *check = std::get_if<CheckSpec>(&spec)) {
        task.work = [address, what = *check](const TaskControl &control) {
            return onConnection(writingAlone(address), control,
                [&](Database &database) { return checkStore(database, what, control); });
        };
    } else if (std::holds_alternative<CompactSpec>(spec)) {
        task.work = [address](const TaskControl &control) {
            return onConnection(
                writingAlone(address), control, [&](Database &database) { return compactStore(database, control); });
        };
    } else if (const auto *restore = std::get_if<RestoreSpec>(&spec)) {
        task.subject = restore->path;
        task.work = [address, path = restore->path, folder, now](
                        const TaskControl &control) { return restoreStore(path, address, folder, now, control); };
    } else if (const auto *move = std::get_if<MoveSpec>(&spec)) {
        task.subject = withoutPassword(move->target);
        task.work = [address, target = move->target](const TaskControl &control) {
            return onConnection(reading(address), control, [&](Database &from) {
                return onConnection(
                    writingAlone(target), control, [&](Database &to) { return moveStore(from, to, control); });
            });
        };
        task.finish = [this, target = move->target](TaskRecord &record) {
            if (record.state == TaskState::Done) {
                if (const Result<void> kept = keepAddress(target); !kept) {
                    record.state = TaskState::Failed;
                    record.error = kept.error();
                }
            }
            endLonelyTask(record);
        };
    }
}

void Engine::endLonelyTask(TaskRecord &record)
{
    if (m_shuttingDown || !m_storeAway) {
        m_storeAway = false;
        return;
    }
    // A store that does not open again says so itself, in the status; a task that failed has its own reason.
    if (const Result<void> opened = reopenStore(); !opened && record.state == TaskState::Done) {
        record.state = TaskState::Failed;
        record.error = opened.error();
    }
}

void Engine::noteBigChange()
{
    if (!m_database) {
        return;
    }
    countChannels();
    if (const Result<QList<ChannelRow>> rows = channels()) {
        Q_EMIT channelsChanged(*rows);
    }
    publishTags();
    m_walKeeper->noteWrite();
    noteMarks({});
}

Result<void> Engine::keepAddress(const QString &address)
{
    const QUrl url(address);
    const bool server = address.contains(QLatin1String("://")) && url.scheme() != QLatin1String("sqlite");
    const QString password = server ? url.password() : QString();
    const QString shown = server ? withoutPassword(address) : address;
    Settings changed = m_setup.settings;
    if (const Result<void> set = changed.set(SettingId::DatabaseUrl, shown); !set) {
        return set;
    }
    if (!m_setup.settingsFile.isEmpty()) {
        if (const Result<void> saved = SettingsFile(m_setup.settingsFile).save(changed); !saved) {
            return saved;
        }
    }
    m_setup.settings = changed;
    m_databasePassword = password;
    m_secrets.write(databaseSecret, password, [](const Result<void> &, bool) {});
    Q_EMIT settingsChanged(changed);
    return {};
}

void Engine::probeDatabase(const QString &address, std::function<void(Result<DatabaseProbe>)> done)
{
    if (m_shuttingDown) {
        done(failure(ErrorCode::EngineStopped));
        return;
    }
    runAside<Result<DatabaseProbe>>([address] { return vestnik::probeDatabase(address); }, std::move(done));
}

void Engine::switchDatabase(const QString &address, std::function<void(Result<void>)> done)
{
    if (m_setup.settings.isFixed(SettingId::DatabaseUrl)) {
        done(failure(ErrorCode::InvalidArgument, QStringLiteral("VESTNIK_DATABASE_URL")));
        return;
    }
    const QString before = databaseAddress();
    const QString wanted = address.isEmpty() ? m_setup.databaseFile : address;
    probeDatabase(wanted, [this, address, before, done](const Result<DatabaseProbe> &probe) {
        // A file that is not there yet is made.
        const bool absentFile = !probe && probe.error().code == ErrorCode::DatabaseOpenFailed
            && !address.startsWith(QLatin1String("postgres")) && !QFileInfo::exists(address);
        if (!probe && !absentFile) {
            done(failure(probe.error()));
            return;
        }
        if (probe && probe->content == DatabaseProbe::Content::Foreign) {
            done(failure(ErrorCode::DatabaseOpenFailed, probe->address,
                QStringLiteral("the database belongs to another program")));
            return;
        }
        if (probe && probe->content == DatabaseProbe::Content::NewerStore) {
            done(failure(ErrorCode::DatabaseTooNew, probe->address));
            return;
        }
        closeStore([this, address, before, done](const Result<void> &closed) {
            if (!closed) {
                done(closed);
                return;
            }
            goOnWith(address, before, done);
        });
    });
}

void Engine::goOnWith(const QString &address, const QString &before, const std::function<void(Result<void>)> &done)
{
    const auto goBack = [this, before, done](const Error &error) {
        (void)keepAddress(before == m_setup.databaseFile ? QString() : before);
        (void)reopenStore();
        done(failure(error));
    };
    if (const Result<void> kept = keepAddress(address); !kept) {
        goBack(kept.error());
        return;
    }
    m_storeAway = false;
    openAside([this, goBack, done](const Result<void> &opened) {
        if (!opened) {
            m_retryAlarm->cancel();
            m_retryAt = 0;
            goBack(opened.error());
            return;
        }
        noteReopened();
        done({});
    });
}

} // namespace vestnik
