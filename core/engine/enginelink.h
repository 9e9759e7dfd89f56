// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/engine.h"
#include "core/engine/enginefacade.h"
#include "core/schedule/triggertimes.h"

#include <QHash>
#include <QMap>
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

    /// In the operator's language; before start().
    void setFirstJobName(const QString &name) { m_setup.firstJobName = name; }
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

    // Jobs (enginelinkjobs.cpp).
    [[nodiscard]] QList<JobRow> jobs() const override { return m_jobs.values(); }
    void saveJob(const Job &job, QObject *context, Done<Job> done) override;
    void removeJobs(const QList<JobId> &jobs, QObject *context, Done<void> done) override;
    void restoreJobs(const QList<JobId> &jobs, QObject *context, Done<void> done) override;
    void setJobsEnabled(const QList<JobId> &jobs, bool enabled, QObject *context, Done<void> done) override;
    void pauseJobs(const QList<JobId> &jobs, qint64 until, QObject *context, Done<void> done) override;
    void resumeJobs(const QList<JobId> &jobs, QObject *context, Done<void> done) override;
    void runJob(JobId job, QObject *context, Done<RunId> done) override;
    void forecastJob(const Job &job, QObject *context, Done<JobForecast> done) override;
    void previewTrigger(const Trigger &trigger, int count, QObject *context, Done<TriggerPreview> done) override;
    void readFires(
        qint64 from, qint64 to, const QList<JobId> &jobs, QObject *context, Done<QList<JobFires>> done) override;
    void retryFailed(RunId run, QObject *context, Done<RunId> done) override;
    ReadId findRuns(const RunQuery &query, QObject *context, Done<RunPage> done) override;
    ReadId readRunLog(RunId run, QObject *context, Done<QList<LogEntry>> done) override;
    ReadId readRunCharts(const RunChartQuery &query, QObject *context, Done<RunCharts> done) override;

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

    // The archive (enginelinkarchive.cpp).
    void setStarred(const QList<PostId> &posts, bool starred, QObject *context, Done<void> done) override;
    void setNote(PostId post, const QString &text, QObject *context, Done<void> done) override;
    void changeTags(const QList<PostId> &posts, const QStringList &add, const QStringList &remove, QObject *context,
        Done<void> done) override;
    void renameTag(TagId tag, const QString &name, QObject *context, Done<void> done) override;
    void removeTag(TagId tag, QObject *context, Done<QList<PostId>> done) override;
    void saveSearch(const SavedSearch &search, QObject *context, Done<SavedSearch> done) override;
    void removeSavedSearch(qint64 id, QObject *context, Done<void> done) override;
    void startTask(const TaskSpec &spec, QObject *context, Done<TaskId> done) override;
    void cancelTask(TaskId task) override;
    [[nodiscard]] QList<TaskRecord> tasks() const override { return m_tasks; }
    void setRetention(const RetentionRule &rule, QObject *context, Done<void> done) override;
    void setChannelRetention(const QList<ChannelId> &ids, const std::optional<RetentionRule> &rule, QObject *context,
        Done<void> done) override;
    void readRetention(QObject *context, Done<RetentionSettings> done) override;
    void readStorage(QObject *context, Done<StorageFacts> done) override;
    void probeDatabase(const QString &address, QObject *context, Done<DatabaseProbe> done) override;
    void switchDatabase(const QString &address, QObject *context, Done<void> done) override;
    void cancelRead(ReadId read) override;
    ReadId listPosts(const PostQuery &query, QObject *context, Done<PostIdList> done) override;
    ReadId readSummaries(const QList<PostId> &ids, QObject *context, Done<QList<PostSummary>> done) override;
    ReadId readPostDetails(PostId id, QObject *context, Done<PostDetails> done) override;
    void readTags(QObject *context, Done<QList<TagRow>> done) override;
    void readSavedSearches(QObject *context, Done<QList<SavedSearch>> done) override;

    void readChannels(QObject *context, Done<QList<ChannelRow>> done) override;
    ReadId readPosts(const PostQuery &query, QObject *context, Done<PostPage> done) override;
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
    [[nodiscard]] Ticket expect(QObject *context, Done<T> done)
    {
        const Ticket ticket = ++m_lastTicket;
        Pending pending;
        pending.context = context;
        pending.done = [done = std::move(done)](const std::any &result) {
            if (done) {
                done(std::any_cast<const Result<T> &>(result));
            }
        };
        m_pending.insert(ticket, pending);
        return ticket;
    }
    /// From any thread.
    template<typename T>
    void answer(Ticket ticket, Result<T> result)
    {
        QMetaObject::invokeMethod(
            this, [this, ticket, result = std::move(result)] { deliver(ticket, result); }, Qt::QueuedConnection);
    }
    template<typename T, typename Work>
    void command(QObject *context, Done<T> done, Work work)
    {
        const Ticket ticket = expect<T>(context, std::move(done));
        if (m_shuttingDown || !m_thread) {
            answer<T>(ticket, failure(ErrorCode::EngineStopped));
            return;
        }
        withEngine([this, ticket, work = std::move(work)](Engine &engine) {
            engine.whenSettled([this, ticket, work, &engine] { answer<T>(ticket, work(engine)); });
        });
    }
    template<typename T, typename Work>
    ReadId read(QObject *context, Done<T> done, Work work)
    {
        const Ticket ticket = expect<T>(context, std::move(done));
        ask<T>(ticket, [work](Database &database) { return work(database); });
        return ticket;
    }
    /// Asks the pool, or waits until there is one.
    template<typename T>
    void ask(Ticket ticket, const std::function<Result<T>(Database &)> &work)
    {
        if (!m_pool) {
            m_waitingReads.insert(ticket,
                {[this, ticket, work] { ask<T>(ticket, work); },
                    [this, ticket] { answer<T>(ticket, failure(ErrorCode::Cancelled)); }});
            return;
        }
        m_reads.insert(ticket, m_pool->run<T>(work, this, [this, ticket, work](const Result<T> &result) {
            const bool givenUp = m_reads.take(ticket).isCancelled();
            if (!result && !givenUp && !m_shuttingDown && wasCutOff(result.error())) {
                ask<T>(ticket, work);
                return;
            }
            deliver(ticket, result);
        }));
    }
    /// The engine closed its store meanwhile, for a task or for another store.
    [[nodiscard]] static bool wasCutOff(const Error &error)
    {
        return error.code == ErrorCode::Cancelled || error.code == ErrorCode::EngineStopped;
    }
    void deliver(Ticket ticket, const std::any &result);
    void takeStore(std::shared_ptr<ReadPool> pool);
    void noteTask(const TaskRecord &task);
    void connectEngine(Engine *engine);
    void connectJobs(Engine *engine);

    EngineSetup m_setup; ///< changes before start() only
    const std::shared_ptr<LoopGuard> m_guard;
    std::shared_ptr<LoopGuard> m_engineGuard; ///< known when the engine thread has started
    QThread *m_thread = nullptr;
    std::unique_ptr<Room> m_room; ///< on the engine thread while that runs
    std::shared_ptr<ReadPool> m_pool;
    /// Asked for while the store was not open, in the order of their tickets.
    struct WaitingRead {
        std::function<void()> ask;
        std::function<void()> giveUp;
    };
    QMap<Ticket, WaitingRead> m_waitingReads;
    QHash<Ticket, Pending> m_pending;
    QHash<Ticket, ReadTicket> m_reads; ///< those in the pool
    QList<TaskRecord> m_tasks;
    QMap<JobId, JobRow> m_jobs;
    ZoneCache m_zones; ///< of previews
    Ticket m_lastTicket = 0;
    EngineStatus m_status;
    Settings m_settings;
    QList<LogEntry> m_log;
    bool m_shuttingDown = false;
};

} // namespace vestnik
