// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/schedulefixture.h"

#include <QHelpEvent>
#include <QToolTip>

using namespace vestnik;

/// What the Schedule page shows: its table, and what stands there instead.
class TestJobList final : public ScheduleFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeEngine(); }
    void cleanup() { dropAll(); }

    void failedJobsAreCountedAndShown()
    {
        show();
        QSignalSpy counter(m_page.get(), &Page::counterChanged);
        select({backup});
        QCOMPARE(counter.last().at(0).toString(), QStringLiteral("1"));
        QCOMPARE(counter.last().at(1).toBool(), true);
        m_page->openWith(QStringLiteral("failed"));
        QCOMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(table()->model()->index(0, 0).data(JobModel::IdRole).toLongLong(), backup);
        // It goes well the next time.
        JobRow row = m_engine->data().jobs.at(3);
        row.last->status = RunStatus::Done;
        row.last->error = {};
        m_engine->putJob(row);
        QTRY_COMPARE(counter.last().at(1).toBool(), false);
        QVERIFY(counter.last().at(0).toString().isEmpty());
    }

    void stoppedSchedulerIsSaidAndStarted()
    {
        show();
        auto *strip = find<QFrame>("scheduleStrip");
        QVERIFY(strip->isVisible());
        QVERIFY(text("scheduleStripText").contains(QStringLiteral("nothing will run")));
        click("scheduleStart");
        QVERIFY(m_engine->calls().contains(QStringLiteral("startScheduler")));
        QTRY_VERIFY(!strip->isVisible());
    }

    void storeThatCannotBeOpenedIsSaid()
    {
        makeEngine(FakeEngine::Content::Empty);
        EngineStatus status = m_engine->status();
        status.storeError = Error{ErrorCode::DatabaseDamaged, QStringLiteral("v.db"), {}};
        status.storeWritable = false;
        m_engine->setStatus(status);
        show();
        QVERIFY(find<QLabel>("scheduleFailure")->isVisible());
        QVERIFY(text("scheduleFailure").contains(QStringLiteral("v.db")));
        status.storeError = {};
        m_engine->setStatus(status);
        QVERIFY(!find<QLabel>("scheduleFailure")->isVisible());
    }

    void storeThatIsBeingPreparedIsWaitedFor()
    {
        makeEngine(FakeEngine::Content::Empty);
        EngineStatus status = m_engine->status();
        status.storePreparing = true;
        m_engine->setStatus(status);
        show();
        QVERIFY(find<QWidget>("scheduleLoading")->isVisible());
        status.storePreparing = false;
        m_engine->setStatus(status);
        QVERIFY(!find<QWidget>("scheduleLoading")->isVisible());
    }

    void selectionSurvivesLiveChanges()
    {
        show();
        select({morning});
        JobRow row = m_engine->data().jobs.at(0);
        row.nextAt += 60'000;
        row.job.id = 77;
        row.job.name = QStringLiteral("A new one");
        m_engine->putJob(row);
        QTRY_COMPARE(table()->model()->rowCount(), 6);
        m_page->refresh();
        QCOMPARE(m_page->selectedRows().size(), 1);
        QCOMPARE(m_page->selectedRows().first().job.id, morning);
    }

    void otherPagesLeadToAJob()
    {
        show();
        qobject_cast<QLineEdit *>(m_page->headerWidget())->setText(QStringLiteral("backup"));
        m_page->openWith(QVariant(morning));
        QCOMPARE(m_page->selectedRows().value(0).job.id, morning);
        m_page->openWith(QVariantMap{{QStringLiteral("job"), retention}});
        QCOMPARE(m_page->selectedRows().value(0).job.id, retention);
        m_page->openWith({}); // only to be shown
        QCOMPARE(m_page->selectedRows().value(0).job.id, retention);
        QVERIFY(!isEditing());
    }

    void searchFindsAndCanBeCleared()
    {
        show();
        auto *search = qobject_cast<QLineEdit *>(m_page->headerWidget());
        search->setText(QStringLiteral("новости"));
        QCOMPARE(table()->model()->rowCount(), 1);
        search->setText(QStringLiteral("zzz"));
        QTRY_VERIFY(!table()->isVisible());
        action("scheduleClearFilters")->trigger();
        QTRY_VERIFY(table()->isVisible());
        QCOMPARE(table()->model()->rowCount(), 5);
    }

    void columnsAreKept()
    {
        show();
        table()->setColumnWidth(JobModel::Name, 333);
        m_page.reset();
        show();
        QCOMPARE(table()->columnWidth(JobModel::Name), 333);
    }

    void columnsFitWhileNobodySetsThem()
    {
        show();
        const int wide = table()->columnWidth(JobModel::Name);
        m_page->resize(760, 600);
        QTRY_VERIFY(table()->columnWidth(JobModel::Name) < wide);
        m_page->resize(1200, 800);
        QTRY_COMPARE(table()->columnWidth(JobModel::Name), wide);
    }

    void tenThousandJobsAskOnlyForWhatIsSeen()
    {
        show();
        QList<JobRow> many;
        for (int i = 0; i < 10'000; ++i) {
            JobRow row;
            row.job.id = 1000 + i;
            row.job.name = QStringLiteral("Job %1").arg(i);
            row.nextAt = QDateTime::currentMSecsSinceEpoch() + 60'000LL * (i + 1);
            many.append(row);
        }
        Q_EMIT m_engine->jobsChanged(many);
        QCOMPARE(table()->model()->rowCount(), 10'005);
        auto *model = m_page->findChild<JobModel *>();
        // The engine answers for the five of the sample only; what was asked for is what has a band.
        const auto bands = [&] {
            int count = 0;
            for (int row = 0; row < model->rowCount(); ++row) {
                count += model->band(row).isRead() ? 1 : 0;
            }
            return count;
        };
        table()->sortByColumn(JobModel::Name, Qt::AscendingOrder);
        QTRY_VERIFY(bands() > 5);
        QVERIFY2(bands() < 200, qPrintable(QString::number(bands())));
        table()->scrollToBottom();
        const int last = model->rowOf(table()->model()->index(10'004, 0).data(JobModel::IdRole).toLongLong());
        QTRY_VERIFY(model->band(last).isRead());
        QVERIFY(bands() < 400);
    }

    void pointerOverABandTellsWhy()
    {
        JobFires fires;
        fires.job = morning;
        fires.fires = {QDateTime::currentMSecsSinceEpoch() + 12 * 3'600'000LL};
        m_engine->setFires({fires});
        show();
        auto *model = m_page->findChild<JobModel *>();
        QTRY_VERIFY(model->band(model->rowOf(morning)).isRead());
        QModelIndex cell;
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            const QModelIndex at = table()->model()->index(row, JobModel::Band);
            cell = at.data(JobModel::IdRole).toLongLong() == morning ? at : cell;
        }
        const QRect rect = table()->visualRect(cell);
        const QRectF track = DayBands::track(rect);
        const int x = int(DayBands::positionOf(fires.fires.first(), model->now(), track));
        QHelpEvent help(QEvent::ToolTip, QPoint(x, rect.center().y()),
            table()->viewport()->mapToGlobal(QPoint(x, rect.center().y())));
        QCoreApplication::sendEvent(table()->viewport(), &help);
        const QString when = JobTexts::moment(fires.fires.first(), model->now());
        QVERIFY2(QToolTip::text().startsWith(when + QStringLiteral(" — every weekday at 08:30, Moscow time")),
            qPrintable(QToolTip::text()));
        QToolTip::hideText();
    }

    void hiddenPageAsksForNothing()
    {
        show();
        auto *model = m_page->findChild<JobModel *>();
        QTRY_VERIFY(model->band(0).isRead());
        m_page->hide();
        JobRow row = m_engine->data().jobs.at(0);
        row.nextAt += 60'000;
        m_engine->putJob(row);
        QTest::qWait(50); // longer than the feed waits
        QCOMPARE(model->withoutBand({parseAll}), QList<JobId>{parseAll});
        m_page->show();
        QTRY_VERIFY(model->withoutBand({parseAll}).isEmpty());
    }
};

QTEST_MAIN(TestJobList)
#include "tst_joblist.moc"
