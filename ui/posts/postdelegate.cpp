// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/posts/postdelegate.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include "ui/posts/postmodel.h"
#include "ui/widgets/texts.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <array>

namespace vestnik {
namespace {

constexpr int circleSide = 32;
constexpr int markSide = 14;
constexpr int maxMarks = 4;

/// Each dark enough for white letters (4.5:1) and light enough for a dark ground (3:1).
constexpr std::array<QRgb, 8> initialColors{
    0xffb4452f, 0xff9a5b00, 0xff5f7200, 0xff2e7d32, 0xff00796b, 0xff1a6fb8, 0xff6a55c2, 0xffa83279};

QFont smaller(QFont font)
{
    font.setPointSizeF(std::max(6.0, font.pointSizeF() - 1));
    return font;
}

QStringList markIcons(const PostSummary &post)
{
    QStringList icons;
    switch (post.kind) {
    case PostKind::Text:
    case PostKind::Service:
        break;
    case PostKind::Unsupported:
        icons.append(QStringLiteral("warning"));
        break;
    default:
        icons.append(postKindName(post.kind));
        break;
    }
    if (post.hasLink) {
        icons.append(QStringLiteral("link"));
    }
    if (post.edited) {
        icons.append(QStringLiteral("edited"));
    }
    if (post.tagCount > 0) {
        icons.append(QStringLiteral("tag"));
    }
    if (post.hasNote) {
        icons.append(QStringLiteral("note"));
    }
    if (post.deleted) {
        icons.append(QStringLiteral("remove"));
    }
    if (post.starred) {
        icons.append(QStringLiteral("star-on"));
    }
    // Words tell more than the least of the marks.
    for (const char *least : {"link", "edited", "tag"}) {
        if (icons.size() > maxMarks) {
            icons.removeAll(QLatin1String(least));
        }
    }
    return icons;
}

QIcon::Mode iconMode(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected) ? QIcon::Selected : QIcon::Normal;
}

} // namespace

PostDelegate::PostDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

int PostDelegate::rowHeight(const QFont &font)
{
    return std::max(2 * QFontMetrics(font).height() + 2, circleSide) + 2 * Theme::gap;
}

QSize PostDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    return {200, rowHeight(option.font)};
}

void PostDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const PostModel *>(index.model());
    const PostSummary *post = model == nullptr ? nullptr : model->wanted(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, option);
    if (post == nullptr) {
        paintLoading(painter, option);
    } else {
        const QRect inner = option.rect.adjusted(12, Theme::gap, -12, -Theme::gap);
        const QRect circle(inner.left(), inner.center().y() - circleSide / 2, circleSide, circleSide);
        paintInitial(painter, circle, *post, option.font, option.state.testFlag(QStyle::State_Selected));
        paintLines(painter, inner.adjusted(circleSide + 12, 0, 0, 0), *post, option);
    }
    painter->restore();
}

void PostDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option) const
{
    QStyleOptionViewItem empty = option;
    empty.text.clear();
    empty.features = QStyleOptionViewItem::None;
    const QStyle *style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &empty, painter, option.widget);
    QColor line = option.palette.color(QPalette::Text);
    line.setAlphaF(0.09F);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), line);
}

void PostDelegate::paintLoading(QPainter *painter, const QStyleOptionViewItem &option)
{
    QColor gray = option.palette.color(QPalette::Text);
    gray.setAlphaF(0.10F);
    painter->setPen(Qt::NoPen);
    painter->setBrush(gray);
    const QRect inner = option.rect.adjusted(12, Theme::gap, -12, -Theme::gap);
    painter->drawEllipse(QRect(inner.left(), inner.center().y() - circleSide / 2, circleSide, circleSide));
    const int left = inner.left() + circleSide + 12;
    const int width = inner.right() - left;
    const int height = option.fontMetrics.xHeight() + 2;
    painter->drawRoundedRect(left, inner.top() + Theme::grid, width * 2 / 5, height, 3, 3);
    painter->drawRoundedRect(left, inner.bottom() - Theme::grid - height, width * 4 / 5, height, 3, 3);
}

void PostDelegate::paintInitial(
    QPainter *painter, const QRect &circle, const PostSummary &post, const QFont &font, bool selected)
{
    const QString name = post.channelTitle.isEmpty() ? post.channel : post.channelTitle;
    QString initial;
    for (qsizetype i = 0; i < name.size() && initial.isEmpty(); ++i) {
        if (name.at(i).isLetterOrNumber()) {
            initial = name.at(i).toUpper();
        }
    }
    painter->setPen(selected ? QPen(Qt::white, 1.5) : QPen(Qt::NoPen)); // may be the colour of the selection
    painter->setBrush(QColor(initialColors.at(std::size_t(post.channelId) % initialColors.size())));
    painter->drawEllipse(circle);
    QFont bold = font;
    bold.setWeight(QFont::DemiBold);
    bold.setPixelSize(15);
    painter->setFont(bold);
    painter->setPen(Qt::white);
    painter->drawText(circle, Qt::AlignCenter, initial);
}

void PostDelegate::paintLines(
    QPainter *painter, const QRect &area, const PostSummary &post, const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto group = option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor strong = option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    QColor soft = selected ? strong : option.palette.color(group, QPalette::PlaceholderText);
    if (selected) {
        soft.setAlphaF(0.85F);
    }
    const int lineHeight = option.fontMetrics.height();
    const QRect first(area.left(), area.center().y() - lineHeight - 1, area.width(), lineHeight);
    const QRect second(area.left(), area.center().y() + 1, area.width(), lineHeight);

    const QFont small = smaller(option.font);
    const QString time = texts::when(post.postedAt);
    const int timeWidth = QFontMetrics(small).horizontalAdvance(time) + 1;
    painter->setFont(small);
    painter->setPen(soft);
    painter->drawText(first, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, time);

    QFont nameFont = option.font;
    nameFont.setWeight(post.unread ? QFont::DemiBold : QFont::Normal);
    const QFontMetrics nameMetrics(nameFont);
    QRect nameArea = first.adjusted(0, 0, -timeWidth - Theme::gap, 0);
    if (post.unread) {
        const QColor dot = selected ? strong : Theme::color(Theme::Role::Accent);
        painter->setPen(Qt::NoPen);
        painter->setBrush(dot);
        painter->drawEllipse(QPointF(nameArea.left() + 3.5, nameArea.center().y() + 1), 3.5, 3.5);
        nameArea.setLeft(nameArea.left() + 12);
    }
    painter->setFont(nameFont);
    painter->setPen(strong);
    const QString name = post.channelTitle.isEmpty() ? post.channel : post.channelTitle;
    painter->drawText(nameArea, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        nameMetrics.elidedText(name, Qt::ElideRight, nameArea.width()));

    const int marks = paintMarks(painter, second, post, option, soft);
    const QRect textArea(second.left(), second.top(), marks - Theme::gap - second.left(), second.height());
    QFont textFont = option.font;
    textFont.setItalic(post.excerpt.isEmpty());
    textFont.setStrikeOut(post.deleted);
    painter->setFont(textFont);
    painter->setPen(post.unread ? strong : soft);
    const QString text = post.excerpt.isEmpty() ? texts::postKind(post.kind) : post.excerpt;
    painter->drawText(textArea, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(textFont).elidedText(text, Qt::ElideRight, textArea.width()));
}

int PostDelegate::paintMarks(QPainter *painter, const QRect &line, const PostSummary &post,
    const QStyleOptionViewItem &option, const QColor &soft)
{
    int right = line.right() + 1;
    const QFont small = smaller(option.font);
    if (post.views >= 0) {
        const QString views = texts::shortNumber(post.views);
        const QFontMetrics metrics(small);
        painter->setFont(small);
        painter->setPen(soft);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, views);
        right -= metrics.horizontalAdvance(views) + Theme::grid;
        const QRect eye(right - markSide, line.center().y() - markSide / 2 + 1, markSide, markSide);
        painter->setOpacity(0.65);
        Theme::icon(QStringLiteral("views")).paint(painter, eye, Qt::AlignCenter, iconMode(option));
        painter->setOpacity(1);
        right -= markSide;
    }
    const QStringList icons = markIcons(post);
    for (auto it = icons.crbegin(); it != icons.crend(); ++it) {
        right -= markSide + 6;
        const QRect mark(right, line.center().y() - markSide / 2 + 1, markSide, markSide);
        const bool star = *it == QLatin1String("star-on");
        painter->setOpacity(star ? 1 : 0.65);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QIcon icon = star && !selected ? Theme::icon(*it, Theme::Role::Warning) : Theme::icon(*it);
        icon.paint(painter, mark, Qt::AlignCenter, iconMode(option));
        painter->setOpacity(1);
    }
    return right;
}

} // namespace vestnik
