// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/triggertimes.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr int weekdays = 0x1f;

qint64 at(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

QString shown(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

QStringList shown(const QList<qint64> &fires)
{
    QStringList list;
    for (const qint64 fire : fires) {
        list.append(shown(fire));
    }
    return list;
}

Trigger everyMs(qint64 ms, qint64 anchor = 0)
{
    Trigger trigger;
    trigger.everyMs = ms;
    trigger.anchor = anchor;
    trigger.zone = "UTC";
    return trigger;
}

Trigger cron(const QString &expression, const QByteArray &zone)
{
    Trigger trigger;
    trigger.kind = TriggerKind::Cron;
    trigger.cron = expression;
    trigger.zone = zone;
    return trigger;
}

TimeWindow window(int days, int from, int to)
{
    TimeWindow result;
    result.days = days;
    result.from = from;
    result.to = to;
    return result;
}

TriggerTimes made(const Trigger &trigger)
{
    ZoneCache zones;
    const Result<TriggerTimes> times = TriggerTimes::make(trigger, zones);
    if (!times) {
        qFatal("%s", qPrintable(errorEnglish(times.error())));
    }
    return *times;
}

QString subjectOf(const Trigger &trigger)
{
    ZoneCache zones;
    const Result<TriggerTimes> times = TriggerTimes::make(trigger, zones);
    return times ? QString() : times.error().subject;
}

/// Whether windows allow a minute, said as plainly as can be.
bool slowlyAllowed(const QList<TimeWindow> &windows, qint64 local)
{
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(local, Qt::UTC);
    const int ofDay = wall.time().hour() * 60 + wall.time().minute();
    const int today = wall.date().dayOfWeek() - 1;
    const int yesterday = (today + 6) % 7;
    for (const TimeWindow &w : windows) {
        const bool beginsToday = (w.days >> today & 1) != 0;
        const bool beganYesterday = (w.days >> yesterday & 1) != 0;
        if (w.from < w.to) {
            if (beginsToday && ofDay >= w.from && ofDay < w.to) {
                return true;
            }
        } else if ((beginsToday && ofDay >= w.from) || (beganYesterday && ofDay < w.to)) {
            return true;
        }
    }
    return windows.isEmpty();
}

} // namespace

class TestTriggerTimes final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void intervalsWithoutAnchorAreCountedFromTheRunBefore();
    void intervalsWithAnAnchorKeepTheGrid();
    void onceIsOnce();
    void windowsOpenTheIntervalAtTheirBeginning();
    void anchoredFiresOutsideDoNotExist();
    void windowsGoOverMidnightAndTheWeek();
    void windowsFollowTheWallClock();
    void cronKeepsWithinWindows();
    void windowsThatNeverMeetEndSoon();
    void longWaysAreShort();
    void intervalsAgreeWithASlowReference();
    void cronAgreesWithASlowReference();
    void countIsBoundedAndAgreesWithTheList();
    void jitterIsTheSameForTheSameFire();
    void whatIsWrongIsNamed();
    void previewShowsFiresOrTheTrouble();
    void extremesAreSurvived();
};

void TestTriggerTimes::intervalsWithoutAnchorAreCountedFromTheRunBefore()
{
    const TriggerTimes times = made(everyMs(30 * minute));
    const qint64 now = at("2026-03-02T10:07:00.500Z");
    QCOMPARE(times.next(now), now + 1);
    QCOMPARE(times.list(now, 3), QList<qint64>({now + 1, now + 1 + 30 * minute, now + 1 + 60 * minute}));
    const qint64 base = now - 100 * minute;
    QCOMPARE(times.next(now, base), base + 120 * minute);
    QCOMPARE(times.next(base, base), base + 30 * minute);
    QCOMPARE(times.next(base + 30 * minute, base), base + 60 * minute);
    // The clock was set back behind the run before.
    QCOMPARE(times.next(base - day, base), base + 30 * minute);
    QCOMPARE(times.count(base, now, 100, base), 3);
    QCOMPARE(times.count(now, now + hour, 100), 2);
    QCOMPARE(times.count(now, now + 1 + hour, 100), 3);
}

void TestTriggerTimes::intervalsWithAnAnchorKeepTheGrid()
{
    const qint64 anchor = at("2026-01-01T00:10:00Z");
    const TriggerTimes times = made(everyMs(hour, anchor));
    QCOMPARE(times.next(anchor), anchor + hour);
    QCOMPARE(times.next(anchor - 1), anchor);
    QCOMPARE(times.next(at("2026-03-02T10:07:00Z"), at("2026-03-02T09:59:00Z")), at("2026-03-02T10:10:00Z"));
    QCOMPARE(times.next(at("2025-12-01T10:10:00Z")), at("2025-12-01T11:10:00Z"));
    QCOMPARE(times.count(anchor, anchor + 365 * day, 1'000'000'000), 365 * 24);
    QCOMPARE(times.count(anchor - 1, anchor + 365 * day, 1'000'000'000), 365 * 24 + 1);
}

void TestTriggerTimes::onceIsOnce()
{
    Trigger trigger;
    trigger.kind = TriggerKind::Once;
    trigger.at = at("2026-11-12T06:00:00Z");
    trigger.zone = "Europe/Moscow";
    QCOMPARE(made(trigger).next(trigger.at - 1), trigger.at);
    QCOMPARE(made(trigger).next(trigger.at), std::nullopt);
    QCOMPARE(made(trigger).list(0, 5), QList<qint64>{trigger.at});
    QCOMPARE(made(trigger).count(0, trigger.at, 5), 1);
    QCOMPARE(made(trigger).count(0, trigger.at - 1, 5), 0);
    // A Thursday, 09:00 in Moscow.
    trigger.windows = {window(1 << 3, 9 * 60, 10 * 60)};
    QCOMPARE(made(trigger).next(0), trigger.at);
    trigger.windows = {window(weekdays, 10 * 60, 11 * 60)};
    QCOMPARE(made(trigger).next(0), std::nullopt);
}

void TestTriggerTimes::windowsOpenTheIntervalAtTheirBeginning()
{
    Trigger trigger = everyMs(25 * minute);
    trigger.zone = "Europe/Moscow"; // +03:00
    trigger.windows = {window(weekdays, 8 * 60, 9 * 60)};
    const TriggerTimes times = made(trigger);
    // Friday 08:40 in Moscow, the run before was at 08:30.
    const qint64 friday = at("2026-03-06T05:40:00Z");
    QCOMPARE(shown(times.list(friday, 5, at("2026-03-06T05:30:00Z"))),
        QStringList({u"2026-03-06T05:55:00Z"_s, u"2026-03-09T05:00:00Z"_s, u"2026-03-09T05:25:00Z"_s,
            u"2026-03-09T05:50:00Z"_s, u"2026-03-10T05:00:00Z"_s}));
    // Never run before: at once inside, at the next opening outside.
    QCOMPARE(times.next(friday), friday + 1);
    QCOMPARE(shown(*times.next(at("2026-03-06T06:00:00Z"))), u"2026-03-09T05:00:00Z"_s);
    // What was missed since Friday: 08:00, 08:25 and 08:50 of Monday.
    QCOMPARE(times.count(at("2026-03-06T05:55:00Z"), at("2026-03-09T20:00:00Z"), 100, at("2026-03-06T05:55:00Z")), 3);
    QVERIFY(times.allows(friday));
    QVERIFY(!times.allows(friday + hour));
}

void TestTriggerTimes::anchoredFiresOutsideDoNotExist()
{
    Trigger trigger = everyMs(7 * hour, at("2026-03-02T00:00:00Z")); // Monday
    trigger.windows = {window(weekdays, 8 * 60, 20 * 60)};
    // Of 0, 7, 14, 21, 4, 11, 18, 1, 8, 15, 22, 5, 12, 19 … o'clock those from 8 to 19.
    QCOMPARE(shown(made(trigger).list(at("2026-03-02T00:00:00Z"), 6)),
        QStringList({u"2026-03-02T14:00:00Z"_s, u"2026-03-03T11:00:00Z"_s, u"2026-03-03T18:00:00Z"_s,
            u"2026-03-04T08:00:00Z"_s, u"2026-03-04T15:00:00Z"_s, u"2026-03-05T12:00:00Z"_s}));
}

void TestTriggerTimes::windowsGoOverMidnightAndTheWeek()
{
    Trigger trigger = everyMs(hour, at("2026-03-01T00:30:00Z"));
    trigger.windows = {window(1 << 6, 22 * 60, 2 * 60)}; // begins on Sundays
    QCOMPARE(shown(made(trigger).list(at("2026-03-01T12:00:00Z"), 5)),
        QStringList({u"2026-03-01T22:30:00Z"_s, u"2026-03-01T23:30:00Z"_s, u"2026-03-02T00:30:00Z"_s,
            u"2026-03-02T01:30:00Z"_s, u"2026-03-08T22:30:00Z"_s}));
    // The same minute to the same minute is a whole day, and so is midnight to midnight.
    trigger.windows = {window(1, 90, 90)};
    QCOMPARE(made(trigger).count(at("2026-03-01T00:00:00Z"), at("2026-03-08T00:00:00Z"), 1000), 24);
    trigger.windows = {window(1, 0, 24 * 60)};
    QCOMPARE(made(trigger).count(at("2026-03-01T00:00:00Z"), at("2026-03-08T00:00:00Z"), 1000), 24);
    trigger.windows = {window(TimeWindow::everyDay, 0, 24 * 60)};
    QCOMPARE(made(trigger).count(at("2026-03-01T00:00:00Z"), at("2026-03-08T00:00:00Z"), 1000), 7 * 24);
}

void TestTriggerTimes::windowsFollowTheWallClock()
{
    // 02:00 to 03:00 in Berlin: not there on 29 March, two hours long on 25 October.
    Trigger trigger = everyMs(30 * minute, at("2026-01-01T00:00:00Z"));
    trigger.zone = "Europe/Berlin";
    trigger.windows = {window(TimeWindow::everyDay, 2 * 60, 3 * 60)};
    const TriggerTimes times = made(trigger);
    QCOMPARE(times.count(at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z"), 100), 0);
    QCOMPARE(shown(times.list(at("2026-10-24T12:00:00Z"), 5)),
        QStringList({u"2026-10-25T00:00:00Z"_s, u"2026-10-25T00:30:00Z"_s, u"2026-10-25T01:00:00Z"_s,
            u"2026-10-25T01:30:00Z"_s, u"2026-10-26T01:00:00Z"_s}));
}

void TestTriggerTimes::cronKeepsWithinWindows()
{
    Trigger trigger = cron(u"0 */3 * * *"_s, "Europe/Moscow");
    trigger.windows = {window(weekdays, 8 * 60 + 30, 15 * 60), window(1 << 5, 0, 60)};
    QCOMPARE(shown(made(trigger).list(at("2026-03-06T04:00:00Z"), 5)), // Friday 07:00
        QStringList({u"2026-03-06T06:00:00Z"_s, u"2026-03-06T09:00:00Z"_s, u"2026-03-06T21:00:00Z"_s,
            u"2026-03-09T06:00:00Z"_s, u"2026-03-09T09:00:00Z"_s}));
    QCOMPARE(made(trigger).cron().hours, 0x249249U);
    // What the clock left out comes when it is set: in a window or not.
    trigger = cron(u"30 2 * * *"_s, "Europe/Berlin");
    trigger.windows = {window(TimeWindow::everyDay, 3 * 60, 4 * 60)};
    QCOMPARE(shown(made(trigger).list(at("2026-01-01T00:00:00Z"), 2)),
        QStringList({u"2026-03-29T01:00:00Z"_s, u"2027-03-28T01:00:00Z"_s}));
    QCOMPARE(made(trigger).next(at("2026-03-29T00:59:59Z")), at("2026-03-29T01:00:00Z"));
    QCOMPARE(made(trigger).next(at("2026-03-29T01:00:00Z")), at("2027-03-28T01:00:00Z"));
    // Either day field is enough: all days of the month are every day, Tuesdays too.
    trigger = cron(u"0 12 1-31 * mon"_s, "UTC");
    trigger.windows = {window(1 << 1, 9 * 60, 13 * 60)};
    QCOMPARE(shown(made(trigger).list(at("2026-03-02T00:00:00Z"), 1)), QStringList(u"2026-03-03T12:00:00Z"_s));
}

void TestTriggerTimes::windowsThatNeverMeetEndSoon()
{
    QList<TimeWindow> minutes;
    for (int i = 0; i < 50; ++i) {
        minutes.append(window(TimeWindow::everyDay, i * 27 + 1, i * 27 + 2));
    }
    const qint64 now = at("2026-03-02T00:00:00Z");
    for (const QString &expression : {u"0 3 * * *"_s, u"*/27 * * * *"_s, u"0 0 31 2 *"_s, u"* 3 * * *"_s}) {
        Trigger trigger = cron(expression, "Africa/Casablanca");
        trigger.windows = {window(TimeWindow::everyDay, 8 * 60, 20 * 60)};
        if (expression.startsWith(u'*')) {
            trigger.windows = {window(TimeWindow::everyDay, 4 * 60, 4 * 60 + 1)};
            trigger.cron = u"1-59 4 * * *"_s;
        }
        QCOMPARE(made(trigger).next(now), std::nullopt);
        QCOMPARE(made(trigger).count(now, now + 3000 * day, 10), 0);
    }
    // At 00:00:30 of a minute that is open only up to 00:00 of others.
    Trigger trigger = everyMs(day, at("2026-03-02T00:00:30Z"));
    trigger.windows = minutes;
    QCOMPARE(made(trigger).next(now), std::nullopt);
}

void TestTriggerTimes::longWaysAreShort()
{
    // A base from long ago and a narrow window: an answer, without counting through all the years one by one.
    Trigger trigger = everyMs(1000);
    trigger.windows = {window(1, 60, 61)};
    const qint64 now = at("2026-03-04T00:00:00Z");
    QCOMPARE(shown(*made(trigger).next(now, 1)), u"2026-03-09T01:00:00Z"_s);
    QCOMPARE(made(everyMs(1000)).count(0, now, 50'000'000'000, 1), now / 1000 - 1);
    QCOMPARE(made(everyMs(1000)).count(0, now, 5, 1), 5);
}

/// Minute by minute: intervals of whole minutes, from whole minutes.
void TestTriggerTimes::intervalsAgreeWithASlowReference()
{
    QRandomGenerator random(2);
    const QList<QByteArray> zones{"Europe/Berlin", "Australia/Lord_Howe", "America/New_York", "Asia/Kolkata", "UTC"};
    int compared = 0;
    for (int round = 0; round < 150; ++round) {
        const bool anchored = round % 2 == 0;
        const qint64 change = at(random.bounded(2) == 0 ? "2026-03-29T00:00:00Z" : "2026-10-25T00:00:00Z");
        const qint64 start = change - qint64(random.bounded(3 * 24 * 60)) * minute;
        Trigger trigger = everyMs((1 + random.bounded(random.bounded(2) == 0 ? 90 : 2000)) * minute,
            anchored ? start + (random.bounded(20'000) - 10'000) * minute : 0);
        trigger.zone = zones.at(random.bounded(int(zones.size())));
        for (int i = random.bounded(4); i > 0; --i) {
            trigger.windows.append(window(1 + random.bounded(127), random.bounded(1440), 1 + random.bounded(1440)));
        }
        const TriggerTimes times = made(trigger);
        const ZoneRules zone = *ZoneRules::load(trigger.zone);
        const qint64 end = start + 8 * day;
        const qint64 base = anchored ? 0 : start;
        QList<qint64> expected;
        qint64 due = start + trigger.everyMs; // without an anchor: from when on a fire is wanted
        for (qint64 now = start + minute; now <= end; now += minute) {
            const bool allowed = slowlyAllowed(trigger.windows, zone.toLocal(now / 1000) * 1000);
            QCOMPARE(times.allows(now), allowed);
            const bool wanted = anchored ? (now - trigger.anchor) % trigger.everyMs == 0 : now >= due;
            if (allowed && wanted) {
                expected.append(now);
                due = now + trigger.everyMs;
            }
        }
        compared += int(expected.size());
        QCOMPARE(times.list(start, int(expected.size()), base), expected);
        QCOMPARE(times.count(start, end, 1'000'000, base), expected.size());
        // From anywhere in between, with the same run before: nothing moves.
        for (qsizetype i = 0; i + 1 < expected.size(); i += 1 + expected.size() / 20) {
            QCOMPARE(times.next(expected.at(i), base), expected.at(i + 1));
            QCOMPARE(times.next(expected.at(i + 1) - 1, base), expected.at(i + 1));
            QCOMPARE(times.next(expected.at(i), anchored ? 0 : expected.at(i)), expected.at(i + 1));
        }
    }
    QVERIFY(compared > 5000);
}

void TestTriggerTimes::cronAgreesWithASlowReference()
{
    QRandomGenerator random(3);
    const QList<QByteArray> zones{"Europe/Berlin", "Australia/Lord_Howe", "America/New_York", "Asia/Kolkata", "UTC"};
    const QStringList expressions{u"*/17 * * * *"_s, u"30 2 * * *"_s, u"0 */4 * * 1-5"_s, u"15 1-3,9 * * *"_s,
        u"0,20 1,2,13 1-31 * mon"_s, u"10,40 2-20/3 24-30 * sun"_s};
    int compared = 0;
    for (int round = 0; round < 180; ++round) {
        const qint64 start = at(random.bounded(2) == 0 ? "2026-03-27T00:00:00Z" : "2026-10-23T00:00:00Z")
            + qint64(random.bounded(48 * 60)) * minute + random.bounded(2);
        Trigger trigger = cron(expressions.at(round % 6), zones.at(random.bounded(int(zones.size()))));
        for (int i = random.bounded(4); i > 0; --i) {
            trigger.windows.append(window(1 + random.bounded(127), random.bounded(1440), 1 + random.bounded(1440)));
        }
        const ZoneRules zone = *ZoneRules::load(trigger.zone);
        const qint64 end = start + 8 * day;
        QList<qint64> expected;
        // The fires of the expression alone are compared with vectors elsewhere.
        qint64 fire = start / 1000;
        while (const std::optional<qint64> next = nextCronFire(parseCron(trigger.cron, nullptr), zone, fire)) {
            fire = *next;
            if (fire * 1000 > end) {
                break;
            }
            if (slowlyAllowed(trigger.windows, zone.toLocal(fire) * 1000)) {
                expected.append(fire * 1000);
            }
        }
        compared += int(expected.size());
        QCOMPARE(made(trigger).list(start, int(expected.size())), expected);
        QCOMPARE(made(trigger).count(start, end, 1'000'000), expected.size());
    }
    QVERIFY(compared > 3000);
}

void TestTriggerTimes::countIsBoundedAndAgreesWithTheList()
{
    Trigger trigger = everyMs(10 * minute);
    trigger.windows = {window(weekdays, 9 * 60, 9 * 60 + 35)};
    const qint64 now = at("2026-03-02T00:00:00Z");
    const TriggerTimes times = made(trigger);
    const QList<qint64> fires = times.list(now, 1000, now);
    QCOMPARE(fires.size(), 1000);
    for (const int index : {0, 3, 4, 5, 700, 999}) {
        QCOMPARE(times.count(now, fires.at(index), 10'000, now), index + 1);
        QCOMPARE(times.count(now, fires.at(index) - 1, 10'000, now), index);
        QCOMPARE(times.count(now, fires.at(index), 3, now), std::min(3, index + 1));
    }
    QCOMPARE(times.count(now, now, 10), 0);
    QCOMPARE(times.count(now, now - day, 10), 0);
    QCOMPARE(made(cron(u"* * * * *"_s, "UTC")).count(now, now + day, 1'000'000), 1440);
    QCOMPARE(made(cron(u"* * * * *"_s, "UTC")).count(now, now + 3000 * day, 20), 20);
}

void TestTriggerTimes::jitterIsTheSameForTheSameFire()
{
    Trigger trigger = everyMs(hour);
    QCOMPARE(made(trigger).jitterOf(1, 5), 0);
    trigger.jitterMs = 10 * minute;
    const TriggerTimes times = made(trigger);
    const qint64 fire = at("2026-03-02T00:00:00Z");
    QSet<qint64> seen;
    qint64 sum = 0;
    for (JobId job = 1; job <= 100; ++job) {
        for (int i = 0; i < 100; ++i) {
            const qint64 jitter = times.jitterOf(job, fire + i * hour);
            QCOMPARE(made(trigger).jitterOf(job, fire + i * hour), jitter);
            QVERIFY(jitter >= 0 && jitter < trigger.jitterMs);
            seen.insert(jitter);
            sum += jitter;
        }
    }
    QVERIFY(seen.size() > 9'000);
    QVERIFY(std::abs(sum / 10'000 - 5 * minute) < 10'000);
}

void TestTriggerTimes::whatIsWrongIsNamed()
{
    QCOMPARE(subjectOf(everyMs(1000)), QString());
    QCOMPARE(subjectOf(everyMs(999)), u"interval"_s);
    QCOMPARE(subjectOf(everyMs(367 * day)), u"interval"_s);
    QCOMPARE(subjectOf(everyMs(hour, std::numeric_limits<qint64>::max())), u"interval"_s);
    QCOMPARE(subjectOf(cron(u"60 * * * *"_s, "UTC")), u"cron"_s);
    QCOMPARE(subjectOf(cron(u"0 * * * *"_s, "Europe/Atlantis")), u"zone"_s);
    QCOMPARE(subjectOf(cron(u"0 * * * *"_s, "../UTC")), u"zone"_s);
    QCOMPARE(subjectOf(cron(u"0 * * * *"_s, "")), QString());
    Trigger trigger = everyMs(hour);
    for (const TimeWindow &bad : {window(0, 0, 60), window(128, 0, 60), window(1, -1, 60), window(1, 1440, 60),
             window(1, 0, 0), window(1, 0, 1441)}) {
        trigger.windows = {window(1, 0, 60), bad};
        QCOMPARE(subjectOf(trigger), u"window"_s);
    }
    trigger.windows = QList<TimeWindow>(50, window(1, 0, 60));
    QCOMPARE(subjectOf(trigger), QString());
    trigger.windows.append(window(1, 0, 60));
    QCOMPARE(subjectOf(trigger), u"window"_s);
    trigger = everyMs(hour);
    trigger.jitterMs = day + 1;
    QCOMPARE(subjectOf(trigger), u"jitter"_s);
    trigger.jitterMs = 0;
    trigger.kind = TriggerKind::Once;
    QCOMPARE(subjectOf(trigger), u"at"_s);
}

void TestTriggerTimes::previewShowsFiresOrTheTrouble()
{
    ZoneCache zones;
    const qint64 now = at("2026-03-02T10:00:00Z");
    TriggerPreview preview = previewTrigger(cron(u"30 8 * * 1-5"_s, "Europe/Moscow"), 5, now, zones);
    QCOMPARE(preview.problem, CronProblem());
    QCOMPARE(preview.error, QString());
    QCOMPARE(preview.zone, "Europe/Moscow");
    QCOMPARE(preview.cron.hours, 1U << 8);
    QCOMPARE(shown(preview.fires),
        QStringList({u"2026-03-03T05:30:00Z"_s, u"2026-03-04T05:30:00Z"_s, u"2026-03-05T05:30:00Z"_s,
            u"2026-03-06T05:30:00Z"_s, u"2026-03-09T05:30:00Z"_s}));
    preview = previewTrigger(cron(u"30 25 * * 1-5"_s, "Europe/Moscow"), 5, now, zones);
    QCOMPARE(preview.problem.kind, CronProblemKind::OutOfRange);
    QCOMPARE(preview.problem.position, 3);
    QVERIFY(preview.error.isEmpty() && preview.fires.isEmpty());
    preview = previewTrigger(cron(u"0 0 31 2 *"_s, "Europe/Moscow"), 5, now, zones);
    QVERIFY(preview.error.isEmpty() && preview.fires.isEmpty());
    preview = previewTrigger(cron(u"0 0 * * *"_s, "Mars/Base"), 5, now, zones);
    QCOMPARE(preview.error, u"zone"_s);
    QCOMPARE(preview.zone, "Mars/Base");
    preview = previewTrigger(cron(u"0 0 * * *"_s, ""), 5, now, zones);
    QCOMPARE(preview.zone, systemZoneId());
    Trigger once;
    once.kind = TriggerKind::Once;
    once.at = now;
    QCOMPARE(previewTrigger(once, 5, now, zones).error, u"past"_s);
    QCOMPARE(previewTrigger(once, 5, now - 1, zones).fires, QList<qint64>{now});
    QCOMPARE(previewTrigger(everyMs(1), 5, now, zones).error, u"interval"_s);
    QCOMPARE(previewTrigger(everyMs(hour), -5, now, zones).fires, QList<qint64>());
}

void TestTriggerTimes::extremesAreSurvived()
{
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    Trigger windowed = everyMs(7 * hour + 1);
    windowed.windows = {window(weekdays, 23 * 60, 60)};
    Trigger anchored = windowed;
    anchored.anchor = 1;
    for (const Trigger &trigger : {everyMs(hour), everyMs(hour, 5), windowed, anchored, cron(u"* * * * *"_s, "UTC")}) {
        const TriggerTimes times = made(trigger);
        QCOMPARE(times.next(most), std::nullopt);
        QVERIFY(times.next(least));
        QVERIFY(times.count(least, most, 10) == 10);
        QCOMPARE(times.count(most, least, 10), 0);
        QVERIFY(times.list(0, 0).isEmpty());
        for (const qint64 base : {least, qint64(1), most}) {
            const std::optional<qint64> next = times.next(0, base);
            QVERIFY(!next || *next > 0);
        }
    }
    QCOMPARE(TriggerTimes().allows(0), true);
}

QTEST_GUILESS_MAIN(TestTriggerTimes)

#include "tst_triggertimes.moc"
