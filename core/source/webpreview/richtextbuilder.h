// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"
#include "core/source/webpreview/element.h"
#include "core/source/webpreview/textcollector.h"

#include <QMap>
#include <QString>

#include <string>
#include <vector>

namespace vestnik {

/// Builds a text with entities from the elements of a message's text.
class RichTextBuilder final {
public:
    /// Most entities that are kept. Telegram allows 100 in a message.
    static constexpr std::size_t maxEntities = 2000;

    [[nodiscard]] TextCollector &text() { return m_text; }
    void clear();

    /// An element inside the text begins. What it returns is passed to close() when it ends. Tags that are not known
    /// are counted in `unknown`.
    [[nodiscard]] int open(const Element &element, QMap<QString, int> &unknown);
    void close(int entry);

    /// The text so far, entities sorted by offset, then longer ones first, then outer ones first; and clear().
    [[nodiscard]] RichText take();

private:
    struct Entry {
        EntityType type = EntityType::Bold;
        TextCollector::Position start;
        TextCollector::Position end;
        bool isOpen = true;
        bool isLink = false; // the type is told by the address and the text, at the end
        std::string data;
    };

    [[nodiscard]] int add(EntityType type, std::string data = {});
    [[nodiscard]] int openLink(const Element &element);
    [[nodiscard]] int openPre(const Element &element);
    [[nodiscard]] int openCode(const Element &element);
    [[nodiscard]] static bool classify(Entry &entry, std::string_view shown);

    TextCollector m_text;
    std::vector<Entry> m_entries; // in the order in which they begin
    int m_emojiDepth = 0; // inside the drawing of an emoji, where <b> is no formatting
    int m_pre = -1; // the <pre> that is open
};

} // namespace vestnik
