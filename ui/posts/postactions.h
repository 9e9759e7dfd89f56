// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/pageactions.h"

#include <QList>

namespace vestnik {

/// What the actions depend on.
struct PostActionState {
    int selected = 0; ///< rows
    bool hasPost = false; ///< one is shown or current
    bool unread = false; ///< the current one
    bool starred = false;
    bool hasPrevious = false;
    bool hasNext = false;
    bool anyUnread = false; ///< in what the tree has chosen
    bool hasResults = false;
    bool byTime = true;
    bool hasNews = false;
    bool hasHits = false; ///< words found in the shown post
    bool hasSearch = false; ///< something is typed
    bool filtering = false;
};

/// What can be done with posts. Owned by the page, whose children the actions are; the page connects them. GUI thread.
class PostActions final : public PageActions {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostActions)

public:
    explicit PostActions(QWidget *page);

    /// The keys work while these widgets (or their children) have the focus, and nowhere else: they are plain letters.
    void addTo(QWidget *list, QWidget *reader, QWidget *text);
    void update(const PostActionState &state);
    /// The context menu: the same as menu().
    void popupMenu(const QPoint &globalPosition);

    QAction *next;
    QAction *previous;
    QAction *nextUnread;
    QAction *previousUnread;
    QAction *readOn; ///< scrolls, then the next unread
    QAction *showNews;
    QAction *goToDate;
    QAction *open;
    QAction *showChannel;
    QAction *star;
    QAction *tag;
    QAction *note;
    QAction *toggleRead;
    QAction *markAllRead;
    QAction *copyRows;
    QAction *copyText;
    QAction *copyLink;
    QAction *nextHit;
    QAction *previousHit;
    QAction *showPictures;
    QAction *search;
    QAction *saveSearch;
    QAction *exportSelected;
    QAction *exportResults;
    QAction *backToList;
    QAction *reload;
    QAction *clearFilters;
    QAction *addChannels; ///< for the empty list, not in the menu
    QAction *parseAll; ///< likewise

    [[nodiscard]] QList<QAction *> menu() const override;
};

} // namespace vestnik
