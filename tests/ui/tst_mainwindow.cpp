// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigation.h"
#include "ui/shell/navigationbutton.h"
#include "ui/shell/statusline.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/startstopbutton.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace vestnik;

class TestMainWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(qApp);
        m_theme->apply(QStringLiteral("light"));
    }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<FakeEngine>();
        open();
    }

    void cleanup()
    {
        m_window.reset();
        m_engine.reset();
    }

    void pagesAreInOrder()
    {
        QStringList ids;
        for (const Page *page : m_window->pages()) {
            ids.append(page->id());
        }
        QCOMPARE(ids,
            (QStringList{QStringLiteral("overview"), QStringLiteral("posts"), QStringLiteral("channels"),
                QStringLiteral("schedule"), QStringLiteral("runs"), QStringLiteral("log"), QStringLiteral("storage"),
                QStringLiteral("settings"), QStringLiteral("diagnostics")}));
    }

    void keysSwitchPages()
    {
        for (int i = int(m_window->pages().size()) - 1; i >= 0; --i) {
            QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QCOMPARE(m_window->currentPage(), m_window->pages().at(i));
            auto *button =
                m_window->findChild<NavigationButton *>(QStringLiteral("navigation_") + m_window->pages().at(i)->id());
            QVERIFY(button->isChecked());
        }
    }

    void arrowsMoveThroughTheNavigation()
    {
        auto *first = m_window->findChild<NavigationButton *>(QStringLiteral("navigation_overview"));
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Down);
        QCOMPARE(m_window->currentPage()->id(), QStringLiteral("posts"));
        QVERIFY(m_window->findChild<NavigationButton *>(QStringLiteral("navigation_posts"))->hasFocus());
    }

    void findGoesToTheSearchField()
    {
        m_window->openPage(QStringLiteral("log"));
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("logSearch"));
        m_window->openPage(QStringLiteral("settings"));
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("settingsSearch"));
    }

    void stateIsKept()
    {
        m_window->setGeometry(20, 30, 740, 590);
        m_window->openPage(QStringLiteral("log"));
        m_window->findChild<QAction *>(QStringLiteral("actionCollapse"))->trigger();
        const QRect geometry(m_window->pos(), m_window->size());
        m_window.reset();
        open();
        QCOMPARE(m_window->currentPage()->id(), QStringLiteral("log"));
        QVERIFY(m_window->findChild<Navigation *>()->isCollapsed());
        QCOMPARE(QRect(m_window->pos(), m_window->size()), geometry);
    }

    void stateIsSavedWithoutClosing()
    {
        m_window->openPage(QStringLiteral("settings"));
        QTRY_COMPARE(QSettings(iniFile(), QSettings::IniFormat).value(QStringLiteral("window/page")).toString(),
            QStringLiteral("settings"));
    }

    void damagedFileDoesNotHarm()
    {
        m_window.reset();
        QFile file(iniFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[window]\ngeometry=@Variant(\\0\\0garbage\npage=nowhere\n[log]\nlogTable=@ByteArray(nonsense)\n");
        file.close();
        open();
        QCOMPARE(m_window->currentPage()->id(), QStringLiteral("overview"));
        QVERIFY(m_window->width() >= 720);
    }

    void closingHidesAtOnceAndAsksToQuit()
    {
        QSignalSpy quit(m_window.get(), &MainWindow::quitRequested);
        m_window->close();
        QVERIFY(m_window->isHidden());
        QCOMPARE(quit.count(), 1);
        open();
        QSignalSpy again(m_window.get(), &MainWindow::quitRequested);
        QTest::keyClick(m_window.get(), Qt::Key_Q, Qt::ControlModifier);
        QCOMPARE(again.count(), 1);
    }

    void startStopShowsEveryState_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("alive");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<QString>("pressed");
        const auto row = [](const char *name, SchedulerState state, bool alive, const char *text, const char *word,
                             bool enabled, const char *pressed) {
            QTest::newRow(name) << int(state) << alive << QString::fromUtf8(text) << QString::fromUtf8(word) << enabled
                                << QString::fromLatin1(pressed);
        };
        row("stopped", SchedulerState::Stopped, true, "Start", "Stopped", true, "startScheduler");
        row("starting", SchedulerState::Starting, true, "Stop", "Starting…", true, "stopScheduler");
        row("running", SchedulerState::Running, true, "Stop", "Running", true, "stopScheduler");
        row("stopping", SchedulerState::Stopping, true, "Stopping…", "Stopping…", false, "");
        row("failed", SchedulerState::Failed, true, "Start", "Failed", true, "startScheduler");
        row("engine gone", SchedulerState::Running, false, "Stop", "Engine is down", false, "");
    }

    void startStopShowsEveryState()
    {
        QFETCH(int, state);
        QFETCH(bool, alive);
        QFETCH(QString, text);
        QFETCH(QString, word);
        QFETCH(bool, enabled);
        QFETCH(QString, pressed);
        EngineStatus status = m_engine->status();
        status.scheduler = static_cast<SchedulerState>(state);
        status.engineAlive = alive;
        status.error = Error{ErrorCode::Internal, QStringLiteral("x"), {}};
        m_engine->setStatus(status);
        QCOMPARE(m_window->findChild<ElidedLabel *>(QStringLiteral("stateWord"))->fullText(), word);
        QCOMPARE(m_window->findChild<QLabel *>(QStringLiteral("overviewState"))->text(), word);
        for (const QString &name : {QStringLiteral("stateButton"), QStringLiteral("overviewStartStop")}) {
            auto *button = m_window->findChild<StartStopButton *>(name);
            QCOMPARE(button->text(), text);
            QCOMPARE(button->isEnabled(), enabled);
            QVERIFY(!button->toolTip().isEmpty());
            m_engine->clearCalls();
            m_engine->setStatus(status);
            button->click();
            QCOMPARE(m_engine->calls(), pressed.isEmpty() ? QStringList() : QStringList{pressed});
        }
    }

    void menuFollowsTheScheduler()
    {
        auto *start = m_window->findChild<QAction *>(QStringLiteral("actionStart"));
        auto *stop = m_window->findChild<QAction *>(QStringLiteral("actionStop"));
        QVERIFY(start->isEnabled());
        QVERIFY(!stop->isEnabled());
        QVERIFY(stop->toolTip().contains(QStringLiteral("does not run")));
        start->trigger();
        QTRY_COMPARE(m_engine->status().scheduler, SchedulerState::Running);
        QVERIFY(!start->isEnabled());
        QVERIFY(stop->isEnabled());
        stop->trigger();
        QTRY_COMPARE(m_engine->status().scheduler, SchedulerState::Stopped);
    }

    void parseAllReportsFailure()
    {
        m_engine->failNext(Error{ErrorCode::DatabaseReadOnly, QStringLiteral("v.db"), QStringLiteral("code 8")});
        m_window->findChild<QAction *>(QStringLiteral("actionParseAll"))->trigger();
        auto *text = m_window->findChild<QLabel *>(QStringLiteral("infoText"));
        QTRY_VERIFY(text->text().startsWith(QStringLiteral("The database v.db cannot be written.")));
    }

    void undoKeyTakesTheNewestBack()
    {
        int count = 0;
        auto *undo = m_window->findChild<QAction *>(QStringLiteral("actionUndo"));
        QVERIFY(!undo->isEnabled());
        InfoMessage message;
        message.text = QStringLiteral("12 channels removed");
        message.actionText = QStringLiteral("Undo");
        message.isUndo = true;
        message.action = [&count] { ++count; };
        m_window->post(message);
        QVERIFY(undo->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(count, 1);
        QVERIFY(!undo->isEnabled());
    }

    void statusLineTellsTheRun()
    {
        m_engine->startRun();
        m_engine->advanceRun(5);
        const int total = m_engine->status().run->channelsTotal;
        auto *run = m_window->findChild<QAbstractButton *>(QStringLiteral("statusRun"));
        QTRY_VERIFY2(
            run->text().startsWith(QStringLiteral("Run 814: 5/%1 channels, ").arg(total)), qPrintable(run->text()));
        QVERIFY(run->text().endsWith(QStringLiteral(" left")));
        m_window->findChild<QPushButton *>(QStringLiteral("statusCancel"))->click();
        QTRY_COMPARE(run->text(), QStringLiteral("No run is going"));
        QVERIFY(m_window->findChild<QPushButton *>(QStringLiteral("statusCancel"))->isHidden());
        m_window->findChild<QAbstractButton *>(QStringLiteral("statusSize"))->click();
        QCOMPARE(m_window->currentPage()->id(), QStringLiteral("storage"));
    }

    void stripTellsWhatHoldsTheWorkUp()
    {
        auto *strip = m_window->findChild<QWidget *>(QStringLiteral("strip"));
        auto *text = m_window->findChild<QLabel *>(QStringLiteral("stripText"));
        QVERIFY(strip->isHidden());
        EngineStatus status = m_engine->status();
        HostState host;
        host.host = QStringLiteral("t.me");
        host.pausedUntil = QDateTime::currentMSecsSinceEpoch() + 600'000;
        status.hosts = {host};
        m_engine->setStatus(status);
        QVERIFY(!strip->isHidden());
        QVERIFY(text->text().contains(QStringLiteral("t.me is left alone")));
        status.storeError = Error{ErrorCode::DatabaseFull, QStringLiteral("v.db"), {}};
        m_engine->setStatus(status);
        QVERIFY(text->text().startsWith(QStringLiteral("There is no space left for the database v.db.")));
        status.storeError = {};
        status.hosts.clear();
        m_engine->setStatus(status);
        QVERIFY(strip->isHidden());
    }

    void keyboardOverviewHasNoDoubles()
    {
        m_window->findChild<QAction *>(QStringLiteral("actionShortcuts"))->trigger();
        auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("shortcutsDialog"));
        QVERIFY(dialog && dialog->isVisible());
        auto *tree = dialog->findChild<QTreeWidget *>(QStringLiteral("shortcutsTree"));
        QVERIFY(tree->topLevelItemCount() >= 4);
        QSet<QString> windowWide;
        for (int i = 0; i < 4; ++i) {
            const QTreeWidgetItem *group = tree->topLevelItem(i);
            for (int k = 0; k < group->childCount(); ++k) {
                const QString keys = group->child(k)->text(1);
                QVERIFY2(!windowWide.contains(keys), qPrintable(keys));
                windowWide.insert(keys);
            }
        }
        QVERIFY(windowWide.contains(QStringLiteral("Ctrl+Q")));
        dialog->close();
    }

    void everyActionHasANameAndTellsWhyItIsDisabled()
    {
        for (const QAction *action : m_window->findChildren<QAction *>()) {
            const QList<QObject *> places = action->associatedObjects();
            const bool inMenu = std::any_of(places.begin(), places.end(),
                [](const QObject *object) { return qobject_cast<const QMenu *>(object); });
            if (!inMenu || action->isSeparator() || action->menu()) {
                continue;
            }
            QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
            if (!action->isEnabled()) {
                QVERIFY2(action->toolTip().contains(QLatin1Char('\n'))
                        || action->toolTip().size() > action->text().size() + 8,
                    qPrintable(action->objectName() + QLatin1String(": ") + action->toolTip()));
            }
        }
    }

    void everythingThatTakesFocusHasAName()
    {
        QStringList nameless;
        for (const Page *page : m_window->pages()) {
            m_window->openPage(page->id());
            for (QWidget *widget : m_window->findChildren<QWidget *>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
                    || widget->objectName().startsWith(QLatin1String("qt_")) || widget->focusProxy()) {
                    continue;
                }
                const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
                if (!interface || interface->text(QAccessible::Name).isEmpty()) {
                    nameless.append(QStringLiteral("%1: %2 '%3' in '%4'")
                                        .arg(page->id(), QString::fromLatin1(widget->metaObject()->className()),
                                            widget->objectName(), widget->parentWidget()->objectName()));
                }
            }
        }
        nameless.removeDuplicates();
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }

    void tabReachesThePageAndComesBack()
    {
        m_window->openPage(QStringLiteral("diagnostics"));
        QSet<const QWidget *> seen;
        for (int i = 0; i < 200; ++i) {
            QWidget *at = QApplication::focusWidget();
            QVERIFY(at);
            if (seen.contains(at)) {
                break;
            }
            seen.insert(at);
            QTest::keyClick(at, Qt::Key_Tab);
        }
        QVERIFY(seen.contains(m_window->findChild<QWidget *>(QStringLiteral("loopsTable"))));
        QVERIFY(seen.contains(m_window->findChild<QWidget *>(QStringLiteral("stateButton"))));
        QVERIFY(seen.size() < 100);
    }

    void minimumFitsASmallScreen()
    {
        QVERIFY2(m_window->minimumSizeHint().width() <= 1024,
            qPrintable(QString::number(m_window->minimumSizeHint().width())));
        QVERIFY2(m_window->minimumSizeHint().height() <= 700,
            qPrintable(QString::number(m_window->minimumSizeHint().height())));
    }

private:
    [[nodiscard]] QString iniFile() const { return m_dir->filePath(QStringLiteral("window.ini")); }

    void open()
    {
        m_window = std::make_unique<MainWindow>(*m_engine, iniFile());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
