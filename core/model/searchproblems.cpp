// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtGlobal>

#include "core/model/searchquery.h"

namespace vestnik {

const char *searchProblemTemplate(SearchProblem::Kind kind)
{
    switch (kind) {
    case SearchProblem::Kind::UnclosedQuote:
        return QT_TRANSLATE_NOOP(
            "Search", "The quotation mark is not closed: everything after it counts as the phrase.");
    case SearchProblem::Kind::UnclosedParenthesis:
        return QT_TRANSLATE_NOOP("Search", "The parenthesis is not closed: the group goes on to the end.");
    case SearchProblem::Kind::StrayParenthesis:
        return QT_TRANSLATE_NOOP("Search", "This parenthesis has no partner and is left out.");
    case SearchProblem::Kind::EmptyFilter:
        return QT_TRANSLATE_NOOP("Search", "A value is missing after \"%1:\".");
    case SearchProblem::Kind::UnknownField:
        return QT_TRANSLATE_NOOP("Search", "There is no filter \"%1:\": it is searched as words.");
    case SearchProblem::Kind::UnknownValue:
        return QT_TRANSLATE_NOOP("Search", "This filter has no value \"%1\": it is left out.");
    case SearchProblem::Kind::BadDate:
        return QT_TRANSLATE_NOOP("Search",
            "\"%1\" is no date. Dates look like 2026-05-20, 20.05.2026, 2026-05, today, yesterday, 7d, 2w, 3m, 1y.");
    case SearchProblem::Kind::BadNumber:
        return QT_TRANSLATE_NOOP(
            "Search", "\"%1\" is no number of views. Numbers look like >10000, >=10k, <500, 1000..5000.");
    case SearchProblem::Kind::LonelyOr:
        return QT_TRANSLATE_NOOP("Search", "OR needs something to search for on both sides.");
    case SearchProblem::Kind::LonelyMinus:
        return QT_TRANSLATE_NOOP("Search", "A minus excludes what follows it without a space; here nothing follows.");
    case SearchProblem::Kind::LonelyStar:
        return QT_TRANSLATE_NOOP("Search", "An asterisk needs letters before it: bank* finds words that begin so.");
    case SearchProblem::Kind::TooLong:
        return QT_TRANSLATE_NOOP("Search", "The search is too long: the rest of it is left out.");
    }
    return "";
}

} // namespace vestnik
