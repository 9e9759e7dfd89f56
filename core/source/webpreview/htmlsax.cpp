// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/htmlsax.h"

#include <cstring>

#include <QtGlobal>

#include <libxml/HTMLparser.h>

namespace vestnik {
namespace {

std::string_view view(const xmlChar *text)
{
    return text ? std::string_view(reinterpret_cast<const char *>(text)) : std::string_view();
}

bool isNamed(const xmlChar *attribute, std::string_view name)
{
    return *attribute == static_cast<unsigned char>(name.front()) && view(attribute) == name;
}

struct Sink {
    HtmlHandler *handler = nullptr;
    htmlParserCtxtPtr parser = nullptr;
    int depth = 0;
    bool tooDeep = false;
};

void onStart(void *user, const xmlChar *name, const xmlChar **attributes)
{
    auto *sink = static_cast<Sink *>(user);
    if (++sink->depth > HtmlReader::maxDepth) {
        sink->tooDeep = true;
        xmlStopParser(sink->parser);
        return;
    }
    sink->handler->startElement(view(name), HtmlAttributes(attributes));
}

void onEnd(void *user, const xmlChar *)
{
    auto *sink = static_cast<Sink *>(user);
    if (sink->tooDeep) {
        return;
    }
    --sink->depth;
    sink->handler->endElement();
}

void onText(void *user, const xmlChar *text, int length)
{
    auto *sink = static_cast<Sink *>(user);
    if (!sink->tooDeep && length > 0) {
        sink->handler->text({reinterpret_cast<const char *>(text), static_cast<std::size_t>(length)});
    }
}

} // namespace

std::string_view HtmlAttributes::value(std::string_view name) const
{
    for (const unsigned char **at = m_raw; at && *at; at += 2) {
        if (isNamed(*at, name)) {
            return view(at[1]);
        }
    }
    return {};
}

bool HtmlAttributes::has(std::string_view name) const
{
    for (const unsigned char **at = m_raw; at && *at; at += 2) {
        if (isNamed(*at, name)) {
            return true;
        }
    }
    return false;
}

struct HtmlReader::Private {
    Sink sink;
    htmlParserCtxtPtr parser = nullptr;
};

HtmlReader::HtmlReader()
    : d(std::make_unique<Private>())
{
    static const bool ready = (xmlInitParser(), true);
    Q_UNUSED(ready)
    d->parser = htmlNewParserCtxt();
    if (!d->parser) {
        return;
    }
    // The tree builder's table is replaced as a whole: no handler, no tree, no error output.
    std::memset(d->parser->sax, 0, sizeof(htmlSAXHandler));
    d->parser->sax->startElement = onStart;
    d->parser->sax->endElement = onEnd;
    d->parser->sax->characters = onText;
    d->parser->sax->ignorableWhitespace = onText;
    d->parser->sax->cdataBlock = onText;
    d->parser->userData = &d->sink;
    d->sink.parser = d->parser;
}

HtmlReader::~HtmlReader()
{
    if (d->parser) {
        htmlFreeParserCtxt(d->parser);
    }
}

bool HtmlReader::read(std::string_view fragment, HtmlHandler &handler)
{
    if (!d->parser || fragment.empty()) {
        return true;
    }
    d->sink.handler = &handler;
    d->sink.depth = 0;
    d->sink.tooDeep = false;
    // The caller has made it UTF-8, whatever a <meta> claims.
    constexpr int options = HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NOIMPLIED | HTML_PARSE_NODEFDTD
        | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET;
    const htmlDocPtr document =
        htmlCtxtReadMemory(d->parser, fragment.data(), static_cast<int>(fragment.size()), nullptr, nullptr, options);
    if (document) {
        xmlFreeDoc(document);
    }
    d->sink.handler = nullptr;
    return !d->sink.tooDeep;
}

} // namespace vestnik
