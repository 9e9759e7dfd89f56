// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <vector>

class QTimeZone;

namespace vestnik {

/// The offsets of a time zone as a table: offsets[i] holds from starts[i] to starts[i + 1]. Never empty; neighbours
/// differ. The first start is earlier than any moment that is asked for.
struct OffsetTable {
    std::vector<qint64> starts; ///< seconds since 1970 UTC, ascending
    std::vector<int> offsets; ///< seconds east of UTC

    /// Moments before this one are all alike.
    static constexpr qint64 beginning = -(qint64(1) << 38);
    /// Rules that go on for ever are written out up to this year.
    static constexpr int lastYear = 2201;

    /// One offset for ever.
    [[nodiscard]] static OffsetTable fixed(int offset);
    /// Appends a change; one at the moment of the last takes its place. `at`: not before the last one.
    void append(qint64 at, int offset);
};

/// What Qt knows of a zone, written out once; for systems without such files.
[[nodiscard]] OffsetTable qtOffsets(const QTimeZone &zone);

/// Files above this size are none of a time zone.
inline constexpr qint64 tzFileLimit = 256 * 1024;

/// Reads a compiled time-zone file (TZif of RFC 8536, versions 1 to 4): the table, and what its rule says of the years
/// after. Nothing of the file is trusted: every damage is an InvalidArgument whose detail says what is wrong.
[[nodiscard]] Result<OffsetTable> parseTzFile(const QByteArray &bytes);

} // namespace vestnik
