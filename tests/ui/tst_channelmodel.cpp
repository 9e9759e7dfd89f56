// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/channelmodel.h"
#include "ui/channels/channelproxy.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace vestnik;

namespace {

ChannelRow channel(ChannelId id, const QString &username, const QString &title, const QString &folder = {})
{
    ChannelRow row;
    row.id = id;
    row.username = username;
    row.title = title;
    row.folder = folder;
    row.health = ChannelHealth::Good;
    return row;
}

QList<ChannelRow> sample()
{
    QList<ChannelRow> rows{channel(1, u"alpha_news"_qs, u"Альфа"_qs, u"Новости"_qs),
        channel(2, u"beta_tech"_qs, u"Бета"_qs, u"Техника"_qs), channel(3, u"gamma"_qs, u"gamma"_qs),
        channel(4, u"delta_10"_qs, u"Канал 10"_qs), channel(5, u"delta_9"_qs, u"Канал 9"_qs)};
    rows[1].active = false;
    rows[2].health = ChannelHealth::Failing;
    rows[2].error = Error{ErrorCode::PreviewDisabled, u"gamma"_qs, {}};
    rows[0].postCount = 9;
    rows[1].postCount = 100;
    rows[2].postCount = 20;
    return rows;
}

QList<ChannelId> order(const ChannelProxy &proxy)
{
    QList<ChannelId> ids;
    for (int row = 0; row < proxy.rowCount(); ++row) {
        ids.append(proxy.index(row, 0).data(ChannelModel::IdRole).toLongLong());
    }
    return ids;
}

} // namespace

class TestChannelModel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void announcesOnlyTheCellsThatChanged();
    void unchangedRowsAreSilent();
    void unknownRowsAreAppendedOnce();
    void manyChangesAreOneSignal();
    void removesScatteredRows();
    void aClickOnActiveAsksAndChangesNothing();
    void everyStateHasAWord();
    void sortsByTheValueAndNotByTheText();
    void sortsNumbersInNamesAsNumbers();
    void rowsStayUntilTheListSettles();
    void filtersByText_data();
    void filtersByText();
    void filtersByStateAndFolder();
};

void TestChannelModel::announcesOnlyTheCellsThatChanged()
{
    ChannelModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows(sample());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    ChannelRow row = sample().at(3);
    row.postCount = 7;
    row.lastPostAt = 1'700'000'000'000;
    model.upsert({row});
    QCOMPARE(changed.size(), 1);
    const auto first = changed.at(0).at(0).toModelIndex();
    const auto last = changed.at(0).at(1).toModelIndex();
    QCOMPARE(first.row(), 3);
    QCOMPARE(last.row(), 3);
    QCOMPARE(first.column(), int(ChannelModel::Posts));
    QCOMPARE(last.column(), int(ChannelModel::LastPost));
}

void TestChannelModel::unchangedRowsAreSilent()
{
    ChannelModel model;
    model.setRows(sample());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.upsert(sample());
    QCOMPARE(changed.size(), 0);
}

void TestChannelModel::unknownRowsAreAppendedOnce()
{
    ChannelModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows(sample());
    const ChannelRow fresh = channel(9, u"fresh"_qs, u"Fresh"_qs);
    model.upsert({fresh, fresh});
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.rowOf(9), 5);
    QCOMPARE(model.find(9)->username, u"fresh"_qs);
}

void TestChannelModel::manyChangesAreOneSignal()
{
    ChannelModel model;
    QList<ChannelRow> rows;
    for (int i = 1; i <= 200; ++i) {
        rows.append(channel(i, u"name_%1"_qs.arg(i), {}));
    }
    model.setRows(rows);
    for (ChannelRow &row : rows) {
        row.postCount = 5;
    }
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.upsert(rows);
    QCOMPARE(changed.size(), 1);
}

void TestChannelModel::removesScatteredRows()
{
    ChannelModel model;
    const QAbstractItemModelTester tester(&model);
    model.setRows(sample());
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.remove({1, 4, 5, 77, 4});
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(removed.size(), 2); // rows 3 and 4 together, then row 0
    QCOMPARE(model.rowOf(2), 0);
    QCOMPARE(model.rowOf(3), 1);
    QCOMPARE(model.rowOf(4), -1);
}

void TestChannelModel::aClickOnActiveAsksAndChangesNothing()
{
    ChannelModel model;
    model.setRows(sample());
    QSignalSpy asked(&model, &ChannelModel::activeToggled);
    const QModelIndex cell = model.index(0, ChannelModel::Active);
    QVERIFY(cell.flags() & Qt::ItemIsUserCheckable);
    QVERIFY(model.setData(cell, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.at(0).at(0).toLongLong(), 1);
    QCOMPARE(asked.at(0).at(1).toBool(), false);
    QCOMPARE(cell.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestChannelModel::everyStateHasAWord()
{
    ChannelModel model;
    model.setRows(sample());
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex dot = model.index(row, ChannelModel::State);
        QVERIFY(dot.data(Qt::DisplayRole).toString().isEmpty());
        QVERIFY(!dot.data(Qt::AccessibleTextRole).toString().isEmpty());
        QVERIFY(!dot.data(Qt::ToolTipRole).toString().isEmpty());
        QVERIFY(!model.index(row, ChannelModel::Status).data().toString().isEmpty());
    }
}

void TestChannelModel::sortsByTheValueAndNotByTheText()
{
    ChannelModel model;
    ChannelProxy proxy(&model);
    model.setRows(sample());
    proxy.sort(ChannelModel::Posts, Qt::DescendingOrder);
    QCOMPARE(order(proxy).mid(0, 3), (QList<ChannelId>{2, 3, 1})); // 100, 20, 9
    proxy.sort(ChannelModel::State, Qt::AscendingOrder);
    QCOMPARE(order(proxy).first(), 3); // the failing one
}

void TestChannelModel::sortsNumbersInNamesAsNumbers()
{
    ChannelModel model;
    ChannelProxy proxy(&model);
    model.setRows(sample());
    proxy.sort(ChannelModel::Title);
    const QList<ChannelId> ids = order(proxy);
    QVERIFY(ids.indexOf(5) < ids.indexOf(4)); // "Канал 9" before "Канал 10"
}

void TestChannelModel::rowsStayUntilTheListSettles()
{
    ChannelModel model;
    ChannelProxy proxy(&model);
    const QAbstractItemModelTester tester(&proxy);
    model.setRows(sample());
    proxy.sort(ChannelModel::Posts, Qt::DescendingOrder);
    const QList<ChannelId> before = order(proxy);
    ChannelRow row = *model.find(1);
    row.postCount = 1000;
    model.upsert({row});
    QCOMPARE(order(proxy), before);
    const QPersistentModelIndex selected(proxy.index(before.indexOf(1), 0));
    proxy.settle();
    QCOMPARE(order(proxy).first(), 1);
    QCOMPARE(selected.row(), 0); // what was selected is still that channel
}

void TestChannelModel::filtersByText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<qint64>>("expected");
    QTest::newRow("nothing") << QString() << QList<qint64>{1, 2, 3, 4, 5};
    QTest::newRow("Cyrillic in another case") << u"АЛЬФ"_qs << QList<qint64>{1};
    QTest::newRow("name") << u"TECH"_qs << QList<qint64>{2};
    QTest::newRow("name with at") << u"@gam"_qs << QList<qint64>{3};
    QTest::newRow("folder") << u"новости"_qs << QList<qint64>{1};
    QTest::newRow("two words") << u"канал delta_9"_qs << QList<qint64>{5};
    QTest::newRow("no match") << u"альфа бета"_qs << QList<qint64>{};
}

void TestChannelModel::filtersByText()
{
    QFETCH(QString, text);
    QFETCH(QList<qint64>, expected);
    ChannelModel model;
    ChannelProxy proxy(&model);
    model.setRows(sample());
    proxy.setText(text);
    QList<ChannelId> ids = order(proxy);
    std::sort(ids.begin(), ids.end());
    QCOMPARE(ids, expected);
}

void TestChannelModel::filtersByStateAndFolder()
{
    ChannelModel model;
    ChannelProxy proxy(&model);
    model.setRows(sample());
    proxy.setStateFilter(ChannelProxy::StateFilter::Paused);
    QCOMPARE(order(proxy), QList<ChannelId>{2});
    proxy.setStateFilter(ChannelProxy::StateFilter::Failing);
    QCOMPARE(order(proxy), QList<ChannelId>{3});
    QVERIFY(proxy.isFiltering());
    proxy.setStateFilter(ChannelProxy::StateFilter::All);
    proxy.setFolder(QString());
    QCOMPARE(proxy.rowCount(), 3);
    proxy.setFolder(u"Техника"_qs);
    QCOMPARE(order(proxy), QList<ChannelId>{2});
    proxy.clear();
    QCOMPARE(proxy.rowCount(), 5);
    QVERIFY(!proxy.isFiltering());
}

QTEST_MAIN(TestChannelModel)
#include "tst_channelmodel.moc"
