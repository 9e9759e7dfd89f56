// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vestnik {

/// The bytes as valid UTF-8 without NUL: what is invalid becomes U+FFFD. A good page is handed back as it is.
[[nodiscard]] QByteArray repairedUtf8(const QByteArray &bytes);

/// The bytes in front of the first message, then one part per message, cut where an element of class
/// `tgme_widget_message_wrap` begins. At most `limit` messages; what follows them is left out.
[[nodiscard]] std::vector<std::string_view> cutAtWraps(std::string_view page, std::size_t limit);

/// The same, cut where an element with an attribute `data-post` begins, for pages whose wraps cannot be trusted.
[[nodiscard]] std::vector<std::string_view> cutAtPosts(std::string_view page, std::size_t limit);

/// Leaves out what holds no text and costs time: comments, `<svg>`, `<style>`, `<script>`, addresses of emoji drawings,
/// the channel's picture beside all messages but the first, and tags with more attributes than markup of people has.
/// libxml2 needs the square of their number, so one object serves a whole page and keeps account of what it let
/// through.
class BallastCutter final {
public:
    /// Appends what is left of a part. A comment that does not end reaches to the end of the part.
    void append(std::string &out, std::string_view part);
    /// Tags that were left out for their attributes.
    [[nodiscard]] int droppedTags() const { return m_dropped; }

private:
    [[nodiscard]] bool isTooCostly(std::string_view tag, int attributes);

    std::int64_t m_budget = 20'000'000; // comparisons of names that large tags may still cost
    int m_dropped = 0;
    bool m_avatarSeen = false;
};

/// How many elements with `data-post` the bytes hold.
[[nodiscard]] int countPosts(std::string_view bytes);

} // namespace vestnik
