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

    /// Those that are known to be so already are left alone. Several at once can be undone.
    void markRead(const QList<PostId> &posts, bool read);
    void markScopeRead(const PostScope &scope);
    void setStarred(const QList<PostId> &posts, bool starred);
    void addTag(const QList<PostId> &posts, const QString &name);
    void removeTag(PostId post, const QString &name);
    /// `before`: what stood there, for undo.
    void setNote(PostId post, const QString &text, const QString &before);

    void saveSearch(const SavedSearch &search);
    void removeSearch(const SavedSearch &search);
    void renameTag(const TagRow &tag, const QString &name);
    void removeTagEverywhere(const TagRow &tag);

    /// Starts a run of all active channels.
    void parseAll();
    /// The post as its row has it; one that is not in the list is found by `shown`.
    void openInBrowser(PostId post, const Post *shown);
    /// nullptr: nothing.
    void copyText(const Post *post);
    /// One address a line.
    void copyLinks(const QList<PostId> &posts, const Post *shown);
    /// Time, channel, beginning, views and address, with tabs between.
    void copyRows(const QList<PostId> &posts);
    void sayFailure(const Error &error);

Q_SIGNALS:
    void messageRequested(const vestnik::InfoMessage &message);
    /// A post of the list changed.
    void changed();
    void scopeMarked();

private:
    void say(const QString &text, std::function<void()> undo = {});
    /// `then` gets the rows of the posts, those that have to be read included.
    void withRows(const QList<PostId> &posts, std::function<void(const QList<PostSummary> &)> then);
    void sendRead(const QList<PostId> &posts, bool read);
    void sendStarred(const QList<PostId> &posts, bool starred);
    [[nodiscard]] Done<void> orSay();

    EngineFacade &m_engine;
    PostModel &m_model;
    const PostTreeModel &m_tree;
};

} // namespace vestnik
