// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

/// Sources of the phrase books, one per demo channel. Sections every one has: head, line, end, tag, photo, sign, place,
/// poll
/// ("question | answer | answer …"), card ("site | title | description"), doc ("file | size"), button, reply, quote.
namespace vestnik {

[[nodiscard]] QString cityPhrases(); ///< Russian: city news
[[nodiscard]] QString economyPhrases(); ///< Russian: markets and prices
[[nodiscard]] QString culturePhrases(); ///< Russian: theatre, books, music
[[nodiscard]] QString weatherPhrases(); ///< Russian: weather of a coast
[[nodiscard]] QString wirePhrases(); ///< English: news of a harbour town
[[nodiscard]] QString sciencePhrases(); ///< English: science
[[nodiscard]] QString techPhrases(); ///< English: software
[[nodiscard]] QString lensPhrases(); ///< English: photography

} // namespace vestnik
