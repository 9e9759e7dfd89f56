// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/net/httpclient.h"
#include "core/net/liveset.h"
#include "core/net/retrypolicy.h"
#include "core/source/channelsource.h"

#include <QThreadPool>
#include <QUrl>

namespace vestnik {

/// Reads public channels without an account, from `<base>/s/<name>`. Pages are parsed in a pool of two threads.
/// Lives on the engine thread; the client and the clock must outlive it.
///
/// What looks like a limited client ("No posts found" where posts must be, "contact @name" for a known channel) is
/// asked again after a growing pause, `attempts` times in all, before it becomes Throttled. Destroying it with pages
/// under way is safe: each ends with Cancelled inside the destructor.
class WebPreviewSource final : public ChannelSource {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebPreviewSource)

public:
    /// `studyDir`: where pages that could not be read are kept; empty: nowhere.
    WebPreviewSource(HttpClient &client, Clock &clock, const QString &studyDir, QObject *parent = nullptr);
    ~WebPreviewSource() override;

    [[nodiscard]] QCoro::Task<Result<SourcePage>> fetch(PageRequest request, StopToken stop) override;

    /// `https://t.me` or another server of the same pages. For pages asked for from now on.
    void setBaseUrl(const QUrl &url) { m_baseUrl = url; }
    [[nodiscard]] QUrl baseUrl() const { return m_baseUrl; }
    /// How often a suspicious answer is asked for, >= 1.
    void setAttempts(int attempts) { m_retry.attempts = attempts; }
    /// Pages under way.
    [[nodiscard]] int live() const { return m_live.size(); }

Q_SIGNALS:
    /// A page was kept for study because posts of it, or all of it, could not be read. Engine thread.
    void pageKept(const QString &channel, const QString &file, int postsUnreadable);

private:
    struct Reading;
    struct Fetched;

    [[nodiscard]] QUrl pageUrl(const QString &name, MessageId before) const;
    [[nodiscard]] QCoro::Task<Result<Fetched>> load(QString name, MessageId before, StopToken stop);
    [[nodiscard]] QCoro::Task<Result<SourcePage>> settle(PageRequest request, StopToken stop);
    [[nodiscard]] QCoro::Task<Result<SourcePage>> acceptBeginning(PageRequest request, StopToken stop);

    HttpClient &m_client;
    Clock &m_clock;
    QUrl m_baseUrl{QStringLiteral("https://t.me")};
    RetryPolicy m_retry;
    const QString m_studyDir;
    LiveSet m_live;
    QThreadPool m_pool; ///< the last member: its destructor waits for tasks that post to this object
};

} // namespace vestnik
