// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/archive/htmltext.h"

#include <QStringView>

#include <algorithm>

namespace vestnik {
namespace {

constexpr qsizetype mostEntities = 2000;
constexpr qsizetype deepest = 16;

struct Span {
    EntityType type = EntityType::Bold;
    qsizetype from = 0;
    qsizetype to = 0;
    QString data;
};

bool isLink(const Span &span)
{
    switch (span.type) {
    case EntityType::Link:
    case EntityType::Url:
    case EntityType::Mention:
    case EntityType::Email:
        return isSafeLink(span.data);
    default:
        return false;
    }
}

QString openTag(const Span &span)
{
    switch (span.type) {
    case EntityType::Bold:
        return QStringLiteral("<b>");
    case EntityType::Italic:
        return QStringLiteral("<i>");
    case EntityType::Underline:
        return QStringLiteral("<u>");
    case EntityType::Strike:
        return QStringLiteral("<s>");
    case EntityType::Spoiler:
        return QStringLiteral("<span class=\"spoiler\" tabindex=\"0\">");
    case EntityType::Code:
        return QStringLiteral("<code>");
    case EntityType::Pre:
        return QStringLiteral("<code class=\"block\">");
    case EntityType::Blockquote:
        return QStringLiteral("<span class=\"quote\">");
    case EntityType::Hashtag:
        return QStringLiteral("<span class=\"hash\">");
    default:
        return isLink(span)
            ? QLatin1String("<a href=\"") + htmlText(span.data) + QLatin1String("\" rel=\"noreferrer\">")
            : QStringLiteral("<span>");
    }
}

QLatin1String closeTag(const Span &span)
{
    switch (span.type) {
    case EntityType::Bold:
        return QLatin1String("</b>");
    case EntityType::Italic:
        return QLatin1String("</i>");
    case EntityType::Underline:
        return QLatin1String("</u>");
    case EntityType::Strike:
        return QLatin1String("</s>");
    case EntityType::Code:
    case EntityType::Pre:
        return QLatin1String("</code>");
    default:
        return isLink(span) ? QLatin1String("</a>") : QLatin1String("</span>");
    }
}

/// Behind a pair of surrogates if the place is in the middle of it.
qint64 wholeCharacter(const QString &text, qint64 at)
{
    const bool inside = at > 0 && at < text.size() && text.at(at).isLowSurrogate() && text.at(at - 1).isHighSurrogate();
    return inside ? at + 1 : at;
}

QList<Span> spansOf(const RichText &body)
{
    QList<Span> spans;
    const qint64 size = body.text.size();
    for (const TextEntity &entity : body.entities) {
        const qint64 from = wholeCharacter(body.text, std::clamp<qint64>(entity.offset, 0, size));
        const qint64 to = wholeCharacter(body.text, std::clamp<qint64>(qint64(entity.offset) + entity.length, 0, size));
        if (from < to && spans.size() < mostEntities) {
            spans.append(Span{entity.type, from, to, entity.data});
        }
    }
    std::stable_sort(spans.begin(), spans.end(),
        [](const Span &a, const Span &b) { return a.from != b.from ? a.from < b.from : a.to > b.to; });
    return spans;
}

} // namespace

QString htmlText(const QString &text)
{
    QString out;
    out.reserve(text.size() + text.size() / 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const char16_t unit = c.unicode();
        if (unit == u'<') {
            out += QLatin1String("&lt;");
        } else if (unit == u'>') {
            out += QLatin1String("&gt;");
        } else if (unit == u'&') {
            out += QLatin1String("&amp;");
        } else if (unit == u'"') {
            out += QLatin1String("&quot;");
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            out += c;
            out += text.at(++i);
        } else if (unit == u'\r') {
            // A lone one is a line end to a browser and nothing else.
            if (i + 1 >= text.size() || text.at(i + 1) != QLatin1Char('\n')) {
                out += QLatin1Char('\n');
            }
        } else if ((unit < 0x20 && unit != u'\n' && unit != u'\t') || (unit >= 0x7f && unit < 0xa0) || c.isSurrogate()
            || unit >= 0xfffe) {
            out += QChar(QChar::ReplacementCharacter);
        } else {
            out += c;
        }
    }
    return out;
}

bool isSafeLink(const QString &address)
{
    for (const QLatin1String scheme : {QLatin1String("https://"), QLatin1String("http://"), QLatin1String("mailto:"),
             QLatin1String("tg://"), QLatin1String("tg:")}) {
        if (address.startsWith(scheme, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

QString htmlLink(const QString &address, const QString &html)
{
    return isSafeLink(address) ? QLatin1String("<a href=\"") + htmlText(address)
            + QLatin1String("\" rel=\"noreferrer\">") + html + QLatin1String("</a>")
                               : html;
}

QString htmlBody(const RichText &body)
{
    const QList<Span> spans = spansOf(body);
    QList<Span> open;
    QString html;
    qsizetype next = 0;
    qsizetype at = 0;
    while (at < body.text.size()) {
        // Everything above a span that ends here is closed with it, and what goes on is opened again.
        qsizetype keep = 0;
        while (keep < open.size() && open.at(keep).to > at) {
            ++keep;
        }
        QList<Span> opening;
        while (open.size() > keep) {
            html += closeTag(open.last());
            if (open.last().to > at) {
                opening.prepend(open.last());
            }
            open.removeLast();
        }
        while (next < spans.size() && spans.at(next).from == at) {
            opening.append(spans.at(next++));
        }
        for (const Span &span : std::as_const(opening)) {
            const bool second = isLink(span) && std::any_of(open.begin(), open.end(), isLink);
            if (open.size() < deepest && !second) {
                html += openTag(span);
                open.append(span);
            }
        }
        qsizetype end = next < spans.size() ? spans.at(next).from : body.text.size();
        for (const Span &span : std::as_const(open)) {
            end = std::min(end, span.to);
        }
        html += htmlText(body.text.mid(at, end - at));
        at = end;
    }
    while (!open.isEmpty()) {
        html += closeTag(open.takeLast());
    }
    return html;
}

} // namespace vestnik
