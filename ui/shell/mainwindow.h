// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/task.h"
#include "ui/shell/pages.h"
#include "ui/shell/windowstate.h"
#include "ui/widgets/page.h"

#include <QMainWindow>
#include <QSettings>
#include <QTimer>

#include <memory>

class QStackedWidget;

namespace vestnik {

class InfoBar;
class MainMenu;
class Navigation;
class PageHeader;
class StatusLine;

/// The window: navigation, page header, strip, pages, info bar, status line. Knows the engine by its facade only.
/// Lives on the GUI thread. Engine outlives it.
class MainWindow final : public QMainWindow {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// Size, page and layout are kept in `windowFile` (window.ini), saved 300 ms after each change.
    MainWindow(EngineFacade &engine, const QString &windowFile, const QList<PageMaker> &makers = pageMakers(),
        QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows a page; `what` is handed to Page::openWith() if it is valid. An unknown id does nothing.
    void openPage(const QString &pageId, const QVariant &what = {});
    [[nodiscard]] Page *currentPage() const;
    [[nodiscard]] QList<Page *> pages() const { return m_pages; }
    void post(const InfoMessage &message);
    /// Opens the export dialog for what a page shows (PostQuery()) and has selected.
    void exportPosts(const PostQuery &query, const QList<PostId> &posts);
    void importPosts();
    /// Shows what a task found and did.
    void showReport(const TaskRecord &task);
    /// All going and recent tasks, above the status line.
    void showActivity();

Q_SIGNALS:
    /// The window was closed and is hidden already; the program may end.
    void quitRequested();
    /// Whoever owns the window deletes it, clears window.ini, and makes a new one.
    void layoutResetRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showPage(int index, bool focus);
    void setCollapsed(bool collapsed);
    void restore();
    void saveState();

    EngineFacade &m_engine;
    std::unique_ptr<QSettings> m_settings;
    QTimer m_saveTimer;
    QList<Page *> m_pages;
    Navigation *m_navigation = nullptr;
    PageHeader *m_header = nullptr;
    QStackedWidget *m_stack = nullptr;
    InfoBar *m_infoBar = nullptr;
    MainMenu *m_menu = nullptr;
    StatusLine *m_statusLine = nullptr;
    bool m_restored = false;
};

} // namespace vestnik
