// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/operatorlog.h"
#include "core/base/stop.h"
#include "core/collect/pagequeue.h"
#include "core/model/channel.h"
#include "core/model/run.h"
#include "core/source/channelsource.h"
#include "core/store/database.h"

#include <QCoroTask>
#include <QObject>

namespace vestnik {

/// How much is read, from the settings.
struct CollectSettings {
    int firstRunDays = 7; ///< 0..3650
    int firstRunPosts = 100; ///< at least so many on the first run, >= 1
    int refreshPages = 1; ///< newest pages that are read again on each run, >= 1
    int concurrency = 4; ///< channels read at the same time, 1..6
};

/// Reads one channel at a time until nothing is left out, storing page by page. The next page is under way while the
/// last one is stored. Lives on the engine thread, owned by the collector, which drains its coroutines.
class ChannelReader final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChannelReader)

public:
    ChannelReader(Clock &clock, ChannelSource &source, Database &database, OperatorLog &log, QObject *parent = nullptr);

    void setSettings(const CollectSettings &settings) { m_settings = settings; }

    /// Reads `channel` and gives its finished row of the run; never throws. `asked` of kind Recent: what is new, and
    /// what an earlier wish or an unfinished first run left; of kind Recheck: what was read before, back to its date.
    /// A stop ends it at once; what was fetched and parsed is stored.
    [[nodiscard]] QCoro::Task<RunChannel> read(RunChannel row, HistoryGoal asked, StopToken stop);

    /// Somebody else's statement found the connection to the database lost.
    void noteLost(const Error &error) { m_queue.noteLost(error); }

Q_SIGNALS:
    /// See PageQueue.
    void storeLost(const vestnik::Error &error, qint64 retryAt);
    void storeBack();
    /// A page was stored; `historyLowest` is the lowest id read so far, for progress.
    void pageStored(
        vestnik::RunId run, const vestnik::RunChannel &row, const vestnik::StoredPage &page, qint64 historyLowest);

private:
    [[nodiscard]] QCoro::Task<Result<void>> readPages(RunChannel *row, HistoryGoal asked, StopToken stop);
    [[nodiscard]] QCoro::Task<Result<void>> readAgain(RunChannel *row, qint64 since, StopToken stop);
    [[nodiscard]] QCoro::Task<bool> waitForStore(Error error, StopToken stop);
    void noteStored(RunChannel *row, const StoredPage &page, MessageId lowest);
    [[nodiscard]] Result<std::optional<HistoryGoal>> settleGoal(const ChannelRow &channel, const HistoryGoal &asked);
    void noteInfo(const RunChannel &row, const ChannelInfo &info);
    void noteOddities(const RunChannel &row, const SourcePage &page);

    Clock &m_clock;
    ChannelSource &m_source;
    Database &m_database;
    OperatorLog &m_log;
    CollectSettings m_settings;
    PageQueue m_queue;
};

} // namespace vestnik
