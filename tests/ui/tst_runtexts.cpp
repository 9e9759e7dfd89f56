// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/runtexts.h"

#include "core/model/job.h"

#include <QDateTime>
#include <QLocale>
#include <QSet>
#include <QTest>

using namespace vestnik;

namespace {

qint64 at(int day, int hour, int minute, int year = 2026)
{
    return QDateTime(QDate(year, 11, day), QTime(hour, minute)).toMSecsSinceEpoch();
}

RunReason reason(RunReasonKind kind, RunId run = 0, qint64 count = 0)
{
    RunReason made;
    made.kind = kind;
    made.run = run;
    made.count = count;
    return made;
}

RunReason missed(RunReasonKind kind, qint64 count, qint64 ran, qint64 from, qint64 to)
{
    RunReason made = reason(kind, 0, count);
    made.ran = ran;
    made.from = from;
    made.to = to;
    return made;
}

} // namespace

class TestRunTexts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }

    void skippedRunNamesTheOther()
    {
        QCOMPARE(texts::runReason(reason(RunReasonKind::StillGoing, 812)), QStringLiteral("Run 812 was still going."));
        QCOMPARE(
            texts::runReason(reason(RunReasonKind::OneWaits, 1812)), QStringLiteral("Run 1812 was waiting already."));
        QCOMPARE(texts::runReason(reason(RunReasonKind::SameWork, 9)),
            QStringLiteral("Run 9 was reading these channels already."));
    }

    void missedOnesAreCountedWithTheirTime()
    {
        const qint64 now = at(20, 16, 30);
        QCOMPARE(texts::runReason(missed(RunReasonKind::Asleep, 3, 1, at(20, 2, 10), at(20, 7, 45)), now),
            QStringLiteral("Missed 3 while asleep 02:10–07:45, ran once."));
        QCOMPARE(texts::runReason(missed(RunReasonKind::ProgramClosed, 3, 0, at(20, 2, 10), at(20, 7, 45)), now),
            QStringLiteral("Missed 3 while the program was closed 02:10–07:45, none was made up for."));
        QCOMPARE(texts::runReason(missed(RunReasonKind::StoreAway, 12'345, 2, at(20, 2, 10), at(20, 7, 45)), now),
            QStringLiteral("Missed 12,345 while the database was away 02:10–07:45, ran 2 times."));
    }

    void timeOfAnotherDayHasItsDate()
    {
        const qint64 now = at(20, 16, 30);
        QCOMPARE(texts::period(at(19, 2, 10), at(19, 7, 45), now), QStringLiteral("19 Nov 02:10–07:45"));
        QCOMPARE(texts::period(at(19, 22, 10), at(20, 7, 45), now), QStringLiteral("19 Nov 22:10 – 20 Nov 07:45"));
        QCOMPARE(
            texts::period(at(19, 2, 10, 2024), at(19, 7, 45, 2024), now), QStringLiteral("19 Nov 2024 02:10–07:45"));
    }

    void runSaysWhatItIsFor()
    {
        QCOMPARE(texts::runReason(reason(RunReasonKind::CatchUp, 0, 3)), QStringLiteral("Catches up for 3 missed."));
        QCOMPARE(texts::runReason(reason(RunReasonKind::Retry, 811, 2)), QStringLiteral("Try 2 after run 811 failed."));
        QCOMPARE(texts::runReason(reason(RunReasonKind::Resumed, 809)),
            QStringLiteral("Goes on with run 809, which was interrupted."));
        QCOMPARE(texts::runReason(reason(RunReasonKind::FailedChannels, 7)),
            QStringLiteral("Reads the failed channels of run 7 again."));
        QCOMPARE(texts::runReason(reason(RunReasonKind::TimedOut, 0, 30 * 60'000)),
            QStringLiteral("Stopped after 30 min: time limit."));
    }

    void everyKindHasItsOwnSentence()
    {
        QSet<QString> sentences;
        int kinds = 0;
        for (int kind = int(RunReasonKind::None) + 1; kind <= int(RunReasonKind::JobPaused); ++kind, ++kinds) {
            const QString text = texts::runReason(
                missed(static_cast<RunReasonKind>(kind), 2, 1, at(20, 2, 10), at(20, 7, 45)), at(20, 8, 0));
            QVERIFY2(text.endsWith(QLatin1Char('.')), qPrintable(text));
            QVERIFY2(!text.contains(QLatin1Char('%')), qPrintable(text));
            sentences.insert(text);
        }
        QCOMPARE(sentences.size(), kinds);
        QVERIFY(texts::runReason({}).isEmpty());
    }

    void errorComesBeforeTheReasonUnlessItSaysNothing()
    {
        RunRecord run;
        run.reason = reason(RunReasonKind::Retry, 811, 2);
        QCOMPARE(texts::runNote(run, 0), QStringLiteral("Try 2 after run 811 failed."));
        run.error = Error{ErrorCode::HostNotFound, QStringLiteral("t.me"), {}};
        QVERIFY(texts::runNote(run, 0).contains(QStringLiteral("t.me")));
        run.error = Error{ErrorCode::Cancelled, {}, {}};
        run.reason = reason(RunReasonKind::Replaced, 815);
        QCOMPARE(texts::runNote(run, 0), QStringLiteral("Run 815 took its place."));
        QVERIFY(texts::runNote({}, 0).isEmpty());
    }

    void hourIsToldOnAllDays()
    {
        const qint64 now = at(20, 16, 30);
        QCOMPARE(texts::whenWithClock(at(20, 9, 5), now), QStringLiteral("today 09:05"));
        QCOMPARE(texts::whenWithClock(at(19, 9, 5), now), QStringLiteral("yesterday 09:05"));
        QCOMPARE(texts::whenWithClock(at(21, 4, 0), now), QStringLiteral("tomorrow 04:00"));
        QCOMPARE(texts::whenWithClock(at(12, 9, 5), now), QStringLiteral("12 Nov 09:05"));
        QCOMPARE(texts::whenWithClock(at(25, 0, 0), now), QStringLiteral("25 Nov 00:00"));
        QCOMPARE(texts::whenWithClock(0, now), QStringLiteral("never"));
    }

    void kindsHaveWords()
    {
        QCOMPARE(texts::jobKind(QLatin1String(jobkinds::parse)), QStringLiteral("Parse channels"));
        QCOMPARE(texts::jobKind(QLatin1String(jobkinds::recheck)), QStringLiteral("Re-check edits"));
        QCOMPARE(texts::jobKind(QStringLiteral("digest")), QStringLiteral("digest"));
        RunRecord run;
        run.kind = QLatin1String(jobkinds::backup);
        QCOMPARE(texts::runName(run), QStringLiteral("Back up"));
        run.jobName = QStringLiteral("Nightly");
        QCOMPARE(texts::runName(run), QStringLiteral("Nightly"));
    }
};

QTEST_MAIN(TestRunTexts)
#include "tst_runtexts.moc"
