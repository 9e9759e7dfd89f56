// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace vestnik {

class LinkButton;

/// The part of the status line for long tasks: the newest going one with numbers, bar and Cancel, and how many more
/// there are; afterwards the way to those that ended. Hidden until there is one.
class TaskLine final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskLine)

public:
    /// `engine` outlives it.
    explicit TaskLine(EngineFacade &engine, QWidget *parent = nullptr);

    /// Without the bar, where something else needs the room: the numbers say the same.
    void setCompact(bool compact);

Q_SIGNALS:
    void activityRequested();

private:
    void follow();

    EngineFacade &m_engine;
    LinkButton *m_text = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_cancel = nullptr;
    TaskId m_task = 0; ///< the shown one
    bool m_compact = false;
};

} // namespace vestnik
