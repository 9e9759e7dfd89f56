// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/controls.h"

#include <QAction>
#include <QEnterEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QStyleOptionFocusRect>
#include <QVBoxLayout>

namespace vestnik {
namespace {

QLabel *makeLabel(const QString &text, QWidget *parent, int points, QFont::Weight weight)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() + points);
    font.setWeight(weight);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

QLabel *titleLabel(const QString &text, QWidget *parent)
{
    return makeLabel(text, parent, 5, QFont::DemiBold);
}

QLabel *sectionLabel(const QString &text, QWidget *parent)
{
    return makeLabel(text, parent, 1, QFont::DemiBold);
}

QLabel *secondaryLabel(const QString &text, QWidget *parent)
{
    QLabel *label = makeLabel(text, parent, -1, QFont::Normal);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    return label;
}

QFrame *separatorLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    // Filled, not a frame's line: that one is lost at fractional scales.
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    line->setFixedHeight(1);
    return line;
}

void setActionTip(QAction *action, const QString &text, const QString &disabledReason)
{
    QString tip = text;
    if (!action->shortcut().isEmpty()) {
        tip += QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText));
    }
    if (!disabledReason.isEmpty()) {
        tip += QLatin1Char('\n') + disabledReason;
    }
    action->setToolTip(tip);
    action->setStatusTip(disabledReason);
}

ElidedLabel::ElidedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setFullText(const QString &text)
{
    if (text != m_full) {
        m_full = text;
        setAccessibleName(text);
        updateGeometry();
        update();
    }
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, fontMetrics().height()};
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_full) + 2, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(m_full, Qt::ElideRight, width());
    painter.drawText(rect(), int(alignment() | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    if (const QString tip = shown == m_full ? QString() : m_full; tip != toolTip()) {
        setToolTip(tip);
    }
}

LinkButton::LinkButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize LinkButton::sizeHint() const
{
    // Two more: advances are rounded, and a text that just fits would be cut.
    return {fontMetrics().horizontalAdvance(text()) + 2 * Theme::grid + 2, fontMetrics().height() + Theme::grid};
}

QSize LinkButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 6, fontMetrics().height() + Theme::grid};
}

void LinkButton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    const QRect inside = rect().adjusted(Theme::grid, 0, -Theme::grid, 0);
    if (underMouse() && isEnabled()) {
        QFont underlined = font();
        underlined.setUnderline(true);
        painter.setFont(underlined);
    }
    painter.setPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, foregroundRole()));
    painter.drawText(inside, Qt::AlignVCenter | Qt::TextSingleLine,
        fontMetrics().elidedText(text(), Qt::ElideRight, inside.width()));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

void LinkButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void LinkButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

IconLabel::IconLabel(int side, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
}

void IconLabel::setIcon(const QIcon &icon, QIcon::Mode mode)
{
    m_icon = icon;
    m_mode = mode;
    update();
}

void IconLabel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    m_icon.paint(&painter, rect(), Qt::AlignCenter, m_mode);
}

StateDot::StateDot(QWidget *parent)
    : StateDot(10, parent)
{
}

StateDot::StateDot(int side, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(side, side);
    setFocusPolicy(Qt::NoFocus);
}

void StateDot::setRole(std::optional<Theme::Role> role)
{
    m_role = role;
    update();
}

void StateDot::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_role ? Theme::color(*m_role) : palette().color(QPalette::PlaceholderText));
    painter.drawEllipse(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

Card::Card(const QString &heading, QWidget *parent)
    : QFrame(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::group, Theme::group - Theme::grid, Theme::group, Theme::group);
    layout->setSpacing(Theme::gap);
    auto *top = new QHBoxLayout;
    top->addWidget(sectionLabel(heading, this));
    top->addStretch();
    m_note = secondaryLabel({}, this);
    m_note->setWordWrap(false);
    top->addWidget(m_note);
    layout->addLayout(top);
    m_body = new QVBoxLayout;
    m_body->setSpacing(Theme::gap);
    layout->addLayout(m_body, 1);
}

void Card::setNote(const QString &text)
{
    m_note->setText(text);
}

void Card::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    // Fields are sunk into the ground: in the dark it must be lighter than they are.
    const bool dark = palette().color(QPalette::Window).lightness() < 128;
    painter.setBrush(palette().color(dark ? QPalette::Midlight : QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::radius, Theme::radius);
}

EmptyState::EmptyState(const QString &iconName, const QString &sentence, QAction *action, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::section, Theme::section, Theme::section, Theme::section);
    layout->setSpacing(Theme::group);
    layout->addStretch(2);
    auto *picture = new IconLabel(40, this);
    picture->setIcon(Theme::icon(iconName), QIcon::Disabled);
    layout->addWidget(picture, 0, Qt::AlignHCenter);
    auto *label = new QLabel(sentence, this);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    layout->addWidget(label);
    if (action) {
        auto *button = new QPushButton(action->text(), this);
        button->setObjectName(QStringLiteral("emptyStateButton"));
        button->setIcon(action->icon());
        button->setToolTip(action->toolTip());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        layout->addWidget(button, 0, Qt::AlignHCenter);
    }
    layout->addStretch(3);
}

} // namespace vestnik
