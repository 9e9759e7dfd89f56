// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/posthtml.h"

#include <QLocale>
#include <QStringList>

#include "ui/widgets/texts.h"

#include <algorithm>

namespace vestnik {
namespace {

/// In the form of the window's language; what the page showed stands in the tooltip.
QString countHtml(const Count &count, const QString &pattern = QStringLiteral("%1"))
{
    const QString shown = pattern.arg(texts::shortNumber(count.value)).toHtmlEscaped();
    const QString tip = count.rounded || count.shown.isEmpty() ? count.shown : texts::number(count.value);
    return QStringLiteral("<span title=\"%1\">").arg(tip.toHtmlEscaped()) + shown + QLatin1String("</span>");
}

QString timeHtml(qint64 ms, const QString &pattern = QStringLiteral("%1"))
{
    return QStringLiteral("<span title=\"%1\">").arg(texts::exactTime(ms).toHtmlEscaped())
        + pattern.arg(texts::when(ms)).toHtmlEscaped() + QLatin1String("</span>");
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString iconName(MediaKind kind)
{
    return kind == MediaKind::Unsupported ? QStringLiteral("warning") : mediaKindName(kind);
}

} // namespace

PostHtml::PostHtml(const Post &post, const QString &channelTitle, const PostStyle &style, const PostViewState &state,
    const PostExtras &extras)
    : m_post(post)
    , m_channelTitle(channelTitle)
    , m_style(style)
    , m_state(state)
    , m_extras(extras)
    , m_pictures(pictures(post))
{
}

QStringList PostHtml::pictures(const Post &post)
{
    QStringList found;
    for (const Media &item : post.media) {
        const bool isPicture = item.kind == MediaKind::Photo || item.kind == MediaKind::Sticker;
        QString address = item.thumbnailUrl;
        if (address.isEmpty() && isPicture) {
            address = item.url;
        }
        found.append(address);
    }
    found.append(post.linkPreview ? post.linkPreview->imageUrl : QString());
    return found;
}

QString PostHtml::pictureAddress(int index)
{
    return QLatin1String("vestnik:picture/") + QString::number(index);
}

QString PostHtml::paragraph(const QString &html)
{
    return QLatin1String("<p style=\"margin:0px; line-height:145%\">") + html + QLatin1String("</p>");
}

QString PostHtml::soft(const QString &html) const
{
    return QLatin1String("<span style=\"color:") + m_style.soft + QLatin1String("\">") + html
        + QLatin1String("</span>");
}

QString PostHtml::link(const QString &address, const QString &html) const
{
    return linkHtml(address, html, m_style);
}

QString PostHtml::box(const QString &html) const
{
    return QLatin1String("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"8\" style=\"margin-top:8px\"><tr>"
                         "<td width=\"3\" bgcolor=\"")
        + m_style.bar + QLatin1String("\" style=\"padding:0px\"></td><td bgcolor=\"") + m_style.codeGround
        + QLatin1String("\">") + html + QLatin1String("</td></tr></table>");
}

QString PostHtml::build() const
{
    QString html = QLatin1String("<body style=\"color:") + m_style.text + QLatin1String("\">");
    html += header() + badges() + forwarded() + reply();
    html +=
        QStringLiteral("<p id=\"%1\" style=\"margin:0px; font-size:4pt\">&nbsp;</p>").arg(QLatin1String(textAnchor));
    if (!m_post.body.text.isEmpty()) {
        html += richTextHtml(m_post.body, m_style, m_state.spoilersShown);
    }
    html += media() + linkPreview() + reactions() + buttons();
    if (m_post.partlyUnsupported) {
        html += box(paragraph(soft(escaped(tr("A part of this post can be seen in Telegram only.")))));
    }
    return html + QLatin1String("</body>");
}

QString PostHtml::header() const
{
    const QString title = m_channelTitle.isEmpty() ? m_post.channel : m_channelTitle;
    QString html = QStringLiteral("<p style=\"margin:0px\"><a href=\"vestnik:channel\" style=\"color:%1; "
                                  "text-decoration:none\"><span style=\"font-size:large; font-weight:600\">")
                       .arg(m_style.text);
    html += escaped(title) + QLatin1String("</span></a></p>");
    QStringList facts;
    facts.append(escaped(QLatin1Char('@') + m_post.channel));
    facts.append(timeHtml(m_post.postedAt));
    if (!m_post.author.isEmpty()) {
        facts.append(escaped(m_post.author));
    }
    if (m_post.edited) {
        facts.append(m_extras.editedAt > 0 ? timeHtml(m_extras.editedAt, tr("edited %1", "post, time"))
                                           : escaped(tr("edited", "post")));
    }
    if (m_post.views) {
        facts.append(countHtml(*m_post.views, tr("%1 views")));
    }
    if (!m_post.viaBot.isEmpty()) {
        facts.append(escaped(tr("via @%1").arg(m_post.viaBot)));
    }
    if (m_post.kind == PostKind::Album) {
        facts.append(escaped(tr("album of %n messages", nullptr, int(m_post.albumIds.size()))));
    } else if (m_post.kind == PostKind::Service) {
        facts.append(escaped(texts::postKind(m_post.kind)));
    }
    return html + paragraph(soft(facts.join(QStringLiteral(" · "))));
}

QString PostHtml::badges() const
{
    if (m_extras.deletedAt <= 0) {
        return {};
    }
    return QStringLiteral("<p style=\"margin-top:4px; margin-bottom:0px\"><span style=\"background-color:%1\">&nbsp;")
               .arg(m_style.removedGround)
        + timeHtml(m_extras.deletedAt, tr("Gone from the channel since %1, kept here"))
        + QLatin1String("&nbsp;</span></p>");
}

QString PostHtml::forwarded() const
{
    if (!m_post.forwardedFrom) {
        return {};
    }
    const ForwardOrigin &origin = *m_post.forwardedFrom;
    QString name = link(origin.url, escaped(origin.name));
    if (!origin.author.isEmpty()) {
        name += QLatin1String(" (") + escaped(origin.author) + QLatin1Char(')');
    }
    if (m_extras.hasOrigin) {
        name +=
            QStringLiteral(" · <a href=\"vestnik:origin\" style=\"color:%1; text-decoration:none\">").arg(m_style.link)
            + escaped(tr("Show its posts")) + QLatin1String("</a>");
    }
    // The name may hold "%1" of its own, so it is never the text that arg() fills.
    const QStringList parts = tr("Forwarded from %1").split(QLatin1String("%1"));
    return paragraph(soft(escaped(parts.value(0))) + name + soft(escaped(parts.value(1))));
}

QString PostHtml::reply() const
{
    if (!m_post.replyTo) {
        return {};
    }
    const ReplyTarget &target = *m_post.replyTo;
    const QString channel = target.channel.isEmpty() ? m_post.channel : target.channel;
    const QString author = target.author.isEmpty() ? tr("a post") : target.author;
    QString html = soft(escaped(tr("In reply to"))) + QLatin1Char(' ')
        + link(target.messageId > 0 ? postUrl(channel, target.messageId) : QString(), escaped(author));
    if (m_extras.hasReplied) {
        html +=
            QStringLiteral(" · <a href=\"vestnik:reply\" style=\"color:%1; text-decoration:none\">").arg(m_style.link)
            + escaped(tr("Show it here")) + QLatin1String("</a>");
    }
    html = paragraph(html);
    if (!target.text.isEmpty()) {
        html += paragraph(escaped(target.text));
    }
    return box(html);
}

QString PostHtml::media() const
{
    QString html;
    for (int i = 0; i < m_post.media.size(); ++i) {
        const Media &item = m_post.media.at(i);
        html += item.kind == MediaKind::Poll ? poll(item) : mediaItem(item, i);
    }
    return html;
}

QString PostHtml::mediaFacts(const Media &item) const
{
    QStringList facts;
    if (!item.title.isEmpty()) {
        facts.append(escaped(item.title));
    }
    if (!item.extra.isEmpty()) {
        facts.append(escaped(item.extra));
    }
    if (item.durationSeconds >= 0) {
        facts.append(escaped(texts::duration(qint64(item.durationSeconds) * 1000)));
    }
    if (item.width > 0 && item.aspect > 0) {
        facts.append(QStringLiteral("%1 × %2").arg(item.width).arg(qRound(item.width * item.aspect)));
    }
    if (item.tooBig) {
        facts.append(escaped(tr("too large for the web preview")));
    }
    return facts.join(QStringLiteral(" · "));
}

QString PostHtml::mediaItem(const Media &item, int index) const
{
    QString html = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"0\" style=\"margin-top:8px\"><tr><td "
                                  "style=\"padding-right:8px; vertical-align:top\"><img src=\"vestnik:icon/%1\" "
                                  "width=\"20\" height=\"20\"/></td><td style=\"vertical-align:top\">")
                       .arg(iconName(item.kind));
    QString line = QLatin1String("<b>") + escaped(texts::mediaKind(item.kind)) + QLatin1String("</b>");
    const QString facts = mediaFacts(item);
    if (!facts.isEmpty()) {
        line += QLatin1Char(' ') + soft(facts);
    }
    if (item.latitude && item.longitude) {
        const QString point = QStringLiteral("%1, %2").arg(*item.latitude, 0, 'f', 5).arg(*item.longitude, 0, 'f', 5);
        const QString map = QStringLiteral("https://www.openstreetmap.org/?mlat=%1&mlon=%2#map=15/%1/%2")
                                .arg(*item.latitude, 0, 'f', 6)
                                .arg(*item.longitude, 0, 'f', 6);
        line += QLatin1Char(' ') + soft(point) + QStringLiteral(" · ") + link(map, escaped(tr("Show on a map")));
    }
    if (item.messageId > 0 && item.messageId != m_post.messageId) {
        line += QStringLiteral(" · ")
            + link(postUrl(m_post.channel, item.messageId), escaped(tr("No. %1").arg(item.messageId)));
    }
    const QString thumbnail = picture(index);
    const bool shown = m_state.pictures.value(index).kind == PictureState::Kind::Shown;
    if (!shown && !thumbnail.isEmpty()) {
        line += QStringLiteral(" · ") + thumbnail;
    }
    html += paragraph(line) + QLatin1String("</td></tr></table>");
    return shown ? html + thumbnail : html;
}

QString PostHtml::picture(int index) const
{
    if (m_pictures.value(index).isEmpty()) {
        return {};
    }
    const PictureState state = m_state.pictures.value(index);
    const QString address = pictureAddress(index);
    const QString ask =
        QStringLiteral("<a href=\"%1\" style=\"color:%2; text-decoration:none\">").arg(address, m_style.link);
    switch (state.kind) {
    case PictureState::Kind::Loading:
        return soft(escaped(tr("Loading the picture…")));
    case PictureState::Kind::Failed:
        return QStringLiteral("<span style=\"color:%1\">").arg(m_style.bad) + escaped(state.failure)
            + QLatin1String("</span> ") + ask + escaped(tr("Try again")) + QLatin1String("</a>");
    case PictureState::Kind::Shown: {
        const QSize size = state.size.width() > m_style.imageWidth
            ? state.size.scaled(m_style.imageWidth, state.size.height(), Qt::KeepAspectRatio)
            : state.size;
        return QStringLiteral(
            "<p style=\"margin-top:4px; margin-bottom:0px\"><img src=\"%1\" width=\"%2\" height=\"%3\"/></p>")
            .arg(address)
            .arg(size.width())
            .arg(size.height());
    }
    case PictureState::Kind::NotAsked:
        break;
    }
    return ask + escaped(tr("Show picture")) + QLatin1String("</a>");
}

QString PostHtml::poll(const Media &item) const
{
    QString html = paragraph(QLatin1String("<b>") + escaped(item.question) + QLatin1String("</b>"));
    QString about = escaped(item.pollType.isEmpty() ? texts::mediaKind(item.kind) : item.pollType);
    if (item.voters) {
        about += QStringLiteral(" · ") + countHtml(*item.voters, tr("%1 voters"));
    }
    html += paragraph(soft(about));
    for (const PollOption &option : item.options) {
        QString line = escaped(option.text);
        if (option.percent >= 0) {
            line = QStringLiteral("<b>%1%</b> ").arg(std::clamp(option.percent, 0, 100)) + line;
        }
        html += QLatin1String("<div style=\"margin-top:4px\"></div>") + paragraph(line);
        if (option.percent < 0) {
            continue;
        }
        const int share = std::clamp(option.percent, 1, 100);
        html += QStringLiteral("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"0\"><tr>"
                               "<td width=\"%1%\" bgcolor=\"%2\"><img src=\"vestnik:icon/gap\" height=\"6\"/></td>")
                    .arg(QString::number(share), m_style.bar);
        if (share < 100) {
            html += QStringLiteral("<td width=\"%1%\" bgcolor=\"%2\"><img src=\"vestnik:icon/gap\" height=\"6\"/></td>")
                        .arg(QString::number(100 - share), m_style.codeGround);
        }
        html += QLatin1String("</tr></table>");
    }
    return box(html);
}

QString PostHtml::linkPreview() const
{
    if (!m_post.linkPreview) {
        return {};
    }
    const LinkPreview &card = *m_post.linkPreview;
    QString html;
    if (!card.siteName.isEmpty()) {
        html += paragraph(soft(escaped(card.siteName)));
    }
    const QString title = card.title.isEmpty() ? card.url : card.title;
    html += paragraph(QLatin1String("<b>") + link(card.url, escaped(title)) + QLatin1String("</b>"));
    if (!card.description.isEmpty()) {
        html += paragraph(escaped(card.description).replace(QLatin1Char('\n'), QLatin1String("<br/>")));
    }
    const int index = int(m_post.media.size());
    const QString thumbnail = picture(index);
    if (m_state.pictures.value(index).kind == PictureState::Kind::Shown) {
        html += thumbnail;
    } else if (!thumbnail.isEmpty()) {
        html += paragraph(thumbnail);
    }
    return box(html);
}

QString PostHtml::reactions() const
{
    QStringList shown;
    for (const Reaction &reaction : m_post.reactions) {
        QString sign;
        switch (reaction.kind) {
        case ReactionKind::Emoji:
            sign = escaped(reaction.emoji);
            break;
        case ReactionKind::CustomEmoji:
            sign = QStringLiteral("◈"); // the picture of a custom emoji is not on the page
            break;
        case ReactionKind::Stars:
            sign = QStringLiteral("⭐");
            break;
        }
        shown.append(sign + QStringLiteral("&nbsp;") + soft(countHtml(reaction.count)));
    }
    if (shown.isEmpty()) {
        return {};
    }
    return QLatin1String("<div style=\"margin-top:12px\"></div>") + paragraph(shown.join(QStringLiteral(" &nbsp; ")));
}

QString PostHtml::buttons() const
{
    QString html;
    int row = -1;
    for (const InlineButton &button : m_post.buttons) {
        if (button.row != row) {
            html += row < 0 ? QString() : QStringLiteral("</tr></table>");
            html += QLatin1String("<table cellspacing=\"4\" cellpadding=\"6\"><tr>");
            row = button.row;
        }
        html += QStringLiteral("<td bgcolor=\"%1\">").arg(m_style.codeGround) + link(button.url, escaped(button.text))
            + QLatin1String("</td>");
    }
    return row < 0 ? QString()
                   : QLatin1String("<div style=\"margin-top:8px\"></div>") + html + QLatin1String("</tr></table>");
}

} // namespace vestnik
