// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/hourschart.h"

#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace vestnik {
namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr int labelEvery = 4; // hours

} // namespace

HoursChart::HoursChart(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("hoursChart"));
    setAccessibleName(tr("Posts per hour"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void HoursChart::setCounts(const QList<int> &counts, qint64 now)
{
    m_counts = counts;
    m_now = now;
    const int most = m_counts.isEmpty() ? 0 : *std::max_element(m_counts.cbegin(), m_counts.cend());
    setAccessibleDescription(tr("At most %n posts in an hour", nullptr, most));
    update();
}

QRectF HoursChart::slot(int index) const
{
    const double wide = double(width()) / double(std::max<qsizetype>(1, m_counts.size()));
    return {index * wide, 0, wide, double(height() - fontMetrics().height() - Theme::grid)};
}

QString HoursChart::describe(int index) const
{
    const qint64 from = m_now - (m_counts.size() - index) * hourMs;
    const auto time = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("HH:mm")); };
    return tr("%1–%2: %n posts", nullptr, m_counts.at(index)).arg(time(from), time(from + hourMs));
}

void HoursChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 1);
    painter.setFont(small);
    const int most = m_counts.isEmpty() ? 0 : *std::max_element(m_counts.cbegin(), m_counts.cend());
    const double ground = slot(0).bottom();
    const double top = fontMetrics().height() + 2;
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(QPointF(0, ground + 0.5), QPointF(width(), ground + 0.5));
    bool mostTold = false;
    for (int i = 0; i < m_counts.size(); ++i) {
        const QRectF place = slot(i);
        const int count = m_counts.at(i);
        const double share = most > 0 ? double(count) / most : 0;
        const double tall = count > 0 ? std::max(2.0, share * (ground - top)) : 0;
        const QRectF bar = QRectF(place.left() + 1.5, ground - tall, place.width() - 3, tall);
        painter.setPen(Qt::NoPen);
        QColor color = Theme::color(Theme::Role::Accent);
        color.setAlphaF(i == m_counts.size() - 1 ? 1.0F : 0.72F);
        painter.setBrush(color);
        painter.drawRoundedRect(bar, 2, 2);
        painter.setPen(palette().color(QPalette::PlaceholderText));
        if (count == most && most > 0 && !mostTold) {
            mostTold = true;
            const QString number = texts::number(count);
            const double wide = painter.fontMetrics().horizontalAdvance(number) + 2;
            const double left = std::clamp(bar.center().x() - wide / 2, 0.0, width() - wide);
            painter.drawText(QRectF(left, bar.top() - top, wide, top), Qt::AlignCenter, number);
        }
        // The label stands where an hour begins that can be divided by four.
        const qint64 end = m_now - (m_counts.size() - 1 - i) * hourMs;
        const QTime time = QDateTime::fromMSecsSinceEpoch(end).time();
        if (time.hour() % labelEvery == 0) {
            const QString text = QStringLiteral("%1:00").arg(time.hour());
            const double at =
                place.right() - place.width() * double(time.msecsSinceStartOfDay() % hourMs) / double(hourMs);
            const double wide = painter.fontMetrics().horizontalAdvance(text) + 2;
            const double left = std::clamp(at - wide / 2, 0.0, width() - wide);
            painter.drawText(QRectF(left, ground + 2, wide, height() - ground - 2), Qt::AlignCenter, text);
        }
    }
}

bool HoursChart::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_counts.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = std::clamp(int(help->pos().x() / slot(0).width()), 0, int(m_counts.size()) - 1);
        QToolTip::showText(help->globalPos(), describe(index), this, slot(index).toRect());
        return true;
    }
    return QWidget::event(event);
}

} // namespace vestnik
