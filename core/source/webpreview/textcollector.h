// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace vestnik {

/// Gathers the text of an element as a reader sees it, in UTF-8, and counts its UTF-16 units on the way.
///
/// White space: a run with a line end in it is the indentation of the source and becomes one space, or nothing beside a
/// line break and at the ends; a run of blanks alone is kept, because the real site serves texts without line ends in
/// the source. `<br>` is a line feed and nothing else is. Inside `<pre>` everything is literal.
class TextCollector final {
public:
    /// UTF-16 units of the text so far, and its bytes.
    struct Position {
        int units = 0;
        std::size_t bytes = 0;
    };

    /// Longest text that is kept, in bytes. A post of Telegram has up to 4,096 characters.
    static constexpr std::size_t maxBytes = 128 * 1024;

    void clear();
    void append(std::string_view utf8);
    void lineBreak();
    void enterPre();
    void leavePre();

    /// Where a range that begins or ends here begins or ends.
    [[nodiscard]] Position beginRange();
    [[nodiscard]] Position endRange();

    /// Drops blanks at the end. The position after them.
    Position finish();
    [[nodiscard]] std::string_view utf8() const { return m_text; }
    /// finish(), the text, and clear().
    [[nodiscard]] QString take();
    /// The same without any white space at its ends.
    [[nodiscard]] QString takeTrimmed();
    [[nodiscard]] static QString toQString(std::string_view utf8);

private:
    void put(std::string_view utf8);
    void flush();
    void dropPending();

    std::string m_text;
    std::string m_pending; // blanks that may yet turn out to be indentation
    int m_units = 0;
    int m_preDepth = 0;
    bool m_pendingLineEnd = false;
    bool m_preStart = false;
};

} // namespace vestnik
