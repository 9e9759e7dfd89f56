// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postbrowser.h"

#include <QBuffer>
#include <QEvent>
#include <QImageReader>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFragment>
#include <QTextFrame>

#include "ui/posts/textdragguard.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace vestnik {
namespace {

constexpr int lineCharacters = 76;
constexpr int maxPicturePixels = 8192; ///< on a side; a small file can claim to be enormous

} // namespace

PostBrowser::PostBrowser(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("postBrowser"));
    setAccessibleName(tr("Post"));
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(0);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    new TextDragGuard(this);
    connect(this, &QTextBrowser::anchorClicked, this, &PostBrowser::onAnchor);
}

void PostBrowser::setPost(const Post &post, const QString &channelTitle, const PostExtras &extras)
{
    m_post = post;
    m_extras = extras;
    m_currentHit = -1;
    m_channelTitle = channelTitle;
    m_state = {};
    m_pictures.clear();
    render(false);
}

void PostBrowser::updatePost(const Post &post, const PostExtras &extras)
{
    if (!(post == m_post) || !(extras == m_extras)) {
        m_post = post;
        m_extras = extras;
        render(true);
    }
}

void PostBrowser::clearPost()
{
    m_post = {};
    m_state = {};
    m_pictures.clear();
    clear();
    findHits();
}

void PostBrowser::setSearch(const SearchQuery &search)
{
    m_search = search;
    m_currentHit = -1;
    findHits();
}

int PostBrowser::textStart() const
{
    const QString anchor = QString::fromLatin1(PostHtml::textAnchor);
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorNames().contains(anchor)) {
                return it.fragment().position();
            }
        }
    }
    return 0;
}

void PostBrowser::findHits()
{
    m_hits.clear();
    if (m_search.hasWords() && m_post.messageId > 0) {
        const int start = textStart();
        // One character of it for each place of the document.
        m_hits = searchHits(m_search, toPlainText().mid(start));
        for (TextRange &hit : m_hits) {
            hit.offset += start;
        }
    }
    m_currentHit = m_currentHit < m_hits.size() ? m_currentHit : -1;
    markHits();
    Q_EMIT hitsChanged();
}

void PostBrowser::markHits()
{
    const bool dark = palette().color(QPalette::Base).lightness() < 128;
    QTextCharFormat found;
    found.setBackground(QColor(dark ? 0xff6b5300 : 0xffffe58a)); // 7:1 and more under the text
    found.setForeground(QColor(dark ? 0xffffffff : 0xff000000));
    QTextCharFormat current = found;
    current.setBackground(QColor(dark ? 0xffffc94d : 0xfff5a300));
    current.setForeground(QColor(0xff000000));
    QList<ExtraSelection> marks;
    for (qsizetype i = 0; i < m_hits.size(); ++i) {
        ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(m_hits.at(i).offset);
        mark.cursor.setPosition(m_hits.at(i).offset + m_hits.at(i).length, QTextCursor::KeepAnchor);
        mark.format = i == m_currentHit ? current : found;
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void PostBrowser::stepHit(int steps)
{
    const int count = hitCount();
    if (count == 0) {
        return;
    }
    const int from = m_currentHit < 0 ? (steps > 0 ? -1 : 0) : m_currentHit;
    m_currentHit = ((from + steps) % count + count) % count;
    markHits();
    QTextCursor cursor(document());
    cursor.setPosition(m_hits.at(m_currentHit).offset);
    const QRect place = cursorRect(cursor);
    if (place.top() < 0 || place.bottom() > viewport()->height()) {
        verticalScrollBar()->setValue(verticalScrollBar()->value() + place.top() - viewport()->height() / 3);
    }
    Q_EMIT hitsChanged();
}

bool PostBrowser::scrollOn()
{
    QScrollBar *bar = verticalScrollBar();
    if (bar->value() >= bar->maximum()) {
        return false;
    }
    bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    return true;
}

void PostBrowser::setPictureLoading(int index)
{
    m_state.pictures[index] = {PictureState::Kind::Loading, {}, {}};
    render(true);
}

void PostBrowser::setPicture(int index, const QByteArray &content)
{
    QBuffer buffer;
    buffer.setData(content);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    const bool sane = size.isEmpty() || (size.width() <= maxPicturePixels && size.height() <= maxPicturePixels);
    const QImage image = sane ? reader.read() : QImage();
    if (image.isNull()) {
        setPictureFailed(index, tr("This is not a picture that can be shown."));
        return;
    }
    m_pictures.insert(index, image);
    m_state.pictures[index] = {PictureState::Kind::Shown, image.size(), {}};
    render(true);
}

void PostBrowser::setPictureFailed(int index, const QString &reason)
{
    m_state.pictures[index] = {PictureState::Kind::Failed, {}, reason};
    render(true);
}

QVariant PostBrowser::loadResource(int type, const QUrl &name)
{
    if (type != QTextDocument::ImageResource || name.scheme() != QLatin1String("vestnik")) {
        return {};
    }
    const QString path = name.path();
    const QString last = path.section(QLatin1Char('/'), -1);
    if (path.startsWith(QLatin1String("picture/"))) {
        return m_pictures.value(last.toInt());
    }
    if (path == QLatin1String("icon/gap")) {
        QImage gap(1, 1, QImage::Format_ARGB32_Premultiplied);
        gap.fill(Qt::transparent);
        return gap;
    }
    if (path.startsWith(QLatin1String("icon/"))) {
        const qreal scale = devicePixelRatioF();
        return Theme::icon(last).pixmap(QSize(20, 20), scale).toImage();
    }
    return {};
}

void PostBrowser::render(bool keepPlace)
{
    const int place = verticalScrollBar()->value();
    PostStyle style = PostStyle::of(palette());
    style.imageWidth = std::max(120, std::min(480, viewport()->width() - 2 * Theme::section));
    setHtml(PostHtml(m_post, m_channelTitle, style, m_state, m_extras).build());
    fitWidth();
    verticalScrollBar()->setValue(keepPlace ? place : 0);
    findHits();
}

void PostBrowser::fitWidth()
{
    const int characters = lineCharacters * fontMetrics().averageCharWidth();
    const int side = Theme::group;
    QTextFrame *root = document()->rootFrame();
    QTextFrameFormat format = root->frameFormat();
    const qreal right = std::max(side, viewport()->width() - side - characters);
    if (!qFuzzyCompare(format.rightMargin() + 1, right + 1)
        || !qFuzzyCompare(format.leftMargin() + 1, qreal(side) + 1)) {
        format.setLeftMargin(side);
        format.setTopMargin(Theme::gap);
        format.setBottomMargin(Theme::section);
        format.setRightMargin(right);
        root->setFrameFormat(format);
    }
}

void PostBrowser::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitWidth();
}

void PostBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_post.messageId > 0) {
        render(true);
    }
}

void PostBrowser::onAnchor(const QUrl &address)
{
    if (address.scheme() != QLatin1String("vestnik")) {
        if (isOpenableAddress(address.toString())) {
            Q_EMIT addressClicked(address);
        }
        return;
    }
    const QString path = address.path();
    if (path == QLatin1String("spoilers")) {
        m_state.spoilersShown = true;
        render(true);
    } else if (path == QLatin1String("channel")) {
        Q_EMIT channelClicked();
    } else if (path == QLatin1String("reply")) {
        Q_EMIT replyClicked();
    } else if (path == QLatin1String("origin")) {
        Q_EMIT originClicked();
    } else if (path.startsWith(QLatin1String("tag/"))) {
        Q_EMIT tagClicked(address.path(QUrl::FullyDecoded).mid(4));
    } else if (path.startsWith(QLatin1String("picture/"))) {
        Q_EMIT pictureRequested(path.mid(8).toInt());
    }
}

} // namespace vestnik
