// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/restore.h"

#include "core/archive/address.h"
#include "core/archive/backup.h"
#include "core/store/pgtools.h"
#include "core/store/sqlitebackup.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <filesystem>
#include <system_error>

namespace vestnik {
namespace {

std::filesystem::path pathOf(const QString &path)
{
    return std::filesystem::path(QFile::encodeName(path).toStdString());
}

Error fileError(const QString &path, const std::error_code &code)
{
    const bool full = code == std::errc::no_space_on_device || code == std::errc::file_too_large;
    return {full ? ErrorCode::DatabaseFull : ErrorCode::FileFailed, path, QString::fromStdString(code.message())};
}

/// A name beside the store that is free.
QString keepName(const QString &store, qint64 now)
{
    const QString begin = QFileInfo(store).absolutePath() + QLatin1String("/vestnik-before-restore-")
        + QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString name = begin + QLatin1String(".db");
    for (int i = 2; QFileInfo::exists(name); ++i) {
        name = begin + QStringLiteral("-%1.db").arg(i);
    }
    return name;
}

/// The present store under a second name, without a moment in which it has none.
Result<void> keepPresent(const QString &store, const QString &kept)
{
    std::error_code code;
    std::filesystem::create_hard_link(pathOf(store), pathOf(kept), code);
    if (code) {
        // A file system without links: a copy then.
        code.clear();
        std::filesystem::copy_file(pathOf(store), pathOf(kept), code);
    }
    if (code) {
        QFile::remove(kept);
        return failure(fileError(kept, code));
    }
    return sqlitebackup::syncFile(kept);
}

/// Everything of the store into its one file. A store that cannot be read has its log moved to the name it will keep.
Result<void> settlePresent(const QString &store, const QString &kept)
{
    const Result<void> settled = sqlitebackup::settle(store);
    if (settled || settled.error().code == ErrorCode::DatabaseBusy || settled.error().code == ErrorCode::DatabaseFull) {
        return settled;
    }
    const QString log = store + QLatin1String("-wal");
    std::error_code code;
    if (QFileInfo::exists(log)) {
        std::filesystem::rename(pathOf(log), pathOf(kept + QLatin1String("-wal")), code);
    }
    QFile::remove(store + QLatin1String("-shm"));
    return code ? Result<void>(failure(fileError(log, code))) : Result<void>();
}

Result<TaskReport> restoreFile(
    const QString &backup, const QString &store, qint64 now, const TaskControl &control, const RestoreStep &step)
{
    const auto passed = [&step](const char *name) {
        if (step) {
            step(name);
        }
    };
    if (QFileInfo(backup).canonicalFilePath() == QFileInfo(store).canonicalFilePath() && QFileInfo::exists(store)) {
        return failure(ErrorCode::InvalidArgument, backup, QStringLiteral("the store itself"));
    }
    const Result<sqlitebackup::FileFacts> facts = sqlitebackup::inspect(backup, sqlitebackup::Look::Thorough, control);
    if (!facts) {
        return failure(facts.error());
    }
    passed("inspected");
    const QString fresh = store + QLatin1String(".restoring");
    const Result<sqlitebackup::FileFacts> copied =
        sqlitebackup::writeCopy(backup, sqlitebackup::Source::Still, fresh, sqlitebackup::Look::Thorough, control);
    if (!copied) {
        return failure(copied.error());
    }
    const auto undo = [&fresh](const Error &error) {
        QFile::remove(fresh);
        return failure(error);
    };
    if (copied->posts != facts->posts || copied->channels != facts->channels || copied->version != facts->version) {
        return undo({ErrorCode::DatabaseDamaged, backup, QStringLiteral("its copy differs")});
    }
    passed("copied");
    TaskReport report;
    report.path = store;
    report.add(QStringLiteral("channels"), copied->channels);
    report.add(QStringLiteral("posts"), copied->posts);
    report.add(QStringLiteral("version"), copied->version);
    if (QFileInfo::exists(store)) {
        const QString kept = keepName(store, now);
        if (const Result<void> settled = settlePresent(store, kept); !settled) {
            return undo(settled.error());
        }
        passed("settled");
        if (const Result<void> second = keepPresent(store, kept); !second) {
            return undo(second.error());
        }
        report.add(QStringLiteral("kept_before"), 1, kept);
        passed("kept");
    } else {
        // A log without its store would be taken for one of the new store.
        QFile::remove(store + QLatin1String("-wal"));
        QFile::remove(store + QLatin1String("-shm"));
    }
    std::error_code code;
    std::filesystem::rename(pathOf(fresh), pathOf(store), code);
    if (code) {
        return undo(fileError(store, code));
    }
    passed("renamed");
    if (const Result<void> synced = sqlitebackup::syncFile(store); !synced) {
        return failure(synced.error());
    }
    return report;
}

Result<TaskReport> restoreServer(
    const QString &backup, const QString &store, const QString &keepFolder, qint64 now, const TaskControl &control)
{
    const Result<QStringList> contents = pgtools::contents(backup, control);
    if (!contents) {
        return failure(contents.error());
    }
    const bool ours = contents->join(QLatin1Char('\n')).contains(QLatin1String(" TABLE DATA "))
        && !contents->filter(QStringLiteral(" posts ")).isEmpty()
        && !contents->filter(QStringLiteral(" channels ")).isEmpty();
    if (!ours) {
        return failure(ErrorCode::DatabaseOpenFailed, backup, QStringLiteral("the dump belongs to another program"));
    }
    TaskReport report;
    report.path = pgtools::withoutPassword(store).open;
    BackupSpec before;
    before.path = keepFolder + QLatin1String("/before-restore-") + backupName(now, true);
    const Result<TaskReport> kept = backupStore(store, before, keepFolder, now, control);
    // An empty database has nothing to keep.
    if (kept) {
        report.add(QStringLiteral("kept_before"), 1, before.path);
    } else if (kept.error().code != ErrorCode::DatabaseOpenFailed) {
        return failure(kept.error());
    }
    if (const Result<void> restored = pgtools::restore(backup, store, control); !restored) {
        return failure(restored.error());
    }
    return report;
}

} // namespace

Result<TaskReport> restoreStore(const QString &backup, const QString &store, const QString &keepFolder, qint64 now,
    const TaskControl &control, const RestoreStep &step)
{
    return isPostgresAddress(store) ? restoreServer(backup, store, keepFolder, now, control)
                                    : restoreFile(backup, fileOfAddress(store), now, control, step);
}

} // namespace vestnik
