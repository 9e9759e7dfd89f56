// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/dayband.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QImage>
#include <QPainter>
#include <QTest>
#include <QTimeZone>

using namespace vestnik;

namespace {

constexpr qint64 hour = 3'600'000;
const QRectF cell(0, 0, 264, 46); // its track is 240 wide: ten pixels an hour

qint64 utc(int day, int h, int minute = 0)
{
    return QDateTime(QDate(2026, 11, day), QTime(h, minute), Qt::UTC).toMSecsSinceEpoch();
}

DayBand bandOf(const QList<qint64> &fires, qint64 now)
{
    DayBand band;
    band.from = now;
    band.fires.fires = fires;
    return band;
}

QImage painted(const DayBand &band, qint64 now, bool selected = false)
{
    QImage image(QSize(264, 46), QImage::Format_RGB32);
    image.fill(Theme::palette(false).color(selected ? QPalette::Highlight : QPalette::Base));
    QPainter painter(&image);
    DayBands::Look look;
    look.palette = Theme::palette(false);
    look.selected = selected;
    DayBands::paint(&painter, cell, band, now, look);
    return image;
}

} // namespace

/// 2026-11-20 is a Friday. The zone of this process is UTC.
class TestDayBand final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QGuiApplication::setPalette(Theme::palette(false));
        QCOMPARE(QDateTime::currentDateTime().offsetFromUtc(), 0);
    }

    void noWindowsCloseNothing() { QVERIFY(DayBands::closedStretches({}, utc(20, 0), utc(21, 0)).isEmpty()); }

    void windowsAreOfTheJobsZone()
    {
        Trigger trigger;
        trigger.zone = "Europe/Moscow"; // three hours ahead
        trigger.windows = {{0x1f, 8 * 60, 20 * 60}};
        // Friday noon to Saturday noon: open until 17:00 UTC, closed then, as Saturday has no window.
        const QList<DayBand::Stretch> friday{{utc(20, 17), utc(21, 12)}};
        QCOMPARE(DayBands::closedStretches(trigger, utc(20, 12), utc(21, 12)), friday);
        // Thursday 04:00 UTC to Friday 04:00: an hour closed, open, closed from 17:00.
        const QList<DayBand::Stretch> thursday{{utc(19, 4), utc(19, 5)}, {utc(19, 17), utc(20, 4)}};
        QCOMPARE(DayBands::closedStretches(trigger, utc(19, 4), utc(20, 4)), thursday);
    }

    void windowOverMidnightIsOpenOnTheNextDay()
    {
        Trigger trigger;
        trigger.zone = "UTC";
        trigger.windows = {{0x10, 22 * 60, 6 * 60}}; // begins on Fridays
        const QList<DayBand::Stretch> expected{{utc(21, 6), utc(22, 0)}};
        QCOMPARE(DayBands::closedStretches(trigger, utc(21, 0), utc(22, 0)), expected);
    }

    void windowsThatTouchAreOne()
    {
        Trigger trigger;
        trigger.zone = "UTC";
        trigger.windows = {{TimeWindow::everyDay, 0, 12 * 60}, {TimeWindow::everyDay, 12 * 60, 24 * 60}};
        QVERIFY(DayBands::closedStretches(trigger, utc(20, 5), utc(21, 5)).isEmpty());
    }

    void shortDayOfTheClockChange()
    {
        Trigger trigger;
        trigger.zone = "Europe/Berlin";
        trigger.windows = {{TimeWindow::everyDay, 0, 4 * 60}};
        // 29 March 2026: from 01:00 to 03:00 at one step; 04:00 is 02:00 UTC, not 03:00.
        const qint64 midnight = QDateTime(QDate(2026, 3, 28), QTime(23, 0), Qt::UTC).toMSecsSinceEpoch();
        const QList<DayBand::Stretch> closed = DayBands::closedStretches(trigger, midnight, midnight + 20 * hour);
        QCOMPARE(closed, (QList<DayBand::Stretch>{{midnight + 3 * hour, midnight + 20 * hour}}));
    }

    void unknownZoneIsOpen()
    {
        Trigger trigger;
        trigger.zone = "Mars/Olympus";
        trigger.windows = {{0x1f, 8 * 60, 20 * 60}};
        QVERIFY(DayBands::closedStretches(trigger, utc(20, 0), utc(21, 0)).isEmpty());
    }

    void placesAndTimesFitTogether()
    {
        const QRectF track = DayBands::track(cell);
        QCOMPARE(track.width(), 240.0);
        const qint64 now = utc(20, 16, 40);
        QCOMPARE(DayBands::positionOf(now, now, track), track.left());
        QCOMPARE(DayBands::positionOf(now + 12 * hour, now, track), track.center().x());
        QCOMPARE(DayBands::timeAt(track.left() + 30, now, track), now + 3 * hour);
    }

    void hoursAreMarkedByTheClock()
    {
        const QRectF track = DayBands::track(cell);
        // 40 pixels a label are four hours.
        QCOMPARE(DayBands::hourMarks(utc(20, 16, 40), track, 40),
            (QList<qint64>{utc(20, 20), utc(21, 0), utc(21, 4), utc(21, 8), utc(21, 12), utc(21, 16)}));
        QCOMPARE(DayBands::hourMarks(utc(20, 16), track, 60).first(), utc(20, 18));
        QVERIFY(DayBands::hourMarks(utc(20, 16), track, 1000).size() <= 1);
    }

    void firesAreTicksWhereTheyAre()
    {
        const qint64 now = utc(20, 12);
        const QImage image = painted(bandOf({now + 6 * hour, now + 20 * hour}, now), now);
        const QRectF track = DayBands::track(cell);
        const QRgb accent = Theme::color(Theme::Role::Accent, false).rgb();
        QList<int> ticks;
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, int(track.center().y())) == accent) {
                ticks.append(x - int(track.left()));
            }
        }
        QCOMPARE(ticks, (QList<int>{60, 61, 200, 201}));
    }

    void ticksThatStandTooNearAreOneBar()
    {
        const qint64 now = utc(20, 12);
        QList<qint64> fires;
        for (int i = 0; i < 12; ++i) {
            fires.append(now + 6 * hour + i * hour / 4);
        }
        const QImage image = painted(bandOf(fires, now), now);
        const QRectF track = DayBands::track(cell);
        const auto at = [&](int x) { return image.pixel(int(track.left()) + x, int(track.center().y())); };
        for (int x = 60; x < 87; ++x) {
            QCOMPARE(at(x), at(60));
        }
        QVERIFY(at(60) != at(95));
        QCOMPARE(at(95), at(30));
    }

    void firesOfThePastAreNotPainted()
    {
        const qint64 now = utc(20, 12);
        QCOMPARE(painted(bandOf({now - 1000}, now), now), painted(bandOf({}, now), now));
    }

    void everyPartCanBeSeen_data()
    {
        QTest::addColumn<bool>("selected");
        QTest::newRow("plain") << false;
        QTest::newRow("selected") << true;
    }

    void everyPartCanBeSeen()
    {
        QFETCH(bool, selected);
        const qint64 now = utc(20, 12);
        const QImage plain = painted(bandOf({}, now), now, selected);
        DayBand dense = bandOf({}, now);
        dense.fires.dense = true;
        DayBand closed = bandOf({}, now);
        closed.closed = {{now + 3 * hour, now + 6 * hour}};
        DayBand paused = bandOf({}, now);
        paused.fires.pausedUntil = now + 5 * hour;
        DayBand still = bandOf({}, now);
        still.fires.pausedUntil = -1;
        const QList<QImage> all{plain, painted(dense, now, selected), painted(closed, now, selected),
            painted(paused, now, selected), painted(still, now, selected)};
        for (qsizetype a = 0; a < all.size(); ++a) {
            for (qsizetype b = a + 1; b < all.size(); ++b) {
                QVERIFY2(all.at(a) != all.at(b), qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
            }
        }
    }

    void tipTellsWhatAndWhy()
    {
        const qint64 now = utc(20, 12);
        const QRectF track = DayBands::track(cell);
        const QString words = QStringLiteral("every weekday at 18:00, Moscow time");
        const auto tip = [&](const DayBand &band, const Job &job, double pixels, bool runs = true) {
            return DayBands::tip(band, job, words, track.left() + pixels, track, now, runs);
        };
        const Job job;
        DayBand band = bandOf({now + 6 * hour, now + 14 * hour}, now);
        QCOMPARE(tip(band, job, 62), QStringLiteral("18:00 — ") + words);
        QCOMPARE(tip(band, job, 139), QStringLiteral("tomorrow 02:00 — ") + words);
        QCOMPARE(tip(band, job, 20), QStringLiteral("14:00 — nothing until 18:00."));
        QCOMPARE(tip(band, job, 200), QStringLiteral("tomorrow 08:00 — nothing more within a day."));
        QCOMPARE(tip(bandOf({}, now), job, 200), QStringLiteral("Nothing within a day."));
        QCOMPARE(tip(DayBand(), job, 62), QString()); // not read yet
        band.fires.pausedUntil = now + 10 * hour;
        QCOMPARE(tip(band, job, 20), QStringLiteral("Paused until 22:00: would not run."));
        band.fires.pausedUntil = -1;
        QCOMPARE(tip(band, job, 62), QStringLiteral("Paused until it is resumed: would not run."));
        band.fires.pausedUntil = 0;
        band.closed = {{now + hour, now + 5 * hour}};
        QCOMPARE(tip(band, job, 20),
            QStringLiteral("14:00 — outside of the job's time windows: does not run. They open 17:00."));
        band.fires.dense = true;
        QCOMPARE(tip(band, job, 120), QStringLiteral("Around tomorrow 00:00 — ") + words);
        QVERIFY(
            tip(band, job, 120, false).endsWith(QStringLiteral("The scheduler is stopped: nothing runs by itself.")));
        Job off;
        off.enabled = false;
        QVERIFY(tip(band, off, 120).endsWith(QStringLiteral("The job is switched off.")));
    }

    void summarySpeaksOfTheDay()
    {
        const qint64 now = utc(20, 12);
        const Job job;
        QCOMPARE(DayBands::summary(bandOf({now + hour / 2, now + hour}, now), job, now),
            QStringLiteral("2 runs within a day, the first in 30 min."));
        QCOMPARE(DayBands::summary(bandOf({}, now), job, now), QStringLiteral("No runs within a day."));
        DayBand dense = bandOf({}, now);
        dense.fires.dense = true;
        dense.fires.everyMs = 60'000;
        QCOMPARE(DayBands::summary(dense, job, now), QStringLiteral("Runs all the time, every 1 min."));
    }
};

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC"); // before anything asks for the zone
    QApplication application(argc, argv);
    TestDayBand test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_dayband.moc"
