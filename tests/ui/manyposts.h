// SPDX-FileCopyrightText: 2026 The Vestnik developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/postkey.h"
#include "tests/support/fakeengine/fakeengine.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace vestnik {

/// An engine with any number of posts, one a minute, that are computed when asked for. Answers of reads can be held
/// back and let go one by one.
class ManyPosts final : public FakeEngine {
public:
    explicit ManyPosts(qint64 count)
        : FakeEngine(Content::Empty)
        , m_count(count)
        , m_newest(1'780'000'000'000)
    {
    }

    /// Row `row` of the list, newest first. Keys do not change when newer posts come.
    [[nodiscard]] PostId idOf(qint64 row) const { return postkey::wanted(1, 7, timeOf(row)); }
    [[nodiscard]] qint64 timeOf(qint64 row) const { return m_newest - row * 60'000; }

    /// So many newer ones, announced.
    void addNewer(int count)
    {
        m_newest += count * 60'000LL;
        m_count += count;
        StoredNews news;
        news.total = count;
        news.added.insert(1, count);
        news.newest = idOf(0);
        Q_EMIT postsStored(news);
    }

    [[nodiscard]] PostSummary summary(PostId id) const
    {
        PostSummary post;
        post.id = id;
        post.postedAt = postkey::timeOf(id);
        post.channelId = 1;
        post.channel = QStringLiteral("many");
        post.channelTitle = QStringLiteral("Many posts");
        post.messageId = id & 0xfffff;
        post.excerpt = QStringLiteral("Post number %1 of very many").arg(id);
        post.unread = unread.contains(id);
        post.starred = starred.contains(id);
        return post;
    }

    void cancelRead(ReadId read) override
    {
        cancelled.append(read);
        for (auto &[id, answer] : held) {
            if (id == read) {
                answer.second = true;
            }
        }
    }

    ReadId readPosts(const PostQuery &query, QObject *context, Done<PostPage> done) override
    {
        ++pageReads;
        PostPage page;
        const QList<PostId> ids = matching(query);
        for (const PostId id : ids.mid(0, query.limit)) {
            page.posts.append(summary(id));
        }
        page.hasMore = ids.size() > query.limit;
        return give<PostPage>(context, std::move(done), page, holdPages);
    }

    ReadId listPosts(const PostQuery &query, QObject *context, Done<PostIdList> done) override
    {
        ++listReads;
        lastList = query;
        PostIdList list;
        list.ids = matching(query);
        if (query.order == PostOrder::Relevance) {
            std::reverse(list.ids.begin(), list.ids.end());
        }
        list.complete = complete;
        list.notIndexed = notIndexed;
        return give<PostIdList>(context, std::move(done), list, holdLists);
    }

    ReadId readSummaries(const QList<PostId> &ids, QObject *context, Done<QList<PostSummary>> done) override
    {
        reads.append(ids);
        QList<PostSummary> rows;
        for (const PostId id : ids) {
            if (!gone.contains(id)) {
                rows.append(summary(id));
            }
        }
        return give<QList<PostSummary>>(context, std::move(done), rows, holdRows);
    }

    /// Lets the oldest held answer go.
    void release()
    {
        if (!held.isEmpty()) {
            auto [id, answer] = held.takeFirst();
            answer.first(answer.second);
        }
    }

    QSet<PostId> gone;
    QSet<PostId> unread;
    QSet<PostId> starred;
    QList<QList<PostId>> reads; ///< of rows
    QList<ReadId> cancelled;
    QList<std::pair<ReadId, std::pair<std::function<void(bool cancelled)>, bool>>> held;
    PostQuery lastList;
    int pageReads = 0;
    int listReads = 0;
    bool holdPages = false;
    bool holdLists = false;
    bool holdRows = false;
    bool complete = true;
    qint64 notIndexed = 0;

private:
    [[nodiscard]] QList<PostId> matching(const PostQuery &query) const
    {
        QList<PostId> ids;
        ids.reserve(m_count);
        for (qint64 row = 0; row < m_count; ++row) {
            const PostId id = idOf(row);
            if (query.after != 0 && id <= query.after) {
                break;
            }
            const bool fits = (query.before == 0 || id < query.before) && !gone.contains(id)
                && (!query.onlyUnread || unread.contains(id)) && (query.text != QLatin1String("nothing"));
            if (fits) {
                ids.append(id);
            }
        }
        return ids;
    }

    template<typename T>
    ReadId give(QObject *context, Done<T> done, T value, bool hold)
    {
        const ReadId read = ++m_reads;
        const auto answer = [context = QPointer<QObject>(context), done = std::move(done), value = std::move(value)](
                                bool stopped) {
            if (context) {
                done(stopped ? Result<T>(failure(ErrorCode::Cancelled)) : Result<T>(value));
            }
        };
        if (hold) {
            held.append({read, {answer, false}});
        } else {
            QMetaObject::invokeMethod(
                this, [this, read, answer] { answer(cancelled.contains(read)); }, Qt::QueuedConnection);
        }
        return read;
    }

    qint64 m_count;
    qint64 m_newest;
    ReadId m_reads = 1'000'000;
};

} // namespace vestnik
