// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <sqlite3.h>

#include "core/store/database.h"

namespace vestnik {

/// What a Database keeps of Qt and SQLite. For database*.cpp only.
class Database::Private {
public:
    QSqlDatabase connection;
    sqlite3 *handle = nullptr;
    QHash<QString, std::shared_ptr<QSqlQuery>> statements;
    InterruptCheck check;
    ErrorCode interruptedBy = ErrorCode::None;
    bool inTransaction = false;

    static int onSteps(void *self)
    {
        auto *d = static_cast<Private *>(self);
        d->interruptedBy = d->check ? d->check() : ErrorCode::None;
        return d->interruptedBy == ErrorCode::None ? 0 : 1;
    }
};

} // namespace vestnik
