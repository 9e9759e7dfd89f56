// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/model/run.h"

#include <QString>
#include <QVariantList>

namespace vestnik {

class Rows;

/// "r.id, r.status, …" of the table alias r, in the order of readRunRow().
[[nodiscard]] const QString &runRowColumns();
[[nodiscard]] RunRecord readRunRow(const Rows &rows);

/// The statement that inserts a run and answers with its id, and its values.
[[nodiscard]] const QString &insertRunSql();
[[nodiscard]] QVariantList insertRunValues(const RunRecord &run);
/// The statement that writes the state of a run (what it is for stays as it was inserted), and its values.
[[nodiscard]] const QString &updateRunSql();
[[nodiscard]] QVariantList updateRunValues(const RunRecord &run);

/// An error as its three columns: code, subject, detail; all NULL without one.
[[nodiscard]] QVariantList errorValues(const Error &error);
[[nodiscard]] Error readError(const Rows &rows, int column);

} // namespace vestnik
