// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/pageactions.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/theme.h"

#include <QMenu>
#include <QWidget>

namespace vestnik {
namespace {

constexpr const char *iconProperty = "iconName";

void updateIconsOf(const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        if (action == nullptr) {
            continue;
        }
        if (const QString icon = action->property(iconProperty).toString(); !icon.isEmpty()) {
            action->setIcon(Theme::icon(icon));
        }
        if (const QMenu *menu = action->menu()) {
            updateIconsOf(menu->actions());
        }
    }
}

} // namespace

QAction *makeAction(const char *name, const QString &text, const QString &icon, QObject *parent)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(QLatin1String(name));
    if (!icon.isEmpty()) {
        action->setIcon(Theme::icon(icon));
    }
    return action;
}

PageActions::PageActions(QWidget *page)
    : QObject(page)
{
}

QAction *PageActions::make(const char *name, const QString &text, const char *icon, const QKeySequence &key)
{
    QAction *action = makeUnplaced(name, text, icon);
    action->setShortcut(key);
    static_cast<QWidget *>(parent())->addAction(action);
    return action;
}

QAction *PageActions::makeUnplaced(
    const char *name, const QString &text, const char *icon, const QList<QKeySequence> &keys)
{
    QAction *action = makeAction(name, text, {}, parent());
    if (*icon != '\0') {
        setIcon(action, QLatin1String(icon));
    }
    action->setShortcuts(keys);
    // A key such as Del or Ctrl+R belongs to this page and not to the whole window.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

void PageActions::updateIcons()
{
    updateIconsOf(menu());
}

void PageActions::setIcon(QAction *action, const QString &icon)
{
    action->setProperty(iconProperty, icon);
    action->setIcon(Theme::icon(icon));
}

void PageActions::allow(QAction *action, bool allowed, const QString &reason)
{
    action->setEnabled(allowed);
    setActionTip(action, action->text().remove(QLatin1Char('&')), allowed ? QString() : reason);
}

} // namespace vestnik
