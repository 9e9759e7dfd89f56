// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakeengine.h"

#include <QDateTime>
#include <QTime>

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

// A picture of 2×2 pixels (PNG).
const char *const pictureBase64 =
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGNwq1gARAwQCgAk7gV5ohM61wAAAABJRU5ErkJggg==";

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

FakeEngine::FakeEngine(Content content, QObject *parent)
    : EngineFacade(parent)
{
    if (content == Content::Sample) {
        m_data = makeFakeData(40, 3000, now());
        m_lastPost = 3000;
        m_status.jobs = int(m_data.jobs.size());
        m_status.jobsArmed = int(std::count_if(
            m_data.jobs.cbegin(), m_data.jobs.cend(), [](const JobRow &row) { return row.job.isArmed(); }));
    }
    m_status.engineAlive = true;
    m_status.storeWritable = true;
    m_status.storePath = dataDir() + QLatin1String("/vestnik.db");
    updateCounts();
    for (const char *name : {"gui", "engine"}) {
        LoopStats loop;
        loop.name = QString::fromLatin1(name);
        loop.threadId = m_loops.isEmpty() ? 0x7f3a10c04d80 : 0x7f39f1ffb6c0;
        loop.level = 1;
        loop.highestLevel = 1;
        loop.turns = m_loops.isEmpty() ? 184'213 : 96'544;
        loop.slowTurns = m_loops.isEmpty() ? 12 : 0;
        loop.longestGapUs = m_loops.isEmpty() ? 23'400 : 3'100;
        loop.recentGapUs = m_loops.isEmpty() ? 4'200 : 900;
        m_loops.append(loop);
    }
    m_liveliness.setInterval(200);
    connect(&m_liveliness, &QTimer::timeout, this, [this] { advanceRun(1); });
}

void FakeEngine::later(std::function<void()> step)
{
    QMetaObject::invokeMethod(this, std::move(step), Qt::QueuedConnection);
}

ChannelRow *FakeEngine::find(ChannelId id)
{
    const auto row =
        std::find_if(m_data.channels.begin(), m_data.channels.end(), [id](const ChannelRow &r) { return r.id == id; });
    return row == m_data.channels.end() ? nullptr : &*row;
}

void FakeEngine::updateCounts()
{
    const auto count = [this](auto test) {
        return int(std::count_if(m_data.channels.begin(), m_data.channels.end(), test));
    };
    m_status.channelsTotal = int(m_data.channels.size());
    m_status.channelsActive = count([](const ChannelRow &row) { return row.active; });
    m_status.channelsFailing = count([](const ChannelRow &row) { return row.health == ChannelHealth::Failing; });
}

void FakeEngine::announceStatus()
{
    updateCounts();
    Q_EMIT statusChanged(m_status);
}

void FakeEngine::setStatus(const EngineStatus &status)
{
    m_status = status;
    Q_EMIT statusChanged(m_status);
}

void FakeEngine::fixSetting(SettingId id, const QVariant &value)
{
    if (m_settings.fix(id, value)) {
        Q_EMIT settingsChanged(m_settings);
    }
}

void FakeEngine::setLively(bool lively)
{
    if (lively) {
        m_liveliness.start();
    } else {
        m_liveliness.stop();
    }
}

void FakeEngine::resetLoops()
{
    called("resetLoops");
    for (LoopStats &loop : m_loops) {
        loop.longestGapUs = 0;
        loop.recentGapUs = 0;
        loop.slowTurns = 0;
    }
}

void FakeEngine::addLog(
    LogLevel level, LogEvent event, const QString &subject, const QStringList &args, const Error &error, RunId run)
{
    LogEntry entry;
    entry.number = m_data.log.isEmpty() ? 1 : m_data.log.last().number + 1;
    entry.at = now();
    entry.level = level;
    entry.event = event;
    entry.subject = subject;
    entry.args = args;
    entry.error = error;
    entry.run = run;
    m_data.log.append(entry);
    if (run != 0) {
        m_data.runLogs[run].append(entry);
    }
    Q_EMIT logAdded({entry});
}

void FakeEngine::startScheduler()
{
    called("startScheduler");
    if (m_status.scheduler == SchedulerState::Running || m_status.scheduler == SchedulerState::Starting) {
        return;
    }
    m_status.scheduler = SchedulerState::Starting;
    m_status.error = Error();
    later([this] {
        announceStatus();
        later([this] {
            m_status.scheduler = SchedulerState::Running;
            m_status.nextRunAt = now() + m_settings.number(SettingId::IntervalMinutes) * 60'000LL;
            m_status.upcoming = upcomingRuns();
            announceStatus();
        });
    });
}

void FakeEngine::stopScheduler()
{
    called("stopScheduler");
    if (m_status.scheduler == SchedulerState::Stopped || m_status.scheduler == SchedulerState::Stopping) {
        return;
    }
    m_status.scheduler = SchedulerState::Stopping;
    later([this] {
        announceStatus();
        later([this] {
            finishRun(RunStatus::Stopped);
            m_status.scheduler = SchedulerState::Stopped;
            m_status.nextRunAt = 0;
            m_status.upcoming.clear();
            announceStatus();
        });
    });
}

void FakeEngine::changeSettings(const SettingChanges &changes, QObject *context, Done<void> done)
{
    called("changeSettings");
    m_lastChanges = changes;
    if (refused<void>(context, done)) {
        return;
    }
    Settings next = m_settings;
    for (const auto &[id, value] : changes) {
        if (const Result<void> set = next.set(id, value); !set) {
            answer<void>(context, std::move(done), failure(set.error()));
            return;
        }
    }
    later([this, next] {
        m_settings = next;
        Q_EMIT settingsChanged(m_settings);
    });
    answer<void>(context, std::move(done), {});
}

void FakeEngine::setProxyPassword(const QString &password, QObject *context, Done<void> done)
{
    called("setProxyPassword");
    if (!refused<void>(context, done)) {
        m_proxyPassword = password;
        answer<void>(context, std::move(done), {});
    }
}

void FakeEngine::testProxy(const ProxyDraft &proxy, QObject *context, Done<ConnectionReport> done)
{
    called("testProxy");
    m_testedProxy = proxy;
    if (!refused<ConnectionReport>(context, done)) {
        answer<ConnectionReport>(context, std::move(done), ConnectionReport{200, 184, QStringLiteral("t.me")});
    }
}

void FakeEngine::loadPicture(const QString &url, QObject *context, Done<QByteArray> done)
{
    called("loadPicture");
    if (refused<QByteArray>(context, done)) {
        return;
    }
    if (url.isEmpty()) {
        answer<QByteArray>(context, std::move(done), failure(ErrorCode::NotFound, url));
        return;
    }
    answer<QByteArray>(context, std::move(done), QByteArray::fromBase64(pictureBase64));
}

void FakeEngine::readChannels(QObject *context, Done<QList<ChannelRow>> done)
{
    if (!refused<QList<ChannelRow>>(context, done)) {
        answer<QList<ChannelRow>>(context, std::move(done), m_data.channels);
    }
}

PostSummary FakeEngine::summaryOf(const Post &post) const
{
    PostSummary summary;
    summary.id = post.id;
    summary.channelId = post.channelId;
    summary.channel = post.channel;
    for (const ChannelRow &row : m_data.channels) {
        if (row.id == post.channelId) {
            summary.channelTitle = row.title;
        }
    }
    summary.messageId = post.messageId;
    summary.postedAt = post.postedAt;
    summary.kind = post.kind;
    summary.excerpt = post.body.text.simplified().left(200);
    summary.views = post.views ? post.views->value : -1;
    summary.mediaCount = int(post.media.size());
    summary.hasLink = !post.links().isEmpty();
    summary.edited = post.edited;
    summary.unread = m_data.unread.contains(post.id);
    summary.starred = m_starred.contains(post.id);
    summary.deleted = m_deleted.contains(post.id);
    summary.hasNote = m_notes.contains(post.id);
    summary.tagCount = int(m_postTags.value(post.id).size());
    return summary;
}

ReadId FakeEngine::readPosts(const PostQuery &query, QObject *context, Done<PostPage> done)
{
    if (refused<PostPage>(context, done)) {
        return 0;
    }
    PostPage page;
    bool started = query.before == 0;
    for (const Post *post : selected(query)) {
        const bool here = started || post->id < query.before;
        started = here;
        if (!here) {
            continue;
        }
        if (page.posts.size() == query.limit) {
            page.hasMore = true;
            break;
        }
        page.posts.append(summaryOf(*post));
    }
    return answerRead<PostPage>(context, std::move(done), page);
}

void FakeEngine::readOverview(QObject *context, Done<OverviewNumbers> done)
{
    if (refused<OverviewNumbers>(context, done)) {
        return;
    }
    OverviewNumbers numbers;
    const qint64 moment = now();
    const qint64 midnight = QDateTime(QDate::currentDate(), QTime(0, 0)).toMSecsSinceEpoch();
    constexpr qint64 hour = 3'600'000;
    numbers.perHour.fill(0, 24);
    numbers.postsTotal = m_data.posts.size();
    numbers.databaseBytes = 1'288'490'188;
    for (const Post &post : std::as_const(m_data.posts)) {
        numbers.postsToday += post.postedAt >= midnight;
        numbers.postsYesterday += post.postedAt >= midnight - 24 * hour && post.postedAt < moment - 24 * hour;
        numbers.postsWeek += post.postedAt >= moment - 7 * 24 * hour;
        const qint64 age = (moment - post.postedAt) / hour;
        if (age >= 0 && age < 24) {
            numbers.perHour[23 - age] += 1;
        }
    }
    answer<OverviewNumbers>(context, std::move(done), m_overview.value_or(numbers));
}

void FakeEngine::readRuns(RunId before, int limit, QObject *context, Done<QList<RunRecord>> done)
{
    if (refused<QList<RunRecord>>(context, done)) {
        return;
    }
    QList<RunRecord> runs;
    for (const RunRecord &run : std::as_const(m_data.runs)) {
        if ((before == 0 || run.id < before) && runs.size() < limit) {
            runs.append(run);
        }
    }
    answer<QList<RunRecord>>(context, std::move(done), runs);
}

void FakeEngine::readRunChannels(RunId run, QObject *context, Done<QList<RunChannel>> done)
{
    if (!refused<QList<RunChannel>>(context, done)) {
        answer<QList<RunChannel>>(context, std::move(done), m_data.runChannels.value(run));
    }
}

void FakeEngine::parse(const ParseRequest &request, QObject *context, Done<RunId> done)
{
    called("parse");
    m_lastParse = request;
    if (refused<RunId>(context, done)) {
        return;
    }
    if (m_status.run) {
        m_runQueue += request.channels;
        answer<RunId>(context, std::move(done), m_status.run->id);
        return;
    }
    const RunId id = beginRun(request.channels.isEmpty() ? activeChannels() : request.channels, request.origin);
    answer<RunId>(context, std::move(done), id);
}

void FakeEngine::cancelRun(RunId run)
{
    called("cancelRun");
    if (m_status.run && (run == 0 || run == m_status.run->id)) {
        later([this] {
            finishRun(RunStatus::Stopped);
            announceStatus();
        });
    }
}

} // namespace vestnik
