// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/newspill.h"

#include "ui/widgets/theme.h"

#include <QPainter>

namespace vestnik {

NewsPill::NewsPill(QWidget *parent)
    : QPushButton(parent)
{
    setIcon(Theme::icon(QStringLiteral("up")));
    setAutoDefault(false);
    hide();
}

QSize NewsPill::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 44, fontMetrics().height() + 10};
}

void NewsPill::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = palette().color(QPalette::Active, QPalette::Highlight);
    if (isDown() || underMouse()) {
        ground = ground.darker(115);
    }
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::Text), 1) : QPen(Qt::NoPen));
    painter.setBrush(ground);
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
    painter.setPen(palette().color(QPalette::Active, QPalette::HighlightedText));
    icon().paint(&painter, QRect(12, (height() - 14) / 2, 14, 14), Qt::AlignCenter, QIcon::Selected);
    painter.drawText(rect().adjusted(30, 0, -14, 0), Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace vestnik
