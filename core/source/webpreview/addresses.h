// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/ids.h"

#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vestnik {

/// What an address of Telegram's site names.
struct TelegramAddress {
    QString username; ///< empty if it names none (another site, an invitation, a private chat)
    MessageId messageId = 0; ///< 0 if it names no post
    bool single = false; ///< `?single`: one member of an album
};

/// Reads `https://t.me/name/123?single`, `/s/name?before=5`, `tg://resolve?domain=name` and their kin; any host of
/// Telegram.
[[nodiscard]] TelegramAddress telegramAddress(std::string_view url);

/// The number of a parameter of an address (`?before=508`), 0 if it is absent.
[[nodiscard]] MessageId numberInQuery(std::string_view url, std::string_view key);

/// The address inside `url('…')` of a style, made absolute; empty if there is none. `data:` addresses are placeholders:
/// empty.
[[nodiscard]] QString styleUrl(std::string_view style);
/// The number after `key` in a style ("width:600px" with "width"), 0 if it is absent. The part before a `url(` only
/// counts as style, and so does the part behind it.
[[nodiscard]] double styleNumber(std::string_view style, std::string_view key);

/// A file's address as served, made absolute; `data:` addresses are placeholders: empty.
[[nodiscard]] QString fileUrl(std::string_view url);

/// A link's address: absolute if it names a host, `&amp;` that was escaped twice undone if `confirmed` (links that ask
/// before they open were served so), without one that a browser would run as a script.
[[nodiscard]] std::string linkUrl(std::string_view href, bool confirmed);

/// Latitude and longitude of a link to a map, in degrees.
[[nodiscard]] std::optional<std::pair<double, double>> mapPoint(std::string_view url);

/// True if a link shows its own address: equal but for the scheme, a '/' at the end and percent-encoding.
[[nodiscard]] bool showsItsAddress(std::string_view text, std::string_view url);

[[nodiscard]] std::string percentDecoded(std::string_view text);

} // namespace vestnik
