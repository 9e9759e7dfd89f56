// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/schedule/jobdelegate.h"

#include "ui/schedule/jobmodel.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDateTime>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

namespace vestnik {
namespace {

constexpr int iconSide = 16;

QPalette::ColorGroup groupOf(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

// Two lines at most, broken between words; the rest of a longer text is cut.
void drawWrapped(QPainter *painter, const QRect &area, const QString &text, const QFontMetrics &metrics)
{
    if (metrics.horizontalAdvance(text) <= area.width()) {
        painter->drawText(area, Qt::AlignVCenter | Qt::TextSingleLine, text);
        return;
    }
    QTextLayout layout(text, painter->font());
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(area.width());
    layout.endLayout();
    const QString first = text.left(line.textLength()).trimmed();
    const QString rest = metrics.elidedText(text.mid(line.textLength()).trimmed(), Qt::ElideRight, area.width());
    const int top = area.center().y() - metrics.height();
    painter->drawText(QRect(area.left(), top, area.width(), metrics.height()), Qt::TextSingleLine, first);
    painter->drawText(
        QRect(area.left(), top + metrics.height(), area.width(), metrics.height()), Qt::TextSingleLine, rest);
}

} // namespace

JobDelegate::JobDelegate(const JobModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
}

int JobDelegate::rowOf(const QModelIndex &index) const
{
    return m_model->rowOf(index.data(JobModel::IdRole).toLongLong());
}

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem empty = option;
    initStyleOption(&empty, index);
    empty.text.clear();
    empty.icon = QIcon();
    empty.features.setFlag(QStyleOptionViewItem::HasDecoration, false);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &empty, painter, option.widget);
    if (index.column() == JobModel::Band) {
        paintBand(painter, empty, index);
    } else {
        paintLines(painter, empty, index);
    }
}

void JobDelegate::paintLines(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const int row = rowOf(index);
    const bool off = row >= 0 && !m_model->at(row).job.enabled;
    const QColor strong = option.palette.color(groupOf(option), selected ? QPalette::HighlightedText : QPalette::Text);
    QColor soft = selected ? strong : option.palette.color(groupOf(option), QPalette::PlaceholderText);
    if (selected) {
        soft.setAlphaF(0.8F);
    }
    QRect area = option.rect.adjusted(Theme::gap, 0, -Theme::gap, 0);
    painter->save();
    painter->setClipRect(option.rect);
    const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
    const QString second = index.data(JobModel::SecondRole).toString();
    const QFontMetrics metrics(option.font);
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() - 1);
    const QFontMetrics smallMetrics(small);
    const int height = second.isEmpty() ? metrics.height() : metrics.height() + smallMetrics.height();
    const int top = area.center().y() - height / 2 + 1;
    if (!icon.isNull()) {
        // Beside the first line: the second explains the first.
        const QRect place(area.left(), top + (metrics.height() - iconSide) / 2, iconSide, iconSide);
        icon.paint(painter, place, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
        area.setLeft(place.right() + 1 + Theme::gap);
    }
    painter->setFont(option.font);
    painter->setPen(off ? soft : strong);
    const QString first = index.data(Qt::DisplayRole).toString();
    if (second.isEmpty()) {
        drawWrapped(painter, area, first, metrics);
    } else {
        painter->drawText(QRect(area.left(), top, area.width(), metrics.height()), Qt::TextSingleLine,
            metrics.elidedText(first, Qt::ElideRight, area.width()));
    }
    if (!second.isEmpty()) {
        painter->setFont(small);
        painter->setPen(soft);
        painter->drawText(QRect(area.left(), top + metrics.height(), area.width(), smallMetrics.height()),
            Qt::TextSingleLine, smallMetrics.elidedText(second, Qt::ElideRight, area.width()));
    }
    painter->restore();
}

void JobDelegate::paintBand(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int row = rowOf(index);
    if (row < 0) {
        return;
    }
    DayBands::Look look;
    look.palette = option.palette;
    look.selected = option.state.testFlag(QStyle::State_Selected);
    look.armed = m_model->at(row).job.enabled;
    DayBands::paint(painter, option.rect, m_model->band(row), m_model->now(), look);
}

QString JobDelegate::bandTip(const QModelIndex &index, const QRectF &cell, double x) const
{
    const int row = rowOf(index);
    return row < 0 ? QString()
                   : DayBands::tip(m_model->band(row), m_model->at(row).job, m_model->words(row), x,
                       DayBands::track(cell), m_model->now(), m_model->schedulerRuns());
}

bool JobDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.column() != JobModel::Band) {
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
    // It goes when the pointer leaves the few pixels that it is about, so that the next one can come.
    const QRect around(event->pos().x() - 3, option.rect.top(), 7, option.rect.height());
    QToolTip::showText(event->globalPos(), bandTip(index, option.rect, event->pos().x()), view->viewport(), around);
    return true;
}

JobHeader::JobHeader(const JobModel *model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_model(model)
{
    setSectionsClickable(true);
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void JobHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    initStyleOptionForIndex(&option, section);
    option.rect = rect;
    const QString text = option.text;
    option.text.clear(); // written here: above the texts of the cells, which have wider margins
    if (section == JobModel::Band) {
        option.sortIndicator = QStyleOptionHeader::None;
    }
    painter->save(); // the style leaves a clip behind
    style()->drawControl(QStyle::CE_Header, &option, painter, this);
    painter->restore();
    painter->save();
    if (section == JobModel::Band) {
        paintHours(painter, rect);
    } else {
        const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == section;
        const QRect area = rect.adjusted(Theme::gap, 0, sorted ? -Theme::group - Theme::grid : -Theme::grid, 0);
        painter->setPen(palette().color(QPalette::ButtonText));
        painter->drawText(
            area, Qt::AlignVCenter | Qt::TextSingleLine, fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    }
    painter->restore();
}

void JobHeader::paintHours(QPainter *painter, const QRect &rect) const
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() - 1);
    painter->setFont(small);
    const QFontMetrics metrics(small);
    const QRectF track = DayBands::track(rect);
    const QColor soft = palette().color(QPalette::PlaceholderText);
    const QString now = tr("now", "left edge of the next 24 hours");
    painter->setPen(soft);
    painter->drawText(QRectF(track.left(), rect.top(), metrics.horizontalAdvance(now) + 2, rect.height() - 3),
        Qt::AlignVCenter | Qt::TextSingleLine, now);
    const double free = track.left() + metrics.horizontalAdvance(now) + Theme::grid;
    const int labelWidth = metrics.horizontalAdvance(QStringLiteral("00:00")) + Theme::gap;
    for (const qint64 hour : DayBands::hourMarks(m_model->now(), track, labelWidth)) {
        const double x = DayBands::positionOf(hour, m_model->now(), track);
        const QString text = QDateTime::fromMSecsSinceEpoch(hour).toString(QStringLiteral("HH:mm"));
        const double width = metrics.horizontalAdvance(text);
        painter->fillRect(QRectF(std::round(x), rect.bottom() - 4, 1, 4), soft);
        if (x - width / 2 >= free && x + width / 2 <= rect.right()) {
            painter->drawText(QRectF(x - width / 2, rect.top(), width + 1, rect.height() - 3),
                Qt::AlignVCenter | Qt::TextSingleLine, text);
        }
    }
}

} // namespace vestnik
