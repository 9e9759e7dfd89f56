// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/sitepost.h"

namespace vestnik {

/// A text from a short markup, in the renderings of `SiteText`:
/// `[b]…[/b]`, `[i]`, `[u]`, `[s]`, `[sp]` (spoiler), `[code]`, `[pre]` or `[pre=LANGUAGE]`, `[quote]`, `[quote+]`
/// (expandable), `[a=URL]…[/a]`, `[emoji=ID]🎭[/emoji]`, `[strong]` (bold of service messages); `[[` is a bracket. Line
/// feeds become
/// `<br/>`; bare `https://…` addresses, `@names` and `#tags` become links, emoji become sprites. Elements nest; one
/// that is not closed ends with the text.
[[nodiscard]] SiteText siteText(const QString &markup);

/// Text with the page's escapes ("!", "$" and the apostrophe too), line breaks and emoji sprites, without links.
[[nodiscard]] QString siteEscaped(const QString &text);
/// Text for a double-quoted attribute.
[[nodiscard]] QString siteAttribute(const QString &text);

} // namespace vestnik
