// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/counters.h"

#include <QString>

namespace vestnik {
namespace {

constexpr int maxDigits = 15;

int suffixPower(QChar letter)
{
    switch (letter.toUpper().unicode()) {
    case u'K':
        return 3;
    case u'M':
        return 6;
    case u'B':
        return 9;
    default:
        return 0;
    }
}

/// Two digits at a place, -1 if they are none.
int twoDigits(std::string_view text, std::size_t at)
{
    if (at + 2 > text.size() || text[at] < '0' || text[at] > '9' || text[at + 1] < '0' || text[at + 1] > '9') {
        return -1;
    }
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

/// Days since 1970-01-01 of a date of the Gregorian calendar.
qint64 daysOf(qint64 year, int month, int day)
{
    // Years begin in March, so that the leap day is the last one and months follow a straight line.
    const qint64 shifted = month > 2 ? year : year - 1;
    const qint64 era = shifted / 400;
    const qint64 yearOfEra = shifted - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

} // namespace

std::optional<Count> parseCount(const QString &shown)
{
    qint64 value = 0;
    int digits = 0;
    int decimals = -1; // -1: no decimal point yet
    int power = 0;
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const QChar c = shown.at(i);
        if (c >= u'0' && c <= u'9') {
            if (power > 0 || ++digits > maxDigits) {
                return std::nullopt;
            }
            value = value * 10 + (c.unicode() - u'0');
            decimals += decimals >= 0 ? 1 : 0;
        } else if (c == u'.' && decimals < 0 && digits > 0) {
            decimals = 0;
        } else if (digits > 0 && power == 0 && suffixPower(c) > 0) {
            power = suffixPower(c);
        } else if (!c.isSpace() && c != u',' && c != u'\u2009' && c != u'\u202f') {
            return std::nullopt;
        }
    }
    if (digits == 0 || digits + power > 18) {
        return std::nullopt;
    }
    for (int left = power - qMax(decimals, 0); left > 0; --left) {
        value *= 10;
    }
    for (int left = qMax(decimals, 0) - power; left > 0; --left) {
        value /= 10;
    }
    return Count{value, shown, power > 0};
}

int parseDuration(const QString &shown)
{
    int total = 0;
    int part = 0;
    int digits = 0;
    int parts = 1;
    for (const QChar c : shown) {
        if (c >= u'0' && c <= u'9' && ++digits <= 4) {
            part = part * 10 + (c.unicode() - u'0');
        } else if (c == u':' && digits > 0 && ++parts <= 3) {
            total = (total + part) * 60;
            part = 0;
            digits = 0;
        } else {
            return -1;
        }
    }
    return digits > 0 && parts > 1 ? total + part : -1;
}

int parsePercent(const QString &shown)
{
    const std::optional<Count> count = shown.endsWith(u'%') ? parseCount(shown.chopped(1)) : std::optional<Count>();
    return count && count->value <= 100 ? static_cast<int>(count->value) : -1;
}

qint64 parseTime(std::string_view iso)
{
    // 2026-05-20T15:38:10, then perhaps a fraction, then Z or an offset.
    const int century = twoDigits(iso, 0);
    const int yearOfCentury = twoDigits(iso, 2);
    const int month = twoDigits(iso, 5);
    const int day = twoDigits(iso, 8);
    const int hour = twoDigits(iso, 11);
    const int minute = twoDigits(iso, 14);
    const int second = twoDigits(iso, 17);
    if (century < 19 || yearOfCentury < 0 || month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || hour > 23
        || minute < 0 || minute > 59 || second < 0 || second > 60 || iso[4] != '-' || iso[7] != '-') {
        return 0;
    }
    std::size_t at = 19;
    while (at < iso.size() && (iso[at] == '.' || (iso[at] >= '0' && iso[at] <= '9'))) {
        ++at;
    }
    int offset = 0;
    if (at < iso.size() && (iso[at] == '+' || iso[at] == '-')) {
        const int hours = twoDigits(iso, at + 1);
        const int minutes = twoDigits(iso, at + 1 + (at + 3 < iso.size() && iso[at + 3] == ':' ? 3 : 2));
        if (hours < 0 || hours > 23) {
            return 0;
        }
        offset = (hours * 60 + qMax(minutes, 0)) * (iso[at] == '-' ? -1 : 1);
    }
    const qint64 days = daysOf(century * 100 + yearOfCentury, month, day);
    const qint64 seconds = days * 86400 + hour * 3600 + minute * 60 + second - offset * 60;
    return seconds > 0 ? seconds * 1000 : 0;
}

qint64 parseId(std::string_view digits)
{
    if (digits.empty() || digits.size() > 18) {
        return 0;
    }
    qint64 value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') {
            return 0;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace vestnik
