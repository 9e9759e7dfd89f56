// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/channels/channeldelegate.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include "ui/widgets/theme.h"

namespace vestnik {

ChannelDelegate::ChannelDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void ChannelDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == ChannelModel::Active) {
        option->displayAlignment = Qt::AlignCenter;
    }
}

void ChannelDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool ours = index.column() == ChannelModel::State || index.column() == ChannelModel::Title
        || index.column() == ChannelModel::Posts;
    if (!ours) {
        QStyledItemDelegate::paint(painter, option, index);
        if (index.column() == ChannelModel::Active) {
            paintBox(painter, option, index);
        }
        return;
    }
    QStyleOptionViewItem empty = option;
    initStyleOption(&empty, index);
    empty.text.clear();
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &empty, painter, option.widget);
    if (index.column() == ChannelModel::State) {
        const auto state = static_cast<ChannelState>(index.data(ChannelModel::RawRole).toInt());
        paintDot(painter, option.rect, state, option.palette);
    } else if (index.column() == ChannelModel::Title) {
        paintTitle(painter, empty, index);
    } else {
        paintNumber(painter, empty, index);
    }
}

void ChannelDelegate::paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    const QRect box = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &cell, option.widget);
    // Some styles draw an empty box in the colour of a dark ground.
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QColor line = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    line.setAlphaF(0.5F);
    painter->save();
    painter->setPen(line);
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5));
    painter->restore();
}

void ChannelDelegate::paintNumber(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    painter->save();
    painter->setFont(option.font);
    painter->setPen(option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text));
    // Wider than the style's margin: the text of the next column begins at the edge.
    painter->drawText(option.rect.adjusted(0, 0, -Theme::group, 0),
        Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, index.data(Qt::DisplayRole).toString());
    painter->restore();
}

void ChannelDelegate::paintDot(QPainter *painter, const QRectF &rect, ChannelState state, const QPalette &palette)
{
    constexpr qreal size = 10;
    const QRectF dot(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size);
    QColor color = palette.color(QPalette::PlaceholderText);
    switch (state) {
    case ChannelState::Failing:
        color = Theme::color(Theme::Role::Bad);
        break;
    case ChannelState::Waiting:
        color = Theme::color(Theme::Role::Warning);
        break;
    case ChannelState::Reading:
        color = Theme::color(Theme::Role::Info);
        break;
    case ChannelState::Good:
        color = Theme::color(Theme::Role::Good);
        break;
    case ChannelState::New:
    case ChannelState::Paused:
        break;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (state == ChannelState::Paused || state == ChannelState::New) {
        painter->setPen(QPen(color, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(dot.adjusted(1, 1, -1, -1));
        if (state == ChannelState::Paused) {
            painter->drawLine(
                QPointF(dot.left() + 2.5, dot.center().y()), QPointF(dot.right() - 2.5, dot.center().y()));
        }
    } else if (state == ChannelState::Reading) {
        painter->setPen(QPen(color, 1.5));
        painter->drawEllipse(dot.adjusted(0.5, 0.5, -0.5, -0.5));
        painter->setBrush(color);
        painter->setPen(Qt::NoPen);
        painter->drawPie(dot, 90 * 16, -180 * 16);
    } else if (state == ChannelState::Failing) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawPolygon(QPolygonF{QPointF(dot.center().x(), dot.top() - 0.5),
            QPointF(dot.right() + 1, dot.bottom()), QPointF(dot.left() - 1, dot.bottom())});
    } else {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color);
        painter->drawEllipse(dot);
    }
    painter->restore();
}

void ChannelDelegate::paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QPalette::ColorGroup group =
        option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor strong = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    QColor soft = selected ? strong : option.palette.color(group, QPalette::PlaceholderText);
    if (selected) {
        soft.setAlphaF(0.8F);
    }
    const QRect area = option.rect.adjusted(Theme::grid, 0, -Theme::grid, 0);
    const QString title = index.data(Qt::DisplayRole).toString();
    const QString name = QLatin1Char('@') + index.data(ChannelModel::NameRole).toString();
    const QFontMetrics metrics(option.font);
    const bool titled = title != name;
    const int nameWidth = titled ? metrics.horizontalAdvance(name) + Theme::gap : 0;
    // The title matters more: the name gives way until the title has all it needs, but never below a third.
    const int wanted = metrics.horizontalAdvance(title) + 2;
    const int titleWidth = std::min(wanted, std::max(area.width() - nameWidth, area.width() * 2 / 3));
    painter->save();
    painter->setFont(option.font);
    painter->setPen(strong);
    painter->drawText(QRect(area.left(), area.top(), titleWidth, area.height()), Qt::AlignVCenter | Qt::TextSingleLine,
        titleWidth < wanted ? metrics.elidedText(title, Qt::ElideRight, titleWidth) : title);
    const QRect rest = area.adjusted(titleWidth + Theme::gap, 0, 0, 0);
    if (titled && rest.width() > metrics.averageCharWidth() * 4) {
        painter->setPen(soft);
        painter->drawText(
            rest, Qt::AlignVCenter | Qt::TextSingleLine, metrics.elidedText(name, Qt::ElideRight, rest.width()));
    }
    painter->restore();
}

} // namespace vestnik
