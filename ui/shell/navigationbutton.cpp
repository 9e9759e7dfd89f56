// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/navigationbutton.h"

#include "ui/widgets/theme.h"

#include <QEnterEvent>
#include <QPainter>

namespace vestnik {

NavigationButton::NavigationButton(const QString &title, const QString &iconName, QWidget *parent)
    : QAbstractButton(parent)
    , m_title(title)
{
    setText(title);
    setIcon(Theme::icon(iconName));
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void NavigationButton::setCounter(const QString &text, bool attention)
{
    m_counter = text;
    m_attention = attention;
    describe();
    update();
}

void NavigationButton::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    update();
}

void NavigationButton::setShortcutText(const QString &text)
{
    m_shortcutText = text;
    describe();
}

void NavigationButton::describe()
{
    QString tip = m_title;
    if (!m_counter.isEmpty()) {
        tip += QStringLiteral(" · ") + m_counter;
    }
    setAccessibleName(m_title);
    if (m_attention) {
        setAccessibleDescription(
            m_counter.isEmpty() ? tr("needs attention") : tr("%1, needs attention").arg(m_counter));
    } else {
        setAccessibleDescription(m_counter);
    }
    if (!m_shortcutText.isEmpty()) {
        tip += QStringLiteral(" (%1)").arg(m_shortcutText);
    }
    setToolTip(tip);
}

QSize NavigationButton::sizeHint() const
{
    return {40, fontMetrics().height() + 12};
}

void NavigationButton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ground = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? Theme::tint(Theme::Role::Accent) : palette().color(QPalette::Midlight));
        painter.drawRoundedRect(ground, Theme::radius, Theme::radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(Theme::color(Theme::Role::Accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(ground, Theme::radius, Theme::radius);
    }
    constexpr int side = 20;
    const int iconX = m_collapsed ? (width() - side) / 2 : Theme::gap;
    icon().paint(&painter, QRect(iconX, (height() - side) / 2, side, side));
    const QColor counterColor =
        m_attention ? Theme::color(Theme::Role::Warning) : palette().color(QPalette::PlaceholderText);
    if (m_collapsed) {
        if (!m_counter.isEmpty() || m_attention) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_attention ? counterColor : Theme::color(Theme::Role::Accent));
            painter.drawEllipse(QRectF(iconX + side - 4, (height() - side) / 2.0 - 2, 7, 7));
        }
        return;
    }
    int right = width() - Theme::gap;
    if (!m_counter.isEmpty() || m_attention) {
        if (m_attention) {
            right -= 16;
            Theme::icon(QStringLiteral("warning"), Theme::Role::Warning)
                .paint(&painter, QRect(right, (height() - 16) / 2, 16, 16));
            right -= Theme::grid;
        }
        const int wide = fontMetrics().horizontalAdvance(m_counter);
        painter.setPen(counterColor);
        painter.drawText(QRect(right - wide, 0, wide + 1, height()), Qt::AlignVCenter | Qt::TextSingleLine, m_counter);
        right -= wide + Theme::gap;
    }
    QFont titleFont = font();
    titleFont.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    painter.setFont(titleFont);
    painter.setPen(palette().color(QPalette::WindowText));
    const int left = iconX + side + Theme::gap + 2;
    painter.drawText(QRect(left, 0, right - left, height()), Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(titleFont).elidedText(m_title, Qt::ElideRight, right - left));
}

void NavigationButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void NavigationButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace vestnik
