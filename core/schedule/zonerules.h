// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <memory>

namespace vestnik {

/// When a time zone changes its offset, quick to ask. Made of the system's compiled time-zone files (TZif, RFC 8536),
/// so that a changed file is seen without a restart; of QTimeZone where there are none. A value, shared; any thread.
class ZoneRules final {
public:
    /// A stretch of time with one offset.
    struct Span {
        qint64 from = 0; ///< seconds since 1970 UTC, included
        qint64 to = 0; ///< excluded
        int offset = 0; ///< seconds east of UTC
    };

    /// UTC.
    ZoneRules();
    /// `id`: IANA name, empty: the system's zone. `directory`: of the zone files, empty: the system's.
    /// InvalidArgument (subject = id) for a zone that is not known, or whose file is damaged (detail).
    [[nodiscard]] static Result<ZoneRules> load(const QByteArray &id, const QString &directory = {});
    /// Whether a text may be the name of a zone: letters, digits, "_", "+", "-" and "/" inside; at most 64 characters.
    /// Nothing else becomes part of a path.
    [[nodiscard]] static bool isName(const QByteArray &id);

    [[nodiscard]] QByteArray id() const;
    /// The span that holds a moment, seconds since 1970 UTC, from 1900 to 2200.
    [[nodiscard]] Span spanAt(qint64 seconds) const;
    [[nodiscard]] int offsetAt(qint64 seconds) const { return spanAt(seconds).offset; }
    /// Local seconds: as if the wall clock showed UTC.
    [[nodiscard]] qint64 toLocal(qint64 seconds) const { return seconds + offsetAt(seconds); }

private:
    struct Data;
    explicit ZoneRules(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data;
};

/// Where the system keeps its time-zone files; empty: nowhere.
[[nodiscard]] QString systemZoneDirectory();
/// The name of the system's zone, "UTC" if it cannot be told.
[[nodiscard]] QByteArray systemZoneId();
/// The same from what is given: the variable TZ (null: it is not set) and the link that names the zone.
[[nodiscard]] QByteArray systemZoneId(const QByteArray &variable, const QString &link, const QString &directory);
/// IANA names of all zones that the system knows, sorted.
[[nodiscard]] QStringList zoneIds();

} // namespace vestnik
