// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"

#include <QWidget>

class QStackedWidget;

namespace vestnik {

class LogModel;
class LogTable;

/// The log of one run: what was kept of it, then what comes while it goes. GUI thread; `engine` outlives it.
class RunLogView final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunLogView)

public:
    explicit RunLogView(EngineFacade &engine, QWidget *parent = nullptr);

    /// 0 shows nothing.
    void showRun(RunId run);
    /// Reads it anew.
    void reload();
    [[nodiscard]] LogTable *table() const { return m_table; }
    [[nodiscard]] bool isEmpty() const;
    /// The selected lines, otherwise all, as tab-separated text.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// Lines came or went.
    void changed();

private:
    void onRead(const Result<QList<LogEntry>> &entries);
    void append(const QList<LogEntry> &entries);
    void add(const QList<LogEntry> &entries);
    void updateState();

    EngineFacade &m_engine;
    LogModel *m_model;
    LogTable *m_table;
    QStackedWidget *m_stack;
    QWidget *m_none = nullptr;
    RunId m_run = 0;
    ReadId m_read = 0;
    bool m_reading = false;
    QList<LogEntry> m_early; ///< came while the log was being read; the answer may have them or not
    qint64 m_lines = 0;
};

} // namespace vestnik
