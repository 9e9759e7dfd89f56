// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/theme.h"

#include <QChartView>

#include <functional>
#include <optional>

namespace vestnik {

/// What a BarChart draws. A value.
struct BarChartData {
    struct Bars {
        QString name;
        std::optional<Theme::Role> role; ///< nullopt: grey
        QList<qint64> values; ///< one a slot
    };
    struct Label {
        int slot = 0;
        QString text; ///< no two alike
    };
    QList<Bars> bars;
    bool stacked = false; ///< otherwise side by side
    QList<Label> labels; ///< below the slots, ascending
    qint64 step = 1; ///< between the lines
    std::function<QString(qint64)> valueText; ///< beside the lines
    std::function<QString(int)> slotText; ///< exact values of a slot, for the tooltip

    [[nodiscard]] qsizetype slotCount() const { return bars.isEmpty() ? 0 : bars.first().values.size(); }
    /// Of one bar, or of one stack.
    [[nodiscard]] qint64 largest() const;
};

/// Bars over time in the colours of the theme, with the values of what is under the mouse in a tooltip. GUI thread.
class BarChart final : public QChartView {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BarChart)

public:
    explicit BarChart(QWidget *parent = nullptr);

    void setData(const BarChartData &data);
    [[nodiscard]] const BarChartData &data() const { return m_data; }
    /// The slot at a place of the view; -1 beside all.
    [[nodiscard]] int slotAt(const QPoint &at) const;
    /// Name and colour of each kind of bars, as rich text.
    [[nodiscard]] QString legend() const;

    [[nodiscard]] QSize sizeHint() const override { return {240, 120}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 80}; }

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QColor colorOf(const BarChartData::Bars &bars) const;

    BarChartData m_data;
    bool m_building = false;
};

} // namespace vestnik
