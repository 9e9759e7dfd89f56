// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/overview/runssparkline.h"

#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace vestnik {
namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr double cross = 3; // pixels from its middle

int ended(const RunCharts::Day &hour)
{
    return hour.done + hour.failed + hour.stopped;
}

} // namespace

RunsSparkline::RunsSparkline(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("runsSparkline"));
    setAccessibleName(tr("Durations of runs per hour"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QList<qint64> RunsSparkline::bounds(qint64 now)
{
    QList<qint64> all;
    for (int i = hours; i >= 0; --i) {
        all.append(now - i * hourMs);
    }
    return all;
}

void RunsSparkline::setHours(const QList<RunCharts::Day> &perHour, qint64 now)
{
    m_hours = perHour;
    m_now = now;
    QStringList told;
    for (int i = 0; i < m_hours.size(); ++i) {
        if (ended(m_hours.at(i)) > 0) {
            told.append(describe(i));
        }
    }
    setAccessibleDescription(told.join(QLatin1Char('\n')));
    update();
}

QString RunsSparkline::describe(int index) const
{
    const RunCharts::Day &hour = m_hours.at(index);
    const qint64 from = m_now - (m_hours.size() - index) * hourMs;
    const auto time = [](qint64 ms) { return QDateTime::fromMSecsSinceEpoch(ms).toString(QStringLiteral("HH:mm")); };
    QString text = tr("%1–%2: %n runs", nullptr, ended(hour)).arg(time(from), time(from + hourMs));
    if (hour.meanMs >= 0) {
        text += QLatin1String(", ") + tr("mean %1", "duration").arg(texts::durationWords(hour.meanMs));
    }
    if (hour.failed > 0) {
        text += QLatin1String(", ") + tr("%n failed", "runs", hour.failed);
    }
    if (hour.skipped > 0) {
        text += QLatin1String(", ") + tr("%n skipped or missed", "runs", hour.skipped);
    }
    return text;
}

void RunsSparkline::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_hours.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    qint64 longest = 1;
    for (const RunCharts::Day &hour : std::as_const(m_hours)) {
        longest = std::max(longest, hour.meanMs);
    }
    const double wide = double(width()) / double(m_hours.size());
    const double ground = height() - cross - 1;
    const double tall = ground - cross - 1;
    const auto place = [&](int i) {
        return QPointF(
            (i + 0.5) * wide, ground - tall * double(std::max<qint64>(0, m_hours.at(i).meanMs)) / double(longest));
    };
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
    QPainterPath line;
    bool joined = false;
    for (int i = 0; i < m_hours.size(); ++i) {
        if (m_hours.at(i).meanMs < 0) {
            joined = false; // hours without runs leave a gap
            continue;
        }
        const bool alone = !joined && (i + 1 == m_hours.size() || m_hours.at(i + 1).meanMs < 0);
        if (joined) {
            line.lineTo(place(i));
        } else {
            line.moveTo(place(i));
        }
        if (alone) {
            line.addEllipse(place(i), 1, 1);
            line.moveTo(place(i));
        }
        joined = true;
    }
    painter.setPen(QPen(Theme::color(Theme::Role::Accent), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(line);
    painter.setPen(QPen(Theme::color(Theme::Role::Bad), 2, Qt::SolidLine, Qt::RoundCap));
    for (int i = 0; i < m_hours.size(); ++i) {
        if (m_hours.at(i).failed > 0) {
            const QPointF at = place(i);
            painter.drawLine(at + QPointF(-cross, -cross), at + QPointF(cross, cross));
            painter.drawLine(at + QPointF(-cross, cross), at + QPointF(cross, -cross));
        }
    }
}

bool RunsSparkline::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_hours.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index =
            std::clamp(int(help->pos().x() * m_hours.size() / std::max(1, width())), 0, int(m_hours.size()) - 1);
        QToolTip::showText(help->globalPos(), describe(index), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace vestnik
