// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/engine.h"

#include "core/base/logging.h"
#include "core/engine/storeaddress.h"
#include "core/store/channelrepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace vestnik {
namespace {

constexpr qint64 statusEveryMs = 50;
constexpr int upcomingShown = 5;

} // namespace

Engine::Engine(Clock &clock, const EngineSetup &setup, std::shared_ptr<LoopGuard> guard, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_setup(setup)
    , m_guard(std::move(guard))
    , m_log(setup.logFile)
    , m_news(clock)
    , m_secrets(secretsOf(setup))
    , m_http(clock)
    , m_preview(m_http, clock, setup.studyDir)
    , m_pictures(m_http, setup.cacheDir)
    , m_history(clock)
    , m_scheduler(clock, m_log)
    , m_jobBoard(clock, m_scheduler)
    , m_zoneWatch(clock)
    , m_taskRunner(clock)
    , m_statusAlarm(clock.makeAlarm([this] {
        m_statusPending = false;
        Q_EMIT statusChanged(status());
    }))
    , m_retryAlarm(clock.makeAlarm([this] { retryOpening(); }))
{
    m_aside.setObjectName(QStringLiteral("engine-aside"));
    m_aside.setMaxThreadCount(2);
    connect(&m_log, &OperatorLog::added, &m_news, &NewsBatcher::addLog);
    connect(&m_news, &NewsBatcher::logReady, this, &Engine::logAdded);
    connect(&m_news, &NewsBatcher::postsReady, this, &Engine::postsStored);
    connect(&m_news, &NewsBatcher::channelsReady, this, &Engine::publishRows);
    connect(&m_http, &HttpClient::hostStateChanged, this, &Engine::onHostState);
    connect(&m_log, &OperatorLog::added, &m_history, &RunHistory::addLog);
    connectJobs();
    connect(&m_taskRunner, &TaskRunner::changed, this, &Engine::onTaskChanged);
    connect(&m_taskRunner, &TaskRunner::idle, this, &Engine::checkDrained, Qt::QueuedConnection);
    m_tasks.setOnIdle([this] { QMetaObject::invokeMethod(this, &Engine::checkDrained, Qt::QueuedConnection); });
    m_log.add(LogLevel::Info, LogEvent::ProgramStarted, {}, {QCoreApplication::applicationVersion(), m_setup.dataDir});
    for (const QString &note : m_setup.notes) {
        m_log.add(LogLevel::Warning, LogEvent::Text, {}, {note});
    }
    applySettings();
    m_secrets->read(QStringLiteral("proxy"), [this](const QString &password) {
        m_proxyPassword = password;
        applyProxy();
    });
}

Engine::~Engine()
{
    m_http.stopAll();
}

QString Engine::databaseAddress() const
{
    return vestnik::storeAddress(m_setup, m_databasePassword);
}

Result<void> Engine::open()
{
    DatabaseConfig config;
    config.path = databaseAddress();
    Result<std::unique_ptr<Database>> opened = Database::open(config);
    if (!opened) {
        onStoreFailed(opened.error());
        const ErrorCode reason = opened.error().code;
        if ((reason == ErrorCode::DatabaseReadOnly || reason == ErrorCode::DatabaseInUse) && !m_pool) {
            // What is stored can still be read.
            openPool(config);
            Q_EMIT storeOpened();
        }
        return failure(opened.error());
    }
    m_database = std::move(*opened);
    openPool(config);
    m_walKeeper = std::make_unique<WalKeeper>(*m_database, *m_pool);
    m_savedCounts = std::make_unique<SavedCounts>(m_clock, m_pool);
    connect(m_savedCounts.get(), &SavedCounts::counted, this, &Engine::savedSearchesCounted);
    m_collector = std::make_unique<Collector>(m_clock, m_preview, *m_database, m_log);
    connect(m_collector.get(), &Collector::runStarted, this, &Engine::runChanged);
    connect(m_collector.get(), &Collector::runStarted, this, &Engine::statusSoon);
    connect(m_collector.get(), &Collector::progressed, this, [this](RunProgress progress) {
        for (const HostState &host : std::as_const(m_hosts)) {
            progress.waitingUntil = std::max({progress.waitingUntil, host.waitingUntil, host.pausedUntil});
        }
        Q_EMIT runProgressed(progress);
    });
    connect(m_collector.get(), &Collector::runFinished, this, &Engine::onCollected);
    connect(m_collector.get(), &Collector::channelTouched, &m_news, &NewsBatcher::touchChannel);
    connect(m_collector.get(), &Collector::channelFinished, this, &Engine::channelFinished);
    connect(m_collector.get(), &Collector::pageStored, this, [this](ChannelId channel, const StoredPage &page) {
        m_news.addPosts(channel, page.added, page.newest);
        m_walKeeper->noteWrite();
        m_savedCounts->noteChange();
        onStoreBack();
    });
    connect(m_collector.get(), &Collector::storeFailed, this, &Engine::onStoreFailed);
    connect(m_collector.get(), &Collector::storeLost, this, &Engine::onStoreLost);
    connect(m_collector.get(), &Collector::storeBack, this, &Engine::onStoreBack);
    connect(m_collector.get(), &Collector::idle, this, &Engine::onIdle, Qt::QueuedConnection);
    applySettings();
    m_storeError = {};
    m_storeRetryAt = 0;
    m_log.add(LogLevel::Info, LogEvent::StoreOpened, {}, {m_database->path()});

    m_history.attach(*m_database);
    attachJobs();
    countChannels();
    publishSearches();
    checkAffinity();
    statusSoon();
    // Not before: whoever reads now sees no run that goes on from before, and knows the jobs.
    Q_EMIT storeOpened();
    return {};
}

void Engine::openPool(const DatabaseConfig &config)
{
    ReadPoolConfig pool;
    pool.database = config;
    m_pool = std::make_shared<ReadPool>(pool);
}

void Engine::checkAffinity()
{
    if (m_guard) {
        m_guard->checkAffinity({this, &m_log, &m_news, m_secrets.get(), &m_http, &m_preview, &m_history, &m_scheduler,
            &m_jobBoard, &m_zoneWatch, &m_taskRunner, m_collector.get(), m_walKeeper.get(), m_savedCounts.get()});
    }
}

Result<void> Engine::needStore()
{
    if (m_shuttingDown) {
        return failure(ErrorCode::EngineStopped);
    }
    if (m_database) {
        return {};
    }
    if (m_storeAway || m_preparing) {
        return failure(ErrorCode::DatabaseBusy, shownAddress());
    }
    if (m_retryAt > 0) {
        return failure(m_storeError);
    }
    return open();
}

void Engine::shutDown()
{
    if (m_shuttingDown) {
        return;
    }
    m_shuttingDown = true;
    *m_ending = true;
    m_log.add(LogLevel::Info, LogEvent::ProgramEnding);
    m_scheduler.stop(false);
    m_stop.requestStop();
    m_taskRunner.cancelAll();
    settle();
    cancelByHand(false);
    QMetaObject::invokeMethod(this, &Engine::tellKept, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &Engine::checkDrained, Qt::QueuedConnection);
}

void Engine::checkDrained()
{
    if (!m_shuttingDown || m_drained || m_tasks.live() > 0 || !m_taskRunner.isIdle() || isWorking()) {
        return;
    }
    m_drained = true;
    m_jobBoard.flush();
    m_statusAlarm->cancel();
    m_retryAlarm->cancel();
    releaseStore();
    Q_EMIT statusChanged(status());
    Q_EMIT drained();
}

void Engine::onIdle()
{
    if (isWorking()) {
        return;
    }
    if (std::exchange(m_stoppingByHand, false)) {
        statusSoon();
    }
    if (m_whenClosed) {
        closeStoreNow();
    }
    checkDrained();
}

void Engine::onStoreLost(const Error &error, qint64 retryAt)
{
    if (m_storeError.code != ErrorCode::DatabaseLost) {
        m_log.add(LogLevel::Error, LogEvent::StoreLost, {}, {}, error);
    }
    m_storeError = error;
    m_storeRetryAt = retryAt;
    statusSoon();
}

void Engine::onStoreBack()
{
    if (m_storeError.code == ErrorCode::None) {
        return;
    }
    m_storeError = {};
    m_storeRetryAt = 0;
    m_log.add(LogLevel::Info, LogEvent::StoreRecovered, m_database->path());
    statusSoon();
}

void Engine::onStoreFailed(const Error &error)
{
    if (error.code == ErrorCode::DatabaseLost && m_collector) {
        // It tries until the database is back, and says so.
        m_collector->noteLost(error);
        return;
    }
    if (m_storeError != error) {
        m_storeError = error;
        m_log.add(LogLevel::Error, LogEvent::StoreFailed, {}, {}, error);
    }
    statusSoon();
}

void Engine::onHostState(const QString &host, qint64 waitingUntil, qint64 pausedUntil, const Error &error)
{
    const HostState before = m_hosts.value(host);
    if (waitingUntil == 0 && pausedUntil == 0) {
        m_hosts.remove(host);
        if (!before.host.isEmpty()) {
            m_log.add(LogLevel::Info, LogEvent::HostRecovered, host);
        }
    } else {
        HostState state;
        state.host = host;
        state.waitingUntil = waitingUntil;
        state.pausedUntil = pausedUntil;
        state.error = error;
        m_hosts.insert(host, state);
        const auto seconds = [this](qint64 until) { return QString::number((until - m_clock.now() + 999) / 1000); };
        if (pausedUntil != 0 && before.pausedUntil == 0) {
            m_log.add(LogLevel::Warning, LogEvent::HostPaused, host, {seconds(pausedUntil)}, error);
        } else if (waitingUntil > before.waitingUntil && pausedUntil == 0) {
            m_log.add(LogLevel::Warning, LogEvent::HostWaiting, host, {seconds(waitingUntil)}, error);
        }
    }
    statusSoon();
}

void Engine::publishRows(const QList<ChannelId> &ids)
{
    if (!m_database) {
        return;
    }
    ChannelRepository repository(*m_database);
    QList<ChannelRow> rows;
    for (ChannelId id : ids) {
        if (Result<ChannelRow> row = repository.row(id)) {
            row->parsing = m_collector->isReading(id);
            rows.append(*row);
        }
    }
    if (!rows.isEmpty()) {
        Q_EMIT channelsChanged(rows);
    }
}

void Engine::countChannels()
{
    if (!m_database) {
        return;
    }
    const Result<QList<ChannelRow>> rows = ChannelRepository(*m_database).rows();
    if (!rows) {
        return;
    }
    m_channelsTotal = static_cast<int>(rows->size());
    m_channelsActive =
        static_cast<int>(std::count_if(rows->begin(), rows->end(), [](const ChannelRow &row) { return row.active; }));
    m_channelsFailing = static_cast<int>(std::count_if(rows->begin(), rows->end(),
        [](const ChannelRow &row) { return row.active && row.health == ChannelHealth::Failing; }));
    statusSoon();
}

void Engine::statusSoon()
{
    if (!m_statusPending && !m_drained) {
        m_statusPending = true;
        m_statusAlarm->setIn(statusEveryMs);
    }
}

EngineStatus Engine::status() const
{
    EngineStatus status;
    switch (m_scheduler.state()) {
    case Scheduler::State::Stopped:
        status.scheduler = m_startError.code != ErrorCode::None ? SchedulerState::Failed
            : m_schedulerWanted                                 ? SchedulerState::Starting
            : m_stoppingByHand                                  ? SchedulerState::Stopping
                                                                : SchedulerState::Stopped;
        break;
    case Scheduler::State::Running:
        status.scheduler = SchedulerState::Running;
        break;
    case Scheduler::State::Stopping:
        status.scheduler = SchedulerState::Stopping;
        break;
    }
    status.engineAlive = m_database != nullptr;
    status.error = m_startError;
    status.nextRunAt = m_scheduler.nextRunAt();
    if (m_scheduler.state() == Scheduler::State::Running) {
        status.upcoming = m_scheduler.upcoming(upcomingShown);
    }
    status.jobs = m_jobBoard.count();
    status.jobsArmed = m_jobBoard.armed();
    status.runs = m_taskRuns.values();
    if (m_collector) {
        status.runs += m_collector->going();
    }
    std::sort(status.runs.begin(), status.runs.end(),
        [](const RunRecord &left, const RunRecord &right) { return left.id < right.id; });
    if (!status.runs.isEmpty()) {
        status.run = status.runs.last();
    }
    status.storeWritable = m_database && m_storeError.code == ErrorCode::None;
    status.storeError = m_storeError;
    status.storeRetryAt = m_retryAt > 0 ? m_retryAt : m_storeRetryAt;
    status.storePreparing = m_preparing;
    status.storePath = m_database ? m_database->path() : shownAddress();
    for (HostState host : m_hosts) {
        host.queued = m_http.queued(host.host);
        status.hosts.append(host);
    }
    status.channelsTotal = m_channelsTotal;
    status.channelsActive = m_channelsActive;
    status.channelsFailing = m_channelsFailing;
    return status;
}

} // namespace vestnik
