// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include "core/base/result.h"

namespace vestnik {

/// `postgresql://user:password@host:port/database?…` taken apart by libpq's own rules. A value.
class PostgresAddress {
public:
    /// By its beginning, nothing else is looked at.
    [[nodiscard]] static bool isOne(const QString &address);
    /// DatabaseUnsupported, without what may hold a password, for one that libpq does not understand.
    [[nodiscard]] static Result<PostgresAddress> parse(const QString &address);

    /// "postgresql://user@host:port/database": what may be shown and logged.
    [[nodiscard]] const QString &shown() const { return m_shown; }
    /// The whole of it, with the password if there is one: for libpq only.
    [[nodiscard]] const QByteArray &secret() const { return m_secret; }
    [[nodiscard]] const QString &host() const { return m_host; } ///< name, number or folder of a socket; may be empty
    [[nodiscard]] const QString &sslMode() const { return m_sslMode; } ///< empty: libpq's choice

private:
    QString m_shown;
    QByteArray m_secret;
    QString m_host;
    QString m_sslMode;
};

} // namespace vestnik
