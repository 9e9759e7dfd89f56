// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/logging.h"
#include "core/collect/collector_p.h"
#include "core/model/channelnames.h"
#include "core/store/channelrepository.h"

#include <algorithm>

// What a run of the collector does once it was started.

namespace vestnik {
namespace {

constexpr qint64 reportEveryMs = 100;
constexpr qint64 saveEveryMs = 1000;

bool wantsHistory(const HistoryGoal &goal)
{
    return goal.kind != HistoryGoal::Kind::Recent && goal.kind != HistoryGoal::Kind::Recheck;
}

bool isStoreError(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DatabaseOpenFailed:
    case ErrorCode::DatabaseDamaged:
    case ErrorCode::DatabaseReadOnly:
    case ErrorCode::DatabaseFull:
    case ErrorCode::DatabaseBusy:
    case ErrorCode::DatabaseFailed:
    case ErrorCode::DatabaseUnreachable:
    case ErrorCode::DatabaseHostNotFound:
    case ErrorCode::DatabaseLoginFailed:
    case ErrorCode::DatabaseMissing:
    case ErrorCode::DatabaseForbidden:
    case ErrorCode::DatabaseServerTooOld:
    case ErrorCode::DatabaseTlsFailed:
    case ErrorCode::DatabaseInUse:
    case ErrorCode::DatabaseLost:
        return true;
    default:
        return false;
    }
}

} // namespace

QCoro::Task<> Collector::work(RunPointer run)
{
    while (run->next < run->channels.size() && !run->stop.stopRequested()) {
        const qsizetype index = run->next++;
        co_await readOne(run, index);
    }
    if (--run->workers == 0) {
        finish(run);
    }
}

QCoro::Task<> Collector::readOne(RunPointer run, qsizetype index)
{
    const ChannelId channel = run->channels.at(index).channelId;
    while (m_reading.contains(channel)) {
        Completion<bool> released;
        m_reading[channel].append(released);
        const std::optional<bool> free = co_await released.wait(run->stop.token());
        if (!free) {
            co_return;
        }
    }
    m_reading.insert(channel, {});
    RunChannel row = run->channels.at(index);
    row.status = RunChannelStatus::Running;
    row.startedAt = m_clock.now();
    run->channels[index] = row;
    m_ledger.note(row);
    run->current = run->channels.at(index).username;
    Q_EMIT channelTouched(channel);
    reportSoon(run);
    row = co_await m_reader.read(row, run->request.history, run->stop.token());
    QList<Completion<bool>> waiting = m_reading.take(channel);
    channelDone(run, index, row);
    for (Completion<bool> &waiter : waiting) {
        waiter.deliver(true);
    }
}

void Collector::onPageStored(RunId id, const RunChannel &row, const StoredPage &page, qint64 lowest)
{
    const RunPointer run = runOf(id);
    if (!run) {
        return;
    }
    run->record.postsAdded += page.added;
    run->record.postsUpdated += page.updated;
    for (RunChannel &known : run->channels) {
        if (known.channelId == row.channelId) {
            run->record.bytes += row.bytes - known.bytes;
            known = row;
        }
    }
    if (wantsHistory(run->request.history) && run->channels.size() == 1) {
        if (run->historyTop == 0) {
            run->historyTop = lowest;
        }
        run->historyTotal = run->request.history.kind == HistoryGoal::Kind::All ? run->historyTop : -1;
        run->historyDone = run->historyTop - lowest;
    }
    run->current = row.username;
    if (page.added > 0 || page.updated > 0) {
        Q_EMIT pageStored(row.channelId, page);
    }
    reportSoon(run);
}

void Collector::channelDone(const RunPointer &run, qsizetype index, const RunChannel &row)
{
    run->channels[index] = row;
    run->record.channelsDone += 1;
    if (row.status == RunChannelStatus::Failed) {
        run->record.channelsFailed += 1;
        m_log.addOfRun(row.runId, LogLevel::Warning, LogEvent::ChannelFailed, atName(row.username), {}, row.error);
    } else if (row.status == RunChannelStatus::Ok && (row.postsAdded > 0 || row.postsUpdated > 0)) {
        m_log.addOfRun(row.runId, LogLevel::Info, LogEvent::ChannelParsed, atName(row.username),
            {QString::number(row.postsAdded), QString::number(row.postsUpdated)});
    }
    if (row.status == RunChannelStatus::Stopped && run->byOperator && wantsHistory(run->request.history)) {
        if (const Result<void> cleared = ChannelRepository(m_database).clearHistoryGoal(row.channelId); !cleared) {
            qCWarning(lcCollect) << "a wish for history could not be taken back:" << errorEnglish(cleared.error());
        }
    }
    m_ledger.save(row);
    Q_EMIT channelFinished(row);
    Q_EMIT channelTouched(row.channelId);
    if (isStoreError(row.error.code)) {
        // Without a store there is nothing to do for any channel.
        run->record.error = row.error;
        Q_EMIT storeFailed(row.error);
        run->stop.requestStop();
    }
    reportSoon(run);
}

void Collector::finish(const RunPointer &run)
{
    QList<RunChannel> cut;
    for (RunChannel &row : run->channels) {
        if (row.status == RunChannelStatus::Queued || row.status == RunChannelStatus::Running) {
            row.status = RunChannelStatus::Stopped;
            cut.append(row);
        }
    }
    const bool complete = std::none_of(run->channels.begin(), run->channels.end(),
        [](const RunChannel &row) { return row.status == RunChannelStatus::Stopped; });
    RunRecord &record = run->record;
    record.finishedAt = m_clock.now();
    if (run->skipped) {
        record.status = RunStatus::Skipped;
    } else if (record.error.code != ErrorCode::None) {
        record.status = RunStatus::Failed;
    } else if (run->stop.stopRequested() && !complete) {
        record.status = run->verdict.status;
        record.error = run->verdict.error;
        if (run->verdict.reason.kind != RunReasonKind::None) {
            record.reason = run->verdict.reason;
        }
    } else if (record.channelsFailed == 0) {
        record.status = RunStatus::Done;
    } else {
        record.status = record.channelsFailed < record.channelsTotal ? RunStatus::Partly : RunStatus::Failed;
    }
    m_ledger.saveEnd(record, cut);
    logEnd(record);
    run->reportAlarm->cancel();
    if (!run->skipped) {
        report(run);
    }
    m_runs.removeOne(run);
    Q_EMIT runFinished(record);
}

void Collector::logEnd(const RunRecord &record)
{
    if (record.status == RunStatus::Skipped) {
        return;
    }
    const bool stopped = record.status == RunStatus::Stopped || record.status == RunStatus::Interrupted;
    m_log.addOfRun(record.id, record.status == RunStatus::Failed ? LogLevel::Error : LogLevel::Info,
        stopped ? LogEvent::RunStopped : LogEvent::RunFinished, {},
        {QString::number(record.id), QString::number(record.postsAdded), QString::number(record.postsUpdated),
            QString::number(record.channelsFailed)},
        record.error);
}

void Collector::reportSoon(const RunPointer &run)
{
    if (run->reportPending) {
        return;
    }
    run->reportPending = true;
    const qint64 since = m_clock.steady() - run->reportedAt;
    run->reportAlarm->setIn(std::max<qint64>(0, reportEveryMs - since));
}

void Collector::report(const RunPointer &run)
{
    run->reportedAt = m_clock.steady();
    if (run->record.finishedAt == 0 && run->reportedAt - run->savedAt >= saveEveryMs) {
        run->savedAt = run->reportedAt;
        m_ledger.note(run->record);
    }
    Q_EMIT progressed(progressOf(*run));
}

RunProgress Collector::progressOf(const Run &run) const
{
    RunProgress progress;
    progress.run = run.record;
    progress.current = run.current;
    progress.historyDone = run.historyDone;
    progress.historyTotal = run.historyTotal;
    const qint64 elapsed = m_clock.steady() - run.beganAt;
    if (run.historyTotal > 0 && run.historyDone > 0) {
        progress.etaMs = elapsed * (run.historyTotal - run.historyDone) / run.historyDone;
    } else if (run.record.channelsDone > 0) {
        progress.etaMs = elapsed * (run.record.channelsTotal - run.record.channelsDone) / run.record.channelsDone;
    }
    return progress;
}

} // namespace vestnik
