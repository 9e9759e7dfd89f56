// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"
#include "core/model/searchquery.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace vestnik {

struct PostRow;

// Marks: words of the index of texts that are not in the text, so that filters combine with words inside the index.
// They stand in posts.marks with a space between them, begin with 0 and a letter and are never stemmed, because words
// with digits are not. The kinds:
//   0p            every post: what "all but …" is taken from
//   0c17          channel 17
//   0hphoto …     has: link photo video file poll article audio voice media
//   0lru …        language of the text, a guess by its letters
//   0iforwarded   is: forwarded, reply
//   0fиванов      a word of the name of whom it is forwarded from
//   0ubbcnews     username of the channel it is forwarded from, without underscores
//   0aпетров      a word of the signature
//   0e1f525       the text has the sign U+1F525 (wordforms.h says what is a sign)
// Changing what is made here makes stored marks old: that needs a migration that sets posts.marks to NULL and enqueues.
namespace postmarks {

inline const QByteArray everyPost = QByteArrayLiteral("0p");

/// All marks of a post. `hasLink`: as in its row.
[[nodiscard]] QString marksOf(const Post &post, ChannelId channel, bool hasLink);
/// The same from its row.
[[nodiscard]] QString marksOfRow(const PostRow &row);
/// True if nothing differs that marks are made of.
[[nodiscard]] bool sameMarks(const PostRow &a, const PostRow &b);

[[nodiscard]] QByteArray channelMark(ChannelId channel);
/// The marks of the signs in a text, each once.
[[nodiscard]] QList<QByteArray> signMarks(const QString &text);
/// The marks that a filter asks for: one of the groups, and of that group all. Nothing if marks cannot answer it
/// (channel:, dates, views:, tags …); an empty list if nothing can match.
[[nodiscard]] std::optional<QList<QList<QByteArray>>> marksFor(const SearchNode &filter);

/// A guess: "ru", "en", "uk" …, empty without letters. By the first letters of the text: the script they are of, then
/// letters that one language has only (і, ї, є, ґ are Ukrainian; ў Belarusian; ә, ғ, қ Kazakh). Latin letters count as
/// English unless accents are frequent.
[[nodiscard]] QString guessedLanguage(const QString &text);

} // namespace postmarks
} // namespace vestnik
