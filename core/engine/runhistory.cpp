// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/runhistory.h"

#include "core/base/logging.h"
#include "core/store/runrepository.h"

#include <utility>

namespace vestnik {
namespace {

constexpr qint64 flushEveryMs = 1000;
constexpr qsizetype mostWaiting = 500;
constexpr qint64 firstPruneMs = 1000;
constexpr qint64 pruneAgainMs = 100;
constexpr qint64 dayMs = 24LL * 3600 * 1000;
constexpr qint64 runsAtOnce = 500; ///< some milliseconds: the loop has other things to do

} // namespace

RunHistory::RunHistory(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_flushAlarm(clock.makeAlarm([this] { flush(); }))
    , m_pruneAlarm(clock.makeAlarm([this] { prune(); }))
{
}

void RunHistory::attach(Database &database)
{
    m_database = &database;
    m_pruneAlarm->setIn(firstPruneMs);
}

void RunHistory::detach()
{
    flush();
    m_pruneAlarm->cancel();
    m_database = nullptr;
}

void RunHistory::setKeepDays(int days)
{
    if (std::exchange(m_keepDays, days) != days && m_database) {
        m_pruneAlarm->setIn(firstPruneMs);
    }
}

void RunHistory::addLog(const LogEntry &entry)
{
    if (entry.run == 0 || !m_database) {
        return;
    }
    m_entries.append(entry);
    if (m_entries.size() >= mostWaiting) {
        flush();
    } else if (m_entries.size() == 1) {
        m_flushAlarm->setIn(flushEveryMs);
    }
}

void RunHistory::flush()
{
    m_flushAlarm->cancel();
    if (m_entries.isEmpty() || !m_database) {
        return;
    }
    const QList<LogEntry> entries = std::exchange(m_entries, {});
    if (const Result<void> stored = RunRepository(*m_database).addLog(entries); !stored) {
        qCWarning(lcEngine) << "a part of the log of runs could not be stored:" << errorEnglish(stored.error());
    }
}

void RunHistory::prune()
{
    if (!m_database) {
        return;
    }
    const Result<qint64> gone = RunRepository(*m_database).pruneBefore(m_clock.now() - m_keepDays * dayMs, runsAtOnce);
    if (!gone) {
        qCWarning(lcEngine) << "old runs could not be removed:" << errorEnglish(gone.error());
    }
    m_pruneAlarm->setIn(gone && *gone >= runsAtOnce ? pruneAgainMs : dayMs);
}

} // namespace vestnik
