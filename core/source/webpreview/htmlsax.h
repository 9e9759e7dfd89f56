// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string_view>

namespace vestnik {

/// Attributes of one element; valid during HtmlHandler::startElement only. Values are decoded UTF-8.
class HtmlAttributes final {
public:
    explicit HtmlAttributes(const unsigned char **raw)
        : m_raw(raw)
    {
    }

    /// Empty if the attribute is absent or has no value.
    [[nodiscard]] std::string_view value(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;

private:
    const unsigned char **m_raw; // name, value, name, value, …, null; null if there are none
};

/// Receives the events of HtmlReader. Names are lower case.
class HtmlHandler {
public:
    virtual ~HtmlHandler() = default;

    virtual void startElement(std::string_view name, const HtmlAttributes &attributes) = 0;
    virtual void endElement() = 0;
    virtual void text(std::string_view utf8) = 0;
};

/// libxml2's HTML parser as a stream of events, without a tree. One object reads any number of fragments, one after
/// the other; it may be moved between threads but is used by one at a time.
class HtmlReader final {
public:
    HtmlReader();
    ~HtmlReader();
    HtmlReader(const HtmlReader &) = delete;
    HtmlReader &operator=(const HtmlReader &) = delete;

    /// Deepest nesting that is followed: libxml2 needs time that is proportional to the depth for every end tag.
    static constexpr int maxDepth = 256;

    /// Every fragment begins with it: the one way to tell libxml2 the encoding that it neither overrules nor converts.
    static constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

    /// Reads one fragment: a byte order mark and valid UTF-8 without NUL, below 2 GiB. Elements that are open at its
    /// end may be left without endElement. False if it stopped because of the nesting.
    bool read(std::string_view fragment, HtmlHandler &handler);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace vestnik
