// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace vestnik {

/// Progress of one task: bar, numbers with the time left, Cancel. Hidden while there is nothing to follow. GUI thread.
class TaskProgress final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskProgress)

public:
    /// `engine` outlives it.
    explicit TaskProgress(EngineFacade &engine, QWidget *parent = nullptr);

    /// Follows this task, also if it has ended meanwhile.
    void follow(TaskId task);
    /// 0 while none is followed.
    [[nodiscard]] TaskId task() const { return m_task; }

    /// Sets a bar to where a task stands; moving back and forth while that is not known.
    static void showOn(QProgressBar *bar, const TaskRecord &task);

Q_SIGNALS:
    /// Once for each followed task; it is not followed any more.
    void ended(const vestnik::TaskRecord &task);

private:
    void update(const TaskRecord &task);

    EngineFacade &m_engine;
    QProgressBar *m_bar = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_cancel = nullptr;
    TaskId m_task = 0;
};

} // namespace vestnik
