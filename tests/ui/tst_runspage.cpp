// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/runs/runlistmodel.h"
#include "ui/runs/runspage.h"
#include "ui/widgets/controls.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace vestnik;

namespace {

RunRecord ended(RunId id, RunStatus status = RunStatus::Done)
{
    RunRecord run;
    run.id = id;
    run.status = status;
    run.startedAt = QDateTime::currentMSecsSinceEpoch() - 60'000;
    run.finishedAt = run.startedAt + 42'000;
    return run;
}

LogEntry lineOf(RunId run, const QString &text)
{
    LogEntry entry;
    entry.number = 1;
    entry.at = QDateTime::currentMSecsSinceEpoch();
    entry.args = QStringList{text};
    entry.run = run;
    return entry;
}

} // namespace

class TestRunsPage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_dir->filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    }

    void cleanup()
    {
        m_page.reset();
        m_engine.reset();
        m_settings.reset();
    }

    void emptyHistorySaysWhatToDo()
    {
        open(FakeEngine::Content::Empty);
        QTRY_VERIFY(find<QWidget>("runsNone")->isVisible());
        QSignalSpy page(m_page.get(), &Page::pageRequested);
        QTest::mouseClick(find<QWidget>("runsNone")->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(page.value(0).value(0).toString(), QStringLiteral("schedule"));
        // The first run takes its place.
        m_engine->putRun(ended(1));
        QTRY_VERIFY(table()->isVisible());
        QCOMPARE(count(), 1);
    }

    void newestIsSelectedAndShown()
    {
        open();
        QTRY_COMPARE(find<ElidedLabel>("runTitle")->fullText(), QStringLiteral("Run 813 · Parse all channels"));
        auto *channels = find<QTableView>("runChannels");
        QTRY_VERIFY(channels->model()->rowCount() > 10);
        find<QTabWidget>("runTabs")->setCurrentIndex(1);
        auto *log = find<QTableView>("runLogTable");
        QTRY_VERIFY(log->model()->rowCount() > 2);
        QVERIFY(log->model()->index(0, 3).data().toString().startsWith(QStringLiteral("Run 813 started")));
        find<QTabWidget>("runTabs")->setCurrentIndex(2);
        QCOMPARE(find<QLabel>("runNumber")->text(), QStringLiteral("813"));
    }

    void filtersAskTheStoreAndCanBeReset()
    {
        open();
        QTRY_VERIFY(count() > 20);
        auto *status = find<QComboBox>("runsStatusFilter");
        QVERIFY(!find<QWidget>("runsResetFilters")->isVisible());
        status->setFocus();
        while (status->currentText() != QStringLiteral("Did not run")) {
            QTest::keyClick(status, Qt::Key_Down);
        }
        QTRY_COMPARE(count(), 2);
        QCOMPARE(m_engine->lastRunQuery().statuses, (QList<RunStatus>{RunStatus::Skipped, RunStatus::Missed}));
        auto *period = find<QComboBox>("runsPeriodFilter");
        period->setCurrentIndex(period->findText(QStringLiteral("7 days")));
        QTRY_COMPARE(m_engine->lastRunQuery().from, QDate::currentDate().addDays(-6).startOfDay().toMSecsSinceEpoch());
        auto *origin = find<QComboBox>("runsOriginFilter");
        origin->setCurrentIndex(origin->findText(QStringLiteral("Bot")));
        QTRY_VERIFY(find<QWidget>("runsNoMatch")->isVisible());
        QTest::mouseClick(find<QWidget>("runsNoMatch")->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(count() > 20);
        QCOMPARE(m_engine->lastRunQuery().statuses.size(), 0);
        QVERIFY(!find<QWidget>("runsResetFilters")->isVisible());
    }

    void filtersAreKept()
    {
        open();
        auto *origin = find<QComboBox>("runsOriginFilter");
        origin->setCurrentIndex(origin->findText(QStringLiteral("By hand")));
        m_page->openWith(QVariantMap{}); // nothing
        m_page.reset();
        open();
        QCOMPARE(find<QComboBox>("runsOriginFilter")->currentText(), QStringLiteral("By hand"));
        QTRY_COMPARE(m_engine->lastRunQuery().origins, QList<RunOrigin>{RunOrigin::Window});
    }

    void runningOneShowsItsBarAndIsCancelled()
    {
        open();
        QTRY_VERIFY(count() > 20);
        const RunId run = m_engine->startRun();
        QTRY_COMPARE(cell(0, RunListModel::Status), QStringLiteral("Running"));
        m_engine->advanceRun(5);
        QVERIFY(cell(0, RunListModel::Channels).startsWith(QStringLiteral("5 of ")));
        QVERIFY(cell(0, RunListModel::Channels).endsWith(QStringLiteral(" left")));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, middleOf(0));
        auto *bar = find<QProgressBar>("runProgress");
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(bar->value(), 5);
        QTRY_COMPARE(find<QTableView>("runChannels")->model()->rowCount(), m_engine->status().run->channelsTotal);
        QVERIFY(action("runsCancel")->isEnabled());
        QVERIFY(!action("runsRetryFailed")->isEnabled());
        QVERIFY(action("runsRetryFailed")->toolTip().contains(QStringLiteral("still going")));
        QTest::mouseClick(find<QWidget>("runsCancelButton"), Qt::LeftButton);
        QCOMPARE(m_engine->calls().last(), QStringLiteral("cancelRun"));
        QTRY_COMPARE(cell(0, RunListModel::Status), QStringLiteral("Stopped"));
        QTRY_VERIFY(!action("runsCancel")->isEnabled());
        QCOMPARE(cell(0, RunListModel::Number), QString::number(run));
    }

    void queuedOneIsCancelledByKey()
    {
        open();
        QTRY_VERIFY(count() > 20);
        RunRecord run = ended(900, RunStatus::Queued);
        run.startedAt = run.finishedAt = 0;
        run.queuedAt = QDateTime::currentMSecsSinceEpoch();
        Q_EMIT m_engine->runChanged(run);
        table()->setFocus();
        select(900);
        QTRY_VERIFY(action("runsCancel")->isEnabled());
        m_engine->clearCalls();
        QTest::keyClick(table(), Qt::Key_Period, Qt::ControlModifier);
        QCOMPARE(m_engine->calls(), QStringList{QStringLiteral("cancelRun")});
    }

    void failedChannelsAreReadAgain()
    {
        open();
        QTRY_VERIFY(count() > 20);
        select(812); // three channels failed
        QTRY_VERIFY(action("runsRetryFailed")->isEnabled());
        action("runsRetryFailed")->trigger();
        QCOMPARE(m_engine->calls().last(), QStringLiteral("retryFailed"));
        // The new run is shown at once.
        QTRY_COMPARE(find<ElidedLabel>("runTitle")->fullText(), QStringLiteral("Run 814 · Parse channels"));
        select(811);
        QTRY_VERIFY(action("runsRetryFailed")->toolTip().contains(QStringLiteral("No channel of this run failed.")));
    }

    void refusalOfTheEngineIsSaid()
    {
        open();
        QTRY_VERIFY(count() > 20);
        select(812);
        QTRY_VERIFY(action("runsRetryFailed")->isEnabled());
        InfoMessage posted;
        connect(m_page.get(), &Page::messageRequested, this, [&](const InfoMessage &message) { posted = message; });
        m_engine->failNext(Error{ErrorCode::DatabaseReadOnly, QStringLiteral("vestnik.db"), {}});
        action("runsRetryFailed")->trigger();
        QTRY_VERIFY(posted.text.contains(QStringLiteral("vestnik.db")));
        QCOMPARE(posted.kind, InfoMessage::Kind::Bad);
    }

    void jobIsRunAgainAndShown()
    {
        open();
        QTRY_VERIFY(count() > 20);
        select(813);
        QTRY_VERIFY(action("runsRunAgain")->isEnabled());
        QSignalSpy page(m_page.get(), &Page::pageRequested);
        action("runsShowJob")->trigger();
        QCOMPARE(page.value(0).value(0).toString(), QStringLiteral("schedule"));
        QCOMPARE(page.value(0).value(1).value<QVariant>().toLongLong(), 1);
        action("runsRunAgain")->trigger();
        QCOMPARE(m_engine->calls().last(), QStringLiteral("runJob"));
        QTRY_VERIFY(find<ElidedLabel>("runTitle")->fullText().startsWith(QStringLiteral("Run 814")));
        select(811); // by hand
        QTRY_VERIFY(action("runsShowJob")->toolTip().contains(QStringLiteral("belongs to no job")));
        m_engine->removeJobs({1}, m_page.get(), {});
        select(813);
        QTRY_VERIFY(action("runsShowJob")->toolTip().contains(QStringLiteral("not there any more")));
    }

    void channelIsOpenedByDoubleClick()
    {
        open();
        auto *channels = find<QTableView>("runChannels");
        QTRY_VERIFY(channels->model()->rowCount() > 10);
        QSignalSpy page(m_page.get(), &Page::pageRequested);
        channels->setFocus();
        channels->setCurrentIndex(channels->model()->index(0, 0));
        QTest::keyClick(channels, Qt::Key_Return);
        QCOMPARE(page.value(0).value(0).toString(), QStringLiteral("channels"));
        QVERIFY(page.value(0).value(1).value<QVariant>().toMap().value(QStringLiteral("channel")).toLongLong() > 0);
        // Those with trouble are on top.
        QCOMPARE(channels->model()->index(0, 1).data().toString(), QStringLiteral("Failed"));
    }

    void logGoesOnWhileTheEndIsInSight()
    {
        open();
        QTRY_VERIFY(count() > 20);
        const RunId run = m_engine->startRun();
        m_page->openWith(QVariantMap{{QStringLiteral("run"), run}});
        auto *tabs = find<QTabWidget>("runTabs");
        tabs->setCurrentIndex(1);
        auto *log = find<QTableView>("runLogTable");
        QTRY_VERIFY(find<QLabel>("runLogNone")->isVisible());
        for (int i = 0; i < 60; ++i) {
            m_engine->addLog(LogLevel::Info, LogEvent::Text, {}, {QStringLiteral("line %1").arg(i)}, {}, run);
            m_engine->addLog(LogLevel::Info, LogEvent::Text, {}, {QStringLiteral("of another")}, {}, run - 1);
        }
        QCOMPARE(log->model()->rowCount(), 60);
        QTRY_COMPARE(log->verticalScrollBar()->value(), log->verticalScrollBar()->maximum());
        QVERIFY(log->verticalScrollBar()->maximum() > 0);
        log->verticalScrollBar()->setValue(3);
        m_engine->addLog(LogLevel::Info, LogEvent::Text, {}, {QStringLiteral("line 60")}, {}, run);
        QCOMPARE(log->verticalScrollBar()->value(), 3);
        action("runsCopyLog")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 60);
    }

    void lineThatIsKeptAndLiveIsShownOnce()
    {
        open(FakeEngine::Content::Empty);
        const LogEntry kept = lineOf(5, QStringLiteral("kept"));
        m_engine->putRun(ended(5), {}, {kept});
        QTRY_VERIFY(table()->isVisible());
        find<QTabWidget>("runTabs")->setCurrentIndex(1);
        auto *log = find<QTableView>("runLogTable");
        QTRY_COMPARE(log->model()->rowCount(), 1);
        m_page->refresh();
        LogEntry live = kept;
        live.number = 77; // as of another start of the program
        Q_EMIT m_engine->logAdded({live, lineOf(5, QStringLiteral("fresh")), lineOf(6, QStringLiteral("alien"))});
        QTRY_COMPARE(log->model()->rowCount(), 2);
        QCOMPARE(log->model()->index(1, 3).data().toString(), QStringLiteral("fresh"));
    }

    void newRunDoesNotMoveWhatIsRead()
    {
        open(FakeEngine::Content::Empty);
        for (int id = 1; id <= 100; ++id) {
            m_engine->putRun(ended(id));
        }
        QTRY_COMPARE(count(), 100);
        QTRY_VERIFY(table()->verticalScrollBar()->maximum() > 400);
        // At the top new ones just come.
        m_engine->putRun(ended(101));
        QTRY_COMPARE(table()->rowAt(2), 0);
        auto *pill = find<QPushButton>("runsNewsPill");
        QVERIFY(!pill->isVisible());
        table()->verticalScrollBar()->setValue(300);
        const RunId read = idAt(table()->rowAt(40));
        const int place = table()->rowViewportPosition(table()->rowAt(40));
        m_engine->putRun(ended(102));
        m_engine->putRun(ended(103));
        QTRY_VERIFY(pill->isVisible());
        QCOMPARE(pill->text(), QStringLiteral("2 new runs"));
        QCOMPARE(idAt(table()->rowAt(40)), read);
        QCOMPARE(table()->rowViewportPosition(table()->rowAt(40)), place);
        QTest::mouseClick(pill, Qt::LeftButton);
        QCOMPARE(idAt(table()->rowAt(2)), RunId(103));
        QVERIFY(!pill->isVisible());
    }

    void selectionFollowsTheRun()
    {
        open();
        QTRY_VERIFY(count() > 20);
        select(805);
        m_engine->putRun(ended(820));
        QTRY_COMPARE(cell(0, RunListModel::Number), QStringLiteral("820"));
        QTRY_COMPARE(find<ElidedLabel>("runTitle")->fullText().section(QLatin1Char(' '), 1, 1), QStringLiteral("805"));
        m_page->refresh();
        QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
        QVERIFY(reset.wait());
        QTRY_COMPARE(table()->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(idAt(table()->selectionModel()->selectedRows().first().row()), RunId(805));
    }

    void openWithAJobShowsItsRuns()
    {
        open();
        find<QComboBox>("runsOriginFilter")->setCurrentIndex(3);
        m_page->openWith(qlonglong(4));
        QTRY_COMPARE(count(), 1);
        QCOMPARE(m_engine->lastRunQuery().job, JobId(4));
        QCOMPARE(m_engine->lastRunQuery().origins.size(), 0);
        QCOMPARE(find<QComboBox>("runsJobFilter")->currentText(), QStringLiteral("Nightly backup"));
        // One that was removed is still asked for.
        m_page->openWith(qlonglong(99));
        QTRY_COMPARE(m_engine->lastRunQuery().job, JobId(99));
        QCOMPARE(find<QComboBox>("runsJobFilter")->currentText(), QStringLiteral("Job 99"));
    }

    void openWithARunFindsAnOldOne()
    {
        open(FakeEngine::Content::Empty);
        for (int id = 1; id <= 700; ++id) {
            m_engine->putRun(ended(id));
        }
        m_page->refresh();
        m_page->openWith(QVariantMap{{QStringLiteral("run"), 33}});
        QTRY_COMPARE(find<ElidedLabel>("runTitle")->fullText(), QStringLiteral("Run 33 · Parse channels"));
        QCOMPARE(idAt(table()->currentIndex().row()), RunId(33));
    }

    void rowsAreCopiedAsTabSeparatedText()
    {
        open();
        QTRY_VERIFY(count() > 20);
        table()->setFocus();
        select(813);
        QTest::keyClick(table(), Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(action("runsCopy")->isEnabled());
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.first().split(QLatin1Char('\t')).at(RunListModel::Number), QStringLiteral("813"));
        QTRY_VERIFY(find<QLabel>("runHint")->isVisible());
        QCOMPARE(find<QLabel>("runHint")->text(), QStringLiteral("2 runs are selected."));
    }

    void detailsHaveReasonErrorAndAdvice()
    {
        open(FakeEngine::Content::Empty);
        RunRecord run = ended(9, RunStatus::Failed);
        run.attempt = 2;
        run.reason.kind = RunReasonKind::Retry;
        run.reason.run = 8;
        run.reason.count = 2;
        run.error = Error{ErrorCode::HostNotFound, QStringLiteral("t.me"), QStringLiteral("lookup failed")};
        m_engine->putRun(run);
        QTRY_VERIFY(table()->isVisible());
        find<QTabWidget>("runTabs")->setCurrentIndex(2);
        QTRY_COMPARE(find<QLabel>("runReason")->text(), QStringLiteral("Try 2 after run 8 failed."));
        QCOMPARE(find<QLabel>("runAttempt")->text(), QStringLiteral("2"));
        QVERIFY(find<QLabel>("runProblem")->text().contains(QStringLiteral("t.me")));
        QVERIFY(!find<QLabel>("runAdvice")->text().isEmpty());
        QCOMPARE(find<QLabel>("runTechnical")->text(), QStringLiteral("lookup failed"));
        QVERIFY(!find<QLabel>("runDue")->isVisible());
    }

    void chartsAreFoldedAndStaySo()
    {
        open();
        QTRY_VERIFY(find<QWidget>("runCharts")->isVisible());
        action("runsCharts")->trigger();
        QVERIFY(!find<QWidget>("runCharts")->isVisible());
        m_page.reset();
        open();
        QVERIFY(!find<QWidget>("runCharts")->isVisible());
    }

    void counterTellsRunningOnesAndTrouble()
    {
        m_engine = std::make_unique<FakeEngine>();
        m_page = std::make_unique<RunsPage>(*m_engine, *m_settings);
        QSignalSpy counter(m_page.get(), &Page::counterChanged);
        const auto text = [&] { return counter.isEmpty() ? QString() : counter.last().at(0).toString(); };
        const auto trouble = [&] { return !counter.isEmpty() && counter.last().at(1).toBool(); };
        m_engine->startRun();
        QTRY_COMPARE(text(), QStringLiteral("1"));
        QVERIFY(!trouble());
        m_engine->cancelRun(0);
        QTRY_COMPARE(text(), QString());
        QVERIFY(!trouble());
        m_engine->putRun(ended(900, RunStatus::Failed));
        QVERIFY(trouble());
        RunRecord skipped = ended(901, RunStatus::Skipped);
        m_engine->putRun(skipped); // says nothing about health
        QVERIFY(trouble());
        m_engine->putRun(ended(902));
        QVERIFY(!trouble());
    }

    void menuIsThatOfTheMenuBar()
    {
        open();
        QTRY_VERIFY(count() > 20);
        Q_EMIT table()->customContextMenuRequested(middleOf(1));
        auto *menu = m_page->findChild<QMenu *>();
        QVERIFY(menu);
        QStringList shown;
        for (const QAction *one : menu->actions()) {
            shown.append(one->isSeparator() ? QString() : one->objectName());
        }
        QStringList wanted;
        for (const QAction *one : m_page->menuActions()) {
            wanted.append(one ? one->objectName() : QString());
        }
        QCOMPARE(shown, wanted);
        menu->close();
    }

private:
    void open(FakeEngine::Content content = FakeEngine::Content::Sample)
    {
        m_engine = std::make_unique<FakeEngine>(content);
        m_page = std::make_unique<RunsPage>(*m_engine, *m_settings);
        m_page->resize(1070, 690);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTest::mouseMove(m_page.get(), QPoint(2, 2)); // off the table, where another test may have left it
    }
    template<typename T>
    T *find(const char *name)
    {
        return m_page->findChild<T *>(QLatin1String(name));
    }
    QAction *action(const char *name) { return find<QAction>(name); }
    QTableView *table() { return find<QTableView>("runsHistory"); }
    int count() { return table()->model()->rowCount(); }
    QString cell(int row, int column) { return table()->model()->index(row, column).data().toString(); }
    RunId idAt(int row) { return cell(row, RunListModel::Number).toLongLong(); }
    QPoint middleOf(int row) { return table()->visualRect(table()->model()->index(row, RunListModel::Job)).center(); }
    void select(RunId run)
    {
        for (int row = 0; row < count(); ++row) {
            if (idAt(row) == run) {
                // selectRow() would look at the keys that are held.
                table()->selectionModel()->setCurrentIndex(
                    table()->model()->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
                return;
            }
        }
        QFAIL("no such run");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<RunsPage> m_page;
};

QTEST_MAIN(TestRunsPage)
#include "tst_runspage.moc"
