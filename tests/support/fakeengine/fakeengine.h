// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/engine/enginefacade.h"
#include "tests/support/fakeengine/fakedata.h"

#include <QPointer>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <utility>

namespace vestnik {

/// The facade over generated data, for tests and pictures of the window. Everything happens on the thread that made it;
/// commands change the data and answer by queued calls, as the real engine does.
class FakeEngine : public EngineFacade {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeEngine)

public:
    enum class Content {
        Empty, ///< a fresh machine
        Sample, ///< 40 channels in folders, about 3,000 posts, 30 runs, a log
    };

    explicit FakeEngine(Content content = Content::Sample, QObject *parent = nullptr);

    // What tests do to it.
    /// The next command or read fails with this error.
    void failNext(const Error &error) { m_nextError = error; }
    /// Replaces the status and announces it at once.
    void setStatus(const EngineStatus &status);
    /// Starts a run of all active channels; it goes on only by advanceRun() or setLively().
    RunId startRun(RunOrigin origin = RunOrigin::Schedule);
    /// Reads `channels` more channels of the going run, with two posts each; the last one finishes it.
    void advanceRun(int channels);
    /// Stores posts as if a run had read them, and announces them.
    void storePosts(int count);
    void addLog(LogLevel level, LogEvent event, const QString &subject = {}, const QStringList &args = {},
        const Error &error = {}, RunId run = 0);
    void setLoops(const QList<LoopStats> &loops) { m_loops = loops; }
    void fixSetting(SettingId id, const QVariant &value);
    void setOverview(const OverviewNumbers &numbers) { m_overview = numbers; }
    /// Lets a going run move by itself, a channel every 200 ms.
    void setLively(bool lively);
    /// Names of the commands that were called, oldest first ("startScheduler", "parse", …).
    [[nodiscard]] QStringList calls() const { return m_calls; }
    void clearCalls() { m_calls.clear(); }
    [[nodiscard]] const FakeData &data() const { return m_data; }
    [[nodiscard]] ParseRequest lastParse() const { return m_lastParse; }
    [[nodiscard]] SettingChanges lastChanges() const { return m_lastChanges; }
    [[nodiscard]] QString proxyPassword() const { return m_proxyPassword; }
    [[nodiscard]] ProxyDraft testedProxy() const { return m_testedProxy; }
    /// Lets a task that was started go on to these numbers, or end.
    void advanceTask(TaskId task, qint64 done, qint64 total);
    void finishTask(TaskId task, TaskState state, const TaskReport &report = {}, const Error &error = {});
    [[nodiscard]] TaskSpec lastTask() const { return m_lastTask; }
    /// Replaces a job's row, or adds it, and announces it.
    void putJob(const JobRow &row);
    /// Adds an ended run to the history and announces it.
    void putRun(const RunRecord &run, const QList<RunChannel> &channels = {}, const QList<LogEntry> &log = {});
    /// What previewTrigger() and readFires() answer; otherwise they reckon intervals and cron expressions.
    void setPreview(const TriggerPreview &preview) { m_preview = preview; }
    void setFires(const QList<JobFires> &fires) { m_fires = fires; }
    void setForecast(const Result<JobForecast> &forecast) { m_forecast = forecast; }
    void setCharts(const RunCharts &charts) { m_charts = charts; }
    [[nodiscard]] Job lastJob() const { return m_lastJob; }
    [[nodiscard]] RunQuery lastRunQuery() const { return m_lastRunQuery; }
    void setProbe(const Result<DatabaseProbe> &probe) { m_probe = probe; }
    void setStorage(const StorageFacts &facts) { m_storage = facts; }
    /// Marks posts as gone from their channel, as a run does that misses them.
    void deletePosts(const QList<PostId> &posts);
    /// Gives a post another text; the old one becomes a version.
    void editPost(PostId post, const RichText &body);

    [[nodiscard]] EngineStatus status() const override { return m_status; }
    [[nodiscard]] Settings settings() const override { return m_settings; }
    [[nodiscard]] bool isReady() const override { return true; }
    [[nodiscard]] QString dataDir() const override { return QStringLiteral("/home/operator/vestnik"); }
    [[nodiscard]] QString logFile() const override { return dataDir() + QLatin1String("/vestnik.log"); }
    [[nodiscard]] QList<LoopStats> loops() const override { return m_loops; }
    void resetLoops() override;
    [[nodiscard]] QList<LogEntry> log() const override { return m_data.log; }

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

    // The archive (fakearchive.cpp).
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

    // Jobs and their runs (fakejobs.cpp).
    [[nodiscard]] QList<JobRow> jobs() const override { return m_data.jobs; }
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

    void readChannels(QObject *context, Done<QList<ChannelRow>> done) override;
    ReadId readPosts(const PostQuery &query, QObject *context, Done<PostPage> done) override;
    void readOverview(QObject *context, Done<OverviewNumbers> done) override;
    void readRuns(RunId before, int limit, QObject *context, Done<QList<RunRecord>> done) override;
    void readRunChannels(RunId run, QObject *context, Done<QList<RunChannel>> done) override;

private:
    template<typename T>
    void answer(QObject *context, Done<T> done, Result<T> result)
    {
        if (done) {
            later([context = QPointer<QObject>(context), done = std::move(done), result = std::move(result)] {
                if (context) {
                    done(result);
                }
            });
        }
    }
    template<typename T>
    [[nodiscard]] bool refused(QObject *context, const Done<T> &done)
    {
        if (m_nextError.code == ErrorCode::None) {
            return false;
        }
        answer<T>(context, done, failure(std::exchange(m_nextError, Error())));
        return true;
    }
    /// Like answer(), but cancelRead() can turn it into Cancelled.
    template<typename T>
    ReadId answerRead(QObject *context, Done<T> done, Result<T> result)
    {
        const ReadId read = ++m_lastRead;
        later([this, read, context = QPointer<QObject>(context), done = std::move(done), result = std::move(result)] {
            if (context && done) {
                done(m_cancelledReads.contains(read) ? Result<T>(failure(ErrorCode::Cancelled)) : result);
            }
        });
        return read;
    }
    [[nodiscard]] QList<const Post *> selected(const PostQuery &query) const;
    [[nodiscard]] Post *findPost(PostId id);
    void announceTags();
    void changeJobs(
        const QList<JobId> &jobs, QObject *context, Done<void> done, const std::function<void(Job &)> &change);
    void called(const char *name) { m_calls.append(QString::fromLatin1(name)); }
    void later(std::function<void()> step);
    [[nodiscard]] ChannelRow *find(ChannelId id);
    [[nodiscard]] PostSummary summaryOf(const Post &post) const;
    [[nodiscard]] QList<ChannelId> activeChannels() const;
    RunId beginRun(const QList<ChannelId> &channels, RunOrigin origin);
    void finishRun(RunStatus status);
    void updateCounts();
    [[nodiscard]] QList<UpcomingRun> upcomingRuns() const;
    void announceStatus();
    void addPosts(ChannelRow &row, int count, StoredNews &news);

    FakeData m_data;
    EngineStatus m_status;
    Settings m_settings;
    QList<LoopStats> m_loops;
    std::optional<OverviewNumbers> m_overview;
    QList<ChannelRow> m_removed;
    QList<ChannelId> m_runQueue;
    QTimer m_liveliness;
    QStringList m_calls;
    ParseRequest m_lastParse;
    SettingChanges m_lastChanges;
    ProxyDraft m_testedProxy;
    QString m_proxyPassword;
    Error m_nextError;
    ReadId m_lastRead = 0;
    QSet<ReadId> m_cancelledReads;
    QSet<PostId> m_starred;
    QHash<PostId, qint64> m_deleted;
    QHash<PostId, QString> m_notes;
    QHash<PostId, QStringList> m_postTags;
    QHash<PostId, QList<PostVersion>> m_versions;
    QStringList m_tags; ///< by id, from 1
    QList<SavedSearch> m_searches;
    qint64 m_lastSearch = 0;
    QList<TaskRecord> m_tasks;
    TaskSpec m_lastTask;
    RetentionSettings m_retention;
    std::optional<Result<DatabaseProbe>> m_probe;
    std::optional<StorageFacts> m_storage;
    int m_lastPost = 0; ///< chooses the looks of the next one
    RunId m_lastRun = 813;
    QList<JobRow> m_removedJobs;
    Job m_lastJob;
    RunQuery m_lastRunQuery;
    std::optional<TriggerPreview> m_preview;
    std::optional<QList<JobFires>> m_fires;
    std::optional<Result<JobForecast>> m_forecast;
    std::optional<RunCharts> m_charts;
};

} // namespace vestnik
