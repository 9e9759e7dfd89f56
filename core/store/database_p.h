// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDeadlineTimer>
#include <QHash>

#include "core/store/databasedriver.h"

namespace vestnik {

/// For database*.cpp only.
class Database::Private {
public:
    std::unique_ptr<DatabaseDriver> driver;
    bool readOnly = false;
    QHash<QString, std::shared_ptr<Statement>> statements; ///< gone before the driver is
    QString idsIn;
    bool inTransaction = false;
    bool connecting = false; ///< statements now belong to the making of a connection
    QDeadlineTimer notBefore; ///< of the next attempt to connect again
};

} // namespace vestnik
