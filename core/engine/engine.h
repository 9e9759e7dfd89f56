// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/operatorlog.h"
#include "core/base/secretstore.h"
#include "core/base/stop.h"
#include "core/base/taskscope.h"
#include "core/collect/collector.h"
#include "core/engine/enginefacade.h"
#include "core/engine/jobboard.h"
#include "core/engine/jobs/jobhost.h"
#include "core/engine/newsbatcher.h"
#include "core/engine/picturecache.h"
#include "core/engine/runhistory.h"
#include "core/engine/savedcounts.h"
#include "core/engine/taskrunner.h"
#include "core/net/httpclient.h"
#include "core/schedule/scheduler.h"
#include "core/schedule/zonewatch.h"
#include "core/source/webpreview/webpreviewsource.h"
#include "core/store/database.h"
#include "core/store/readpool.h"
#include "core/store/walkeeper.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <optional>

namespace vestnik {

/// What an engine is made of. A value.
struct EngineSetup {
    QString dataDir;
    QString databaseFile; ///< unless the settings name a database
    QString settingsFile; ///< empty: settings are not written
    QString logFile; ///< empty: memory only
    QString studyDir; ///< pages that could not be read; empty: not kept
    QString cacheDir;
    Settings settings;
    QStringList notes; ///< what was odd while the settings were read
    QString firstJobName = QStringLiteral("Parse all channels"); ///< of the job that a new store begins with
    qint64 intervalMs = 0; ///< of the job that a new store begins with, at least 1000; 0: the setting's minutes
};

/// Builds and owns everything that works, on the engine thread: commands in, events out. The fronts (window, command
/// line) give the same commands. It works without a store as well: then commands fail with the reason and the next one
/// that needs the store tries to open it again.
///
/// Made, used and destroyed on the engine thread. shutDown(), then drained(), then it may be destroyed.
class Engine final : public QObject, private JobHost {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Engine)

public:
    Engine(Clock &clock, const EngineSetup &setup, std::shared_ptr<LoopGuard> guard, QObject *parent = nullptr);
    ~Engine() override;

    /// Opens the store, at once or after it was brought up to date beside the loop; then starts the scheduler if asked
    /// to. On failure the engine lives on without it and tries again where that can help.
    /// A password that the settings do not hold is asked of the secret store before.
    void begin(bool startScheduler);
    /// Opens the store now; on failure the engine lives on without it.
    Result<void> open();
    /// Ends all work: no command is accepted from now on. drained() follows, within 5 s in any case that we know of.
    void shutDown();

    /// False while the store is being opened, or is closed for a task: commands that need it fail until it is back.
    [[nodiscard]] bool isSettled() const { return !m_preparing && !m_storeAway; }
    /// Runs `work` once the engine is settled, or ends: at once if it is.
    void whenSettled(std::function<void()> work);

    [[nodiscard]] EngineStatus status() const;
    [[nodiscard]] const Settings &settings() const { return m_setup.settings; }
    [[nodiscard]] std::shared_ptr<ReadPool> readPool() const override { return m_pool; }
    [[nodiscard]] OperatorLog &log() override { return m_log; }
    [[nodiscard]] std::shared_ptr<LoopGuard> guard() const { return m_guard; }
    [[nodiscard]] const EngineSetup &setup() const { return m_setup; }

    // Commands; the facade has their contracts.
    void startScheduler();
    void stopScheduler();
    [[nodiscard]] Result<RunId> parse(const ParseRequest &request);
    // Jobs and their runs (enginejobs.cpp).
    [[nodiscard]] QList<JobRow> jobs() const;
    [[nodiscard]] Result<Job> saveJob(const Job &job);
    [[nodiscard]] Result<void> removeJobs(const QList<JobId> &jobs);
    [[nodiscard]] Result<void> restoreJobs(const QList<JobId> &jobs);
    [[nodiscard]] Result<void> setJobsEnabled(const QList<JobId> &jobs, bool enabled);
    [[nodiscard]] Result<void> pauseJobs(const QList<JobId> &jobs, qint64 until);
    [[nodiscard]] Result<void> resumeJobs(const QList<JobId> &jobs);
    [[nodiscard]] Result<RunId> runJob(JobId job, RunOrigin origin);
    void forecastJob(const Job &job, std::function<void(Result<JobForecast>)> done);
    /// Reckoned in slices, since there may be thousands of jobs; `done` is called later. No jobs: all that have fires
    /// or are paused.
    void readFires(qint64 from, qint64 to, const QList<JobId> &jobs, std::function<void(Result<QList<JobFires>>)> done);
    void cancelRun(RunId run);
    [[nodiscard]] Result<RunId> retryFailed(RunId run, RunOrigin origin);
    /// What was logged of runs is in the store afterwards.
    void flushRunLog() { m_history.flush(); }
    [[nodiscard]] Result<AddedChannels> addChannels(const QList<ChannelDraft> &drafts);
    [[nodiscard]] Result<void> editChannels(const QList<ChannelId> &ids, const ChannelPatch &patch);
    [[nodiscard]] Result<void> removeChannels(const QList<ChannelId> &ids);
    [[nodiscard]] Result<void> restoreChannels(const QList<ChannelId> &ids);
    [[nodiscard]] Result<void> markRead(const QList<PostId> &posts, bool read);
    [[nodiscard]] Result<void> markChannelsRead(const QList<ChannelId> &ids);
    [[nodiscard]] Result<void> changeSettings(const SettingChanges &changes);
    // The archive (enginearchive.cpp).
    [[nodiscard]] Result<void> setStarred(const QList<PostId> &posts, bool starred);
    [[nodiscard]] Result<void> setNote(PostId post, const QString &text);
    [[nodiscard]] Result<void> changeTags(
        const QList<PostId> &posts, const QStringList &add, const QStringList &remove);
    [[nodiscard]] Result<void> renameTag(TagId tag, const QString &name);
    [[nodiscard]] Result<QList<PostId>> removeTag(TagId tag);
    [[nodiscard]] Result<SavedSearch> saveSearch(const SavedSearch &search);
    [[nodiscard]] Result<void> removeSavedSearch(qint64 id);
    [[nodiscard]] Result<TaskId> startTask(const TaskSpec &spec);
    void cancelTask(TaskId task) override;
    [[nodiscard]] Result<void> setRetention(const RetentionRule &rule);
    [[nodiscard]] Result<void> setChannelRetention(
        const QList<ChannelId> &ids, const std::optional<RetentionRule> &rule);
    void probeDatabase(const QString &address, std::function<void(Result<DatabaseProbe>)> done);
    void switchDatabase(const QString &address, std::function<void(Result<void>)> done);
    void setProxyPassword(const QString &password, std::function<void(Result<void>)> done);
    void testProxy(const ProxyDraft &proxy, std::function<void(Result<ConnectionReport>)> done);
    void loadPicture(const QString &url, std::function<void(Result<QByteArray>)> done);
    /// Refuses to let the store grow beyond so many pages of SQLite, as a full disk would.
    void limitStorePages(int pages);
    [[nodiscard]] Result<QList<ChannelRow>> channels();
    [[nodiscard]] Result<QList<RunChannel>> runChannels(RunId run);
    [[nodiscard]] Result<RunRecord> run(RunId run);
    /// The newest run, also one that was skipped; nullopt before the first.
    [[nodiscard]] Result<std::optional<RunRecord>> lastRun();

Q_SIGNALS:
    void statusChanged(const vestnik::EngineStatus &status);
    /// Queued, or begun.
    void runChanged(const vestnik::RunRecord &run);
    void runProgressed(const vestnik::RunProgress &progress);
    void runFinished(const vestnik::RunRecord &run);
    void jobsChanged(const QList<vestnik::JobRow> &jobs);
    void jobsRemoved(const QList<vestnik::JobId> &jobs);
    /// The system's data of time zones, or its zone, is another one.
    void zonesChanged();
    void channelFinished(const vestnik::RunChannel &row);
    void channelsChanged(const QList<vestnik::ChannelRow> &rows);
    void channelsRemoved(const QList<vestnik::ChannelId> &ids);
    void postsStored(const vestnik::StoredNews &news);
    void logAdded(const QList<vestnik::LogEntry> &entries);
    void settingsChanged(const vestnik::Settings &settings);
    void postsMarked(const QList<vestnik::PostId> &posts);
    void tagsChanged(const QList<vestnik::TagRow> &tags);
    void savedSearchesChanged(const QList<vestnik::SavedSearch> &searches);
    void savedSearchesCounted(const QList<vestnik::SavedSearchCount> &counts);
    void taskChanged(const vestnik::TaskRecord &task);
    /// The store was opened (again): reads go through this pool from now on.
    void storeOpened();
    /// The store was closed for a while; storeOpened() follows.
    void storeClosed();
    /// Nothing works any more and nothing is open. The last signal.
    void drained();

private:
    [[nodiscard]] Result<void> needStore();
    [[nodiscard]] Result<void> publishUnread();
    [[nodiscard]] QString databaseAddress() const;
    /// Without a password.
    [[nodiscard]] QString shownAddress() const;
    void openPool(const DatabaseConfig &config);
    /// Ends the work on the store, closes it, then calls `closed` once (later, or at once). Commands that need the
    /// store fail until reopenStore().
    void closeStore(std::function<void(Result<void>)> closed);
    void closeStoreNow();
    /// Lets go of the store and of all that works on it.
    void releaseStore();
    /// Opens the store without making the loop wait for a server, a backup or a migration.
    void openAside(std::function<void(Result<void>)> done);
    void openFirst();
    void retryOpening();
    void settle();
    /// Runs `work` on a thread without a loop, then `done` here. Dropped when the engine is destroyed.
    template<typename T>
    void runAside(std::function<T()> work, std::function<void(T)> done)
    {
        m_aside.start([this, work = std::move(work), done = std::move(done)] {
            // Moved, not shared: this thread must not be the one that frees what the other already reads.
            std::shared_ptr<T> result = std::make_unique<T>(work());
            QMetaObject::invokeMethod(
                this, [done, result = std::move(result)] { done(std::move(*result)); }, Qt::QueuedConnection);
        });
    }
    void reopenStore(const std::function<void(Result<void>)> &done);
    /// Tells everybody about everything: another store may stand there now.
    void noteReopened();
    /// A scheduler that was to start and has no store says why.
    void noteNotOpened(const Error &error);
    /// Why a task cannot go, as far as it is known before it begins.
    [[nodiscard]] Result<void> checkTask(const TaskSpec &spec);
    [[nodiscard]] TaskRunner::Task makeTask(const TaskSpec &spec);
    /// Tasks that need the store for themselves: it is closed before and opened after.
    [[nodiscard]] TaskRunner::Task makeLonelyTask(const TaskSpec &spec);
    void endLonelyTask(const TaskRecord &record, const TaskRunner::Told &told);
    void endMove(const QString &target, const TaskRecord &record, const TaskRunner::Told &told);
    void noteBigChange();
    /// Puts the address into the settings, its password into the keychain.
    void keepAddress(const QString &address, const std::function<void(Result<void>)> &done);
    void tellKept();
    void goOnWith(const QString &address, const QString &before, const std::function<void(Result<void>)> &done);
    void noteMarks(const QList<PostId> &posts);
    void publishTags();
    void publishSearches();
    void applySettings();
    void applyProxy();
    void connectJobs();
    void attachJobs();
    void makeFirstJob();
    void onSchedulerState();
    struct FireSurvey;
    void surveyFires(const std::shared_ptr<FireSurvey> &survey);
    /// A run goes, of a job or by hand.
    [[nodiscard]] bool isWorking() const;
    /// Ends the runs that belong to no job.
    void cancelByHand(bool byOperator);
    void onCollected(const RunRecord &run);
    void onTaskChanged(const TaskRecord &task);
    void onIdle();
    void onStoreFailed(const Error &error);
    void onStoreLost(const Error &error, qint64 retryAt);
    void onStoreBack();
    void onHostState(const QString &host, qint64 waitingUntil, qint64 pausedUntil, const Error &error);
    void publishRows(const QList<ChannelId> &ids);
    void statusSoon();
    void checkDrained();
    void checkAffinity();
    void countChannels();
    // JobHost
    [[nodiscard]] QObject *context() override { return this; }
    [[nodiscard]] Clock &clock() override { return m_clock; }
    [[nodiscard]] QString dataDir() const override { return m_setup.dataDir; }
    [[nodiscard]] QString storeAddress() const override { return databaseAddress(); }
    [[nodiscard]] Database *database() override { return m_database.get(); }
    [[nodiscard]] Collector *collector() override { return m_collector.get(); }
    [[nodiscard]] Result<TaskId> startJobTask(
        const TaskSpec &spec, const After &after, const std::function<void(const TaskRecord &)> &told) override;
    void watchRun(RunId run, const std::function<void(const RunRecord &)> &ended) override;
    void unwatchRun(RunId run) override;
    void tellRun(const RunRecord &run) override;
    void tellProgress(const RunProgress &progress) override;
    [[nodiscard]] QCoro::Task<> runProbe(ProxySettings proxy, std::function<void(Result<ConnectionReport>)> done);
    [[nodiscard]] QCoro::Task<> runPicture(QString url, std::function<void(Result<QByteArray>)> done);

    Clock &m_clock;
    EngineSetup m_setup;
    std::shared_ptr<LoopGuard> m_guard;
    OperatorLog m_log;
    NewsBatcher m_news;
    std::unique_ptr<SecretStore> m_secrets;
    HttpClient m_http;
    WebPreviewSource m_preview;
    PictureCache m_pictures;
    RunHistory m_history;
    Scheduler m_scheduler;
    JobBoard m_jobBoard;
    ZoneWatch m_zoneWatch;
    QHash<RunId, std::function<void(const RunRecord &)>> m_runWatch; ///< the collector's runs of jobs
    QHash<TaskId, std::function<void(const TaskRecord &)>> m_taskWatch; ///< tasks of jobs
    QList<std::shared_ptr<FireSurvey>> m_surveys;
    QMap<RunId, RunRecord> m_taskRuns; ///< going runs that are not the collector's
    StopSource m_stop; ///< of probes and pictures
    TaskScope m_tasks;
    std::unique_ptr<Database> m_database;
    std::shared_ptr<ReadPool> m_pool;
    std::unique_ptr<WalKeeper> m_walKeeper;
    std::unique_ptr<Collector> m_collector;
    std::unique_ptr<SavedCounts> m_savedCounts;
    TaskRunner m_taskRunner;
    bool m_storeAway = false; ///< closed on purpose, for a task that needs it alone
    std::function<void(Result<void>)> m_whenClosed;
    bool m_stoppingByHand = false; ///< the scheduler was stopped, runs that are not its own still end
    std::function<void()> m_whenKept; ///< the password of another database is being written
    bool m_secretRead = false; ///< the password of the database was asked for
    std::shared_ptr<std::atomic_bool> m_ending = std::make_shared<std::atomic_bool>(false); ///< for threads beside
    bool m_preparing = false; ///< the store is being brought up to date, or its server is being asked
    QList<std::function<void()>> m_unsettled; ///< what waits for the store
    bool m_schedulerWanted = false; ///< to be started once the store is open
    qint64 m_retryAt = 0; ///< ms UTC, 0 no
    std::unique_ptr<ClockAlarm> m_statusAlarm;
    std::unique_ptr<ClockAlarm> m_retryAlarm;
    bool m_statusPending = false;
    QHash<QString, HostState> m_hosts;
    Error m_storeError;
    qint64 m_storeRetryAt = 0; ///< ms UTC, while the connection of the open store is lost
    Error m_startError; ///< why the scheduler could not start
    QString m_proxyPassword;
    QString m_databasePassword;
    int m_channelsTotal = 0;
    int m_channelsActive = 0;
    int m_channelsFailing = 0;
    bool m_shuttingDown = false;
    bool m_drained = false;
    QThreadPool m_aside; ///< last: its threads must be gone before the rest is
};

} // namespace vestnik
