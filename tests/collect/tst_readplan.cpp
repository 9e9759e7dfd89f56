// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/collect/readplan.h"

#include <QTest>

using namespace vestnik;

namespace {

SourcePage pageOf(MessageId from, MessageId to, MessageId before, qint64 oldestAt = 0)
{
    SourcePage page;
    for (MessageId id = from; id <= to; ++id) {
        Post post;
        post.messageId = id;
        post.postedAt = oldestAt + (id - from);
        page.posts.append(post);
    }
    page.covered.append({from, before == 0 ? to : before - 1});
    page.next = from;
    page.olderPromised = from > 1;
    page.atBeginning = from == 1;
    return page;
}

} // namespace

class ReadPlanTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingNewTakesOnePage();
    void pagesUntilItMeetsWhatIsRead();
    void fillsAHoleOfADeadRunWithoutReadingBetweenTwice();
    void firstRunNeedsDateAndNumber();
    void historyOfAllEndsAtTheFirstMessage();
    void refreshReadsKnownPagesAgain();
    void repeatingPagesAreStuck();
    void anUnreadablePostIsTriedOnceARun();
    void anEmptyChannelIsDoneAfterOnePage();
};

void ReadPlanTest::nothingNewTakesOnePage()
{
    ReadPlan plan(Coverage({{1, 100}}), std::nullopt, 100, 1);
    QCOMPARE(plan.next()->before, 0);
    plan.take(pageOf(81, 100, 0));
    QVERIFY(!plan.next());
}

void ReadPlanTest::pagesUntilItMeetsWhatIsRead()
{
    ReadPlan plan(Coverage({{50, 100}}), std::nullopt, 51, 1);
    plan.take(pageOf(141, 160, 0));
    QCOMPARE(plan.next()->before, 141);
    QVERIFY(plan.next()->olderPromised);
    QVERIFY(!plan.next()->hole);
    plan.take(pageOf(121, 140, 141));
    QCOMPARE(plan.next()->before, 121);
    plan.take(pageOf(98, 120, 121));
    QVERIFY(!plan.next());
    QCOMPARE(plan.coverage().ranges(), (QList<IdRange>{{50, 160}}));
}

void ReadPlanTest::fillsAHoleOfADeadRunWithoutReadingBetweenTwice()
{
    // A run read 180..200 and died; 101..179 are missing; since then 201..210 came.
    ReadPlan plan(Coverage({{1, 100}, {180, 200}}), std::nullopt, 121, 1);
    plan.take(pageOf(191, 210, 0));
    const auto step = plan.next();
    QCOMPARE(step->before, 180);
    QVERIFY(step->hole);
    QCOMPARE(*step->hole, (IdRange{101, 179}));
    plan.take(pageOf(160, 179, 180));
    QCOMPARE(plan.next()->before, 160);
    plan.take(pageOf(90, 159, 160));
    QVERIFY(!plan.next());
}

void ReadPlanTest::firstRunNeedsDateAndNumber()
{
    HistoryGoal goal;
    goal.kind = HistoryGoal::Kind::Since;
    goal.since = 1'000'000;
    goal.posts = 50;
    ReadPlan byNumber(Coverage(), goal, 0, 1);
    byNumber.take(pageOf(981, 1000, 0, 900'000)); // old enough, but only 20 posts
    QCOMPARE(byNumber.next()->before, 981);
    byNumber.take(pageOf(961, 980, 981, 800'000));
    QCOMPARE(byNumber.next()->before, 961);
    byNumber.take(pageOf(941, 960, 961, 700'000));
    QVERIFY(!byNumber.next());
    QVERIFY(byNumber.goalReached());

    ReadPlan byDate(Coverage(), goal, 0, 1);
    byDate.take(pageOf(901, 1000, 0, 2'000'000)); // enough posts, all too new
    QCOMPARE(byDate.next()->before, 901);
    byDate.take(pageOf(881, 900, 901, 999'000));
    QVERIFY(!byDate.next());
}

void ReadPlanTest::historyOfAllEndsAtTheFirstMessage()
{
    HistoryGoal goal;
    goal.kind = HistoryGoal::Kind::All;
    ReadPlan plan(Coverage({{30, 60}}), goal, 31, 1);
    plan.take(pageOf(41, 60, 0));
    QCOMPARE(plan.next()->before, 30);
    plan.take(pageOf(10, 29, 30));
    plan.take(pageOf(1, 9, 10));
    QVERIFY(!plan.next());
    QVERIFY(plan.atBeginning());
    QVERIFY(plan.goalReached());
}

void ReadPlanTest::refreshReadsKnownPagesAgain()
{
    ReadPlan plan(Coverage({{1, 100}}), std::nullopt, 100, 3);
    plan.take(pageOf(81, 100, 0));
    QCOMPARE(plan.next()->before, 81);
    plan.take(pageOf(61, 80, 81));
    QCOMPARE(plan.next()->before, 61);
    plan.take(pageOf(41, 60, 61));
    QVERIFY(!plan.next());
    QVERIFY(!plan.isStuck());
}

void ReadPlanTest::repeatingPagesAreStuck()
{
    HistoryGoal goal;
    goal.kind = HistoryGoal::Kind::All;
    ReadPlan plan(Coverage(), goal, 0, 1);
    plan.take(pageOf(81, 100, 0));
    QCOMPARE(plan.next()->before, 81);
    plan.take(pageOf(81, 100, 0));
    QVERIFY(plan.isStuck());
    QVERIFY(!plan.next());
}

void ReadPlanTest::anUnreadablePostIsTriedOnceARun()
{
    ReadPlan plan(Coverage({{1, 49}, {51, 100}}), std::nullopt, 99, 1);
    plan.take(pageOf(81, 100, 0));
    QCOMPARE(plan.next()->before, 51);
    SourcePage page = pageOf(32, 49, 50);
    page.postsUnreadable = 1;
    plan.take(page);
    QVERIFY(!plan.next());
    QVERIFY(!plan.isStuck());
    QVERIFY(!plan.coverage().contains(50));
}

void ReadPlanTest::anEmptyChannelIsDoneAfterOnePage()
{
    HistoryGoal goal;
    goal.kind = HistoryGoal::Kind::Since;
    goal.posts = 100;
    ReadPlan plan(Coverage(), goal, 0, 1);
    SourcePage page;
    page.atBeginning = true;
    plan.take(page);
    QVERIFY(!plan.next());
}

QTEST_GUILESS_MAIN(ReadPlanTest)
#include "tst_readplan.moc"
