// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/jsonbytes.h"

#include <QLocale>

#include <charconv>
#include <chrono>
#include <cmath>

namespace vestnik {
namespace {

constexpr char hexDigits[] = "0123456789abcdef";

} // namespace

void JsonBytes::number(qint64 value)
{
    separate();
    char *const at = room(24);
    m_size += std::to_chars(at, at + 24, value).ptr - at;
}

void JsonBytes::real(double value)
{
    if (!std::isfinite(value)) {
        return null();
    }
    separate();
    append(QByteArray::number(value, 'g', QLocale::FloatingPointShortest).constData());
}

void JsonBytes::string(const QString &value)
{
    separate();
    // At most six bytes for a unit (\u001f), and the quotes.
    char *out = room(value.size() * 6 + 2);
    const char *const from = out;
    *out++ = '"';
    const char16_t *at = reinterpret_cast<const char16_t *>(value.constData());
    const char16_t *const end = at + value.size();
    while (at != end) {
        const char16_t unit = *at++;
        if (unit < 0x80) {
            if (unit >= 0x20 && unit != u'"' && unit != u'\\') {
                *out++ = static_cast<char>(unit);
            } else if (unit >= 0x20) {
                *out++ = '\\';
                *out++ = static_cast<char>(unit);
            } else if (unit == u'\n') {
                *out++ = '\\';
                *out++ = 'n';
            } else {
                for (const char c : {'\\', 'u', '0', '0', hexDigits[unit >> 4], hexDigits[unit & 0xf]}) {
                    *out++ = c;
                }
            }
        } else if (unit < 0x800) {
            *out++ = static_cast<char>(0xc0 | (unit >> 6));
            *out++ = static_cast<char>(0x80 | (unit & 0x3f));
        } else if (QChar::isHighSurrogate(unit) && at != end && QChar::isLowSurrogate(*at)) {
            const char32_t point = QChar::surrogateToUcs4(unit, *at++);
            *out++ = static_cast<char>(0xf0 | (point >> 18));
            *out++ = static_cast<char>(0x80 | ((point >> 12) & 0x3f));
            *out++ = static_cast<char>(0x80 | ((point >> 6) & 0x3f));
            *out++ = static_cast<char>(0x80 | (point & 0x3f));
        } else {
            const char16_t shown = QChar::isSurrogate(unit) ? char16_t(QChar::ReplacementCharacter) : unit;
            *out++ = static_cast<char>(0xe0 | (shown >> 12));
            *out++ = static_cast<char>(0x80 | ((shown >> 6) & 0x3f));
            *out++ = static_cast<char>(0x80 | (shown & 0x3f));
        }
    }
    *out++ = '"';
    m_size += out - from;
}

void JsonBytes::digits(int value, int width)
{
    char *const at = room(width);
    for (int i = width - 1; i >= 0; --i) {
        at[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
    m_size += width;
}

void JsonBytes::time(qint64 msUtc)
{
    if (msUtc == 0) {
        return null();
    }
    using namespace std::chrono;
    const sys_time<milliseconds> moment{milliseconds(msUtc)};
    const sys_days midnight = floor<days>(moment);
    const year_month_day date(midnight);
    const hh_mm_ss<milliseconds> clock(moment - midnight);
    separate();
    append('"');
    // Years of other lengths do not come from any source; they are still unlike each other.
    digits(std::abs(static_cast<int>(date.year())), 4);
    append('-');
    digits(static_cast<int>(static_cast<unsigned>(date.month())), 2);
    append('-');
    digits(static_cast<int>(static_cast<unsigned>(date.day())), 2);
    append('T');
    digits(static_cast<int>(clock.hours().count()), 2);
    append(':');
    digits(static_cast<int>(clock.minutes().count()), 2);
    append(':');
    digits(static_cast<int>(clock.seconds().count()), 2);
    if (clock.subseconds().count() != 0) {
        append('.');
        digits(static_cast<int>(clock.subseconds().count()), 3);
    }
    append("Z\"");
}

} // namespace vestnik
