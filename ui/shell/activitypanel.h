// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QFrame>

class QScrollArea;

namespace vestnik {

class ActivityRow;

/// Going tasks and the last that ended, newest first, each with its progress or result and what can be done about it.
/// A popup above the status line; goes with Escape or a click elsewhere, and deletes itself then.
class ActivityPanel final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityPanel)

public:
    static constexpr int shownTasks = 12;

    /// `engine` outlives it.
    explicit ActivityPanel(EngineFacade &engine, QWidget *parent = nullptr);

    /// Shows it with its lower left corner at this point of the screen.
    void popup(const QPoint &lowerLeft);

Q_SIGNALS:
    void reportRequested(const vestnik::TaskRecord &task);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void update(const TaskRecord &task);
    void fit();

    EngineFacade &m_engine;
    QScrollArea *m_scroll = nullptr;
    QList<ActivityRow *> m_rows;
    QPoint m_corner;
};

} // namespace vestnik
