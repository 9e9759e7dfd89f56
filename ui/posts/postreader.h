// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace vestnik {

class PostActions;
class PostBrowser;

/// The right pane: one post with its actions. Pictures are fetched when asked for. GUI thread; the facade outlives it.
class PostReader final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostReader)

public:
    PostReader(EngineFacade &engine, const PostActions &actions, QWidget *parent = nullptr);

    /// Reads and shows a post; 0 shows none. What stood there stays until the answer comes.
    void showPost(PostId id, const QString &channelTitle);
    /// Reads the shown post again (it may have been edited); the place stays.
    void refresh();
    [[nodiscard]] PostId shownPost() const { return m_id; }
    /// nullptr until the post has come.
    [[nodiscard]] const Post *post() const;
    [[nodiscard]] PostBrowser *browser() const { return m_browser; }

Q_SIGNALS:
    /// The post stands in the pane.
    void shown(vestnik::PostId id);
    void tagClicked(const QString &tag);
    void channelClicked(vestnik::ChannelId channel);

private:
    void onPost(PostId id, const Result<Post> &result);
    void fetchPicture(int index);
    void openAddress(const QUrl &address);

    EngineFacade &m_engine;
    PostId m_id = 0;
    QString m_channelTitle;
    bool m_arrived = false;
    QStackedWidget *m_stack;
    PostBrowser *m_browser;
    QLabel *m_message;
};

} // namespace vestnik
