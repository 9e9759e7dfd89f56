// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/postrow.h"

#include <algorithm>

#include "core/model/postcolumns.h"
#include "core/store/rows.h"

namespace vestnik {
namespace {

QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant flag(bool value)
{
    return QVariant(static_cast<qint64>(value ? 1 : 0));
}

bool leadsSomewhere(const Post &post)
{
    return (post.linkPreview && !post.linkPreview->url.isEmpty())
        || std::any_of(post.body.entities.begin(), post.body.entities.end(),
            [](const TextEntity &entity) { return entity.type == EntityType::Link || entity.type == EntityType::Url; })
        || std::any_of(
            post.buttons.begin(), post.buttons.end(), [](const InlineButton &button) { return !button.url.isEmpty(); });
}

/// The values from `kind` to the end, as both statements take them.
void appendContent(QVariantList &values, const PostRow &row)
{
    values << row.kind << flag(row.edited) << flag(row.pinned) << flag(row.partlyUnsupported)
           << (row.views < 0 ? QVariant() : QVariant(row.views)) << orNull(row.viewsShown) << flag(row.viewsRounded)
           << row.mediaCount << flag(row.hasLink) << orNull(row.author) << orNull(row.viaBot)
           << (row.text.isNull() ? QStringLiteral("") : row.text) << orNull(row.entities) << orNull(row.media)
           << orNull(row.mediaUrls) << orNull(row.reactions) << orNull(row.forward) << orNull(row.reply)
           << orNull(row.preview) << orNull(row.buttons) << orNull(row.albumIds) << orNull(row.marks);
}

/// PostgreSQL has no place for U+0000 in a text. Another character stands for it, so that the places of entities hold.
QString storable(QString text)
{
    return text.contains(QChar(u'\0')) ? text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter)) : text;
}

} // namespace

bool PostRow::sameContent(const PostRow &other) const
{
    return messageId == other.messageId && kind == other.kind && edited == other.edited && pinned == other.pinned
        && partlyUnsupported == other.partlyUnsupported && views == other.views && viewsShown == other.viewsShown
        && viewsRounded == other.viewsRounded && mediaCount == other.mediaCount && hasLink == other.hasLink
        && author == other.author && viaBot == other.viaBot && text == other.text && entities == other.entities
        && media == other.media && reactions == other.reactions && forward == other.forward && reply == other.reply
        && preview == other.preview && buttons == other.buttons && albumIds == other.albumIds;
}

PostRow toRow(const Post &post)
{
    PostRow row;
    row.id = post.id;
    row.channelId = post.channelId;
    row.messageId = post.messageId;
    row.postedAt = post.postedAt;
    row.kind = postKindName(post.kind);
    row.edited = post.edited;
    row.pinned = post.pinned;
    row.partlyUnsupported = post.partlyUnsupported;
    if (post.views) {
        row.views = std::max<qint64>(0, post.views->value);
        row.viewsRounded = post.views->rounded;
        if (post.views->shown != QString::number(row.views)) {
            row.viewsShown = storable(post.views->shown);
        }
    }
    row.mediaCount = post.media.size();
    row.hasLink = leadsSomewhere(post);
    row.author = storable(post.author);
    row.viaBot = storable(post.viaBot);
    row.text = storable(post.body.text);
    row.entities = entitiesColumn(post.body.entities);
    row.media = mediaColumn(post.media);
    row.mediaUrls = mediaUrlsColumn(post.media, post.linkPreview);
    row.reactions = reactionsColumn(post.reactions);
    row.forward = forwardColumn(post.forwardedFrom);
    row.reply = replyColumn(post.replyTo);
    row.preview = previewColumn(post.linkPreview);
    row.buttons = buttonsColumn(post.buttons);
    row.albumIds = idsColumn(post.albumIds);
    return row;
}

Post toPost(const PostRow &row, const QString &channel)
{
    Post post;
    post.id = row.id;
    post.channelId = row.channelId;
    post.channel = channel;
    post.messageId = row.messageId;
    post.albumIds = idsFromColumn(row.albumIds);
    post.kind = postKindFromName(row.kind).value_or(PostKind::Unsupported);
    post.postedAt = row.postedAt;
    post.body.text = row.text;
    post.body.entities = entitiesFromColumn(row.entities);
    post.author = row.author;
    post.viaBot = row.viaBot;
    post.edited = row.edited;
    post.pinned = row.pinned;
    post.partlyUnsupported = row.partlyUnsupported;
    if (row.views >= 0) {
        post.views =
            Count{row.views, row.viewsShown.isEmpty() ? QString::number(row.views) : row.viewsShown, row.viewsRounded};
    }
    post.forwardedFrom = forwardFromColumn(row.forward);
    post.replyTo = replyFromColumn(row.reply);
    post.linkPreview = previewFromColumn(row.preview);
    post.media = mediaFromColumn(row.media);
    restoreMediaUrls(row.mediaUrls, post.media, post.linkPreview);
    post.reactions = reactionsFromColumn(row.reactions);
    post.buttons = buttonsFromColumn(row.buttons);
    return post;
}

const QString &postRowColumns()
{
    static const QString columns = QStringLiteral(
        "p.id, p.channel_id, p.message_id, p.posted_at, p.kind, p.edited, p.pinned, p.partly_unsupported, p.views, "
        "p.views_shown, p.views_rounded, p.media_count, p.has_link, p.author, p.via_bot, p.text, p.entities, p.media, "
        "p.media_urls, p.reactions, p.forward, p.reply, p.preview, p.buttons, p.album_ids, p.marks");
    return columns;
}

PostRow readPostRow(const Rows &rows)
{
    PostRow row;
    int column = 0;
    row.id = rows.integer(column++);
    row.channelId = rows.integer(column++);
    row.messageId = rows.integer(column++);
    row.postedAt = rows.integer(column++);
    row.kind = rows.text(column++);
    row.edited = rows.flag(column++);
    row.pinned = rows.flag(column++);
    row.partlyUnsupported = rows.flag(column++);
    row.views = rows.isNull(column) ? -1 : rows.integer(column);
    ++column;
    row.viewsShown = rows.text(column++);
    row.viewsRounded = rows.flag(column++);
    row.mediaCount = rows.integer(column++);
    row.hasLink = rows.flag(column++);
    for (QString *text : {&row.author, &row.viaBot, &row.text, &row.entities, &row.media, &row.mediaUrls,
             &row.reactions, &row.forward, &row.reply, &row.preview, &row.buttons, &row.albumIds, &row.marks}) {
        *text = rows.text(column++);
    }
    return row;
}

const QString &insertPostSql()
{
    static const QString sql = QStringLiteral(
        "INSERT INTO posts (id, channel_id, message_id, posted_at, stored_at, kind, edited, pinned, "
        "partly_unsupported, "
        "views, views_shown, views_rounded, media_count, has_link, author, via_bot, text, entities, media, media_urls, "
        "reactions, forward, reply, preview, buttons, album_ids, marks) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO NOTHING");
    return sql;
}

QVariantList insertPostValues(const PostRow &row, qint64 now)
{
    QVariantList values;
    values.reserve(27);
    values << row.id << row.channelId << row.messageId << row.postedAt << now;
    appendContent(values, row);
    return values;
}

const QString &updatePostSql()
{
    static const QString sql = QStringLiteral(
        "UPDATE posts SET message_id = ?, updated_at = ?, kind = ?, edited = ?, pinned = ?, partly_unsupported = ?, "
        "views = ?, views_shown = ?, views_rounded = ?, media_count = ?, has_link = ?, author = ?, via_bot = ?, text = "
        "?, "
        "entities = ?, media = ?, media_urls = ?, reactions = ?, forward = ?, reply = ?, preview = ?, buttons = ?, "
        "album_ids = ?, marks = ? WHERE id = ?");
    return sql;
}

QVariantList updatePostValues(const PostRow &row, qint64 now)
{
    QVariantList values;
    values.reserve(25);
    values << row.messageId << now;
    appendContent(values, row);
    values << row.id;
    return values;
}

} // namespace vestnik
