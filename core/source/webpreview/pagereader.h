// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/source/webpreview/channelheader.h"
#include "core/source/webpreview/element.h"
#include "core/source/webpreview/htmlsax.h"
#include "core/source/webpreview/messagedraft.h"
#include "core/source/webpreview/previewpage.h"

#include <QString>

#include <vector>

namespace vestnik {

/// What the handlers of elements work on.
struct PageParts {
    PreviewPage &page;
    MessageDraft message;
    HeaderDraft header;
};

/// Counts something that the parser does not know. The list is bounded.
void countUnknown(PreviewPage &page, const QString &what);

/// Turns the events of the HTML parser into calls of the handlers of classes and tags.
class PageReader final : public HtmlHandler {
public:
    explicit PageReader(PreviewPage &page);

    [[nodiscard]] PageParts &parts() { return m_parts; }
    /// The fragment is over: ends everything that is still open, and the message.
    void endFragment();

    void startElement(std::string_view name, const HtmlAttributes &attributes) override;
    void endElement() override;
    void text(std::string_view utf8) override;

private:
    void detachOpenElements();
    void readClasses(Element &element);
    void runTagHandler(const Element &element, Frame &frame);

    PageParts m_parts;
    std::vector<Frame> m_frames;
};

} // namespace vestnik
