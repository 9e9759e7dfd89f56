// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/sqlitebackup.h"

#include "core/store/schema.h"
#include "core/store/schemastate.h"
#include "core/store/sqlitehandle.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

namespace vestnik::sqlitebackup {
namespace {

using Mode = SqliteHandle::Mode;

constexpr int pagesPerStep = 512; ///< 2 MB: a few milliseconds
constexpr int keptBeforeMigrations = 3;

struct Finisher {
    void operator()(sqlite3_backup *backup) const { sqlite3_backup_finish(backup); }
};

/// Takes away what was begun, unless it was renamed.
class Unfinished final {
public:
    explicit Unfinished(const QString &path)
        : m_path(path)
    {
        clear();
    }
    ~Unfinished() { clear(); }
    Q_DISABLE_COPY_MOVE(Unfinished)

private:
    void clear() const
    {
        for (const char *end : {"", "-journal", "-wal", "-shm"}) {
            QFile::remove(m_path + QLatin1String(end));
        }
    }
    const QString m_path;
};

Error fileError(const QString &path, int code)
{
    const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
    return {full ? ErrorCode::DatabaseFull : ErrorCode::FileFailed, path, QString::fromLocal8Bit(std::strerror(code))};
}

Result<void> syncPath(const QString &path, int flags)
{
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (file < 0) {
        return failure(fileError(path, errno));
    }
    const int synced = ::fsync(file);
    const int code = errno;
    ::close(file);
    // Some file systems cannot sync a folder; then its names are as safe as they can be.
    return synced == 0 || code == EINVAL ? Result<void>() : Result<void>(failure(fileError(path, code)));
}

/// Page by page, out of one read transaction: what others write meanwhile neither shows nor makes it begin again.
Result<void> copyPages(const QString &from, Source kind, const QString &to, const TaskControl &control, qint64 total)
{
    Result<SqliteHandle> source = SqliteHandle::open(from, kind == Source::Live ? Mode::Read : Mode::Frozen);
    if (!source) {
        return failure(source.error());
    }
    if (Result<void> moment = source->run("BEGIN; SELECT count(*) FROM sqlite_schema"); !moment) {
        return moment;
    }
    Result<SqliteHandle> target = SqliteHandle::open(to, Mode::Create);
    if (!target) {
        return failure(target.error());
    }
    // A copy that breaks off is thrown away, and a whole one is synced at the end.
    if (Result<void> set = target->run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"); !set) {
        return set;
    }
    std::unique_ptr<sqlite3_backup, Finisher> backup(sqlite3_backup_init(target->get(), "main", source->get(), "main"));
    if (!backup) {
        return failure(target->error());
    }
    const Result<QString> pageSize = source->value(QStringLiteral("PRAGMA page_size"));
    const qint64 pageBytes = pageSize ? pageSize->toLongLong() : 4096;
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        if (control.isCancelled()) {
            return failure(ErrorCode::Cancelled, from);
        }
        code = sqlite3_backup_step(backup.get(), pagesPerStep);
        const qint64 done =
            qint64(sqlite3_backup_pagecount(backup.get()) - sqlite3_backup_remaining(backup.get())) * pageBytes;
        control.report(std::min(done, total), total);
    }
    if (code != SQLITE_DONE) {
        const int system = errno;
        // A source that cannot be read says so itself; all else is the target's, which learns of it here.
        const bool unreadable = (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB
            || code == SQLITE_IOERR_READ || code == SQLITE_IOERR_SHORT_READ;
        backup.reset();
        if (unreadable) {
            return failure(source->error(code));
        }
        const bool full = system == ENOSPC || system == EDQUOT || system == EFBIG;
        return failure((code & 0xff) == SQLITE_IOERR && full ? fileError(to, system) : target->error(code));
    }
    return {};
}

/// A copy of a store with a log says that it has one too; as a single file it is complete without.
Result<void> makeSingleFile(const QString &path)
{
    Result<SqliteHandle> copy = SqliteHandle::open(path, Mode::Write);
    return copy ? copy->run("PRAGMA synchronous = OFF; PRAGMA journal_mode = DELETE") : failure(copy.error());
}

Result<void> renameOver(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0) {
        return failure(fileError(to, errno));
    }
    return syncPath(QFileInfo(to).absolutePath(), O_RDONLY | O_DIRECTORY);
}

Result<void> checkIsOurs(const SqliteHandle &file, const QString &path, FileFacts &facts)
{
    const Result<QString> application = file.value(QStringLiteral("PRAGMA application_id"));
    const Result<QString> version = file.value(QStringLiteral("PRAGMA user_version"));
    const Result<QString> tables =
        file.value(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name IN ('channels', 'posts')"));
    for (const Result<QString> &read : {application, version, tables}) {
        if (!read) {
            return failure(read.error());
        }
    }
    facts.version = version->toInt();
    if (application->toLongLong() != sqlite::applicationId || facts.version < 1 || *tables != QLatin1String("2")) {
        return failure(ErrorCode::DatabaseOpenFailed, path, QStringLiteral("the database belongs to another program"));
    }
    if (facts.version > currentSchemaVersion()) {
        return failure(ErrorCode::DatabaseTooNew, path);
    }
    return {};
}

} // namespace

Result<FileFacts> inspect(
    const QString &path, Look look, const TaskControl &control, const std::function<void(int, int)> &progress)
{
    const QFileInfo info(path);
    if (!info.isFile()) {
        return failure(ErrorCode::FileFailed, path, QStringLiteral("no such file"));
    }
    FileFacts facts;
    facts.bytes = info.size();
    Result<SqliteHandle> file = SqliteHandle::open(path, Mode::Frozen);
    if (!file) {
        return failure(file.error());
    }
    file->obey(control);
    if (Result<void> ours = checkIsOurs(*file, path, facts); !ours) {
        return failure(ours.error());
    }
    if (look == Look::Thorough) {
        // Without the virtual tables: what they keep stands in ordinary ones.
        const Result<QStringList> tables = file->values(QStringLiteral(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"));
        if (!tables) {
            return failure(tables.error());
        }
        int done = 0;
        for (const QString &table : *tables) {
            const Result<QString> found = file->value(QStringLiteral("PRAGMA quick_check(\"%1\")").arg(table));
            if (!found) {
                return failure(found.error());
            }
            if (*found != QLatin1String("ok")) {
                return failure(ErrorCode::DatabaseDamaged, path, table + QLatin1String(": ") + *found);
            }
            if (control.isCancelled()) {
                return failure(ErrorCode::Cancelled, path);
            }
            if (progress) {
                progress(++done, int(tables->size()));
            }
        }
    }
    const Result<QString> channels = file->value(QStringLiteral("SELECT count(*) FROM channels"));
    const Result<QString> posts = file->value(QStringLiteral("SELECT count(*) FROM posts"));
    if (!channels || !posts) {
        return failure(channels ? posts.error() : channels.error());
    }
    facts.channels = channels->toLongLong();
    facts.posts = posts->toLongLong();
    return facts;
}

Result<FileFacts> writeCopy(
    const QString &store, Source kind, const QString &target, Look look, const TaskControl &control)
{
    const QFileInfo from(store);
    const QFileInfo to(target);
    if (!from.isFile()) {
        return failure(ErrorCode::FileFailed, store, QStringLiteral("no such file"));
    }
    if (from.canonicalFilePath() == to.canonicalFilePath()) {
        return failure(ErrorCode::InvalidArgument, target, QStringLiteral("the store itself"));
    }
    if (to.isDir()) {
        return failure(ErrorCode::FileFailed, target, QStringLiteral("is a directory"));
    }
    if (!QDir().mkpath(to.absolutePath())) {
        return failure(ErrorCode::FileFailed, to.absolutePath(), QStringLiteral("the folder could not be made"));
    }
    const qint64 size = from.size() + QFileInfo(store + QLatin1String("-wal")).size();
    const QStorageInfo disk(to.absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < from.size()) {
        return failure(ErrorCode::DatabaseFull, target,
            QStringLiteral("%1 bytes are needed, %2 are free").arg(from.size()).arg(disk.bytesAvailable()));
    }
    // Copying and looking are reported as one way, twice as long as the file.
    const qint64 way = look == Look::Thorough ? 2 * size : size;
    const QString part = target + QLatin1String(".part");
    const Unfinished unfinished(part);
    if (const Result<void> copied = copyPages(store, kind, part, control, way); !copied) {
        return failure(copied.error());
    }
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    if (const Result<void> single = makeSingleFile(part); !single) {
        return failure(single.error());
    }
    const Result<FileFacts> facts = inspect(part, look, control,
        [&](int done, int total) { control.report(size + size * done / std::max(1, total), way); });
    if (!facts) {
        return facts;
    }
    if (const Result<void> synced = syncPath(part, O_RDONLY); !synced) {
        return failure(synced.error());
    }
    if (const Result<void> renamed = renameOver(part, target); !renamed) {
        return failure(renamed.error());
    }
    control.report(way, way);
    return facts;
}

Result<void> settle(const QString &path)
{
    if (!QFileInfo(path).isFile()) {
        return {};
    }
    Result<SqliteHandle> store = SqliteHandle::open(path, Mode::Write);
    if (!store) {
        return failure(store.error());
    }
    const Result<QString> busy = store->value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (!busy) {
        return failure(busy.error());
    }
    store->close();
    // The last one who closes a store takes its log away.
    if (*busy != QLatin1String("0") || QFileInfo::exists(path + QLatin1String("-wal"))) {
        return failure(ErrorCode::DatabaseBusy, path);
    }
    return {};
}

Result<void> syncFile(const QString &path)
{
    if (Result<void> synced = syncPath(path, O_RDONLY); !synced) {
        return synced;
    }
    return syncPath(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY);
}

Result<QString> beforeMigration(const QString &store, int newVersion)
{
    const QDir folder(QFileInfo(store).absolutePath() + QLatin1String("/backups"));
    const QString begin = QStringLiteral("before-version-%1-").arg(newVersion);
    const QString name = begin + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    const QString file = folder.filePath(name + QLatin1String(".db"));
    const Result<FileFacts> copied = writeCopy(store, Source::Live, file, Look::Header, TaskControl());
    if (!copied) {
        return failure(copied.error());
    }
    const QStringList all = folder.entryList({begin + QLatin1String("*.db")}, QDir::Files, QDir::Name | QDir::Reversed);
    for (const QString &old : all.mid(keptBeforeMigrations)) {
        QFile::remove(folder.filePath(old));
    }
    return file;
}

} // namespace vestnik::sqlitebackup
