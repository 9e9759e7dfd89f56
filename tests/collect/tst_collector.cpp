// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/collect/collecthouse.h"

#include <QDateTime>

using namespace vestnik;

class CollectorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstRunReadsBackByDaysAndNumber();
    void moreNewPostsThanAPageAreAllRead();
    void aRunThatDiesHalfWayLeavesAHoleThatTheNextOneFills();
    void anInterruptedFirstRunGoesOnInTheNextRun();
    void aFailingChannelNeverStopsTheOthers();
    void historyOnRequestReadsToTheFirstMessage();
    void stoppedHistoryIsNoLongerWanted();
    void stopWhileAllAnswersHangEndsTheRun();
    void stopTwiceAndWhileIdle();
    void channelsRunSideBySide();
    void aSecondWishForTheSameIsTheSameRun();
    void aChannelIsNeverReadTwiceAtOnce();
    void pausedChannelsAreReadOnlyWhenNamed();
    void repeatingPagesFailTheChannelAndKeepWhatWasRead();
    void aRunWithoutChannelsIsDone();
    void editedPostsAreUpdated();
};

void CollectorTest::firstRunReadsBackByDaysAndNumber()
{
    House house;
    const ChannelId id = house.add(QStringLiteral("alpha"));
    house.source.addPosts(QStringLiteral("alpha"), 1, 400, house.clock.now()); // one an hour: 168 in seven days
    CollectSettings settings;
    settings.firstRunDays = 7;
    settings.firstRunPosts = 20;
    house.collector->setSettings(settings);
    const RunRecord run = house.run();
    QCOMPARE(run.status, RunStatus::Done);
    const QList<MessageId> ids = house.stored(id);
    QCOMPARE(ids.last(), 400);
    QVERIFY(ids.first() <= 400 - 7 * 24);
    QVERIFY(ids.first() > 400 - 7 * 24 - 2 * FakeSource::pageSize);
    QCOMPARE(ids, numbers(ids.first(), 400));
    QCOMPARE(run.postsAdded, static_cast<int>(ids.size()));
    QVERIFY(!*ChannelRepository(*house.database).historyGoal(id));

    // A quiet channel: the number decides.
    const ChannelId quiet = house.add(QStringLiteral("quiet"));
    house.source.addPosts(QStringLiteral("quiet"), 1, 90, house.clock.now() - 30 * dayMs);
    QCOMPARE(house.run().status, RunStatus::Done);
    QCOMPARE(house.stored(quiet).size(), 20);
}

void CollectorTest::moreNewPostsThanAPageAreAllRead()
{
    House house;
    const ChannelId id = house.add(QStringLiteral("alpha"));
    house.source.addPosts(QStringLiteral("alpha"), 1, 100, house.clock.now() - 90 * dayMs);
    (void)house.run();
    const MessageId lowest = house.stored(id).first();
    house.source.addPosts(QStringLiteral("alpha"), 101, 700, house.clock.now());
    const RunRecord run = house.run();
    QCOMPARE(run.postsAdded, 600);
    QCOMPARE(house.stored(id), numbers(lowest, 700));
}

void CollectorTest::aRunThatDiesHalfWayLeavesAHoleThatTheNextOneFills()
{
    House house;
    const QString name = QStringLiteral("alpha");
    const ChannelId id = house.add(name);
    house.source.addPosts(name, 1, 50, house.clock.now() - 90 * dayMs);
    (void)house.run();
    house.source.addPosts(name, 51, 200, house.clock.now());
    house.source.failAfter(name, house.source.fetches(name) + 4, Error{ErrorCode::ConnectionLost, name, {}});
    const RunRecord broken = house.run();
    QCOMPARE(broken.status, RunStatus::Failed);
    QCOMPARE(broken.postsAdded, 4 * FakeSource::pageSize);
    QVERIFY(ChannelRepository(*house.database).coverage(id)->highestHole());

    house.source.heal(name);
    house.source.addPosts(name, 201, 203, house.clock.now());
    const qsizetype askedBefore = house.source.asked(name).size();
    QCOMPARE(house.run().status, RunStatus::Done);
    QCOMPARE(house.stored(id), numbers(1, 203));
    QVERIFY(!ChannelRepository(*house.database).coverage(id)->highestHole());
    // What the broken run had read, 181..200, is not asked for again: the newest page leads straight to the hole.
    const QList<MessageId> asked = house.source.asked(name).mid(askedBefore);
    QCOMPARE(asked.first(), 0);
    QCOMPARE(asked.at(1), 181);
}

void CollectorTest::anInterruptedFirstRunGoesOnInTheNextRun()
{
    House house;
    const QString name = QStringLiteral("alpha");
    const ChannelId id = house.add(name);
    house.source.addPosts(name, 1, 300, house.clock.now() - 30 * dayMs);
    house.source.failAfter(name, 3, Error{ErrorCode::TimedOut, name, {}});
    (void)house.run();
    QCOMPARE(house.stored(id), numbers(286, 300));
    house.source.heal(name);
    house.build();
    (void)house.run();
    QCOMPARE(house.stored(id).size(), 100);
}

void CollectorTest::aFailingChannelNeverStopsTheOthers()
{
    House house;
    const ChannelId bad = house.add(QStringLiteral("bad_one"));
    QList<ChannelId> good;
    for (int i = 0; i < 10; ++i) {
        const QString name = QStringLiteral("good%1").arg(i);
        good.append(house.add(name));
        house.source.addPosts(name, 1, 12, house.clock.now());
    }
    const Error reason{ErrorCode::PreviewDisabled, QStringLiteral("bad_one"), {}};
    house.source.failAfter(QStringLiteral("bad_one"), 0, reason);
    const RunRecord run = house.run();
    QCOMPARE(run.status, RunStatus::Partly);
    QCOMPARE(run.channelsFailed, 1);
    QCOMPARE(run.channelsDone, 11);
    for (ChannelId id : good) {
        QCOMPARE(house.stored(id).size(), 12);
    }
    QCOMPARE(house.rowOf(run.id, bad).error, reason);
    const ChannelRow row = *ChannelRepository(*house.database).row(bad);
    QCOMPARE(row.health, ChannelHealth::Failing);
    QCOMPARE(row.error.code, ErrorCode::PreviewDisabled);
}

void CollectorTest::historyOnRequestReadsToTheFirstMessage()
{
    House house;
    const ChannelId id = house.add(QStringLiteral("alpha"));
    house.source.addPosts(QStringLiteral("alpha"), 3, 400, house.clock.now() - 30 * dayMs);
    (void)house.run();
    QCOMPARE(house.stored(id).size(), 100);
    ParseRequest request;
    request.channels = {id};
    request.history.kind = HistoryGoal::Kind::All;
    QSignalSpy progress(house.collector.get(), &Collector::progressed);
    QCOMPARE(house.run(request).status, RunStatus::Done);
    QCOMPARE(house.stored(id), numbers(3, 400));
    const ChannelRow row = *ChannelRepository(*house.database).row(id);
    QVERIFY(row.historyComplete);
    QVERIFY(!row.historyPending);
    QVERIFY(progress.last().first().value<RunProgress>().historyTotal > 0);
}

void CollectorTest::stoppedHistoryIsNoLongerWanted()
{
    House house;
    const QString name = QStringLiteral("alpha");
    const ChannelId id = house.add(name);
    house.source.addPosts(name, 1, 400, house.clock.now() - 30 * dayMs);
    (void)house.run();
    ParseRequest request;
    request.channels = {id};
    request.history.kind = HistoryGoal::Kind::All;
    QSignalSpy finished(house.collector.get(), &Collector::runFinished);
    const auto stopAtFirstPage = connect(
        house.collector.get(), &Collector::pageStored, house.collector.get(),
        [&house] { house.collector->cancel(0, true); }, Qt::QueuedConnection);
    QVERIFY(house.collector->start(request));
    QTRY_COMPARE(finished.count(), 1);
    disconnect(stopAtFirstPage);
    QCOMPARE(finished.first().first().value<RunRecord>().status, RunStatus::Stopped);
    const qsizetype kept = house.stored(id).size();
    QVERIFY(kept > 100 && kept < 400);
    (void)house.run();
    QCOMPARE(house.stored(id).size(), kept);
    // Asked for again, it goes on where it stood.
    const int before = house.source.fetches(name);
    QCOMPARE(house.run(request).status, RunStatus::Done);
    QCOMPARE(house.stored(id), numbers(1, 400));
    QVERIFY(house.source.fetches(name) - before < 400 / FakeSource::pageSize);
}

void CollectorTest::stopWhileAllAnswersHangEndsTheRun()
{
    House house;
    for (int i = 0; i < 50; ++i) {
        house.add(QStringLiteral("name%1").arg(i));
    }
    house.source.hold();
    QSignalSpy finished(house.collector.get(), &Collector::runFinished);
    QSignalSpy idle(house.collector.get(), &Collector::idle);
    QVERIFY(house.collector->start({}));
    QTRY_COMPARE(house.source.live(), 4);
    house.collector->cancel(0, false);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(idle.count(), 1);
    QVERIFY(house.collector->isIdle());
    QCOMPARE(house.source.live(), 0);
    const RunRecord run = finished.first().first().value<RunRecord>();
    QCOMPARE(run.status, RunStatus::Stopped);
    const QList<RunChannel> rows = *RunRepository(*house.database).channelsOf(run.id);
    for (const RunChannel &row : rows) {
        QCOMPARE(row.status, RunChannelStatus::Stopped);
    }
    house.source.release();
    QCOMPARE(house.run().status, RunStatus::Done);
}

void CollectorTest::stopTwiceAndWhileIdle()
{
    House house;
    house.add(QStringLiteral("alpha"));
    house.collector->cancel(0, true);
    house.source.hold();
    QSignalSpy finished(house.collector.get(), &Collector::runFinished);
    QVERIFY(house.collector->start({}));
    house.collector->cancel(0, true); // before the workers have begun
    QTRY_COMPARE(finished.count(), 1);
    house.collector->cancel(0, true);
    QCOMPARE(finished.count(), 1);
    QVERIFY(house.collector->isIdle());
}

void CollectorTest::channelsRunSideBySide()
{
    House house;
    for (int i = 0; i < 12; ++i) {
        const QString name = QStringLiteral("name%1").arg(i);
        house.add(name);
        house.source.addPosts(name, 1, 3, house.clock.now());
    }
    CollectSettings settings;
    settings.concurrency = 3;
    house.collector->setSettings(settings);
    QCOMPARE(house.run().status, RunStatus::Done);
    QCOMPARE(house.source.highestConcurrency(), 3);
}

void CollectorTest::aSecondWishForTheSameIsTheSameRun()
{
    House house;
    const ChannelId id = house.add(QStringLiteral("alpha"));
    house.source.addPosts(QStringLiteral("alpha"), 1, 3, house.clock.now());
    const RunId first = *house.collector->start({});
    ParseRequest one;
    one.channels = {id};
    QCOMPARE(*house.collector->start(one), first);
    one.history.kind = HistoryGoal::Kind::All;
    QVERIFY(*house.collector->start(one) != first);
    QTRY_VERIFY(house.collector->isIdle());
}

void CollectorTest::aChannelIsNeverReadTwiceAtOnce()
{
    House house;
    const ChannelId id = house.add(QStringLiteral("alpha"));
    house.source.addPosts(QStringLiteral("alpha"), 1, 60, house.clock.now());
    QSignalSpy finished(house.collector.get(), &Collector::runFinished);
    ParseRequest all;
    all.channels = {id};
    all.history.kind = HistoryGoal::Kind::All;
    QVERIFY(house.collector->start({}));
    QVERIFY(house.collector->start(all));
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(house.source.highestConcurrency(), 1);
    QCOMPARE(house.stored(id), numbers(1, 60));
}

void CollectorTest::pausedChannelsAreReadOnlyWhenNamed()
{
    House house;
    const ChannelId id = house.add(QStringLiteral("alpha"));
    house.source.addPosts(QStringLiteral("alpha"), 1, 3, house.clock.now());
    ChannelPatch pause;
    pause.active = false;
    QVERIFY(ChannelRepository(*house.database).patch({id}, pause));
    QCOMPARE(house.run().channelsTotal, 0);
    ParseRequest named;
    named.channels = {id};
    QCOMPARE(house.run(named).postsAdded, 3);
}

void CollectorTest::repeatingPagesFailTheChannelAndKeepWhatWasRead()
{
    House house;
    const ChannelId id = house.add(QStringLiteral("alpha"));
    house.source.addPosts(QStringLiteral("alpha"), 1, 60, house.clock.now());
    house.source.repeatForEver(QStringLiteral("alpha"));
    const RunRecord run = house.run();
    QCOMPARE(run.status, RunStatus::Failed);
    QCOMPARE(house.rowOf(run.id, id).error.code, ErrorCode::PagingStuck);
    QCOMPARE(house.stored(id).size(), FakeSource::pageSize);
    QCOMPARE(house.source.fetches(QStringLiteral("alpha")), 2);
}

void CollectorTest::aRunWithoutChannelsIsDone()
{
    House house;
    const RunRecord run = house.run();
    QCOMPARE(run.status, RunStatus::Done);
    QCOMPARE(run.channelsTotal, 0);
}

void CollectorTest::editedPostsAreUpdated()
{
    House house;
    const ChannelId id = house.add(QStringLiteral("alpha"));
    house.source.addPosts(QStringLiteral("alpha"), 1, 3, house.clock.now());
    (void)house.run();
    house.source.editText(QStringLiteral("alpha"), 2, QStringLiteral("corrected"));
    const RunRecord run = house.run();
    QCOMPARE(run.postsAdded, 0);
    QCOMPARE(run.postsUpdated, 1);
    QStringList texts;
    PostQuery query;
    query.channels = {id};
    (void)readPostsFull(*house.database, query, 0, [&texts](const Post &post) {
        texts.append(post.body.text);
        return true;
    });
    QVERIFY(texts.contains(QStringLiteral("corrected")));
}

QTEST_GUILESS_MAIN(CollectorTest)
#include "tst_collector.moc"
