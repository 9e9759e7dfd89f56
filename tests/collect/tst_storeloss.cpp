// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/collect/collector.h"
#include "core/store/channelrepository.h"
#include "core/store/reads.h"
#include "core/store/runrepository.h"
#include "tests/collect/fakesource.h"
#include "tests/store/privateserver.h"
#include "tests/store/testserver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace vestnik;
using namespace vestnik::test;

namespace {

constexpr int posts = 300;

/// A store on a server of its own, a source and a collector over them.
struct House {
    PrivateServer server;
    SystemClock clock;
    OperatorLog log{QString()};
    FakeSource source;
    std::unique_ptr<Database> database;
    std::unique_ptr<Collector> collector;
    QList<ChannelId> channels;

    House()
    {
        Result<std::unique_ptr<Database>> opened = Database::open(DatabaseConfig{server.address(), false});
        if (!opened) {
            qFatal("%s", qPrintable(errorEnglish(opened.error())));
        }
        database = std::move(*opened);
        collector = std::make_unique<Collector>(clock, source, *database, log);
        for (const QString &name : {QStringLiteral("alpha"), QStringLiteral("beta"), QStringLiteral("gamma")}) {
            channels += ChannelRepository(*database).addChannels({{name, {}}}, clock.now())->added.first().id;
            source.addPosts(name, 1, posts, clock.now());
        }
    }
    Result<RunId> startAll()
    {
        ParseRequest request;
        request.history.kind = HistoryGoal::Kind::All;
        return collector->start(request);
    }
    qint64 stored() { return database->number(QStringLiteral("SELECT count(*) FROM posts")).value_or(-1); }
    bool isLogged(LogEvent event) const
    {
        const QList<LogEntry> entries = log.entries();
        return std::any_of(
            entries.begin(), entries.end(), [event](const LogEntry &entry) { return entry.event == event; });
    }
    bool everythingIsThereOnce()
    {
        for (const ChannelId channel : std::as_const(channels)) {
            const Result<Coverage> coverage = ChannelRepository(*database).coverage(channel);
            const Result<ChannelRow> row = ChannelRepository(*database).row(channel);
            if (!coverage || coverage->ranges() != QList<IdRange>{{1, posts}} || !row || row->postCount != posts) {
                return false;
            }
        }
        return stored() == static_cast<qint64>(posts) * channels.size();
    }
};

} // namespace

class StoreLossTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runGoesOnWhenTheServerIsBack();
    void stopDuringAnOutageEndsSoonAndTheNextRunReadsTheRest();
    void startDuringAnOutageFailsAndIsNoticedWhenItEnds();
};

void StoreLossTest::runGoesOnWhenTheServerIsBack()
{
    House house;
    QSignalSpy lost(house.collector.get(), &Collector::storeLost);
    QSignalSpy back(house.collector.get(), &Collector::storeBack);
    QSignalSpy failed(house.collector.get(), &Collector::storeFailed);
    QSignalSpy stored(house.collector.get(), &Collector::pageStored);
    QSignalSpy finished(house.collector.get(), &Collector::runFinished);
    QVERIFY(house.startAll());
    QTRY_VERIFY(stored.size() >= 5);
    house.server.crash();
    QTRY_VERIFY(!lost.isEmpty());
    QCOMPARE(lost.first().first().value<Error>().code, ErrorCode::DatabaseLost);
    QVERIFY(lost.first().at(1).toLongLong() > house.clock.now() - 1000);
    // Tried again, in vain; reading waits and does not fill the memory. What was stored before may be told later.
    QTRY_VERIFY_WITH_TIMEOUT(lost.size() >= 2, 10'000);
    QVERIFY(stored.size() < posts * 3 / FakeSource::pageSize);
    QVERIFY(house.source.fetches(QStringLiteral("alpha")) < posts / FakeSource::pageSize);
    QVERIFY(finished.isEmpty());

    house.server.resume();
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 30'000);
    QCOMPARE(finished.first().first().value<RunRecord>().status, RunStatus::Done);
    QCOMPARE(back.size(), 1);
    QVERIFY(failed.isEmpty());
    QVERIFY(house.everythingIsThereOnce());
    QCOMPARE(finished.first().first().value<RunRecord>().postsAdded, posts * 3);
}

void StoreLossTest::stopDuringAnOutageEndsSoonAndTheNextRunReadsTheRest()
{
    House house;
    QSignalSpy lost(house.collector.get(), &Collector::storeLost);
    QSignalSpy stored(house.collector.get(), &Collector::pageStored);
    QSignalSpy finished(house.collector.get(), &Collector::runFinished);
    QVERIFY(house.startAll());
    QTRY_VERIFY(stored.size() >= 5);
    house.server.crash();
    QTRY_VERIFY_WITH_TIMEOUT(lost.size() >= 2, 10'000);
    QElapsedTimer timer;
    timer.start();
    house.collector->cancel(0, false);
    QTRY_VERIFY(!finished.isEmpty());
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(finished.first().first().value<RunRecord>().status, RunStatus::Stopped);
    QVERIFY(house.isLogged(LogEvent::PagesNotStored));
    QTRY_VERIFY(house.collector->isIdle());

    house.server.resume();
    QTRY_VERIFY_WITH_TIMEOUT(house.database->ping(), 10'000);
    QVERIFY(house.stored() < posts * 3);
    QVERIFY(house.startAll());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 30'000);
    QCOMPARE(finished.last().first().value<RunRecord>().status, RunStatus::Done);
    QVERIFY(house.everythingIsThereOnce());
    // The end that could not be written at the time is written by now, and nothing is left open.
    const RunRecord stopped = finished.first().first().value<RunRecord>();
    QCOMPARE(RunRepository(*house.database).run(stopped.id)->status, RunStatus::Stopped);
    QVERIFY(RunRepository(*house.database).interruptGoing(house.clock.now())->isEmpty());
    QCOMPARE(*house.database->number(
                 QStringLiteral("SELECT count(*) FROM run_channels WHERE status IN ('queued', 'running')")),
        0);
}

void StoreLossTest::startDuringAnOutageFailsAndIsNoticedWhenItEnds()
{
    House house;
    QSignalSpy back(house.collector.get(), &Collector::storeBack);
    house.server.crash();
    const Result<RunId> refused = house.startAll();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::DatabaseLost);
    house.collector->noteLost(refused.error());
    house.server.resume();
    QTRY_COMPARE_WITH_TIMEOUT(back.size(), 1, 20'000);
    QSignalSpy finished(house.collector.get(), &Collector::runFinished);
    QVERIFY(house.startAll());
    QTRY_VERIFY_WITH_TIMEOUT(!finished.isEmpty(), 30'000);
    QVERIFY(house.everythingIsThereOnce());
}

int main(int argc, char **argv)
{
    if (lacksServer(true)) {
        return skippedExitCode;
    }
    QCoreApplication app(argc, argv);
    StoreLossTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_storeloss.moc"
