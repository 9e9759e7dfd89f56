// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/engine/enginefacade.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace vestnik {

/// Collects what happens many times a second and hands it on in batches that a window can digest: log lines every 100
/// ms, posts and changed channels every 250 ms. Lives on the engine thread, owned by the engine.
class NewsBatcher final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NewsBatcher)

public:
    explicit NewsBatcher(Clock &clock, QObject *parent = nullptr);

    void addLog(const LogEntry &entry);
    void addPosts(ChannelId channel, int added, PostId newest);
    void touchChannel(ChannelId channel);
    /// Hands on everything now.
    void flush();

Q_SIGNALS:
    void logReady(const QList<vestnik::LogEntry> &entries);
    void postsReady(const vestnik::StoredNews &news);
    void channelsReady(const QList<vestnik::ChannelId> &channels);

private:
    void flushLog();
    void flushRows();

    std::unique_ptr<ClockAlarm> m_logAlarm;
    std::unique_ptr<ClockAlarm> m_rowAlarm;
    bool m_logPending = false;
    bool m_rowsPending = false;
    QList<LogEntry> m_log;
    StoredNews m_news;
    QSet<ChannelId> m_channels;
};

} // namespace vestnik
