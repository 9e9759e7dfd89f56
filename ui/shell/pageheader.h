// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QStackedWidget;

namespace vestnik {

class Page;

/// Above the page: its title, its search field or other widget, its two or three buttons, and "more".
class PageHeader final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageHeader)

public:
    explicit PageHeader(QWidget *parent = nullptr);

    /// Takes the header widget of the page as a child and makes its buttons; once for each page, in order.
    void addPage(Page *page);
    void setCurrent(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showMore(Page *page, const QWidget *button);

    QStackedWidget *m_stack = nullptr;
};

} // namespace vestnik
