// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postbrowser.h"

#include <QBuffer>
#include <QEvent>
#include <QImageReader>
#include <QScrollBar>
#include <QTextDocument>
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

void PostBrowser::setPost(const Post &post, const QString &channelTitle)
{
    m_post = post;
    m_channelTitle = channelTitle;
    m_state = {};
    m_pictures.clear();
    render(false);
}

void PostBrowser::updatePost(const Post &post)
{
    if (!(post == m_post)) {
        m_post = post;
        render(true);
    }
}

void PostBrowser::clearPost()
{
    m_post = {};
    m_state = {};
    m_pictures.clear();
    clear();
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
    setHtml(PostHtml(m_post, m_channelTitle, style, m_state).build());
    fitWidth();
    verticalScrollBar()->setValue(keepPlace ? place : 0);
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
    } else if (path.startsWith(QLatin1String("tag/"))) {
        Q_EMIT tagClicked(address.path(QUrl::FullyDecoded).mid(4));
    } else if (path.startsWith(QLatin1String("picture/"))) {
        Q_EMIT pictureRequested(path.mid(8).toInt());
    }
}

} // namespace vestnik
