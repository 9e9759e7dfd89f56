// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/htmlwriter.h"

#include <QDateTime>
#include <QTimeZone>

#include "core/archive/exportfile.h"
#include "core/archive/htmltext.h"
#include "core/model/postjson.h"

namespace vestnik {
namespace {

constexpr qsizetype bufferBytes = 256 * 1024;

// Colours are pairs of one hue in the light and in the dark page. Nothing here needs a script.
constexpr const char *styleSheet = R"(
:root { color-scheme: light dark; --ground: #f4f5f7; --card: #ffffff; --ink: #1c1e21; --soft: #626870;
  --link: #0b66c3; --line: #d9dce1; --code: #eceff3; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ground: #17191c; --card: #212428; --ink: #e6e7e9; --soft: #9aa1aa;
  --link: #6cb2ff; --line: #363a40; --code: #2b2f35; --bad: #ff8a80; } }
body { margin: 0 auto; padding: 24px 16px; max-width: 760px; background: var(--ground); color: var(--ink);
  font: 16px/1.5 "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
a { color: var(--link); text-decoration: none; } a:hover, a:focus { text-decoration: underline; }
h1 { font-size: 24px; margin: 0 0 4px; } .about { color: var(--soft); margin: 0 0 24px; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px;
  margin: 0 0 12px; overflow-wrap: anywhere; }
article:target { border-color: var(--link); }
article > header { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; margin-bottom: 6px; }
.channel { font-weight: 600; } .name, .soft, .foot, .when { color: var(--soft); font-size: 14px; }
.anchor { margin-left: auto; font-size: 14px; color: var(--soft); }
.text { white-space: pre-wrap; } .aside { border-left: 3px solid var(--line); padding-left: 10px; color: var(--soft);
  font-size: 14px; margin: 4px 0; }
.quote { display: block; border-left: 3px solid var(--link); padding-left: 10px; }
code { font-family: "Noto Sans Mono", Consolas, Menlo, monospace; font-size: 14px; background: var(--code);
  border-radius: 4px; padding: 1px 4px; } code.block { display: block; padding: 8px; white-space: pre-wrap; }
.spoiler { background: var(--soft); color: transparent; border-radius: 3px; }
.spoiler:hover, .spoiler:focus { background: var(--code); color: inherit; } .hash { color: var(--link); }
.media { list-style: none; margin: 8px 0; padding: 0; } .media li { background: var(--code); border-radius: 6px;
  padding: 6px 10px; margin: 4px 0; font-size: 14px; }
.preview { border: 1px solid var(--line); border-radius: 6px; padding: 8px 10px; margin: 8px 0; font-size: 14px; }
.foot { margin-top: 8px; display: flex; flex-wrap: wrap; gap: 2px 14px; } .gone { color: var(--bad); }
.label { border: 1px solid var(--line); border-radius: 10px; padding: 0 8px; } .note { white-space: pre-wrap; }
@media print { body { background: #fff; color: #000; max-width: none; padding: 0; } article { break-inside: avoid;
  border-color: #bbb; } .anchor { display: none; } .spoiler { background: none; color: inherit; } }
)";

/// Ready for the page.
QString word(const ExportWords &words, const char *english)
{
    const QString text = QLatin1String(english);
    return htmlText(words.value(text, text));
}

QString labelOf(MediaKind kind, const ExportWords &words)
{
    switch (kind) {
    case MediaKind::Photo:
        return word(words, "Photo");
    case MediaKind::Video:
        return word(words, "Video");
    case MediaKind::Gif:
        return word(words, "Animation");
    case MediaKind::Round:
        return word(words, "Video message");
    case MediaKind::Voice:
        return word(words, "Voice message");
    case MediaKind::Audio:
        return word(words, "Audio");
    case MediaKind::Document:
        return word(words, "File");
    case MediaKind::Poll:
        return word(words, "Poll");
    case MediaKind::Sticker:
        return word(words, "Sticker");
    case MediaKind::Location:
        return word(words, "Place");
    case MediaKind::Contact:
        return word(words, "Contact");
    case MediaKind::Unsupported:
        break;
    }
    return word(words, "Something that was not shown");
}

QString localTime(qint64 msUtc)
{
    return QDateTime::fromMSecsSinceEpoch(msUtc).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString inTag(const char *begin, const QString &html, const char *end)
{
    return html.isEmpty() ? QString() : QLatin1String(begin) + html + QLatin1String(end) + QLatin1Char('\n');
}

QString mediaHtml(const Media &media, const ExportWords &words)
{
    QStringList parts;
    QString label = labelOf(media.kind, words);
    if (!media.question.isEmpty()) {
        label += QLatin1String(": ") + htmlText(media.question);
    } else if (!media.title.isEmpty()) {
        label += QLatin1String(": ") + htmlText(media.title);
    }
    parts.append(htmlLink(media.url, label));
    if (media.width > 0 && media.aspect > 0) {
        parts.append(QStringLiteral("%1×%2").arg(media.width).arg(qRound(media.width * media.aspect)));
    }
    if (media.durationSeconds > 0) {
        parts.append(QStringLiteral("%1:%2")
                         .arg(media.durationSeconds / 60)
                         .arg(media.durationSeconds % 60, 2, 10, QLatin1Char('0')));
    }
    if (!media.extra.isEmpty()) {
        parts.append(htmlText(media.extra));
    }
    if (media.latitude && media.longitude) {
        const QString place = QStringLiteral("%1, %2").arg(*media.latitude, 0, 'f', 6).arg(*media.longitude, 0, 'f', 6);
        parts.append(htmlLink(QStringLiteral("https://www.openstreetmap.org/?mlat=%1&mlon=%2")
                                  .arg(*media.latitude, 0, 'f', 6)
                                  .arg(*media.longitude, 0, 'f', 6),
            place));
    }
    for (const PollOption &option : media.options) {
        parts.append(
            htmlText(option.text) + (option.percent < 0 ? QString() : QStringLiteral(" %1%").arg(option.percent)));
    }
    return QLatin1String("<li>") + parts.join(QStringLiteral(" · ")) + QLatin1String("</li>");
}

QString asideHtml(const Post &post, const ExportWords &words)
{
    QString html;
    if (post.forwardedFrom) {
        const QString &name = post.forwardedFrom->name;
        html += inTag("<p class=\"aside\">",
            word(words, "Forwarded from") + QLatin1Char(' ')
                + htmlLink(post.forwardedFrom->url, htmlText(name.isEmpty() ? QStringLiteral("?") : name)),
            "</p>");
    }
    if (post.replyTo) {
        const QString name = post.replyTo->channel.isEmpty() ? post.channel : post.replyTo->channel;
        html += inTag("<p class=\"aside\">",
            htmlLink(post.replyTo->messageId > 0 ? postUrl(name, post.replyTo->messageId) : QString(),
                word(words, "In reply to"))
                + QLatin1Char(' ') + htmlText(post.replyTo->author) + QLatin1Char(' ') + htmlText(post.replyTo->text),
            "</p>");
    }
    return html;
}

QString footHtml(const ArchivedPost &archived, const ExportWords &words)
{
    const Post &post = archived.post;
    QStringList parts;
    if (post.views) {
        parts.append(word(words, "Views:") + QLatin1Char(' ') + htmlText(post.views->shown));
    }
    if (!post.author.isEmpty()) {
        parts.append(htmlText(post.author));
    }
    if (post.edited) {
        parts.append(word(words, "edited"));
    }
    for (const Reaction &reaction : post.reactions) {
        const QString sign = reaction.kind == ReactionKind::Emoji ? reaction.emoji
            : reaction.kind == ReactionKind::Stars                ? QStringLiteral("⭐")
                                                                  : QStringLiteral("◌");
        parts.append(htmlText(sign + QLatin1Char(' ') + reaction.count.shown));
    }
    for (const QString &tag : archived.extras.tags) {
        parts.append(QLatin1String("<span class=\"label\">") + htmlText(tag) + QLatin1String("</span>"));
    }
    QString html;
    for (const QString &part : std::as_const(parts)) {
        html += QLatin1String("<span>") + part + QLatin1String("</span>");
    }
    if (archived.extras.deletedAt > 0) {
        html += QLatin1String("<span class=\"gone\">") + word(words, "deleted, seen") + QLatin1Char(' ')
            + localTime(archived.extras.deletedAt) + QLatin1String("</span>");
    }
    return html;
}

QString previewHtml(const std::optional<LinkPreview> &preview)
{
    if (!preview) {
        return {};
    }
    QString html = htmlLink(preview->url, htmlText(preview->title.isEmpty() ? preview->url : preview->title));
    for (const QString &line : {preview->siteName, preview->description}) {
        if (!line.isEmpty()) {
            html += QLatin1String("<br/>") + htmlText(line);
        }
    }
    return html;
}

} // namespace

Result<void> HtmlWriter::begin(const ExportHeading &heading)
{
    m_words = heading.words;
    const QString title =
        heading.title.isEmpty() ? word(m_words, "Posts of Telegram channels") : htmlText(heading.title);
    QStringList about;
    if (!heading.channels.isEmpty()) {
        about.append(word(m_words, "Channels:") + QLatin1Char(' ') + htmlText(heading.channels));
    }
    if (!heading.search.isEmpty()) {
        about.append(word(m_words, "Search:") + QLatin1Char(' ') + htmlText(heading.search));
    }
    about.append(word(m_words, "Exported:") + QLatin1Char(' ') + localTime(heading.madeAt));
    about.append(
        word(m_words, "Time zone:") + QLatin1Char(' ') + htmlText(QString::fromLatin1(QTimeZone::systemTimeZoneId())));
    return add(
        QLatin1String("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\"/>\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                      "<meta name=\"generator\" content=\"Vestnik\"/>\n<meta http-equiv=\"Content-Security-Policy\" "
                      "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n<title>")
        + title + QLatin1String("</title>\n<style>") + QLatin1String(styleSheet)
        + QLatin1String("</style>\n</head>\n<body>\n<h1>") + title + QLatin1String("</h1>\n<p class=\"about\">")
        + about.join(QLatin1String("<br/>")) + QLatin1String("</p>\n"));
}

Result<void> HtmlWriter::write(const ArchivedPost &archived)
{
    ++m_posts;
    const Post &post = archived.post;
    const QString id = htmlText(post.channel).simplified().replace(QLatin1Char(' '), QLatin1Char('_'))
        + QLatin1Char('-') + QString::number(post.messageId);
    QString html = QLatin1String("<article id=\"") + id + QLatin1String("\">\n<header>");
    html += QLatin1String("<span class=\"channel\">")
        + htmlText(archived.channelTitle.isEmpty() ? post.channel : archived.channelTitle)
        + QLatin1String("</span><span class=\"name\">@") + htmlText(post.channel) + QLatin1String("</span>");
    html += htmlLink(postUrl(post.channel, post.messageId),
        QLatin1String("<time datetime=\"") + isoTime(post.postedAt) + QLatin1String("\">") + localTime(post.postedAt)
            + QLatin1String("</time>"));
    if (archived.extras.starred) {
        html += QStringLiteral("<span title=\"") + word(m_words, "starred") + QStringLiteral("\">★</span>");
    }
    html += QLatin1String("<a class=\"anchor\" href=\"#") + id + QLatin1String("\">#") + QString::number(post.messageId)
        + QLatin1String("</a></header>\n");
    html += asideHtml(post, m_words);
    html += inTag("<div class=\"text\">", htmlBody(post.body), "</div>");
    QString media;
    for (const Media &one : post.media) {
        media += mediaHtml(one, m_words);
    }
    html += inTag("<ul class=\"media\">", media, "</ul>");
    html += inTag("<div class=\"preview\">", previewHtml(post.linkPreview), "</div>");
    html += inTag("<p class=\"aside note\">", htmlText(archived.extras.note), "</p>");
    html += inTag("<div class=\"foot\">", footHtml(archived, m_words), "</div>");
    return add(html + QLatin1String("</article>\n"));
}

Result<void> HtmlWriter::finish()
{
    Result<void> added = add(QLatin1String("<p class=\"about\">") + word(m_words, "Posts:") + QLatin1Char(' ')
        + QString::number(m_posts) + QLatin1String("</p>\n</body>\n</html>\n"));
    return added ? flush() : added;
}

Result<void> HtmlWriter::add(const QString &html)
{
    m_buffer += html.toUtf8();
    return m_buffer.size() >= bufferBytes ? flush() : Result<void>();
}

Result<void> HtmlWriter::flush()
{
    Result<void> written = m_file.write(m_buffer);
    m_buffer.resize(0);
    return written;
}

} // namespace vestnik
