// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/channelnames.h"

#include <QSet>
#include <QStringView>

#include <algorithm>
#include <array>
#include <optional>

namespace vestnik {
namespace {

constexpr qsizetype maxText = 1024 * 1024;
constexpr qsizetype maxNames = 20'000;
constexpr qsizetype maxAddress = 512;
constexpr qsizetype maxOthers = 20'000; ///< a text with so many that are none is no list of channels

bool isNameChar(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || (u >= u'0' && u <= u'9') || u == u'_';
}

bool isLatinLetter(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z');
}

bool isName(QStringView name)
{
    if (name.size() < 3 || name.size() > 32 || !isLatinLetter(name.front()) || name.back() == u'_') {
        return false;
    }
    return std::all_of(name.begin(), name.end(), isNameChar) && !name.contains(u"__");
}

/// White space, and the marks that editors and messengers put between or around words.
bool isGap(QChar c)
{
    const char16_t u = c.unicode();
    if (u < 0x80) {
        return u <= u' ' || u == 0x7f;
    }
    return u == 0x200b || u == 0x200e || u == 0x200f || u == 0x2060 || u == 0xfeff || c.isSpace();
}

bool isListSeparator(QChar c)
{
    const char16_t u = c.unicode();
    return u == u',' || u == u';' || u == 0x060c || u == 0x3001 || u == 0xff0c || u == 0xff1b;
}

/// Where an address in running text cannot go on.
bool endsAddress(QChar c)
{
    const char16_t u = c.unicode();
    if ((u >= u'a' && u <= u'z') || (u >= u'?' && u <= u'Z') || (u >= u'-' && u <= u':')) {
        return false;
    }
    return isGap(c) || isListSeparator(c) || QStringView(u"\"'<>()[]{}|\\^`«»“”„‘’").contains(c);
}

/// Punctuation that belongs to the sentence and not to the address before it.
QStringView withoutSentenceEnd(QStringView address)
{
    while (!address.isEmpty() && QStringView(u".:!?*~…").contains(address.back())) {
        address.chop(1);
    }
    return address;
}

bool startsWith(QStringView text, QStringView beginning)
{
    return text.startsWith(beginning, Qt::CaseInsensitive);
}

/// First parts of t.me paths that are functions of Telegram and no names.
bool isReservedPath(QStringView part)
{
    static constexpr std::array<QStringView, 19> reserved{u"addemoji", u"addlist", u"addstickers", u"addstyle",
        u"addtheme", u"auction", u"bg", u"boost", u"call", u"confirmphone", u"contact", u"giftcode", u"invoice",
        u"login", u"nft", u"proxy", u"setlanguage", u"share", u"socks"};
    return std::any_of(reserved.begin(), reserved.end(),
        [part](QStringView known) { return part.compare(known, Qt::CaseInsensitive) == 0; });
}

struct Understood {
    NameFinding::Kind kind = NameFinding::Kind::Invalid;
    QStringView username;
};

Understood asName(QStringView part)
{
    if (part.startsWith(u'@')) {
        part = part.mid(1);
    }
    return isName(part) ? Understood{NameFinding::Kind::Name, part} : Understood{};
}

/// `path` is what follows the host: empty or beginning with '/', '?' or '#'.
Understood readTelegramPath(QStringView path)
{
    path = path.left(std::min(path.indexOf(u'?') < 0 ? path.size() : path.indexOf(u'?'),
        path.indexOf(u'#') < 0 ? path.size() : path.indexOf(u'#')));
    QList<QStringView> parts = path.split(u'/', Qt::SkipEmptyParts);
    if (!parts.isEmpty() && parts.first().compare(u"s", Qt::CaseInsensitive) == 0) {
        parts.removeFirst();
    }
    if (parts.isEmpty()) {
        return {};
    }
    const QStringView first = parts.first();
    if (first.startsWith(u'+')) {
        // t.me/+79991234567 is a person's number, t.me/+AbCd… an invitation.
        const bool phone = std::all_of(first.begin() + 1, first.end(), [](QChar c) { return c.isDigit(); });
        return {phone ? NameFinding::Kind::Invalid : NameFinding::Kind::Private, {}};
    }
    if (first.compare(u"joinchat", Qt::CaseInsensitive) == 0 || first.compare(u"c", Qt::CaseInsensitive) == 0) {
        return {parts.size() > 1 ? NameFinding::Kind::Private : NameFinding::Kind::Invalid, {}};
    }
    return isReservedPath(first) ? Understood{} : asName(first);
}

/// `rest` is what follows "tg:": `//resolve?domain=name&post=1`, with or without the slashes.
Understood readTelegramScheme(QStringView rest)
{
    while (rest.startsWith(u'/')) {
        rest = rest.mid(1);
    }
    const qsizetype question = rest.indexOf(u'?');
    const QStringView command = question < 0 ? rest : rest.left(question);
    if (startsWith(command, u"join") || startsWith(command, u"privatepost")) {
        return {NameFinding::Kind::Private, {}};
    }
    if (question < 0 || !startsWith(command, u"resolve")) {
        return {};
    }
    for (QStringView pair : rest.mid(question + 1).split(u'&')) {
        pair = pair.left(pair.indexOf(u'#') < 0 ? pair.size() : pair.indexOf(u'#'));
        if (startsWith(pair, u"domain=")) {
            return asName(pair.mid(7));
        }
    }
    return {};
}

/// An address with its host, without a scheme. nullopt: not Telegram's.
std::optional<Understood> readAddress(QStringView address, bool hasScheme)
{
    const auto isHostEnd = [](QChar c) { return c == u'/' || c == u'?' || c == u'#' || c == u':'; };
    const QStringView host(address.begin(), std::find_if(address.begin(), address.end(), isHostEnd));
    QStringView path = address.mid(host.size());
    if (path.startsWith(u':')) { // a port
        const qsizetype slash = path.indexOf(u'/');
        path = slash < 0 ? QStringView() : path.mid(slash);
    }
    QStringView bare = host;
    if (startsWith(bare, u"www.")) {
        bare = bare.mid(4);
    }
    for (const QStringView known : {QStringView(u"t.me"), QStringView(u"telegram.me"), QStringView(u"telegram.dog")}) {
        if (bare.compare(known, Qt::CaseInsensitive) == 0) {
            if (path.size() < 2 && !hasScheme) {
                return std::nullopt; // "see t.me" in a sentence
            }
            return readTelegramPath(path);
        }
    }
    if (bare.endsWith(u".t.me", Qt::CaseInsensitive) && !bare.chopped(5).contains(u'.')) {
        return asName(bare.chopped(5));
    }
    const qsizetype webName = path.indexOf(u'@');
    if (bare.compare(u"web.telegram.org", Qt::CaseInsensitive) == 0 && webName >= 0) {
        const QStringView tail = path.mid(webName + 1);
        return asName(QStringView(tail.begin(), std::find_if_not(tail.begin(), tail.end(), isNameChar)));
    }
    return std::nullopt;
}

class Finder final {
public:
    explicit Finder(QStringView text)
        : m_text(text)
    {
    }

    QList<NameFinding> run()
    {
        const bool plainList = isPlainList();
        forEachLine([this, plainList](QStringView line) {
            if (plainList && !isRemark(line)) {
                readListLine(line);
            } else {
                readExplicit(line);
            }
            return m_names < maxNames && m_others < maxOthers;
        });
        return std::move(m_found);
    }

private:
    template<typename Function>
    void forEachLine(Function function) const
    {
        qsizetype from = 0;
        while (from < m_text.size()) {
            qsizetype to = from;
            while (to < m_text.size() && m_text[to] != u'\n' && m_text[to] != u'\r' && m_text[to] != QChar(0x2028)) {
                ++to;
            }
            if (to > from && !function(m_text.mid(from, to - from))) {
                return;
            }
            from = to + 1;
        }
    }

    static QStringView trimmed(QStringView text)
    {
        while (!text.isEmpty() && isGap(text.front())) {
            text = text.mid(1);
        }
        while (!text.isEmpty() && isGap(text.back())) {
            text.chop(1);
        }
        return text;
    }

    /// A comment or a heading of a list: its bare words are not names.
    static bool isRemark(QStringView line)
    {
        line = trimmed(line);
        return line.startsWith(u'#') || line.startsWith(u"//") || line.endsWith(u':');
    }

    /// "- ", "• ", "12. ", "3) " before an entry of a list.
    static QStringView withoutBullet(QStringView item)
    {
        item = trimmed(item);
        qsizetype end = 0;
        while (end < item.size() && item[end].isDigit()) {
            ++end;
        }
        if (end > 0) {
            const bool numbered = end < item.size() && (item[end] == u'.' || item[end] == u')');
            end = numbered ? end + 1 : 0;
        } else if (!item.isEmpty() && QStringView(u"-–—•*·+▪◦").contains(item[0])) {
            end = 1;
        }
        return end > 0 && end < item.size() && isGap(item[end]) ? trimmed(item.mid(end)) : item;
    }

    template<typename Function>
    static void forEachItem(QStringView line, Function function)
    {
        qsizetype from = 0;
        while (from <= line.size()) {
            qsizetype to = from;
            while (to < line.size() && !isListSeparator(line[to])) {
                ++to;
            }
            const QStringView item = withoutBullet(line.mid(from, to - from));
            if (!item.isEmpty() && !function(item)) {
                return;
            }
            from = to + 1;
        }
    }

    /// True if no entry has a bare word beside another word.
    [[nodiscard]] bool isPlainList() const
    {
        bool plain = true;
        forEachLine([&plain](QStringView line) {
            if (isRemark(line)) {
                return true;
            }
            forEachItem(line, [&plain](QStringView item) {
                int words = 0;
                int bare = 0;
                qsizetype from = 0;
                while (from < item.size() && (words < 2 || bare == 0)) {
                    qsizetype to = from;
                    bool marked = false;
                    while (to < item.size() && !isGap(item[to])) {
                        const bool inside = to + 1 < item.size() && !isGap(item[to + 1]);
                        marked = marked || item[to] == u'@' || item[to] == u'/' || (item[to] == u'.' && inside);
                        ++to;
                    }
                    words += to > from ? 1 : 0;
                    bare += to > from && !marked ? 1 : 0;
                    from = to + 1;
                }
                plain = words < 2 || bare == 0;
                return plain;
            });
            return plain;
        });
        return plain;
    }

    void readListLine(QStringView line)
    {
        forEachItem(line, [this](QStringView item) {
            qsizetype from = 0;
            while (from < item.size() && m_names < maxNames) {
                qsizetype to = from;
                while (to < item.size() && !isGap(item[to])) {
                    ++to;
                }
                const QStringView word = item.mid(from, to - from);
                if (!word.isEmpty() && !readExplicit(word)) {
                    readBare(word);
                }
                from = to + 1;
            }
            return m_names < maxNames;
        });
    }

    void readBare(QStringView word)
    {
        const QStringView marks(u"\"'<>()[]{}«»“”„‘’`*.:!?…");
        QStringView name = word;
        while (!name.isEmpty() && marks.contains(name.front())) {
            name = name.mid(1);
        }
        while (!name.isEmpty() && marks.contains(name.back())) {
            name.chop(1);
        }
        const bool says = std::any_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber(); });
        if (says) {
            add(word, asName(name));
        }
    }

    /// Takes every `@name` and every address of Telegram out of `text`; true if there was one.
    bool readExplicit(QStringView text)
    {
        bool any = false;
        qsizetype i = 0;
        while (i < text.size() && m_names < maxNames) {
            const char16_t c = text[i].unicode();
            const bool boundary =
                i == 0 || !(text[i - 1].isLetterOrNumber() || QStringView(u"_.-+/@").contains(text[i - 1]));
            if (c == u'@' && boundary) {
                qsizetype end = i + 1;
                while (end < text.size() && (isNameChar(text[end]) || text[end].isLetterOrNumber())) {
                    ++end;
                }
                if (end > i + 1) {
                    add(text.mid(i, end - i), asName(text.mid(i, end - i)));
                    any = true;
                }
                i = end;
            } else if (boundary && isLatinLetter(text[i])) {
                i = readWord(text, i, any);
            } else {
                ++i;
            }
        }
        return any;
    }

    static qsizetype endOfAddress(QStringView text, qsizetype from)
    {
        while (from < text.size() && !endsAddress(text[from])) {
            ++from;
        }
        return from;
    }

    /// A word that may be an address; returns where to go on.
    qsizetype readWord(QStringView text, qsizetype from, bool &any)
    {
        qsizetype end = from;
        bool dotted = false;
        while (end < text.size() && end - from < maxAddress && !endsAddress(text[end])) {
            dotted = dotted || text[end] == u'.' || text[end] == u':';
            ++end;
        }
        if (!dotted) {
            while (from < end && (text[from].isLetterOrNumber() || text[from] == u'_')) {
                ++from;
            }
            return from;
        }
        const QStringView word = withoutSentenceEnd(text.mid(from, end - from));
        std::optional<Understood> understood;
        if (startsWith(word, u"tg:") && word.size() > 3) {
            understood = readTelegramScheme(word.mid(3));
        } else if (startsWith(word, u"https://") || startsWith(word, u"http://")) {
            understood = readAddress(word.mid(word.indexOf(u"://") + 3), true);
        } else {
            understood = readAddress(word, false);
        }
        if (understood) {
            add(word, *understood);
            any = true;
            return endOfAddress(text, end);
        }
        const qsizetype slash = word.indexOf(u'/');
        qsizetype colon = word.left(slash < 0 ? word.size() : slash).lastIndexOf(u':');
        if (colon >= 0 && colon + 1 == slash) {
            colon = word.left(colon).lastIndexOf(u':'); // that one belongs to the scheme
        }
        if (colon > 0) {
            return from + colon + 1; // "Links:t.me/name"
        }
        const qsizetype at = word.indexOf(u'@');
        // A name in the address of another site is none of ours, nor is an e-mail address.
        if (slash >= 0 || at < 0 || word[at - 1].isLetterOrNumber()) {
            return endOfAddress(text, end);
        }
        return from + at;
    }

    void add(QStringView source, Understood understood)
    {
        if (understood.kind == NameFinding::Kind::Name) {
            const qsizetype before = m_seen.size();
            m_seen.insert(understood.username.toString().toLower());
            if (m_seen.size() == before) {
                understood.kind = NameFinding::Kind::Duplicate;
            }
        }
        ++(understood.kind == NameFinding::Kind::Name ? m_names : m_others);
        NameFinding finding;
        finding.kind = understood.kind;
        finding.source = source.toString();
        finding.username = understood.username.toString();
        m_found.append(std::move(finding));
    }

    const QStringView m_text;
    QSet<QString> m_seen;
    QList<NameFinding> m_found;
    qsizetype m_names = 0;
    qsizetype m_others = 0;
};

} // namespace

bool isChannelName(const QString &name)
{
    return isName(name);
}

QList<NameFinding> findChannelNames(const QString &text)
{
    return Finder(QStringView(text).left(maxText)).run();
}

} // namespace vestnik
