// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/engine.h"
#include "core/engine/enginefacade.h"

#include <QHash>
#include <QPointer>

#include <any>
#include <memory>

class QThread;

namespace vestnik {

/// The facade over a real engine: starts the engine thread, carries commands to it by queued calls, and brings results
/// and events back the same way. Closures of the window never leave the GUI thread: a ticket number goes over instead.
///
/// Lives on the main thread. Exit: shutDown() → drained() (the thread has ended) → destroy.
class EngineLink final : public EngineFacade {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineLink)

public:
    /// `guard`: the one of the main loop.
    EngineLink(const EngineSetup &setup, std::shared_ptr<LoopGuard> guard, QObject *parent = nullptr);
    /// Ends the thread if shutDown() was not called; waits for it.
    ~EngineLink() override;

    /// Starts the engine thread and opens the store there. Once.
    void start();
    /// Ends all work, then the engine thread. Returns at once; drained() follows.
    void shutDown();

    /// Runs `work` on the engine thread with the engine. The way for other fronts of this process.
    void withEngine(std::function<void(Engine &)> work);
    /// Makes another front (a server for commands) on the engine thread; it is destroyed before the engine is.
    using MakeFront = std::function<std::unique_ptr<QObject>(Engine &)>;
    void addFront(MakeFront make);
    /// Runs on the engine thread before the engine is made, may change its setup, and gives an object that lives beside
    /// the engine and is destroyed after it (the demo's server). Before start().
    using Prologue = std::function<std::unique_ptr<QObject>(EngineSetup &)>;
    void setPrologue(Prologue prologue);

    [[nodiscard]] EngineStatus status() const override { return m_status; }
    [[nodiscard]] Settings settings() const override { return m_settings; }
    [[nodiscard]] bool isReady() const override { return m_pool != nullptr; }
    [[nodiscard]] QString dataDir() const override { return m_setup.dataDir; }
    [[nodiscard]] QString logFile() const override { return m_setup.logFile; }
    [[nodiscard]] QList<LoopStats> loops() const override;
    void resetLoops() override;
    [[nodiscard]] QList<LogEntry> log() const override { return m_log; }

    void startScheduler() override;
    void stopScheduler() override;
    void parse(const ParseRequest &request, QObject *context, Done<RunId> done) override;
    void cancelRun(RunId run) override;
    void addChannels(const QList<ChannelDraft> &drafts, QObject *context, Done<AddedChannels> done) override;
    void editChannels(
        const QList<ChannelId> &ids, const ChannelPatch &patch, QObject *context, Done<void> done) override;
    void removeChannels(const QList<ChannelId> &ids, QObject *context, Done<void> done) override;
    void restoreChannels(const QList<ChannelId> &ids, QObject *context, Done<void> done) override;
    void markRead(const QList<PostId> &posts, bool read, QObject *context, Done<void> done) override;
    void markChannelsRead(const QList<ChannelId> &ids, QObject *context, Done<void> done) override;
    void changeSettings(const SettingChanges &changes, QObject *context, Done<void> done) override;
    void setProxyPassword(const QString &password, QObject *context, Done<void> done) override;
    void testProxy(const ProxyDraft &proxy, QObject *context, Done<ConnectionReport> done) override;
    void loadPicture(const QString &url, QObject *context, Done<QByteArray> done) override;

    void readChannels(QObject *context, Done<QList<ChannelRow>> done) override;
    void readPosts(const PostQuery &query, QObject *context, Done<PostPage> done) override;
    void readPost(PostId id, QObject *context, Done<Post> done) override;
    void readOverview(QObject *context, Done<OverviewNumbers> done) override;
    void readRuns(RunId before, int limit, QObject *context, Done<QList<RunRecord>> done) override;
    void readRunChannels(RunId run, QObject *context, Done<QList<RunChannel>> done) override;

Q_SIGNALS:
    /// The engine thread has ended. The last signal.
    void drained();

private:
    using Ticket = quint64;
    struct Pending {
        QPointer<QObject> context;
        std::function<void(const std::any &)> done;
    };
    /// Lives on the engine thread for as long as the thread: makes, holds and destroys the engine.
    class Room;

    template<typename T>
    [[nodiscard]] Ticket expect(QObject *context, Done<T> done);
    template<typename T>
    void answer(Ticket ticket, Result<T> result);
    template<typename T, typename Work>
    void command(QObject *context, Done<T> done, Work work);
    template<typename T, typename Read>
    void read(QObject *context, Done<T> done, Read read);
    void deliver(Ticket ticket, const std::any &result);
    void takeStore(std::shared_ptr<ReadPool> pool);
    void connectEngine(Engine *engine);

    const EngineSetup m_setup;
    const std::shared_ptr<LoopGuard> m_guard;
    std::shared_ptr<LoopGuard> m_engineGuard; ///< known when the engine thread has started
    QThread *m_thread = nullptr;
    std::unique_ptr<Room> m_room; ///< on the engine thread while that runs
    std::shared_ptr<ReadPool> m_pool;
    QList<std::function<void()>> m_waitingReads; ///< asked for before the store was open
    QHash<Ticket, Pending> m_pending;
    Ticket m_lastTicket = 0;
    EngineStatus m_status;
    Settings m_settings;
    QList<LogEntry> m_log;
    bool m_shuttingDown = false;
};

} // namespace vestnik
