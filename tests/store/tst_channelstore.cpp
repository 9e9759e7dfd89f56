// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/store/runrepository.h"
#include "tests/store/storefixture.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

RunChannel queuedChannel(ChannelId id, const QString &username)
{
    RunChannel channel;
    channel.channelId = id;
    channel.username = username;
    return channel;
}

} // namespace

class TestChannelStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreOneWithoutCase();
    void removedChannelComesBackWithItsPosts();
    void patchChangesOnlyWhatIsSet();
    void renameToATakenNameIsRefused();
    void pageTeachesNameAndNumbers();
    void renamedChannelIsFollowedByItsNumber();
    void failuresCountUntilSuccess();
    void historyGoalIsKept();
    void unknownChannelIsNotFound();
    void runsComeBack();
    void goingRunsAreInterrupted();
    void statisticsHaveARowPerRun();
    void oldRunsArePruned();
};

void TestChannelStore::namesAreOneWithoutCase()
{
    TempStore store;
    const Result<AddedChannels> added =
        store.channels().addChannels({{QStringLiteral("Durov"), QStringLiteral("папка")}, {QStringLiteral("durov"), {}},
                                         {QStringLiteral("other"), {}}},
            noon);
    QVERIFY(added);
    QCOMPARE(added->added.size(), 2);
    QCOMPARE(added->alreadyThere, QStringList{QStringLiteral("durov")});
    const ChannelRow first = added->added.first();
    QCOMPARE(first.username, QStringLiteral("Durov"));
    QCOMPARE(first.folder, QStringLiteral("папка"));
    QCOMPARE(first.addedAt, noon);
    QCOMPARE(first.health, ChannelHealth::New);
    QCOMPARE(first.subscribers, -1);
    QVERIFY(first.active && !first.verified && first.error.code == ErrorCode::None);
    QCOMPARE(store.channels().byName(QStringLiteral("DUROV"))->id, first.id);
    QCOMPARE(store.channels().byName(QStringLiteral("nobody")).error().code, ErrorCode::NotFound);
    QCOMPARE(store.channels().rows()->size(), 2);
}

void TestChannelStore::removedChannelComesBackWithItsPosts()
{
    TempStore store;
    const ChannelId id = store.addChannel(QStringLiteral("somewhere"), QStringLiteral("old"));
    QVERIFY(store.posts().storePage(id, {simplePost(1, {})}, IdRange{1, 5}, noon));
    QVERIFY(store.channels().patch({id}, ChannelPatch{{}, false, {}}));
    const Result<ChannelRow> before = store.channels().row(id);
    QVERIFY(store.channels().remove({id}, noon + 1));
    QVERIFY(store.channels().rows()->isEmpty());
    QCOMPARE(store.channels().row(id).error().code, ErrorCode::NotFound);
    QCOMPARE(store.channels().byName(QStringLiteral("somewhere")).error().code, ErrorCode::NotFound);

    const Result<QList<ChannelRow>> restored = store.channels().restore({id});
    QVERIFY(restored);
    QVERIFY(restored->first() == *before);

    QVERIFY(store.channels().remove({id}, noon + 2));
    const Result<AddedChannels> again =
        store.channels().addChannels({{QStringLiteral("SOMEWHERE"), QStringLiteral("new")}}, noon + 3);
    QVERIFY(again);
    QCOMPARE(again->added.size(), 1);
    QCOMPARE(again->added.first().id, id);
    QCOMPARE(again->added.first().folder, QStringLiteral("new"));
    QCOMPARE(again->added.first().postCount, 1);
    QCOMPARE(again->added.first().highestRead, 5);
    QVERIFY(again->added.first().active);
}

void TestChannelStore::patchChangesOnlyWhatIsSet()
{
    TempStore store;
    const ChannelId a = store.addChannel(QStringLiteral("aaaa"), QStringLiteral("f"));
    const ChannelId b = store.addChannel(QStringLiteral("bbbb"), QStringLiteral("g"));
    const Result<QList<ChannelRow>> paused = store.channels().patch({a, b}, ChannelPatch{{}, false, {}});
    QVERIFY(paused);
    QCOMPARE(paused->at(0).folder, QStringLiteral("f"));
    QCOMPARE(paused->at(1).folder, QStringLiteral("g"));
    QVERIFY(!paused->at(0).active && !paused->at(1).active);
    const Result<QList<ChannelRow>> moved = store.channels().patch({a}, ChannelPatch{QString(), {}, {}});
    QVERIFY(moved);
    QVERIFY(moved->first().folder.isEmpty());
    QVERIFY(!moved->first().active);
    // One that does not exist: nothing is changed.
    QVERIFY(!store.channels().patch({b, 999}, ChannelPatch{QStringLiteral("z"), true, {}}));
    QCOMPARE(store.channels().row(b)->folder, QStringLiteral("g"));
}

void TestChannelStore::renameToATakenNameIsRefused()
{
    TempStore store;
    const ChannelId a = store.addChannel(QStringLiteral("aaaa"));
    const ChannelId b = store.addChannel(QStringLiteral("bbbb"));
    const auto rename = [&](const QList<ChannelId> &ids, const QString &name) {
        return store.channels().patch(ids, ChannelPatch{{}, {}, name});
    };
    QCOMPARE(rename({a}, QStringLiteral("BBBB")).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(rename({a, b}, QStringLiteral("cccc")).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(rename({a}, {}).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(rename({a}, QStringLiteral("AAAA"))->first().username, QStringLiteral("AAAA"));
    QCOMPARE(rename({a}, QStringLiteral("cccc"))->first().username, QStringLiteral("cccc"));
}

void TestChannelStore::pageTeachesNameAndNumbers()
{
    TempStore store;
    const ChannelId id = store.addChannel(QStringLiteral("somewhere"));
    ChannelInfo info;
    info.username = QStringLiteral("SomeWhere");
    info.title = QStringLiteral("Где-то");
    info.telegramId = 1006503122;
    info.description = QStringLiteral("о чём");
    info.verified = true;
    info.photoUrl = QStringLiteral("https://cdn.example/a.jpg");
    info.subscribers = Count{11'300'000, QStringLiteral("11.3M"), true};
    const Result<ChannelRow> row = store.channels().setInfo(id, info);
    QVERIFY(row);
    QCOMPARE(row->username, QStringLiteral("SomeWhere"));
    QCOMPARE(row->title, QStringLiteral("Где-то"));
    QCOMPARE(row->telegramId, 1006503122);
    QCOMPARE(row->description, QStringLiteral("о чём"));
    QCOMPARE(row->photoUrl, info.photoUrl);
    QCOMPARE(row->subscribers, 11'300'000);
    QVERIFY(row->verified);
    info.subscribers.reset();
    info.telegramId = 0;
    const Result<ChannelRow> later = store.channels().setInfo(id, info);
    QCOMPARE(later->subscribers, 11'300'000);
    QCOMPARE(later->telegramId, 1006503122);
}

void TestChannelStore::renamedChannelIsFollowedByItsNumber()
{
    TempStore store;
    const ChannelId id = store.addChannel(QStringLiteral("oldname"));
    const ChannelId other = store.addChannel(QStringLiteral("taken"));
    ChannelInfo info;
    info.username = QStringLiteral("newname");
    info.telegramId = 5;
    // Not proven to be the same channel yet.
    QCOMPARE(store.channels().setInfo(id, info)->username, QStringLiteral("oldname"));
    QCOMPARE(store.channels().setInfo(id, info)->username, QStringLiteral("newname"));
    info.username = QStringLiteral("taken");
    QCOMPARE(store.channels().setInfo(id, info)->username, QStringLiteral("newname"));
    QCOMPARE(store.channels().row(other)->username, QStringLiteral("taken"));
}

void TestChannelStore::failuresCountUntilSuccess()
{
    TempStore store;
    const ChannelId id = store.addChannel(QStringLiteral("somewhere"));
    const Error error{ErrorCode::PreviewDisabled, QStringLiteral("somewhere"), QStringLiteral("302")};
    QVERIFY(store.channels().recordFailure(id, error, noon));
    QVERIFY(store.channels().recordFailure(id, error, noon + 1000));
    const Result<ChannelRow> failing = store.channels().row(id);
    QCOMPARE(failing->health, ChannelHealth::Failing);
    QCOMPARE(failing->error, error);
    QCOMPARE(failing->failingSince, noon);
    QCOMPARE(failing->failuresInRow, 2);
    QCOMPARE(failing->lastParsedAt, 0);
    QVERIFY(store.channels().recordSuccess(id, noon + 2000));
    const Result<ChannelRow> good = store.channels().row(id);
    QCOMPARE(good->health, ChannelHealth::Good);
    QCOMPARE(good->error, Error());
    QCOMPARE(good->failingSince, 0);
    QCOMPARE(good->failuresInRow, 0);
    QCOMPARE(good->lastParsedAt, noon + 2000);
}

void TestChannelStore::historyGoalIsKept()
{
    TempStore store;
    const ChannelId id = store.addChannel(QStringLiteral("somewhere"));
    QCOMPARE(store.channels().historyGoal(id).value(), std::optional<HistoryGoal>());
    const QList<HistoryGoal> goals{
        {HistoryGoal::Kind::All, 0, 0}, {HistoryGoal::Kind::Since, noon, 0}, {HistoryGoal::Kind::Newest, 0, 500}};
    for (const HistoryGoal &goal : goals) {
        QVERIFY(store.channels().setHistoryGoal(id, goal));
        store.reopen();
        QCOMPARE(store.channels().historyGoal(id).value(), std::optional<HistoryGoal>(goal));
        QVERIFY(store.channels().row(id)->historyPending);
    }
    QVERIFY(!store.channels().setHistoryGoal(id, HistoryGoal{}));
    QVERIFY(store.channels().clearHistoryGoal(id));
    QVERIFY(!store.channels().row(id)->historyPending);
    QVERIFY(!store.channels().row(id)->historyComplete);
    QVERIFY(store.channels().setHistoryComplete(id, true));
    QVERIFY(store.channels().row(id)->historyComplete);
}

void TestChannelStore::unknownChannelIsNotFound()
{
    TempStore store;
    ChannelRepository channels = store.channels();
    QCOMPARE(channels.recordSuccess(9, noon).error().code, ErrorCode::NotFound);
    QCOMPARE(channels.recordFailure(9, {}, noon).error().code, ErrorCode::NotFound);
    QCOMPARE(channels.remove({9}, noon).error().code, ErrorCode::NotFound);
    QCOMPARE(channels.restore({9}).error().code, ErrorCode::NotFound);
    QCOMPARE(channels.setInfo(9, {}).error().code, ErrorCode::NotFound);
    QCOMPARE(channels.setHistoryComplete(9, true).error().code, ErrorCode::NotFound);
    QCOMPARE(channels.historyGoal(9).error().code, ErrorCode::NotFound);
    QVERIFY(channels.coverage(9)->isEmpty());
}

void TestChannelStore::runsComeBack()
{
    TempStore store;
    RunRepository runs(store.database());
    QCOMPARE(runs.last().value(), std::optional<RunRecord>());
    RunRecord record;
    record.status = RunStatus::Running;
    record.origin = RunOrigin::CommandLine;
    record.startedAt = noon;
    record.channelsTotal = 2;
    const QList<RunChannel> queued{
        queuedChannel(8, QStringLiteral("later")), queuedChannel(3, QStringLiteral("first"))};
    const Result<RunId> id = runs.begin(record, queued);
    QVERIFY(id);
    RunChannel channel = runs.channelsOf(*id)->at(1);
    QCOMPARE(channel.username, QStringLiteral("first"));
    channel.status = RunChannelStatus::Failed;
    channel.error = Error{ErrorCode::TimedOut, QStringLiteral("t.me"), QStringLiteral("30 s")};
    channel.pages = 3;
    channel.bytes = 12'345;
    channel.finishedAt = noon + 5;
    QVERIFY(runs.saveChannel(channel));
    QVERIFY(runs.channelsOf(*id)->at(1) == channel);
    QCOMPARE(runs.channelsOf(*id)->size(), 2);
    record.id = *id;
    record.status = RunStatus::Partly;
    record.finishedAt = noon + 10;
    record.channelsDone = 2;
    record.channelsFailed = 1;
    record.postsAdded = 11;
    record.postsUpdated = 4;
    record.bytes = 99;
    record.error = Error{ErrorCode::DatabaseFull, QStringLiteral("x"), {}};
    QVERIFY(runs.saveRun(record));
    store.reopen();
    RunRepository again(store.database());
    QVERIFY(again.last().value() == record);
    QVERIFY(again.run(*id).value() == record);
    QCOMPARE(again.run(77).error().code, ErrorCode::NotFound);
    RunRecord second = record;
    QCOMPARE(again.begin(second, {}).value(), *id + 1);
    QCOMPARE(again.recent(10)->size(), 2);
    QCOMPARE(again.recent(10, *id + 1)->size(), 1);
    QCOMPARE(again.recent(1)->first().id, *id + 1);
    second.id = 77;
    QCOMPARE(again.saveRun(second).error().code, ErrorCode::NotFound);
}

void TestChannelStore::goingRunsAreInterrupted()
{
    TempStore store;
    RunRepository runs(store.database());
    RunRecord record;
    record.startedAt = noon;
    QList<RunId> ids;
    for (const RunStatus status : {RunStatus::Done, RunStatus::Running, RunStatus::Queued}) {
        record.status = status;
        RunChannel done = queuedChannel(1, QStringLiteral("aaaa"));
        done.status = RunChannelStatus::Ok;
        done.postsAdded = 7;
        RunChannel going = queuedChannel(2, QStringLiteral("bbbb"));
        going.status = RunChannelStatus::Running;
        ids.append(runs.begin(record, {done, going}).value());
    }
    const Result<QList<RunRecord>> interrupted = runs.interruptGoing(noon + 60);
    QVERIFY(interrupted);
    QCOMPARE(interrupted->size(), 2);
    QCOMPARE(interrupted->first().id, ids.at(2));
    for (const RunRecord &one : *interrupted) {
        QCOMPARE(one.status, RunStatus::Interrupted);
        QCOMPARE(one.finishedAt, noon + 60);
        QCOMPARE(one.postsAdded, 7);
        QCOMPARE(one.channelsDone, 1);
        QCOMPARE(runs.channelsOf(one.id)->at(1).status, RunChannelStatus::Stopped);
    }
    QCOMPARE(runs.run(ids.first())->status, RunStatus::Done);
    QVERIFY(runs.interruptGoing(noon + 70)->isEmpty());
}

void TestChannelStore::statisticsHaveARowPerRun()
{
    TempStore store;
    RunRepository runs(store.database());
    RunRecord record;
    record.startedAt = noon;
    record.finishedAt = noon + 1500;
    record.status = RunStatus::Done;
    record.postsAdded = 5;
    record.channelsTotal = 3;
    QVERIFY(runs.begin(record, {}));
    record.finishedAt = 0;
    QVERIFY(runs.begin(record, {}));
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM run_statistics")), 2);
    QCOMPARE(store.number(QStringLiteral("SELECT duration_ms FROM run_statistics WHERE run_id = 1")), 1500);
    QCOMPARE(store.number(QStringLiteral("SELECT posts_count FROM run_statistics WHERE run_id = 1")), 5);
    QCOMPARE(
        store.number(QStringLiteral("SELECT channels FROM run_statistics WHERE run_id = 1 AND status = 'done'")), 3);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM run_statistics WHERE duration_ms IS NULL")), 1);
}

void TestChannelStore::oldRunsArePruned()
{
    TempStore store;
    RunRepository runs(store.database());
    for (int i = 0; i < 10; ++i) {
        QVERIFY(runs.begin(RunRecord(), {queuedChannel(1, QStringLiteral("aaaa"))}));
    }
    QCOMPARE(runs.prune(4).value(), 6);
    QCOMPARE(runs.recent(100)->size(), 4);
    QCOMPARE(store.number(QStringLiteral("SELECT count(*) FROM run_channels")), 4);
    QCOMPARE(runs.prune(0).value(), 3);
    QCOMPARE(runs.last().value()->id, 10);
    QCOMPARE(runs.begin(RunRecord(), {}).value(), 11);
}

VESTNIK_STORE_TEST_MAIN(TestChannelStore)
#include "tst_channelstore.moc"
