// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/posts/posttreemodel.h"
#include "ui/widgets/page.h"

#include <QPointer>
#include <QTimer>

#include <memory>

class QComboBox;
class QSettings;
class QSplitter;
class QToolButton;

namespace vestnik {

class LayoutKeeper;
class PostActions;
class PostCommands;
class PostDateFilter;
class PostList;
class PostModel;
class PostReader;
class PostTree;
class PostView;
class SearchBar;
class SearchStrip;

/// What came in: searches, tags, folders and channels at the left, the posts in the middle, the reader at the right.
///
/// openWith(): a map {"channel": id}, {"folder": name}, {"text": search}, {"unread": true} or {"post": id}. GUI thread;
/// engine and settings outlive it.
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
    void refresh() override;
    void focusSearch() override;
    void openWith(const QVariant &what) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    // postspage.cpp
    void buildLayout(QSettings &settings);
    void restore(QSettings &settings);
    // postspageactions.cpp
    void connectActions();
    void connectMarks();
    void connectReader();
    void stepUnread(int direction);
    void readOn();
    void showNews();
    void goToDate();
    void askSearchName(const SavedSearch &search);
    void updateActions();
    [[nodiscard]] QList<PostId> chosenPosts() const;
    // postspagedata.cpp
    void connectList();
    void connectTree();
    void connectEngine();
    void readTree();
    void onTreePart();
    void changeTree(const QList<ChannelRow> &rows, const QList<ChannelId> &gone);
    void followTree();
    void setScope(const PostScope &scope);
    void applyQuery();
    [[nodiscard]] PostQuery currentQuery() const;
    [[nodiscard]] PostQuery queryOf(const PostScope &scope) const;
    void onStored(const StoredNews &news);
    void onMarked(const QList<PostId> &posts);
    void onCurrent(PostId id);
    void markShown();
    void lookForDeleted();
    void updateCount();
    void updateCounter();
    void updateOrder();
    void updateNames();
    void clearFilters();

    EngineFacade &m_engine;
    PostTreeModel *m_treeModel;
    PostModel *m_model;
    PostActions *m_actions;
    PostCommands *m_commands;
    PostTree *m_tree;
    PostDateFilter *m_dates;
    QComboBox *m_order;
    QToolButton *m_dateButton;
    SearchStrip *m_strip;
    PostList *m_list;
    PostReader *m_reader;
    QSplitter *m_splitter;
    QPointer<SearchBar> m_search; ///< the header takes it as its child
    QTimer m_readTimer; ///< a post that stood long enough has been read
    QTimer m_ageing; ///< "today 14:02" becomes "yesterday"
    QTimer m_news; ///< news are looked for at most once a second
    QTimer m_deletedTimer; ///< likewise for the first deleted post
    PostScope m_scope;
    PostId m_keptUnread = 0; ///< marked unread by hand while it is shown
    QStringList m_openFolders; ///< from the last time, until the tree is filled
    PostOrder m_wantedOrder = PostOrder::Newest;
    int m_treeParts = 0; ///< of channels, tags and searches: those that have come
    bool m_newsAgain = false; ///< more came within the second
    bool m_changingTree = false;
    bool m_treeFilled = false;
    std::unique_ptr<LayoutKeeper> m_keeper; ///< goes first: it saves what the widgets look like
};

} // namespace vestnik
