// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/collect/runledger.h"

#include "core/base/logging.h"
#include "core/store/database.h"
#include "core/store/runrepository.h"

namespace vestnik {

RunLedger::RunLedger(Clock &clock, Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_alarm(clock.makeAlarm([this] { tryAgain(); }))
{
}

RunLedger::~RunLedger() = default;

void RunLedger::note(const RunRecord &run)
{
    if (const Result<void> saved = RunRepository(m_database).saveRun(run); !saved) {
        qCWarning(lcCollect) << "the state of a run could not be saved:" << errorEnglish(saved.error());
    }
}

void RunLedger::note(const RunChannel &channel)
{
    if (const Result<void> saved = RunRepository(m_database).saveChannel(channel); !saved) {
        qCWarning(lcCollect) << "the row of a channel could not be saved:" << errorEnglish(saved.error());
    }
}

void RunLedger::save(const RunChannel &channel)
{
    if (const Result<void> saved = RunRepository(m_database).saveChannel(channel); !saved && keeps(saved.error())) {
        keepChannels({channel});
    }
}

void RunLedger::saveEnd(const RunRecord &run, const QList<RunChannel> &cut)
{
    RunRepository repository(m_database);
    const Result<void> saved = m_database.transaction([&]() -> Result<void> {
        for (const RunChannel &channel : cut) {
            if (Result<void> one = repository.saveChannel(channel); !one) {
                return one;
            }
        }
        return repository.saveRun(run);
    });
    if (saved) {
        // It takes rows again: the others need not wait.
        tryAgain();
    } else if (keeps(saved.error())) {
        keepChannels(cut);
        m_runs.insert(run.id, run);
    }
}

void RunLedger::tryAgain()
{
    m_alarm->cancel();
    if (isClear()) {
        return;
    }
    RunRepository repository(m_database);
    const Result<void> saved = m_database.transaction([&]() -> Result<void> {
        for (const RunChannel &channel : std::as_const(m_channels)) {
            if (Result<void> one = repository.saveChannel(channel); !one) {
                return one;
            }
        }
        for (const RunRecord &run : std::as_const(m_runs)) {
            // One that was removed from the history meanwhile has ended, too.
            if (Result<void> one = repository.saveRun(run); !one && one.error().code != ErrorCode::NotFound) {
                return one;
            }
        }
        return {};
    });
    if (saved || !keeps(saved.error())) {
        m_channels.clear();
        m_runs.clear();
    }
}

/// Whether it makes sense to try again later.
bool RunLedger::keeps(const Error &error)
{
    qCWarning(lcCollect) << "the end of a run could not be saved:" << errorEnglish(error);
    switch (error.code) {
    case ErrorCode::DatabaseLost:
        Q_EMIT storeLost(error);
        return true;
    case ErrorCode::NotFound:
    case ErrorCode::DatabaseFailed:
    case ErrorCode::DatabaseDamaged:
        return false;
    default:
        m_alarm->setIn(retryMs);
        return true;
    }
}

void RunLedger::keepChannels(const QList<RunChannel> &channels)
{
    for (const RunChannel &channel : channels) {
        m_channels.insert({channel.runId, channel.channelId}, channel);
    }
}

} // namespace vestnik
