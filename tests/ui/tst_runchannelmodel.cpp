// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/runchannelmodel.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace vestnik;

namespace {

RunChannel part(ChannelId id, RunChannelStatus status)
{
    RunChannel channel;
    channel.runId = 5;
    channel.channelId = id;
    channel.username = QStringLiteral("name%1").arg(id);
    channel.status = status;
    return channel;
}

RunChannel failed(ChannelId id)
{
    RunChannel channel = part(id, RunChannelStatus::Failed);
    channel.startedAt = 1'000;
    channel.finishedAt = 3'400;
    channel.error = Error{ErrorCode::PreviewDisabled, QStringLiteral("@name%1").arg(id), QStringLiteral("302")};
    return channel;
}

} // namespace

class TestRunChannelModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }

    void sameChannelsChangeInPlace()
    {
        RunChannelModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setChannels({part(1, RunChannelStatus::Queued), part(2, RunChannelStatus::Queued)});
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        // The order of the answer is not that of the rows.
        RunChannel read = part(2, RunChannelStatus::Ok);
        read.startedAt = 1'000;
        read.finishedAt = 12'000;
        read.postsAdded = 1'234;
        model.setChannels({read, part(1, RunChannelStatus::Queued)});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(1, RunChannelModel::Status).data().toString(), QStringLiteral("Good"));
        QCOMPARE(model.index(1, RunChannelModel::Added).data().toString(), QStringLiteral("1,234"));
        QCOMPARE(model.index(1, RunChannelModel::Took).data().toString(), QStringLiteral("0:11"));
        QCOMPARE(model.index(0, RunChannelModel::Added).data().toString(), QString());
        model.setChannels({failed(1)});
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowCount(), 1);
    }

    void failureIsToldWithAdvice()
    {
        RunChannelModel model;
        model.setChannels({failed(3)});
        const QString problem = model.index(0, RunChannelModel::Problem).data().toString();
        QVERIFY(problem.contains(QStringLiteral("@name3")));
        QVERIFY(problem.count(QLatin1Char('.')) >= 2); // a sentence of what, one of what to do
        QVERIFY(
            model.index(0, RunChannelModel::Problem).data(Qt::ToolTipRole).toString().endsWith(QStringLiteral("302")));
        QCOMPARE(model.index(0, RunChannelModel::Took).data().toString(), QStringLiteral("2.4 s"));
        QCOMPARE(model.line(0).count(QLatin1Char('\t')), int(RunChannelModel::ColumnCount) - 1);
    }

    void troubleSortsFirst()
    {
        RunChannelModel model;
        QSortFilterProxyModel sorted;
        sorted.setSourceModel(&model);
        sorted.setSortRole(RunChannelModel::SortRole);
        model.setChannels({part(1, RunChannelStatus::Ok), part(2, RunChannelStatus::Queued), failed(3),
            part(4, RunChannelStatus::Running)});
        sorted.sort(RunChannelModel::Status);
        QList<ChannelId> ids;
        for (int row = 0; row < sorted.rowCount(); ++row) {
            ids.append(sorted.index(row, 0).data(RunChannelModel::ChannelRole).toLongLong());
        }
        QCOMPARE(ids, (QList<ChannelId>{3, 4, 2, 1}));
    }
};

QTEST_MAIN(TestRunChannelModel)
#include "tst_runchannelmodel.moc"
