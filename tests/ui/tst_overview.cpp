// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/overview/attention.h"
#include "ui/overview/overviewpage.h"
#include "ui/overview/runscard.h"
#include "ui/overview/runsmodel.h"
#include "ui/overview/runssparkline.h"
#include "ui/widgets/controls.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedLayout>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace vestnik;

namespace {

ChannelRow failing(ChannelId id, ErrorCode code, qint64 since)
{
    ChannelRow row;
    row.id = id;
    row.username = QStringLiteral("name%1").arg(id);
    row.health = ChannelHealth::Failing;
    row.error = Error{code, QStringLiteral("@name%1").arg(id), {}};
    row.failingSince = since;
    return row;
}

} // namespace

class TestOverview final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void attentionPutsTheGravestFirst()
    {
        EngineStatus status;
        status.storeError = Error{ErrorCode::DatabaseFull, QStringLiteral("x.db"), {}};
        HostState host;
        host.host = QStringLiteral("t.me");
        host.waitingUntil = 60'000;
        status.hosts = {host};
        const QList<AttentionItem> items = Attention::find(
            status, {failing(1, ErrorCode::TimedOut, 9'000), failing(2, ErrorCode::NameIsBot, 3'000)}, 10'000);
        QCOMPARE(items.size(), 4);
        QCOMPARE(items.at(0).fix, AttentionItem::Fix::OpenDiagnostics);
        QVERIFY(!items.at(1).bad);
        QCOMPARE(items.at(2).channel, ChannelId(2)); // failing longer
        QCOMPARE(items.at(2).fix, AttentionItem::Fix::OpenChannel);
        QCOMPARE(items.at(3).fix, AttentionItem::Fix::Retry);
    }

    void nothingNeedsAttention() { QCOMPARE(Attention::find(EngineStatus(), {}, 1000).size(), 0); }

    void hostThatAnswersAgainIsNotListed()
    {
        EngineStatus status;
        HostState host;
        host.host = QStringLiteral("t.me");
        host.pausedUntil = 5'000;
        status.hosts = {host};
        QCOMPARE(Attention::find(status, {}, 4'000).size(), 1);
        QCOMPARE(Attention::find(status, {}, 6'000).size(), 0);
    }

    void runsModelKeepsItsContract()
    {
        RunsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RunRecord run;
        for (int i = 1; i <= 5; ++i) {
            run.id = i;
            model.take(run, 3);
        }
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 0).data(RunsModel::RunRole).value<RunRecord>().id, RunId(5));
        run.postsAdded = 44;
        model.take(run, 3);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, RunsModel::Added).data().toString(), QStringLiteral("44"));
    }

    void emptyMachineSaysWhatToDo()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        OverviewPage page(engine, m_settings);
        page.show();
        QSignalSpy requested(&page, &Page::pageRequested);
        auto *button = page.findChild<QPushButton *>(QStringLiteral("emptyStateButton"));
        QVERIFY(button->isVisible());
        button->click();
        QCOMPARE(requested.first().at(0).toString(), QStringLiteral("channels"));
        QCOMPARE(requested.first().at(1).value<QVariant>().toString(), QStringLiteral("add"));
        engine.addChannels({ChannelDraft{QStringLiteral("zarechye"), {}}}, &page, {});
        QTRY_VERIFY(!button->isVisible());
    }

    void runShowsNumbersAndCanBeCancelled()
    {
        FakeEngine engine;
        OverviewPage page(engine, m_settings);
        page.show();
        auto *part = page.findChild<QWidget *>(QStringLiteral("overviewRun"));
        QVERIFY(!part->isVisible());
        engine.startRun();
        QTRY_VERIFY(part->isVisible());
        engine.advanceRun(5);
        auto *bar = page.findChild<QProgressBar *>(QStringLiteral("overviewProgress"));
        QCOMPARE(bar->value(), 5);
        QCOMPARE(bar->maximum(), engine.status().run->channelsTotal);
        page.findChild<QPushButton *>(QStringLiteral("overviewCancel"))->click();
        QVERIFY(engine.calls().contains(QStringLiteral("cancelRun")));
        QTRY_VERIFY(!part->isVisible());
        auto *table = page.findChild<QTableView *>(QStringLiteral("runsTable"));
        QTRY_COMPARE(table->model()->index(0, RunsModel::Status).data().toString(), QStringLiteral("Stopped"));
    }

    void retryParsesThatChannel()
    {
        FakeEngine engine;
        OverviewPage page(engine, m_settings);
        page.show();
        QTRY_VERIFY(page.findChild<QPushButton *>(QStringLiteral("attentionFix0")));
        QPushButton *retry = nullptr;
        for (int i = 0; i < 5; ++i) {
            auto *button = page.findChild<QPushButton *>(QStringLiteral("attentionFix%1").arg(i));
            if (button && button->text() == QStringLiteral("Retry")) {
                retry = button;
            }
        }
        QVERIFY(retry);
        retry->click();
        QCOMPARE(engine.lastParse().channels.size(), 1);
    }

    void nextFiveRunsOpenTheSchedule()
    {
        FakeEngine engine;
        OverviewPage page(engine, m_settings);
        page.resize(1070, 690);
        page.show();
        const auto name = [&](int i) { return page.findChild<LinkButton *>(QStringLiteral("upcomingName%1").arg(i)); };
        QVERIFY(!name(0)->isVisible()); // the scheduler is stopped
        EngineStatus status = engine.status();
        status.scheduler = SchedulerState::Running;
        status.upcoming.clear();
        engine.setStatus(status);
        QVERIFY(name(0)->isVisible());
        QCOMPARE(name(0)->text(), QStringLiteral("No run is planned. Open the schedule"));
        const qint64 noon = QDateTime(QDate::currentDate().addDays(3), QTime(12, 0)).toMSecsSinceEpoch();
        for (int i = 0; i < 5; ++i) {
            status.upcoming.append(
                {i + 1, QStringLiteral("Job %1").arg(i + 1), QStringLiteral("parse"), noon + i * 60'000});
        }
        engine.setStatus(status);
        QVERIFY(name(4)->isVisible());
        QCOMPARE(name(4)->text(), QStringLiteral("Job 5"));
        auto *time = page.findChild<QLabel *>(QStringLiteral("upcomingTime1"));
        QVERIFY2(time->text().endsWith(QStringLiteral(" 12:01")), qPrintable(time->text()));
        QSignalSpy requested(&page, &Page::pageRequested);
        QTest::mouseClick(name(2), Qt::LeftButton);
        QCOMPARE(requested.value(0).value(0).toString(), QStringLiteral("schedule"));
        QCOMPARE(requested.value(0).value(1).value<QVariant>().toLongLong(), 3);
    }

    void skippedRunSaysWhyAndIsOpened()
    {
        FakeEngine engine;
        OverviewPage page(engine, m_settings);
        page.resize(1070, 690);
        page.show();
        auto *table = page.findChild<QTableView *>(QStringLiteral("runsTable"));
        QTRY_COMPARE(table->model()->rowCount(), RunsCard::shownRuns);
        RunRecord run;
        run.id = 900;
        run.status = RunStatus::Skipped;
        run.startedAt = run.finishedAt = QDateTime::currentMSecsSinceEpoch();
        run.reason.kind = RunReasonKind::StillGoing;
        run.reason.run = 899;
        engine.putRun(run);
        const QModelIndex first = table->model()->index(0, RunsModel::Status);
        QCOMPARE(first.data().toString(), QStringLiteral("Skipped · Run 899 was still going."));
        QCOMPARE(table->model()->index(0, RunsModel::Added).data().toString(), QString());
        QSignalSpy requested(&page, &Page::pageRequested);
        table->setFocus();
        table->setCurrentIndex(first);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(requested.value(0).value(0).toString(), QStringLiteral("runs"));
        QCOMPARE(requested.value(0).value(1).value<QVariant>().toMap().value(QStringLiteral("run")).toLongLong(), 900);
    }

    void runsOfTheDayAreCounted()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        RunCharts charts;
        charts.days = QList<RunCharts::Day>(24);
        charts.days[3].done = 4;
        charts.days[3].meanMs = 72'000;
        charts.days[20].failed = 1;
        charts.days[20].skipped = 2;
        charts.days[20].meanMs = 5'000;
        engine.setCharts(charts);
        OverviewPage page(engine, m_settings);
        auto *runs = page.findChild<LinkButton *>(QStringLiteral("runsDay"));
        QTRY_COMPARE(runs->text(), QStringLiteral("5 runs, 1 failed"));
        const auto *line = page.findChild<RunsSparkline *>();
        QVERIFY(line->describe(3).endsWith(QStringLiteral(": 4 runs, mean 1 min 12 s")));
        QVERIFY(line->describe(20).endsWith(QStringLiteral(": 1 runs, mean 5 s, 1 failed, 2 skipped or missed")));
        const QList<qint64> bounds = RunsSparkline::bounds(86'400'000);
        QCOMPARE(bounds.size(), 25);
        QCOMPARE(bounds.first(), 0);
        QCOMPARE(bounds.last(), 86'400'000);
    }

    void nothingIsScrolledOnASmallScreen()
    {
        FakeEngine engine;
        OverviewPage page(engine, m_settings);
        page.resize(1072, 692); // what 1280 × 800 leaves
        page.show();
        engine.startScheduler();
        engine.startRun();
        engine.advanceRun(4);
        auto *table = page.findChild<QTableView *>(QStringLiteral("runsTable"));
        QTRY_COMPARE(table->model()->rowCount(), RunsCard::shownRuns);
        QTRY_VERIFY(page.findChild<LinkButton *>(QStringLiteral("upcomingName4"))->isVisible());
        auto *scroll = page.findChild<QScrollArea *>();
        QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
        QTRY_COMPARE(table->verticalScrollBar()->maximum(), 0);
    }

    void dayIsComparedWithYesterday()
    {
        FakeEngine engine;
        OverviewNumbers numbers;
        numbers.postsToday = 150;
        numbers.postsYesterday = 100;
        numbers.postsWeek = 900;
        numbers.postsTotal = 12'345;
        numbers.perHour.fill(10, 24);
        engine.setOverview(numbers);
        OverviewPage page(engine, m_settings);
        auto *compared = page.findChild<ElidedLabel *>(QStringLiteral("postsCompared"));
        QTRY_COMPARE(compared->fullText(), QStringLiteral("today 150, +50 % against yesterday by this hour"));
        QCOMPARE(page.findChild<QLabel *>(QStringLiteral("postsDay"))->text(), QStringLiteral("240 posts"));
    }

private:
    QTemporaryDir m_dir;
    QSettings m_settings{m_dir.filePath(QStringLiteral("window.ini")), QSettings::IniFormat};
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
