// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

namespace vestnik {

enum class TriggerKind { Interval, Cron, Once };

/// A part of the week in which a trigger may fire, by the clock of its time zone.
struct TimeWindow {
    static constexpr int everyDay = 0x7f;

    int days = everyDay; ///< bit 0 Monday … bit 6 Sunday: the days on which the window begins; at least one
    int from = 0; ///< minutes after midnight, 0..1439
    int to = 24 * 60; ///< minutes after midnight, 1..1440, excluded; not above `from`: ends on the next day

    [[nodiscard]] bool operator==(const TimeWindow &) const = default;
};

/// When a job is due. Fires that lie outside of all windows do not exist.
struct Trigger {
    TriggerKind kind = TriggerKind::Interval;
    qint64 everyMs = 30 * 60'000; ///< Interval: 1 s .. 366 days
    /// Interval: ms UTC; fires at anchor + n × every. 0: the first fire is at the scheduler's start, the others are
    /// counted from the beginning of the run before.
    qint64 anchor = 0;
    QString cron; ///< Cron: five fields or @daily and the like, as Vixie cron reads them; at most 256 characters
    qint64 at = 0; ///< Once: ms UTC
    qint64 jitterMs = 0; ///< each fire comes later by a random time below this, 0..24 h
    QByteArray zone; ///< IANA name of the time zone of cron and windows; empty: the system's
    QList<TimeWindow> windows; ///< empty: at any time; at most 50

    [[nodiscard]] bool operator==(const Trigger &) const = default;
};

/// Why a cron expression cannot be used. Kinds, not texts: the window and the command line have the words.
enum class CronProblemKind {
    None,
    Empty,
    TooLong,
    FieldCount, ///< not five fields
    UnknownNickname, ///< @something
    EmptyPart, ///< between two commas, before or after "-" or "/"
    NotANumber, ///< neither a number nor a name of this field
    OutOfRange,
    Backwards, ///< a-b with a > b
    StepOfOne, ///< n/step without a range
    BadStep, ///< 0, or not a number up to 9999
    Unsupported, ///< ?, L, W, #, H and other signs of other crons
};

struct CronProblem {
    CronProblemKind kind = CronProblemKind::None;
    int position = 0; ///< of the first wrong character in the expression
    int length = 0; ///< of the wrong part, 0 at the end of the text
    int field = -1; ///< 0 minute … 4 day of week; -1 not in one
    int minimum = 0; ///< OutOfRange: what the field allows
    int maximum = 0;

    [[nodiscard]] bool operator==(const CronProblem &) const = default;
};

/// A cron expression that was understood: sets of values, for reckoning and for speaking.
struct CronFields {
    quint64 minutes = 0; ///< bits 0..59
    quint32 hours = 0; ///< bits 0..23
    quint32 days = 0; ///< bits 1..31, of the month
    quint16 months = 0; ///< bits 1..12
    quint8 weekdays = 0; ///< bits 0..6, Sunday is 0
    bool minuteStar = false; ///< the text of the field begins with "*"
    bool hourStar = false;
    bool dayStar = false;
    bool weekdayStar = false;

    /// Follows the wall clock minute by minute when it is changed, instead of being made up for.
    [[nodiscard]] bool isWild() const { return minuteStar || hourStar; }
    [[nodiscard]] bool operator==(const CronFields &) const = default;
};

/// What the editor of a trigger shows while one types.
struct TriggerPreview {
    CronFields cron; ///< Kind Cron without a problem
    CronProblem problem; ///< of the cron expression
    QString error; ///< what else is wrong, a stable name: "zone", "interval", "window", "past"; empty: nothing
    QList<qint64> fires; ///< ms UTC, without jitter; fewer than asked for: there are no more within nine years
    QByteArray zone; ///< the zone that counts
};

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::TriggerPreview)
