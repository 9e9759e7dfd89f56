// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/collect/runledger.h"
#include "tests/collect/collecthouse.h"
#include "tests/support/fakeclock.h"

using namespace vestnik;
using namespace Qt::StringLiterals;

/// Rows that the store refuses.
class TestRunLedger final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsAreTriedAgain();
    void whatCannotBeWrittenIsForgotten();
};

void TestRunLedger::endsAreTriedAgain()
{
    House house;
    FakeClock clock;
    RunLedger ledger(clock, *house.database);
    RunRepository rows(*house.database);
    const ChannelId first = house.add(u"alpha"_s);
    const ChannelId last = house.add(u"beta"_s);
    RunRecord run;
    run.id = *rows.add(run);
    RunChannel channel;
    channel.runId = run.id;
    channel.channelId = first;
    channel.username = u"alpha"_s;
    run.status = RunStatus::Running;
    QVERIFY(rows.beginStored(run, {channel}));
    channel.status = RunChannelStatus::Failed;
    run.status = RunStatus::Failed;
    QVERIFY(house.database->execute(u"PRAGMA query_only = 1"_s));
    ledger.note(run);
    ledger.note(channel);
    QVERIFY(ledger.isClear());
    QCOMPARE(clock.nextIn(), -1);
    ledger.save(channel);
    channel.channelId = last;
    channel.status = RunChannelStatus::Stopped;
    ledger.saveEnd(run, {channel});
    QVERIFY(!ledger.isClear());
    QCOMPARE(clock.nextIn(), RunLedger::retryMs);
    clock.advance(RunLedger::retryMs);
    QVERIFY(!ledger.isClear());
    QCOMPARE(clock.nextIn(), RunLedger::retryMs);
    QVERIFY(house.database->execute(u"PRAGMA query_only = 0"_s));
    clock.advance(RunLedger::retryMs);
    QVERIFY(ledger.isClear());
    QCOMPARE(clock.nextIn(), -1);
    QCOMPARE(rows.run(run.id)->status, RunStatus::Failed);
    QCOMPARE(rows.channelsOf(run.id)->size(), 2);
    QCOMPARE(house.rowOf(run.id, first).status, RunChannelStatus::Failed);
}

void TestRunLedger::whatCannotBeWrittenIsForgotten()
{
    House house;
    FakeClock clock;
    RunLedger ledger(clock, *house.database);
    RunRecord gone;
    gone.id = 77;
    ledger.saveEnd(gone, {});
    QVERIFY(ledger.isClear());
    RunChannel channel;
    channel.runId = 77;
    channel.channelId = 1;
    ledger.save(channel);
    QVERIFY(ledger.isClear());
    QCOMPARE(clock.nextIn(), -1);
}

QTEST_GUILESS_MAIN(TestRunLedger)
#include "tst_runledger.moc"
