// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace vestnik {

/// Data as one gzip member. `level` as in zlib, 1..9.
[[nodiscard]] QByteArray gzipped(const QByteArray &data, int level = 6);
/// The data of a gzip stream; empty if it is damaged or longer than `limit` bytes.
[[nodiscard]] QByteArray gunzipped(const QByteArray &packed, qint64 limit = 64 << 20);

} // namespace vestnik
