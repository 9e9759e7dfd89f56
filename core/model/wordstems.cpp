// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <string_view>

#include "core/model/wordforms.h"

// What stems and the forms they come from have in common at their beginning, by the rules of Snowball
// (https://snowballstem.org/algorithms/russian/stemmer.html and …/english/stemmer.html). A Russian stem is always a
// beginning of its form: the rules only take endings away, behind the first vowel. The English rules take endings away,
// too, behind a vowel, and put at the end of what is left
//   i   for a y (happy, happi),
//   e   where it makes a word again (hoping, hope; relativity, relative; probably, probable),
//   l, le in words in -bility (sensibility, sensibl),
//   y, ie in the exceptions skies (sky), dying, lying, tying (die, lie, tie).

namespace vestnik {
namespace {

/// Letters that endings begin with. н of нн and doubled English letters are among them or looked at apart.
constexpr std::u16string_view russianEndings = u"аеийоуыьэюявлнтщс";
constexpr std::u16string_view russianVowels = u"аеиоуыэюя";

bool hasEnglishVowel(const QByteArray &word)
{
    return std::any_of(
        word.begin(), word.end(), [](char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; });
}

/// Stems that begin with `beginning` while their form goes on with `next`.
void appendEnglish(QList<QByteArray> &stems, const QByteArray &beginning, char next)
{
    if (next == 'y') {
        stems.append(beginning + "i");
        stems.append(beginning + "ie");
    }
    if (beginning == "sk" && next == 'i') {
        stems.append(QByteArrayLiteral("sky"));
    }
    if (beginning.size() < 2) {
        return;
    }
    if (std::string_view("aeioy").find(next) != std::string_view::npos) {
        stems.append(beginning + "e");
    }
    if (beginning.endsWith('b') && next == 'i') {
        stems.append(beginning + "l");
        stems.append(beginning + "le");
    }
    if (hasEnglishVowel(beginning)) {
        stems.append(beginning);
    }
}

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
        const QString letters = QString::fromUtf8(prefix);
        bool vowel = false;
        for (qsizetype size = 1; size < letters.size(); ++size) {
            vowel = vowel || russianVowels.find(letters.at(size - 1).unicode()) != std::u16string_view::npos;
            if (vowel && russianEndings.find(letters.at(size).unicode()) != std::u16string_view::npos) {
                stems.append(letters.left(size).toUtf8());
            }
        }
    } else if (isLatin(prefix)) {
        for (qsizetype size = 1; size < prefix.size(); ++size) {
            appendEnglish(stems, prefix.left(size), prefix.at(size));
        }
    }
    // Those that begin with the whole prefix are found without this.
    stems.erase(std::remove_if(
                    stems.begin(), stems.end(), [&prefix](const QByteArray &stem) { return stem.startsWith(prefix); }),
        stems.end());
    return stems;
}

bool stemsKeepBeginning(const QByteArray &prefix)
{
    // What English rules put at the end of a stem: the form may have other letters there.
    return !isLatin(prefix) || prefix.isEmpty()
        || std::string_view("eiyl").find(prefix.back()) == std::string_view::npos;
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
