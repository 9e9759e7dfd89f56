// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of FakeEngine that changes channels and posts and lets runs go on.

#include "tests/support/fakeengine/fakeengine.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

template<typename T>
void callLater(QObject *engine, QObject *context, Done<T> done, Result<T> result)
{
    QMetaObject::invokeMethod(
        engine,
        [guard = QPointer<QObject>(context), done = std::move(done), result = std::move(result)] {
            if (guard && done) {
                done(result);
            }
        },
        Qt::QueuedConnection);
}

} // namespace

QList<ChannelId> FakeEngine::activeChannels() const
{
    QList<ChannelId> ids;
    for (const ChannelRow &row : m_data.channels) {
        if (row.active) {
            ids.append(row.id);
        }
    }
    return ids;
}

RunId FakeEngine::startRun(RunOrigin origin)
{
    return m_status.run ? m_status.run->id : beginRun(activeChannels(), origin);
}

RunId FakeEngine::beginRun(const QList<ChannelId> &channels, RunOrigin origin)
{
    RunRecord run;
    run.id = ++m_lastRun;
    run.status = RunStatus::Running;
    run.origin = origin;
    run.startedAt = QDateTime::currentMSecsSinceEpoch();
    run.channelsTotal = int(channels.size());
    m_runQueue = channels;
    m_status.run = run;
    m_status.runs = {run};
    QList<RunChannel> parts;
    for (const ChannelId id : channels) {
        RunChannel part;
        part.runId = run.id;
        part.channelId = id;
        const ChannelRow *row = find(id);
        part.username = row ? row->username : QString();
        parts.append(part);
    }
    m_data.runChannels.insert(run.id, parts);
    later([this, id = run.id] {
        if (m_status.run && m_status.run->id == id) {
            Q_EMIT runChanged(*m_status.run);
        }
        announceStatus();
    });
    return run.id;
}

void FakeEngine::addPosts(ChannelRow &row, int count, StoredNews &news)
{
    for (int i = 0; i < count; ++i) {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const PostId id = freePostKey(m_data, row.id, row.highestRead + 1, now);
        const Post post = makeFakePost(row, id, row.highestRead + 1, now, ++m_lastPost);
        row.highestRead = post.lastMessageId();
        row.lowestRead = std::max<MessageId>(row.lowestRead, 1);
        row.postCount += 1;
        row.unreadCount += 1;
        row.lastPostAt = post.postedAt;
        const auto place =
            std::find_if(m_data.posts.cbegin(), m_data.posts.cend(), [id](const Post &other) { return other.id < id; });
        m_data.posts.insert(place, post);
        m_data.unread.insert(id);
        news.added[row.id] += 1;
        news.total += 1;
        news.newest = std::max(news.newest, id);
    }
}

void FakeEngine::storePosts(int count)
{
    StoredNews news;
    QList<ChannelRow> changed;
    for (int i = 0; i < count && !m_data.channels.isEmpty(); ++i) {
        ChannelRow &row = m_data.channels[i % m_data.channels.size()];
        addPosts(row, 1, news);
        changed.append(row);
    }
    if (news.total > 0) {
        Q_EMIT channelsChanged(changed);
        Q_EMIT postsStored(news);
    }
}

void FakeEngine::advanceRun(int channels)
{
    if (!m_status.run) {
        return;
    }
    RunRecord run = *m_status.run;
    StoredNews news;
    QList<ChannelRow> changed;
    RunProgress progress;
    for (int i = 0; i < channels && !m_runQueue.isEmpty(); ++i) {
        run.channelsDone += 1;
        ChannelRow *row = find(m_runQueue.takeFirst());
        if (!row) {
            continue;
        }
        progress.current = row->username;
        for (RunChannel &part : m_data.runChannels[run.id]) {
            if (part.channelId == row->id) {
                const bool failing = row->health == ChannelHealth::Failing;
                part.status = failing ? RunChannelStatus::Failed : RunChannelStatus::Ok;
                part.error = failing ? row->error : Error();
                part.postsAdded = failing ? 0 : 2;
                part.startedAt = QDateTime::currentMSecsSinceEpoch() - 700;
                part.finishedAt = part.startedAt + 700;
                part.pages = 1;
                part.bytes = 31'000;
            }
        }
        if (row->health == ChannelHealth::Failing) {
            run.channelsFailed += 1;
            row->failuresInRow += 1;
        } else {
            addPosts(*row, 2, news);
            run.postsAdded += 2;
            row->health = ChannelHealth::Good;
            row->lastParsedAt = QDateTime::currentMSecsSinceEpoch();
        }
        changed.append(*row);
    }
    m_status.run = run;
    m_status.runs = {run};
    progress.run = run;
    progress.etaMs = m_runQueue.size() * 2700;
    Q_EMIT channelsChanged(changed);
    if (news.total > 0) {
        Q_EMIT postsStored(news);
    }
    Q_EMIT runProgressed(progress);
    if (m_runQueue.isEmpty()) {
        finishRun(run.channelsFailed == 0 ? RunStatus::Done : RunStatus::Partly);
    }
    announceStatus();
}

void FakeEngine::finishRun(RunStatus status)
{
    if (!m_status.run) {
        return;
    }
    RunRecord run = *m_status.run;
    run.status = status;
    run.finishedAt = QDateTime::currentMSecsSinceEpoch();
    m_runQueue.clear();
    m_data.runs.prepend(run);
    m_status.run.reset();
    m_status.runs.clear();
    Q_EMIT runFinished(run);
}

void FakeEngine::addChannels(const QList<ChannelDraft> &drafts, QObject *context, Done<AddedChannels> done)
{
    called("addChannels");
    if (m_nextError.code != ErrorCode::None) {
        callLater<AddedChannels>(this, context, std::move(done), failure(std::exchange(m_nextError, Error())));
        return;
    }
    AddedChannels result;
    ChannelId last = 0;
    for (const ChannelRow &row : std::as_const(m_data.channels)) {
        last = std::max(last, row.id);
    }
    for (const ChannelRow &row : std::as_const(m_removed)) {
        last = std::max(last, row.id);
    }
    for (const ChannelDraft &draft : drafts) {
        const bool known = std::any_of(m_data.channels.begin(), m_data.channels.end(),
            [&](const ChannelRow &row) { return row.username.compare(draft.username, Qt::CaseInsensitive) == 0; });
        if (known) {
            result.alreadyThere.append(draft.username);
            continue;
        }
        ChannelRow row;
        row.id = ++last;
        row.username = draft.username;
        row.folder = draft.folder;
        row.addedAt = QDateTime::currentMSecsSinceEpoch();
        m_data.channels.append(row);
        result.added.append(row);
    }
    later([this, rows = result.added] {
        Q_EMIT channelsChanged(rows);
        announceStatus();
    });
    callLater<AddedChannels>(this, context, std::move(done), result);
}

void FakeEngine::editChannels(const QList<ChannelId> &ids, const ChannelPatch &patch, QObject *context, Done<void> done)
{
    called("editChannels");
    if (m_nextError.code != ErrorCode::None) {
        callLater<void>(this, context, std::move(done), failure(std::exchange(m_nextError, Error())));
        return;
    }
    QList<ChannelRow> changed;
    for (const ChannelId id : ids) {
        if (ChannelRow *row = find(id)) {
            row->folder = patch.folder.value_or(row->folder);
            row->active = patch.active.value_or(row->active);
            row->username = patch.username.value_or(row->username);
            changed.append(*row);
        }
    }
    later([this, changed] {
        Q_EMIT channelsChanged(changed);
        announceStatus();
    });
    callLater<void>(this, context, std::move(done), {});
}

void FakeEngine::removeChannels(const QList<ChannelId> &ids, QObject *context, Done<void> done)
{
    called("removeChannels");
    if (m_nextError.code != ErrorCode::None) {
        callLater<void>(this, context, std::move(done), failure(std::exchange(m_nextError, Error())));
        return;
    }
    for (const ChannelId id : ids) {
        if (const ChannelRow *row = find(id)) {
            m_removed.append(*row);
            m_data.channels.removeIf([id](const ChannelRow &r) { return r.id == id; });
        }
    }
    later([this, ids] {
        Q_EMIT channelsRemoved(ids);
        announceStatus();
    });
    callLater<void>(this, context, std::move(done), {});
}

void FakeEngine::restoreChannels(const QList<ChannelId> &ids, QObject *context, Done<void> done)
{
    called("restoreChannels");
    if (m_nextError.code != ErrorCode::None) {
        callLater<void>(this, context, std::move(done), failure(std::exchange(m_nextError, Error())));
        return;
    }
    QList<ChannelRow> back;
    for (const ChannelRow &row : std::as_const(m_removed)) {
        if (ids.contains(row.id)) {
            back.append(row);
        }
    }
    m_removed.removeIf([&](const ChannelRow &row) { return ids.contains(row.id); });
    m_data.channels += back;
    later([this, back] {
        Q_EMIT channelsChanged(back);
        announceStatus();
    });
    callLater<void>(this, context, std::move(done), {});
}

void FakeEngine::markRead(const QList<PostId> &posts, bool read, QObject *context, Done<void> done)
{
    called("markRead");
    QList<ChannelRow> changed;
    for (const Post &post : std::as_const(m_data.posts)) {
        if (posts.contains(post.id) && m_data.unread.contains(post.id) == read) {
            if (read) {
                m_data.unread.remove(post.id);
            } else {
                m_data.unread.insert(post.id);
            }
            if (ChannelRow *row = find(post.channelId)) {
                row->unreadCount += read ? -1 : 1;
                changed.append(*row);
            }
        }
    }
    later([this, changed] { Q_EMIT channelsChanged(changed); });
    callLater<void>(this, context, std::move(done), {});
}

void FakeEngine::markChannelsRead(const QList<ChannelId> &ids, QObject *context, Done<void> done)
{
    called("markChannelsRead");
    QList<ChannelRow> changed;
    for (ChannelRow &row : m_data.channels) {
        if (ids.isEmpty() || ids.contains(row.id)) {
            row.unreadCount = 0;
            changed.append(row);
        }
    }
    for (const Post &post : std::as_const(m_data.posts)) {
        if (ids.isEmpty() || ids.contains(post.channelId)) {
            m_data.unread.remove(post.id);
        }
    }
    later([this, changed] { Q_EMIT channelsChanged(changed); });
    callLater<void>(this, context, std::move(done), {});
}

} // namespace vestnik
