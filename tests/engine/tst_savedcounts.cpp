// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/savedcounts.h"

#include "core/store/readpool.h"
#include "tests/store/storefixture.h"
#include "tests/support/fakeclock.h"
#include "tests/support/guardedmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace vestnik;
using namespace vestnik::test;

class TestSavedCounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsEachSearch();
    void countsAtMostOnceInTenSeconds();
    void withoutSearchesNothingIsRead();
};

namespace {

std::shared_ptr<ReadPool> poolOf(const TempStore &store)
{
    ReadPoolConfig config;
    config.database.path = store.path();
    return std::make_shared<ReadPool>(config);
}

QList<SavedSearchCount> lastCounts(const QSignalSpy &spy)
{
    return spy.last().first().value<QList<SavedSearchCount>>();
}

} // namespace

void TestSavedCounts::countsEachSearch()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    QVERIFY(store.posts().storePage(channel,
        {simplePost(1, QStringLiteral("мост закрыт")), simplePost(2, QStringLiteral("мост открыт")),
            simplePost(3, QStringLiteral("погода"))},
        IdRange{1, 3}, noon));
    FakeClock clock;
    SavedCounts counts(clock, poolOf(store));
    QSignalSpy counted(&counts, &SavedCounts::counted);
    counts.setSearches({{7, QStringLiteral("Мосты"), QStringLiteral("мост")},
        {9, QStringLiteral("Погода"), QStringLiteral("погода")}});
    QCOMPARE(counted.size(), 0);
    clock.advance(SavedCounts::soonMs);
    QTRY_COMPARE(counted.size(), 1);
    const QList<SavedSearchCount> expected{{7, 2, false}, {9, 1, false}};
    QCOMPARE(lastCounts(counted), expected);
}

void TestSavedCounts::countsAtMostOnceInTenSeconds()
{
    TempStore store;
    const ChannelId channel = store.addChannel(QStringLiteral("somewhere"));
    FakeClock clock;
    SavedCounts counts(clock, poolOf(store));
    QSignalSpy counted(&counts, &SavedCounts::counted);
    counts.setSearches({{7, QStringLiteral("Мосты"), QStringLiteral("мост")}});
    clock.advance(SavedCounts::soonMs);
    QTRY_COMPARE(counted.size(), 1);
    QCOMPARE(lastCounts(counted).first().posts, 0);
    QVERIFY(store.posts().storePage(channel, {simplePost(1, QStringLiteral("мост"))}, IdRange{1, 1}, noon));
    counts.noteChange();
    clock.advance(SavedCounts::pauseMs - 1);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(counted.size(), 1);
    clock.advance(1);
    QTRY_COMPARE(counted.size(), 2);
    QCOMPARE(lastCounts(counted).first().posts, 1);
}

void TestSavedCounts::withoutSearchesNothingIsRead()
{
    TempStore store;
    FakeClock clock;
    SavedCounts counts(clock, poolOf(store));
    QSignalSpy counted(&counts, &SavedCounts::counted);
    counts.noteChange();
    clock.advance(SavedCounts::pauseMs * 3);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(counted.size(), 0);
}

VESTNIK_GUARDED_MAIN(TestSavedCounts)
#include "tst_savedcounts.moc"
