// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"

#include <QString>

namespace vestnik {

// Texts come from strangers: nothing of them reaches a page unescaped. The result is well-formed XML as well.

/// Escapes for text and for attribute values in double quotes; characters that no document may hold become U+FFFD.
[[nodiscard]] QString htmlText(const QString &text);
/// True for what a link may lead to: http, https, mailto, tg.
[[nodiscard]] bool isSafeLink(const QString &address);
/// `<a href="…">html</a>`, or the html alone if the address is none of those.
[[nodiscard]] QString htmlLink(const QString &address, const QString &html);
/// A text with its formatting. Entities may nest, overlap and lie beside the text; at most 2,000 of them count, and 16
/// inside one another.
[[nodiscard]] QString htmlBody(const RichText &body);

} // namespace vestnik
