// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/query.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace vestnik {

class PostActions;
class PostModel;

/// The list of posts with its empty states, and above it the announcement of posts that came while one reads. The model
/// outlives it. GUI thread.
class PostList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostList)

public:
    PostList(PostModel *model, const PostActions &actions, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *view() const { return m_view; }
    [[nodiscard]] PostId currentPost() const;
    /// Selects a post that is loaded and makes it visible.
    bool select(PostId id);
    void clearSelection();
    /// Goes `steps` rows down (up if negative); reads more where that is needed.
    void step(int steps);
    [[nodiscard]] bool hasNext() const;
    [[nodiscard]] bool hasPrevious() const;

    /// So many posts came; they are announced, or loaded at once if the list stands at its top and nothing is selected.
    /// `count` 0: some, nobody knows how many match the filters.
    void announce(int count);
    void forgetAnnouncement();
    /// Empty states: with filters "nothing matches", without "no posts yet", or "no channels yet".
    void setFiltering(bool filtering) { m_filtering = filtering; }
    void setHasChannels(bool hasChannels);
    void showFailure(const QString &text);
    void updateState();

Q_SIGNALS:
    void currentChanged(vestnik::PostId id);
    void clicked(vestnik::PostId id);
    void activated(vestnik::PostId id);
    void contextMenuRequested(const QPoint &globalPosition);
    void newsRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildView();
    void buildStates(const PostActions &actions);
    void placePill();
    void fetchAhead();
    void onScrolled();
    void keepPlace();
    void restorePlace();

    PostModel *const m_model;
    QTableView *m_view;
    QStackedWidget *m_stack;
    QPushButton *m_pill;
    QWidget *m_empty = nullptr;
    QWidget *m_noChannels = nullptr;
    QWidget *m_noMatch = nullptr;
    QWidget *m_failed = nullptr;
    QLabel *m_failedText = nullptr;
    PostId m_topPost = 0; ///< the first visible row before an insertion
    int m_topOffset = 0; ///< pixels of it that are above the edge
    int m_announced = 0;
    bool m_someAnnounced = false;
    bool m_filtering = false;
    bool m_hasChannels = true;
};

} // namespace vestnik
