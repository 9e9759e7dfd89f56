// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <array>
#include <optional>

namespace vestnik {

/// The rule at the end of a time-zone file, in the notation of POSIX' TZ variable with the extensions of RFC 8536
/// ("CET-1CEST,M3.5.0,M10.5.0/3"): how the offset changes every year. A value.
struct PosixZone {
    /// A day of the year and a time on it, by the clock that is valid before.
    struct Change {
        enum class Day { Julian, Ordinal, Week };
        Day day = Day::Ordinal;
        int month = 0; ///< Week: 1..12
        int week = 0; ///< Week: 1..5, 5 is the last
        int number = 0; ///< Julian 1..365 (29 February does not count), Ordinal 0..365, Week 0..6 (Sunday is 0)
        int time = 2 * 3600; ///< seconds after midnight, within a week of it

        /// Seconds since 1970 by the clock that is valid before.
        [[nodiscard]] qint64 inYear(int year) const;
    };
    /// A moment in UTC, and the offset from then on.
    struct Turn {
        qint64 at = 0; ///< seconds since 1970
        int offset = 0;
    };

    int standard = 0; ///< seconds east of UTC
    int summer = 0;
    std::optional<std::array<Change, 2>> changes; ///< to summer and back; none: always standard

    /// nullopt for anything that is not such a rule.
    [[nodiscard]] static std::optional<PosixZone> parse(QByteArrayView text);
    /// Both turns of a year, in their order. Only with changes.
    [[nodiscard]] std::array<Turn, 2> turns(int year) const;
};

} // namespace vestnik
