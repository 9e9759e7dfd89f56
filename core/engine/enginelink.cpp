// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/enginelink.h"

#include "core/base/logging.h"
#include "core/store/reads.h"

#include <QDateTime>
#include <QThread>

#include <vector>

namespace vestnik {

class EngineLink::Room final : public QObject {
public:
    explicit Room(const EngineSetup &setup)
        : m_setup(setup)
    {
    }

    /// On the engine thread, from inside its loop.
    void build()
    {
        m_guard = LoopGuard::watch(QStringLiteral("engine"));
        if (m_prologue) {
            m_guest = m_prologue(m_setup);
        }
        m_engine = std::make_unique<Engine>(m_clock, m_setup, m_guard);
    }

    void addFront(const MakeFront &make)
    {
        if (m_engine) {
            m_fronts.push_back(make(*m_engine));
        }
    }

    void clear()
    {
        m_fronts.clear();
        m_engine.reset();
        m_guest.reset();
        m_guard.reset();
    }

    void setPrologue(Prologue prologue) { m_prologue = std::move(prologue); }

    [[nodiscard]] Engine *engine() const { return m_engine.get(); }
    [[nodiscard]] std::shared_ptr<LoopGuard> guard() const { return m_guard; }

private:
    EngineSetup m_setup;
    SystemClock m_clock;
    std::shared_ptr<LoopGuard> m_guard;
    Prologue m_prologue;
    std::unique_ptr<QObject> m_guest;
    std::unique_ptr<Engine> m_engine;
    std::vector<std::unique_ptr<QObject>> m_fronts;
};

EngineLink::EngineLink(const EngineSetup &setup, std::shared_ptr<LoopGuard> guard, QObject *parent)
    : EngineFacade(parent)
    , m_setup(setup)
    , m_guard(std::move(guard))
    , m_room(std::make_unique<Room>(setup))
    , m_settings(setup.settings)
{
    qRegisterMetaType<QList<vestnik::ChannelId>>("QList<vestnik::ChannelId>");
    qRegisterMetaType<QList<vestnik::JobRow>>("QList<vestnik::JobRow>");
    m_status.storePath = setup.databaseFile;
    m_status.scheduler = SchedulerState::Stopped;
}

EngineLink::~EngineLink()
{
    if (m_thread) {
        shutDown();
        m_thread->wait();
    }
}

void EngineLink::start()
{
    Q_ASSERT(!m_thread);
    m_thread = new QThread(this);
    m_thread->setObjectName(QStringLiteral("engine"));
    m_room->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, this, &EngineLink::drained);
    m_thread->start();
    Room *room = m_room.get();
    QMetaObject::invokeMethod(
        room,
        [this, room] {
            room->build();
            Engine *engine = room->engine();
            connectEngine(engine);
            const std::shared_ptr<LoopGuard> guard = room->guard();
            const Settings settings = engine->settings();
            QMetaObject::invokeMethod(
                this,
                [this, guard, settings] {
                    m_engineGuard = guard;
                    m_settings = settings;
                    Q_EMIT settingsChanged(settings);
                },
                Qt::QueuedConnection);
            engine->begin(settings.flag(SettingId::StartScheduler));
        },
        Qt::QueuedConnection);
}

void EngineLink::connectEngine(Engine *engine)
{
    // Called on the engine thread; the receivers are on ours, so every connection is a queued one with values.
    connect(engine, &Engine::statusChanged, this, [this](const EngineStatus &status) {
        m_status = status;
        Q_EMIT statusChanged(status);
    });
    connect(engine, &Engine::logAdded, this, [this](const QList<LogEntry> &entries) {
        m_log.append(entries);
        if (m_log.size() > OperatorLog::capacity) {
            m_log.remove(0, m_log.size() - OperatorLog::capacity);
        }
        Q_EMIT logAdded(entries);
    });
    connect(engine, &Engine::settingsChanged, this, [this](const Settings &settings) {
        m_settings = settings;
        Q_EMIT settingsChanged(settings);
    });
    connect(engine, &Engine::runProgressed, this, &EngineFacade::runProgressed);
    connect(engine, &Engine::runFinished, this, &EngineFacade::runFinished);
    connect(engine, &Engine::channelsChanged, this, &EngineFacade::channelsChanged);
    connect(engine, &Engine::channelsRemoved, this, &EngineFacade::channelsRemoved);
    connect(engine, &Engine::postsStored, this, &EngineFacade::postsStored);
    connect(engine, &Engine::postsMarked, this, &EngineFacade::postsMarked);
    connect(engine, &Engine::tagsChanged, this, &EngineFacade::tagsChanged);
    connect(engine, &Engine::savedSearchesChanged, this, &EngineFacade::savedSearchesChanged);
    connect(engine, &Engine::savedSearchesCounted, this, &EngineFacade::savedSearchesCounted);
    connect(engine, &Engine::taskChanged, this, [this](const TaskRecord &task) {
        noteTask(task);
        Q_EMIT taskChanged(task);
    });
    connectJobs(engine);
    // Reads wait until it is open again.
    connect(engine, &Engine::storeClosed, this, [this] { m_pool.reset(); });
    connect(engine, &Engine::storeOpened, engine, [this, engine] {
        const std::shared_ptr<ReadPool> pool = engine->readPool();
        QMetaObject::invokeMethod(
            this, [this, pool] { takeStore(pool); }, Qt::QueuedConnection);
    });
    connect(engine, &Engine::drained, engine, [this] {
        // Posted, because the engine must not be destroyed from inside its own signal.
        Room *room = m_room.get();
        QMetaObject::invokeMethod(
            room,
            [room] {
                room->clear();
                room->thread()->quit();
            },
            Qt::QueuedConnection);
    });
}

void EngineLink::takeStore(std::shared_ptr<ReadPool> pool)
{
    m_pool = std::move(pool);
    const QMap<Ticket, WaitingRead> waiting = std::exchange(m_waitingReads, {});
    Q_EMIT ready();
    for (const WaitingRead &read : waiting) {
        read.ask();
    }
}

void EngineLink::shutDown()
{
    if (m_shuttingDown || !m_thread) {
        return;
    }
    withEngine([](Engine &engine) { engine.shutDown(); });
    m_shuttingDown = true;
}

void EngineLink::withEngine(std::function<void(Engine &)> work)
{
    if (m_shuttingDown || !m_thread) {
        return;
    }
    Room *room = m_room.get();
    QMetaObject::invokeMethod(
        room,
        [room, work = std::move(work)] {
            if (Engine *engine = room->engine()) {
                work(*engine);
            }
        },
        Qt::QueuedConnection);
}

void EngineLink::addFront(MakeFront make)
{
    Room *room = m_room.get();
    QMetaObject::invokeMethod(
        room, [room, make = std::move(make)] { room->addFront(make); }, Qt::QueuedConnection);
}

void EngineLink::setPrologue(Prologue prologue)
{
    Q_ASSERT(!m_thread);
    m_room->setPrologue(std::move(prologue));
}

QList<LoopStats> EngineLink::loops() const
{
    QList<LoopStats> stats;
    for (const std::shared_ptr<LoopGuard> &guard : {m_guard, m_engineGuard}) {
        if (guard) {
            stats.append(guard->stats());
        }
    }
    return stats;
}

void EngineLink::resetLoops()
{
    for (const std::shared_ptr<LoopGuard> &guard : {m_guard, m_engineGuard}) {
        if (guard) {
            guard->reset();
        }
    }
}

// ---- tickets ----

void EngineLink::deliver(Ticket ticket, const std::any &result)
{
    const Pending pending = m_pending.take(ticket);
    if (pending.context && pending.done) {
        pending.done(result);
    }
}

// ---- commands ----

void EngineLink::startScheduler()
{
    if (m_status.scheduler == SchedulerState::Stopped || m_status.scheduler == SchedulerState::Failed) {
        m_status.scheduler = SchedulerState::Starting;
        Q_EMIT statusChanged(m_status);
    }
    withEngine([](Engine &engine) { engine.startScheduler(); });
}

void EngineLink::stopScheduler()
{
    if (m_status.scheduler == SchedulerState::Running || m_status.scheduler == SchedulerState::Starting) {
        m_status.scheduler = SchedulerState::Stopping;
        Q_EMIT statusChanged(m_status);
    }
    withEngine([](Engine &engine) { engine.stopScheduler(); });
}

void EngineLink::parse(const ParseRequest &request, QObject *context, Done<RunId> done)
{
    command<RunId>(context, std::move(done), [request](Engine &engine) { return engine.parse(request); });
}

void EngineLink::cancelRun(RunId run)
{
    withEngine([run](Engine &engine) { engine.cancelRun(run); });
}

void EngineLink::addChannels(const QList<ChannelDraft> &drafts, QObject *context, Done<AddedChannels> done)
{
    command<AddedChannels>(context, std::move(done), [drafts](Engine &engine) { return engine.addChannels(drafts); });
}

void EngineLink::editChannels(const QList<ChannelId> &ids, const ChannelPatch &patch, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [ids, patch](Engine &engine) { return engine.editChannels(ids, patch); });
}

void EngineLink::removeChannels(const QList<ChannelId> &ids, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [ids](Engine &engine) { return engine.removeChannels(ids); });
}

void EngineLink::restoreChannels(const QList<ChannelId> &ids, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [ids](Engine &engine) { return engine.restoreChannels(ids); });
}

void EngineLink::markRead(const QList<PostId> &posts, bool read, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [posts, read](Engine &engine) { return engine.markRead(posts, read); });
}

void EngineLink::markChannelsRead(const QList<ChannelId> &ids, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [ids](Engine &engine) { return engine.markChannelsRead(ids); });
}

void EngineLink::changeSettings(const SettingChanges &changes, QObject *context, Done<void> done)
{
    command<void>(context, std::move(done), [changes](Engine &engine) { return engine.changeSettings(changes); });
}

void EngineLink::setProxyPassword(const QString &password, QObject *context, Done<void> done)
{
    const Ticket ticket = expect<void>(context, std::move(done));
    withEngine([this, ticket, password](Engine &engine) {
        engine.setProxyPassword(password, [this, ticket](const Result<void> &kept) { answer<void>(ticket, kept); });
    });
}

void EngineLink::testProxy(const ProxyDraft &proxy, QObject *context, Done<ConnectionReport> done)
{
    const Ticket ticket = expect<ConnectionReport>(context, std::move(done));
    withEngine([this, ticket, proxy](Engine &engine) {
        engine.testProxy(proxy,
            [this, ticket](const Result<ConnectionReport> &report) { answer<ConnectionReport>(ticket, report); });
    });
}

void EngineLink::loadPicture(const QString &url, QObject *context, Done<QByteArray> done)
{
    const Ticket ticket = expect<QByteArray>(context, std::move(done));
    withEngine([this, ticket, url](Engine &engine) {
        engine.loadPicture(url, [this, ticket](const Result<QByteArray> &bytes) { answer<QByteArray>(ticket, bytes); });
    });
}

// ---- reads ----

void EngineLink::readChannels(QObject *context, Done<QList<ChannelRow>> done)
{
    read<QList<ChannelRow>>(
        context, std::move(done), [](Database &database) { return vestnik::readChannels(database); });
}

ReadId EngineLink::readPosts(const PostQuery &query, QObject *context, Done<PostPage> done)
{
    return read<PostPage>(
        context, std::move(done), [query](Database &database) { return vestnik::readPosts(database, query); });
}

void EngineLink::readOverview(QObject *context, Done<OverviewNumbers> done)
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const qint64 midnight = QDate::currentDate().startOfDay().toMSecsSinceEpoch();
    read<OverviewNumbers>(context, std::move(done),
        [midnight, now](Database &database) { return vestnik::readOverview(database, midnight, now); });
}

void EngineLink::readRuns(RunId before, int limit, QObject *context, Done<QList<RunRecord>> done)
{
    read<QList<RunRecord>>(context, std::move(done),
        [before, limit](Database &database) { return vestnik::readRuns(database, limit, before); });
}

void EngineLink::readRunChannels(RunId run, QObject *context, Done<QList<RunChannel>> done)
{
    read<QList<RunChannel>>(
        context, std::move(done), [run](Database &database) { return vestnik::readRunChannels(database, run); });
}

} // namespace vestnik
