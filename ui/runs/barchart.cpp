// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/barchart.h"

#include <QBarSeries>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QEvent>
#include <QGraphicsLayout>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QStackedBarSeries>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <memory>

namespace vestnik {

qint64 BarChartData::largest() const
{
    qint64 most = 0;
    for (qsizetype slot = 0; slot < slotCount(); ++slot) {
        qint64 sum = 0;
        for (const Bars &one : bars) {
            const qint64 value = one.values.value(slot);
            sum = stacked ? sum + value : std::max(sum, value);
        }
        most = std::max(most, sum);
    }
    return most;
}

BarChart::BarChart(QWidget *parent)
    : QChartView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::NoFocus); // looked at, not worked with
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setBackgroundRoundness(0);
    // Half of the highest and of the last label stand out of the plot.
    chart()->setMargins(QMargins(0, fontMetrics().height() / 2, fontMetrics().averageCharWidth() * 3, 0));
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
}

void BarChart::setData(const BarChartData &data)
{
    m_data = data;
    build();
}

QColor BarChart::colorOf(const BarChartData::Bars &bars) const
{
    return bars.role ? Theme::color(*bars.role) : palette().color(QPalette::PlaceholderText);
}

void BarChart::build()
{
    const QScopedValueRollback building(m_building, true); // what the chart does to itself is no change of ours
    chart()->removeAllSeries();
    const QList<QAbstractAxis *> old = chart()->axes();
    for (QAbstractAxis *axis : old) {
        chart()->removeAxis(axis);
        const std::unique_ptr<QAbstractAxis> gone(axis); // taken out, it belongs to nobody
    }
    if (m_data.slotCount() == 0) {
        return;
    }
    QAbstractBarSeries *series =
        m_data.stacked ? static_cast<QAbstractBarSeries *>(new QStackedBarSeries(chart())) : new QBarSeries(chart());
    for (const BarChartData::Bars &bars : std::as_const(m_data.bars)) {
        auto *set = new QBarSet(bars.name, series);
        for (const qint64 value : bars.values) {
            set->append(double(value));
        }
        set->setColor(colorOf(bars));
        set->setPen(Qt::NoPen);
        series->append(set);
    }
    series->setBarWidth(m_data.bars.size() > 1 && !m_data.stacked ? 0.8 : 0.7);
    chart()->addSeries(series);

    QFont small = font();
    small.setPointSizeF(std::max(6.0, small.pointSizeF() - 1));
    QColor line = palette().color(QPalette::Text);
    line.setAlphaF(0.15F);
    const auto dress = [&](QCategoryAxis *axis) {
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
        axis->setLabelsFont(small);
        axis->setLabelsBrush(palette().color(QPalette::PlaceholderText));
        axis->setGridLinePen(QPen(line, 1));
        axis->setLinePen(QPen(line, 1));
    };
    auto *across = new QCategoryAxis(chart());
    dress(across);
    across->setStartValue(-0.5);
    for (const BarChartData::Label &label : std::as_const(m_data.labels)) {
        across->append(label.text, label.slot);
    }
    across->setRange(-0.5, double(m_data.slotCount()) - 0.5);
    across->setGridLineVisible(false);
    across->setTruncateLabels(false);
    auto *up = new QCategoryAxis(chart());
    dress(up);
    up->setStartValue(-1);
    const qint64 step = std::max<qint64>(1, m_data.step);
    const qint64 top = std::max<qint64>(1, (m_data.largest() + step - 1) / step) * step;
    for (qint64 value = 0; value <= top; value += step) {
        up->append(m_data.valueText ? m_data.valueText(value) : QString::number(value), double(value));
    }
    up->setRange(0, double(top));
    up->setLineVisible(false);
    up->setTruncateLabels(false);
    chart()->addAxis(across, Qt::AlignBottom);
    chart()->addAxis(up, Qt::AlignLeft);
    series->attachAxis(across);
    series->attachAxis(up);
}

int BarChart::slotAt(const QPoint &at) const
{
    if (m_data.slotCount() == 0 || chart()->series().isEmpty()) {
        return -1;
    }
    const QPointF place = chart()->mapFromScene(mapToScene(at));
    const QRectF plot = chart()->plotArea();
    if (place.x() < plot.left() || place.x() >= plot.right() || place.y() < plot.top() || place.y() > plot.bottom()) {
        return -1;
    }
    // Whole columns count: a low bar is hard to meet.
    const double part = (place.x() - plot.left()) / plot.width();
    return std::clamp(int(std::floor(part * double(m_data.slotCount()))), 0, int(m_data.slotCount()) - 1);
}

QString BarChart::legend() const
{
    QStringList parts;
    for (const BarChartData::Bars &bars : m_data.bars) {
        parts.append(
            QStringLiteral("<span style='color:%1'>■</span> %2")
                .arg(colorOf(bars).name(), bars.name.toHtmlEscaped().replace(QLatin1Char(' '), QChar(QChar::Nbsp))));
    }
    return parts.join(QStringLiteral("&nbsp; "));
}

void BarChart::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    const int slot = slotAt(event->pos());
    if (slot < 0 || !m_data.slotText) {
        QToolTip::hideText();
        return;
    }
    QToolTip::showText(event->globalPosition().toPoint(), m_data.slotText(slot), viewport());
}

void BarChart::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    QToolTip::hideText();
}

void BarChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    const bool looks = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange;
    if (looks && !m_building) {
        build();
    }
}

} // namespace vestnik
