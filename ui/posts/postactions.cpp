// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postactions.h"

#include <QMenu>
#include <QWidget>

#include "ui/widgets/controls.h"
#include "ui/widgets/theme.h"

namespace vestnik {

PostActions::PostActions(QWidget *page)
    : QObject(page)
    , next(make("postsNext", tr("&Next post"), "down", {QKeySequence(Qt::Key_J), QKeySequence(Qt::Key_N)}))
    , previous(make("postsPrevious", tr("Pre&vious post"), "up", {QKeySequence(Qt::Key_K), QKeySequence(Qt::Key_P)}))
    , open(make(
          "postsOpen", tr("Open in &browser"), "window", {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)}))
    , copyText(make("postsCopyText", tr("Copy &text"), "copy", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)}))
    , copyLink(make("postsCopyLink", tr("Copy &link"), "link", {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}))
    , toggleRead(make("postsToggleRead", tr("Mark as &unread"), "unread", {QKeySequence(Qt::Key_M)}))
    , markAllRead(make("postsMarkAllRead", tr("Mark &all as read"), "check"))
    , showChannel(make("postsShowChannel", tr("Show the &channel"), "channels"))
    , reload(make("postsReload", tr("&Refresh"), "refresh", {QKeySequence(Qt::Key_F5)}))
    , clearFilters(make("postsClearFilters", tr("Clear &filters"), "filter"))
    , addChannels(make("postsAddChannels", tr("Add channels…"), "add"))
    , parseAll(make("postsParseAll", tr("Parse all now"), "download"))
{
    update(false, false, false, false, false);
    setActionTip(reload, reload->text().remove(QLatin1Char('&')));
    setActionTip(clearFilters, clearFilters->text().remove(QLatin1Char('&')));
}

QAction *PostActions::make(const char *name, const QString &text, const char *icon, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(text, parent());
    action->setObjectName(QLatin1String(name));
    action->setProperty("iconName", QLatin1String(icon));
    action->setIcon(Theme::icon(QLatin1String(icon)));
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

void PostActions::addTo(const QList<QWidget *> &widgets)
{
    for (QWidget *widget : widgets) {
        for (QAction *action : menu()) {
            if (action != nullptr) {
                widget->addAction(action);
            }
        }
    }
}

void PostActions::updateIcons()
{
    for (QAction *action : menu()) {
        if (action != nullptr) {
            action->setIcon(Theme::icon(action->property("iconName").toString()));
        }
    }
}

void PostActions::allow(QAction *action, bool allowed, const QString &reason)
{
    action->setEnabled(allowed);
    setActionTip(action, action->text().remove(QLatin1Char('&')), allowed ? QString() : reason);
}

void PostActions::update(bool hasPost, bool unread, bool hasPrevious, bool hasNext, bool anyUnread)
{
    const QString noPost = tr("Select a post first.");
    toggleRead->setText(unread ? tr("Mark as &read") : tr("Mark as &unread"));
    allow(next, hasNext, tr("There is no post below."));
    allow(previous, hasPrevious, tr("There is no post above."));
    allow(open, hasPost, noPost);
    allow(copyText, hasPost, noPost);
    allow(copyLink, hasPost, noPost);
    allow(toggleRead, hasPost, noPost);
    allow(showChannel, hasPost, noPost);
    allow(markAllRead, anyUnread, tr("There is nothing unread here."));
}

void PostActions::popupMenu(const QPoint &globalPosition)
{
    auto *menuWidget = new QMenu(static_cast<QWidget *>(parent()));
    menuWidget->setAttribute(Qt::WA_DeleteOnClose);
    menuWidget->setToolTipsVisible(true);
    for (QAction *action : menu()) {
        if (action == nullptr) {
            menuWidget->addSeparator();
        } else {
            menuWidget->addAction(action);
        }
    }
    menuWidget->popup(globalPosition);
}

QList<QAction *> PostActions::menu() const
{
    return {next, previous, nullptr, open, copyText, copyLink, showChannel, nullptr, toggleRead, markAllRead, nullptr,
        reload, clearFilters};
}

} // namespace vestnik
