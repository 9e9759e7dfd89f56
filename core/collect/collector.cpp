// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/collect/collector.h"

#include "core/base/logging.h"
#include "core/model/channelnames.h"
#include "core/store/channelrepository.h"
#include "core/store/runrepository.h"

#include <QSet>

#include <algorithm>

namespace vestnik {
namespace {

constexpr qint64 reportEveryMs = 100;
constexpr qint64 saveEveryMs = 1000;

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

struct Collector::Run {
    RunRecord record;
    ParseRequest request;
    QList<RunChannel> channels;
    StopSource stop;
    qsizetype next = 0; ///< first channel that nobody took yet
    int workers = 0;
    bool byOperator = false; ///< who stopped it
    QString current;
    qint64 historyTotal = -1; ///< ids of the one channel whose history was asked for
    qint64 historyDone = -1;
    MessageId historyTop = 0;
    std::unique_ptr<ClockAlarm> reportAlarm;
    bool reportPending = false;
    qint64 reportedAt = 0; ///< steady ms
    qint64 savedAt = 0; ///< steady ms
    qint64 beganAt = 0; ///< steady ms
};

Collector::Collector(Clock &clock, ChannelSource &source, Database &database, OperatorLog &log, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_database(database)
    , m_log(log)
    , m_reader(clock, source, database, log)
{
    connect(&m_reader, &ChannelReader::pageStored, this, &Collector::onPageStored);
    connect(&m_reader, &ChannelReader::storeLost, this, &Collector::storeLost);
    connect(&m_reader, &ChannelReader::storeBack, this, &Collector::storeBack);
    m_scope.setOnIdle([this] { Q_EMIT idle(); });
}

Collector::~Collector() = default;

void Collector::setSettings(const CollectSettings &settings)
{
    m_settings = settings;
    m_reader.setSettings(settings);
}

Result<QList<RunChannel>> Collector::channelsOf(const ParseRequest &request) const
{
    const Result<QList<ChannelRow>> rows = ChannelRepository(m_database).rows();
    if (!rows) {
        return failure(rows.error());
    }
    const QSet<ChannelId> wanted(request.channels.begin(), request.channels.end());
    QList<RunChannel> channels;
    for (const ChannelRow &row : *rows) {
        if (wanted.isEmpty() ? row.active : wanted.contains(row.id)) {
            RunChannel channel;
            channel.channelId = row.id;
            channel.username = row.username;
            channels.append(channel);
        }
    }
    return channels;
}

Collector::RunPointer Collector::runThatReads(const QList<RunChannel> &channels) const
{
    for (const RunPointer &run : m_runs) {
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
    if (request.history.kind == HistoryGoal::Kind::Recent && !channels->isEmpty()) {
        if (const RunPointer same = runThatReads(*channels)) {
            return same->record.id;
        }
    }
    auto run = std::make_shared<Run>();
    run->request = request;
    run->channels = *channels;
    run->record.status = RunStatus::Running;
    run->record.origin = request.origin;
    run->record.startedAt = m_clock.now();
    run->record.channelsTotal = static_cast<int>(channels->size());
    run->beganAt = m_clock.steady();
    const Result<RunId> id = RunRepository(m_database).begin(run->record, run->channels);
    if (!id) {
        Q_EMIT storeFailed(id.error());
        return failure(id.error());
    }
    run->record.id = *id;
    for (RunChannel &row : run->channels) {
        row.runId = *id;
    }
    const std::weak_ptr<Run> weak = run;
    run->reportAlarm = m_clock.makeAlarm([this, weak] {
        if (const RunPointer due = weak.lock()) {
            due->reportPending = false;
            report(due);
        }
    });
    m_runs.append(run);
    m_log.add(
        LogLevel::Info, LogEvent::RunStarted, {}, {QString::number(*id), QString::number(run->record.channelsTotal)});
    Q_EMIT runStarted(run->record);
    // Workers begin in the next turn: whoever asked knows the run's id before the first signal about its end.
    const int workers = std::max<int>(1, std::min<int>(m_settings.concurrency, run->record.channelsTotal));
    run->workers = workers;
    QMetaObject::invokeMethod(
        this,
        [this, run, workers] {
            for (int i = 0; i < workers; ++i) {
                m_scope.spawn(work(run));
            }
        },
        Qt::QueuedConnection);
    return *id;
}

void Collector::cancel(RunId id, bool byOperator)
{
    const QList<RunPointer> runs = m_runs;
    for (const RunPointer &run : runs) {
        if (id == 0 || run->record.id == id) {
            run->byOperator = byOperator;
            run->stop.requestStop();
        }
    }
}

bool Collector::isGoing(RunOrigin origin) const
{
    return std::any_of(
        m_runs.begin(), m_runs.end(), [origin](const RunPointer &run) { return run->record.origin == origin; });
}

QList<RunRecord> Collector::going() const
{
    QList<RunRecord> records;
    for (const RunPointer &run : m_runs) {
        records.append(run->record);
    }
    return records;
}

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
    run->channels[index].status = RunChannelStatus::Running;
    run->current = run->channels.at(index).username;
    Q_EMIT channelTouched(channel);
    reportSoon(run);
    RunChannel row = run->channels.at(index);
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
    if (run->request.history.kind != HistoryGoal::Kind::Recent && run->channels.size() == 1) {
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
        m_log.add(LogLevel::Warning, LogEvent::ChannelFailed, atName(row.username), {}, row.error);
    } else if (row.status == RunChannelStatus::Ok && (row.postsAdded > 0 || row.postsUpdated > 0)) {
        m_log.add(LogLevel::Info, LogEvent::ChannelParsed, atName(row.username),
            {QString::number(row.postsAdded), QString::number(row.postsUpdated)});
    }
    if (row.status == RunChannelStatus::Stopped && run->byOperator
        && run->request.history.kind != HistoryGoal::Kind::Recent) {
        if (const Result<void> cleared = ChannelRepository(m_database).clearHistoryGoal(row.channelId); !cleared) {
            qCWarning(lcCollect) << "a wish for history could not be taken back:" << errorEnglish(cleared.error());
        }
    }
    if (const Result<void> saved = RunRepository(m_database).saveChannel(row); !saved) {
        qCWarning(lcCollect) << "the row of a channel could not be saved:" << errorEnglish(saved.error());
    }
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
    RunRepository repository(m_database);
    for (RunChannel &row : run->channels) {
        if (row.status == RunChannelStatus::Queued || row.status == RunChannelStatus::Running) {
            row.status = RunChannelStatus::Stopped;
            if (const Result<void> saved = repository.saveChannel(row); !saved) {
                break;
            }
        }
    }
    RunRecord &record = run->record;
    record.finishedAt = m_clock.now();
    if (record.error.code != ErrorCode::None) {
        record.status = RunStatus::Failed;
    } else if (run->stop.stopRequested()) {
        record.status = RunStatus::Stopped;
    } else if (record.channelsFailed == 0) {
        record.status = RunStatus::Done;
    } else {
        record.status = record.channelsFailed < record.channelsTotal ? RunStatus::Partly : RunStatus::Failed;
    }
    if (const Result<void> saved = repository.saveRun(record); !saved) {
        qCWarning(lcCollect) << "the end of a run could not be saved:" << errorEnglish(saved.error());
    }
    const bool stopped = record.status == RunStatus::Stopped;
    m_log.add(record.status == RunStatus::Failed ? LogLevel::Error : LogLevel::Info,
        stopped ? LogEvent::RunStopped : LogEvent::RunFinished, {},
        {QString::number(record.id), QString::number(record.postsAdded), QString::number(record.postsUpdated),
            QString::number(record.channelsFailed)},
        record.error);
    run->reportAlarm->cancel();
    report(run);
    m_runs.removeOne(run);
    Q_EMIT runFinished(record);
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
        if (const Result<void> saved = RunRepository(m_database).saveRun(run->record); !saved) {
            qCWarning(lcCollect) << "the state of a run could not be saved:" << errorEnglish(saved.error());
        }
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
