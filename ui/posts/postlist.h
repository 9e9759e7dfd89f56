// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/query.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace vestnik {

class PostActions;
class PostModel;
class PostView;

/// The list of posts with its empty states, and above it the announcement of posts that came while one reads. What is
/// selected and what is seen stay where they are, by identity, whatever happens to the model, but for a new query,
/// which is shown from its top. The model outlives it. GUI thread.
class PostList final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostList)

public:
    PostList(PostModel *model, const PostActions &actions, QWidget *parent = nullptr);

    [[nodiscard]] PostView *view() const { return m_view; }
    [[nodiscard]] PostId currentPost() const;
    /// Selects a post and makes it visible; false if it is not listed. It is selected when it comes.
    bool select(PostId id);
    /// Goes `steps` rows down (up if negative).
    void step(int steps);
    [[nodiscard]] bool hasNext() const;
    [[nodiscard]] bool hasPrevious() const;
    /// Shows the newest post before this moment (ms UTC) at the top; false if the list is not by time.
    bool goTo(qint64 ms);

    /// So many posts came that are not in the list; 0 takes the announcement back.
    void announce(int count);
    /// Empty states: with filters "nothing matches", without "no posts yet", or "no channels yet".
    void setFiltering(bool filtering) { m_filtering = filtering; }
    /// What is searched for, to name it when nothing is found; `wider`: a query that may find more, empty for none.
    void setSearch(const QString &typed, const QString &wider);
    void setHasChannels(bool hasChannels);
    void showFailure(const QString &text);
    void updateState();

Q_SIGNALS:
    void currentChanged(vestnik::PostId id);
    void selectionChanged();
    void clicked(vestnik::PostId id);
    void activated(vestnik::PostId id);
    void contextMenuRequested(const QPoint &globalPosition);
    void newsRequested();
    /// The operator takes the offer of a wider search.
    void searchRequested(const QString &typed);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectView();
    void buildStates(const PostActions &actions);
    [[nodiscard]] QWidget *buildNoMatch(const PostActions &actions);
    void placePill();
    void keepPlace(int row);
    void restorePlace();
    void keepSelection();
    void restoreSelection();
    void onCurrent();

    PostModel *const m_model;
    PostView *m_view;
    QStackedWidget *m_stack;
    QPushButton *m_pill;
    QWidget *m_empty = nullptr;
    QWidget *m_noChannels = nullptr;
    QWidget *m_noMatch = nullptr;
    QLabel *m_noMatchText = nullptr;
    QPushButton *m_wider = nullptr;
    QWidget *m_failed = nullptr;
    QLabel *m_failedText = nullptr;
    QList<PostId> m_selected; ///< before a reset
    QString m_widerSearch;
    PostId m_current = 0; ///< what was announced last
    PostId m_topPost = 0; ///< the first visible row before a change
    int m_topOffset = 0; ///< pixels of it that are above the edge
    bool m_resetting = false;
    bool m_filtering = false;
    bool m_hasChannels = true;
};

} // namespace vestnik
