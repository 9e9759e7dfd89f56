// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/base/taskcontrol.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace vestnik::pgtools {

// PostgreSQL's own programs, run and waited for without an event loop: for pool threads. A password goes to them by the
// environment, never by the command line. Errors: ToolMissing (subject: the program), Cancelled (the program was ended
// and is gone), DatabaseFull, DatabaseFailed (subject: what the program said, without secrets).

/// An address without its password, and the password by itself.
struct Address {
    QString open; ///< may stand on a command line
    QString password;
};
[[nodiscard]] Address withoutPassword(const QString &address);

/// `pg_dump -Fc` of one schema into a file that must not exist yet; what was begun is removed on an error. Reports
/// bytes written, total unknown.
[[nodiscard]] Result<void> dump(
    const QString &address, const QString &schema, const QString &file, const TaskControl &control);
/// Puts a dump in the place of what the database holds of it, in one transaction: all or nothing.
[[nodiscard]] Result<void> restore(const QString &file, const QString &address, const TaskControl &control);
/// Reads a dump's table of contents; FileFailed if it is none. Returns its lines.
[[nodiscard]] Result<QStringList> contents(const QString &file, const TaskControl &control);

} // namespace vestnik::pgtools
