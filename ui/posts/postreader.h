// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "core/model/searchquery.h"

#include <QWidget>

#include <functional>

class QLabel;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace vestnik {

class PostActions;
class PostBrowser;
class PostNote;
class PostTags;
class PostTreeModel;
class PostVersions;
struct PostExtras;

/// The right pane: one post with its actions, its earlier versions, and what the operator attached to it. Pictures are
/// fetched when asked for. GUI thread; the facade and the tree's model outlive it.
class PostReader final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostReader)

public:
    PostReader(EngineFacade &engine, const PostTreeModel &tree, const PostActions &actions, QWidget *parent = nullptr);

    /// Reads and shows a post; 0 shows none. What stood there stays until the answer comes.
    void showPost(PostId id);
    /// Reads the shown post again (it may have been edited); the place stays.
    void refresh();
    [[nodiscard]] PostId shownPost() const { return m_id; }
    /// nullptr until the post has come.
    [[nodiscard]] const Post *post() const;
    [[nodiscard]] const PostDetails &details() const { return m_details; }
    [[nodiscard]] PostBrowser *browser() const { return m_browser; }
    /// Words of this search are marked.
    void setSearch(const SearchQuery &search);
    void setKnownTags(const QStringList &names);
    /// Opens the field for a tag of so many posts.
    void editTags(int posts);
    void editNote();
    /// All pictures of this post.
    void showPictures();
    void stepHit(int steps);
    [[nodiscard]] int hitCount() const;

Q_SIGNALS:
    /// The post stands in the pane.
    void shown(vestnik::PostId id);
    void hitsChanged();
    /// A hashtag of the text.
    void tagClicked(const QString &tag);
    void channelClicked(vestnik::ChannelId channel);
    void postClicked(vestnik::PostId id);
    /// The operator's tags.
    void tagAdded(const QString &name);
    void tagRemoved(const QString &name);
    void tagChosen(const QString &name);
    void noteChanged(vestnik::PostId post, const QString &text, const QString &before);
    /// An inline field was left: the keys belong to the list again.
    void left();

private:
    void buildLayout(const PostActions &actions);
    [[nodiscard]] QWidget *buildTabs(const PostActions &actions);
    [[nodiscard]] QToolButton *button(QAction *action, bool withText);
    void read();
    void onDetails(PostId id, const Result<PostDetails> &result);
    void updateTabs();
    void updateHits();
    [[nodiscard]] PostExtras extrasOf(const PostDetails &details) const;
    void fetchPicture(int index);
    void openAddress(const QUrl &address);

    EngineFacade &m_engine;
    const PostTreeModel &m_tree;
    PostId m_id = 0;
    PostDetails m_details;
    ReadId m_read = 0;
    bool m_reading = false;
    bool m_arrived = false;
    QStackedWidget *m_stack;
    QWidget *m_tabLine = nullptr;
    QTabBar *m_tabs = nullptr;
    QWidget *m_hits = nullptr;
    QLabel *m_hitText = nullptr;
    PostBrowser *m_browser;
    PostVersions *m_versions;
    QWidget *m_marks;
    PostTags *m_tags;
    PostNote *m_note;
    QLabel *m_message;
};

} // namespace vestnik
