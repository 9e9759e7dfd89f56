// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/jobmodel.h"
#include "ui/schedule/jobproxy.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace vestnik;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;

qint64 noon()
{
    return QDateTime(QDate(2026, 11, 20), QTime(12, 0)).toMSecsSinceEpoch();
}

JobRow rowOf(JobId id, const QString &name)
{
    JobRow row;
    row.job.id = id;
    row.job.name = name;
    row.nextAt = noon() + id * minute;
    return row;
}

QList<JobRow> sample()
{
    QList<JobRow> rows{rowOf(1, QStringLiteral("Job 10")), rowOf(2, QStringLiteral("Job 9")),
        rowOf(3, QStringLiteral("Копия")), rowOf(4, QStringLiteral("Alpha")), rowOf(5, QStringLiteral("beta"))};
    rows[1].job.enabled = false;
    rows[2].job.kind = QLatin1String(jobkinds::backup);
    rows[2].last = RunRecord();
    rows[2].last->id = 7;
    rows[2].last->status = RunStatus::Failed;
    rows[2].last->startedAt = noon() - 2 * hour;
    rows[2].last->finishedAt = rows[2].last->startedAt + 100'000;
    rows[2].last->error = Error{ErrorCode::FileFailed, QStringLiteral("/media/disk"), {}};
    rows[3].job.paused = true;
    rows[3].job.pausedUntil = noon() + 26 * hour;
    rows[4].going = {12, 13};
    rows[4].job.target.kind = JobTarget::Kind::Folder;
    rows[4].job.target.folder = QStringLiteral("Новости");
    return rows;
}

void fill(JobModel &model)
{
    model.setNow(noon());
    model.setRows(sample());
}

QString cellOf(const JobModel &model, JobId id, int column, int role = Qt::DisplayRole)
{
    return model.index(model.rowOf(id), column).data(role).toString();
}

QList<JobId> order(const JobProxy &proxy)
{
    QList<JobId> ids;
    for (int row = 0; row < proxy.rowCount(); ++row) {
        ids.append(proxy.rowAt(row).job.id);
    }
    return ids;
}

} // namespace

class TestJobModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void saysWhatStateAJobIsIn()
    {
        JobModel model;
        fill(model);
        QCOMPARE(cellOf(model, 1, JobModel::State), QStringLiteral("On"));
        QCOMPARE(cellOf(model, 2, JobModel::State), QStringLiteral("Off"));
        QCOMPARE(cellOf(model, 4, JobModel::State), QStringLiteral("Paused"));
        QCOMPARE(cellOf(model, 4, JobModel::State, JobModel::SecondRole), QStringLiteral("until tomorrow 14:00"));
        QCOMPARE(cellOf(model, 5, JobModel::State), QStringLiteral("Running"));
        QCOMPARE(cellOf(model, 5, JobModel::State, JobModel::SecondRole), QStringLiteral("2 runs"));
        for (JobId id = 1; id <= 5; ++id) {
            QVERIFY(!model.index(model.rowOf(id), JobModel::State).data(Qt::DecorationRole).value<QIcon>().isNull());
        }
    }

    void saysWhenAJobRunsNext()
    {
        JobModel model;
        fill(model);
        QCOMPARE(cellOf(model, 1, JobModel::Next), QStringLiteral("in 1 min"));
        QCOMPARE(cellOf(model, 1, JobModel::Next, JobModel::SecondRole), QStringLiteral("12:01"));
        QCOMPARE(cellOf(model, 2, JobModel::Next), QString(QChar(0x2013)));
        QVERIFY(cellOf(model, 2, JobModel::Next, Qt::ToolTipRole).contains(QStringLiteral("switched off")));
        model.setNow(noon() + minute + 1);
        QCOMPARE(cellOf(model, 1, JobModel::Next), QStringLiteral("now"));
        JobRow row = sample().at(0);
        row.nextAt = noon() + 21 * hour;
        model.upsert({row});
        QCOMPARE(cellOf(model, 1, JobModel::Next), QStringLiteral("tomorrow 09:00"));
        QCOMPARE(cellOf(model, 1, JobModel::Next, JobModel::SecondRole), QString());
        QVERIFY(
            cellOf(model, 1, JobModel::Next, Qt::ToolTipRole).contains(QStringLiteral("21 November 2026, 09:00:00")));
        row.nextAt = 0;
        model.upsert({row});
        QCOMPARE(cellOf(model, 1, JobModel::Next), QStringLiteral("never"));
    }

    void saysHowTheLastRunWent()
    {
        JobModel model;
        fill(model);
        QCOMPARE(cellOf(model, 3, JobModel::Last), QStringLiteral("Failed"));
        QCOMPARE(cellOf(model, 3, JobModel::Last, JobModel::SecondRole), QStringLiteral("10:00 · 1:40"));
        QVERIFY(cellOf(model, 3, JobModel::Last, Qt::ToolTipRole).contains(QStringLiteral("/media/disk")));
        QCOMPARE(cellOf(model, 1, JobModel::Last), QStringLiteral("Never ran"));
        JobRow skipped = sample().at(0);
        skipped.last = RunRecord();
        skipped.last->id = 9;
        skipped.last->status = RunStatus::Skipped;
        skipped.last->startedAt = noon() - hour;
        skipped.last->finishedAt = noon() - hour;
        skipped.last->reason = {RunReasonKind::StillGoing, 812};
        JobModel other;
        fill(other);
        other.upsert({skipped});
        QCOMPARE(cellOf(other, 1, JobModel::Last, JobModel::SecondRole), QStringLiteral("11:00"));
        QVERIFY(cellOf(other, 1, JobModel::Last, Qt::ToolTipRole).contains(QStringLiteral("812")));
    }

    void saysWhatAJobWorksOn()
    {
        JobModel model;
        fill(model);
        QVERIFY(cellOf(model, 5, JobModel::Name, JobModel::SecondRole).endsWith(QStringLiteral(": folder “Новости”")));
        JobRow row = sample().at(0);
        row.job.target.kind = JobTarget::Kind::Channels;
        row.job.target.channels = {42};
        model.upsert({row});
        QVERIFY(cellOf(model, 1, JobModel::Name, JobModel::SecondRole).endsWith(QStringLiteral(": 1 channels")));
        model.setChannelNames({{42, QStringLiteral("alpha_news")}});
        QVERIFY(cellOf(model, 1, JobModel::Name, JobModel::SecondRole).endsWith(QStringLiteral(": @alpha_news")));
    }

    void unchangedRowsAreSilent()
    {
        JobModel model;
        fill(model);
        const QAbstractItemModelTester tester(&model);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.upsert(sample());
        QCOMPARE(changed.size(), 0);
        JobRow row = sample().at(2);
        row.nextAt += 1;
        model.upsert({row});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 2);
        QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 2);
    }

    void newRowsAreAppendedOnceAndGoneOnesRemoved()
    {
        JobModel model;
        fill(model);
        const QAbstractItemModelTester tester(&model);
        const JobRow fresh = rowOf(9, QStringLiteral("Fresh"));
        model.upsert({fresh, fresh});
        QCOMPARE(model.rowCount(), 6);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.remove({1, 4, 5, 77, 4});
        QCOMPARE(removed.size(), 2); // rows 3 and 4 together, then row 0
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf(2), 0);
        QCOMPARE(model.rowOf(9), 2);
        QCOMPARE(model.rowOf(4), -1);
    }

    void bandsGrowStaleWithTimeAndWithChanges()
    {
        JobModel model;
        fill(model);
        QCOMPARE(model.withoutBand({1, 2, 77}), (QList<JobId>{1, 2}));
        JobFires fires;
        fires.job = 1;
        fires.fires = {noon() + hour};
        model.setFires({1, 2}, {fires}, noon());
        QVERIFY(model.withoutBand({1, 2}).isEmpty());
        QCOMPARE(model.band(model.rowOf(1)).fires.fires, fires.fires);
        QVERIFY(model.band(model.rowOf(2)).fires.fires.isEmpty());
        QVERIFY(model.band(model.rowOf(2)).isRead());
        JobRow row = sample().at(0);
        row.job.paused = true;
        model.upsert({row});
        QCOMPARE(model.withoutBand({1, 2}), QList<JobId>{1});
        QVERIFY(model.band(model.rowOf(1)).isRead()); // the old one is better than none
        model.setFires({1}, {fires}, noon());
        // A run that begins or ends moves no fire.
        row.last = RunRecord();
        model.upsert({row});
        QVERIFY(model.withoutBand({1}).isEmpty());
        model.setNow(noon() + minute);
        QCOMPARE(model.withoutBand({1, 2}), (QList<JobId>{1, 2}));
        model.setFires({1}, {fires}, noon()); // an answer from before
        QCOMPARE(model.withoutBand({1}), QList<JobId>{1});
    }

    void cronIsAskedForOncePerExpression()
    {
        JobModel model;
        fill(model);
        QList<JobRow> rows = sample();
        for (JobRow &row : rows) {
            row.job.trigger.kind = TriggerKind::Cron;
            row.job.trigger.cron = QStringLiteral("30 8 * * 1-5");
        }
        rows[0].job.trigger.cron = QStringLiteral("@daily");
        model.upsert(rows);
        QCOMPARE(cellOf(model, 2, JobModel::When), QStringLiteral("30 8 * * 1-5"));
        const QList<Trigger> missing = model.withoutWords({1, 2, 3, 4, 5});
        QCOMPARE(missing.size(), 2);
        CronFields fields;
        fields.minutes = 1ULL << 30;
        fields.hours = 1U << 8;
        fields.days = 0xfffffffeU;
        fields.months = 0x1ffe;
        fields.weekdays = 0x3e;
        fields.dayStar = true;
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setCron(QStringLiteral("30 8 * * 1-5"), fields);
        QCOMPARE(changed.size(), 4);
        QCOMPARE(model.withoutWords({1, 2, 3, 4, 5}).size(), 1);
        QCOMPARE(cellOf(model, 2, JobModel::When), QStringLiteral("Every weekday at 08:30"));
        QVERIFY(cellOf(model, 2, JobModel::When, Qt::ToolTipRole).endsWith(QStringLiteral("\n30 8 * * 1-5")));
        model.setCron(QStringLiteral("@daily"), {}); // it has no meaning
        QCOMPARE(cellOf(model, 1, JobModel::When), QStringLiteral("@daily"));
    }

    void sortsByTheValueAndNotByTheText()
    {
        JobModel model;
        fill(model);
        JobProxy proxy(&model);
        const QAbstractItemModelTester tester(&proxy);
        proxy.sort(JobModel::Name);
        QCOMPARE(order(proxy), (QList<JobId>{4, 5, 2, 1, 3})); // Alpha, beta, Job 9, Job 10, Копия
        proxy.sort(JobModel::Next);
        QCOMPARE(order(proxy), (QList<JobId>{1, 3, 4, 5, 2})); // what is off comes last
        proxy.sort(JobModel::State);
        QCOMPARE(order(proxy), (QList<JobId>{5, 1, 3, 4, 2}));
        proxy.sort(JobModel::Last, Qt::DescendingOrder);
        QCOMPARE(order(proxy).first(), 3);
    }

    void rowsStayUntilTheListSettles()
    {
        JobModel model;
        fill(model);
        JobProxy proxy(&model);
        proxy.sort(JobModel::Next);
        const QList<JobId> before = order(proxy);
        JobRow row = sample().at(4);
        row.nextAt = noon() + 1;
        model.upsert({row});
        QCOMPARE(order(proxy), before);
        proxy.settle();
        QCOMPARE(order(proxy).first(), 5);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("state");
        QTest::addColumn<QList<qint64>>("expected");
        const int all = int(JobProxy::StateFilter::All);
        QTest::newRow("nothing") << QString() << all << QList<qint64>{1, 2, 3, 4, 5};
        QTest::newRow("Cyrillic in another case") << QStringLiteral("копИЯ") << all << QList<qint64>{3};
        QTest::newRow("target") << QStringLiteral("новости") << all << QList<qint64>{5};
        QTest::newRow("two words") << QStringLiteral("9 job") << all << QList<qint64>{2};
        QTest::newRow("on") << QString() << int(JobProxy::StateFilter::On) << QList<qint64>{1, 3, 5};
        QTest::newRow("off") << QString() << int(JobProxy::StateFilter::Off) << QList<qint64>{2};
        QTest::newRow("paused") << QString() << int(JobProxy::StateFilter::Paused) << QList<qint64>{4};
        QTest::newRow("running") << QString() << int(JobProxy::StateFilter::Running) << QList<qint64>{5};
        QTest::newRow("failed") << QString() << int(JobProxy::StateFilter::Failed) << QList<qint64>{3};
    }

    void filters()
    {
        QFETCH(QString, text);
        QFETCH(int, state);
        QFETCH(QList<qint64>, expected);
        JobModel model;
        fill(model);
        JobProxy proxy(&model);
        proxy.setText(text);
        proxy.setStateFilter(static_cast<JobProxy::StateFilter>(state));
        QList<JobId> ids = order(proxy);
        std::sort(ids.begin(), ids.end());
        QCOMPARE(ids, expected);
    }

    void jobsThatAreOffAreNotFailing()
    {
        JobRow row = sample().at(2);
        QVERIFY(JobModel::isFailing(row));
        row.job.enabled = false;
        QVERIFY(!JobModel::isFailing(row));
    }
};

QTEST_MAIN(TestJobModel)
#include "tst_jobmodel.moc"
