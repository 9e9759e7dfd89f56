// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace vestnik {

[[nodiscard]] inline bool isPostgresAddress(const QString &store)
{
    return store.startsWith(QLatin1String("postgresql://")) || store.startsWith(QLatin1String("postgres://"));
}

/// The path in sqlite:///path; a plain path as it is.
[[nodiscard]] inline QString fileOfAddress(const QString &store)
{
    static const QLatin1String sqlite("sqlite://");
    QString path = store.startsWith(sqlite) ? store.mid(sqlite.size()) : store;
    while (path.startsWith(QLatin1String("//"))) {
        path.remove(0, 1);
    }
    return path;
}

} // namespace vestnik
