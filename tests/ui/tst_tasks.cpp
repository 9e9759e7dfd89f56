// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/shell/activitypanel.h"
#include "ui/shell/infobar.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QDateTime>
#include <QDesktopServices>
#include <QDialog>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace vestnik;

/// Takes what would be handed to the desktop.
class UrlCatcher final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UrlCatcher)

public:
    UrlCatcher() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~UrlCatcher() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }

    QList<QUrl> urls;

public Q_SLOTS:
    void open(const QUrl &url) { urls.append(url); }
};

class TestTasks final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_dir = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<FakeEngine>();
        m_window = std::make_unique<MainWindow>(*m_engine, m_dir->filePath(QStringLiteral("window.ini")));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_engine.reset();
    }

    void statusLineIsSilentWithoutTasks() { QVERIFY(find<QWidget>("taskLine")->isHidden()); }

    void statusLineTellsTheTask()
    {
        const TaskId task = start(exportTo(QStringLiteral("/tmp/posts.csv")));
        m_engine->advanceTask(task, 12'000, 50'000);
        QVERIFY(find<QWidget>("taskLine")->isVisible());
        QCOMPARE(line(), QStringLiteral("Export: 12,000 of 50,000 posts"));
        QCOMPARE(find<QProgressBar>("statusTaskBar")->value(), 240);
        QVERIFY(find<QAbstractButton>("statusTask")->toolTip().contains(QStringLiteral("posts.csv")));
        find<QPushButton>("statusTaskCancel")->click();
        QVERIFY(m_engine->calls().contains(QStringLiteral("cancelTask")));
        QTRY_COMPARE(line(), QStringLiteral("Recent tasks"));
        QVERIFY(find<QPushButton>("statusTaskCancel")->isHidden());
        QVERIFY(infoBar()->current()->text.contains(QStringLiteral("cancelled")));
        QCOMPARE(infoBar()->current()->kind, InfoMessage::Kind::Info);
    }

    void severalTasksAreCounted()
    {
        start(CheckSpec{});
        const TaskId task = start(exportTo(QStringLiteral("/tmp/posts.csv")));
        m_engine->advanceTask(task, 5, 10);
        QCOMPARE(line(), QStringLiteral("Export: 5 of 10 posts · 1 more"));
    }

    void unknownLengthMovesToAndFro()
    {
        const TaskId task = start(exportTo(QStringLiteral("/tmp/posts.csv")));
        m_engine->advanceTask(task, 100, -1);
        QCOMPARE(find<QProgressBar>("statusTaskBar")->maximum(), 0);
        QCOMPARE(line(), QStringLiteral("Export: 100 posts"));
    }

    void endOfAnExportOffersTheFile()
    {
        UrlCatcher catcher;
        finishExport();
        QCOMPARE(infoBar()->current()->kind, InfoMessage::Kind::Good);
        QCOMPARE(infoText(), QStringLiteral("12,345 posts were exported to posts.csv."));
        QCOMPARE(find<QPushButton>("infoAction")->text(), QStringLiteral("Open"));
        find<QPushButton>("infoAction")->click();
        QCOMPARE(catcher.urls, QList<QUrl>{QUrl::fromLocalFile(m_dir->filePath(QStringLiteral("posts.csv")))});
        finishExport();
        find<QPushButton>("infoOther")->click();
        QCOMPARE(catcher.urls.last(), QUrl::fromLocalFile(m_dir->path()));
        QVERIFY(infoBar()->isHidden());
    }

    void failureHasAdviceAndDetails()
    {
        const TaskId task = start(exportTo(QStringLiteral("/tmp/posts.csv")));
        const Error error{ErrorCode::FileFailed, QStringLiteral("/tmp/posts.csv"), QStringLiteral("errno 28")};
        m_engine->finishTask(task, TaskState::Failed, {}, error);
        QCOMPARE(infoBar()->current()->kind, InfoMessage::Kind::Bad);
        QVERIFY2(infoText().startsWith(QStringLiteral("Export to posts.csv: ")), qPrintable(infoText()));
        QCOMPARE(infoBar()->current()->details, QStringLiteral("errno 28"));
        QVERIFY(find<QPushButton>("infoDetails")->isVisible());
    }

    void importLeadsToItsReport()
    {
        ImportSpec spec;
        spec.source = QStringLiteral("/tmp/result.json");
        const TaskId task = start(spec);
        TaskReport report;
        report.add(QStringLiteral("posts_added"), 3);
        report.add(QStringLiteral("lines_broken"), 1, QStringLiteral("14"));
        m_engine->finishTask(task, TaskState::Done, report);
        QCOMPARE(infoBar()->current()->kind, InfoMessage::Kind::Warning);
        find<QPushButton>("infoAction")->click();
        auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("reportDialog"));
        QVERIFY(dialog && dialog->isVisible());
        dialog->close();
    }

    void everyEndIsSaidOnce()
    {
        finishExport();
        QCOMPARE(infoBar()->waiting(), 0);
        // The engine repeats itself, for instance after it was opened anew.
        Q_EMIT m_engine->taskChanged(m_engine->tasks().last());
        QCOMPARE(infoBar()->waiting(), 0);
        QVERIFY(infoBar()->current());
    }

    void previewIsNotSaid()
    {
        const TaskId task = start(RetentionSpec{true});
        TaskReport report;
        report.add(QStringLiteral("posts_to_remove_total"), 12);
        m_engine->finishTask(task, TaskState::Done, report);
        QVERIFY(!infoBar()->current());
    }

    void aNewWindowSaysNothingOld()
    {
        finishExport();
        m_window = std::make_unique<MainWindow>(*m_engine, m_dir->filePath(QStringLiteral("window.ini")));
        Q_EMIT m_engine->taskChanged(m_engine->tasks().last());
        QVERIFY(!infoBar()->current());
        QVERIFY(!find<QWidget>("taskLine")->isHidden());
    }

    void panelShowsGoingAndEndedTasks()
    {
        finishExport();
        const TaskId failed = start(CheckSpec{});
        m_engine->finishTask(failed, TaskState::Failed, {},
            Error{ErrorCode::DatabaseBusy, QStringLiteral("v.db"), QStringLiteral("code 5")});
        const TaskId going = start(exportTo(QStringLiteral("/tmp/second.csv")));
        m_engine->advanceTask(going, 1, 4);
        find<QAbstractButton>("statusTask")->click();
        QPointer<ActivityPanel> panel = m_window->findChild<ActivityPanel *>();
        QVERIFY(panel && panel->isVisible());
        QCOMPARE(rowText(panel, going), QStringLiteral("1 of 4 posts"));
        QCOMPARE(rowText(panel, 1), QStringLiteral("12,345 posts were exported to posts.csv."));
        QVERIFY(button(panel, 1, "activityOpen")->isVisible());
        QVERIFY(!button(panel, 1, "activityCancel")->isVisible());
        QVERIFY(button(panel, failed, "activityDetails")->isVisible());
        QVERIFY(!button(panel, failed, "activityFolder")->isVisible());
        m_engine->advanceTask(going, 3, 4);
        QCOMPARE(rowText(panel, going), QStringLiteral("3 of 4 posts"));
        button(panel, going, "activityCancel")->click();
        QTRY_COMPARE(rowText(panel, going), QStringLiteral("Cancelled"));
        // One that begins meanwhile comes in.
        const TaskId late = start(CompactSpec{});
        QVERIFY(panel->findChild<QWidget *>(QStringLiteral("activity_%1").arg(late)));
        QTest::keyClick(panel, Qt::Key_Escape);
        QTRY_VERIFY(panel.isNull());
    }

    void panelIsThereWithoutTasks()
    {
        find<QAction>("actionActivity")->trigger();
        QPointer<ActivityPanel> panel = m_window->findChild<ActivityPanel *>();
        QVERIFY(panel && panel->isVisible());
        panel->close();
        QTRY_VERIFY(panel.isNull());
    }

    void reportOpensFromThePanel()
    {
        finishExport();
        m_window->showActivity();
        auto *panel = m_window->findChild<ActivityPanel *>();
        button(panel, 1, "activityDetails")->click();
        auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("reportDialog"));
        QVERIFY(dialog && dialog->isVisible());
        dialog->close();
    }

    void dialogsOpenFromTheMenu()
    {
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        auto *exported = m_window->findChild<QDialog *>(QStringLiteral("exportDialog"));
        QVERIFY(exported && exported->isVisible());
        exported->close();
        find<QAction>("actionImport")->trigger();
        auto *imported = m_window->findChild<QDialog *>(QStringLiteral("importDialog"));
        QVERIFY(imported && imported->isVisible());
        imported->close();
    }

    void pagesAskForAnExport()
    {
        PostQuery query;
        query.text = QStringLiteral("rates");
        Q_EMIT m_window->pages().first()->exportRequested(query, {4});
        auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("exportDialog"));
        QVERIFY(dialog && dialog->findChild<QWidget *>(QStringLiteral("exportSelection")));
        QVERIFY(dialog->findChild<QWidget *>(QStringLiteral("exportResults")));
        dialog->close();
    }

    void lostDatabaseIsCountedDown()
    {
        auto *strip = find<QWidget>("strip");
        EngineStatus status = m_engine->status();
        status.storeError = Error{ErrorCode::DatabaseFailed, QStringLiteral("connection lost"), {}};
        status.storeRetryAt = QDateTime::currentMSecsSinceEpoch() + 12'000;
        m_engine->setStatus(status);
        QVERIFY(strip->isVisible());
        const QString first = find<QLabel>("stripText")->text();
        QVERIFY2(first.contains(QStringLiteral("Trying again in 12 s")), qPrintable(first));
        QTRY_VERIFY(find<QLabel>("stripText")->text().contains(QStringLiteral("in 11 s")));
        status.storeRetryAt = QDateTime::currentMSecsSinceEpoch() - 1;
        m_engine->setStatus(status);
        QVERIFY(find<QLabel>("stripText")->text().contains(QStringLiteral("Trying again now")));
        status.storeError = {};
        status.storeRetryAt = 0;
        m_engine->setStatus(status);
        QVERIFY(strip->isHidden());
    }

    void preparingStoreIsSaid()
    {
        EngineStatus status = m_engine->status();
        status.storePreparing = true;
        status.engineAlive = false;
        m_engine->setStatus(status);
        QVERIFY(
            find<QLabel>("stripText")->text().contains(QStringLiteral("brought up to date; a backup is made first")));
        QVERIFY(!find<QLabel>("stripText")->text().contains(QStringLiteral("not running")));
    }

private:
    [[nodiscard]] static ExportSpec exportTo(const QString &path)
    {
        ExportSpec spec;
        spec.path = path;
        return spec;
    }

    TaskId start(const TaskSpec &spec)
    {
        TaskId id = 0;
        m_engine->startTask(spec, m_window.get(), [&id](const Result<TaskId> &task) { id = task.value_or(0); });
        const bool answered = QTest::qWaitFor([&] { return id != 0; });
        return answered ? id : 0;
    }

    void finishExport()
    {
        const QString path = m_dir->filePath(QStringLiteral("posts.csv"));
        const TaskId task = start(exportTo(path));
        TaskReport report;
        report.add(QStringLiteral("posts"), 12'345);
        report.path = path;
        m_engine->finishTask(task, TaskState::Done, report);
    }

    template<typename T>
    [[nodiscard]] T *find(const char *name)
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }

    [[nodiscard]] QString line() { return find<QAbstractButton>("statusTask")->text(); }
    [[nodiscard]] InfoBar *infoBar() { return m_window->findChild<InfoBar *>(); }
    [[nodiscard]] QString infoText() { return find<QLabel>("infoText")->text(); }

    [[nodiscard]] static QWidget *row(ActivityPanel *panel, TaskId task)
    {
        return panel->findChild<QWidget *>(QStringLiteral("activity_%1").arg(task));
    }

    [[nodiscard]] static QString rowText(ActivityPanel *panel, TaskId task)
    {
        return row(panel, task)->findChild<QLabel *>(QStringLiteral("activityText"))->text();
    }

    [[nodiscard]] static QPushButton *button(ActivityPanel *panel, TaskId task, const char *name)
    {
        return row(panel, task)->findChild<QPushButton *>(QString::fromLatin1(name));
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestTasks)
#include "tst_tasks.moc"
