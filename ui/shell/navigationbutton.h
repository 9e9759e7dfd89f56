// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace vestnik {

/// One entry of the navigation: icon, title, counter at the right. Collapsed: the icon, and a dot where there is a
/// counter.
class NavigationButton final : public QAbstractButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NavigationButton)

public:
    NavigationButton(const QString &title, const QString &iconName, QWidget *parent = nullptr);

    void setCounter(const QString &text, bool attention);
    void setCollapsed(bool collapsed);
    /// Shown in the tooltip.
    void setShortcutText(const QString &text);
    [[nodiscard]] QString counter() const { return m_counter; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void describe();

    const QString m_title;
    QString m_counter;
    QString m_shortcutText;
    bool m_attention = false;
    bool m_collapsed = false;
};

} // namespace vestnik
