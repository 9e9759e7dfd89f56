// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/storecompact.h"

#include "core/store/database.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <QStringList>

namespace vestnik::storecompact {
namespace {

/// Where SQLite puts the copy that it builds, by its own rules.
QString temporaryFolder()
{
    const QStringList places{qEnvironmentVariable("SQLITE_TMPDIR"), qEnvironmentVariable("TMPDIR"),
        QStringLiteral("/var/tmp"), QStringLiteral("/usr/tmp"), QStringLiteral("/tmp")};
    for (const QString &place : places) {
        if (!place.isEmpty() && QFileInfo(place).isDir() && QFileInfo(place).isWritable()) {
            return place;
        }
    }
    return QStringLiteral(".");
}

Result<void> checkRoom(const QString &folder, qint64 needed)
{
    const QStorageInfo disk(folder);
    if (disk.isValid() && disk.bytesAvailable() < needed) {
        return failure(ErrorCode::DatabaseFull, folder,
            QStringLiteral("%1 bytes are needed, %2 are free").arg(needed).arg(disk.bytesAvailable()));
    }
    return {};
}

Result<void> checkRooms(Database &database)
{
    const Result<qint64> used = database.number(QStringLiteral("SELECT (SELECT page_count FROM pragma_page_count) - "
                                                               "(SELECT freelist_count FROM pragma_freelist_count)"));
    const Result<qint64> pageSize = database.number(QStringLiteral("PRAGMA page_size"));
    if (!used || !pageSize) {
        return failure(used ? pageSize.error() : used.error());
    }
    const qint64 bytes = *used * *pageSize;
    const QString here = QFileInfo(database.path()).absolutePath();
    const QString temporary = temporaryFolder();
    const bool sameDisk = QStorageInfo(here).device() == QStorageInfo(temporary).device();
    Result<void> room = checkRoom(here, sameDisk ? 3 * bytes : 2 * bytes);
    return room && !sameDisk ? checkRoom(temporary, bytes) : room;
}

Result<void> run(Database &database, const QString &sql)
{
    const Result<qint64> done = database.number(sql);
    return done ? Result<void>() : Result<void>(failure(done.error()));
}

} // namespace

Result<void> vacuum(Database &database)
{
    if (database.kind() == DatabaseKind::Postgres) {
        const Result<qint64> done = database.execute(QStringLiteral("VACUUM (ANALYZE)"));
        return done ? Result<void>() : Result<void>(failure(done.error()));
    }
    if (Result<void> room = checkRooms(database); !room) {
        return room;
    }
    // The connection keeps its temporary tables in memory: a copy of the store has no place there.
    if (Result<void> set = run(database, QStringLiteral("PRAGMA temp_store = FILE")); !set) {
        return set;
    }
    const Result<qint64> done = database.execute(QStringLiteral("VACUUM"));
    const Result<void> back = run(database, QStringLiteral("PRAGMA temp_store = MEMORY"));
    if (!done) {
        return failure(done.error());
    }
    // As far as readers let it; else the next checkpoint does it.
    const Result<void> shrunk = run(database, QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    const bool busy = !shrunk && shrunk.error().code == ErrorCode::DatabaseBusy;
    return !back ? back : (busy ? Result<void>() : shrunk);
}

} // namespace vestnik::storecompact
