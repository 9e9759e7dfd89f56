// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/triggertimes.h"
#include "core/schedule/zonewatch.h"
#include "tests/support/fakeclock.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace vestnik;
using namespace Qt::StringLiterals;

namespace {

/// A zone with one offset for ever, as its rule alone says.
QByteArray zoneFile(const QByteArray &rule)
{
    QByteArray block = "TZif2" + QByteArray(15, '\0') + QByteArray(12, '\0') + QByteArray(4, '\0');
    block += QByteArray("\0\0\0\1\0\0\0\4", 8);
    block += QByteArray(6, '\0') + QByteArray("XYZ\0", 4);
    return block + block + '\n' + rule + '\n';
}

void write(const QString &path, const QByteArray &bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// The new file takes the old one's name at once.
void moveOver(const QString &from, const QString &to)
{
    QCOMPARE(std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()), 0);
}

/// As packages are updated: the new file stands beside the old one, then takes its name.
void replace(const QString &path, const QByteArray &bytes)
{
    write(path + u".dpkg-new"_s, bytes);
    moveOver(path + u".dpkg-new"_s, path);
}

} // namespace

class TestZoneWatch final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aReplacedFileGivesOtherFires();
    void aFileInUseThatIsWrittenInPlaceIsSeen();
    void manyChangesAreToldOnce();
    void aLongUpdateIsToldWhileItGoesOn();
    void theSystemsZoneIsWatched();
    void otherSettingsOfTheSystemAreNoChange();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeClock m_clock;
};

void TestZoneWatch::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = FakeClock();
    write(path(u"zoneinfo/Europe/Berlin"_s), zoneFile("CET-1"));
    write(path(u"zoneinfo/tzdata.zi"_s), "# version 1\n");
    write(path(u"etc/hosts"_s), "x");
    QVERIFY(QFile::link(path(u"zoneinfo/Europe/Berlin"_s), path(u"etc/localtime"_s)));
}

void TestZoneWatch::aReplacedFileGivesOtherFires()
{
    ZoneWatch watch(m_clock, path(u"zoneinfo"_s), path(u"etc/localtime"_s));
    const QSignalSpy changed(&watch, &ZoneWatch::changed);
    ZoneCache zones(path(u"zoneinfo"_s));
    Trigger trigger;
    trigger.kind = TriggerKind::Cron;
    trigger.cron = u"0 12 * * *"_s;
    trigger.zone = "Europe/Berlin";
    const qint64 midnight = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    Result<TriggerTimes> times = TriggerTimes::make(trigger, zones);
    QVERIFY(times);
    QCOMPARE(times->next(midnight).value_or(0) - midnight, 11 * 3'600'000);

    // Twice: what was replaced must be watched again.
    for (const int offset : {3, 5}) {
        replace(path(u"zoneinfo/Europe/Berlin"_s), zoneFile("XXX-" + QByteArray::number(offset)));
        QTRY_COMPARE(m_clock.pending(), 1);
        QCOMPARE(changed.size(), offset == 3 ? 0 : 1);
        m_clock.advance(ZoneWatch::settleMs);
        QCOMPARE(changed.size(), offset == 3 ? 1 : 2);
        zones.clear();
        times = TriggerTimes::make(trigger, zones);
        QVERIFY(times);
        QCOMPARE(times->next(midnight).value_or(0) - midnight, (12 - offset) * 3'600'000);
        QCOMPARE(m_clock.pending(), 0);
    }
}

void TestZoneWatch::aFileInUseThatIsWrittenInPlaceIsSeen()
{
    ZoneWatch watch(m_clock, path(u"zoneinfo"_s), {});
    watch.setZones({"Europe/Berlin", "../etc/hosts", "Europe/Nowhere"});
    const QSignalSpy changed(&watch, &ZoneWatch::changed);
    write(path(u"zoneinfo/Europe/Berlin"_s), zoneFile("XXX-4"));
    QTRY_COMPARE(m_clock.pending(), 1);
    m_clock.advance(ZoneWatch::settleMs);
    QCOMPARE(changed.size(), 1);
}

void TestZoneWatch::manyChangesAreToldOnce()
{
    ZoneWatch watch(m_clock, path(u"zoneinfo"_s), path(u"etc/localtime"_s));
    const QSignalSpy changed(&watch, &ZoneWatch::changed);
    for (int i = 0; i < 20; ++i) {
        replace(path(u"zoneinfo/Europe/Zone%1"_s.arg(i)), zoneFile("XXX-4"));
    }
    replace(path(u"zoneinfo/tzdata.zi"_s), "# version 2\n");
    QTRY_COMPARE(m_clock.nextIn(), ZoneWatch::settleMs);
    m_clock.advance(ZoneWatch::settleMs / 2);
    replace(path(u"zoneinfo/Europe/Berlin"_s), zoneFile("XXX-4"));
    QTRY_COMPARE(m_clock.nextIn(), ZoneWatch::settleMs);
    QCOMPARE(changed.size(), 0);
    m_clock.advance(ZoneWatch::settleMs);
    QCOMPARE(changed.size(), 1);
}

void TestZoneWatch::aLongUpdateIsToldWhileItGoesOn()
{
    ZoneWatch watch(m_clock, path(u"zoneinfo"_s), {});
    const QSignalSpy changed(&watch, &ZoneWatch::changed);
    const qint64 begin = m_clock.steady();
    int step = 0;
    while (changed.isEmpty() && m_clock.steady() < begin + 2 * ZoneWatch::latestMs) {
        const qint64 expected = std::min(ZoneWatch::settleMs, begin + ZoneWatch::latestMs - m_clock.steady());
        replace(path(u"zoneinfo/Europe/Zone%1"_s.arg(++step)), zoneFile("XXX-4"));
        QTRY_COMPARE(m_clock.nextIn(), expected);
        m_clock.advance(ZoneWatch::settleMs - 500);
    }
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_clock.steady() <= begin + ZoneWatch::latestMs + ZoneWatch::settleMs);
}

void TestZoneWatch::theSystemsZoneIsWatched()
{
    write(path(u"zoneinfo/Asia/Omsk"_s), zoneFile("XXX-6"));
    ZoneWatch watch(m_clock, path(u"zoneinfo"_s), path(u"etc/localtime"_s));
    const QSignalSpy changed(&watch, &ZoneWatch::changed);
    QVERIFY(QFile::link(path(u"zoneinfo/Asia/Omsk"_s), path(u"etc/localtime.new"_s)));
    moveOver(path(u"etc/localtime.new"_s), path(u"etc/localtime"_s));
    QTRY_COMPARE(m_clock.pending(), 1);
    m_clock.advance(ZoneWatch::settleMs);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(systemZoneId({}, path(u"etc/localtime"_s), path(u"zoneinfo"_s)), "Asia/Omsk");
}

void TestZoneWatch::otherSettingsOfTheSystemAreNoChange()
{
    ZoneWatch watch(m_clock, path(u"zoneinfo"_s), path(u"etc/localtime"_s));
    const QSignalSpy changed(&watch, &ZoneWatch::changed);
    QFileSystemWatcher witness({path(u"etc"_s)});
    QSignalSpy seen(&witness, &QFileSystemWatcher::directoryChanged);
    replace(path(u"etc/hosts"_s), "y");
    QVERIFY(seen.wait());
    QCOMPARE(m_clock.pending(), 0);
    QCOMPARE(changed.size(), 0);
}

QTEST_GUILESS_MAIN(TestZoneWatch)

#include "tst_zonewatch.moc"
