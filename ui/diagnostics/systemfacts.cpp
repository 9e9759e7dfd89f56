// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/diagnostics/systemfacts.h"

#include <QFile>

namespace vestnik {

std::optional<qint64> residentMemory()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    // "VmRSS:     61412 kB"
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            bool ok = false;
            const qint64 kilobytes = line.mid(6).trimmed().split(' ').value(0).toLongLong(&ok);
            return ok ? std::optional(kilobytes * 1024) : std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace vestnik
