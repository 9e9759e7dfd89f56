// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/pagereader.h"

#include <array>

namespace vestnik {
namespace {

bool isBlank(char c)
{
    return static_cast<unsigned char>(c) <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f');
}

struct Dispatch {
    OpenHandler open = nullptr;
    bool insideMessage = false; // has no meaning elsewhere
};
using Handlers = std::array<Dispatch, static_cast<std::size_t>(Cls::Count_)>;

void addHandlers(Handlers &handlers, std::span<const ClassHandler> list, bool insideMessage)
{
    for (const ClassHandler &handler : list) {
        handlers[static_cast<std::size_t>(handler.cls)] = {handler.open, insideMessage && handler.cls != Cls::Message};
    }
}

Handlers makeHandlers()
{
    Handlers handlers{};
    addHandlers(handlers, messageHandlers(), true);
    addHandlers(handlers, mediaHandlers(), true);
    addHandlers(handlers, headerHandlers(), false);
    return handlers;
}

const Dispatch &dispatchOf(Cls cls)
{
    static const Handlers handlers = makeHandlers();
    return handlers[static_cast<std::size_t>(cls)];
}

} // namespace

void countUnknown(PreviewPage &page, const QString &what)
{
    constexpr qsizetype maxKinds = 100;
    if (page.unknown.size() < maxKinds || page.unknown.contains(what)) {
        ++page.unknown[what];
    }
}

PageReader::PageReader(PreviewPage &page)
    : m_parts{page, {}, {}}
{
    m_frames.reserve(64);
}

void PageReader::endFragment()
{
    while (!m_frames.empty()) {
        endElement();
    }
    finishMessage(m_parts);
}

void PageReader::startElement(std::string_view name, const HtmlAttributes &attributes)
{
    Element element{tagOf(name), name, attributes.value("class"), attributes};
    const Frame parent = m_frames.empty() ? Frame{} : m_frames.back();
    Frame frame;
    frame.sink = parent.sink;
    frame.rich = parent.rich;
    if (!element.classAttribute.empty()) {
        readClasses(element);
        for (int i = 0; i < element.classCount; ++i) {
            const Dispatch &dispatch = dispatchOf(element.classes[static_cast<std::size_t>(i)]);
            if (dispatch.open && (m_parts.message.active || !dispatch.insideMessage)) {
                dispatch.open(m_parts, element, frame);
            }
        }
        if (element.has(Cls::Message) && element.attributes.has("data-post")) {
            detachOpenElements();
            frame = Frame();
        }
    }
    runTagHandler(element, frame);
    // The element that is the text itself is no part of it: only what inherits the text can be formatting.
    if (frame.rich && frame.rich == parent.rich) {
        frame.richEntry = frame.rich->open(element, m_parts.page.unknown);
    }
    m_frames.push_back(frame);
}

void PageReader::endElement()
{
    if (m_frames.empty()) {
        return;
    }
    const Frame frame = m_frames.back();
    m_frames.pop_back();
    if (frame.rich) {
        frame.rich->close(frame.richEntry);
    }
    if (frame.close) {
        frame.close(m_parts);
    }
}

/// What is still open around a message belongs to the one before it, or to the header, and has nothing to say any more.
void PageReader::detachOpenElements()
{
    for (Frame &frame : m_frames) {
        frame = Frame();
    }
    m_parts.header.inInfo = false;
    m_parts.header.inPhoto = false;
}

void PageReader::text(std::string_view utf8)
{
    if (!m_frames.empty() && m_frames.back().sink) {
        m_frames.back().sink->append(utf8);
    }
}

void PageReader::readClasses(Element &element)
{
    // By hand: find_first_of() with a set costs more than all the rest of it.
    const std::string_view all = element.classAttribute;
    std::size_t at = 0;
    while (at < all.size() && element.classCount < static_cast<int>(element.classes.size())) {
        if (isBlank(all[at])) {
            ++at;
            continue;
        }
        const std::size_t start = at;
        while (at < all.size() && !isBlank(all[at])) {
            ++at;
        }
        const std::string_view token = all.substr(start, at - start);
        const Cls cls = classOf(token);
        if (cls != Cls::None) {
            element.classes[static_cast<std::size_t>(element.classCount++)] = cls;
        } else if (m_parts.message.active && isMessageMarkup(token)) {
            countUnknown(m_parts.page, QLatin1Char('.') + TextCollector::toQString(token.substr(0, 80)));
        }
    }
}

void PageReader::runTagHandler(const Element &element, Frame &frame)
{
    switch (element.tag) {
    case Tag::Br:
        if (frame.sink) {
            frame.sink->lineBreak();
        }
        break;
    case Tag::Img:
    case Tag::Link:
    case Tag::Meta:
    case Tag::Title:
        takeHeadElement(m_parts, element, frame);
        [[fallthrough]];
    case Tag::Source:
    case Tag::Time:
    case Tag::Video:
        if (m_parts.message.active) {
            takeMediaSource(m_parts, element);
        }
        break;
    case Tag::CustomEmoji:
        takeReactionEmoji(m_parts, element, frame);
        break;
    case Tag::Script:
    case Tag::Style:
    case Tag::Svg:
        frame.sink = nullptr;
        frame.rich = nullptr;
        break;
    default:
        break;
    }
}

} // namespace vestnik
