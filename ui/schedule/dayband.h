// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/job.h"

#include <QCoreApplication>
#include <QList>
#include <QPalette>
#include <QRectF>

#include <utility>

class QPainter;

namespace vestnik {

/// What will happen to a job within a day. All times ms UTC. A value.
struct DayBand {
    using Stretch = std::pair<qint64, qint64>; ///< from, to (excluded)
    static constexpr qint64 length = 24LL * 60 * 60 * 1000;

    qint64 from = 0; ///< the present when it was read
    JobFires fires;
    QList<Stretch> closed; ///< the windows of the job allow nothing there; ascending, apart from each other

    [[nodiscard]] bool isRead() const { return from > 0; }
};

/// Paints bands and tells what stands where in them. GUI thread.
class DayBands {
    Q_DECLARE_TR_FUNCTIONS(vestnik::DayBands)

public:
    /// Stretches of from … to in which the trigger's windows allow nothing; empty without windows. In a zone that is
    /// not known everything is open.
    [[nodiscard]] static QList<DayBand::Stretch> closedStretches(const Trigger &trigger, qint64 from, qint64 to);

    /// The band's bar inside of a cell.
    [[nodiscard]] static QRectF track(const QRectF &cell);
    /// `now` is at the left edge; may lie outside of the track.
    [[nodiscard]] static double positionOf(qint64 at, qint64 now, const QRectF &track);
    [[nodiscard]] static qint64 timeAt(double x, qint64 now, const QRectF &track);
    /// Full hours that get a mark, so that labels of this width do not touch.
    [[nodiscard]] static QList<qint64> hourMarks(qint64 now, const QRectF &track, int labelWidth);

    struct Look {
        QPalette palette;
        bool selected = false;
        bool armed = true; ///< fires by itself: colours; otherwise grey
    };
    static void paint(QPainter *painter, const QRectF &cell, const DayBand &band, qint64 now, const Look &look);

    /// What there is at this place and why. `words`: the trigger in words. `schedulerRuns` false adds that nothing runs
    /// by itself.
    [[nodiscard]] static QString tip(const DayBand &band, const Job &job, const QString &words, double x,
        const QRectF &track, qint64 now, bool schedulerRuns);
    /// The whole band in a sentence, for screen readers.
    [[nodiscard]] static QString summary(const DayBand &band, const Job &job, qint64 now);
};

} // namespace vestnik
