// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/richtexthtml.h"

#include <QPalette>
#include <QUrl>

#include "ui/widgets/theme.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr int maxDepth = 4; ///< boxes inside boxes; a page could ask for thousands

/// Mixes two opaque colours; rich text has no translucent grounds.
QString mixed(const QColor &ground, const QColor &ink, qreal share)
{
    const auto part = [share](int a, int b) { return int(a + (b - a) * share); };
    return QColor(part(ground.red(), ink.red()), part(ground.green(), ink.green()), part(ground.blue(), ink.blue()))
        .name();
}

struct Span {
    EntityType type;
    int from;
    int to;
    QString data;
};

class Writer final {
public:
    Writer(const QString &text, const PostStyle &style, bool spoilersShown)
        : m_text(text)
        , m_style(style)
        , m_spoilersShown(spoilersShown)
    {
    }

    QString run(const QList<TextEntity> &entities)
    {
        QList<Span> spans;
        spans.reserve(entities.size());
        for (const TextEntity &entity : entities) {
            const qint64 from = std::clamp<qint64>(entity.offset, 0, m_text.size());
            const qint64 to = std::clamp<qint64>(qint64(entity.offset) + entity.length, 0, m_text.size());
            if (to > from) {
                spans.append({entity.type, int(from), int(to), entity.data});
            }
        }
        std::stable_sort(spans.begin(), spans.end(),
            [](const Span &a, const Span &b) { return a.from != b.from ? a.from < b.from : a.to > b.to; });
        writeBlocks(0, int(m_text.size()), spans, false);
        return std::move(m_html);
    }

private:
    static bool isBlock(EntityType type) { return type == EntityType::Pre || type == EntityType::Blockquote; }

    /// Text from..to with quotes and blocks of code as boxes of their own; a block inside a block nests.
    void writeBlocks(int from, int to, const QList<Span> &spans, bool inPre)
    {
        int at = from;
        for (qsizetype i = 0; i < spans.size(); ++i) {
            const Span &span = spans.at(i);
            if (!isBlock(span.type) || inPre || m_depth >= maxDepth || span.from < at || span.from >= to) {
                continue; // one that begins inside a block before it is drawn as plain text behind that
            }
            const int end = std::min(span.to, to);
            writeParagraph(at, span.from, spans, false);
            QList<Span> inner;
            for (qsizetype k = 0; k < spans.size(); ++k) {
                if (k != i && spans.at(k).to > span.from && spans.at(k).from < end) {
                    inner.append(spans.at(k));
                    inner.last().from = std::max(inner.last().from, span.from);
                }
            }
            openBox(span);
            ++m_depth;
            writeBlocks(span.from, end, inner, span.type == EntityType::Pre);
            --m_depth;
            m_html += QLatin1String("</td></tr></table>");
            at = end;
        }
        writeParagraph(at, to, spans, inPre);
    }

    void openBox(const Span &span)
    {
        const bool code = span.type == EntityType::Pre;
        m_html += QLatin1String("<table width=\"100%\" cellspacing=\"0\" cellpadding=\"8\" style=\"margin-top:4px; "
                                "margin-bottom:4px\"><tr>");
        if (!code) {
            m_html += QStringLiteral("<td width=\"3\" bgcolor=\"%1\" style=\"padding:0px\"></td>").arg(m_style.bar);
        }
        m_html += QStringLiteral("<td bgcolor=\"%1\">").arg(m_style.codeGround);
        if (code && !span.data.isEmpty()) {
            m_html += QStringLiteral("<p style=\"margin:0px; color:%1\"><small>%2</small></p>")
                          .arg(m_style.soft, span.data.left(40).toHtmlEscaped());
        }
    }

    void writeParagraph(int from, int to, const QList<Span> &spans, bool inPre)
    {
        if (!inPre) { // line breaks beside a box are its own margins
            while (from < to && m_text.at(from) == QLatin1Char('\n')) {
                ++from;
            }
            while (to > from && m_text.at(to - 1).isSpace()) {
                --to;
            }
            while (from > 0 && from < to && m_text.at(from) == QLatin1Char(' ')
                && m_text.at(from - 1) != QLatin1Char('\n')) {
                ++from; // a gap between a box and the words behind it
            }
        }
        if (from >= to) {
            return;
        }
        m_html += QLatin1String("<p style=\"margin:0px; line-height:145%; white-space:pre-wrap\">");
        if (inPre) {
            m_html += QLatin1String("<span style=\"font-family:monospace\">");
        }
        writeInline(from, to, spans);
        if (inPre) {
            m_html += QLatin1String("</span>");
        }
        m_html += QLatin1String("</p>");
    }

    /// Cuts the text at every begin and end of a span; tags stay properly nested where spans overlap.
    void writeInline(int from, int to, const QList<Span> &spans)
    {
        QList<int> cuts{from, to};
        for (const Span &span : spans) {
            if (!isBlock(span.type) && span.to > from && span.from < to) {
                cuts.append(std::max(span.from, from));
                cuts.append(std::min(span.to, to));
            }
        }
        std::sort(cuts.begin(), cuts.end());
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());

        QList<const Span *> open; // outermost first
        qsizetype next = 0;
        for (qsizetype i = 0; i + 1 < cuts.size(); ++i) {
            const int begin = cuts.at(i);
            // What ends here is closed together with all that was opened inside it; the rest is opened again.
            QList<const Span *> again;
            qsizetype keep = 0;
            while (keep < open.size() && open.at(keep)->to > begin) {
                ++keep;
            }
            for (qsizetype k = open.size() - 1; k >= keep; --k) {
                closeTag(*open.at(k), open, k);
                if (open.at(k)->to > begin) {
                    again.prepend(open.at(k));
                }
            }
            open.resize(keep);
            while (next < spans.size() && spans.at(next).from <= begin) {
                const Span &span = spans.at(next++);
                if (!isBlock(span.type) && span.to > begin) {
                    again.append(&span);
                }
            }
            for (const Span *span : std::as_const(again)) {
                openTag(*span, open);
                open.append(span);
            }
            writeText(begin, cuts.at(i + 1), open);
        }
        for (qsizetype k = open.size() - 1; k >= 0; --k) {
            closeTag(*open.at(k), open, k);
        }
    }

    [[nodiscard]] bool isHidden(const QList<const Span *> &open) const
    {
        return !m_spoilersShown && std::any_of(open.cbegin(), open.cend(), [](const Span *span) {
            return span->type == EntityType::Spoiler;
        });
    }

    [[nodiscard]] QString anchorOf(const Span &span) const
    {
        switch (span.type) {
        case EntityType::Link:
        case EntityType::Url:
        case EntityType::Mention:
        case EntityType::Email:
            return isOpenableAddress(span.data) ? span.data : QString();
        case EntityType::Hashtag:
            return tagAddress(span.data);
        case EntityType::Spoiler:
            return m_spoilersShown ? QString() : QString::fromLatin1(spoilerAddress);
        default:
            return {};
        }
    }

    /// Anchors do not nest: the outer one wins, and within hidden text there is none but its own.
    [[nodiscard]] bool hasAnchor(const Span &span, const QList<const Span *> &outer, qsizetype count) const
    {
        if (anchorOf(span).isEmpty()) {
            return false;
        }
        for (qsizetype i = 0; i < count; ++i) {
            if (!anchorOf(*outer.at(i)).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    void openTag(const Span &span, const QList<const Span *> &outer)
    {
        if (hasAnchor(span, outer, outer.size())) {
            const QString href = anchorOf(span).toHtmlEscaped();
            const bool hidden = span.type == EntityType::Spoiler;
            m_html += QStringLiteral("<a href=\"%1\" title=\"%2\" style=\"color:%3; text-decoration:none\">")
                          .arg(href, hidden || span.type == EntityType::Hashtag ? QString() : href,
                              hidden ? m_style.soft : m_style.link);
        }
        switch (span.type) {
        case EntityType::Bold:
            m_html += QLatin1String("<b>");
            break;
        case EntityType::Italic:
            m_html += QLatin1String("<i>");
            break;
        case EntityType::Underline:
            m_html += QLatin1String("<u>");
            break;
        case EntityType::Strike:
            m_html += QLatin1String("<s>");
            break;
        case EntityType::Code:
            m_html +=
                QStringLiteral("<span style=\"font-family:monospace; background-color:%1\">").arg(m_style.codeGround);
            break;
        case EntityType::Spoiler:
            m_html += QStringLiteral("<span style=\"background-color:%1\">").arg(m_style.codeGround);
            break;
        default:
            break;
        }
    }

    void closeTag(const Span &span, const QList<const Span *> &open, qsizetype index)
    {
        switch (span.type) {
        case EntityType::Bold:
            m_html += QLatin1String("</b>");
            break;
        case EntityType::Italic:
            m_html += QLatin1String("</i>");
            break;
        case EntityType::Underline:
            m_html += QLatin1String("</u>");
            break;
        case EntityType::Strike:
            m_html += QLatin1String("</s>");
            break;
        case EntityType::Code:
        case EntityType::Spoiler:
            m_html += QLatin1String("</span>");
            break;
        default:
            break;
        }
        if (hasAnchor(span, open, index)) {
            m_html += QLatin1String("</a>");
        }
    }

    void writeText(int from, int to, const QList<const Span *> &open)
    {
        QString part = m_text.mid(from, to - from);
        if (isHidden(open)) {
            // Blocks instead of letters: hidden text must not be found by selecting or by a screen reader.
            for (QChar &c : part) {
                if (!c.isSpace()) {
                    c = QChar(0x2592);
                }
            }
        }
        m_html += part.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br/>"));
    }

    const QString &m_text;
    const PostStyle &m_style;
    const bool m_spoilersShown;
    int m_depth = 0;
    QString m_html;
};

} // namespace

PostStyle PostStyle::of(const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    PostStyle style;
    style.text = text.name();
    const QColor soft = palette.color(QPalette::PlaceholderText);
    style.soft = mixed(ground, soft, soft.alphaF());
    style.link = Theme::color(Theme::Role::Accent).name();
    style.codeGround = mixed(ground, text, 0.08);
    style.bar = mixed(ground, Theme::color(Theme::Role::Accent), 0.7);
    style.bad = Theme::color(Theme::Role::Bad).name();
    // Weak enough for the text's own colour on them.
    style.removedGround = mixed(ground, Theme::color(Theme::Role::Bad), 0.22);
    style.addedGround = mixed(ground, Theme::color(Theme::Role::Good), 0.22);
    return style;
}

bool isOpenableAddress(const QString &address)
{
    const QUrl url(address, QUrl::TolerantMode);
    if (!url.isValid()) {
        return false;
    }
    const QString scheme = url.scheme();
    if (scheme == QLatin1String("http") || scheme == QLatin1String("https")) {
        return !url.host().isEmpty();
    }
    return scheme == QLatin1String("tg") || scheme == QLatin1String("mailto");
}

QString tagAddress(const QString &tag)
{
    return QLatin1String("vestnik:tag/") + QString::fromLatin1(QUrl::toPercentEncoding(tag));
}

QString linkHtml(const QString &address, const QString &html, const PostStyle &style)
{
    if (!isOpenableAddress(address)) {
        return html;
    }
    const QString escaped = address.toHtmlEscaped();
    return QStringLiteral("<a href=\"%1\" title=\"%1\" style=\"color:%2; text-decoration:none\">")
               .arg(escaped, style.link)
        + html + QLatin1String("</a>");
}

QString richTextHtml(const RichText &body, const PostStyle &style, bool spoilersShown)
{
    return Writer(body.text, style, spoilersShown).run(body.entities);
}

} // namespace vestnik
