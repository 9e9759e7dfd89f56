// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/wordforms.h"

#include <algorithm>
#include <array>

#include <libstemmer.h>

namespace vestnik {
namespace {

constexpr char32_t firstRussian = U'а';
constexpr char32_t lastRussian = U'я';
constexpr char32_t breve = 0x306;
constexpr char32_t diaeresis = 0x308;

/// а to я in KOI8-R: the stemmer works on single bytes twice as fast.
constexpr std::array<unsigned char, 32> koi8{0xc1, 0xc2, 0xd7, 0xc7, 0xc4, 0xc5, 0xd6, 0xda, 0xc9, 0xca, 0xcb, 0xcc,
    0xcd, 0xce, 0xcf, 0xd0, 0xd2, 0xd3, 0xd4, 0xd5, 0xc6, 0xc8, 0xc3, 0xde, 0xdb, 0xdd, 0xdf, 0xd9, 0xd8, 0xdc, 0xc0,
    0xd1};

/// Letters that are written as two characters now and then, and must not lose what tells them apart.
char32_t composed(char32_t letter, char32_t mark)
{
    if (mark == breve) {
        return letter == U'и' ? U'й' : letter == U'у' ? U'ў' : letter;
    }
    return mark == diaeresis && letter == U'і' ? U'ї' : letter;
}

bool hasAccents(char32_t point)
{
    return (point > 0x7f && point <= 0x3ff) || (point >= 0x1e00 && point <= 0x1fff) || point == 0x400 || point == 0x40d
        || point == 0x450 || point == 0x45d;
}

char32_t withoutAccents(char32_t point)
{
    while (hasAccents(point) && QChar::decompositionTag(point) == QChar::Canonical) {
        const QString parts = QChar::decomposition(point);
        if (parts.isEmpty() || parts.at(0).unicode() == point) {
            break;
        }
        point = parts.at(0).unicode();
    }
    return point;
}

char32_t foldedPoint(char32_t point)
{
    const char32_t folded = QChar::toCaseFolded(withoutAccents(point));
    return folded == U'ё' ? U'е' : folded;
}

CharRole roleOf(char32_t point)
{
    constexpr char32_t softHyphen = 0xad;
    constexpr char32_t zeroWidthNonJoiner = 0x200c;
    constexpr char32_t zeroWidthJoiner = 0x200d;
    constexpr char32_t wordJoiner = 0x2060;
    if (QChar::isLetterOrNumber(point) || QChar::category(point) == QChar::Other_PrivateUse) {
        return CharRole::Part;
    }
    if (QChar::isMark(point) || point == softHyphen || point == zeroWidthNonJoiner || point == zeroWidthJoiner
        || point == wordJoiner) {
        return CharRole::PassedOver;
    }
    return CharRole::Between;
}

/// Most texts need no more than these characters.
constexpr char32_t tableSize = 0x600;

struct CharTable {
    std::array<CharRole, tableSize> roles{};
    std::array<char16_t, tableSize> folded{};

    CharTable()
    {
        for (char32_t point = 0; point < tableSize; ++point) {
            roles[point] = roleOf(point);
            folded[point] = static_cast<char16_t>(foldedPoint(point));
        }
    }
};

const CharTable &table()
{
    static const CharTable made;
    return made;
}

char32_t fold(const CharTable &chars, char32_t point)
{
    return point < tableSize ? chars.folded[point] : foldedPoint(point);
}

CharRole role(const CharTable &chars, char32_t point)
{
    return point < tableSize ? chars.roles[point] : roleOf(point);
}

/// Reads UTF-8; what is malformed reads as U+FFFD, byte by byte.
struct ByteReader {
    const unsigned char *text;
    qsizetype size;

    char32_t next(qsizetype &at) const
    {
        const unsigned char lead = text[at++];
        if (lead < 0x80) {
            return lead;
        }
        const int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc2 ? 1 : 0;
        if (more == 0 || at + more > size || lead > 0xf4) {
            return QChar::ReplacementCharacter;
        }
        char32_t point = lead & (0x3f >> more);
        for (int i = 0; i < more; ++i) {
            if ((text[at + i] & 0xc0) != 0x80) {
                return QChar::ReplacementCharacter;
            }
            point = (point << 6) | (text[at + i] & 0x3f);
        }
        at += more;
        return point;
    }
};

struct UnitReader {
    QStringView text;

    char32_t next(qsizetype &at) const
    {
        const char16_t unit = text.at(at++).unicode();
        if (QChar::isHighSurrogate(unit) && at < text.size() && text.at(at).isLowSurrogate()) {
            return QChar::surrogateToUcs4(unit, text.at(at++).unicode());
        }
        return unit;
    }
    [[nodiscard]] qsizetype length() const { return text.size(); }
};

struct StemmerDeleter {
    void operator()(sb_stemmer *stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, StemmerDeleter>;

/// Stems of the words that were met last: texts repeat themselves.
struct KnownStem {
    static constexpr int room = 24;
    std::array<unsigned char, room> word{};
    std::array<unsigned char, room> stem{};
    unsigned char wordSize = 0;
    unsigned char stemSize = 0;
};

/// UTF-8 of a word while it is being read. Four bytes a character at most.
class WordBuffer {
public:
    void clear()
    {
        m_size = 0;
        m_single = 0;
        m_points = 0;
        m_russian = true;
        m_latin = true;
    }
    [[nodiscard]] bool isEmpty() const { return m_points == 0; }
    void append(char32_t point)
    {
        if (m_points == WordForms::longest) {
            return;
        }
        m_lastStart = m_size;
        ++m_points;
        const bool russian = point >= firstRussian && point <= lastRussian;
        const bool latin = point >= U'a' && point <= U'z';
        m_russian = m_russian && russian;
        m_latin = m_latin && latin;
        m_singles[m_single++] = russian ? koi8[point - firstRussian] : static_cast<unsigned char>(latin ? point : 0);
        m_last = point;
        encode(point);
    }
    void mark(char32_t point)
    {
        const char32_t letter = composed(m_last, point);
        if (m_points > 0 && letter != m_last) {
            m_size = m_lastStart;
            --m_points;
            --m_single;
            append(letter);
        }
    }
    [[nodiscard]] std::string_view form() const { return {m_bytes.data(), static_cast<std::size_t>(m_size)}; }
    [[nodiscard]] const unsigned char *singles() const { return m_singles.data(); }
    [[nodiscard]] int points() const { return m_points; }
    [[nodiscard]] bool isRussian() const { return m_russian; }
    [[nodiscard]] bool isLatin() const { return m_latin; }

private:
    void encode(char32_t point)
    {
        if (point < 0x80) {
            m_bytes[m_size++] = static_cast<char>(point);
        } else if (point < 0x800) {
            m_bytes[m_size++] = static_cast<char>(0xc0 | (point >> 6));
            m_bytes[m_size++] = static_cast<char>(0x80 | (point & 0x3f));
        } else if (point < 0x10000) {
            m_bytes[m_size++] = static_cast<char>(0xe0 | (point >> 12));
            m_bytes[m_size++] = static_cast<char>(0x80 | ((point >> 6) & 0x3f));
            m_bytes[m_size++] = static_cast<char>(0x80 | (point & 0x3f));
        } else {
            m_bytes[m_size++] = static_cast<char>(0xf0 | (point >> 18));
            m_bytes[m_size++] = static_cast<char>(0x80 | ((point >> 12) & 0x3f));
            m_bytes[m_size++] = static_cast<char>(0x80 | ((point >> 6) & 0x3f));
            m_bytes[m_size++] = static_cast<char>(0x80 | (point & 0x3f));
        }
    }

    std::array<char, WordForms::longest * 4> m_bytes{};
    std::array<unsigned char, WordForms::longest> m_singles{};
    int m_size = 0;
    int m_single = 0;
    int m_points = 0;
    int m_lastStart = 0;
    char32_t m_last = 0;
    bool m_russian = true;
    bool m_latin = true;
};

} // namespace

class WordForms::Private {
public:
    Private()
        : russian(sb_stemmer_new("russian", "KOI8_R"))
        , english(sb_stemmer_new("english", "ISO_8859_1"))
        , known(2 * cacheSize)
    {
    }

    [[nodiscard]] std::string_view stem(const WordBuffer &word)
    {
        const int size = word.points();
        if (size < 2 || (!word.isRussian() && !word.isLatin())) {
            return word.form();
        }
        const bool isRussian = word.isRussian();
        // Only a broken installation has no such rules; all words stay as they are then.
        sb_stemmer *stemmer = isRussian ? russian.get() : english.get();
        if (!stemmer) {
            return word.form();
        }
        if (size > KnownStem::room) {
            const sb_symbol *stemmed = sb_stemmer_stem(stemmer, word.singles(), size);
            return view(word, stemmed, sb_stemmer_length(stemmer), isRussian);
        }
        quint32 hash = 2166136261U;
        for (int i = 0; i < size; ++i) {
            hash = (hash ^ word.singles()[i]) * 16777619U;
        }
        KnownStem &entry = known[((hash >> 7) & (cacheSize - 1)) + (isRussian ? cacheSize : 0)];
        if (entry.wordSize != size || !std::equal(word.singles(), word.singles() + size, entry.word.data())) {
            const sb_symbol *stemmed = sb_stemmer_stem(stemmer, word.singles(), size);
            const int length = sb_stemmer_length(stemmer);
            if (!stemmed || length > KnownStem::room) {
                return view(word, stemmed, length, isRussian);
            }
            std::copy_n(word.singles(), size, entry.word.data());
            std::copy_n(stemmed, length, entry.stem.data());
            entry.wordSize = static_cast<unsigned char>(size);
            entry.stemSize = static_cast<unsigned char>(length);
        }
        return view(word, entry.stem.data(), entry.stemSize, isRussian);
    }

    template<typename Reader>
    void read(const Reader &reader, qsizetype size, Call visit, void *visitor)
    {
        const CharTable &chars = table();
        WordBuffer word;
        word.clear();
        WordView found;
        qsizetype at = 0;
        while (at < size) {
            const qsizetype begin = at;
            const char32_t point = reader.next(at);
            const CharRole is = role(chars, point);
            if (is == CharRole::Part) {
                if (word.isEmpty()) {
                    found.begin = begin;
                }
                word.append(fold(chars, point));
                found.end = at;
            } else if (is == CharRole::PassedOver) {
                word.mark(point);
                found.end = word.isEmpty() ? found.end : at;
            } else if (!word.isEmpty()) {
                found.form = word.form();
                found.stem = stem(word);
                if (!visit(visitor, found)) {
                    return;
                }
                word.clear();
            }
        }
        if (!word.isEmpty()) {
            found.form = word.form();
            found.stem = stem(word);
            visit(visitor, found);
        }
    }

private:
    /// Russian stems are beginnings of their words; English ones are ASCII.
    static std::string_view view(const WordBuffer &word, const sb_symbol *stemmed, int length, bool isRussian)
    {
        if (!stemmed || length <= 0) {
            return word.form();
        }
        return isRussian ? word.form().substr(0, static_cast<std::size_t>(length) * 2)
                         : std::string_view(reinterpret_cast<const char *>(stemmed), static_cast<std::size_t>(length));
    }

    static constexpr quint32 cacheSize = 2048;
    Stemmer russian;
    Stemmer english;
    std::vector<KnownStem> known;
};

WordForms::WordForms()
    : d(std::make_unique<Private>())
{
}

WordForms::~WordForms() = default;

WordForms &WordForms::ofThread()
{
    static thread_local WordForms forms;
    return forms;
}

void WordForms::readBytes(std::string_view utf8, Call visit, void *visitor)
{
    const ByteReader reader{reinterpret_cast<const unsigned char *>(utf8.data()), static_cast<qsizetype>(utf8.size())};
    d->read(reader, static_cast<qsizetype>(utf8.size()), visit, visitor);
}

void WordForms::readUnits(QStringView text, Call visit, void *visitor)
{
    d->read(UnitReader{text}, text.size(), visit, visitor);
}

QList<TextWord> WordForms::words(QStringView text)
{
    QList<TextWord> found;
    read(text, [&found](const WordView &word) {
        found.append(TextWord{QByteArray(word.form.data(), static_cast<qsizetype>(word.form.size())),
            QByteArray(word.stem.data(), static_cast<qsizetype>(word.stem.size())), static_cast<int>(word.begin),
            static_cast<int>(word.end - word.begin)});
        return true;
    });
    return found;
}

CharRole charRole(char32_t point)
{
    return role(table(), point);
}

bool isSearchSign(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Symbol_Math:
    case QChar::Symbol_Currency:
    case QChar::Symbol_Other:
        return true;
    default:
        return point == U'%' || point == U'‰' || point == U'#';
    }
}

QString foldedText(QStringView text, QList<int> *places)
{
    const CharTable &chars = table();
    QString folded;
    folded.reserve(text.size());
    if (places) {
        places->clear();
        places->reserve(text.size() + 1);
    }
    const UnitReader reader{text};
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype begin = at;
        const char32_t point = reader.next(at);
        if (role(chars, point) == CharRole::PassedOver) {
            if (!folded.isEmpty()) {
                folded.back() = QChar(static_cast<char16_t>(composed(folded.back().unicode(), point)));
            }
            continue;
        }
        const char32_t plain = fold(chars, point);
        if (plain < 0x10000) {
            folded.append(QChar(static_cast<char16_t>(plain)));
        } else {
            folded.append(QChar(QChar::highSurrogate(plain))).append(QChar(QChar::lowSurrogate(plain)));
        }
        while (places && places->size() < folded.size()) {
            places->append(static_cast<int>(begin));
        }
    }
    if (places) {
        places->append(static_cast<int>(text.size()));
    }
    return folded;
}

} // namespace vestnik
