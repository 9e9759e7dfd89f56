// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/triggernames_p.h"

#include "ui/widgets/triggertexts.h"

#include <array>

namespace vestnik {
namespace {

using triggernames::Word;

// The same word has several forms in other languages; the second text tells translators which one is meant.
constexpr std::array<Word, 7> onWeekdays{{
    QT_TRANSLATE_NOOP3("TriggerTexts", "Sundays", "on ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "Mondays", "on ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "Tuesdays", "on ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "Wednesdays", "on ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "Thursdays", "on ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "Fridays", "on ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "Saturdays", "on ..."),
}};

constexpr std::array<Word, 7> exceptWeekdays{{
    QT_TRANSLATE_NOOP3("TriggerTexts", "Sunday", "except ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "Monday", "except ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "Tuesday", "except ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "Wednesday", "except ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "Thursday", "except ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "Friday", "except ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "Saturday", "except ..."),
}};

constexpr std::array<Word, 12> inMonths{{
    QT_TRANSLATE_NOOP3("TriggerTexts", "January", "in ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "February", "in ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "March", "in ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "April", "in ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "May", "in ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "June", "in ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "July", "in ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "August", "in ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "September", "in ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "October", "in ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "November", "in ..."),
    QT_TRANSLATE_NOOP3("TriggerTexts", "December", "in ..."),
}};

constexpr std::array<Word, 12> ofMonths{{
    QT_TRANSLATE_NOOP3("TriggerTexts", "January", "day and month"),
    QT_TRANSLATE_NOOP3("TriggerTexts", "February", "day and month"),
    QT_TRANSLATE_NOOP3("TriggerTexts", "March", "day and month"),
    QT_TRANSLATE_NOOP3("TriggerTexts", "April", "day and month"),
    QT_TRANSLATE_NOOP3("TriggerTexts", "May", "day and month"),
    QT_TRANSLATE_NOOP3("TriggerTexts", "June", "day and month"),
    QT_TRANSLATE_NOOP3("TriggerTexts", "July", "day and month"),
    QT_TRANSLATE_NOOP3("TriggerTexts", "August", "day and month"),
    QT_TRANSLATE_NOOP3("TriggerTexts", "September", "day and month"),
    QT_TRANSLATE_NOOP3("TriggerTexts", "October", "day and month"),
    QT_TRANSLATE_NOOP3("TriggerTexts", "November", "day and month"),
    QT_TRANSLATE_NOOP3("TriggerTexts", "December", "day and month"),
}};

struct ZoneWords {
    const char *id;
    Word name;
    Word atEnd;
};

constexpr ZoneWords knownZones[] = {
    {"Europe/Moscow", QT_TRANSLATE_NOOP3("TriggerTexts", "Moscow time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Moscow time", "at the end of a sentence")},
    {"W-SU", QT_TRANSLATE_NOOP3("TriggerTexts", "Moscow time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Moscow time", "at the end of a sentence")},
    {"Europe/Kaliningrad", QT_TRANSLATE_NOOP3("TriggerTexts", "Kaliningrad time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Kaliningrad time", "at the end of a sentence")},
    {"Europe/Samara", QT_TRANSLATE_NOOP3("TriggerTexts", "Samara time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Samara time", "at the end of a sentence")},
    {"Asia/Yekaterinburg", QT_TRANSLATE_NOOP3("TriggerTexts", "Yekaterinburg time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Yekaterinburg time", "at the end of a sentence")},
    {"Asia/Omsk", QT_TRANSLATE_NOOP3("TriggerTexts", "Omsk time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Omsk time", "at the end of a sentence")},
    {"Asia/Novosibirsk", QT_TRANSLATE_NOOP3("TriggerTexts", "Novosibirsk time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Novosibirsk time", "at the end of a sentence")},
    {"Asia/Krasnoyarsk", QT_TRANSLATE_NOOP3("TriggerTexts", "Krasnoyarsk time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Krasnoyarsk time", "at the end of a sentence")},
    {"Asia/Irkutsk", QT_TRANSLATE_NOOP3("TriggerTexts", "Irkutsk time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Irkutsk time", "at the end of a sentence")},
    {"Asia/Yakutsk", QT_TRANSLATE_NOOP3("TriggerTexts", "Yakutsk time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Yakutsk time", "at the end of a sentence")},
    {"Asia/Vladivostok", QT_TRANSLATE_NOOP3("TriggerTexts", "Vladivostok time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Vladivostok time", "at the end of a sentence")},
    {"Asia/Magadan", QT_TRANSLATE_NOOP3("TriggerTexts", "Magadan time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Magadan time", "at the end of a sentence")},
    {"Asia/Kamchatka", QT_TRANSLATE_NOOP3("TriggerTexts", "Kamchatka time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Kamchatka time", "at the end of a sentence")},
    {"Europe/Kiev", QT_TRANSLATE_NOOP3("TriggerTexts", "Kiev time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Kiev time", "at the end of a sentence")},
    {"Europe/Kyiv", QT_TRANSLATE_NOOP3("TriggerTexts", "Kiev time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Kiev time", "at the end of a sentence")},
    {"Europe/Minsk", QT_TRANSLATE_NOOP3("TriggerTexts", "Minsk time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Minsk time", "at the end of a sentence")},
    {"Asia/Almaty", QT_TRANSLATE_NOOP3("TriggerTexts", "Almaty time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Almaty time", "at the end of a sentence")},
    {"Europe/Berlin", QT_TRANSLATE_NOOP3("TriggerTexts", "Berlin time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Berlin time", "at the end of a sentence")},
    {"Europe/London", QT_TRANSLATE_NOOP3("TriggerTexts", "London time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "London time", "at the end of a sentence")},
    {"America/New_York", QT_TRANSLATE_NOOP3("TriggerTexts", "New York time", "name of a time zone"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "New York time", "at the end of a sentence")},
};

bool isUtc(const QByteArray &zone)
{
    return zone == "UTC" || zone == "Etc/UTC" || zone == "Etc/UCT" || zone == "UCT" || zone == "Zulu"
        || zone == "Etc/Zulu";
}

template<std::size_t size>
QString word(const std::array<Word, size> &words, int index)
{
    const auto place = static_cast<std::size_t>(index);
    return place < size ? words[place].translated() : QString::number(index);
}

QString readable(const QByteArray &zone)
{
    return QString::fromUtf8(zone).replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace

namespace triggernames {

QString onWeekday(int weekday)
{
    return word(onWeekdays, weekday);
}

QString exceptWeekday(int weekday)
{
    return word(exceptWeekdays, weekday);
}

QString inMonth(int month)
{
    return word(inMonths, month - 1);
}

QString ofMonth(int month)
{
    return word(ofMonths, month - 1);
}

QString dayOfMonth(int day)
{
    switch (day % 100 / 10 == 1 ? 0 : day % 10) {
    case 1:
        return TriggerTexts::tr("%1st", "day of a month").arg(day);
    case 2:
        return TriggerTexts::tr("%1nd", "day of a month").arg(day);
    case 3:
        return TriggerTexts::tr("%1rd", "day of a month").arg(day);
    default:
        return TriggerTexts::tr("%1th", "day of a month").arg(day);
    }
}

QString fallsOnDay(int day)
{
    switch (day % 100 / 10 == 1 ? 0 : day % 10) {
    case 1:
        return TriggerTexts::tr("%1st", "day of a month: that fall on").arg(day);
    case 2:
        return TriggerTexts::tr("%1nd", "day of a month: that fall on").arg(day);
    case 3:
        return TriggerTexts::tr("%1rd", "day of a month: that fall on").arg(day);
    default:
        return TriggerTexts::tr("%1th", "day of a month: that fall on").arg(day);
    }
}

QString inZone(const QByteArray &zone)
{
    if (isUtc(zone)) {
        return TriggerTexts::tr("UTC", "at the end of a sentence");
    }
    for (const ZoneWords &known : knownZones) {
        if (zone == known.id) {
            return known.atEnd.translated();
        }
    }
    return TriggerTexts::tr("time of %1", "at the end of a sentence").arg(readable(zone));
}

QString list(const QStringList &items)
{
    if (items.size() < 2) {
        return items.value(0);
    }
    return TriggerTexts::tr("%1 and %2", "list")
        .arg(items.mid(0, items.size() - 1).join(QLatin1String(", ")), items.last());
}

QList<int> values(quint64 bits, int first, int last)
{
    QList<int> found;
    for (int value = first; value <= last; ++value) {
        if ((bits >> value & 1) != 0) {
            found.append(value);
        }
    }
    return found;
}

QList<Range> ranges(const QList<int> &values)
{
    QList<Range> found;
    for (const int value : values) {
        if (!found.isEmpty() && found.last().to == value - 1) {
            found.last().to = value;
        } else {
            found.append({value, value});
        }
    }
    return found;
}

QStringList named(const QList<int> &values, QString (*name)(int))
{
    QStringList names;
    for (const Range &range : ranges(values)) {
        if (range.to - range.from >= 2) {
            names.append(name(range.from) + QChar(0x2013) + name(range.to));
            continue;
        }
        for (int value = range.from; value <= range.to; ++value) {
            names.append(name(value));
        }
    }
    return names;
}

} // namespace triggernames

namespace triggertexts {

QString zoneName(const QByteArray &zone, const QLocale &locale)
{
    Q_UNUSED(locale)
    if (zone.isEmpty()) {
        return TriggerTexts::tr("local time", "name of a time zone");
    }
    if (isUtc(zone)) {
        return TriggerTexts::tr("UTC", "name of a time zone");
    }
    for (const ZoneWords &known : knownZones) {
        if (zone == known.id) {
            return known.name.translated();
        }
    }
    return TriggerTexts::tr("time of %1", "name of a time zone").arg(readable(zone));
}

QString problem(const CronProblem &problem)
{
    static constexpr std::array<Word, 5> fields{{
        QT_TRANSLATE_NOOP3("TriggerTexts", "Minute", "field of an expression"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Hour", "field of an expression"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Day of the month", "field of an expression"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Month", "field of an expression"),
        QT_TRANSLATE_NOOP3("TriggerTexts", "Day of the week", "field of an expression"),
    }};
    QString text;
    switch (problem.kind) {
    case CronProblemKind::None:
        return {};
    case CronProblemKind::Empty:
        return TriggerTexts::tr("Enter an expression: five fields or, for example, @daily.");
    case CronProblemKind::TooLong:
        return TriggerTexts::tr("The expression is too long.");
    case CronProblemKind::FieldCount:
        return TriggerTexts::tr("Five fields are needed: minute, hour, day of the month, month, day of the week.");
    case CronProblemKind::UnknownNickname:
        return TriggerTexts::tr(
            "This name is not known. There are @hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually.");
    case CronProblemKind::EmptyPart:
        text = TriggerTexts::tr("something is missing here.");
        break;
    case CronProblemKind::NotANumber:
        text = problem.field == 3 ? TriggerTexts::tr("neither a number nor a month such as jan.")
            : problem.field == 4  ? TriggerTexts::tr("neither a number nor a day such as mon.")
                                  : TriggerTexts::tr("this is not a number.");
        break;
    case CronProblemKind::OutOfRange:
        text = TriggerTexts::tr("must be from %1 to %2.").arg(problem.minimum).arg(problem.maximum);
        break;
    case CronProblemKind::Backwards:
        text = TriggerTexts::tr("the range runs backwards.");
        break;
    case CronProblemKind::StepOfOne:
        text = TriggerTexts::tr("a step needs a range or * before it.");
        break;
    case CronProblemKind::BadStep:
        text = TriggerTexts::tr("the step must be a number from 1 to 9999.");
        break;
    case CronProblemKind::Unsupported:
        text = TriggerTexts::tr("the signs ? L W # H ~ are not supported.");
        break;
    }
    const auto field = static_cast<std::size_t>(problem.field);
    if (field >= fields.size()) {
        return text;
    }
    return TriggerTexts::tr("%1: %2", "field of an expression, what is wrong with it")
        .arg(fields[field].translated(), text);
}

} // namespace triggertexts
} // namespace vestnik
