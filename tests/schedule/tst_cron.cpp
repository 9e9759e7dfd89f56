// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/cron.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

const QString sharedFolder = QStringLiteral(VESTNIK_SHARED_DIR "/cron/");

QList<QStringList> rowsOf(const QString &path)
{
    QList<QStringList> rows;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : lines) {
            if (!line.startsWith(u'#')) {
                rows.append(line.split(u'\t'));
            }
        }
    }
    return rows;
}

ZoneRules zoneOf(const QString &name)
{
    static QHash<QString, ZoneRules> known;
    if (!known.contains(name)) {
        const Result<ZoneRules> zone = ZoneRules::load(name.toUtf8());
        if (!zone) {
            qFatal("no zone %s", qPrintable(name));
        }
        known.insert(name, *zone);
    }
    return known.value(name);
}

/// The next fires, one after the other, as a row of the vectors has them.
QString firesOf(const QString &zone, qint64 start, const QString &expression, int count = 5)
{
    CronProblem problem;
    const CronFields fields = parseCron(expression, &problem);
    if (problem.kind != CronProblemKind::None) {
        return cronProblemEnglish(problem);
    }
    QStringList fires;
    for (const qint64 fire : cronFires(fields, zoneOf(zone), start, count)) {
        fires.append(QString::number(fire));
    }
    return fires.join(u',');
}

qint64 secondsOf(const QString &iso)
{
    const QDateTime time = QDateTime::fromString(iso, Qt::ISODate);
    return time.isValid() ? time.toSecsSinceEpoch() : 0;
}

CronProblem problemOf(const QString &expression)
{
    CronProblem problem;
    const CronFields fields = parseCron(expression, &problem);
    return problem.kind != CronProblemKind::None && fields != CronFields() ? CronProblem() : problem;
}

} // namespace

class TestCron final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vectors();
    void sharedVectors();
    void sharedValidity();
    void whatTheDaemonDoes_data();
    void whatTheDaemonDoes();
    void oddZones_data();
    void oddZones();
    void fieldsAreSets();
    void spacesOfAnyKindPart();
    void problemsHaveAPlace_data();
    void problemsHaveAPlace();
    void everyProblemHasWords();
    void wildFollowsTheWallClock();
    void nothingIsFoundBeyondNineYears();
    void momentsOutOfRangeAreSurvived();
};

void TestCron::vectors()
{
    const QList<QStringList> rows = rowsOf(QStringLiteral(VESTNIK_SOURCE_DIR "/tests/data/cron/vectors.tsv"));
    QVERIFY(rows.size() > 90);
    for (const QStringList &row : rows) {
        QCOMPARE(firesOf(row.at(0), row.at(1).toLongLong(), row.at(2)), row.at(3));
    }
}

void TestCron::sharedVectors()
{
    const QList<QStringList> rows = rowsOf(sharedFolder + u"vectors.tsv"_s);
    if (rows.isEmpty()) {
        QSKIP("the shared vectors are not there");
    }
    QCOMPARE(rows.size(), 2000);
    for (const QStringList &row : rows) {
        QVERIFY2(firesOf(row.at(1), row.at(2).toLongLong(), row.at(3)) == row.at(4), qPrintable(row.join(u' ')));
    }
}

void TestCron::sharedValidity()
{
    const QList<QStringList> rows = rowsOf(sharedFolder + u"validity.tsv"_s);
    if (rows.isEmpty()) {
        QSKIP("the shared list of valid expressions is not there");
    }
    QVERIFY(rows.size() >= 80);
    for (const QStringList &row : rows) {
        const QString expression =
            QJsonDocument::fromJson(('[' + row.at(1).toUtf8() + ']')).array().at(0).toString(u"?"_s);
        const bool accepted = problemOf(expression).kind == CronProblemKind::None;
        QVERIFY2(accepted == row.at(0).endsWith("accept"_L1), qPrintable(row.at(1)));
    }
}

void TestCron::whatTheDaemonDoes_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QStringList>("fires");
    // Debian's cron under a clock that was set, from 2026-03-29 00:00 in Berlin and the like.
    const QString berlin = u"Europe/Berlin"_s;
    const QString lordHowe = u"Australia/Lord_Howe"_s;
    QTest::newRow("gap, fixed") << berlin << u"2026-03-29T00:00:00+01:00"_s << u"30 2 * * *"_s
                                << QStringList{u"2026-03-29T03:00:00+02:00"_s, u"2026-03-30T02:30:00+02:00"_s};
    QTest::newRow("gap, wild") << berlin << u"2026-03-29T01:00:00+01:00"_s << u"*/30 * * * *"_s
                               << QStringList{u"2026-03-29T01:30:00+01:00"_s, u"2026-03-29T03:00:00+02:00"_s,
                                      u"2026-03-29T03:30:00+02:00"_s};
    QTest::newRow("gap, list") << berlin << u"2026-03-29T00:00:00+01:00"_s << u"15 2,3 * * *"_s
                               << QStringList{u"2026-03-29T03:00:00+02:00"_s, u"2026-03-29T03:15:00+02:00"_s,
                                      u"2026-03-30T02:15:00+02:00"_s};
    QTest::newRow("overlap, fixed") << berlin << u"2026-10-25T00:00:00+02:00"_s << u"30 2 * * *"_s
                                    << QStringList{u"2026-10-25T02:30:00+02:00"_s, u"2026-10-26T02:30:00+01:00"_s};
    QTest::newRow("overlap, wild") << berlin << u"2026-10-25T01:30:00+02:00"_s << u"*/30 * * * *"_s
                                   << QStringList{u"2026-10-25T02:00:00+02:00"_s, u"2026-10-25T02:30:00+02:00"_s,
                                          u"2026-10-25T02:00:00+01:00"_s, u"2026-10-25T02:30:00+01:00"_s};
    QTest::newRow("overlap, range") << berlin << u"2026-10-25T00:00:00+02:00"_s << u"30 1-3 * * *"_s
                                    << QStringList{u"2026-10-25T01:30:00+02:00"_s, u"2026-10-25T02:30:00+02:00"_s,
                                           u"2026-10-25T03:30:00+01:00"_s, u"2026-10-26T01:30:00+01:00"_s};
    QTest::newRow("overlap, from its second pass")
        << berlin << u"2026-10-25T02:10:00+01:00"_s << u"30 2 * * *"_s << QStringList{u"2026-10-26T02:30:00+01:00"_s};
    QTest::newRow("New York") << u"America/New_York"_s << u"2026-11-01T00:00:00-04:00"_s << u"30 1 * * *"_s
                              << QStringList{u"2026-11-01T01:30:00-04:00"_s, u"2026-11-02T01:30:00-05:00"_s};
    QTest::newRow("half an hour's gap") << lordHowe << u"2026-10-04T00:00:00+10:30"_s << u"15 2 * * *"_s
                                        << QStringList{u"2026-10-04T02:30:00+11:00"_s, u"2026-10-05T02:15:00+11:00"_s};
    QTest::newRow("half an hour's overlap, wild")
        << lordHowe << u"2026-04-05T01:15:00+11:00"_s << u"*/15 * * * *"_s
        << QStringList{u"2026-04-05T01:30:00+11:00"_s, u"2026-04-05T01:45:00+11:00"_s, u"2026-04-05T01:30:00+10:30"_s,
               u"2026-04-05T01:45:00+10:30"_s, u"2026-04-05T02:00:00+10:30"_s};
}

void TestCron::whatTheDaemonDoes()
{
    QFETCH(const QString, zone);
    QFETCH(const QString, start);
    QFETCH(const QString, expression);
    QFETCH(const QStringList, fires);
    QStringList expected;
    for (const QString &fire : fires) {
        expected.append(QString::number(secondsOf(fire)));
    }
    QCOMPARE(firesOf(zone, secondsOf(start), expression, int(fires.size())), expected.join(u','));
}

void TestCron::oddZones_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QStringList>("fires");
    // 30 December 2011 did not exist in Samoa: from 29 December 24:00 -10:00 to 31 December 00:00 +14:00.
    QTest::newRow("a skipped day, fixed")
        << u"Pacific/Apia"_s << u"2011-12-29T13:00:00-10:00"_s << u"0 12 * * *"_s
        << QStringList{u"2011-12-31T00:00:00+14:00"_s, u"2011-12-31T12:00:00+14:00"_s};
    QTest::newRow("a skipped day, wild") << u"Pacific/Apia"_s << u"2011-12-29T13:00:00-10:00"_s << u"0 */12 * * *"_s
                                         << QStringList{u"2011-12-31T00:00:00+14:00"_s, u"2011-12-31T12:00:00+14:00"_s};
    // Brazil's summer time began at midnight.
    QTest::newRow("no midnight") << u"America/Sao_Paulo"_s << u"2018-11-03T12:00:00-03:00"_s << u"@daily"_s
                                 << QStringList{u"2018-11-04T01:00:00-02:00"_s, u"2018-11-05T00:00:00-02:00"_s};
    QTest::newRow("two times 23:30") << u"America/Sao_Paulo"_s << u"2018-02-17T23:00:00-02:00"_s << u"30 * * * *"_s
                                     << QStringList{u"2018-02-17T23:30:00-02:00"_s, u"2018-02-17T23:30:00-03:00"_s,
                                            u"2018-02-18T00:30:00-03:00"_s};
    // Two hours at once, twice a year.
    QTest::newRow("two hours") << u"Antarctica/Troll"_s << u"2026-03-29T00:00:00+00:00"_s << u"30 1,2 * * *"_s
                               << QStringList{u"2026-03-29T03:00:00+02:00"_s, u"2026-03-30T01:30:00+02:00"_s};
    QTest::newRow("quarters of an hour") << u"Asia/Kathmandu"_s << u"2026-01-01T00:00:00+05:45"_s << u"0 9 * * *"_s
                                         << QStringList{u"2026-01-01T09:00:00+05:45"_s};
    QTest::newRow("east of the date line") << u"Pacific/Chatham"_s << u"2026-06-01T00:00:00+12:45"_s << u"0 0 * * *"_s
                                           << QStringList{u"2026-06-02T00:00:00+12:45"_s};
}

void TestCron::oddZones()
{
    whatTheDaemonDoes();
}

void TestCron::fieldsAreSets()
{
    const CronFields fields = parseCron(u"0-59/20 1,3-5,22 */10 JAN,feb-apr Mon-sun/3"_s, nullptr);
    QCOMPARE(fields.minutes, (1ULL << 0) | (1ULL << 20) | (1ULL << 40));
    QCOMPARE(fields.hours, (1U << 1) | (1U << 3) | (1U << 4) | (1U << 5) | (1U << 22));
    QCOMPARE(fields.days, (1U << 1) | (1U << 11) | (1U << 21) | (1U << 31));
    QCOMPARE(int(fields.months), (1 << 1) | (1 << 2) | (1 << 3) | (1 << 4));
    QCOMPARE(int(fields.weekdays), (1 << 1) | (1 << 4) | (1 << 0)); // Monday, Thursday, Sunday
    QVERIFY(!fields.minuteStar && !fields.hourStar && fields.dayStar && !fields.weekdayStar);
    QVERIFY(!fields.isWild());
    QVERIFY(parseCron(u"*,5 1 1 1 1"_s, nullptr).isWild());
    QVERIFY(!parseCron(u"5,* 1 1 1 1"_s, nullptr).isWild());
    QCOMPARE(int(parseCron(u"0 0 * * 7"_s, nullptr).weekdays), 1);
    QCOMPARE(int(parseCron(u"0 0 * * 5-7"_s, nullptr).weekdays), (1 << 5) | (1 << 6) | 1);
    QCOMPARE(parseCron(u"@Weekly"_s, nullptr), parseCron(u"0 0 * * 0"_s, nullptr));
    QCOMPARE(parseCron(u"61 * * * *"_s, nullptr), CronFields());
}

void TestCron::spacesOfAnyKindPart()
{
    const CronFields plain = parseCron(u"5 4 * * *"_s, nullptr);
    QVERIFY(plain.minutes != 0);
    QCOMPARE(parseCron(u"\t5\u00a04  *\u2003*\r\n*\u3000"_s, nullptr), plain);
    // A zero-width space is none.
    QCOMPARE(problemOf(u"5\u200b4 * * *"_s).kind, CronProblemKind::NotANumber);
}

void TestCron::problemsHaveAPlace_data()
{
    using Kind = CronProblemKind;
    QTest::addColumn<QString>("expression");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("marked");
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("field");
    const auto row = [](const char *expression, Kind kind, const char *marked, int position, int field) {
        QTest::newRow(expression) << QString::fromUtf8(expression) << kind << QString::fromUtf8(marked) << position
                                  << field;
    };
    row("", Kind::Empty, "", 0, -1);
    row("0 0 1 1", Kind::FieldCount, "", 7, -1);
    row("0 0 1 1 ", Kind::FieldCount, "", 7, -1);
    row("0 0 1 1 * * 2", Kind::FieldCount, "* 2", 10, -1);
    row("0 30 9 * * 1-5", Kind::FieldCount, "1-5", 11, -1);
    row("@reboot", Kind::UnknownNickname, "@reboot", 0, -1);
    row("0 24 * * *", Kind::OutOfRange, "24", 2, 1);
    row("0 1,2-31 * * *", Kind::OutOfRange, "31", 6, 1);
    row("00060 * * * *", Kind::OutOfRange, "00060", 0, 0);
    row("* * 5-1 * *", Kind::Backwards, "5-1", 4, 2);
    row("* * * * 1,mon-0", Kind::Backwards, "mon-0", 10, 4);
    row("1,,2 * * * *", Kind::EmptyPart, ",", 1, 0);
    row("1,2, * * * *", Kind::EmptyPart, ",", 3, 0);
    row("* -1 * * *", Kind::EmptyPart, "-", 2, 1);
    row("* 1- * * *", Kind::EmptyPart, "-", 3, 1);
    row("* */ * * *", Kind::EmptyPart, "/", 3, 1);
    row("*/0 * * * *", Kind::BadStep, "0", 2, 0);
    row("*/10000 * * * *", Kind::BadStep, "10000", 2, 0);
    row("1-5/x * * * *", Kind::BadStep, "x", 4, 0);
    row("3,5/15 * * * *", Kind::StepOfOne, "5/15", 2, 0);
    row("* * jan * *", Kind::NotANumber, "jan", 4, 2);
    row("* * * janu *", Kind::NotANumber, "janu", 6, 3);
    row("* * * anf *", Kind::NotANumber, "anf", 6, 3);
    row("٣ * * * *", Kind::NotANumber, "٣", 0, 0);
    row("* * ? * *", Kind::Unsupported, "?", 4, 2);
    row("* * 15W * *", Kind::Unsupported, "15W", 4, 2);
    row("* * * * 1,5L", Kind::Unsupported, "5L", 10, 4);
    row("* * * * mon#2", Kind::Unsupported, "mon#2", 8, 4);
    row("H(0-29) * * * *", Kind::Unsupported, "H(0-29)", 0, 0);
}

void TestCron::problemsHaveAPlace()
{
    QFETCH(const QString, expression);
    QFETCH(const CronProblemKind, kind);
    QFETCH(const QString, marked);
    QFETCH(const int, position);
    QFETCH(const int, field);
    const CronProblem problem = problemOf(expression);
    QCOMPARE(problem.kind, kind);
    QCOMPARE(expression.mid(problem.position, problem.length), marked);
    QCOMPARE(problem.position, position);
    QCOMPARE(problem.field, field);
}

void TestCron::everyProblemHasWords()
{
    CronProblem problem = problemOf(u"0 24 * * *"_s);
    QCOMPARE(cronProblemEnglish(problem), u"hour: must be from 0 to 23"_s);
    QCOMPARE(cronProblemEnglish(problemOf(u"* * * x *"_s)), u"month: neither a number nor a name"_s);
    QStringList texts;
    for (int kind = int(CronProblemKind::Empty); kind <= int(CronProblemKind::Unsupported); ++kind) {
        problem.kind = CronProblemKind(kind);
        texts.append(cronProblemEnglish(problem));
        QVERIFY(!texts.last().isEmpty());
    }
    QCOMPARE(texts.removeDuplicates(), 0);
    QCOMPARE(cronProblemEnglish(CronProblem()), QString());
    QCOMPARE(problemOf(QString(257, u' ')).kind, CronProblemKind::TooLong);
    QCOMPARE(problemOf(QString(256, u' ')).kind, CronProblemKind::Empty);
}

/// What a wild expression means can be said in one line: every minute at which the wall clock shows what matches.
void TestCron::wildFollowsTheWallClock()
{
    QRandomGenerator random(4);
    const QStringList expressions{u"*/7 * * * *"_s, u"0,30 */5 * * *"_s, u"* 1-3 29-31 * sun"_s, u"*/20 2 * 3,10 */2"_s,
        u"15,45 */2 * * 1-6"_s, u"*/45 0,23 */3 * *"_s};
    const QStringList zones{u"Europe/Berlin"_s, u"Australia/Lord_Howe"_s, u"America/Sao_Paulo"_s, u"America/St_Johns"_s,
        u"Africa/Casablanca"_s, u"Pacific/Apia"_s};
    int compared = 0;
    for (int round = 0; round < 120; ++round) {
        const CronFields fields = parseCron(expressions.at(round % 6), nullptr);
        const ZoneRules zone = zoneOf(zones.at(random.bounded(6)));
        // Around the change that comes after a random moment.
        const qint64 start = zone.spanAt(600'000'000 + qint64(random.bounded(1'500'000'000U))).to - 40'000;
        if (start > 4'000'000'000) {
            continue;
        }
        qint64 fire = start;
        for (qint64 at = start / 60 * 60 + 60; at < start + 90'000; at += 60) {
            const QDateTime wall = QDateTime::fromSecsSinceEpoch(zone.toLocal(at), Qt::UTC);
            const QDate date = wall.date();
            const bool day = (fields.days >> date.day() & 1) != 0;
            const bool weekday = (fields.weekdays >> (date.dayOfWeek() % 7) & 1) != 0;
            const bool either = !fields.dayStar && !fields.weekdayStar;
            const bool matches = (fields.minutes >> wall.time().minute() & 1) != 0
                && (fields.hours >> wall.time().hour() & 1) != 0 && (fields.months >> date.month() & 1) != 0
                && (either ? day || weekday : day && weekday);
            if (matches) {
                const std::optional<qint64> next = nextCronFire(fields, zone, fire);
                QCOMPARE(next.value_or(0), at);
                fire = at;
                ++compared;
            }
        }
    }
    QVERIFY(compared > 3000);
}

void TestCron::nothingIsFoundBeyondNineYears()
{
    // 2096 is a leap year, 2100 is none.
    const qint64 start = secondsOf(u"2096-03-01T00:00:00Z"_s);
    QCOMPARE(firesOf(u"UTC"_s, start, u"0 0 29 2 *"_s), QString::number(secondsOf(u"2104-02-29T00:00:00Z"_s)));
    QCOMPARE(firesOf(u"UTC"_s, start - 3 * 365 * 86'400, u"0 0 29 2 *"_s),
        QString::number(secondsOf(u"2096-02-29T00:00:00Z"_s)));
    QCOMPARE(firesOf(u"Europe/Berlin"_s, start, u"0 0 31 2 *"_s), QString());
    QCOMPARE(firesOf(u"Europe/Berlin"_s, start, u"* * 30 2 *"_s), QString());
    QCOMPARE(firesOf(u"Europe/Berlin"_s, start, u"0 0 31 4,6,9,11 */7"_s), QString());
    // Either: all Mondays of February; both: a leap day that is a Sunday, in 2032 and not before.
    const qint64 now = secondsOf(u"2026-01-01T00:00:00Z"_s);
    QCOMPARE(firesOf(u"UTC"_s, now, u"0 0 29 2 mon"_s, 1), QString::number(secondsOf(u"2026-02-02T00:00:00Z"_s)));
    QCOMPARE(firesOf(u"UTC"_s, now, u"0 0 29 2 */7"_s), QString::number(secondsOf(u"2032-02-29T00:00:00Z"_s)));
}

void TestCron::momentsOutOfRangeAreSurvived()
{
    const CronFields daily = parseCron(u"@daily"_s, nullptr);
    const ZoneRules zone = zoneOf(u"Europe/Berlin"_s);
    QVERIFY(!nextCronFire(daily, zone, std::numeric_limits<qint64>::max()));
    QVERIFY(!nextCronFire(daily, zone, lastCronMoment));
    QVERIFY(nextCronFire(daily, zone, lastCronMoment - 100 * 86'400));
    QCOMPARE(nextCronFire(daily, zone, std::numeric_limits<qint64>::min()), nextCronFire(daily, zone, firstCronMoment));
    QVERIFY(!nextCronFire(CronFields(), zone, 0));
}

QTEST_GUILESS_MAIN(TestCron)

#include "tst_cron.moc"
