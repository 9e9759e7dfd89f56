// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/taskcontrol.h"
#include "core/store/database.h"

namespace vestnik {

/// While it lives, statements of a connection end with Cancelled soon after the task was cancelled.
class Controlled final {
public:
    Controlled(Database &database, const TaskControl &control)
        : m_database(database)
    {
        m_database.setInterruptCheck(
            [control] { return control.isCancelled() ? ErrorCode::Cancelled : ErrorCode::None; });
    }
    ~Controlled() { m_database.setInterruptCheck({}); }
    Q_DISABLE_COPY_MOVE(Controlled)

private:
    Database &m_database;
};

} // namespace vestnik
