// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/navigation.h"

#include "ui/shell/navigationbutton.h"
#include "ui/shell/statecard.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/page.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace vestnik {

Navigation::Navigation(EngineFacade &engine, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("navigation"));
    setFixedWidth(wideWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::gap, Theme::gap, Theme::gap + 1, Theme::gap);
    layout->setSpacing(Theme::gap);
    m_card = new StateCard(engine, this);
    layout->addWidget(m_card);
    layout->addWidget(separatorLine(this));
    m_entries = new QVBoxLayout;
    m_entries->setSpacing(2);
    layout->addLayout(m_entries);
    layout->addStretch();
    m_collapse = new QToolButton(this);
    m_collapse->setObjectName(QStringLiteral("collapseNavigation"));
    m_collapse->setAutoRaise(true);
    m_collapse->setIconSize({20, 20});
    connect(m_collapse, &QToolButton::clicked, this, &Navigation::collapseClicked);
    layout->addWidget(m_collapse, 0, Qt::AlignRight);
    setCollapsed(false);
}

void Navigation::addPage(Page *page, const QString &shortcut)
{
    auto *button = new NavigationButton(page->title(), page->iconName(), this);
    button->setObjectName(QStringLiteral("navigation_") + page->id());
    button->setShortcutText(shortcut);
    const int index = int(m_buttons.size());
    connect(button, &NavigationButton::clicked, this, [this, index] { Q_EMIT pageClicked(index); });
    connect(page, &Page::counterChanged, button, &NavigationButton::setCounter);
    m_buttons.append(button);
    m_entries->addWidget(button);
}

void Navigation::setCurrent(int index)
{
    if (index >= 0 && index < m_buttons.size()) {
        m_buttons.at(index)->setChecked(true);
    }
}

void Navigation::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? narrowWidth : wideWidth);
    m_card->setCollapsed(collapsed);
    for (NavigationButton *button : std::as_const(m_buttons)) {
        button->setCollapsed(collapsed);
    }
    const QString word = collapsed ? tr("Expand navigation") : tr("Collapse navigation");
    m_collapse->setIcon(Theme::icon(collapsed ? QStringLiteral("right") : QStringLiteral("left")));
    m_collapse->setToolTip(word);
    m_collapse->setAccessibleName(word);
}

void Navigation::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), palette().color(QPalette::Mid));
}

} // namespace vestnik
