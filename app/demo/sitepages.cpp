// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/pictures.h"
#include "app/demo/sitemarkup.h"
#include "app/demo/sitetext.h"

namespace vestnik {

using namespace Qt::StringLiterals;

namespace {

/// Accent colours of the head, light and dark: a large part of a real page.
QString colorStyles()
{
    QString rules = u"<style>"_s;
    for (const QStringView prefix : {u".user-color-", u"body.dark .user-color-"}) {
        for (int number = 0; number < 21; ++number) {
            const QString color =
                u'#' + QString::number(0x202020 + (number * 0x3b17a9 + prefix.size() * 0x1021) % 0xc0c0c0, 16);
            rules += filled(uR"html(        {rule} {
          --user-line-gradient: repeating-linear-gradient(-45deg, {color} 0px, {color} 5px, #7dd3f0 5px, )html"
                            uR"html(#7dd3f0 10px);
          --user-accent-color: {color};
          --user-background: {color}1f;
        }
)html",
                {{u"rule", prefix + QString::number(number)}, {u"color", color}});
        }
    }
    return rules + "</style>"_L1;
}

QString metaTags(const SiteChannel &channel, const QString &image)
{
    return filled(uR"html(<meta property="og:title" content="{title}">
<meta property="og:image" content="{image}">
<meta property="og:site_name" content="Telegram">
<meta property="og:description" content="{description}">

<meta property="twitter:title" content="{title}">
<meta property="twitter:image" content="{image}">
<meta property="twitter:site" content="@Telegram">

<meta property="al:ios:app_name" content="Telegram Messenger">
<meta property="al:ios:url" content="tg://resolve?domain={name}">
<meta property="al:android:url" content="tg://resolve?domain={name}">
<meta property="al:android:app_name" content="Telegram">

<meta name="twitter:card" content="summary">
<meta name="twitter:site" content="@Telegram">
)html",
        {{u"title", siteAttribute(channel.title)}, {u"image", image},
            {u"description", siteAttribute(channel.description)}, {u"name", channel.name}});
}

QString counter(qint64 value, const QString &singular)
{
    if (value == 0) {
        return {};
    }
    return filled(uR"html(<div class="tgme_channel_info_counter"><span class="counter_value">{value}</span> <span )html"
                  uR"html(class="counter_type">{type}</span></div>)html",
        {{u"value", shownCount(value)}, {u"type", value == 1 ? singular : QString(singular + u's')}});
}

QString icon(const MarkupContext &context)
{
    return filled(uR"html(<i class="tgme_page_photo_image bgcolor{number}" data-content="{letter}"><img )html"
                  uR"html(src="{avatar}"></i>)html",
        {{u"number", QString::number(nameNumber(context.channel.name) % 7)},
            {u"letter", siteAttribute(context.channel.title.left(1))}, {u"avatar", avatarUrl(context)}});
}

QString label(const SiteChannel &channel)
{
    return channel.verified ? u"<i class=\"verified-icon\"> ✔</i>"_s : QString();
}

/// Everything before the paging links, and everything between them and the section's first message.
std::pair<QString, QString> headParts(const MarkupContext &context)
{
    static const QString styles = colorStyles();
    static const QString downloadIcon = drawing(420, 11);
    static const QString joinIcon = drawing(400, 12);
    static const QString searchIcon = drawing(1800, 13);
    const SiteChannel &channel = context.channel;
    const QString first = filled(uR"html(<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <title>{title} – Telegram</title>
    <meta name="viewport" content="width=device-width, initial-scale=1.0" />
    <meta name="format-detection" content="telephone=no" />
    
{meta}
    )html",
        {{u"title", siteEscaped(channel.title)},
            {u"meta", metaTags(channel, channel.hasPhoto ? avatarUrl(context) : QString())}});
    const QString counters = counter(channel.subscribers, u"subscriber"_s) + counter(channel.photos, u"photo"_s)
        + counter(channel.videos, u"video"_s) + counter(channel.links, u"link"_s);
    const QString description = channel.description.isEmpty()
        ? QString()
        : QString("<div class=\"tgme_channel_info_description\">"_L1 + siteEscaped(channel.description) + "</div>"_L1);
    const QString second = filled(uR"html(
    <link rel="icon" type="image/svg+xml" href="//telegram.org/img/website_icon.svg?4">
    <link href="//telegram.org/css/widget-frame.css?74" rel="stylesheet" media="screen">
    <link href="//telegram.org/css/telegram-web.css?39" rel="stylesheet" media="screen">
    <script>TBaseUrl='/';</script>
    {styles}
  </head>
  <body class="widget_frame_base tgme_webpreview emoji_image thin_box_shadow tme_mode no_transitions">
    <div class="tgme_background_wrap"><div class="tgme_background_pattern"></div></div>
    <header class="tgme_header search_collapsed">
  <div class="tgme_container">
    <div class="tgme_header_search">
      <form class="tgme_header_search_form" action="/s/{name}">
        <svg class="tgme_header_search_form_icon" width="20" height="20" viewBox="0 0 20 20"><path )html"
                                  uR"html(d="{search}"></path></svg>
        <input class="tgme_header_search_form_input js-header_search" placeholder="Search" name="q" )html"
                                  uR"html(autocomplete="off" value="" />
        <a href="/s/{name}" class="tgme_header_search_form_clear"></a>
      </form>
    </div>
    <div class="tgme_header_right_column">
      <section class="tgme_right_column">
        <div class="tgme_channel_info">
          <div class="tgme_channel_info_header">
            {icon}
            <div class="tgme_channel_info_header_title_wrap">
              <div class="tgme_channel_info_header_title"><span dir="auto">{title}</span></div>
              <div class="tgme_channel_info_header_labels">{label}</div>
            </div>
            <div class="tgme_channel_info_header_username"><a href="https://t.me/{name}">@{name}</a></div>
          </div>
          <div class="tgme_channel_info_counters">{counters}</div>
          {description}
          <a class="tgme_channel_download_telegram" href="//telegram.org/dl?tme={ticket}">
            <svg class="tgme_channel_download_telegram_icon" width="21px" height="18px"><path )html"
                                  uR"html(fill="#ffffff" d="{download}"></path></svg>Download Telegram
          </a>
          <div class="tgme_footer">
            <div class="tgme_footer_column">
              <h5><a href="//telegram.org/faq">About</a></h5>
            </div>
            <div class="tgme_footer_column">
              <h5><a href="//telegram.org/apps">Apps</a></h5>
            </div>
          </div>
        </div>
      </section>
    </div>
    <div class="tgme_header_info">
      <a class="tgme_channel_join_telegram" href="//telegram.org/dl?tme={ticket}">
        <svg class="tgme_channel_join_telegram_icon" width="19px" height="16px"><path fill="#ffffff" )html"
                                  uR"html(d="{join}"></path></svg>Join
      </a>
      <a class="tgme_header_link" href="https://t.me/{name}">
        {icon}
        <div class="tgme_header_title_wrap">
          <div class="tgme_header_title"><span dir="auto">{title}</span></div>
          <div class="tgme_header_labels">{label}</div>
        </div>
        <div class="tgme_header_counter">{subscribers}</div>
      </a>
    </div>
  </div>
</header>
<main class="tgme_main" data-url="/{name}">
  <div class="tgme_container">
    <section class="tgme_channel_history js-message_history">
      )html",
        {{u"styles", styles}, {u"name", channel.name}, {u"search", searchIcon}, {u"icon", icon(context)},
            {u"title", siteEscaped(channel.title)}, {u"label", label(channel)}, {u"counters", counters},
            {u"description", description}, {u"ticket", QString::number(nameNumber(channel.name), 16) + "_1"_L1},
            {u"download", downloadIcon}, {u"join", joinIcon},
            {u"subscribers", shownCount(channel.subscribers) + " subscribers"_L1}});
    return {first, second};
}

QString moreLink(const QString &name, QLatin1String direction, qint64 id)
{
    return filled(uR"html(<div class="tgme_widget_message_centered js-messages_more_wrap"><a )html"
                  uR"html(href="/s/{name}?{way}={id}" class="tme_messages_more js-messages_more" )html"
                  uR"html(data-{way}="{id}"></a></div>)html",
        {{u"name", name}, {u"way", QString(direction)}, {u"id", QString::number(id)}});
}

/// A page without a history around its inner part.
QByteArray plainFrame(const QString &name, const QString &heading, const QString &head, const QString &body)
{
    static const QString logo = drawing(3500, 21);
    return filled(uR"html(<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <title>{heading}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1.0">
    {head}
    <link rel="icon" type="image/svg+xml" href="//telegram.org/img/website_icon.svg?4">
    <link href="//telegram.org/css/telegram.css?254" rel="stylesheet" media="screen">
  </head>
  <body class="no_transition">
    <div class="tgme_page_wrap">
      <div class="tgme_head_wrap">
        <div class="tgme_head">
          <a href="//telegram.org/" class="tgme_head_brand">
            <svg class="tgme_logo" height="34" viewBox="0 0 133 34" width="133"><path d="{logo}" fill="#fff"/></svg>
          </a>
          <a class="tgme_head_right_btn" href="//telegram.org/dl?tme=1_1">Download</a>
        </div>
      </div>
      <div class="tgme_body_wrap">
        <div class="tgme_page">
          {body}
        </div>
      </div>
    </div>
    <script type="text/javascript">var protoUrl = "tg:\/\/resolve?domain={name}";</script>
  </body>
</html>
<!-- page generated in 11.20ms -->
)html",
        {{u"heading", heading}, {u"head", head}, {u"logo", logo}, {u"body", body}, {u"name", name}})
        .toUtf8();
}

QString action(const QString &name, const QString &text)
{
    return filled(uR"html(<div class="tgme_page_action">
  <a class="tgme_action_button_new shine" href="tg://resolve?domain={name}">{text}</a>
</div>)html",
        {{u"name", name}, {u"text", text}});
}

} // namespace

QByteArray historyPage(const MarkupContext &context, const QList<SitePost> &posts, const PageLinks &links)
{
    const QString &name = context.channel.name;
    const auto [first, second] = headParts(context);
    QString page = first;
    page.reserve(160'000);
    const auto link = [&name](QLatin1String rel, const QString &query) -> QString {
        return "<link rel=\""_L1 + rel + "\" href=\"/s/"_L1 + name + query + "\">\n"_L1;
    };
    if (links.before > 0) {
        page += link("prev"_L1, "?before="_L1 + QString::number(links.before));
    }
    if (links.after > 0) {
        page += link("next"_L1, "?after="_L1 + QString::number(links.after));
    }
    page += link("canonical"_L1,
                links.canonical > 0 ? QString("?before="_L1 + QString::number(links.canonical)) : QString())
        + second;
    if (links.before > 0) {
        page += moreLink(name, "before"_L1, links.before);
    }
    for (const SitePost &post : posts) {
        page += "<div class=\"tgme_widget_message_wrap js-widget_message_wrap\">"_L1 + messageHtml(context, post)
            + "</div>"_L1;
    }
    if (posts.isEmpty()) {
        page += "<div class=\"tgme_widget_message_wrap js-widget_message_wrap\"><div "
                "class=\"tgme_widget_message_centered\">"
                "<div class=\"tme_no_messages_found\">No posts found</div></div></div>"_L1;
    }
    if (links.after > 0) {
        page += moreLink(name, "after"_L1, links.after);
    }
    page += R"html(
    </section>
  </div>
</main>
    <script src="//telegram.org/js/jquery.min.js"></script>
    <script src="//telegram.org/js/tgsticker.js?32"></script>
    <script src="//telegram.org/js/widget-frame.js?67"></script>
    <script src="//telegram.org/js/telegram-web.js?14"></script>
    <script>TWeb.init();
</script>
  </body>
</html>
<!-- page generated in 24.10ms -->
)html"_L1;
    return page.toUtf8();
}

QByteArray channelPlainPage(const MarkupContext &context)
{
    const SiteChannel &channel = context.channel;
    QString spaced = QString::number(channel.subscribers);
    for (qsizetype at = spaced.size() - 3; at > 0; at -= 3) {
        spaced.insert(at, u' ');
    }
    const QString preview = channel.previewOff
        ? QString()
        : filled(uR"html(<div class="tgme_page_context_link_wrap"><a class="tgme_page_context_link" )html"
                 uR"html(href="/s/{name}">Preview channel</a></div>)html",
            {{u"name", channel.name}});
    const QString body = filled(uR"html(<div class="tgme_page_photo">
  <a href="tg://resolve?domain={name}"><img class="tgme_page_photo_image" src="{avatar}"></a>
</div>
<div class="tgme_page_title" dir="auto">
  <span dir="auto">{title}</span>{label}
</div>
<div class="tgme_page_extra">{count} subscriber{plural}</div>
<div class="tgme_page_description" dir="auto">{description}</div>
{action}
{preview}
<div class="tgme_page_additional">
  If you have <strong>Telegram</strong>, you can view and join <br><strong>{title}</strong> right away.
</div>)html",
        {{u"name", channel.name}, {u"avatar", avatarUrl(context)}, {u"title", siteEscaped(channel.title)},
            {u"label", label(channel)}, {u"count", spaced}, {u"plural", channel.subscribers == 1 ? QString() : u"s"_s},
            {u"description", siteEscaped(channel.description)},
            {u"action", action(channel.name, u"View in Telegram"_s)}, {u"preview", preview}});
    return plainFrame(channel.name, "Telegram: View @"_L1 + channel.name, metaTags(channel, avatarUrl(context)), body);
}

QByteArray namePlainPage(const QString &name, SiteNameKind kind, const QString &title, const QString &extra)
{
    if (kind == SiteNameKind::Free) {
        SiteChannel about;
        about.name = name;
        about.title = "Telegram: Contact @"_L1 + name;
        const QString body = filled(uR"html(<div class="tgme_page_icon">
  <i class="tgme_icon_user"></i>
</div>
<div class="tgme_page_description">
  If you have <strong>Telegram</strong>, you can contact <a class="tgme_username_link" )html"
                                    uR"html(href="tg://resolve?domain={name}">@{name}</a> right away.
</div>
{action}
)html",
            {{u"name", name}, {u"action", action(name, u"Send Message"_s)}});
        return plainFrame(name, about.title,
            "<meta name=\"robots\" content=\"noindex, nofollow\">"_L1
                + metaTags(about, u"https://telegram.org/img/t_logo_2x.png"_s),
            body);
    }
    SiteChannel about;
    about.name = name;
    about.title = title;
    const bool group = kind == SiteNameKind::Group;
    QString head = filled(uR"html(<div class="tgme_page_title" dir="auto"><span dir="auto">{title}</span></div>
<div class="tgme_page_extra">{extra}</div>
)html",
        {{u"title", siteEscaped(title)}, {u"extra", group ? siteEscaped(extra) : QString("\n  @"_L1 + name + u'\n')}});
    if (kind == SiteNameKind::Bot && !extra.isEmpty()) {
        head += "<div class=\"tgme_page_extra\">"_L1 + siteEscaped(extra) + "</div>\n"_L1;
    }
    const QString verb = group ? u"View in Telegram"_s : kind == SiteNameKind::Bot ? u"Start Bot"_s : u"Send Message"_s;
    const QString use = group ? u"view and join"_s : kind == SiteNameKind::Bot ? u"launch"_s : u"contact"_s;
    const QString body = filled(uR"html({head}{action}
<div class="tgme_page_additional">
  If you have <strong>Telegram</strong>, you can {use} <br><strong>{title}</strong> right away.
</div>)html",
        {{u"head", head}, {u"action", action(name, verb)}, {u"use", use}, {u"title", siteEscaped(title)}});
    const QString heading = (group                              ? "Telegram: View @"_L1
                                    : kind == SiteNameKind::Bot ? "Telegram: Launch @"_L1
                                                                : "Telegram: Contact @"_L1)
        + name;
    return plainFrame(name, heading, metaTags(about, u"https://telegram.org/img/t_logo_2x.png"_s), body);
}

QByteArray singlePostPage(const MarkupContext &context, const SitePost &post, bool embed)
{
    const QString &name = context.channel.name;
    if (embed) {
        return filled(uR"html(<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <title>{title}</title>
  </head>
  <body class="widget_frame_base tgme_widget body_widget_post emoji_image nodark">
{message}
    <script src="//telegram.org/js/widget-frame.js?68"></script>
  </body>
</html>
)html",
            {{u"title", siteEscaped(context.channel.title)}, {u"message", messageHtml(context, post)}})
            .toUtf8();
    }
    SiteChannel about = context.channel;
    about.description = post.text.plain.left(1000);
    const QString body = filled(uR"html(<div class="tgme_page_widget_wrap" id="widget">
<div class="tgme_page_widget">
  <iframe id="telegram-post-{name}-{id}" src="https://t.me/{name}/{id}?embed=1&amp;mode=tme" width="100%" )html"
                                uR"html(height="" frameborder="0" scrolling="no"></iframe>
</div>
</div>)html",
        {{u"name", name}, {u"id", QString::number(post.id)}});
    return plainFrame(name, "Telegram: Contact @"_L1 + name, metaTags(about, avatarUrl(context)), body);
}

} // namespace vestnik
