// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <string_view>
#include <type_traits>

namespace vestnik {

/// One word of a text as the index keeps it. The views are good until the visitor returns.
struct WordView {
    std::string_view form; ///< UTF-8, folded: no case, ё as е, no accents on Latin and Greek letters
    std::string_view stem; ///< UTF-8; what all forms of the word share. The form itself where no rules apply
    qsizetype begin = 0; ///< place in the text that is read: bytes of UTF-8, or UTF-16 units
    qsizetype end = 0;
};

/// The same as a value.
struct TextWord {
    QByteArray form;
    QByteArray stem;
    int offset = 0; ///< UTF-16 units
    int length = 0;

    [[nodiscard]] bool operator==(const TextWord &) const = default;
};

/// Cuts texts into words: the one and only way in the product, so that both databases, the recheck of hits and the
/// marks in the reader agree. A word is a run of letters, digits, other numbers and private-use characters; accents and
/// joiners inside it are passed over. Words wholly of Russian letters get the Russian stem of Snowball, words wholly of
/// the letters a to z the English one; what has digits or other letters stays as it is. Of a longer word the first
/// `longest` characters count. Not thread-safe: use ofThread().
class WordForms final {
public:
    static constexpr int longest = 64;

    WordForms();
    ~WordForms();
    Q_DISABLE_COPY_MOVE(WordForms)

    /// The instance of the calling thread.
    [[nodiscard]] static WordForms &ofThread();

    /// Calls `visit(const WordView &)` for each word in order; a visitor that returns false ends it.
    template<typename Visitor>
    void read(std::string_view utf8, Visitor &&visit)
    {
        readBytes(utf8, &call<std::remove_reference_t<Visitor>>, &visit);
    }
    template<typename Visitor>
    void read(QStringView text, Visitor &&visit)
    {
        readUnits(text, &call<std::remove_reference_t<Visitor>>, &visit);
    }
    [[nodiscard]] QList<TextWord> words(QStringView text);

private:
    class Private;
    using Call = bool (*)(void *visitor, const WordView &word);

    template<typename Visitor>
    static bool call(void *visitor, const WordView &word)
    {
        return (*static_cast<Visitor *>(visitor))(word);
    }
    void readBytes(std::string_view utf8, Call call, void *visitor);
    void readUnits(QStringView text, Call call, void *visitor);

    std::unique_ptr<Private> d;
};

/// How a character counts inside a text.
enum class CharRole {
    Between, ///< ends a word
    PassedOver, ///< accents, joiners: no part of a word and no end of it
    Part,
};
[[nodiscard]] CharRole charRole(char32_t point);

/// Characters that mean something in a search although they are no part of a word: $, %, +, #, №, emoji.
[[nodiscard]] bool isSearchSign(char32_t point);

/// Text without the differences that do not matter to a search (case, ё, accents), character by character, what stands
/// between words included; what is passed over is left out. If `places` is given it gets for each unit of the result
/// the offset of its character in `text`, and the length of `text` at the end.
[[nodiscard]] QString foldedText(QStringView text, QList<int> *places = nullptr);

/// Beginnings that stems of words may have that begin with `prefix` (folded form, UTF-8) where the stem itself does not
/// begin so: банков* finds "банковский" by its stem "банковск", and "банков" by its stem "банк".
[[nodiscard]] QList<QByteArray> shorterStems(const QByteArray &prefix);
/// True if every stem that begins with `prefix` belongs only to forms that begin so, too.
[[nodiscard]] bool stemsKeepBeginning(const QByteArray &prefix);
/// A beginning that all forms with this stem share.
[[nodiscard]] QByteArray sharedBeginning(const QByteArray &stem);

} // namespace vestnik
