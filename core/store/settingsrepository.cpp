// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/settingsrepository.h"

#include "core/store/database.h"

namespace vestnik {

Result<std::optional<QString>> SettingsRepository::value(const QString &key)
{
    Result<Rows> rows = m_database.query(QStringLiteral("SELECT value FROM settings WHERE key = ?"), key);
    if (!rows) {
        return failure(rows.error());
    }
    if (rows->next()) {
        return std::optional<QString>(rows->text(0));
    }
    if (const Result<void> status = rows->status(); !status) {
        return failure(status.error());
    }
    return std::optional<QString>();
}

Result<void> SettingsRepository::setValue(const QString &key, const QString &value)
{
    const Result<qint64> written =
        m_database.execute(QStringLiteral("INSERT INTO settings (key, value) VALUES (?, ?) "
                                          "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
            key, value.isNull() ? QStringLiteral("") : value);
    return written ? Result<void>() : Result<void>(failure(written.error()));
}

Result<void> SettingsRepository::remove(const QString &key)
{
    const Result<qint64> removed = m_database.execute(QStringLiteral("DELETE FROM settings WHERE key = ?"), key);
    return removed ? Result<void>() : Result<void>(failure(removed.error()));
}

} // namespace vestnik
