// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QRandomGenerator>
#include <QSet>
#include <QtTest>

#include "core/model/coverage.h"

using namespace vestnik;

Q_DECLARE_METATYPE(QList<vestnik::IdRange>)

class TestCoverage final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rangesJoin_data();
    void rangesJoin();
    void senselessRangesAreIgnored();
    void emptyKnowsNothing();
    void holeNearestToTheTopComesFirst();
    void agreesWithASetOfIds_data();
    void agreesWithASetOfIds();
};

void TestCoverage::rangesJoin_data()
{
    using Ranges = QList<IdRange>;
    QTest::addColumn<Ranges>("added");
    QTest::addColumn<Ranges>("expected");
    QTest::newRow("apart") << Ranges{{10, 20}, {1, 5}} << Ranges{{1, 5}, {10, 20}};
    QTest::newRow("overlapping") << Ranges{{10, 20}, {15, 30}} << Ranges{{10, 30}};
    QTest::newRow("neighbours above") << Ranges{{10, 20}, {21, 30}} << Ranges{{10, 30}};
    QTest::newRow("neighbours below") << Ranges{{10, 20}, {1, 9}} << Ranges{{1, 20}};
    QTest::newRow("one id between") << Ranges{{10, 20}, {22, 30}} << Ranges{{10, 20}, {22, 30}};
    QTest::newRow("bridge") << Ranges{{1, 5}, {10, 20}, {30, 40}, {6, 29}} << Ranges{{1, 40}};
    QTest::newRow("inside") << Ranges{{1, 50}, {10, 20}} << Ranges{{1, 50}};
    QTest::newRow("swallows all") << Ranges{{5, 6}, {8, 9}, {1, 50}} << Ranges{{1, 50}};
    QTest::newRow("single ids") << Ranges{{3, 3}, {1, 1}, {2, 2}} << Ranges{{1, 3}};
}

void TestCoverage::rangesJoin()
{
    QFETCH(QList<IdRange>, added);
    QFETCH(QList<IdRange>, expected);
    QCOMPARE(Coverage(added).ranges(), expected);
    std::reverse(added.begin(), added.end());
    QCOMPARE(Coverage(added).ranges(), expected);
}

void TestCoverage::senselessRangesAreIgnored()
{
    Coverage coverage;
    coverage.add(IdRange{0, 5});
    coverage.add(IdRange{-3, -1});
    coverage.add(IdRange{9, 8});
    QVERIFY(coverage.isEmpty());
}

void TestCoverage::emptyKnowsNothing()
{
    const Coverage coverage;
    QCOMPARE(coverage.lowest(), 0);
    QCOMPARE(coverage.highest(), 0);
    QCOMPARE(coverage.size(), 0);
    QVERIFY(!coverage.contains(1));
    QVERIFY(!coverage.highestHole());
}

void TestCoverage::holeNearestToTheTopComesFirst()
{
    Coverage coverage(QList<IdRange>{{1, 10}, {21, 30}, {50, 60}});
    QCOMPARE(coverage.highestHole(), (std::optional<IdRange>(IdRange{31, 49})));
    coverage.add(IdRange{31, 49});
    QCOMPARE(coverage.highestHole(), (std::optional<IdRange>(IdRange{11, 20})));
    coverage.add(IdRange{11, 20});
    QVERIFY(!coverage.highestHole());
    QCOMPARE(coverage.size(), 60);
}

void TestCoverage::agreesWithASetOfIds_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 50; ++seed) {
        QTest::addRow("seed %u", seed) << seed;
    }
}

void TestCoverage::agreesWithASetOfIds()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    Coverage coverage;
    QSet<MessageId> ids;
    for (int step = 0; step < 60; ++step) {
        const MessageId from = random.bounded(1, 200);
        const MessageId to = from + random.bounded(0, seed % 2 == 0 ? 4 : 25);
        coverage.add(IdRange{from, to});
        for (MessageId id = from; id <= to; ++id) {
            ids.insert(id);
        }
        QCOMPARE(coverage.size(), ids.size());
        for (MessageId id = 0; id <= 230; ++id) {
            QCOMPARE(coverage.contains(id), ids.contains(id));
        }
        for (qsizetype i = 1; i < coverage.ranges().size(); ++i) {
            QVERIFY(coverage.ranges().at(i - 1).to + 1 < coverage.ranges().at(i).from);
        }
        QCOMPARE(coverage.lowest(), *std::min_element(ids.begin(), ids.end()));
        QCOMPARE(coverage.highest(), *std::max_element(ids.begin(), ids.end()));
    }
    QCOMPARE(Coverage(coverage.ranges()), coverage);
}

QTEST_APPLESS_MAIN(TestCoverage)
#include "tst_coverage.moc"
