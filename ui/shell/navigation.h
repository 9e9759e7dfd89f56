// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;
class QToolButton;

namespace vestnik {

class NavigationButton;
class Page;
class StateCard;

/// The left side of the window: the state card and an entry for each page; 208 px, or 56 px with icons only.
class Navigation final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Navigation)

public:
    static constexpr int wideWidth = 208;
    static constexpr int narrowWidth = 56;

    /// `engine` outlives it.
    explicit Navigation(EngineFacade &engine, QWidget *parent = nullptr);

    /// Adds an entry below the others; follows the counter of the page. `shortcut` is shown in the tooltip.
    void addPage(Page *page, const QString &shortcut);
    /// Marks an entry as the shown one; 0 is the first page.
    void setCurrent(int index);
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }

Q_SIGNALS:
    void pageClicked(int index);
    void collapseClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateCard *m_card = nullptr;
    QVBoxLayout *m_entries = nullptr;
    QToolButton *m_collapse = nullptr;
    QList<NavigationButton *> m_buttons;
    bool m_collapsed = false;
};

} // namespace vestnik
