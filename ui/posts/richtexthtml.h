// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"

#include <QString>

class QPalette;

namespace vestnik {

/// Colours of a rendered post, as "#rrggbb".
struct PostStyle {
    QString text;
    QString soft; ///< secondary text
    QString link;
    QString codeGround; ///< behind code, hidden text and quotes
    QString bar; ///< at the left of quotes, and of the bars of a poll
    QString bad; ///< failures
    QString removedGround; ///< behind text that an edit took out, and behind the badge of a deleted post
    QString addedGround; ///< behind text that an edit brought
    int imageWidth = 480; ///< pixels, widest picture

    [[nodiscard]] static PostStyle of(const QPalette &palette);
};

// Texts of posts come from strangers: nothing of them reaches the document unescaped, and no link leads anywhere but
// to the schemes below. Pure functions, any thread.

/// True for http, https, tg and mailto: what a click may open.
[[nodiscard]] bool isOpenableAddress(const QString &address);

/// The address of a filter for a tag, clicked in a post: "vestnik:tag/<percent-encoded>".
[[nodiscard]] QString tagAddress(const QString &tag);
inline constexpr const char *spoilerAddress = "vestnik:spoilers";

/// `<a href…>` and `</a>` around html that is ready; only the html if the address may not be opened.
[[nodiscard]] QString linkHtml(const QString &address, const QString &html, const PostStyle &style);

/// Text with its formatting as HTML for QTextDocument. Entities may nest, overlap and lie beside the text; what lies
/// beside is cut. Hidden text is shown as blocks that are a link to spoilerAddress until `spoilersShown`.
[[nodiscard]] QString richTextHtml(const RichText &body, const PostStyle &style, bool spoilersShown);

} // namespace vestnik
