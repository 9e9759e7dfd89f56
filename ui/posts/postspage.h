// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/posts/posttreemodel.h"
#include "ui/widgets/page.h"

#include <QLineEdit>
#include <QPointer>
#include <QTimer>

#include <memory>

class QSettings;
class QSplitter;

namespace vestnik {

class LayoutKeeper;
class PostActions;
class PostCommands;
class PostDateFilter;
class PostList;
class PostModel;
class PostReader;
class PostTree;

/// What came in: folders and channels at the left, the posts in the middle, the reader at the right.
///
/// openWith(): a map {"channel": id}, {"folder": name}, {"text": words} or {"unread": true}. GUI thread; engine and
/// settings outlive it.
class PostsPage final : public Page {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostsPage)

public:
    PostsPage(EngineFacade &engine, QSettings &settings, QWidget *parent = nullptr);
    ~PostsPage() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<QAction *> menuActions() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override;
    [[nodiscard]] QWidget *headerWidget() override;
    void focusSearch() override;
    void openWith(const QVariant &what) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout(QSettings &settings);
    void connectActions();
    void connectList();
    void connectEngine();
    void restore(QSettings &settings);
    void onChannels(const Result<QList<ChannelRow>> &result);
    void changeTree(const QList<ChannelRow> &rows, const QList<ChannelId> &gone);
    void setScope(const PostScope &scope);
    void applyQuery();
    [[nodiscard]] PostQuery currentQuery() const;
    void onStored(const StoredNews &news);
    void onCurrent(PostId id);
    void markShown();
    void updateActions();
    void updateCounter();
    void clearFilters();

    EngineFacade &m_engine;
    PostTreeModel *m_treeModel;
    PostModel *m_model;
    PostActions *m_actions;
    PostCommands *m_commands;
    PostTree *m_tree;
    PostDateFilter *m_dates;
    PostList *m_list;
    PostReader *m_reader;
    QSplitter *m_splitter;
    QPointer<QLineEdit> m_search; ///< the header takes it as its child
    QTimer m_typing; ///< the search waits for a pause in typing
    QTimer m_reading; ///< a post that stood long enough has been read
    QTimer m_ageing; ///< "today 14:02" becomes "yesterday"
    QTimer m_news; ///< the list reads news at most once a second
    PostScope m_scope;
    PostId m_keptUnread = 0; ///< marked unread by hand while it is shown
    QStringList m_openFolders; ///< from the last time, until the tree is filled
    bool m_newsAgain = false; ///< more came while the list was reading
    bool m_changingTree = false;
    bool m_treeFilled = false;
    std::unique_ptr<LayoutKeeper> m_keeper; ///< goes first: it saves what the widgets look like
};

} // namespace vestnik
