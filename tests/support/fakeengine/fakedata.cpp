// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/fakeengine/fakedata.h"

#include "core/model/postkey.h"
#include "tests/support/fakeengine/faketexts.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cmath>
#include <functional>

namespace vestnik {
namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QList<ChannelRow> makeChannels(int count, qint64 now)
{
    QList<ChannelRow> rows;
    for (int i = 0; i < std::min<int>(count, int(fakeChannels().size())); ++i) {
        const FakeChannel &fake = fakeChannels().at(i);
        ChannelRow row;
        row.id = i + 1;
        row.username = QString::fromUtf8(fake.username);
        row.title = QString::fromUtf8(fake.title);
        row.folder = QString::fromUtf8(fake.folder);
        row.description = fakeSentence(fake.russian, i);
        row.addedAt = now - 40 * day + i * hour;
        row.telegramId = 1'000'000'000 + i * 7919;
        row.subscribers = i % 6 == 5 ? -1 : 800 + i * i * 991;
        row.verified = i % 9 == 0;
        row.active = i % 13 != 12;
        row.health = ChannelHealth::Good;
        row.lastParsedAt = now - (i % 25 + 2) * minute;
        row.historyComplete = i % 5 == 0;
        if (i % 12 == 7) {
            row.health = ChannelHealth::Failing;
            row.failuresInRow = 1 + i % 5;
            row.failingSince = now - (i % 7 + 1) * hour;
            row.lastParsedAt = row.failingSince - 30 * minute;
            const std::array<ErrorCode, 3> codes{
                ErrorCode::PreviewDisabled, ErrorCode::TimedOut, ErrorCode::NoSuchName};
            row.error = Error{codes[std::size_t(i / 12) % codes.size()], QLatin1Char('@') + row.username,
                QStringLiteral("GET /s/%1").arg(row.username)};
        } else if (i == 39) {
            row.health = ChannelHealth::New;
            row.lastParsedAt = 0;
            row.title.clear();
        } else if (i == 17) {
            row.health = ChannelHealth::Waiting;
        }
        rows.append(row);
    }
    return rows;
}

QList<RunRecord> makeRuns(const QList<ChannelRow> &channels, qint64 now)
{
    QList<RunRecord> runs;
    if (channels.isEmpty()) {
        return runs;
    }
    for (int i = 0; i < 30; ++i) {
        RunRecord run;
        run.id = 813 - i;
        run.startedAt = now - (i + 1) * 30 * minute;
        run.finishedAt = run.startedAt + (47 + i * 13 % 160) * 1000;
        run.origin = i % 6 == 2 ? RunOrigin::Window : RunOrigin::Schedule;
        run.queuedAt = run.startedAt;
        if (run.origin == RunOrigin::Schedule) {
            run.job = 1;
            run.jobName = QStringLiteral("Parse all channels");
            run.dueAt = run.startedAt;
        }
        run.channelsTotal = int(channels.size()) - 3;
        run.channelsDone = run.channelsTotal;
        run.channelsFailed = i % 4 == 1 ? 3 : 0;
        run.postsAdded = 12 + i * 37 % 140;
        run.postsUpdated = 80 + i * 17 % 60;
        run.bytes = 1'200'000 + i * 10'007;
        run.status = run.channelsFailed > 0 ? RunStatus::Partly : RunStatus::Done;
        if (i == 6) {
            run.status = RunStatus::Stopped;
            run.channelsDone = 11;
        } else if (i == 9) {
            run.status = RunStatus::Failed;
            run.channelsFailed = run.channelsTotal;
            run.postsAdded = 0;
            run.error = Error{ErrorCode::HostNotFound, QStringLiteral("t.me"), QStringLiteral("host lookup failed")};
        } else if (i == 12 || i == 13) {
            run.status = i == 12 ? RunStatus::Skipped : RunStatus::Missed;
            run.reason.kind = i == 12 ? RunReasonKind::StillGoing : RunReasonKind::Asleep;
            run.reason.run = i == 12 ? 800 : 0;
            run.reason.count = i == 12 ? 0 : 3;
            run.reason.ran = i == 12 ? 0 : 1;
            run.reason.from = i == 12 ? 0 : run.startedAt - 90 * minute;
            run.reason.to = i == 12 ? 0 : run.startedAt;
            run.finishedAt = run.startedAt;
            run.channelsTotal = run.channelsDone = run.channelsFailed = 0;
            run.postsAdded = run.postsUpdated = 0;
            run.bytes = 0;
        }
        if (i == 20) {
            run.kind = QString::fromLatin1(jobkinds::backup);
            run.job = 4;
            run.jobName = QStringLiteral("Nightly backup");
            run.status = RunStatus::Done;
            run.channelsTotal = run.channelsDone = run.channelsFailed = 0;
            run.postsAdded = run.postsUpdated = 0;
        }
        runs.append(run);
    }
    return runs;
}

QList<JobRow> makeJobs(const QList<RunRecord> &runs, qint64 now)
{
    QList<JobRow> jobs;
    if (runs.isEmpty()) {
        return jobs;
    }
    const auto add = [&](const char *kind, const QString &name, const std::function<void(JobRow &)> &rest) {
        JobRow row;
        row.job.id = jobs.size() + 1;
        row.job.kind = QString::fromLatin1(kind);
        row.job.name = name;
        row.job.createdAt = now - 30 * day + jobs.size() * hour;
        rest(row);
        jobs.append(row);
    };
    add(jobkinds::parse, QStringLiteral("Parse all channels"), [&](JobRow &row) {
        row.nextAt = now + 12 * minute;
        row.last = runs.first();
    });
    add(jobkinds::parse, QStringLiteral("Новости каждое утро"), [&](JobRow &row) {
        row.job.trigger.kind = TriggerKind::Cron;
        row.job.trigger.cron = QStringLiteral("30 8 * * 1-5");
        row.job.trigger.zone = QByteArrayLiteral("Europe/Moscow");
        row.job.target.kind = JobTarget::Kind::Folder;
        row.job.target.folder = QStringLiteral("Новости");
        row.nextAt = now + 7 * hour;
    });
    add(jobkinds::recheck, QStringLiteral("Edits of the last week"), [&](JobRow &row) {
        row.job.trigger.everyMs = 6 * hour;
        row.job.arguments.insert(QStringLiteral("days"), 7);
        row.job.paused = true;
        row.job.pausedUntil = now + 20 * hour;
        row.nextAt = now + 21 * hour;
    });
    add(jobkinds::backup, QStringLiteral("Nightly backup"), [&](JobRow &row) {
        row.job.trigger.kind = TriggerKind::Cron;
        row.job.trigger.cron = QStringLiteral("@daily");
        row.job.arguments.insert(QStringLiteral("keep"), 7);
        row.nextAt = now + 9 * hour;
        RunRecord last;
        last.id = 770;
        last.kind = row.job.kind;
        last.job = row.job.id;
        last.jobName = row.job.name;
        last.status = RunStatus::Failed;
        last.startedAt = now - 15 * hour;
        last.finishedAt = last.startedAt + 4000;
        last.error =
            Error{ErrorCode::FileFailed, QStringLiteral("/media/disk/vestnik"), QStringLiteral("No space left")};
        row.last = last;
    });
    add(jobkinds::retention, QStringLiteral("Remove old posts"), [&](JobRow &row) {
        row.job.trigger.kind = TriggerKind::Cron;
        row.job.trigger.cron = QStringLiteral("15 4 * * sun");
        row.job.enabled = false;
    });
    return jobs;
}

QList<LogEntry> makeRunLog(const RunRecord &run, const QList<RunChannel> &channels)
{
    QList<LogEntry> log;
    const auto add = [&](qint64 at, LogLevel level, LogEvent event, const QString &subject, const QStringList &args,
                         const Error &error = {}) {
        log.append({log.size() + 1, at, level, event, subject, args, error, run.id});
    };
    add(run.startedAt, LogLevel::Info, LogEvent::RunStarted, {},
        {QString::number(run.id), QString::number(run.channelsTotal)});
    for (const RunChannel &channel : channels) {
        const QString name = QLatin1Char('@') + channel.username;
        if (channel.error.code != ErrorCode::None) {
            add(channel.finishedAt, LogLevel::Warning, LogEvent::ChannelFailed, name, {}, channel.error);
        } else if (channel.postsAdded > 0) {
            add(channel.finishedAt, LogLevel::Debug, LogEvent::ChannelParsed, name,
                {QString::number(channel.postsAdded), QString::number(channel.postsUpdated)});
        }
    }
    add(run.finishedAt, LogLevel::Info, LogEvent::RunFinished, {},
        {QString::number(run.id), QString::number(run.postsAdded), QString::number(run.postsUpdated),
            QString::number(run.channelsFailed)});
    return log;
}

QList<LogEntry> makeLog(const FakeData &data, qint64 now)
{
    QList<LogEntry> log;
    const auto add = [&](qint64 at, LogLevel level, LogEvent event, const QString &subject, const QStringList &args,
                         const Error &error = {}) {
        LogEntry entry;
        entry.number = log.size() + 1;
        entry.at = at;
        entry.level = level;
        entry.event = event;
        entry.subject = subject;
        entry.args = args;
        entry.error = error;
        log.append(entry);
    };
    add(now - 16 * hour, LogLevel::Info, LogEvent::ProgramStarted, {},
        {QStringLiteral("0.1.0"), QStringLiteral("/home/operator/vestnik")});
    add(now - 16 * hour + 40, LogLevel::Info, LogEvent::StoreOpened, {}, {QStringLiteral("SQLite 3.40.1, WAL")});
    add(now - 16 * hour + 90, LogLevel::Info, LogEvent::SchedulerStarted, {}, {QStringLiteral("30")});
    for (auto run = data.runs.crbegin(); run != data.runs.crend(); ++run) {
        add(run->startedAt, LogLevel::Info, LogEvent::RunStarted, {},
            {QString::number(run->id), QString::number(run->channelsTotal)});
        for (const ChannelRow &row : data.channels) {
            if (row.health == ChannelHealth::Failing && row.failingSince <= run->startedAt) {
                add(run->startedAt + 9000, LogLevel::Error, LogEvent::ChannelFailed, QLatin1Char('@') + row.username,
                    {}, row.error);
            } else if ((row.id + run->id) % 9 == 0) {
                add(run->startedAt + row.id * 700, LogLevel::Debug, LogEvent::ChannelParsed,
                    QLatin1Char('@') + row.username, {QString::number(row.id % 7), QString::number(row.id % 4)});
            }
        }
        if (run->id % 8 == 0) {
            add(run->startedAt + 20'000, LogLevel::Warning, LogEvent::HostWaiting, QStringLiteral("t.me"),
                {QStringLiteral("17")});
        }
        add(run->finishedAt, LogLevel::Info, LogEvent::RunFinished, {},
            {QString::number(run->id), QString::number(run->postsAdded), QString::number(run->postsUpdated),
                QString::number(run->channelsFailed)});
    }
    std::stable_sort(log.begin(), log.end(), [](const LogEntry &a, const LogEntry &b) { return a.at < b.at; });
    for (qsizetype i = 0; i < log.size(); ++i) {
        log[i].number = i + 1;
    }
    return log;
}

} // namespace

PostId freePostKey(const FakeData &data, ChannelId channel, MessageId message, qint64 postedAt)
{
    PostId key = postkey::wanted(channel, message, postedAt);
    const auto taken = [&](PostId id) {
        return std::any_of(data.posts.cbegin(), data.posts.cbegin() + std::min<qsizetype>(data.posts.size(), 500),
            [id](const Post &post) { return post.id == id; });
    };
    while (taken(key)) {
        key = postkey::following(key);
    }
    return key;
}

FakeData makeFakeData(int channels, int posts, qint64 now)
{
    FakeData data;
    data.channels = makeChannels(channels, now);
    data.runs = makeRuns(data.channels, now);
    QRandomGenerator random(20'261);
    if (data.channels.isEmpty()) {
        return data;
    }
    QList<MessageId> nextMessage(data.channels.size(), 1);
    // Oldest first, so that message ids and row ids rise with time.
    for (int i = 0; i < posts; ++i) {
        const int which = int(std::min(random.bounded(data.channels.size()), random.bounded(data.channels.size())));
        ChannelRow &row = data.channels[which];
        if (row.health == ChannelHealth::New) {
            continue;
        }
        const qint64 even = now - 10 * day + (10 * day - 3 * minute) * i / std::max(1, posts);
        // Much now, little twelve hours ago: time is bent within the day, never so far that it would run back.
        const double daysAgo = double(now - even) / double(day);
        const double bend = 0.10 * std::sin(6.28319 * daysAgo) + 0.002 * std::sin(75.3982 * daysAgo);
        const qint64 at = std::min(now - minute, even + qint64(bend * double(day)));
        const PostId id = freePostKey(data, row.id, nextMessage.at(which), at);
        const Post post = makeFakePost(row, id, nextMessage.at(which), at, random.bounded(10'000));
        nextMessage[which] = post.lastMessageId() + 1;
        row.postCount += 1;
        row.lastPostAt = at;
        row.lowestRead = 1;
        row.highestRead = post.lastMessageId();
        if (at > now - 5 * hour) {
            data.unread.insert(post.id);
            row.unreadCount += 1;
        }
        data.posts.prepend(post);
    }
    // As the store does: by key, which is by time with the channel to tell posts of one second apart.
    std::sort(data.posts.begin(), data.posts.end(), [](const Post &a, const Post &b) { return a.id > b.id; });
    for (const RunRecord &run : data.runs) {
        if (run.channelsTotal == 0) {
            continue;
        }
        QList<RunChannel> parts;
        for (const ChannelRow &row : data.channels) {
            if (row.active) {
                RunChannel part;
                part.runId = run.id;
                part.channelId = row.id;
                part.username = row.username;
                part.status = row.error.code == ErrorCode::None ? RunChannelStatus::Ok : RunChannelStatus::Failed;
                part.error = row.error;
                part.postsAdded = part.error.code == ErrorCode::None ? int(row.id % 5) : 0;
                part.pages = 1;
                part.bytes = 31'000;
                part.startedAt = run.startedAt;
                part.finishedAt = run.startedAt + 900;
                parts.append(part);
            }
        }
        data.runChannels.insert(run.id, parts);
        data.runLogs.insert(run.id, makeRunLog(run, parts));
    }
    data.log = makeLog(data, now);
    data.jobs = makeJobs(data.runs, now);
    return data;
}

} // namespace vestnik
