// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/posts/posttreemodel.h"
#include "ui/widgets/page.h"

#include <QObject>

namespace vestnik {

class PostModel;

/// What the actions of the Posts page do to posts: marks them, copies them, opens them. The list changes at once, and
/// back if the engine refuses. Facade and models outlive it. GUI thread.
class PostCommands final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostCommands)

public:
    PostCommands(EngineFacade &engine, PostModel &model, const PostTreeModel &tree, QObject *parent);

    /// Nothing happens if the post is not loaded or is so already.
    void markRead(PostId post, bool read);
    void markScopeRead(const PostScope &scope);
    /// Starts a run of all active channels.
    void parseAll();
    void openInBrowser(PostId post);
    /// nullptr: nothing.
    void copyText(const Post *post);
    void copyLink(const Post *post);
    void sayFailure(const Error &error);

Q_SIGNALS:
    void messageRequested(const vestnik::InfoMessage &message);
    /// A post of the list changed.
    void changed();
    void scopeMarked();

private:
    void say(const QString &text);

    EngineFacade &m_engine;
    PostModel &m_model;
    const PostTreeModel &m_tree;
};

} // namespace vestnik
