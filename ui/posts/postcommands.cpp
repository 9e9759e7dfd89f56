// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postcommands.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QSet>
#include <QUrl>

#include "ui/posts/postmodel.h"
#include "ui/widgets/texts.h"

namespace vestnik {

PostCommands::PostCommands(EngineFacade &engine, PostModel &model, const PostTreeModel &tree, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_model(model)
    , m_tree(tree)
{
}

void PostCommands::markRead(PostId post, bool read)
{
    const PostSummary *summary = m_model.at(m_model.rowOf(post));
    if (summary == nullptr || summary->unread != read) {
        return;
    }
    m_model.setRead({post}, read);
    Q_EMIT changed();
    m_engine.markRead({post}, read, this, [this, post, read](const Result<void> &result) {
        if (!result) {
            m_model.setRead({post}, !read);
            Q_EMIT changed();
            sayFailure(result.error());
        }
    });
}

void PostCommands::markScopeRead(const PostScope &scope)
{
    const QList<ChannelId> channels = m_tree.channelsOf(scope);
    const bool some = scope.kind == PostScope::Kind::Folder || scope.kind == PostScope::Kind::Channel;
    if (some && channels.isEmpty()) {
        return; // an empty list would mean all channels
    }
    m_engine.markChannelsRead(channels, this, [this](const Result<void> &result) {
        if (!result) {
            sayFailure(result.error());
        }
        Q_EMIT scopeMarked();
    });
    m_model.setChannelsRead(QSet<ChannelId>(channels.cbegin(), channels.cend()));
}

void PostCommands::parseAll()
{
    m_engine.parse(ParseRequest(), this, [this](const Result<RunId> &result) {
        if (!result) {
            sayFailure(result.error());
        }
    });
}

void PostCommands::openInBrowser(PostId post)
{
    const PostSummary *summary = m_model.at(m_model.rowOf(post));
    if (summary != nullptr) {
        QDesktopServices::openUrl(QUrl(postUrl(summary->channel, summary->messageId)));
    }
}

void PostCommands::copyText(const Post *post)
{
    if (post != nullptr) {
        QGuiApplication::clipboard()->setText(post->body.text);
        say(tr("Text copied."));
    }
}

void PostCommands::copyLink(const Post *post)
{
    if (post != nullptr) {
        QGuiApplication::clipboard()->setText(postUrl(post->channel, post->messageId));
        say(tr("Link copied."));
    }
}

void PostCommands::say(const QString &text)
{
    InfoMessage message;
    message.text = text;
    Q_EMIT messageRequested(message);
}

void PostCommands::sayFailure(const Error &error)
{
    InfoMessage message;
    message.kind = InfoMessage::Kind::Bad;
    message.text = texts::error(error);
    message.details = error.detail;
    Q_EMIT messageRequested(message);
}

} // namespace vestnik
