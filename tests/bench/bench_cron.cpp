// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/triggertimes.h"
#include "tests/bench/measure.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace vestnik;
using namespace vestnik::bench;

namespace {

constexpr qint64 start = 1'767'225'600; // 2026-01-01 UTC

struct Case {
    const char *zone;
    const char *expression;
};

/// What operators write.
constexpr Case plain[] = {
    {"Europe/Moscow", "30 8 * * 1-5"},
    {"Europe/Berlin", "*/15 * * * *"},
    {"America/New_York", "0 3 * * *"},
    {"Europe/Berlin", "15 3 1,15 * *"},
    {"Asia/Kolkata", "0 */2 * * *"},
    {"Australia/Lord_Howe", "@hourly"},
    {"UTC", "@monthly"},
    {"Europe/Moscow", "0 12 13 * 5"},
};

/// What makes the way to the next fire as long as it gets: dates that are rare or do not exist, in zones that change
/// their offset four times a year; and what takes long to read.
constexpr Case ugly[] = {
    {"Africa/Casablanca", "0 0 31 2 *"},
    {"Africa/Casablanca", "* * 30 2 *"},
    {"Africa/Casablanca", "0 0 31 4,6,9,11 */1"},
    {"Africa/Casablanca", "0 0 29 2 *"},
    {"Africa/Casablanca", "0 0 29 2 mon"},
    {"Africa/Casablanca", "0 0 29 2 */7"},
    {"Africa/Casablanca", "*/59 */23 29 2 */7"},
    {"Africa/Casablanca", "59 23 29 2 */6"},
    {"Europe/Berlin", "30 2 25-31 3 */7"},
    {"Africa/El_Aaiun", "* * 31 2-2/1 sun-sat"},
    {"Pacific/Apia", "0 0 30 2 *"},
    {"America/Sao_Paulo",
        "0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29 "
        "0-23,0-23,0-23,0-23,0-23,0-23,0-23,0-23,0-23,0-23 29-29,29-29,29-29,29-29,29-29,29-29 "
        "feb,feb,feb,feb,feb,feb,feb,feb,feb */7"},
};

ZoneRules zoneOf(const char *id)
{
    const Result<ZoneRules> zone = ZoneRules::load(id);
    return zone ? *zone : ZoneRules();
}

void measurePlain(int rounds)
{
    printRow(QStringLiteral("next fire, plain expressions"), {QStringLiteral("per second"), QStringLiteral("ns each")});
    for (const Case &one : plain) {
        const CronFields fields = parseCron(QString::fromLatin1(one.expression), nullptr);
        const ZoneRules zone = zoneOf(one.zone);
        const Meter meter;
        qint64 fire = start;
        for (int i = 0; i < rounds; ++i) {
            // Around again before the rules of the far future count.
            fire = nextCronFire(fields, zone, fire < start + 300'000'000 ? fire : start).value_or(start);
        }
        const Cost cost = meter.cost(rounds);
        printRow(QStringLiteral("%1, %2").arg(QLatin1String(one.expression), QLatin1String(one.zone)),
            {number(cost.postsPerSecond()), number(1e9 / cost.postsPerSecond())});
    }
}

/// Least of several times, microseconds: what it takes without what the computer does beside.
double leastUs(const std::function<void()> &work)
{
    double least = 1e12;
    for (int i = 0; i < 20; ++i) {
        const qint64 before = monotonicNs();
        work();
        least = std::min(least, double(monotonicNs() - before) / 1000);
    }
    return least;
}

double measureUgly()
{
    printRow(QStringLiteral("ugly expressions, microseconds"),
        {QStringLiteral("to read"), QStringLiteral("next fire"), QStringLiteral("five fires")});
    double worst = 0;
    for (const Case &one : ugly) {
        const QString expression = QString::fromLatin1(one.expression);
        const ZoneRules zone = zoneOf(one.zone);
        CronFields fields;
        const double read = leastUs([&] { fields = parseCron(expression, nullptr); });
        double next = 0;
        double five = 0;
        // From many moments: a leap day that was just missed is the longest way.
        for (int year = 0; year < 80; year += 4) {
            for (const qint64 day : {60, 61, 424, 790, 1155}) {
                const qint64 from = start + (year * 365 + year / 4 + day) * 86'400;
                qint64 sum = 0;
                next = std::max(next, leastUs([&] { sum += nextCronFire(fields, zone, from).value_or(0); }));
                five = std::max(five, leastUs([&] { sum += cronFires(fields, zone, from, 5).size(); }));
                if (sum < 0) {
                    std::puts("impossible"); // keeps the work from being left out
                }
            }
        }
        printRow(QString::fromLatin1(one.expression).left(40), {number(read, 2), number(next, 2), number(five, 2)});
        worst = std::max({worst, read, next});
    }
    return worst;
}

double measureWindows()
{
    printRow(QStringLiteral("windows that are never met, microseconds"), {QStringLiteral("next fire")});
    ZoneCache zones;
    double worst = 0;
    QList<TimeWindow> minutes;
    for (int i = 0; i < 50; ++i) {
        TimeWindow window;
        window.from = i * 27 + 1;
        window.to = i * 27 + 2;
        minutes.append(window);
    }
    TimeWindow working;
    working.from = 8 * 60;
    working.to = 20 * 60;
    const auto row = [&](const char *name, const Trigger &trigger) {
        const Result<TriggerTimes> times = TriggerTimes::make(trigger, zones);
        if (!times) {
            std::printf("%s: %s\n", name, qPrintable(errorEnglish(times.error())));
            return;
        }
        qint64 sum = 0;
        const double us = leastUs([&] { sum += times->next(start * 1000).value_or(0); });
        printRow(QString::fromLatin1(name), {number(us, 1), sum == 0 ? QStringLiteral("none") : QStringLiteral("met")});
        worst = std::max(worst, us);
    };
    Trigger trigger;
    trigger.zone = "Africa/Casablanca";
    trigger.kind = TriggerKind::Cron;
    trigger.windows = {working};
    trigger.cron = QStringLiteral("* 3 * * *");
    row("cron at night, windows by day", trigger);
    trigger.windows = minutes;
    trigger.cron = QStringLiteral("0 * * * *");
    row("cron between 50 windows a day", trigger);
    trigger.kind = TriggerKind::Interval;
    trigger.everyMs = 27 * 60'000;
    trigger.anchor = start * 1000;
    row("interval between 50 windows a day", trigger);
    return worst;
}

void measureMany(int jobs)
{
    ZoneCache zones;
    QList<Trigger> triggers;
    for (int i = 0; i < jobs; ++i) {
        Trigger trigger;
        trigger.kind = i % 2 == 0 ? TriggerKind::Cron : TriggerKind::Interval;
        trigger.cron = QStringLiteral("%1 %2 * * 1-5").arg(i % 60).arg(i % 24);
        trigger.everyMs = 60'000 + i;
        trigger.zone = plain[i % 8].zone;
        triggers.append(trigger);
    }
    const Meter meter;
    qint64 found = 0;
    for (const Trigger &trigger : std::as_const(triggers)) {
        const Result<TriggerTimes> times = TriggerTimes::make(trigger, zones);
        found += times && times->next(start * 1000) ? 1 : 0;
    }
    const Cost cost = meter.cost(found);
    printRow(
        QStringLiteral("%1 triggers made and asked once").arg(found), {number(cost.wallMs, 1), QStringLiteral("ms")});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("quick"), QStringLiteral("a small number of rounds")});
    parser.process(application);
    const bool quick = parser.isSet(QStringLiteral("quick"));
    measurePlain(quick ? 20'000 : 2'000'000);
    const double worst = measureUgly();
    const double windows = measureWindows();
    measureMany(quick ? 1'000 : 10'000);
    printLine(QStringLiteral("worst expression: %1 us; worst trigger with windows: %2 us")
                  .arg(number(worst, 2), number(windows, 1)));
    return 0;
}
