// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/loopguard.h"
#include "core/base/operatorlog.h"
#include "core/base/result.h"
#include "core/base/settings.h"
#include "core/model/channel.h"
#include "core/model/job.h"
#include "core/model/query.h"
#include "core/model/run.h"
#include "core/model/task.h"

#include <QMetaType>
#include <QObject>

#include <functional>

namespace vestnik {

/// States of the scheduler (DESIGN 1.6). Starting and Stopping are passed through; Failed says why in
/// EngineStatus::error.
enum class SchedulerState { Stopped, Starting, Running, Stopping, Failed };

[[nodiscard]] QString schedulerStateName(SchedulerState state);

/// What a host of the web preview does to us at this moment.
struct HostState {
    QString host;
    qint64 waitingUntil = 0; ///< ms UTC: told to wait (Retry-After), 0 no
    qint64 pausedUntil = 0; ///< ms UTC: left alone after failures, 0 no
    int queued = 0; ///< requests that wait for the pace
    Error error; ///< the last failure while paused
};

/// Everything about the engine that fits on a card. A value; a new one comes with each change.
struct EngineStatus {
    SchedulerState scheduler = SchedulerState::Stopped;
    bool engineAlive = false; ///< the engine thread lives and its store was opened
    qint64 nextRunAt = 0; ///< ms UTC, 0 none
    QList<UpcomingRun> upcoming; ///< the next five while the scheduler runs, soonest first
    int jobs = 0;
    int jobsArmed = 0; ///< those that fire by themselves
    std::optional<RunRecord> run; ///< the going run; the newest if there are several
    QList<RunRecord> runs; ///< all going ones
    bool storeWritable = false;
    Error storeError; ///< code None while the store works
    qint64 storeRetryAt = 0; ///< ms UTC: when a lost database is tried again, 0 it is not
    bool storePreparing = false; ///< the store is being brought up to date (backup, then migration); reads wait
    QString storePath;
    QList<HostState> hosts; ///< only those that wait or are paused
    int channelsTotal = 0;
    int channelsActive = 0;
    int channelsFailing = 0;
    Error error; ///< of the scheduler when Failed

    /// True only while the scheduler runs and the engine thread lives.
    [[nodiscard]] bool running() const { return scheduler == SchedulerState::Running && engineAlive; }
};

/// Posts that were just stored.
struct StoredNews {
    QHash<ChannelId, int> added; ///< posts per channel
    int total = 0;
    PostId newest = 0;
};

struct ProxyDraft {
    QString kind; ///< "none", "system", "http", "socks5"
    QString host;
    int port = 0;
    QString user;
    QString password;
};

struct ConnectionReport {
    int status = 0; ///< HTTP status
    qint64 millis = 0;
    QString server; ///< host that answered
};

/// A read that can be given up.
using ReadId = quint64;

/// Called once, on the thread of the facade. Not called if its context is gone by then.
template<typename T>
using Done = std::function<void(Result<T>)>;

/// The one way from the window to the engine. Lives on the GUI thread; every function returns at once, work happens on
/// the engine thread (commands) or in the read pool (reads), and results come back as queued calls with values.
///
/// The real one is EngineLink; tests of the window use a fake.
class EngineFacade : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineFacade)

public:
    explicit EngineFacade(QObject *parent = nullptr)
        : QObject(parent)
    {
    }

    // What is known now.
    [[nodiscard]] virtual EngineStatus status() const = 0;
    [[nodiscard]] virtual Settings settings() const = 0;
    /// False until the engine has opened its store (reads before that wait for it).
    [[nodiscard]] virtual bool isReady() const = 0;
    [[nodiscard]] virtual QString dataDir() const = 0;
    [[nodiscard]] virtual QString logFile() const = 0;
    [[nodiscard]] virtual QList<LoopStats> loops() const = 0;
    virtual void resetLoops() = 0;
    /// The operator's log so far, oldest first.
    [[nodiscard]] virtual QList<LogEntry> log() const = 0;

    // Commands.
    virtual void startScheduler() = 0;
    virtual void stopScheduler() = 0;
    /// Starts a run, or fails with DatabaseReadOnly and the like. Channels that a going run reads already are not read
    /// twice.
    virtual void parse(const ParseRequest &request, QObject *context, Done<RunId> done) = 0;
    /// Ends the run within 5 s; 0 = all. What was fetched is kept.
    virtual void cancelRun(RunId run) = 0;
    virtual void addChannels(const QList<ChannelDraft> &drafts, QObject *context, Done<AddedChannels> done) = 0;
    virtual void editChannels(
        const QList<ChannelId> &ids, const ChannelPatch &patch, QObject *context, Done<void> done) = 0;
    /// Takes channels out of the list; posts are kept, restoreChannels() brings them back as they were.
    virtual void removeChannels(const QList<ChannelId> &ids, QObject *context, Done<void> done) = 0;
    virtual void restoreChannels(const QList<ChannelId> &ids, QObject *context, Done<void> done) = 0;
    virtual void markRead(const QList<PostId> &posts, bool read, QObject *context, Done<void> done) = 0;
    /// All posts of these channels; empty = of all channels.
    virtual void markChannelsRead(const QList<ChannelId> &ids, QObject *context, Done<void> done) = 0;
    virtual void changeSettings(const SettingChanges &changes, QObject *context, Done<void> done) = 0;
    /// Keeps the proxy's password in the system's keychain (where there is none, in a file only the user may read).
    virtual void setProxyPassword(const QString &password, QObject *context, Done<void> done) = 0;
    /// One request to the web preview through this proxy.
    virtual void testProxy(const ProxyDraft &proxy, QObject *context, Done<ConnectionReport> done) = 0;
    /// Fetches a picture of a post (at most 4 MiB), from the cache on disk or the network. `url` must stand in a stored
    /// post.
    virtual void loadPicture(const QString &url, QObject *context, Done<QByteArray> done) = 0;

    // What operators attach to posts; postsMarked() follows.
    virtual void setStarred(const QList<PostId> &posts, bool starred, QObject *context, Done<void> done) = 0;
    /// At most 20,000 characters; empty takes the note away.
    virtual void setNote(PostId post, const QString &text, QObject *context, Done<void> done) = 0;
    /// Names of tags, 1..64 characters; those that do not exist are made. tagsChanged() follows.
    virtual void changeTags(const QList<PostId> &posts, const QStringList &add, const QStringList &remove,
        QObject *context, Done<void> done) = 0;
    virtual void renameTag(TagId tag, const QString &name, QObject *context, Done<void> done) = 0;
    /// Takes the tag off all posts; answers with these, so that it can be undone by changeTags().
    virtual void removeTag(TagId tag, QObject *context, Done<QList<PostId>> done) = 0;
    /// Stores a new search (id 0) or changes one; answers with the stored one. savedSearchesChanged() follows.
    virtual void saveSearch(const SavedSearch &search, QObject *context, Done<SavedSearch> done) = 0;
    virtual void removeSavedSearch(qint64 id, QObject *context, Done<void> done) = 0;

    // Long tasks; one that writes goes at a time, the others wait in line.
    /// Answers when the task is in line; taskChanged() tells the rest.
    virtual void startTask(const TaskSpec &spec, QObject *context, Done<TaskId> done) = 0;
    virtual void cancelTask(TaskId task) = 0;
    /// Going ones and the last that ended, oldest first.
    [[nodiscard]] virtual QList<TaskRecord> tasks() const = 0;

    // Jobs and their runs. NotFound for a job that is not there; jobsChanged() follows.
    /// All jobs as they stand, in the order they were made; empty until the store is open.
    [[nodiscard]] virtual QList<JobRow> jobs() const = 0;
    /// Stores a new job (id 0) or changes one; answers with the stored one. InvalidArgument, subject: the member.
    virtual void saveJob(const Job &job, QObject *context, Done<Job> done) = 0;
    /// Going runs are stopped; restoreJobs() brings the jobs back until the program ends.
    virtual void removeJobs(const QList<JobId> &jobs, QObject *context, Done<void> done) = 0;
    virtual void restoreJobs(const QList<JobId> &jobs, QObject *context, Done<void> done) = 0;
    virtual void setJobsEnabled(const QList<JobId> &jobs, bool enabled, QObject *context, Done<void> done) = 0;
    /// `until`: ms UTC; 0: until resumeJobs().
    virtual void pauseJobs(const QList<JobId> &jobs, qint64 until, QObject *context, Done<void> done) = 0;
    virtual void resumeJobs(const QList<JobId> &jobs, QObject *context, Done<void> done) = 0;
    /// Runs a job once, whether the scheduler runs or not; answers with the run, which may be Skipped.
    virtual void runJob(JobId job, QObject *context, Done<RunId> done) = 0;
    /// What a job, stored or not, would do now; changes nothing.
    virtual void forecastJob(const Job &job, QObject *context, Done<JobForecast> done) = 0;
    /// The next `count` fires of a trigger (1..20) and what is wrong with it; quick enough for every key press.
    virtual void previewTrigger(const Trigger &trigger, int count, QObject *context, Done<TriggerPreview> done) = 0;
    /// Fires of the jobs (empty: all armed ones) in from < fire <= to.
    virtual void readFires(
        qint64 from, qint64 to, const QList<JobId> &jobs, QObject *context, Done<QList<JobFires>> done) = 0;
    /// Reads the channels of a run that failed once more; NotFound if none of them did.
    virtual void retryFailed(RunId run, QObject *context, Done<RunId> done) = 0;

    // How the archive is kept.
    virtual void setRetention(const RetentionRule &rule, QObject *context, Done<void> done) = 0;
    /// nullopt: as the general rule.
    virtual void setChannelRetention(
        const QList<ChannelId> &ids, const std::optional<RetentionRule> &rule, QObject *context, Done<void> done) = 0;
    virtual void readRetention(QObject *context, Done<RetentionSettings> done) = 0;
    virtual void readStorage(QObject *context, Done<StorageFacts> done) = 0;
    /// Looks at a database (sqlite:///… or postgresql://…) without changing it; takes at most 6 s.
    virtual void probeDatabase(const QString &address, QObject *context, Done<DatabaseProbe> done) = 0;
    /// Ends all work on the store and goes on with another one (empty: the file in the data directory). Keeps the one
    /// that is open if the other cannot be opened. ready() follows again.
    virtual void switchDatabase(const QString &address, QObject *context, Done<void> done) = 0;

    // Reads, in the read pool.
    /// Gives a read up: its answer is ErrorCode::Cancelled, unless it is on its way. Unknown ids are ignored.
    virtual void cancelRead(ReadId read) = 0;
    virtual void readChannels(QObject *context, Done<QList<ChannelRow>> done) = 0;
    /// The first page (or one by keyset): quick, for what is seen at once.
    virtual ReadId readPosts(const PostQuery &query, QObject *context, Done<PostPage> done) = 0;
    /// All ids that the query selects, in its order.
    virtual ReadId listPosts(const PostQuery &query, QObject *context, Done<PostIdList> done) = 0;
    /// The rows of some ids, in the order given, without those that are gone.
    virtual ReadId readSummaries(const QList<PostId> &ids, QObject *context, Done<QList<PostSummary>> done) = 0;
    virtual ReadId readPostDetails(PostId id, QObject *context, Done<PostDetails> done) = 0;
    virtual void readTags(QObject *context, Done<QList<TagRow>> done) = 0;
    virtual void readSavedSearches(QObject *context, Done<QList<SavedSearch>> done) = 0;
    virtual void readOverview(QObject *context, Done<OverviewNumbers> done) = 0;
    /// Newest first; `before` 0 = from the newest.
    virtual void readRuns(RunId before, int limit, QObject *context, Done<QList<RunRecord>> done) = 0;
    virtual void readRunChannels(RunId run, QObject *context, Done<QList<RunChannel>> done) = 0;
    virtual ReadId findRuns(const RunQuery &query, QObject *context, Done<RunPage> done) = 0;
    /// What was logged of a run so far, oldest first, the newest 5000 at most; logAdded() brings the rest of a going
    /// one (LogEntry::run).
    virtual ReadId readRunLog(RunId run, QObject *context, Done<QList<LogEntry>> done) = 0;
    virtual ReadId readRunCharts(const RunChartQuery &query, QObject *context, Done<RunCharts> done) = 0;

Q_SIGNALS:
    void ready();
    void statusChanged(const vestnik::EngineStatus &status);
    /// At most ten a second and run.
    void runProgressed(const vestnik::RunProgress &progress);
    /// Exactly one for each run, the last signal about it; also for skipped and missed ones.
    void runFinished(const vestnik::RunRecord &run);
    /// A run was queued or began.
    void runChanged(const vestnik::RunRecord &run);
    /// Jobs that are new or changed, or whose next fire, last run or going runs did; at most four times a second.
    void jobsChanged(const QList<vestnik::JobRow> &jobs);
    void jobsRemoved(const QList<vestnik::JobId> &jobs);
    /// Rows that are new or changed (at most four times a second while a run goes).
    void channelsChanged(const QList<vestnik::ChannelRow> &rows);
    void channelsRemoved(const QList<vestnik::ChannelId> &ids);
    /// At most four times a second.
    void postsStored(const vestnik::StoredNews &news);
    /// At most ten times a second.
    void logAdded(const QList<vestnik::LogEntry> &entries);
    void settingsChanged(const vestnik::Settings &settings);
    /// Rows whose marks changed (read, star, note, tags) or that were found gone; empty: any may have.
    void postsMarked(const QList<vestnik::PostId> &posts);
    void tagsChanged(const QList<vestnik::TagRow> &tags);
    void savedSearchesChanged(const QList<vestnik::SavedSearch> &searches);
    /// Counted again in quiet moments; at most one in ten seconds while posts arrive.
    void savedSearchesCounted(const QList<vestnik::SavedSearchCount> &counts);
    /// At most five a second and task; the last one has an ended state.
    void taskChanged(const vestnik::TaskRecord &task);
};

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::EngineStatus)
Q_DECLARE_METATYPE(vestnik::StoredNews)
