// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/completion.h"
#include "core/source/channelsource.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace vestnik {

/// A source that serves channels out of memory, page by page, newest first, as the web preview does. A test changes the
/// channels, plants failures, or holds answers back.
class FakeSource final : public ChannelSource {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeSource)

public:
    static constexpr int pageSize = 5;

    explicit FakeSource(QObject *parent = nullptr)
        : ChannelSource(parent)
    {
    }

    /// Posts from..to, an hour apart, the newest at `newestAt` (ms UTC).
    void addPosts(const QString &channel, MessageId from, MessageId to, qint64 newestAt)
    {
        for (MessageId id = from; id <= to; ++id) {
            Post post;
            post.channel = channel;
            post.messageId = id;
            post.postedAt = newestAt - (to - id) * 3'600'000;
            post.body.text = QStringLiteral("%1 %2").arg(channel).arg(id);
            m_posts[channel].append(post);
        }
    }
    /// The fetch number `after` (from 0) of a channel and all later ones fail.
    void failAfter(const QString &channel, int after, const Error &error)
    {
        m_failures.insert(channel, {after, error});
    }
    void heal(const QString &channel) { m_failures.remove(channel); }
    /// Answers come only when release() is called or the reader is stopped.
    void hold() { m_held = true; }
    void release()
    {
        m_held = false;
        const QList<Completion<bool>> waiting = std::exchange(m_waiting, {});
        for (Completion<bool> waiter : waiting) {
            waiter.deliver(true);
        }
    }
    void editText(const QString &channel, MessageId id, const QString &text)
    {
        for (Post &post : m_posts[channel]) {
            if (post.messageId == id) {
                post.body.text = text;
            }
        }
    }
    void removePost(const QString &channel, MessageId id)
    {
        m_posts[channel].removeIf([id](const Post &post) { return post.messageId == id; });
    }
    /// The page before an id is served again and again.
    void repeatForEver(const QString &channel) { m_repeating.insert(channel); }
    void makeUnreadable(const QString &channel, MessageId id) { m_unreadable[channel].insert(id); }

    [[nodiscard]] int fetches(const QString &channel) const { return m_fetches.value(channel); }
    [[nodiscard]] QList<MessageId> asked(const QString &channel) const { return m_asked.value(channel); }
    [[nodiscard]] int highestConcurrency() const { return m_highest; }
    [[nodiscard]] int live() const { return m_live; }

    [[nodiscard]] QCoro::Task<Result<SourcePage>> fetch(PageRequest request, StopToken stop) override
    {
        const QString channel = request.username;
        const int number = m_fetches[channel]++;
        m_asked[channel].append(request.before);
        m_highest = std::max(m_highest, ++m_live);
        if (m_held) {
            Completion<bool> answer;
            m_waiting.append(answer);
            (void)co_await answer.wait(stop);
        } else {
            // A real source never answers at once.
            Completion<bool> answer;
            QMetaObject::invokeMethod(
                this, [answer]() mutable { answer.deliver(true); }, Qt::QueuedConnection);
            (void)co_await answer.wait(stop);
        }
        --m_live;
        if (stop.stopRequested()) {
            co_return failure(ErrorCode::Cancelled, channel);
        }
        const auto planted = m_failures.constFind(channel);
        if (planted != m_failures.constEnd() && number >= planted->first) {
            co_return failure(planted->second);
        }
        co_return page(channel, m_repeating.contains(channel) ? 0 : request.before);
    }

private:
    [[nodiscard]] SourcePage page(const QString &channel, MessageId before) const
    {
        SourcePage page;
        page.info.username = channel;
        page.info.title = QStringLiteral("Title of ") + channel;
        page.bytes = 1000;
        const QList<Post> all = m_posts.value(channel);
        const QSet<MessageId> unreadable = m_unreadable.value(channel);
        qsizetype end = all.size();
        while (end > 0 && before != 0 && all.at(end - 1).messageId >= before) {
            --end;
        }
        const qsizetype begin = std::max<qsizetype>(0, end - pageSize);
        if (begin == end) {
            page.atBeginning = true;
            if (before > 1) {
                page.covered.append({1, before - 1});
            }
            return page;
        }
        const MessageId lowest = all.at(begin).messageId;
        MessageId from = lowest;
        const MessageId top = before == 0 ? all.at(end - 1).messageId : before - 1;
        for (qsizetype i = begin; i < end; ++i) {
            const MessageId id = all.at(i).messageId;
            if (unreadable.contains(id)) {
                ++page.postsUnreadable;
                if (from < id) {
                    page.covered.append({from, id - 1});
                }
                from = id + 1;
            } else {
                page.posts.append(all.at(i));
            }
        }
        if (from <= top) {
            page.covered.append({from, top});
        }
        page.next = lowest;
        page.olderPromised = begin > 0;
        page.atBeginning = lowest == 1;
        return page;
    }

    QHash<QString, QList<Post>> m_posts;
    QHash<QString, std::pair<int, Error>> m_failures;
    QHash<QString, QSet<MessageId>> m_unreadable;
    QSet<QString> m_repeating;
    QHash<QString, int> m_fetches;
    QHash<QString, QList<MessageId>> m_asked;
    QList<Completion<bool>> m_waiting;
    bool m_held = false;
    int m_live = 0;
    int m_highest = 0;
};

} // namespace vestnik
