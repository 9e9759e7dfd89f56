// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/operatorlog.h"

#include <QList>
#include <QObject>

#include <memory>

namespace vestnik {

class Database;

/// Keeps the history of runs in order: stores their logs in batches, and deletes runs that are older than is wanted,
/// soon after the store was opened and then once a day. Lives on the engine thread, owned by the engine.
class RunHistory final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunHistory)

public:
    explicit RunHistory(Clock &clock, QObject *parent = nullptr);

    /// The store was opened; `database` must live until detach().
    void attach(Database &database);
    /// Stores what waits, then leaves the database alone. Idempotent.
    void detach();
    void setKeepDays(int days);
    /// Entries of no run are not kept; those that come without a store neither.
    void addLog(const LogEntry &entry);
    /// Stores what waits.
    void flush();

private:
    void prune();

    Clock &m_clock;
    Database *m_database = nullptr;
    int m_keepDays = 90;
    QList<LogEntry> m_entries;
    std::unique_ptr<ClockAlarm> m_flushAlarm;
    std::unique_ptr<ClockAlarm> m_pruneAlarm;
};

} // namespace vestnik
