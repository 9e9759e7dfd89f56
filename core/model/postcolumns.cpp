// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/postcolumns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

#include "core/model/jsonwriter.h"

namespace vestnik {
namespace {

QJsonDocument read(const QString &column)
{
    // Most columns of most posts are empty, and asking the parser costs as much as a short text.
    return column.isEmpty() ? QJsonDocument() : QJsonDocument::fromJson(column.toUtf8());
}

qint64 wholeNumber(const QJsonValue &value, qint64 absent = 0)
{
    return value.isDouble() ? value.toInteger(absent) : absent;
}

Count countAt(const QJsonArray &array, int index)
{
    Count count;
    count.value = wholeNumber(array.at(index));
    count.shown = array.at(index + 1).isString() ? array.at(index + 1).toString() : QString::number(count.value);
    count.rounded = array.at(index + 2).toInteger() == 1;
    return count;
}

MediaKind mediaKindOf(const QString &name)
{
    for (int kind = 0; kind <= static_cast<int>(MediaKind::Unsupported); ++kind) {
        if (name == mediaKindName(static_cast<MediaKind>(kind))) {
            return static_cast<MediaKind>(kind);
        }
    }
    return MediaKind::Unsupported;
}

void writeMedia(JsonWriter &writer, const Media &media)
{
    writer.open(u'{');
    writer.key(QLatin1String("k"));
    writer.string(mediaKindName(media.kind));
    writer.member(QLatin1String("m"), media.messageId, 0);
    writer.member(QLatin1String("i"), media.id);
    writer.member(QLatin1String("w"), media.width, 0);
    if (media.aspect != 0) {
        writer.key(QLatin1String("a"));
        writer.real(media.aspect);
    }
    writer.member(QLatin1String("d"), media.durationSeconds, -1);
    writer.member(QLatin1String("b"), media.tooBig ? 1 : 0, 0);
    writer.member(QLatin1String("t"), media.title);
    writer.member(QLatin1String("x"), media.extra);
    writer.member(QLatin1String("v"), media.waveform);
    writer.member(QLatin1String("q"), media.question);
    writer.member(QLatin1String("p"), media.pollType);
    if (!media.options.isEmpty()) {
        writer.key(QLatin1String("o"));
        writer.open(u'[');
        for (const PollOption &option : media.options) {
            writer.open(u'[');
            writer.string(option.text);
            writer.number(option.percent);
            writer.close(u']');
        }
        writer.close(u']');
    }
    if (media.voters) {
        writer.key(QLatin1String("n"));
        writer.open(u'[');
        writer.count(*media.voters);
        writer.close(u']');
    }
    if (media.latitude && media.longitude) {
        writer.key(QLatin1String("g"));
        writer.open(u'[');
        writer.real(*media.latitude);
        writer.real(*media.longitude);
        writer.close(u']');
    }
    writer.close(u'}');
}

Media mediaOf(const QJsonObject &object)
{
    Media media;
    media.kind = mediaKindOf(object.value(QLatin1String("k")).toString());
    media.messageId = wholeNumber(object.value(QLatin1String("m")));
    media.id = object.value(QLatin1String("i")).toString();
    media.width = static_cast<int>(wholeNumber(object.value(QLatin1String("w"))));
    media.aspect = object.value(QLatin1String("a")).toDouble();
    media.durationSeconds = static_cast<int>(wholeNumber(object.value(QLatin1String("d")), -1));
    media.tooBig = wholeNumber(object.value(QLatin1String("b"))) == 1;
    media.title = object.value(QLatin1String("t")).toString();
    media.extra = object.value(QLatin1String("x")).toString();
    media.waveform = object.value(QLatin1String("v")).toString();
    media.question = object.value(QLatin1String("q")).toString();
    media.pollType = object.value(QLatin1String("p")).toString();
    const QJsonArray options = object.value(QLatin1String("o")).toArray();
    for (const QJsonValue &option : options) {
        const QJsonArray pair = option.toArray();
        media.options.append(PollOption{pair.at(0).toString(), static_cast<int>(wholeNumber(pair.at(1), -1))});
    }
    const QJsonArray voters = object.value(QLatin1String("n")).toArray();
    if (!voters.isEmpty()) {
        media.voters = countAt(voters, 0);
    }
    const QJsonArray place = object.value(QLatin1String("g")).toArray();
    if (place.size() == 2) {
        media.latitude = place.at(0).toDouble();
        media.longitude = place.at(1).toDouble();
    }
    return media;
}

} // namespace

QString entitiesColumn(const QList<TextEntity> &entities)
{
    if (entities.isEmpty()) {
        return {};
    }
    JsonWriter writer(entities.size() * 40);
    writer.open(u'[');
    for (const TextEntity &entity : entities) {
        writer.open(u'[');
        writer.string(entityTypeName(entity.type));
        writer.number(entity.offset);
        writer.number(entity.length);
        if (!entity.data.isEmpty()) {
            writer.string(entity.data);
        }
        writer.close(u']');
    }
    writer.close(u']');
    return writer.take();
}

QList<TextEntity> entitiesFromColumn(const QString &column)
{
    QList<TextEntity> entities;
    const QJsonArray rows = read(column).array();
    for (const QJsonValue &row : rows) {
        const QJsonArray parts = row.toArray();
        const QString name = parts.at(0).toString();
        for (int type = 0; type <= static_cast<int>(EntityType::Phone); ++type) {
            if (name == entityTypeName(static_cast<EntityType>(type))) {
                entities.append(TextEntity{static_cast<EntityType>(type), static_cast<int>(wholeNumber(parts.at(1))),
                    static_cast<int>(wholeNumber(parts.at(2))), parts.at(3).toString()});
                break;
            }
        }
    }
    return entities;
}

QString mediaColumn(const QList<Media> &media)
{
    if (media.isEmpty()) {
        return {};
    }
    JsonWriter writer(media.size() * 120);
    writer.open(u'[');
    for (const Media &one : media) {
        writeMedia(writer, one);
    }
    writer.close(u']');
    return writer.take();
}

QString mediaUrlsColumn(const QList<Media> &media, const std::optional<LinkPreview> &preview)
{
    const bool any = std::any_of(media.begin(), media.end(), [](const Media &one) {
        return !one.url.isEmpty() || !one.thumbnailUrl.isEmpty();
    }) || (preview && !preview->imageUrl.isEmpty());
    if (!any) {
        return {};
    }
    JsonWriter writer(media.size() * 400 + 64);
    writer.open(u'[');
    for (const Media &one : media) {
        writer.string(one.url);
        writer.string(one.thumbnailUrl);
    }
    if (preview) {
        writer.string(preview->imageUrl);
    }
    writer.close(u']');
    return writer.take();
}

QList<Media> mediaFromColumn(const QString &column)
{
    QList<Media> media;
    const QJsonArray rows = read(column).array();
    media.reserve(rows.size());
    for (const QJsonValue &row : rows) {
        media.append(mediaOf(row.toObject()));
    }
    return media;
}

void restoreMediaUrls(const QString &column, QList<Media> &media, std::optional<LinkPreview> &preview)
{
    const QJsonArray urls = read(column).array();
    for (qsizetype i = 0; i < media.size(); ++i) {
        media[i].url = urls.at(2 * i).toString();
        media[i].thumbnailUrl = urls.at(2 * i + 1).toString();
    }
    if (preview) {
        preview->imageUrl = urls.at(2 * media.size()).toString();
    }
}

QString reactionsColumn(const QList<Reaction> &reactions)
{
    if (reactions.isEmpty()) {
        return {};
    }
    static const QString kinds[] = {QStringLiteral("emoji"), QStringLiteral("custom_emoji"), QStringLiteral("stars")};
    JsonWriter writer(reactions.size() * 24);
    writer.open(u'[');
    for (const Reaction &reaction : reactions) {
        writer.open(u'[');
        writer.string(kinds[static_cast<int>(reaction.kind)]);
        writer.string(reaction.emoji);
        writer.count(reaction.count);
        writer.close(u']');
    }
    writer.close(u']');
    return writer.take();
}

QList<Reaction> reactionsFromColumn(const QString &column)
{
    QList<Reaction> reactions;
    const QJsonArray rows = read(column).array();
    for (const QJsonValue &row : rows) {
        const QJsonArray parts = row.toArray();
        Reaction reaction;
        const QString kind = parts.at(0).toString();
        reaction.kind = kind == QLatin1String("stars") ? ReactionKind::Stars
            : kind == QLatin1String("custom_emoji")    ? ReactionKind::CustomEmoji
                                                       : ReactionKind::Emoji;
        reaction.emoji = parts.at(1).toString();
        reaction.count = countAt(parts, 2);
        reactions.append(reaction);
    }
    return reactions;
}

QString forwardColumn(const std::optional<ForwardOrigin> &forward)
{
    if (!forward) {
        return {};
    }
    JsonWriter writer(128);
    writer.open(u'{');
    writer.member(QLatin1String("n"), forward->name);
    writer.member(QLatin1String("u"), forward->url);
    writer.member(QLatin1String("c"), forward->channel);
    writer.member(QLatin1String("m"), forward->messageId, 0);
    writer.member(QLatin1String("a"), forward->author);
    writer.close(u'}');
    return writer.take();
}

std::optional<ForwardOrigin> forwardFromColumn(const QString &column)
{
    const QJsonDocument document = read(column);
    if (!document.isObject()) {
        return std::nullopt;
    }
    return ForwardOrigin{document[QLatin1String("n")].toString(), document[QLatin1String("u")].toString(),
        document[QLatin1String("c")].toString(), wholeNumber(document[QLatin1String("m")]),
        document[QLatin1String("a")].toString()};
}

QString replyColumn(const std::optional<ReplyTarget> &reply)
{
    if (!reply) {
        return {};
    }
    JsonWriter writer(128);
    writer.open(u'{');
    writer.member(QLatin1String("m"), reply->messageId, 0);
    writer.member(QLatin1String("c"), reply->channel);
    writer.member(QLatin1String("a"), reply->author);
    writer.member(QLatin1String("t"), reply->text);
    writer.close(u'}');
    return writer.take();
}

std::optional<ReplyTarget> replyFromColumn(const QString &column)
{
    const QJsonDocument document = read(column);
    if (!document.isObject()) {
        return std::nullopt;
    }
    return ReplyTarget{wholeNumber(document[QLatin1String("m")]), document[QLatin1String("c")].toString(),
        document[QLatin1String("a")].toString(), document[QLatin1String("t")].toString()};
}

QString previewColumn(const std::optional<LinkPreview> &preview)
{
    if (!preview) {
        return {};
    }
    JsonWriter writer(256);
    writer.open(u'{');
    writer.member(QLatin1String("u"), preview->url);
    writer.member(QLatin1String("s"), preview->siteName);
    writer.member(QLatin1String("t"), preview->title);
    writer.member(QLatin1String("d"), preview->description);
    writer.close(u'}');
    return writer.take();
}

std::optional<LinkPreview> previewFromColumn(const QString &column)
{
    const QJsonDocument document = read(column);
    if (!document.isObject()) {
        return std::nullopt;
    }
    return LinkPreview{document[QLatin1String("u")].toString(), document[QLatin1String("s")].toString(),
        document[QLatin1String("t")].toString(), document[QLatin1String("d")].toString(), {}};
}

QString buttonsColumn(const QList<InlineButton> &buttons)
{
    if (buttons.isEmpty()) {
        return {};
    }
    JsonWriter writer(buttons.size() * 64);
    writer.open(u'[');
    for (const InlineButton &button : buttons) {
        writer.open(u'[');
        writer.string(button.text);
        writer.string(button.url);
        writer.number(button.row);
        writer.close(u']');
    }
    writer.close(u']');
    return writer.take();
}

QList<InlineButton> buttonsFromColumn(const QString &column)
{
    QList<InlineButton> buttons;
    const QJsonArray rows = read(column).array();
    for (const QJsonValue &row : rows) {
        const QJsonArray parts = row.toArray();
        buttons.append(
            InlineButton{parts.at(0).toString(), parts.at(1).toString(), static_cast<int>(wholeNumber(parts.at(2)))});
    }
    return buttons;
}

QString idsColumn(const QList<qint64> &ids)
{
    if (ids.isEmpty()) {
        return {};
    }
    JsonWriter writer(ids.size() * 18);
    writer.open(u'[');
    for (const qint64 id : ids) {
        writer.number(id);
    }
    writer.close(u']');
    return writer.take();
}

QList<qint64> idsFromColumn(const QString &column)
{
    QList<qint64> ids;
    const QJsonArray rows = read(column).array();
    ids.reserve(rows.size());
    for (const QJsonValue &row : rows) {
        ids.append(wholeNumber(row));
    }
    return ids;
}

} // namespace vestnik
