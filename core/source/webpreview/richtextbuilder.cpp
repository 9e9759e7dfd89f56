// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/richtextbuilder.h"

#include "core/source/webpreview/addresses.h"

#include <algorithm>

namespace vestnik {
namespace {

// Results of open() that are not the index of an entity.
constexpr int nothing = -1;
constexpr int emojiDrawing = -2;

constexpr std::size_t maxLanguage = 64;

bool startsWith(std::string_view text, std::string_view prefix)
{
    return text.substr(0, prefix.size()) == prefix;
}

/// "cpp" of `class="language-cpp"` or of an attribute that says it.
std::string languageOf(const Element &element)
{
    for (const std::string_view name : {std::string_view("data-language"), std::string_view("language")}) {
        const std::string_view value = element.attributes.value(name);
        if (!value.empty()) {
            return std::string(value.substr(0, maxLanguage));
        }
    }
    constexpr std::string_view prefix = "language-";
    const std::size_t at = element.classAttribute.find(prefix);
    if (at == std::string_view::npos) {
        return {};
    }
    const std::string_view rest = element.classAttribute.substr(at + prefix.size());
    return std::string(rest.substr(0, std::min(rest.find(' '), maxLanguage)));
}

} // namespace

void RichTextBuilder::clear()
{
    m_text.clear();
    m_entries.clear();
    m_emojiDepth = 0;
    m_pre = -1;
}

int RichTextBuilder::open(const Element &element, QMap<QString, int> &unknown)
{
    if (m_emojiDepth > 0) {
        return nothing;
    }
    switch (element.tag) {
    case Tag::A:
        return openLink(element);
    case Tag::B:
        return add(EntityType::Bold);
    case Tag::I:
        if (element.has(Cls::Emoji)) {
            ++m_emojiDepth;
            return emojiDrawing;
        }
        return add(EntityType::Italic);
    case Tag::U:
        return add(EntityType::Underline);
    case Tag::S:
        return add(EntityType::Strike);
    case Tag::Spoiler:
        return add(EntityType::Spoiler);
    case Tag::Code:
        return openCode(element);
    case Tag::Pre:
        return openPre(element);
    case Tag::Blockquote: {
        const bool expandable =
            element.attributes.has("expandable") || element.classAttribute.find("expandable") != std::string_view::npos;
        return add(EntityType::Blockquote, expandable ? "expandable" : "");
    }
    case Tag::CustomEmoji:
        return add(EntityType::CustomEmoji, std::string(element.attributes.value("emoji-id").substr(0, 32)));
    case Tag::Span:
        if (element.has(Cls::ServiceStrong)) {
            return add(EntityType::Bold);
        }
        return element.has(Cls::SpoilerText) ? add(EntityType::Spoiler) : nothing;
    case Tag::Other:
        if (unknown.size() < 100) {
            ++unknown[QLatin1Char('<') + TextCollector::toQString(element.name.substr(0, 40)) + QLatin1Char('>')];
        }
        return nothing;
    default:
        return nothing;
    }
}

void RichTextBuilder::close(int entry)
{
    if (entry == emojiDrawing) {
        m_emojiDepth = qMax(0, m_emojiDepth - 1);
        return;
    }
    if (entry < 0 || entry >= static_cast<int>(m_entries.size())) {
        return;
    }
    Entry &closed = m_entries[static_cast<std::size_t>(entry)];
    closed.end = m_text.endRange();
    closed.isOpen = false;
    if (entry == m_pre) {
        m_text.leavePre();
        m_pre = -1;
    }
}

RichText RichTextBuilder::take()
{
    const TextCollector::Position end = m_text.finish();
    RichText made;
    for (Entry &entry : m_entries) {
        const TextCollector::Position last = entry.isOpen || entry.end.bytes > end.bytes ? end : entry.end;
        if (last.units <= entry.start.units || last.bytes <= entry.start.bytes) {
            continue;
        }
        const std::string_view shown = m_text.utf8().substr(entry.start.bytes, last.bytes - entry.start.bytes);
        if (entry.isLink && !classify(entry, shown)) {
            continue;
        }
        made.entities.append(TextEntity{
            entry.type, entry.start.units, last.units - entry.start.units, TextCollector::toQString(entry.data)});
    }
    made.text = m_text.take();
    std::stable_sort(made.entities.begin(), made.entities.end(), [](const TextEntity &left, const TextEntity &right) {
        return left.offset != right.offset ? left.offset < right.offset : left.length > right.length;
    });
    clear();
    return made;
}

int RichTextBuilder::add(EntityType type, std::string data)
{
    if (m_entries.size() >= maxEntities) {
        return nothing;
    }
    Entry entry;
    entry.type = type;
    entry.start = m_text.beginRange();
    entry.data = std::move(data);
    m_entries.push_back(std::move(entry));
    return static_cast<int>(m_entries.size()) - 1;
}

int RichTextBuilder::openLink(const Element &element)
{
    // The name in front of a service message ("X pinned …") leads to the channel itself.
    if (element.has(Cls::AuthorName)) {
        return nothing;
    }
    std::string url = linkUrl(element.attributes.value("href"), element.attributes.has("onclick"));
    if (url.empty()) {
        return nothing;
    }
    const int entry = add(EntityType::Link, std::move(url));
    if (entry >= 0) {
        m_entries.back().isLink = true;
    }
    return entry;
}

int RichTextBuilder::openPre(const Element &element)
{
    if (m_pre >= 0) {
        return nothing;
    }
    m_pre = add(EntityType::Pre, languageOf(element));
    if (m_pre >= 0) {
        m_text.enterPre();
    }
    return m_pre;
}

int RichTextBuilder::openCode(const Element &element)
{
    if (m_pre < 0) {
        return add(EntityType::Code);
    }
    Entry &pre = m_entries[static_cast<std::size_t>(m_pre)];
    if (pre.data.empty()) {
        pre.data = languageOf(element);
    }
    return nothing;
}

bool RichTextBuilder::classify(Entry &entry, std::string_view shown)
{
    if (startsWith(entry.data, "?q=") || startsWith(entry.data, "/s/")) {
        // A search on the page itself: "#tag" as such, "$TAG" with its sign, so that it is not taken for a hashtag of
        // that name.
        const std::size_t at = entry.data.find("?q=");
        if (at != std::string::npos) {
            const std::string wanted = percentDecoded(std::string_view(entry.data).substr(at + 3));
            const std::string_view tag =
                !shown.empty() && (shown.front() == '#' || shown.front() == '$') ? shown : std::string_view(wanted);
            std::string name(tag.substr(startsWith(tag, "#") ? 1 : 0));
            entry.type = EntityType::Hashtag;
            entry.data = std::move(name);
            return !entry.data.empty();
        }
    }
    if (startsWith(entry.data, "mailto:")) {
        entry.type = EntityType::Email;
    } else if (startsWith(entry.data, "tel:")) {
        entry.type = EntityType::Phone;
    } else if (shown.size() > 1 && shown.front() == '@'
        && telegramAddress(entry.data).username.compare(TextCollector::toQString(shown.substr(1)), Qt::CaseInsensitive)
            == 0) {
        entry.type = EntityType::Mention;
    } else if (showsItsAddress(shown, entry.data)) {
        entry.type = EntityType::Url;
    }
    return true;
}

} // namespace vestnik
