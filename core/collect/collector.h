// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/completion.h"
#include "core/base/taskscope.h"
#include "core/collect/channelreader.h"
#include "core/collect/runledger.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>

namespace vestnik {

/// Carries out runs: reads many channels side by side, keeps the rows of the run in the store, and reports.
/// A failing channel never stops the others. Lives on the engine thread, owned by the engine; idle() comes after the
/// last coroutine ended, and only then may it be destroyed.
class Collector final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Collector)

public:
    Collector(Clock &clock, ChannelSource &source, Database &database, OperatorLog &log, QObject *parent = nullptr);
    ~Collector() override;

    void setSettings(const CollectSettings &settings);

    /// Starts a run. If a going run reads all these channels already and nothing more is asked for, that run's id is
    /// given.
    [[nodiscard]] Result<RunId> start(const ParseRequest &request);
    /// Starts a run whose row is stored as Queued, and keeps that row from then on. One that has nothing to read, or
    /// whose channels a going run reads already, ends as Skipped with the reason. A failure means that nothing began
    /// and the row is as it was. With the reason Resumed or FailedChannels it reads only those channels of that run
    /// that were not read, or failed.
    [[nodiscard]] Result<void> start(const RunRecord &queued, const ParseRequest &request);
    /// Ends a run (0: all); it finishes with the verdict unless it ended by itself. `byOperator`: history that was
    /// asked for with it is no longer wanted; otherwise the next run goes on with it.
    void cancel(RunId run, bool byOperator, const RunVerdict &verdict = {});
    [[nodiscard]] bool isIdle() const { return m_scope.live() == 0 && m_runs.isEmpty(); }
    /// Somebody else's statement found the connection to the database lost: tries until it is back.
    void noteLost(const Error &error) { m_reader.noteLost(error); }
    [[nodiscard]] bool isGoing(RunOrigin origin) const;
    [[nodiscard]] bool isGoing(RunId run) const;
    /// Going runs, oldest first.
    [[nodiscard]] QList<RunRecord> going() const;
    [[nodiscard]] bool isReading(ChannelId channel) const { return m_reading.contains(channel); }

Q_SIGNALS:
    void runStarted(const vestnik::RunRecord &run);
    /// At most ten a second and run.
    void progressed(const vestnik::RunProgress &progress);
    /// The last signal of a run, exactly one.
    void runFinished(const vestnik::RunRecord &run);
    /// The reading of a channel began, ended or stored a page.
    void channelTouched(vestnik::ChannelId channel);
    void channelFinished(const vestnik::RunChannel &row);
    void pageStored(vestnik::ChannelId channel, const vestnik::StoredPage &page);
    /// The store refused a write.
    void storeFailed(const vestnik::Error &error);
    /// The connection to the database is lost, runs wait; again with each attempt. `retryAt`: ms UTC of the next one.
    void storeLost(const vestnik::Error &error, qint64 retryAt);
    /// The database answers again.
    void storeBack();
    /// No run is going any more. From inside the last coroutine's end: post, do not destroy.
    void idle();

private:
    struct Run;
    using RunPointer = std::shared_ptr<Run>;

    [[nodiscard]] Result<QList<RunChannel>> channelsOf(const ParseRequest &request) const;
    [[nodiscard]] Result<std::optional<QSet<ChannelId>>> leftOver(const RunReason &reason) const;
    [[nodiscard]] RunPointer runThatReads(const QList<RunChannel> &channels, const HistoryGoal &asked) const;
    [[nodiscard]] RunPointer runOf(RunId id) const;
    RunPointer launch(const RunRecord &record, const ParseRequest &request, const QList<RunChannel> &channels);
    [[nodiscard]] QCoro::Task<> work(RunPointer run);
    [[nodiscard]] QCoro::Task<> readOne(RunPointer run, qsizetype index);
    void onPageStored(RunId id, const RunChannel &row, const StoredPage &page, qint64 lowest);
    void channelDone(const RunPointer &run, qsizetype index, const RunChannel &row);
    void finish(const RunPointer &run);
    void logEnd(const RunRecord &record);
    void reportSoon(const RunPointer &run);
    void report(const RunPointer &run);
    [[nodiscard]] RunProgress progressOf(const Run &run) const;

    Clock &m_clock;
    Database &m_database;
    OperatorLog &m_log;
    ChannelReader m_reader;
    RunLedger m_ledger;
    CollectSettings m_settings;
    QList<RunPointer> m_runs;
    QHash<ChannelId, QList<Completion<bool>>> m_reading; ///< channels being read, and who waits for them
    TaskScope m_scope;
};

} // namespace vestnik
