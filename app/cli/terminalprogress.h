// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/unixsignals.h"
#include "core/base/taskcontrol.h"

#include <QObject>
#include <QTimer>

namespace vestnik {

/// Watches a long task of the command line: shows how far it is, on standard error if that is a terminal, and cancels
/// it on Ctrl+C. Lives on the main thread.
class TerminalProgress final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalProgress)

public:
    /// `quiet`: shows nothing.
    TerminalProgress(UnixSignals &signals, const TaskControl &control, bool quiet, QObject *parent = nullptr);
    ~TerminalProgress() override;

private:
    void show();

    const TaskControl m_control;
    QTimer m_timer;
    bool m_shown = false;
};

} // namespace vestnik
