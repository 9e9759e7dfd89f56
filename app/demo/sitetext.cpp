// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/sitetext.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace vestnik {

using namespace Qt::StringLiterals;

namespace {

struct Tag {
    QLatin1String markup;
    QLatin1String entity;
    QLatin1String html;
};

constexpr std::array tags{
    Tag{"b"_L1, "bold"_L1, "b"_L1},
    Tag{"i"_L1, "italic"_L1, "i"_L1},
    Tag{"u"_L1, "underline"_L1, "u"_L1},
    Tag{"s"_L1, "strike"_L1, "s"_L1},
    Tag{"sp"_L1, "spoiler"_L1, "tg-spoiler"_L1},
    Tag{"code"_L1, "code"_L1, "code"_L1},
    Tag{"pre"_L1, "pre"_L1, "pre"_L1},
    Tag{"quote"_L1, "blockquote"_L1, "blockquote"_L1},
    Tag{"quote+"_L1, "blockquote"_L1, "blockquote"_L1},
    Tag{"a"_L1, "text_link"_L1, "a"_L1},
    Tag{"emoji"_L1, "custom_emoji"_L1, "tg-emoji"_L1},
    Tag{"strong"_L1, "bold"_L1, "span"_L1},
};

constexpr QLatin1String confirmation = " onclick=\"return confirm('Open this link?\\n\\n'+this.href);\""_L1;

QString escapedRun(QStringView text)
{
    QString out;
    out.reserve(text.size() + text.size() / 8);
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'&':
            out += "&amp;"_L1;
            break;
        case u'<':
            out += "&lt;"_L1;
            break;
        case u'>':
            out += "&gt;"_L1;
            break;
        case u'"':
            out += "&quot;"_L1;
            break;
        case u'\'':
            out += "&#39;"_L1;
            break;
        case u'!':
            out += "&#33;"_L1;
            break;
        case u'$':
            out += "&#036;"_L1;
            break;
        case u'\u00a0':
            out += "&nbsp;"_L1;
            break;
        case u'\n':
            out += "<br/>"_L1;
            break;
        default:
            out += c;
        }
    }
    return out;
}

QString emojiHtml(const QString &emoji)
{
    const QByteArray sprite = QString(emoji).remove(QChar(0xFE0F)).toUtf8().toHex().toUpper();
    return "<i class=\"emoji\" style=\"background-image:url('//telegram.org/img/emoji/40/"_L1 + QLatin1String(sprite)
        + ".png')\"><b>"_L1 + emoji + "</b></i>"_L1;
}

/// Renders one markup string; lives for one call.
class TextWriter final {
public:
    void run(const QString &markup)
    {
        static const QRegularExpression token(
            u"\\[\\[|\\[(?<close>/)?(?<tag>sp|strong|code|pre|quote\\+?|emoji|a|b|i|u|s)(?:=(?<value>[^\\]]*))?\\]"
            u"|(?<url>https?://[^\\s\\[\\]]*[^\\s\\[\\].,;:!?)»\"])"
            u"|(?<![\\w@/])@(?<mention>[A-Za-z]\\w{3,31})|(?<![\\w&/])#(?<hash>\\w+)"_s,
            QRegularExpression::UseUnicodePropertiesOption);
        qsizetype done = 0;
        for (auto matches = token.globalMatch(markup); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            plain(QStringView(markup).mid(done, match.capturedStart() - done));
            done = match.capturedEnd();
            handle(match);
        }
        plain(QStringView(markup).mid(done));
        while (!m_open.isEmpty()) {
            closeLast();
        }
        std::stable_sort(m_text.entities.begin(), m_text.entities.end(), [](const SiteEntity &a, const SiteEntity &b) {
            return a.offset != b.offset ? a.offset < b.offset : a.length > b.length;
        });
    }
    [[nodiscard]] SiteText take() { return std::move(m_text); }

private:
    struct Open {
        QString tag;
        QString value;
        QString html; ///< closing html
        int start = 0;
    };

    void plain(QStringView text)
    {
        m_text.plain += text;
        m_text.html += siteEscaped(text.toString());
    }

    void handle(const QRegularExpressionMatch &match)
    {
        if (match.hasCaptured(u"tag"_s)) {
            const QString tag = match.captured(u"tag"_s);
            if (match.hasCaptured(u"close"_s)) {
                close(tag);
            } else {
                open(tag, match.captured(u"value"_s));
            }
            return;
        }
        const QString shown = match.captured();
        if (shown == "[["_L1) {
            plain(u"[");
        } else if (isLiteral()) {
            plain(shown);
        } else if (match.hasCaptured(u"url"_s)) {
            anchor(u"url"_s, shown, shown, " target=\"_blank\" rel=\"noopener\""_L1, shown);
        } else if (match.hasCaptured(u"mention"_s)) {
            const QString address = "https://t.me/"_L1 + match.captured(u"mention"_s);
            anchor(u"mention"_s, address, address, " target=\"_blank\""_L1, shown);
        } else {
            const QByteArray query = QUrl::toPercentEncoding(shown);
            anchor(u"hashtag"_s, match.captured(u"hash"_s), "?q="_L1 + QLatin1String(query), {}, shown);
        }
    }

    /// Inside a link, code or an emoji nothing is found by itself.
    [[nodiscard]] bool isLiteral() const
    {
        return std::any_of(m_open.cbegin(), m_open.cend(), [](const Open &open) {
            return open.tag == "a"_L1 || open.tag == "code"_L1 || open.tag == "pre"_L1 || open.tag == "emoji"_L1;
        });
    }

    void anchor(
        const QString &type, const QString &data, const QString &href, QLatin1String attributes, const QString &shown)
    {
        m_text.entities.append({type, int(m_text.plain.size()), int(shown.size()), data});
        m_text.html += "<a href=\""_L1 + siteAttribute(href) + u'"' + attributes + u'>';
        plain(shown);
        m_text.html += "</a>"_L1;
    }

    void open(const QString &tag, const QString &value)
    {
        const auto known =
            std::find_if(tags.begin(), tags.end(), [&tag](const Tag &each) { return each.markup == tag; });
        QString start = u'<' + known->html;
        QString end = "</"_L1 + known->html + u'>';
        if (tag == "a"_L1) {
            start += " href=\""_L1 + siteAttribute(value) + "\" target=\"_blank\" rel=\"noopener\""_L1 + confirmation;
        } else if (tag == "emoji"_L1) {
            start += " emoji-id=\""_L1 + siteAttribute(value) + u'"';
            m_text.hasCustomEmoji = true;
        } else if (tag == "quote+"_L1) {
            start += " expandable"_L1;
        } else if (tag == "strong"_L1) {
            start += " class=\"tgme_widget_service_strong_text\" dir=\"auto\""_L1;
        }
        start += u'>';
        if (tag == "pre"_L1 && !value.isEmpty()) {
            start += "<code class=\"language-"_L1 + siteAttribute(value) + "\">"_L1;
            end.prepend("</code>"_L1);
        }
        m_text.html += start;
        m_open.append({tag, tag == "quote+"_L1 ? u"expandable"_s : value, end, int(m_text.plain.size())});
    }

    void close(const QString &tag)
    {
        const auto same = [&tag](const Open &open) { return open.tag == tag; };
        if (std::none_of(m_open.cbegin(), m_open.cend(), same)) {
            return;
        }
        while (m_open.last().tag != tag) {
            closeLast();
        }
        closeLast();
    }

    void closeLast()
    {
        const Open open = m_open.takeLast();
        m_text.html += open.html;
        const auto known =
            std::find_if(tags.begin(), tags.end(), [&open](const Tag &each) { return each.markup == open.tag; });
        const int length = int(m_text.plain.size()) - open.start;
        if (length > 0) {
            m_text.entities.append({QString(known->entity), open.start, length, open.value});
        }
    }

    SiteText m_text;
    QList<Open> m_open;
};

} // namespace

QString siteEscaped(const QString &text)
{
    static const QRegularExpression emoji(
        u"[\\x{1F1E6}-\\x{1F1FF}]{2}|[0-9#*]\\x{FE0F}?\\x{20E3}"
        u"|(?:[\\x{231A}\\x{231B}\\x{23E9}-\\x{23FA}\\x{2600}-\\x{27BF}\\x{2B50}\\x{2B55}\\x{1F300}-\\x{1FAFF}]\\x{"
        u"FE0F}?"
        u"[\\x{1F3FB}-\\x{1F3FF}]?(?:\\x{200D}[\\x{2600}-\\x{27BF}\\x{1F300}-\\x{1FAFF}]\\x{FE0F}?)*)"_s);
    const bool mayHave = std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x20E3; });
    if (!mayHave) {
        return escapedRun(text);
    }
    QString out;
    qsizetype done = 0;
    for (auto matches = emoji.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        out += escapedRun(QStringView(text).mid(done, match.capturedStart() - done)) + emojiHtml(match.captured());
        done = match.capturedEnd();
    }
    return out + escapedRun(QStringView(text).mid(done));
}

QString siteAttribute(const QString &text)
{
    QString out = text;
    return out.replace(u'&', "&amp;"_L1).replace(u'"', "&quot;"_L1).replace(u'<', "&lt;"_L1).replace(u'>', "&gt;"_L1);
}

SiteText siteText(const QString &markup)
{
    TextWriter writer;
    writer.run(markup);
    return writer.take();
}

} // namespace vestnik
