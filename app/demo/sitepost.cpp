// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/sitepost.h"

#include <array>

namespace vestnik {

QString siteKindName(SiteKind kind)
{
    static constexpr std::array names{"text", "photo", "video", "gif", "round", "voice", "audio", "document", "poll",
        "sticker", "location", "contact", "album", "service", "unsupported"};
    return QString::fromLatin1(names.at(std::size_t(kind)));
}

QString shownCount(qint64 count)
{
    if (count < 1000) {
        return QString::number(count);
    }
    const qint64 unit = count < 1'000'000 ? 1000 : 1'000'000;
    const int decimals = count < 10 * unit ? 2 : 1;
    const qint64 scale = decimals == 2 ? 100 : 10;
    const qint64 scaled = count / (unit / scale);
    QString shown = QString::number(scaled / scale);
    QString fraction = QString::number(scaled % scale).rightJustified(decimals, u'0');
    while (fraction.endsWith(u'0')) {
        fraction.chop(1);
    }
    if (!fraction.isEmpty()) {
        shown += u'.' + fraction;
    }
    return shown + (unit == 1000 ? u'K' : u'M');
}

QString shownDuration(int seconds)
{
    const auto two = [](int value) { return QString::number(value).rightJustified(2, u'0'); };
    const int minutes = seconds / 60;
    if (minutes < 60) {
        return QString::number(minutes) + u':' + two(seconds % 60);
    }
    return QString::number(minutes / 60) + u':' + two(minutes % 60) + u':' + two(seconds % 60);
}

} // namespace vestnik
