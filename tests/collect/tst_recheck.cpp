// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/collect/recheckplan.h"
#include "tests/collect/collecthouse.h"

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

const QString name = u"alpha"_s;
constexpr qint64 hourMs = 3'600'000;

/// As FakeSource serves it: ids from..to, the oldest post at `oldestAt`.
SourcePage pageOf(MessageId from, MessageId to, qint64 oldestAt = 1'000'000)
{
    SourcePage page;
    for (MessageId id = from; id <= to; ++id) {
        Post post;
        post.messageId = id;
        post.postedAt = oldestAt + (id - from);
        page.posts.append(post);
    }
    page.covered = {{from, to}};
    page.next = from;
    page.olderPromised = from > 1;
    page.atBeginning = from == 1;
    return page;
}

QList<MessageId> idsOf(const QList<Post> &posts)
{
    QList<MessageId> ids;
    for (const Post &post : posts) {
        ids.append(post.messageId);
    }
    return ids;
}

/// Posts 1..60, an hour apart, the newest now, all of them read.
struct ReadHouse : House {
    ChannelId channel = 0;

    ReadHouse()
    {
        channel = add(name);
        source.addPosts(name, 1, 60, clock.now());
        CollectSettings settings;
        settings.firstRunPosts = 60;
        collector->setSettings(settings);
        (void)run();
        asked = source.asked(name).size();
    }
    /// What was asked of the source since then.
    [[nodiscard]] QList<MessageId> askedSince() const { return source.asked(name).mid(asked); }
    RunRecord recheck(qint64 back)
    {
        ParseRequest request;
        request.history.kind = HistoryGoal::Kind::Recheck;
        request.history.since = clock.now() - back;
        return run(request);
    }
    [[nodiscard]] QList<qint64> deleted()
    {
        return *database->numbers(u"SELECT message_id FROM posts WHERE deleted_at > 0 ORDER BY message_id"_s);
    }
    [[nodiscard]] qint64 number(const QString &sql) { return *database->number(sql); }

    qsizetype asked = 0;
};

} // namespace

/// Reading stored posts once more.
class TestRecheck final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void planReadsBackToTheDate();
    void planPassesHolesOver();
    void planGivesOnlyWhatWasRead();
    void planOfNothing();
    void planEndsWhenPagesRepeat();
    void editsAndDeletionsAreFound();
    void nothingBelowTheDateIsRead();
    void newPostsHolesAndWishesStay();
    void aChannelThatWasNeverReadIsLeftAlone();
    void aStopEndsItAndAFailureIsNoted();
    void theSameAgainIsTheSameRun();
};

void TestRecheck::planReadsBackToTheDate()
{
    RecheckPlan plan(Coverage({{1, 20}}), 5'000);
    QCOMPARE(plan.next()->before, 21);
    QVERIFY(!plan.next()->olderPromised);
    QCOMPARE(plan.take(pageOf(16, 20, 7'000)).size(), 1);
    QCOMPARE(plan.next()->before, 16);
    QVERIFY(plan.next()->olderPromised);
    (void)plan.take(pageOf(11, 15, 5'000));
    QCOMPARE(plan.next()->before, 11);
    // The page that reaches below the date counts as a whole.
    QCOMPARE(idsOf(plan.take(pageOf(6, 10, 4'999)).first().posts), (QList<MessageId>{6, 7, 8, 9, 10}));
    QVERIFY(!plan.next());
    QVERIFY(!plan.isStuck());
}

void TestRecheck::planPassesHolesOver()
{
    RecheckPlan plan(Coverage({{1, 5}, {30, 40}}), 0);
    QCOMPARE(plan.next()->before, 41);
    (void)plan.take(pageOf(36, 40));
    (void)plan.take(pageOf(30, 35));
    QCOMPARE(plan.next()->before, 6);
    QVERIFY(!plan.next()->olderPromised);
    (void)plan.take(pageOf(1, 5));
    QVERIFY(!plan.next());
}

void TestRecheck::planGivesOnlyWhatWasRead()
{
    RecheckPlan plan(Coverage({{3, 4}, {7, 9}}), 0);
    SourcePage page = pageOf(1, 9);
    page.next = 1;
    QList<RecheckPlan::Part> parts = plan.take(page);
    QCOMPARE(parts.size(), 2);
    QVERIFY(parts.at(0).covered == (IdRange{3, 4}));
    QCOMPARE(idsOf(parts.at(0).posts), (QList<MessageId>{3, 4}));
    QVERIFY(parts.at(1).covered == (IdRange{7, 9}));
    QCOMPARE(idsOf(parts.at(1).posts), (QList<MessageId>{7, 8, 9}));

    // An album whose first members the page before had, and a stretch of which nothing is left.
    RecheckPlan albums(Coverage({{10, 20}, {30, 31}}), 0);
    page = SourcePage();
    Post album;
    album.messageId = 9;
    album.albumIds = {9, 10, 11};
    page.posts = {album};
    page.covered = {{9, 31}};
    page.next = 9;
    parts = albums.take(page);
    QCOMPARE(parts.size(), 1);
    QVERIFY(parts.at(0).covered == (IdRange{10, 20}));
    QCOMPARE(idsOf(parts.at(0).posts), QList<MessageId>{9});
}

void TestRecheck::planOfNothing()
{
    QVERIFY(!RecheckPlan(Coverage(), 0).next());
}

void TestRecheck::planEndsWhenPagesRepeat()
{
    RecheckPlan plan(Coverage({{1, 50}}), 0);
    (void)plan.take(pageOf(46, 50));
    (void)plan.take(pageOf(46, 50));
    QVERIFY(!plan.next());
    QVERIFY(plan.isStuck());
}

void TestRecheck::editsAndDeletionsAreFound()
{
    ReadHouse house;
    QCOMPARE(house.stored(house.channel), numbers(1, 60));
    house.source.editText(name, 12, u"edited"_s);
    for (const MessageId id : {20, 33, 60}) {
        house.source.removePost(name, id);
    }
    const RunRecord run = house.recheck(100 * dayMs);
    QCOMPARE(run.status, RunStatus::Done);
    QCOMPARE(run.kind, u"recheck"_s);
    QCOMPARE(run.postsAdded, 0);
    QCOMPARE(run.postsUpdated, 1);
    QCOMPARE(house.stored(house.channel), numbers(1, 60));
    QCOMPARE(house.deleted(), (QList<qint64>{20, 33, 60}));
    QCOMPARE(house.number(u"SELECT count(*) FROM post_versions v JOIN posts p ON p.id = v.post_id "
                          "WHERE p.message_id = 12 AND p.text = 'edited' AND v.text = 'alpha 12'"_s),
        1);
    QCOMPARE(house.askedSince().first(), 61);
    const RunChannel row = house.rowOf(run.id, house.channel);
    QCOMPARE(row.status, RunChannelStatus::Ok);
    QCOMPARE(row.pages, static_cast<int>(house.askedSince().size()));
    QVERIFY(row.startedAt > 0 && row.finishedAt >= row.startedAt);
    // Nothing is found twice.
    QCOMPARE(house.recheck(100 * dayMs).postsUpdated, 0);
}

void TestRecheck::nothingBelowTheDateIsRead()
{
    ReadHouse house;
    house.source.editText(name, 41, u"edited"_s);
    house.source.editText(name, 30, u"edited"_s);
    // Posts 41 to 60 are of the last 20 hours; the page of five that reaches below is the last one.
    const RunRecord run = house.recheck(19 * hourMs + hourMs / 2);
    QCOMPARE(run.status, RunStatus::Done);
    QCOMPARE(run.postsUpdated, 1);
    QCOMPARE(house.askedSince(), (QList<MessageId>{61, 56, 51, 46, 41}));
}

void TestRecheck::newPostsHolesAndWishesStay()
{
    House house;
    const ChannelId channel = house.add(name);
    house.source.addPosts(name, 1, 50, house.clock.now() - 90 * dayMs);
    CollectSettings settings;
    settings.firstRunPosts = 20;
    house.collector->setSettings(settings);
    (void)house.run(); // 31..50
    house.source.addPosts(name, 51, 100, house.clock.now());
    house.source.failAfter(name, house.source.fetches(name) + 2, Error{ErrorCode::ConnectionLost, name, {}});
    (void)house.run(); // and 91..100: a hole between
    house.source.heal(name);
    house.source.addPosts(name, 101, 110, house.clock.now());
    ChannelRepository channels(*house.database);
    HistoryGoal wish;
    wish.kind = HistoryGoal::Kind::Newest;
    wish.posts = 45;
    QVERIFY(channels.setHistoryGoal(channel, wish));
    const Coverage before = *channels.coverage(channel);
    QCOMPARE(before.ranges().size(), 2);
    const QList<MessageId> stored = house.stored(channel);
    const ChannelRow row = *channels.row(channel);
    const qsizetype asked = house.source.asked(name).size();

    house.source.editText(name, 40, u"edited"_s);
    house.source.removePost(name, 95);
    house.source.removePost(name, 35);
    ParseRequest request;
    request.history.kind = HistoryGoal::Kind::Recheck;
    const RunRecord run = house.run(request);
    QCOMPARE(run.status, RunStatus::Done);
    QCOMPARE(run.postsAdded, 0);
    QCOMPARE(run.postsUpdated, 1);
    QCOMPARE(*house.database->numbers(u"SELECT message_id FROM posts WHERE deleted_at > 0 ORDER BY message_id"_s),
        (QList<qint64>{35, 95}));
    QVERIFY(*channels.coverage(channel) == before);
    QVERIFY(channels.historyGoal(channel).value() == std::optional<HistoryGoal>(wish));
    QCOMPARE(house.stored(channel), stored);
    QCOMPARE(channels.row(channel)->lastParsedAt, row.lastParsedAt);
    for (const MessageId one : house.source.asked(name).mid(asked)) {
        QVERIFY2(one > 31 && one <= 101 && (one <= 51 || one > 90), qPrintable(QString::number(one)));
    }
    // What is new, the hole and the wish are left for the next run.
    (void)house.run();
    QVERIFY(house.stored(channel).contains(110));
    QVERIFY(house.stored(channel).contains(70));
}

void TestRecheck::aChannelThatWasNeverReadIsLeftAlone()
{
    House house;
    const ChannelId channel = house.add(name);
    house.source.addPosts(name, 1, 20, house.clock.now());
    ParseRequest request;
    request.history.kind = HistoryGoal::Kind::Recheck;
    const RunRecord run = house.run(request);
    QCOMPARE(run.status, RunStatus::Done);
    QCOMPARE(house.rowOf(run.id, channel).status, RunChannelStatus::Ok);
    QCOMPARE(house.source.fetches(name), 0);
    QCOMPARE(ChannelRepository(*house.database).row(channel)->health, ChannelHealth::New);
}

void TestRecheck::aStopEndsItAndAFailureIsNoted()
{
    ReadHouse house;
    house.source.hold();
    QSignalSpy finished(house.collector.get(), &Collector::runFinished);
    ParseRequest request;
    request.history.kind = HistoryGoal::Kind::Recheck;
    QVERIFY(house.collector->start(request));
    QTRY_COMPARE(house.source.live(), 1);
    house.collector->cancel(0, true);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.first().first().value<RunRecord>().status, RunStatus::Stopped);
    house.source.release();

    house.source.failAfter(name, house.source.fetches(name) + 1, Error{ErrorCode::TimedOut, name, {}});
    const RunRecord failed = house.recheck(100 * dayMs);
    QCOMPARE(failed.status, RunStatus::Failed);
    QCOMPARE(house.rowOf(failed.id, house.channel).error.code, ErrorCode::TimedOut);
    QCOMPARE(ChannelRepository(*house.database).row(house.channel)->health, ChannelHealth::Failing);
}

void TestRecheck::theSameAgainIsTheSameRun()
{
    ReadHouse house;
    house.source.hold();
    ParseRequest request;
    request.history.kind = HistoryGoal::Kind::Recheck;
    request.history.since = 5000;
    const RunId first = house.collector->start(request).value();
    request.history.since = 5001;
    QCOMPARE(house.collector->start(request).value(), first);
    // Further back, or for new posts: that is not what the run does.
    request.history.since = 4999;
    const RunId further = house.collector->start(request).value();
    QVERIFY(further != first);
    const RunId recent = house.collector->start(ParseRequest()).value();
    QVERIFY(recent != first && recent != further);
    QSignalSpy finished(house.collector.get(), &Collector::runFinished);
    house.source.release();
    QTRY_COMPARE(finished.count(), 3);
}

QTEST_GUILESS_MAIN(TestRecheck)
#include "tst_recheck.moc"
