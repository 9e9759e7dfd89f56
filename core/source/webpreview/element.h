// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/source/webpreview/classtable.h"
#include "core/source/webpreview/htmlsax.h"

#include <array>
#include <string_view>

namespace vestnik {

class TextCollector;
class RichTextBuilder;
struct PageParts;

/// An element as its handlers see it: known at its start tag, valid during the call only.
struct Element {
    Tag tag = Tag::Other;
    std::string_view name;
    std::string_view classAttribute;
    const HtmlAttributes &attributes;
    std::array<Cls, 8> classes{}; ///< the known ones; the rest is Cls::None
    int classCount = 0;

    [[nodiscard]] bool has(Cls wanted) const
    {
        for (int i = 0; i < classCount; ++i) {
            if (classes[static_cast<std::size_t>(i)] == wanted) {
                return true;
            }
        }
        return false;
    }
};

/// Called when an element ends, or when the page ends inside it.
using CloseHandler = void (*)(PageParts &parts);

/// An element that is open. Children inherit where their text goes.
struct Frame {
    TextCollector *sink = nullptr; ///< null: the text is of no interest
    RichTextBuilder *rich = nullptr; ///< set inside a text with entities; its collector is `sink`
    CloseHandler close = nullptr;
    int richEntry = -1; ///< what RichTextBuilder::open returned for this element
};

/// Called when an element of a class or tag begins.
using OpenHandler = void (*)(PageParts &parts, const Element &element, Frame &frame);

struct ClassHandler {
    Cls cls = Cls::None;
    OpenHandler open = nullptr;
};

} // namespace vestnik
