// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/engine/newsbatcher.h"

#include <algorithm>
#include <utility>

namespace vestnik {
namespace {

constexpr qint64 logEveryMs = 100;
constexpr qint64 rowsEveryMs = 250;

} // namespace

NewsBatcher::NewsBatcher(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_logAlarm(clock.makeAlarm([this] { flushLog(); }))
    , m_rowAlarm(clock.makeAlarm([this] { flushRows(); }))
{
}

void NewsBatcher::addLog(const LogEntry &entry)
{
    m_log.append(entry);
    if (!std::exchange(m_logPending, true)) {
        m_logAlarm->setIn(logEveryMs);
    }
}

void NewsBatcher::addPosts(ChannelId channel, int added, PostId newest)
{
    if (added > 0) {
        m_news.added[channel] += added;
        m_news.total += added;
        m_news.newest = std::max(m_news.newest, newest);
    }
    touchChannel(channel);
}

void NewsBatcher::touchChannel(ChannelId channel)
{
    m_channels.insert(channel);
    if (!std::exchange(m_rowsPending, true)) {
        m_rowAlarm->setIn(rowsEveryMs);
    }
}

void NewsBatcher::flush()
{
    m_logAlarm->cancel();
    m_rowAlarm->cancel();
    flushRows();
    flushLog();
}

void NewsBatcher::flushLog()
{
    m_logPending = false;
    if (!m_log.isEmpty()) {
        Q_EMIT logReady(std::exchange(m_log, {}));
    }
}

void NewsBatcher::flushRows()
{
    m_rowsPending = false;
    if (!m_channels.isEmpty()) {
        const QSet<ChannelId> channels = std::exchange(m_channels, {});
        Q_EMIT channelsReady(QList<ChannelId>(channels.begin(), channels.end()));
    }
    if (m_news.total > 0) {
        Q_EMIT postsReady(std::exchange(m_news, {}));
    }
}

} // namespace vestnik
