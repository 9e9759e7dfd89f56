// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mainwindow.h"

#include "ui/shell/activitypanel.h"
#include "ui/shell/helpdialogs.h"
#include "ui/shell/infobar.h"
#include "ui/shell/mainmenu.h"
#include "ui/shell/navigation.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/statusline.h"
#include "ui/shell/strip.h"
#include "ui/shell/taskmessages.h"
#include "ui/transfer/exportdialog.h"
#include "ui/transfer/importdialog.h"
#include "ui/transfer/reportdialog.h"
#include "ui/widgets/theme.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>

namespace vestnik {
namespace {

constexpr int saveDelayMs = 300;

} // namespace

MainWindow::MainWindow(EngineFacade &engine, const QString &windowFile, const QList<PageMaker> &makers, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_settings(std::make_unique<QSettings>(windowFile, QSettings::IniFormat))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Vestnik"));
    setWindowIcon(Theme::icon(QStringLiteral("vestnik")));
    setMinimumSize(720, 480);

    auto *central = new QWidget(this);
    auto *across = new QHBoxLayout(central);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    m_navigation = new Navigation(engine, central);
    across->addWidget(m_navigation);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    m_header = new PageHeader(central);
    auto *strip = new Strip(engine, central);
    m_stack = new QStackedWidget(central);
    m_stack->setObjectName(QStringLiteral("pages"));
    m_infoBar = new InfoBar(central);
    m_statusLine = new StatusLine(engine, central);
    column->addWidget(m_header);
    column->addWidget(strip);
    column->addWidget(m_stack, 1);
    column->addWidget(m_infoBar);
    column->addWidget(m_statusLine);
    across->addLayout(column, 1);

    for (const PageMaker &make : makers) {
        Page *page = make(engine, *m_settings, m_stack);
        page->setObjectName(QStringLiteral("page_") + page->id());
        m_pages.append(page);
        m_stack->addWidget(page);
        m_header->addPage(page);
        m_navigation->addPage(page,
            m_pages.size() <= 9 ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + m_pages.size()))
                                      .toString(QKeySequence::NativeText)
                                : QString());
        connect(page, &Page::messageRequested, m_infoBar, &InfoBar::post);
        connect(page, &Page::pageRequested, this, &MainWindow::openPage);
        connect(page, &Page::exportRequested, this, &MainWindow::exportPosts);
    }
    m_menu = new MainMenu(menuBar(), engine, m_pages, this);
    setCentralWidget(central);

    connect(m_navigation, &Navigation::pageClicked, this, [this](int index) { showPage(index, false); });
    connect(m_navigation, &Navigation::collapseClicked, this, [this] { setCollapsed(!m_navigation->isCollapsed()); });
    connect(strip, &Strip::detailsRequested, this, [this] { openPage(QStringLiteral("diagnostics")); });
    connect(m_statusLine, &StatusLine::pageRequested, this, &MainWindow::openPage);
    connect(m_statusLine, &StatusLine::activityRequested, this, &MainWindow::showActivity);
    connect(m_infoBar, &InfoBar::undoChanged, m_menu, &MainMenu::setUndo);
    connect(m_menu, &MainMenu::pageChosen, this, [this](int index) { showPage(index, true); });
    connect(m_menu, &MainMenu::pageRequested, this, &MainWindow::openPage);
    connect(m_menu, &MainMenu::messageRequested, m_infoBar, &InfoBar::post);
    connect(m_menu, &MainMenu::undoRequested, m_infoBar, &InfoBar::undo);
    connect(m_menu, &MainMenu::findRequested, this, [this] { currentPage()->focusSearch(); });
    connect(m_menu, &MainMenu::refreshRequested, this, [this] { currentPage()->refresh(); });
    connect(m_menu, &MainMenu::collapseRequested, this, &MainWindow::setCollapsed);
    connect(m_menu, &MainMenu::layoutResetRequested, this, &MainWindow::layoutResetRequested, Qt::QueuedConnection);
    connect(m_menu, &MainMenu::quitRequested, this, &MainWindow::close);
    connect(m_menu, &MainMenu::exportRequested, this, [this] { exportPosts({}, {}); });
    connect(m_menu, &MainMenu::importRequested, this, &MainWindow::importPosts);
    connect(m_menu, &MainMenu::activityRequested, this, &MainWindow::showActivity);
    connect(m_menu, &MainMenu::shortcutsRequested, this,
        [this] { (new ShortcutsDialog(m_menu->shortcuts(), this))->open(); });
    connect(m_menu, &MainMenu::aboutRequested, this, [this] { (new AboutDialog(this))->open(); });

    auto *taskMessages = new TaskMessages(engine, this);
    connect(taskMessages, &TaskMessages::messageRequested, m_infoBar, &InfoBar::post);
    connect(taskMessages, &TaskMessages::reportRequested, this, &MainWindow::showReport);

    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(saveDelayMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &MainWindow::saveState);
    restore();
}

MainWindow::~MainWindow()
{
    if (m_saveTimer.isActive()) {
        saveState();
    }
    // Pages write to m_settings and ask their header widgets until they are gone: they go before the header, which owns
    // those widgets, and before the members.
    for (Page *page : std::as_const(m_pages)) {
        std::unique_ptr<Page>(page).reset();
    }
    std::unique_ptr<QWidget>(takeCentralWidget()).reset();
}

void MainWindow::restore()
{
    const WindowState state = WindowState::load(*m_settings);
    QList<QRect> areas;
    for (const QScreen *screen : QGuiApplication::screens()) {
        areas.append(screen->availableGeometry());
    }
    const QRect geometry = visibleGeometry(state.geometry, areas);
    resize(geometry.size());
    move(geometry.topLeft());
    if (state.maximized) {
        setWindowState(windowState() | Qt::WindowMaximized);
    }
    setCollapsed(state.navigationCollapsed);
    int shown = 0;
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i)->id() == state.page) {
            shown = i;
        }
    }
    showPage(shown, true);
    m_restored = true;
}

void MainWindow::saveState()
{
    m_saveTimer.stop();
    WindowState state;
    state.geometry = isMaximized() || isFullScreen() ? normalGeometry() : QRect(pos(), size());
    state.maximized = isMaximized();
    state.navigationCollapsed = m_navigation->isCollapsed();
    state.page = currentPage()->id();
    state.save(*m_settings);
    m_settings->sync();
}

Page *MainWindow::currentPage() const
{
    return m_pages.at(m_stack->currentIndex());
}

void MainWindow::openPage(const QString &pageId, const QVariant &what)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i)->id() == pageId) {
            showPage(i, true);
            if (what.isValid()) {
                m_pages.at(i)->openWith(what);
            }
            return;
        }
    }
}

void MainWindow::showPage(int index, bool focus)
{
    m_stack->setCurrentIndex(index);
    m_header->setCurrent(index);
    m_navigation->setCurrent(index);
    m_menu->setCurrentPage(index);
    if (focus) {
        m_pages.at(index)->setFocus(Qt::ShortcutFocusReason);
    }
    if (m_restored) {
        m_saveTimer.start();
    }
}

void MainWindow::setCollapsed(bool collapsed)
{
    m_navigation->setCollapsed(collapsed);
    m_menu->setNavigationCollapsed(collapsed);
    if (m_restored) {
        m_saveTimer.start();
    }
}

void MainWindow::post(const InfoMessage &message)
{
    m_infoBar->post(message);
}

void MainWindow::exportPosts(const PostQuery &query, const QList<PostId> &posts)
{
    (new ExportDialog(m_engine, *m_settings, ExportWhat::of(query, posts), this))->open();
}

void MainWindow::importPosts()
{
    (new ImportDialog(m_engine, *m_settings, this))->open();
}

void MainWindow::showReport(const TaskRecord &task)
{
    (new ReportDialog(task, this))->open();
}

void MainWindow::showActivity()
{
    auto *panel = new ActivityPanel(m_engine, this);
    connect(panel, &ActivityPanel::reportRequested, this, &MainWindow::showReport);
    panel->popup(m_statusLine->mapToGlobal(QPoint(Theme::gap, 0)));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // The window goes at once; what it stood for ends behind it, in its own time.
    saveState();
    event->ignore();
    hide();
    Q_EMIT quitRequested();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    if (m_restored) {
        m_saveTimer.start();
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_restored) {
        m_saveTimer.start();
    }
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_restored) {
        m_saveTimer.start();
    }
}

} // namespace vestnik
