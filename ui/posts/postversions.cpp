// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postversions.h"

#include <QEvent>
#include <QTextCursor>

#include "ui/posts/richtexthtml.h"
#include "ui/posts/textdragguard.h"
#include "ui/posts/worddiff.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

namespace vestnik {

QString versionHtml(const QString &before, const QString &after, const PostStyle &style)
{
    QString html = QLatin1String("<p style=\"margin:0px; line-height:145%; white-space:pre-wrap\">");
    for (const DiffPart &part : wordDiff(before, after)) {
        const QString text = part.text.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br/>"));
        switch (part.kind) {
        case DiffPart::Kind::Same:
            html += text;
            break;
        case DiffPart::Kind::Removed:
            html += QStringLiteral("<span style=\"background-color:%1; text-decoration:line-through\">")
                        .arg(style.removedGround)
                + text + QLatin1String("</span>");
            break;
        case DiffPart::Kind::Added:
            html +=
                QStringLiteral("<span style=\"background-color:%1; text-decoration:underline\">").arg(style.addedGround)
                + text + QLatin1String("</span>");
            break;
        }
    }
    return html + QLatin1String("</p>");
}

PostVersions::PostVersions(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("postVersions"));
    setAccessibleName(tr("Earlier versions"));
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(Theme::group);
    new TextDragGuard(this);
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &PostVersions::addNext);
}

void PostVersions::setVersions(const RichText &present, const QList<PostVersion> &versions)
{
    const bool same = m_present == present.text && m_versions.size() == versions.size()
        && (versions.isEmpty() || versions.first().replacedAt == m_versions.first().replacedAt);
    if (same) {
        return; // numbers of views, marks
    }
    m_present = present.text;
    m_versions = versions;
    restart();
}

void PostVersions::restart()
{
    clear();
    m_next = 0;
    if (isVisible()) {
        addNext();
    } else {
        m_turn.stop();
    }
}

void PostVersions::addNext()
{
    if (isDone()) {
        return;
    }
    const PostStyle style = PostStyle::of(palette());
    const PostVersion &version = m_versions.at(m_next);
    const QString after = m_next == 0 ? m_present : m_versions.at(m_next - 1).body.text;
    QString html = QStringLiteral("<p style=\"margin-top:%1px; margin-bottom:4px; color:%2\" title=\"%3\">")
                       .arg(QString::number(m_next == 0 ? 0 : Theme::section), style.soft,
                           texts::exactTime(version.replacedAt).toHtmlEscaped());
    html += tr("Changed %1").arg(texts::when(version.replacedAt)).toHtmlEscaped() + QLatin1String("</p>");
    html += QStringLiteral("<div style=\"color:%1\">").arg(style.text) + versionHtml(version.body.text, after, style)
        + QLatin1String("</div>");
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    if (m_next > 0) {
        end.insertBlock();
    }
    end.insertHtml(html);
    ++m_next;
    if (!isDone()) {
        m_turn.start();
    }
}

void PostVersions::showEvent(QShowEvent *event)
{
    QTextBrowser::showEvent(event);
    if (m_next == 0) {
        addNext();
    } else if (!isDone()) {
        m_turn.start();
    }
}

void PostVersions::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        restart();
    }
}

} // namespace vestnik
