// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/trigger.h"

#include <QCoreApplication>
#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <optional>

namespace vestnik {

/// Gives the texts of triggers their context.
class TriggerTexts {
    Q_DECLARE_TR_FUNCTIONS(TriggerTexts)
};

namespace triggernames {

/// What QT_TRANSLATE_NOOP3 leaves: a text, and what tells it from the same text elsewhere.
struct Word {
    const char *text;
    const char *comment;

    [[nodiscard]] QString translated() const { return TriggerTexts::tr(text, comment); }
};

/// From and to, both included.
struct Range {
    int from = 0;
    int to = 0;
};

// Names in the form that their sentences need. Weekdays: 0 is Sunday; months: 1..12.

[[nodiscard]] QString onWeekday(int weekday); ///< "Mondays" of "on Mondays"
[[nodiscard]] QString exceptWeekday(int weekday); ///< "Sunday" of "every day except Sunday"
[[nodiscard]] QString inMonth(int month); ///< "January" of "on Mondays in January"
[[nodiscard]] QString ofMonth(int month); ///< "January" of "31 January"
[[nodiscard]] QString dayOfMonth(int day); ///< "1st" of "on the 1st of each month"
[[nodiscard]] QString fallsOnDay(int day); ///< "1st" of "on Mondays that fall on the 1st"
/// "Moscow time" as a sentence about a moment ends with it.
[[nodiscard]] QString inZone(const QByteArray &zone);

/// "a, b and c".
[[nodiscard]] QString list(const QStringList &items);
/// The bits that are set, from `first` to `last`.
[[nodiscard]] QList<int> values(quint64 bits, int first, int last);
/// Values that follow each other, together.
[[nodiscard]] QList<Range> ranges(const QList<int> &values);
/// Three and more in a row become "a–c".
[[nodiscard]] QStringList named(const QList<int> &values, QString (*name)(int));

[[nodiscard]] QString clock(int hour, int minute); ///< "08:30"
[[nodiscard]] QString everyMinutes(int count);
[[nodiscard]] QString everyHours(int count);

/// An expression in words, without its zone; nullopt: none fit.
[[nodiscard]] std::optional<QString> cronSentence(const CronFields &cron);
/// What fits always: "minutes: 0, 7, 14; hours: all".
[[nodiscard]] QString cronFieldByField(const CronFields &cron, const QLocale &locale);
/// Its words are the same in all zones: "every 15 minutes".
[[nodiscard]] bool followsNoClock(const CronFields &cron);

} // namespace triggernames
} // namespace vestnik
