// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/schedule/schedulerdesk.h"

using namespace vestnik;
using namespace vestnik::test;

namespace {

constexpr qint64 yearBegin = 1'767'225'600'000; ///< 2026-01-01T00:00:00Z
constexpr qint64 yearEnd = yearBegin + 365 * day;

/// Times when the computer sleeps, one a week, for some hours each.
struct Nap {
    qint64 from = 0;
    qint64 to = 0;
};

QList<Nap> napsOfTheYear()
{
    QList<Nap> naps;
    for (qint64 at = yearBegin + 2 * day + 17 * minute; at + 10 * hour < yearEnd; at += 7 * day + 5 * hour) {
        naps.append({at, at + hour + (at / hour % 9) * hour});
    }
    return naps;
}

qint64 localMidnight(int year, const QByteArray &zone)
{
    return QDateTime(QDate(year, 1, 1), QTime(0, 0), QTimeZone(zone)).toMSecsSinceEpoch();
}

} // namespace

/// A year under a clock that a test moves: each run happens exactly as often and when the trigger says.
class SchedulerYearTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWholeYear_data();
    void aWholeYear();
    void countedByHand_data();
    void countedByHand();
    void aYearWithNaps_data();
    void aYearWithNaps();
};

void SchedulerYearTest::aWholeYear_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone :
        {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Europe/Moscow"}) {
        QTest::newRow(zone) << QByteArray(zone);
    }
}

void SchedulerYearTest::aWholeYear()
{
    QFETCH(QByteArray, zone);
    Desk desk(yearBegin);
    desk.worker->lengthMs = second;
    desk.scheduler->setConcurrency(32);
    // Every expression under every pair of policies: nothing overlaps, nothing is missed, so they make no difference.
    const QStringList expressions{QStringLiteral("30 2 * * *"), QStringLiteral("*/30 1-3 * * *"),
        QStringLiteral("15 2,3 * * sun"), QStringLiteral("0 12 1-7 * mon"), QStringLiteral("@monthly"),
        QStringLiteral("45 1 * * sat,sun"), QStringLiteral("0 */6 */2 * mon")};
    ZoneCache zones;
    QHash<JobId, QList<qint64>> expected;
    qint64 total = 0;
    for (const QString &expression : expressions) {
        // The many runs of one of them would take long: each policy once.
        const int step = expression.startsWith(QLatin1String("*/30")) ? 4 : 1;
        for (int policies = 0; policies < 9; policies += step) {
            Job job = cronJob(expression, zone);
            job.policy.missed = static_cast<MissedPolicy>(policies % 3);
            job.policy.overlap = static_cast<OverlapPolicy>(policies / 3);
            const JobId id = desk.add(job);
            QVERIFY(id != 0);
            QList<qint64> fires = TriggerTimes::make(job.trigger, zones)->list(yearBegin, 20'000);
            fires.removeIf([](qint64 fire) { return fire > yearEnd; });
            expected.insert(id, fires);
            total += fires.size();
        }
    }
    desk.scheduler->start();
    desk.clock.advance(yearEnd - yearBegin + 2 * second);
    QHash<JobId, QList<qint64>> got;
    for (const RunRecord &row : desk.rows()) {
        QCOMPARE(row.status, RunStatus::Done);
        QCOMPARE(row.startedAt, row.dueAt);
        got[row.job].append(row.dueAt);
    }
    QCOMPARE(got, expected);
    QCOMPARE(desk.begun(), total);
}

void SchedulerYearTest::countedByHand_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("runs");
    // In local years of 2026. A day has six half hours from 01:00 to 03:30. Where the clock goes from 02:00 to 03:00
    // two of them do not exist, where it goes from 03:00 to 02:00 two are there twice; where it goes from 02:00 to
    // 01:00, likewise. On Lord Howe half an hour is skipped from 02:00, and comes twice from 01:30.
    const auto row = [](const char *zone, const char *expression, int runs) {
        QTest::newRow(qPrintable(QString::fromLatin1(zone) + QLatin1Char(' ') + QString::fromLatin1(expression)))
            << QByteArray(zone) << QString::fromLatin1(expression) << runs;
    };
    for (const char *zone :
        {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Europe/Moscow"}) {
        row(zone, "30 2 * * *", 365); // fixed: once a day, whatever the clock does
        row(zone, "45 1 * * *", 365);
        row(zone, "0 0 1 * *", 12);
        row(zone, "0 0 29 2 *", 0);
    }
    row("Europe/Berlin", "*/30 1-3 * * *", 365 * 6 - 2 + 2);
    row("America/New_York", "*/30 1-3 * * *", 365 * 6 - 2 + 2);
    row("Australia/Lord_Howe", "*/30 1-3 * * *", 365 * 6 - 1 + 1);
    row("Asia/Kolkata", "*/30 1-3 * * *", 365 * 6);
    row("Europe/Moscow", "*/30 1-3 * * *", 365 * 6);
    row("Europe/Berlin", "*/30 2 29 3 *", 0); // wild, in the gap
    row("Europe/Berlin", "*/30 2 25 10 *", 4); // wild, both passes
    row("Europe/Berlin", "15,45 2 25 10 *", 2); // fixed, the first pass
    row("America/New_York", "*/30 1 1 11 *", 4);
    row("Australia/Lord_Howe", "*/15 1 5 4 *", 6);
    row("Europe/Moscow", "0 9 * * mon-fri", 261); // 2026 has 52 weeks and a Thursday
}

void SchedulerYearTest::countedByHand()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, expression);
    QFETCH(int, runs);
    // The second before the year begins there, so that its first midnight counts; up to that of the next, excluded.
    Desk desk(localMidnight(2026, zone) - second);
    desk.worker->lengthMs = 0;
    desk.add(cronJob(expression, zone));
    desk.scheduler->start();
    desk.clock.advance(localMidnight(2027, zone) - 1 - desk.clock.now());
    QCOMPARE(desk.begun(), runs);
    QCOMPARE(desk.rows().size(), runs);
}

void SchedulerYearTest::aYearWithNaps_data()
{
    aWholeYear_data();
}

/// Sleeps in between: what each policy makes of the missed ones is reckoned here in the plainest way.
void SchedulerYearTest::aYearWithNaps()
{
    QFETCH(QByteArray, zone);
    Desk desk(yearBegin);
    desk.worker->lengthMs = second;
    desk.scheduler->setConcurrency(32);
    const QList<Nap> naps = napsOfTheYear();
    ZoneCache zones;
    QHash<JobId, QList<qint64>> expectedRuns;
    QHash<JobId, QList<qint64>> expectedMissed; // counts
    for (const QString &expression :
        {QStringLiteral("30 2 * * *"), QStringLiteral("20 */6 * * *"), QStringLiteral("20 */2 * * *")}) {
        const int step = expression.startsWith(QLatin1String("20 */2")) ? 4 : 1;
        for (int policies = 0; policies < 9; policies += step) {
            Job job = cronJob(expression, zone);
            job.policy.missed = static_cast<MissedPolicy>(policies % 3);
            job.policy.missedLimit = 2;
            job.policy.overlap = static_cast<OverlapPolicy>(policies / 3);
            const JobId id = desk.add(job);
            QList<qint64> fires = TriggerTimes::make(job.trigger, zones)->list(yearBegin, 20'000);
            fires.removeIf([](qint64 fire) { return fire > yearEnd; });
            qsizetype next = 0;
            for (const Nap &nap : naps) {
                while (next < fires.size() && fires.at(next) <= nap.from) {
                    expectedRuns[id].append(fires.at(next++));
                }
                QList<qint64> slept;
                while (next < fires.size() && fires.at(next) <= nap.to) {
                    slept.append(fires.at(next++));
                }
                const bool due = !slept.isEmpty() && nap.to - slept.last() < minute;
                const qsizetype missed = slept.size() - (due ? 1 : 0);
                if (missed > 0) {
                    expectedMissed[id].append(missed);
                }
                qsizetype runs = due ? 1 : 0;
                if (job.policy.missed == MissedPolicy::Once) {
                    runs = slept.isEmpty() ? 0 : 1;
                } else if (job.policy.missed == MissedPolicy::All) {
                    runs += std::min<qsizetype>(missed, 2);
                }
                expectedRuns[id] += slept.mid(slept.size() - runs);
            }
            expectedRuns[id] += fires.mid(next);
        }
    }
    desk.scheduler->start();
    for (const Nap &nap : naps) {
        desk.clock.advance(nap.from - desk.clock.now());
        desk.clock.sleep(nap.to - nap.from);
    }
    desk.clock.advance(yearEnd - desk.clock.now() + minute);
    QHash<JobId, QList<qint64>> runs;
    QHash<JobId, QList<qint64>> missed;
    for (const RunRecord &row : desk.rows()) {
        if (row.status == RunStatus::Missed) {
            QCOMPARE(row.reason.kind, RunReasonKind::Asleep);
            missed[row.job].append(row.reason.count);
        } else {
            QCOMPARE(row.status, RunStatus::Done);
            runs[row.job].append(row.dueAt);
        }
    }
    QCOMPARE(missed, expectedMissed);
    QCOMPARE(runs, expectedRuns);
    QVERIFY(std::any_of(missed.cbegin(), missed.cend(), [](const QList<qint64> &counts) { return counts.size() > 5; }));
}

QTEST_GUILESS_MAIN(SchedulerYearTest)
#include "tst_scheduleryear.moc"
