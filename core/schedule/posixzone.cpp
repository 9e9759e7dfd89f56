// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/posixzone.h"

#include <chrono>

namespace vestnik {
namespace {

constexpr qint64 daySeconds = 86'400;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Takes a rule apart from left to right.
class Reader final {
public:
    explicit Reader(QByteArrayView text)
        : m_rest(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

    bool take(char c)
    {
        if (m_rest.isEmpty() || m_rest.front() != c) {
            return false;
        }
        m_rest = m_rest.sliced(1);
        return true;
    }

    /// An abbreviation, in angle brackets unless it is made of letters only.
    bool takeName()
    {
        const bool quoted = take('<');
        qsizetype length = 0;
        const auto belongs = [quoted](
                                 char c) { return isLetter(c) || (quoted && (isDigit(c) || c == '+' || c == '-')); };
        while (length < m_rest.size() && belongs(m_rest.at(length))) {
            ++length;
        }
        m_rest = m_rest.sliced(length);
        return length >= 3 && (!quoted || take('>'));
    }

    /// A number of one digit or more.
    std::optional<int> takeNumber(int least, int most)
    {
        int value = 0;
        qsizetype length = 0;
        while (length < m_rest.size() && length < 4 && isDigit(m_rest.at(length))) {
            value = value * 10 + (m_rest.at(length) - '0');
            ++length;
        }
        m_rest = m_rest.sliced(length);
        if (length == 0 || value < least || value > most) {
            return std::nullopt;
        }
        return value;
    }

    /// [+-]hours[:minutes[:seconds]], in seconds.
    std::optional<int> takeTime(int mostHours)
    {
        const int sign = take('-') ? -1 : 1;
        if (sign > 0) {
            take('+');
        }
        const std::optional<int> hours = takeNumber(0, mostHours);
        if (!hours) {
            return std::nullopt;
        }
        int seconds = *hours * 3600;
        for (const int unit : {60, 1}) {
            if (!take(':')) {
                break;
            }
            const std::optional<int> number = takeNumber(0, 59);
            if (!number) {
                return std::nullopt;
            }
            seconds += *number * unit;
        }
        return sign * seconds;
    }

    std::optional<PosixZone::Change> takeChange()
    {
        using Day = PosixZone::Change::Day;
        PosixZone::Change change;
        std::optional<int> number;
        if (take('M')) {
            change.day = Day::Week;
            const std::optional<int> month = takeNumber(1, 12);
            const std::optional<int> week = month && take('.') ? takeNumber(1, 5) : std::nullopt;
            number = week && take('.') ? takeNumber(0, 6) : std::nullopt;
            change.month = month.value_or(0);
            change.week = week.value_or(0);
        } else if (take('J')) {
            change.day = Day::Julian;
            number = takeNumber(1, 365);
        } else {
            number = takeNumber(0, 365);
        }
        if (!number) {
            return std::nullopt;
        }
        change.number = *number;
        if (take('/')) {
            const std::optional<int> time = takeTime(167);
            if (!time) {
                return std::nullopt;
            }
            change.time = *time;
        }
        return change;
    }

private:
    QByteArrayView m_rest;
};

} // namespace

qint64 PosixZone::Change::inYear(int year) const
{
    using namespace std::chrono;
    const std::chrono::year y(year);
    const sys_days first(y / January / 1);
    sys_days date = first;
    switch (day) {
    case Day::Julian:
        date = first + days(number - 1 + (y.is_leap() && number >= 60 ? 1 : 0));
        break;
    case Day::Ordinal:
        date = first + days(number);
        break;
    case Day::Week: {
        const std::chrono::month m(static_cast<unsigned>(month));
        const weekday wanted(static_cast<unsigned>(number));
        date = week == 5 ? sys_days(y / m / wanted[last]) : sys_days(y / m / wanted[static_cast<unsigned>(week)]);
        break;
    }
    }
    return date.time_since_epoch().count() * daySeconds + time;
}

std::optional<PosixZone> PosixZone::parse(QByteArrayView text)
{
    Reader reader(text);
    PosixZone zone;
    if (!reader.takeName()) {
        return std::nullopt;
    }
    // POSIX counts west of Greenwich.
    const std::optional<int> west = reader.takeTime(24);
    if (!west) {
        return std::nullopt;
    }
    zone.standard = -*west;
    zone.summer = zone.standard + 3600;
    if (reader.atEnd()) {
        return zone;
    }
    if (!reader.takeName()) {
        return std::nullopt;
    }
    if (!reader.take(',')) {
        const std::optional<int> summerWest = reader.takeTime(24);
        if (!summerWest || !reader.take(',')) {
            return std::nullopt;
        }
        zone.summer = -*summerWest;
    }
    const std::optional<Change> begin = reader.takeChange();
    const std::optional<Change> end = begin && reader.take(',') ? reader.takeChange() : std::nullopt;
    if (!end || !reader.atEnd()) {
        return std::nullopt;
    }
    zone.changes = {*begin, *end};
    return zone;
}

std::array<PosixZone::Turn, 2> PosixZone::turns(int year) const
{
    const Turn toSummer{changes->at(0).inYear(year) - standard, summer};
    const Turn toStandard{changes->at(1).inYear(year) - summer, standard};
    if (toStandard.at < toSummer.at) {
        return {toStandard, toSummer};
    }
    return {toSummer, toStandard};
}

} // namespace vestnik
