// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/triggernames_p.h"

#include <QLocale>

namespace vestnik::triggernames {
namespace {

constexpr quint64 allMinutes = (quint64(1) << 60) - 1;
constexpr quint32 allHours = (quint32(1) << 24) - 1;
constexpr quint32 allDays = 0xffff'fffe;
constexpr quint32 oddDays = 0xaaaa'aaaa;
constexpr quint32 evenDays = 0x5555'5554;
constexpr quint16 allMonths = 0x1ffe;
constexpr quint8 allWeekdays = 0x7f;
constexpr quint8 workdays = 0x3e; // Monday to Friday
constexpr quint8 weekend = 0x41;

constexpr qsizetype mostTimes = 8; // a longer list is not read
constexpr qsizetype mostMinutes = 6;
constexpr qsizetype mostDays = 8;
constexpr qsizetype mostParts = 4; // of a day

/// The distance of values that go on around the clock without a gap; 0: they do not.
int evenStep(const QList<int> &values, int round)
{
    const int count = int(values.size());
    const int step = count > 1 && round % count == 0 ? round / count : 0;
    for (qsizetype i = 1; i < values.size(); ++i) {
        if (values.at(i) - values.at(i - 1) != step) {
            return 0;
        }
    }
    return step;
}

QString fromTo(const QString &often, const QString &from, const QString &to)
{
    return TriggerTexts::tr("%1 from %2 to %3", "how often, time, time").arg(often, from, to);
}

// What a day's fires are: either at some times of the clock, or again and again.

std::optional<QString> minutesAgain(int step, const QList<int> &hours)
{
    const QString often = everyMinutes(step);
    const QList<Range> parts = ranges(hours);
    if (hours.size() == 24) {
        return often;
    }
    if (parts.size() == 1) {
        return fromTo(often, clock(parts.first().from, 0), clock(parts.first().to, 59));
    }
    if (parts.size() > mostParts) {
        return std::nullopt;
    }
    QStringList names;
    for (const Range &part : parts) {
        names.append(clock(part.from, 0) + QChar(0x2013) + clock(part.to, 59));
    }
    return TriggerTexts::tr("%1, %2", "how often, times of the day").arg(often, list(names));
}

std::optional<QString> hoursAgain(const QList<int> &minutes, const QList<int> &hours)
{
    const int first = minutes.first();
    const bool row = hours.size() >= 3 && hours.last() - hours.first() == int(hours.size()) - 1;
    QString often = TriggerTexts::tr("every hour");
    if (minutes.size() > 1) {
        QStringList names;
        for (const int minute : minutes) {
            names.append(QString::number(minute));
        }
        often = TriggerTexts::tr("every hour at minutes %1").arg(list(names));
    }
    if (hours.size() == 24) {
        return minutes.size() == 1 && first != 0 ? TriggerTexts::tr("every hour at minute %1").arg(first) : often;
    }
    if (row) {
        return fromTo(often, clock(hours.first(), first), clock(hours.last(), minutes.last()));
    }
    const int step = evenStep(hours, 24);
    if (minutes.size() == 1 && step > 0 && hours.size() > 2) {
        if (first == 0 && hours.first() == 0) {
            return everyHours(step);
        }
        if (hours.size() > mostTimes) {
            return TriggerTexts::tr("%1 from %2", "how often, time of the first in a day")
                .arg(everyHours(step), clock(hours.first(), first));
        }
    }
    return std::nullopt;
}

std::optional<QString> againAndAgain(const QList<int> &minutes, const QList<int> &hours)
{
    const int step = evenStep(minutes, 60);
    if (minutes.size() == 2 && hours.size() <= 2) {
        return std::nullopt; // few enough to be told
    }
    if (step > 0 && minutes.first() == 0) {
        return minutesAgain(step, hours);
    }
    if (hours.size() == 1 && minutes.size() > 3 && ranges(minutes).size() == 1) {
        return fromTo(everyMinutes(1), clock(hours.first(), minutes.first()), clock(hours.first(), minutes.last()));
    }
    return minutes.size() <= mostMinutes ? hoursAgain(minutes, hours) : std::nullopt;
}

std::optional<QString> clockTimes(const QList<int> &minutes, const QList<int> &hours)
{
    if (minutes.size() * hours.size() > mostTimes) {
        return std::nullopt;
    }
    QStringList names;
    for (const int hour : hours) {
        for (const int minute : minutes) {
            names.append(clock(hour, minute));
        }
    }
    return list(names);
}

/// The days on which an expression fires.
struct Days {
    bool every = false; ///< no condition but that of the month
    bool workdays = false; ///< Monday to Friday and no other condition
    bool first = false; ///< the text stands before the time of day
    int exceptWeekday = -1; ///< every day but this
    QString text; ///< "on Mondays in January"; with `every`: of the month only, may be empty
};

QString onWeekdays(quint8 weekdays)
{
    if (weekdays == workdays) {
        return TriggerTexts::tr("on weekdays", "Monday to Friday");
    }
    if (weekdays == weekend) {
        return TriggerTexts::tr("on weekends", "Saturday and Sunday");
    }
    QStringList names;
    for (int i = 1; i <= 7; ++i) {
        if ((weekdays >> (i % 7) & 1) != 0) {
            names.append(onWeekday(i % 7));
        }
    }
    return TriggerTexts::tr("on %1", "days of the week").arg(list(names));
}

QString fallingOn(quint32 days, const QString &weekdays)
{
    if (days == oddDays) {
        return TriggerTexts::tr("%1 that fall on odd days", "days of the week").arg(weekdays);
    }
    if (days == evenDays) {
        return TriggerTexts::tr("%1 that fall on even days", "days of the week").arg(weekdays);
    }
    return TriggerTexts::tr("%1 that fall on the %2", "days of the week, days of the month")
        .arg(weekdays, list(named(values(days, 1, 31), fallsOnDay)));
}

std::optional<Days> monthDays(quint32 days, quint16 months)
{
    Days result;
    const QList<int> numbers = values(days, 1, 31);
    const QList<int> ofYear = values(months, 1, 12);
    const QString monthNames = list(named(ofYear, ofMonth));
    if (days == oddDays || days == evenDays) {
        result.text = days == oddDays ? TriggerTexts::tr("on odd days") : TriggerTexts::tr("on even days");
        if (months != allMonths) {
            result.text =
                TriggerTexts::tr("%1 in %2", "on which days, months").arg(result.text, list(named(ofYear, inMonth)));
        }
        return result;
    }
    const QStringList names = named(numbers, dayOfMonth);
    if (names.size() > mostDays) {
        return std::nullopt;
    }
    if (months == allMonths) {
        result.text = TriggerTexts::tr("on the %1 of each month", "days").arg(list(names));
    } else if (numbers.size() == 1 && ofYear.size() == 1) {
        result.first = true;
        result.text = TriggerTexts::tr("on %1 %2", "day, month").arg(QString::number(numbers.first()), monthNames);
    } else {
        result.text = TriggerTexts::tr("on the %1 of %2", "days, months").arg(list(names), monthNames);
    }
    return result;
}

/// nullopt: the days are too many to be named.
std::optional<Days> daysOf(const CronFields &cron)
{
    const bool both = cron.dayStar || cron.weekdayStar;
    const bool anyDay = cron.days == allDays;
    const bool anyWeekday = cron.weekdays == allWeekdays;
    Days result;
    if (both ? anyDay && anyWeekday : anyDay || anyWeekday) {
        result.every = true;
        result.first = true;
        if (cron.months != allMonths) {
            result.text = list(named(values(cron.months, 1, 12), inMonth));
        }
        return result;
    }
    if (both && anyWeekday) {
        return monthDays(cron.days, cron.months);
    }
    const QString weekdays = onWeekdays(cron.weekdays);
    const QStringList days = named(values(cron.days, 1, 31), dayOfMonth);
    if (both && anyDay) {
        result.text = weekdays;
        result.first = true;
        result.workdays = cron.weekdays == workdays && cron.months == allMonths;
        const QList<int> missing = values(quint8(~cron.weekdays & allWeekdays), 0, 6);
        result.exceptWeekday = missing.size() == 1 && cron.months == allMonths ? missing.first() : -1;
    } else if (days.size() > mostDays && cron.days != oddDays && cron.days != evenDays) {
        return std::nullopt;
    } else if (both) {
        result.text = fallingOn(cron.days, weekdays);
    } else if (cron.days == oddDays) {
        result.text = TriggerTexts::tr("on odd days and %1", "on Mondays").arg(weekdays);
    } else if (cron.days == evenDays) {
        result.text = TriggerTexts::tr("on even days and %1", "on Mondays").arg(weekdays);
    } else {
        result.text = TriggerTexts::tr("on the %1 and %2", "days of the month, on Mondays").arg(list(days), weekdays);
    }
    if (cron.months != allMonths) {
        result.text = TriggerTexts::tr("%1 in %2", "on which days, months")
                          .arg(result.text, list(named(values(cron.months, 1, 12), inMonth)));
    }
    return result;
}

QString atTimes(const QString &times, const Days &days)
{
    if (days.every) {
        return days.text.isEmpty() ? TriggerTexts::tr("every day at %1", "times").arg(times)
                                   : TriggerTexts::tr("every day in %1 at %2", "months, times").arg(days.text, times);
    }
    if (days.workdays) {
        return TriggerTexts::tr("every weekday at %1", "times").arg(times);
    }
    if (days.exceptWeekday >= 0) {
        return TriggerTexts::tr("every day except %1 at %2", "day of the week, times")
            .arg(exceptWeekday(days.exceptWeekday), times);
    }
    return days.first ? TriggerTexts::tr("%1 at %2", "on which days, times").arg(days.text, times)
                      : TriggerTexts::tr("at %1 %2", "times, on which days").arg(times, days.text);
}

QString again(const QString &often, const Days &days)
{
    if (days.every) {
        return days.text.isEmpty() ? often : TriggerTexts::tr("%1 in %2", "how often, months").arg(often, days.text);
    }
    if (days.exceptWeekday >= 0) {
        return TriggerTexts::tr("%1, except on %2", "how often, day of the week")
            .arg(often, exceptWeekday(days.exceptWeekday));
    }
    return TriggerTexts::tr("%1 %2", "how often, on which days").arg(often, days.text);
}

QString numberName(int number)
{
    return QString::number(number);
}

} // namespace

QString clock(int hour, int minute)
{
    return QStringLiteral("%1:%2").arg(hour, 2, 10, QLatin1Char('0')).arg(minute, 2, 10, QLatin1Char('0'));
}

QString everyMinutes(int count)
{
    return count == 1 ? TriggerTexts::tr("every minute") : TriggerTexts::tr("every %n minutes", nullptr, count);
}

QString everyHours(int count)
{
    return count == 1 ? TriggerTexts::tr("every hour") : TriggerTexts::tr("every %n hours", nullptr, count);
}

std::optional<QString> cronSentence(const CronFields &cron)
{
    const QList<int> minutes = values(cron.minutes, 0, 59);
    const QList<int> hours = values(cron.hours, 0, 23);
    const std::optional<Days> days = minutes.isEmpty() || hours.isEmpty() ? std::nullopt : daysOf(cron);
    if (!days) {
        return std::nullopt;
    }
    if (const std::optional<QString> often = againAndAgain(minutes, hours)) {
        return again(*often, *days);
    }
    const std::optional<QString> times = clockTimes(minutes, hours);
    return times ? std::optional(atTimes(*times, *days)) : std::nullopt;
}

bool followsNoClock(const CronFields &cron)
{
    const std::optional<Days> days = daysOf(cron);
    const QList<int> minutes = values(cron.minutes, 0, 59);
    const bool evenly = minutes.value(0) == 0 && (minutes.size() == 1 || evenStep(minutes, 60) > 0);
    return evenly && cron.hours == allHours && cron.months == allMonths && days && days->every;
}

QString cronFieldByField(const CronFields &cron, const QLocale &locale)
{
    const auto numbers = [](quint64 bits, int first, int last) {
        return named(values(bits, first, last), numberName).join(QLatin1String(", "));
    };
    QStringList parts;
    parts.append(
        TriggerTexts::tr("minutes: %1", "of an expression")
            .arg(cron.minutes == allMinutes ? TriggerTexts::tr("all", "minutes") : numbers(cron.minutes, 0, 59)));
    parts.append(TriggerTexts::tr("hours: %1", "of an expression")
                     .arg(cron.hours == allHours ? TriggerTexts::tr("all", "hours") : numbers(cron.hours, 0, 23)));
    const bool dayMatters = cron.days != allDays;
    const bool weekdayMatters = cron.weekdays != allWeekdays;
    const bool either = !cron.dayStar && !cron.weekdayStar;
    if (dayMatters && (weekdayMatters || !either)) {
        parts.append(TriggerTexts::tr("days of the month: %1", "of an expression").arg(numbers(cron.days, 1, 31)));
    }
    if (weekdayMatters && (dayMatters || !either)) {
        QStringList names;
        for (int i = 1; i <= 7; ++i) {
            if ((cron.weekdays >> (i % 7) & 1) != 0) {
                names.append(locale.dayName(i, QLocale::ShortFormat));
            }
        }
        parts.append((either ? TriggerTexts::tr("or days of the week: %1", "of an expression")
                             : TriggerTexts::tr("days of the week: %1", "of an expression"))
                         .arg(names.join(QLatin1String(", "))));
    }
    if (cron.months != allMonths) {
        parts.append(TriggerTexts::tr("months: %1", "of an expression").arg(numbers(cron.months, 1, 12)));
    }
    return parts.join(QLatin1String("; "));
}

} // namespace vestnik::triggernames
