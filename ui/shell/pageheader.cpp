// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/pageheader.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>

namespace vestnik {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("pageHeader"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 1);
    m_stack = new QStackedWidget(this);
    m_stack->setFixedHeight(52);
    layout->addWidget(m_stack);
}

void PageHeader::addPage(Page *page)
{
    auto *line = new QWidget(m_stack);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(Theme::group, 0, Theme::group, 0);
    layout->setSpacing(Theme::gap);
    QLabel *title = titleLabel(page->title(), line);
    title->setObjectName(QStringLiteral("title_") + page->id());
    layout->addWidget(title);
    layout->addStretch(1);
    if (QWidget *widget = page->headerWidget()) {
        layout->addWidget(widget, 3);
    }
    for (QAction *action : page->headerActions()) {
        auto *button = new QToolButton(line);
        button->setObjectName(QStringLiteral("header_") + action->objectName());
        button->setDefaultAction(action);
        button->setToolButtonStyle(action->icon().isNull() ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
        button->setIconSize({16, 16});
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    if (!page->menuActions().isEmpty()) {
        auto *more = new QToolButton(line);
        more->setObjectName(QStringLiteral("more_") + page->id());
        more->setIcon(Theme::icon(QStringLiteral("more")));
        more->setIconSize({20, 20});
        more->setAutoRaise(true);
        more->setToolTip(tr("More actions"));
        more->setAccessibleName(tr("More actions"));
        more->setFocusPolicy(Qt::TabFocus);
        connect(more, &QToolButton::clicked, this, [this, page, more] { showMore(page, more); });
        layout->addWidget(more);
    }
    m_stack->addWidget(line);
}

void PageHeader::setCurrent(int index)
{
    m_stack->setCurrentIndex(index);
}

void PageHeader::showMore(Page *page, const QWidget *button)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (QAction *action : page->menuActions()) {
        if (action) {
            menu->addAction(action);
        } else {
            menu->addSeparator();
        }
    }
    // Right edges meet, so that the menu stays inside the window.
    const QPoint corner = button->mapToGlobal(QPoint(button->width(), button->height()));
    menu->popup(corner - QPoint(menu->sizeHint().width(), 0));
}

void PageHeader::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), palette().color(QPalette::Mid));
}

} // namespace vestnik
