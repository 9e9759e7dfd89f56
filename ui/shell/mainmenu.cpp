// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/mainmenu.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/texts.h"

#include <QActionGroup>
#include <QDesktopServices>
#include <QMenu>
#include <QMenuBar>
#include <QUrl>

namespace vestnik {

MainMenu::MainMenu(QMenuBar *bar, EngineFacade &engine, const QList<Page *> &pages, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_pages(pages)
{
    const auto menu = [&](const char *name, const QString &title) {
        QMenu *made = bar->addMenu(title);
        made->setObjectName(QString::fromLatin1(name));
        made->setToolTipsVisible(true);
        m_menus.append(made);
        return made;
    };
    fillFile(menu("menuFile", tr("&File")));
    fillEdit(menu("menuEdit", tr("&Edit")));
    fillView(menu("menuView", tr("&View")));
    fillScheduler(menu("menuScheduler", tr("&Scheduler")));
    m_pageMenu = menu("menuPage", tr("&Page"));
    fillHelp(menu("menuHelp", tr("&Help")));
    connect(&engine, &EngineFacade::statusChanged, this, &MainMenu::followStatus);
    connect(&engine, &EngineFacade::settingsChanged, this, &MainMenu::followSettings);
    followStatus(engine.status());
    followSettings(engine.settings());
    setUndo(false, {});
    setCurrentPage(0);
}

QAction *MainMenu::add(
    QMenu *menu, const char *name, const QString &text, const QString &iconName, const QKeySequence &shortcut)
{
    QAction *action = menu->addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    if (!iconName.isEmpty()) {
        action->setIcon(Theme::icon(iconName));
    }
    action->setShortcut(shortcut);
    return action;
}

void MainMenu::fillFile(QMenu *menu)
{
    QAction *channels =
        add(menu, "actionAddChannels", tr("&Add Channels…"), QStringLiteral("add"), QKeySequence(QKeySequence::New));
    connect(channels, &QAction::triggered, this,
        [this] { Q_EMIT pageRequested(QStringLiteral("channels"), QStringLiteral("add")); });
    menu->addSeparator();
    QAction *exportPosts = add(
        menu, "actionExport", tr("&Export…"), QStringLiteral("export"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    setActionTip(exportPosts, tr("Write posts into a file: table, workbook, web page, NDJSON"));
    connect(exportPosts, &QAction::triggered, this, &MainMenu::exportRequested);
    QAction *importPosts = add(menu, "actionImport", tr("&Import…"), QStringLiteral("import"));
    setActionTip(importPosts, tr("Take posts over from a file or from another program"));
    connect(importPosts, &QAction::triggered, this, &MainMenu::importRequested);
    menu->addSeparator();
    QAction *folder = add(menu, "actionOpenDataFolder", tr("Open &Data Folder"), QStringLiteral("folder"));
    connect(folder, &QAction::triggered, this, [this] { openPath(m_engine.dataDir()); });
    QAction *log = add(menu, "actionOpenLogFile", tr("Open &Log File"), QStringLiteral("document"));
    connect(log, &QAction::triggered, this, [this] { openPath(m_engine.logFile()); });
    menu->addSeparator();
    QAction *quit = add(menu, "actionQuit", tr("&Quit"), QStringLiteral("quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    setActionTip(quit, tr("Stop all work safely and quit"));
    connect(quit, &QAction::triggered, this, &MainMenu::quitRequested);
}

void MainMenu::fillEdit(QMenu *menu)
{
    m_undo = add(menu, "actionUndo", tr("&Undo"), QStringLiteral("undo"), QKeySequence(Qt::CTRL | Qt::Key_Z));
    connect(m_undo, &QAction::triggered, this, &MainMenu::undoRequested);
    menu->addSeparator();
    QAction *find =
        add(menu, "actionFind", tr("&Find on This Page"), QStringLiteral("search"), QKeySequence(Qt::CTRL | Qt::Key_F));
    connect(find, &QAction::triggered, this, &MainMenu::findRequested);
}

void MainMenu::fillView(QMenu *menu)
{
    auto *group = new QActionGroup(this);
    for (int i = 0; i < m_pages.size(); ++i) {
        const Page *page = m_pages.at(i);
        QAction *action = add(menu, "", page->title(), page->iconName());
        action->setObjectName(QStringLiteral("actionPage_") + page->id());
        action->setCheckable(true);
        if (i < 9) {
            action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)));
        }
        group->addAction(action);
        m_pageActions.append(action);
        connect(action, &QAction::triggered, this, [this, i] { Q_EMIT pageChosen(i); });
    }
    menu->addSeparator();
    QAction *refresh = add(menu, "actionRefresh", tr("&Refresh"), QStringLiteral("refresh"), QKeySequence(Qt::Key_F5));
    connect(refresh, &QAction::triggered, this, &MainMenu::refreshRequested);
    m_collapse = add(menu, "actionCollapse", tr("&Narrow Navigation"), {}, QKeySequence(Qt::CTRL | Qt::Key_B));
    m_collapse->setCheckable(true);
    connect(m_collapse, &QAction::triggered, this, &MainMenu::collapseRequested);
    QAction *tasks = add(
        menu, "actionActivity", tr("T&asks"), QStringLiteral("clock"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    setActionTip(tasks, tr("Going tasks and the last that ended"));
    connect(tasks, &QAction::triggered, this, &MainMenu::activityRequested);
    QMenu *themes = menu->addMenu(tr("&Theme"));
    themes->setObjectName(QStringLiteral("menuTheme"));
    auto *themeGroup = new QActionGroup(this);
    const QList<std::pair<QString, QString>> modes{{QStringLiteral("system"), tr("As the &System", "theme")},
        {QStringLiteral("light"), tr("&Light", "theme")}, {QStringLiteral("dark"), tr("&Dark", "theme")}};
    for (const auto &[mode, title] : modes) {
        QAction *action = add(themes, "", title);
        action->setObjectName(QStringLiteral("actionTheme_") + mode);
        action->setCheckable(true);
        action->setData(mode);
        themeGroup->addAction(action);
        m_themeActions.append(action);
        connect(action, &QAction::triggered, this, [this, mode = mode] { chooseTheme(mode); });
    }
    menu->addSeparator();
    QAction *reset = add(menu, "actionResetLayout", tr("Reset &Layout"), QStringLiteral("window"));
    setActionTip(reset, tr("Sizes, columns and filters as on the first day"));
    connect(reset, &QAction::triggered, this, &MainMenu::layoutResetRequested);
}

void MainMenu::fillScheduler(QMenu *menu)
{
    m_start = add(menu, "actionStart", tr("&Start"), QStringLiteral("start"), QKeySequence(Qt::Key_F9));
    m_stop = add(menu, "actionStop", tr("S&top"), QStringLiteral("stop"), QKeySequence(Qt::SHIFT | Qt::Key_F9));
    menu->addSeparator();
    m_parseAll = add(menu, "actionParseAll", tr("&Parse All Now"), QStringLiteral("download"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
    m_cancel = add(menu, "actionCancelRun", tr("&Cancel Run"), QStringLiteral("close"));
    connect(m_start, &QAction::triggered, this, [this] { m_engine.startScheduler(); });
    connect(m_stop, &QAction::triggered, this, [this] { m_engine.stopScheduler(); });
    connect(m_parseAll, &QAction::triggered, this, &MainMenu::parseAll);
    connect(m_cancel, &QAction::triggered, this, [this] { m_engine.cancelRun(0); });
}

void MainMenu::fillHelp(QMenu *menu)
{
    QAction *keys =
        add(menu, "actionShortcuts", tr("&Keyboard Shortcuts"), QStringLiteral("keyboard"), QKeySequence(Qt::Key_F1));
    connect(keys, &QAction::triggered, this, &MainMenu::shortcutsRequested);
    menu->addSeparator();
    QAction *about = add(menu, "actionAbout", tr("&About Vestnik"), QStringLiteral("info"));
    about->setMenuRole(QAction::AboutRole);
    connect(about, &QAction::triggered, this, &MainMenu::aboutRequested);
}

void MainMenu::setCurrentPage(int index)
{
    if (index < 0 || index >= m_pages.size()) {
        return;
    }
    m_current = index;
    m_pageActions.at(index)->setChecked(true);
    fillPage();
}

void MainMenu::fillPage()
{
    Page *page = m_pages.at(m_current);
    m_pageMenu->setTitle(page->title());
    // The actions belong to the page: taken out, not deleted.
    for (QAction *action : m_pageMenu->actions()) {
        m_pageMenu->removeAction(action);
    }
    for (QAction *action : page->menuActions()) {
        if (action) {
            m_pageMenu->addAction(action);
        } else {
            m_pageMenu->addSeparator();
        }
    }
    m_pageMenu->menuAction()->setVisible(!m_pageMenu->isEmpty());
}

void MainMenu::setNavigationCollapsed(bool collapsed)
{
    m_collapse->setChecked(collapsed);
}

void MainMenu::setUndo(bool available, const QString &what)
{
    m_undo->setEnabled(available);
    setActionTip(m_undo, available ? tr("Undo: %1").arg(what) : tr("Undo"),
        available ? QString() : tr("There is nothing to undo."));
}

void MainMenu::followStatus(const EngineStatus &status)
{
    const SchedulerState state = status.scheduler;
    const bool going = state == SchedulerState::Running || state == SchedulerState::Starting;
    const bool stopping = state == SchedulerState::Stopping;
    const QString dead = status.engineAlive ? QString() : tr("The engine is not running, see Diagnostics.");
    const auto set = [&](QAction *action, const QString &tip, const QString &reason) {
        const QString why = dead.isEmpty() ? reason : dead;
        action->setEnabled(why.isEmpty());
        setActionTip(action, tip, why);
    };
    set(m_start, tr("Start the scheduler"),
        going          ? tr("The scheduler runs already.")
            : stopping ? tr("The scheduler is stopping.")
                       : QString());
    set(m_stop, tr("Stop the scheduler; what was fetched is kept"),
        going          ? QString()
            : stopping ? tr("The scheduler is stopping.")
                       : tr("The scheduler does not run."));
    set(m_parseAll, tr("Parse all active channels once"),
        status.channelsActive == 0  ? tr("There are no active channels.")
            : !status.storeWritable ? tr("The database cannot be written.")
                                    : QString());
    set(m_cancel, tr("End the going run; what was fetched is kept"), status.run ? QString() : tr("No run is going."));
}

void MainMenu::followSettings(const Settings &settings)
{
    for (QAction *action : std::as_const(m_themeActions)) {
        const bool fixed = settings.isFixed(SettingId::Theme);
        action->setChecked(action->data().toString() == settings.text(SettingId::Theme));
        action->setEnabled(!fixed);
        setActionTip(
            action, action->text().remove(QLatin1Char('&')), fixed ? tr("Set on the command line.") : QString());
    }
}

void MainMenu::parseAll()
{
    m_engine.parse({}, this, [this](const Result<RunId> &run) {
        if (!run) {
            InfoMessage message;
            message.kind = InfoMessage::Kind::Bad;
            message.text = texts::error(run.error()) + QLatin1Char(' ') + texts::advice(run.error());
            message.details = run.error().detail;
            Q_EMIT messageRequested(message);
        }
    });
}

void MainMenu::chooseTheme(const QString &mode)
{
    m_engine.changeSettings({{SettingId::Theme, mode}}, this, [this](const Result<void> &changed) {
        if (!changed) {
            InfoMessage message;
            message.kind = InfoMessage::Kind::Bad;
            message.text = texts::error(changed.error());
            message.details = changed.error().detail;
            Q_EMIT messageRequested(message);
            followSettings(m_engine.settings());
        }
    });
}

void MainMenu::openPath(const QString &path)
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path))) {
        InfoMessage message;
        message.kind = InfoMessage::Kind::Warning;
        message.text = tr("Nothing on this computer opens %1.").arg(path);
        Q_EMIT messageRequested(message);
    }
}

QList<MainMenu::Group> MainMenu::shortcuts() const
{
    QList<Group> groups;
    const auto plain = [](QString text) { return text.remove(QLatin1Char('&')).remove(QChar(0x2026)); };
    const auto addGroup = [&](const QString &title, const QList<QAction *> &actions) {
        Group group{plain(title), {}};
        for (const QAction *action : actions) {
            if (action && !action->shortcut().isEmpty()) {
                group.keys.append({plain(action->text()),
                    QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)
                        .replace(QLatin1String("; "), QLatin1String(", "))});
            }
        }
        if (!group.keys.isEmpty()) {
            groups.append(group);
        }
    };
    for (const QMenu *menu : m_menus) {
        if (menu != m_pageMenu) {
            addGroup(menu->title(), menu->actions());
        }
    }
    for (const Page *page : m_pages) {
        addGroup(page->title(), page->menuActions());
    }
    return groups;
}

} // namespace vestnik
