// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

#include <functional>

namespace vestnik {

class Database;

// Copies a store into another one, of the same or of the other kind, table by table and column by column as they find
// them: a migration needs no line here. For pool threads.
namespace storecopy {

enum class Values { Integer, Real, Text };

struct Table {
    QString name;
    QList<QString> columns;
    QList<Values> values; ///< of each column
};

/// Rows and a checksum over their values that does not depend on their order, nor on the kind of the database.
struct Sum {
    qint64 rows = 0;
    quint64 checksum = 0;

    [[nodiscard]] bool operator==(const Sum &) const = default;
};

/// Gets the number of rows done so far of a table, now and then.
using OnRows = std::function<void(qint64 rows)>;

/// The tables that both stores have, parents first. DatabaseFailed if `to` lacks a table or column of `from`.
[[nodiscard]] Result<QList<Table>> commonTables(Database &from, Database &to);
/// True for a store without channels, posts and runs: as it is when it was just made.
[[nodiscard]] Result<bool> isEmpty(Database &database);
[[nodiscard]] Result<qint64> rowCount(Database &database, const Table &table);
/// Removes the rows that a new store is born with. Needs a transaction of the caller.
[[nodiscard]] Result<void> makeRoom(Database &to, const QList<Table> &tables);
/// Copies all rows with their ids; returns what was read. Needs a transaction on `to` and a snapshot of `from`.
[[nodiscard]] Result<Sum> copy(Database &from, Database &to, const Table &table, const OnRows &onRows);
/// Reads all rows of a table back.
[[nodiscard]] Result<Sum> sumOf(Database &database, const Table &table, const OnRows &onRows);

} // namespace storecopy
} // namespace vestnik
