// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace vestnik {

/// Scrolling a form must not change what the mouse happens to pass over: the wheel is for the field that has the focus.
/// GUI thread, owned by its parent.
class WheelGuard final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WheelGuard)

public:
    explicit WheelGuard(QObject *parent);

    /// All boxes and spin boxes inside of `form` that are there now.
    void guardAll(QWidget *form);
    void guard(QWidget *field);

    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace vestnik
