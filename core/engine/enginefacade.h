// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/loopguard.h"
#include "core/base/operatorlog.h"
#include "core/base/result.h"
#include "core/base/settings.h"
#include "core/model/channel.h"
#include "core/model/query.h"
#include "core/model/run.h"

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
    std::optional<RunRecord> run; ///< the going run; the newest if there are several
    QList<RunRecord> runs; ///< all going ones
    bool storeWritable = false;
    Error storeError; ///< code None while the store works
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

    // Reads, in the read pool.
    virtual void readChannels(QObject *context, Done<QList<ChannelRow>> done) = 0;
    virtual void readPosts(const PostQuery &query, QObject *context, Done<PostPage> done) = 0;
    virtual void readPost(PostId id, QObject *context, Done<Post> done) = 0;
    virtual void readOverview(QObject *context, Done<OverviewNumbers> done) = 0;
    /// Newest first; `before` 0 = from the newest.
    virtual void readRuns(RunId before, int limit, QObject *context, Done<QList<RunRecord>> done) = 0;
    virtual void readRunChannels(RunId run, QObject *context, Done<QList<RunChannel>> done) = 0;

Q_SIGNALS:
    void ready();
    void statusChanged(const vestnik::EngineStatus &status);
    /// At most ten a second and run.
    void runProgressed(const vestnik::RunProgress &progress);
    /// Exactly one for each run, the last signal about it.
    void runFinished(const vestnik::RunRecord &run);
    /// Rows that are new or changed (at most four times a second while a run goes).
    void channelsChanged(const QList<vestnik::ChannelRow> &rows);
    void channelsRemoved(const QList<vestnik::ChannelId> &ids);
    /// At most four times a second.
    void postsStored(const vestnik::StoredNews &news);
    /// At most ten times a second.
    void logAdded(const QList<vestnik::LogEntry> &entries);
    void settingsChanged(const vestnik::Settings &settings);
};

} // namespace vestnik

Q_DECLARE_METATYPE(vestnik::EngineStatus)
Q_DECLARE_METATYPE(vestnik::StoredNews)
