// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Long tasks over the store, and the change to another store.

#include "core/engine/engine.h"

#include "core/archive/address.h"
#include "core/archive/backup.h"
#include "core/archive/check.h"
#include "core/archive/compact.h"
#include "core/archive/exporter.h"
#include "core/archive/importer.h"
#include "core/archive/move.h"
#include "core/archive/restore.h"
#include "core/archive/retention.h"
#include "core/engine/storeaddress.h"
#include "core/store/pgtools.h"
#include "core/store/probe.h"

#include <QFileInfo>

namespace vestnik {
namespace {

QString withoutPassword(const QString &address)
{
    return isPostgresAddress(address) ? pgtools::withoutPassword(address).open : address;
}

/// Neither changes the store nor needs one that may be changed.
bool onlyReads(const TaskSpec &spec)
{
    const auto *retention = std::get_if<RetentionSpec>(&spec);
    return std::holds_alternative<ExportSpec>(spec) || std::holds_alternative<BackupSpec>(spec)
        || (retention && retention->dryRun);
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

Result<void> Engine::checkTask(const TaskSpec &spec)
{
    if (m_shuttingDown) {
        return failure(ErrorCode::EngineStopped);
    }
    if (std::holds_alternative<MoveSpec>(spec) && m_setup.settings.isFixed(SettingId::DatabaseUrl)) {
        return failure(ErrorCode::InvalidArgument, QStringLiteral("VESTNIK_DATABASE_URL"));
    }
    // A store that is damaged or lost is no reason not to restore one.
    if (std::holds_alternative<RestoreSpec>(spec)) {
        return {};
    }
    const Result<void> store = needStore();
    const bool readable = m_pool
        && (!store
            && (store.error().code == ErrorCode::DatabaseReadOnly || store.error().code == ErrorCode::DatabaseInUse));
    return readable && onlyReads(spec) ? Result<void>() : store;
}

Result<TaskId> Engine::startTask(const TaskSpec &spec)
{
    // While another task has the store for itself, or it is being opened, this one waits in line, and is looked at when
    // its turn comes.
    if (m_shuttingDown || isSettled()) {
        if (const Result<void> allowed = checkTask(spec); !allowed) {
            return failure(allowed.error());
        }
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
    // The store may be another one when its turn comes, after a move.
    const auto address = std::make_shared<QString>();
    task.prepare = [this, spec, address](const std::function<void(Result<void>)> &go) {
        whenSettled([this, spec, address, go] {
            *address = databaseAddress();
            go(checkTask(spec));
        });
    };
    const auto noteChange = [this](const TaskRecord &record, const TaskRunner::Told &told) {
        noteBigChange();
        told(record);
    };
    const QString folder = m_setup.dataDir + QLatin1String("/backups");
    const qint64 now = m_clock.now();
    if (const auto *exported = std::get_if<ExportSpec>(&spec)) {
        task.subject = exported->path;
        task.work = [address, what = *exported](const TaskControl &control) {
            return onConnection(
                reading(*address), control, [&](Database &database) { return exportPosts(database, what, control); });
        };
    } else if (const auto *imported = std::get_if<ImportSpec>(&spec)) {
        task.subject = withoutPassword(imported->source);
        task.writes = true;
        task.work = [address, what = *imported, now](const TaskControl &control) {
            return onConnection(writingBeside(*address), control,
                [&](Database &database) { return importPosts(database, what, now, control); });
        };
        task.finish = noteChange;
    } else if (const auto *backup = std::get_if<BackupSpec>(&spec)) {
        task.subject = backup->path;
        task.work = [address, what = *backup, folder, now](
                        const TaskControl &control) { return backupStore(*address, what, folder, now, control); };
    } else if (const auto *retention = std::get_if<RetentionSpec>(&spec)) {
        task.writes = !retention->dryRun;
        task.work = [address, what = *retention, now](const TaskControl &control) {
            return onConnection(what.dryRun ? reading(*address) : writingBeside(*address), control,
                [&](Database &database) { return applyRetention(database, what, now, control); });
        };
        if (!retention->dryRun) {
            task.finish = noteChange;
        }
    } else {
        return makeLonelyTask(spec);
    }
    return task;
}

TaskRunner::Task Engine::makeLonelyTask(const TaskSpec &spec)
{
    TaskRunner::Task task;
    const auto address = std::make_shared<QString>();
    const QString folder = m_setup.dataDir + QLatin1String("/backups");
    const qint64 now = m_clock.now();
    task.writes = true;
    task.alone = true;
    task.prepare = [this, spec, address](const std::function<void(Result<void>)> &go) {
        whenSettled([this, spec, address, go] {
            *address = databaseAddress();
            if (const Result<void> allowed = checkTask(spec); !allowed) {
                go(allowed);
                return;
            }
            closeStore(go);
        });
    };
    task.finish = [this](const TaskRecord &record, const TaskRunner::Told &told) { endLonelyTask(record, told); };
    if (const auto *check = std::get_if<CheckSpec>(&spec)) {
        task.work = [address, what = *check](const TaskControl &control) {
            return onConnection(writingAlone(*address), control,
                [&](Database &database) { return checkStore(database, what, control); });
        };
    } else if (std::holds_alternative<CompactSpec>(spec)) {
        task.work = [address](const TaskControl &control) {
            return onConnection(
                writingAlone(*address), control, [&](Database &database) { return compactStore(database, control); });
        };
    } else if (const auto *restore = std::get_if<RestoreSpec>(&spec)) {
        task.subject = restore->path;
        task.work = [address, path = restore->path, folder, now](
                        const TaskControl &control) { return restoreStore(path, *address, folder, now, control); };
    } else if (const auto *move = std::get_if<MoveSpec>(&spec)) {
        task.subject = withoutPassword(move->target);
        task.work = [address, target = move->target](const TaskControl &control) {
            return onConnection(reading(*address), control, [&](Database &from) {
                return onConnection(
                    writingAlone(target), control, [&](Database &to) { return moveStore(from, to, control); });
            });
        };
        task.finish = [this, target = move->target](
                          const TaskRecord &record, const TaskRunner::Told &told) { endMove(target, record, told); };
    }
    return task;
}

void Engine::endLonelyTask(const TaskRecord &record, const TaskRunner::Told &told)
{
    reopenStore([this, record, told](const Result<void> &opened) {
        TaskRecord last = record;
        // A store that does not open again says so itself, in the status; a task that failed has its own reason.
        if (!opened && !m_shuttingDown && last.state == TaskState::Done) {
            last.state = TaskState::Failed;
            last.error = opened.error();
        }
        told(last);
    });
}

void Engine::endMove(const QString &target, const TaskRecord &record, const TaskRunner::Told &told)
{
    if (record.state != TaskState::Done) {
        endLonelyTask(record, told);
        return;
    }
    keepAddress(target, [this, record, told](const Result<void> &kept) {
        TaskRecord last = record;
        if (!kept) {
            last.state = TaskState::Failed;
            last.error = kept.error();
        }
        endLonelyTask(last, told);
    });
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

void Engine::keepAddress(const QString &address, const std::function<void(Result<void>)> &done)
{
    const QString password = isPostgresAddress(address) ? pgtools::withoutPassword(address).password : QString();
    Settings changed = m_setup.settings;
    if (const Result<void> set = changed.set(SettingId::DatabaseUrl, withoutPassword(address)); !set) {
        done(set);
        return;
    }
    if (!m_setup.settingsFile.isEmpty()) {
        if (const Result<void> saved = SettingsFile(m_setup.settingsFile).save(changed); !saved) {
            done(saved);
            return;
        }
    }
    m_setup.settings = changed;
    m_databasePassword = password;
    m_secretRead = true;
    Q_EMIT settingsChanged(changed);
    // A command ends the program as soon as it has its answer: that comes when the password is kept. A keychain that
    // does not answer does not keep the program from ending.
    m_whenKept = [done] { done({}); };
    m_secrets->write(databaseSecret(), password, [this](const Result<void> &kept, bool inFile) {
        if (!kept) {
            m_log.add(LogLevel::Error, LogEvent::Text, {},
                {QStringLiteral("The database's password could not be kept; it will be missing at the next start.")},
                kept.error());
        } else if (inFile) {
            m_log.add(LogLevel::Warning, LogEvent::Text, {},
                {QStringLiteral("This computer has no keychain: the database's password is kept in a file of the data "
                                "directory that only you may read.")});
        }
        tellKept();
    });
}

void Engine::tellKept()
{
    if (const auto kept = std::exchange(m_whenKept, {})) {
        kept();
    }
}

void Engine::probeDatabase(const QString &address, std::function<void(Result<DatabaseProbe>)> done)
{
    if (m_shuttingDown) {
        done(failure(ErrorCode::EngineStopped));
        return;
    }
    runAside<Result<DatabaseProbe>>(
        [address, ending = m_ending] {
            const InterruptCheck check = [ending] { return *ending ? ErrorCode::Cancelled : ErrorCode::None; };
            return vestnik::probeDatabase(address, check);
        },
        std::move(done));
}

void Engine::switchDatabase(const QString &address, std::function<void(Result<void>)> done)
{
    if (m_setup.settings.isFixed(SettingId::DatabaseUrl)) {
        done(failure(ErrorCode::InvalidArgument, QStringLiteral("VESTNIK_DATABASE_URL")));
        return;
    }
    if (!m_taskRunner.isIdle()) {
        done(failure(ErrorCode::DatabaseBusy, shownAddress(), QStringLiteral("a task is going")));
        return;
    }
    const QString before = databaseAddress();
    const QString wanted = address.isEmpty() ? m_setup.databaseFile : address;
    probeDatabase(wanted, [this, address, wanted, before, done](const Result<DatabaseProbe> &probe) {
        // A file that is not there yet is made.
        const bool absentFile = !probe && probe.error().code == ErrorCode::DatabaseOpenFailed
            && !isPostgresAddress(wanted) && !QFileInfo::exists(fileOfAddress(wanted));
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
        // A task may have begun meanwhile.
        if (!m_taskRunner.isIdle()) {
            done(failure(ErrorCode::DatabaseBusy, shownAddress(), QStringLiteral("a task is going")));
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
        m_retryAlarm->cancel();
        m_retryAt = 0;
        if (m_pool) { // it was opened, for reading only
            Q_EMIT storeClosed();
            releaseStore();
        }
        keepAddress(before == m_setup.databaseFile ? QString() : before, [this, error, done](const Result<void> &) {
            reopenStore([error, done](const Result<void> &) { done(failure(error)); });
        });
    };
    keepAddress(address, [this, goBack, done](const Result<void> &kept) {
        if (!kept) {
            goBack(kept.error());
            return;
        }
        m_storeAway = false;
        openAside([this, goBack, done](const Result<void> &opened) {
            if (!opened) {
                goBack(opened.error());
                return;
            }
            noteReopened();
            done({});
        });
    });
}

} // namespace vestnik
