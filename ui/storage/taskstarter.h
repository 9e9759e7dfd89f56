// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "ui/widgets/page.h"

#include <QObject>

#include <functional>

namespace vestnik {

/// Starts tasks for the parts of the Storage page, and says where one cannot be started. Owned by the page. GUI thread.
class TaskStarter final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskStarter)

public:
    /// `engine` outlives it.
    explicit TaskStarter(EngineFacade &engine, QObject *parent = nullptr);

    /// `started` is called with the id; not if it was refused or `context` is gone.
    void start(const TaskSpec &spec, QObject *context, std::function<void(TaskId)> started);
    void sayFailure(const Error &error);
    /// The newest going task of a kind; 0 none.
    [[nodiscard]] TaskId going(TaskKind kind) const;

Q_SIGNALS:
    void messageRequested(const vestnik::InfoMessage &message);

private:
    EngineFacade &m_engine;
};

} // namespace vestnik
