// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace vestnik {

/// Announces rows that came above what one reads. Lies over the rows, so it has a ground of its own. GUI thread.
class NewsPill final : public QPushButton {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewsPill)

public:
    explicit NewsPill(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace vestnik
