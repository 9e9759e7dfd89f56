// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/dayband.h"

#include "ui/schedule/jobtexts.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QPainter>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace vestnik {
namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr double trackHeight = 14;
constexpr double tickWidth = 2;
constexpr double denseGap = 3 * tickWidth; ///< ticks nearer than this are painted as one bar
constexpr double grip = 5; ///< pixels around a tick that mean the tick

QTimeZone zoneOf(const Trigger &trigger)
{
    return trigger.zone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(trigger.zone);
}

qint64 momentOf(const QDate &date, int minutes, const QTimeZone &zone)
{
    const QDate day = date.addDays(minutes / (24 * 60));
    return QDateTime(day, QTime::fromMSecsSinceStartOfDay(int(minutes % (24 * 60) * minuteMs)), zone)
        .toMSecsSinceEpoch();
}

} // namespace

QList<DayBand::Stretch> DayBands::closedStretches(const Trigger &trigger, qint64 from, qint64 to)
{
    const QTimeZone zone = zoneOf(trigger);
    if (trigger.windows.isEmpty() || !zone.isValid() || from >= to) {
        return {};
    }
    QList<DayBand::Stretch> open;
    const QDate last = QDateTime::fromMSecsSinceEpoch(to, zone).date();
    // A window that began yesterday may still be open.
    for (QDate day = QDateTime::fromMSecsSinceEpoch(from, zone).date().addDays(-1); day <= last; day = day.addDays(1)) {
        for (const TimeWindow &window : trigger.windows) {
            if ((window.days >> (day.dayOfWeek() - 1) & 1) == 0) {
                continue;
            }
            const int end = window.to > window.from ? window.to : window.to + 24 * 60;
            const qint64 begins = std::max(from, momentOf(day, window.from, zone));
            const qint64 ends = std::min(to, momentOf(day, end, zone));
            if (begins < ends) {
                open.append({begins, ends});
            }
        }
    }
    std::sort(open.begin(), open.end());
    QList<DayBand::Stretch> closed;
    qint64 at = from;
    for (const auto &[begins, ends] : std::as_const(open)) {
        if (begins > at) {
            closed.append({at, begins});
        }
        at = std::max(at, ends);
    }
    if (at < to) {
        closed.append({at, to});
    }
    return closed;
}

QRectF DayBands::track(const QRectF &cell)
{
    QRectF inside = cell.adjusted(Theme::gap, 0, -Theme::group, 0);
    inside.setTop(cell.center().y() - trackHeight / 2);
    inside.setHeight(trackHeight);
    return inside;
}

double DayBands::positionOf(qint64 at, qint64 now, const QRectF &track)
{
    return track.left() + track.width() * double(at - now) / double(DayBand::length);
}

qint64 DayBands::timeAt(double x, qint64 now, const QRectF &track)
{
    return now + qint64((x - track.left()) / std::max(1.0, track.width()) * double(DayBand::length));
}

QList<qint64> DayBands::hourMarks(qint64 now, const QRectF &track, int labelWidth)
{
    // Steps that a clock is read by.
    int step = 24;
    for (const int hours : {1, 2, 3, 4, 6, 12}) {
        if (track.width() * hours / 24 >= labelWidth) {
            step = hours;
            break;
        }
    }
    QList<qint64> marks;
    // By the wall clock of the day, so that midnight has a mark also where the clock is changed.
    for (QDateTime at = QDateTime::fromMSecsSinceEpoch(now); at.toMSecsSinceEpoch() <= now + DayBand::length;) {
        at = at.addSecs(3600);
        at.setTime(QTime(at.time().hour(), 0));
        const qint64 ms = at.toMSecsSinceEpoch();
        if (ms > now && ms <= now + DayBand::length && at.time().hour() % step == 0
            && (marks.isEmpty() || marks.last() < ms)) {
            marks.append(ms);
        }
    }
    return marks;
}

void DayBands::paint(QPainter *painter, const QRectF &cell, const DayBand &band, qint64 now, const Look &look)
{
    const QRectF bar = track(cell);
    const auto group = QPalette::Active;
    const QColor ink = look.palette.color(group, look.selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor soft =
        look.palette.color(group, look.selected ? QPalette::HighlightedText : QPalette::PlaceholderText);
    const QColor mark = look.selected ? ink : look.armed ? Theme::color(Theme::Role::Accent) : soft;
    const auto faded = [](QColor color, float share) {
        color.setAlphaF(share);
        return color;
    };
    const auto part = [&](qint64 from, qint64 to) {
        const double left = std::clamp(positionOf(from, now, bar), bar.left(), bar.right());
        const double right = std::clamp(positionOf(to, now, bar), bar.left(), bar.right());
        return QRectF(left, bar.top(), right - left, bar.height());
    };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->fillRect(bar, faded(mark, look.selected ? 0.18F : 0.12F));
    for (const auto &[from, to] : band.closed) {
        // Taken out of the track: what is closed is the ground again, with a thin line that says it goes on.
        const QRectF gone = part(from, to);
        painter->fillRect(gone, look.palette.color(group, look.selected ? QPalette::Highlight : QPalette::Base));
        painter->fillRect(
            QRectF(gone.left(), bar.center().y(), gone.width(), 1), faded(soft, look.selected ? 0.8F : 0.55F));
    }
    const qint64 paused = band.fires.pausedUntil;
    if (paused != 0) {
        const QRectF still = part(now, paused < 0 ? now + DayBand::length : paused);
        painter->setBrushOrigin(bar.topLeft());
        painter->fillRect(still, look.palette.color(group, look.selected ? QPalette::Highlight : QPalette::Base));
        painter->fillRect(still, QBrush(faded(soft, look.selected ? 0.9F : 0.75F), Qt::BDiagPattern));
    }
    if (band.fires.dense) {
        const qint64 begin = paused < 0 ? now + DayBand::length : std::max(now, paused);
        qint64 at = begin;
        const auto fill = [&](qint64 from, qint64 to) {
            if (to > from) {
                painter->fillRect(part(from, to).adjusted(0, 2, 0, -2), faded(mark, look.armed ? 0.75F : 0.45F));
            }
        };
        for (const auto &[from, to] : band.closed) {
            fill(at, from);
            at = std::max(at, to);
        }
        fill(at, now + DayBand::length);
    }
    double pending = -1; // left edge of a bar of ticks that stand too near to each other
    double end = -1;
    const auto flush = [&] {
        const QRectF ticks(pending, bar.top(), end - pending, bar.height());
        if (end - pending > tickWidth) {
            painter->fillRect(ticks.adjusted(0, 2, 0, -2), faded(mark, look.armed ? 0.75F : 0.45F));
        } else if (end >= 0) {
            painter->fillRect(ticks, mark);
        }
    };
    for (const qint64 fire : band.fires.dense ? QList<qint64>() : band.fires.fires) {
        if (fire < now || fire > now + DayBand::length) {
            continue;
        }
        const double x = std::min(std::round(positionOf(fire, now, bar)), bar.right() - tickWidth);
        if (end < 0 || x - end >= denseGap - tickWidth) {
            flush();
            pending = x;
        }
        end = x + tickWidth;
    }
    flush();
    // The present.
    painter->fillRect(QRectF(bar.left() - 1, bar.top() - 3, 1, bar.height() + 6), faded(ink, 0.6F));
    painter->restore();
}

QString DayBands::tip(const DayBand &band, const Job &job, const QString &words, double x, const QRectF &track,
    qint64 now, bool schedulerRuns)
{
    if (!band.isRead()) {
        return {};
    }
    QString text;
    const qint64 at = std::clamp(timeAt(x, now, track), now, now + DayBand::length);
    qint64 nearest = 0;
    for (const qint64 fire : band.fires.fires) {
        if (fire >= now && (nearest == 0 || std::abs(fire - at) < std::abs(nearest - at))) {
            nearest = fire;
        }
    }
    const auto isClosed = [&](const DayBand::Stretch &stretch) { return at >= stretch.first && at < stretch.second; };
    const auto closed = std::find_if(band.closed.cbegin(), band.closed.cend(), isClosed);
    const qint64 paused = band.fires.pausedUntil;
    const bool near = nearest != 0 && std::abs(positionOf(nearest, now, track) - x) <= grip;
    if (paused < 0) {
        text = tr("Paused until it is resumed: would not run.");
    } else if (paused > at && !near) {
        text = tr("Paused until %1: would not run.").arg(JobTexts::moment(paused, now));
    } else if (near && !band.fires.dense) {
        text = tr("%1 — %2", "time, why").arg(JobTexts::moment(nearest, now), words);
    } else if (closed != band.closed.cend()) {
        text = tr("%1 — outside of the job's time windows: does not run.", "time").arg(JobTexts::moment(at, now));
        if (closed->second < now + DayBand::length) {
            text += QLatin1Char(' ') + tr("They open %1.", "time").arg(JobTexts::moment(closed->second, now));
        }
    } else if (band.fires.dense) {
        text = tr("Around %1 — %2", "time, why").arg(JobTexts::moment(at, now), words);
    } else if (nearest != 0) {
        const auto following = std::upper_bound(band.fires.fires.cbegin(), band.fires.fires.cend(), at);
        text = following == band.fires.fires.cend()
            ? tr("%1 — nothing more within a day.", "time").arg(JobTexts::moment(at, now))
            : tr("%1 — nothing until %2.", "time, time")
                  .arg(JobTexts::moment(at, now), JobTexts::moment(*following, now));
    } else {
        text = tr("Nothing within a day.");
    }
    if (!job.enabled) {
        text += QLatin1Char('\n') + tr("The job is switched off.");
    } else if (!schedulerRuns) {
        text += QLatin1Char('\n') + tr("The scheduler is stopped: nothing runs by itself.");
    }
    return text;
}

QString DayBands::summary(const DayBand &band, const Job &job, qint64 now)
{
    if (!band.isRead()) {
        return {};
    }
    if (!job.enabled || band.fires.pausedUntil < 0) {
        return tr("No runs within a day.");
    }
    if (band.fires.dense) {
        return tr("Runs all the time, every %1.").arg(texts::durationWords(band.fires.everyMs));
    }
    const auto first = std::lower_bound(band.fires.fires.cbegin(), band.fires.fires.cend(), now);
    const int count = int(band.fires.fires.cend() - first);
    if (count == 0) {
        return tr("No runs within a day.");
    }
    return tr("%n runs within a day, the first %1.", nullptr, count).arg(JobTexts::next(*first, now));
}

} // namespace vestnik
