// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/postexport.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/model/jsonbytes.h"

namespace vestnik {
namespace {

/// Names of an enumeration as bytes, made once.
template<typename Enum, int count>
const char *nameOf(Enum value, QString (*text)(Enum))
{
    static const std::vector<QByteArray> names = [text] {
        std::vector<QByteArray> made;
        for (int i = 0; i < count; ++i) {
            made.push_back(text(static_cast<Enum>(i)).toLatin1());
        }
        return made;
    }();
    return names.at(static_cast<std::size_t>(value)).constData();
}

void writeTexts(JsonBytes &out, const char *key, const QStringList &texts)
{
    out.key(key);
    out.open('[');
    for (const QString &text : texts) {
        out.string(text);
    }
    out.close(']');
}

void writeIdOrNull(JsonBytes &out, const char *key, MessageId id)
{
    out.key(key);
    if (id == 0) {
        out.null();
    } else {
        out.number(id);
    }
}

void writeTextOrNull(JsonBytes &out, const char *key, const QString &text)
{
    out.key(key);
    out.stringOrNull(text);
}

void writeEntities(JsonBytes &out, const QList<TextEntity> &entities)
{
    out.key("entities");
    out.open('[');
    for (const TextEntity &entity : entities) {
        out.open('{');
        out.key("type");
        out.name(nameOf<EntityType, 15>(entity.type, &entityTypeName));
        out.key("offset");
        out.number(entity.offset);
        out.key("length");
        out.number(entity.length);
        if (!entity.data.isEmpty()) {
            out.key("data");
            out.string(entity.data);
        }
        out.close('}');
    }
    out.close(']');
}

void writeForward(JsonBytes &out, const std::optional<ForwardOrigin> &forward)
{
    out.key("forwarded_from");
    if (!forward) {
        return out.null();
    }
    out.open('{');
    writeTextOrNull(out, "name", forward->name);
    writeTextOrNull(out, "url", forward->url);
    writeTextOrNull(out, "channel", forward->channel);
    writeIdOrNull(out, "message_id", forward->messageId);
    writeTextOrNull(out, "author", forward->author);
    out.close('}');
}

void writeMedia(JsonBytes &out, const Media &media)
{
    const auto text = [&out](const char *key, const QString &value) {
        if (!value.isEmpty()) {
            out.key(key);
            out.string(value);
        }
    };
    const auto number = [&out](const char *key, qint64 value) {
        out.key(key);
        out.number(value);
    };
    out.open('{');
    out.key("kind");
    out.name(nameOf<MediaKind, 12>(media.kind, &mediaKindName));
    if (media.messageId != 0) {
        number("message_id", media.messageId);
    }
    text("id", media.id);
    text("url", media.url);
    text("thumbnail_url", media.thumbnailUrl);
    if (media.width > 0) {
        number("width", media.width);
        if (media.aspect > 0) {
            number("height", qRound(media.width * media.aspect));
        }
    }
    if (media.aspect > 0) {
        out.key("aspect");
        out.real(media.aspect);
    }
    if (media.durationSeconds >= 0) {
        number("duration", media.durationSeconds);
    }
    if (media.tooBig) {
        out.key("too_big");
        out.boolean(true);
    }
    text("title", media.title);
    text("extra", media.extra);
    text("waveform", media.waveform);
    text("question", media.question);
    text("poll_type", media.pollType);
    if (!media.options.isEmpty()) {
        out.key("options");
        out.open('[');
        for (const PollOption &option : media.options) {
            out.open('{');
            out.key("text");
            out.string(option.text);
            out.key("percent");
            if (option.percent < 0) {
                out.null();
            } else {
                out.number(option.percent);
            }
            out.close('}');
        }
        out.close(']');
    }
    if (media.voters) {
        number("voters", media.voters->value);
    }
    if (media.latitude && media.longitude) {
        out.key("latitude");
        out.real(*media.latitude);
        out.key("longitude");
        out.real(*media.longitude);
    }
    out.close('}');
}

void writeReactions(JsonBytes &out, const QList<Reaction> &reactions)
{
    static constexpr std::array<const char *, 3> kinds{"emoji", "custom_emoji", "stars"};
    out.key("reactions");
    out.open('[');
    for (const Reaction &reaction : reactions) {
        out.open('{');
        out.key("kind");
        out.name(kinds.at(static_cast<std::size_t>(reaction.kind)));
        writeTextOrNull(out, "emoji", reaction.emoji);
        out.key("count");
        out.number(reaction.count.value);
        writeTextOrNull(out, "shown", reaction.count.shown);
        out.close('}');
    }
    out.close(']');
}

void writePreview(JsonBytes &out, const std::optional<LinkPreview> &preview)
{
    out.key("preview");
    if (!preview) {
        return out.null();
    }
    out.open('{');
    writeTextOrNull(out, "url", preview->url);
    writeTextOrNull(out, "site_name", preview->siteName);
    writeTextOrNull(out, "title", preview->title);
    writeTextOrNull(out, "description", preview->description);
    writeTextOrNull(out, "image_url", preview->imageUrl);
    out.close('}');
}

void writeButtons(JsonBytes &out, const QList<InlineButton> &buttons)
{
    out.key("buttons");
    out.open('[');
    for (const InlineButton &button : buttons) {
        out.open('{');
        out.key("text");
        out.string(button.text);
        writeTextOrNull(out, "url", button.url);
        out.key("row");
        out.number(button.row);
        out.close('}');
    }
    out.close(']');
}

bool isPlain(const Count &count)
{
    return !count.rounded && count.shown == QString::number(count.value);
}

/// {"shown":"1.2M","rounded":true}
void writeDisplay(JsonBytes &out, const Count &count)
{
    out.open('{');
    out.key("shown");
    out.string(count.shown);
    out.key("rounded");
    out.boolean(count.rounded);
    out.close('}');
}

void writeMore(JsonBytes &out, const Post &post)
{
    const bool views = post.views && !isPlain(*post.views);
    const bool reply = post.replyTo
        && !(post.replyTo->channel.isEmpty() && post.replyTo->author.isEmpty() && post.replyTo->text.isEmpty()
            && post.replyTo->messageId != 0);
    const bool voters = std::any_of(post.media.begin(), post.media.end(),
        [](const Media &media) { return media.voters && !isPlain(*media.voters); });
    const bool reactions = std::any_of(
        post.reactions.begin(), post.reactions.end(), [](const Reaction &reaction) { return reaction.count.rounded; });
    out.key("more");
    if (!views && !reply && !voters && !reactions && !post.pinned && !post.partlyUnsupported) {
        return out.null();
    }
    out.open('{');
    if (post.pinned) {
        out.key("pinned");
        out.boolean(true);
    }
    if (post.partlyUnsupported) {
        out.key("partly_unsupported");
        out.boolean(true);
    }
    if (views) {
        out.key("views");
        writeDisplay(out, *post.views);
    }
    if (reply) {
        out.key("reply");
        out.open('{');
        writeTextOrNull(out, "channel", post.replyTo->channel);
        writeTextOrNull(out, "author", post.replyTo->author);
        writeTextOrNull(out, "text", post.replyTo->text);
        out.close('}');
    }
    if (voters) {
        out.key("voters"); // one for each of the media
        out.open('[');
        for (const Media &media : post.media) {
            if (media.voters) {
                writeDisplay(out, *media.voters);
            } else {
                out.null();
            }
        }
        out.close(']');
    }
    if (reactions) {
        out.key("reactions"); // which of them are rounded
        out.open('[');
        for (const Reaction &reaction : post.reactions) {
            out.boolean(reaction.count.rounded);
        }
        out.close(']');
    }
    out.close('}');
}

void writeExtras(JsonBytes &out, const PostExtras &extras)
{
    out.key("starred");
    out.boolean(extras.starred);
    writeTexts(out, "tags", extras.tags);
    writeTextOrNull(out, "note", extras.note);
    out.key("deleted_at");
    out.time(extras.deletedAt);
    out.key("versions");
    out.open('[');
    for (const PostVersion &version : extras.versions) {
        out.open('{');
        out.key("replaced_at");
        out.time(version.replacedAt);
        writeTextOrNull(out, "text", version.body.text);
        writeEntities(out, version.body.entities);
        out.close('}');
    }
    out.close(']');
}

} // namespace

void writePostJson(JsonBytes &out, const ArchivedPost &archived)
{
    const Post &post = archived.post;
    out.open('{');
    out.key("channel");
    out.string(post.channel);
    out.key("message_id");
    out.number(post.messageId);
    out.key("posted_at");
    out.time(post.postedAt);
    out.key("kind");
    out.name(nameOf<PostKind, 15>(post.kind, &postKindName));
    writeTextOrNull(out, "text", post.body.text);
    writeEntities(out, post.body.entities);
    out.key("url");
    out.string(postUrl(post.channel, post.messageId));
    out.key("views");
    if (post.views) {
        out.number(post.views->value);
    } else {
        out.null();
    }
    writeTextOrNull(out, "author", post.author);
    out.key("edited");
    out.boolean(post.edited);
    writeForward(out, post.forwardedFrom);
    writeIdOrNull(out, "reply_to", post.replyTo ? post.replyTo->messageId : 0);
    out.key("media");
    out.open('[');
    for (const Media &media : post.media) {
        writeMedia(out, media);
    }
    out.close(']');
    writeTexts(out, "links", post.links());
    writeTexts(out, "hashtags", post.hashtags());
    writeReactions(out, post.reactions);
    out.key("album_ids");
    out.open('[');
    for (const MessageId id : post.albumIds) {
        out.number(id);
    }
    out.close(']');
    writeTextOrNull(out, "via_bot", post.viaBot);
    writePreview(out, post.linkPreview);
    writeButtons(out, post.buttons);
    writeTextOrNull(out, "channel_title", archived.channelTitle);
    writeExtras(out, archived.extras);
    writeMore(out, post);
    out.close('}');
}

} // namespace vestnik
