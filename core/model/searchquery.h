// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QTimeZone>

namespace vestnik {

/// What stands before the colon of a filter.
enum class SearchField {
    Channel, ///< channel:name, @ and address forms too; a beginning with *
    Folder, ///< folder:name or folder:"two words"
    From, ///< from:name: forwarded from this channel or person
    Author, ///< author:name: signature
    Before, ///< before:2026-05-01, before:today, before:7d: posted earlier than the start of that day
    After, ///< after:2026-05-01: posted on that day or later; 7d = since seven days ago
    On, ///< on:2026-05-01, on:2026-05, on:2026, on:today, on:yesterday
    Has, ///< has:link|photo|video|file|poll|article|audio|voice|media|note|tag
    Is, ///< is:starred|unread|read|edited|deleted|forwarded|reply
    Views, ///< views:>10000, views:>=10k, views:<500, views:1000..5000
    Lang, ///< lang:ru, lang:en, lang:uk
    Tag, ///< tag:name of the operator's tags
};

/// One node of a query. A value.
struct SearchNode {
    enum class Kind {
        All, ///< every child holds; no children: everything matches
        Any, ///< at least one child holds
        Not, ///< the only child does not hold
        Word, ///< any form of the word
        Prefix, ///< words that begin so
        Phrase, ///< these words as written, one after another
        Sign, ///< characters the index of words does not know (emoji, $, #): to be found in the text as they stand
        Filter,
    };

    Kind kind = Kind::All;
    QString text; ///< Word, Prefix, Phrase, Sign: as typed, without quotes and *; Filter: its value as typed
    SearchField field = SearchField::Channel;
    qint64 from = 0; ///< dates: ms UTC, included, 0 open; views: least, 0 open
    qint64 to = 0; ///< dates: ms UTC, excluded, 0 open; views: most, included, -1 open
    QList<SearchNode> children;
    int offset = 0; ///< place in what was typed, UTF-16 units
    int length = 0;

    [[nodiscard]] bool operator==(const SearchNode &) const = default;
};

/// Something in a query that was not understood. It is left out of the search; the rest holds.
struct SearchProblem {
    enum class Kind {
        UnclosedQuote, ///< taken as closed at the end
        UnclosedParenthesis,
        StrayParenthesis,
        EmptyFilter, ///< channel: without a value
        UnknownField, ///< subject: the field; its words are searched as words
        UnknownValue, ///< has:, is:, lang: with a value that does not exist; subject: the value
        BadDate,
        BadNumber,
        LonelyOr, ///< OR without something on both sides
        LonelyMinus,
        LonelyStar, ///< * without letters before it
        TooLong, ///< more than 64 words or 2000 characters; the rest is left out
    };

    Kind kind = Kind::UnclosedQuote;
    QString subject;
    int offset = 0; ///< place in what was typed, UTF-16 units
    int length = 0;

    [[nodiscard]] bool operator==(const SearchProblem &) const = default;
};

struct SearchQuery {
    SearchNode root; ///< kind All
    QList<SearchProblem> problems; ///< by place

    /// True if nothing is asked: everything matches.
    [[nodiscard]] bool isEmpty() const { return root.children.isEmpty(); }
    /// True if it has words, phrases or signs outside of Not: something a reader can be shown.
    [[nodiscard]] bool hasWords() const;
};

/// Reads what an operator typed. Never fails: what is not understood stands in `problems` and is left out.
/// Words must all occur; OR between two terms; -term excludes; (a OR b) c groups; "exact phrase"; word*; field:value.
/// OR may be written ИЛИ, or |. Dates are days of `zone`; `nowMs`: ms UTC, what "today" and "7d" count from. Pure.
[[nodiscard]] SearchQuery parseSearch(const QString &typed, qint64 nowMs, const QTimeZone &zone);

/// The one English name of a value of has:, is: or lang: ("photo" for "Фото"); empty if there is no such value.
[[nodiscard]] QString canonicalSearchValue(SearchField field, const QString &typed);

/// English sentence for a problem with %1 = subject, marked for translation in the context "Search".
[[nodiscard]] const char *searchProblemTemplate(SearchProblem::Kind kind);

/// A range of a text, UTF-16 units.
struct TextRange {
    int offset = 0;
    int length = 0;

    [[nodiscard]] bool operator==(const TextRange &) const = default;
};

/// Where the words, beginnings, phrases and signs of a query stand in a text, in order, without overlaps. What is
/// excluded by Not is not shown. Pure, any thread.
[[nodiscard]] QList<TextRange> searchHits(const SearchQuery &query, const QString &text);

} // namespace vestnik
