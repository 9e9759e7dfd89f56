// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/database.h"
#include "core/store/schemastate.h"

#include <QStringList>

namespace vestnik::postgres {
Result<SchemaMark> readMark(Database &database)
{
    const Result<qint64> schema = database.number(QStringLiteral("SELECT 1 WHERE current_schema() IS NOT NULL"));
    if (!schema) {
        return failure(schema.error());
    }
    if (*schema == 0) {
        return failure(
            ErrorCode::DatabaseForbidden, database.path(), QStringLiteral("no schema of the search path exists"));
    }
    // Tables and views that extensions brought along are nobody's.
    const Result<qint64> tables = database.number(QStringLiteral(
        "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT EXISTS "
        "(SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')"));
    const Result<qint64> marked = database.number(
        QStringLiteral("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                       "WHERE n.nspname = current_schema() AND c.relname = 'vestnik_schema' AND c.relkind = 'r'"));
    for (const Result<qint64> &read : {tables, marked}) {
        if (!read) {
            return failure(read.error());
        }
    }
    if (*marked == 0) {
        return SchemaMark{*tables == 0, false, 0};
    }
    const Result<qint64> version = database.number(QStringLiteral("SELECT max(version) FROM vestnik_schema"));
    if (!version) {
        return failure(version.error());
    }
    return SchemaMark{false, true, static_cast<int>(*version)};
}

Result<void> writeMark(Database &database, int version)
{
    for (const QString &sql : {QStringLiteral("CREATE TABLE IF NOT EXISTS vestnik_schema (version BIGINT NOT NULL)"),
             QStringLiteral("DELETE FROM vestnik_schema")}) {
        if (const Result<qint64> made = database.execute(sql); !made) {
            return failure(made.error());
        }
    }
    return withoutValue(database.execute(QStringLiteral("INSERT INTO vestnik_schema (version) VALUES (?)"), version));
}

Result<void> checkSoundness(Database &database)
{
    // The server looks after its files; what can be missing is a right.
    for (const QString &table : {QStringLiteral("channels"), QStringLiteral("posts"), QStringLiteral("runs")}) {
        if (const Result<qint64> read = database.number(QStringLiteral("SELECT max(id) FROM ") + table); !read) {
            return failure(read.error());
        }
    }
    return {};
}

Result<void> alignNumbers(Database &database)
{
    QStringList tables;
    QStringList columns;
    {
        Result<Rows> rows = database.query(
            QStringLiteral("SELECT table_name, column_name FROM information_schema.columns "
                           "WHERE table_schema = current_schema() AND is_identity = 'YES' ORDER BY table_name"));
        if (!rows) {
            return failure(rows.error());
        }
        while (rows->next()) {
            tables << rows->text(0);
            columns << rows->text(1);
        }
        if (Result<void> status = rows->status(); !status) {
            return status;
        }
    }
    for (qsizetype i = 0; i < tables.size(); ++i) {
        const QString sql =
            QStringLiteral("SELECT setval(pg_get_serial_sequence('%1', '%2'), coalesce(max(%2), 0) + 1, "
                           "false) FROM %1")
                .arg(tables.at(i), columns.at(i));
        if (const Result<qint64> set = database.number(sql); !set) {
            return failure(set.error());
        }
    }
    return {};
}

} // namespace vestnik::postgres
