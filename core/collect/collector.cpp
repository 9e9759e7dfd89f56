// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/collect/collector.h"

#include "core/collect/collector_p.h"
#include "core/store/channelrepository.h"
#include "core/store/runrepository.h"

#include <QSet>

#include <algorithm>

namespace vestnik {

Collector::Collector(Clock &clock, ChannelSource &source, Database &database, OperatorLog &log, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_database(database)
    , m_log(log)
    , m_reader(clock, source, database, log)
    , m_ledger(clock, database)
{
    connect(&m_reader, &ChannelReader::pageStored, this, &Collector::onPageStored);
    connect(&m_reader, &ChannelReader::storeLost, this, &Collector::storeLost);
    connect(&m_reader, &ChannelReader::storeBack, &m_ledger, &RunLedger::tryAgain);
    connect(&m_reader, &ChannelReader::storeBack, this, &Collector::storeBack);
    connect(&m_ledger, &RunLedger::storeLost, this, &Collector::noteLost);
    m_scope.setOnIdle([this] {
        if (m_runs.isEmpty()) {
            Q_EMIT idle();
        }
    });
}

Collector::~Collector() = default;

void Collector::setSettings(const CollectSettings &settings)
{
    m_settings = settings;
    m_reader.setSettings(settings);
}

/// Those channels of the run that `reason` names which are to be read again; nullopt: all of the request. Of a run that
/// had no channels yet nothing was read.
Result<std::optional<QSet<ChannelId>>> Collector::leftOver(const RunReason &reason) const
{
    std::optional<QSet<ChannelId>> left;
    if (reason.kind != RunReasonKind::Resumed && reason.kind != RunReasonKind::FailedChannels) {
        return left;
    }
    const bool wantsFailed = reason.kind == RunReasonKind::FailedChannels;
    RunRepository repository(m_database);
    const Result<QList<RunChannel>> rows = repository.channelsOf(reason.run);
    if (!rows) {
        return failure(rows.error());
    }
    if (rows->isEmpty() && !wantsFailed) {
        return left;
    }
    const Result<RunRecord> run = repository.run(reason.run);
    if (!run) {
        return failure(run.error());
    }
    left.emplace();
    // A run that broke as a whole left out channels; one that the operator stopped did as it was told.
    const bool wantsUnread = !wantsFailed || run->error.code != ErrorCode::None;
    for (const RunChannel &row : *rows) {
        const bool failed = row.status == RunChannelStatus::Failed;
        if (failed ? wantsFailed : wantsUnread && row.status != RunChannelStatus::Ok) {
            left->insert(row.channelId);
        }
    }
    return left;
}

Result<QList<RunChannel>> Collector::channelsOf(const ParseRequest &request) const
{
    const Result<QList<ChannelRow>> rows = ChannelRepository(m_database).rows();
    const Result<std::optional<QSet<ChannelId>>> left = rows ? leftOver(request.reason) : failure(rows.error());
    if (!left) {
        return failure(left.error());
    }
    const QSet<ChannelId> wanted(request.channels.begin(), request.channels.end());
    // Who wants the failed channels of a run means those, whatever became of them since.
    const bool anyway = request.reason.kind == RunReasonKind::FailedChannels;
    QList<RunChannel> channels;
    for (const ChannelRow &row : *rows) {
        const bool asked = wanted.isEmpty() ? anyway || row.active : wanted.contains(row.id);
        if (asked && (!*left || (*left)->contains(row.id))) {
            RunChannel channel;
            channel.channelId = row.id;
            channel.username = row.username;
            channels.append(channel);
        }
    }
    return channels;
}

/// The going run that does what is asked for, as far as it has not done so yet.
Collector::RunPointer Collector::runThatReads(const QList<RunChannel> &channels, const HistoryGoal &asked) const
{
    const bool again = asked.kind == HistoryGoal::Kind::Recheck;
    if (channels.isEmpty() || (asked.kind != HistoryGoal::Kind::Recent && !again)) {
        return {};
    }
    for (const RunPointer &run : m_runs) {
        const HistoryGoal &history = run->request.history;
        const bool readsAgain = history.kind == HistoryGoal::Kind::Recheck;
        if (again != readsAgain || (again && history.since > asked.since)) {
            continue;
        }
        QSet<ChannelId> open;
        for (const RunChannel &row : run->channels) {
            if (row.status == RunChannelStatus::Queued || row.status == RunChannelStatus::Running) {
                open.insert(row.channelId);
            }
        }
        const auto isOpen = [&open](const RunChannel &row) { return open.contains(row.channelId); };
        if (!run->stop.stopRequested() && std::all_of(channels.begin(), channels.end(), isOpen)) {
            return run;
        }
    }
    return {};
}

Collector::RunPointer Collector::runOf(RunId id) const
{
    const auto found =
        std::find_if(m_runs.begin(), m_runs.end(), [id](const RunPointer &run) { return run->record.id == id; });
    return found == m_runs.end() ? RunPointer() : *found;
}

Result<RunId> Collector::start(const ParseRequest &request)
{
    const Result<QList<RunChannel>> channels = channelsOf(request);
    if (!channels) {
        return failure(channels.error());
    }
    if (const RunPointer same = runThatReads(*channels, request.history)) {
        return same->record.id;
    }
    RunRecord record;
    record.status = RunStatus::Running;
    record.origin = request.origin;
    record.reason = request.reason;
    if (request.history.kind == HistoryGoal::Kind::Recheck) {
        record.kind = QStringLiteral("recheck");
    }
    record.queuedAt = m_clock.now();
    record.startedAt = record.queuedAt;
    record.channelsTotal = static_cast<int>(channels->size());
    const Result<RunId> id = RunRepository(m_database).begin(record, *channels);
    if (!id) {
        Q_EMIT storeFailed(id.error());
        return failure(id.error());
    }
    record.id = *id;
    launch(record, request, *channels);
    return *id;
}

Result<void> Collector::start(const RunRecord &queued, const ParseRequest &request)
{
    const Result<QList<RunChannel>> channels = channelsOf(request);
    if (!channels) {
        return failure(channels.error());
    }
    RunRecord record = queued;
    record.startedAt = m_clock.now();
    const RunPointer same = runThatReads(*channels, request.history);
    if (same || channels->isEmpty()) {
        record.reason = RunReason();
        record.reason.kind = same ? RunReasonKind::SameWork : RunReasonKind::NothingToDo;
        record.reason.run = same ? same->record.id : 0;
        const RunPointer run = launch(record, request, {});
        run->skipped = true;
        return {};
    }
    record.status = RunStatus::Running;
    record.channelsTotal = static_cast<int>(channels->size());
    if (const Result<void> stored = RunRepository(m_database).beginStored(record, *channels); !stored) {
        Q_EMIT storeFailed(stored.error());
        return stored;
    }
    launch(record, request, *channels);
    return {};
}

Collector::RunPointer Collector::launch(
    const RunRecord &record, const ParseRequest &request, const QList<RunChannel> &channels)
{
    auto run = std::make_shared<Run>();
    run->record = record;
    run->request = request;
    run->channels = channels;
    for (RunChannel &row : run->channels) {
        row.runId = record.id;
    }
    run->beganAt = m_clock.steady();
    const std::weak_ptr<Run> weak = run;
    run->reportAlarm = m_clock.makeAlarm([this, weak] {
        if (const RunPointer due = weak.lock()) {
            due->reportPending = false;
            report(due);
        }
    });
    m_runs.append(run);
    if (record.status == RunStatus::Running) {
        m_log.addOfRun(record.id, LogLevel::Info, LogEvent::RunStarted, {},
            {QString::number(record.id), QString::number(record.channelsTotal)});
        Q_EMIT runStarted(record);
    }
    // Workers begin in the next turn: whoever asked knows the run's id before the first signal about its end.
    const int workers = std::max<int>(1, std::min<int>(m_settings.concurrency, static_cast<int>(channels.size())));
    run->workers = workers;
    QMetaObject::invokeMethod(
        this,
        [this, run, workers] {
            for (int i = 0; i < workers; ++i) {
                m_scope.spawn(work(run));
            }
        },
        Qt::QueuedConnection);
    return run;
}

void Collector::cancel(RunId id, bool byOperator, const RunVerdict &verdict)
{
    const QList<RunPointer> runs = m_runs;
    for (const RunPointer &run : runs) {
        if (id != 0 && run->record.id != id) {
            continue;
        }
        // Who came first has decided how it ends; the operator's wish counts whenever it comes.
        if (!run->stop.stopRequested()) {
            run->verdict = verdict;
        }
        run->byOperator = run->byOperator || byOperator;
        run->stop.requestStop();
    }
}

bool Collector::isGoing(RunOrigin origin) const
{
    return std::any_of(
        m_runs.begin(), m_runs.end(), [origin](const RunPointer &run) { return run->record.origin == origin; });
}

bool Collector::isGoing(RunId run) const
{
    return runOf(run) != nullptr;
}

QList<RunRecord> Collector::going() const
{
    QList<RunRecord> records;
    for (const RunPointer &run : m_runs) {
        if (!run->skipped) {
            records.append(run->record);
        }
    }
    return records;
}

} // namespace vestnik
