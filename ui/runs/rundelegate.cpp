// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runs/rundelegate.h"

#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

namespace vestnik {

RunDelegate::RunDelegate(int barColumn, int permilleRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_barColumn(barColumn)
    , m_permilleRole(permilleRole)
{
}

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QVariant permille = index.column() == m_barColumn ? index.data(m_permilleRole) : QVariant();
    const bool number = cell.displayAlignment.testFlag(Qt::AlignRight);
    if (!number && !permille.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QString text = cell.text;
    cell.text.clear();
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor ink = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    painter->setFont(option.font);
    painter->setPen(ink);
    if (number) {
        // Wider than the style's margin: the text of the next column begins at the edge.
        painter->drawText(
            option.rect.adjusted(0, 0, -12, 0), Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
    } else {
        constexpr int thick = 3;
        const QRect area = option.rect.adjusted(Theme::grid, 0, -Theme::gap, 0);
        painter->drawText(area.adjusted(0, 0, 0, -thick - 1), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
            QFontMetrics(option.font).elidedText(text, Qt::ElideRight, area.width()));
        const QRectF track(area.left(), area.bottom() - thick - 2, area.width(), thick);
        QColor ground = ink;
        ground.setAlphaF(0.2F);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(track, thick / 2.0, thick / 2.0);
        const double done = permille.toInt() / 1000.0;
        const bool mirrored = option.direction == Qt::RightToLeft;
        QRectF bar = track;
        bar.setWidth(track.width() * done);
        if (mirrored) {
            bar.moveRight(track.right());
        }
        painter->setBrush(selected ? ink : Theme::color(Theme::Role::Accent));
        painter->drawRoundedRect(bar, thick / 2.0, thick / 2.0);
    }
    painter->restore();
}

} // namespace vestnik
