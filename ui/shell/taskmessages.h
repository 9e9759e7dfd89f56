// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/page.h"

#include <QObject>
#include <QSet>

namespace vestnik {

/// Says in the info bar how long tasks ended, each once. GUI thread.
class TaskMessages final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskMessages)

public:
    /// `engine` outlives it.
    explicit TaskMessages(EngineFacade &engine, QObject *parent = nullptr);

Q_SIGNALS:
    void messageRequested(const vestnik::InfoMessage &message);
    void reportRequested(const vestnik::TaskRecord &task);

private:
    void onChanged(const TaskRecord &task);
    [[nodiscard]] InfoMessage messageOf(const TaskRecord &task);

    QSet<TaskId> m_said;
};

} // namespace vestnik
