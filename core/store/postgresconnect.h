// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <libpq-fe.h>

#include <memory>

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/store/postgresaddress.h"

namespace vestnik {

struct PgConnectionFinish {
    void operator()(PGconn *connection) const { PQfinish(connection); }
};
using PgConnection = std::unique_ptr<PGconn, PgConnectionFinish>;

struct PgResultClear {
    void operator()(PGresult *result) const { PQclear(result); }
};
using PgResult = std::unique_ptr<PGresult, PgResultClear>;

namespace postgres {

inline constexpr int oldestServer = 130000; ///< as PQserverVersion() counts

/// Connects within `limitMs` (the resolver of names has its own limits); `check` is asked meanwhile. The connection
/// blocks, speaks UTF-8 and finds out within about five seconds that its server is gone.
[[nodiscard]] Result<PgConnection> connectTo(const PostgresAddress &address, int limitMs, const InterruptCheck &check);

/// What a SQLSTATE means; `message` is what the server said.
[[nodiscard]] Error errorFor(const QByteArray &state, const QString &message, const QString &path);

} // namespace postgres
} // namespace vestnik
