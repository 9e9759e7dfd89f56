// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/sitemarkup.h"

#include "app/demo/pictures.h"
#include "app/demo/sitetext.h"

#include <QDateTime>

#include <algorithm>

namespace vestnik {

using namespace Qt::StringLiterals;

namespace {

QString tail()
{
    return filled(uR"html(
        <i class="tgme_widget_message_bubble_tail">
      <svg class="bubble_icon" width="9px" height="20px" viewBox="0 0 9 20">
        <g fill="none">
          <path class="background" fill="#ffffff" d="{a}"></path>
          <path class="border_1x" fill="#d7e3ec" d="{b}"></path>
          <path class="border_2x" d="{c}"></path>
          <path class="border_3x" d="{d}"></path>
        </g>
      </svg>
    </i>)html",
        {{u"a", drawing(210, 1)}, {u"b", drawing(430, 2)}, {u"c", drawing(440, 3)}, {u"d", drawing(440, 4)}});
}

/// The counters token: bare channel id, post id (a string with "g" for an album), a time, a hash.
QString dataView(const SiteChannel &channel, const SitePost &post)
{
    const QString id =
        post.albumIds.size() > 1 ? filled(u"\"{id}g\"", {{u"id", QString::number(post.id)}}) : QString::number(post.id);
    const QString json = filled(uR"html({"c":-{channel},"p":{id},"t":{time},"h":"{hash}"})html",
        {{u"channel", QString::number(channel.numericId)}, {u"id", id},
            {u"time", QString::number(post.postedAt / 1000)},
            {u"hash", QString::number(nameNumber(channel.name) ^ quint64(post.id), 16).rightJustified(18, u'0')}});
    return QString::fromLatin1(
        json.toLatin1().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString forwardHtml(const SiteForward &forward)
{
    QString name = "<span dir=\"auto\">"_L1 + siteEscaped(forward.name) + "</span>"_L1;
    if (forward.url.isEmpty()) {
        name = "<span class=\"tgme_widget_message_forwarded_from_name\">"_L1 + name + "</span>"_L1;
    } else {
        name = "<a class=\"tgme_widget_message_forwarded_from_name\" href=\""_L1 + siteAttribute(forward.url) + "\">"_L1
            + name + "</a>"_L1;
    }
    if (!forward.author.isEmpty()) {
        name += "&nbsp;(<span class=\"tgme_widget_message_forwarded_from_author\" dir=\"auto\">"_L1
            + siteEscaped(forward.author) + "</span>)"_L1;
    }
    return "<div class=\"tgme_widget_message_forwarded_from accent_color\">Forwarded from&nbsp;"_L1 + name
        + "</div>\n"_L1;
}

/// The quote after the address is stray, as served.
QString replyHtml(const MarkupContext &context, const SiteReply &reply)
{
    const SiteChannel &channel = context.channel;
    return filled(uR"html(<a class="tgme_widget_message_reply{color}" href="https://t.me/{name}/{id}" ">
<div class="tgme_widget_message_author accent_color">
  <span class="tgme_widget_message_author_name" dir="auto">{title}</span>
</div>
<div class="tgme_widget_message_{kind} js-message_reply_text" dir="auto">{text}</div>
</a>)html",
        {{u"color", channel.color < 0 ? QString() : " user-color-"_L1 + QString::number(channel.color)},
            {u"name", channel.name}, {u"id", QString::number(reply.messageId)}, {u"title", siteEscaped(channel.title)},
            {u"kind", reply.text.isEmpty() ? u"metatext"_s : u"text"_s},
            {u"text", siteEscaped(reply.text.isEmpty() ? reply.label : reply.text)}});
}

QString cardHtml(const MarkupContext &context, const SiteCard &card)
{
    QString html = "<a class=\"tgme_widget_message_link_preview\" href=\""_L1 + siteAttribute(card.url) + "\">\n"_L1;
    const QString url = pictureUrl(context, card.picture);
    if (card.image == SiteCard::Image::Right) {
        html += "  <i class=\"link_preview_right_image\" style=\"background-image:url('"_L1 + url + "')\"></i>\n"_L1;
    }
    html += "  <div class=\"link_preview_site_name accent_color\" dir=\"auto\">"_L1 + siteEscaped(card.site)
        + "</div>\n"_L1;
    if (card.image == SiteCard::Image::Wide) {
        html += "  <i class=\"link_preview_image\" style=\"background-image:url('"_L1 + url
            + "');padding-top:53.5%\"></i>\n"_L1;
    }
    if (!card.title.isEmpty()) {
        html += "  <div class=\"link_preview_title\" dir=\"auto\">"_L1 + siteEscaped(card.title) + "</div>\n"_L1;
    }
    if (!card.description.isEmpty()) {
        html += "  <div class=\"link_preview_description\" dir=\"auto\">"_L1 + siteEscaped(card.description)
            + "</div>\n"_L1;
    }
    return html + "</a>"_L1;
}

QString reactionsHtml(const QList<SiteReaction> &reactions)
{
    if (reactions.isEmpty()) {
        return {};
    }
    QString html = u"<div class=\"tgme_widget_message_reactions js-message_reactions\">"_s;
    for (const SiteReaction &reaction : reactions) {
        switch (reaction.kind) {
        case SiteReaction::Kind::Stars:
            html += "<span class=\"tgme_reaction tgme_reaction_paid\"><i class=\"icon icon-telegram-stars\"></i>"_L1;
            break;
        case SiteReaction::Kind::Custom:
            html += "<span class=\"tgme_reaction\"><tg-emoji emoji-id=\""_L1 + reaction.emoji + "\"></tg-emoji>"_L1;
            break;
        case SiteReaction::Kind::Emoji:
            html += "<span class=\"tgme_reaction\">"_L1 + siteEscaped(reaction.emoji);
            break;
        }
        html += shownCount(reaction.count) + "</span>"_L1;
    }
    return html + "</div>"_L1;
}

QString footerHtml(const MarkupContext &context, const SitePost &post)
{
    QString info;
    if (post.poll) {
        info += "<span class=\"tgme_widget_message_voters\">"_L1 + post.poll->voters
            + "</span><span class=\"copyonly\"> voters</span>"_L1;
    }
    if (post.views > 0) {
        info += "<span class=\"tgme_widget_message_views\">"_L1 + shownCount(post.views)
            + "</span><span class=\"copyonly\"> view"_L1 + (post.views == 1 ? QLatin1String() : "s"_L1) + "</span>"_L1;
    }
    QString meta;
    if (!post.signature.isEmpty()) {
        meta += "<span class=\"tgme_widget_message_from_author\" dir=\"auto\">"_L1 + siteEscaped(post.signature)
            + "</span>,&nbsp;"_L1;
    }
    if (post.edited) {
        meta += "edited &nbsp;"_L1;
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(post.postedAt, Qt::UTC);
    return filled(uR"html(<div class="tgme_widget_message_footer compact js-message_footer">
  
  <div class="tgme_widget_message_info short js-message_info">
    {info}<span class="tgme_widget_message_meta">{meta}<a class="tgme_widget_message_date" )html"
                  uR"html(href="https://t.me/{name}/{id}"><time datetime="{iso}+00:00" )html"
                  uR"html(class="time">{short}</time></a></span>
  </div>
</div>)html",
        {{u"info", info}, {u"meta", meta}, {u"name", context.channel.name}, {u"id", QString::number(post.id)},
            {u"iso", time.toString(u"yyyy-MM-ddTHH:mm:ss"_s)}, {u"short", time.toString(u"HH:mm"_s)}});
}

QString keyboardHtml(const QList<QList<SiteButton>> &rows)
{
    if (rows.isEmpty()) {
        return {};
    }
    QString html = u"<div class=\"tgme_widget_message_inline_keyboard\">"_s;
    for (const QList<SiteButton> &row : rows) {
        html += "<div class=\"tgme_widget_message_inline_row\">"_L1;
        for (const SiteButton &button : row) {
            html += filled(uR"x(<a class="tgme_widget_message_inline_button url_button" href="{url}" target="_blank" )x"
                           uR"x(rel="noopener" onclick="return confirm('Open this link?\n\n'+this.href);"><span )x"
                           uR"x(class="tgme_widget_message_inline_button_text" dir="auto">{text}</span></a>)x",
                {{u"url", siteAttribute(button.url)}, {u"text", siteEscaped(button.text)}});
        }
        html += "</div>"_L1;
    }
    return html + "</div>"_L1;
}

/// The caption of an album stands in two nested elements of one class, as served.
QString bodyTextHtml(const SitePost &post)
{
    if (post.text.html.isEmpty()) {
        return {};
    }
    QString text =
        "<div class=\"tgme_widget_message_text js-message_text\" dir=\"auto\">"_L1 + post.text.html + "</div>"_L1;
    if (post.kind != SiteKind::Album) {
        return text;
    }
    return "<div class=\"tgme_widget_message_text js-message_text\" dir=\"auto\">"_L1 + text + "</div>"_L1;
}

QString classesOf(const SiteChannel &channel, const SitePost &post)
{
    QString classes = u"tgme_widget_message text_not_supported_wrap"_s;
    if (post.kind == SiteKind::Service) {
        classes += post.servicePhoto ? " service_message service_message_photo"_L1 : " service_message"_L1;
    } else if (post.kind == SiteKind::Sticker) {
        classes += " sticker_media no_bubble"_L1;
    } else if (post.kind == SiteKind::Round) {
        classes += " roundvideo_media no_bubble"_L1;
    }
    if (channel.color >= 0) {
        classes += " user-color-"_L1 + QString::number(channel.color);
    }
    return classes + " js-widget_message"_L1;
}

} // namespace

QString filled(QStringView pattern, std::initializer_list<std::pair<QStringView, QString>> values)
{
    QString out;
    out.reserve(pattern.size() + 512);
    qsizetype done = 0;
    for (qsizetype open = pattern.indexOf(u'{'); open >= 0; open = pattern.indexOf(u'{', open + 1)) {
        const qsizetype close = pattern.indexOf(u'}', open);
        const QStringView key = close < 0 ? QStringView() : pattern.mid(open + 1, close - open - 1);
        const auto found =
            std::find_if(values.begin(), values.end(), [key](const auto &value) { return value.first == key; });
        if (found != values.end()) {
            out += pattern.mid(done, open - done) + found->second;
            done = close + 1;
        }
    }
    return out + pattern.mid(done);
}

QString drawing(int length, quint64 salt)
{
    QString path = u"M8,1"_s;
    quint64 state = salt * 0x9e3779b97f4a7c15ULL + 1;
    const auto next = [&state](int below) {
        state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        return QString::number((state >> 33) % quint64(below));
    };
    while (path.size() < length) {
        path += " C"_L1 + next(9) + u'.' + next(1000) + u',' + next(20) + u'.' + next(1000) + u' ' + next(9) + u'.'
            + next(1000) + u',' + next(20);
    }
    return path + " Z"_L1;
}

QString pictureUrl(const MarkupContext &context, quint64 picture)
{
    return context.media + u'/' + fileToken(picture) + ".png"_L1;
}

QString avatarUrl(const MarkupContext &context)
{
    if (!context.channel.hasPhoto) {
        return u"data:image/svg+xml;base64,"
               "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxIDEiLz4%2B"_s;
    }
    return pictureUrl(context, pictureSeed(PictureStyle::Avatar, 1, nameNumber(context.channel.name)));
}

quint64 nameNumber(const QString &name)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const QChar c : name.toLower()) {
        hash = (hash ^ c.unicode()) * 0x100000001b3ULL;
    }
    return ((hash >> 16) ^ hash) % ((quint64(1) << 48) - 1) + 1;
}

QString messageHtml(const MarkupContext &context, const SitePost &post)
{
    static const QString tailHtml = tail();
    const SiteChannel &channel = context.channel;
    const QString link = "https://t.me/"_L1 + channel.name + u'/' + QString::number(post.id);
    const QString notice = noticeHtml(u"Please open Telegram to view this post"_s, link);
    QString body = mediaHtml(context, post) + bodyTextHtml(post);
    if (post.text.hasCustomEmoji) {
        body = "<div class=\"media_supported_cont\">"_L1 + body + "</div><div class=\"media_not_supported_cont\">"_L1
            + notice + "</div>"_L1;
    } else if (post.unsupportedPart) {
        body += notice;
    }
    if (post.card) {
        body += cardHtml(context, *post.card);
    }
    QString via;
    if (!post.viaBot.isEmpty()) {
        via = filled(u"&nbsp;via&nbsp;<a class=\"tgme_widget_message_via_bot\" href=\"https://t.me/{bot}\">@{bot}</a>",
            {{u"bot", post.viaBot}});
    }
    return filled(uR"html(<div class="{classes}" data-post="{name}/{id}" data-view="{view}">
  <div class="tgme_widget_message_user"><a href="https://t.me/{name}"><i )html"
                  uR"html(class="tgme_widget_message_user_photo bgcolor{background}" )html"
                  uR"html(data-content="{letter}"><img src="{avatar}"></i></a></div>
  <div class="tgme_widget_message_bubble">
    {tail}
    <div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" )html"
                  uR"html(href="https://t.me/{name}"><span dir="auto">{title}</span></a>{via}</div>
{forward}
{reply}
{body}
{reactions}{footer}
  </div>
  {keyboard}
</div>)html",
        {{u"classes", classesOf(channel, post)}, {u"name", channel.name}, {u"id", QString::number(post.id)},
            {u"view", dataView(channel, post)}, {u"background", QString::number(nameNumber(channel.name) % 7)},
            {u"letter", siteAttribute(channel.title.left(1))}, {u"avatar", avatarUrl(context)}, {u"tail", tailHtml},
            {u"title", siteEscaped(channel.title)}, {u"via", via},
            {u"forward", post.forward ? forwardHtml(*post.forward) : QString()},
            {u"reply", post.reply ? replyHtml(context, *post.reply) : QString()}, {u"body", body},
            {u"reactions", reactionsHtml(post.reactions)}, {u"footer", footerHtml(context, post)},
            {u"keyboard", keyboardHtml(post.buttons)}});
}

} // namespace vestnik
