// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/posixzone.h"
#include "core/schedule/tzfile.h"
#include "core/schedule/zonerules.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

qint64 secondsOf(const char *iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toSecsSinceEpoch();
}

QByteArray bigEndian(qint64 value, int width)
{
    QByteArray bytes;
    for (int i = width - 1; i >= 0; --i) {
        bytes.append(char(value >> (8 * i)));
    }
    return bytes;
}

struct Turn {
    qint64 at;
    int type;
};

/// One block of a file with these types' offsets.
QByteArray block(int version, int width, const QList<int> &offsets, const QList<Turn> &turns)
{
    QByteArray bytes = "TZif";
    bytes += version == 1 ? '\0' : char('0' + version);
    bytes += QByteArray(15, '\0');
    for (const qint64 count :
        {qint64(0), qint64(0), qint64(0), qint64(turns.size()), qint64(offsets.size()), qint64(4)}) {
        bytes += bigEndian(count, 4);
    }
    for (const Turn &turn : turns) {
        bytes += bigEndian(turn.at, width);
    }
    for (const Turn &turn : turns) {
        bytes += char(turn.type);
    }
    for (const int offset : offsets) {
        bytes += bigEndian(offset, 4) + QByteArray(2, '\0');
    }
    return bytes + QByteArray("XYZ\0", 4);
}

QByteArray tzFile(const QList<int> &offsets, const QList<Turn> &turns, const QByteArray &rule, int version = 2)
{
    return block(version, 4, {0}, {}) + block(version, 8, offsets, turns) + '\n' + rule + '\n';
}

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestZoneRules final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownOffsets_data();
    void knownOffsets();
    void agreesWithQt();
    void qtsOwnTableIsTheSame();
    void spansMeetAndDiffer();
    void namesCannotLeaveTheFolder();
    void rulesArePosix();
    void rulesThatAreNoneAreRefused();
    void theRuleGoesOnAfterTheTable();
    void versionOneHasNoRule();
    void damagedFilesAreRefused();
    void cutAndScrambledFilesAreSurvived();
    void theSystemsZoneIsFound();
    void idsAreSorted();
};

void TestZoneRules::knownOffsets_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<qint64>("at");
    QTest::addColumn<int>("offset");
    const auto row = [](const char *zone, const char *at, int offset) {
        QTest::addRow("%s %s", zone, at) << QByteArray(zone) << secondsOf(at) << offset;
    };
    row("UTC", "2026-01-01T00:00:00Z", 0);
    row("Europe/Berlin", "2026-03-29T00:59:59Z", 3600);
    row("Europe/Berlin", "2026-03-29T01:00:00Z", 7200);
    row("Europe/Berlin", "2026-10-25T00:59:59Z", 7200);
    row("Europe/Berlin", "2026-10-25T01:00:00Z", 3600);
    row("Europe/Berlin", "2150-07-01T00:00:00Z", 7200);
    row("Europe/Moscow", "2011-03-26T23:00:00Z", 14400);
    row("Europe/Moscow", "2014-10-25T22:00:00Z", 10800);
    row("America/New_York", "2026-03-08T07:00:00Z", -14400);
    row("Australia/Lord_Howe", "2026-04-04T14:59:59Z", 39600);
    row("Australia/Lord_Howe", "2026-04-04T15:00:00Z", 37800);
    row("Asia/Kolkata", "2026-01-01T00:00:00Z", 19800);
    row("Asia/Kathmandu", "1985-12-31T18:29:59Z", 19800);
    row("Asia/Kathmandu", "1985-12-31T18:30:00Z", 20700);
    row("Pacific/Apia", "2011-12-30T09:59:59Z", -36000);
    row("Pacific/Apia", "2011-12-30T10:00:00Z", 50400);
    row("Africa/Monrovia", "1972-01-07T00:44:29Z", -2670);
    row("Africa/Monrovia", "1972-01-07T00:44:30Z", 0);
    // Ireland's winter time is the one that is "saved", the rule has it the other way round.
    row("Europe/Dublin", "2060-01-15T00:00:00Z", 0);
    row("Europe/Dublin", "2060-07-15T00:00:00Z", 3600);
    row("Antarctica/Troll", "2060-07-15T00:00:00Z", 7200);
}

void TestZoneRules::knownOffsets()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const qint64, at);
    const Result<ZoneRules> rules = ZoneRules::load(zone);
    QVERIFY2(rules, zone.constData());
    QCOMPARE(rules->id(), zone);
    QTEST(rules->offsetAt(at), "offset");
    QCOMPARE(rules->toLocal(at), at + rules->offsetAt(at));
}

void TestZoneRules::agreesWithQt()
{
    QRandomGenerator random(1);
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    QVERIFY(ids.size() > 300);
    const qint64 first = secondsOf("1925-01-01T00:00:00Z");
    const qint64 last = secondsOf("2037-12-01T00:00:00Z");
    int compared = 0;
    for (const QByteArray &id : ids) {
        const Result<ZoneRules> rules = ZoneRules::load(id);
        if (!rules) {
            QVERIFY2(id.startsWith("UTC"), id.constData()); // Qt's own names of offsets
            continue;
        }
        const QTimeZone zone(id);
        for (int i = 0; i < 100; ++i) {
            qint64 at = first + qint64(random.generate64() % quint64(last - first));
            if (i % 2 == 1) {
                at = rules->spanAt(at).from - 1 + random.bounded(2); // where it matters
            }
            if (at > first) {
                const int expected = zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(at, Qt::UTC));
                QVERIFY2(rules->offsetAt(at) == expected,
                    qPrintable(QStringLiteral("%1 at %2: %3, Qt has %4")
                                   .arg(QString::fromUtf8(id))
                                   .arg(at)
                                   .arg(rules->offsetAt(at))
                                   .arg(expected)));
                ++compared;
            }
        }
    }
    QVERIFY(compared > 30'000);
}

void TestZoneRules::qtsOwnTableIsTheSame()
{
    for (const char *id : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"}) {
        const OffsetTable table = qtOffsets(QTimeZone(id));
        const Result<ZoneRules> rules = ZoneRules::load(id);
        QVERIFY(rules && !table.starts.empty());
        QCOMPARE(table.starts.size(), table.offsets.size());
        const qint64 begin = secondsOf("1950-01-01T00:00:00Z");
        int compared = 0;
        for (std::size_t i = 0; i < table.starts.size(); ++i) {
            if (table.starts.at(i) > begin && table.starts.at(i) < secondsOf("2100-01-01T00:00:00Z")) {
                QCOMPARE(rules->spanAt(table.starts.at(i)).from, table.starts.at(i));
                QCOMPARE(rules->offsetAt(table.starts.at(i)), table.offsets.at(i));
                ++compared;
            }
        }
        QVERIFY2(compared > 100 || QByteArray(id) == "UTC" || QByteArray(id) == "Asia/Kolkata", id);
    }
}

void TestZoneRules::spansMeetAndDiffer()
{
    const qint64 last = secondsOf("2200-01-01T00:00:00Z");
    for (const char *id : {"Europe/Berlin", "Africa/Casablanca", "America/St_Johns", "Pacific/Apia", "Asia/Gaza"}) {
        const Result<ZoneRules> rules = ZoneRules::load(id);
        QVERIFY(rules);
        ZoneRules::Span span = rules->spanAt(secondsOf("1900-01-01T00:00:00Z"));
        int spans = 0;
        while (span.to < last) {
            QVERIFY(span.from < span.to);
            const ZoneRules::Span next = rules->spanAt(span.to);
            QCOMPARE(next.from, span.to);
            QVERIFY(next.offset != span.offset);
            QCOMPARE(rules->spanAt(next.from - 1).from, span.from);
            span = next;
            ++spans;
        }
        QVERIFY2(spans > 5, id);
    }
}

void TestZoneRules::namesCannotLeaveTheFolder()
{
    for (const char *name : {"", "..", "../zoneinfo/UTC", "Europe/../UTC", "/etc/localtime", "Europe//Berlin",
             "Europe/", "tzdata.zi", "a b", "Europe/Berlin\n", "C:\\x", "\xd0\x9c", "%2e%2e"}) {
        QVERIFY2(!ZoneRules::isName(name), name);
        if (qstrlen(name) > 0) {
            const Result<ZoneRules> rules = ZoneRules::load(name);
            QVERIFY(!rules);
            QCOMPARE(rules.error().code, ErrorCode::InvalidArgument);
        }
    }
    QVERIFY(!ZoneRules::isName(QByteArray(65, 'a')));
    QVERIFY(!ZoneRules::isName(QByteArray("UTC\0x", 5)));
    for (const char *name :
        {"UTC", "Etc/GMT+5", "America/Port-au-Prince", "America/Argentina/Buenos_Aires", "EST5EDT"}) {
        QVERIFY2(ZoneRules::isName(name), name);
        QVERIFY2(ZoneRules::load(name), name);
    }
    // A folder, a text, a zone that is not there.
    for (const char *name : {"Europe", "leapseconds", "Europe/Atlantis"}) {
        QVERIFY2(!ZoneRules::load(name), name);
    }
}

void TestZoneRules::rulesArePosix()
{
    std::optional<PosixZone> rule = PosixZone::parse("CET-1CEST,M3.5.0,M10.5.0/3");
    QVERIFY(rule);
    QCOMPARE(rule->turns(2026)[0].at, secondsOf("2026-03-29T01:00:00Z"));
    QCOMPARE(rule->turns(2026)[0].offset, 7200);
    QCOMPARE(rule->turns(2026)[1].at, secondsOf("2026-10-25T01:00:00Z"));
    QCOMPARE(rule->turns(2026)[1].offset, 3600);
    // South of the equator, with an abbreviation of digits and a half hour.
    rule = PosixZone::parse("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0");
    QVERIFY(rule);
    QCOMPARE(rule->turns(2026)[0].at, secondsOf("2026-04-04T15:00:00Z"));
    QCOMPARE(rule->turns(2026)[0].offset, 37800);
    QCOMPARE(rule->turns(2026)[1].at, secondsOf("2026-10-03T15:30:00Z"));
    // Godthab: in the evening before the last Sunday.
    rule = PosixZone::parse("<-02>2<-01>,M3.5.0/-1,M10.5.0/0");
    QVERIFY(rule);
    QCOMPARE(rule->turns(2026)[0].at, secondsOf("2026-03-29T01:00:00Z"));
    QCOMPARE(rule->turns(2026)[1].at, secondsOf("2026-10-25T01:00:00Z"));
    // Days by number: J60 is 1 March in every year, 59 is 29 February in a leap year.
    rule = PosixZone::parse("AAA0BBB,J60/0,59/0:30:15");
    QVERIFY(rule);
    QCOMPARE(rule->changes->at(0).inYear(2024), secondsOf("2024-03-01T00:00:00Z"));
    QCOMPARE(rule->changes->at(0).inYear(2025), secondsOf("2025-03-01T00:00:00Z"));
    QCOMPARE(rule->changes->at(1).inYear(2024), secondsOf("2024-02-29T00:30:15Z"));
    QCOMPARE(rule->changes->at(1).inYear(2025), secondsOf("2025-03-01T00:30:15Z"));
    rule = PosixZone::parse("EST5");
    QVERIFY(rule && !rule->changes);
    QCOMPARE(rule->standard, -5 * 3600);
}

void TestZoneRules::rulesThatAreNoneAreRefused()
{
    for (const char *text : {"", "C", "CET", "CE-1", "CET-25", "CET-1CEST", "CET-1CEST,M3.5.0",
             "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J365",
             "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3 ", "CET-1CEST,M3.5.0,M10.5.0,", "<CET-1",
             "<C>1", "CET-1:60", "CET-99999999999", "CET-1CEST,M3.5.0,366"}) {
        QVERIFY2(!PosixZone::parse(text), text);
    }
}

void TestZoneRules::theRuleGoesOnAfterTheTable()
{
    QTemporaryDir folder;
    const qint64 change = secondsOf("2020-06-01T00:00:00Z");
    write(folder.filePath(u"A/Zone"_s), tzFile({100, 7200}, {{change, 1}}, "CET-1CEST,M3.5.0,M10.5.0/3"));
    const Result<ZoneRules> rules = ZoneRules::load("A/Zone", folder.path());
    QVERIFY(rules);
    QCOMPARE(rules->offsetAt(change - 1), 100);
    QCOMPARE(rules->spanAt(change).from, change);
    QCOMPARE(rules->spanAt(change).to, secondsOf("2020-10-25T01:00:00Z"));
    QCOMPARE(rules->offsetAt(secondsOf("2020-10-25T01:00:00Z")), 3600);
    QCOMPARE(rules->offsetAt(secondsOf("2199-07-01T00:00:00Z")), 7200);
    // Without a table, the rule is all there is; summer time all the year round is one span.
    write(folder.filePath(u"B"_s), tzFile({0}, {}, "EST5EDT,0/0,J365/25", 3));
    const Result<ZoneRules> summer = ZoneRules::load("B", folder.path());
    QVERIFY(summer);
    QCOMPARE(summer->offsetAt(secondsOf("2026-01-01T05:00:00Z")), -4 * 3600);
    QVERIFY(summer->spanAt(secondsOf("2026-01-01T05:00:00Z")).to > secondsOf("2199-01-01T00:00:00Z"));
    // Times a file's writer may use for "always".
    write(folder.filePath(u"C"_s), tzFile({0, 60}, {{std::numeric_limits<qint64>::min(), 1}}, "AAA-1"));
    QCOMPARE(ZoneRules::load("C", folder.path())->offsetAt(0), 3600);
}

void TestZoneRules::versionOneHasNoRule()
{
    QTemporaryDir folder;
    write(folder.filePath(u"Old"_s), block(1, 4, {0, 3600}, {{1000, 1}, {2000, 0}}));
    const Result<ZoneRules> rules = ZoneRules::load("Old", folder.path());
    QVERIFY(rules);
    QCOMPARE(rules->offsetAt(999), 0);
    QCOMPARE(rules->offsetAt(1000), 3600);
    QCOMPARE(rules->offsetAt(2000), 0);
    QCOMPARE(rules->spanAt(3000).to, std::numeric_limits<qint64>::max());
}

void TestZoneRules::damagedFilesAreRefused()
{
    const QByteArray good = tzFile({0, 3600}, {{1000, 1}, {2000, 0}}, "AAA0");
    QVERIFY(parseTzFile(good));
    const auto error = [](const QByteArray &bytes) {
        const Result<OffsetTable> table = parseTzFile(bytes);
        return table ? u"fine"_s : table.error().detail;
    };
    QCOMPARE(error({}), u"not a time-zone file"_s);
    QCOMPARE(error("<html>" + good), u"not a time-zone file"_s);
    QVERIFY(error(tzFile({0, 3600}, {{2000, 1}, {1000, 0}}, "AAA0")).contains("out of order"_L1));
    QVERIFY(error(tzFile({0, 3600}, {{1000, 2}}, "AAA0")).contains("out of order"_L1));
    QVERIFY(error(tzFile({0, 200'000}, {{1000, 1}}, "AAA0")).contains("more than a day"_L1));
    QVERIFY(error(tzFile({}, {}, "AAA0")).contains("no offsets"_L1));
    QVERIFY(error(tzFile({0}, {}, "nonsense")).contains("cannot be read"_L1));
    QVERIFY(error(tzFile({0}, {}, QByteArray(300, 'A'))).contains("no rule"_L1));
    QVERIFY(error(good.chopped(1)).contains("no rule"_L1));
    QByteArray huge = good;
    huge.replace(32, 4, "\x7f\xff\xff\xff");
    QVERIFY(error(huge).contains("too many"_L1));
    QTemporaryDir folder;
    write(folder.filePath(u"Bad"_s), good.first(110));
    const Result<ZoneRules> rules = ZoneRules::load("Bad", folder.path());
    QVERIFY(!rules);
    QCOMPARE(rules.error().subject, u"Bad"_s);
    QVERIFY(rules.error().detail.contains("cut off"_L1));
    write(folder.filePath(u"Large"_s), QByteArray(tzFileLimit + 1, 'T'));
    QVERIFY(ZoneRules::load("Large", folder.path()).error().detail.contains("too large"_L1));
}

void TestZoneRules::cutAndScrambledFilesAreSurvived()
{
    QFile file(systemZoneDirectory() + u"/Europe/Berlin"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray good = file.readAll();
    QVERIFY(parseTzFile(good));
    for (qsizetype length = 0; length < good.size(); ++length) {
        QVERIFY(!parseTzFile(good.first(length)));
    }
    QRandomGenerator random(9);
    int readable = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = good;
        for (int i = 0; i <= int(random.bounded(4)); ++i) {
            bytes[qsizetype(random.bounded(quint32(i == 0 ? 44 : bytes.size())))] = char(random.bounded(256));
        }
        const Result<OffsetTable> table = parseTzFile(bytes);
        if (table) {
            ++readable;
            QCOMPARE(table->starts.size(), table->offsets.size());
            QVERIFY(!table->starts.empty());
            QVERIFY(std::is_sorted(table->starts.cbegin(), table->starts.cend()));
        }
    }
    QVERIFY(readable > 100 && readable < 20'000);
}

void TestZoneRules::theSystemsZoneIsFound()
{
    QTemporaryDir folder;
    const QString zones = folder.filePath(u"zoneinfo"_s);
    for (const char *id : {"UTC", "Europe/Berlin", "Asia/Omsk"}) {
        write(zones + u'/' + QString::fromLatin1(id), tzFile({0}, {}, "AAA0"));
    }
    const QString link = folder.filePath(u"localtime"_s);
    QVERIFY(QFile::link(zones + u"/Asia/Omsk"_s, link));
    QCOMPARE(systemZoneId("Europe/Berlin", link, zones), "Europe/Berlin");
    QCOMPARE(systemZoneId(":Europe/Berlin", link, zones), "Europe/Berlin");
    QCOMPARE(systemZoneId("/usr/share/zoneinfo/Europe/Berlin", link, zones), "Europe/Berlin");
    QCOMPARE(systemZoneId("", link, zones), "UTC");
    QCOMPARE(systemZoneId({}, link, zones), "Asia/Omsk");
    QCOMPARE(systemZoneId("Europe/Atlantis", link, zones), "Asia/Omsk");
    QCOMPARE(systemZoneId("../../etc/passwd", link, zones), "Asia/Omsk");
    // A link to a link, as some systems have it; a circle.
    const QString second = folder.filePath(u"second"_s);
    QVERIFY(QFile::link(link, second));
    QCOMPARE(systemZoneId({}, second, zones), "Asia/Omsk");
    const QString circle = folder.filePath(u"circle"_s);
    QVERIFY(QFile::link(circle, circle));
    QVERIFY(!systemZoneId({}, circle, zones).isEmpty());
    QVERIFY(ZoneRules::load({}));
    QCOMPARE(ZoneRules().id(), "UTC");
    QCOMPARE(ZoneRules().offsetAt(0), 0);
}

void TestZoneRules::idsAreSorted()
{
    const QStringList ids = zoneIds();
    QVERIFY(ids.size() > 400);
    QVERIFY(std::is_sorted(ids.cbegin(), ids.cend()));
    for (const QString &id : {u"UTC"_s, u"Europe/Moscow"_s, u"America/Argentina/Buenos_Aires"_s, u"Asia/Calcutta"_s}) {
        QVERIFY2(ids.contains(id), qPrintable(id));
    }
}

QTEST_GUILESS_MAIN(TestZoneRules)

#include "tst_zonerules.moc"
