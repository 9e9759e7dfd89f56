// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/source/webpreview/addresses.h"
#include "core/source/webpreview/counters.h"
#include "core/source/webpreview/messagedraft.h"
#include "core/source/webpreview/pagereader.h"

namespace vestnik {
namespace {

constexpr qsizetype maxButtons = 200;
constexpr qsizetype maxReactions = 200;

/// The element's text goes to `line`; `close` takes it from there.
void collectLine(PageParts &parts, Frame &frame, CloseHandler close)
{
    parts.message.line.clear();
    frame.sink = &parts.message.line;
    frame.rich = nullptr;
    frame.close = close;
}

QString takeLine(PageParts &parts)
{
    return parts.message.line.takeTrimmed();
}

QString linkOf(const Element &element)
{
    return TextCollector::toQString(linkUrl(element.attributes.value("href"), element.attributes.has("onclick")));
}

void openMessage(PageParts &parts, const Element &element, Frame &)
{
    if (element.attributes.has("data-post")) {
        beginMessage(parts, element);
    }
}

void openText(PageParts &parts, const Element &element, Frame &frame)
{
    MessageDraft &draft = parts.message;
    if (!draft.active || draft.inReply || frame.rich || element.has(Cls::ReplyText)) {
        return; // the inner one of two nested captions, or a quote
    }
    if (!draft.body.text().utf8().empty()) {
        draft.body.text().lineBreak();
    }
    frame.sink = &draft.body.text();
    frame.rich = &draft.body;
}

void openReply(PageParts &parts, const Element &element, Frame &frame)
{
    const TelegramAddress address = telegramAddress(element.attributes.value("href"));
    ReplyTarget reply;
    reply.messageId = address.messageId;
    reply.channel = address.username;
    parts.message.post.replyTo = std::move(reply);
    parts.message.inReply = true;
    frame.sink = nullptr;
    frame.rich = nullptr;
    frame.close = [](PageParts &closing) { closing.message.inReply = false; };
}

void openReplyText(PageParts &parts, const Element &, Frame &frame)
{
    collectLine(parts, frame, [](PageParts &closing) {
        if (closing.message.post.replyTo) {
            closing.message.post.replyTo->text = takeLine(closing);
        }
    });
}

void openAuthorName(PageParts &parts, const Element &, Frame &frame)
{
    if (frame.rich || !parts.message.active) {
        return; // a service message names who did it
    }
    if (parts.message.inReply) {
        collectLine(parts, frame, [](PageParts &closing) {
            if (closing.message.post.replyTo) {
                closing.message.post.replyTo->author = takeLine(closing);
            }
        });
    } else {
        collectLine(parts, frame, [](PageParts &closing) { closing.message.senderName = takeLine(closing); });
    }
}

void openForwardName(PageParts &parts, const Element &element, Frame &frame)
{
    const std::string url = linkUrl(element.attributes.value("href"), false);
    const TelegramAddress address = telegramAddress(url);
    ForwardOrigin origin;
    origin.url = TextCollector::toQString(url);
    origin.channel = address.username;
    origin.messageId = address.messageId;
    parts.message.post.forwardedFrom = std::move(origin);
    collectLine(parts, frame, [](PageParts &closing) {
        if (closing.message.post.forwardedFrom) {
            closing.message.post.forwardedFrom->name = takeLine(closing);
        }
    });
}

void openForwardAuthor(PageParts &parts, const Element &, Frame &frame)
{
    collectLine(parts, frame, [](PageParts &closing) {
        if (closing.message.post.forwardedFrom) {
            closing.message.post.forwardedFrom->author = takeLine(closing);
        }
    });
}

void openViaBot(PageParts &parts, const Element &, Frame &frame)
{
    collectLine(parts, frame, [](PageParts &closing) {
        const QString name = takeLine(closing);
        closing.message.post.viaBot = name.startsWith(u'@') ? name.mid(1) : name;
    });
}

void openLinkPreview(PageParts &parts, const Element &element, Frame &frame)
{
    LinkPreview preview;
    preview.url = linkOf(element);
    parts.message.post.linkPreview = std::move(preview);
    frame.sink = nullptr;
    frame.rich = nullptr;
}

template<QString LinkPreview::*member>
void openPreviewPart(PageParts &parts, const Element &, Frame &frame)
{
    collectLine(parts, frame, [](PageParts &closing) {
        if (closing.message.post.linkPreview) {
            (*closing.message.post.linkPreview).*member = takeLine(closing);
        }
    });
}

void openPreviewImage(PageParts &parts, const Element &element, Frame &)
{
    if (parts.message.post.linkPreview) {
        parts.message.post.linkPreview->imageUrl = styleUrl(element.attributes.value("style"));
    }
}

void openReaction(PageParts &parts, const Element &element, Frame &frame)
{
    QList<Reaction> &reactions = parts.message.post.reactions;
    frame.rich = nullptr;
    frame.sink = nullptr;
    if (!parts.message.active || reactions.size() >= maxReactions) {
        return;
    }
    Reaction reaction;
    reaction.kind = element.has(Cls::ReactionPaid) ? ReactionKind::Stars : ReactionKind::Emoji;
    reactions.append(std::move(reaction));
    parts.message.reactionEmoji.clear();
    parts.message.reactionCount.clear();
    frame.sink = &parts.message.reactionCount;
    frame.close = [](PageParts &closing) {
        MessageDraft &draft = closing.message;
        if (draft.post.reactions.isEmpty()) {
            return;
        }
        Reaction &made = draft.post.reactions.last();
        if (made.kind == ReactionKind::Emoji) {
            made.emoji = draft.reactionEmoji.takeTrimmed();
        }
        const QString shown = draft.reactionCount.takeTrimmed();
        made.count = parseCount(shown).value_or(Count{0, shown, false});
    };
}

/// The drawing of an emoji; a custom emoji may stand around one, or around nothing.
void openReactionEmoji(PageParts &parts, const Element &, Frame &frame)
{
    if (frame.sink == &parts.message.reactionCount) {
        frame.sink = &parts.message.reactionEmoji;
    }
}

void openCount(PageParts &parts, const Element &element, Frame &frame)
{
    if (element.has(Cls::Views)) {
        collectLine(
            parts, frame, [](PageParts &closing) { closing.message.post.views = parseCount(takeLine(closing)); });
    } else {
        collectLine(parts, frame, [](PageParts &closing) {
            MessageDraft &draft = closing.message;
            if (draft.poll >= 0) {
                draft.post.media[draft.poll].voters = parseCount(takeLine(closing));
            }
        });
    }
}

void openFromAuthor(PageParts &parts, const Element &, Frame &frame)
{
    collectLine(parts, frame, [](PageParts &closing) { closing.message.post.author = takeLine(closing); });
}

void openMeta(PageParts &parts, const Element &, Frame &frame)
{
    if (parts.message.active) {
        frame.sink = &parts.message.meta;
        frame.rich = nullptr;
    }
}

void openDate(PageParts &parts, const Element &, Frame &frame)
{
    parts.message.inDate = true;
    frame.sink = nullptr;
    frame.rich = nullptr;
    frame.close = [](PageParts &closing) { closing.message.inDate = false; };
}

void openInlineRow(PageParts &parts, const Element &, Frame &)
{
    ++parts.message.row;
}

void openInlineButton(PageParts &parts, const Element &element, Frame &frame)
{
    QList<InlineButton> &buttons = parts.message.post.buttons;
    if (!parts.message.active || buttons.size() >= maxButtons) {
        return;
    }
    InlineButton button;
    button.url = linkOf(element);
    button.row = qMax(0, parts.message.row);
    buttons.append(std::move(button));
    collectLine(parts, frame, [](PageParts &closing) {
        if (!closing.message.post.buttons.isEmpty()) {
            closing.message.post.buttons.last().text = takeLine(closing);
        }
    });
}

void openBarrier(PageParts &, const Element &, Frame &frame)
{
    frame.sink = nullptr;
    frame.rich = nullptr;
}

void openTwin(PageParts &parts, const Element &, Frame &frame)
{
    parts.message.inTwin = true;
    frame.sink = nullptr;
    frame.rich = nullptr;
    frame.close = [](PageParts &closing) { closing.message.inTwin = false; };
}

void openNotSupported(PageParts &parts, const Element &, Frame &frame)
{
    MessageDraft &draft = parts.message;
    frame.sink = nullptr;
    frame.rich = nullptr;
    if (draft.media >= 0) {
        return; // stands beside every video
    }
    (draft.inTwin ? draft.twin : draft.hiddenNotice) = true;
}

constexpr ClassHandler handlers[] = {
    {Cls::Message, openMessage},
    {Cls::MessageText, openText},
    {Cls::JsMessageText, openText},
    {Cls::Reply, openReply},
    {Cls::ReplyText, openReplyText},
    {Cls::AuthorName, openAuthorName},
    {Cls::ForwardName, openForwardName},
    {Cls::ForwardAuthor, openForwardAuthor},
    {Cls::ViaBot, openViaBot},
    {Cls::LinkPreview, openLinkPreview},
    {Cls::PreviewSite, openPreviewPart<&LinkPreview::siteName>},
    {Cls::PreviewTitle, openPreviewPart<&LinkPreview::title>},
    {Cls::PreviewDescription, openPreviewPart<&LinkPreview::description>},
    {Cls::PreviewImage, openPreviewImage},
    {Cls::PreviewRightImage, openPreviewImage},
    {Cls::Reaction, openReaction},
    {Cls::Emoji, openReactionEmoji},
    {Cls::Views, openCount},
    {Cls::Voters, openCount},
    {Cls::FromAuthor, openFromAuthor},
    {Cls::Meta, openMeta},
    {Cls::Date, openDate},
    {Cls::InlineRow, openInlineRow},
    {Cls::InlineButton, openInlineButton},
    {Cls::Barrier, openBarrier},
    {Cls::NotSupportedCont, openTwin},
    {Cls::NotSupported, openNotSupported},
};

} // namespace

std::span<const ClassHandler> messageHandlers()
{
    return handlers;
}

void takeReactionEmoji(PageParts &parts, const Element &element, Frame &frame)
{
    QList<Reaction> &reactions = parts.message.post.reactions;
    if (frame.sink != &parts.message.reactionCount || reactions.isEmpty()) {
        return;
    }
    reactions.last().kind = ReactionKind::CustomEmoji;
    reactions.last().emoji = TextCollector::toQString(element.attributes.value("emoji-id").substr(0, 32));
    frame.sink = nullptr; // a character that stands for it
}

} // namespace vestnik
