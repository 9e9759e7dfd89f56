// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/storeschema.h"

#include "core/store/database.h"

namespace vestnik {

Result<QString> storeSchemaName(const QString &address)
{
    const Result<std::unique_ptr<Database>> database = Database::open(DatabaseConfig{address, true});
    if (!database) {
        return failure(database.error());
    }
    Result<Rows> rows = (*database)->query(QStringLiteral("SELECT CAST(current_schema() AS TEXT)"));
    if (!rows) {
        return failure(rows.error());
    }
    const QString name = rows->next() ? rows->text(0) : QString();
    const Result<void> status = rows->status();
    return status ? Result<QString>(name) : failure(status.error());
}

} // namespace vestnik
