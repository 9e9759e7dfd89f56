// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/post.h"
#include "core/model/searchquery.h"
#include "ui/posts/posthtml.h"

#include <QHash>
#include <QImage>
#include <QTextBrowser>

namespace vestnik {

/// The document of one post. Loads nothing by itself: neither from the network nor from files; pictures come through
/// setPicture(), links are announced and never followed. Lines are at most 76 characters wide. GUI thread.
class PostBrowser final : public QTextBrowser {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostBrowser)

public:
    explicit PostBrowser(QWidget *parent = nullptr);

    /// Shows a post from its beginning.
    void setPost(const Post &post, const QString &channelTitle, const PostExtras &extras = {});
    /// The same post with new numbers: the place and the pictures stay.
    void updatePost(const Post &post, const PostExtras &extras = {});
    void clearPost();
    [[nodiscard]] const Post &post() const { return m_post; }
    void setPictureLoading(int index);
    /// `content`: any image format Qt reads, at most 4 MiB; what cannot be read is shown as a failure.
    void setPicture(int index, const QByteArray &content);
    void setPictureFailed(int index, const QString &reason);
    [[nodiscard]] const PostViewState &viewState() const { return m_state; }

    /// What the words of this search find in the text is marked.
    void setSearch(const SearchQuery &search);
    [[nodiscard]] int hitCount() const { return int(m_hits.size()); }
    /// From 0; -1 none is chosen.
    [[nodiscard]] int currentHit() const { return m_currentHit; }
    /// Chooses the next hit (or the one before) and makes it visible; behind the last comes the first.
    void stepHit(int steps);
    /// A page down; false at the end of the post.
    bool scrollOn();

    [[nodiscard]] QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    /// The operator asked for the picture at this index of PostHtml::pictures().
    void pictureRequested(int index);
    void tagClicked(const QString &tag);
    void channelClicked();
    void replyClicked();
    void originClicked();
    void hitsChanged();
    /// http, https, tg or mailto, after a click.
    void addressClicked(const QUrl &address);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void render(bool keepPlace);
    void fitWidth();
    void onAnchor(const QUrl &address);
    void findHits();
    void markHits();
    [[nodiscard]] int textStart() const;

    Post m_post;
    PostExtras m_extras;
    QString m_channelTitle;
    SearchQuery m_search;
    QList<TextRange> m_hits; ///< places in the document
    int m_currentHit = -1;
    PostViewState m_state;
    QHash<int, QImage> m_pictures;
};

} // namespace vestnik
