// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/pagebytes.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace vestnik {
namespace {

constexpr int maxAttributes = 64;
constexpr std::string_view wrapClass = "tgme_widget_message_wrap";
constexpr std::string_view postAttribute = "data-post=";

bool isBlank(char c)
{
    return static_cast<unsigned char>(c) <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::size_t findFrom(std::string_view text, std::string_view what, std::size_t from)
{
    if (from >= text.size()) {
        return std::string_view::npos;
    }
    const void *found = memmem(text.data() + from, text.size() - from, what.data(), what.size());
    return found ? static_cast<std::size_t>(static_cast<const char *>(found) - text.data()) : std::string_view::npos;
}

/// Tells where the tag begins that a place lies in. Places are asked for in ascending order.
class TagFinder final {
public:
    explicit TagFinder(std::string_view page)
        : m_page(page)
    {
    }

    /// npos if the place is in no tag.
    [[nodiscard]] std::size_t startOf(std::size_t at)
    {
        const std::string_view passed = m_page.substr(m_seen, at - m_seen);
        const std::size_t bracket = passed.find_last_of("<>");
        if (bracket != std::string_view::npos) {
            const std::size_t place = m_seen + bracket;
            m_open = passed[bracket] == '<' && isLetter(m_page[place + 1]) ? place : std::string_view::npos;
        }
        m_seen = at;
        return m_open;
    }

private:
    std::string_view m_page;
    std::size_t m_seen = 0;
    std::size_t m_open = std::string_view::npos;
};

/// Cuts in front of the tags that hold `what`, where `accept` agrees with the place.
template<typename Accept>
std::vector<std::string_view> cutAt(std::string_view page, std::string_view what, std::size_t limit, Accept accept)
{
    std::vector<std::string_view> parts;
    TagFinder tags(page);
    std::size_t begin = 0;
    for (std::size_t at = findFrom(page, what, 0); at != std::string_view::npos;
         at = findFrom(page, what, at + what.size())) {
        const std::size_t start = accept(at) ? tags.startOf(at) : std::string_view::npos;
        if (start == std::string_view::npos || (start == begin && !parts.empty())) {
            continue;
        }
        parts.push_back(page.substr(begin, start - begin));
        begin = start;
        if (parts.size() > limit) {
            return parts;
        }
    }
    parts.push_back(page.substr(begin));
    return parts;
}

bool isPostAttribute(std::string_view bytes, std::size_t at)
{
    return at > 0 && (isBlank(bytes[at - 1]) || bytes[at - 1] == '"' || bytes[at - 1] == '\'');
}

bool startsWithNoCase(std::string_view text, std::string_view lower)
{
    if (text.size() < lower.size()) {
        return false;
    }
    for (std::size_t i = 0; i < lower.size(); ++i) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
        if (c != lower[i]) {
            return false;
        }
    }
    return true;
}

struct Ballast {
    std::string_view open;
    std::string_view close;
};
constexpr std::array<Ballast, 3> ballast{{{"svg", "</svg"}, {"style", "</style"}, {"script", "</script"}}};

// The channel's picture stands beside every message; one of them tells all.
constexpr std::string_view avatarOpen = "<div class=\"tgme_widget_message_user\">";
constexpr std::string_view avatarClose = "</div>";
constexpr std::size_t avatarReach = 8192;
// Where the drawing of an emoji lies is of no interest, and there are many of them.
constexpr std::string_view emojiOpen = "<i class=\"emoji\" style=\"";
constexpr std::size_t emojiReach = 1024;
constexpr std::string_view emojiKept = "<i class=\"emoji\">";

/// The end of a comment that begins at `at` ("<!--"). `<!-->` and `<!--->` are whole comments.
std::size_t commentEnd(std::string_view part, std::size_t at)
{
    const std::string_view rest = part.substr(at + 4);
    if (rest.substr(0, 1) == ">") {
        return at + 5;
    }
    if (rest.substr(0, 2) == "->") {
        return at + 6;
    }
    const std::size_t end = findFrom(part, "-->", at + 4);
    return end == std::string_view::npos ? part.size() : end + 3;
}

/// Which elements of `ballast` have an end somewhere behind. Without the memory every `<svg>` of a page that never ends
/// one would be searched to the end.
using MayEnd = std::array<bool, ballast.size()>;

/// The end of the element that begins at `at`, if it is one that is left out; `at` if it is not, or if it does not end.
std::size_t ballastEnd(std::string_view part, std::size_t at, MayEnd &mayEnd)
{
    const char first = part[at + 1];
    if (first != 's' && first != 'S') {
        return at;
    }
    for (std::size_t kind = 0; kind < ballast.size(); ++kind) {
        const std::size_t after = at + 1 + ballast[kind].open.size();
        if (mayEnd[kind] && startsWithNoCase(part.substr(at + 1), ballast[kind].open) && after < part.size()
            && (isBlank(part[after]) || part[after] == '>' || part[after] == '/')) {
            const std::size_t end = findFrom(part, ballast[kind].close, after);
            const std::size_t closed = end == std::string_view::npos ? end : part.find('>', end);
            mayEnd[kind] = closed != std::string_view::npos;
            return mayEnd[kind] ? closed + 1 : at;
        }
    }
    return at;
}

/// The end of the tag that begins at `at`, and about the number of its attributes. A quote counts behind '=' only:
/// replies are served with a stray one.
std::size_t tagEnd(std::string_view part, std::size_t at, int &attributes)
{
    attributes = 0;
    std::size_t i = at + 1;
    while (i < part.size() && part[i] != '>') {
        const char c = part[i];
        attributes += isBlank(c) || c == '/' ? 1 : 0;
        ++i;
        if (c != '=') {
            continue;
        }
        while (i < part.size() && isBlank(part[i])) {
            ++i;
        }
        if (i < part.size() && (part[i] == '"' || part[i] == '\'')) {
            const std::size_t end = part.find(part[i], i + 1);
            i = end == std::string_view::npos ? i + 1 : end + 1;
            ++attributes;
        }
    }
    return qMin(i + 1, part.size());
}

} // namespace

QByteArray repairedUtf8(const QByteArray &bytes)
{
    const bool hasNul = std::memchr(bytes.constData(), 0, static_cast<std::size_t>(bytes.size())) != nullptr;
    if (!hasNul && bytes.isValidUtf8()) {
        return bytes;
    }
    QString text = QString::fromUtf8(bytes);
    text.replace(QChar(0), QChar(QChar::ReplacementCharacter));
    return text.toUtf8();
}

std::vector<std::string_view> cutAtWraps(std::string_view page, std::size_t limit)
{
    return cutAt(page, wrapClass, limit, [page](std::size_t at) {
        const std::size_t after = at + wrapClass.size();
        return at > 0 && (isBlank(page[at - 1]) || page[at - 1] == '"' || page[at - 1] == '\'' || page[at - 1] == '=')
            && after < page.size()
            && (isBlank(page[after]) || page[after] == '"' || page[after] == '\'' || page[after] == '>');
    });
}

std::vector<std::string_view> cutAtPosts(std::string_view page, std::size_t limit)
{
    return cutAt(page, postAttribute, limit, [page](std::size_t at) { return isPostAttribute(page, at); });
}

void BallastCutter::append(std::string &out, std::string_view part)
{
    MayEnd mayEnd;
    mayEnd.fill(true);
    std::size_t kept = 0; // what is in front of it is in `out` or left out
    std::size_t at = part.find('<');
    while (at != std::string_view::npos && at + 1 < part.size()) {
        std::size_t next = at + 1;
        std::size_t cutEnd = at;
        if (part.substr(at, 4) == "<!--") {
            cutEnd = commentEnd(part, at);
        } else if (part.substr(at, emojiOpen.size()) == emojiOpen) {
            const std::size_t end = part.substr(at, emojiReach).find("\">", emojiOpen.size());
            if (end != std::string_view::npos) {
                out.append(part.substr(kept, at - kept)).append(emojiKept);
                kept = at + end + 2;
                at = kept;
                next = kept;
                cutEnd = kept;
            }
        } else if (part.substr(at, avatarOpen.size()) == avatarOpen) {
            const std::size_t end = part.substr(at, avatarReach).find(avatarClose);
            if (end != std::string_view::npos && std::exchange(m_avatarSeen, true)) {
                cutEnd = at + end + avatarClose.size();
            }
        } else if (isLetter(part[at + 1])) {
            cutEnd = ballastEnd(part, at, mayEnd);
            if (cutEnd == at) {
                int attributes = 0;
                next = tagEnd(part, at, attributes);
                if (isTooCostly(part.substr(at, next - at), attributes)) {
                    cutEnd = next;
                    ++m_dropped;
                }
            }
        }
        if (cutEnd > at) {
            out.append(part.substr(kept, at - kept));
            kept = cutEnd;
            next = cutEnd;
        }
        at = next < part.size() ? part.find('<', next) : std::string_view::npos;
    }
    out.append(part.substr(qMin(kept, part.size())));
}

bool BallastCutter::isTooCostly(std::string_view tag, int attributes)
{
    if (attributes > 2 * maxAttributes) {
        return true;
    }
    if (tag.size() <= 4 * maxAttributes) {
        return false;
    }
    // What stands in quotes may be more attributes to libxml2 where our reading of the quotes is not its own.
    const auto blanks = std::count_if(tag.begin(), tag.end(), [](char c) { return isBlank(c) || c == '/'; });
    if (blanks <= maxAttributes) {
        return false;
    }
    m_budget -= static_cast<std::int64_t>(blanks) * blanks / 2;
    return m_budget < 0;
}

int countPosts(std::string_view bytes)
{
    int count = 0;
    for (std::size_t at = findFrom(bytes, postAttribute, 0); at != std::string_view::npos;
         at = findFrom(bytes, postAttribute, at + postAttribute.size())) {
        count += isPostAttribute(bytes, at) ? 1 : 0;
    }
    return count;
}

} // namespace vestnik
