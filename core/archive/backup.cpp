// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/backup.h"

#include "core/archive/address.h"
#include "core/store/pgtools.h"
#include "core/store/sqlitebackup.h"
#include "core/store/storeschema.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace vestnik {
namespace {

/// Removes the oldest of the files that were named by the time. Returns how many.
qint64 prune(const QString &folder)
{
    static const QRegularExpression named(QStringLiteral("^vestnik-\\d{8}-\\d{6}\\.(db|dump)$"));
    const QDir dir(folder);
    QStringList files = dir.entryList(QDir::Files, QDir::Name | QDir::Reversed).filter(named);
    qint64 removed = 0;
    for (const QString &old : files.mid(keptBackups)) {
        removed += QFile::remove(dir.filePath(old)) ? 1 : 0;
    }
    return removed;
}

Result<void> dumpServer(const QString &store, const QString &target, const TaskControl &control, TaskReport &report)
{
    const Result<QString> schema = storeSchemaName(store);
    if (!schema) {
        return failure(schema.error());
    }
    if (!QDir().mkpath(QFileInfo(target).absolutePath())) {
        return failure(ErrorCode::FileFailed, QFileInfo(target).absolutePath());
    }
    const QString part = target + QLatin1String(".part");
    QFile::remove(part);
    Result<void> step = pgtools::dump(store, *schema, part, control);
    if (step) {
        QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
        const Result<QStringList> contents = pgtools::contents(part, control);
        step = contents ? sqlitebackup::syncFile(part) : Result<void>(failure(contents.error()));
    }
    if (step) {
        report.add(QStringLiteral("bytes"), QFileInfo(part).size());
        QFile::remove(target);
        step = QFile::rename(part, target) ? sqlitebackup::syncFile(target)
                                           : Result<void>(failure(ErrorCode::FileFailed, target));
    }
    if (!step) {
        QFile::remove(part);
    }
    return step;
}

} // namespace

QString backupName(qint64 now, bool postgres)
{
    return QStringLiteral("vestnik-")
        + QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(QStringLiteral("yyyyMMdd-HHmmss"))
        + (postgres ? QStringLiteral(".dump") : QStringLiteral(".db"));
}

Result<TaskReport> backupStore(
    const QString &store, const BackupSpec &spec, const QString &folder, qint64 now, const TaskControl &control)
{
    const bool postgres = isPostgresAddress(store);
    TaskReport report;
    report.path = spec.path.isEmpty() ? QDir(folder).filePath(backupName(now, postgres)) : spec.path;
    if (postgres) {
        if (const Result<void> dumped = dumpServer(store, report.path, control, report); !dumped) {
            return failure(dumped.error());
        }
    } else {
        const Result<sqlitebackup::FileFacts> copied = sqlitebackup::writeCopy(
            fileOfAddress(store), sqlitebackup::Source::Live, report.path, sqlitebackup::Look::Thorough, control);
        if (!copied) {
            return failure(copied.error());
        }
        report.add(QStringLiteral("bytes"), copied->bytes);
        report.add(QStringLiteral("channels"), copied->channels);
        report.add(QStringLiteral("posts"), copied->posts);
    }
    if (spec.path.isEmpty()) {
        if (const qint64 removed = prune(folder); removed > 0) {
            report.add(QStringLiteral("old_backups_removed"), removed);
        }
    }
    return report;
}

} // namespace vestnik
