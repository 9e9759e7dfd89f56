// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QWidget>

namespace vestnik {

/// Posts per hour of the last 24 hours as bars, oldest at the left; the hour under the mouse is told in numbers.
class HoursChart final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HoursChart)

public:
    explicit HoursChart(QWidget *parent = nullptr);

    /// 24 counts, oldest first; `now` (ms UTC) is the end of the last one.
    void setCounts(const QList<int> &counts, qint64 now);
    [[nodiscard]] QSize sizeHint() const override { return {320, 120}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 90}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF slot(int index) const;
    [[nodiscard]] QString describe(int index) const;

    QList<int> m_counts;
    qint64 m_now = 0;
};

} // namespace vestnik
