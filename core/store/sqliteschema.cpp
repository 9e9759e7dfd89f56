// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/database.h"
#include "core/store/schemastate.h"

#include <QStringList>

namespace vestnik::sqlite {

Result<SchemaMark> readMark(Database &database)
{
    const Result<qint64> tables = database.number(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    const Result<qint64> application = database.number(QStringLiteral("PRAGMA application_id"));
    const Result<qint64> version = database.number(QStringLiteral("PRAGMA user_version"));
    for (const Result<qint64> &read : {tables, application, version}) {
        if (!read) {
            return failure(read.error());
        }
    }
    return SchemaMark{*tables == 0 && *version == 0, *application == applicationId, static_cast<int>(*version)};
}

Result<void> writeMark(Database &database, int version)
{
    // The pragmas of the header take no bound values.
    for (const QString &pragma : {QStringLiteral("PRAGMA application_id = %1").arg(applicationId),
             QStringLiteral("PRAGMA user_version = %1").arg(version)}) {
        if (const Result<qint64> done = database.execute(pragma); !done) {
            return failure(done.error());
        }
    }
    return {};
}

Result<void> checkSoundness(Database &database)
{
    static const QStringList smallTables{QStringLiteral("users"), QStringLiteral("channels"),
        QStringLiteral("user_channel"), QStringLiteral("coverage"), QStringLiteral("jobs"), QStringLiteral("settings")};
    for (const QString &table : smallTables) {
        Result<Rows> rows = database.query(QStringLiteral("PRAGMA quick_check(%1)").arg(table));
        if (!rows) {
            return failure(rows.error());
        }
        if (rows->next() && rows->text(0) != QLatin1String("ok")) {
            return failure(ErrorCode::DatabaseDamaged, database.path(), table + QLatin1String(": ") + rows->text(0));
        }
        if (Result<void> status = rows->status(); !status) {
            return status;
        }
    }
    static const QStringList ends{QStringLiteral("SELECT length(text) FROM posts ORDER BY id DESC LIMIT 1"),
        QStringLiteral("SELECT length(text) FROM posts ORDER BY id LIMIT 1"),
        QStringLiteral("SELECT max(message_id) FROM posts WHERE channel_id = (SELECT max(id) FROM channels)"),
        QStringLiteral("SELECT sum(length(block)) FROM posts_fts_data WHERE id IN (1, 10)"),
        QStringLiteral("SELECT max(id) FROM runs")};
    for (const QString &sql : ends) {
        if (const Result<qint64> read = database.number(sql); !read) {
            const bool outOfPlace = read.error().code == ErrorCode::DatabaseFailed;
            return failure(
                outOfPlace ? ErrorCode::DatabaseDamaged : read.error().code, database.path(), read.error().detail);
        }
    }
    return {};
}

} // namespace vestnik::sqlite
