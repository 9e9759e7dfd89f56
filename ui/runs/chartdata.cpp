// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/chartdata.h"

#include <QDateTime>

namespace vestnik::chartdata {
namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

QList<qint64> hours(int count, qint64 now, const QTimeZone &zone)
{
    // By the clock of the zone: some are half an hour off.
    const QTime clock = QDateTime::fromMSecsSinceEpoch(now, zone).time();
    const qint64 end = now - clock.msecsSinceStartOfDay() % hour + hour;
    QList<qint64> bounds;
    for (int i = count; i >= 0; --i) {
        bounds.append(end - i * hour);
    }
    return bounds;
}

QList<qint64> days(int count, qint64 now, const QTimeZone &zone)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, zone).date();
    QList<qint64> bounds;
    for (int i = count - 1; i >= -1; --i) {
        bounds.append(today.addDays(-i).startOfDay(zone).toMSecsSinceEpoch());
    }
    return bounds;
}

qint64 numberStep(qint64 largest, int most)
{
    for (qint64 ten = 1;; ten *= 10) {
        for (const qint64 step : {ten, 2 * ten, 5 * ten}) {
            if (largest <= step * most) {
                return step;
            }
        }
    }
}

qint64 timeStep(qint64 largest, int most)
{
    for (const qint64 step : {second, 2 * second, 5 * second, 10 * second, 15 * second, 30 * second, minute, 2 * minute,
             5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 3 * hour, 6 * hour, 12 * hour}) {
        if (largest <= step * most) {
            return step;
        }
    }
    return numberStep((largest + day - 1) / day, most) * day;
}

} // namespace vestnik::chartdata
