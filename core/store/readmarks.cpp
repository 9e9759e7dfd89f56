// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/database.h"
#include "core/store/reads.h"
#include "core/store/retentionrepository.h"

namespace vestnik {

Result<RetentionSettings> readRetention(Database &database)
{
    RetentionSettings settings;
    const Result<RetentionRule> general = RetentionRepository(database).retention();
    if (!general) {
        return failure(general.error());
    }
    settings.general = *general;
    Result<Rows> rows =
        database.query(QStringLiteral("SELECT channel_id, retention_days, retention_posts FROM user_channel "
                                      "WHERE user_id = ? AND (retention_days IS NOT NULL OR retention_posts IS NOT "
                                      "NULL)"),
            localUserId);
    if (!rows) {
        return failure(rows.error());
    }
    while (rows->next()) {
        settings.channels.insert(rows->integer(0), RetentionRule{int(rows->integer(1)), int(rows->integer(2))});
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return settings;
}

} // namespace vestnik
