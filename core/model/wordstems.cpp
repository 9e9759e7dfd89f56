// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>

#include "core/model/wordforms.h"

// What stems and the forms they come from have in common at their beginning. A Russian stem is always a beginning of
// its form: the rules only take endings away. The English rules also put letters at the end of what is left: y becomes
// i (happy, happi), an e comes back (hoping, hope), ility becomes l or le (sensibility, sensibl), and of the exceptions
// "dying" becomes "die" and "skies" "sky". So a form and its stem part at most these letters before the stem's end.
// Source: https://snowballstem.org/algorithms/english/stemmer.html

namespace vestnik {
namespace {

constexpr std::array<const char *, 6> englishTails{"e", "i", "y", "l", "le", "ie"};

bool isLatin(const QByteArray &word)
{
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// In UTF-8 the letters а to п are D0 B0 to D0 BF, р to я D1 80 to D1 8F.
bool isRussian(const QByteArray &word)
{
    if (word.isEmpty() || word.size() % 2 != 0) {
        return false;
    }
    for (qsizetype i = 0; i < word.size(); i += 2) {
        const auto lead = static_cast<unsigned char>(word.at(i));
        const auto trail = static_cast<unsigned char>(word.at(i + 1));
        const bool first = lead == 0xd0 && trail >= 0xb0 && trail <= 0xbf;
        const bool second = lead == 0xd1 && trail >= 0x80 && trail <= 0x8f;
        if (!first && !second) {
            return false;
        }
    }
    return true;
}

} // namespace

QList<QByteArray> shorterStems(const QByteArray &prefix)
{
    QList<QByteArray> stems;
    if (isRussian(prefix)) {
        for (qsizetype size = 2; size < prefix.size(); size += 2) {
            stems.append(prefix.left(size));
        }
        return stems;
    }
    if (!isLatin(prefix)) {
        return stems;
    }
    for (qsizetype size = 1; size < prefix.size(); ++size) {
        const QByteArray beginning = prefix.left(size);
        stems.append(beginning);
        for (const char *tail : englishTails) {
            const QByteArray stem = beginning + tail;
            if (!stem.startsWith(prefix) && !prefix.startsWith(stem)) {
                stems.append(stem);
            }
        }
    }
    return stems;
}

bool stemsKeepBeginning(const QByteArray &prefix)
{
    return !isLatin(prefix);
}

QByteArray sharedBeginning(const QByteArray &stem)
{
    if (!isLatin(stem)) {
        return stem;
    }
    for (const char *tail : {"ie", "le", "e", "i", "y", "l"}) {
        const qsizetype length = static_cast<qsizetype>(qstrlen(tail));
        if (stem.size() > length && stem.endsWith(tail)) {
            return stem.chopped(length);
        }
    }
    return stem;
}

} // namespace vestnik
