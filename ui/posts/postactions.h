// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QList>
#include <QObject>

namespace vestnik {

/// What can be done with posts. Owned by the page, whose children the actions are; the page connects them. GUI thread.
class PostActions final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostActions)

public:
    explicit PostActions(QWidget *page);

    /// The keys work while one of these widgets (or a child) has the focus, and nowhere else: they are plain letters.
    void addTo(const QList<QWidget *> &widgets);
    void update(bool hasPost, bool unread, bool hasPrevious, bool hasNext, bool anyUnread);
    void updateIcons();
    /// The context menu: the same as menu().
    void popupMenu(const QPoint &globalPosition);

    QAction *next;
    QAction *previous;
    QAction *open;
    QAction *copyText;
    QAction *copyLink;
    QAction *toggleRead;
    QAction *markAllRead;
    QAction *showChannel;
    QAction *reload;
    QAction *clearFilters;
    QAction *addChannels; ///< for the empty list, not in the menu
    QAction *parseAll; ///< likewise

    /// In the order of a menu; nullptr is a separator.
    [[nodiscard]] QList<QAction *> menu() const;

private:
    QAction *make(const char *name, const QString &text, const char *icon, const QList<QKeySequence> &keys = {});
    static void allow(QAction *action, bool allowed, const QString &reason);
};

} // namespace vestnik
