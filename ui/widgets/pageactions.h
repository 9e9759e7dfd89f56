// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

namespace vestnik {

/// An action with an object name. `icon` is a name of the theme; empty: none. Owned by `parent`. GUI thread.
[[nodiscard]] QAction *makeAction(const char *name, const QString &text, const QString &icon, QObject *parent);

/// What all sets of a page's actions have in common. Owned by the page, whose children the actions are. GUI thread.
class PageActions : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageActions)

public:
    /// In the order of a menu; nullptr is a separator.
    [[nodiscard]] virtual QList<QAction *> menu() const = 0;
    /// The icons of menu() and of the menus in it again, after a change of the theme.
    void updateIcons();

protected:
    explicit PageActions(QWidget *page);

    /// `icon` is a name of the theme; empty: none. The key works anywhere on the page.
    [[nodiscard]] QAction *make(const char *name, const QString &text, const char *icon, const QKeySequence &key = {});
    /// For keys that work on parts of the page only: the caller adds the action to these widgets.
    [[nodiscard]] QAction *makeUnplaced(
        const char *name, const QString &text, const char *icon, const QList<QKeySequence> &keys = {});
    static void setIcon(QAction *action, const QString &icon);
    /// The tooltip says why an action is not allowed.
    static void allow(QAction *action, bool allowed, const QString &reason);
};

} // namespace vestnik
