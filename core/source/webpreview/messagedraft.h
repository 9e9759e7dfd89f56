// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"
#include "core/source/webpreview/element.h"
#include "core/source/webpreview/richtextbuilder.h"
#include "core/source/webpreview/textcollector.h"

#include <QString>

#include <span>

namespace vestnik {

/// The message that is being read. Elements find it through their class, wherever they stand: a message is everything
/// between two elements that carry `data-post`, so that one which is not closed does no harm to the next.
struct MessageDraft {
    bool active = false;
    Post post;
    RichTextBuilder body;
    TextCollector line; ///< a short text: a name, a counter, a title
    TextCollector meta; ///< bare text of the footer: "edited"
    TextCollector reactionEmoji;
    TextCollector reactionCount;
    QString senderName; ///< messages of groups
    int media = -1; ///< index in post.media of what is open
    int poll = -1; ///< index in post.media of the poll
    int row = -1; ///< of inline buttons
    bool service = false;
    bool inReply = false;
    bool inTwin = false; ///< inside the "not supported" twin of something that is shown
    bool twin = false; ///< there was one
    bool hiddenNotice = false; ///< a notice in place of something that is not shown
    bool inDate = false;
    bool inServicePhoto = false;
    bool grouped = false;
    bool videoPlays = false; ///< the player that is open has a button or a duration: not a GIF

    /// The medium that is open, or null.
    [[nodiscard]] Media *currentMedia()
    {
        return media >= 0 && media < post.media.size() ? &post.media[media] : nullptr;
    }
};

/// Begins the message of an element with `data-post`; ends the one before. Without a readable id there is none.
void beginMessage(PageParts &parts, const Element &element);
/// Hands the message over to the page, if there is one.
void finishMessage(PageParts &parts);

/// What opens on a class inside a message.
[[nodiscard]] std::span<const ClassHandler> messageHandlers();
[[nodiscard]] std::span<const ClassHandler> mediaHandlers();

/// `<video>`, `<source>` and `<img>` inside a medium, and `<time>` inside the date.
void takeMediaSource(PageParts &parts, const Element &element);

/// `<tg-emoji>` inside a reaction.
void takeReactionEmoji(PageParts &parts, const Element &element, Frame &frame);

} // namespace vestnik
