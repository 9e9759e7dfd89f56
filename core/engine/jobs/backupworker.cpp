// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/jobs/backupworker.h"

#include "core/archive/address.h"
#include "core/engine/jobs/jobarguments.h"
#include "core/store/reads.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace vestnik {
namespace {

constexpr int keptByDefault = 10;
constexpr int mostKept = 1000;

Result<int> keepOf(const QJsonObject &arguments)
{
    return jobarguments::number(arguments, QStringLiteral("keep"), keptByDefault, 1, mostKept);
}

} // namespace

Result<void> BackupWorker::check(const Job &job) const
{
    if (const Result<int> keep = keepOf(job.arguments); !keep) {
        return failure(keep.error());
    }
    return withoutValue(jobarguments::folder(job.arguments, true));
}

QString BackupWorker::folderOf(const QString &wanted) const
{
    return wanted.isEmpty() ? QDir(m_host.dataDir()).filePath(QStringLiteral("backups")) : wanted;
}

QString BackupWorker::fileOf(const QString &folder, JobId job, qint64 at) const
{
    // Not as backups by hand are named: those are kept by another rule.
    const QString when = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString ending = isPostgresAddress(m_host.storeAddress()) ? QStringLiteral("dump") : QStringLiteral("db");
    return jobarguments::freePath(
        QDir(folder).filePath(QStringLiteral("vestnik-job%1-%2.%3").arg(QString::number(job), when, ending)));
}

qint64 BackupWorker::prune(const QString &folder, JobId job, int keep, const QString &written)
{
    const QRegularExpression own(
        QStringLiteral("^vestnik-job%1-(\\d{8}-\\d{6})(?: \\((\\d{1,5})\\))?\\.(?:db|dump)$").arg(job));
    struct File {
        QString when;
        int number = 1;
        QString name;
    };
    const QDir dir(folder);
    QList<File> files;
    for (const QString &name : dir.entryList(QDir::Files | QDir::NoSymLinks)) {
        const QRegularExpressionMatch match = own.match(name);
        if (match.hasMatch()) {
            files.append({match.captured(1), match.captured(2).isEmpty() ? 1 : match.captured(2).toInt(), name});
        }
    }
    std::sort(files.begin(), files.end(),
        [](const File &a, const File &b) { return a.when != b.when ? a.when > b.when : a.number > b.number; });
    qint64 removed = 0;
    const QString keepAlways = QFileInfo(written).fileName();
    for (const File &file : files.mid(keep)) {
        if (file.name != keepAlways && QFile::remove(dir.filePath(file.name))) {
            ++removed;
        }
    }
    return removed;
}

Result<std::optional<TaskWorker::Work>> BackupWorker::workOf(const RunRecord &run, const Job &job, Database &database)
{
    Q_UNUSED(run)
    Q_UNUSED(database)
    const Result<int> keep = keepOf(job.arguments);
    const Result<QString> wanted = jobarguments::folder(job.arguments, true);
    if (!keep || !wanted) {
        return failure(keep ? wanted.error() : keep.error());
    }
    const QString folder = folderOf(*wanted);
    Work work;
    work.subject = fileOf(folder, job.id, m_host.clock().now());
    work.spec = BackupSpec{work.subject};
    work.after = [folder, id = job.id, keep = *keep](TaskReport &report) {
        if (const qint64 removed = prune(folder, id, keep, report.path); removed > 0) {
            report.add(QStringLiteral("old_backups_removed"), removed);
        }
    };
    return std::optional(work);
}

void BackupWorker::forecast(const Job &job, std::function<void(Result<QList<TaskFact>>)> done)
{
    const std::shared_ptr<ReadPool> pool = m_host.readPool();
    const Result<QString> wanted = jobarguments::folder(job.arguments, true);
    if (!pool || !wanted) {
        done(wanted ? failure(ErrorCode::DatabaseBusy) : failure(wanted.error()));
        return;
    }
    const QString file = fileOf(folderOf(*wanted), job.id, m_host.clock().now());
    pool->run<QList<TaskFact>>(
        [file](Database &database) -> Result<QList<TaskFact>> {
            const Result<StorageFacts> facts = readStorage(database);
            if (!facts) {
                return failure(facts.error());
            }
            return QList<TaskFact>{{QStringLiteral("file"), 0, file}, {QStringLiteral("bytes"), facts->bytes, {}}};
        },
        m_host.context(), std::move(done));
}

} // namespace vestnik
