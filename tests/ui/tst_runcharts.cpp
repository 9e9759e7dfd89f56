// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"
#include "ui/runs/barchart.h"
#include "ui/runs/chartdata.h"
#include "ui/runs/runchartstrip.h"

#include <QCategoryAxis>
#include <QChart>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QTest>
#include <QToolTip>

using namespace vestnik;

namespace {

constexpr qint64 hour = 3'600'000;

qint64 utc(int year, int month, int day, int hours, int minutes = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hours, minutes), Qt::UTC).toMSecsSinceEpoch();
}

BarChartData tenSlots()
{
    BarChartData data;
    data.bars = {{QStringLiteral("Posts"), Theme::Role::Accent, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}}};
    data.labels = {{0, QStringLiteral("a")}, {5, QStringLiteral("b")}};
    data.step = 3;
    data.slotText = [](int slot) { return QStringLiteral("slot %1").arg(slot); };
    return data;
}

} // namespace

class TestRunCharts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QStringLiteral("en_GB"))); }

    void daysBeginAtLocalMidnight_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<qint64>("now");
        QTest::addColumn<QList<qint64>>("bounds");
        // Clocks go back at 02:00 on 1 November 2026: that day has 25 hours.
        QTest::newRow("New York") << QByteArrayLiteral("America/New_York") << utc(2026, 11, 2, 15)
                                  << QList<qint64>{utc(2026, 10, 31, 4), utc(2026, 11, 1, 4), utc(2026, 11, 2, 5),
                                         utc(2026, 11, 3, 5)};
        // By half an hour at 02:00 on 4 October 2026.
        QTest::newRow("Lord Howe") << QByteArrayLiteral("Australia/Lord_Howe") << utc(2026, 10, 4, 20)
                                   << QList<qint64>{utc(2026, 10, 2, 13, 30), utc(2026, 10, 3, 13, 30),
                                          utc(2026, 10, 4, 13), utc(2026, 10, 5, 13)};
        QTest::newRow("Kolkata") << QByteArrayLiteral("Asia/Kolkata") << utc(2026, 1, 1, 18, 30)
                                 << QList<qint64>{utc(2025, 12, 30, 18, 30), utc(2025, 12, 31, 18, 30),
                                        utc(2026, 1, 1, 18, 30), utc(2026, 1, 2, 18, 30)};
        // 4 November 2018 began at 01:00 there.
        QTest::newRow("no midnight") << QByteArrayLiteral("America/Sao_Paulo") << utc(2018, 11, 4, 12)
                                     << QList<qint64>{utc(2018, 11, 2, 3), utc(2018, 11, 3, 3), utc(2018, 11, 4, 3),
                                            utc(2018, 11, 5, 2)};
    }

    void daysBeginAtLocalMidnight()
    {
        QFETCH(QByteArray, zone);
        QFETCH(qint64, now);
        QFETCH(QList<qint64>, bounds);
        QCOMPARE(chartdata::days(3, now, QTimeZone(zone)), bounds);
    }

    void hoursAreFullByTheClockOfTheZone()
    {
        const QList<qint64> bounds = chartdata::hours(3, utc(2026, 1, 1, 10, 45), QTimeZone("Asia/Kolkata"));
        // 16:15 there: the hour that goes on began at 16:00, which is 10:30 UTC.
        QCOMPARE(bounds,
            (QList<qint64>{
                utc(2026, 1, 1, 8, 30), utc(2026, 1, 1, 9, 30), utc(2026, 1, 1, 10, 30), utc(2026, 1, 1, 11, 30)}));
        QCOMPARE(chartdata::hours(1, utc(2026, 1, 1, 10), QTimeZone::utc()),
            (QList<qint64>{utc(2026, 1, 1, 10), utc(2026, 1, 1, 11)}));
    }

    void stepsAreRound()
    {
        QCOMPARE(chartdata::numberStep(0, 3), 1);
        QCOMPARE(chartdata::numberStep(3, 3), 1);
        QCOMPARE(chartdata::numberStep(4, 3), 2);
        QCOMPARE(chartdata::numberStep(140, 3), 50);
        QCOMPARE(chartdata::numberStep(301, 3), 200);
        QCOMPARE(chartdata::timeStep(2'000, 3), 1'000);
        QCOMPARE(chartdata::timeStep(200'000, 3), 120'000);
        QCOMPARE(chartdata::timeStep(100 * hour, 3), 48 * hour);
    }

    void slotUnderTheMouseIsTold()
    {
        BarChart chart;
        chart.resize(400, 200);
        chart.setData(tenSlots());
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        const QRectF plot = chart.chart()->plotArea();
        QVERIFY(plot.width() > 200);
        const auto middle = [&](int slot) {
            return QPoint(int(plot.left() + plot.width() * (slot + 0.5) / 10), int(plot.center().y()));
        };
        for (int slot = 0; slot < 10; ++slot) {
            QCOMPARE(chart.slotAt(middle(slot)), slot);
        }
        QCOMPARE(chart.slotAt(QPoint(0, int(plot.center().y()))), -1);
        QTest::mouseMove(chart.viewport(), middle(7));
        QTRY_COMPARE(QToolTip::text(), QStringLiteral("slot 7"));
    }

    void coloursFollowThePalette()
    {
        BarChart chart;
        chart.setPalette(Theme::palette(false));
        chart.setData(tenSlots());
        const auto ink = [&] {
            return qobject_cast<QCategoryAxis *>(chart.chart()->axes(Qt::Horizontal).first())->labelsColor();
        };
        const QColor light = ink();
        QCOMPARE(light, Theme::palette(false).color(QPalette::PlaceholderText));
        chart.setPalette(Theme::palette(true));
        QCOMPARE(ink(), Theme::palette(true).color(QPalette::PlaceholderText));
        QVERIFY(ink() != light);
        QCOMPARE(chart.chart()->series().size(), 1); // drawn anew, not twice
        QCOMPARE(chart.chart()->axes().size(), 2);
    }

    void stackIsAsHighAsItsSum()
    {
        BarChartData data;
        data.bars = {{{}, {}, {3, 1}}, {{}, {}, {4, 9}}};
        QCOMPARE(data.largest(), 9);
        data.stacked = true;
        QCOMPARE(data.largest(), 10);
    }

    void stripShowsWhatWasRead()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        RunCharts charts;
        charts.postsPerHour = QList<qint64>(24, 0);
        charts.postsPerHour[23] = 1'234;
        charts.days = QList<RunCharts::Day>(14);
        charts.days[13].done = 5;
        charts.days[13].failed = 2;
        charts.days[13].skipped = 1;
        charts.days[13].meanMs = 95'000;
        charts.days[13].longestMs = 200'000;
        engine.setCharts(charts);
        RunChartStrip strip(engine);
        strip.resize(1000, strip.height());
        strip.show();
        auto *posts = strip.findChild<BarChart *>(QStringLiteral("postsPerHour"));
        auto *results = strip.findChild<BarChart *>(QStringLiteral("runsPerDay"));
        auto *durations = strip.findChild<BarChart *>(QStringLiteral("runDurations"));
        QTRY_VERIFY(posts->isVisible());
        QVERIFY(posts->data().slotText(23).contains(QStringLiteral("1,234 posts")));
        const QString today = QLocale().toString(QDate::currentDate(), QStringLiteral("dddd, d MMMM"));
        QCOMPARE(
            results->data().slotText(13), today + QStringLiteral(": 5 done, 2 failed, 1 skipped or missed, 0 stopped"));
        QCOMPARE(durations->data().slotText(13), today + QStringLiteral(": mean 1 min 35 s, longest 3 min 20 s"));
        QVERIFY(durations->data().slotText(0).endsWith(QStringLiteral(": no runs")));
        QCOMPARE(durations->data().step, 120'000);
        QCOMPARE(durations->data().valueText(120'000), QStringLiteral("2:00"));
        QCOMPARE(results->data().labels.last().slot, 13); // today
    }

    void nothingYetIsSaid()
    {
        FakeEngine engine(FakeEngine::Content::Empty);
        RunChartStrip strip(engine);
        strip.show();
        auto *none = strip.findChild<QLabel *>(QStringLiteral("runsPerDayNone"));
        QTRY_VERIFY(none->isVisible());
        QVERIFY(!strip.findChild<BarChart *>(QStringLiteral("runsPerDay"))->isVisible());
    }

    void choiceAsksForMoreDays()
    {
        FakeEngine engine;
        RunChartStrip strip(engine);
        strip.show();
        auto *results = strip.findChild<BarChart *>(QStringLiteral("runsPerDay"));
        QTRY_COMPARE(results->data().slotCount(), 14);
        auto *days = strip.findChild<QComboBox *>(QStringLiteral("runsChartDays"));
        days->setFocus();
        QTest::keyClick(days, Qt::Key_Down);
        QTRY_COMPARE(results->data().slotCount(), 30);
        auto *posts = strip.findChild<BarChart *>(QStringLiteral("postsPerHour"));
        QCOMPARE(posts->data().slotCount(), 24);
        strip.findChild<QComboBox *>(QStringLiteral("runsChartHours"))->setCurrentIndex(1);
        QTRY_COMPARE(posts->data().slotCount(), 7 * 24);
    }
};

QTEST_MAIN(TestRunCharts)
#include "tst_runcharts.moc"
