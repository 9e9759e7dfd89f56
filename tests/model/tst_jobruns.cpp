// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/run.h"

#include <QSet>
#include <QtTest>

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 midnight = 1'779'235'200'000; // 2026-05-20T00:00:00Z
constexpr qint64 dayMs = 24 * 60 * minuteMs;
constexpr int kinds = static_cast<int>(RunReasonKind::JobPaused) + 1;

RunReason missed(RunReasonKind kind, qint64 count, qint64 ran, qint64 from, qint64 to)
{
    return RunReason{kind, 0, count, ran, from, to};
}

} // namespace

/// What is said of runs of jobs.
class TestJobRuns final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reasonsInWords_data();
    void reasonsInWords();
    void everyReasonHasAName();
    void goingStates();
};

void TestJobRuns::initTestCase()
{
    // Half an hour off: a mistake of whole hours shows as well as one of none.
    qputenv("TZ", "Asia/Kolkata");
}

void TestJobRuns::reasonsInWords_data()
{
    QTest::addColumn<RunReason>("reason");
    QTest::addColumn<QString>("words");
    using Kind = RunReasonKind;
    // 02:10 and 07:45 in Kolkata.
    const qint64 from = midnight - 200 * minuteMs;
    const qint64 to = midnight + 135 * minuteMs;
    QTest::newRow("none") << RunReason() << QString();
    QTest::newRow("still going") << RunReason{Kind::StillGoing, 812, 0, 0, 0, 0} << u"run 812 still going"_s;
    QTest::newRow("one waits") << RunReason{Kind::OneWaits, 813, 0, 0, 0, 0} << u"run 813 waits already"_s;
    QTest::newRow("same work") << RunReason{Kind::SameWork, 5, 0, 0, 0, 0} << u"run 5 reads these channels already"_s;
    QTest::newRow("nothing to do") << RunReason{Kind::NothingToDo, 0, 0, 0, 0, 0} << u"nothing to do"_s;
    QTest::newRow("as in the issue") << missed(Kind::Asleep, 3, 1, from, to)
                                     << u"missed 3 while asleep 02:10–07:45, ran once"_s;
    QTest::newRow("none made up for") << missed(Kind::ProgramClosed, 1, 0, from, to)
                                      << u"missed 1 while the program was closed 02:10–07:45, not made up for"_s;
    QTest::newRow("some") << missed(Kind::StoreAway, 12, 3, from, to)
                          << u"missed 12 while the database was away 02:10–07:45, 3 of 12 made up for"_s;
    QTest::newRow("all") << missed(Kind::ClockSet, 4, 4, from, to)
                         << u"missed 4 when the clock was set forward 02:10–07:45, all made up for"_s;
    QTest::newRow("the only one") << missed(Kind::Busy, 1, 1, from, from)
                                  << u"missed 1 while the computer was busy 02:10, ran once"_s;
    QTest::newRow("over midnight") << missed(Kind::Asleep, 2, 0, from - dayMs, to)
                                   << u"missed 2 while asleep 2026-05-19 02:10 – 2026-05-20 07:45, not made up for"_s;
    QTest::newRow("at an unknown time") << missed(Kind::Asleep, 2, 0, 0, 0)
                                        << u"missed 2 while asleep, not made up for"_s;
    QTest::newRow("catch up") << RunReason{Kind::CatchUp, 0, 3, 0, 0, 0} << u"makes up for 3 missed runs"_s;
    QTest::newRow("catch up with one") << RunReason{Kind::CatchUp, 0, 1, 0, 0, 0} << u"makes up for 1 missed run"_s;
    QTest::newRow("retry") << RunReason{Kind::Retry, 812, 2, 0, 0, 0} << u"retry 2 after run 812 failed"_s;
    QTest::newRow("resumed") << RunReason{Kind::Resumed, 812, 0, 0, 0, 0} << u"goes on with run 812"_s;
    QTest::newRow("failed channels") << RunReason{Kind::FailedChannels, 812, 0, 0, 0, 0}
                                     << u"failed channels of run 812 again"_s;
    QTest::newRow("90 s") << RunReason{Kind::TimedOut, 0, 90'000, 0, 0, 0} << u"took longer than 90 s"_s;
    QTest::newRow("30 min") << RunReason{Kind::TimedOut, 0, 1'800'000, 0, 0, 0} << u"took longer than 30 min"_s;
    QTest::newRow("2 h") << RunReason{Kind::TimedOut, 0, 7'200'000, 0, 0, 0} << u"took longer than 2 h"_s;
    QTest::newRow("replaced") << RunReason{Kind::Replaced, 813, 0, 0, 0, 0} << u"run 813 took its place"_s;
    QTest::newRow("stopped") << RunReason{Kind::SchedulerStopped, 0, 0, 0, 0, 0} << u"the scheduler was stopped"_s;
    QTest::newRow("removed") << RunReason{Kind::JobRemoved, 0, 0, 0, 0, 0} << u"the job was removed"_s;
    QTest::newRow("paused") << RunReason{Kind::JobPaused, 0, 0, 0, 0, 0} << u"the job was paused"_s;
}

void TestJobRuns::reasonsInWords()
{
    QFETCH(RunReason, reason);
    QFETCH(QString, words);
    QCOMPARE(runReasonEnglish(reason), words);
}

void TestJobRuns::everyReasonHasAName()
{
    QSet<QString> names;
    for (int i = 0; i < kinds; ++i) {
        const auto kind = static_cast<RunReasonKind>(i);
        const QString name = runReasonName(kind);
        QVERIFY(!name.isEmpty());
        names.insert(name);
        QCOMPARE(runReasonFromName(name), kind);
        QCOMPARE(runReasonEnglish(RunReason{kind, 1, 1, 1, 0, 0}).isEmpty(), kind == RunReasonKind::None);
    }
    QCOMPARE(names.size(), kinds);
    // As they are stored and in JSON: these never change.
    QCOMPARE(runReasonName(RunReasonKind::StillGoing), u"still_going"_s);
    QCOMPARE(runReasonName(RunReasonKind::CatchUp), u"catch_up"_s);
    QCOMPARE(runReasonName(RunReasonKind::JobPaused), u"job_paused"_s);
    QCOMPARE(runReasonFromName(u"from a later version"_s), RunReasonKind::None);
}

void TestJobRuns::goingStates()
{
    QSet<QString> names;
    for (int i = 0; i <= static_cast<int>(RunStatus::Missed); ++i) {
        const auto status = static_cast<RunStatus>(i);
        names.insert(runStatusName(status));
        QCOMPARE(runStatusFromName(runStatusName(status)), status);
        QCOMPARE(isGoing(status), status == RunStatus::Queued || status == RunStatus::Running);
    }
    QCOMPARE(names.size(), 9);
    QCOMPARE(runStatusName(RunStatus::Skipped), u"skipped"_s);
    QCOMPARE(runStatusName(RunStatus::Missed), u"missed"_s);
}

QTEST_APPLESS_MAIN(TestJobRuns)
#include "tst_jobruns.moc"
