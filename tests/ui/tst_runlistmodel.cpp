// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/runs/runlistmodel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

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

void putMany(FakeEngine &engine, int count)
{
    for (int id = 1; id <= count; ++id) {
        engine.putRun(ended(id));
    }
}

} // namespace

class TestRunListModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }

    void pagesComeAsOneScrolls()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        putMany(engine, 450);
        RunListModel model(engine);
        QSignalSpy loaded(&model, &RunListModel::loaded);
        QVERIFY(!model.canFetchMore({}));
        model.setQuery({});
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 200);
        QCOMPARE(model.at(0).id, RunId(450));
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(!model.canFetchMore({})); // not twice at once
        QTRY_COMPARE(model.rowCount(), 400);
        QCOMPARE(engine.lastRunQuery().before, RunId(251));
        model.fetchMore({});
        QTRY_COMPARE(model.rowCount(), 450);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.at(449).id, RunId(1));
        QCOMPARE(model.rowOf(1), 449);
        // Looks at all of it; before, it would have fetched by itself.
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void newRunComesOnTopAndChangesInPlace()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        putMany(engine, 3);
        RunListModel model(engine);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy loaded(&model, &RunListModel::loaded);
        QSignalSpy arrived(&model, &RunListModel::arrived);
        model.setQuery({});
        QVERIFY(loaded.wait());
        RunRecord run = ended(4, RunStatus::Queued);
        run.startedAt = run.finishedAt = 0;
        run.queuedAt = QDateTime::currentMSecsSinceEpoch();
        Q_EMIT engine.runChanged(run);
        QCOMPARE(model.at(0).id, RunId(4));
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(model.index(0, RunListModel::Took).data().toString(), QString());
        run.status = RunStatus::Running;
        run.startedAt = run.queuedAt;
        run.channelsTotal = 214;
        Q_EMIT engine.runChanged(run);
        RunProgress progress;
        progress.run = run;
        progress.run.channelsDone = 37;
        progress.etaMs = 100'000;
        progress.current = QStringLiteral("zarechye");
        Q_EMIT engine.runProgressed(progress);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(0, RunListModel::Channels).data().toString(), QStringLiteral("37 of 214 · 1:40 left"));
        QCOMPARE(model.index(0, RunListModel::Channels).data(RunListModel::PermilleRole).toInt(), 172);
        QCOMPARE(model.index(0, RunListModel::Note).data().toString(), QStringLiteral("Reading @zarechye"));
        Q_EMIT engine.runFinished(ended(4));
        QCOMPARE(model.index(0, RunListModel::Status).data().toString(), QStringLiteral("Done"));
        QVERIFY(!model.index(0, RunListModel::Channels).data(RunListModel::PermilleRole).isValid());
        // A report that comes late must not bring it back to life.
        Q_EMIT engine.runProgressed(progress);
        Q_EMIT engine.runChanged(run);
        QCOMPARE(model.index(0, RunListModel::Status).data().toString(), QStringLiteral("Done"));
        QCOMPARE(arrived.size(), 1);
    }

    void onlyWhatTheQuerySelectsComes()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        RunListModel model(engine);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy loaded(&model, &RunListModel::loaded);
        RunQuery query;
        query.statuses = {RunStatus::Failed, RunStatus::Partly};
        query.job = 7;
        query.from = QDateTime::currentMSecsSinceEpoch() - 3'600'000;
        model.setQuery(query);
        QVERIFY(loaded.wait());
        RunRecord run = ended(1, RunStatus::Failed);
        engine.putRun(run); // no job
        run.id = 2;
        run.job = 7;
        engine.putRun(run);
        run.id = 3;
        run.startedAt -= 7'200'000;
        engine.putRun(run); // too old
        run.id = 4;
        run = ended(4);
        run.job = 7;
        engine.putRun(run); // done
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.at(0).id, RunId(2));
    }

    void oldRunThatIsNotReadYetIsNotPutIn()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        putMany(engine, 300);
        RunListModel model(engine);
        QSignalSpy loaded(&model, &RunListModel::loaded);
        model.setQuery({});
        QVERIFY(loaded.wait());
        Q_EMIT engine.runFinished(ended(50));
        QCOMPARE(model.rowCount(), 200);
        QCOMPARE(model.rowOf(50), -1);
    }

    void whatComesWhileReadingIsNotLost()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        putMany(engine, 2);
        RunListModel model(engine);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy loaded(&model, &RunListModel::loaded);
        model.setQuery({});
        engine.putRun(ended(3)); // the answer is on its way without it
        QVERIFY(loaded.wait());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.at(0).id, RunId(3));
    }

    void answerToAnotherQueryIsDropped()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        putMany(engine, 5);
        RunListModel model(engine);
        QSignalSpy loaded(&model, &RunListModel::loaded);
        QSignalSpy failed(&model, &RunListModel::failed);
        model.setQuery({});
        RunQuery none;
        none.statuses = {RunStatus::Missed};
        model.setQuery(none);
        QVERIFY(loaded.wait());
        QTest::qWait(0);
        QCOMPARE(loaded.size(), 1);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(model.rowCount(), 0);
    }

    void whatDidNotRunSaysWhy()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        RunRecord run = ended(9, RunStatus::Skipped);
        run.finishedAt = run.startedAt;
        run.reason.kind = RunReasonKind::StillGoing;
        run.reason.run = 8;
        run.jobName = QStringLiteral("Morning");
        engine.putRun(run);
        RunListModel model(engine);
        QSignalSpy loaded(&model, &RunListModel::loaded);
        model.setQuery({});
        QVERIFY(loaded.wait());
        const auto cell = [&](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(cell(RunListModel::Status), QStringLiteral("Skipped"));
        QCOMPARE(cell(RunListModel::Number), QStringLiteral("9"));
        QCOMPARE(cell(RunListModel::Job), QStringLiteral("Morning"));
        QCOMPARE(cell(RunListModel::Took), QString());
        QCOMPARE(cell(RunListModel::Added), QString());
        QCOMPARE(cell(RunListModel::Note), QStringLiteral("Run 8 was still going."));
        QVERIFY(model.line(0).startsWith(QStringLiteral("Skipped\t9\t")));
        QCOMPARE(model.line(0).count(QLatin1Char('\t')), int(RunListModel::ColumnCount) - 1);
    }
};

QTEST_MAIN(TestRunListModel)
#include "tst_runlistmodel.moc"
