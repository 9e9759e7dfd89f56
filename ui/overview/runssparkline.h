// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/run.h"

#include <QWidget>

namespace vestnik {

/// How the runs of the last 24 hours went: a line of their mean duration, a cross where one failed; the hour under the
/// mouse is told in numbers. GUI thread.
class RunsSparkline final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunsSparkline)

public:
    static constexpr int hours = 24;

    explicit RunsSparkline(QWidget *parent = nullptr);

    /// Boundaries of the hours that end with `now` (ms UTC).
    [[nodiscard]] static QList<qint64> bounds(qint64 now);
    void setHours(const QList<RunCharts::Day> &perHour, qint64 now);
    /// "14:00–15:00: 4 runs, mean 1 min 12 s, 1 failed"
    [[nodiscard]] QString describe(int index) const;
    [[nodiscard]] QSize sizeHint() const override { return {200, 28}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, 24}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool event(QEvent *event) override;

private:
    QList<RunCharts::Day> m_hours;
    qint64 m_now = 0;
};

} // namespace vestnik
