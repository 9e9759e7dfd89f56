// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/source/truth.h"

#include "core/source/webpreview/counters.h"

#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonValue>

namespace vestnik {
namespace {

/// Collects what differs between a post and the stand-in's ground truth, as readable lines.
class Differences final {
public:
    explicit Differences(const QString &place)
        : m_place(place)
    {
    }

    template<typename Value>
    void expect(const char *what, const Value &actual, const Value &expected)
    {
        if (!(actual == expected)) {
            lines.append(QStringLiteral("%1 %2: got \"%3\", expected \"%4\"")
                             .arg(m_place, QLatin1String(what), text(actual), text(expected)));
        }
    }

    QStringList lines;

private:
    static QString text(const QString &value) { return value; }
    static QString text(const QStringList &value) { return value.join(QLatin1String(" | ")); }
    static QString text(bool value) { return value ? QStringLiteral("true") : QStringLiteral("false"); }
    static QString text(qint64 value) { return QString::number(value); }
    static QString text(int value) { return QString::number(value); }
    static QString text(double value) { return QString::number(value, 'g', 17); }

    QString m_place;
};

QString describe(const QString &type, int offset, int length, const QString &data)
{
    return QStringLiteral("%1@%2+%3=%4").arg(type).arg(offset).arg(length).arg(data);
}

QStringList entitiesOf(const RichText &text)
{
    QStringList found;
    for (const TextEntity &entity : text.entities) {
        found.append(describe(entityTypeName(entity.type), entity.offset, entity.length, entity.data));
    }
    return found;
}

QStringList expectedEntities(const QJsonArray &truth)
{
    static const QHash<QString, QString> names{{QStringLiteral("link"), QStringLiteral("text_link")},
        {QStringLiteral("quote"), QStringLiteral("blockquote")},
        {QStringLiteral("quote_expandable"), QStringLiteral("blockquote")},
        {QStringLiteral("strong"), QStringLiteral("bold")}};
    QStringList expected;
    for (const QJsonValue &item : truth) {
        const QString type = item[u"type"].toString();
        QString data = item[u"value"].toString();
        if (type == QLatin1String("author")) {
            continue; // the channel's own name in a service message
        }
        if (type == QLatin1String("mention")) {
            data.prepend(QLatin1String("https://t.me/"));
        } else if (type == QLatin1String("quote_expandable")) {
            data = QStringLiteral("expandable");
        }
        expected.append(describe(names.value(type, type), item[u"offset"].toInt(), item[u"length"].toInt(), data));
    }
    return expected;
}

QStringList reactionsOf(const Post &post)
{
    QStringList found;
    for (const Reaction &reaction : post.reactions) {
        const QString name = reaction.kind == ReactionKind::Stars ? QStringLiteral("stars") : reaction.emoji;
        found.append(
            name + QLatin1Char('=') + reaction.count.shown + QLatin1Char('=') + QString::number(reaction.count.value));
    }
    return found;
}

QStringList expectedReactions(const QJsonArray &truth)
{
    QStringList expected;
    for (const QJsonValue &item : truth) {
        const QString kind = item[u"kind"].toString();
        const QString name = kind == QLatin1String("stars") ? kind
            : kind == QLatin1String("custom")               ? item[u"id"].toString()
                                                            : item[u"emoji"].toString();
        const QString shown = item[u"count"].toString();
        expected.append(name + QLatin1Char('=') + shown + QLatin1Char('=') + QString::number(parseCount(shown)->value));
    }
    return expected;
}

QStringList buttonsOf(const Post &post)
{
    QStringList found;
    for (const InlineButton &button : post.buttons) {
        found.append(QStringLiteral("%1 %2 %3").arg(button.row).arg(button.text, button.url));
    }
    return found;
}

QStringList expectedButtons(const QJsonArray &rows)
{
    QStringList expected;
    int row = 0;
    for (const QJsonValue &buttons : rows) {
        for (const QJsonValue &button : buttons.toArray()) {
            expected.append(
                QStringLiteral("%1 %2 %3").arg(row).arg(button[u"text"].toString(), button[u"url"].toString()));
        }
        ++row;
    }
    return expected;
}

void compareMedia(Differences &found, const Post &post, const QJsonObject &truth)
{
    const QJsonArray expected = truth[u"media"].toArray();
    const bool special = post.kind == PostKind::Poll || post.kind == PostKind::Location;
    found.expect("media", static_cast<int>(post.media.size()), special ? 1 : static_cast<int>(expected.size()));
    for (int i = 0; i < expected.size() && i < post.media.size(); ++i) {
        const Media &media = post.media.at(i);
        const QString kind = expected[i][u"kind"].toString();
        found.expect("media kind", mediaKindName(media.kind), plainKind(kind));
        found.expect("media title", media.title, expected[i][u"title"].toString());
        found.expect("media extra", media.extra, expected[i][u"extra"].toString());
        found.expect("media too big", media.tooBig, kind == QLatin1String("video_big"));
        if (kind.startsWith(QLatin1String("video")) || kind == QLatin1String("round")
            || kind == QLatin1String("voice")) {
            found.expect("media duration", media.durationSeconds, expected[i][u"duration"].toInt());
        }
        if (post.kind == PostKind::Album) {
            found.expect("media id", media.messageId, expected[i][u"post_id"].toInteger());
        }
        const bool noFile = kind == QLatin1String("document") || kind == QLatin1String("audio") || media.tooBig;
        found.expect("media has a file", !media.url.isEmpty(), !noFile);
    }
    if (post.kind == PostKind::Location && !post.media.isEmpty()) {
        const QJsonArray point = truth[u"location"].toArray();
        found.expect("latitude", post.media.first().latitude.value_or(0), point[0].toDouble());
        found.expect("longitude", post.media.first().longitude.value_or(0), point[1].toDouble());
    }
}

void comparePoll(Differences &found, const Post &post, const QJsonValue &truth)
{
    if (truth.isNull() || post.media.isEmpty()) {
        found.expect("poll", post.kind == PostKind::Poll, !truth.isNull());
        return;
    }
    const Media &poll = post.media.first();
    found.expect("question", poll.question, truth[u"question"].toString());
    found.expect("poll type", poll.pollType, truth[u"type"].toString());
    found.expect("voters", poll.voters.value_or(Count()).shown, truth[u"voters"].toString());
    QStringList options;
    for (const PollOption &option : poll.options) {
        options.append(option.text + QString::number(option.percent));
    }
    QStringList expected;
    for (const QJsonValue &option : truth[u"options"].toArray()) {
        expected.append(option[u"text"].toString() + QString::number(option[u"percent"].toInt()));
    }
    found.expect("options", options, expected);
}

void compareOrigins(Differences &found, const Post &post, const QJsonObject &truth)
{
    const QJsonValue forward = truth[u"forwarded_from"];
    const ForwardOrigin origin = post.forwardedFrom.value_or(ForwardOrigin());
    found.expect("forwarded", post.forwardedFrom.has_value(), !forward.isNull());
    found.expect("forward name", origin.name, forward[u"name"].toString());
    found.expect("forward url", origin.url, forward[u"href"].toString());
    found.expect("forward author", origin.author, forward[u"author"].toString());
    found.expect("forward post", origin.messageId, forward[u"id"].toInteger());
    if (!forward[u"channel"].isUndefined()) {
        found.expect("forward channel", origin.channel, forward[u"channel"].toString());
    }
    const QJsonValue reply = truth[u"reply"];
    const ReplyTarget target = post.replyTo.value_or(ReplyTarget());
    found.expect("reply", target.messageId, truth[u"reply_to"].toInteger());
    const QString quote = reply[u"text"].toString();
    found.expect("reply text", target.text, quote.isEmpty() ? reply[u"label"].toString() : quote.trimmed());
    const QJsonValue card = truth[u"link_preview"];
    const LinkPreview preview = post.linkPreview.value_or(LinkPreview());
    found.expect("card", preview.url, card[u"href"].toString());
    found.expect("card site", preview.siteName, card[u"site"].toString());
    found.expect("card title", preview.title, card[u"title"].toString());
    found.expect("card description", preview.description, card[u"description"].toString());
    found.expect("card image", preview.imageUrl.isEmpty(), card[u"image"].toString().isEmpty());
}

} // namespace

QString plainKind(const QString &truthKind)
{
    return truthKind.startsWith(QLatin1String("video_")) ? QStringLiteral("video")
        : truthKind == QLatin1String("service_photo")    ? QStringLiteral("photo")
                                                         : truthKind;
}

QStringList differences(const Post &post, const QJsonObject &truth, const QString &channel)
{
    Differences found(QStringLiteral("%1/%2").arg(channel).arg(truth[u"id"].toInteger()));
    found.expect("channel", post.channel, channel);
    found.expect("type", postKindName(post.kind), plainKind(truth[u"type"].toString()));
    found.expect("text", post.body.text, truth[u"text"].toString());
    found.expect("entities", entitiesOf(post.body), expectedEntities(truth[u"entities"].toArray()));
    found.expect(
        "date", post.postedAt, QDateTime::fromString(truth[u"datetime"].toString(), Qt::ISODate).toMSecsSinceEpoch());
    QStringList ids;
    for (const MessageId id : post.albumIds) {
        ids.append(QString::number(id));
    }
    QStringList expectedIds;
    for (const QJsonValue &id : truth[u"album_ids"].toArray()) {
        expectedIds.append(QString::number(id.toInteger()));
    }
    found.expect("album", ids, expectedIds);
    const Count views = post.views.value_or(Count());
    found.expect("views", views.value, truth[u"views"].toInteger());
    found.expect("views shown", views.shown, truth[u"views_displayed"].toString());
    found.expect("author", post.author, truth[u"signature"].toString());
    found.expect("edited", post.edited, truth[u"edited"].toBool());
    found.expect("pinned", post.pinned, truth[u"service"].toString() == QLatin1String("pinned"));
    found.expect("hidden", post.partlyUnsupported, truth[u"type"].toString() == QLatin1String("unsupported"));
    found.expect("reactions", reactionsOf(post), expectedReactions(truth[u"reactions"].toArray()));
    found.expect("buttons", buttonsOf(post), expectedButtons(truth[u"buttons"].toArray()));
    compareMedia(found, post, truth);
    comparePoll(found, post, truth[u"poll"]);
    compareOrigins(found, post, truth);
    return found.lines;
}

} // namespace vestnik
