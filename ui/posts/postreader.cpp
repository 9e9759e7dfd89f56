// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postreader.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/posts/postactions.h"
#include "ui/posts/postbrowser.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

namespace vestnik {

PostReader::PostReader(EngineFacade &engine, const PostActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_stack(new QStackedWidget(this))
    , m_browser(new PostBrowser(this))
    , m_message(secondaryLabel({}, this))
{
    setObjectName(QStringLiteral("postReader"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setText(tr("Select a post to read it."));
    m_message->setMargin(Theme::section);
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_browser);

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, Theme::grid, Theme::gap, Theme::grid);
    bar->setSpacing(2);
    for (QAction *action : {actions.open, actions.copyText, actions.copyLink, actions.toggleRead}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setIconSize(QSize(16, 16));
        button->setToolButtonStyle(action == actions.open ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        button->setAccessibleName(action->text().remove(QLatin1Char('&')));
        bar->addWidget(button);
    }
    bar->addStretch();
    for (QAction *action : {actions.previous, actions.next}) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setIconSize(QSize(16, 16));
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAccessibleName(action->text().remove(QLatin1Char('&')));
        bar->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(separatorLine(this));
    layout->addWidget(m_stack, 1);

    connect(m_browser, &PostBrowser::pictureRequested, this, &PostReader::fetchPicture);
    connect(m_browser, &PostBrowser::tagClicked, this, &PostReader::tagClicked);
    connect(m_browser, &PostBrowser::addressClicked, this, &PostReader::openAddress);
    connect(m_browser, &PostBrowser::channelClicked, this, [this] {
        if (const Post *shownNow = post()) {
            Q_EMIT channelClicked(shownNow->channelId);
        }
    });
}

const Post *PostReader::post() const
{
    return m_arrived && m_id != 0 ? &m_browser->post() : nullptr;
}

void PostReader::showPost(PostId id, const QString &channelTitle)
{
    if (id == m_id && m_arrived) {
        return;
    }
    m_id = id;
    m_channelTitle = channelTitle;
    m_arrived = false;
    if (id == 0) {
        m_browser->clearPost();
        m_message->setText(tr("Select a post to read it."));
        m_stack->setCurrentWidget(m_message);
        return;
    }
    m_engine.readPost(id, this, [this, id](const Result<Post> &result) { onPost(id, result); });
}

void PostReader::refresh()
{
    if (m_id != 0) {
        m_engine.readPost(m_id, this, [this, id = m_id](const Result<Post> &result) { onPost(id, result); });
    }
}

void PostReader::onPost(PostId id, const Result<Post> &result)
{
    if (id != m_id) {
        return;
    }
    if (!result) {
        if (!m_arrived) { // a failed refresh leaves what is there
            m_message->setText(texts::error(result.error()) + QLatin1Char('\n') + texts::advice(result.error()));
            m_stack->setCurrentWidget(m_message);
        }
        return;
    }
    if (m_arrived) {
        m_browser->updatePost(*result);
        return;
    }
    m_arrived = true;
    m_browser->setPost(*result, m_channelTitle);
    m_stack->setCurrentWidget(m_browser);
    Q_EMIT shown(id);
}

void PostReader::fetchPicture(int index)
{
    const QString address = PostHtml::pictures(m_browser->post()).value(index);
    if (!m_arrived || address.isEmpty()
        || m_browser->viewState().pictures.value(index).kind == PictureState::Kind::Loading) {
        return;
    }
    m_browser->setPictureLoading(index);
    m_engine.loadPicture(address, this, [this, index, id = m_id](const Result<QByteArray> &result) {
        if (id != m_id || !m_arrived) {
            return; // another post stands here by now
        }
        if (result) {
            m_browser->setPicture(index, *result);
        } else {
            m_browser->setPictureFailed(index, texts::error(result.error()));
        }
    });
}

void PostReader::openAddress(const QUrl &address)
{
    QDesktopServices::openUrl(address);
}

} // namespace vestnik
