// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/pictures.h"
#include "app/demo/sitemarkup.h"
#include "app/demo/sitetext.h"

namespace vestnik {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1String unplayable = "This media is not supported in your browser"_L1;

QString percent(double value)
{
    QString shown = QString::number(value, 'f', 5);
    while (shown.endsWith(u'0')) {
        shown.chop(1);
    }
    if (shown.endsWith(u'.')) {
        shown.chop(1);
    }
    return shown;
}

QString streamUrl(const MarkupContext &context, quint64 picture, QLatin1String suffix)
{
    const QString shortName = QString::number(picture >> 8, 16).rightJustified(10, u'0').right(10);
    return context.media + u'/' + shortName + suffix + "?token="_L1 + fileToken(picture ^ 0x5eed);
}

QString photo(const MarkupContext &context, const SiteMedia &media, qint64 id, const QString &link)
{
    const bool portrait = media.aspect > 1.25;
    return filled(uR"html(<a class="tgme_widget_message_photo_wrap{blured} {photo} {file}" href="{link}" )html"
                  uR"html(style="width:{width}px;background-image:url('{url}')">
  <div class="tgme_widget_message_photo" style="{narrow}padding-top:{aspect}%"></div>
</a>)html",
        {{u"blured", portrait ? u" blured"_s : QString()},
            {u"photo", QString::number(Q_UINT64_C(5200000000000000000) + quint64(id) * 1'000'003)},
            {u"file",
                QString::number(1'200'000'000 + context.channel.numericId % 10'000'000) + u'_'
                    + QString::number(456'000'000 + id)},
            {u"link", link}, {u"width", QString::number(portrait ? 450 : media.width)},
            {u"url", pictureUrl(context, media.picture)}, {u"narrow", portrait ? u"width:75%;"_s : QString()},
            {u"aspect", percent(100 * media.aspect)}});
}

QString playMark(const SiteMedia &media)
{
    return "<div class=\"message_video_play js-message_video_play\"></div>\n"
           "<time class=\"message_video_duration js-message_video_duration\">"_L1
        + shownDuration(media.durationSeconds) + "</time>\n"_L1;
}

QString video(const MarkupContext &context, const SiteMedia &media, const QString &link)
{
    const QString source = streamUrl(context, media.picture, ".mp4"_L1);
    const bool big = media.kind == SiteMediaKind::BigVideo;
    const bool gif = media.kind == SiteMediaKind::Gif;
    const bool portrait = media.kind == SiteMediaKind::PortraitVideo;
    QString blurred;
    if (portrait) {
        blurred = "\n<video src=\""_L1 + source
            + "\" class=\"tgme_widget_message_video blured js-message_video_blured\""
              " width=\"100%\" height=\"100%\" muted></video>"_L1;
    }
    QString element;
    if (!big) {
        element = "\n  <video src=\""_L1 + source
            + "\" class=\"tgme_widget_message_video js-message_video\" width=\"100%\" height=\"100%\""_L1
            + (gif ? " preload muted autoplay loop playsinline></video>"_L1 : "></video>"_L1);
    }
    return filled(uR"html(<a class="tgme_widget_message_video_player{extra} js-message_video_player" )html"
                  uR"html(href="{link}"><i class="tgme_widget_message_video_thumb" )html"
                  uR"html(style="background-image:url('{thumb}')"></i>{blurred}

<div class="tgme_widget_message_video_wrap" style="width:{width}px;padding-top:{aspect}%">{video}
</div>
{play}{notice}</a>)html",
        {{u"extra",
             big            ? u" not_supported"_s
                 : portrait ? u" blured"_s
                            : QString()},
            {u"link", link}, {u"thumb", pictureUrl(context, media.picture)}, {u"blurred", blurred},
            {u"width", QString::number(media.width)}, {u"aspect", percent(100 * media.aspect)}, {u"video", element},
            {u"play", gif ? QString() : playMark(media)},
            {u"notice", noticeHtml(big ? u"Media is too big"_s : unplayable)}});
}

QString roundVideo(const MarkupContext &context, const SiteMedia &media, const QString &link)
{
    return filled(uR"html(<div class="tgme_widget_message_roundvideo_player js-message_roundvideo_player">
  <div class="tgme_widget_message_roundvideo_wrap">
    <i class="tgme_widget_message_roundvideo_thumb" style="background-image:url('{thumb}')"></i>
    <video class="tgme_widget_message_roundvideo js-message_roundvideo" src="{source}" width="100%" )html"
                  uR"html(height="100%" preload muted autoplay loop playsinline></video>
    <div class="tgme_widget_message_roundvideo_muted"></div>
    <div class="tgme_widget_message_roundvideo_border"></div>
  </div>
  {notice}
  <svg class="tgme_widget_message_roundvideo_progress_wrap" viewPort="0 0 256 256">
  <circle class="tgme_widget_message_roundvideo_progress js-message_roundvideo_progress" r="126.5" )html"
                  uR"html(cx="50%" cy="50%" fill="transparent" stroke-dasharray="794.8" stroke-dashoffset="0" )html"
                  uR"html(data-rd="3"></circle>
  </svg>
  <div class="tgme_widget_message_roundvideo_play js-message_roundvideo_play"></div>
  <time class="tgme_widget_message_roundvideo_duration js-message_roundvideo_duration">{duration}</time>
</div>)html",
        {{u"thumb", pictureUrl(context, media.picture)}, {u"source", streamUrl(context, media.picture, ".mp4"_L1)},
            {u"notice", noticeHtml(unplayable, link, u" js-message_roundvideo_not_supported"_s)},
            {u"duration", shownDuration(media.durationSeconds)}});
}

QString voice(const MarkupContext &context, const SiteMedia &media, const QString &link)
{
    QStringList wave;
    QString bars;
    quint64 state = media.picture | 1;
    for (int i = 0; i < 100; ++i) {
        state = state * 6'364'136'223'846'793'005ULL + 1'442'695'040'888'963'407ULL;
        const int level = int(state >> 59);
        wave.append(QString::number(level));
        if (i < 60) {
            bars += "<s style=\"height:"_L1 + percent(level * 100.0 / 31) + "%;\"></s>"_L1;
        }
    }
    return filled(uR"html(<a class="tgme_widget_message_voice_player js-message_voice_player" href="{link}">
  <audio class="tgme_widget_message_voice js-message_voice" src="{source}" data-ogg width="100%" )html"
                  uR"html(data-waveform="{wave}"></audio>
  <div class="tgme_widget_message_voice_play accent_bghover"></div>
  <div class="tgme_widget_message_voice_wrap">
    <div class="tgme_widget_message_voice_progress_wrap js-message_voice_progress_wrap">
      <div class="tgme_widget_message_voice_progress_bg">
        <div class="bar">{bars}</div>
      </div>
      <div class="tgme_widget_message_voice_progress js-message_voice_progress">
        <div class="bar">{bars}</div>
      </div>
    </div>
    <time class="tgme_widget_message_voice_duration js-message_voice_duration">{duration}</time>
  </div>
</a>)html",
        {{u"link", link}, {u"source", streamUrl(context, media.picture, ".ogg"_L1)}, {u"wave", wave.join(u',')},
            {u"bars", bars}, {u"duration", shownDuration(media.durationSeconds)}});
}

QString document(const SiteMedia &media, const QString &link)
{
    return filled(uR"html(<a class="tgme_widget_message_document_wrap" href="{link}">
  <div class="tgme_widget_message_document_icon accent_bg{audio}"></div>
  <div class="tgme_widget_message_document">
    <div class="tgme_widget_message_document_title accent_color" dir="auto">{title}</div>
    <div class="tgme_widget_message_document_extra" dir="auto">{extra}</div>
  </div>
</a>)html",
        {{u"link", link}, {u"audio", media.kind == SiteMediaKind::Audio ? u" audio"_s : QString()},
            {u"title", siteEscaped(media.title)}, {u"extra", siteEscaped(media.extra)}});
}

QString contact(const SiteMedia &media, const QString &link)
{
    return filled(uR"html(<a class="tgme_widget_message_contact_wrap" href="{link}">
  <div class="tgme_widget_message_contact">
    <div class="tgme_widget_message_contact_name accent_color" dir="auto">{name}</div>
    <div class="tgme_widget_message_contact_phone" dir="auto">{phone}</div>
  </div>
</a>)html",
        {{u"link", link}, {u"name", siteEscaped(media.title)}, {u"phone", siteEscaped(media.extra)}});
}

QString sticker(const MarkupContext &context, const SiteMedia &media, const QString &link)
{
    return noticeHtml(unplayable, link, u" media_not_supported_cont"_s)
        + filled(
            uR"html(
<div class="tgme_widget_message_sticker_wrap media_supported_cont"><i class="tgme_widget_message_sticker )html"
            uR"html(js-sticker_image" style="background-image:url('{placeholder}');width:256px;" data-webp="{source}">
<div style="padding-top:{aspect}%"></div></i>
</div>)html",
            {{u"placeholder",
                 u"data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4%3D"_s},
                {u"source", context.media + u'/' + fileToken(media.picture) + ".webp"_L1},
                {u"aspect", percent(100 * media.aspect)}});
}

QString albumItem(const MarkupContext &context, const SiteMedia &media, qint64 id, const QString &place)
{
    const QString link =
        filled(u"https://t.me/{name}/{id}?single", {{u"name", context.channel.name}, {u"id", QString::number(id)}});
    const QString ratio = percent(media.aspect > 0 ? 1 / media.aspect : 1);
    if (media.kind == SiteMediaKind::Photo) {
        return filled(
            uR"html(<a class="tgme_widget_message_photo_wrap grouped_media_wrap blured js-message_photo" )html"
            uR"html(style="{place}background-image:url('{url}')" data-ratio="{ratio}" href="{link}">
  <div class="grouped_media_helper" style="left:0;right:0;top:43px;bottom:43px;">
    <div class="tgme_widget_message_photo grouped_media" style="top:0;bottom:0;left:-39px;right:-39px;"></div>
  </div>
</a>)html",
            {{u"place", place}, {u"url", pictureUrl(context, media.picture)}, {u"ratio", ratio}, {u"link", link}});
    }
    return filled(uR"html(<a class="tgme_widget_message_video_player grouped_media_wrap blured )html"
                  uR"html(js-message_video_player" style="{place}" data-ratio="{ratio}" href="{link}">
  <i class="tgme_widget_message_video_thumb" style="background-image:url('{url}')"></i>
  <div class="tgme_widget_message_video_wrap grouped_media js-message_video_wrap" )html"
                  uR"html(style="left:0;right:0;top:-71px;bottom:-70px;">
    <video src="{source}" class="tgme_widget_message_video js-message_video" width="100%" height="100%"></video>
  </div>
{play}{notice}</a>)html",
        {{u"place", place}, {u"url", pictureUrl(context, media.picture)}, {u"ratio", ratio}, {u"link", link},
            {u"source", streamUrl(context, media.picture, ".mp4"_L1)}, {u"play", playMark(media)},
            {u"notice", noticeHtml(unplayable)}});
}

/// Two items a row; a last one alone takes the whole row.
QString album(const MarkupContext &context, const SitePost &post)
{
    constexpr int full = 453;
    constexpr int rowHeight = 212;
    QString items;
    int top = 0;
    for (qsizetype i = 0; i < post.media.size(); ++i) {
        const bool alone = i == post.media.size() - 1 && i % 2 == 0;
        const bool left = i % 2 == 0;
        const QString place = filled(
            u"left:{left}px;top:{top}px;width:{width}px;height:212px;margin-right:{gap}px;margin-bottom:2px;",
            {{u"left", QString::number(left ? 0 : 228)}, {u"top", QString::number(top)},
                {u"width", QString::number(alone ? full : 226)}, {u"gap", QString::number(left && !alone ? 2 : 0)}});
        items += albumItem(context, post.media.at(i), post.albumIds.value(i, post.id), place);
        if (!left || alone) {
            top += rowHeight + 2;
        }
    }
    return filled(uR"html(<div class="tgme_widget_message_grouped_wrap js-message_grouped_wrap" data-margin-w="2" )html"
                  uR"html(data-margin-h="2" style="width:453px;">
  <div class="tgme_widget_message_grouped js-message_grouped" style="padding-top:{percent}%">
    <div class="tgme_widget_message_grouped_layer js-message_grouped_layer" style="width:453px;height:{height}px">
      {items}
    </div>
  </div>
</div>)html",
        {{u"percent", percent(100.0 * top / full)}, {u"height", QString::number(top)}, {u"items", items}});
}

QString poll(const SitePoll &poll, const QString &link)
{
    QString options;
    for (const SitePollOption &option : poll.options) {
        options += filled(uR"html(  <div class="tgme_widget_message_poll_option">
    <div class="tgme_widget_message_poll_option_percent">{percent}%</div>
    <div class="tgme_widget_message_poll_option_value">
      <div class="tgme_widget_message_poll_option_text">{text}</div>
      <div class="tgme_widget_message_poll_option_bar accent_bg" style="width:{percent}%"></div>
    </div>
  </div>)html",
            {{u"percent", QString::number(option.percent)}, {u"text", siteEscaped(option.text)}});
    }
    return filled(uR"html(<div class="tgme_widget_message_poll js-poll">
  <div class="tgme_widget_message_poll_question">{question}</div>
  <div class="tgme_widget_message_poll_type">{type}</div>
  <a class="tgme_widget_message_poll_options" href="{link}">{options}</a>
</div>)html",
        {{u"question", siteEscaped(poll.question)}, {u"type", siteEscaped(poll.type)}, {u"link", link},
            {u"options", options}});
}

/// The ampersands of the address are raw, as served.
QString location(const MarkupContext &context, const SitePost &post)
{
    const QString latitude = QString::number(post.location->latitude, 'f', 6);
    const QString longitude = QString::number(post.location->longitude, 'f', 6);
    return filled(uR"html(<a class="tgme_widget_message_location_wrap" )html"
                  uR"html(href="https://maps.google.com/maps?q={lat},{lon}&ll={lat},{lon}&z=16">
  <div class="tgme_widget_message_location" style="background-image:url('{map}')"></div>
</a>)html",
        {{u"lat", latitude}, {u"lon", longitude},
            {u"map", pictureUrl(context, pictureSeed(PictureStyle::Map, 0.5, quint64(post.id) * 7919))}});
}

QString single(const MarkupContext &context, const SitePost &post, const SiteMedia &media, const QString &link)
{
    switch (media.kind) {
    case SiteMediaKind::Photo:
        return photo(context, media, post.id, link);
    case SiteMediaKind::Video:
    case SiteMediaKind::PortraitVideo:
    case SiteMediaKind::BigVideo:
    case SiteMediaKind::Gif:
        return video(context, media, link);
    case SiteMediaKind::Round:
        return roundVideo(context, media, link);
    case SiteMediaKind::Voice:
        return voice(context, media, link);
    case SiteMediaKind::Sticker:
        return sticker(context, media, link);
    case SiteMediaKind::Contact:
        return contact(media, link);
    case SiteMediaKind::Audio:
    case SiteMediaKind::Document:
        break;
    }
    return document(media, link);
}

} // namespace

QString noticeHtml(const QString &label, const QString &link, const QString &extraClass)
{
    const QString view = link.isEmpty()
        ? u"<span class=\"message_media_view_in_telegram\">VIEW IN TELEGRAM</span>"_s
        : filled(
            u"<a href=\"{link}\" class=\"message_media_view_in_telegram\">VIEW IN TELEGRAM</a>", {{u"link", link}});
    return filled(uR"html(<div class="message_media_not_supported_wrap{extra}">
  <div class="message_media_not_supported">
    <div class="message_media_not_supported_label">{label}</div>
    {view}
  </div>
</div>)html",
        {{u"extra", extraClass}, {u"label", label}, {u"view", view}});
}

QString mediaHtml(const MarkupContext &context, const SitePost &post)
{
    const QString link = "https://t.me/"_L1 + context.channel.name + u'/' + QString::number(post.id);
    if (post.kind == SiteKind::Unsupported) {
        return noticeHtml(u"Please open Telegram to view this post"_s, link);
    }
    if (post.kind == SiteKind::Album) {
        return album(context, post);
    }
    if (post.servicePhoto && !post.media.isEmpty()) {
        const QString url = pictureUrl(context, post.media.first().picture);
        return filled(u"<a class=\"tgme_widget_message_service_photo\" href=\"{link}\"><img src=\"{url}\"></a>\n",
            {{u"link", link}, {u"url", url}});
    }
    QString html;
    for (const SiteMedia &media : post.media) {
        html += single(context, post, media, link);
    }
    if (post.poll) {
        html += poll(*post.poll, link);
    }
    if (post.location) {
        html += location(context, post);
    }
    return html;
}

} // namespace vestnik
