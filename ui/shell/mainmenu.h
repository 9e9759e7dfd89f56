// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/page.h"

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>

class QMenu;
class QMenuBar;

namespace vestnik {

/// Every action of the window in one menu bar: File, Edit, View, Scheduler, the shown page's own menu, Help.
/// Owned by the window. GUI thread.
class MainMenu final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainMenu)

public:
    /// `engine` outlives it; `pages` are in the order of the navigation and get Ctrl+1 … Ctrl+9.
    MainMenu(QMenuBar *bar, EngineFacade &engine, const QList<Page *> &pages, QObject *parent);

    void setCurrentPage(int index);
    void setNavigationCollapsed(bool collapsed);
    void setUndo(bool available, const QString &what);

    /// One group of the keyboard overview.
    struct Group {
        QString title;
        QList<std::pair<QString, QString>> keys; ///< what it does, shortcut
    };
    /// All shortcuts of the window and its pages.
    [[nodiscard]] QList<Group> shortcuts() const;

Q_SIGNALS:
    void pageChosen(int index);
    void pageRequested(const QString &pageId, const QVariant &what);
    void messageRequested(const vestnik::InfoMessage &message);
    void undoRequested();
    void findRequested();
    void refreshRequested();
    void collapseRequested(bool collapsed);
    void layoutResetRequested();
    void shortcutsRequested();
    void aboutRequested();
    void quitRequested();
    void exportRequested();
    void importRequested();
    void activityRequested();

private:
    QAction *add(QMenu *menu, const char *name, const QString &text, const QString &iconName = {},
        const QKeySequence &shortcut = {});
    void fillFile(QMenu *menu);
    void fillEdit(QMenu *menu);
    void fillView(QMenu *menu);
    void fillScheduler(QMenu *menu);
    void fillHelp(QMenu *menu);
    void fillPage();
    void followStatus(const EngineStatus &status);
    void followSettings(const Settings &settings);
    void parseAll();
    void chooseTheme(const QString &mode);
    void openPath(const QString &path);

    EngineFacade &m_engine;
    const QList<Page *> m_pages;
    int m_current = 0;
    QList<QMenu *> m_menus;
    QMenu *m_pageMenu = nullptr;
    QList<QAction *> m_pageActions;
    QList<QAction *> m_themeActions;
    QAction *m_undo = nullptr;
    QAction *m_collapse = nullptr;
    QAction *m_start = nullptr;
    QAction *m_stop = nullptr;
    QAction *m_parseAll = nullptr;
    QAction *m_cancel = nullptr;
};

} // namespace vestnik
